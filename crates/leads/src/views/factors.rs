//! Second factors, as the screens show them.

use serde::{Deserialize, Serialize};

use super::Moment;

/// The second factors of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorsView {
    /// Since when an authenticator app is set up; `None` where none is.
    pub app: Option<Moment>,
    /// The passkeys, the oldest first.
    pub passkeys: Vec<PasskeyView>,
    /// How many recovery codes are left.
    pub recovery_codes: u32,
    /// Whether the role of the person needs a second factor in this installation.
    pub required: bool,
}

impl FactorsView {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.app.is_none() && self.passkeys.is_empty()
    }
}

/// A passkey of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyView {
    /// What it is removed by.
    pub id: String,
    /// What its person calls it.
    pub label: String,
    /// When it was added.
    pub made: Moment,
    /// When it was last used; `None` where it never was.
    pub used: Option<Moment>,
}

/// What is typed or scanned into an authenticator app.
#[derive(Clone, PartialEq, Eq)]
pub struct AppSetupView {
    /// The key in groups of four letters and digits (RFC 4648, Base 32).
    pub key: String,
    /// The modules of the QR code by row: whether each is dark.
    pub qr: Vec<Vec<bool>>,
}

/// By what somebody can confirm that it is them, or finish signing in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaysToConfirm {
    /// By a code of an authenticator app, or a recovery code.
    pub code: bool,
    /// By a passkey.
    pub passkey: bool,
}

impl WaysToConfirm {
    /// Whether there is no second factor: the password is all that can be asked for.
    pub fn is_password_only(self) -> bool {
        !self.code && !self.passkey
    }
}
