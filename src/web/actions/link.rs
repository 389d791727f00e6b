//! `POST /link`: what a one-time link is for.

use std::net::SocketAddr;

use axum::Form;
use axum::extract::{ConnectInfo, State};
use axum::http::request::Parts;
use axum::response::Response;
use backend::people::{self, AcceptedLink, LinkError};
use serde::Deserialize;
use tower_sessions::Session;

use crate::web::actions::sign_in::{Arrival, enter};
use crate::web::forms::form_state::{FormState, LinkForm};
use crate::web::paths;
use crate::web::request::client_address::client;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// Characters of a key that are looked at: one that works has 43.
const MAX_KEY_LENGTH: usize = 64;

/// What the form posts. No `Debug`: it holds a password and the key.
#[derive(Deserialize)]
pub struct LinkPost {
    #[serde(default)]
    key: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
}

/// Uses the link up. Its person is signed in at once, or goes on to their second factor.
pub async fn post(
    State(state): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    session: Session,
    parts: Parts,
    Form(posted): Form<LinkPost>,
) -> Response {
    let key = key_in_an_address(&posted.key);
    let typed = AcceptedLink {
        key: &key,
        id: clock::new_id(),
        name: &posted.name,
        password: &posted.password,
    };
    let began = clock::now();
    let client = client(peer, &parts.headers, &state.site().trusted_proxies);
    let (status, problems) = match people::accept(state.backend(), began, typed, &client).await {
        Ok(first) => {
            let arrival = Arrival {
                began,
                client: &client,
                next: None,
            };
            return enter(&state, &session, &parts, first, arrival).await;
        }
        // The page says by itself what is wrong with the link.
        Err(LinkError::Expired | LinkError::Gone) => (410, Vec::new()),
        Err(LinkError::Wait { .. }) => (429, Vec::new()),
        Err(LinkError::Failed(backend::Error::Problems(problems))) => (422, problems),
        Err(LinkError::Failed(error)) => return answers::refused(error),
    };
    let refused = FormState {
        values: LinkForm { name: posted.name },
        problems,
        status,
    };
    answers::rerender_form(&state, parts, &paths::link(&key), refused).await
}

/// What may be part of a key, so that the page can be drawn again at its address.
fn key_in_an_address(key: &str) -> String {
    let is_of_a_key = |letter: &char| letter.is_ascii_alphanumeric() || ['-', '_'].contains(letter);
    let kept: String = key
        .chars()
        .filter(is_of_a_key)
        .take(MAX_KEY_LENGTH)
        .collect();
    if kept.is_empty() {
        "none".to_owned()
    } else {
        kept
    }
}
