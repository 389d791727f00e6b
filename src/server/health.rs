//! `GET /healthz`: for the thing that watches whether the program works.

use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use sqlx::Connection;

use super::state::AppState;

/// How long the database may take: whoever watches has little patience too.
const PATIENCE: Duration = Duration::from_secs(2);

/// 200 when the database answers in time, 503 otherwise.
pub async fn check(State(state): State<AppState>) -> (StatusCode, &'static str) {
    let answered = tokio::time::timeout(PATIENCE, ping(state.backend().pool())).await;
    match answered.unwrap_or(Err(sqlx::Error::PoolTimedOut)) {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(error) => {
            tracing::warn!(%error, "the database does not answer");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
    }
}

async fn ping(pool: &sqlx::PgPool) -> Result<(), sqlx::Error> {
    pool.acquire().await?.ping().await
}
