//! Do-not-call lists: keys and entries.

use std::collections::HashMap;

use jiff::Timestamp;
use leads::do_not_call::DoNotCallKind;
use sqlx::PgConnection;

use super::{At, Unreadable, at};
use crate::do_not_call::{Addition, NumberHash};
use crate::ids::{AccountId, DoNotCallListId, DraftId, PersonId, TaskId};

/// The kind of a list, as it is stored.
pub fn kind(stored: &str, list: DoNotCallListId) -> Result<DoNotCallKind, Unreadable> {
    let unreadable = || Unreadable::new("do_not_call_lists", "kind", list);
    DoNotCallKind::from_key(stored).ok_or_else(unreadable)
}

/// A key, encrypted.
#[derive(sqlx::FromRow)]
pub struct KeyRow {
    pub id: i32,
    pub sealed: Vec<u8>,
}

/// Every key, the oldest first.
pub async fn keys(connection: &mut PgConnection) -> sqlx::Result<Vec<KeyRow>> {
    sqlx::query_as("select id, sealed from do_not_call_keys order by id")
        .fetch_all(connection)
        .await
}

/// Lets nobody else make a key before the transaction ends.
pub async fn lock_keys(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("select pg_advisory_xact_lock(hashtextextended('do_not_call_keys', 0))")
        .execute(connection)
        .await?;
    Ok(())
}

pub async fn insert_key(
    connection: &mut PgConnection,
    now: Timestamp,
    id: i32,
    sealed: &[u8],
) -> sqlx::Result<()> {
    sqlx::query("insert into do_not_call_keys (id, sealed, made_at) values ($1, $2, $3)")
        .bind(id)
        .bind(sealed)
        .bind(at(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes the same key, encrypted anew.
pub async fn replace_key(
    connection: &mut PgConnection,
    id: i32,
    sealed: &[u8],
) -> sqlx::Result<()> {
    sqlx::query("update do_not_call_keys set sealed = $2 where id = $1")
        .bind(id)
        .bind(sealed)
        .execute(connection)
        .await?;
    Ok(())
}

/// Which lists are applied: the company's, and those of every sector or of the account's. What a simulated call said counts for the
/// simulator alone.
#[derive(Clone, Copy, Debug)]
pub struct ListsFor {
    pub account: AccountId,
    pub sandbox: bool,
}

/// A hash that is on a list.
#[derive(sqlx::FromRow)]
pub struct ListedRow {
    hash: Vec<u8>,
    pub list: DoNotCallListId,
    pub version: i32,
}

impl ListedRow {
    /// The hash, which has its length by the lists alone.
    pub fn hash(&self) -> Option<NumberHash> {
        self.hash.as_slice().try_into().ok()
    }
}

/// Which of those hashes are on a list that counts now; of several lists the company's comes first.
pub async fn listed(
    connection: &mut PgConnection,
    lists: ListsFor,
    hashes: &[&[u8]],
) -> sqlx::Result<Vec<ListedRow>> {
    sqlx::query_as(
        "select hash, list_id as list, entries.version from do_not_call_entries as entries join do_not_call_lists as lists on lists.id = list_id \
         where hash = any($1) and entries.version = lists.version and removed_at is null \
         and sector in ('every', (select sector from accounts where id = $2)) and (not entries.sandbox or $3) \
         order by kind = 'own' desc",
    )
    .bind(hashes)
    .bind(lists.account)
    .bind(lists.sandbox)
    .fetch_all(connection)
    .await
}

/// Which of those hashes are on the company's list; an entry of a simulated call alone counts only where that is asked for.
pub async fn on_own_list(
    connection: &mut PgConnection,
    hashes: &[&[u8]],
    sandbox: bool,
) -> sqlx::Result<Vec<Vec<u8>>> {
    sqlx::query_scalar(
        "select hash from do_not_call_entries join do_not_call_lists on id = list_id \
         where hash = any($1) and kind = 'own' and (not sandbox or $2)",
    )
    .bind(hashes)
    .bind(sandbox)
    .fetch_all(connection)
    .await
}

/// An entry on its way into the database.
pub struct NewEntry {
    pub hash: NumberHash,
    pub key: i32,
    pub last_four: i32,
}

/// Writes entries of the company's list; how many were not on it. A real call that says so counts more than a simulated one. Whoever added
/// them may not be there any more, after a restore from a backup.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    entries: &[NewEntry],
    addition: &Addition<'_>,
) -> sqlx::Result<u64> {
    let hashes: Vec<&[u8]> = entries.iter().map(|entry| entry.hash.as_slice()).collect();
    let keys: Vec<i32> = entries.iter().map(|entry| entry.key).collect();
    let last_fours: Vec<i32> = entries.iter().map(|entry| entry.last_four).collect();
    // An entry that only turned from simulated to real was counted before: it has the transaction that locked it as its `xmax`.
    let written: Vec<bool> = sqlx::query_scalar(
        "insert into do_not_call_entries (hash, list_id, version, key_id, last_four, added_at, source, added_by, reason, task_id, sandbox) \
         select hash, id, version, key, last_four, $4, $5, (select id from users where id = $6), $7, $8, $9 from do_not_call_lists, \
             unnest($1::bytea[], $2::int[], $3::int[]) as new (hash, key, last_four) where kind = 'own' \
         on conflict (hash, list_id, version) do update set sandbox = false where do_not_call_entries.sandbox and not excluded.sandbox \
         returning xmax = 0",
    )
    .bind(hashes)
    .bind(keys)
    .bind(last_fours)
    .bind(at(now))
    .bind(addition.source.key())
    .bind(addition.by)
    .bind(addition.reason)
    .bind(addition.task)
    .bind(addition.sandbox)
    .fetch_all(&mut *connection)
    .await?;
    let new = written.iter().filter(|is_new| **is_new).count();
    sqlx::query(
        "update do_not_call_lists set entries = entries + $1, taken_in_at = $2 where kind = 'own'",
    )
    .bind(i64::try_from(new).unwrap_or(i64::MAX))
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(written.len() as u64)
}

/// The numbers of a draft, each with the list that it is marked with.
pub async fn marks(
    connection: &mut PgConnection,
    draft: DraftId,
) -> sqlx::Result<HashMap<i64, Option<DoNotCallListId>>> {
    let rows: Vec<(i64, Option<DoNotCallListId>)> = sqlx::query_as(
        "select number, do_not_call from leads where draft_id = $1 and number is not null",
    )
    .bind(draft)
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().collect())
}

/// Notes of leads that their numbers are on a list.
pub async fn mark(
    connection: &mut PgConnection,
    draft: DraftId,
    listed: &HashMap<i64, DoNotCallListId>,
) -> sqlx::Result<()> {
    let (numbers, lists): (Vec<i64>, Vec<DoNotCallListId>) = listed.iter().unzip();
    sqlx::query(
        "update leads set do_not_call = new.list from unnest($2::bigint[], $3::uuid[]) as new (number, list) \
         where draft_id = $1 and leads.number = new.number",
    )
    .bind(draft)
    .bind(numbers)
    .bind(lists)
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets of those numbers that they are on a list.
pub async fn unmark(
    connection: &mut PgConnection,
    draft: DraftId,
    numbers: &[i64],
) -> sqlx::Result<()> {
    sqlx::query("update leads set do_not_call = null where draft_id = $1 and number = any($2)")
        .bind(draft)
        .bind(numbers)
        .execute(connection)
        .await?;
    Ok(())
}

/// The numbers of those calls.
pub async fn numbers_of_calls(
    connection: &mut PgConnection,
    task: TaskId,
    rows: &[i32],
) -> sqlx::Result<Vec<i64>> {
    sqlx::query_scalar("select distinct number from calls where task_id = $1 and row = any($2)")
        .bind(task)
        .bind(rows)
        .fetch_all(connection)
        .await
}

/// The numbers of a task's calls that a robot has given one of those letters; of who was erased, none is left.
pub async fn numbers_with_letters(
    connection: &mut PgConnection,
    task: TaskId,
    robot: &str,
    letters: &[String],
) -> sqlx::Result<Vec<i64>> {
    sqlx::query_scalar(
        "select distinct number from calls join tasks on tasks.id = task_id where task_id = $1 and letter = any($3) and number > 0 \
         and coalesce(calls.robot_id, tasks.settings ->> 'robot_id') = $2",
    )
    .bind(task)
    .bind(robot)
    .bind(letters)
    .fetch_all(connection)
    .await
}

/// Notes that earlier opt-outs of the account are taken in; whether that was still to be done.
pub async fn begin_earlier_opt_outs(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
) -> sqlx::Result<bool> {
    let begun = sqlx::query(
        "update accounts set opt_outs_taken_in_at = $2 where id = $1 and opt_outs_taken_in_at is null",
    )
    .bind(account)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(begun.rows_affected() > 0)
}

/// A call of the account that said so.
#[derive(sqlx::FromRow)]
pub struct EarlierOptOut {
    pub task: TaskId,
    /// Whether it was simulated.
    pub sandbox: bool,
    pub number: i64,
}

/// The calls of the account that said so. It reads every call.
pub async fn earlier_opt_outs(connection: &mut PgConnection) -> sqlx::Result<Vec<EarlierOptOut>> {
    sqlx::query_as(
        "select distinct tasks.id as task, tasks.sandbox, calls.number from calls join tasks on tasks.id = calls.task_id \
         where call_group = 'do_not_call' and calls.number > 0",
    )
    .fetch_all(connection)
    .await
}

/// What is held of a number on one list, or was.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct FoundEntry {
    /// The list.
    pub list: DoNotCallListId,
    /// Its name.
    pub name: String,
    pub(crate) kind: String,
    /// The last four digits of the number.
    pub last_four: i32,
    added_at: At,
    /// The key of where it came from.
    pub source: String,
    /// Who added it, or took it off.
    pub by_name: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The task whose call said so.
    pub task_id: Option<TaskId>,
    /// Its name, where it is of this account.
    pub task_name: Option<String>,
    /// Whether a simulated call said so.
    pub sandbox: bool,
    pub(crate) removed_at: Option<At>,
}

impl FoundEntry {
    /// When it was added.
    pub fn added_at(&self) -> Timestamp {
        self.added_at.to_jiff()
    }

    /// When it was taken off.
    pub fn removed_at(&self) -> Option<Timestamp> {
        self.removed_at.as_ref().map(|at| at.to_jiff())
    }
}

/// What is held under those hashes: what counts first, then what was taken off.
pub async fn find(
    connection: &mut PgConnection,
    hashes: &[Vec<u8>],
) -> sqlx::Result<Vec<FoundEntry>> {
    sqlx::query_as(
        "select list_id as list, lists.name, kind, last_four, added_at, source, (select name from users where id = added_by) as by_name, \
             reason, task_id, (select name from tasks where id = task_id) as task_name, entries.sandbox, null::timestamptz as removed_at \
         from do_not_call_entries as entries join do_not_call_lists as lists on lists.id = list_id and lists.version = entries.version \
         where hash = any($1) and lists.removed_at is null \
         union all select list_id, lists.name, kind, last_four, added_at, source, (select name from users where id = removed_by), \
             reason, null, null, false, removals.removed_at \
         from do_not_call_removals as removals join do_not_call_lists as lists on lists.id = list_id where hash = any($1) \
         order by removed_at desc nulls first, added_at desc",
    )
    .bind(hashes)
    .fetch_all(connection)
    .await
}

/// A number that is taken off a list.
pub struct Removal<'a> {
    pub list: DoNotCallListId,
    /// Under which it may be stored.
    pub hashes: &'a [Vec<u8>],
    pub by: PersonId,
    pub reason: &'a str,
    /// Where an earlier removal is made again, what was added after that moment stays.
    pub added_until: Option<Timestamp>,
}

/// Which of those hashes were taken off the company's list at that moment or later.
pub async fn taken_off_since(
    connection: &mut PgConnection,
    hashes: &[&[u8]],
    since: Timestamp,
) -> sqlx::Result<Vec<Vec<u8>>> {
    sqlx::query_scalar(
        "select hash from do_not_call_removals join do_not_call_lists on id = list_id \
         where kind = 'own' and hash = any($1) and do_not_call_removals.removed_at >= $2",
    )
    .bind(hashes)
    .bind(at(since))
    .fetch_all(connection)
    .await
}

/// Takes a number off a list, and keeps that it was on it; how many entries that were. Whoever did it may not be there any more, after a
/// restore from a backup.
pub async fn remove(
    connection: &mut PgConnection,
    now: Timestamp,
    removal: &Removal<'_>,
) -> sqlx::Result<u64> {
    let removed = sqlx::query(
        "with gone as (delete from do_not_call_entries where list_id = $1 and hash = any($2) \
             and ($6::timestamptz is null or added_at <= $6) returning *), \
         counted as (update do_not_call_lists set entries = entries - (select count(*) from gone) where id = $1) \
         insert into do_not_call_removals (hash, key_id, list_id, last_four, added_at, source, removed_at, removed_by, reason) \
         select hash, key_id, list_id, last_four, added_at, source, $3, (select id from users where id = $4), $5 from gone",
    )
    .bind(removal.list)
    .bind(removal.hashes)
    .bind(at(now))
    .bind(removal.by)
    .bind(removal.reason)
    .bind(removal.added_until.map(at))
    .execute(connection)
    .await?;
    Ok(removed.rows_affected())
}
