//! The language that a page is written in.

use leptos::prelude::{AnyView, IntoAny, use_context};
use localization::{Language, Message, Part};
use tokio::task_local;

task_local! {
    /// The language of the request that the task answers.
    static LANGUAGE: Language;
}

/// The language of whoever made the request that is being answered.
pub fn language() -> Language {
    // Parts of a page are drawn by other tasks, and behind the answer: they have its context.
    let of_page = use_context::<Language>();
    of_page
        .or_else(|| LANGUAGE.try_with(|language| *language).ok())
        .unwrap_or_default()
}

/// A message in the language of whoever made the request that is being answered.
pub fn t(message: Message) -> String {
    message.text(language())
}

/// Answers a request in that language.
pub async fn answered_in<F: Future>(language: Language, answer: F) -> F::Output {
    LANGUAGE.scope(language, answer).await
}

/// The same with elements of the message drawn by name: a link, bold text.
pub fn with_elements(message: &Message, draw: impl Fn(&str, String) -> AnyView) -> Vec<AnyView> {
    let parts = message.parts(language()).into_iter();
    let views = parts.map(|part| match part {
        Part::Text(text) => text.into_any(),
        Part::Element(name, text) => draw(&name, text),
    });
    views.collect()
}
