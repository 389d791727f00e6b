//! The leads of a task, each with its batch.

use futures::{Stream, TryStreamExt};
use sqlx::PgConnection;

use super::rows::RowRecord;
use super::{Located, Stored};
use crate::ids::TaskId;

/// A lead that was submitted.
#[derive(sqlx::FromRow)]
pub struct SentLead {
    #[sqlx(flatten)]
    pub row: RowRecord,
    pub number: Option<i64>,
    /// The number of its batch.
    pub batch: i32,
    /// What the provider said where it refused the lead when it made the batch.
    pub refusal: Option<String>,
}

impl Stored for SentLead {
    const TABLE: &'static str = "leads";
    const KEY: &'static [&'static str] = &["row"];
}

/// In the order of the list, as they come.
pub fn leads(
    connection: &mut PgConnection,
    task: TaskId,
) -> impl Stream<Item = sqlx::Result<SentLead>> + Unpin + '_ {
    sqlx::query_as(
        "select leads.row, cells, mended, left_out, marks, leads.number, parts.number as batch, part_refusals.words as refusal \
         from tasks join parts on parts.task_id = tasks.id \
         join leads on leads.draft_id = tasks.draft_id and leads.row between first_row and last_row and kind in ('ready', 'doubtful') \
         left join part_refusals on part_refusals.task_id = tasks.id and part_refusals.row = leads.row \
         where tasks.id = $1 order by leads.row",
    )
    .bind(task)
    .fetch(connection)
    .map_ok(|Located(lead)| lead)
}
