//! A button that copies a text.

use leptos::prelude::*;

use crate::web::language::t;
use crate::web::messages::components;

/// The `id` of a text that stands nowhere else by itself.
const HIDDEN_ID: &str = "copied-text";

/// Copies a text, or that of an element; the page's script shows the button where the browser lets it copy. A page has one with a text.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(optional, into)]
    text: Option<String>,
    /// The `id` of the element whose text is copied.
    #[prop(default = HIDDEN_ID)]
    from: &'static str,
    /// Verb and object: `Copy ID`.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        {text.map(|text| view! { <span id=HIDDEN_ID hidden=true>{text}</span> })}
        <button class="link" type="button" data-copy=from data-copied=t(components::copied()) hidden=true aria-live="polite">
            {label}
        </button>
    }
}
