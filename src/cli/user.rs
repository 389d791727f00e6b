//! The commands that manage users: for the day on which the last administrator cannot sign in, and for scripts.

use std::io::{IsTerminal, Read, Write};

use backend::people::{self, By, Reset};
use backend::{Backend, Role, users};
use clap::{Args, Subcommand, ValueEnum};
use coxswain::web::clock;
use coxswain::web::paths;

use crate::cli::failure::Failure;
use crate::cli::{config, offline_client, serve};

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add a user (prompts for the password, or reads standard input)
    Add(NewUser),
    /// List all users: email, name, role in the account, last seen (UTC), disabled since (UTC)
    List(ListArguments),
    /// Disable a user and end their sessions at once
    Disable(WhichUser),
    /// Enable a user who was disabled
    Enable(WhichUser),
    /// Print a one-time link to choose a new password. It expires in one hour
    ResetLink(ResetArguments),
    /// Change a user’s role and end their sessions at once
    Role(NewRole),
}

#[derive(Debug, Args)]
pub struct NewUser {
    /// Email address for sign-in
    #[arg(long)]
    email: String,
    /// Name shown to others
    #[arg(long)]
    name: String,
    /// Role: each includes what the ones before it may do
    #[arg(long, value_enum)]
    role: RoleArgument,
    #[command(flatten)]
    account: WhichAccount,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum RoleArgument {
    /// Sees tasks and results; numbers are masked
    Viewer,
    /// Prepares and checks lists
    Preparer,
    /// Submits tasks and stops calls
    #[value(alias = "member")]
    Launcher,
    /// Changes people and settings
    Admin,
}

impl From<RoleArgument> for Role {
    fn from(role: RoleArgument) -> Role {
        match role {
            RoleArgument::Viewer => Role::Viewer,
            RoleArgument::Preparer => Role::Preparer,
            RoleArgument::Launcher => Role::Launcher,
            RoleArgument::Admin => Role::Administrator,
        }
    }
}

/// The word by which the command line takes the role.
fn word(role: Role) -> String {
    let mut arguments = RoleArgument::value_variants().iter();
    let argument = arguments.find(|argument| Role::from(**argument) == role);
    let value = argument.and_then(RoleArgument::to_possible_value);
    value.map_or_else(
        || role.key().to_owned(),
        |value| value.get_name().to_owned(),
    )
}

#[derive(Debug, Args)]
pub struct WhichUser {
    /// Email address for sign-in
    #[arg(long)]
    email: String,
}

#[derive(Debug, Args)]
pub struct WhichAccount {
    /// Account, as in its address (ph in /a/ph/tasks); needed where there are several
    #[arg(long)]
    account: Option<String>,
}

#[derive(Debug, Args)]
pub struct ListArguments {
    #[command(flatten)]
    account: WhichAccount,
}

#[derive(Debug, Args)]
pub struct ResetArguments {
    #[command(flatten)]
    user: WhichUser,
    /// Also remove the user’s second factors, at once, and end their sessions; the password stops working
    #[arg(long)]
    remove_second_factors: bool,
}

#[derive(Debug, Args)]
pub struct NewRole {
    #[command(flatten)]
    user: WhichUser,
    #[command(flatten)]
    account: WhichAccount,
    /// The new role; administrators are so in every account
    #[arg(long, value_enum)]
    role: RoleArgument,
}

impl WhichAccount {
    /// The use cases of that account.
    async fn of(&self, backend: &Backend) -> Result<Backend, backend::Error> {
        backend.with_account(self.account.as_deref()).await
    }
}

/// Does what was asked for.
///
/// # Errors
/// With a sentence for the person who gave the command.
pub async fn run(
    command: UserCommand,
    lookup: impl Fn(&str) -> Option<String>,
) -> Result<(), Failure> {
    let url = config::database_url(&lookup).map_err(Failure::Config)?;
    let origin = match &command {
        UserCommand::ResetLink(_) => config::origin(&lookup).map_err(Failure::Config)?,
        _ => String::new(),
    };
    let password = match &command {
        UserCommand::Add(_) => Some(password().await?),
        _ => None,
    };
    let backend = Backend::new(serve::database(&url).await?, offline_client()?, false);
    let told = perform(command, &backend, &origin, password)
        .await
        .map_err(Failure::Backend)?;
    writeln!(std::io::stdout().lock(), "{told}").map_err(Failure::Output)
}

async fn perform(
    command: UserCommand,
    backend: &Backend,
    origin: &str,
    password: Option<airudder::Secret>,
) -> Result<String, backend::Error> {
    let (by, now) = (By::CommandLine, clock::now());
    match command {
        UserCommand::Add(NewUser {
            email,
            name,
            role,
            account,
        }) => {
            let backend = &account.of(backend).await?;
            let password = password.unwrap_or_else(|| airudder::Secret::new(""));
            let (id, password) = (clock::new_id(), password.expose());
            users::add(backend, now, id, &email, &name, password, role.into()).await?;
            Ok(format!("{email} can sign in now."))
        }
        UserCommand::List(arguments) => list(&arguments.account.of(backend).await?).await,
        UserCommand::Disable(user) => {
            let person = people::with_email(backend, &user.email).await?;
            let done = people::disable(backend, by, now, person).await;
            done.map(|told| told.to_string())
        }
        UserCommand::Enable(user) => {
            let person = people::with_email(backend, &user.email).await?;
            let done = people::enable(backend, by, now, person).await;
            done.map(|told| told.to_string())
        }
        UserCommand::Role(NewRole {
            user,
            account,
            role,
        }) => {
            let backend = &account.of(backend).await?;
            let person = people::with_email(backend, &user.email).await?;
            let done = people::change_role(backend, by, now, person, Role::from(role)).await;
            done.map(|told| told.to_string())
        }
        UserCommand::ResetLink(arguments) => {
            let person = people::with_email(backend, &arguments.user.email).await?;
            let (reset, kept) = match arguments.remove_second_factors {
                true => (Reset::SecondFactors, "Second factors are removed."),
                false => (Reset::Password, "Second factors stay."),
            };
            let of = (person, reset);
            let key = people::start_reset(backend, by, now, of, clock::random()).await?;
            Ok(format!(
                "{kept} This link works once and expires in one hour: {origin}{}",
                paths::link(&key)
            ))
        }
    }
}

/// A line for each user, its parts between tabulators.
async fn list(backend: &Backend) -> Result<String, backend::Error> {
    let moment = |at: Option<jiff::Timestamp>| match at {
        Some(at) => at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        None => "-".to_owned(),
    };
    let lines = people::list(backend).await?.into_iter().map(|person| {
        [
            person.email,
            person.name,
            person.role.map_or_else(|| "none".to_owned(), word),
            moment(person.seen_at),
            moment(person.disabled_at),
        ]
        .join("\t")
    });
    let header = "email\tname\trole\tlast seen\tdisabled since".to_owned();
    Ok(std::iter::once(header)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n"))
}

async fn password() -> Result<airudder::Secret, Failure> {
    tokio::task::spawn_blocking(read_password)
        .await
        .map_err(std::io::Error::other)
        .and_then(|password| password)
        .map_err(Failure::Password)
}

/// Asks on the terminal, without showing what is typed; takes the first line where nobody is there to ask.
fn read_password() -> std::io::Result<airudder::Secret> {
    if std::io::stdin().is_terminal() {
        return rpassword::prompt_password("Password: ").map(airudder::Secret::new);
    }
    let mut input = String::new();
    std::io::stdin().take(4096).read_to_string(&mut input)?;
    Ok(airudder::Secret::new(
        input.lines().next().unwrap_or_default(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_listed_by_the_word_that_the_command_line_takes() {
        for role in Role::ALL {
            let argument = RoleArgument::from_str(&word(role), false).expect("a role");
            assert_eq!(Role::from(argument), role);
        }
    }
}
