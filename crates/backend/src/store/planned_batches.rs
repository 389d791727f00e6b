//! Batches that the provider has, or may have, and that nobody has stopped: it may still call of them.

use jiff::Timestamp;
use leads::TaskSettings;
use sqlx::PgPool;
use sqlx::types::Json;

use super::calls::{MAY_CALL, OPEN_GROUPS};
use super::verdicts::VERDICTS;
use super::{At, at, row_number};
use crate::calling_verdicts::StoredVerdict;
use crate::error::Error;
use crate::ids::{AccountId, TaskId};

/// A batch, with what its task says of when it calls.
#[derive(sqlx::FromRow)]
pub struct PlannedBatch {
    pub task_id: TaskId,
    /// The task's name.
    pub name: String,
    number: i32,
    pub settings: Json<TaskSettings>,
    pub verdicts: Json<Vec<StoredVerdict>>,
    /// When it was sent last.
    pub sent_at: Option<At>,
    /// When its calls have to end by the calling rule.
    pub calls_end_at: Option<At>,
}

impl PlannedBatch {
    /// Its number, from 1.
    pub fn number(&self) -> Result<u32, Error> {
        Ok(row_number(self.number)?)
    }
}

/// Those of an account whose tasks were submitted since that moment, the oldest first; tests aside.
pub async fn of_account(
    pool: &PgPool,
    account: AccountId,
    since: Timestamp,
    sandbox: bool,
) -> sqlx::Result<Vec<PlannedBatch>> {
    sqlx::query_as(&format!(
        "select tasks.id as task_id, tasks.name, parts.number, settings, {VERDICTS} as verdicts, parts.sent_at, calls_end_at \
         from tasks join parts on parts.task_id = tasks.id \
         where tasks.account_id = $1 and submitted_at >= $2 and sandbox = $3 and not is_test \
             and parts.state in {MAY_CALL} \
             and (parts.state <> 'created' or exists (select from call_counts where call_counts.task_id = tasks.id \
                 and call_counts.part = parts.number and call_counts.calls > 0 and call_group in {OPEN_GROUPS})) \
             and not exists (select from stops where stops.task_id = tasks.id and stops.part = parts.number and stops.row = 0 \
                 and stops.state in ('waiting', 'asking', 'accepted')) \
         order by submitted_at, tasks.id, parts.number"
    ))
    .bind(account)
    .bind(at(since))
    .bind(sandbox)
    .fetch_all(pool)
    .await
}
