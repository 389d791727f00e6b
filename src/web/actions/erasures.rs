//! What administrators do when somebody asks to be erased.

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use axum::{Extension, Form};
use backend::{Caller, erasures};
use tower_sessions::Session;

use crate::web::actions::profile::done;
use crate::web::forms::erasures::{EraseForm, FindErasureForm, HeldNumber};
use crate::web::forms::form_state::FormState;
use crate::web::messages::erasures as texts;
use crate::web::request::state::AppState;
use crate::web::{answers, clock, paths};

/// Shows what is held of a number.
pub async fn find(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    parts: Parts,
    Form(form): Form<FindErasureForm>,
) -> Response {
    match erasures::find(state.backend(), &caller, clock::now(), &form.number).await {
        Ok(held) => {
            let found = FormState {
                values: HeldNumber {
                    number: form.number,
                    held,
                },
                problems: Vec::new(),
                status: 200,
            };
            answers::rerender_form(&state, parts, &paths::erasures(), found).await
        }
        Err(backend::Error::Problems(problems)) => {
            let refused = FormState::refused(form, problems);
            answers::rerender_form(&state, parts, &paths::erasures(), refused).await
        }
        Err(error) => answers::refused(error),
    }
}

/// Erases it, and leads to the receipt.
pub async fn erase(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(form): Form<EraseForm>,
) -> Response {
    let what = (form.number.as_str(), form.keep_on_list);
    let (now, id) = (clock::now(), clock::new_id());
    match erasures::erase(state.backend(), &caller, now, id, what).await {
        Ok(id) => done(&session, texts::erased(), &paths::receipt(id)).await,
        Err(backend::Error::Problems(problems)) => {
            let refused = FormState::refused(
                FindErasureForm {
                    number: form.number,
                },
                problems,
            );
            answers::rerender_form(&state, parts, &paths::erasures(), refused).await
        }
        Err(error) => answers::refused(error),
    }
}
