//! What people do with their own account.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::Caller;
use backend::people::{self, OwnPasswordError};
use leads::states::Tone;
use leads::views::{FormProblem, Notice};
use leptos::prelude::*;
use localization::Message;
use serde::Deserialize;
use tower_sessions::Session;

use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, OwnName, OwnPassword};
use crate::web::language::t;
use crate::web::messages::{errors, profile};
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::client_address::client;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// What the form of the name posts.
#[derive(Deserialize)]
pub struct NamePost {
    #[serde(default)]
    name: String,
}

/// Changes the own name.
pub async fn change_name(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(posted): Form<NamePost>,
) -> Response {
    match people::change_name(state.backend(), &caller, clock::now(), &posted.name).await {
        Ok(()) => done(&session, profile::name_saved(), &paths::profile()).await,
        Err(backend::Error::Problems(problems)) => {
            let refused = FormState::refused(OwnName(posted.name), problems);
            answers::rerender_form(&state, parts, &paths::profile(), refused).await
        }
        Err(error) => answers::refused(error),
    }
}

/// What the form of the password posts. No `Debug`: it holds passwords.
#[derive(Deserialize)]
pub struct PasswordPost {
    #[serde(default)]
    current: String,
    #[serde(default)]
    password: String,
}

/// Changes the own password: all other sessions end, and this one goes on under a new id.
pub async fn change_password(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    session: Session,
    parts: Parts,
    Form(posted): Form<PasswordPost>,
) -> Response {
    let now = clock::now();
    let PasswordPost { current, password } = posted;
    let is_new = caller
        .session
        .as_ref()
        .is_some_and(|session| session.is_new_device);
    // Nothing but a password was shown: the session lasts no longer than before, and has confirmed no more than at sign-in.
    let began = match session::signed_in_at(&session).await {
        Ok(began) => began.unwrap_or(now),
        Err(error) => return answers::failed(&error),
    };
    let changed = people::change_password(state.backend(), &caller, now, &current, &password).await;
    let (status, problems, seconds) = match changed {
        Ok(sign_in) => {
            let client = client(peer, &parts.headers, &state.site().trusted_proxies);
            return match session::sign_in(&session, sign_in, began, (&client, is_new)).await {
                Ok(()) => {
                    let told = profile::password_changed();
                    done(&session, told, &paths::profile()).await
                }
                Err(error) => answers::failed(&error),
            };
        }
        Err(OwnPasswordError::Wait { minutes }) => (
            429,
            vec![FormProblem::new(
                "current",
                errors::too_many_attempts(minutes),
            )],
            Some(minutes.saturating_mul(60)),
        ),
        Err(OwnPasswordError::Failed(backend::Error::Problems(problems))) => (422, problems, None),
        Err(OwnPasswordError::Failed(error)) => return answers::refused(error),
    };
    let refused = FormState {
        values: OwnPassword,
        problems,
        status,
    };
    let answer = answers::rerender_form(&state, parts, &paths::profile(), refused).await;
    answers::worth_trying_after(seconds, answer)
}

/// On to that page, which tells it once.
pub async fn done(session: &Session, told: Message, page: &str) -> Response {
    let notice = Notice::new(Tone::Good, t(told));
    match session::put_notice(session, &notice).await {
        Ok(()) => Redirect::to(page).into_response(),
        Err(error) => answers::failed(&error),
    }
}

/// Ends one of the own sessions.
#[server(prefix = "/api", endpoint = "profile/end-session")]
pub async fn end_session(session: String) -> Result<(), AppError> {
    let request = request().await?;
    let outcome =
        people::end_session(&request.backend, &request.caller, request.now, &session).await;
    let outcome = outcome.map(|()| Some(t(profile::session_ended())));
    request.after(outcome, paths::profile().to_owned()).await
}

/// Ends all own sessions but this one.
#[server(prefix = "/api", endpoint = "profile/end-other-sessions")]
pub async fn end_other_sessions() -> Result<(), AppError> {
    let request = request().await?;
    let kept = request.session_handle().ok_or_else(AppError::signed_out)?;
    let ended = people::end_others(&request.backend, &request.caller, request.now, &kept).await;
    let outcome = ended.map(|ended| Some(t(profile::sessions_ended(ended))));
    request.after(outcome, paths::profile().to_owned()).await
}
