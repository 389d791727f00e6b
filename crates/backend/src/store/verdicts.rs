//! What calling rules said of tasks.

use jiff::Timestamp;
use sqlx::types::Json;
use sqlx::{PgConnection, PgExecutor};

use super::at;
use crate::calling_verdicts::StoredVerdict;
use crate::ids::TaskId;

/// Makes the [`StoredVerdict`]s of a row of `tasks`, the first first.
pub(super) const VERDICTS: &str = "(select coalesce(jsonb_agg(verdict order by task_verdicts.id), '[]') \
    from task_verdicts where task_verdicts.task_id = tasks.id)";

/// Keeps what was said with its task.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    task: TaskId,
    verdict: &StoredVerdict,
) -> sqlx::Result<()> {
    sqlx::query("insert into task_verdicts (task_id, verdict, at) values ($1, $2, $3)")
        .bind(task)
        .bind(Json(verdict))
        .bind(at(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// What was said of a task, the first first.
pub async fn of_task(
    executor: impl PgExecutor<'_>,
    task: TaskId,
) -> sqlx::Result<Vec<StoredVerdict>> {
    let found: Json<Vec<StoredVerdict>> =
        sqlx::query_scalar(&format!("select {VERDICTS} from tasks where tasks.id = $1"))
            .bind(task)
            .fetch_one(executor)
            .await?;
    Ok(found.0)
}
