//! Batches as pages show them.

use leads::states::BatchState;
use sqlx::PgConnection;
use sqlx::types::Json;

use super::batches::{BatchRecord, COLUMNS};
use super::calls::OPEN_GROUPS;
use super::stops::{SHOWN, StopRecord};
use super::{At, count};
use crate::error::Error;
use crate::ids::TaskId;

/// A batch as it is shown, with what only a page tells of it.
#[derive(sqlx::FromRow)]
pub struct ShownBatch {
    #[sqlx(flatten)]
    pub batch: BatchRecord,
    stop: Option<Json<StopRecord>>,
    /// When its calls have to end by the calling rule.
    pub calls_end_at: Option<At>,
    open_calls: i64,
    calling: i64,
}

impl ShownBatch {
    /// The request to the provider to stop it.
    pub fn stop(&self) -> Option<&StopRecord> {
        self.stop.as_ref().map(|stop| &stop.0)
    }

    /// Leads whose calls are not over, as far as the provider has told.
    pub fn open(&self) -> Result<u32, Error> {
        match self.batch.state()? {
            BatchState::Created => Ok(count(self.open_calls)?),
            _ => Ok(self.batch.leads()?),
        }
    }

    /// Calls that were under way when the provider last told.
    pub fn under_way(&self) -> sqlx::Result<u32> {
        count(self.calling)
    }
}

/// The batches of a task with what pages tell of them: how many of their calls are open, and whether they are to be stopped.
pub async fn of_task(connection: &mut PgConnection, task: TaskId) -> sqlx::Result<Vec<ShownBatch>> {
    sqlx::query_as(&format!(
        "select {COLUMNS}, calls_end_at, \
         (select {SHOWN} from stops where stops.task_id = parts.task_id and stops.part = parts.number and stops.row = 0) as stop, \
         (select coalesce(sum(call_counts.calls), 0) from call_counts where call_counts.task_id = parts.task_id \
             and call_counts.part = parts.number and call_group in {OPEN_GROUPS}) as open_calls, \
         (select coalesce(sum(call_counts.calls), 0) from call_counts where call_counts.task_id = parts.task_id \
             and call_counts.part = parts.number and call_group = 'calling') as calling \
         from parts where task_id = $1 order by number"
    ))
    .bind(task)
    .fetch_all(connection)
    .await
}
