//! `cargo xtask bench`: validating measured beside what others would do it with, in one run on one machine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::bench_pages;
use crate::postgres::Cluster;
use crate::prepare;
use crate::process::{Processes, step};
use crate::workspace::{Workspace, create_folder};

/// Where the other programs stand.
const PEERS: &str = "crates/backend/benches/peers";

/// How often each of the other programs validates the list.
const NODE_TIMES: &str = "21";
const PYTHON_TIMES: &str = "5";

/// What is measured: the name of the figure, and what it is.
const FIGURES: [(&str, &str); 24] = [
    ("ours-csv-10000", "Coxswain, CSV, 10,000 rows"),
    ("csv-loop-10000", "bare csv loop, 10,000 rows"),
    (
        "csv-loop-numbers-10000",
        "bare csv loop and bare number parsing, 10,000 rows",
    ),
    (
        "papaparse-max-10000",
        "papaparse + libphonenumber-js/max, 10,000 rows",
    ),
    (
        "papaparse-min-10000",
        "papaparse + libphonenumber-js/min, 10,000 rows",
    ),
    ("pandas-10000", "pandas + phonenumbers, 10,000 rows"),
    ("ours-xlsx-10000", "Coxswain, XLSX, 10,000 × 9"),
    ("ours-csv-200000", "Coxswain, CSV, 200,000 rows"),
    ("csv-loop-200000", "bare csv loop, 200,000 rows"),
    (
        "csv-loop-numbers-200000",
        "bare csv loop and bare number parsing, 200,000 rows",
    ),
    (
        "store-10000",
        "upload read, validated and stored, 10,000 rows",
    ),
    ("review-10000", "first page of the review, 10,000 rows"),
    ("psql-copy-10000", "bare \\copy by psql, 10,000 rows"),
    ("edit-10000", "one cell fixed, draft of 10,000 rows"),
    (
        "memory-10000",
        "growth of resident memory in MB, 10,000 rows",
    ),
    (
        "store-200000",
        "upload read, validated and stored, 200,000 rows",
    ),
    ("review-200000", "first page of the review, 200,000 rows"),
    ("psql-copy-200000", "bare \\copy by psql, 200,000 rows"),
    ("edit-200000", "one cell fixed, draft of 200,000 rows"),
    (
        "memory-200000",
        "growth of resident memory in MB, 200,000 rows",
    ),
    ("check-200000", "200,000 leads in 40 batches, checked"),
    ("submit-200000", "200,000 leads in 40 batches, submitted"),
    (
        "send-200000",
        "200,000 leads in 40 batches, sent until all are created",
    ),
    (
        "answers-200000",
        "40 bare calls of 5,000 leads, 4 at once, a provider that takes 200 ms",
    ),
];

/// What is held against what: how often the second goes into the first, and what it should come to.
const RATIOS: [(&str, &str, &str); 8] = [
    ("papaparse-max-10000", "ours-csv-10000", "at least 10"),
    ("papaparse-min-10000", "ours-csv-10000", "at least 10"),
    ("pandas-10000", "ours-csv-10000", "no limit named"),
    ("ours-csv-10000", "csv-loop-numbers-10000", "at most 3"),
    (
        "ours-csv-200000",
        "ours-csv-10000",
        "about 20, which is linear",
    ),
    ("store-10000", "psql-copy-10000", "at most 2"),
    ("store-200000", "psql-copy-200000", "at most 2"),
    ("send-200000", "answers-200000", "at most 1.3"),
];

/// Medians in milliseconds, by the name of the figure.
type Medians = BTreeMap<String, f64>;

/// A benchmark that has a table of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum What {
    /// Pages of the history, at 1,000, 100,000 and 1,000,000 tasks
    History,
    /// The calls of a task of 200,000 leads: stored, shown, filtered, exported
    Calls,
    /// The page of insights over 10,000,000 calls of a year
    Insights,
    /// A do-not-call list of 1,000,000 numbers, compared with a draft of 200,000 leads
    DoNotCall,
    /// Deleting the leads of a year, 1,000,000 of them or BENCH_LEADS, while people open pages and submit
    Retention,
    /// Pages of the released program beside a page of Node.js with pg, and 200 people at once
    Pages,
}

/// Runs one benchmark, against a throw-away Postgres.
pub fn one(workspace: &Workspace, processes: &Processes, what: What) -> Result<()> {
    match what {
        What::Pages => bench_pages::run(workspace, processes),
        What::History => through_use_cases(workspace, processes, "history"),
        What::Calls => through_use_cases(workspace, processes, "calls"),
        What::Insights => through_use_cases(workspace, processes, "insights"),
        What::DoNotCall => through_use_cases(workspace, processes, "do_not_call"),
        What::Retention => through_use_cases(workspace, processes, "retention"),
    }
}

/// A benchmark that asks the use cases of a page, and prints its own table.
fn through_use_cases(workspace: &Workspace, processes: &Processes, name: &str) -> Result<()> {
    let mut cluster = Cluster::start_throw_away(processes)?;
    let mut bench = workspace.cargo(&["bench", "--package", "backend", "--bench", name]);
    let measured = processes.run(bench.env("DATABASE_URL", cluster.url()));
    cluster.stop()?;
    measured
}

/// Builds and installs what it takes, measures one after the other, and prints one table.
pub fn run(workspace: &Workspace, processes: &Processes) -> Result<()> {
    let folder = workspace.path("target/bench");
    create_folder(&folder)?;
    let peers = workspace.path(PEERS);
    let node = prepare::node(processes)?;
    prepare::npm_packages(&peers, processes)?;
    let python = python_packages(workspace, &peers, processes)?;
    let mut medians = Medians::new();
    let mut measure = |name: &str, command: &mut Command| {
        step(name, || {
            processes.run_observed(command, |line| medians.extend(figure(line)))
        })
    };
    let mut ours = workspace.cargo(&["bench", "--package", "backend", "--bench", "table", "--"]);
    measure("figures of Coxswain", ours.arg(&folder))?;
    let mut cluster = Cluster::start_throw_away(processes)?;
    for what in ["storing", "sending"] {
        let mut bench = workspace.cargo(&["bench", "--package", "backend", "--bench", what]);
        measure(
            &format!("figures of {what}"),
            bench.env("DATABASE_URL", cluster.url()),
        )?;
    }
    cluster.stop()?;
    let list = folder.join("leads-10000.csv");
    let mut papaparse = Command::new(node);
    papaparse
        .arg(peers.join("papaparse.js"))
        .args([list.as_os_str(), NODE_TIMES.as_ref()]);
    measure("figures of papaparse and libphonenumber-js", &mut papaparse)?;
    let mut pandas = Command::new(python);
    pandas
        .arg(peers.join("validate_with_pandas.py"))
        .args([list.as_os_str(), PYTHON_TIMES.as_ref()]);
    measure("figures of pandas and phonenumbers", &mut pandas)?;
    print!("{}", table(&medians)?);
    Ok(())
}

/// A virtual environment below `target`, with the packages as they are pinned.
fn python_packages(workspace: &Workspace, peers: &Path, processes: &Processes) -> Result<PathBuf> {
    let environment = workspace.path("target/bench/python");
    let python = environment.join("bin/python");
    if !python.is_file() {
        let mut create = Command::new(prepare::python(processes)?);
        create.args(["-m", "venv"]).arg(&environment);
        processes.run(&mut create)?;
    }
    let mut install = Command::new(&python);
    install
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
        ])
        .arg(peers.join("requirements.txt"));
    step("installation of Python packages", || {
        processes.run(&mut install)
    })?;
    Ok(python)
}

/// A line of a program that measures: the name of a figure, a tab, milliseconds. Other lines are none.
fn figure(line: &str) -> Option<(String, f64)> {
    let (name, median) = line.split_once('\t')?;
    Some((name.to_owned(), median.trim().parse().ok()?))
}

fn table(medians: &Medians) -> Result<String> {
    let median = |name: &str| {
        let median = medians.get(name).copied();
        median.with_context(|| format!("the figure {name} was not printed"))
    };
    let label = |name: &str| {
        let figure = FIGURES.iter().find(|(other, _)| *other == name);
        figure.map_or("", |(_, label)| *label)
    };
    let mut text = String::from("\n| median of several runs | ms |\n| --- | ---: |\n");
    for (name, label) in FIGURES {
        text += &format!("| {label} | {:.1} |\n", median(name)?);
    }
    text += "\n| ratio | is | should be |\n| --- | ---: | --- |\n";
    for (over, under, wanted) in RATIOS {
        let ratio = median(over)? / median(under)?;
        text += &format!(
            "| {} ÷ {} | {ratio:.1} | {wanted} |\n",
            label(over),
            label(under)
        );
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_a_name_and_milliseconds() {
        assert_eq!(figure("ours\t12.50"), Some(("ours".to_owned(), 12.5)));
        assert_eq!(figure("running 12 tests"), None);
        assert_eq!(figure("ours\tslow"), None);
    }

    #[test]
    fn the_table_has_every_figure_and_every_ratio() {
        let medians: Medians = FIGURES
            .iter()
            .map(|(name, _)| {
                (
                    (*name).to_owned(),
                    if name.starts_with("ours") { 5.0 } else { 60.0 },
                )
            })
            .collect();
        let text = table(&medians).unwrap();
        for (_, label) in FIGURES {
            assert!(text.contains(&format!("| {label} | ")), "{label}");
        }
        assert!(
            text.contains("Coxswain, CSV, 10,000 rows | 12.0 | at least 10 |"),
            "{text}"
        );
        assert!(
            table(&Medians::new()).is_err(),
            "a figure that is not there is no zero"
        );
    }
}
