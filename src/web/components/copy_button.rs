//! A button that copies a text.

use leptos::prelude::*;

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
    /// What that is: `ID`.
    what: &'static str,
) -> impl IntoView {
    view! {
        {text.map(|text| view! { <span id=HIDDEN_ID hidden=true>{text}</span> })}
        <button class="link" type="button" data-copy=from hidden=true aria-live="polite">
            "Copy " {what}
        </button>
    }
}
