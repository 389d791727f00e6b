//! Addresses of the check.

use super::{in_account, query::with_query};

/// Where “Check with AIRudder” posts.
pub fn check_draft() -> String {
    in_account("/api/drafts/check")
}

/// Where “Cancel the check” posts.
pub fn cancel_check() -> String {
    in_account("/api/drafts/cancel-check")
}

/// How far the check of a draft has come, as JSON.
pub fn check_progress(draft: &str) -> String {
    with_query(&in_account("/api/drafts/progress"), &[("draft", draft)])
}

/// Where “Find it” posts, for refused leads that a check does not name.
pub fn find_refused() -> String {
    in_account("/api/drafts/find-refused")
}
