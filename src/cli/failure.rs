//! Why a command ended.

use std::net::SocketAddr;

use airudder_sandbox as sandbox;
use sheets::reader::ReadingFailure;

use crate::cli::config::ConfigProblem;
use crate::cli::leads_check::CheckFailure;

/// Why a command ended. Each is shown to the person who gave it.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each variant's sentence says it")]
pub enum Failure {
    #[error("these environment variables are wrong:\n{}", .0.iter().map(|problem| format!("  {problem}")).collect::<Vec<_>>().join("\n"))]
    Config(Vec<ConfigProblem>),
    #[error("RUST_LOG cannot be read: {0}")]
    Log(#[from] tracing_subscriber::filter::ParseError),
    #[error("the database at {place} cannot be reached: {source}")]
    Unreachable { place: String, source: sqlx::Error },
    #[error("DATABASE_URL cannot be read: {0}")]
    Database(sqlx::Error),
    #[error("{}", missing_in_words(.0))]
    Schema(Vec<String>),
    #[error("{}", in_words(.0))]
    Backend(backend::Error),
    #[error("cannot listen on {addr}: {source}")]
    Listen {
        addr: SocketAddr,
        source: std::io::Error,
    },
    #[error("the sandbox cannot be started: {0}")]
    Sandbox(std::io::Error),
    #[error("there is no time zone “{0}”: use one such as Asia/Jakarta")]
    Zone(String),
    #[error("{0}")]
    SandboxOptions(#[from] sandbox::OptionProblems),
    #[error("the client of AIRudder cannot be set up: {0}")]
    Client(airudder::ConfigError),
    #[error("the password cannot be read: {0}")]
    Password(std::io::Error),
    #[error("cannot write output: {0}")]
    Output(std::io::Error),
    #[error(
        "tasks in this database went to AIRudder, and Coxswain would now use the sandbox: set AIRUDDER_APP_KEY and \
         AIRUDDER_APP_SECRET, or AIRUDDER_TOKEN. To call nobody, set COXSWAIN_PROVIDER=sandbox"
    )]
    SandboxInstead,
    #[error("someone can already sign in: add others with coxswain user add")]
    SetUp,
    #[error("{0}")]
    Check(#[from] CheckFailure),
    #[error("{0}")]
    Reading(#[from] ReadingFailure),
    #[error("{}", .0.join("\n"))]
    History(Vec<String>),
    #[error("the {0} stopped unexpectedly; the log says why")]
    Ended(&'static str),
}

impl Failure {
    /// What the program ends with: 2 where a file could not be validated, as for a command that cannot be understood.
    pub fn exit_code(&self) -> u8 {
        match self {
            Failure::Check(CheckFailure::Output(_)) => 1,
            Failure::Check(_) => 2,
            _ => 1,
        }
    }
}

/// Every migration that is missing, and what to run.
fn missing_in_words(missing: &[String]) -> String {
    format!(
        "the database schema is not up to date. Run `coxswain migrate`, or start with `coxswain serve --migrate`. \
         These are missing:\n{}",
        missing
            .iter()
            .map(|name| format!("  {name}"))
            .collect::<Vec<_>>()
            .join("\n")
    )
}

/// A form's problems one a line; everything else with its cause.
fn in_words(error: &backend::Error) -> String {
    match error {
        backend::Error::Problems(problems) => problems
            .iter()
            .map(|problem| format!("{}: {}", problem.input, problem.sentence))
            .collect::<Vec<_>>()
            .join("\n"),
        error => match std::error::Error::source(error) {
            Some(cause) => format!("{error}: {cause}"),
            None => error.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_fails_where_a_task_of_it_ends_by_itself() {
        assert_ne!(Failure::Ended("worker").exit_code(), 0);
    }
}
