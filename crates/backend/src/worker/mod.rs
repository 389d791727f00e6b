//! The worker: takes parts from the queue and sends them to AIRudder, checks and submissions alike.
//!
//! Any number of workers may run on one database: a part is leased before it is worked on, and what became of it is written
//! only while the lease holds.

mod check;
mod ending;
mod send;

use std::future::Future;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::error::Error;
use crate::{Backend, store};

/// Calls to the provider under way at once: its limits are not known.
const CONCURRENCY: usize = 4;

/// The queue is looked at so often even when nobody rings: another process may have filled it, or a wait is over.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Besides the provider's answer a call may wait for a token.
const TOKEN_MARGIN: Duration = Duration::from_secs(60);

/// A lease outlives the call that it is for by this: time to write the outcome down.
const LEASE_MARGIN: Duration = Duration::from_secs(120);

/// Tells the time.
pub trait Clock: Fn() -> Timestamp + Clone + Send + Sync + 'static {}
impl<T: Fn() -> Timestamp + Clone + Send + Sync + 'static> Clock for T {}

/// How long things may take.
#[derive(Clone, Copy)]
struct Patience {
    /// A call to the provider, all told.
    call: Duration,
    /// What was leased for it.
    lease: SignedDuration,
}

/// What a worker knows besides its work.
#[derive(Clone)]
struct Worker<C> {
    backend: Backend,
    clock: C,
    patience: Patience,
}

impl<C: Clock> Worker<C> {
    fn new(backend: Backend, clock: C, longest_call: Duration) -> Worker<C> {
        let call = longest_call.saturating_add(TOKEN_MARGIN);
        let lease = SignedDuration::try_from(call.saturating_add(LEASE_MARGIN));
        let patience = Patience {
            call,
            lease: lease.unwrap_or(SignedDuration::from_hours(1)),
        };
        Worker {
            backend,
            clock,
            patience,
        }
    }
}

/// Works until told to stop, then finishes what it holds.
///
/// `longest_call` is how long the provider is waited for at the most.
pub async fn run(
    backend: Backend,
    clock: impl Clock,
    longest_call: Duration,
    stop: CancellationToken,
) {
    let worker = Worker::new(backend, clock, longest_call);
    let mut jobs = JoinSet::new();
    while !stop.is_cancelled() {
        // Never cut off: a part that was leased but not taken up would count as sent.
        if let Err(error) = worker.take_jobs(&mut jobs).await {
            // The database may be restarting: what is queued waits there.
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "the queue could not be read"
            );
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = worker.backend.work.notified() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
            Some(_) = jobs.join_next() => {}
        }
    }
    // A call that is cut off may have made a task: each has its own bound, so this ends.
    while jobs.join_next().await.is_some() {}
}

/// Works until nothing is due by that clock.
///
/// # Errors
/// When the queue cannot be read.
pub async fn drain(
    backend: Backend,
    clock: impl Clock,
    longest_call: Duration,
) -> Result<(), Error> {
    let worker = Worker::new(backend, clock, longest_call);
    let mut jobs = JoinSet::new();
    loop {
        worker.take_jobs(&mut jobs).await?;
        if jobs.join_next().await.is_none() {
            return Ok(());
        }
    }
}

impl<C: Clock> Worker<C> {
    async fn take_jobs(&self, jobs: &mut JoinSet<()>) -> Result<(), Error> {
        let now = (self.clock)();
        send::give_up_abandoned(&self.backend, now).await?;
        while jobs.len() < CONCURRENCY {
            let now = (self.clock)();
            let until = now + self.patience.lease;
            if let Some(part) = store::parts::lease(&self.backend.pool, now, until).await? {
                let patience = self.patience;
                self.spawn(jobs, "part", |backend, clock| {
                    send::send(backend, clock, patience, part)
                });
            } else if let Some(part) =
                store::checks::lease_part(&self.backend.pool, now, until).await?
            {
                self.spawn(jobs, "check", |backend, clock| {
                    check::ask(backend, clock, part)
                });
            } else {
                break;
            }
        }
        Ok(())
    }

    fn spawn<F>(
        &self,
        jobs: &mut JoinSet<()>,
        job: &'static str,
        work: impl FnOnce(Backend, C) -> F,
    ) where
        F: Future<Output = Result<(), Error>> + Send + 'static,
    {
        let work = work(self.backend.clone(), self.clock.clone());
        jobs.spawn(async move {
            if let Err(error) = work.await {
                tracing::error!(
                    job,
                    error = &error as &dyn std::error::Error,
                    "a job failed"
                );
            }
        });
    }
}

/// How long to wait before try number `attempts` + 1: it doubles from a second to a minute.
fn backoff(attempts: i32) -> SignedDuration {
    let doublings = u32::try_from(attempts.saturating_sub(1))
        .unwrap_or(0)
        .min(6);
    SignedDuration::from_secs((1_i64 << doublings).min(60))
}

/// How long the provider asks us to wait, within reason.
fn wait_as_told(error: &airudder::Error, attempts: i32) -> SignedDuration {
    match error.retry_after() {
        Some(wait) => SignedDuration::try_from(wait)
            .unwrap_or(SignedDuration::MAX)
            .clamp(SignedDuration::from_secs(1), SignedDuration::from_mins(10)),
        None => backoff(attempts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_a_minute() {
        let waits: Vec<i64> = (1..=8)
            .map(|attempts| backoff(attempts).as_secs())
            .collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60]);
    }
}
