//! Answers each request in a language that its reader has asked for.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

use crate::web::language;

/// The language that the browser asks for. Who is signed in and has chosen another one gets theirs by the guard.
pub async fn of_the_browser(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let language = language::asked_for(&parts).unwrap_or_default();
    let request = Request::from_parts(parts, body);
    language::answered_in(language, next.run(request)).await
}
