//! After a restore from a backup: what has happened since, as far as the restore journal tells, is applied again before anybody is called.
//!
//! Architecture invariant: an erasure and a number for the do-not-call list are in the journal before they are committed. What only lets
//! people be called again, or a person has to repeat, is added afterwards: where the machine fails in between, nobody is called for it.

mod journal;

use std::collections::HashSet;

use jiff::Timestamp;
use localization::Message;
use sqlx::PgConnection;

use crate::audit::{Actor, AuditAction, AuditEntry};
use crate::error::Error;
use crate::ids::ErasureId;
use crate::store::{self, audit};
use crate::{Backend, do_not_call, erasures};

pub(crate) use journal::Change;
pub use journal::RestoreJournal;
use journal::{Entry, EntryDigest};

/// What was done after a restore.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reapplied {
    /// Entries in the journal.
    pub entries: u64,
    /// Those that the database did not have, or not whole.
    pub missing: u64,
    /// Numbers that were erased again.
    pub erased: u64,
    /// Rows of lists that these stood in.
    pub rows: u64,
    /// Numbers that are on the do-not-call list again.
    pub listed: u64,
    /// Numbers that were taken off a do-not-call list again.
    pub taken_off: u64,
    /// Numbers whose key the database does not have: nobody can put them on the list again.
    pub without_key: u64,
    /// Lists that have to be uploaded again, each with the day of which it tells.
    pub uploads: Vec<String>,
}

/// Adds a change to the journal, where there is one, and notes on that connection that the database has it.
///
/// # Errors
/// When the file cannot be written, or the database fails.
pub(crate) async fn record(
    connection: &mut PgConnection,
    backend: &Backend,
    now: Timestamp,
    change: Change,
) -> Result<(), Error> {
    let Some(journal) = backend.restore_journal() else {
        return Ok(());
    };
    let digest = journal.append(&Entry { at: now, change }).await?;
    store::restore_journal::insert(connection, now, &digest).await?;
    Ok(())
}

/// Adds a change that is in the database already: one that is only about to be might not come, and be applied all the same after a restore.
///
/// # Errors
/// As of [`record`].
pub(crate) async fn record_committed(
    backend: &Backend,
    now: Timestamp,
    change: Change,
) -> Result<(), Error> {
    let mut connection = backend.pool.acquire().await?;
    record(&mut connection, backend, now, change).await
}

/// Applies what the journal tells of the company's do-not-call list and the database does not know: a process may have ended between the two.
/// How many entries that were.
///
/// # Errors
/// [`Error::Conflict`] with what to do where the database was restored from a backup.
pub async fn apply_at_start(backend: &Backend, now: Timestamp) -> Result<u64, Error> {
    let Some(journal) = backend.restore_journal() else {
        return Ok(0);
    };
    let missing = missing(backend, journal.read()?, &[]).await?;
    let mut wanted = 0;
    for (_, entry) in &missing {
        wanted += u64::from(needs_a_person(backend, entry).await?);
    }
    if wanted > 0 {
        let path = journal.path().display();
        // Only the command prints it.
        return Err(Error::Conflict(Message::verbatim(format!(
            "{path} has {wanted} changes that the database does not have: it was restored from a backup, or Coxswain was stopped in the middle of one. \
             Run “coxswain restore-check {path}” first."
        ))));
    }
    let count = missing.len() as u64;
    apply(backend, now, missing).await?;
    let unfinished = store::receipts::unfinished_ids(&backend.pool).await?.len();
    if unfinished > 0 {
        tracing::warn!(
            unfinished,
            "erasures were interrupted: erase the numbers again, or stop the program and run restore-check"
        );
    }
    Ok(count)
}

/// Applies what the journal tells and the database does not know, and finishes erasures that were interrupted. Stop the program first. Where numbers were erased, it compares every number
/// that the database spells with them: some seconds for a million leads.
///
/// # Errors
/// [`Error::NoEncryptionKey`], and when the file or the database fails.
pub async fn check(
    backend: &Backend,
    now: Timestamp,
    journal: &RestoreJournal,
) -> Result<Reapplied, Error> {
    let entries = journal.read()?;
    let count = entries.len() as u64;
    let unfinished = store::receipts::unfinished_ids(&backend.pool).await?;
    let missing = missing(backend, entries, &unfinished).await?;
    let reapplied = apply(backend, now, missing).await?;
    Ok(Reapplied {
        entries: count,
        ..reapplied
    })
}

/// Whether it is not applied at the start: it looks at everything that the database holds, or leaves something to do for a person.
async fn needs_a_person(backend: &Backend, entry: &Entry) -> Result<bool, Error> {
    match &entry.change {
        Change::NumberErased(_) | Change::ListUploaded { .. } => Ok(true),
        Change::NumberTakenOff(_) => Ok(false),
        Change::NumbersListed(listed) => {
            let mut connection = backend.pool.acquire().await?;
            Ok(!do_not_call::has_key(&mut connection, backend, listed).await?)
        }
    }
}

/// The entries that the database does not know, and the erasures that it knows and has not finished: a backup may be of a moment in the middle
/// of one, which was finished after it.
async fn missing(
    backend: &Backend,
    mut entries: Vec<(EntryDigest, Entry)>,
    unfinished: &[ErasureId],
) -> Result<Vec<(EntryDigest, Entry)>, Error> {
    let digests: Vec<&[u8]> = entries.iter().map(|(digest, _)| &digest[..]).collect();
    let missing = store::restore_journal::missing(&backend.pool, &digests).await?;
    let missing: HashSet<Vec<u8>> = missing.into_iter().collect();
    let is_unfinished = |entry: &Entry| match &entry.change {
        Change::NumberErased(details) => unfinished.contains(&details.id()),
        _ => false,
    };
    entries.retain(|(digest, entry)| missing.contains(&digest[..]) || is_unfinished(entry));
    Ok(entries)
}

/// What the entries tell of numbers that were erased. One that was interrupted and went on later can have two.
fn erasures_of(entries: &[(EntryDigest, Entry)]) -> impl Iterator<Item = &erasures::Details> {
    entries.iter().filter_map(|(_, entry)| match &entry.change {
        Change::NumberErased(details) => Some(details),
        _ => None,
    })
}

/// Applies those entries in their order, each in a transaction of its own.
async fn apply(
    backend: &Backend,
    now: Timestamp,
    entries: Vec<(EntryDigest, Entry)>,
) -> Result<Reapplied, Error> {
    let mut reapplied = Reapplied {
        missing: entries.len() as u64,
        erased: erasures_of(&entries)
            .map(erasures::Details::id)
            .collect::<HashSet<_>>()
            .len() as u64,
        ..Reapplied::default()
    };
    let numbers = erasures::numbers_of(backend, erasures_of(&entries)).await?;
    // What a person has still to do is told again until it was told once.
    let mut only_told = Vec::new();
    for (digest, entry) in entries {
        let mut transaction = backend.pool.begin().await?;
        store::allow_for_a_whole_list(&mut transaction).await?;
        let connection = &mut *transaction;
        match entry.change {
            Change::NumberErased(details) => {
                let rows = erasures::erase_again(connection, backend, now, &details, &numbers);
                reapplied.rows += rows.await?;
            }
            Change::NumbersListed(listed) => {
                let count = listed.numbers.len() as u64;
                match do_not_call::list_again(connection, backend, entry.at, &listed).await? {
                    Some(listed) => reapplied.listed += listed,
                    None => {
                        reapplied.without_key += count;
                        only_told.push(digest);
                        continue;
                    }
                }
            }
            Change::NumberTakenOff(taken_off) => {
                let removed = do_not_call::take_off_again(connection, entry.at, &taken_off);
                reapplied.taken_off += removed.await?;
            }
            Change::ListUploaded { list, as_of } => {
                reapplied.uploads.push(format!("{list} ({as_of})"));
                only_told.push(digest);
                continue;
            }
        }
        store::restore_journal::insert(connection, now, &digest).await?;
        transaction.commit().await?;
    }
    let mut transaction = backend.pool.begin().await?;
    for digest in &only_told {
        store::restore_journal::insert(&mut transaction, now, digest).await?;
    }
    if reapplied.listed + reapplied.taken_off > 0 {
        let action = AuditAction::DoNotCallReapplied {
            listed: reapplied.listed,
            taken_off: reapplied.taken_off,
        };
        let entry = AuditEntry::by(Actor::COMMAND_LINE, now, action);
        audit::insert(&mut *transaction, &entry).await?;
    }
    transaction.commit().await?;
    Ok(reapplied)
}
