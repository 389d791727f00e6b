//! Asking the provider to stop a batch, or to cancel one number of it.
//!
//! Architecture invariant: a stop request is `asking` in the database before a byte goes out, and what came of it is written in a second
//! transaction. A batch that the provider may have been asked to stop is not asked about again from here: that is unclear until a person asks
//! again. A number is: whoever said that they are not to be called may be called otherwise. So is a batch whose calls have to end by the calling
//! rule: nobody may be there to see it. It is asked with growing pauses until the provider says yes or no, or nothing can be called any more.
//!
//! Nobody has documented that it does no harm to stop a batch, or to cancel a number, twice: only the shape of these calls is known, from public
//! clients (`airudder/src/paths.rs`). It is assumed, since what is asked for is a state: no call. The sandbox does the same: the second time
//! changes nothing, and is refused once all is over, or stopped (`airudder-sandbox/src/stopping.rs`). A refusal because the first try was
//! carried out ends by itself, as the calls are asked for right after.

use std::sync::Arc;

use airudder::Certainty;
use jiff::Timestamp;
use leads::numbers::mask_numbers;
use leads::states::StopState;
use localization::Message;

use super::job::Job;
use super::{Clock, Worker, backoff, lease, recording};
use crate::error::Error;
use crate::events::{Event, Stopped};
use crate::messages::batch_words;
use crate::provider::Failure;
use crate::store::events::{self, NewEvent};
use crate::store::stops::{StopOutcome, TakenStop};
use crate::{store, tasks};

impl<C: Clock> Worker<C> {
    /// Takes a stop request that is due. Stop requests have places of their own, so that they wait for nothing that is sent.
    pub(super) async fn take_stop(&self) -> Result<Option<Job>, Error> {
        let now = (self.clock)();
        if self.stop.is_cancelled() || self.backend.provider.down().is_some() {
            return Ok(None);
        }
        let Some(permit) = self.stops.try_take() else {
            return Ok(None);
        };
        let (pool, sandbox) = (&self.backend.pool, self.backend.sandbox);
        let due = store::stops::take_due(pool, now, self.pace.lease, sandbox).await?;
        Ok(due.map(|stop| Job::Stop(Arc::new((stop, permit)))))
    }
}

/// Asks, and writes down what came of it. The lease is renewed until then.
pub(super) async fn ask<C: Clock>(worker: &Worker<C>, stop: &TakenStop) -> Result<(), Error> {
    let (pool, pace) = (&worker.backend.pool, worker.pace);
    let renew = || store::stops::renew(pool, stop, pace.lease);
    let asked = async {
        let answer = call(worker, stop).await?;
        let outcome = outcome((worker.clock)(), stop, answer);
        recording::with_retries(|| record(worker, stop, &outcome)).await
    };
    lease::with_lease_renewal(pace, stop.batch, renew, asked).await
}

async fn call<C: Clock>(
    worker: &Worker<C>,
    stop: &TakenStop,
) -> Result<Result<(), Failure>, Error> {
    let (provider, clock) = (&worker.backend.provider, &worker.clock);
    let id = stop.provider_id()?;
    Ok(match stop.callee()? {
        None => provider.stop_task(clock, id).await,
        Some(number) => provider.cancel_call(clock, id, &number).await,
    })
}

fn outcome(now: Timestamp, stop: &TakenStop, answer: Result<(), Failure>) -> StopOutcome {
    let Err(failure) = answer else {
        return StopOutcome {
            state: StopState::Accepted,
            was_asked: true,
            not_before: now,
            words: None,
        };
    };
    let words = mask_numbers(&failure.message().to_string());
    match failure.certainty() {
        Certainty::Refused => StopOutcome {
            state: StopState::Refused,
            was_asked: true,
            not_before: now,
            words: Some(words),
        },
        Certainty::Unknown => unclear(now, stop, words),
        // People are called meanwhile: it is tried for as long as it takes.
        Certainty::NotSent => StopOutcome {
            // What an earlier try has done is as unclear as before.
            state: match stop.asked_before {
                Some(_) => StopState::Unclear,
                None => StopState::Waiting,
            },
            was_asked: false,
            not_before: now + backoff::retry_after(&failure, stop.attempts, &name(stop)),
            words: Some(words),
        },
    }
}

/// It may have been asked. What is not asked about again by itself is never due, whenever it might be.
fn unclear(now: Timestamp, stop: &TakenStop, words: String) -> StopOutcome {
    StopOutcome {
        state: StopState::Unclear,
        was_asked: true,
        not_before: now + backoff::patient(stop.attempts, &name(stop)),
        words: Some(words),
    }
}

/// Settles a stop request whose asker is not there any more: whether anything was asked is not known.
async fn abandoned<C: Clock>(
    worker: &Worker<C>,
    stop: &TakenStop,
    why: Message,
) -> Result<(), Error> {
    let outcome = unclear((worker.clock)(), stop, why.to_string());
    record(worker, stop, &outcome).await
}

/// Tells a stop request from the others, which are not to come back together with it.
fn name(stop: &TakenStop) -> String {
    format!("{} {} {}", stop.task_id, stop.batch, stop.row)
}

async fn record<C: Clock>(
    worker: &Worker<C>,
    stop: &TakenStop,
    outcome: &StopOutcome,
) -> Result<(), Error> {
    let now = (worker.clock)();
    let mut transaction = worker.backend.pool.begin().await?;
    let account = store::tasks::lock(&mut transaction, stop.task_id).await?;
    if !store::stops::record(&mut transaction, stop, outcome).await? {
        tracing::warn!(task = %stop.task_id, batch = stop.batch, "what came of a stop came too late");
        return Ok(());
    }
    if let Some(event) = event(stop, outcome)? {
        let event = NewEvent::of_task(account, stop.task_id, now, event);
        // In the order in which answers about calls take the same rows.
        store::call_polls::hurry(&mut transaction, now, stop.task_id, stop.batch).await?;
        events::insert(&mut transaction, &event).await?;
    }
    if changes_failed_cancels(stop, outcome)? {
        tasks::update_readable_state(&mut transaction, stop.task_id).await?;
    }
    transaction.commit().await?;
    tracing::info!(task = %stop.task_id, batch = stop.batch, state = outcome.state.key(), "the provider was asked to stop");
    Ok(())
}

/// Whether the task may have another count of numbers whose stop has failed since: a refusal and the fifth try without a yes are counted, what
/// was counted may have succeeded, and a batch that is stopped calls nobody. To count takes a look at every stop request of the task.
fn changes_failed_cancels(stop: &TakenStop, outcome: &StopOutcome) -> Result<bool, Error> {
    let is_of_batch = stop.row()?.is_none();
    Ok(is_of_batch
        || outcome.state == StopState::Refused
        || stop.attempts >= store::failed_stops::MANY_TRIES)
}

/// What the history tells of it; nothing where the provider was not asked, or where it is as unclear as before: it may be asked for days.
fn event(stop: &TakenStop, outcome: &StopOutcome) -> Result<Option<Event>, Error> {
    let stopped = Stopped {
        batch: stop.batch.into(),
        row: stop.row()?,
        words: outcome.words.clone(),
    };
    Ok(match outcome.state {
        StopState::Waiting | StopState::Asking => None,
        StopState::Accepted => Some(Event::StopAccepted(stopped)),
        StopState::Refused => Some(Event::StopRefused(stopped)),
        StopState::Unclear if stop.asked_before.is_some() => None,
        StopState::Unclear => Some(Event::StopUnclear(stopped)),
    })
}

/// Stop requests whose asker has gone silent may have been asked: they are unclear.
pub(super) async fn mark_expired_unclear<C: Clock>(worker: &Worker<C>) -> Result<(), Error> {
    for stop in store::stops::abandoned(&worker.backend.pool).await? {
        // One that cannot be settled stops no other.
        let why = batch_words::stopped_while_asking();
        if let Err(error) = abandoned(worker, &stop, why).await {
            tracing::error!(task = %stop.task_id, batch = stop.batch, %error, "a stop could not be settled");
        }
    }
    Ok(())
}

/// Settles a stop request whose asker panicked.
pub(super) async fn crashed<C: Clock>(worker: &Worker<C>, stop: &TakenStop) -> Result<(), Error> {
    abandoned(worker, stop, batch_words::failed_while_asking()).await
}
