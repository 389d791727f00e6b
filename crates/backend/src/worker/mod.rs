//! The worker: takes parts from the queue and sends them to AIRudder, checks and submissions alike.
//!
//! Any number of workers may run on one database: a part is leased before it is worked on, the lease is renewed for as long as
//! the work lasts, and what became of the part is written only while the lease holds.

mod check;
mod ending;
mod lease;
mod look;
mod send;
mod wait;

use std::future::Future;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::error::Error;
use crate::provider::Gate;
use crate::{Backend, store};

/// The queue is looked at so often even when nobody rings: another process may have filled it, or a wait is over.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Besides the provider's answer a call may wait for a token.
const TOKEN_MARGIN: Duration = Duration::from_secs(60);

/// Tells the time.
pub trait Clock: Fn() -> Timestamp + Clone + Send + Sync + 'static {}
impl<T: Fn() -> Timestamp + Clone + Send + Sync + 'static> Clock for T {}

/// How much is done at once, and how long things may take.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Parts on their way to the provider at once, from one process.
    pub concurrency: usize,
    /// How long the provider is waited for at the most when it creates a task.
    pub longest_call: Duration,
    /// Between two looks for a part without a usable answer.
    pub look_every: Duration,
    /// How long after the last sign of life of a process the parts that it was sending count as abandoned.
    pub lease: Duration,
}

impl Pace {
    /// As long as calls may take, with everything else as it is by default.
    pub const fn of(longest_call: Duration) -> Pace {
        Pace {
            // The provider's limits are not known.
            concurrency: 4,
            longest_call,
            look_every: Duration::from_secs(30),
            lease: Duration::from_secs(60),
        }
    }

    /// A call to the provider, all told.
    fn call(self) -> Duration {
        self.longest_call.saturating_add(TOKEN_MARGIN)
    }
}

fn signed(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::from_hours(1))
}

/// What a worker knows besides its work.
#[derive(Clone)]
struct Worker<C> {
    backend: Backend,
    clock: C,
    pace: Pace,
    stop: CancellationToken,
}

/// Works until told to stop, then finishes what it holds: a part whose call has not begun goes back into the queue, one whose
/// call is under way is waited for.
pub async fn run(backend: Backend, clock: impl Clock, pace: Pace, stop: CancellationToken) {
    let worker = Worker {
        backend,
        clock,
        pace,
        stop: stop.clone(),
    };
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
pub async fn drain(backend: Backend, clock: impl Clock, pace: Pace) -> Result<(), Error> {
    let worker = Worker {
        backend,
        clock,
        pace,
        stop: CancellationToken::new(),
    };
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
        send::give_up_abandoned(self).await?;
        while jobs.len() < self.pace.concurrency && !self.stop.is_cancelled() {
            if !self.take_job(jobs).await? {
                break;
            }
        }
        Ok(())
    }

    /// Takes one job, the most urgent kind first; `false` when none is due.
    ///
    /// While the provider does not answer, only parts that have waited too long are taken: they end without a call.
    async fn take_job(&self, jobs: &mut JoinSet<()>) -> Result<bool, Error> {
        let (pool, now) = (&self.backend.pool, (self.clock)());
        let gate = self.backend.provider.gate(now);
        if gate == Gate::Probe {
            self.spawn(jobs, "probe", |worker| probe(worker.backend, worker.clock));
            return Ok(true);
        }
        let only_older_than = (gate == Gate::Closed).then(|| now - send::WAITS_AT_MOST);
        if gate == Gate::Open && self.take_look(jobs, now).await? {
            return Ok(true);
        }
        let part = store::parts::lease(pool, now, self.pace.lease, only_older_than).await?;
        if let Some(part) = part {
            self.spawn(jobs, "part", |worker| send::send(worker, part));
            return Ok(true);
        }
        if gate == Gate::Closed {
            return Ok(false);
        }
        let Some(part) = store::checks::lease_part(pool, now, self.pace.lease).await? else {
            return Ok(false);
        };
        self.spawn(jobs, "check", |worker| check::ask(worker, part));
        Ok(true)
    }

    /// Takes the unknown parts for which a look is due; `false` when there are none.
    async fn take_look(&self, jobs: &mut JoinSet<()>, now: Timestamp) -> Result<bool, Error> {
        let (pool, sandbox) = (&self.backend.pool, self.backend.sandbox);
        let next = now + signed(self.pace.look_every);
        let unknown = store::looks::take_due(pool, now, next, sandbox).await?;
        if unknown.is_empty() {
            return Ok(false);
        }
        self.spawn(jobs, "look", |worker| {
            look::look(worker.backend, worker.clock, unknown)
        });
        Ok(true)
    }

    fn spawn<F>(&self, jobs: &mut JoinSet<()>, job: &'static str, work: impl FnOnce(Worker<C>) -> F)
    where
        F: Future<Output = Result<(), Error>> + Send + 'static,
    {
        let work = work(self.clone());
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

/// Finds out whether the provider answers again, by a call that changes nothing.
async fn probe(backend: Backend, clock: impl Clock) -> Result<(), Error> {
    match backend.provider.probe(clock).await {
        Ok(()) => tracing::info!("the provider answers again"),
        Err(error) => tracing::warn!(%error, "the provider does not answer yet"),
    }
    Ok(())
}
