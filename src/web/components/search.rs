//! The search above a list.

use leptos::prelude::*;

use crate::web::components::field::Field;
use crate::web::language::t;
use crate::web::messages::components;

/// Words to look for as `q`, one filter to choose, and the button that shows what matches.
#[component]
pub fn Search(
    /// The page of the list.
    #[prop(into)]
    action: String,
    /// The words in force.
    q: String,
    /// Why nothing is found, where more was typed than a search takes.
    #[prop(optional_no_strip)]
    problem: Option<String>,
    /// What the words are compared with, where that has to be said.
    #[prop(optional, into)]
    placeholder: Option<String>,
    /// `name` and `id` of the filter, and its label.
    filter: (&'static str, String),
    /// The values of the filter, and what people see of them.
    choices: Vec<(&'static str, String)>,
    /// The value in force.
    chosen: String,
) -> impl IntoView {
    let (name, label) = filter;
    let choices = choices.into_iter();
    let choices = choices.map(|(value, text)| (value.to_owned(), text));
    let filter = Field::new(name, label, &[]).select(&chosen, choices.collect());
    view! {
        <form class="filters" role="search" action=action>
            {search_field(q, placeholder, problem)}
            {filter}
            <button class="button" type="submit">{t(components::search())}</button>
        </form>
    }
}

/// The field of what is searched for, with the sentence beside it where more was typed than a search takes.
pub fn search_field(q: String, placeholder: Option<String>, problem: Option<String>) -> AnyView {
    let (class, described, invalid) = match problem {
        Some(_) => ("field bad", Some("q-error"), Some("true")),
        None => ("field", None, None),
    };
    view! {
        <div class=class>
            <label for="q">{t(components::search())}</label>
            <input
                id="q"
                name="q"
                type="search"
                data-search=""
                value=q
                placeholder=placeholder
                aria-describedby=described
                aria-invalid=invalid
            />
            {problem.map(|problem| view! { <p class="error" id="q-error">{problem}</p> })}
        </div>
    }
    .into_any()
}
