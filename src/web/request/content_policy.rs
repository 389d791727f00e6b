//! What an answer may load and run (Content Security Policy).

use axum::http::{HeaderValue, header};
use leptos::nonce::use_nonce;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use crate::web::request::state::AppState;

/// What no answer may do, whatever its scripts.
const CONTENT: &str = "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
                       form-action 'self'; frame-ancestors 'none'";

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

/// The policy of an answer; `scripts` are those that may run.
pub fn content_policy(scripts: &str, https: bool) -> String {
    let upgrade = if https {
        "; upgrade-insecure-requests"
    } else {
        ""
    };
    format!("{CONTENT}; script-src {scripts}{upgrade}")
}
