//! What the program tells the person who runs it, on standard error.
//!
//! Architecture invariant: no phone number, name, token, query or body is ever logged. A request is known by its
//! method, the template of its path and a random id.

use std::io::IsTerminal;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;

use super::clock;

/// What is logged unless `RUST_LOG` says otherwise. The parser of workbooks would tell of what people's files hold.
const USUAL: &str =
    "info,sqlx::postgres::notice=warn,tower_sessions=error,tower_sessions_core=error";

/// The header that carries the id of a request, so that a person can quote it.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Starts the log: for people on a terminal, as JSON otherwise. `filter` is what `RUST_LOG` says.
pub fn start(filter: Option<&str>) -> Result<(), ParseError> {
    let filter = EnvFilter::try_new(filter.unwrap_or(USUAL))?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        builder.with_target(false).init();
    } else {
        builder
            .with_ansi(false)
            .json()
            .flatten_event(true)
            .with_span_list(false)
            .init();
    }
    Ok(())
}

/// Logs each request once, when its answer is ready, and gives it an id.
pub async fn requests(request: Request, next: Next) -> Response {
    let id = hex::encode(clock::random::<8>());
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("(none)", MatchedPath::as_str)
        .to_owned();
    let span = tracing::info_span!("request", id, %method, route);
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
