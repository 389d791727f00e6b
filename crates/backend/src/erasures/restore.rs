//! Numbers that were erased since a backup was made: they are erased again.

use std::collections::HashSet;

use futures::TryStreamExt;
use jiff::Timestamp;
use sqlx::PgConnection;

use super::held::calling_codes;
use super::{
    Details, Erasure, HeldInAccount, PURPOSE, Wanted, erase_in_all_accounts, erased_in, receipt,
};
use crate::audit::{Actor, AuditEntry};
use crate::encryption::Signer;
use crate::error::Error;
use crate::store::{self, audit};
use crate::{Backend, accounts, do_not_call};

/// Numbers that the database spells and that were erased, each by its keyed hash.
pub(crate) type ErasedNumbers = Vec<(String, i64)>;

/// Those numbers of the receipts that the database spells somewhere. It reads every lead and every call.
///
/// # Errors
/// [`Error::NoEncryptionKey`], and when the database fails.
pub(crate) async fn numbers_of(
    backend: &Backend,
    receipts: impl Iterator<Item = &Details>,
) -> Result<ErasedNumbers, Error> {
    let hashes: HashSet<&str> = receipts.map(|details| &*details.hash).collect();
    if hashes.is_empty() {
        return Ok(Vec::new());
    }
    let signer = backend.encryption_keys()?.signer(PURPOSE);
    numbers_with(backend, &signer, &hashes).await
}

/// Erases the number of a receipt in every account, and writes the receipt; how many rows of lists it stood in.
///
/// # Errors
/// When the database fails.
pub(crate) async fn erase_again(
    connection: &mut PgConnection,
    backend: &Backend,
    now: Timestamp,
    details: &Details,
    numbers: &ErasedNumbers,
) -> Result<u64, Error> {
    let number = numbers.iter().find(|(hash, _)| *hash == details.hash);
    // The accounts write into it, each by a connection of its own.
    let mut begun = backend.pool.acquire().await?;
    receipt::insert(&mut begun, details, Some(now)).await?;
    drop(begun);
    let mut held = Vec::new();
    if let Some((_, number)) = number {
        let work = Erasure {
            now,
            wanted: Wanted { number: *number },
            receipt: details.id,
            caller: None,
        };
        erase_in_all_accounts(backend, &work, &mut held).await?;
    }
    let number = number.map(|(_, number)| *number);
    let is_listed = is_on_list_again(connection, backend, details, number).await?;
    if is_listed {
        store::receipts::note_on_list(connection, details.id).await?;
    }
    store::receipts::finish(connection, details.id).await?;
    let erased = erased_in(&held, is_listed);
    let entry = AuditEntry::by(Actor::COMMAND_LINE, now, erased);
    audit::insert(&mut *connection, &entry).await?;
    Ok(held.iter().map(HeldInAccount::rows).sum())
}

/// Whether the number was left on the company's do-not-call list. It is on it by its own entry of the journal; where an earlier version was
/// interrupted there is none, and it is put on it now.
async fn is_on_list_again(
    connection: &mut PgConnection,
    backend: &Backend,
    details: &Details,
    number: Option<i64>,
) -> Result<bool, Error> {
    match (details.on_do_not_call, number) {
        (true, Some(number)) => {
            let (at, by) = (details.erased_at, details.by);
            do_not_call::keep_on_list(connection, backend, at, by, number).await
        }
        (on_do_not_call, _) => Ok(on_do_not_call),
    }
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
        let mut places = store::erasures::spelt_places(&mut transaction);
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
