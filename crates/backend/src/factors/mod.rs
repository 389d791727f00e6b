//! Second factors: authenticator apps, passkeys, recovery codes.
//!
//! Architecture invariant: whoever has a second factor gets a session only by [`FirstFactor`] and [`finish_sign_in`], or by a passkey:
//! nothing else makes a [`SignIn`] for them. Whatever changes somebody's factors ends their other sessions in the same transaction.

mod codes;
mod own;
mod passkeys;
mod relying_party;
mod totp;

use jiff::{SignedDuration, Timestamp};
use leads::views::{FactorsView, PasskeyView, WaysToConfirm};
use serde::{Deserialize, Serialize};

use crate::audit::{
    Actor, AuditAction, AuditEntry, AuditObject, Client, SignInRefusal, SignedInBy,
};
use crate::error::Error;
use crate::ids::PersonId;
use crate::people::OwnPasswordError;
use crate::store;
use crate::store::factors::{OwnPasskey, OwnRow};
use crate::{Backend, Caller, Role, SignIn, people};

pub use codes::{FactorError, RECOVERY_CODES, RecoveryRandom};
pub use own::{Change, confirm, new_recovery_codes, relabel_passkey, remove_app, remove_passkey};
pub use passkeys::{
    add_passkey, challenge, challenge_of_registration, confirm_by_passkey, sign_in_by_passkey,
};
pub use relying_party::RelyingParty;
pub(crate) use totp::place as place_of_seed;
pub use totp::{SEED_BYTES, app_setup, confirm_app, start_app};

/// Whether an installation needs second factors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecondFactors {
    /// Launchers and administrators need one.
    #[default]
    Required,
    /// Everybody needs one.
    Everybody,
    /// Everybody may have one.
    Optional,
}

impl SecondFactors {
    /// Whether somebody with that role needs one.
    pub const fn needed_by(self, role: Role) -> bool {
        match self {
            SecondFactors::Required => role.needs_second_factor(),
            SecondFactors::Everybody => true,
            SecondFactors::Optional => false,
        }
    }
}

/// How long somebody has for their second factor after their password.
pub const WAITING_LASTS: SignedDuration = SignedDuration::from_mins(5);

/// Somebody who has given their password, or opened a one-time link, and has a second factor: nothing opens for them yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingSignIn {
    /// Who it is.
    pub person: PersonId,
    /// The epoch of their sessions when they gave it.
    pub epoch: i32,
    /// Until when the second factor is heard.
    pub until: Timestamp,
    /// By what they have begun.
    #[serde(default)]
    pub by: SignedInBy,
}

/// What somebody gets who has shown what they know: a password or the key of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstFactor {
    /// They have no second factor: a session may begin.
    Complete(SignIn),
    /// The second factor is still to come.
    Waits(WaitingSignIn),
}

impl FirstFactor {
    /// Who it is.
    pub const fn person(&self) -> PersonId {
        match self {
            FirstFactor::Complete(sign_in) => sign_in.person,
            FirstFactor::Waits(waiting) => waiting.person,
        }
    }

    pub(crate) fn new(sign_in: SignIn, has_second_factor: bool, now: Timestamp) -> FirstFactor {
        match has_second_factor {
            false => FirstFactor::Complete(sign_in),
            true => FirstFactor::Waits(WaitingSignIn {
                person: sign_in.person,
                epoch: sign_in.epoch,
                until: now + WAITING_LASTS,
                by: sign_in.by.unwrap_or_default(),
            }),
        }
    }
}

/// By what somebody who waits can finish signing in.
///
/// # Errors
/// [`FactorError::Over`] where they took too long, or their sessions ended meanwhile.
pub async fn ways_to_finish(
    backend: &Backend,
    now: Timestamp,
    waiting: &WaitingSignIn,
) -> Result<WaysToConfirm, FactorError> {
    codes::expect_waiting(now, waiting)?;
    Ok(ways(backend, waiting.person).await?)
}

/// By what the caller can confirm that it is them.
///
/// # Errors
/// When the database fails.
pub async fn ways_to_confirm(backend: &Backend, caller: &Caller) -> Result<WaysToConfirm, Error> {
    ways(backend, caller.person).await
}

async fn ways(backend: &Backend, person: PersonId) -> Result<WaysToConfirm, Error> {
    let found = store::factors::ways(&backend.pool, person).await?;
    let found = found.ok_or(Error::NotFound)?;
    let has_factor = found.app || found.passkeys > 0;
    Ok(WaysToConfirm {
        code: found.app || (has_factor && found.recovery_codes > 0),
        passkey: found.passkeys > 0,
    })
}

/// Signs somebody in who waits for their second factor, by a code of their app or a recovery code.
///
/// # Errors
/// [`FactorError`].
pub async fn finish_sign_in(
    backend: &Backend,
    now: Timestamp,
    waiting: &WaitingSignIn,
    code: &str,
    client: &Client,
) -> Result<SignIn, FactorError> {
    codes::expect_waiting(now, waiting)?;
    let checked = codes::check_code(backend, now, waiting.person, code).await;
    let reason = match &checked {
        Err(FactorError::Wrong) => Some(SignInRefusal::WrongCode),
        Err(FactorError::Wait { .. }) => Some(SignInRefusal::TooManyAttempts),
        _ => None,
    };
    if let Some(reason) = reason {
        let refused = AuditAction::SignInRefused {
            reason,
            unknown_email: None,
        };
        let actor = Actor::without_session(Some(waiting.person), client);
        let entry = AuditEntry::by(actor, now, refused).about(AuditObject::Person(waiting.person));
        store::audit::insert(&backend.pool, &entry).await?;
    }
    let code = checked?;
    Ok(SignIn {
        person: waiting.person,
        epoch: waiting.epoch,
        by: Some(waiting.by.and(code)),
    })
}

/// The second factors of the caller.
///
/// # Errors
/// When the database fails.
pub async fn view(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
) -> Result<FactorsView, Error> {
    let row = store::factors::own(&backend.pool, caller.person, 0).await?;
    view_of(backend, caller, now, row.ok_or(Error::NotFound)?)
}

/// The second factors of the caller, as they were found.
pub(crate) fn view_of(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    row: OwnRow,
) -> Result<FactorsView, Error> {
    let moment = |at: Timestamp| people::moment_for(caller, now, at);
    let passkey = |passkey: OwnPasskey| PasskeyView {
        id: passkey.id.to_string(),
        label: passkey.label,
        made: moment(passkey.made_at),
        used: passkey.used_at.map(moment),
    };
    Ok(FactorsView {
        app: row.app_since.map(|since| moment(since.to_jiff())),
        recovery_codes: store::count(row.recovery_codes)?,
        passkeys: row.passkeys.0.into_iter().map(passkey).collect(),
        required: backend.second_factors.needed_by(caller.role),
    })
}

/// What was wrong with a confirmation by password.
impl From<OwnPasswordError> for FactorError {
    fn from(error: OwnPasswordError) -> FactorError {
        match error {
            OwnPasswordError::Wait { minutes } => FactorError::Wait { minutes },
            OwnPasswordError::Failed(error) => FactorError::Failed(error),
        }
    }
}
