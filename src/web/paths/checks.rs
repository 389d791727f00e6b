//! Addresses of what can be done with a check.

/// Where “Find it” posts, for refused leads that a check does not name.
pub const fn find_refused() -> &'static str {
    "/api/drafts/find-refused"
}
