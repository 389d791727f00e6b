//! When the calls of batches have to end by the calling rule.

use jiff::Timestamp;
use sqlx::{PgConnection, PgPool};

use super::batches::BatchRecord;
use super::calls::MAY_CALL;
use super::{At, at};
use crate::ids::{AccountId, TaskId};

/// Writes down when the calls of a batch have to end, right before it is sent; `None` where nothing ends them but AIRudder.
pub async fn set(
    connection: &mut PgConnection,
    batch: &BatchRecord,
    calls_end: Option<Timestamp>,
) -> sqlx::Result<()> {
    sqlx::query(
        "update parts set calls_end_at = $4, calls_end_passed = false \
         where task_id = $1 and number = $2 and fence = $3 and state = 'sending'",
    )
    .bind(batch.task_id)
    .bind(batch.number)
    .bind(batch.fence)
    .bind(calls_end.map(at))
    .execute(connection)
    .await?;
    Ok(())
}

/// The accounts with batches that AIRudder may be calling, and whose calls have to end later than that; each with the latest end.
pub async fn later_than(pool: &PgPool, than: Timestamp) -> sqlx::Result<Vec<(AccountId, At)>> {
    sqlx::query_as(&format!(
        "select tasks.account_id, max(calls_end_at) from parts join tasks on tasks.id = parts.task_id \
         where calls_end_at > $1 and not calls_end_passed and parts.state in {MAY_CALL} group by tasks.account_id"
    ))
    .bind(at(than))
    .fetch_all(pool)
    .await
}

/// Has the calls of such batches of an account end at that moment, where they had to end later; one that somebody writes about just now is
/// left for the next time.
pub async fn bring_forward(
    pool: &PgPool,
    account: AccountId,
    ends: Timestamp,
) -> sqlx::Result<u64> {
    let result = sqlx::query(&format!(
        "update parts set calls_end_at = $2 where (task_id, number) in ( \
             select later.task_id, later.number from parts as later join tasks on tasks.id = later.task_id \
             where tasks.account_id = $1 and later.calls_end_at > $2 and not later.calls_end_passed and later.state in {MAY_CALL} \
             order by later.task_id, later.number for update of later skip locked)"
    ))
    .bind(account)
    .bind(at(ends))
    .execute(pool)
    .await?;
    Ok(result.rows_affected())
}

/// Batches that AIRudder may be calling though their calls have to end by that moment, those first that are late for the longest.
pub async fn due(pool: &PgPool, by: Timestamp) -> sqlx::Result<Vec<(TaskId, i32)>> {
    sqlx::query_as(&format!(
        "select task_id, number from parts where calls_end_at is not null and calls_end_at <= $1 and not calls_end_passed \
         and state in {MAY_CALL} order by calls_end_at, task_id, number limit 100"
    ))
    .bind(at(by))
    .fetch_all(pool)
    .await
}

/// Notes that the calls of a batch had to end; `false` where somebody else has noted it, or it is to be sent anew.
pub async fn mark_passed(
    connection: &mut PgConnection,
    (task, batch): (TaskId, i32),
    by: Timestamp,
) -> sqlx::Result<bool> {
    let result = sqlx::query(&format!(
        "update parts set calls_end_passed = true where task_id = $1 and number = $2 and calls_end_at <= $3 and not calls_end_passed \
         and state in {MAY_CALL}"
    ))
    .bind(task)
    .bind(batch)
    .bind(at(by))
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}
