//! A line of the log for each request.
//!
//! Architecture invariant: no phone number, name, token, query or body is ever logged. A request is known by its
//! method, the template of its path and a random id.

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use crate::web::{clock, paths};

/// The header that carries the id of a request, so that a person can quote it.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Logs each request once, when its answer is ready, and gives it an id.
pub async fn requests(request: Request, next: Next) -> Response {
    let id = hex::encode(clock::random::<8>());
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("(none)", MatchedPath::as_str)
        .to_owned();
    let account = paths::current_account();
    let span = tracing::info_span!("request", id, %method, account, route);
    let start = clock::stopwatch();
    let mut response = next.run(request).instrument(span.clone()).await;
    let milliseconds = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| {
        tracing::info!(
            status = response.status().as_u16(),
            milliseconds,
            "answered"
        )
    });
    let id = HeaderValue::from_str(&id).expect("hexadecimal digits may stand in a header");
    response.headers_mut().insert(REQUEST_ID, id);
    response
}
