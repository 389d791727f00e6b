//! The title of the tab.

use leptos::prelude::*;
use leptos_meta::Title;

/// `Review · Coxswain`, or `Error: Review · Coxswain` when something has to be fixed.
#[component]
pub fn PageTitle(#[prop(into)] text: String, #[prop(optional)] error: bool) -> impl IntoView {
    let prefix = if error { "Error: " } else { "" };
    view! { <Title text=format!("{prefix}{} · Coxswain", escaped(&text)) /> }
}

/// The title goes into the document as it stands: what a person typed must not end it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_end_the_title() {
        assert_eq!(escaped("</title><script>"), "&lt;/title>&lt;script>");
    }
}
