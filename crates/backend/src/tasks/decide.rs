//! What a person decides about parts: to send one again, to give one up, to stop those that wait.

use jiff::Timestamp;
use leads::states::{Decision, PartState, send_again_counts_from};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::drafts::lately;
use crate::error::Error;
use crate::events::{Event, Part};
use crate::store::events::{self, NewEvent};
use crate::store::parts::PartRecord;
use crate::{Backend, Caller, accounts, store};

/// Puts a part into the queue again: one that was not sent, was stopped, or is absent from AIRudder's list. It keeps its name,
/// and it is sent only if its leads are, to the byte, those that were checked. One that is on its way already is left alone.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such part, [`Error::Conflict`] with the reason when it may not be sent again: by
/// its state, because its start has passed, or because another task calls its numbers ([`send_again_counts_from`]).
pub async fn send_again(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: Uuid,
    number: u32,
) -> Result<(), Error> {
    let account = accounts::of(backend, caller).await?;
    let record = store::tasks::by_id(&backend.pool, account.id, task)
        .await?
        .ok_or(Error::NotFound)?;
    super::same_provider(backend, &record)?;
    let draft = store::drafts::by_id(&backend.pool, account.id, record.draft_id)
        .await?
        .ok_or(Error::Inconsistent("a task without its draft"))?;
    let again = Again {
        task,
        number,
        start_has_passed: super::start_has_passed(
            &record.settings.0.schedule_of_part(number),
            account.zone(),
            now,
        ),
        others_count_from: send_again_counts_from(
            record.submitted_at.to_jiff(),
            lately(&account, record.sandbox, now).since,
            !draft.leave_out_recent,
        ),
    };
    let mut transaction = backend.pool.begin().await?;
    let decided = put_back_into_queue(&mut transaction, caller, now, &again).await;
    settle(transaction, decided).await?;
    backend.wake_worker();
    Ok(())
}

/// A part that is to be sent again.
struct Again {
    task: Uuid,
    number: u32,
    start_has_passed: bool,
    /// Parts of other tasks that were queued from then on keep it back, where they call one of its numbers.
    others_count_from: Timestamp,
}

async fn put_back_into_queue(
    transaction: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    again: &Again,
) -> Result<(), Error> {
    let task = again.task;
    let account = store::tasks::lock(transaction, task).await?;
    // Nobody submits the same numbers at the same time, or sends them again: that other task would not see these.
    store::accounts::lock(transaction, account).await?;
    let part = lock_part(transaction, task, again.number).await?;
    let state = state_of(&part)?;
    if matches!(state, PartState::Waiting | PartState::Sending) {
        // The button was pressed twice, or by two people: what they want is under way.
        return Ok(());
    }
    if let Some(hindrance) = state.send_again_hindrance(again.start_has_passed) {
        return Err(Error::Conflict(hindrance.to_owned()));
    }
    let from = again.others_count_from;
    let shared = store::numbers::called_by_others(transaction, task, part.number, from).await?;
    if shared > 0 {
        return Err(Error::Conflict(format!(
            "Not sent: {} in a newer task and would be called twice. Clone the task instead.",
            leads::numbers::counted(u64::from(shared), "number is", "numbers are")
        )));
    }
    if store::looks::queue_again(transaction, now, &part).await? != 1 {
        return Err(Error::Inconsistent("a part changed while it was locked"));
    }
    record_event(transaction, caller, now, &part, Event::PartSentAgain).await?;
    super::add_up(transaction, task).await
}

/// Gives up a part that is absent from AIRudder's list: it is not sent again, and its leads count as not called.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such part, [`Error::Conflict`] with the reason when it cannot be given up.
pub async fn give_up(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: Uuid,
    number: u32,
) -> Result<(), Error> {
    store::tasks::by_id(&backend.pool, caller.account.id, task)
        .await?
        .ok_or(Error::NotFound)?;
    let mut transaction = backend.pool.begin().await?;
    let decided = give_up_part(&mut transaction, caller, now, task, number).await;
    settle(transaction, decided).await
}

async fn give_up_part(
    transaction: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    task: Uuid,
    number: u32,
) -> Result<(), Error> {
    store::tasks::lock(transaction, task).await?;
    let part = lock_part(transaction, task, number).await?;
    if let Some(hindrance) = state_of(&part)?.hindrance(Decision::GiveUp) {
        return Err(Error::Conflict(hindrance.to_owned()));
    }
    let words = format!("Given up by {}.", caller.name);
    change(transaction, &part, PartState::GivenUp, &words).await?;
    record_event(transaction, caller, now, &part, Event::PartGivenUp).await?;
    super::add_up(transaction, task).await
}

/// Stops the parts of a task that still wait; how many. A part that is being sent, or was, stays as it is.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, [`Error::Conflict`] when no part waits any more.
pub async fn stop_rest(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: Uuid,
) -> Result<usize, Error> {
    store::tasks::by_id(&backend.pool, caller.account.id, task)
        .await?
        .ok_or(Error::NotFound)?;
    let mut transaction = backend.pool.begin().await?;
    let decided = stop_waiting(&mut transaction, caller, now, task).await;
    settle(transaction, decided).await
}

async fn stop_waiting(
    transaction: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    task: Uuid,
) -> Result<usize, Error> {
    store::tasks::lock(transaction, task).await?;
    let words = format!("Stopped by {}.", caller.name);
    let mut stopped = 0;
    for part in store::looks::lock_parts(transaction, task).await? {
        if state_of(&part)?.hindrance(Decision::Stop).is_none() {
            let state = PartState::stopped(part.is_in_doubt());
            change(transaction, &part, state, &words).await?;
            record_event(transaction, caller, now, &part, Event::PartStopped).await?;
            stopped += 1;
        }
    }
    if stopped == 0 {
        return Err(Error::Conflict(
            "Nothing to stop: no batch is waiting.".to_owned(),
        ));
    }
    super::add_up(transaction, task).await?;
    Ok(stopped)
}

/// Ends a decision. A refused one lets go of its locks before it is told: a transaction that is only dropped ends a moment later,
/// and a worker would pass by the parts that it still holds.
async fn settle<T>(
    transaction: sqlx::Transaction<'_, sqlx::Postgres>,
    decided: Result<T, Error>,
) -> Result<T, Error> {
    match decided {
        Ok(_) => transaction.commit().await?,
        Err(_) => transaction.rollback().await?,
    }
    decided
}

async fn lock_part(
    connection: &mut PgConnection,
    task: Uuid,
    number: u32,
) -> Result<PartRecord, Error> {
    let parts = store::looks::lock_parts(connection, task).await?;
    parts
        .into_iter()
        .find(|part| i64::from(part.number) == i64::from(number))
        .ok_or(Error::NotFound)
}

fn state_of(part: &PartRecord) -> Result<PartState, Error> {
    Ok(part.state()?)
}

async fn change(
    connection: &mut PgConnection,
    part: &PartRecord,
    state: PartState,
    words: &str,
) -> Result<(), Error> {
    match store::looks::decide(connection, part, state, words).await? {
        1 => Ok(()),
        _ => Err(Error::Inconsistent("a part changed while it was locked")),
    }
}

async fn record_event(
    connection: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    part: &PartRecord,
    event: fn(Part) -> Event,
) -> Result<(), Error> {
    let number = part.number.into();
    let event = NewEvent::of(caller, now, event(Part { part: number })).task(part.task_id);
    Ok(events::insert(connection, &event).await?)
}
