//! What is deleted once an account keeps it no longer: a bounded number of rows at a time, each time in a short transaction.

use jiff::Timestamp;
use leads::Retention;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::erasures::ENDED_CALL;
use super::{At, Unreadable, at, stored, whole};
use crate::ids::{AccountId, DraftId, TaskId};

/// What an account has chosen, as it is stored.
#[derive(sqlx::FromRow)]
pub struct RetentionRow {
    id: AccountId,
    result_days: Option<i32>,
    draft_days: Option<i32>,
    unused_columns: bool,
}

impl RetentionRow {
    /// What was chosen; nothing before somebody has.
    pub fn chosen(&self) -> Result<Option<Retention>, Unreadable> {
        let days = |days: i32, column| whole(days, || Unreadable::new("accounts", column, self.id));
        let (Some(results), Some(drafts)) = (self.result_days, self.draft_days) else {
            return Ok(None);
        };
        Ok(Some(Retention {
            result_days: days(results, "result_days")?,
            draft_days: days(drafts, "draft_days")?,
            unused_columns: self.unused_columns,
        }))
    }
}

/// The choice of an account; of the one that the connection works for.
pub async fn of_account(
    connection: &mut PgConnection,
    account: AccountId,
) -> sqlx::Result<Option<RetentionRow>> {
    sqlx::query_as("select id, result_days, draft_days, unused_columns from accounts where id = $1")
        .bind(account)
        .fetch_optional(connection)
        .await
}

/// Writes the choice. Every task is looked at again, since its time may be over by it.
pub async fn choose(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    retention: &Retention,
) -> sqlx::Result<()> {
    sqlx::query(
        "update accounts set result_days = $2, draft_days = $3, unused_columns = $4, changed_at = $5 where id = $1",
    )
    .bind(account)
    .bind(stored(retention.result_days)?)
    .bind(stored(retention.draft_days)?)
    .bind(retention.unused_columns)
    .bind(at(now))
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "update task_retention set look_at = $2 where account = $1 and deleted_at is null and look_at > $2",
    )
    .bind(account)
    .bind(at(now))
    .execute(&mut *connection)
    .await?;
    if !retention.unused_columns {
        sqlx::query(
            "insert into drafts_to_minimise (draft_id, account) select draft_id, account from tasks \
             join task_retention on task_id = tasks.id where account_id = $1 and deleted_at is null on conflict do nothing",
        )
        .bind(account)
        .execute(connection)
        .await?;
    }
    Ok(())
}

/// A draft of the account `$1` that nobody submitted, discarded or has checked at this moment.
const IDLE_DRAFT: &str = "drafts.account_id = $1 and drafts.task_id is null and drafts.discarded_at is null \
    and not exists (select from checks where checks.draft_id = drafts.id and checks.state = 'running')";

/// Whether there is anything to do for the account: a draft that was submitted and, once the account has chosen, a task to look at, or a draft
/// that nobody has touched for long.
pub async fn is_due(pool: &PgPool, account: AccountId, now: Timestamp) -> sqlx::Result<bool> {
    sqlx::query_scalar(&format!(
        "select exists (select from drafts_to_minimise) or exists (select from calls_to_erase where {ENDED_CALL}) \
         or exists (select from accounts where id = $1 and result_days is not null \
             and (exists (select from task_retention where account = $1 and look_at <= $2) \
                 or exists (select from drafts where {IDLE_DRAFT} and changed_at <= $2 - make_interval(hours => 24 * draft_days))))"
    ))
    .bind(account)
    .bind(at(now))
    .fetch_one(pool)
    .await
}

/// What is deleted next of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing yet.
    Kept,
    /// Its leads, its calls, and words about them.
    Leads,
    /// Its numbers, once no cooldown needs them.
    Numbers,
    /// Nothing is left.
    Done,
}

impl Stage {
    const ALL: [Stage; 4] = [Stage::Kept, Stage::Leads, Stage::Numbers, Stage::Done];

    /// The stored key.
    const fn key(self) -> &'static str {
        match self {
            Stage::Kept => "kept",
            Stage::Leads => "leads",
            Stage::Numbers => "numbers",
            Stage::Done => "done",
        }
    }

    fn from_key(key: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.key() == key)
    }
}

/// A task whose turn it is. Nobody else works on it before the transaction ends.
#[derive(sqlx::FromRow)]
pub struct TaskToLookAt {
    pub task_id: TaskId,
    pub draft_id: DraftId,
    stage: String,
    leads: i32,
    calls: i32,
    numbers: i32,
    /// For how long it is kept.
    pub retention: Json<ShownRetention>,
    /// When its last batch got into the queue.
    pub last_queued: Option<At>,
    /// Whether an open draft follows it, whose people are told by its numbers.
    pub is_followed: bool,
}

impl TaskToLookAt {
    /// What is deleted of it next.
    pub fn stage(&self) -> Result<Stage, Unreadable> {
        Stage::from_key(&self.stage)
            .ok_or_else(|| Unreadable::new("task_retention", "stage", self.task_id))
    }

    /// Leads and calls that were deleted so far.
    pub fn deleted(&self) -> (u64, u64) {
        (
            u64::from(self.leads.unsigned_abs()),
            u64::from(self.calls.unsigned_abs()),
        )
    }

    /// Numbers that were deleted so far.
    pub fn deleted_numbers(&self) -> u64 {
        u64::from(self.numbers.unsigned_abs())
    }
}

/// The task that has been due for the longest, if nobody works on it.
pub async fn next_task(
    connection: &mut PgConnection,
    account: AccountId,
    now: Timestamp,
) -> sqlx::Result<Option<TaskToLookAt>> {
    sqlx::query_as(&format!(
        "select task_id, draft_id, stage, leads, calls, numbers, {RETENTION} as retention, \
         (select max(queued_at) from parts where parts.task_id = tasks.id) as last_queued, \
         exists (select from drafts where drafts.account_id = $1 and drafts.task_id is null \
             and tasks.id in (drafts.follows_task, drafts.follows_calls_of)) as is_followed \
         from (select task_id, stage, leads, calls, numbers from task_retention where account = $1 and look_at <= $2 \
             order by look_at limit 1 for update skip locked) as due join tasks on tasks.id = task_id"
    ))
    .bind(account)
    .bind(at(now))
    .fetch_optional(connection)
    .await
}

/// Goes on with a task at that moment, with that stage: never again where there is no moment. Its leads count as deleted from the first moment
/// at which some are to be deleted.
pub async fn go_on(
    connection: &mut PgConnection,
    now: Timestamp,
    task: TaskId,
    stage: Stage,
    moment: Option<Timestamp>,
) -> sqlx::Result<()> {
    sqlx::query(
        "update task_retention set look_at = coalesce($2, 'infinity'::timestamptz), stage = $3, \
         deleted_at = case when $3 = 'kept' then null else coalesce(deleted_at, $4) end where task_id = $1",
    )
    .bind(task)
    .bind(moment.map(at))
    .bind(stage.key())
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}

/// When the leads of a task began to be deleted; nobody begins to before the transaction ends, so that whoever reads them reads all.
pub async fn deleted_at(
    connection: &mut PgConnection,
    task: TaskId,
) -> sqlx::Result<Option<Timestamp>> {
    let deleted: Option<Option<At>> =
        sqlx::query_scalar("select deleted_at from task_retention where task_id = $1 for share")
            .bind(task)
            .fetch_optional(connection)
            .await?;
    Ok(deleted.flatten().map(At::to_jiff))
}

/// Deletes so many leads of a draft that a task was made of, and counts them; how many there were.
pub async fn delete_leads(
    connection: &mut PgConnection,
    task: TaskId,
    draft: DraftId,
    most: i64,
) -> sqlx::Result<i32> {
    sqlx::query_scalar(
        "with gone as (delete from leads where draft_id = $2 \
             and row in (select row from leads where draft_id = $2 order by row limit $3) returning 1), \
         counted as (select count(*)::int as gone from gone) \
         update task_retention set leads = leads + gone from counted where task_id = $1 returning gone",
    )
    .bind(task)
    .bind(draft)
    .bind(most)
    .fetch_one(connection)
    .await
}

/// The same of its calls. What is counted of them is kept by itself.
pub async fn delete_calls(
    connection: &mut PgConnection,
    task: TaskId,
    most: i64,
) -> sqlx::Result<i32> {
    sqlx::query_scalar(
        "with gone as (delete from calls where task_id = $1 \
             and row in (select row from calls where task_id = $1 order by row limit $2) returning 1), \
         counted as (select count(*)::int as gone from gone) \
         update task_retention set calls = calls + gone from counted where task_id = $1 returning gone",
    )
    .bind(task)
    .bind(most)
    .fetch_one(connection)
    .await
}

/// The same of its numbers.
pub async fn delete_numbers(
    connection: &mut PgConnection,
    task: TaskId,
    most: i64,
) -> sqlx::Result<i32> {
    sqlx::query_scalar(
        "with gone as (delete from submitted_numbers where ctid = any(array(select ctid from submitted_numbers \
             where task_id = $1 limit $2)) and task_id = $1 returning 1), \
         counted as (select count(*)::int as gone from gone) \
         update task_retention set numbers = numbers + gone from counted where task_id = $1 returning gone",
    )
    .bind(task)
    .bind(most)
    .fetch_one(connection)
    .await
}

/// Deletes the provider's words about a task, and what else may name somebody. How many leads were refused stays.
pub async fn delete_words(
    connection: &mut PgConnection,
    task: TaskId,
    draft: DraftId,
) -> sqlx::Result<()> {
    for statement in [
        "update parts set words = null where task_id = $1 and words is not null and $2::uuid is not null",
        "update part_refusals set words = '' where task_id = $1 and words <> '' and $2::uuid is not null",
        "update stops set words = null where task_id = $1 and words is not null and $2::uuid is not null",
        "update call_polls set strangers = '{}' where task_id = $1 and strangers <> '{}' and $2::uuid is not null",
        "delete from event_words where task_id = $1 and $2::uuid is not null",
        "update check_refusals set words = '' where check_id in (select id from checks where draft_id = $2) and words <> '' and $1::uuid is not null",
        "update check_parts set words = '{}', search = null where check_id in (select id from checks where draft_id = $2) and $1::uuid is not null",
        "delete from draft_refusals where draft_id = $2 and $1::uuid is not null",
        "delete from draft_files where draft_id = $2 and $1::uuid is not null",
        "delete from steps where draft_id = $2 and $1::uuid is not null",
        "delete from drafts_to_minimise where draft_id = $2 and $1::uuid is not null",
    ] {
        sqlx::query(statement)
            .bind(task)
            .bind(draft)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Deletes one draft that nobody has touched since then, its leads and checks with it; `false` where there is none that nobody holds.
pub async fn delete_untouched_draft(
    connection: &mut PgConnection,
    account: AccountId,
    until: Timestamp,
) -> sqlx::Result<bool> {
    let deleted = sqlx::query(&format!(
        "delete from drafts where id = (select id from drafts where {IDLE_DRAFT} and changed_at <= $2 limit 1 for update skip locked)"
    ))
    .bind(account)
    .bind(at(until))
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected() > 0)
}

/// Makes a [`ShownRetention`] of a row of `tasks`, as part of a statement that reads something else as well. It is open as long as a batch has
/// no outcome, calls are asked for, or something is to be stopped. The last thing that counts is the half hour in which the last dial
/// began, with half an hour for its call, else when its batches got their answers: the end of every call is not read.
pub(super) const RETENTION: &str = "(select jsonb_build_object('deleted_at', (select deleted_at from task_retention where task_id = tasks.id), \
    'days', (select result_days from accounts where accounts.id = tasks.account_id), \
    'is_open', exists (select from parts where task_id = tasks.id and state in ('waiting', 'sending', 'unknown', 'absent')) \
        or exists (select from call_polls where task_id = tasks.id and due_at is not null) \
        or exists (select from stops join parts on parts.task_id = stops.task_id and parts.number = stops.part \
            where stops.task_id = tasks.id and stops.state in ('waiting', 'asking') and parts.state not in ('given_up', 'not_sent')), \
    'last', greatest(submitted_at, (select max(greatest(queued_at, answered_at)) from parts where task_id = tasks.id), \
        (select max(half_hour) + interval '1 hour' from call_counts where task_id = tasks.id))))";

/// What the page of a task says of its retention.
#[derive(Debug, serde::Deserialize)]
pub struct ShownRetention {
    /// When its leads began to be deleted.
    pub deleted_at: Option<Timestamp>,
    /// The days for which the account keeps them; nothing where that is not chosen.
    pub days: Option<u32>,
    /// Whether more may come of it.
    pub is_open: bool,
    /// When the last thing happened that counts.
    pub last: Timestamp,
}
