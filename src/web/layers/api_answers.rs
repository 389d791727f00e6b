//! How calls of server functions are answered: with a status that says what went wrong, and never with a way to elsewhere.
//!
//! Leptos answers a refusal with 500, and a person's browser with a redirect to whatever page the request says that it came
//! from. A page that links to `/api/…` would learn from that where its visitor is signed in.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::web::answers;
use crate::web::error::report;
use crate::web::request::caller::PlainForm;
use crate::web::request::next::local_path;

/// The mark of Leptos on the answer of a function that has refused.
const REFUSED: HeaderName = HeaderName::from_static("serverfnerror");

/// Bytes of a refusal: a kind and some sentences.
const MAX_REFUSAL_BYTES: usize = 64 * 1024;

/// Has the function answer as to a script, then gives the answer its status.
pub async fn answer(mut request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with("/api/") {
        return next.run(request).await;
    }
    let is_read_by_a_person = answers::wants_html(request.headers());
    if is_read_by_a_person && !request.method().is_safe() {
        request.extensions_mut().insert(PlainForm);
    }
    let json = HeaderValue::from_static("application/json");
    request.headers_mut().insert(header::ACCEPT, json);
    let mut response = next.run(request).await;
    if response.headers_mut().remove(REFUSED).is_some() {
        response = refusal(response, is_read_by_a_person).await;
    }
    if leads_elsewhere(&response) {
        response.headers_mut().remove(header::LOCATION);
    }
    response
}

/// The refusal with its status; as a page where a person reads it.
async fn refusal(response: Response, is_read_by_a_person: bool) -> Response {
    let (mut parts, body) = response.into_parts();
    let read = to_bytes(body, MAX_REFUSAL_BYTES).await;
    let error = match &read {
        Ok(body) => serde_json::from_slice(body).unwrap_or_else(|error| report::logged(&error)),
        Err(error) => report::logged(error),
    };
    if is_read_by_a_person {
        return answers::render_error(&error);
    }
    parts.status = answers::status(&error);
    Response::from_parts(parts, Body::from(read.unwrap_or_default()))
}

fn leads_elsewhere(response: &Response) -> bool {
    let location = response.headers().get(header::LOCATION);
    location.is_some_and(|location| location.to_str().ok().and_then(local_path).is_none())
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    async fn location(to: &'static str) -> Option<String> {
        let redirect = move || async move { [(header::LOCATION, to)] };
        let router = Router::new()
            .route("/api/x", get(redirect))
            .layer(from_fn(answer));
        let request = Request::builder()
            .uri("/api/x")
            .body(Body::empty())
            .unwrap();
        let response = router.oneshot(request).await.unwrap();
        let location = response.headers().get(header::LOCATION)?;
        Some(location.to_str().unwrap().to_owned())
    }

    #[tokio::test]
    async fn no_answer_of_a_function_leads_to_another_site() {
        assert_eq!(
            location("/drafts/1?show=all").await.as_deref(),
            Some("/drafts/1?show=all")
        );
        for elsewhere in [
            "https://evil.example/x",
            "//evil.example",
            "javascript:x",
            "",
        ] {
            assert_eq!(location(elsewhere).await, None, "{elsewhere}");
        }
    }
}
