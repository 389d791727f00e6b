//! Answers to the script that sends the form of a new task with its file.
//!
//! A script sees no redirect, and must tell our answers from those of a proxy before us, which refuses or gives up what is too
//! long for it. Ours are JSON: `{"to": …}` with the page to go on to, or `{"sentence": …}` with what went wrong.

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Json, http};
use serde_json::json;

use crate::web::answers;
use crate::web::answers::Sentence;
use crate::web::paths;

/// Bytes of a bare refusal: a sentence.
const MAX_REFUSAL_LENGTH: usize = 4096;

/// Gives whatever is answered to that script the form that it reads.
pub async fn for_the_script(request: Request, next: Next) -> Response {
    let is_for_script = request.method() == Method::POST
        && paths::in_account(request.uri().path()) == paths::new_task()
        && answers::wants_json(request.headers());
    let answer = next.run(request).await;
    if is_for_script {
        read_by_script(answer).await
    } else {
        answer
    }
}

async fn read_by_script(answer: Response) -> Response {
    let (mut parts, body) = answer.into_parts();
    let location = parts.headers.remove(header::LOCATION);
    let (status, told) = match (location, parts.extensions.remove::<Sentence>()) {
        (Some(to), _) => {
            let to = to.to_str().unwrap_or(&paths::tasks()).to_owned();
            (StatusCode::OK, json!({ "to": to }))
        }
        (None, Some(Sentence(sentence))) => (parts.status, json!({ "sentence": sentence })),
        (None, None) => {
            let text = to_bytes(body, MAX_REFUSAL_LENGTH).await.unwrap_or_default();
            let text = String::from_utf8_lossy(&text);
            (parts.status, json!({ "sentence": text.trim() }))
        }
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_TYPE);
    let mut read: http::Response<_> = (status, Json(told)).into_response();
    for (name, value) in &parts.headers {
        read.headers_mut().append(name, value.clone());
    }
    read
}
