//! Addresses of second factors: signing in with them, confirming by them, and setting them up.

use super::{in_account, query::with_query};

/// The page on which somebody confirms that it is them; its form posts there too.
pub fn confirm() -> String {
    in_account("/confirm")
}

/// The same page, leading on to `next`.
pub fn confirm_then(next: &str) -> String {
    with_query(&confirm(), &[("next", next)])
}

/// Where “Confirm with a passkey” posts.
pub fn confirm_by_passkey() -> String {
    in_account("/confirm/passkey")
}

/// The page on which a second factor is set up.
pub fn factor_setup() -> String {
    in_account("/profile/second-factor")
}

/// Where “Use an authenticator app” posts.
pub fn start_app() -> String {
    in_account("/profile/second-factor/app")
}

/// Where the first code of an authenticator app posts.
pub fn confirm_app() -> String {
    in_account("/profile/second-factor/code")
}

/// Where a script asks for what a new passkey is to be.
pub fn new_passkey_challenge() -> String {
    in_account("/profile/passkeys/challenge")
}

/// Where a new passkey posts.
pub fn add_passkey() -> String {
    in_account("/profile/passkeys")
}

/// The page of the recovery codes; the button for new ones posts there too.
pub fn recovery_codes() -> String {
    in_account("/profile/recovery-codes")
}

/// Where “Remove” of the authenticator app posts.
pub fn remove_app() -> String {
    in_account("/api/profile/remove-app")
}

/// Where “Remove” of a passkey posts.
pub fn remove_passkey() -> String {
    in_account("/api/profile/remove-passkey")
}

/// Where the name of a passkey posts.
pub fn rename_passkey() -> String {
    in_account("/api/profile/rename-passkey")
}

/// Whether a path sets up second factors, or is on the way there.
pub fn sets_up_factors(path: &str) -> bool {
    let pages = [
        factor_setup(),
        start_app(),
        confirm_app(),
        new_passkey_challenge(),
        add_passkey(),
        recovery_codes(),
    ];
    pages.contains(&in_account(path))
}
