//! Addresses of the settings, and of what administrators do beside them.

use super::in_account;

/// The account's settings; their form posts there too.
pub fn settings() -> String {
    in_account("/settings")
}

/// All accounts, for administrators; the form of a new one posts there too.
pub fn accounts() -> String {
    in_account("/settings/accounts")
}

/// Where the form of the account's AIRudder credentials posts.
pub fn credentials() -> String {
    in_account("/settings/credentials")
}

/// How long the account keeps what names people; its form posts there too.
pub fn retention() -> String {
    in_account("/settings/retention")
}

/// The audit log: who did what.
pub fn audit() -> String {
    in_account("/settings/audit")
}

/// The file of the audit log, whatever is filtered.
pub fn audit_files() -> String {
    in_account("/settings/audit-file")
}

/// The people; the form that invites somebody posts there too.
pub fn people() -> String {
    in_account("/settings/people")
}

/// Where “Start a reset” posts; the answer shows the link.
pub fn start_reset() -> String {
    in_account("/settings/people/reset")
}

/// Where “Remove second factors” of somebody else posts; the answer shows the link.
pub fn remove_factors() -> String {
    in_account("/settings/people/second-factors")
}

/// Where “Make an address” for AIRudder's pushes posts.
pub fn make_push_address() -> String {
    in_account("/settings/pushes")
}
