//! A button that does something: a small form of its own.

use leptos::prelude::*;

use crate::web::components::icon::Icon;

/// A form with hidden values and one button.
#[component]
pub fn PostButton(
    /// Where it posts.
    #[prop(into)]
    action: String,
    /// Names and values that it posts.
    hidden: Vec<(&'static str, String)>,
    /// Verb and object.
    #[prop(into)]
    text: String,
    /// Class of the button beside `button`.
    #[prop(optional)]
    class: &'static str,
    /// What it is about, where several such buttons are on a page: only read aloud.
    #[prop(optional, into)]
    about: Option<String>,
    /// A drawing before the text.
    #[prop(optional)]
    icon: Option<&'static str>,
) -> impl IntoView {
    view! {
        <form method="post" action=action>
            <HiddenValues values=hidden />
            <button class=format!("button {class}") type="submit">
                {icon.map(|name| view! { <Icon name=name /> })}
                {text}
                {about.map(|about| view! { <span class="visually-hidden">{format!(" {about}")}</span> })}
            </button>
        </form>
    }
}

/// What a form posts without showing it.
#[component]
pub fn HiddenValues(values: Vec<(&'static str, String)>) -> impl IntoView {
    values
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view()
}
