//! The worker: takes batches from the queue and sends them to AIRudder, checks and submissions alike.
//!
//! Any number of workers may run on one database: a batch is leased before it is worked on, the lease is renewed for as long as
//! the work lasts, and what became of the batch is written only while the lease holds.

mod backoff;
mod calls_end;
mod check;
mod find;
mod job;
mod lease;
mod outcome;
mod prepare;
mod reconcile;
mod recording;
mod send;
mod stop;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use job::Job;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tracing::Instrument;

use crate::error::Error;
use crate::installation::{Installation, OpenAccount};
use crate::provider::Gate;
use crate::{Backend, do_not_call, retention, store};

/// The queue is looked at so often even when nobody rings: another process may have filled it, or a wait is over.
const POLL_EVERY: Duration = Duration::from_secs(1);

/// Besides the provider's answer a call may wait for a token.
const TOKEN_MARGIN: Duration = Duration::from_secs(60);

/// Tells the time.
pub trait Clock: Fn() -> Timestamp + Clone + Send + Sync + 'static {}
impl<T: Fn() -> Timestamp + Clone + Send + Sync + 'static> Clock for T {}

/// How much is done at once, and how long things may take.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Batches on their way to the provider at once, from one process.
    pub concurrency: usize,
    /// How long the provider is waited for at the most when it creates a task.
    pub max_call: Duration,
    /// Between two searches for a batch without a usable answer.
    pub reconcile_every: Duration,
    /// How long after the last sign of life of a process the batches that it was sending count as expired.
    pub lease: Duration,
}

impl Pace {
    /// As long as calls may take, with everything else as it is by default.
    pub const fn of(max_call: Duration) -> Pace {
        Pace {
            // The provider's limits are not known.
            concurrency: 4,
            max_call,
            reconcile_every: Duration::from_secs(30),
            lease: Duration::from_secs(60),
        }
    }

    /// A call to the provider, all told.
    fn call(self) -> Duration {
        self.max_call.saturating_add(TOKEN_MARGIN)
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
    /// Answers about calls are asked for beside what is sent, never instead of it.
    polls: Places,
    /// What stops calls waits for nothing that is sent either.
    stops: Places,
    /// What is deleted is deleted a step after the other.
    retention: Places,
    /// Nothing is deleted before that second since 1970: the last step could not be done.
    retention_waits: Arc<AtomicI64>,
}

/// Stops that are asked for at once.
const STOPS_AT_ONCE: usize = 2;

/// Places of one kind of work, of which so much is done at once.
#[derive(Clone)]
struct Places {
    free: Arc<Semaphore>,
    all: usize,
}

impl Places {
    fn new(all: usize) -> Places {
        Places {
            free: Arc::new(Semaphore::new(all)),
            all,
        }
    }

    /// A place for as long as it is held, if one is free.
    fn try_take(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.free).try_acquire_owned().ok()
    }

    fn taken(&self) -> usize {
        self.all - self.free.available_permits()
    }
}

impl<C: Clock> Worker<C> {
    fn new(backend: Backend, clock: C, pace: Pace, stop: CancellationToken) -> Worker<C> {
        Worker {
            backend,
            clock,
            pace,
            stop,
            polls: Places::new((pace.concurrency / 2).max(1)),
            stops: Places::new(STOPS_AT_ONCE),
            retention: Places::new(1),
            retention_waits: Arc::new(AtomicI64::new(i64::MIN)),
        }
    }
}

/// How often this process looks for accounts that another one has made, and for other credentials.
const REFRESH_EVERY: Duration = Duration::from_secs(5);

/// Works for every account until told to stop, for each by a worker of its own ([`run`]): one whose provider is down keeps no other from its
/// calls. A panic in one of them is a panic of this future.
pub async fn run_all(
    installation: Installation,
    clock: impl Clock,
    pace: Pace,
    stop: CancellationToken,
) {
    let mut workers = JoinSet::new();
    let mut worked_for = BTreeSet::new();
    while !stop.is_cancelled() {
        match installation.refresh().await {
            Ok(()) => {}
            // Its batches would be sent with the credentials of another account.
            Err(error @ Error::AccountsMixed) => panic!("{error}"),
            Err(error) => {
                let error = &error as &dyn std::error::Error;
                tracing::error!(error, "the accounts could not be read");
            }
        }
        for OpenAccount { slug, backend, .. } in installation.accounts() {
            if worked_for.insert(slug.clone()) {
                let span = tracing::info_span!("worker", account = slug);
                let work = run(backend, clock.clone(), pace, stop.clone());
                workers.spawn(work.instrument(span));
            }
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = installation.changed() => {}
            () = tokio::time::sleep(REFRESH_EVERY) => {}
            Some(ended) = workers.join_next() => ended.expect("a worker panicked"),
        }
    }
    while let Some(ended) = workers.join_next().await {
        ended.expect("a worker panicked");
    }
}

/// Works until told to stop, then finishes what it holds: a batch whose call has not begun goes back into the queue, one whose
/// call is under way is waited for.
///
/// It returns for no other reason, and a panic in a turn of it is a panic of this future: whoever has started it ends the program
/// then. A panic in a job is not: the job is settled as if its process had crashed, and the others go on.
pub async fn run(backend: Backend, clock: impl Clock, pace: Pace, stop: CancellationToken) {
    let worker = Worker::new(backend, clock, pace, stop.clone());
    let mut jobs = JoinSet::new();
    while !stop.is_cancelled() {
        // Never cut off: a batch that was leased but not taken up would count as sent.
        match worker.take_jobs(&mut jobs).await {
            Ok(()) => worker.backend.turned((worker.clock)()),
            // The database may be restarting: what is queued waits there.
            Err(error) => tracing::error!(
                error = &error as &dyn std::error::Error,
                "the queue could not be read"
            ),
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = worker.backend.work.notified() => {}
            () = tokio::time::sleep(POLL_EVERY) => {}
            Some(ended) = jobs.join_next() => job::ended(ended),
        }
    }
    // A call that is cut off may have made a task: each has its own bound, so this ends.
    while let Some(ended) = jobs.join_next().await {
        job::ended(ended);
    }
}

/// Works until nothing is due by that clock.
///
/// # Errors
/// When the queue cannot be read.
pub async fn drain(backend: Backend, clock: impl Clock, pace: Pace) -> Result<(), Error> {
    let worker = Worker::new(backend, clock, pace, CancellationToken::new());
    let mut jobs = JoinSet::new();
    loop {
        worker.take_jobs(&mut jobs).await?;
        match jobs.join_next().await {
            Some(ended) => job::ended(ended),
            None => return Ok(()),
        }
    }
}

impl<C: Clock> Worker<C> {
    /// Takes what is due. Where one kind of work cannot be read, the others are taken all the same.
    async fn take_jobs(&self, jobs: &mut JoinSet<()>) -> Result<(), Error> {
        let given_up = send::mark_expired_unknown(self).await;
        let listed = do_not_call::apply_changes(&self.backend, (self.clock)()).await;
        let unclear = stop::mark_expired_unclear(self).await;
        let ended = calls_end::stop_due(self).await;
        let stopped = self.take_stops(jobs).await;
        // What asks for calls, or stops them, takes no place from what sends.
        let retained = self.take_retention(jobs).await;
        let beside = || self.polls.taken() + self.stops.taken() + self.retention.taken();
        while jobs.len() < self.pace.concurrency + beside() && !self.stop.is_cancelled() {
            match self.next_job().await? {
                Some(job) => drop(jobs.spawn(job::run(self.clone(), job))),
                None => break,
            }
        }
        given_up
            .and(listed)
            .and(unclear)
            .and(ended)
            .and(stopped)
            .and(retained)
    }

    /// Takes what is to be stopped, before anything that may lead to a call.
    async fn take_stops(&self, jobs: &mut JoinSet<()>) -> Result<(), Error> {
        while let Some(job) = self.take_stop().await? {
            jobs.spawn(job::run(self.clone(), job));
        }
        Ok(())
    }

    /// Takes a step of what is to be deleted, which takes no place from anything else.
    async fn take_retention(&self, jobs: &mut JoinSet<()>) -> Result<(), Error> {
        let Some(permit) = self.retention.try_take() else {
            return Ok(());
        };
        let now = (self.clock)();
        if now.as_second() < self.retention_waits.load(Ordering::Relaxed) {
            return Ok(());
        }
        if !self.stop.is_cancelled() && retention::is_due(&self.backend, now).await? {
            let job = Job::Retain(Arc::new((now, permit)));
            jobs.spawn(job::run(self.clone(), job));
        }
        Ok(())
    }

    /// The next job, the most urgent kind first; `None` when none is due.
    ///
    /// While the provider does not answer, only batches that have waited too long are taken: they end without a call.
    async fn next_job(&self) -> Result<Option<Job>, Error> {
        let (pool, now) = (&self.backend.pool, (self.clock)());
        match self.backend.provider.gate(now) {
            Gate::Probe => return Ok(Some(Job::Probe)),
            Gate::Closed => {
                let too_long = Some(now - send::WAITS_AT_MOST);
                let batch = store::batches::lease(pool, now, self.pace.lease, too_long).await?;
                return Ok(batch.map(|batch| Job::Send(Box::new(batch))));
            }
            Gate::Open => {}
        }
        let unknown = self.take_unknown(now).await;
        if let Ok(Some(_)) = &unknown {
            return unknown;
        }
        let batch = store::batches::lease(pool, now, self.pace.lease, None).await;
        if let Ok(Some(batch)) = batch {
            return Ok(Some(Job::Send(Box::new(batch))));
        }
        let check = store::checks::lease_batch(pool, now, self.pace.lease).await;
        if let Ok(Some(batch)) = check {
            return Ok(Some(Job::Check(batch)));
        }
        let poll = self.take_poll(now).await;
        if let Ok(Some(_)) = &poll {
            return poll;
        }
        // Nothing is due, as far as it could be read.
        unknown?;
        batch?;
        check?;
        poll
    }

    /// Takes a batch whose calls are to be asked for.
    async fn take_poll(&self, now: Timestamp) -> Result<Option<Job>, Error> {
        let Some(permit) = self.polls.try_take() else {
            return Ok(None);
        };
        let (pool, sandbox) = (&self.backend.pool, self.backend.sandbox);
        let lease = self.pace.call();
        let due = store::call_polls::take_due(pool, now, lease, sandbox).await?;
        Ok(due.map(|poll| Job::Poll(Arc::new((poll, permit)))))
    }

    /// Takes the unknown batches for which a search is due.
    async fn take_unknown(&self, now: Timestamp) -> Result<Option<Job>, Error> {
        let (pool, sandbox) = (&self.backend.pool, self.backend.sandbox);
        let next = now + signed(self.pace.reconcile_every);
        let unknown = store::reconciliation::take_due(pool, now, next, sandbox).await?;
        Ok((!unknown.is_empty()).then_some(Job::Look(unknown)))
    }
}
