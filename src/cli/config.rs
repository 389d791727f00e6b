//! What the environment says: read once, at the start, and every mistake reported together.
//!
//! Secrets are [`airudder::Secret`] from the first moment: neither a problem nor `Debug` shows them.

mod account;
mod encryption;
mod mail;
mod network;
mod provider;
mod second_factors;
mod secret;
#[cfg(test)]
mod tests;

use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use airudder::Secret;
use backend::encryption::EncryptionKeys;
use backend::factors::SecondFactors;
use backend::mail::Mailer;
use backend::restore::RestoreJournal;
use coxswain::web::request::proxies::TrustedProxies;
use coxswain::web::request::site::{PublicUrl, Site};
use leads::AccountSettings;
use secret::SecretVariable;
use sqlx::postgres::PgConnectOptions;

/// Where the database is, with its password.
const DATABASE_URL: SecretVariable = SecretVariable {
    itself: "DATABASE_URL",
    file: "DATABASE_URL_FILE",
};

/// Names the file of the restore journal.
pub const RESTORE_JOURNAL: &str = "COXSWAIN_RESTORE_JOURNAL";

/// What `coxswain serve` needs to know.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the database is, with its password.
    pub database_url: Secret,
    /// Where to listen; port 0 lets the machine choose.
    pub addr: SocketAddr,
    /// The address that people type, where it differs from the one listened on.
    pub public_url: Option<PublicUrl>,
    /// Whose word is taken for where a request comes from.
    pub trusted_proxies: TrustedProxies,
    /// Who makes the calls.
    pub provider: Provider,
    /// The account that is made when the database has none.
    pub account: AccountSettings,
    /// What encrypts secrets in the database. Only the sandbox does without.
    pub encryption_keys: Option<EncryptionKeys>,
    /// Where what a backup would bring back or lose is written down outside of the database.
    pub restore_journal: Option<RestoreJournal>,
    /// Who mails one-time links.
    pub mailer: Option<Mailer>,
    /// Whether launchers and administrators need a second factor.
    pub second_factors: SecondFactors,
    /// Between two searches for a batch without a clear answer.
    pub reconcile_every: Duration,
    /// Batches on their way to the provider at once.
    pub concurrency: usize,
    /// Files that one person may send within an hour.
    pub uploads_per_hour: usize,
    /// Checks that one person may start within an hour.
    pub checks_per_hour: usize,
}

/// Who makes the calls.
#[derive(Clone, Debug)]
pub enum Provider {
    /// The simulator, inside this process: nobody is really called.
    Sandbox {
        /// Whether `COXSWAIN_PROVIDER` says so, and not only the absence of everything else.
        asked_for: bool,
    },
    /// AIRudder, or something that stands in for it at an address.
    Airudder(Box<airudder::Config>),
}

/// One mistake in the environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigProblem {
    /// The variable.
    pub variable: &'static str,
    /// What is wrong, and how to fix it.
    pub sentence: String,
}

impl ConfigProblem {
    fn new(variable: &'static str, sentence: impl Into<String>) -> ConfigProblem {
        ConfigProblem {
            variable,
            sentence: sentence.into(),
        }
    }
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.variable, self.sentence)
    }
}

/// The variables, an empty one counting as absent, and the problems found so far.
struct Reader<'a> {
    lookup: &'a dyn Fn(&str) -> Option<String>,
    problems: Vec<ConfigProblem>,
}

impl<'a> Reader<'a> {
    fn new(lookup: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Reader {
            lookup,
            problems: Vec::new(),
        }
    }

    fn get(&self, variable: &str) -> Option<String> {
        (self.lookup)(variable)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    }

    fn problem(&mut self, variable: &'static str, sentence: impl Into<String>) {
        self.problems.push(ConfigProblem::new(variable, sentence));
    }

    /// A setting under the name that it had before would be passed over without a word.
    fn refuse_old_names(&mut self) {
        for (old, new) in OLD_NAMES {
            if self.get(old).is_some() {
                self.problem(old, format!("It is called {new} now. Rename it."));
            }
        }
    }

    fn database_url(&mut self) -> Option<Secret> {
        if !self.has_secret(DATABASE_URL) {
            self.problem(
                DATABASE_URL.itself,
                "Set it to the Postgres database, such as postgres://coxswain@127.0.0.1/coxswain.",
            );
        }
        let url = self.secret(DATABASE_URL)?;
        let variable = self.source_of(DATABASE_URL);
        let is_postgres = url.starts_with("postgres://") || url.starts_with("postgresql://");
        let options = url.parse::<PgConnectOptions>();
        let Some(options) = options.ok().filter(|_| is_postgres) else {
            // The value is not repeated: it may hold a password.
            self.problem(
                variable,
                "Write it as postgres://user:password@host:port/database.",
            );
            return None;
        };
        if !network::is_private(&options) {
            self.problem(
                variable,
                "The database is on another machine, and leads would cross the network without proof of who reads them. \
                 Add ?sslmode=verify-full, and &sslrootcert= with the file of its certificate authority if that is your own.",
            );
            return None;
        }
        Some(Secret::new(url))
    }
}

/// Variables that have another name now. The old ones are put together, since no document lists them.
const OLD_NAMES: [(&str, &str); 2] = [
    (concat!("COXSWAIN_", "QUIET_DAYS"), "COXSWAIN_COOLDOWN_DAYS"),
    (
        concat!("COXSWAIN_", "LOOK_EVERY_SECONDS"),
        "COXSWAIN_RECONCILE_EVERY_SECONDS",
    ),
];

impl Config {
    /// Reads everything; `lookup` gives the value of a variable.
    ///
    /// # Errors
    /// All mistakes, in the order in which the README lists the variables.
    pub fn from_lookup(
        lookup: impl Fn(&str) -> Option<String>,
    ) -> Result<Config, Vec<ConfigProblem>> {
        let mut reader = Reader::new(&lookup);
        reader.refuse_old_names();
        let database_url = reader.database_url();
        let addr = network::addr(&mut reader);
        let public_url = network::public_url(&mut reader);
        network::refuse_plain_http(&mut reader, addr, public_url.as_ref());
        let trusted_proxies = network::trusted_proxies(&mut reader, addr);
        let provider = provider::read(&mut reader);
        let encryption_keys = encryption::read(&mut reader);
        if matches!(provider, Some(Provider::Airudder(_))) {
            encryption::demand(&mut reader);
        }
        let restore_journal = reader.get(RESTORE_JOURNAL).map(RestoreJournal::at);
        let mailer = mail::read(&mut reader);
        let second_factors = second_factors::read(&mut reader, provider.as_ref());
        let account = account::read(
            &mut reader,
            matches!(provider, Some(Provider::Sandbox { .. })),
        );
        let reconcile_every = reconcile_every(&mut reader);
        let concurrency = concurrency(&mut reader);
        let uploads_per_hour = uploads_per_hour(&mut reader);
        let checks_per_hour = checks_per_hour(&mut reader);
        match (database_url, addr, provider, account) {
            (Some(database_url), Some(addr), Some(provider), Some(account))
                if reader.problems.is_empty() =>
            {
                Ok(Config {
                    database_url,
                    addr,
                    public_url,
                    trusted_proxies,
                    provider,
                    account,
                    encryption_keys,
                    restore_journal,
                    mailer,
                    second_factors,
                    reconcile_every,
                    concurrency,
                    uploads_per_hour,
                    checks_per_hour,
                })
            }
            _ => Err(reader.problems),
        }
    }
}

/// Reads where the database is, for commands that need nothing else.
///
/// # Errors
/// When the variable is absent or is not the address of a Postgres database.
pub fn database_url(lookup: impl Fn(&str) -> Option<String>) -> Result<Secret, Vec<ConfigProblem>> {
    let mut reader = Reader::new(&lookup);
    reader.database_url().ok_or(reader.problems)
}

/// Reads where people find Coxswain, for commands that tell an address.
///
/// # Errors
/// Every mistake in where it listens and under which address.
pub fn origin(lookup: impl Fn(&str) -> Option<String>) -> Result<String, Vec<ConfigProblem>> {
    let mut reader = Reader::new(&lookup);
    let addr = network::addr(&mut reader);
    let public_url = network::public_url(&mut reader);
    match addr {
        Some(addr) if reader.problems.is_empty() => {
            Ok(Site::new(public_url, addr, TrustedProxies::loopback()).origin)
        }
        _ => Err(reader.problems),
    }
}

/// Reads the keys that encrypt and sign, for commands that do without where there are none.
///
/// # Errors
/// Every mistake in them.
pub fn encryption_keys(
    lookup: impl Fn(&str) -> Option<String>,
) -> Result<Option<EncryptionKeys>, Vec<ConfigProblem>> {
    let mut reader = Reader::new(&lookup);
    let keys = encryption::read(&mut reader);
    match reader.problems.is_empty() {
        true => Ok(keys),
        false => Err(reader.problems),
    }
}

/// Looks that follow each other too fast would all miss what the list shows a little later.
fn reconcile_every(reader: &mut Reader<'_>) -> Duration {
    let what = "the seconds between two searches";
    Duration::from_secs(
        whole_number(reader, "COXSWAIN_RECONCILE_EVERY_SECONDS", 30, 3600, what).into(),
    )
}

/// More at once than the connections to the database would only wait for each other.
fn concurrency(reader: &mut Reader<'_>) -> usize {
    let what = "how many batches can be sent to AIRudder at once";
    whole_number(reader, "COXSWAIN_CONCURRENCY", 4, 16, what).into()
}

/// More than a person needs: a program that sends files by itself may need more.
fn uploads_per_hour(reader: &mut Reader<'_>) -> usize {
    let what = "how many files one person can upload within an hour";
    whole_number(reader, "COXSWAIN_UPLOADS_PER_HOUR", 30, 10_000, what).into()
}

/// Likewise for checks.
fn checks_per_hour(reader: &mut Reader<'_>) -> usize {
    let what = "how many checks one person can start within an hour";
    whole_number(reader, "COXSWAIN_CHECKS_PER_HOUR", 60, 10_000, what).into()
}

/// A number from 1 to `most`; `what` says what it is.
fn whole_number(
    reader: &mut Reader<'_>,
    variable: &'static str,
    default: u16,
    most: u16,
    what: &str,
) -> u16 {
    let Some(text) = reader.get(variable) else {
        return default;
    };
    match text.parse() {
        Ok(number) if (1..=most).contains(&number) => number,
        _ => {
            reader.problem(
                variable,
                format!("“{text}” is not a whole number from 1 to {most}. Write {what}."),
            );
            default
        }
    }
}
