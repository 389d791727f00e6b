//! Dropping a spreadsheet onto the form.

use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, File, HtmlInputElement};

use crate::islands::dom;
use crate::islands::dom::{by_id, say};

/// The largest file that the server takes, in bytes.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Takes dropped files into the `<input id="sheet">` inside, and says in `#sheet-chosen` which file is chosen, or its
/// `data-too-large`.
/// Without it the input works as inputs do.
#[island]
pub fn SheetDrop(children: Children) -> impl IntoView {
    // A choice made before the island woke up, or kept by the browser, is shown too.
    Effect::new(look);
    view! {
        <div
            class="drop"
            on:dragover=|event: DragEvent| {
                event.prevent_default();
                show_over(&event, true);
            }
            on:dragleave=|event: DragEvent| show_over(&event, false)
            on:drop=|event: DragEvent| {
                event.prevent_default();
                show_over(&event, false);
                take(&event);
            }
            on:change=|_: Event| look()
        >
            {children()}
        </div>
    }
}

/// Shows whether a file is held over the place for it.
fn show_over(event: &DragEvent, is_over: bool) {
    let target = event.current_target();
    if let Some(place) = target.and_then(|target| target.dyn_into::<Element>().ok()) {
        // Never fails: the name is a legal one.
        let _ = place.toggle_attribute_with_force("data-over", is_over);
    }
}

/// Puts the dropped files into the input.
fn take(event: &DragEvent) {
    let files = event.data_transfer().and_then(|transfer| transfer.files());
    if let (Some(files), Some(input)) = (files, by_id::<HtmlInputElement>("sheet"))
        && files.length() > 0
    {
        input.set_files(Some(&files));
        // Who dropped it is told nothing by the browser, and neither is whoever waits for a choice.
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        if let Ok(chosen) = web_sys::Event::new_with_event_init_dict("change", &options) {
            let _ = input.dispatch_event(&chosen);
        }
    }
}

/// Says which file is chosen; gives up a file that is too large.
fn look() {
    let (Some(input), Some(text)) = (
        by_id::<HtmlInputElement>("sheet"),
        by_id::<Element>("sheet-chosen"),
    ) else {
        return;
    };
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    let size = size_of(&file);
    if size > MAX_BYTES {
        input.set_value("");
        text.set_class_name("error");
        let sentence = dom::attribute(&text, "data-too-large");
        let sentence = dom::filled(&sentence, "{size}", &in_words(size));
        say(&text, &dom::filled(&sentence, "{file}", &file.name()));
    } else {
        text.set_class_name("chosen");
        say(&text, &format!("{} · {}", file.name(), in_words(size)));
    }
}

/// The size in bytes; the browser gives a whole number as a float.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn size_of(file: &File) -> u64 {
    file.size() as u64
}

/// A size for people, in the language of the page.
fn in_words(bytes: u64) -> String {
    let (number, unit) = rounded(bytes);
    format!("{} {unit}", dom::format_number(number))
}

/// Whole kilobytes, or megabytes with one decimal, rounded up so that what is too large never looks as if it were not.
fn rounded(bytes: u64) -> (f64, &'static str) {
    let kilobytes = bytes.div_ceil(1024);
    if kilobytes < 1024 {
        (kilobytes as f64, "kB")
    } else {
        ((bytes * 10).div_ceil(1024 * 1024) as f64 / 10.0, "MB")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_whole_kilobytes_or_tenths_of_megabytes() {
        assert_eq!(rounded(1), (1.0, "kB"));
        assert_eq!(rounded(64 * 1024), (64.0, "kB"));
        assert_eq!(rounded(1_572_864), (1.5, "MB"));
    }

    #[test]
    fn a_file_that_is_too_large_by_one_byte_does_not_seem_small_enough() {
        assert_eq!(rounded(MAX_BYTES), (64.0, "MB"));
        assert_eq!(rounded(MAX_BYTES + 1), (64.1, "MB"));
    }
}
