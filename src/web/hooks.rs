//! `POST /hooks/airudder/{secret}`: the pushes of AIRudder.
//!
//! Whoever posts here is a program that has no session and comes from no page of ours: the secret in the address is all that it shows. The
//! log has the template of the address only.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use backend::pushes;

use crate::web::answers;
use crate::web::clock;
use crate::web::request::state::AppState;
use crate::web::request::whole_body::{Unread, whole_body};

/// Takes a push, whatever it says. A secret that is no account's is answered before anything of the body is read.
pub async fn push(
    State(state): State<AppState>,
    Path(secret): Path<String>,
    body: Body,
) -> Response {
    let address = match pushes::address(state.backend(), &secret).await {
        Ok(Some(address)) => address,
        Ok(None) => return unread(StatusCode::NOT_FOUND),
        Err(error) => return failed(&error),
    };
    let limits = state.limits();
    let body = match whole_body(body, limits.push_bytes, limits.form).await {
        Ok(body) => body,
        Err(Unread::TooLarge) => return unread(StatusCode::PAYLOAD_TOO_LARGE),
        Err(Unread::TooSlow) => return unread(StatusCode::REQUEST_TIMEOUT),
        Err(Unread::BrokenOff) => return unread(StatusCode::BAD_REQUEST),
    };
    let Some(account) = state.installation().account(address.account()) else {
        return unread(StatusCode::SERVICE_UNAVAILABLE);
    };
    match pushes::take(&account.backend, clock::now(), &address, &body).await {
        Ok(_) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => failed(&error),
    }
}

/// Nothing more is read of the request.
fn unread(status: StatusCode) -> Response {
    answers::closing(status.into_response())
}

/// AIRudder is taken to send a push again that is not answered with 2xx.
fn failed(error: &backend::Error) -> Response {
    tracing::error!(
        error = error as &dyn std::error::Error,
        "a push could not be taken"
    );
    unread(StatusCode::SERVICE_UNAVAILABLE)
}
