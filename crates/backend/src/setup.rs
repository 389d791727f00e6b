//! What is asked when the program starts: who is to be the first administrator, and who made the calls so far.

use jiff::{SignedDuration, Timestamp};

use crate::audit::{Actor, AuditAction, AuditEntry, AuditObject, Client, LinkRefusal};
use crate::error::Error;
use crate::guesses::{self, Guess};
use crate::ids::PersonId;
pub use crate::typed_keys::KEY_BYTES;
use crate::typed_keys::{digest, spelt};
use crate::users::{self, KnownPerson};
use crate::{Backend, passwords, retention, store};
use leads::Role;
use leads::views::RetentionForm;

/// How long a key works.
const KEY_LASTS: SignedDuration = SignedDuration::from_hours(1);

/// What becomes of the keys that were made before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierKeys {
    /// They work until their time is over: another process may have told them.
    Stay,
    /// They work no more.
    Die,
}

/// Somebody who wants to be the first administrator, as typed.
#[derive(Clone, Copy)]
pub struct FirstAdministrator<'a> {
    /// The id that they get.
    pub id: PersonId,
    /// The key of the set-up.
    pub key: &'a str,
    /// What they sign in with.
    pub email: &'a str,
    /// What others call them.
    pub name: &'a str,
    /// Their password.
    pub password: &'a str,
    /// How long the account keeps what names people: chosen at the set-up, as nothing is kept, or deleted, by default.
    pub retention: &'a RetentionForm,
}

/// Why the first administrator was not made.
#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    /// Somebody can sign in already.
    #[error("the set-up is done")]
    Done,
    /// The key is none of those that work now.
    #[error("wrong key")]
    WrongKey,
    /// Too many wrong keys, from this address or in all.
    #[error("too many wrong keys")]
    Wait {
        /// Minutes until the next one is heard, rounded up.
        minutes: u32,
    },
    /// It could not be done, or the form has to be fixed.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<sqlx::Error> for SetUpError {
    fn from(error: sqlx::Error) -> SetUpError {
        SetUpError::Failed(error.into())
    }
}

/// Makes a key from random bytes, as long as nobody can sign in. `None` when somebody can.
///
/// # Errors
/// When the database fails.
pub async fn make_key(
    backend: &Backend,
    now: Timestamp,
    random: [u8; KEY_BYTES],
    earlier: EarlierKeys,
) -> Result<Option<String>, Error> {
    let mut transaction = backend.pool.begin().await?;
    store::users::lock_set_up(&mut transaction).await?;
    if store::users::any(&mut transaction).await? {
        return Ok(None);
    }
    let over = match earlier {
        EarlierKeys::Stay => now - KEY_LASTS,
        EarlierKeys::Die => Timestamp::MAX,
    };
    store::users::delete_setup_keys(&mut transaction, over).await?;
    let key = spelt(random);
    store::users::insert_setup_key(&mut transaction, now, &digest(&key)).await?;
    transaction.commit().await?;
    Ok(Some(key))
}

/// Whether nobody can sign in yet.
///
/// # Errors
/// When the database fails.
pub async fn is_needed(backend: &Backend) -> Result<bool, Error> {
    let mut connection = backend.pool.acquire().await?;
    Ok(!store::users::any(&mut connection).await?)
}

/// Whether nobody has begun a draft yet: then there are no tasks either.
///
/// # Errors
/// When the database fails.
pub async fn is_unused(backend: &Backend) -> Result<bool, Error> {
    for account in backend.each_account().await? {
        if store::drafts::any(&account.pool).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether tasks or checks of this database were meant for AIRudder itself, and not for the simulator.
///
/// # Errors
/// When the database fails.
pub async fn has_used_airudder(backend: &Backend) -> Result<bool, Error> {
    for account in backend.each_account().await? {
        if store::tasks::any_for_airudder(&account.pool).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Makes the first administrator; no key works afterwards.
///
/// # Errors
/// [`SetUpError::Wait`] after 5 wrong keys from one address or 50 in all within 15 minutes; [`Error::Problems`] for `name`,
/// `email` or `password`, once the key is right.
pub async fn create_administrator(
    backend: &Backend,
    now: Timestamp,
    new: FirstAdministrator<'_>,
    client: &Client,
) -> Result<KnownPerson, SetUpError> {
    if !is_needed(backend).await? {
        return Err(SetUpError::Done);
    }
    let key = digest(new.key);
    expect_key(backend, now, &key, client).await?;
    let company = store::accounts::names_of_company(&backend.pool).await?;
    let beside = leads::Beside::Nothing;
    let person = leads::parse_new_person(new.email, new.name, new.password, &company, beside);
    let retention = leads::parse_retention_form(new.retention);
    let (person, retention) = match (person, retention) {
        (Ok(person), Ok(retention)) => (person, retention),
        (person, retention) => {
            let mut problems = person.err().unwrap_or_default();
            problems.extend(retention.err().unwrap_or_default());
            return Err(Error::Problems(problems).into());
        }
    };
    let hash = passwords::hash(backend, &person.password).await?;
    let mut transaction = backend.pool.begin().await?;
    store::users::lock_set_up(&mut transaction).await?;
    if store::users::any(&mut transaction).await? {
        return Err(SetUpError::Done);
    }
    if !store::users::setup_key_works(&mut transaction, &key, now - KEY_LASTS).await? {
        return Err(SetUpError::WrongKey);
    }
    users::insert(
        &mut transaction,
        now,
        new.id,
        &person,
        &hash,
        (Role::Administrator, None),
    )
    .await?;
    store::users::delete_setup_keys(&mut transaction, Timestamp::MAX).await?;
    let actor = Actor::without_session(Some(new.id), client);
    let entry = AuditEntry::by(actor, now, AuditAction::SetUp {});
    let entry = entry.about(AuditObject::Person(new.id));
    store::audit::insert(&mut *transaction, &entry).await?;
    transaction.commit().await?;
    // One account at a time is within reach; what was chosen before stays.
    for account in backend.each_account().await? {
        retention::choose_first(&account, now, &retention).await?;
    }
    let known = store::users::known(&backend.pool, new.id).await?;
    known.ok_or(SetUpError::Failed(Error::NotFound))
}

/// Fails unless the key works.
async fn expect_key(
    backend: &Backend,
    now: Timestamp,
    key: &[u8],
    client: &Client,
) -> Result<(), SetUpError> {
    let works = async {
        let mut connection = backend.pool.acquire().await?;
        Ok(store::users::setup_key_works(&mut connection, key, now - KEY_LASTS).await?)
    };
    let heard = guesses::check_key(backend, now, "set-up", client.address, works).await?;
    let (reason, error) = match heard {
        Guess::Right => return Ok(()),
        Guess::Wrong => (LinkRefusal::Unknown, SetUpError::WrongKey),
        Guess::Wait { minutes } => (LinkRefusal::TooManyAttempts, SetUpError::Wait { minutes }),
    };
    let refused = AuditAction::SetUpRefused { reason };
    let entry = AuditEntry::by(Actor::without_session(None, client), now, refused);
    store::audit::insert(&backend.pool, &entry).await?;
    Err(error)
}
