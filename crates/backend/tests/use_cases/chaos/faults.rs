//! What can happen to a task on its way: to the worker, to the database, to the clocks.

use std::process::Command;
use std::time::Duration;

use backend::{tasks, worker};
use jiff::{SignedDuration, Timestamp};
use jiff_sqlx::ToSqlx;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::process::WorkerProcess;
use super::{Random, Submitted, setting};
use crate::support::World;

/// Clocks of processes differ by this at the most.
const SKEW_SECONDS: u64 = 120;

const PACE: worker::Pace = worker::Pace::of(Duration::from_secs(120));

impl World {
    /// One thing that can happen while the batches are on their way.
    pub(super) async fn something_happens(&self, random: &mut Random, tasks: &[Submitted]) {
        match random.below(26) {
            0 | 1 => self.clock.forward(SignedDuration::from_secs(30)),
            2 | 3 => {
                let (one, other) = (self.drain(random), self.drain(random));
                one.await.unwrap().unwrap();
                other.await.unwrap().unwrap();
            }
            4 | 5 => self.a_worker_dies(random).await,
            6 => self.a_worker_process_is_killed(random).await,
            7 => self.a_worker_is_told_to_stop(random).await,
            8 | 9 => self.connections_are_cut(random).await,
            10 => self.the_database_restarts(random).await,
            11 | 12 => {
                self.leases_run_out_while_their_holder_lives_on(random)
                    .await
            }
            13 => self.time_passes(random).await,
            15 => {
                self.somebody_refreshes_while_a_worker_works(random, tasks)
                    .await
            }
            14 => {
                self.somebody_decides_while_a_worker_works(random, tasks)
                    .await
            }
            16 | 17 => self.pushes_come_while_a_worker_works(random, tasks).await,
            _ => self.somebody_decides(random, tasks).await,
        }
    }

    /// A worker with a clock of its own that works until nothing is due.
    fn drain(&self, random: &mut Random) -> JoinHandle<Result<(), backend::Error>> {
        let clock = self.skewed_clock(random);
        tokio::spawn(worker::drain(self.backend.clone(), clock, PACE))
    }

    /// A worker with that clock that works until it is told to stop.
    fn run(
        &self,
        clock: impl Fn() -> Timestamp + Clone + Send + Sync + 'static,
        stop: &CancellationToken,
    ) -> JoinHandle<()> {
        let stop = stop.clone();
        tokio::spawn(worker::run(self.backend.clone(), clock, PACE, stop))
    }

    fn skewed_clock(&self, random: &mut Random) -> impl Fn() -> Timestamp + Clone + use<> {
        let (clock, skew) = (self.clock.clone(), random.around(SKEW_SECONDS));
        move || clock.now() + skew
    }

    async fn a_worker_dies(&self, random: &mut Random) {
        let worker = self.drain(random);
        some_time(random).await;
        worker.abort();
        // Dead, or done already.
        drop(worker.await);
        self.expire_leases().await;
    }

    async fn a_worker_process_is_killed(&self, random: &mut Random) {
        let process = WorkerProcess::start(self, random.around(SKEW_SECONDS));
        for _ in 0..random.below(40) {
            // Each asks the database, as the process does: a measure of time that follows the load.
            self.sent_at(self.clock.now()).await;
        }
        process.kill();
        self.expire_leases().await;
    }

    async fn a_worker_is_told_to_stop(&self, random: &mut Random) {
        let clock = self.skewed_clock(random);
        let stop = CancellationToken::new();
        let worker = self.run(clock.clone(), &stop);
        some_time(random).await;
        stop.cancel();
        worker.await.unwrap();
        let held = self.sent_at(clock()).await;
        assert_eq!(held, 0, "a stop leaves nothing behind");
    }

    async fn connections_are_cut(&self, random: &mut Random) {
        let worker = self.drain(random);
        some_time(random).await;
        self.outside().await.cut_connections().await;
        // It ends by itself, perhaps with an error: the queue could not be read.
        drop(worker.await.unwrap());
        self.expire_leases().await;
    }

    async fn the_database_restarts(&self, random: &mut Random) {
        let stop = CancellationToken::new();
        let worker = self.run(self.skewed_clock(random), &stop);
        some_time(random).await;
        match setting("CHAOS_RESTART") {
            Some(command) => restart(command).await,
            None => {
                let mut outside = self.outside().await;
                outside.stop_database().await;
                some_time(random).await;
                outside.start_database().await;
            }
        }
        stop.cancel();
        worker.await.unwrap();
        self.expire_leases().await;
    }

    /// As for other processes while this one is paused.
    async fn leases_run_out_while_their_holder_lives_on(&self, random: &mut Random) {
        let worker = self.drain(random);
        some_time(random).await;
        self.expire_leases().await;
        self.work().await;
        worker.await.unwrap().unwrap();
    }

    async fn somebody_decides_while_a_worker_works(
        &self,
        random: &mut Random,
        tasks: &[Submitted],
    ) {
        let worker = self.drain(random);
        some_time(random).await;
        self.somebody_decides(random, tasks).await;
        worker.await.unwrap().unwrap();
    }

    /// Answers about the same calls cross: the worker's, and those of two people.
    async fn somebody_refreshes_while_a_worker_works(
        &self,
        random: &mut Random,
        submitted: &[Submitted],
    ) {
        let Some(task) = submitted.get(random.index(submitted.len().max(1))) else {
            return;
        };
        self.clock.forward(SignedDuration::from_secs(31));
        let worker = self.drain(random);
        let now = self.clock.now();
        let refresh = || tasks::refresh(&self.backend, &self.caller, now, task.id);
        // The provider may be asked to fail, and the database may be restarting.
        let _ = tokio::join!(refresh(), refresh());
        worker.await.unwrap().unwrap();
    }

    /// Pushes of all batches of a task come twice, in any order, beside answers about the same calls.
    async fn pushes_come_while_a_worker_works(&self, random: &mut Random, submitted: &[Submitted]) {
        let Some(task) = submitted.get(random.index(submitted.len().max(1))) else {
            return;
        };
        let address = self.push_secret(1).await;
        let address = self.push_address(&address).await.unwrap();
        let mut pushes = vec![r#"{"TaskID":"of nobody"}"#.to_owned(), "no JSON".to_owned()];
        for batch in 1..=task.batches {
            let push = self.push_of(task.id, i32::try_from(batch).unwrap()).await;
            pushes.insert(random.index(pushes.len() + 1), push.clone());
            pushes.insert(random.index(pushes.len() + 1), push);
        }
        self.clock.forward(SignedDuration::from_secs(11));
        let worker = self.drain(random);
        for push in pushes {
            self.push(&address, &push).await;
            some_time(random).await;
        }
        worker.await.unwrap().unwrap();
    }

    /// As after a minute without a sign of life.
    pub(super) async fn expire_leases(&self) {
        for (table, state) in [
            ("parts", "sending"),
            ("check_parts", "asking"),
            ("stops", "asking"),
        ] {
            let expire = format!(
                "update {table} set lease_until = now() - interval '1 second' where state = '{state}'"
            );
            sqlx::query(&expire)
                .execute(self.backend.pool())
                .await
                .unwrap();
        }
        sqlx::query("update call_polls set lease_until = null where lease_until is not null")
            .execute(self.backend.pool())
            .await
            .unwrap();
    }

    /// Batches that are being sent since that moment: by the one worker whose clock shows it. What the dead have asked of the
    /// database may still take a lease.
    async fn sent_at(&self, moment: Timestamp) -> i64 {
        sqlx::query_scalar(
            "select count(*) from parts where state = 'sending' and sent_at = $1::timestamptz",
        )
        .bind(moment.to_sqlx())
        .fetch_one(self.backend.pool())
        .await
        .unwrap()
    }
}

/// As long as it takes others to come to a point that nobody knows beforehand.
async fn some_time(random: &mut Random) {
    for _ in 0..random.below(600) {
        tokio::task::yield_now().await;
    }
}

/// Runs a command, given a word a line.
async fn restart(command: String) {
    let run = move || {
        let mut words = command.lines();
        let mut command = Command::new(words.next().unwrap());
        command.args(words).output().unwrap()
    };
    let output = tokio::task::spawn_blocking(run).await.unwrap();
    assert!(output.status.success(), "{output:?}");
}
