//! Stopping what is left of batches that AIRudder began at once, when the calling rule allows no call any more.

use jiff::{SignedDuration, Timestamp};

use super::{Clock, Worker};
use crate::calling_verdicts::rest_ends;
use crate::error::Error;
use crate::events::{Batch, Event};
use crate::ids::TaskId;
use crate::store::events::{self, NewEvent};
use crate::tasks::{self, Stopped, StoppedBy};
use crate::{Backend, accounts, store};

/// AIRudder is asked so long before: until it has answered, it goes on to dial.
const AHEAD: SignedDuration = SignedDuration::from_mins(1);

/// Has the calls of batches end earlier than they had to, where the rule was changed, a holiday was added, or the account follows another rule
/// now; never later.
async fn bring_forward(backend: &Backend, now: Timestamp) -> Result<(), Error> {
    for (account, last) in store::calls_end::later_than(&backend.pool, now + AHEAD).await? {
        let account = accounts::by_id(backend, account).await?;
        if let Some(ends) = rest_ends(&account, now).filter(|ends| *ends < last.to_jiff()) {
            store::calls_end::bring_forward(&backend.pool, account.id, ends).await?;
        }
    }
    Ok(())
}

/// Has AIRudder asked to stop every batch whose calls have to end by now, by the rule as it is now.
pub(super) async fn stop_due<C: Clock>(worker: &Worker<C>) -> Result<(), Error> {
    let (backend, now) = (&worker.backend, (worker.clock)());
    // What has to end now is stopped all the same.
    let brought_forward = bring_forward(backend, now).await;
    for batch in store::calls_end::due(&backend.pool, now + AHEAD).await? {
        // One that cannot be stopped keeps no other from being stopped.
        if let Err(error) = stop(backend, now, batch).await {
            let (task, batch) = batch;
            let error = &error as &dyn std::error::Error;
            tracing::error!(%task, batch, error, "calls that have to end could not be stopped");
        }
    }
    brought_forward
}

async fn stop(backend: &Backend, now: Timestamp, of: (TaskId, i32)) -> Result<(), Error> {
    let (task, batch) = of;
    let mut transaction = backend.pool.begin().await?;
    let account = store::tasks::lock(&mut transaction, task).await?;
    if !store::calls_end::mark_passed(&mut transaction, of, now + AHEAD).await? {
        return Ok(());
    }
    let number = store::row_number(batch)?;
    let by = StoppedBy::CallingRule;
    let stopped = tasks::stop_unasked(&mut transaction, now, account, (task, Some(number)), by);
    // What is over, or was stopped before, needs no word.
    if stopped.await? != Stopped::default() {
        let event = Event::CallsEnded(Batch {
            batch: batch.into(),
        });
        events::insert(
            &mut transaction,
            &NewEvent::of_task(account, task, now, event),
        )
        .await?;
    }
    Ok(transaction.commit().await?)
}
