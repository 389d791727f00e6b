//! The envelope every answer comes in, and the ways an answer can go wrong on the wire.

use std::{io, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures::{StreamExt as _, stream};
use serde_json::{Value, json};

use crate::options::{BadToken, ErrorHttp, ErrorText, SandboxOptions};

/// An answer before it is put on the wire.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ApiResponse {
    pub status: StatusCode,
    pub body: Value,
}

impl IntoResponse for ApiResponse {
    fn into_response(self) -> Response {
        (self.status, axum::Json(self.body)).into_response()
    }
}

/// The documented success: HTTP 200 and `{"data":…,"status":"OK","code":200}`.
pub(crate) fn success(data: Value) -> ApiResponse {
    ApiResponse {
        status: StatusCode::OK,
        body: json!({"data": data, "status": "OK", "code": 200}),
    }
}

/// A failure in the shape that the options choose. `code` is what the body says.
pub(crate) fn failure(options: &SandboxOptions, code: StatusCode, text: &str) -> ApiResponse {
    let status = match options.error_shape.http {
        ErrorHttp::Always200 => StatusCode::OK,
        ErrorHttp::SameAsCode => code,
    };
    ApiResponse {
        status,
        body: failure_body(options, code, text),
    }
}

/// The same with `data` that tells more.
pub(crate) fn failure_with(
    options: &SandboxOptions,
    code: StatusCode,
    text: &str,
    data: Value,
) -> ApiResponse {
    let mut answer = failure(options, code, text);
    answer.body["data"] = data;
    answer
}

/// A failure whose HTTP status is `code` whatever the options say: what a gateway or an overloaded server sends.
pub(crate) fn http_failure(options: &SandboxOptions, code: StatusCode, text: &str) -> ApiResponse {
    ApiResponse {
        status: code,
        body: failure_body(options, code, text),
    }
}

/// The refusal of a missing, wrong or expired token.
pub(crate) fn unauthorized(options: &SandboxOptions, text: &str) -> ApiResponse {
    let status = match options.bad_token {
        BadToken::Http401 => StatusCode::UNAUTHORIZED,
        BadToken::Body401 => StatusCode::OK,
    };
    ApiResponse {
        status,
        body: failure_body(options, StatusCode::UNAUTHORIZED, text),
    }
}

fn failure_body(options: &SandboxOptions, code: StatusCode, text: &str) -> Value {
    let code = code.as_u16();
    match options.error_shape.text {
        ErrorText::Message => json!({"data": {}, "status": "ERROR", "code": code, "message": text}),
        ErrorText::Msg => json!({"data": {}, "status": "ERROR", "code": code, "msg": text}),
        ErrorText::Status => json!({"data": {}, "status": text, "code": code}),
    }
}

/// Closes the connection without having sent a byte of an answer.
pub(crate) fn closed_connection() -> Response {
    // The server writes the head together with the body's first bytes; a body that fails at once takes the head with it.
    Body::from_stream(stream::once(async {
        Err::<Bytes, _>(io::Error::from(io::ErrorKind::ConnectionAborted))
    }))
    .into_response()
}

/// Sends the head and the first half of `answer`, then closes the connection.
pub(crate) fn cut_in_the_middle(answer: &ApiResponse) -> Response {
    let whole = Bytes::from(answer.body.to_string());
    let length = whole.len();
    let half = whole.slice(..length / 2);
    // The pause lets the half reach the wire before the failure drops the connection.
    let pause_then_fail = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        Err(io::Error::from(io::ErrorKind::ConnectionAborted))
    };
    let parts =
        stream::once(async { Ok::<_, io::Error>(half) }).chain(stream::once(pause_then_fail));
    let mut response = (answer.status, Body::from_stream(parts)).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    response
}

/// What a gateway in front of the provider sends when the provider does not answer it.
pub(crate) fn bad_gateway() -> Response {
    let page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
    (
        StatusCode::BAD_GATEWAY,
        [(header::CONTENT_TYPE, "text/html")],
        page,
    )
        .into_response()
}

/// HTTP 200 with a body that is not JSON.
pub(crate) fn garbled() -> Response {
    (
        StatusCode::OK,
        [(header::CONTENT_TYPE, "application/json")],
        "{\"data\":{\"TaskID\":<!-- ",
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::ErrorShape;

    #[test]
    fn a_failure_has_its_text_and_status_where_the_options_say() {
        for (text, place) in [
            (ErrorText::Message, "message"),
            (ErrorText::Msg, "msg"),
            (ErrorText::Status, "status"),
        ] {
            for (http, status) in [(ErrorHttp::Always200, 200), (ErrorHttp::SameAsCode, 400)] {
                let options = SandboxOptions {
                    error_shape: ErrorShape { text, http },
                    ..SandboxOptions::default()
                };
                let answer = failure(&options, StatusCode::BAD_REQUEST, "No such line");
                assert_eq!(answer.status.as_u16(), status);
                assert_eq!(answer.body["code"], 400);
                let holders: Vec<_> = ["message", "msg", "status"]
                    .into_iter()
                    .filter(|key| answer.body[key] == "No such line")
                    .collect();
                assert_eq!(holders, [place]);
            }
        }
    }
}
