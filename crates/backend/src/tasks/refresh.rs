//! Asking the provider how a task stands.

use std::collections::BTreeMap;
use std::time::Duration;

use futures::StreamExt;
use jiff::Timestamp;
use leads::states::BatchState;
use leads::views::CallsView;

use crate::error::Error;
use crate::events::Event;
use crate::ids::TaskId;
use crate::store::batches::BatchRecord;
use crate::store::events::{self, NewEvent};
use crate::{Backend, Caller, reconciliation, store};

/// A person waits so long; what was learnt by then stays.
const PROVIDER_TIMEOUT: Duration = Duration::from_secs(45);

/// Batches that are asked about at the same time: as many as the client reads at once.
const ASKED_AT_ONCE: usize = airudder::READS_AT_ONCE;

/// Stands for a state that the provider does not tell.
const NO_STATUS: &str = "not given";

/// The provider's word for a call that has ended; a cancelled one has ended too.
const CALL_ENDED: [&str; 2] = ["finished", "cancelled"];

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
    let task = store::tasks::by_id(&backend.pool, caller.account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    super::same_provider(backend, &task)?;
    let mut connection = backend.pool.acquire().await?;
    let event = NewEvent::of(caller, now, Event::Refreshed {}).task(id);
    events::insert(&mut connection, &event).await?;
    drop(connection);
    match tokio::time::timeout(PROVIDER_TIMEOUT, ask(backend, caller, now, id)).await {
        Ok(asked) => asked,
        Err(_) => Err(Error::Provider(
            "AIRudder is slow. Showing what arrived so far.".to_owned(),
        )),
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
    let created = batches_in(backend, id, &[BatchState::Created]).await?;
    let asked = created
        .into_iter()
        .map(|batch| async move { ask_for_calls(backend, now, &batch).await });
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

async fn ask_for_calls(
    backend: &Backend,
    now: Timestamp,
    batch: &BatchRecord,
) -> Result<(), Error> {
    let provider_id = batch
        .provider_task_id
        .as_deref()
        .ok_or(Error::Inconsistent("a created batch without an id"))?;
    let answer = backend.provider.calls(|| now, provider_id).await?;
    let calls = count(&answer);
    let status = answer.status.as_deref().unwrap_or(NO_STATUS);
    let mut transaction = backend.pool.begin().await?;
    store::tasks::lock(&mut transaction, batch.task_id).await?;
    store::batches::update_calls(&mut transaction, now, batch, status, &calls).await?;
    super::update_task_state(&mut transaction, batch.task_id).await?;
    transaction.commit().await?;
    Ok(())
}

fn count(answer: &airudder::TaskCalls) -> CallsView {
    let mut by_status = BTreeMap::<String, u32>::new();
    let mut by_intention = BTreeMap::<String, u32>::new();
    let mut ended = 0;
    for call in &answer.calls {
        let status = call.status.as_deref().unwrap_or(NO_STATUS);
        *by_status.entry(status.to_owned()).or_default() += 1;
        if CALL_ENDED
            .iter()
            .any(|word| status.eq_ignore_ascii_case(word))
        {
            ended += 1;
        }
        // A result letter says that somebody answered; `--` stands for none.
        let intention = call.intention.as_deref().unwrap_or_default();
        if !intention.is_empty() && intention != "--" {
            *by_intention.entry(intention.to_owned()).or_default() += 1;
        }
    }
    CallsView {
        total: u32::try_from(answer.calls.len()).unwrap_or(u32::MAX),
        ended,
        reached: by_intention.values().sum(),
        by_status: by_status.into_iter().collect(),
        by_intention: by_intention.into_iter().collect(),
    }
}
