//! The search for leads that a check refuses without naming them. Its state stands with the batch, which waits in the queue of checks.

use jiff::Timestamp;
use leads::states::RefusalSearch;
use sqlx::PgConnection;
use sqlx::types::Json;

use super::at;
use super::checks::CheckBatchRecord;
use crate::ids::CheckId;

/// Begins the search for what a batch refuses without naming it: the batch waits again. What it said before stays.
pub async fn begin(
    connection: &mut PgConnection,
    now: Timestamp,
    batch: &CheckBatchRecord,
    search: &RefusalSearch,
) -> sqlx::Result<()> {
    sqlx::query(
        "update check_parts set state = 'waiting', attempts = 0, not_before = $3, search = $4 \
         where check_id = $1 and number = $2 and state = 'done'",
    )
    .bind(batch.check_id)
    .bind(batch.number)
    .bind(at(now))
    .bind(Json(search))
    .execute(connection)
    .await?;
    Ok(())
}

/// Has a check run again that was done, for a search.
pub async fn reopen(connection: &mut PgConnection, check: CheckId) -> sqlx::Result<()> {
    sqlx::query("update checks set state = 'running' where id = $1 and state = 'done'")
        .bind(check)
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes how far a search has come, if the lease still holds. One that has not ended waits for its next check; one that has found
/// everything takes back what was said of leads that could not be told.
pub async fn update(
    connection: &mut PgConnection,
    now: Timestamp,
    batch: &CheckBatchRecord,
    search: &RefusalSearch,
) -> sqlx::Result<bool> {
    let missing = super::stored(search.missing())?;
    let result = sqlx::query(
        "update check_parts set state = $4, attempts = 0, not_before = $5, lease_until = null, search = $6, unnamed = $7, \
         words = case when $7 = 0 then '{}' else words end \
         where check_id = $1 and number = $2 and fence = $3 and state = 'asking'",
    )
    .bind(batch.check_id)
    .bind(batch.number)
    .bind(batch.fence)
    .bind(if search.end.is_some() { "done" } else { "waiting" })
    .bind(at(now))
    .bind(Json(search))
    .bind(missing)
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}
