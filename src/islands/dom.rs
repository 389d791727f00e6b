//! The few things that islands do to the document.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The element of that id, as that kind of element.
pub fn by_id<Kind: JsCast>(id: &str) -> Option<Kind> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Writes the text of an element, unless it says so already: what is live is read aloud at every change.
pub fn say(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}
