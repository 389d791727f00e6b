//! `POST /setup`: the first administrator.

use axum::Form;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use backend::setup;
use serde::Deserialize;
use tower_sessions::Session;

use super::state::AppState;
use super::{clock, pages, session};
use crate::entered::{Entered, SetupForm};
use crate::paths;

/// What the form posts. No `Debug`: it holds a password and the key.
#[derive(Deserialize)]
pub struct Posted {
    #[serde(default)]
    key: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

/// Makes the first administrator, who is signed in at once. The link works no more afterwards.
pub async fn post(
    State(state): State<AppState>,
    session: Session,
    parts: Parts,
    Form(posted): Form<Posted>,
) -> Response {
    let Posted {
        key,
        name,
        email,
        password,
    } = posted;
    let id = clock::new_id();
    let now = clock::now();
    match setup::create_administrator(state.backend(), now, id, &key, &email, &name, &password)
        .await
    {
        Ok(caller) => match session::sign_in(&session, caller.person).await {
            Ok(()) => Redirect::to(paths::tasks()).into_response(),
            Err(error) => pages::failed(&error),
        },
        Err(error) => {
            // The page of a link that works no more says so by itself.
            let problems = match error {
                backend::Error::Faults(problems) => problems,
                backend::Error::NotFound => Vec::new(),
                error => return pages::refused(error),
            };
            let address = paths::setup_with(&key);
            let entered = Entered {
                values: SetupForm { key, name, email },
                problems,
                status: 422,
            };
            pages::again(&state, parts, &address, entered).await
        }
    }
}
