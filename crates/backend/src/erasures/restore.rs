//! After a restore from a backup: what was erased since then is erased again, before anybody is called.

use std::collections::HashSet;

use futures::TryStreamExt;
use jiff::Timestamp;

use super::held::calling_codes;
use super::{
    Details, ErasuresFile, PURPOSE, Wanted, erase_in_all_accounts, leave_on_list, write_receipt,
};
use crate::audit::{Actor, AuditAction, AuditEntry};
use crate::encryption::Signer;
use crate::error::Error;
use crate::ids::ErasureId;
use crate::store::erasures as stored;
use crate::store::{self, audit};
use crate::{Backend, accounts};

/// What was done after a restore.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reapplied {
    /// Receipts in the file.
    pub receipts: u64,
    /// Those that the database did not have.
    pub missing: u64,
    /// Rows of lists that were erased again.
    pub rows: u64,
    /// Numbers that the database does not hold, and that could so not be left on the do-not-call list again.
    pub not_listed: u64,
}

/// Refuses where the file has a receipt that the database does not have: the database is older than the file, so it holds somebody who was
/// erased.
///
/// # Errors
/// [`Error::Conflict`] with what to do.
pub async fn expect_all_applied(backend: &Backend, file: &ErasuresFile) -> Result<(), Error> {
    let missing = missing(backend, file).await?.len();
    match missing {
        0 => Ok(()),
        missing => Err(Error::Conflict(format!(
            "The database is older than {missing} of the receipts in {}: it was restored from a backup. Run “coxswain restore-check {}” first.",
            file.path().display(),
            file.path().display()
        ))),
    }
}

async fn missing(backend: &Backend, file: &ErasuresFile) -> Result<Vec<Details>, Error> {
    let mut receipts = file.read()?;
    let ids: Vec<ErasureId> = receipts.iter().map(|receipt| receipt.id).collect();
    let missing = stored::missing(&backend.pool, &ids).await?;
    let missing: HashSet<ErasureId> = missing.into_iter().collect();
    receipts.retain(|receipt| missing.contains(&receipt.id));
    Ok(receipts)
}

/// Erases again what the receipts of the file say and the database does not know of, and writes those receipts into it. Stop the program
/// first. It compares every number that the database spells with the receipts: some seconds for a million leads.
///
/// # Errors
/// [`Error::NoEncryptionKey`], and when the file or the database fails.
pub async fn restore_check(
    backend: &Backend,
    now: Timestamp,
    file: &ErasuresFile,
) -> Result<Reapplied, Error> {
    let all = file.read()?.len() as u64;
    let missing = missing(backend, file).await?;
    let mut reapplied = Reapplied {
        receipts: all,
        missing: missing.len() as u64,
        ..Reapplied::default()
    };
    if missing.is_empty() {
        return Ok(reapplied);
    }
    let signer = backend.encryption_keys()?.signer(PURPOSE);
    let hashes: HashSet<&str> = missing.iter().map(|details| &*details.hash).collect();
    let found = numbers_with(backend, &signer, &hashes).await?;
    for details in &missing {
        let number = found.iter().find(|(hash, _)| *hash == details.hash);
        let mut transaction = backend.pool.begin().await?;
        store::allow_for_a_whole_list(&mut transaction).await?;
        let held = match number {
            None => {
                reapplied.not_listed += u64::from(details.on_do_not_call);
                Vec::new()
            }
            Some((_, number)) => {
                let wanted = Wanted { number: *number };
                if details.on_do_not_call {
                    leave_on_list(backend, &mut transaction, now, wanted, details.by).await?;
                }
                erase_in_all_accounts(backend, now, wanted, None).await?
            }
        };
        let rows: u64 = held.iter().map(|account| account.rows()).sum();
        reapplied.rows += rows;
        write_receipt(&mut transaction, details, &held, Some(now)).await?;
        let erased = AuditAction::NumberErased {
            accounts: held.len() as u64,
            rows,
            on_do_not_call: details.on_do_not_call,
        };
        let entry = AuditEntry::by(Actor::COMMAND_LINE, now, erased);
        audit::insert(&mut *transaction, &entry).await?;
        transaction.commit().await?;
    }
    Ok(reapplied)
}

/// The numbers that any account spells and that have one of those hashes, each with its hash.
async fn numbers_with(
    backend: &Backend,
    signer: &Signer,
    hashes: &HashSet<&str>,
) -> Result<Vec<(String, i64)>, Error> {
    let mut found = Vec::new();
    for account in backend.each_account().await? {
        let Some(id) = account.account else { continue };
        let codes = calling_codes(&accounts::by_id(&account, id).await?);
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let mut transaction = account.pool.begin().await?;
        store::allow_for_a_whole_list(&mut transaction).await?;
        let mut seen = HashSet::new();
        let mut places = stored::spelt_places(&mut transaction);
        while let Some(place) = places.try_next().await? {
            let spelt = place.text.map(|text| leads::spelt_numbers(&text, &codes));
            for number in place.number.into_iter().chain(spelt.into_iter().flatten()) {
                if !seen.insert(number) {
                    continue;
                }
                for hash in signer.signatures(number.to_string().as_bytes()) {
                    let hash = hex::encode(hash);
                    if hashes.contains(&*hash) {
                        found.push((hash, number));
                    }
                }
            }
        }
    }
    Ok(found)
}
