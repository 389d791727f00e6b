//! Looking for unknown parts, again and again, until they are found or a person has to decide.

use jiff::Timestamp;
use leads::states::PartState;

use super::Clock;
use crate::error::Error;
use crate::events::{Event, PartAbsent};
use crate::store::events::{self, NewEvent};
use crate::store::parts::PartRecord;
use crate::{Backend, looking, store, tasks};

/// Looks for those parts once. A list that cannot be read tells nothing: the look does not count.
pub(super) async fn look(
    backend: Backend,
    clock: impl Clock,
    parts: Vec<PartRecord>,
) -> Result<(), Error> {
    let absent = match looking::look_and_adopt(&backend, None, clock(), &parts).await {
        Ok(absent) => absent,
        Err(Error::Provider(_)) => {
            tracing::warn!(
                parts = parts.len(),
                "the list of tasks cannot be read, so nothing is known of parts without an answer"
            );
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    for part in &absent {
        // The next look finds those again of which nothing could be written.
        if let Err(error) = miss(&backend, clock(), part).await {
            tracing::error!(task = %part.task_id, part = part.number,
                error = &error as &dyn std::error::Error, "a look without a part could not be written down");
        }
    }
    Ok(())
}

async fn miss(backend: &Backend, now: Timestamp, part: &PartRecord) -> Result<(), Error> {
    let mut transaction = backend.pool.begin().await?;
    let account = store::tasks::lock(&mut transaction, part.task_id).await?;
    if store::looks::missed(&mut transaction, part).await? == Some(PartState::Absent) {
        let absent = Event::PartAbsent(PartAbsent {
            part: part.number.into(),
            looks: u64::from(part.looks.unsigned_abs()) + 1,
        });
        let event = NewEvent::of_task(account, part.task_id, now, absent);
        events::insert(&mut transaction, &event).await?;
        tasks::add_up_what_is_readable(&mut transaction, part.task_id).await?;
        tracing::warn!(task = %part.task_id, part = part.number, "a part without an answer is not in the list of tasks");
    }
    transaction.commit().await?;
    Ok(())
}
