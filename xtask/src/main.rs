//! Builds, runs and tests Coxswain: `cargo xtask build`, `run`, `migrate`, `seed`, `test`, `bench`, `mutants` and
//! `chaos`.
//!
//! Each command first prepares what is missing on the machine, and says in one sentence what to install where it
//! may not do so itself. Nothing but Rust is expected to be there.
#![allow(
    clippy::disallowed_methods,
    reason = "this program is the edge: the environment it reads is that of the person who typed the command"
)]

mod bench;
mod bench_pages;
mod budget;
mod chaos;
mod compress;
mod dependencies;
mod development;
mod development_data;
mod files;
mod matching;
mod mutants;
mod postgres;
mod prepare;
mod process;
mod seed;
mod site;
mod totals;
mod verify;
mod watch;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::process::{Interrupted, Processes};
use crate::verify::Stage;
use crate::workspace::{Profile, Workspace};

/// Builds, runs and tests Coxswain.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Builds the page assets and the server; with --release one self-contained program, target/release/coxswain
    Build {
        /// Optimized build
        #[arg(long)]
        release: bool,
    },
    /// Builds and starts Coxswain with a private Postgres whose data is kept; Ctrl-C stops both
    Run {
        /// Run the program as it is shipped
        #[arg(long)]
        release: bool,
        /// Build what changes, start the server again and have open pages follow
        #[arg(long, conflicts_with = "release")]
        watch: bool,
    },
    /// Brings the schema of the private Postgres of `run` up to date, as `coxswain migrate` does
    Migrate,
    /// Runs every check that CI runs, against a throw-away Postgres; or only the tests whose name matches
    Test {
        /// Part of a test's name, module, file or title; a database and a browser are made ready only where they are needed
        name: Option<String>,
        /// One stage instead of all
        #[arg(long, value_enum)]
        only: Option<Stage>,
        /// Passed on to Playwright, after `--`
        #[arg(last = true)]
        playwright: Vec<String>,
    },
    /// Measures validating beside a bare CSV reader, papaparse with libphonenumber-js, and pandas with phonenumbers
    Bench {
        /// One benchmark by itself
        #[arg(value_enum)]
        what: Option<bench::What>,
    },
    /// Changes the rules of `crates/leads` one thing at a time, and tells which changes no test of that package notices
    Mutants {
        /// Passed on to cargo-mutants, after `--`, such as `--list`
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Fills the database of `run`, which must not be running: an account with people, drafts, and a task in every state
    Seed {
        /// A long history of so many tasks instead, in a database that is set up
        #[arg(long)]
        tasks: Option<u32>,
    },
    /// Submits tasks while everything fails at random points, and proves that none is lost and nobody is called twice
    Chaos {
        /// How many schedules, each of a few tasks that share numbers
        #[arg(long, default_value_t = 10_000)]
        schedules: u64,
        /// Which random schedules: the same seed draws the same ones
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The number of the first one: a failure is repeated by its own
        #[arg(long, default_value_t = 0)]
        first: u64,
        /// How many at a time, each with a Postgres of its own
        #[arg(long, default_value_t = 4)]
        jobs: u64,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match perform(arguments.task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is::<Interrupted>() => {
            eprintln!("Stopped.");
            ExitCode::from(130)
        }
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    let workspace = Workspace::find()?;
    let processes = Processes::listen()?;
    match task {
        Task::Build { release } => build(&workspace, &processes, Profile::new(release)),
        Task::Run { watch: true, .. } => watch::run(&workspace, &processes),
        Task::Run { release, .. } => {
            development::run(&workspace, &processes, Profile::new(release))
        }
        Task::Migrate => development::migrate(&workspace, &processes),
        Task::Bench { what: None } => bench::run(&workspace, &processes),
        Task::Bench { what: Some(what) } => bench::one(&workspace, &processes, what),
        Task::Seed { tasks: None } => seed::development(&workspace, &processes),
        Task::Seed { tasks: Some(tasks) } => seed::history(&workspace, &processes, tasks),
        Task::Mutants { arguments } => mutants::run(&workspace, &processes, &arguments),
        Task::Chaos {
            schedules,
            seed,
            first,
            jobs,
        } => chaos::run(&workspace, &processes, first..first + schedules, seed, jobs),
        Task::Test {
            name: Some(name),
            only,
            playwright,
        } => verify::run_named(&workspace, &processes, &name, only, &playwright),
        Task::Test {
            name: None,
            only,
            playwright,
        } => verify::run(&workspace, &processes, only, &playwright),
    }
}

/// Page assets first: the release build of the server takes them in.
fn build(workspace: &Workspace, processes: &Processes, profile: Profile) -> Result<()> {
    prepare::wasm_target(workspace, processes)?;
    site::build(workspace, processes, profile)?;
    workspace.build_server(processes, profile)
}
