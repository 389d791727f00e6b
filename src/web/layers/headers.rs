//! Headers that every answer carries: what a page may load, who may frame it, what is kept where.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::web::request::content_policy::content_policy;
use crate::web::request::state::AppState;

/// Features of the browser that no page uses.
const FEATURES: &str =
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

/// Adds the headers that the answer does not set itself.
pub async fn secure(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let https = state.site().https;
    let without_scripts = content_policy("'none'", https);
    let without_scripts = HeaderValue::from_str(&without_scripts).expect("written here, in ASCII");
    set(headers, header::CONTENT_SECURITY_POLICY, without_scripts);
    set(
        headers,
        header::CACHE_CONTROL,
        HeaderValue::from_static("no-store"),
    );
    set(
        headers,
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    set(
        headers,
        header::X_FRAME_OPTIONS,
        HeaderValue::from_static("DENY"),
    );
    set(
        headers,
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    set(
        headers,
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(FEATURES),
    );
    for name in ["cross-origin-opener-policy", "cross-origin-resource-policy"] {
        let name = HeaderName::from_static(name);
        set(headers, name, HeaderValue::from_static("same-origin"));
    }
    let robots = HeaderName::from_static("x-robots-tag");
    set(headers, robots, HeaderValue::from_static("noindex"));
    if https {
        // Names below that of Coxswain are reached over https only, too; its neighbours are not concerned.
        let a_year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        set(headers, header::STRICT_TRANSPORT_SECURITY, a_year);
    }
    response
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.entry(name).or_insert(value);
}
