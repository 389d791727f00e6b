//! Writing into a cell.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlTextAreaElement};

use crate::islands::dom;
use crate::islands::lead_grid::{cells, saving};

/// The class of the control that a cell is written in.
const EDITOR: &str = "cell-editor";

/// The control, where the target of an event is one.
pub fn of(target: Option<EventTarget>) -> Option<HtmlTextAreaElement> {
    let editor = target?.dyn_into::<HtmlTextAreaElement>().ok()?;
    editor.class_list().contains(EDITOR).then_some(editor)
}

/// What the cell says now.
fn value(cell: &Element) -> Option<Element> {
    cell.query_selector(".grid-cell").ok()?
}

/// The text of the cell: a number is shown otherwise than it is written.
fn text_of(value: &Element) -> String {
    let text = value.get_attribute("data-text");
    text.or_else(|| value.text_content()).unwrap_or_default()
}

/// Opens the cell: with its text, or with the first letter of what is typed over it.
pub fn open(cell: &Element, first: Option<&str>) {
    let Some(value) = value(cell) else { return };
    let Some(editor) = document()
        .create_element("textarea")
        .ok()
        .and_then(|editor| editor.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    let label = dom::attribute(cell, "data-label");
    let row = cells::address(cell).map(|(row, _)| row).unwrap_or_default();
    let text = text_of(&value);
    editor.set_class_name(EDITOR);
    editor.set_rows(if text.contains('\n') { 3 } else { 1 });
    editor.set_value(first.unwrap_or(&text));
    let named = dom::filled(&cells::sentence("data-cell"), "{row}", &row);
    // Never fails, like what follows: the names are legal, and the cell is in the page.
    let _ = editor.set_attribute("aria-label", &dom::filled(&named, "{column}", &label));
    let _ = value.set_attribute("hidden", "");
    let _ = cell.insert_before(&editor, Some(&value));
    let _ = editor.focus();
    if first.is_none() {
        editor.select();
    }
}

/// Ends writing and keeps what was written; the cell, which is gone to.
pub fn commit(editor: &HtmlTextAreaElement) -> Option<Element> {
    let text = editor.value();
    let cell = close(editor)?;
    write(&cell, &text);
    Some(cell)
}

/// Ends writing and forgets what was written.
pub fn cancel(editor: &HtmlTextAreaElement) {
    if let Some(cell) = close(editor) {
        cells::focus(&cell);
    }
    saving::apply_deferred();
}

/// Takes the control away. Taking it away makes it lose the keyboard, which ends writing a second time: that finds no cell.
fn close(editor: &HtmlTextAreaElement) -> Option<Element> {
    if !editor.class_list().contains(EDITOR) {
        return None;
    }
    editor.set_class_name("");
    let cell = editor.closest("td").ok()??;
    if let Some(value) = value(&cell) {
        let _ = value.remove_attribute("hidden");
    }
    editor.remove();
    Some(cell)
}

/// Writes a text into a cell, if it is another one, and saves it.
pub fn write(cell: &Element, text: &str) {
    if show(cell, text) {
        saving::save(cells::address(cell).map(|(row, field)| saving::Change {
            row,
            field,
            text: text.to_owned(),
        }));
    } else {
        saving::apply_deferred();
    }
}

/// Writes a block of texts from a cell on, to the right and downwards; how many of them the page has no cell for.
pub fn write_block(cell: &Element, block: &[Vec<String>]) -> usize {
    let mut left = 0;
    let mut changes = Vec::new();
    for (down, row) in block.iter().enumerate() {
        for (right, text) in row.iter().enumerate() {
            match cells::offset(cell, down, right) {
                Some(cell) if show(&cell, text) => {
                    changes.extend(cells::address(&cell).map(|(row, field)| saving::Change {
                        row,
                        field,
                        text: text.clone(),
                    }));
                }
                Some(_) => {}
                None => left += 1,
            }
        }
    }
    saving::save(changes);
    left
}

/// Shows a text in a cell; whether it is another one than before.
pub fn show(cell: &Element, text: &str) -> bool {
    let Some(value) = value(cell) else {
        return false;
    };
    let is_new = text_of(&value) != text;
    if is_new {
        value.set_text_content(Some(text));
        let _ = value.remove_attribute("data-text");
        // Until the server has validated it and draws the row anew.
        let _ = cell.class_list().add_1("unsaved");
    }
    is_new
}
