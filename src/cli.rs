//! The command line, and what each command does.

mod config;
mod do_not_call;
mod failure;
mod leads_check;
mod log;
mod restore;
mod runtime;
mod serve;
mod sheet_reading;
mod stop_signals;
mod user;

use std::net::SocketAddr;

use airudder_sandbox as sandbox;
use backend::audit::{self, SignedHead};
use backend::encryption::EncryptionKeys;
use backend::setup::EarlierKeys;
use backend::{Backend, history, rotation};
use clap::{Args, Parser, Subcommand};
use sheets::reader::read_for_parent;
use tokio::net::TcpListener;

use config::Config;
use coxswain::web::clock;
use coxswain::web::paths;
use failure::Failure;
use leads_check::CheckArguments;
use restore::RestoreCheckArguments;
use runtime::LAST_THREADS;
use serve::ServeArguments;
use sheet_reading::ReadSheetArguments;
use stop_signals::StopSignals;
use user::UserCommand;

/// Turn lists of leads into call tasks for AIRudder voice robots
///
/// Configure everything with environment variables; the README lists them.
#[derive(Debug, Parser)]
#[command(name = "coxswain", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the dashboard and the worker (default)
    Serve(ServeArguments),
    /// Bring the database schema up to date, and print what changed
    Migrate(MigrateArguments),
    /// Print a new setup key for the first administrator; earlier keys stop working
    SetupKey,
    /// Print a new key that encrypts secrets in the database
    EncryptionKey,
    /// Encrypt the secrets in the database with the first encryption key; older keys are then needed only to verify signatures
    RotateEncryption,
    /// Make a new key for the numbers on do-not-call lists; numbers that are on them stay, with the keys from before
    DoNotCallKey,
    /// After a restore from a backup, before Coxswain starts: erase and list again what was since
    RestoreCheck(RestoreCheckArguments),
    /// Manage users
    #[command(subcommand)]
    User(UserCommand),
    /// Validate list files
    #[command(subcommand)]
    Leads(LeadsCommand),
    /// Verify the activity log
    #[command(subcommand)]
    History(HistoryCommand),
    /// Run only the AIRudder simulator, on loopback, until Ctrl-C
    Sandbox(SandboxArguments),
    /// Read a sheet for the process that started this one
    #[command(hide = true)]
    ReadSheet(ReadSheetArguments),
}

#[derive(Debug, Subcommand)]
enum LeadsCommand {
    /// Validate a file without server or database. Exit status 0: file read; 2: not
    Check(CheckArguments),
}

#[derive(Debug, Subcommand)]
enum HistoryCommand {
    /// Verify that no event and no entry of the audit log was changed, removed or inserted. Exit status 1 if one was
    Verify(VerifyArguments),
}

#[derive(Debug, Args)]
struct VerifyArguments {
    /// Where the audit log ended, NUMBER:HASH:SIGNATURE, from a line of the program's log; needs the encryption keys
    #[arg(long)]
    head: Option<SignedHead>,
}

#[derive(Debug, Args)]
struct MigrateArguments {
    /// Database role that `coxswain serve` uses: gets the rights it needs, and no others
    #[arg(long, env = "COXSWAIN_APPLICATION_ROLE")]
    application_role: Option<String>,
}

#[derive(Debug, Args)]
struct SandboxArguments {
    /// Listen address; loopback only
    #[arg(long, default_value = "127.0.0.1:4010")]
    addr: SocketAddr,
    /// Time zone of the account, for schedules
    #[arg(long, default_value = "Asia/Jakarta")]
    zone: String,
    /// Line (repeatable; none accepts all)
    #[arg(long = "line")]
    lines: Vec<String>,
    /// Options, such as "index-base=one, latency=250ms"; the sandbox README lists all
    #[arg(long, default_value = "")]
    options: String,
    /// Address on this machine to push ended calls to
    #[arg(long)]
    push_to: Option<sandbox::PushTarget>,
}

impl Arguments {
    /// Does what was asked for; `lookup` gives the value of an environment variable.
    ///
    /// # Errors
    /// With a sentence for the person who gave the command.
    pub fn perform(self, lookup: impl Fn(&str) -> Option<String>) -> Result<(), Failure> {
        log::start(
            lookup("RUST_LOG")
                .filter(|filter| !filter.trim().is_empty())
                .as_deref(),
        )?;
        match self
            .command
            .unwrap_or(Command::Serve(ServeArguments::default()))
        {
            // What needs no threads gets none; what reads a sheet must have none when it limits itself.
            Command::Leads(LeadsCommand::Check(arguments)) => Ok(leads_check::run(arguments)?),
            Command::ReadSheet(arguments) => Ok(read_for_parent(arguments.into())?),
            command => {
                runtime::run(command.perform(lookup), LAST_THREADS).map_err(Failure::Output)?
            }
        }
    }
}

impl Command {
    async fn perform(self, lookup: impl Fn(&str) -> Option<String>) -> Result<(), Failure> {
        match self {
            Command::Serve(arguments) => {
                let config = Config::from_lookup(lookup).map_err(Failure::Config)?;
                serve::serve(config, arguments).await
            }
            Command::Migrate(arguments) => {
                let url = config::database_url(lookup).map_err(Failure::Config)?;
                migrate(&url, arguments).await
            }
            Command::SetupKey => {
                let url = config::database_url(lookup).map_err(Failure::Config)?;
                print_setup_key(&url).await
            }
            Command::EncryptionKey => {
                println!("{}", EncryptionKeys::written(&clock::random()));
                Ok(())
            }
            Command::RotateEncryption => {
                let url = config::database_url(&lookup).map_err(Failure::Config)?;
                let keys = config::encryption_keys(&lookup).map_err(Failure::Config)?;
                rotate_encryption(&url, keys).await
            }
            Command::DoNotCallKey => {
                let url = config::database_url(&lookup).map_err(Failure::Config)?;
                let keys = config::encryption_keys(&lookup).map_err(Failure::Config)?;
                do_not_call::add_key(&url, keys).await
            }
            Command::RestoreCheck(arguments) => restore::check_restore(arguments, lookup).await,
            Command::User(command) => user::run(command, lookup).await,
            Command::Leads(LeadsCommand::Check(arguments)) => Ok(leads_check::run(arguments)?),
            Command::History(HistoryCommand::Verify(arguments)) => {
                let url = config::database_url(&lookup).map_err(Failure::Config)?;
                let keys = config::encryption_keys(&lookup).map_err(Failure::Config)?;
                verify_history(&url, keys, arguments).await
            }
            Command::Sandbox(arguments) => run_sandbox(arguments).await,
            Command::ReadSheet(arguments) => Ok(read_for_parent(arguments.into())?),
        }
    }
}

async fn migrate(
    database_url: &airudder::Secret,
    arguments: MigrateArguments,
) -> Result<(), Failure> {
    let (pool, made) = serve::migrated_database(database_url).await?;
    for name in &made {
        println!("Applied {name}.");
    }
    println!("The schema is up to date.");
    let role = arguments.application_role;
    if let Some(role) = role.filter(|role| !role.trim().is_empty()) {
        let granted = backend::grant_to_application(&pool, role.trim()).await;
        granted.map_err(Failure::Backend)?;
        println!("The role {role} has the rights of the application.");
    }
    Ok(())
}

async fn print_setup_key(database_url: &airudder::Secret) -> Result<(), Failure> {
    let pool = serve::database(database_url).await?;
    let backend = Backend::new(pool, offline_client()?, false);
    let key = serve::setup_key(&backend, EarlierKeys::Die).await?;
    let key = key.ok_or(Failure::SetUp)?;
    println!(
        "Open Coxswain in a browser, at its address followed by {}",
        paths::setup()
    );
    println!("The set-up key, which works for one hour: {key}");
    Ok(())
}

async fn rotate_encryption(
    database_url: &airudder::Secret,
    keys: Option<EncryptionKeys>,
) -> Result<(), Failure> {
    let pool = serve::database(database_url).await?;
    let backend = Backend::new(pool, offline_client()?, false).with_encryption_keys(keys);
    let rotated = rotation::rotate(&backend, clock::now(), clock::random).await;
    let rotated = rotated.map_err(Failure::Backend)?;
    println!(
        "Encrypted {} of {} secrets anew with the first key; the others already were.",
        rotated.encrypted_anew, rotated.secrets
    );
    Ok(())
}

/// Tells of each account whether its history fits, and whether the audit log does; fails with the first event of each account, and the first entry,
/// that does not.
async fn verify_history(
    database_url: &airudder::Secret,
    keys: Option<EncryptionKeys>,
    arguments: VerifyArguments,
) -> Result<(), Failure> {
    let pool = serve::database(database_url).await?;
    let backend = Backend::new(pool, offline_client()?, false).with_encryption_keys(keys);
    let mut problems = Vec::new();
    for verdict in history::verify(&backend).await.map_err(Failure::Backend)? {
        match verdict.problem {
            None => println!("{}: {} events verified.", verdict.account, verdict.events),
            Some(problem) => problems.push(format!("{}: {problem}.", verdict.account)),
        }
    }
    let head = arguments.head.as_ref();
    let found = audit::verify(&backend, head)
        .await
        .map_err(Failure::Backend)?;
    let checked = if backend.encryption_keys().is_ok() {
        ""
    } else {
        "; signatures not checked, there is no encryption key"
    };
    match found.problem {
        None => println!(
            "Audit log: {} entries verified, {} signed heads{checked}.",
            found.entries, found.heads
        ),
        Some(problem) => problems.push(format!("Audit log: {problem}.")),
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Failure::History(problems))
    }
}

/// A client for commands that call nobody: they work where the provider is not configured.
fn offline_client() -> Result<airudder::Client, Failure> {
    let nowhere = "http://127.0.0.1:9".parse().expect("written here");
    let credentials = airudder::Credentials::Token(airudder::Secret::new("none"));
    airudder::Client::new(airudder::Config::new(nowhere, credentials)).map_err(Failure::Client)
}

async fn run_sandbox(arguments: SandboxArguments) -> Result<(), Failure> {
    let mut options = sandbox::SandboxOptions::parse(&arguments.options)?;
    options.pushes.sent |= arguments.push_to.is_some();
    let zone = jiff::tz::TimeZone::get(&arguments.zone)
        .map_err(|_| Failure::Zone(arguments.zone.clone()))?;
    let settings = sandbox::Settings {
        zone,
        options,
        lines: arguments.lines,
        push_to: arguments.push_to,
        ..sandbox::Settings::default()
    };
    let addr = arguments.addr;
    let listener = TcpListener::bind(addr)
        .await
        .map_err(|source| Failure::Listen { addr, source })?;
    let addr = listener
        .local_addr()
        .map_err(|source| Failure::Listen { addr, source })?;
    let mut stop = StopSignals::listen()?;
    println!("The sandbox is at http://{addr}");
    println!(
        "Key and secret: {} {}",
        sandbox::DEFAULT_APP_KEY,
        sandbox::DEFAULT_APP_SECRET
    );
    tokio::select! {
        served = sandbox::serve(listener, settings, std::sync::Arc::new(clock::now)) => served.map_err(Failure::Sandbox),
        () = stop.next() => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use localization::Message;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn serving_is_what_happens_without_a_command() {
        assert!(
            Arguments::try_parse_from(["coxswain"])
                .unwrap()
                .command
                .is_none()
        );
        assert!(
            Arguments::try_parse_from([
                "coxswain", "user", "add", "--email", "a@b.c", "--name", "A"
            ])
            .is_err()
        );
    }

    #[test]
    fn the_problems_of_a_new_person_are_told_one_a_line() {
        let sentence = Message::verbatim("This email is already in use. Enter another.");
        let error = backend::Error::problem("email", sentence);
        assert_eq!(
            Failure::Backend(error).to_string(),
            "email: This email is already in use. Enter another."
        );
    }
}
