//! Addresses of calling rules and holidays, and of what people do about them with a draft.

use super::in_account;

/// The calling rules and the holidays, for administrators.
pub fn calling_rules() -> String {
    in_account("/settings/calling-rules")
}

/// The same after one was changed: with the batches at AIRudder that could call outside of them as they are now.
pub fn changed_calling_rules() -> String {
    format!("{}?{CHANGED}=true", calling_rules())
}

/// What the query of [`changed_calling_rules`] is called.
pub const CHANGED: &str = "changed";

/// One of them; its form posts there too.
pub fn calling_rule(country: &str, sector: &str) -> String {
    format!("{}/{country}/{sector}", calling_rules())
}

/// Where “Confirm” posts.
pub fn confirm_rule() -> String {
    in_account("/api/calling-rules/confirm")
}

/// Where a new holiday posts.
pub fn add_holiday() -> String {
    in_account("/api/calling-rules/add-holiday")
}

/// Where “Remove” of a holiday posts.
pub fn remove_holiday() -> String {
    in_account("/api/calling-rules/remove-holiday")
}

/// Where the next window within the rule is taken for a draft.
pub fn take_next_window() -> String {
    in_account("/api/drafts/next-window")
}

/// Where the reason to call a draft outside of the rule posts.
pub fn give_reason() -> String {
    in_account("/api/drafts/reason")
}
