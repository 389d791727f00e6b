//! What needs attention, and what a person says is done.

use jiff::Timestamp;
use leads::states::{Attention, BatchState, FailedCancels, Standing, TaskState};
use leads::views::Moment;
use leads::{Action, TaskSettings};
use localization::Message;
use sqlx::{Postgres, Transaction};

use crate::accounts::Account;
use crate::error::Error;
use crate::events::Event;
use crate::ids::TaskId;
use crate::store::attention::{self, MarkedTask};
use crate::store::batches::BatchRecord;
use crate::store::events::{self, NewEvent};
use crate::store::task_history::HistoryRecord;
use crate::store::tasks::TaskRecord;
use crate::{Backend, Caller, messages};

/// Marks a task as done, so that it needs no attention any more; its name. It needs it again once its state changes, or a person
/// [says so](needs_attention_again). A second press changes nothing.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, [`Error::Conflict`] with the reason when it cannot be marked: AIRudder might
/// have created it.
pub async fn mark_done(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
) -> Result<String, Error> {
    caller.must(Action::Launch)?;
    let (mut transaction, task) = locked(backend, caller, id).await?;
    if task.marked_done_at.is_none() {
        if let Some(blocker) = task.failed_cancels()?.done_blocker(task.state()?) {
            let told = [blocker, messages::tasks::nothing_changed()];
            return Err(Error::Conflict(Message::sentences(told)));
        }
        attention::mark_done(&mut transaction, id, caller.person, now).await?;
        let event = NewEvent::of(caller, now, Event::MarkedDone {}).task(id);
        events::insert(&mut transaction, &event).await?;
    }
    transaction.commit().await?;
    Ok(task.name)
}

/// Takes the mark back; the task's name. One that is not marked stays as it is.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task.
pub async fn needs_attention_again(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
) -> Result<String, Error> {
    caller.must(Action::Launch)?;
    let (mut transaction, task) = locked(backend, caller, id).await?;
    if task.marked_done_at.is_some() {
        attention::unmark(&mut transaction, id).await?;
        let event = NewEvent::of(caller, now, Event::NeedsAttentionAgain {}).task(id);
        events::insert(&mut transaction, &event).await?;
    }
    transaction.commit().await?;
    Ok(task.name)
}

async fn locked(
    backend: &Backend,
    caller: &Caller,
    id: TaskId,
) -> Result<(Transaction<'static, Postgres>, MarkedTask), Error> {
    let mut transaction = backend.pool.begin().await?;
    let task = attention::lock(&mut transaction, caller.account.id, id).await?;
    Ok((transaction, task.ok_or(Error::NotFound)?))
}

/// Why a task of the history needs attention.
pub(super) fn of_record(
    record: &HistoryRecord,
    state: TaskState,
    account: &Account,
    now: Timestamp,
) -> Result<Option<Attention>, Error> {
    let (task, standing) = (&record.task, &record.standing);
    if !standing.needs_attention {
        return Ok(None);
    }
    let standing = Standing {
        state,
        batches: standing.batches(task.id)?,
        refused_leads: standing.refused_leads()?,
        can_be_sent: can_be_sent(&task.settings.0, standing.last_not_sent(), account, now),
        next_search: standing
            .next_search
            .as_ref()
            .map(|at| leads::coming_moment(at.to_jiff(), now, account.zone())),
    };
    Ok(task.failed_cancels()?.and(standing.attention()))
}

/// Why a task with these batches, which add up to that state, needs attention for it, as long as nobody has marked it as done.
fn of_batches(
    settings: &TaskSettings,
    (state, batches): (TaskState, &[BatchRecord]),
    refused_leads: u32,
    account: &Account,
    now: Timestamp,
) -> Result<Option<Attention>, Error> {
    let mut counted = Vec::with_capacity(batches.len());
    let mut last_not_sent = None;
    let mut next_search = None;
    for batch in batches {
        let of_batch = batch.state()?;
        counted.push((of_batch, 1));
        match of_batch {
            BatchState::NotSent | BatchState::Stopped => last_not_sent = Some(batch.number()?),
            BatchState::Unknown => {
                let next = batch.next_search.as_ref().map(|at| at.to_jiff());
                next_search = next_search.into_iter().chain(next).min();
            }
            _ => {}
        }
    }
    let standing = Standing {
        state,
        batches: counted,
        refused_leads,
        can_be_sent: can_be_sent(settings, last_not_sent, account, now),
        next_search: next_search.map(|at| leads::coming_moment(at, now, account.zone())),
    };
    Ok(standing.attention())
}

/// What the page of a task says of attention.
pub(super) struct OnPage {
    /// Why its state needs it.
    pub of_state: Option<Attention>,
    /// Numbers that AIRudder has not cancelled.
    pub failed_cancels: FailedCancels,
    /// Who has marked it as done, and when: then nothing else is said.
    pub done: Option<(String, Moment)>,
}

/// What the page of a task says of attention. `done` is the stored mark: it is left out where nothing needs attention.
pub(super) fn on_page(
    task: &TaskRecord,
    (state, batches): (TaskState, &[BatchRecord]),
    refused_leads: u32,
    done: Option<(String, Moment)>,
    account: &Account,
    now: Timestamp,
) -> Result<OnPage, Error> {
    let failed_cancels = task.failed_cancels()?;
    let standing = (state, batches);
    let of_state = of_batches(&task.settings.0, standing, refused_leads, account, now)?;
    // A test that called nobody is tried again, and needs no decision.
    let is_quiet_test = task.is_test && state.done_blocker().is_none();
    let done = done.filter(|_| state.needs_attention() || failed_cancels.any());
    Ok(match done {
        Some(_) => OnPage {
            of_state: None,
            failed_cancels: FailedCancels::default(),
            done,
        },
        None => OnPage {
            of_state: of_state.filter(|_| !is_quiet_test),
            failed_cancels,
            done,
        },
    })
}

/// Whether the start of that batch, the last of those that were not sent, is to come.
fn can_be_sent(
    settings: &TaskSettings,
    last_not_sent: Option<u32>,
    account: &Account,
    now: Timestamp,
) -> bool {
    last_not_sent.is_some_and(|number| {
        !super::start_has_passed(&settings.schedule_of_batch(number), account.zone(), now)
    })
}
