//! Stopping calls at the provider: of a task, of one batch, of one number; and asking again.
//!
//! Nobody waits for the provider here: a stop request is written down, and the worker asks (`worker/stop.rs`).

use jiff::Timestamp;
use leads::Action;
use leads::states::may_be_called_at_airudder;
use sqlx::{PgConnection, Postgres, Transaction};

use super::decide::{finish, keep_back};
use crate::error::Error;
use crate::events::{Event, StopWanted};
use crate::ids::{AccountId, TaskId};
use crate::store::events::{self, NewEvent};
use crate::store::stops::{self, StopRequest, WHOLE_BATCH, WantedBy};
use crate::{Backend, Caller, messages, store};

/// What was stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stopped {
    /// Batches that waited to be sent: they are not sent.
    pub kept_back: usize,
    /// Batches of which the provider is asked to dial no more.
    pub asked_for: usize,
}

/// Who wants calls stopped.
#[derive(Clone, Copy)]
pub(crate) enum StoppedBy<'a> {
    /// Somebody in person.
    Person(&'a Caller),
    /// The stop rule of the task.
    StopRule,
    /// The calling rule, which allows no call any more.
    CallingRule,
}

impl<'a> StoppedBy<'a> {
    pub(super) fn caller(self) -> Option<&'a Caller> {
        match self {
            StoppedBy::Person(caller) => Some(caller),
            StoppedBy::StopRule | StoppedBy::CallingRule => None,
        }
    }

    fn wanted_by(self) -> WantedBy {
        match self {
            StoppedBy::Person(caller) => WantedBy::Person(caller.person),
            StoppedBy::StopRule => WantedBy::Program,
            StoppedBy::CallingRule => WantedBy::CallingRule,
        }
    }
}

/// What is to be stopped of which task, and who wants it.
struct Order<'a> {
    account: AccountId,
    task: TaskId,
    /// One of its batches; all of them otherwise.
    batch: Option<u32>,
    by: StoppedBy<'a>,
}

/// Stops the calls of a task, or of one of its batches: what waits to be sent is kept back, and the provider is asked to dial no more of
/// what it has, may have or is being sent. Pressed twice, it asks once.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task or batch, [`Error::Conflict`] when there is nothing to stop, or the task went to
/// another provider.
pub async fn stop_calling(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    batch: Option<u32>,
) -> Result<Stopped, Error> {
    caller.must(Action::Launch)?;
    let mut transaction = locked(backend, caller, task).await?;
    let order = Order {
        account: caller.account.id,
        task,
        batch,
        by: StoppedBy::Person(caller),
    };
    let stopped = stop(&mut transaction, now, &order).await;
    let stopped = finish(transaction, stopped).await?;
    backend.wake_worker();
    Ok(stopped)
}

/// Locks a task of the provider that this program talks to.
async fn locked(
    backend: &Backend,
    caller: &Caller,
    task: TaskId,
) -> Result<Transaction<'static, Postgres>, Error> {
    super::of_this_provider(backend, caller.account.id, task).await?;
    let mut transaction = backend.pool.begin().await?;
    store::tasks::lock(&mut transaction, task).await?;
    Ok(transaction)
}

/// The same for a rule, of a task that is locked, or of one of its batches; nothing where all is over.
pub(crate) async fn stop_unasked(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    (task, batch): (TaskId, Option<u32>),
    by: StoppedBy<'_>,
) -> Result<Stopped, Error> {
    let order = Order {
        account,
        task,
        batch,
        by,
    };
    match stop(connection, now, &order).await {
        Err(Error::Conflict(_)) => Ok(Stopped::default()),
        stopped => stopped,
    }
}

async fn stop(
    connection: &mut PgConnection,
    now: Timestamp,
    order: &Order<'_>,
) -> Result<Stopped, Error> {
    let mut stopped = Stopped::default();
    let (mut is_known, mut is_under_way) = (false, false);
    for batch in store::reconciliation::lock_batches(connection, order.task).await? {
        let number = batch.number()?;
        if order.batch.is_some_and(|wanted| wanted != number) {
            continue;
        }
        is_known = true;
        let is_kept_back =
            keep_back(connection, order.account, order.by.caller(), now, &batch).await?;
        stopped.kept_back += usize::from(is_kept_back);
        // What was sent before without a clear answer may be at the provider though it waits here.
        let may_be_called = may_be_called_at_airudder(batch.state()?, super::calling(&batch)?);
        if may_be_called || (is_kept_back && batch.is_unconfirmed()) {
            let request = StopRequest {
                task: order.task,
                batch: batch.number,
                row: WHOLE_BATCH,
                by: order.by.wanted_by(),
            };
            match stops::want(connection, now, &request).await? {
                true => stopped.asked_for += 1,
                false => is_under_way = true,
            }
        }
    }
    if !is_known {
        return Err(Error::NotFound);
    }
    if stopped == Stopped::default() {
        // What whoever presses twice wants is done, or under way.
        return match is_under_way {
            true => Ok(stopped),
            false => Err(Error::Conflict(messages::tasks::no_call_is_open())),
        };
    }
    // The calling rule tells by an event of its own why.
    let is_told = matches!(order.by, StoppedBy::CallingRule);
    if stopped.asked_for > 0 && !is_told {
        record_request(connection, now, order, stopped.asked_for).await?;
    }
    super::update_task_state(connection, order.task).await?;
    Ok(stopped)
}

async fn record_request(
    connection: &mut PgConnection,
    now: Timestamp,
    order: &Order<'_>,
    batches: usize,
) -> Result<(), Error> {
    let event = Event::StopWanted(StopWanted {
        batches: batches as u64,
        batch: order.batch.map(i64::from),
    });
    let event = NewEvent {
        by: order.by.caller().map(Caller::actor),
        ..NewEvent::of_task(order.account, order.task, now, event)
    };
    Ok(events::insert(connection, &event).await?)
}

/// Has the provider asked again about the numbers of a task that it refused to cancel, and may still call, and about batches whose calls had
/// to end; how many numbers, none where it is asked already.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, [`Error::Conflict`] when the task went to another provider.
pub async fn cancel_again(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
) -> Result<u64, Error> {
    caller.must(Action::Launch)?;
    let mut transaction = locked(backend, caller, task).await?;
    let numbers =
        store::failed_stops::want_again(&mut transaction, now, task, caller.person).await?;
    if numbers > 0 {
        let event = Event::CancelsWantedAgain { numbers };
        let event = NewEvent::of(caller, now, event).task(task);
        events::insert(&mut transaction, &event).await?;
        super::update_readable_state(&mut transaction, task).await?;
    }
    transaction.commit().await?;
    backend.wake_worker();
    Ok(numbers)
}

/// Has the provider asked to cancel the number of one lead. Pressed twice, it asks once.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such call, [`Error::Conflict`] when it is over, or the task went to another provider.
pub async fn cancel_number(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    row: u32,
) -> Result<(), Error> {
    caller.must(Action::Launch)?;
    let mut transaction = locked(backend, caller, task).await?;
    let cancelled = cancel(&mut transaction, caller, now, task, row).await;
    finish(transaction, cancelled).await?;
    backend.wake_worker();
    Ok(())
}

async fn cancel(
    connection: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    row: u32,
) -> Result<(), Error> {
    let call = store::calls::one(connection, task, row).await?;
    let call = call.ok_or(Error::NotFound)?;
    if !call.is_open()? {
        return Err(Error::Conflict(messages::tasks::call_is_over(row)));
    }
    let request = StopRequest {
        task,
        batch: call.batch,
        row: call.row,
        by: WantedBy::Person(caller.person),
    };
    if stops::want(connection, now, &request).await? {
        let event = NewEvent::of(caller, now, Event::CancelWanted { row }).task(task);
        events::insert(connection, &event).await?;
        super::update_readable_state(connection, task).await?;
    }
    Ok(())
}
