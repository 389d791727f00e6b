//! A button that copies a text.

use leptos::prelude::*;

/// Copies the text; the page's script shows the button where the browser lets it copy.
#[component]
pub fn CopyButton(
    /// What is copied.
    text: String,
    /// What that is: `ID`.
    what: &'static str,
) -> impl IntoView {
    view! {
        <button class="link" type="button" data-copy=text hidden=true aria-live="polite">
            "Copy " {what}
        </button>
    }
}
