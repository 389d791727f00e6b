//! `POST /setup`: the first administrator.

use std::net::SocketAddr;

use axum::Form;
use axum::extract::{ConnectInfo, State};
use axum::http::request::Parts;
use axum::response::Response;
use backend::setup::{self, FirstAdministrator, SetUpError};
use leads::views::{FormProblem, RetentionForm};
use serde::Deserialize;
use tower_sessions::Session;

use crate::web::actions::sign_in::{Arrival, enter};
use crate::web::forms::form_state::{FormState, SetupForm};
use crate::web::messages::{errors, setup as texts};
use crate::web::paths;
use crate::web::request::client_address::client;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// Characters of a key that are looked at and drawn again: one that works has 27.
const MAX_KEY_LENGTH: usize = 64;

/// What the form posts. No `Debug`: it holds a password and the key.
#[derive(Deserialize)]
pub struct SetupPost {
    #[serde(default)]
    key: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(flatten)]
    retention: RetentionForm,
}

/// Makes the first administrator, who is signed in at once. The key no longer works afterwards.
pub async fn post(
    State(state): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    session: Session,
    parts: Parts,
    Form(posted): Form<SetupPost>,
) -> Response {
    let key: String = posted.key.chars().take(MAX_KEY_LENGTH).collect();
    let new = FirstAdministrator {
        id: clock::new_id(),
        key: &key,
        email: &posted.email,
        name: &posted.name,
        password: &posted.password,
        retention: &posted.retention,
    };
    let client = client(peer, &parts.headers, &state.site().trusted_proxies);
    let began = clock::now();
    let made = setup::create_administrator(state.backend(), began, new, &client).await;
    let (status, problems, seconds) = match made {
        Ok(known) => {
            let first = known.first_factor(began);
            let arrival = Arrival {
                began,
                client: &client,
                next: None,
            };
            return enter(&state, &session, &parts, first, arrival).await;
        }
        // The page says by itself that the set-up is done.
        Err(SetUpError::Done) => (404, Vec::new(), None),
        Err(SetUpError::WrongKey) => (401, vec![FormProblem::new("key", texts::wrong_key())], None),
        Err(SetUpError::Wait { minutes }) => (
            429,
            vec![FormProblem::new("key", errors::too_many_attempts(minutes))],
            Some(minutes.saturating_mul(60)),
        ),
        Err(SetUpError::Failed(backend::Error::Problems(problems))) => (422, problems, None),
        Err(SetUpError::Failed(backend::Error::Busy { sentence, seconds })) => (
            503,
            vec![FormProblem::new("password", sentence)],
            Some(seconds),
        ),
        Err(SetUpError::Failed(error)) => return answers::refused(error),
    };
    let form_state = FormState {
        values: SetupForm {
            key,
            name: posted.name,
            email: posted.email,
            retention: posted.retention,
        },
        problems,
        status,
    };
    let answer = answers::rerender_form(&state, parts, paths::setup(), form_state).await;
    answers::worth_trying_after(seconds, answer)
}
