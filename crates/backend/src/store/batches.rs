//! Batches: the queue of what is to be sent, and what became of it.

use std::time::Duration;

use airudder::Perform;
use jiff::Timestamp;
use leads::states::BatchState;
use leads::views::CallsView;
use serde::Deserialize;
use serde_json::Value;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::{At, Unreadable, at, whole};
use crate::ids::{AccountId, CheckId, DraftId, TaskId};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct BatchRecord {
    pub task_id: TaskId,
    pub number: i32,
    pub provider_name: String,
    pub first_row: i32,
    pub last_row: i32,
    pub lead_count: i32,
    pub payload_digest: Vec<u8>,
    pub perform: i16,
    pub state: String,
    pub attempts: i32,
    pub fence: i64,
    pub provider_task_id: Option<String>,
    pub words: Option<String>,
    pub provider_status: Option<String>,
    pub calls: Option<Value>,
    pub asked_at: Option<At>,
    pub not_before: At,
    pub queued_at: At,
    #[sqlx(rename = "in_doubt_since")]
    pub unconfirmed_since: Option<At>,
    #[sqlx(rename = "looks")]
    pub searches: i32,
    /// When it is searched for next, where it is.
    #[sqlx(rename = "look_at")]
    pub next_search: Option<At>,
}

impl BatchRecord {
    /// What cannot be read of a batch fails here and not where many batches are read at once: one is not to stop the others.
    fn unreadable(&self, column: &str) -> Unreadable {
        let row = format_args!("{} {}", self.task_id, self.number);
        Unreadable::new("parts", column, row)
    }

    pub fn state(&self) -> Result<BatchState, Unreadable> {
        BatchState::from_key(&self.state).ok_or_else(|| self.unreadable("state"))
    }

    /// Its number, from 1.
    pub fn number(&self) -> Result<u32, Unreadable> {
        whole(self.number, || self.unreadable("number"))
    }

    pub fn leads(&self) -> Result<u32, Unreadable> {
        whole(self.lead_count, || self.unreadable("lead_count"))
    }

    /// Looks without it, since it became unknown last.
    pub fn searches(&self) -> Result<u32, Unreadable> {
        whole(self.searches, || self.unreadable("looks"))
    }

    pub fn calls(&self) -> Result<Option<CallsView>, Unreadable> {
        let calls = self.calls.as_ref().map(CallsView::deserialize);
        calls.transpose().map_err(|_| self.unreadable("calls"))
    }

    /// What AIRudder is asked to do with leads that it refuses.
    pub fn perform(&self) -> Result<Perform, Unreadable> {
        match self.perform {
            1 => Ok(Perform::WithoutRefused),
            3 => Ok(Perform::AllOrNothing),
            _ => Err(self.unreadable("perform")),
        }
    }

    /// Whether an earlier sending had no usable answer, so that the provider may have the task.
    pub fn is_unconfirmed(&self) -> bool {
        self.unconfirmed_since.is_some()
    }
}

pub(super) const COLUMNS: &str = "task_id, number, provider_name, first_row, last_row, lead_count, payload_digest, perform, state, \
    attempts, fence, provider_task_id, words, provider_status, calls, asked_at, \
    not_before, queued_at, in_doubt_since, looks, look_at";

/// Makes the batches of a task from those that were checked. A batch of which leads were refused is created without them
/// (`Perform` 1), every other one whole or not at all (`Perform` 3). The first is to be sent now, each other so many minutes
/// after the one before: only from then on does it count as waiting.
pub async fn insert_from_check(
    connection: &mut PgConnection,
    now: Timestamp,
    task: TaskId,
    check: CheckId,
    minutes_apart: u16,
) -> sqlx::Result<u64> {
    let result = sqlx::query(
        "insert into parts (task_id, number, provider_name, first_row, last_row, lead_count, payload_digest, perform, state, not_before, queued_at) \
         select $1, number, provider_name, first_row, last_row, lead_count, payload_digest, \
             case when exists (select from check_refusals where check_id = $2 and row between first_row and last_row) then 1 else 3 end, \
             'waiting', planned_at, planned_at \
         from (select *, $3::timestamptz + make_interval(mins => $4 * (number - 1)) as planned_at from check_parts) as planned \
         where check_id = $2 and state = 'done'",
    )
    .bind(task)
    .bind(check)
    .bind(at(now))
    .bind(i32::from(minutes_apart))
    .execute(connection)
    .await?;
    Ok(result.rows_affected())
}

/// Takes the next batch that waits. Commit before a byte goes out: from here on it counts as sent.
///
/// The batches of a task start in the order of their numbers: none is taken while one before it waits. Leases run by the clock of
/// the database, which is the same for every process. `only_older_than` takes only what has waited since before then. When its calls had
/// to end at an earlier try counts no more.
pub async fn lease(
    pool: &PgPool,
    now: Timestamp,
    lease: Duration,
    only_older_than: Option<Timestamp>,
) -> sqlx::Result<Option<BatchRecord>> {
    sqlx::query_as(&format!(
        "update parts set state = 'sending', lease_until = clock_timestamp() + make_interval(secs => $2), \
         fence = fence + 1, attempts = attempts + 1, sent_at = $1, calls_end_at = null, calls_end_passed = false \
         where (task_id, number) = ( \
             select task_id, number from parts as due where state = 'waiting' and not_before <= $1 \
             and ($3::timestamptz is null or queued_at < $3) \
             and not exists (select from parts as before \
                 where before.task_id = due.task_id and before.number < due.number and before.state = 'waiting') \
             order by not_before, number for update skip locked limit 1) \
         returning {COLUMNS}"
    ))
    .bind(at(now))
    .bind(lease.as_secs_f64())
    .bind(only_older_than.map(at))
    .fetch_optional(pool)
    .await
}

/// Renews the lease; `false` when it was lost: then the batch is no longer the caller's to send or to write about.
pub async fn renew(pool: &PgPool, batch: &BatchRecord, lease: Duration) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "update parts set lease_until = clock_timestamp() + make_interval(secs => $4) \
         where task_id = $1 and number = $2 and fence = $3 and state = 'sending'",
    )
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(batch.fence)
    .bind(lease.as_secs_f64())
    .execute(pool)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Batches whose sender has gone silent: their lease has run out.
pub async fn abandoned(pool: &PgPool) -> sqlx::Result<Vec<BatchRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from parts where state = 'sending' and lease_until < clock_timestamp() \
         order by task_id, number limit 100"
    ))
    .fetch_all(pool)
    .await
}

/// Since when the batch that has been due for the longest waits: of a task, or of a check.
pub async fn oldest_due(pool: &PgPool, now: Timestamp) -> sqlx::Result<Option<Timestamp>> {
    let oldest: Option<At> = sqlx::query_scalar(
        "select least((select min(not_before) from parts where state = 'waiting' and not_before <= $1), \
         (select min(not_before) from check_parts where state = 'waiting' and not_before <= $1 \
             and exists (select from checks where checks.id = check_id and checks.state = 'running')))",
    )
    .bind(at(now))
    .fetch_one(pool)
    .await?;
    Ok(oldest.map(At::to_jiff))
}

/// What became of a batch that was sent.
pub struct BatchUpdate<'a> {
    pub state: BatchState,
    pub provider_task_id: Option<&'a str>,
    pub words: Option<&'a str>,
    /// When it may be tried again, where it goes back into the queue.
    pub not_before: Timestamp,
    /// When an unknown batch is looked for first.
    pub look_at: Timestamp,
    /// Whether the sender has gone silent: then its lease must have run out, also at this instant.
    pub abandoned: bool,
}

/// Writes the outcome, if the lease still holds: a sender whose lease was taken over has nothing to say.
pub async fn record(
    connection: &mut PgConnection,
    now: Timestamp,
    batch: &BatchRecord,
    outcome: &BatchUpdate<'_>,
) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "update parts set state = $4, provider_task_id = $5, words = $6, not_before = $7, answered_at = $8, lease_until = null, \
         looks = case when $4 = 'unknown' then 0 else looks end, look_at = case when $4 = 'unknown' then $9::timestamptz end, \
         in_doubt_since = case when $4 = 'unknown' then coalesce(in_doubt_since, sent_at, $8) else in_doubt_since end \
         where task_id = $1 and number = $2 and fence = $3 and state = 'sending' \
         and (not $10 or lease_until < clock_timestamp())",
    )
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(batch.fence)
    .bind(outcome.state.key())
    .bind(outcome.provider_task_id)
    .bind(outcome.words)
    .bind(at(outcome.not_before))
    .bind(at(now))
    .bind(at(outcome.look_at))
    .bind(outcome.abandoned)
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Marks a batch as created by the provider's task that was found under a batch's name, if nobody has sent the batch again since
/// it was read.
pub async fn mark_created(
    connection: &mut PgConnection,
    now: Timestamp,
    batch: &BatchRecord,
    provider_task_id: &str,
    words: Option<&str>,
) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "update parts set state = 'created', provider_task_id = $3, words = $6, answered_at = $4, look_at = null \
         where task_id = $1 and number = $2 and fence = $5 and state in ('unknown', 'absent', 'given_up')",
    )
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(provider_task_id)
    .bind(at(now))
    .bind(batch.fence)
    .bind(words)
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// What the provider tells of a created batch's calls.
pub async fn update_calls(
    connection: &mut PgConnection,
    now: Timestamp,
    task: TaskId,
    batch: i32,
    status: &str,
    calls: &CallsView,
) -> sqlx::Result<()> {
    sqlx::query(
        "update parts set provider_status = $3, calls = $4, asked_at = $5 where task_id = $1 and number = $2",
    )
    .bind(task)
    .bind(batch)
    .bind(status)
    .bind(Json(calls))
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}

/// Writes how its calls are counted, where that is not told by a new answer.
pub async fn recount_calls(
    connection: &mut PgConnection,
    task: TaskId,
    batch: i32,
    calls: &CallsView,
) -> sqlx::Result<()> {
    sqlx::query("update parts set calls = $3 where task_id = $1 and number = $2")
        .bind(task)
        .bind(batch)
        .bind(Json(calls))
        .execute(connection)
        .await?;
    Ok(())
}

pub async fn of_task(
    connection: &mut PgConnection,
    task: TaskId,
) -> sqlx::Result<Vec<BatchRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from parts where task_id = $1 order by number"
    ))
    .bind(task)
    .fetch_all(connection)
    .await
}

/// One batch of a task; an error where there is none.
pub async fn one(
    connection: &mut PgConnection,
    task: TaskId,
    number: i32,
) -> sqlx::Result<BatchRecord> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from parts where task_id = $1 and number = $2"
    ))
    .bind(task)
    .bind(number)
    .fetch_one(connection)
    .await
}

pub async fn insert_refusals(
    connection: &mut PgConnection,
    batch: &BatchRecord,
    refusals: &[(i32, String)],
) -> sqlx::Result<()> {
    let (rows, words): (Vec<i32>, Vec<String>) = refusals.iter().cloned().unzip();
    sqlx::query(
        "insert into part_refusals (task_id, number, row, words) select $1, $2, * from unnest($3::int[], $4::text[]) \
         on conflict (task_id, row) do update set words = part_refusals.words || ' · ' || excluded.words",
    )
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(rows)
    .bind(words)
    .execute(connection)
    .await?;
    Ok(())
}

/// What a batch was made from.
#[derive(sqlx::FromRow)]
pub struct Origin {
    pub draft_id: DraftId,
    pub check_id: CheckId,
    pub sandbox: bool,
    pub account_id: AccountId,
    /// Whether it calls the number of who had it called, and nobody else.
    pub is_test: bool,
}

pub async fn origin(
    executor: impl sqlx::PgExecutor<'_>,
    batch: &BatchRecord,
) -> sqlx::Result<Origin> {
    sqlx::query_as(
        "select draft_id, check_id, sandbox, account_id, is_test from tasks where id = $1",
    )
    .bind(batch.task_id)
    .fetch_one(executor)
    .await
}
