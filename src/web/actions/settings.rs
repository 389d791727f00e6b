//! `POST /settings`.

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::{Caller, accounts};
use leads::states::Tone;
use leads::views::{AccountForm, Notice};
use serde::Deserialize;
use tower_sessions::Session;

use crate::web::forms::form_state::FormState;
use crate::web::paths;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// What the form posts.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct SettingsPost {
    name: String,
    country: String,
    zone: String,
    platform: String,
    lines: String,
    /// Sent only when the box is ticked.
    dnc_arranged: Option<String>,
    batch_size: String,
    cooldown_days: String,
}

/// Saves the account's settings; administrators only.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(posted): Form<SettingsPost>,
) -> Response {
    let form = AccountForm {
        name: posted.name,
        country: posted.country,
        zone: posted.zone,
        platform: posted.platform,
        lines: posted.lines,
        dnc_arranged: posted.dnc_arranged.is_some(),
        batch_size: posted.batch_size,
        cooldown_days: posted.cooldown_days,
    };
    match accounts::save(state.backend(), &caller, clock::now(), &form).await {
        Ok(()) => {
            let notice = Notice::new(Tone::Good, "Settings saved.");
            match session::put_notice(&session, &notice).await {
                Ok(()) => Redirect::to(paths::settings()).into_response(),
                Err(error) => answers::failed(&error),
            }
        }
        Err(backend::Error::Problems(problems)) => {
            let form_state = FormState {
                values: form,
                problems,
                status: 422,
            };
            answers::rerender_form(&state, parts, paths::settings(), form_state).await
        }
        Err(error) => answers::refused(error),
    }
}
