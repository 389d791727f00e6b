//! Single numbers: added, found and taken off.

use std::collections::HashSet;

use jiff::Timestamp;
use leads::do_not_call::DoNotCallKind;
use leads::numbers::mask_numbers;
use leads::{Action, Country};
use localization::Message;
use sqlx::PgConnection;

use super::again::{Listed, ListedNumber, TakenOff};
use super::keys::NumberKeys;
use super::last_four;
use crate::audit::{AuditAction, AuditEntry};
use crate::confirmation::Purpose;
use crate::error::Error;
use crate::hourly::Costly;
use crate::ids::{DoNotCallListId, PersonId, TaskId};
use crate::messages::{do_not_call_errors as texts, do_not_call_sources};
use crate::restore::{self, Change};
use crate::store::do_not_call::{self, FoundEntry, NewEntry, Removal};
use crate::store::{self, audit, do_not_call_changes, do_not_call_lists};
use crate::{Backend, Caller, people};

/// The most letters of a reason.
pub const MAX_REASON: usize = 300;

/// Numbers that may be added by hand at once.
pub const MAX_BY_HAND: usize = 1_000;

/// The most numbers in one line of the restore journal, and the most whose last four digits are looked for one by one: among more numbers nearly every ending
/// occurs.
const OF_ONE_CHANGE: usize = 10_000;

/// Where an entry comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A list that was uploaded.
    Upload,
    /// A person wrote it.
    Hand,
    /// The result of a call.
    Result,
    /// A person asked to be erased.
    Erasure,
}

impl Source {
    const ALL: [Source; 4] = [
        Source::Upload,
        Source::Hand,
        Source::Result,
        Source::Erasure,
    ];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Source::Upload => "upload",
            Source::Hand => "hand",
            Source::Result => "result",
            Source::Erasure => "erasure",
        }
    }

    /// The source with that [`key`](Source::key).
    pub fn from_key(key: &str) -> Option<Source> {
        Source::ALL.into_iter().find(|source| source.key() == key)
    }

    /// What people read of it.
    pub fn label(self) -> Message {
        match self {
            Source::Upload => do_not_call_sources::upload(),
            Source::Hand => do_not_call_sources::hand(),
            Source::Result => do_not_call_sources::result(),
            Source::Erasure => do_not_call_sources::erasure(),
        }
    }
}

/// Numbers for the company's list.
pub(crate) struct Addition<'a> {
    pub numbers: &'a [i64],
    pub source: Source,
    pub by: Option<PersonId>,
    pub reason: Option<&'a str>,
    /// The task whose call said so.
    pub task: Option<TaskId>,
    /// Whether a simulated call said so: then it counts for simulated tasks alone.
    pub sandbox: bool,
}

impl<'a> Addition<'a> {
    /// Numbers that a person adds, with the reason.
    pub fn by_person(
        source: Source,
        by: PersonId,
        numbers: &'a [i64],
        reason: &'a str,
    ) -> Addition<'a> {
        Addition {
            numbers,
            source,
            by: Some(by),
            reason: Some(reason),
            task: None,
            sandbox: false,
        }
    }

    /// Numbers whose calls of a task say so.
    pub fn by_result(task: TaskId, sandbox: bool, numbers: &'a [i64]) -> Addition<'a> {
        Addition {
            numbers,
            source: Source::Result,
            by: None,
            reason: None,
            task: Some(task),
            sandbox,
        }
    }
}

/// Puts numbers on the company's list, and has every account look whether it is calling one of them; how many were not on it yet.
///
/// # Errors
/// [`Error::NoEncryptionKey`] where there is no key for hashes.
pub(crate) async fn add(
    connection: &mut PgConnection,
    backend: &Backend,
    now: Timestamp,
    addition: &Addition<'_>,
) -> Result<u64, Error> {
    let keys = NumberKeys::load(connection, backend.encryption_keys.as_ref()).await?;
    let hashed = keys.hashed(addition.numbers).await?;
    let hashes: Vec<&[u8]> = hashed.keys().map(|hash| hash.as_slice()).collect();
    let known = do_not_call::on_own_list(connection, &hashes, addition.sandbox).await?;
    let known: HashSet<i64> = known
        .iter()
        .filter_map(|hash| hashed.get(hash.as_slice()).copied())
        .collect();
    let mut entries = Vec::new();
    for number in addition.numbers {
        if !known.contains(number) {
            let (key, hash) = keys.newest(*number)?;
            entries.push(NewEntry {
                hash,
                key,
                last_four: last_four(*number),
            });
        }
    }
    if entries.is_empty() {
        return Ok(0);
    }
    let added = do_not_call::insert(connection, now, &entries, addition).await?;
    for some in entries.chunks(OF_ONE_CHANGE) {
        let listed = listed(&keys, some, addition)?;
        restore::record(connection, backend, now, Change::NumbersListed(listed)).await?;
    }
    let last_fours: Vec<i32> = entries.iter().map(|entry| entry.last_four).collect();
    let looks_at_some = last_fours.len() <= OF_ONE_CHANGE;
    let last_fours = looks_at_some.then_some(last_fours.as_slice());
    do_not_call_changes::insert_changes(connection, now, last_fours).await?;
    Ok(added)
}

/// What the restore journal has of them.
fn listed(
    keys: &NumberKeys,
    entries: &[NewEntry],
    addition: &Addition<'_>,
) -> Result<Listed, Error> {
    let numbers = entries.iter().map(|entry| ListedNumber {
        hash: entry.hash,
        last_four: entry.last_four,
    });
    Ok(Listed {
        key: keys.newest_fingerprint()?,
        numbers: numbers.collect(),
        source: addition.source.key().to_owned(),
        by: addition.by,
        reason: addition.reason.map(mask_numbers),
        task: addition.task,
        sandbox: addition.sandbox,
    })
}

/// What became of numbers that a person has added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Numbers that are on the list since.
    pub added: u64,
    /// Those that were on it already.
    pub known: u64,
}

/// Puts numbers on the company's list that a person has written, one in each line, with the reason.
///
/// # Errors
/// [`Error::Problems`] for `numbers` and `reason`: nothing is added then.
pub async fn add_by_hand(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    numbers: &str,
    reason: &str,
) -> Result<Added, Error> {
    caller.must(Action::Prepare)?;
    let numbers = parse_numbers(numbers, caller.account.settings.country)?;
    let reason = parse_reason(reason)?;
    let addition = Addition::by_person(Source::Hand, caller.person, &numbers, &reason);
    add_for(backend, caller, now, &addition, |numbers| {
        AuditAction::DoNotCallAdded { numbers }
    })
    .await
}

/// Puts numbers on the company's list for a person; what the audit log says of so many new ones.
pub(super) async fn add_for(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    addition: &Addition<'_>,
    action: impl FnOnce(u64) -> AuditAction,
) -> Result<Added, Error> {
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    // Before the numbers are in the restore journal: whoever may not add them any more adds none.
    people::expect_still_there(&mut transaction, caller).await?;
    let added = add(&mut transaction, backend, now, addition).await?;
    let entry = AuditEntry::of(caller, now, action(added));
    audit::insert(&mut *transaction, &entry).await?;
    transaction.commit().await?;
    backend.wake_worker();
    Ok(Added {
        added,
        known: (addition.numbers.len() as u64).saturating_sub(added),
    })
}

/// The numbers of those lines, each once.
pub(super) fn parse_numbers(text: &str, country: Country) -> Result<Vec<i64>, Error> {
    let mut numbers = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let problem = || Error::problem("numbers", texts::line_is_no_number(index + 1));
        let number = parse_number(line, country).ok_or_else(problem)?;
        numbers.push(number);
    }
    numbers.sort_unstable();
    numbers.dedup();
    match numbers.len() {
        0 => Err(Error::problem("numbers", texts::number_needed())),
        1..=MAX_BY_HAND => Ok(numbers),
        _ => Err(Error::problem("numbers", texts::too_many_numbers())),
    }
}

/// The number in a text, as somebody in that country means it.
pub(super) fn parse_number(text: &str, country: Country) -> Option<i64> {
    let mobile = leads::validate_mobile(text, country).mobile?;
    i64::try_from(mobile.number()).ok()
}

/// A reason as it is kept: numbers in it are masked, since what is kept of it is not erased.
pub(super) fn parse_reason(reason: &str) -> Result<String, Error> {
    let reason = mask_numbers(reason.trim());
    match reason.chars().count() {
        0 => Err(Error::problem("reason", texts::reason_needed())),
        1..=MAX_REASON => Ok(reason),
        _ => Err(Error::problem("reason", texts::reason_too_long())),
    }
}

/// What is held of a number: the lists that it is on, and when it was taken off some.
///
/// # Errors
/// [`Error::Problems`] for `number`.
pub async fn find(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    number: &str,
) -> Result<Vec<FoundEntry>, Error> {
    caller.must(Action::Prepare)?;
    let number = number_of(number, caller)?;
    backend.count(caller, Costly::NumberSearch, now)?;
    let mut transaction = backend.pool.begin().await?;
    let hashes = hashes_of(&mut transaction, backend, number).await?;
    let found = do_not_call::find(&mut transaction, &hashes).await?;
    let action = AuditAction::DoNotCallSearched {
        found: found.len() as u64,
    };
    audit::insert(&mut *transaction, &AuditEntry::of(caller, now, action)).await?;
    transaction.commit().await?;
    Ok(found)
}

/// Takes a number off a list that may be corrected, and keeps the reason.
///
/// # Errors
/// [`Error::Problems`] for `number` and `reason`; [`Error::Conflict`] where it is not on the list, or that is a register.
pub async fn remove(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    list: DoNotCallListId,
    number: &str,
    reason: &str,
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let number = number_of(number, caller)?;
    let reason = parse_reason(reason)?;
    let mut transaction = backend.pool.begin().await?;
    let of = do_not_call_lists::lock(&mut transaction, list).await?;
    let of = of.ok_or(Error::NotFound)?;
    let kind = of.kind()?;
    if !kind.may_be_corrected() {
        let sentence = texts::register_corrects_itself(&of.name);
        return Err(Error::Conflict(sentence));
    }
    let hashes = hashes_of(&mut transaction, backend, number).await?;
    let removal = Removal {
        list,
        hashes: &hashes,
        by: caller.person,
        reason: &reason,
        added_until: None,
    };
    let removed = do_not_call::remove(&mut transaction, now, &removal).await?;
    if removed == 0 {
        return Err(Error::Conflict(texts::not_on_list_any_more()));
    }
    let action = AuditAction::DoNotCallRemoved {
        list: of.name,
        reason: reason.clone(),
    };
    audit::insert(&mut *transaction, &AuditEntry::of(caller, now, action)).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    let taken_off = TakenOff {
        list,
        hashes: hashes.iter().map(hex::encode).collect(),
        by: caller.person,
        reason,
    };
    restore::record_committed(backend, now, Change::NumberTakenOff(taken_off)).await
}

/// The number in a text, as somebody in the caller's country means it.
///
/// # Errors
/// [`Error::Problems`] for `number`.
pub(crate) fn number_of(text: &str, caller: &Caller) -> Result<i64, Error> {
    let problem = || Error::problem("number", texts::incomplete_number());
    parse_number(text, caller.account.settings.country).ok_or_else(problem)
}

async fn hashes_of(
    connection: &mut PgConnection,
    backend: &Backend,
    number: i64,
) -> Result<Vec<Vec<u8>>, Error> {
    let keys = NumberKeys::load(connection, backend.encryption_keys.as_ref()).await?;
    Ok(keys.all(number).map(|hash| hash.to_vec()).collect())
}

impl FoundEntry {
    /// Whether the number can be taken off.
    pub fn may_be_removed(&self) -> Result<bool, store::Unreadable> {
        let is_on = self.removed_at.is_none();
        Ok(is_on && self.kind()?.may_be_corrected())
    }

    /// The kind of the list.
    pub fn kind(&self) -> Result<DoNotCallKind, store::Unreadable> {
        do_not_call::kind(&self.kind, self.list)
    }
}
