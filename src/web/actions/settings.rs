//! `POST /settings`.

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use axum::{Extension, Form};
use backend::{Caller, accounts};
use tower_sessions::Session;

use crate::web::actions::profile::done;
use crate::web::forms::form_state::FormState;
use crate::web::forms::settings::settings_form;
use crate::web::messages::settings;
use crate::web::paths;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// Saves the account's settings; administrators only.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(posted): Form<Vec<(String, String)>>,
) -> Response {
    let fields = posted.iter();
    let form = settings_form(fields.map(|(name, value)| (name.as_str(), value.as_str())));
    match accounts::save(state.backend(), &caller, clock::now(), &form).await {
        Ok(()) => done(&session, settings::saved(), &paths::settings()).await,
        Err(backend::Error::Problems(problems)) => {
            let form_state = FormState::refused(form, problems);
            answers::rerender_form(&state, parts, &paths::settings(), form_state).await
        }
        Err(error) => answers::refused(error),
    }
}
