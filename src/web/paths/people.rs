//! Addresses of people, links and the own page.

/// The people; the form that invites somebody posts there too.
pub const fn people() -> &'static str {
    "/settings/people"
}

/// Where “Start a reset” posts; the answer shows the link.
pub const fn start_reset() -> &'static str {
    "/settings/people/reset"
}

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

/// Where “Take back” of an invitation posts.
pub const fn take_invitation_back() -> &'static str {
    "/api/people/take-back"
}

/// Where the form of a one-time link posts: the key is in the body, not in the address.
pub const fn accept_link() -> &'static str {
    "/link"
}

/// The page of the one-time link with that key.
pub fn link(key: &str) -> String {
    format!("/link/{key}")
}

/// Whether a path is the page of some link, or where it posts.
pub fn is_link(path: &str) -> bool {
    path == accept_link() || path.starts_with("/link/")
}

/// The own page; the form of the name posts there too.
pub const fn profile() -> &'static str {
    "/profile"
}

/// Where the form of the own password posts.
pub const fn own_password() -> &'static str {
    "/profile/password"
}

/// Where “End” of an own session posts.
pub const fn end_session() -> &'static str {
    "/api/profile/end-session"
}

/// Where “End all other sessions” posts.
pub const fn end_other_sessions() -> &'static str {
    "/api/profile/end-other-sessions"
}
