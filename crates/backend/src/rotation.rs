//! A new encryption key: every secret in the database is encrypted with it, so that the old one is needed no more to read them.

use jiff::Timestamp;
use sqlx::PgConnection;

use crate::audit::{Actor, AuditAction, AuditEntry};
use crate::encryption::NONCE_BYTES;
use crate::error::Error;
use crate::ids::AccountId;
use crate::store::{self, audit, secrets};
use crate::{Backend, credentials, do_not_call, factors};

/// What was found and done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rotated {
    /// Secrets in the database.
    pub secrets: u64,
    /// Those that were encrypted anew.
    pub encrypted_anew: u64,
}

/// Encrypts every secret with the key in use that is encrypted with another one. What can be read with no key stays as it is, and ends it.
///
/// # Errors
/// [`Error::NoEncryptionKey`]; [`Error::Encryption`] where a key is missing: what was done for other accounts before is kept.
pub async fn rotate(
    backend: &Backend,
    now: Timestamp,
    mut nonce: impl FnMut() -> [u8; NONCE_BYTES],
) -> Result<Rotated, Error> {
    let mut rotated = Rotated::default();
    let mut transaction = backend.pool.begin().await?;
    for seed in secrets::totp_seeds(&mut transaction).await? {
        let place = factors::place_of_seed(seed.id);
        if let Some(sealed) = anew(backend, &place, &seed.sealed, nonce(), &mut rotated)? {
            secrets::replace_totp_seed(&mut transaction, seed.id, &sealed).await?;
        }
    }
    for key in store::do_not_call::keys(&mut transaction).await? {
        let place = do_not_call::place(key.id);
        if let Some(sealed) = anew(backend, &place, &key.sealed, nonce(), &mut rotated)? {
            store::do_not_call::replace_key(&mut transaction, key.id, &sealed).await?;
        }
    }
    // Also where there was nothing to do: that somebody ran the command.
    record(&mut transaction, now, None, rotated.encrypted_anew).await?;
    transaction.commit().await?;
    for account in backend.each_account().await? {
        let before = rotated.encrypted_anew;
        let mut transaction = account.pool.begin().await?;
        for stored in secrets::credentials(&mut transaction).await? {
            let place = credentials::place(stored.id.into());
            if let Some(sealed) = anew(backend, &place, &stored.sealed, nonce(), &mut rotated)? {
                secrets::replace_credentials(&mut transaction, stored.id, &sealed).await?;
            }
        }
        let of_account = rotated.encrypted_anew - before;
        if of_account > 0 {
            record(&mut transaction, now, account.account, of_account).await?;
        }
        transaction.commit().await?;
    }
    Ok(rotated)
}

/// Writes down how many secrets the transaction encrypts anew: those of an account, or those of no account.
async fn record(
    connection: &mut PgConnection,
    now: Timestamp,
    account: Option<AccountId>,
    secrets: u64,
) -> Result<(), Error> {
    let done = AuditAction::SecretsEncryptedAnew { secrets };
    let entry = AuditEntry::by(Actor::COMMAND_LINE, now, done).in_account(account);
    Ok(audit::insert(connection, &entry).await?)
}

/// The secret encrypted with the key in use; `None` where it is already.
fn anew(
    backend: &Backend,
    place: &str,
    sealed: &[u8],
    nonce: [u8; NONCE_BYTES],
    rotated: &mut Rotated,
) -> Result<Option<Vec<u8>>, Error> {
    let keys = backend.encryption_keys()?;
    rotated.secrets += 1;
    if keys.is_of_key_in_use(sealed) {
        return Ok(None);
    }
    let plain = keys.decrypt(place, sealed)?;
    rotated.encrypted_anew += 1;
    Ok(Some(keys.encrypt(place, nonce, &plain)))
}
