//! The use cases of Coxswain, and its storage.
//!
//! Architecture invariant: no Leptos, no axum, no status code here; all SQL stands in `store`. The clock and
//! randomness are arguments.

pub mod accounts;
pub mod approvals;
pub mod audit;
pub mod calling_rules;
mod calling_verdicts;
pub mod checks;
pub mod confirmation;
pub mod credentials;
pub mod devices;
pub mod do_not_call;
pub mod drafts;
pub mod encryption;
pub mod erasures;
pub mod error;
mod events;
pub mod factors;
pub mod guesses;
mod hashing;
pub mod health;
pub mod history;
pub mod hourly;
pub mod ids;
pub mod installation;
pub mod layout;
pub mod loopback;
pub mod mail;
mod messages;
pub mod overview;
mod passwords;
pub mod payload;
pub mod people;
mod provider;
pub mod pushes;
mod reconciliation;
pub mod restore;
pub mod results;
pub mod retention;
pub mod robots;
pub mod rotation;
pub mod setup;
mod store;
mod stored_sentences;
mod tagged;
pub mod tasks;
pub mod test_calls;
mod typed_keys;
pub mod users;
pub mod worker;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use encryption::EncryptionKeys;
pub use error::Error;
use factors::SecondFactors;
use hashing::Hashing;
use ids::AccountId;
pub use leads::Role;
use localization::Message;
use provider::Provider;
use sheets::reader::SheetReader;
use sqlx::PgPool;
pub use store::connections::{pool_options, reads_only};
pub use store::grants::role_that_may_change_the_schema;
pub use store::schema::{grant_to_application, migrate, missing_migrations};
pub use store::{TimeLimits, prepare_connection, sessions};
use tokio::sync::{Notify, Semaphore};
pub use users::{Caller, KnownPerson, SignIn};

/// What every use case works with: the database, the provider, and the bell that wakes the worker.
#[derive(Clone, Debug)]
pub struct Backend {
    pool: PgPool,
    /// The account that it works for.
    account: Option<AccountId>,
    provider: Provider,
    sandbox: bool,
    work: Arc<Notify>,
    intake: Arc<Semaphore>,
    /// Places of pushes that are taken at once.
    pushes: Arc<Semaphore>,
    sheets: SheetReader,
    hashing: Hashing,
    hourly: hourly::Hourly,
    /// When the database was last made to look at long lists, or will be.
    analyzed_leads: Arc<Mutex<Option<jiff::Timestamp>>>,
    robots: Arc<provider::robots::Asked>,
    /// When the worker of this process last came through a turn, in milliseconds since 1970; `i64::MIN` before the first.
    turned: Arc<AtomicI64>,
    max_whole_list: u32,
    encryption_keys: Option<EncryptionKeys>,
    mailer: Option<mail::Mailer>,
    second_factors: SecondFactors,
    restore_journal: Option<restore::RestoreJournal>,
}

/// Whole lists that are worked on at once: each takes a processor or a connection with the database for as long as it lasts.
const SHEETS_AT_ONCE: usize = 2;

impl Backend {
    /// Puts the parts together. `sandbox` says that the provider is a simulator: nobody is really called.
    pub fn new(pool: PgPool, provider: airudder::Client, sandbox: bool) -> Backend {
        Backend {
            pool,
            account: None,
            provider: Provider::new(provider),
            sandbox,
            work: Arc::new(Notify::new()),
            intake: Arc::new(Semaphore::new(SHEETS_AT_ONCE)),
            pushes: Arc::new(Semaphore::new(pushes::TAKEN_AT_ONCE)),
            sheets: SheetReader::in_process(),
            hashing: Hashing::default(),
            hourly: hourly::Hourly::default(),
            analyzed_leads: Arc::default(),
            robots: Arc::default(),
            turned: Arc::new(AtomicI64::new(i64::MIN)),
            max_whole_list: leads::MAX_BATCH_SIZE,
            encryption_keys: None,
            mailer: None,
            second_factors: SecondFactors::Optional,
            restore_journal: None,
        }
    }

    /// What works for that account and no other: connections that row-level security keeps from the rows of others, and a circuit breaker, a
    /// queue and robots of its own.
    pub(crate) fn for_account(&self, account: AccountId) -> Backend {
        Backend {
            pool: store::connections::of_account(&self.pool, account),
            account: Some(account),
            provider: Provider::without_client(),
            work: Arc::new(Notify::new()),
            robots: Arc::default(),
            turned: Arc::new(AtomicI64::new(i64::MIN)),
            ..self.clone()
        }
    }

    /// What works for each account, with connections of its own.
    async fn each_account(&self) -> Result<Vec<Backend>, Error> {
        let accounts = store::accounts::all(&self.pool).await?.into_iter();
        Ok(accounts
            .map(|account| self.for_account(account.id))
            .collect())
    }

    /// What works for the account that stands in addresses like that: for commands.
    ///
    /// # Errors
    /// [`Error::Problems`] for `account` where there is none, with those that there are; for nothing where there are several.
    pub async fn with_account(&self, slug: Option<&str>) -> Result<Backend, Error> {
        let accounts = store::accounts::all(&self.pool).await?;
        let found = match (slug, accounts.as_slice()) {
            // Before the program has started for the first time.
            (None, []) => return Ok(self.clone()),
            (None, [only]) => Some(only),
            (slug, all) => all.iter().find(|account| Some(&*account.slug) == slug),
        };
        if let Some(account) = found {
            return Ok(Backend {
                provider: self.provider.clone(),
                ..self.for_account(account.id)
            });
        }
        let slugs: Vec<String> = accounts.into_iter().map(|account| account.slug).collect();
        let sentence = format!("Choose one of the accounts: {}.", slugs.join(", "));
        Err(Error::problem("account", Message::verbatim(sentence)))
    }

    /// The same in an installation that needs second factors, or does not.
    pub fn with_second_factors(self, second_factors: SecondFactors) -> Backend {
        Backend {
            second_factors,
            ..self
        }
    }

    /// The same with the keys of the installation, where it has some: they encrypt secrets in the database and sign.
    pub fn with_encryption_keys(self, keys: impl Into<Option<EncryptionKeys>>) -> Backend {
        Backend {
            encryption_keys: keys.into(),
            ..self
        }
    }

    /// The same, keeping that restore journal, if there is one.
    pub fn with_restore_journal(
        self,
        journal: impl Into<Option<restore::RestoreJournal>>,
    ) -> Backend {
        Backend {
            restore_journal: journal.into(),
            ..self
        }
    }

    /// Where what a backup would bring back or lose is written down outside of the database.
    pub fn restore_journal(&self) -> Option<&restore::RestoreJournal> {
        self.restore_journal.as_ref()
    }

    /// The same, mailing one-time links too where there is a mailer.
    pub fn with_mailer(self, mailer: impl Into<Option<mail::Mailer>>) -> Backend {
        Backend {
            mailer: mailer.into(),
            ..self
        }
    }

    /// The keys of the installation.
    ///
    /// # Errors
    /// [`Error::NoEncryptionKey`] where it was started without.
    pub fn encryption_keys(&self) -> Result<&EncryptionKeys, Error> {
        self.encryption_keys.as_ref().ok_or(Error::NoEncryptionKey)
    }

    /// The same, cutting lists of more than so many leads into batches of that many, though one batch would take them: for tests,
    /// which would otherwise need 10,001 leads for two batches.
    pub fn cutting_lists_longer_than(self, leads: u32) -> Backend {
        Backend {
            max_whole_list: leads,
            ..self
        }
    }

    /// The same with another queue for passwords: so many hashes at once, and so many that wait.
    pub fn with_password_queue(self, at_once: usize, waiting: usize) -> Backend {
        let hashing = Hashing::new(at_once, waiting);
        Backend { hashing, ..self }
    }

    /// The same, reading sheets there and not in this process: what anybody may upload is read in a process of its own.
    pub fn reading_sheets_with(self, sheets: SheetReader) -> Backend {
        Backend { sheets, ..self }
    }

    /// Where sheets are read.
    pub fn sheets(&self) -> &SheetReader {
        &self.sheets
    }

    /// The database.
    pub fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// Whether a simulator stands in for the provider.
    pub fn is_sandbox(&self) -> bool {
        self.sandbox
    }

    /// The worker of this process has come through a turn: it could read the queue.
    fn turned(&self, now: jiff::Timestamp) {
        self.turned.store(now.as_millisecond(), Ordering::Relaxed);
    }

    /// When the worker of this process last came through a turn.
    fn last_turn(&self) -> Option<jiff::Timestamp> {
        jiff::Timestamp::from_millisecond(self.turned.load(Ordering::Relaxed)).ok()
    }

    /// Tells the worker of this process that there is something to do.
    fn wake_worker(&self) {
        self.work.notify_one();
    }
}
