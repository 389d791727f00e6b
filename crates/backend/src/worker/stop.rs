//! Asking the provider to stop a batch, or to cancel one number of it.
//!
//! Architecture invariant: a stop request is `asking` in the database before a byte goes out, and what came of it is written in a second
//! transaction. What may have been asked is not asked again from here: it is unclear until a person asks again.

use std::sync::Arc;

use airudder::Certainty;
use jiff::Timestamp;
use leads::numbers::mask_numbers;
use leads::states::StopState;

use super::job::Job;
use super::{Clock, Worker, backoff, lease, recording};
use crate::error::Error;
use crate::events::{Event, Stopped};
use crate::provider::Failure;
use crate::store;
use crate::store::events::{self, NewEvent};
use crate::store::stops::TakenStop;

/// What came of a stop request.
struct Outcome {
    state: StopState,
    not_before: Timestamp,
    words: Option<String>,
}

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
        let outcome = outcome(worker, stop, call(worker, stop).await?);
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

fn outcome<C: Clock>(worker: &Worker<C>, stop: &TakenStop, answer: Result<(), Failure>) -> Outcome {
    let now = (worker.clock)();
    let outcome = |state, words: Option<String>| Outcome {
        state,
        not_before: now,
        words: words.map(|words| mask_numbers(&words)),
    };
    let failure = match answer {
        Ok(()) => return outcome(StopState::Accepted, None),
        Err(failure) => failure,
    };
    match failure.certainty() {
        Certainty::Refused => outcome(StopState::Refused, Some(failure.sentence())),
        Certainty::Unknown => outcome(StopState::Unclear, Some(failure.sentence())),
        // People are called meanwhile: it is tried for as long as it takes.
        Certainty::NotSent => Outcome {
            not_before: now
                + backoff::retry_after(&failure, stop.attempts, &stop.task_id.to_string()),
            ..outcome(StopState::Waiting, Some(failure.sentence()))
        },
    }
}

async fn record<C: Clock>(
    worker: &Worker<C>,
    stop: &TakenStop,
    outcome: &Outcome,
) -> Result<(), Error> {
    let now = (worker.clock)();
    let words = outcome.words.as_deref();
    let mut transaction = worker.backend.pool.begin().await?;
    let account = store::tasks::lock(&mut transaction, stop.task_id).await?;
    let recorded = store::stops::record(
        &mut transaction,
        stop,
        outcome.state,
        outcome.not_before,
        words,
    );
    if !recorded.await? {
        tracing::warn!(task = %stop.task_id, batch = stop.batch, "what came of a stop came too late");
        return Ok(());
    }
    if let Some(event) = event(stop, outcome)? {
        let event = NewEvent::of_task(account, stop.task_id, now, event);
        // In the order in which answers about calls take the same rows.
        store::call_polls::hurry(&mut transaction, now, stop.task_id, stop.batch).await?;
        events::insert(&mut transaction, &event).await?;
    }
    transaction.commit().await?;
    tracing::info!(task = %stop.task_id, batch = stop.batch, state = outcome.state.key(), "the provider was asked to stop");
    Ok(())
}

/// What the history tells of it; nothing where the provider was not asked.
fn event(stop: &TakenStop, outcome: &Outcome) -> Result<Option<Event>, Error> {
    let stopped = Stopped {
        batch: stop.batch.into(),
        row: stop.row()?,
        words: outcome.words.clone(),
    };
    Ok(match outcome.state {
        StopState::Waiting | StopState::Asking => None,
        StopState::Accepted => Some(Event::StopAccepted(stopped)),
        StopState::Refused => Some(Event::StopRefused(stopped)),
        StopState::Unclear => Some(Event::StopUnclear(stopped)),
    })
}

/// Stop requests whose asker has gone silent may have been asked: they are unclear.
pub(super) async fn mark_expired_unclear<C: Clock>(worker: &Worker<C>) -> Result<(), Error> {
    for stop in store::stops::abandoned(&worker.backend.pool).await? {
        let outcome = unclear(worker, "Coxswain was stopped while asking.");
        // One that cannot be settled stops no other.
        if let Err(error) = record(worker, &stop, &outcome).await {
            tracing::error!(task = %stop.task_id, batch = stop.batch, %error, "a stop could not be settled");
        }
    }
    Ok(())
}

/// Settles a stop request whose asker panicked: whether anything was asked is not known any more.
pub(super) async fn crashed<C: Clock>(worker: &Worker<C>, stop: &TakenStop) -> Result<(), Error> {
    record(
        worker,
        stop,
        &unclear(worker, "Coxswain failed while asking."),
    )
    .await
}

fn unclear<C: Clock>(worker: &Worker<C>, words: &str) -> Outcome {
    Outcome {
        state: StopState::Unclear,
        not_before: (worker.clock)(),
        words: Some(words.to_owned()),
    }
}
