//! `cargo xtask test`: every check, in the order of what fails quickest.

use std::process::Command;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::matching::{Matching, browser_filter, rust_filter};
use crate::postgres::Cluster;
use crate::process::{Processes, step};
use crate::totals::Totals;
use crate::workspace::{BROWSER_HALF, Profile, WASM_TARGET, Workspace, create_folder};
use crate::{budget, dependencies, prepare, site};

/// One stage of the checks.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// Formatting
    Fmt,
    /// Clippy for both halves, warnings denied
    Clippy,
    /// Migrations, linted by squawk
    Migrations,
    /// Licences, bans and sources of dependencies, and dependencies that nothing uses
    Dependencies,
    /// The documentation of the sources, warnings denied
    Docs,
    /// Script and WASM, as they are shipped
    Size,
    /// Unit, database, HTTP and wall tests
    Rust,
    /// Browser tests
    Browser,
}

/// Runs all stages, or one. Stops at the first that fails, closing with the sums of what the test runners counted.
pub fn run(
    workspace: &Workspace,
    processes: &Processes,
    only: Option<Stage>,
    playwright: &[String],
) -> Result<()> {
    let wanted = |stage| only.is_none_or(|only| only == stage);
    if wanted(Stage::Fmt) {
        step("formatting", || {
            processes.run(&mut workspace.cargo(&["fmt", "--all", "--check"]))
        })?;
    }
    if wanted(Stage::Clippy) {
        clippy(workspace, processes)?;
    }
    if wanted(Stage::Migrations) {
        migrations(workspace, processes)?;
    }
    if wanted(Stage::Dependencies) {
        dependencies::check(workspace, processes)?;
    }
    if wanted(Stage::Docs) {
        documentation(workspace, processes)?;
    }
    if wanted(Stage::Size) {
        prepare::wasm_target(workspace, processes)?;
        budget::check(workspace, processes)?;
    }
    if !wanted(Stage::Rust) && !wanted(Stage::Browser) {
        return Ok(());
    }
    let mut totals = Totals::default();
    let outcome = tests(workspace, processes, only, playwright, &mut totals);
    if let Some(line) = totals.line() {
        println!("{line}");
    }
    outcome
}

/// Runs the tests whose name matches: those of Rust by package, then those of the browser.
pub fn run_named(
    workspace: &Workspace,
    processes: &Processes,
    name: &str,
    only: Option<Stage>,
    playwright: &[String],
) -> Result<()> {
    let mut matching = Matching::find(&workspace.root, name)?;
    match only {
        None => {}
        Some(Stage::Rust) => matching.browser = false,
        Some(Stage::Browser) => matching.packages.clear(),
        Some(_) => bail!("only the stages `rust` and `browser` have tests with names"),
    }
    if matching.is_empty() {
        bail!("no test matches “{name}”: write a part of its name, module, file or title.");
    }
    let mut totals = Totals::default();
    let outcome = named_tests(
        workspace,
        processes,
        name,
        &matching,
        playwright,
        &mut totals,
    );
    if let Some(line) = totals.line() {
        println!("{line}");
    }
    outcome
}

fn named_tests(
    workspace: &Workspace,
    processes: &Processes,
    name: &str,
    matching: &Matching,
    playwright: &[String],
    totals: &mut Totals,
) -> Result<()> {
    workspace.ensure_site_folder()?;
    let mut cluster = (matching.database || matching.browser)
        .then(|| Cluster::start_throw_away(processes))
        .transpose()?;
    let url = cluster.as_ref().map(Cluster::url).unwrap_or_default();
    if matching.page_assets || matching.browser {
        prepare::wasm_target(workspace, processes)?;
        site::build(workspace, processes, Profile::Debug)?;
    }
    for (package, targets) in &matching.packages {
        let mut command = workspace.cargo(&["test", "--no-fail-fast", "--package", package]);
        command
            .args(targets.iter().flatten())
            .arg(rust_filter(name))
            .env("DATABASE_URL", &url);
        step(&format!("Rust tests of {package}"), || {
            processes.run_observed(&mut command, |line| totals.add_cargo_line(line))
        })?;
    }
    if matching.browser {
        workspace.build_server(processes, Profile::Debug)?;
        workspace.build_seed(processes)?;
        let filter = ["--grep".to_owned(), browser_filter(name)];
        let arguments = [&filter, playwright].concat();
        let mut command = browser_tests(workspace, processes, &arguments)?;
        command.env("DATABASE_URL", &url);
        step("browser tests", || {
            processes.run_observed(&mut command, |line| totals.add_playwright_line(line))
        })?;
    }
    cluster.as_mut().map_or(Ok(()), Cluster::stop)
}

fn clippy(workspace: &Workspace, processes: &Processes) -> Result<()> {
    prepare::wasm_target(workspace, processes)?;
    workspace.ensure_site_folder()?;
    let mut server = workspace.cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    step("clippy, everything native", || processes.run(&mut server))?;
    let mut browser = workspace.cargo(&["clippy"]);
    browser
        .args(BROWSER_HALF)
        .args([WASM_TARGET, "--", "-D", "warnings"]);
    step("clippy, browser half", || processes.run(&mut browser))
}

/// Private items are documented too: whoever changes them reads that.
fn documentation(workspace: &Workspace, processes: &Processes) -> Result<()> {
    workspace.ensure_site_folder()?;
    let mut command = workspace.cargo(&["doc", "--workspace", "--no-deps"]);
    command
        .arg("--document-private-items")
        .env("RUSTDOCFLAGS", "-D warnings");
    step("documentation", || processes.run(&mut command))
}

/// squawk finds its rules, and which files are older than them, in `.squawk.toml`.
fn migrations(workspace: &Workspace, processes: &Processes) -> Result<()> {
    let packages = workspace.path("end2end");
    prepare::npm_packages(&packages, processes)?;
    let mut command = Command::new(packages.join("node_modules/.bin/squawk"));
    command
        // As long as no migration is newer than the rules, no file is linted.
        .arg("--no-error-on-unmatched-pattern")
        .arg("migrations/*.sql")
        .current_dir(&workspace.root);
    step("migrations, linted", || processes.run(&mut command))
}

fn tests(
    workspace: &Workspace,
    processes: &Processes,
    only: Option<Stage>,
    playwright: &[String],
    totals: &mut Totals,
) -> Result<()> {
    prepare::wasm_target(workspace, processes)?;
    let mut cluster = Cluster::start_throw_away(processes)?;
    site::build(workspace, processes, Profile::Debug)?;
    if only != Some(Stage::Browser) {
        let mut command = workspace.cargo(&["test", "--workspace", "--no-fail-fast"]);
        command.env("DATABASE_URL", cluster.url());
        step("Rust tests", || {
            processes.run_observed(&mut command, |line| totals.add_cargo_line(line))
        })?;
    }
    if only != Some(Stage::Rust) {
        // `cargo test` has just left the server and the examples where the browser tests start them.
        if only == Some(Stage::Browser) {
            workspace.build_server(processes, Profile::Debug)?;
            workspace.build_seed(processes)?;
        }
        let mut command = browser_tests(workspace, processes, playwright)?;
        command.env("DATABASE_URL", cluster.url());
        step("browser tests", || {
            processes.run_observed(&mut command, |line| totals.add_playwright_line(line))
        })?;
    }
    cluster.stop()
}

fn browser_tests(
    workspace: &Workspace,
    processes: &Processes,
    arguments: &[String],
) -> Result<Command> {
    let folder = workspace.path("end2end");
    prepare::npm_packages(&folder, processes)?;
    let chromium = prepare::chromium(processes)?;
    create_folder(&folder.join("results"))?;
    let mut command = Command::new(folder.join("node_modules/.bin/playwright"));
    command
        .arg("test")
        .args(arguments)
        .current_dir(&folder)
        .env("COXSWAIN_CHROMIUM", chromium);
    command.env("COXSWAIN_PROGRAM", workspace.server(Profile::Debug));
    command.env("COXSWAIN_SEED", workspace.seed());
    Ok(command)
}
