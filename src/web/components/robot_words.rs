//! Words of a robot, in its own language.

use leptos::prelude::*;

/// What `lang` says of words in the language of a robot, which is as the provider tells it: mostly a tag. It is empty where the language is
/// not known, so that nobody takes the words for those of the page.
pub fn lang(told: Option<&str>) -> String {
    let named = told.map(leads::named_language);
    named.and_then(|named| named.tag).unwrap_or_default()
}

/// What a robot says.
pub fn said(words: String, language: Option<&str>) -> AnyView {
    view! { <blockquote lang=lang(language)>{words}</blockquote> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_the_language_of_the_robot_or_in_none_that_is_known() {
        assert_eq!(lang(Some("es-mx")), "es-MX");
        assert_eq!(lang(Some("Klingon")), "");
        assert_eq!(lang(None), "");
    }
}
