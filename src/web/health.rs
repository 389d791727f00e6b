//! `GET /healthz` and `GET /readyz`: for whatever watches the program, which is no person and is told of none.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use backend::health;
use serde::Serialize;

use crate::web::clock;
use crate::web::request::state::AppState;

/// How long the database may take: whoever watches has little patience too.
const DATABASE_TIMEOUT: Duration = Duration::from_secs(2);

/// 200 for as long as the process serves. Nothing else is asked: a program is not started anew because its database is away.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// What `GET /readyz` tells.
#[derive(Serialize)]
struct Ready {
    #[serde(flatten)]
    found: Option<health::Readiness>,
    problems: Vec<&'static str>,
}

/// 200 when the database answers in time, its schema is that of this version, and the worker takes its turns; 503 with what is
/// wrong otherwise. The age of the oldest part that is due stands beside it.
pub async fn ready(State(state): State<AppState>) -> Response {
    let looked = health::readiness(state.installation(), clock::now());
    let (found, problems) = match tokio::time::timeout(DATABASE_TIMEOUT, looked).await {
        Ok(Ok(found)) => (Some(found), found.problems()),
        Ok(Err(error)) => {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "the database does not respond"
            );
            (None, vec!["The database does not respond."])
        }
        Err(_) => {
            tracing::warn!("the database does not respond in time");
            (None, vec!["The database does not respond."])
        }
    };
    let status = match problems.as_slice() {
        [] => StatusCode::OK,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    (status, Json(Ready { found, problems })).into_response()
}
