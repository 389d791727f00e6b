//! Values that entries of the audit log carry.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A value that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingChange {
    /// The key of the field.
    pub field: String,
    /// The value before.
    pub old: Value,
    /// The value since.
    pub new: Value,
}

/// Why a sign-in, or a password, was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInRefusal {
    /// Nobody has that email.
    UnknownEmail,
    /// The person is disabled.
    Disabled,
    /// The password is wrong.
    WrongPassword,
    /// The code of a second factor is wrong.
    WrongCode,
    /// The passkey is nobody's who may sign in, or answered too late.
    WrongPasskey,
    /// The password, the role or the person was changed meanwhile.
    ChangedMeanwhile,
    /// Too many attempts.
    TooManyAttempts,
}

/// By what somebody signed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignedInBy {
    /// A password; what earlier versions left waiting for a second factor had one.
    #[default]
    Password,
    /// A password and a code of an authenticator app.
    PasswordAndApp,
    /// A password and a recovery code.
    PasswordAndRecoveryCode,
    /// A passkey, which has asked for a finger, a face or a PIN.
    Passkey,
    /// A one-time link.
    Link,
    /// A one-time link and a code of an authenticator app.
    LinkAndApp,
    /// A one-time link and a recovery code.
    LinkAndRecoveryCode,
}

impl SignedInBy {
    /// The same with a code of a second factor after it.
    pub(crate) const fn and(self, code: SecondFactorCode) -> SignedInBy {
        match (self, code) {
            (SignedInBy::Password, SecondFactorCode::App) => SignedInBy::PasswordAndApp,
            (SignedInBy::Password, SecondFactorCode::Recovery) => {
                SignedInBy::PasswordAndRecoveryCode
            }
            (SignedInBy::Link, SecondFactorCode::App) => SignedInBy::LinkAndApp,
            (SignedInBy::Link, SecondFactorCode::Recovery) => SignedInBy::LinkAndRecoveryCode,
            (complete, _) => complete,
        }
    }
}

/// Where a code of a second factor comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SecondFactorCode {
    /// An authenticator app.
    App,
    /// The recovery codes.
    Recovery,
}

/// What happened to somebody's second factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorChange {
    /// An authenticator app was set up.
    AppAdded,
    /// It was removed.
    AppRemoved,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// Recovery codes were made.
    RecoveryCodesMade,
    /// An administrator removed all of them.
    AllRemoved,
}

/// Why a one-time link or a set-up key was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkRefusal {
    /// Its time is over.
    Expired,
    /// There is none: it was used, revoked or never made.
    Unknown,
    /// Too many attempts.
    TooManyAttempts,
}

/// A page that shows leads with whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeadsPage {
    /// The review of a draft.
    Review,
    /// One lead of a draft.
    Lead,
    /// The columns of a list with what their first rows hold.
    Columns,
    /// What replacing a text would do to cells.
    Replacement,
}

/// A file with personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileOf {
    /// The leads of a task as they were sent.
    LeadsAsSent,
    /// Calls with what came of them.
    Calls,
    /// The rows of a draft that have to be fixed.
    RowsToFix,
}

/// Where somebody searched for a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SearchedIn {
    /// In all tasks.
    Tasks,
    /// In the calls of a task.
    Calls,
}
