//! What people do with their own second factors.

use jiff::Timestamp;
use sqlx::PgConnection;

use super::codes::{self, FactorError, RecoveryRandom};
use crate::audit::{AuditAction, AuditEntry, FactorChange, SignInRefusal};
use crate::confirmation::Purpose;
use crate::error::Error;
use crate::ids::PasskeyId;
use crate::messages::own_account_errors as texts;
use crate::store::factors as stored;
use crate::store::{audit, passkeys, sessions};
use crate::{Backend, Caller, people};

/// What somebody is told who has changed their second factors.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// The recovery codes that were made with it: shown once.
    pub recovery_codes: Vec<String>,
}

/// What every change of factors does: it is recorded, and every session of the caller but the one that asks ends.
async fn changed(
    connection: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    change: FactorChange,
) -> Result<(), Error> {
    let action = AuditAction::SecondFactorsChanged { change };
    audit::insert(&mut *connection, &AuditEntry::of_own(caller, now, action)).await?;
    let kept = caller.session.as_ref().map(|session| &session.handle);
    let kept = kept.map_or("", |handle| handle.as_str());
    Ok(stored::end_other_sessions(connection, caller.person, kept).await?)
}

/// After a factor was added: other sessions end, and with the first one come recovery codes.
pub(super) async fn added(
    connection: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    (what, random): (FactorChange, RecoveryRandom),
) -> Result<Change, Error> {
    let ways = stored::ways(&mut *connection, caller.person).await?;
    let has_codes = ways.is_some_and(|ways| ways.recovery_codes > 0);
    let mut change = Change::default();
    if !has_codes {
        change.recovery_codes = replace_codes(connection, caller, now, random).await?;
    }
    changed(connection, caller, now, what).await?;
    Ok(change)
}

async fn replace_codes(
    connection: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    random: RecoveryRandom,
) -> Result<Vec<String>, Error> {
    let (codes, digests) = codes::recovery_codes(random);
    stored::replace_recovery_codes(connection, now, caller.person, &digests).await?;
    Ok(codes)
}

/// Makes new recovery codes; the old ones no longer work.
///
/// # Errors
/// [`Error::Forbidden`] where they have not confirmed lately who they are, [`Error::Conflict`] for somebody without a second factor.
pub async fn new_recovery_codes(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    random: RecoveryRandom,
) -> Result<Change, Error> {
    caller.must_have_confirmed(Purpose::OwnAccess, now)?;
    let mut transaction = backend.pool.begin().await?;
    people::lock_own(&mut transaction, caller).await?;
    let ways = stored::ways(&mut *transaction, caller.person).await?;
    if !ways.is_some_and(|ways| ways.app || ways.passkeys > 0) {
        return Err(Error::Conflict(texts::codes_need_factor()));
    }
    let recovery_codes = replace_codes(&mut transaction, caller, now, random).await?;
    let made = FactorChange::RecoveryCodesMade;
    changed(&mut transaction, caller, now, made).await?;
    transaction.commit().await?;
    Ok(Change { recovery_codes })
}

/// Removes the caller's authenticator app.
///
/// # Errors
/// [`Error::Forbidden`] where they have not confirmed lately who they are; [`Error::Conflict`] where there is none, or it is the last factor
/// and is needed.
pub async fn remove_app(backend: &Backend, caller: &Caller, now: Timestamp) -> Result<(), Error> {
    caller.must_have_confirmed(Purpose::OwnAccess, now)?;
    let mut transaction = backend.pool.begin().await?;
    people::lock_own(&mut transaction, caller).await?;
    let removed = stored::delete_totp(&mut transaction, caller.person).await?;
    after_removal(backend, &mut transaction, caller, removed).await?;
    changed(&mut transaction, caller, now, FactorChange::AppRemoved).await?;
    transaction.commit().await?;
    Ok(())
}

/// Removes a passkey of the caller.
///
/// # Errors
/// As for [`remove_app`].
pub async fn remove_passkey(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: PasskeyId,
) -> Result<(), Error> {
    caller.must_have_confirmed(Purpose::OwnAccess, now)?;
    let mut transaction = backend.pool.begin().await?;
    people::lock_own(&mut transaction, caller).await?;
    let removed = passkeys::delete(&mut transaction, caller.person, id).await?;
    after_removal(backend, &mut transaction, caller, removed).await?;
    changed(&mut transaction, caller, now, FactorChange::PasskeyRemoved).await?;
    transaction.commit().await?;
    Ok(())
}

/// Refuses the removal where what is left is too little; with the last factor its recovery codes go.
async fn after_removal(
    backend: &Backend,
    connection: &mut PgConnection,
    caller: &Caller,
    removed: bool,
) -> Result<(), Error> {
    let refuse = |sentence| Err(Error::Conflict(sentence));
    if !removed {
        return refuse(texts::factor_removed_already());
    }
    let left = stored::ways(&mut *connection, caller.person).await?;
    let left = left.ok_or(Error::NotFound)?;
    if !left.app && left.passkeys == 0 {
        if backend.second_factors.needed_by(caller.role) {
            return refuse(texts::factor_needed_by_role());
        }
        if left.password_is_long != Some(true) {
            return refuse(texts::factor_needed_by_password());
        }
        stored::delete_recovery_codes(&mut *connection, caller.person).await?;
    }
    Ok(())
}

/// Gives a passkey of the caller another label.
///
/// # Errors
/// [`Error::Problems`] for `label`, [`Error::NotFound`].
pub async fn relabel_passkey(
    backend: &Backend,
    caller: &Caller,
    id: PasskeyId,
    label: &str,
) -> Result<(), Error> {
    let label =
        leads::validate_label(label).map_err(|sentence| Error::problem("label", sentence))?;
    match passkeys::relabel(&backend.pool, caller.person, id, &label).await? {
        true => Ok(()),
        false => Err(Error::NotFound),
    }
}

/// Confirms that it is the caller: by their password, and by a code where they have a second factor.
///
/// # Errors
/// [`FactorError`]; [`Error::Problems`] for `current` where the password is wrong.
pub async fn confirm(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    password: &str,
    code: &str,
) -> Result<(), FactorError> {
    people::check_own_password(backend, caller, now, password).await?;
    if caller.has_second_factor {
        let checked = codes::check_code(backend, now, caller.person, code).await;
        if let Err(FactorError::Wrong) = &checked {
            people::record_refused(backend, caller, now, SignInRefusal::WrongCode).await?;
        }
        checked?;
    }
    Ok(confirmed(backend, caller, now).await?)
}

/// Writes down that the session of the caller was confirmed.
pub(super) async fn confirmed(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
) -> Result<(), Error> {
    if let Some(session) = &caller.session {
        let mut transaction = backend.pool.begin().await?;
        // A session that was ended meanwhile does not come back under another id.
        people::lock_own(&mut transaction, caller).await?;
        sessions::confirm(&mut transaction, caller.person, &session.handle, now).await?;
        let entry = AuditEntry::by(caller.actor(), now, AuditAction::Confirmed {});
        audit::insert(&mut *transaction, &entry).await?;
        transaction.commit().await?;
    }
    Ok(())
}
