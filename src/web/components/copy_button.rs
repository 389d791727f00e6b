//! A button that copies a text.

use leptos::prelude::*;

/// Copies a text, or that of an element; the page's script shows the button where the browser lets it copy.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(optional)]
    text: String,
    /// The `id` of the element whose text is copied, where that changes by itself.
    #[prop(optional)]
    from: &'static str,
    /// What that is: `ID`.
    what: &'static str,
) -> impl IntoView {
    let from = (!from.is_empty()).then_some(from);
    view! {
        <button class="link" type="button" data-copy=text data-from=from hidden=true aria-live="polite">
            "Copy " {what}
        </button>
    }
}
