//! The time within which forms arrive and answers are ready.

use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use crate::web::answers;
use crate::web::language::t;
use crate::web::layers::guard;
use crate::web::limits::HttpLimits;
use crate::web::messages::refusals;
use crate::web::paths;
use crate::web::request::state::AppState;
use crate::web::request::whole_body::{Unread, whole_body};

/// Bytes that a form without a file may have. The largest is a page of leads, pasted into the review grid.
const MAX_FORM_BYTES: usize = 1024 * 1024;

/// Bytes that the form of somebody who is not signed in may have: it holds a name, an address and a password.
const MAX_ANONYMOUS_FORM_BYTES: usize = 64 * 1024;

/// Seconds after which somebody who was not answered in time may ask again.
const TRY_AGAIN: u32 = 30;

impl IntoResponse for Unread {
    /// The bare answer: it becomes a page where a person reads it.
    fn into_response(self) -> Response {
        let (status, sentence) = match self {
            Unread::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, refusals::too_large()),
            Unread::TooSlow => (StatusCode::REQUEST_TIMEOUT, refusals::too_slow()),
            Unread::BrokenOff => (StatusCode::BAD_REQUEST, refusals::incomplete()),
        };
        let text = format!("{}\n", t(sentence));
        answers::closing((status, text).into_response())
    }
}

/// Reads the form of a request to its end, before anything is done for it: a handler holds connections to the database and
/// permits, and none of them is to wait for a slow client.
pub async fn form_in_time(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    if body.is_end_stream() {
        return next.run(Request::from_parts(parts, body)).await;
    }
    let most = if guard::is_public(parts.uri.path()) {
        MAX_ANONYMOUS_FORM_BYTES
    } else {
        MAX_FORM_BYTES
    };
    match whole_body(body, most, state.limits().form).await {
        Ok(bytes) => {
            next.run(Request::from_parts(parts, Body::from(bytes)))
                .await
        }
        Err(unread) => unread.into_response(),
    }
}

/// Gives a request up that is not answered in time. What it works on in the database is undone, as when its client leaves.
pub async fn answer_in_time(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.extensions().get::<MatchedPath>();
    let path = path.map_or("", MatchedPath::as_str);
    let (changes, within) = time_for(state.limits(), request.method(), path);
    let headers = request.headers().clone();
    match timeout(within, next.run(request)).await {
        Ok(answer) => answer,
        Err(_) => {
            tracing::error!(seconds = within.as_secs(), "a request was given up");
            answers::worth_trying_after(Some(TRY_AGAIN), given_up(&headers, changes))
        }
    }
}

/// Whether a request may change something, and how long its answer may take.
fn time_for(limits: &HttpLimits, method: &Method, path: &str) -> (bool, Duration) {
    // Downloads, and the preview of a replacement, go through a whole list.
    let whole_list = [
        paths::rows_to_fix("{id}"),
        paths::leads_as_sent("{id}"),
        paths::proof("{id}"),
        paths::calls_files("{id}"),
        paths::lists_with_results("{id}"),
        paths::replacement("{id}"),
    ];
    let is_long =
        path == paths::robot_template_route() || whole_list.iter().any(|long| long == path);
    match method.is_safe() {
        true if is_long => (false, limits.change),
        true => (false, limits.page),
        false => (true, limits.change),
    }
}

fn given_up(headers: &HeaderMap, changes: bool) -> Response {
    let sentence = t(match changes {
        true => refusals::stopped(),
        false => refusals::too_busy(),
    });
    let status = StatusCode::SERVICE_UNAVAILABLE;
    if answers::wants_html(headers) {
        answers::error_page(status, &t(refusals::took_too_long()), &sentence)
    } else {
        (status, sentence).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_works_on_whole_lists_may_take_long() {
        let limits = HttpLimits::default();
        let time = |method, path| time_for(&limits, &method, path).1;
        assert_eq!(time(Method::GET, "/drafts/{id}"), limits.page);
        assert_eq!(time(Method::HEAD, "/"), limits.page);
        assert_eq!(time(Method::POST, "/tasks/new"), limits.change);
        let (to_fix, as_sent) = (paths::rows_to_fix("{id}"), paths::leads_as_sent("{id}"));
        assert_eq!(time(Method::GET, &to_fix), limits.change);
        assert_eq!(time(Method::GET, &as_sent), limits.change);
        for file in [
            paths::calls_files("{id}"),
            paths::lists_with_results("{id}"),
            paths::proof("{id}"),
        ] {
            assert_eq!(time_for(&limits, &Method::GET, &file).1, limits.change);
        }
        let replacement = paths::replacement("{id}");
        assert_eq!(time(Method::GET, &replacement), limits.change);
    }
}
