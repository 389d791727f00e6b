//! A control for text of several lines.

use leptos::prelude::*;

/// A `<textarea>`. What it holds may come from a file or from anybody: Leptos writes the children of this element as they
/// stand, so that they are escaped here, and nowhere else is there such an element (`tests/architecture`).
#[component]
pub fn TextArea(
    /// The `id`.
    #[prop(into)]
    id: String,
    /// The `name`.
    #[prop(into)]
    name: String,
    /// What it holds.
    value: String,
    /// Lines that are shown.
    rows: &'static str,
    /// Whether the browser marks misspelt words: `true` or `false`.
    #[prop(default = None)]
    spellcheck: Option<&'static str>,
    /// `aria-invalid`.
    invalid: Option<&'static str>,
    /// `aria-describedby`.
    described_by: Option<String>,
) -> impl IntoView {
    view! {
        <textarea
            id=id
            name=name
            rows=rows
            spellcheck=spellcheck
            aria-invalid=invalid
            aria-describedby=described_by
            inner_html=escaped(&value)
        ></textarea>
    }
}

/// The text as the content of the element. HTML drops a line break right behind the start tag: this one, and no other.
fn escaped(text: &str) -> String {
    format!("\n{}", text.replace('&', "&amp;").replace('<', "&lt;"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_end_the_control_nor_lose_its_first_line_break() {
        assert_eq!(escaped("a</textarea><b>"), "\na&lt;/textarea>&lt;b>");
        assert_eq!(escaped("\n&amp;"), "\n\n&amp;amp;");
    }
}
