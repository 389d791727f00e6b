//! The language that a page is written in.

use axum::extract::Request;
use axum::http::{HeaderMap, Uri, header};
use leptos::prelude::{AnyView, IntoAny, use_context};
use localization::{Language, Message, Part};
use tokio::task_local;

use crate::web::paths;
use crate::web::request::chosen_language;

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

/// The language that a request asks for by itself: its cookie, which keeps what was chosen, or else what its browser prefers.
pub fn asked_for(uri: &Uri, headers: &HeaderMap) -> Option<Language> {
    in_address(uri)
        .or_else(|| chosen_language::of(headers))
        .or_else(|| {
            let accepted = headers.get(header::ACCEPT_LANGUAGE)?;
            Language::accepted(accepted.to_str().ok()?)
        })
}

/// The language of somebody who is signed in: the one that they have chosen, or that they ask for, or that of their account.
pub fn of_person(
    request: &Request,
    chosen: Option<Language>,
    of_account: Option<Language>,
) -> Language {
    in_address(request.uri())
        .or(chosen)
        .or_else(|| asked_for(request.uri(), request.headers()))
        .or(of_account)
        .unwrap_or_default()
}

/// In development the address may say the language: `?lang=qps` shows what is in no catalogue.
fn in_address(uri: &Uri) -> Option<Language> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let query = uri.query().unwrap_or_default();
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    let (_, tag) = pairs.find(|(name, _)| name == paths::LANGUAGE)?;
    Language::from_tag(&tag)
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
