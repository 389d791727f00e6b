//! Refuses requests that another site makes in a signed-in person's name.
//!
//! No token in a form: every browser of the last years says where a request comes from. `Sec-Fetch-Site` (W3C Fetch
//! Metadata) decides where it is sent; older browsers send `Origin` (RFC 6454) with every post. A request with
//! neither does not come from a browser, and carries no cookie that a stranger could misuse.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use super::pages;
use super::state::AppState;

/// Lets a request pass that reads only, or that comes from our own pages.
pub async fn check(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if is_trusted(request.method(), request.headers(), &state.site().origin) {
        return next.run(request).await;
    }
    let sentence = "This form was sent from another site, so nothing was changed. Open Coxswain and send it from there.";
    pages::forbidden(sentence)
}

/// Whether the request reads only, or its headers say that it comes from our own pages.
///
/// `public_origin` is trusted beside the host that the request names: a proxy may have changed that one.
fn is_trusted(method: &Method, headers: &HeaderMap, public_origin: &str) -> bool {
    if method.is_safe() {
        return true;
    }
    let text = |name| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap_or("unreadable"))
    };
    match text(header::HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin" | "none") => true,
        Some(_) => text(header::ORIGIN).is_some_and(|origin| origin == public_origin),
        None => text(header::ORIGIN).is_none_or(|origin| {
            origin == public_origin
                || text(header::HOST).is_some_and(|host| host_of(origin) == Some(host))
        }),
    }
}

/// The host and port of `scheme://host:port`.
fn host_of(origin: &str) -> Option<&str> {
    origin.split_once("://").map(|(_, host)| host)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "https://calls.example.com";

    fn verdict(method: Method, pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, value.parse().unwrap());
        }
        is_trusted(&method, &headers, OURS)
    }

    #[test]
    fn reading_is_always_allowed() {
        assert!(verdict(Method::GET, &[("sec-fetch-site", "cross-site")]));
        assert!(verdict(Method::HEAD, &[("origin", "https://evil.example")]));
    }

    #[test]
    fn the_browser_s_own_word_decides() {
        for site in ["same-origin", "none"] {
            assert!(verdict(Method::POST, &[("sec-fetch-site", site)]), "{site}");
        }
        for site in ["cross-site", "same-site", "anything"] {
            assert!(
                !verdict(
                    Method::POST,
                    &[("sec-fetch-site", site), ("origin", "https://evil.example")]
                ),
                "{site}"
            );
        }
    }

    #[test]
    fn without_it_the_origin_must_be_the_host_or_the_public_address() {
        let host = ("host", "127.0.0.1:3000");
        assert!(verdict(
            Method::POST,
            &[host, ("origin", "http://127.0.0.1:3000")]
        ));
        assert!(verdict(Method::POST, &[host, ("origin", OURS)]));
        assert!(!verdict(
            Method::POST,
            &[host, ("origin", "https://evil.example")]
        ));
        assert!(!verdict(Method::POST, &[host, ("origin", "null")]));
    }

    #[test]
    fn a_program_that_is_no_browser_may_post() {
        assert!(verdict(Method::POST, &[("host", "127.0.0.1:3000")]));
    }
}
