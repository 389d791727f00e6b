//! Child processes: started, waited for, and stopped when the person asks for it.
//!
//! Every child gets a process group of its own, so that Ctrl-C reaches this program alone and each child is then
//! stopped in the right order: the server before its database, a test runner with all that it started.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// The grace time outside tests.
const GRACE: Duration = Duration::from_secs(20);

/// The person pressed Ctrl-C, or a supervisor sent SIGTERM.
#[derive(Debug)]
pub struct Interrupted;

impl fmt::Display for Interrupted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("stopped by a signal")
    }
}

impl std::error::Error for Interrupted {}

enum Event {
    Interrupted,
    Ended(Result<ExitStatus, std::io::Error>),
}

/// Runs children one after another and knows whether this program has been asked to stop.
pub struct Processes {
    sender: Sender<Event>,
    events: Receiver<Event>,
    /// How long a child may take to end after it was asked to, before it is killed.
    grace: Duration,
}

/// How the wait for a child ended.
#[derive(Debug)]
pub enum ProcessEnd {
    /// The child ended by itself.
    Ended(ExitStatus),
    /// This program was asked to stop, and the child has been stopped.
    Stopped,
}

/// A started child.
pub struct Running {
    group: Pid,
}

impl Processes {
    /// From here on SIGINT, SIGTERM and SIGHUP no longer end this program by themselves.
    pub fn listen() -> Result<Self> {
        let (sender, events) = channel();
        let mut signals =
            Signals::new([SIGINT, SIGTERM, SIGHUP]).context("cannot listen for signals")?;
        let of_signals = sender.clone();
        thread::spawn(move || {
            signals
                .forever()
                .all(|_| of_signals.send(Event::Interrupted).is_ok())
        });
        Ok(Self {
            sender,
            events,
            grace: GRACE,
        })
    }

    /// Runs a command to its end, its output passed on. Errors: it cannot be started, it fails, or [`Interrupted`].
    pub fn run(&self, command: &mut Command) -> Result<()> {
        let name = describe(command);
        let child = self.start(command)?;
        succeeded(&name, self.wait(child, Signal::INT)?)
    }

    /// Runs commands beside each other, their output passed on, until the last has ended or one fails: then the others are stopped.
    /// Errors: as [`Processes::run`].
    pub fn run_all(&self, commands: &mut [Command]) -> Result<()> {
        let name = commands.first().map(describe).unwrap_or_default();
        let mut children = Vec::new();
        for command in commands {
            children.push(self.start(command)?);
        }
        for left in (0..children.len()).rev() {
            match self.events.recv().context("the signal thread is alive")? {
                Event::Ended(Ok(status)) if status.success() => {}
                Event::Ended(status) => {
                    self.stop(&children, left, Signal::INT);
                    return succeeded(&name, ProcessEnd::Ended(status?));
                }
                Event::Interrupted => {
                    self.stop(&children, left + 1, Signal::INT);
                    return Err(Interrupted.into());
                }
            }
        }
        Ok(())
    }

    /// Like [`Processes::run`], and hands every line of the standard output to `observe` before it is passed on.
    pub fn run_observed(
        &self,
        command: &mut Command,
        observe: impl FnMut(&str) + Send,
    ) -> Result<()> {
        let name = describe(command);
        let mut child = spawn(command.stdout(Stdio::piped()))?;
        let output = child.stdout.take().context("the output was piped")?;
        let running = self.watch(child)?;
        let outcome = thread::scope(|scope| {
            scope.spawn(move || pass_on(output, observe));
            self.wait(running, Signal::INT)
        })?;
        succeeded(&name, outcome)
    }

    /// Starts a command; [`Processes::wait`] must follow before another one is run.
    pub fn start(&self, command: &mut Command) -> Result<Running> {
        self.watch(spawn(command)?)
    }

    /// Waits for a child. When this program is asked to stop, the child's whole group gets `stop`, and after a grace
    /// time SIGKILL.
    pub fn wait(&self, child: Running, stop: Signal) -> Result<ProcessEnd> {
        if let Event::Ended(status) = self.events.recv().context("the signal thread is alive")? {
            return Ok(ProcessEnd::Ended(status?));
        }
        self.stop(&[child], 1, stop);
        Ok(ProcessEnd::Stopped)
    }

    /// Asks the groups of the children to stop, of which so many have not ended yet, and kills them after a grace time.
    fn stop(&self, children: &[Running], mut left: usize, stop: Signal) {
        let tell = |signal| {
            for child in children {
                // The group may be gone already: that is what is wanted.
                let _ = kill_process_group(child.group, signal);
            }
        };
        tell(stop);
        let deadline = Instant::now() + self.grace;
        let mut is_killed = false;
        while left > 0 {
            let event = if is_killed {
                // SIGKILL cannot be ignored, so each of them ends.
                self.events.recv().map_err(RecvTimeoutError::from)
            } else {
                let rest = deadline.saturating_duration_since(Instant::now());
                self.events.recv_timeout(rest)
            };
            match event {
                Ok(Event::Ended(_)) => left -= 1,
                Ok(Event::Interrupted) => {}
                Err(RecvTimeoutError::Timeout) => {
                    tell(Signal::KILL);
                    is_killed = true;
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn watch(&self, mut child: Child) -> Result<Running> {
        let group = Pid::from_child(&child);
        let sender = self.sender.clone();
        // The receiver lives as long as this program: a failed send has nobody to tell.
        thread::spawn(move || sender.send(Event::Ended(child.wait())));
        Ok(Running { group })
    }

    /// Errors with [`Interrupted`] when this program was asked to stop while no child was running.
    pub fn check(&self) -> Result<()> {
        match self.events.try_recv() {
            Ok(Event::Interrupted) => Err(Interrupted.into()),
            Ok(Event::Ended(_)) | Err(TryRecvError::Empty) => Ok(()),
            Err(TryRecvError::Disconnected) => bail!("the signal thread ended"),
        }
    }
}

/// Starts a command in a process group of its own, without input.
pub fn spawn(command: &mut Command) -> Result<Child> {
    let name = describe(command);
    command
        .stdin(Stdio::null())
        .process_group(0)
        .spawn()
        .with_context(|| format!("cannot start `{name}`"))
}

fn succeeded(name: &str, outcome: ProcessEnd) -> Result<()> {
    match outcome {
        ProcessEnd::Ended(status) if status.success() => Ok(()),
        ProcessEnd::Ended(status) => Err(anyhow!("`{name}` ended with {status}")),
        ProcessEnd::Stopped => Err(Interrupted.into()),
    }
}

fn pass_on(output: impl std::io::Read, mut observe: impl FnMut(&str)) {
    for line in BufReader::new(output).split(b'\n') {
        let Ok(line) = line else { return };
        let line = String::from_utf8_lossy(&line);
        observe(&line);
        println!("{line}");
    }
}

/// The command as one would type it, without paths in front of the program.
pub fn describe(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let mut words = vec![
        program
            .file_name()
            .unwrap_or(command.get_program())
            .to_string_lossy()
            .into_owned(),
    ];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

/// Does one step, named by a noun, and prints a line with its duration in seconds. An error says which step failed.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let done = work().map_err(|error| {
        if error.is::<Interrupted>() {
            error
        } else {
            error.context(format!("{name} failed"))
        }
    })?;
    println!("{:7.1} s  {name}", start.elapsed().as_secs_f64());
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_with_its_status() {
        let processes = Processes::listen().unwrap();
        let error = processes
            .run(Command::new("sh").args(["-c", "exit 3"]))
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "`sh -c exit 3` ended with exit status: 3"
        );
    }

    #[test]
    fn of_commands_beside_each_other_one_that_fails_stops_the_others() {
        let processes = Processes::listen().unwrap();
        let shell = |script: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            command
        };
        processes
            .run_all(&mut [shell("true"), shell("true")])
            .unwrap();
        let error = processes
            .run_all(&mut [shell("sleep 600"), shell("exit 3")])
            .unwrap_err();
        assert!(error.to_string().ends_with("exit status: 3"), "{error}");
        let none = processes.events.try_recv();
        assert!(none.is_err(), "every child has ended by then");
    }

    #[test]
    fn a_command_that_ignores_the_request_has_ended_too_once_it_is_stopped() {
        let mut processes = Processes::listen().unwrap();
        processes.grace = Duration::ZERO;
        let script = "trap '' INT; echo ready; sleep 600 & wait; wait";
        let mut deaf = Command::new("sh");
        let mut deaf = spawn(deaf.args(["-c", script]).stdout(Stdio::piped())).unwrap();
        let mut line = String::new();
        BufReader::new(deaf.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let running = processes.watch(deaf).unwrap();
        processes.stop(&[running], 1, Signal::INT);
        let none = processes.events.try_recv();
        assert!(none.is_err(), "it has ended by then");
    }

    #[test]
    fn every_line_of_the_output_is_observed() {
        let processes = Processes::listen().unwrap();
        let mut lines = Vec::new();
        processes
            .run_observed(
                Command::new("sh").args(["-c", "echo one; printf two"]),
                |line| lines.push(line.to_owned()),
            )
            .unwrap();
        assert_eq!(lines, ["one", "two"]);
    }

    #[test]
    fn a_request_to_stop_reaches_the_whole_group_of_the_child() {
        let processes = Processes::listen().unwrap();
        let child = processes
            .start(Command::new("sh").args(["-c", "sleep 600 & wait"]))
            .unwrap();
        processes.sender.send(Event::Interrupted).unwrap();
        assert!(matches!(
            processes.wait(child, Signal::TERM).unwrap(),
            ProcessEnd::Stopped
        ));
    }
}
