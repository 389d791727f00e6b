//! What a person decides about batches: to send one again, to give one up, to stop those that wait.

use jiff::Timestamp;
use leads::states::{BatchState, Decision, send_again_counts_from};
use leads::{Action, SendingAgain};
use localization::Message;
use sqlx::PgConnection;

use crate::accounts::Account;
use crate::calling_verdicts::{OutsideOfRule, StoredVerdict};
use crate::confirmation::Purpose;
use crate::drafts::recent_window;
use crate::error::Error;
use crate::events::{Batch, Event, RuleOverridden};
use crate::ids::{AccountId, TaskId};
use crate::messages::{batch_words, tasks as messages};
use crate::store::batches::BatchRecord;
use crate::store::events::{self, NewEvent};
use crate::store::tasks::TaskRecord;
use crate::{Backend, Caller, accounts, people, store};

/// Puts a batch into the queue again: one that was not sent, was stopped, or is absent from AIRudder's list. It keeps its name,
/// and it is sent only if its leads are, to the byte, those that were checked. One that is on its way already is left alone.
/// `reason` says why people are to be called outside of the calling rule, where they are.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such batch, [`Error::Conflict`] with the reason when it may not be sent again: by
/// its state, because its start has passed, because of the calling rule, because somebody else has to send it
/// ([`SendingAgain`]), or because another task calls its numbers ([`send_again_counts_from`]).
pub async fn send_again(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    number: u32,
    reason: &str,
) -> Result<(), Error> {
    caller.must(Action::Launch)?;
    caller.must_have_confirmed(Purpose::Launch, now)?;
    let account = accounts::of(backend, caller).await?;
    let record = super::of_this_provider(backend, account.id, task).await?;
    let outside = outside_of_rule(backend, &account, &record, number, now).await?;
    let rule_refuses = outside.as_ref().is_some_and(OutsideOfRule::is_refused);
    let allowed_next = outside
        .as_ref()
        .map(|outside| outside.allowed_next(&record.settings.0, &account, now));
    let outside =
        outside.map(|outside| outside.for_reason(reason, allowed_next.as_ref(), caller, now));
    let outside = outside.transpose()?;
    let draft = store::drafts::by_id(&backend.pool, account.id, record.draft_id)
        .await?
        .ok_or(Error::Inconsistent("a task without its draft"))?;
    let again = Again {
        task,
        number,
        is_test: record.is_test,
        start_has_passed: super::start_has_passed(
            &record.settings.0.schedule_of_batch(number),
            account.zone(),
            now,
        ),
        others_count_from: send_again_counts_from(
            record.submitted_at.to_jiff(),
            recent_window(&account, record.sandbox, now).since,
            !draft.leave_out_recent || draft.calls_within_cooldown,
        ),
        outside,
        rule_refuses,
        allowed_next,
    };
    let mut transaction = backend.pool.begin().await?;
    let mut decided = put_back_into_queue(&mut transaction, caller, now, &again).await;
    if decided.is_ok() {
        // Afterwards: it may have waited for long.
        decided = people::expect_still_there(&mut transaction, caller).await;
    }
    finish(transaction, decided).await?;
    backend.wake_worker();
    Ok(())
}

/// A batch that is to be sent again.
struct Again {
    task: TaskId,
    number: u32,
    /// Whether it calls its person: other tasks that call the same number keep nobody's own number back.
    is_test: bool,
    start_has_passed: bool,
    /// Batches of other tasks that were queued from then on keep it back, where they call one of its numbers.
    others_count_from: Timestamp,
    /// What the calling rule says, with the reason that was given, where people could be called outside of it.
    outside: Option<StoredVerdict>,
    /// Whether that rule refuses.
    rule_refuses: bool,
    /// When the rule allows its calls next, or that it allows none for days, where it does not allow them now.
    allowed_next: Option<Message>,
}

/// What the calling rule says of a batch that is sent again now; nothing where it is kept, or a reason that was given still holds.
async fn outside_of_rule(
    backend: &Backend,
    account: &Account,
    record: &TaskRecord,
    number: u32,
    now: Timestamp,
) -> Result<Option<OutsideOfRule>, Error> {
    if record.is_test {
        return Ok(None);
    }
    let verdicts = store::verdicts::of_task(&backend.pool, record.id).await?;
    let settings = &record.settings.0;
    Ok(OutsideOfRule::of_batch(
        settings, number, account, now, &verdicts,
    ))
}

impl Again {
    /// Somebody else sends it, where the account or the calling rule asks for that. The account and the task must be locked.
    async fn expect_another_person(
        &self,
        transaction: &mut PgConnection,
        caller: &Caller,
    ) -> Result<(), Error> {
        let part = store::approvals::part_in_task(transaction, self.task, caller.person).await?;
        let again = SendingAgain {
            is_test: self.is_test,
            two_persons: part.two_persons,
            rule_refuses: self.rule_refuses,
            contributed: part.contributed,
            launched: part.launched,
        };
        let Some(needed) = again.needs_somebody_else() else {
            return Ok(());
        };
        let next = self.allowed_next.clone().filter(|_| self.rule_refuses);
        let told = [needed.refusal()].into_iter().chain(next);
        Err(Error::Conflict(Message::sentences(told)))
    }
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
    again.expect_another_person(transaction, caller).await?;
    let batch = lock_batch(transaction, task, again.number).await?;
    let state = state_of(&batch)?;
    if matches!(state, BatchState::Waiting | BatchState::Sending) {
        // The button was pressed twice, or by two people: what they want is under way.
        return Ok(());
    }
    if let Some(blocker) = state.send_again_blocker(again.start_has_passed) {
        return Err(Error::Conflict(blocker));
    }
    let from = again.others_count_from;
    let shared = match again.is_test {
        true => 0,
        false => store::numbers::called_by_others(transaction, task, batch.number, from).await?,
    };
    if shared > 0 {
        return Err(Error::Conflict(messages::called_twice(shared)));
    }
    if store::reconciliation::queue_again(transaction, now, &batch).await? != 1 {
        return Err(Error::Inconsistent("a batch changed while it was locked"));
    }
    // Whoever sends it again wants its people to be called.
    store::stops::forget(transaction, task, batch.number).await?;
    if let Some(outside) = &again.outside {
        store::verdicts::insert(transaction, now, task, outside).await?;
        let event = Event::RuleOverridden(RuleOverridden {
            rule: outside.rule_set.id,
            batch: Some(again.number),
        });
        let event = NewEvent::of(caller, now, event).task(task);
        events::insert(transaction, &event).await?;
    }
    record_event(transaction, caller, now, &batch, Event::BatchSentAgain).await?;
    super::update_task_state(transaction, task).await
}

/// Gives up a batch that is absent from AIRudder's list: it is not sent again, and its leads count as not called.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such batch, [`Error::Conflict`] with the reason when it cannot be given up.
pub async fn give_up(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    number: u32,
) -> Result<(), Error> {
    caller.must(Action::Launch)?;
    store::tasks::by_id(&backend.pool, caller.account.id, task)
        .await?
        .ok_or(Error::NotFound)?;
    let mut transaction = backend.pool.begin().await?;
    let decided = give_up_batch(&mut transaction, caller, now, task, number).await;
    finish(transaction, decided).await
}

async fn give_up_batch(
    transaction: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    number: u32,
) -> Result<(), Error> {
    store::tasks::lock(transaction, task).await?;
    let batch = lock_batch(transaction, task, number).await?;
    if let Some(blocker) = state_of(&batch)?.blocker(Decision::GiveUp) {
        return Err(Error::Conflict(blocker));
    }
    let words = batch_words::given_up(&caller.name);
    change(transaction, &batch, BatchState::GivenUp, &words).await?;
    record_event(transaction, caller, now, &batch, Event::BatchGivenUp).await?;
    super::update_task_state(transaction, task).await
}

/// Stops the batches of a task that still wait; how many. A batch that is being sent, or was, stays as it is.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, [`Error::Conflict`] when no batch waits any more.
pub async fn stop_rest(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
) -> Result<usize, Error> {
    caller.must(Action::Launch)?;
    store::tasks::by_id(&backend.pool, caller.account.id, task)
        .await?
        .ok_or(Error::NotFound)?;
    let mut transaction = backend.pool.begin().await?;
    let decided = stop_waiting(&mut transaction, caller, now, task).await;
    finish(transaction, decided).await
}

async fn stop_waiting(
    transaction: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
) -> Result<usize, Error> {
    let account = store::tasks::lock(transaction, task).await?;
    let mut stopped = 0;
    for batch in store::reconciliation::lock_batches(transaction, task).await? {
        if keep_back(transaction, account, Some(caller), now, &batch).await? {
            stopped += 1;
        }
    }
    if stopped == 0 {
        return Err(Error::Conflict(messages::no_batch_waits()));
    }
    super::update_task_state(transaction, task).await?;
    Ok(stopped)
}

/// Stops a locked batch that still waits; whether it did. Nobody in person does it where the stop rule of the task does.
pub(super) async fn keep_back(
    transaction: &mut PgConnection,
    account: AccountId,
    by: Option<&Caller>,
    now: Timestamp,
    batch: &BatchRecord,
) -> Result<bool, Error> {
    if state_of(batch)?.blocker(Decision::Stop).is_some() {
        return Ok(false);
    }
    let state = BatchState::stopped(batch.is_unconfirmed());
    let words = by.map_or_else(batch_words::stopped_by_rule, |caller| {
        batch_words::stopped(&caller.name)
    });
    change(transaction, batch, state, &words).await?;
    let number = batch.number.into();
    let event = NewEvent {
        by: by.map(Caller::actor),
        ..NewEvent::of_task(
            account,
            batch.task_id,
            now,
            Event::BatchStopped(Batch { batch: number }),
        )
    };
    events::insert(transaction, &event).await?;
    Ok(true)
}

/// Ends a decision. A refused one lets go of its locks before it is told: a transaction that is only dropped ends a moment later,
/// and a worker would pass by the batches that it still holds.
pub(super) async fn finish<T>(
    transaction: sqlx::Transaction<'_, sqlx::Postgres>,
    decided: Result<T, Error>,
) -> Result<T, Error> {
    match decided {
        Ok(_) => transaction.commit().await?,
        Err(_) => transaction.rollback().await?,
    }
    decided
}

async fn lock_batch(
    connection: &mut PgConnection,
    task: TaskId,
    number: u32,
) -> Result<BatchRecord, Error> {
    let batches = store::reconciliation::lock_batches(connection, task).await?;
    batches
        .into_iter()
        .find(|batch| i64::from(batch.number) == i64::from(number))
        .ok_or(Error::NotFound)
}

fn state_of(batch: &BatchRecord) -> Result<BatchState, Error> {
    Ok(batch.state()?)
}

async fn change(
    connection: &mut PgConnection,
    batch: &BatchRecord,
    state: BatchState,
    words: &Message,
) -> Result<(), Error> {
    let words = words.to_string();
    match store::reconciliation::decide(connection, batch, state, &words).await? {
        1 => Ok(()),
        _ => Err(Error::Inconsistent("a batch changed while it was locked")),
    }
}

async fn record_event(
    connection: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    batch: &BatchRecord,
    event: fn(Batch) -> Event,
) -> Result<(), Error> {
    let number = batch.number.into();
    let event = NewEvent::of(caller, now, event(Batch { batch: number })).task(batch.task_id);
    Ok(events::insert(connection, &event).await?)
}
