//! Takes the character NUL out of everything that a request says.
//!
//! Postgres knows no NUL in a text, and nobody types one: taken out once, where a request comes in, it can make no query fail.
//! Uploads are read by `upload`, which takes it out of what it reads as text.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header;
use axum::http::uri::PathAndQuery;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::web::paths;

/// The encoded NUL of addresses and forms.
const ENCODED: &[u8] = b"%00";

/// Takes it out of the path and the query, before anything reads them.
pub async fn out_of_the_address(request: Request) -> Request {
    cleaned(request)
}

fn cleaned(mut request: Request) -> Request {
    let mut parts = request.uri().clone().into_parts();
    let Some(asked_for) = parts.path_and_query.take() else {
        return request;
    };
    if let Some(kept) = without_nul(asked_for.as_str().as_bytes())
        && let Ok(kept) = PathAndQuery::from_maybe_shared(Bytes::from(kept))
    {
        parts.path_and_query = Some(kept);
        if let Ok(address) = parts.try_into() {
            *request.uri_mut() = address;
        }
    }
    request
}

/// Takes it out of forms, and of the JSON of the one function that takes such.
pub async fn out_of_the_body(request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let is_json = paths::in_account(request.uri().path()) == paths::edit_cells();
    let (mut parts, body) = request.into_parts();
    let whole = Request::from_parts(parts.clone(), body);
    let bytes = match Bytes::from_request(whole, &()).await {
        Ok(bytes) => bytes,
        Err(refusal) => return refusal.into_response(),
    };
    let kept = if is_json {
        json_without_nul(&bytes)
    } else {
        without_nul(&bytes)
    };
    let body = match kept {
        Some(kept) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            Body::from(kept)
        }
        None => Body::from(bytes),
    };
    next.run(Request::from_parts(parts, body)).await
}

/// An address or a form without the character, encoded or bare; nothing where there is none. What is left never makes a new one.
fn without_nul(text: &[u8]) -> Option<Vec<u8>> {
    let has_one = text.contains(&0) || text.windows(ENCODED.len()).any(|bytes| bytes == ENCODED);
    if !has_one {
        return None;
    }
    let mut kept = Vec::with_capacity(text.len());
    for byte in text.iter().filter(|byte| **byte != 0) {
        kept.push(*byte);
        if kept.ends_with(ENCODED) {
            kept.truncate(kept.len() - ENCODED.len());
        }
    }
    Some(kept)
}

/// JSON without the character in its texts and names; nothing where there is none, or no JSON.
fn json_without_nul(text: &[u8]) -> Option<Vec<u8>> {
    const ESCAPED: &[u8] = b"\\u0000";
    if !text.windows(ESCAPED.len()).any(|bytes| bytes == ESCAPED) {
        return None;
    }
    let kept = value_without_nul(serde_json::from_slice(text).ok()?);
    serde_json::to_vec(&kept).ok()
}

fn value_without_nul(value: Value) -> Value {
    let clean = |text: String| text.replace('\0', "");
    match value {
        Value::String(text) => clean(text).into(),
        Value::Array(values) => values.into_iter().map(value_without_nul).collect(),
        Value::Object(pairs) => {
            let pairs = pairs.into_iter();
            pairs
                .map(|(name, value)| (clean(name), value_without_nul(value)))
                .collect()
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &'static str) -> String {
        let request = Request::builder().uri(text).body(Body::empty()).unwrap();
        cleaned(request).uri().to_string()
    }

    #[test]
    fn an_address_loses_every_nul_and_nothing_else() {
        assert_eq!(
            address("/drafts/a%00b?q=%00x&%00r=%2500"),
            "/drafts/ab?q=x&r=%2500"
        );
        assert_eq!(address("/a?q=0%000%0%000"), "/a?q=00");
        assert_eq!(address("/a?q=%C3%B1+b%20"), "/a?q=%C3%B1+b%20");
        assert_eq!(
            address("http://calls.example.com/%00"),
            "http://calls.example.com/"
        );
    }

    #[test]
    fn a_form_loses_every_nul_bare_or_encoded() {
        let kept = |text: &[u8]| without_nul(text).map(|kept| String::from_utf8(kept).unwrap());
        assert_eq!(
            kept(b"a=\0b&c=%00&d=%0%0000").as_deref(),
            Some("a=b&c=&d=0")
        );
        assert_eq!(kept(b"a=%2500&b=%0"), None);
    }

    #[test]
    fn json_loses_every_nul_in_texts_and_names() {
        let kept = |text: &str| {
            json_without_nul(text.as_bytes()).map(|kept| String::from_utf8(kept).unwrap())
        };
        let given = r#"{"a\u0000":["\u0000x\\u0000",12345678901234]}"#;
        assert_eq!(
            kept(given).as_deref(),
            Some(r#"{"a":["x\\u0000",12345678901234]}"#)
        );
        assert_eq!(kept(r#"{"a":"b"}"#), None);
        assert_eq!(
            kept(r#"{"a":"\u0000"#),
            None,
            "what is no JSON is refused as it is"
        );
    }
}
