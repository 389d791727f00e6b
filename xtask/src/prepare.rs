//! What a fresh machine lacks: installed where this program may, named in one sentence where it may not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{Processes, step};
use crate::workspace::{WASM_TARGET, Workspace};

/// Programs of Debian that may be added when this program runs as root.
struct Package {
    /// What it is called in a sentence.
    name: &'static str,
    /// What `apt-get install` gets.
    packages: &'static [&'static str],
}

const CHROMIUM: Package = Package {
    name: "Chromium",
    packages: &["chromium"],
};
const NODE: Package = Package {
    name: "Node.js",
    packages: &["nodejs", "npm"],
};
const PYTHON: Package = Package {
    name: "Python",
    packages: &["python3", "python3-venv"],
};
const POSTGRES: Package = Package {
    name: "PostgreSQL",
    packages: &["postgresql"],
};

/// Whether this program may install packages, and must not start Postgres as itself.
pub fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// The first executable of this name on the PATH.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

/// Makes sure that Rust can compile for the browser.
pub fn wasm_target(workspace: &Workspace, processes: &Processes) -> Result<()> {
    // Asking the compiler for the folder works with every way of installing Rust and is faster than asking rustup.
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut question = Command::new(rustc);
    question
        .args(["--print", "target-libdir", "--target", WASM_TARGET])
        .current_dir(&workspace.root);
    let answer = question.output().context("cannot start `rustc`")?;
    if answer.status.success() && Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_dir()
    {
        return Ok(());
    }
    if find_program("rustup").is_none() {
        bail!(
            "Rust cannot compile for the browser yet, and rustup, which adds that, is not installed. \
             Install rustup, or your system's Rust library for {WASM_TARGET} (Debian: libstd-rust-dev-wasm32), and start again."
        );
    }
    let mut add = Command::new("rustup");
    add.args(["target", "add", WASM_TARGET])
        .current_dir(&workspace.root);
    step("installation of Rust for the browser", || {
        processes.run(&mut add)
    })
}

/// A program that cargo runs as a command of its own.
#[derive(Clone, Copy)]
pub enum Tool {
    /// Finds dependencies that nothing uses.
    Machete,
    /// Finds changes that no test notices.
    Mutants,
}

impl Tool {
    /// Its package, and the version that is built. A newer one may find more: it is chosen, and not what is there on the day.
    fn package(self) -> (&'static str, &'static str) {
        match self {
            Tool::Machete => ("cargo-machete", "0.9.2"),
            Tool::Mutants => ("cargo-mutants", "27.1.0"),
        }
    }
}

/// The program of the PATH, else one that is built once into `target/tools`.
pub fn cargo_tool(workspace: &Workspace, processes: &Processes, tool: Tool) -> Result<PathBuf> {
    let (name, version) = tool.package();
    let tools = workspace.path("target/tools");
    let built = tools.join("bin").join(name);
    if let Some(present) = find_program(name).or_else(|| built.is_file().then(|| built.clone())) {
        return Ok(present);
    }
    let mut install = workspace.cargo(&["install", "--locked", "--quiet", "--root"]);
    install.arg(&tools).args([name, "--version", version]);
    step(&format!("installation of {name}"), || {
        processes.run(&mut install)
    })?;
    Ok(built)
}

/// The Chromium that the browser tests drive.
pub fn chromium(processes: &Processes) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("COXSWAIN_CHROMIUM").map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!(
            "COXSWAIN_CHROMIUM names {}, which is not a file: set it to a Chromium program, or unset it.",
            path.display()
        );
    }
    let find = || {
        ["chromium", "chromium-browser", "google-chrome"]
            .iter()
            .find_map(|name| find_program(name))
    };
    found_or_installed(&CHROMIUM, processes, find)
}

/// Node.js, and with it npm.
pub fn node(processes: &Processes) -> Result<PathBuf> {
    found_or_installed(&NODE, processes, || {
        find_program("npm").and(find_program("node"))
    })
}

/// Python with the module that makes virtual environments.
pub fn python(processes: &Processes) -> Result<PathBuf> {
    // Debian's Python has the module `venv` without a package of its own, and lacks what fills an environment.
    let can_fill = |python: &PathBuf| {
        let mut question = Command::new(python);
        let answer = question.args(["-c", "import ensurepip"]).output();
        answer.is_ok_and(|answer| answer.status.success())
    };
    found_or_installed(&PYTHON, processes, || {
        find_program("python3").filter(can_fill)
    })
}

/// Installs the npm packages that the lock file of a folder names, unless they are there.
pub fn npm_packages(folder: &Path, processes: &Processes) -> Result<()> {
    let npm = npm(processes)?;
    if !packages_are_old(folder) {
        return Ok(());
    }
    let mut install = Command::new(npm);
    install
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(folder);
    step("installation of npm packages", || {
        processes.run(&mut install)
    })
}

/// npm leaves a lock file of its own in the folder when it has installed everything.
fn packages_are_old(folder: &Path) -> bool {
    let changed = |name: &str| fs::metadata(folder.join(name)).and_then(|facts| facts.modified());
    let Ok(installed) = changed("node_modules/.package-lock.json") else {
        return true;
    };
    ["package.json", "package-lock.json"]
        .iter()
        .any(|name| changed(name).is_ok_and(|listed| listed > installed))
}

/// npm, and with it Node.js.
fn npm(processes: &Processes) -> Result<PathBuf> {
    found_or_installed(&NODE, processes, || {
        find_program("node").and(find_program("npm"))
    })
}

/// The folder with `initdb`, `pg_ctl` and `postgres`. `major` is the version that present data was written by: only
/// the same one can read it.
pub fn postgres(processes: &Processes, major: Option<&str>) -> Result<PathBuf> {
    if let Some(major) = major {
        let folders = postgres_folders()
            .into_iter()
            .find(|folder| major_of(folder).as_deref() == Some(major));
        if let Some(folder) = folders {
            return Ok(folder);
        }
    }
    found_or_installed(&POSTGRES, processes, || {
        postgres_folders().into_iter().next()
    })
}

/// The folder of the PATH first, then Debian's own, newest first, which are not on the PATH.
fn postgres_folders() -> Vec<PathBuf> {
    let mut of_debian: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.path().into())
        .filter_map(|path| Some((path.file_name()?.to_str()?.parse().ok()?, path.join("bin"))))
        .collect();
    of_debian.sort();
    // A program on the PATH may be a link to where its siblings are.
    let on_path = find_program("pg_ctl")
        .and_then(|path| Some(path.canonicalize().ok()?.parent()?.to_path_buf()));
    let complete = |folder: &PathBuf| {
        ["initdb", "pg_ctl", "postgres", "createdb", "createuser"]
            .iter()
            .all(|name| folder.join(name).is_file())
    };
    on_path
        .into_iter()
        .chain(of_debian.into_iter().rev().map(|(_, folder)| folder))
        .filter(complete)
        .collect()
}

fn major_of(folder: &Path) -> Option<String> {
    let answer = Command::new(folder.join("postgres"))
        .arg("--version")
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&answer.stdout).into_owned();
    let number = text
        .split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    Some(number.chars().take_while(char::is_ascii_digit).collect())
}

fn found_or_installed(
    package: &Package,
    processes: &Processes,
    find: impl Fn() -> Option<PathBuf>,
) -> Result<PathBuf> {
    if let Some(path) = find() {
        return Ok(path);
    }
    let Package { name, packages } = package;
    let command = format!("apt-get install {}", packages.join(" "));
    if find_program("apt-get").is_none() {
        bail!(
            "{name} is missing, and this is not a Debian system: install {name} with your system's packages and start again."
        );
    }
    if !is_root() {
        bail!(
            "{name} is missing, and only root may install it: run `sudo {command}` and start again."
        );
    }
    step(&format!("installation of {name}"), || {
        install(package, processes)
    })?;
    find().with_context(|| format!("`{command}` succeeded, but {name} is still not found"))
}

fn install(package: &Package, processes: &Processes) -> Result<()> {
    processes.run(&mut apt_get("update", &[]))?;
    if package.packages != POSTGRES.packages {
        return processes.run(&mut apt_get("install", package.packages));
    }
    // Debian starts a cluster of its own with the package. Nobody asked for one: say so while the package installs.
    processes.run(&mut apt_get("install", &["postgresql-common"]))?;
    let settings = Path::new("/etc/postgresql-common/createcluster.conf");
    let before = std::fs::read(settings).unwrap_or_default();
    let without_cluster = [&before[..], b"\ncreate_main_cluster = false\n"].concat();
    std::fs::write(settings, without_cluster)
        .with_context(|| format!("cannot write {}", settings.display()))?;
    let installed = processes.run(&mut apt_get("install", package.packages));
    std::fs::write(settings, before)
        .with_context(|| format!("cannot write {}", settings.display()))?;
    installed
}

fn apt_get(action: &str, packages: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command
        .args(["--yes", "--quiet", "--no-install-recommends", action])
        .args(packages);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_by_its_name_alone() {
        assert!(find_program("sh").is_some_and(|path| path.is_absolute()));
        assert_eq!(find_program("no-such-program-anywhere"), None);
    }

    #[test]
    fn packages_are_installed_anew_when_the_lock_file_is_newer() {
        let folder = tempfile::tempdir().unwrap();
        assert!(packages_are_old(folder.path()), "nothing is installed");
        let installed = folder.path().join("node_modules/.package-lock.json");
        for (path, seconds) in [
            (folder.path().join("package-lock.json"), 100),
            (installed, 200),
        ] {
            crate::files::write_if_different(&path, b"{}").unwrap();
            let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
            fs::File::options()
                .append(true)
                .open(&path)
                .unwrap()
                .set_modified(time)
                .unwrap();
        }
        assert!(!packages_are_old(folder.path()));
        fs::write(folder.path().join("package-lock.json"), "{ }").unwrap();
        assert!(packages_are_old(folder.path()), "the lock file has changed");
    }
}
