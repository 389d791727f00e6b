//! The languages to choose from, where nobody is known yet who could have chosen one.

use leptos::prelude::*;
use localization::Language;

use crate::web::components::post_button::HiddenValues;
use crate::web::language::{language, t};
use crate::web::messages::languages;
use crate::web::paths;
use crate::web::request::caller::this_page;

/// A button for each language, by what its speakers call it; the page that is shown comes again in it.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let shown = language();
    let buttons = Language::ALL.map(|language| {
        let is_shown = (language == shown).then_some("true");
        view! {
            <li>
                <button
                    class="link"
                    name="language"
                    value=language.tag()
                    lang=language.tag()
                    aria-current=is_shown
                >
                    {language.own_name()}
                </button>
            </li>
        }
    });
    view! {
        <form class="languages" method="post" action=paths::language() aria-label=t(languages::language())>
            <HiddenValues values=vec![("next", this_page())] />
            <ul>{buttons.collect_view()}</ul>
        </form>
    }
}
