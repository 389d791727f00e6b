//! Asking the provider how a task stands.

use std::collections::BTreeMap;
use std::time::Duration;

use futures::StreamExt;
use jiff::Timestamp;
use leads::states::PartState;
use leads::views::CallsView;
use uuid::Uuid;

use crate::error::Error;
use crate::events::Event;
use crate::store::events::{self, NewEvent};
use crate::store::parts::PartRecord;
use crate::{Backend, Caller, looking, store};

/// A person waits so long; what was learnt by then stays.
const PATIENCE: Duration = Duration::from_secs(45);

/// Parts that are asked about at the same time: as many as the client reads at once.
const ASKED_AT_ONCE: usize = airudder::READS_AT_ONCE;

/// Stands for a state that the provider does not tell.
const UNTOLD: &str = "not given";

/// The provider's word for a call that has ended; a cancelled one has ended too.
const CALL_ENDED: [&str; 2] = ["finished", "cancelled"];

/// Asks AIRudder for the state of every part: whether an unknown one is in its list, and how the calls of a created one stand.
///
/// A part that is found under its name is adopted, whatever was thought of it. One that is not found stays as it is: looks that
/// count are spread over minutes, whoever presses how often. A part that AIRudder cannot tell of does not hide the others.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, [`Error::Provider`] when AIRudder does not answer for a part; what was
/// learnt of the others stays.
pub async fn refresh(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
) -> Result<(), Error> {
    let task = store::tasks::by_id(&backend.pool, caller.account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    super::same_provider(backend, &task)?;
    let mut connection = backend.pool.acquire().await?;
    let event = NewEvent::of(caller, now, Event::Refreshed {}).task(id);
    events::insert(&mut connection, &event).await?;
    drop(connection);
    match tokio::time::timeout(PATIENCE, ask(backend, caller, now, id)).await {
        Ok(asked) => asked,
        Err(_) => Err(Error::Provider(
            "AIRudder is slow. Showing what arrived so far.".to_owned(),
        )),
    }
}

async fn ask(backend: &Backend, caller: &Caller, now: Timestamp, id: Uuid) -> Result<(), Error> {
    let lost = [PartState::Unknown, PartState::Absent, PartState::GivenUp];
    let lost = parts_in(backend, id, &lost).await?;
    let mut outcome = match lost.as_slice() {
        [] => Ok(()),
        lost => looking::look_and_adopt(backend, Some(caller), now, lost)
            .await
            .map(drop),
    };
    let created = parts_in(backend, id, &[PartState::Created]).await?;
    let asked = created
        .into_iter()
        .map(|part| async move { ask_for_calls(backend, now, &part).await });
    let mut asked = futures::stream::iter(asked).buffer_unordered(ASKED_AT_ONCE);
    while let Some(part) = asked.next().await {
        outcome = outcome.and(part);
    }
    outcome
}

async fn parts_in(
    backend: &Backend,
    task: Uuid,
    states: &[PartState],
) -> Result<Vec<PartRecord>, Error> {
    let mut connection = backend.pool.acquire().await?;
    let parts = store::parts::of_task(&mut connection, task).await?;
    let mut found = Vec::new();
    for part in parts {
        if states.contains(&part.state()?) {
            found.push(part);
        }
    }
    Ok(found)
}

async fn ask_for_calls(backend: &Backend, now: Timestamp, part: &PartRecord) -> Result<(), Error> {
    let provider_id = part
        .provider_task_id
        .as_deref()
        .ok_or(Error::Inconsistent("a created part without an id"))?;
    let answer = backend.provider.calls(|| now, provider_id).await?;
    let calls = count(&answer);
    let status = answer.status.as_deref().unwrap_or(UNTOLD);
    let mut transaction = backend.pool.begin().await?;
    store::tasks::lock(&mut transaction, part.task_id).await?;
    store::parts::update_calls(&mut transaction, now, part, status, &calls).await?;
    super::add_up(&mut transaction, part.task_id).await?;
    transaction.commit().await?;
    Ok(())
}

fn count(answer: &airudder::TaskCalls) -> CallsView {
    let mut by_status = BTreeMap::<String, u32>::new();
    let mut by_intention = BTreeMap::<String, u32>::new();
    let mut ended = 0;
    for call in &answer.calls {
        let status = call.status.as_deref().unwrap_or(UNTOLD);
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
