//! Private Postgres clusters: one for development whose data is kept, and throw-away ones for tests.
//!
//! Both listen on 127.0.0.1 alone, on a port of their own, without Unix sockets and without passwords.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::development_data::DevelopmentData;
use crate::prepare;
use crate::process::{Processes, describe, step};
use crate::workspace::create_folder;

/// The role and the database of Coxswain.
const NAME: &str = "coxswain";

/// The role by which the program reads and writes: it owns nothing, so that row-level security holds for it.
pub const APPLICATION_ROLE: &str = "coxswain_app";

/// Settings of a cluster that nobody needs after the tests: speed instead of surviving a crash of the machine.
const THROW_AWAY: [&str; 3] = ["fsync=off", "full_page_writes=off", "max_connections=200"];

/// Speed instead of surviving a crash of Postgres itself.
const FORGETFUL: &str = "synchronous_commit=off";

/// A running cluster, stopped at the latest when it is dropped.
pub struct Cluster {
    programs: PathBuf,
    home: PathBuf,
    port: u16,
    running: bool,
    /// Removed after the cluster has stopped.
    _throw_away: Option<TempDir>,
}

/// A folder that nobody but the user who runs Postgres may enter.
pub fn create_home(home: &Path) -> Result<()> {
    create_folder(home)?;
    fs::set_permissions(home, fs::Permissions::from_mode(0o700))?;
    if prepare::is_root() {
        let (user, group) = (id_of_postgres("-u")?, id_of_postgres("-g")?);
        chown(home, Some(user), Some(group))
            .with_context(|| format!("cannot give {} to postgres", home.display()))?;
    }
    Ok(())
}

fn id_of_postgres(which: &str) -> Result<u32> {
    let answer = Command::new("id")
        .args([which, "postgres"])
        .output()
        .context("cannot start `id`")?;
    let number = String::from_utf8_lossy(&answer.stdout).trim().parse();
    number.context("there is no user `postgres`, and Postgres does not run as root: create it with `useradd --system postgres`")
}

impl Cluster {
    /// Starts the cluster of this checkout, creating it the first time. Its data is kept.
    pub fn start_for_development(processes: &Processes, data: &DevelopmentData) -> Result<Self> {
        let programs = prepare::postgres(processes, data.major().as_deref())?;
        step("start of Postgres", || {
            let mut cluster = Self {
                programs,
                home: data.home.clone(),
                port: 0,
                running: false,
                _throw_away: None,
            };
            cluster.initialise()?;
            if let Some(port) = cluster.port_when_running() {
                // The one who started it was killed: this program holds the lock, so nobody else uses it.
                (cluster.port, cluster.running) = (port, true);
            } else {
                cluster.port = remembered_or_free_port(&data.home.join("port"))?;
                cluster.start(&[])?;
            }
            cluster.create_database()?;
            Ok(cluster)
        })
    }

    /// Starts an empty cluster that is gone when it is dropped.
    pub fn start_throw_away(processes: &Processes) -> Result<Self> {
        let forgetful = [&THROW_AWAY[..], &[FORGETFUL]].concat();
        Self::start_empty(processes, &forgetful)
    }

    /// The same, and what was committed in it survives [`Cluster::crash_command`].
    pub fn start_to_be_crashed(processes: &Processes) -> Result<Self> {
        Self::start_empty(processes, &THROW_AWAY)
    }

    /// Ends the server without letting it write anything down, and starts it again.
    pub fn crash_command(&self) -> Command {
        let mut command = self.program("pg_ctl");
        command
            .args(["restart", "-w", "-t", "60", "-m", "immediate", "-l"])
            .arg(self.home.join("log"))
            .arg("-D")
            .arg(self.data());
        command
    }

    fn start_empty(processes: &Processes, settings: &[&str]) -> Result<Self> {
        let programs = prepare::postgres(processes, None)?;
        step("start of a throw-away Postgres", || {
            // As root the folder must be one that the user `postgres` reaches: TMPDIR may not be.
            let parent = if prepare::is_root() {
                PathBuf::from("/tmp")
            } else {
                std::env::temp_dir()
            };
            let folder = tempfile::Builder::new()
                .prefix("coxswain-test-")
                .tempdir_in(parent)?;
            let home = folder.path().to_path_buf();
            create_home(&home)?;
            let mut cluster = Self {
                programs,
                home,
                port: free_port()?,
                running: false,
                _throw_away: Some(folder),
            };
            cluster.initialise()?;
            cluster.start(settings)?;
            cluster.create_database()?;
            Ok(cluster)
        })
    }

    /// What `DATABASE_URL` is set to.
    pub fn url(&self) -> String {
        format!("postgres://{NAME}@127.0.0.1:{}/{NAME}", self.port)
    }

    /// The same for the role of the application, once it is there.
    pub fn application_url(&self) -> String {
        format!(
            "postgres://{APPLICATION_ROLE}@127.0.0.1:{}/{NAME}",
            self.port
        )
    }

    /// Makes the role of the application, which `coxswain migrate --application-role` gives its rights.
    pub fn create_application_role(&self) -> Result<()> {
        let mut command = self.program("createuser");
        command.args(["-h", "127.0.0.1", "-p", &self.port.to_string()]);
        command.args(["-U", NAME, APPLICATION_ROLE]);
        let output = run_quietly(&mut command)?;
        if !output.status.success() && !said(&output).contains("already exists") {
            bail!(
                "the role {APPLICATION_ROLE} cannot be created: {}",
                said(&output)
            );
        }
        Ok(())
    }

    /// Stops the cluster, closing the connections that are left.
    pub fn stop(&mut self) -> Result<()> {
        if self.running {
            self.running = false;
            self.succeed(
                self.program("pg_ctl")
                    .args(["stop", "-w", "-t", "60", "-m", "fast", "-D"])
                    .arg(self.data()),
            )?;
        }
        Ok(())
    }

    fn data(&self) -> PathBuf {
        self.home.join("data")
    }

    /// One of Postgres' programs, run as the user who owns the data and untouched by the settings of the person.
    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command = if prepare::is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin")
            .env("LC_ALL", "C.UTF-8");
        // A group of its own: Ctrl-C must not end it half way.
        command
            .current_dir(&self.home)
            .stdin(Stdio::null())
            .process_group(0);
        command
    }

    fn succeed(&self, command: &mut Command) -> Result<()> {
        let output = run_quietly(command)?;
        if !output.status.success() {
            bail!(
                "`{}` ended with {}: {}",
                describe(command),
                output.status,
                said(&output)
            );
        }
        Ok(())
    }

    /// Creates the files of the cluster under another name first: what is there under the right name is whole.
    fn initialise(&self) -> Result<()> {
        if self.data().join("PG_VERSION").exists() {
            return Ok(());
        }
        let unfinished = self.home.join("data.new");
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished)
                .with_context(|| format!("cannot remove {}", unfinished.display()))?;
        }
        let mut command = self.program("initdb");
        command
            .args([
                "-U",
                NAME,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-N",
                "-D",
            ])
            .arg(&unfinished);
        self.succeed(&mut command)?;
        fs::rename(&unfinished, self.data())
            .with_context(|| format!("cannot rename {}", unfinished.display()))
    }

    /// The port of a server that already runs on this data: the fourth line of `postmaster.pid`.
    fn port_when_running(&self) -> Option<u16> {
        let status = run_quietly(
            self.program("pg_ctl")
                .args(["status", "-D"])
                .arg(self.data()),
        )
        .ok()?;
        let lines = fs::read_to_string(self.data().join("postmaster.pid")).ok()?;
        status
            .status
            .success()
            .then(|| lines.lines().nth(3)?.trim().parse().ok())?
    }

    fn start(&mut self, settings: &[&str]) -> Result<()> {
        let log = self.home.join("log");
        let _ = fs::remove_file(&log);
        let common = [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
        ];
        let mut options = format!("-p {}", self.port);
        for setting in common.iter().chain(settings) {
            options.push_str(" -c ");
            options.push_str(setting);
        }
        let mut command = self.program("pg_ctl");
        command
            .args(["start", "-w", "-t", "60", "-o", &options, "-l"])
            .arg(&log)
            .arg("-D")
            .arg(self.data());
        if !run_quietly(&mut command)?.status.success() {
            let written = fs::read_to_string(&log).unwrap_or_default();
            bail!(
                "Postgres did not start; its log ({}) ends with:\n{}",
                log.display(),
                last_lines(&written, 15)
            );
        }
        self.running = true;
        Ok(())
    }

    fn create_database(&self) -> Result<()> {
        let mut command = self.program("createdb");
        command.args([
            "-h",
            "127.0.0.1",
            "-p",
            &self.port.to_string(),
            "-U",
            NAME,
            NAME,
        ]);
        let output = run_quietly(&mut command)?;
        if !output.status.success() && !said(&output).contains("already exists") {
            bail!("the database cannot be created: {}", said(&output));
        }
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(error) = self.stop() {
            eprintln!(
                "xtask: Postgres in {} may still be running: {error:#}",
                self.home.display()
            );
        }
    }
}

fn run_quietly(command: &mut Command) -> Result<Output> {
    command
        .output()
        .with_context(|| format!("cannot start `{}`", describe(command)))
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

/// A port that nobody listens on. Another program may take it before Postgres does; then starting fails and says so.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))
        .context("no free port on 127.0.0.1")?
        .local_addr()?
        .port())
}

/// The port of last time while it is free, so that the address of the database stays the same; else a new one.
fn remembered_or_free_port(file: &Path) -> Result<u16> {
    let remembered = fs::read_to_string(file)
        .ok()
        .and_then(|text| text.trim().parse().ok());
    if let Some(port) = remembered
        && TcpListener::bind(("127.0.0.1", port)).is_ok()
    {
        return Ok(port);
    }
    let port = free_port()?;
    fs::write(file, format!("{port}\n"))
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_kept_until_somebody_else_takes_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("port");
        let first = remembered_or_free_port(&file).unwrap();
        assert_eq!(remembered_or_free_port(&file).unwrap(), first);
        let _taken = TcpListener::bind(("127.0.0.1", first)).unwrap();
        let second = remembered_or_free_port(&file).unwrap();
        assert_ne!(second, first);
        assert_eq!(remembered_or_free_port(&file).unwrap(), second);
    }

    #[test]
    fn the_end_of_a_log_is_shown() {
        assert_eq!(last_lines("a\nb\nc", 2), "b\nc");
        assert_eq!(last_lines("a", 2), "a");
    }
}
