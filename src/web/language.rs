//! The language that a page is written in.

use axum::http::request::Parts;
use leptos::prelude::{AnyView, IntoAny, Owner, provide_context};
use leptos::reactive::owner::with_context;
use localization::{Language, Message, Part};

use crate::web::paths;

/// The language of whoever made the request that is being answered.
pub fn language() -> Language {
    with_context::<Parts, _>(of_request).unwrap_or_default()
}

/// A message in the language of whoever made the request that is being answered.
pub fn t(message: Message) -> String {
    message.text(language())
}

/// The language of whoever made that request. It is English until every page is written in the others.
pub fn of_request(parts: &Parts) -> Language {
    asked_for(parts).unwrap_or_default()
}

/// What is written in the language of that request where Leptos answers none: in a file, or in a notice for the next page.
pub fn written_for<T>(parts: &Parts, write: impl FnOnce() -> T) -> T {
    Owner::new().with(|| {
        provide_context(parts.clone());
        write()
    })
}

/// In development the address may say the language: `?lang=qps` shows what is in no catalogue.
fn asked_for(parts: &Parts) -> Option<Language> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let query = parts.uri.query().unwrap_or_default();
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
