//! Answers each request in a language that its reader has asked for.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::web::language::answered_in;
use crate::web::request::language::asked_for;
use crate::web::request::state::AppState;

/// The language that the browser asks for. The guard says another one as soon as it knows who is signed in and has chosen it.
pub async fn of_the_browser(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let https = state.site().https;
    let language = asked_for(request.uri(), request.headers(), https).unwrap_or_default();
    answered_in(language, next.run(request)).await
}
