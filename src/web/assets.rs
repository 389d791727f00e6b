//! The files that pages load: scripts, WASM, styles, icons. They are in the program itself, already compressed.

use std::borrow::Cow;

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{Embed, EmbeddedFile};

/// Compiled in for release; read from disk on each request otherwise, so that a rebuilt page needs no new server.
#[derive(Embed)]
#[cfg_attr(debug_assertions, folder = "target/site")]
#[cfg_attr(not(debug_assertions), folder = "target/site-release")]
#[allow_missing = true]
struct Site;

/// Naming the variable makes cargo compile this file anew when the build of the site sets another fingerprint:
/// by itself it sees that an asset has changed, but not that one was added.
const _FINGERPRINT: Option<&str> = option_env!("COXSWAIN_SITE_FINGERPRINT");

/// Files outside `/pkg` that a signed-out browser may ask for.
pub const AT_ROOT: [&str; 3] = ["/favicon.ico", "/favicon.svg", "/robots.txt"];

/// `GET /pkg/…`.
pub async fn package(Path(name): Path<String>, headers: HeaderMap) -> Response {
    serve(&format!("pkg/{name}"), &headers)
}

/// `GET` of one of [`AT_ROOT`].
pub async fn at_root(uri: Uri, headers: HeaderMap) -> Response {
    serve(uri.path().trim_start_matches('/'), &headers)
}

/// What a file holds now, as letters and digits that differ when it does.
pub fn tag_of(path: &str) -> Option<String> {
    let file = Site::get(path.trim_start_matches('/'))?;
    Some(digest(&file))
}

/// Answers with the smallest form that the browser takes, or with 304 when it has that form already.
fn serve(name: &str, request: &HeaderMap) -> Response {
    let accepted = request
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let Some((coding, file)) = smallest(name, accepted) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = entity_tag(&file, coding);
    let mut response = if knows(request, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        whole(name, file, coding)
    };
    let headers = response.headers_mut();
    headers.insert(
        header::ETAG,
        HeaderValue::from_str(&tag).expect("hexadecimal digits in quotes"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

fn whole(name: &str, file: EmbeddedFile, coding: Option<Coding>) -> Response {
    let body = match file.data {
        Cow::Borrowed(bytes) => Body::from(bytes),
        Cow::Owned(bytes) => Body::from(bytes),
    };
    let mut response = ([(header::CONTENT_TYPE, mime_type(name))], body).into_response();
    if let Some(coding) = coding {
        response.headers_mut().insert(
            header::CONTENT_ENCODING,
            HeaderValue::from_static(coding.token),
        );
    }
    response
}

/// A content coding (RFC 9110) and how the build names files that have it.
#[derive(Clone, Copy)]
struct Coding {
    token: &'static str,
    suffix: &'static str,
}

/// Best first.
const CODINGS: [Coding; 2] = [
    Coding {
        token: "br",
        suffix: ".br",
    },
    Coding {
        token: "gzip",
        suffix: ".gz",
    },
];

fn smallest(name: &str, accepted: &str) -> Option<(Option<Coding>, EmbeddedFile)> {
    let compressed = CODINGS
        .into_iter()
        .filter(|coding| accepts(accepted, coding.token))
        .find_map(|coding| {
            Some((
                Some(coding),
                Site::get(&format!("{name}{}", coding.suffix))?,
            ))
        });
    compressed.or_else(|| Some((None, Site::get(name)?)))
}

/// Whether `Accept-Encoding` names the coding, with a weight other than 0.
fn accepts(header: &str, token: &str) -> bool {
    header.split(',').any(|entry| {
        let mut parts = entry.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case(token));
        let refused = parts
            .filter_map(|part| part.strip_prefix("q="))
            .any(|weight| weight.parse() == Ok(0.0));
        named && !refused
    })
}

/// Differs between the forms of one file, as RFC 9110 asks of a strong validator.
fn entity_tag(file: &EmbeddedFile, coding: Option<Coding>) -> String {
    let suffix = coding.map_or("", |coding| coding.suffix);
    format!("\"{}{suffix}\"", digest(file))
}

fn digest(file: &EmbeddedFile) -> String {
    hex::encode(&file.metadata.sha256_hash()[..12])
}

fn knows(request: &HeaderMap, tag: &str) -> bool {
    let known = request
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    known
        .split(',')
        .any(|entry| entry.trim().trim_start_matches("W/") == tag)
}

fn mime_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("ico") => "image/x-icon",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coding_is_taken_only_when_named_and_not_refused() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(accepts("gzip;q=0.5, BR;q=1", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("gzip", "br"));
        assert!(!accepts("", "gzip"));
    }

    #[test]
    fn a_known_tag_is_recognised_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::IF_NONE_MATCH,
            HeaderValue::from_static("\"a\", W/\"b.br\""),
        );
        assert!(knows(&headers, "\"b.br\""));
        assert!(!knows(&headers, "\"b\""));
    }

    #[test]
    fn wasm_has_the_type_that_browsers_stream() {
        assert_eq!(mime_type("pkg/coxswain_bg.wasm"), "application/wasm");
    }
}
