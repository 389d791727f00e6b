//! A worker in a process of its own, which can be killed as nothing inside a process can be.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use backend::{Backend, worker};
use jiff::{SignedDuration, Timestamp};
use sqlx::ConnectOptions;
use sqlx::postgres::PgPoolOptions;
use tokio_util::sync::CancellationToken;

use super::setting;
use crate::support::{World, client, encryption_keys};

/// What the process says once it works.
const WORKS: &str = "the worker works";

/// The test that is that process.
const TEST: &str = "chaos::process::a_worker_that_only_kill_9_ends";

/// A process that works until it is killed.
pub(super) struct WorkerProcess(Child);

impl WorkerProcess {
    /// Starts it, with a clock that stands still so far from the world's, and waits until it works.
    pub(super) fn start(world: &World, skew: SignedDuration) -> WorkerProcess {
        let database = world.backend.pool().connect_options().to_url_lossy();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([TEST, "--exact", "--ignored", "--nocapture"])
            .env("CHAOS_DATABASE", database.as_str())
            .env("CHAOS_PROVIDER", world.provider_url())
            .env("CHAOS_CLOCK", (world.clock.now() + skew).to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap()).lines();
        let works = said.map_while(Result::ok).any(|line| line.contains(WORKS));
        let process = WorkerProcess(child);
        assert!(works, "the process ended before it worked");
        process
    }

    /// Kills it at once: it cannot even know.
    pub(super) fn kill(self) {
        drop(self);
    }
}

impl Drop for WorkerProcess {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[test]
#[ignore = "the random schedules start it, as a process of its own"]
fn a_worker_that_only_kill_9_ends() {
    let told = |variable| setting(variable).expect("only the random schedules start this");
    let (database, provider) = (told("CHAOS_DATABASE"), told("CHAOS_PROVIDER"));
    let now: Timestamp = told("CHAOS_CLOCK").parse().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let pool = PgPoolOptions::new().max_connections(4).connect(&database);
        let backend = Backend::new(pool.await.unwrap(), client(&provider), true)
            .with_encryption_keys(encryption_keys());
        println!("{WORKS}");
        let pace = worker::Pace::of(Duration::from_secs(120));
        worker::run(backend, move || now, pace, CancellationToken::new()).await;
    });
}
