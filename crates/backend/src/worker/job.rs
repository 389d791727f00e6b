//! One job of the worker: what it is about, and what becomes of it when it panics.

use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use futures::FutureExt;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::JoinError;

use super::{Clock, Worker, backoff, check, reconcile, send, stop};
use crate::error::Error;
use crate::store::batches::BatchRecord;
use crate::store::call_polls::PollRecord;
use crate::store::checks::CheckBatchRecord;
use crate::store::stops::TakenStop;
use crate::{results, retention, store};

/// What is done by a task of its own.
#[derive(Clone)]
pub(super) enum Job {
    /// Finds out whether the provider answers again.
    Probe,
    /// Looks for batches without an answer.
    Look(Vec<BatchRecord>),
    /// Sends a leased batch.
    Send(Box<BatchRecord>),
    /// Asks about a leased batch of a check.
    Check(CheckBatchRecord),
    /// Asks for the calls of a batch, with its place among those that are asked for at once.
    Poll(Arc<(PollRecord, OwnedSemaphorePermit)>),
    /// Stops a batch, or cancels one number of it, with its place among those that are stopped at once.
    Stop(Arc<(TakenStop, OwnedSemaphorePermit)>),
    /// Deletes what the account keeps no longer at that moment, with the one place of it.
    Retain(Arc<(Timestamp, OwnedSemaphorePermit)>),
}

/// For the log.
impl fmt::Display for Job {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Job::Probe => formatter.write_str("probe"),
            Job::Retain(_) => formatter.write_str("retention"),
            Job::Look(batches) => write!(formatter, "look for {} parts", batches.len()),
            Job::Send(batch) => write!(
                formatter,
                "batch {} of task {}",
                batch.number, batch.task_id
            ),
            Job::Check(batch) => {
                write!(
                    formatter,
                    "batch {} of check {}",
                    batch.number, batch.check_id
                )
            }
            Job::Poll(poll) => {
                let (poll, _) = &**poll;
                write!(
                    formatter,
                    "calls of batch {} of task {}",
                    poll.batch, poll.task_id
                )
            }
            Job::Stop(stop) => {
                let (stop, _) = &**stop;
                write!(
                    formatter,
                    "stop of batch {} of task {}",
                    stop.batch, stop.task_id
                )
            }
        }
    }
}

/// Does a job to its end, whatever that is.
pub(super) async fn run<C: Clock>(worker: Worker<C>, job: Job) {
    let work = AssertUnwindSafe(work(worker.clone(), job.clone()));
    let failed = match work.catch_unwind().await {
        Ok(Ok(())) => return,
        Ok(Err(error)) => error,
        // What it said went to standard error by the hook for panics. Nothing of it may be repeated here: it may be of a lead.
        Err(_) => {
            tracing::error!(%job, "a job panicked");
            match settle(&worker, &job).await {
                Ok(()) => return,
                Err(error) => error,
            }
        }
    };
    let error = &failed as &dyn std::error::Error;
    tracing::error!(%job, error, "a job failed");
}

async fn work<C: Clock>(worker: Worker<C>, job: Job) -> Result<(), Error> {
    match job {
        Job::Probe => probe(&worker).await,
        Job::Look(batches) => reconcile::reconcile(worker.backend, worker.clock, batches).await,
        Job::Send(batch) => send::send(worker, *batch).await,
        Job::Check(batch) => check::ask(worker, batch).await,
        Job::Poll(poll) => poll_calls(&worker, &poll.0).await,
        Job::Stop(of) => stop::ask(&worker, &of.0).await,
        Job::Retain(of) => retain(&worker, of.0).await,
    }
}

/// So long nothing is deleted where a step could not be done, or somebody else holds what it is about.
const RETENTION_WAITS: SignedDuration = SignedDuration::from_mins(1);

/// Deletes a step of what is due.
async fn retain<C: Clock>(worker: &Worker<C>, now: Timestamp) -> Result<(), Error> {
    // Also where this one panics.
    let waits = (now + RETENTION_WAITS).as_second();
    worker.retention_waits.store(waits, Ordering::Relaxed);
    if retention::step(&worker.backend, now).await? {
        worker.retention_waits.store(i64::MIN, Ordering::Relaxed);
    }
    Ok(())
}

/// Settles a job that panicked as a crash of its process would, only at once: what may have been sent is unknown, what asks is
/// asked again. What was being looked for is looked for again anyway, and so is a probe given out again.
async fn settle<C: Clock>(worker: &Worker<C>, job: &Job) -> Result<(), Error> {
    match job {
        Job::Send(batch) => send::crashed(worker, batch).await,
        Job::Check(batch) => {
            let not_before: Timestamp =
                (worker.clock)() + backoff::exponential(batch.attempts, &batch.provider_name);
            Ok(store::checks::put_back(&worker.backend.pool, batch, not_before).await?)
        }
        Job::Poll(poll) => {
            Ok(results::poll::put_back(&worker.backend, (worker.clock)(), &poll.0, None).await?)
        }
        Job::Stop(of) => stop::crashed(worker, &of.0).await,
        Job::Look(_) | Job::Probe | Job::Retain(_) => Ok(()),
    }
}

/// Asks for the calls of a batch. A provider that does not answer is asked again later, with growing waits.
async fn poll_calls<C: Clock>(worker: &Worker<C>, poll: &PollRecord) -> Result<(), Error> {
    match results::poll::ask(&worker.backend, &worker.clock, poll).await {
        Err(error @ Error::Provider(_)) => {
            tracing::warn!(task = %poll.task_id, batch = poll.batch, %error, "the calls of a batch could not be asked for");
            Ok(())
        }
        asked => asked,
    }
}

/// Takes note of the end of a job's own task, which has said everything else already.
pub(super) fn ended(ended: Result<(), JoinError>) {
    if let Err(error) = ended {
        // A panic in the settling of a panic: the lease of its batch runs out, and the batch is settled then.
        tracing::error!(%error, "a job came to no end");
    }
}

/// Finds out whether the provider answers again, by a call that changes nothing.
async fn probe<C: Clock>(worker: &Worker<C>) -> Result<(), Error> {
    match worker.backend.provider.probe(&worker.clock).await {
        Ok(()) => tracing::info!("the provider answers again"),
        Err(error) => tracing::warn!(%error, "the provider does not answer yet"),
    }
    Ok(())
}
