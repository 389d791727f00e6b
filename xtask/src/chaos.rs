//! `cargo xtask chaos`: the real worker against the sandbox and a throw-away Postgres, with faults in random schedules.

use anyhow::Result;

use crate::postgres::Cluster;
use crate::process::{Processes, step};
use crate::workspace::Workspace;

/// The test that runs the schedules; `cargo xtask test` runs a few of them.
const TEST: &str =
    "whatever_fails_in_random_schedules_nothing_is_made_twice_and_the_truth_is_shown";

/// Runs that many schedules; the same seed gives the same schedules.
pub fn run(workspace: &Workspace, processes: &Processes, schedules: u64, seed: u64) -> Result<()> {
    let mut cluster = Cluster::start_throw_away(processes)?;
    let mut command = workspace.cargo(&["test", "--package", "backend", "--test", "use_cases"]);
    command
        .args(["--", TEST, "--nocapture"])
        .env("DATABASE_URL", cluster.url())
        .env("CHAOS_SCHEDULES", schedules.to_string())
        .env("CHAOS_SEED", seed.to_string());
    let name = format!("{schedules} schedules from seed {seed}");
    step(&name, || processes.run(&mut command))?;
    cluster.stop()
}
