//! Batches that are looked for in the provider's list, and what a person decides about those that are not found.

use jiff::Timestamp;
use leads::states::BatchState;
use sqlx::{PgConnection, PgPool};

use super::at;
use super::batches::{BatchRecord, COLUMNS};
use crate::error::Error;
use crate::ids::TaskId;

/// Takes the unknown batches for which a search is due; the next one is due at `next`, whatever becomes of this one. A batch goes
/// to one process at a time, and only to one with the provider that it was submitted to.
pub async fn take_due(
    pool: &PgPool,
    now: Timestamp,
    next: Timestamp,
    sandbox: bool,
) -> sqlx::Result<Vec<BatchRecord>> {
    sqlx::query_as(&format!(
        "update parts set look_at = $2 where (task_id, number) in ( \
             select task_id, number from parts as due join tasks on tasks.id = task_id \
             where due.state = 'unknown' and look_at <= $1 and tasks.sandbox = $3 \
             order by look_at for update of due skip locked limit 100) \
         returning {COLUMNS}"
    ))
    .bind(at(now))
    .bind(at(next))
    .bind(sandbox)
    .fetch_all(pool)
    .await
}

/// Writes down a healthy search without the batch; the state that it leads to, or `None` when somebody else has written about the
/// batch meanwhile.
pub async fn record_not_found(
    connection: &mut PgConnection,
    batch: &BatchRecord,
) -> Result<Option<BatchState>, Error> {
    let next = BatchState::after_search(batch.searches()? + 1);
    let result = sqlx::query(
        "update parts set looks = looks + 1, state = $5, look_at = case when $5 = 'unknown' then look_at end \
         where task_id = $1 and number = $2 and fence = $3 and looks = $4 and state = 'unknown'",
    )
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(batch.fence)
    .bind(batch.searches)
    .bind(next.key())
    .execute(connection)
    .await?;
    Ok((result.rows_affected() == 1).then_some(next))
}

/// Puts a batch into the queue again, as a person wants it.
pub async fn queue_again(
    connection: &mut PgConnection,
    now: Timestamp,
    batch: &BatchRecord,
) -> sqlx::Result<u64> {
    let result = sqlx::query(
        "update parts set state = 'waiting', attempts = 0, not_before = $4, queued_at = $4, words = null \
         where task_id = $1 and number = $2 and state = $3",
    )
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(&batch.state)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(result.rows_affected())
}

/// Writes what a person has decided about a batch that is not being sent.
pub async fn decide(
    connection: &mut PgConnection,
    batch: &BatchRecord,
    state: BatchState,
    words: &str,
) -> sqlx::Result<u64> {
    let result = sqlx::query(
        "update parts set state = $4, words = $5 where task_id = $1 and number = $2 and state = $3",
    )
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(&batch.state)
    .bind(state.key())
    .bind(words)
    .execute(connection)
    .await?;
    Ok(result.rows_affected())
}

/// The batches of a task, locked: no worker takes or writes one before the transaction ends.
pub async fn lock_batches(
    connection: &mut PgConnection,
    task: TaskId,
) -> sqlx::Result<Vec<BatchRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from parts where task_id = $1 order by number for update"
    ))
    .bind(task)
    .fetch_all(connection)
    .await
}
