//! The review grid: leads fixed in place, by keyboard.
//!
//! The server draws every cell, also those that were fixed: what comes back is put in its place.

mod cells;
mod clipboard;
mod editor;
mod saving;

use leptos::ev::{self, ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use crate::islands::dom;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};

use cells::Direction;

/// Makes a grid of the `<table id="lead-rows">` inside. Without it every row leads to a form of its own.
#[island]
pub fn LeadGrid(children: Children) -> impl IntoView {
    Effect::new(|| {
        if let Some(table) = cells::table() {
            cells::enable(&table);
        }
    });
    let leaving = window_event_listener(ev::beforeunload, |event| {
        if saving::is_waiting() {
            event.prevent_default();
        }
    });
    on_cleanup(move || leaving.remove());
    view! {
        <div
            on:keydown=on_key
            on:paste=on_paste
            on:dblclick=on_double_click
            on:click=on_click
            on:focusin=on_enter
            on:focusout=on_leave
        >
            {children()}
        </div>
    }
}

fn on_key(event: KeyboardEvent) {
    if let Some(editor) = editor::of(event.target()) {
        on_key_in_editor(&event, &editor);
    } else if let Some(cell) = cells::of(event.target()) {
        on_key_in_cell(&event, &cell);
    }
}

fn on_key_in_editor(event: &KeyboardEvent, editor: &HtmlTextAreaElement) {
    // While letters are being composed, Enter only ends the composition.
    if event.is_composing() {
        return;
    }
    match event.key().as_str() {
        "Escape" => editor::cancel(editor),
        "Enter" if !event.alt_key() => {
            if let Some(cell) = editor::commit(editor) {
                cells::step(&cell, Direction::Down);
            }
        }
        "Tab" => {
            let Some(cell) = editor::commit(editor) else {
                return;
            };
            if !cells::next_problem(&cell, event.shift_key()) {
                cells::step(
                    &cell,
                    if event.shift_key() {
                        Direction::Left
                    } else {
                        Direction::Right
                    },
                );
            }
        }
        _ => return,
    }
    event.prevent_default();
}

fn on_key_in_cell(event: &KeyboardEvent, cell: &Element) {
    let with_control = event.ctrl_key() || event.meta_key();
    let key = event.key();
    match (with_control, key.as_str()) {
        (true, "z" | "Z") => saving::step(event.shift_key()),
        (true, "y" | "Y") => saving::step(true),
        (true, "Home") => cells::step(cell, Direction::First),
        (true, "End") => cells::step(cell, Direction::Last),
        (true, _) => return,
        (false, "ArrowUp") => cells::step(cell, Direction::Up),
        (false, "ArrowDown") => cells::step(cell, Direction::Down),
        (false, "ArrowLeft") => cells::step(cell, Direction::Left),
        (false, "ArrowRight") => cells::step(cell, Direction::Right),
        (false, "Home") => cells::step(cell, Direction::Begin),
        (false, "End") => cells::step(cell, Direction::End),
        (false, "Enter" | "F2") => editor::open(cell, None),
        (false, "Escape") => cells::leave(),
        (false, "Delete" | "Backspace") => editor::write(cell, ""),
        // Past the last problem the keyboard leaves the grid, as Tab does everywhere.
        (false, "Tab") if cells::next_problem(cell, event.shift_key()) => {}
        (false, letter) if !event.alt_key() && letter.chars().count() == 1 => {
            editor::open(cell, Some(letter));
        }
        _ => return,
    }
    event.prevent_default();
}

fn on_paste(event: ClipboardEvent) {
    if editor::of(event.target()).is_some() {
        return;
    }
    let text = event
        .clipboard_data()
        .and_then(|data| data.get_data("text/plain").ok());
    if let (Some(cell), Some(text)) = (cells::of(event.target()), text) {
        event.prevent_default();
        let left = editor::write_block(&cell, &clipboard::parse(&text));
        if left > 0 {
            let sentence = cells::sentence("data-not-pasted");
            cells::say(&dom::filled(&sentence, "{count}", &left.to_string()));
        }
    }
}

fn on_double_click(event: MouseEvent) {
    if editor::of(event.target()).is_none()
        && let Some(cell) = cells::of(event.target())
    {
        event.prevent_default();
        editor::open(&cell, None);
    }
}

fn on_click(event: MouseEvent) {
    let is_link = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| matches!(element.closest("a"), Ok(Some(_))));
    if !is_link
        && editor::of(event.target()).is_none()
        && let Some(cell) = cells::of(event.target())
    {
        cells::focus(&cell);
    }
}

/// What is wrong with a row is told while the keyboard is in it.
fn on_enter(event: FocusEvent) {
    if let Some(cell) = cells::of(event.target()) {
        cells::tell_row(&cell);
    }
}

/// What was typed counts also when the pointer goes elsewhere.
fn on_leave(event: FocusEvent) {
    if let Some(editor) = editor::of(event.target()) {
        editor::commit(&editor);
    }
}
