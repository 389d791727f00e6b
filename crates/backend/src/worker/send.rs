//! Sending a batch: the one place where calls are really ordered.
//!
//! Architecture invariant: a batch is `sending` in the database before a byte goes out, and what became of it is written in a
//! second transaction. What may have reached AIRudder is never sent again from here.

use jiff::SignedDuration;
use leads::states::BatchState;
use localization::Message;
use sqlx::PgConnection;

use super::outcome::BatchOutcome;
use super::prepare::{Prepared, last_payload, prepare};
use super::{Clock, Worker, backoff, lease, recording};
use crate::error::Error;
use crate::events::{BatchCreated, BatchEnded, Event};
use crate::messages::batch_words as words;
use crate::payload::Payload;
use crate::store::batches::{BatchRecord, BatchUpdate};
use crate::store::events::{self, NewEvent};
use crate::{reconciliation, store, tasks};

/// A batch that has waited longer than this since it was to be sent is not sent any more: nobody is called at an hour that
/// nobody chose.
pub(super) const WAITS_AT_MOST: SignedDuration = SignedDuration::from_mins(30);

/// Sends a leased batch, and writes down what became of it. The lease is renewed until then.
pub(super) async fn send<C: Clock>(worker: Worker<C>, batch: BatchRecord) -> Result<(), Error> {
    let (pool, pace) = (&worker.backend.pool, worker.pace);
    let renew = || store::batches::renew(pool, &batch, pace.lease);
    lease::with_lease_renewal(pace, batch.number, renew, send_and_record(&worker, &batch)).await
}

async fn send_and_record<C: Clock>(worker: &Worker<C>, batch: &BatchRecord) -> Result<(), Error> {
    let Worker { backend, clock, .. } = worker;
    let outcome = match prepare(backend, batch, clock()).await {
        Ok(Ok(prepared)) => match preflight(worker, batch, prepared).await {
            Preflight::Send(payload) => call(worker, batch, &payload).await,
            Preflight::End(outcome) => outcome,
            Preflight::LeaseLost => {
                tracing::warn!(task = %batch.task_id, batch = batch.number, "the lease was lost, so the batch is not sent");
                return Ok(());
            }
        },
        Ok(Err(blocker)) => BatchOutcome::not_sent(batch, clock(), blocker),
        Err(error) => {
            tracing::error!(task = %batch.task_id, batch = batch.number,
                error = &error as &dyn std::error::Error, "cannot build a batch");
            let words = words::not_built();
            let wait = backoff::exponential(batch.attempts, &batch.provider_name);
            BatchOutcome::put_back(batch, clock(), wait, words)
        }
    };
    record_with_retries(worker, batch, &outcome).await
}

/// What is found out at the last moment before a batch is sent.
enum Preflight {
    Send(Payload),
    /// It is not to be sent now, or not any more.
    End(BatchOutcome),
    /// Another process may have taken it: it is not this one's to send or to write about.
    LeaseLost,
}

/// Looks once more for a batch that was sent before, leaves out who must not be called by now, and makes sure of the lease: nothing but the
/// call comes after it. In this order: what AIRudder has already is not made smaller.
async fn preflight<C: Clock>(
    worker: &Worker<C>,
    batch: &BatchRecord,
    prepared: Prepared,
) -> Preflight {
    let Worker { backend, clock, .. } = worker;
    if worker.stop.is_cancelled() {
        let words = Some(words::stopped_before());
        return Preflight::End(BatchOutcome::new(BatchState::Waiting, clock(), words));
    }
    if let Some(since) = &batch.unconfirmed_since {
        let name = batch.provider_name.as_str();
        match reconciliation::find_tasks(backend, clock(), &[name], since.to_jiff()).await {
            Ok(found) => match found.ids(name) {
                [] if found.complete => {}
                [] => {
                    let words = words::not_searched();
                    let wait = backoff::exponential(batch.attempts, name);
                    return Preflight::End(BatchOutcome::put_back(batch, clock(), wait, words));
                }
                ids => return Preflight::End(BatchOutcome::found(clock(), ids)),
            },
            Err(failure) => {
                return Preflight::End(BatchOutcome::not_called(batch, &failure, clock()));
            }
        }
    }
    let payload = match last_payload(backend, batch, prepared, clock()).await {
        Ok(payload) => payload,
        Err(outcome) => return Preflight::End(outcome),
    };
    match store::batches::renew(&backend.pool, batch, worker.pace.lease).await {
        Ok(true) => Preflight::Send(payload),
        Ok(false) => Preflight::LeaseLost,
        Err(error) => {
            // Nothing was sent, and this process is the only one that knows: should that not be written down before the lease
            // runs out, the batch counts as unknown, which is the safe side of the truth.
            tracing::warn!(task = %batch.task_id, batch = batch.number, %error, "a batch was put back, since its lease could not be made sure of");
            let words = words::database_silent();
            let wait = backoff::exponential(batch.attempts, &batch.provider_name);
            Preflight::End(BatchOutcome::put_back(batch, clock(), wait, words))
        }
    }
}

async fn call<C: Clock>(
    worker: &Worker<C>,
    batch: &BatchRecord,
    payload: &Payload,
) -> BatchOutcome {
    let Worker { backend, clock, .. } = worker;
    let longest = worker.pace.call();
    let answer = backend.provider.create_task(clock, longest, &payload.task);
    match answer.await {
        Ok(answer) => BatchOutcome::of_answer(batch, payload, &answer, clock()),
        Err(failure) => BatchOutcome::of_failure(batch, &failure, clock()),
    }
}

/// Batches whose sender has gone silent may have been sent: they are unknown. One of which that cannot be written is passed over
/// until its lease, taken anew, has run out again; the others are not kept waiting.
pub(super) async fn mark_expired_unknown<C: Clock>(worker: &Worker<C>) -> Result<(), Error> {
    let pool = &worker.backend.pool;
    for batch in store::batches::abandoned(pool).await? {
        let words = words::stopped_while_sending();
        if let Err(error) = record(worker, &batch, &abandoned(worker, words)).await {
            tracing::error!(task = %batch.task_id, batch = batch.number,
                error = &error as &dyn std::error::Error, "a batch whose sender has gone silent could not be settled");
            if let Err(error) = store::batches::renew(pool, &batch, worker.pace.lease).await {
                tracing::warn!(task = %batch.task_id, batch = batch.number, %error, "nor could its lease be taken anew");
            }
        }
    }
    Ok(())
}

/// Settles a batch whose sending panicked: whether anything was sent is not known any more.
pub(super) async fn crashed<C: Clock>(
    worker: &Worker<C>,
    batch: &BatchRecord,
) -> Result<(), Error> {
    let words = words::failed_while_sending();
    let outcome = BatchOutcome {
        is_expired: false,
        ..abandoned(worker, words)
    };
    record_with_retries(worker, batch, &outcome).await
}

fn abandoned<C: Clock>(worker: &Worker<C>, words: Message) -> BatchOutcome {
    BatchOutcome {
        is_expired: true,
        ..BatchOutcome::new(BatchState::Unknown, (worker.clock)(), Some(words))
    }
}

/// Writes the outcome, also while the database is restarting: it is known here only.
async fn record_with_retries<C: Clock>(
    worker: &Worker<C>,
    batch: &BatchRecord,
    outcome: &BatchOutcome,
) -> Result<(), Error> {
    let recorded = recording::with_retries(|| record(worker, batch, outcome)).await;
    if recorded.is_err() {
        // The provider's id is no secret, and the only way to find the task again.
        tracing::error!(task = %batch.task_id, batch = batch.number, state = outcome.state.key(),
            provider_id = outcome.provider_id.as_deref(), "an outcome was lost");
    }
    recorded
}

async fn record<C: Clock>(
    worker: &Worker<C>,
    batch: &BatchRecord,
    outcome: &BatchOutcome,
) -> Result<(), Error> {
    if !BatchState::Sending.may_become(outcome.state) {
        return Err(Error::Inconsistent("a batch cannot end so"));
    }
    let now = (worker.clock)();
    let mut transaction = worker.backend.pool.begin().await?;
    let account = store::tasks::lock(&mut transaction, batch.task_id).await?;
    let state = heeding_stops(&mut transaction, batch, outcome.state).await?;
    let update = BatchUpdate {
        state,
        provider_task_id: outcome.provider_id.as_deref(),
        words: outcome.words.as_deref(),
        not_before: outcome.not_before,
        look_at: now + super::signed(worker.pace.reconcile_every),
        abandoned: outcome.is_expired,
    };
    let mut is_found = outcome.is_found;
    if !store::batches::record(&mut transaction, now, batch, &update).await? {
        // Given up as silent meanwhile, and not sent again since: an id that comes late is still the truth.
        let Some(id) = outcome
            .provider_id
            .as_deref()
            .filter(|_| outcome.state == BatchState::Created)
        else {
            return Ok(());
        };
        if !store::batches::mark_created(&mut transaction, now, batch, id, None).await? {
            tracing::warn!(task = %batch.task_id, batch = batch.number, provider_id = id, "a provider id came too late");
            return Ok(());
        }
        is_found = true;
    }
    if is_found {
        // What it was sent with may be on a list since.
        store::do_not_call_changes::insert_change(&mut transaction, now, account).await?;
    }
    store::batches::insert_refusals(&mut transaction, batch, &outcome.refused).await?;
    if outcome.state == BatchState::Created && !outcome.refused.is_empty() {
        store::numbers::delete_refused(&mut transaction, batch.task_id, batch.number).await?;
    }
    let event = event(batch, state, outcome, is_found);
    let event = NewEvent::of_task(account, batch.task_id, now, event);
    events::insert(&mut transaction, &event).await?;
    tasks::update_readable_state(&mut transaction, batch.task_id).await?;
    transaction.commit().await?;
    tracing::info!(task = %batch.task_id, batch = batch.number, state = state.key(), "a batch was sent");
    Ok(())
}

/// What a batch becomes where somebody has stopped it while it was being sent: what was put back is not sent again. The stop request is done with
/// where the provider certainly does not have the batch.
async fn heeding_stops(
    connection: &mut PgConnection,
    batch: &BatchRecord,
    state: BatchState,
) -> Result<BatchState, Error> {
    let (task, number) = (batch.task_id, batch.number);
    let state = match state {
        BatchState::Waiting if store::stops::is_wanted(connection, task, number).await? => {
            BatchState::stopped(batch.is_unconfirmed())
        }
        state => state,
    };
    if matches!(
        state,
        BatchState::Refused | BatchState::NotSent | BatchState::Stopped
    ) {
        store::stops::forget(connection, task, number).await?;
    }
    Ok(state)
}

fn event(batch: &BatchRecord, state: BatchState, outcome: &BatchOutcome, is_found: bool) -> Event {
    let number = batch.number.into();
    let created = || BatchCreated {
        batch: number,
        provider_id: outcome.provider_id.clone().unwrap_or_default(),
        words: outcome.words.clone(),
        refused: outcome.refused.len() as u64,
    };
    let ended = || BatchEnded {
        batch: number,
        words: outcome.words.clone(),
    };
    match state {
        BatchState::Created if is_found => Event::BatchFound(created()),
        BatchState::Created => Event::BatchCreated(created()),
        BatchState::Refused => Event::BatchRefused(ended()),
        BatchState::Unknown => Event::BatchUnknown(ended()),
        // Not sent this time, and still in doubt from the time before.
        BatchState::Absent | BatchState::GivenUp => Event::BatchNotSentAgain(ended()),
        BatchState::NotSent | BatchState::Stopped => Event::BatchNotSent(ended()),
        BatchState::Waiting | BatchState::Sending => Event::BatchPutBack(ended()),
    }
}
