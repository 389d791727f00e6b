//! `cargo xtask mutants`: whether the tests of `crates/leads` notice when a rule is changed.
//!
//! cargo-mutants changes one thing at a time and runs the tests of that package. It takes most of an hour, so it is no part of
//! `cargo xtask test`.

use std::process::Command;

use anyhow::Result;

use crate::prepare::{self, Tool};
use crate::process::{Processes, step};
use crate::workspace::Workspace;

/// The rules about who is called, when, how often, and as part of what.
const RULES: [&str; 6] = [
    "crates/leads/src/states/**",
    "crates/leads/src/validate/schedule.rs",
    "crates/leads/src/validate/duplicates.rs",
    "crates/leads/src/validate/split.rs",
    "crates/leads/src/numbers.rs",
    "crates/leads/src/numbers/**",
];

/// Leaves what it found in `target/mutants.out`, mutants that no test noticed in `missed.txt`.
pub fn run(workspace: &Workspace, processes: &Processes, arguments: &[String]) -> Result<()> {
    let program = prepare::cargo_tool(workspace, processes, Tool::Mutants)?;
    let mut command = Command::new(program);
    command
        .args(["mutants", "--package", "leads", "--output", "target"])
        .args(RULES.iter().flat_map(|file| ["--file", file]))
        .args(arguments)
        .current_dir(&workspace.root);
    step("mutants of the rules", || processes.run(&mut command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_rules_is_there() {
        let root = Workspace::find().unwrap().root;
        for file in RULES {
            let path = root.join(file.trim_end_matches("/**"));
            assert!(path.exists(), "{file}");
        }
    }
}
