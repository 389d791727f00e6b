//! When the provider is asked for the calls of a batch, and who asks: one request for a batch at a time, whoever wants to know.

use std::time::Duration;

use jiff::Timestamp;
use leads::StopRule;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::{At, Unreadable, at, whole};
use crate::error::Error;
use crate::ids::{AccountId, CheckId, DraftId, TaskId};

/// A batch whose calls are asked for now: nobody else asks, or writes about them, as long as the lease holds.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct PollRecord {
    pub task_id: TaskId,
    #[sqlx(rename = "part")]
    pub batch: i32,
    pub fence: i64,
    pub watched_at: Option<At>,
    failures: i32,
    asked_after_end: i32,
    pub account_id: AccountId,
    pub draft_id: DraftId,
    pub check_id: CheckId,
    pub provider_task_id: Option<String>,
    pub provider_name: String,
    pub first_row: i32,
    pub last_row: i32,
    /// When the batch was created.
    #[sqlx(rename = "answered_at")]
    pub created_at: Option<At>,
    /// The robot that calls where the provider names none.
    pub robot_id: String,
    stop_rule: Option<Json<StopRule>>,
}

impl PollRecord {
    /// Requests in a row without an answer.
    pub fn failures(&self) -> Result<u32, Unreadable> {
        whole(self.failures, || self.unreadable("failures"))
    }

    /// Answers since the provider has ended the batch.
    pub fn asked_after_end(&self) -> Result<u32, Unreadable> {
        whole(self.asked_after_end, || self.unreadable("asked_after_end"))
    }

    /// When what is left of its task is stopped by itself.
    pub fn stop_rule(&self) -> Option<StopRule> {
        self.stop_rule.as_ref().map(|rule| rule.0)
    }

    fn unreadable(&self, column: &str) -> Unreadable {
        let row = format_args!("{} {}", self.task_id, self.batch);
        Unreadable::new("call_polls", column, row)
    }

    /// The provider's id of the batch.
    pub fn provider_id(&self) -> Result<&str, Error> {
        let missing = Error::Inconsistent("a created batch without an id");
        self.provider_task_id.as_deref().ok_or(missing)
    }
}

const TAKEN: &str = "update call_polls set fence = call_polls.fence + 1, \
    lease_until = clock_timestamp() + make_interval(secs => $1) \
    from parts join tasks on tasks.id = parts.task_id \
    where parts.task_id = call_polls.task_id and parts.number = call_polls.part and (call_polls.task_id, call_polls.part)";

const COLUMNS: &str = "call_polls.task_id, call_polls.part, call_polls.fence, watched_at, failures, asked_after_end, account_id, \
    draft_id, check_id, provider_task_id, provider_name, first_row, last_row, answered_at, settings ->> 'robot_id' as robot_id, \
    settings -> 'stop_rule' as stop_rule";

const NOT_UNDER_WAY: &str = "(lease_until is null or lease_until < clock_timestamp())";

/// Takes the batch that has been due for the longest, if nobody asks for it already; only one of the provider that this program
/// talks to.
pub async fn take_due(
    pool: &PgPool,
    now: Timestamp,
    lease: Duration,
    sandbox: bool,
) -> sqlx::Result<Option<PollRecord>> {
    sqlx::query_as(&format!(
        "{TAKEN} = (select task_id, part from call_polls as due where due_at <= $2 and {NOT_UNDER_WAY} \
         and exists (select from tasks where tasks.id = due.task_id and tasks.sandbox = $3) \
         order by due_at for update skip locked limit 1) returning {COLUMNS}"
    ))
    .bind(lease.as_secs_f64())
    .bind(at(now))
    .bind(sandbox)
    .fetch_optional(pool)
    .await
}

/// Takes the batches of a task that nobody asks for already, due or not: a person wants to know. Of calls that were deleted nothing is asked:
/// an answer would be counted without them.
pub async fn take_of_task(
    pool: &PgPool,
    task: TaskId,
    lease: Duration,
) -> sqlx::Result<Vec<PollRecord>> {
    sqlx::query_as(&format!(
        "{TAKEN} in (select task_id, part from call_polls as due where task_id = $2 and {NOT_UNDER_WAY} \
         and not exists (select from task_retention where task_retention.task_id = due.task_id and deleted_at is not null) \
         order by part for update skip locked) returning {COLUMNS}"
    ))
    .bind(lease.as_secs_f64())
    .bind(task)
    .fetch_all(pool)
    .await
}

/// Whether a batch of a task is still asked for.
pub async fn is_open(pool: &PgPool, account: AccountId, task: TaskId) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select from call_polls join tasks on tasks.id = task_id \
         where task_id = $1 and account_id = $2 and due_at is not null)",
    )
    .bind(task)
    .bind(account)
    .fetch_one(pool)
    .await
}

/// When a batch is asked for next, and what its last answer was.
pub struct Polled<'a> {
    /// `None` where it is not asked for any more.
    pub due: Option<Timestamp>,
    /// Answers since the provider has ended the batch.
    pub asked_after_end: u32,
    /// Numbers of which it told though they were not sent.
    pub strangers: &'a [String],
    /// Leads that share a note, so that it is not known which call is whose.
    pub shared_notes: u32,
    /// When the first of the last dials began, as far as it is told.
    pub first_dial: Option<Timestamp>,
}

/// Gives a batch back after an answer; `false` where the lease was lost: then another process writes about its calls.
pub async fn answered(
    connection: &mut PgConnection,
    now: Timestamp,
    poll: &PollRecord,
    polled: &Polled<'_>,
) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "update call_polls set lease_until = null, asked_at = $5, failures = 0, hinted = false, \
         due_at = case when hinted and $4::timestamptz is not null then least($4, $5::timestamptz + make_interval(secs => $10)) else $4 end, \
         asked_after_end = $6, strangers = $7, shared_notes = $8, first_dial = coalesce(first_dial, $9) \
         where task_id = $1 and part = $2 and fence = $3",
    )
    .bind(poll.task_id)
    .bind(poll.batch)
    .bind(poll.fence)
    .bind(polled.due.map(at))
    .bind(at(now))
    .bind(super::stored(polled.asked_after_end)?)
    .bind(polled.strangers)
    .bind(super::stored(polled.shared_notes)?)
    .bind(polled.first_dial.map(at))
    .bind(HINTED_EVERY.as_secs_f64())
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Between two requests for the calls of a batch whoever has heard that there is news of them.
pub const HINTED_EVERY: Duration = Duration::from_secs(10);

/// Has the calls of a batch asked for soon, because something has changed at the provider: now, or so long after the last answer. One
/// that is over is not asked for again, and one that the provider does not answer waits as before.
pub async fn hurry(
    connection: &mut PgConnection,
    now: Timestamp,
    task: TaskId,
    batch: i32,
) -> sqlx::Result<()> {
    sqlx::query(&format!(
        "update call_polls set {HURRIED} where task_id = $3 and part = $4 and due_at is not null and failures = 0"
    ))
    .bind(at(now))
    .bind(HINTED_EVERY.as_secs_f64())
    .bind(task)
    .bind(batch)
    .execute(connection)
    .await?;
    Ok(())
}

/// The same for the batches of an account that are the provider's tasks of those ids; how many. Once they have ended, a request more is
/// made for it: the last ones keep their distance, so that what is told late is read.
pub async fn hurry_tasks_at_provider(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    ids: &[String],
) -> sqlx::Result<u64> {
    let result = sqlx::query(&format!(
        "update call_polls set {HURRIED}, asked_after_end = greatest(asked_after_end - 1, 0) \
         where (task_id, part) in (select open.task_id, open.part from call_polls as open \
             join parts on parts.task_id = open.task_id and parts.number = open.part join tasks on tasks.id = open.task_id \
             where open.due_at is not null and open.failures = 0 and tasks.account_id = $3 and provider_task_id = any($4) \
             order by open.task_id, open.part for update of open)"
    ))
    .bind(at(now))
    .bind(HINTED_EVERY.as_secs_f64())
    .bind(account)
    .bind(ids)
    .execute(connection)
    .await?;
    Ok(result.rows_affected())
}

/// A request that is under way may miss what has changed: its answer is followed by another request.
const HURRIED: &str = "hinted = lease_until is not null, \
    due_at = least(due_at, greatest($1::timestamptz, asked_at + make_interval(secs => $2)))";

/// Gives a batch back that could not be asked for. Without `due` it is not asked for any more.
pub async fn failed(
    connection: &mut PgConnection,
    poll: &PollRecord,
    due: Option<Timestamp>,
) -> sqlx::Result<()> {
    sqlx::query(
        "update call_polls set lease_until = null, due_at = $4, failures = failures + 1 \
         where task_id = $1 and part = $2 and fence = $3",
    )
    .bind(poll.task_id)
    .bind(poll.batch)
    .bind(poll.fence)
    .bind(due.map(at))
    .execute(connection)
    .await?;
    Ok(())
}

/// The batches of a task whose calls are kept, in their order, each with whether it is asked for again.
pub async fn of_task(
    connection: &mut PgConnection,
    task: TaskId,
) -> sqlx::Result<Vec<(i32, bool)>> {
    sqlx::query_as(
        "select part, due_at is not null from call_polls where task_id = $1 order by part",
    )
    .bind(task)
    .fetch_all(connection)
    .await
}

/// Whether the lease still holds; nobody takes the batch before the transaction ends.
pub async fn lock(connection: &mut PgConnection, poll: &PollRecord) -> sqlx::Result<bool> {
    let found: Option<i64> = sqlx::query_scalar(
        "select fence from call_polls where task_id = $1 and part = $2 and fence = $3 for update",
    )
    .bind(poll.task_id)
    .bind(poll.batch)
    .bind(poll.fence)
    .fetch_optional(connection)
    .await?;
    Ok(found.is_some())
}

/// Notes that somebody has the page of the task open: what is not over is due so long after its last answer, and what the provider did not
/// answer once its time to wait is over. Calls of batches that
/// were created before they were kept begin now. Whether something is due.
pub async fn watch(
    pool: &PgPool,
    now: Timestamp,
    account: AccountId,
    task: TaskId,
    every: Duration,
) -> sqlx::Result<bool> {
    let begun: i64 = sqlx::query_scalar(
        "select count(*) from (select begin_calls(task_id, number) from parts join tasks on tasks.id = task_id \
         where task_id = $1 and account_id = $2 and parts.state = 'created' \
         and not exists (select from call_polls where call_polls.task_id = parts.task_id and part = parts.number)) as begun",
    )
    .bind(task)
    .bind(account)
    .fetch_one(pool)
    .await?;
    let result = sqlx::query(
        "update call_polls set watched_at = $2, due_at = case when failures > 0 then due_at \
             else least(due_at, greatest(coalesce(asked_at + make_interval(secs => $3), due_at), $2)) end \
         where (task_id, part) in (select task_id, part from call_polls as open where task_id = $1 and due_at is not null \
             and exists (select from tasks where id = $1 and account_id = $4) order by part for update skip locked)",
    )
    .bind(task)
    .bind(at(now))
    .bind(every.as_secs_f64())
    .bind(account)
    .execute(pool)
    .await?;
    Ok(begun > 0 || result.rows_affected() > 0)
}
