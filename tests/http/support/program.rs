//! The program itself, as a child of the test.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use rustix::process::{Pid, Signal, kill_process};
use sqlx::{ConnectOptions, PgPool};
use tokio::sync::mpsc;

/// The program with nothing in its environment but these variables.
pub fn program(arguments: &[&str], variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_coxswain"));
    command
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied());
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Where the test's database is, as the program is told it.
pub fn url(pool: &PgPool) -> String {
    pool.connect_options().to_url_lossy().to_string()
}

/// Brings the test's database up to date, as `coxswain migrate` does, with an account in it; where it is.
pub async fn migrated(pool: &PgPool) -> String {
    backend::migrate(pool)
        .await
        .expect("the schema is up to date");
    let zone = super::zone_where_it_is(12);
    let account = format!(
        "insert into accounts (id, name, slug, country, zone, platform, dnc_arranged, part_size, created_at, changed_at) \
         values (gen_random_uuid(), 'Test account', 'test-account', 'ID', '{zone}', 'AIRUDDER', false, 5000, now(), now()); \
         insert into account_lines (account_id, position, name, label) select id, 0, 'line-a', '' from accounts; \
         insert into account_lines (account_id, position, name, label) select id, 1, 'line-b', '' from accounts;"
    );
    let made = sqlx::raw_sql(&account).execute(pool).await;
    made.expect("an account");
    url(pool)
}

/// Adds a member who signs in with that address, by the command for it.
pub fn add_member(url: &str, email: &str, password: &str) -> Output {
    let person = ["--email", email, "--name", "New Person", "--role", "member"];
    let arguments = [["user", "add"].as_slice(), &person].concat();
    let mut command = program(&arguments, &[("DATABASE_URL", url)]);
    let mut child = command.stdin(Stdio::piped()).spawn().expect("a program");
    let mut input = child.stdin.take().expect("its input");
    writeln!(input, "{password}").expect("it listens");
    drop(input);
    child.wait_with_output().expect("an end")
}

/// The processes that one has started and not yet waited for (Linux, `/proc`).
pub fn children(process: u32) -> Vec<u32> {
    let Ok(threads) = std::fs::read_dir(format!("/proc/{process}/task")) else {
        return Vec::new();
    };
    let lists = threads.filter_map(|thread| {
        // A thread may end meanwhile.
        std::fs::read_to_string(thread.ok()?.path().join("children")).ok()
    });
    let numbers = lists.flat_map(|list| {
        let numbers = list
            .split_whitespace()
            .filter_map(|number| number.parse().ok());
        numbers.collect::<Vec<u32>>()
    });
    numbers.collect()
}

/// Whether a process still runs. One that has ended may be listed until it is waited for.
pub fn is_alive(process: u32) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"));
    status.is_ok_and(|status| !status.contains("State:\tZ"))
}

/// A program that serves, and does not outlive its test.
#[derive(Debug)]
pub struct Running {
    child: Option<Child>,
    lines: mpsc::UnboundedReceiver<String>,
    log: Option<thread::JoinHandle<Vec<u8>>>,
}

/// How a program has ended.
#[derive(Debug)]
pub struct Ended {
    /// Whether it says that all went well.
    pub success: bool,
    /// What it has logged.
    pub log: String,
}

impl Running {
    /// Starts it. What it says is read all the time: a full pipe would hold it up.
    pub fn start(mut command: Command) -> Running {
        let mut child = command.spawn().expect("a program");
        let output = child.stdout.take().expect("its output");
        let mut errors = child.stderr.take().expect("its log");
        let (sender, lines) = mpsc::unbounded_channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines() {
                // The test may have heard enough.
                let _ = sender.send(line.expect("text"));
            }
        });
        let log = thread::spawn(move || {
            let mut log = Vec::new();
            errors.read_to_end(&mut log).expect("its log");
            log
        });
        Running {
            child: Some(child),
            lines,
            log: Some(log),
        }
    }

    /// The next line that it prints.
    pub async fn line(&mut self) -> String {
        match self.lines.recv().await {
            Some(line) => line,
            None => panic!("the program has ended: {}", self.log()),
        }
    }

    /// Where it serves: it says so first.
    pub async fn address(&mut self) -> String {
        let line = self.line().await;
        let address = line.strip_prefix("Coxswain is at ");
        address.expect("the address").to_owned()
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.as_ref().expect("it runs").id()
    }

    /// Asks it to stop, as a service manager does, and waits until it has.
    pub async fn terminate(mut self) -> Ended {
        let mut child = self.child.take().expect("it runs");
        kill_process(Pid::from_child(&child), Signal::TERM).expect("it runs");
        // What it waits for may be served by this thread.
        let ended = tokio::task::spawn_blocking(move || child.wait());
        let status = ended.await.expect("no panic").expect("an end");
        Ended {
            success: status.success(),
            log: self.log(),
        }
    }

    /// Ends it as the kernel does when memory runs out (SIGKILL): it is not asked, and nothing of it runs any more.
    pub fn kill(self) {
        drop(self);
    }

    /// What it has logged; to be asked for once, when it has ended.
    fn log(&mut self) -> String {
        let log = self.log.take().expect("asked for once");
        String::from_utf8_lossy(&log.join().expect("no panic")).into_owned()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            child.kill().expect("a child can be killed");
            child.wait().expect("a killed child ends");
        }
        if thread::panicking()
            && let Some(log) = self.log.take()
        {
            eprintln!(
                "{}",
                String::from_utf8_lossy(&log.join().unwrap_or_default())
            );
        }
    }
}
