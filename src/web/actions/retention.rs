//! `POST /settings/retention`.

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use axum::{Extension, Form};
use backend::{Caller, retention};
use leads::views::RetentionForm;
use tower_sessions::Session;

use crate::web::actions::profile::done;
use crate::web::forms::form_state::FormState;
use crate::web::messages::retention as texts;
use crate::web::request::state::AppState;
use crate::web::{answers, clock, paths};

/// Saves how long the account keeps what names people; administrators only.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(form): Form<RetentionForm>,
) -> Response {
    match retention::save(state.backend(), &caller, clock::now(), &form).await {
        Ok(()) => done(&session, texts::saved(), &paths::retention()).await,
        Err(backend::Error::Problems(problems)) => {
            let refused = FormState::refused(form, problems);
            answers::rerender_form(&state, parts, &paths::retention(), refused).await
        }
        Err(error) => answers::refused(error),
    }
}
