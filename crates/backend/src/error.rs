//! What can go wrong in a use case.

use leads::views::FormProblem;
use localization::Message;

use crate::encryption::DecryptError;
use crate::messages::{busy, provider};
use crate::provider::Failure;
pub use crate::store::Unreadable;

/// Why a use case did not do what it was asked for.
///
/// The sentences of `Forbidden`, `Conflict`, `Busy`, `TooOften`, `Problems` and `Provider` are written for people; the rest is not for their
/// eyes.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or not in this account.
    #[error("not found")]
    NotFound,
    /// The caller may not do this.
    #[error("{0}")]
    Forbidden(Message),
    /// Things have changed meanwhile; the sentence says what to do.
    #[error("{0}")]
    Conflict(Message),
    /// Too much is under way already: nothing was changed.
    #[error("{sentence}")]
    Busy {
        /// What to do.
        sentence: Message,
        /// Seconds after which it is worth trying again.
        seconds: u32,
    },
    /// The person has done this too often within an hour: nothing was changed.
    #[error("{sentence}")]
    TooOften {
        /// How often, and how long to wait.
        sentence: Message,
        /// Seconds after which it is worth trying again.
        seconds: u32,
    },
    /// Fields of a form have to be fixed.
    #[error("a form has problems")]
    Problems(Vec<FormProblem>),
    /// The provider did not answer, or refused; the sentence says which.
    #[error("{0}")]
    Provider(Message),
    /// The database failed.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
    /// A stored value does not say what it should; where it stands, for the log.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The schema could not be brought up to date.
    #[error("the database schema could not be migrated")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Stored rows contradict each other.
    #[error("inconsistent: {0}")]
    Inconsistent(&'static str),
    /// A secret in the database could not be decrypted.
    #[error("a secret in the database could not be decrypted: {0}")]
    Encryption(#[from] DecryptError),
    /// The program was started without a key for secrets in the database.
    #[error("there is no encryption key: set COXSWAIN_ENCRYPTION_KEYS_FILE")]
    NoEncryptionKey,
    /// There are several accounts, and the role of the database sees the rows of each.
    #[error(
        "there are several accounts, and row-level security does not apply to this database role (owner or superuser): use a role of its \
         own, with `coxswain migrate --application-role`"
    )]
    AccountsMixed,
    /// What an account signs in with at the provider is not there.
    #[error("no credentials are stored for this account")]
    NoCredentials,
    /// Something of the machine failed: a temporary file, a thread.
    #[error("the machine failed")]
    Machine(#[from] std::io::Error),
}

/// What the database says of a statement that took too long, of a lock that was waited for too long, and of a transaction in
/// which nothing was asked for too long (PostgreSQL documentation, Appendix A).
const TIME_OUTS: [&str; 3] = ["57014", "55P03", "25P03"];

impl Error {
    /// What to tell where trying again later is all there is to do: too much is under way, or the database gave up after a
    /// time-out. The failure stays one of the database for everybody who tries again by themselves.
    pub fn try_again_later(&self) -> Option<Message> {
        match self {
            Error::Busy { sentence, .. } => Some(sentence.clone()),
            Error::Database(error) if is_time_out(error) => Some(busy::took_too_long()),
            _ => None,
        }
    }

    /// The one problem of a form.
    pub fn problem(input: &str, sentence: Message) -> Error {
        Error::Problems(vec![FormProblem::new(input, sentence)])
    }
}

fn is_time_out(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .and_then(|error| error.code())
        .is_some_and(|code| TIME_OUTS.contains(&code.as_ref()))
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Error {
        match error {
            sqlx::Error::Decode(source) => match source.downcast::<Unreadable>() {
                Ok(unreadable) => Error::Unreadable(*unreadable),
                Err(source) => Error::Database(sqlx::Error::Decode(source)),
            },
            error => Error::Database(error),
        }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Error {
        Error::Provider(failure.message())
    }
}

/// What to say of a failed call to the provider.
pub(crate) fn provider_message(error: &airudder::Error) -> Message {
    use airudder::Error as Failure;
    match error {
        Failure::NotSent { .. } => error
            .provider_words()
            .map_or_else(provider::not_reached, provider::key_refused),
        Failure::Refused { message, .. } => provider::refused(message),
        Failure::RateLimited { .. } => provider::busy(),
        Failure::Unknown { .. } => provider::unclear(),
        Failure::Undecodable { path, .. } => provider::unreadable(path),
    }
}
