//! `GET /healthz`: for the thing that watches whether the program works.

use axum::extract::State;
use axum::http::StatusCode;
use sqlx::Connection;

use super::state::AppState;

/// 200 when the database answers, 503 otherwise.
pub async fn check(State(state): State<AppState>) -> (StatusCode, &'static str) {
    match ping(state.backend().pool()).await {
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
