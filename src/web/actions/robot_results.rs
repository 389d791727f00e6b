//! `POST /robots/{id}/results`.

use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::{Caller, results};
use leads::states::Tone;
use leads::views::Notice;
use tower_sessions::Session;

use crate::web::forms::form_state::FormState;
use crate::web::forms::robot_results::RobotResultsForm;
use crate::web::language::t;
use crate::web::messages::robot_results as texts;
use crate::web::paths;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// Saves what the results of a robot mean, and leads to the robot; administrators only.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    Path(id): Path<String>,
    parts: Parts,
    Form(posted): Form<Vec<(String, String)>>,
) -> Response {
    let fields = posted.iter();
    let form = RobotResultsForm::of(fields.map(|(name, value)| (name.as_str(), value.as_str())));
    let (backend, now, rows) = (state.backend(), clock::now(), form.to_save());
    let saved = results::save_robot_results(backend, &caller, now, &id, form.version, &rows).await;
    let (notice, to) = match saved {
        Ok(()) => {
            let text = t(texts::saved());
            (Notice::new(Tone::Good, text), paths::robot(&id))
        }
        Err(backend::Error::Problems(problems)) => {
            let form_state = FormState::refused(form, problems);
            let address = paths::robot_results(&id);
            return answers::rerender_form(&state, parts, &address, form_state).await;
        }
        Err(backend::Error::Conflict(sentence)) => (
            Notice::new(Tone::Bad, t(sentence)),
            paths::robot_results(&id),
        ),
        Err(error) => return answers::refused(error),
    };
    match session::put_notice(&session, &notice).await {
        Ok(()) => Redirect::to(&to).into_response(),
        Err(error) => answers::failed(&error),
    }
}
