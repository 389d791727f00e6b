//! What the provider is asked to stop: whole batches and single numbers, each a row in the queue of the worker.

use std::time::Duration;

use jiff::Timestamp;
use leads::results::classify::CallGroup;
use leads::states::StopState;
use serde::Deserialize;
use sqlx::{PgConnection, PgPool};

use super::{At, Unreadable, at, failed_stops, whole};
use crate::error::Error;
use crate::ids::{PersonId, TaskId};

/// The row that stands for a whole batch: those of a list count from 1.
pub const WHOLE_BATCH: i32 = 0;

/// A stop request as it is shown.
#[derive(Clone, Debug, Deserialize)]
pub struct StopRecord {
    pub state: StopState,
    pub wanted_at: Timestamp,
    pub asked_at: Option<Timestamp>,
    pub words: Option<String>,
    /// Nobody where a rule wants it.
    pub by_name: Option<String>,
    /// Whether the calling rule wants it, and not only the stop rule of the task.
    pub for_calling_rule: bool,
}

/// Makes a [`StopRecord`] of a row of `stops`, as part of a statement that reads something else as well.
pub(super) const SHOWN: &str = "jsonb_build_object('state', stops.state, 'wanted_at', wanted_at, 'asked_at', stops.asked_at, \
    'words', stops.words, 'for_calling_rule', for_calling_rule, 'by_name', (select name from users where users.id = wanted_by))";

/// What is to be stopped, and who wants it.
pub struct StopRequest {
    pub task: TaskId,
    pub batch: i32,
    /// The lead's row, or [`WHOLE_BATCH`].
    pub row: i32,
    pub by: WantedBy,
}

/// Who wants a stop.
#[derive(Clone, Copy, Debug)]
pub enum WantedBy {
    Person(PersonId),
    /// The program by itself: by the stop rule of a task, or because of a do-not-call list.
    Program,
    /// The calling rule, which allows no call any more.
    CallingRule,
}

impl WantedBy {
    fn person(self) -> Option<PersonId> {
        match self {
            WantedBy::Person(person) => Some(person),
            WantedBy::Program | WantedBy::CallingRule => None,
        }
    }
}

/// Puts a stop request into the queue; `false` where it is there already, or the provider said yes to it. What is unclear or was refused only a
/// person wants again, or the calling rule. Where somebody else's is under way, the rule wants it too: its answer counts for both.
pub async fn want(
    connection: &mut PgConnection,
    now: Timestamp,
    request: &StopRequest,
) -> sqlx::Result<bool> {
    let is_for_rule = matches!(request.by, WantedBy::CallingRule);
    let result = sqlx::query(
        "insert into stops (task_id, part, row, state, wanted_by, wanted_at, not_before, for_calling_rule) \
             values ($1, $2, $3, 'waiting', $4, $5, $5, $6) \
         on conflict (task_id, part, row) do update set state = 'waiting', wanted_by = excluded.wanted_by, \
             for_calling_rule = stops.for_calling_rule or excluded.for_calling_rule, \
             wanted_at = excluded.wanted_at, not_before = excluded.not_before, asked_at = null, attempts = 0, words = null \
             where stops.state in ('refused', 'unclear') and (excluded.wanted_by is not null or excluded.for_calling_rule)",
    )
    .bind(request.task)
    .bind(request.batch)
    .bind(request.row)
    .bind(request.by.person())
    .bind(at(now))
    .bind(is_for_rule)
    .execute(&mut *connection)
    .await?;
    let is_wanted = result.rows_affected() == 1;
    if is_for_rule && !is_wanted {
        join(connection, request).await?;
    }
    Ok(is_wanted)
}

/// Notes that the calling rule wants a stop, too, that is under way.
async fn join(connection: &mut PgConnection, request: &StopRequest) -> sqlx::Result<()> {
    sqlx::query(
        "update stops set for_calling_rule = true where task_id = $1 and part = $2 and row = $3 and state in ('waiting', 'asking')",
    )
    .bind(request.task)
    .bind(request.batch)
    .bind(request.row)
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether a whole batch is to be stopped, and the provider was not asked yet.
pub async fn is_wanted(
    connection: &mut PgConnection,
    task: TaskId,
    batch: i32,
) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select from stops where task_id = $1 and part = $2 and row = $3 and state = 'waiting')",
    )
    .bind(task)
    .bind(batch)
    .bind(WHOLE_BATCH)
    .fetch_one(connection)
    .await
}

/// Forgets that a batch was to be stopped: somebody wants it to be sent.
pub async fn forget(connection: &mut PgConnection, task: TaskId, batch: i32) -> sqlx::Result<()> {
    sqlx::query("delete from stops where task_id = $1 and part = $2")
        .bind(task)
        .bind(batch)
        .execute(connection)
        .await?;
    Ok(())
}

/// A stop request that is taken: nobody else asks as long as the lease holds.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct TakenStop {
    pub task_id: TaskId,
    #[sqlx(rename = "part")]
    pub batch: i32,
    pub row: i32,
    pub fence: i64,
    pub attempts: i32,
    /// When the provider was asked before, without a clear answer since somebody wanted it last.
    #[sqlx(default)]
    pub asked_before: Option<At>,
    provider_task_id: Option<String>,
    /// The number of the lead, where one is cancelled.
    number: Option<i64>,
}

impl TakenStop {
    /// The provider's id of the batch.
    pub fn provider_id(&self) -> Result<&str, Error> {
        let missing = Error::Inconsistent("a created batch without an id");
        self.provider_task_id.as_deref().ok_or(missing)
    }

    /// The number that is cancelled, as it was sent; nothing where the whole batch is stopped.
    pub fn callee(&self) -> Result<Option<String>, Error> {
        match (self.row, self.number) {
            (WHOLE_BATCH, _) => Ok(None),
            (_, Some(number)) => Ok(Some(format!("+{number}"))),
            (_, None) => Err(Error::Inconsistent("a number to cancel without its call")),
        }
    }

    /// The lead's row, where one number is cancelled.
    pub fn row(&self) -> Result<Option<u32>, Unreadable> {
        let unreadable = || {
            let row = format_args!("{} {}", self.task_id, self.batch);
            Unreadable::new("stops", "row", row)
        };
        match self.row {
            WHOLE_BATCH => Ok(None),
            row => whole(row, unreadable).map(Some),
        }
    }
}

/// The columns of a [`TakenStop`], but for when it was asked before.
const TAKEN: &str = "stops.task_id, stops.part, stops.row, stops.fence, stops.attempts, provider_task_id, \
    (select number from calls where calls.task_id = stops.task_id and calls.row = stops.row) as number";

/// Takes the stop request that has been due for the longest; only one of a batch that the provider is known to have, and of the provider that
/// this program talks to. It is on the disk before a byte goes out. Whole batches come before single numbers, of which thousands can wait, and
/// of both what has no clear answer comes last: of numbers, and of batches for the calling rule, as long as they may be called.
pub async fn take_due(
    pool: &PgPool,
    now: Timestamp,
    lease: Duration,
    sandbox: bool,
) -> sqlx::Result<Option<TakenStop>> {
    let take_of = async |kind| take(pool, now, lease, sandbox, kind).await;
    if let Some(taken) = take_of("row = 0 and state = 'waiting'").await? {
        return Ok(Some(taken));
    }
    failed_stops::settle(pool, now).await?;
    let kinds = [
        "row = 0 and state = 'unclear' and for_calling_rule",
        "row > 0 and state = 'waiting'",
        "row > 0 and state = 'unclear'",
    ];
    for kind in kinds {
        if let Some(taken) = take_of(kind).await? {
            return Ok(Some(taken));
        }
    }
    Ok(None)
}

/// The same of those stop requests. Each kind is found by an index of its own.
async fn take(
    pool: &PgPool,
    now: Timestamp,
    lease: Duration,
    sandbox: bool,
    kind: &str,
) -> sqlx::Result<Option<TakenStop>> {
    sqlx::query_as(&format!(
        "with due as materialized (select task_id, part, row, asked_at from stops where {kind} and not_before <= $1 \
             and exists (select from parts join tasks on tasks.id = parts.task_id where parts.task_id = stops.task_id \
                 and parts.number = stops.part and parts.state = 'created' and tasks.sandbox = $3) \
             order by not_before, part, row limit 1 for update skip locked) \
         update stops set state = 'asking', asked_at = $1, attempts = stops.attempts + 1, fence = stops.fence + 1, \
             lease_until = clock_timestamp() + make_interval(secs => $2) \
         from due join parts on parts.task_id = due.task_id and parts.number = due.part \
         where (stops.task_id, stops.part, stops.row) = (due.task_id, due.part, due.row) \
         returning {TAKEN}, due.asked_at as asked_before"
    ))
    .bind(at(now))
    .bind(lease.as_secs_f64())
    .bind(sandbox)
    .fetch_optional(pool)
    .await
}

/// Renews the lease; `false` when it was lost.
pub async fn renew(pool: &PgPool, stop: &TakenStop, lease: Duration) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "update stops set lease_until = clock_timestamp() + make_interval(secs => $5) \
         where task_id = $1 and part = $2 and row = $3 and fence = $4 and state = 'asking'",
    )
    .bind(stop.task_id)
    .bind(stop.batch)
    .bind(stop.row)
    .bind(stop.fence)
    .bind(lease.as_secs_f64())
    .execute(pool)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Stop requests whose asker has gone silent: their lease has run out.
pub async fn abandoned(pool: &PgPool) -> sqlx::Result<Vec<TakenStop>> {
    sqlx::query_as(&format!(
        "select {TAKEN} from stops \
         join parts on parts.task_id = stops.task_id and parts.number = stops.part \
         where stops.state = 'asking' and stops.lease_until < clock_timestamp() order by stops.task_id, stops.part, stops.row limit 100"
    ))
    .fetch_all(pool)
    .await
}

/// What came of a stop request.
#[derive(Clone, Debug)]
pub struct StopOutcome {
    pub state: StopState,
    /// Whether the provider may have been asked this time.
    pub was_asked: bool,
    /// When it may be asked next, where it is to be.
    pub not_before: Timestamp,
    pub words: Option<String>,
}

/// Writes what came of it; `false` where somebody else has written since it was taken.
pub async fn record(
    connection: &mut PgConnection,
    stop: &TakenStop,
    outcome: &StopOutcome,
) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "update stops set state = $5, not_before = $6, words = $7, lease_until = null, \
         asked_at = case when $8 then asked_at else $9 end \
         where task_id = $1 and part = $2 and row = $3 and fence = $4 and state = 'asking'",
    )
    .bind(stop.task_id)
    .bind(stop.batch)
    .bind(stop.row)
    .bind(stop.fence)
    .bind(outcome.state.key())
    .bind(at(outcome.not_before))
    .bind(&outcome.words)
    .bind(outcome.was_asked)
    .bind(stop.asked_before)
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// By what a stop rule decides.
#[derive(sqlx::FromRow)]
pub struct Figures {
    dialled: i64,
    reached: i64,
    /// Whether the rule of the task was applied already.
    pub is_applied: bool,
}

impl Figures {
    /// Leads that were dialled, and those of them that were reached.
    pub fn dialled_and_reached(&self) -> (u64, u64) {
        // Sums of counts, which are never below zero.
        (self.dialled.unsigned_abs(), self.reached.unsigned_abs())
    }
}

/// What is counted of a task by now. A call that is under way, or is dialled again, is not reached yet, and counts once that is known:
/// otherwise the first hundred that are dialled at the same time would stop the task.
pub async fn figures(connection: &mut PgConnection, task: TaskId) -> sqlx::Result<Figures> {
    sqlx::query_as(
        "select coalesce(sum(dialled), 0) as dialled, coalesce(sum(reached), 0) as reached, \
         exists (select from applied_stop_rules where task_id = $1) as is_applied from call_counts \
         where task_id = $1 and call_group not in ($2, $3)",
    )
    .bind(task)
    .bind(CallGroup::Calling.key())
    .bind(CallGroup::WaitingForRedial.key())
    .fetch_one(connection)
    .await
}

/// Writes down that the stop rule of a task was applied, and by what.
pub async fn mark_rule_applied(
    connection: &mut PgConnection,
    now: Timestamp,
    task: TaskId,
    figures: &Figures,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into applied_stop_rules (task_id, applied_at, dialled, reached) values ($1, $2, $3, $4)",
    )
    .bind(task)
    .bind(at(now))
    .bind(figures.dialled)
    .bind(figures.reached)
    .execute(connection)
    .await?;
    Ok(())
}
