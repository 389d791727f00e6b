//! Looking for unknown batches, again and again, until they are found or a person has to decide.

use jiff::Timestamp;
use leads::states::BatchState;

use super::Clock;
use crate::error::Error;
use crate::events::{BatchAbsent, Event};
use crate::store::batches::BatchRecord;
use crate::store::events::{self, NewEvent};
use crate::{Backend, reconciliation, store, tasks};

/// Searches for those batches once. A list that cannot be read tells nothing: the search does not count.
pub(super) async fn reconcile(
    backend: Backend,
    clock: impl Clock,
    batches: Vec<BatchRecord>,
) -> Result<(), Error> {
    let absent = match reconciliation::reconcile(&backend, None, clock(), &batches).await {
        Ok(absent) => absent,
        Err(Error::Provider(_)) => {
            tracing::warn!(
                batches = batches.len(),
                "the list of tasks cannot be read, so nothing is known of batches without an answer"
            );
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    for batch in &absent {
        // The next search finds those again of which nothing could be written.
        if let Err(error) = record_not_found(&backend, clock(), batch).await {
            tracing::error!(task = %batch.task_id, batch = batch.number,
                error = &error as &dyn std::error::Error, "a search without a batch could not be written down");
        }
    }
    Ok(())
}

async fn record_not_found(
    backend: &Backend,
    now: Timestamp,
    batch: &BatchRecord,
) -> Result<(), Error> {
    let mut transaction = backend.pool.begin().await?;
    let account = store::tasks::lock(&mut transaction, batch.task_id).await?;
    if store::reconciliation::record_not_found(&mut transaction, batch).await?
        == Some(BatchState::Absent)
    {
        let absent = Event::BatchAbsent(BatchAbsent {
            batch: batch.number.into(),
            searches: u64::from(batch.searches.unsigned_abs()) + 1,
        });
        let event = NewEvent::of_task(account, batch.task_id, now, absent);
        events::insert(&mut transaction, &event).await?;
        tasks::update_readable_state(&mut transaction, batch.task_id).await?;
        tracing::warn!(task = %batch.task_id, batch = batch.number, "a batch without an answer is not in the list of tasks");
    }
    transaction.commit().await?;
    Ok(())
}
