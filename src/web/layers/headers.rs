//! Headers that every answer carries: what a page may load, who may frame it, what is kept where.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use leptos::nonce::use_nonce;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use crate::web::request::state::AppState;

/// What no answer may do, whatever its scripts.
const CONTENT: &str = "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
                       form-action 'self'; frame-ancestors 'none'";

/// Features of the browser that no page uses.
const FEATURES: &str =
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

/// Sets the content policy of the page that is being rendered: its scripts are those with the nonce of this answer.
///
/// Called where the page's context is set up, as the nonce is known to the page only.
pub fn allow_scripts_of_this_page() {
    let (Some(nonce), Some(options)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    let https = use_context::<AppState>().is_some_and(|state| state.site().https);
    let scripts = format!("'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'");
    let policy = content_policy(&scripts, https);
    let policy = HeaderValue::from_str(&policy)
        .expect("a nonce is of letters and digits that a header may hold");
    options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
}

/// `scripts` are those that may run.
fn content_policy(scripts: &str, https: bool) -> String {
    let upgrade = if https {
        "; upgrade-insecure-requests"
    } else {
        ""
    };
    format!("{CONTENT}; script-src {scripts}{upgrade}")
}

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
