//! Addresses of what people do with people, links and their own account.

use super::in_account;

/// Where “Change role” posts.
pub fn change_role() -> String {
    in_account("/api/people/role")
}

/// Where “Disable” posts.
pub fn disable_person() -> String {
    in_account("/api/people/disable")
}

/// Where “Enable” posts.
pub fn enable_person() -> String {
    in_account("/api/people/enable")
}

/// Where “Revoke” of an invitation posts.
pub fn revoke_invitation() -> String {
    in_account("/api/people/revoke")
}

/// Where “End” of an own session posts.
pub fn end_session() -> String {
    in_account("/api/profile/end-session")
}

/// Where “End all other sessions” posts.
pub fn end_other_sessions() -> String {
    in_account("/api/profile/end-other-sessions")
}
