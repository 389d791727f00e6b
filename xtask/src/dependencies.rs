//! What may come in from outside: licences, bans and sources as `deny.toml` says, and no dependency that nothing uses.
//!
//! `cargo deny` reads the same file, and does more (advisories, which need a network). It is a large program to build on every
//! fresh checkout, so what it checks without a network is checked here, from `cargo metadata` and with the parser of licences
//! that it uses itself.

use std::collections::BTreeSet;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};

use crate::prepare::{self, Tool};
use crate::process::{Processes, step};
use crate::workspace::Workspace;

/// How cargo names the registry that everybody has.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// What of `deny.toml` is read here.
#[derive(Deserialize)]
struct Rules {
    graph: Graph,
    licenses: Licenses,
    bans: Bans,
}

#[derive(Deserialize)]
struct Graph {
    targets: Vec<String>,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
struct Banned {
    name: String,
    reason: String,
}

/// What of `cargo metadata` is read here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// None for a package of the workspace.
    source: Option<String>,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    req: String,
    path: Option<String>,
}

/// Fails with everything that breaks a rule.
pub fn check(workspace: &Workspace, processes: &Processes) -> Result<()> {
    step("licences, bans and sources of dependencies", || {
        let rules = std::fs::read_to_string(workspace.path("deny.toml"))?;
        let rules: Rules = toml::from_str(&rules).context("deny.toml")?;
        let mut breaches = BTreeSet::new();
        for target in &rules.graph.targets {
            breaches.extend(breaches_in(&metadata(workspace, target)?, &rules)?);
        }
        if breaches.is_empty() {
            return Ok(());
        }
        let breaches: Vec<String> = breaches.into_iter().collect();
        bail!("deny.toml does not allow:\n{}", breaches.join("\n"))
    })?;
    let machete = prepare::cargo_tool(workspace, processes, Tool::Machete)?;
    let mut command = Command::new(machete);
    command
        .args(["--with-metadata", "--skip-target-dir", "."])
        .current_dir(&workspace.root);
    step("dependencies that nothing uses", || {
        processes.run(&mut command)
    })
}

fn metadata(workspace: &Workspace, target: &str) -> Result<Metadata> {
    let mut command = workspace.cargo(&[
        "metadata",
        "--format-version=1",
        "--all-features",
        "--locked",
    ]);
    command.args(["--filter-platform", target]);
    let output = command.output().context("cannot start cargo")?;
    if !output.status.success() {
        bail!(
            "cargo metadata: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    serde_json::from_slice(&output.stdout).context("cargo metadata")
}

fn breaches_in(metadata: &Metadata, rules: &Rules) -> Result<Vec<String>> {
    let mut allowed = Vec::new();
    for licence in &rules.licenses.allow {
        let parsed = Licensee::parse(licence);
        allowed.push(parsed.with_context(|| format!("deny.toml allows “{licence}”"))?);
    }
    let mut breaches = Vec::new();
    for package in &metadata.packages {
        let name = format!("{} {}", package.name, package.version);
        match &package.source {
            None => breaches.extend(wildcards(package)),
            Some(source) => {
                if source != CRATES_IO {
                    breaches.push(format!("{name}: it comes from {source}"));
                }
                if !has_allowed_licence(package, &allowed) {
                    let licence = package.license.as_deref().unwrap_or("none");
                    breaches.push(format!("{name}: its licence is {licence}"));
                }
            }
        }
        let ban = rules
            .bans
            .deny
            .iter()
            .find(|banned| banned.name == package.name);
        breaches.extend(ban.map(|banned| format!("{name}: {}", banned.reason)));
    }
    Ok(breaches)
}

/// A version that the next `cargo update` may replace by any other.
fn wildcards(package: &Package) -> Vec<String> {
    let is_open = |dependency: &&Dependency| dependency.req == "*" && dependency.path.is_none();
    let open = package.dependencies.iter().filter(is_open);
    open.map(|dependency| format!("{}: any version of {}", package.name, dependency.name))
        .collect()
}

/// Older packages write `MIT/Apache-2.0`, which the lax mode takes for `OR`.
fn has_allowed_licence(package: &Package, allowed: &[Licensee]) -> bool {
    let licence = package.license.as_deref().unwrap_or_default();
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|requirement| allowed.iter().any(|one| one.satisfies(requirement)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        toml::from_str(
            "[graph]\ntargets = []\n[licenses]\nallow = [\"MIT\", \"Apache-2.0 WITH LLVM-exception\"]\n\
             [bans]\ndeny = [{ name = \"chrono\", reason = \"times are jiff's\" }]",
        )
        .unwrap()
    }

    fn breaches(package: &str) -> Vec<String> {
        let metadata = format!("{{\"packages\": [{package}]}}");
        breaches_in(&serde_json::from_str(&metadata).unwrap(), &rules()).unwrap()
    }

    fn outside(name: &str, licence: &str, source: &str) -> String {
        format!(
            "{{\"name\": \"{name}\", \"version\": \"1.0.0\", \"license\": {licence}, \"source\": \"{source}\", \"dependencies\": []}}"
        )
    }

    #[test]
    fn a_licence_passes_where_one_of_its_choices_is_allowed() {
        for licence in [
            "\"MIT\"",
            "\"MIT/Apache-2.0\"",
            "\"GPL-3.0-only OR MIT\"",
            "\"Apache-2.0 WITH LLVM-exception\"",
        ] {
            let found = breaches(&outside("good", licence, CRATES_IO));
            assert!(found.is_empty(), "{found:?}");
        }
        for licence in [
            "\"GPL-3.0-only\"",
            "\"MIT AND GPL-3.0-only\"",
            "null",
            "\"?\"",
        ] {
            assert_eq!(
                breaches(&outside("bad", licence, CRATES_IO)).len(),
                1,
                "{licence}"
            );
        }
    }

    #[test]
    fn what_is_banned_or_comes_from_elsewhere_is_named() {
        let found = breaches(&outside("chrono", "\"MIT\"", CRATES_IO));
        assert_eq!(found, ["chrono 1.0.0: times are jiff's"]);
        let found = breaches(&outside(
            "other",
            "\"MIT\"",
            "git+https://example.com/other",
        ));
        assert_eq!(
            found,
            ["other 1.0.0: it comes from git+https://example.com/other"]
        );
    }

    #[test]
    fn a_dependency_of_ours_names_its_version() {
        let ours = |req: &str, path: &str| {
            breaches(&format!(
                "{{\"name\": \"ours\", \"version\": \"0.1.0\", \"license\": \"MIT\", \"source\": null, \
                 \"dependencies\": [{{\"name\": \"a\", \"req\": \"{req}\", \"path\": {path}}}]}}"
            ))
        };
        assert_eq!(ours("*", "null"), ["ours: any version of a"]);
        assert!(ours("^1", "null").is_empty() && ours("*", "\"/a\"").is_empty());
    }
}
