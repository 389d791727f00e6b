//! Addresses of what people do with people, links and their own account.

/// Where “Change role” posts.
pub const fn change_role() -> &'static str {
    "/api/people/role"
}

/// Where “Disable” posts.
pub const fn disable_person() -> &'static str {
    "/api/people/disable"
}

/// Where “Enable” posts.
pub const fn enable_person() -> &'static str {
    "/api/people/enable"
}

/// Where “Revoke” of an invitation posts.
pub const fn revoke_invitation() -> &'static str {
    "/api/people/revoke"
}

/// Where “End” of an own session posts.
pub const fn end_session() -> &'static str {
    "/api/profile/end-session"
}

/// Where “End all other sessions” posts.
pub const fn end_other_sessions() -> &'static str {
    "/api/profile/end-other-sessions"
}
