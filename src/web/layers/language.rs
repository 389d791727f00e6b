//! Answers each request in a language that its reader has asked for.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

use crate::web::language::answered_in;
use crate::web::request::language::asked_for;

/// The language that the browser asks for. Who is signed in and has chosen another one gets theirs by the guard.
pub async fn of_the_browser(request: Request, next: Next) -> Response {
    let language = asked_for(request.uri(), request.headers()).unwrap_or_default();
    answered_in(language, next.run(request)).await
}
