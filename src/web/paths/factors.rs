//! Addresses of second factors: signing in with them, confirming by them, and setting them up.

use super::query::with_query;

/// The page on which somebody confirms that it is them; its form posts there too.
pub const fn confirm() -> &'static str {
    "/confirm"
}

/// The same page, leading on to `next`.
pub fn confirm_then(next: &str) -> String {
    with_query(confirm(), &[("next", next)])
}

/// Where “Confirm with a passkey” posts.
pub const fn confirm_by_passkey() -> &'static str {
    "/confirm/passkey"
}

/// The page on which a second factor is set up.
pub const fn factor_setup() -> &'static str {
    "/profile/second-factor"
}

/// Where “Use an authenticator app” posts.
pub const fn start_app() -> &'static str {
    "/profile/second-factor/app"
}

/// Where the first code of an authenticator app posts.
pub const fn confirm_app() -> &'static str {
    "/profile/second-factor/code"
}

/// Where a script asks for what a new passkey is to be.
pub const fn new_passkey_challenge() -> &'static str {
    "/profile/passkeys/challenge"
}

/// Where a new passkey posts.
pub const fn add_passkey() -> &'static str {
    "/profile/passkeys"
}

/// The page of the recovery codes; the button for new ones posts there too.
pub const fn recovery_codes() -> &'static str {
    "/profile/recovery-codes"
}

/// Where “Remove” of the authenticator app posts.
pub const fn remove_app() -> &'static str {
    "/api/profile/remove-app"
}

/// Where “Remove” of a passkey posts.
pub const fn remove_passkey() -> &'static str {
    "/api/profile/remove-passkey"
}

/// Where the name of a passkey posts.
pub const fn rename_passkey() -> &'static str {
    "/api/profile/rename-passkey"
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
    pages.contains(&path)
}
