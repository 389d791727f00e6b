//! When the calls of batches have to end by the calling rule.

use jiff::Timestamp;
use sqlx::{PgConnection, PgPool};

use super::at;
use super::batches::BatchRecord;
use super::calls::MAY_CALL;
use crate::ids::TaskId;

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
