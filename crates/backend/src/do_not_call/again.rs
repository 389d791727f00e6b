//! Changes of lists as the restore journal has them, and how they are made again.

use std::collections::HashSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use super::entries::{Addition, Source};
use super::keys::NumberKeys;
use super::{NumberHash, last_four};
use crate::Backend;
use crate::error::Error;
use crate::ids::{DoNotCallListId, PersonId, TaskId};
use crate::store::do_not_call::{self, NewEntry, Removal};
use crate::store::do_not_call_changes;

/// Numbers that were put on the company's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Listed {
    /// The fingerprint of the key of the hashes.
    #[serde(with = "hex::serde")]
    pub key: NumberHash,
    pub numbers: Vec<ListedNumber>,
    /// The key of the [`Source`].
    pub source: String,
    pub by: Option<PersonId>,
    pub reason: Option<String>,
    pub task: Option<TaskId>,
    pub sandbox: bool,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ListedNumber {
    #[serde(with = "hex::serde")]
    pub hash: NumberHash,
    pub last_four: i32,
}

/// A number that was taken off a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TakenOff {
    pub list: DoNotCallListId,
    /// Its hashes, in hexadecimal digits: by every key that there was.
    pub hashes: Vec<String>,
    pub by: PersonId,
    pub reason: String,
}

/// Whether the database has the key of the hashes.
///
/// # Errors
/// [`Error::NoEncryptionKey`], and when the database fails.
pub(crate) async fn has_key(
    connection: &mut PgConnection,
    backend: &Backend,
    listed: &Listed,
) -> Result<bool, Error> {
    let keys = NumberKeys::load(connection, backend.encryption_keys.as_ref()).await?;
    Ok(keys.with_fingerprint(listed.key).is_some())
}

/// Puts numbers on the company's list that were put on it at that moment, but for those that were taken off since; how many were not there.
/// `None` where the database has no such key.
///
/// # Errors
/// [`Error::NoEncryptionKey`], and when the database fails.
pub(crate) async fn list_again(
    connection: &mut PgConnection,
    backend: &Backend,
    listed_at: Timestamp,
    listed: &Listed,
) -> Result<Option<u64>, Error> {
    let keys = NumberKeys::load(connection, backend.encryption_keys.as_ref()).await?;
    let Some(key) = keys.with_fingerprint(listed.key) else {
        return Ok(None);
    };
    let source = Source::from_key(&listed.source);
    let addition = Addition {
        numbers: &[],
        source: source.ok_or(Error::Inconsistent("where a number of the list came from"))?,
        by: listed.by,
        reason: listed.reason.as_deref(),
        task: listed.task,
        sandbox: listed.sandbox,
    };
    let hashes: Vec<&[u8]> = listed
        .numbers
        .iter()
        .map(|number| &number.hash[..])
        .collect();
    let taken_off = do_not_call::taken_off_since(connection, &hashes, listed_at).await?;
    let taken_off: HashSet<&[u8]> = taken_off.iter().map(Vec::as_slice).collect();
    let numbers = listed.numbers.iter();
    let numbers = numbers.filter(|number| !taken_off.contains(&number.hash[..]));
    let entries = numbers.map(|number| NewEntry {
        hash: number.hash,
        key,
        last_four: number.last_four,
    });
    let entries: Vec<NewEntry> = entries.collect();
    let written = do_not_call::insert(connection, listed_at, &entries, &addition).await?;
    let last_fours: Vec<i32> = entries.iter().map(|entry| entry.last_four).collect();
    do_not_call_changes::insert_changes(connection, listed_at, Some(&last_fours)).await?;
    Ok(Some(written))
}

/// Puts a number on the company's list that was erased at that moment, but where it is on it or was taken off since; whether it was left on it.
///
/// # Errors
/// [`Error::NoEncryptionKey`], and when the database fails.
pub(crate) async fn keep_on_list(
    connection: &mut PgConnection,
    backend: &Backend,
    erased_at: Timestamp,
    by: Option<PersonId>,
    number: i64,
) -> Result<bool, Error> {
    let keys = NumberKeys::load(connection, backend.encryption_keys.as_ref()).await?;
    if keys.is_empty() {
        return Ok(false);
    }
    let hashes: Vec<NumberHash> = keys.all(number).collect();
    let hashes: Vec<&[u8]> = hashes.iter().map(|hash| &hash[..]).collect();
    let is_on = do_not_call::on_own_list(connection, &hashes, false).await?;
    let taken_off = do_not_call::taken_off_since(connection, &hashes, erased_at).await?;
    if !is_on.is_empty() || !taken_off.is_empty() {
        return Ok(true);
    }
    let listed = Listed {
        key: keys.newest_fingerprint()?,
        numbers: vec![ListedNumber {
            hash: keys.newest(number)?.1,
            last_four: last_four(number),
        }],
        source: Source::Erasure.key().to_owned(),
        by,
        reason: None,
        task: None,
        sandbox: false,
    };
    let written = list_again(connection, backend, erased_at, &listed).await?;
    Ok(written.is_some())
}

/// Takes a number off a list that was taken off at that moment; how many entries that were.
///
/// # Errors
/// When the database fails.
pub(crate) async fn take_off_again(
    connection: &mut PgConnection,
    taken_off_at: Timestamp,
    taken_off: &TakenOff,
) -> Result<u64, Error> {
    let hashes = taken_off.hashes.iter().map(hex::decode);
    let hashes: Vec<Vec<u8>> = hashes
        .collect::<Result<_, _>>()
        .map_err(|_| Error::Inconsistent("the hash of a number cannot be read"))?;
    let removal = Removal {
        list: taken_off.list,
        hashes: &hashes,
        by: taken_off.by,
        reason: &taken_off.reason,
        added_until: Some(taken_off_at),
    };
    Ok(do_not_call::remove(connection, taken_off_at, &removal).await?)
}
