//! Programs that answer to browsers, each a process of its own, so that what it takes of the processor can be told.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};

/// A running server; it ends with this value.
pub struct Server {
    pub address: SocketAddr,
    process: Child,
    /// It would be told that nobody reads any more.
    _output: BufReader<ChildStdout>,
}

fn named_by(variable: &str) -> PathBuf {
    let path = std::env::var_os(variable);
    path.unwrap_or_else(|| panic!("{variable} is not set"))
        .into()
}

/// The program as it is released, with the sandbox for a provider.
pub async fn start_program(database: &str) -> Server {
    let mut command = Command::new(named_by("COXSWAIN_PROGRAM"));
    command
        .arg("serve")
        .env("COXSWAIN_ADDR", "127.0.0.1:0")
        .env("COXSWAIN_SECOND_FACTOR", "optional");
    start(command, database, "Coxswain is at http://").await
}

/// The page of Node.js.
pub async fn start_peer(database: &str) -> Server {
    let mut command = Command::new(named_by("COXSWAIN_NODE"));
    command.arg(named_by("COXSWAIN_PEER"));
    start(command, database, "http://").await
}

/// Starts it, and waits until it says where it is.
async fn start(mut command: Command, database: &str, greeting: &str) -> Server {
    command
        .env("DATABASE_URL", database)
        .env("RUST_LOG", "warn")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .kill_on_drop(true);
    let mut process = command.spawn().unwrap();
    let mut output = BufReader::new(process.stdout.take().unwrap());
    let mut line = String::new();
    while !line.starts_with(greeting) {
        line.clear();
        let read = output.read_line(&mut line).await.unwrap();
        assert!(read > 0, "it has ended before it served");
    }
    let address = line.trim_start_matches(greeting).trim().parse();
    Server {
        address: address.expect("an address and a port"),
        process,
        _output: output,
    }
}

impl Server {
    /// What it has taken of the processors so far (`utime` and `stime` of proc_pid_stat(5), in hundredths of a second).
    pub fn processor_time(&self) -> Duration {
        let process = self.process.id().expect("it runs");
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
        let (_, behind_name) = stat.rsplit_once(')').unwrap();
        let fields = behind_name.split_whitespace().skip(11).take(2);
        let ticks: u64 = fields.map(|field| field.parse::<u64>().unwrap()).sum();
        Duration::from_millis(ticks * 10)
    }
}
