//! Choosing a language, on the sign-in page and on the own one.

use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use backend::people;
use localization::Language;
use serde::Deserialize;
use tower_sessions::Session;

use crate::web::request::language::kept;
use crate::web::request::next::local_path;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, paths};

/// What the switch and the form post.
#[derive(Deserialize)]
pub struct LanguagePost {
    /// The tag of a language; empty to read what the browser asks for.
    #[serde(default)]
    language: String,
    /// The page to go on reading.
    #[serde(default)]
    next: String,
}

/// Keeps the language in the browser, and with the person where somebody is signed in.
pub async fn post(
    State(state): State<AppState>,
    session: Session,
    Form(posted): Form<LanguagePost>,
) -> Response {
    let next = Redirect::to(local_path(&posted.next).unwrap_or(paths::sign_in()));
    let chosen = Language::offered(&posted.language);
    if chosen.is_none() && !posted.language.is_empty() {
        // None of ours: what was chosen before stays.
        return next.into_response();
    }
    match session::person(&session).await {
        Ok(Some(person)) => {
            if let Err(error) = people::change_language(state.backend(), person, chosen).await {
                return answers::refused(error);
            }
        }
        Ok(None) => {}
        Err(error) => return answers::failed(&error),
    }
    kept(chosen, state.site().https, next.into_response())
}
