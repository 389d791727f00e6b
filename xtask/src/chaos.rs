//! `cargo xtask chaos`: the real worker against the sandbox and a throw-away Postgres, with faults in random schedules.

use std::ops::Range;
use std::process::Command;

use anyhow::Result;

use crate::postgres::Cluster;
use crate::process::{Processes, step};
use crate::workspace::Workspace;

/// The test that runs the schedules; `cargo xtask test` runs a few of them.
const TEST: &str =
    "whatever_fails_in_random_schedules_nobody_is_called_twice_and_the_truth_is_shown";

/// Runs the schedules of those numbers, shared among so many jobs, each with a Postgres of its own; the same seed gives the same
/// schedules.
pub fn run(
    workspace: &Workspace,
    processes: &Processes,
    schedules: Range<u64>,
    seed: u64,
    jobs: u64,
) -> Result<()> {
    let tests = ["test", "--package", "backend", "--test", "use_cases"];
    let mut build = workspace.cargo(&tests);
    step("build of the tests", || {
        processes.run(build.arg("--no-run"))
    })?;
    let count = schedules.end - schedules.start;
    let jobs = jobs.clamp(1, count.max(1));
    let mut clusters = Vec::new();
    let mut commands = Vec::new();
    for job in 0..jobs {
        let cluster = Cluster::start_to_be_crashed(processes)?;
        let share = |job| schedules.start + count * job / jobs;
        let (first, end) = (share(job), share(job + 1));
        let mut command = workspace.cargo(&tests);
        command
            .args(["--", TEST, "--nocapture"])
            .env("DATABASE_URL", cluster.url())
            .env("CHAOS_RESTART", words(&cluster.crash_command()))
            .env("CHAOS_FIRST", first.to_string())
            .env("CHAOS_SCHEDULES", (end - first).to_string())
            .env("CHAOS_SEED", seed.to_string());
        commands.push(command);
        clusters.push(cluster);
    }
    let name = format!("{count} schedules from seed {seed}");
    step(&name, || processes.run_all(&mut commands))?;
    clusters.iter_mut().try_for_each(Cluster::stop)
}

/// A command, a word a line.
fn words(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join("\n")
}
