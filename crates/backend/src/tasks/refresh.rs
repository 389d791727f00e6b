//! Asking the provider how a task stands.

use std::time::Duration;

use futures::StreamExt;
use jiff::Timestamp;
use leads::Action;
use leads::states::BatchState;

use crate::error::Error;
use crate::events::Event;
use crate::ids::TaskId;
use crate::store::batches::BatchRecord;
use crate::store::events::{self, NewEvent};
use crate::{Backend, Caller, messages, reconciliation, results, store};

/// A person waits so long; what was learnt by then stays.
const PROVIDER_TIMEOUT: Duration = Duration::from_secs(45);

/// Batches that are asked about at the same time: as many as the client reads at once.
const ASKED_AT_ONCE: usize = airudder::READS_AT_ONCE;

/// Asks AIRudder for the state of every batch: whether an unknown one is in its list, and how the calls of a created one stand.
///
/// A batch that is found under its name counts as created, whatever was thought of it. One that is not found stays as it is:
/// searches that count are spread over minutes, whoever presses how often. A batch that AIRudder cannot tell of does not hide the
/// others.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, [`Error::Provider`] when AIRudder does not answer for a batch; what was
/// learnt of the others stays.
pub async fn refresh(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
) -> Result<(), Error> {
    caller.must(Action::See)?;
    super::of_this_provider(backend, caller.account.id, id).await?;
    let mut connection = backend.pool.acquire().await?;
    let event = NewEvent::of(caller, now, Event::Refreshed {}).task(id);
    events::insert(&mut connection, &event).await?;
    drop(connection);
    match tokio::time::timeout(PROVIDER_TIMEOUT, ask(backend, caller, now, id)).await {
        Ok(asked) => asked,
        Err(_) => Err(Error::Provider(messages::tasks::airudder_is_slow())),
    }
}

async fn ask(backend: &Backend, caller: &Caller, now: Timestamp, id: TaskId) -> Result<(), Error> {
    let lost = [BatchState::Unknown, BatchState::Absent, BatchState::GivenUp];
    let lost = batches_in(backend, id, &lost).await?;
    let mut outcome = match lost.as_slice() {
        [] => Ok(()),
        lost => reconciliation::reconcile(backend, Some(caller), now, lost)
            .await
            .map(drop),
    };
    // Without waking the worker, which would take them first.
    results::poll::note_watch(backend, caller, now, id).await?;
    let created = store::call_polls::take_of_task(&backend.pool, id, PROVIDER_TIMEOUT).await?;
    let asked = created
        .into_iter()
        .map(|poll| async move { results::poll::ask(backend, || now, &poll).await });
    let mut asked = futures::stream::iter(asked).buffer_unordered(ASKED_AT_ONCE);
    while let Some(batch) = asked.next().await {
        outcome = outcome.and(batch);
    }
    outcome
}

async fn batches_in(
    backend: &Backend,
    task: TaskId,
    states: &[BatchState],
) -> Result<Vec<BatchRecord>, Error> {
    let mut connection = backend.pool.acquire().await?;
    let batches = store::batches::of_task(&mut connection, task).await?;
    let mut found = Vec::new();
    for batch in batches {
        if states.contains(&batch.state()?) {
            found.push(batch);
        }
    }
    Ok(found)
}
