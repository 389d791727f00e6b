//! The title of the tab.

use leads::views::LayoutView;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::web::language::t;
use crate::web::messages::layout;

/// `Review · Acme Indonesia · Coxswain` with the account of whoever is signed in, and `Error: ` before it when something has to be
/// fixed.
#[component]
pub fn PageTitle(#[prop(into)] text: String, #[prop(optional)] error: bool) -> impl IntoView {
    let account = use_context::<LayoutView>().map(|layout| layout.account_name);
    let places = [Some(text), account].into_iter().flatten();
    let title: String = places.map(|place| escaped(&place) + " · ").collect();
    let title = format!("{title}Coxswain");
    let title = match error {
        true => t(layout::error_title(title)),
        false => title,
    };
    view! { <Title text=title /> }
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
