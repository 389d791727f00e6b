//! `cargo xtask run --watch`: what is changed is built at once, and open pages follow.
//!
//! A style or a file of `public/` only replaces page assets, which a debug server reads from disk. Anything else builds the
//! server, and the browser half where that is concerned; the old server serves until the build has succeeded. The database,
//! and with it sessions, stays.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use notify::{EventKind, RecursiveMode, Watcher};
use rustix::process::{Pid, Signal, kill_process};

use crate::development::{migrate_for_application, server_command};
use crate::development_data::DevelopmentData;
use crate::postgres::Cluster;
use crate::process::{Interrupted, Processes};
use crate::workspace::{Profile, Workspace};
use crate::{build, site};

/// What is watched, from the root of the workspace.
const WATCHED: [&str; 7] = [
    "Cargo.toml",
    "Cargo.lock",
    "crates",
    "migrations",
    "public",
    "src",
    "style",
];

/// An editor writes several files, or one in several steps: this long nothing may happen before a build begins.
const QUIET: Duration = Duration::from_millis(50);

/// How soon the end of the server, or Ctrl-C, is noticed.
const LOOK: Duration = Duration::from_millis(200);

/// How long the server may take to stop before it is killed: a call to the provider may be under way.
const GRACE: Duration = Duration::from_secs(20);

/// What a change asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Work {
    Nothing,
    /// Styles and files of `public/`.
    Assets,
    /// The server, and the browser half as far as it has changed.
    Everything,
}

/// Builds, starts, and follows changes until Ctrl-C.
pub fn run(workspace: &Workspace, processes: &Processes) -> Result<()> {
    let data = DevelopmentData::take(workspace)?;
    let changes = Changes::watch(workspace)?;
    build(workspace, processes, Profile::Debug)?;
    let keys = data.encryption_keys(&workspace.server(Profile::Debug))?;
    let mut cluster = Cluster::start_for_development(processes, &data)?;
    let url = cluster.application_url();
    let start = || {
        migrate_for_application(workspace, processes, Profile::Debug, &cluster)?;
        Server::start(workspace, &url, &keys)
    };
    let outcome = follow(workspace, processes, &changes, start);
    cluster.stop()?;
    match outcome {
        Err(error) if error.is::<Interrupted>() => {
            println!("Coxswain and its Postgres are stopped; the data is kept.");
            Ok(())
        }
        outcome => outcome,
    }
}

/// Ends with an error only, at the latest with [`Interrupted`]. The server has ended by then.
fn follow(
    workspace: &Workspace,
    processes: &Processes,
    changes: &Changes,
    start: impl Fn() -> Result<Server>,
) -> Result<()> {
    let mut server = start()?;
    loop {
        processes.check()?;
        server.tell_if_ended()?;
        let work = changes.next();
        let begun = Instant::now();
        let built = match work {
            Work::Nothing => continue,
            Work::Assets => site::replace_styles(workspace, processes),
            Work::Everything => build(workspace, processes, Profile::Debug),
        };
        match built {
            Ok(()) if work == Work::Everything => {
                server.stop()?;
                server = start()?;
            }
            Ok(()) => {}
            Err(error) if error.is::<Interrupted>() => return Err(error),
            Err(error) => {
                eprintln!("\n{error:#}\nWhat was built before goes on.");
                continue;
            }
        }
        println!("{:7.1} s  from the change", begun.elapsed().as_secs_f64());
    }
}

/// Where something changed, as the system tells it.
struct Changes {
    root: PathBuf,
    paths: Receiver<PathBuf>,
    /// Tells as long as it lives.
    _watcher: notify::RecommendedWatcher,
}

impl Changes {
    fn watch(workspace: &Workspace) -> Result<Changes> {
        let (sender, paths) = channel();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                // What cannot be told is built with the next change.
                let Ok(event) = event else { return };
                if !matches!(event.kind, EventKind::Access(_)) {
                    // The receiver lives as long as the watcher.
                    event.paths.into_iter().for_each(|path| {
                        let _ = sender.send(path);
                    });
                }
            })
            .context("files cannot be watched")?;
        for name in WATCHED {
            watcher
                .watch(&workspace.path(name), RecursiveMode::Recursive)
                .with_context(|| format!("{name} cannot be watched"))?;
        }
        Ok(Changes {
            root: workspace.root.clone(),
            paths,
            _watcher: watcher,
        })
    }

    /// Waits for a change, but not long, and takes all that come with it.
    fn next(&self) -> Work {
        let mut work = Work::Nothing;
        let mut wait = LOOK;
        loop {
            match self.paths.recv_timeout(wait) {
                Ok(path) => work = work.max(work_for(&self.root, &path)),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return work,
            }
            wait = QUIET;
        }
    }
}

/// Editors leave other files beside the one that they write: they ask for nothing.
fn work_for(root: &Path, path: &Path) -> Work {
    let Ok(path) = path.strip_prefix(root) else {
        return Work::Nothing;
    };
    let ending = path.extension().and_then(|ending| ending.to_str());
    if path.starts_with("public") || (path.starts_with("style") && ending == Some("css")) {
        Work::Assets
    } else if matches!(ending, Some("rs" | "sql" | "toml" | "lock")) {
        Work::Everything
    } else {
        Work::Nothing
    }
}

/// The server, which does not outlive this value.
struct Server {
    /// None once it is known to have ended.
    child: Option<Child>,
}

impl Server {
    fn start(workspace: &Workspace, database: &str, keys: &Path) -> Result<Server> {
        let mut command: Command = server_command(workspace, Profile::Debug, database, keys);
        command.arg("--reload-pages");
        let child = crate::process::spawn(&mut command)?;
        Ok(Server { child: Some(child) })
    }

    fn tell_if_ended(&mut self) -> Result<()> {
        if let Some(child) = &mut self.child
            && let Some(status) = child.try_wait()?
        {
            self.child = None;
            eprintln!("Coxswain stopped unexpectedly ({status}); the next change starts it again.");
        }
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        let Some(mut child) = self.child.take() else {
            return Ok(());
        };
        // It may have ended meanwhile: that is what is wanted.
        let _ = kill_process(Pid::from_child(&child), Signal::TERM);
        let deadline = Instant::now() + GRACE;
        while child.try_wait()?.is_none() {
            if Instant::now() > deadline {
                child.kill()?;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Err(error) = self.stop() {
            eprintln!("xtask: Coxswain may still be running: {error:#}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_needs_no_build_and_what_an_editor_leaves_needs_nothing() {
        let root = Path::new("/checkout");
        for (path, work) in [
            ("style/components/card.css", Work::Assets),
            ("public/favicon.svg", Work::Assets),
            ("src/web/pages/tasks.rs", Work::Everything),
            ("crates/leads/Cargo.toml", Work::Everything),
            ("migrations/0013_more.sql", Work::Everything),
            ("src/web/pages/.tasks.rs.swp", Work::Nothing),
            ("style/card.css~", Work::Nothing),
            ("migrations/README.md", Work::Nothing),
        ] {
            assert_eq!(work_for(root, &root.join(path)), work, "{path}");
        }
        assert_eq!(work_for(root, Path::new("/other/a.rs")), Work::Nothing);
    }
}
