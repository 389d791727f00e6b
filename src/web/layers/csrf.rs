//! Refuses requests that another site makes in a signed-in person's name.
//!
//! No token in a form: every browser of the last years says where a request comes from. `Sec-Fetch-Site` (W3C Fetch
//! Metadata) decides where it is sent; older browsers, and all over plain http, send `Origin` (RFC 6454) with every post.
//! A request with a session and neither header is refused. Without a session, as at the sign-in page, it does not come from
//! a browser, and there is nothing that it could misuse.

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::web::answers;
use crate::web::layers::host::CalledAs;
use crate::web::messages::refusals;
use crate::web::request::session;
use crate::web::request::site::Site;
use crate::web::request::state::AppState;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Lets a request pass that reads only, or that comes from our own pages.
pub async fn check(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let host = request
        .extensions()
        .get::<CalledAs>()
        .map(|called| &called.0);
    if is_trusted(request.method(), request.headers(), host, state.site()) {
        return next.run(request).await;
    }
    answers::forbidden(refusals::from_elsewhere())
}

/// Whether the request reads only, or its headers say that it comes from our own pages.
fn is_trusted(method: &Method, headers: &HeaderMap, host: Option<&Authority>, site: &Site) -> bool {
    if method.is_safe() {
        return true;
    }
    let text = |name| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap_or("unreadable"))
    };
    match text(SEC_FETCH_SITE) {
        // `none` is what no site can bring about: the person has sent a page of ours again, by the browser's own means.
        Some(from) => matches!(from, "same-origin" | "none"),
        None => match (text(header::ORIGIN), host) {
            (Some(origin), Some(host)) => site.is_origin(origin, host),
            (Some(_), None) => false,
            (None, _) => !session::is_carried(headers, site.https),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::request::proxies::TrustedProxies;
    use crate::web::request::site::PublicUrl;

    const OURS: &str = "https://calls.example.com";
    const SESSION: (&str, &str) = ("cookie", "theme=dark; __Host-coxswain=AAAA");

    fn verdict(method: Method, pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, value.parse().unwrap());
        }
        let public_url = PublicUrl {
            origin: OURS.to_owned(),
            https: true,
        };
        let listens = "127.0.0.1:3000".parse().unwrap();
        let site = Site::new(Some(public_url), listens, TrustedProxies::loopback());
        let host = "calls.example.com".parse().unwrap();
        is_trusted(&method, &headers, Some(&host), &site)
    }

    #[test]
    fn reading_is_always_allowed() {
        assert!(verdict(
            Method::GET,
            &[SESSION, ("sec-fetch-site", "cross-site")]
        ));
        assert!(verdict(Method::HEAD, &[("origin", "https://evil.example")]));
    }

    #[test]
    fn the_browser_s_own_word_decides() {
        for site in ["same-origin", "none"] {
            assert!(
                verdict(Method::POST, &[SESSION, ("sec-fetch-site", site)]),
                "{site}"
            );
        }
        for site in ["cross-site", "same-site", "anything", ""] {
            for origin in ["https://evil.example", OURS] {
                let headers = [SESSION, ("sec-fetch-site", site), ("origin", origin)];
                assert!(!verdict(Method::POST, &headers), "{site} {origin}");
            }
        }
    }

    #[test]
    fn without_it_the_origin_must_be_ours_with_scheme_and_port() {
        assert!(verdict(Method::POST, &[SESSION, ("origin", OURS)]));
        for origin in [
            "http://calls.example.com",
            "https://calls.example.com:444",
            "https://evil.example",
            "null",
        ] {
            assert!(
                !verdict(Method::POST, &[SESSION, ("origin", origin)]),
                "{origin}"
            );
            assert!(
                !verdict(Method::POST, &[("origin", origin)]),
                "also where nobody is signed in: {origin}"
            );
        }
    }

    #[test]
    fn a_session_without_a_word_of_where_it_comes_from_changes_nothing() {
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            assert!(!verdict(method, &[SESSION]));
        }
        assert!(
            verdict(Method::POST, &[]),
            "a program that is no browser may sign in"
        );
        assert!(
            verdict(Method::POST, &[("cookie", "other__Host-coxswain=1")]),
            "it has no session of ours"
        );
    }
}
