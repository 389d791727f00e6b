//! `cargo xtask seed`: data to look at and to measure with.

use std::process::{Command, Stdio};

use anyhow::Result;

use crate::development_data::DevelopmentData;
use crate::postgres::Cluster;
use crate::process::{Processes, step};
use crate::workspace::Workspace;

/// Writes a history of so many tasks into the database of `cargo xtask run`, which must not be running.
pub fn history(workspace: &Workspace, processes: &Processes, tasks: u32) -> Result<()> {
    let data = DevelopmentData::take(workspace)?;
    let mut cluster = Cluster::start_for_development(processes, &data)?;
    let mut command = workspace.cargo(&[
        "run",
        "--package",
        "backend",
        "--example",
        "seed_history",
        "--",
    ]);
    command
        .arg(tasks.to_string())
        .env("DATABASE_URL", cluster.url());
    let seeded = step(&format!("a history of {tasks} tasks"), || {
        processes.run(&mut command)
    });
    cluster.stop()?;
    seeded
}

/// Fills the database of `cargo xtask run`, which must not be running, with things to look at: what the browser tests look at too.
pub fn development(workspace: &Workspace, processes: &Processes) -> Result<()> {
    let data = DevelopmentData::take(workspace)?;
    workspace.build_seed(processes)?;
    let mut cluster = Cluster::start_for_development(processes, &data)?;
    let mut command = Command::new(workspace.seed());
    if let Some(keys) = data.known_encryption_keys() {
        command.env("COXSWAIN_ENCRYPTION_KEYS_FILE", keys);
    }
    command
        .env("DATABASE_URL", cluster.url())
        // The paths of what was made are for programs; a person finds it in the lists.
        .stdout(Stdio::null());
    let seeded = step(
        "drafts, a task in every state, and twelve weeks of calls",
        || processes.run(&mut command),
    );
    cluster.stop()?;
    seeded?;
    println!("`cargo xtask run` shows them.");
    Ok(())
}
