//! Addresses of the check.

use super::query::with_query;

/// Where “Check with AIRudder” posts.
pub const fn check_draft() -> &'static str {
    "/api/drafts/check"
}

/// Where “Cancel the check” posts.
pub const fn cancel_check() -> &'static str {
    "/api/drafts/cancel-check"
}

/// How far the check of a draft has come, as JSON.
pub fn check_progress(draft: &str) -> String {
    with_query("/api/drafts/progress", &[("draft", draft)])
}

/// Where “Find it” posts, for refused leads that a check does not name.
pub const fn find_refused() -> &'static str {
    "/api/drafts/find-refused"
}
