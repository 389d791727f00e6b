//! Sending a batch: the one place where calls are really ordered.
//!
//! Architecture invariant: a batch is `sending` in the database before a byte goes out, and what became of it is written in a
//! second transaction. What may have reached AIRudder is never sent again from here.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use leads::Schedule;
use leads::states::{BatchState, START_HAS_PASSED};
use sqlx::PgConnection;

use super::outcome::BatchOutcome;
use super::{Clock, Worker, backoff, lease, recording};
use crate::calling_verdicts::OutsideOfRule;
use crate::do_not_call::Screening;
use crate::error::Error;
use crate::events::{BatchCreated, BatchEnded, Event};
use crate::payload::Payload;
use crate::store::batches::{BatchRecord, BatchUpdate, Origin};
use crate::store::checks::CheckRecord;
use crate::store::events::{self, NewEvent};
use crate::tasks::{BatchSource, LeftOutFor};
use crate::{Backend, accounts, reconciliation, store, tasks};

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
        Ok(Err(blocker)) => BatchOutcome::not_sent(batch, clock(), &blocker),
        Err(error) => {
            tracing::error!(task = %batch.task_id, batch = batch.number,
                error = &error as &dyn std::error::Error, "cannot build a batch");
            let words = "Coxswain could not build this batch.".to_owned();
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
        let words = "Coxswain was stopped before sending it.".to_owned();
        return Preflight::End(BatchOutcome {
            words: Some(words),
            ..BatchOutcome::new(BatchState::Waiting, clock(), None)
        });
    }
    if let Some(since) = &batch.unconfirmed_since {
        let name = batch.provider_name.as_str();
        match reconciliation::find_tasks(backend, clock(), &[name], since.to_jiff()).await {
            Ok(found) => match found.ids(name) {
                [] if found.complete => {}
                [] => {
                    let words = "AIRudder’s tasks could not be searched.".to_owned();
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
            let words = "The database did not respond before it was sent.".to_owned();
            let wait = backoff::exponential(batch.attempts, &batch.provider_name);
            Preflight::End(BatchOutcome::put_back(batch, clock(), wait, words))
        }
    }
}

/// What is sent: the payload without who is on a do-not-call list by now; what becomes of the batch where nobody is left.
async fn last_payload(
    backend: &Backend,
    batch: &BatchRecord,
    prepared: Prepared,
    now: Timestamp,
) -> Result<Payload, BatchOutcome> {
    match without_listed(backend, batch, prepared, now).await {
        Ok(payload) if payload.rows.is_empty() => {
            Err(BatchOutcome::not_sent(batch, now, NOBODY_LEFT))
        }
        Ok(payload) => Ok(payload),
        Err(error) => {
            tracing::error!(task = %batch.task_id, batch = batch.number,
                error = &error as &dyn std::error::Error, "a batch could not be compared with the do-not-call lists");
            let words = "Coxswain could not compare it with the do-not-call lists.".to_owned();
            let wait = backoff::exponential(batch.attempts, &batch.provider_name);
            Err(BatchOutcome::put_back(batch, now, wait, words))
        }
    }
}

/// What is said where every lead of a batch was taken out of it.
const NOBODY_LEFT: &str = "Nobody is left to call in this batch: every number is on a do-not-call list by now, or was erased.";

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

/// A batch that may still be sent.
struct Prepared {
    payload: Payload,
    origin: Origin,
    check: CheckRecord,
}

/// The batch's payload, if it is to the byte what was checked and may still be sent; otherwise what hinders it.
async fn prepare(
    backend: &Backend,
    batch: &BatchRecord,
    now: Timestamp,
) -> Result<Result<Prepared, String>, Error> {
    let origin = store::batches::origin(&backend.pool, batch).await?;
    let account = accounts::by_id(backend, origin.account_id).await?;
    let mut connection = backend.pool.acquire().await?;
    let check = store::checks::by_id(&mut *connection, origin.check_id)
        .await?
        .ok_or(Error::Inconsistent("a task without its check"))?;
    let number = batch.number()?;
    let schedule = check.settings.0.schedule_of_batch(number);
    if let Some(blocker) = blocker(backend, batch, &origin, &schedule, account.zone(), now) {
        return Ok(Err(blocker.to_owned()));
    }
    if !origin.is_test {
        let verdicts = store::verdicts::of_task(&mut *connection, batch.task_id).await?;
        let settings = &check.settings.0;
        let outside = OutsideOfRule::of_batch(settings, number, &account, now, &verdicts);
        if let Some(outside) = outside {
            return Ok(Err(outside.words()));
        }
    }
    let source = BatchSource {
        batch,
        origin: &origin,
        check: &check,
    };
    let Some(mut payload) = tasks::build(&mut connection, &source).await? else {
        tracing::error!(task = %batch.task_id, batch = batch.number, "a batch is not what was checked");
        let words = "The leads changed after the check. Start a new task with these settings.";
        return Ok(Err(words.to_owned()));
    };
    payload.task.perform = batch.perform()?;
    Ok(Ok(Prepared {
        payload,
        origin,
        check,
    }))
}

/// The payload without numbers that were put on a do-not-call list since the batch was submitted. The batch is `sending` by now, so that
/// what is put on a list from here on is cancelled.
async fn without_listed(
    backend: &Backend,
    batch: &BatchRecord,
    prepared: Prepared,
    now: Timestamp,
) -> Result<Payload, Error> {
    let Prepared {
        payload,
        origin,
        check,
    } = prepared;
    let numbers = payload.numbers();
    let screening = Screening::of(backend, origin.account_id);
    let mut transaction = backend.pool.begin().await?;
    let listed = screening.listed(&mut transaction, &numbers).await?;
    if listed.is_empty() {
        return Ok(payload);
    }
    let rows = payload.rows.iter().zip(&numbers);
    let rows: Vec<i32> = rows
        .filter(|(_, number)| listed.contains_key(number))
        .map(|(row, _)| *row)
        .collect();
    store::tasks::lock(&mut transaction, batch.task_id).await?;
    let source = BatchSource {
        batch,
        origin: &origin,
        check: &check,
    };
    let why = LeftOutFor::DoNotCall;
    let without = tasks::leave_out_of_batch(&mut transaction, now, &source, &rows, why).await?;
    let lost = Error::Inconsistent("a batch was taken over while it was prepared");
    let mut without = without.ok_or(lost)?;
    transaction.commit().await?;
    without.task.perform = batch.perform()?;
    Ok(without)
}

/// Why a batch that waits must not be sent any more.
fn blocker(
    backend: &Backend,
    batch: &BatchRecord,
    origin: &Origin,
    schedule: &Schedule,
    zone: &TimeZone,
    now: Timestamp,
) -> Option<&'static str> {
    let waited = now.duration_since(batch.queued_at.to_jiff());
    if origin.sandbox != backend.sandbox {
        Some(if origin.sandbox {
            "This task was made for the sandbox, not for AIRudder."
        } else {
            "This task was made for AIRudder, not for the sandbox."
        })
    } else if tasks::start_has_passed(schedule, zone, now) {
        Some(START_HAS_PASSED)
    } else if waited > WAITS_AT_MOST {
        Some(
            "It waited more than 30 minutes. Send it now, or start a new task with these settings.",
        )
    } else {
        None
    }
}

/// Batches whose sender has gone silent may have been sent: they are unknown. One of which that cannot be written is passed over
/// until its lease, taken anew, has run out again; the others are not kept waiting.
pub(super) async fn mark_expired_unknown<C: Clock>(worker: &Worker<C>) -> Result<(), Error> {
    let pool = &worker.backend.pool;
    for batch in store::batches::abandoned(pool).await? {
        let words = "Coxswain was stopped while sending it.";
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
    let words = "Coxswain failed while sending it.";
    let outcome = BatchOutcome {
        is_expired: false,
        ..abandoned(worker, words)
    };
    record_with_retries(worker, batch, &outcome).await
}

fn abandoned<C: Clock>(worker: &Worker<C>, words: &str) -> BatchOutcome {
    BatchOutcome {
        is_expired: true,
        ..BatchOutcome::new(
            BatchState::Unknown,
            (worker.clock)(),
            Some(words.to_owned()),
        )
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
        store::do_not_call::insert_change(&mut transaction, now, account).await?;
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
