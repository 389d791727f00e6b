//! People: who they are, how they sign in.

mod accounts_of_person;

use std::net::IpAddr;
use std::sync::Arc;

use jiff::Timestamp;
use leads::{Action, Role};
use localization::{Language, Message};

use crate::accounts::Account;
use crate::audit::{
    Actor, AuditAction, AuditEntry, AuditObject, Client, RequestSource, SignInRefusal, SignedInBy,
};
use crate::devices::{self, KnownDevice};
use crate::error::{Error, Unreadable};
use crate::factors::FirstFactor;
use crate::guesses::{self, Heard, Subject, network_of, subject};
use crate::ids::{AccountId, PersonId};
use crate::messages::{own_account_errors, people_errors};
use crate::passwords::{self, Compared, DUMMY_PASSWORD_HASH};
use crate::store;
use crate::store::sessions::{CallerSession, SessionHandle};
pub use crate::store::users::AccountOfPerson;
use crate::{Backend, accounts};
pub use accounts_of_person::{AccountsOfPerson, accounts_of, needs_second_factor_in};

/// Who asks for something, and for which account.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The person's id.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
    /// The language that they have chosen.
    pub language: Option<Language>,
    /// What the person may do.
    pub role: Role,
    /// The epoch of their sessions: one that began in an earlier one is over.
    pub session_epoch: i32,
    /// Tasks of the account that needed attention when they asked, counted up to [`leads::views::MAX_ATTENTION_SHOWN`] and one.
    pub needs_attention: u32,
    /// Whether they have a second factor.
    pub has_second_factor: bool,
    /// Whether they need one and have none: they may do nothing else before they have set one up.
    pub owes_second_factor: bool,
    /// The session they come with; `None` where the program asks by itself.
    pub session: Option<CallerSession>,
    /// The accounts that they may work in, the oldest first.
    pub accounts: Vec<AccountOfPerson>,
    /// The account they work in, as it was when they asked.
    pub account: Arc<Account>,
    /// Where their request comes from.
    pub source: RequestSource,
}

/// Somebody who has proved who they are: for whom a session may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The person's id.
    pub person: PersonId,
    /// The epoch of their sessions when they proved it.
    pub epoch: i32,
    /// By what; `None` where the session was theirs before.
    pub by: Option<SignedInBy>,
}

/// Somebody whose password was right, whatever accounts they may work in.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct KnownPerson {
    /// The person's id.
    pub person: PersonId,
    session_epoch: i32,
    has_second_factor: bool,
}

impl KnownPerson {
    /// What they get, as long as nothing ends their sessions meanwhile.
    pub fn first_factor(&self, now: Timestamp) -> FirstFactor {
        let sign_in = SignIn {
            person: self.person,
            epoch: self.session_epoch,
            by: Some(SignedInBy::Password),
        };
        FirstFactor::new(sign_in, self.has_second_factor, now)
    }
}

impl Caller {
    /// Whether their role allows that.
    pub fn may(&self, action: Action) -> bool {
        leads::may(self.role, action)
    }

    /// Each use case begins with it.
    ///
    /// # Errors
    /// [`Error::Forbidden`] where their role does not allow that, or needs a second factor that they do not have yet.
    pub fn must(&self, action: Action) -> Result<(), Error> {
        if self.owes_second_factor {
            return Err(Error::Forbidden(own_account_errors::factor_owed()));
        }
        match self.may(action) {
            true => Ok(()),
            false => Err(self.forbidden(action)),
        }
    }

    /// The refusal of what their role does not allow, which is noted for the audit log.
    pub(crate) fn forbidden(&self, action: Action) -> Error {
        self.source.forbid(action);
        Error::Forbidden(action.refusal())
    }

    /// Who does what they ask for, and from where.
    pub(crate) fn actor(&self) -> Actor {
        Actor::signed_in(self.person, &self.source)
    }
}

/// Why a sign-in failed.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// No such person, one who is disabled, or another password: which of them is not told.
    #[error("wrong email or password")]
    Wrong,
    /// Too many failures before it.
    #[error("too many attempts")]
    Wait {
        /// Minutes until the next attempt is heard, rounded up.
        minutes: u32,
    },
    /// It could not be found out, or too many sign in at once ([`Error::Busy`]).
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<sqlx::Error> for SignInError {
    fn from(error: sqlx::Error) -> SignInError {
        SignInError::Failed(error.into())
    }
}

/// Tokens of known devices that are looked at: one browser keeps one for each person.
const MAX_TOKENS: usize = 16;

/// Bytes that are kept of the digest of an email that nobody has.
const UNKNOWN_EMAIL_BYTES: usize = 6;

/// Signs a person in. `tokens` are what the browser keeps of people who have signed in with it before ([`crate::devices`]).
///
/// # Errors
/// [`SignInError::Wrong`], or [`SignInError::Wait`] after 5 failures from a known device, or of one person from one network; docs/limits.md
/// has the others. [`Error::Busy`] when too many passwords wait to be checked: such an attempt is not counted.
pub async fn sign_in(
    backend: &Backend,
    now: Timestamp,
    email: &str,
    password: &str,
    client: &Client,
    tokens: &[&str],
) -> Result<KnownPerson, SignInError> {
    let email = email.trim().to_lowercase();
    // Before the database is asked for anything: a flood is to cost little.
    let place = backend.hashing.place()?;
    let found = store::users::who_may_sign_in(&backend.pool, &email).await?;
    let person = found.as_ref().map(|user| user.id);
    let known = person.and_then(|person| {
        let mut tokens = tokens.iter().take(MAX_TOKENS);
        tokens.find_map(|token| devices::known(backend, person, token))
    });
    let subjects = subjects_of_sign_in(backend, &email, client.address, known);
    let attempt = match guesses::attempt(backend, now, &subjects).await? {
        Heard::Wait { minutes } => {
            let reason = SignInRefusal::TooManyAttempts;
            record_refused(backend, now, &email, client, reason).await?;
            return Err(SignInError::Wait { minutes });
        }
        Heard::Yes(attempt) => attempt,
    };
    let stored = found.as_ref().map_or_else(
        || DUMMY_PASSWORD_HASH.to_owned(),
        |user| user.password_hash.clone(),
    );
    let compared = passwords::compare(place, password, stored).await?;
    let Some(user) = found.filter(|_| compared != Compared::Differs) else {
        record_refused(backend, now, &email, client, SignInRefusal::WrongPassword).await?;
        return Err(SignInError::Wrong);
    };
    if let Compared::MatchesOld(new) = &compared {
        store::people::rehash(&backend.pool, user.id, &user.password_hash, new).await?;
    }
    if user.password_is_long.is_none() {
        let is_long = leads::is_long_password(password);
        store::people::note_length(&backend.pool, user.id, is_long).await?;
    }
    // Of the others, those of the whole network go on counting: one colleague who signs in does not vouch for it.
    attempt.succeeded(backend, &subjects[..1]).await?;
    let known = store::users::known(&backend.pool, user.id).await?;
    // What ends sessions while a password is compared ends the one that would begin.
    let known = known.filter(|known| known.session_epoch == user.session_epoch);
    if known.is_none() {
        record_refused(
            backend,
            now,
            &email,
            client,
            SignInRefusal::ChangedMeanwhile,
        )
        .await?;
    }
    known.ok_or(SignInError::Wrong)
}

/// Writes down that a sign-in was refused. That it was not is written with its session ([`store::sessions::insert`]).
async fn record_refused(
    backend: &Backend,
    now: Timestamp,
    email: &str,
    client: &Client,
    reason: SignInRefusal,
) -> Result<(), Error> {
    let refused = AuditAction::SignInRefused {
        reason,
        unknown_email: unknown_email(backend, email),
    };
    let entry = AuditEntry::by(Actor::without_session(None, client), now, refused);
    Ok(store::audit::insert_refused_sign_in(&backend.pool, &entry, email).await?)
}

/// The beginning of a keyed digest of an email, by which attempts with the same one are known; `None` without a key. A digest without one
/// would be found out by trying.
fn unknown_email(backend: &Backend, email: &str) -> Option<String> {
    let keys = backend.encryption_keys().ok()?;
    let signature = keys.sign("audit log email", email.as_bytes());
    let last = signature.len().saturating_sub(UNKNOWN_EMAIL_BYTES);
    Some(hex::encode(&signature[last..]))
}

/// Ends the session of a person who signs out, and writes that down.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(
    backend: &Backend,
    person: PersonId,
    session: &SessionHandle,
    source: &RequestSource,
    now: Timestamp,
) -> Result<(), Error> {
    let actor = Actor::signed_in(person, source);
    let entry = AuditEntry::by(actor, now, AuditAction::SignedOut {});
    Ok(store::sessions::sign_out(&backend.pool, person, session, &entry).await?)
}

/// What a sign-in counts for: the browser alone where it is known, so that strangers have no part in it; else the person from that network,
/// and what slows guesses down from many.
fn subjects_of_sign_in(
    backend: &Backend,
    email: &str,
    address: IpAddr,
    known: Option<KnownDevice>,
) -> Vec<Subject> {
    if let Some(device) = known {
        return vec![subject(
            backend,
            "device",
            &device.id(),
            guesses::KNOWN_DEVICE,
        )];
    }
    let [from_network, person] = guesses::of_person(backend, email, address);
    let network = network_of(address);
    vec![
        from_network,
        person,
        subject(backend, "address", &network, guesses::NETWORK),
        subject(backend, "everybody", "", guesses::EVERYBODY),
    ]
}

/// The person of a session, as they are now; `None` where they may not work in the account.
///
/// # Errors
/// When the database fails.
pub async fn caller(backend: &Backend, person: PersonId) -> Result<Option<Caller>, Error> {
    let found = store::users::caller(&backend.pool, person).await?;
    let found = found.filter(|row| row.role.is_some());
    found.map(|row| parse(backend, row)).transpose()
}

/// The caller of a stored person and account.
pub(crate) fn parse(backend: &Backend, row: store::users::CallerRow) -> Result<Caller, Error> {
    let unreadable = || Unreadable::new("account_roles", "role", row.person);
    let role = row.role.as_deref().and_then(Role::from_key);
    let role = role.ok_or_else(unreadable)?;
    let language = row
        .person_language
        .map(|tag| accounts_of_person::language(row.person, &tag));
    Ok(Caller {
        person: row.person,
        language: language.transpose()?,
        name: row.person_name,
        role,
        session_epoch: row.session_epoch,
        has_second_factor: row.has_second_factor,
        owes_second_factor: !row.has_second_factor && backend.second_factors.needed_by(role),
        session: None,
        needs_attention: store::count(row.needs_attention)?,
        accounts: row.accounts.0,
        account: Arc::new(accounts::parse(backend, row.account)?),
        source: RequestSource::default(),
    })
}

/// Adds a person, on the command line.
///
/// # Errors
/// [`Error::Problems`] for `email`, `name` or `password`, also when the email is taken; [`Error::Busy`]; [`Error::Conflict`] where there is no
/// account yet.
pub async fn add(
    backend: &Backend,
    now: Timestamp,
    id: PersonId,
    email: &str,
    name: &str,
    password: &str,
    role: Role,
) -> Result<(), Error> {
    let company = store::accounts::names_of_company(&backend.pool).await?;
    let beside = leads::Beside::Nothing;
    let new = leads::parse_new_person(email, name, password, &company, beside)
        .map_err(Error::Problems)?;
    let hash = passwords::hash(backend, &new.password).await?;
    let mut transaction = backend.pool.begin().await?;
    let accounts = store::accounts::slugs(&mut transaction).await?;
    if accounts.is_empty() && role != Role::Administrator {
        // Only the command prints it.
        let sentence =
            "There is no account to work in yet. Start the program once, then add people.";
        return Err(Error::Conflict(Message::verbatim(sentence)));
    }
    insert(&mut transaction, now, id, &new, &hash, (role, None)).await?;
    let role = role.key().to_owned();
    let added = AuditEntry::by(Actor::COMMAND_LINE, now, AuditAction::PersonAdded { role });
    let added = added.about(AuditObject::Person(id));
    store::audit::insert(&mut *transaction, &added).await?;
    transaction.commit().await?;
    Ok(())
}

/// Writes a person whose password is hashed already, with their role in an account: the one of the connection where none is named. An email
/// that is taken is a problem of the form.
pub(crate) async fn insert(
    connection: &mut sqlx::PgConnection,
    now: Timestamp,
    id: PersonId,
    new: &leads::NewPerson,
    password_hash: &str,
    (role, account): (Role, Option<AccountId>),
) -> Result<(), Error> {
    let row = store::users::NewUser {
        id,
        email: new.email.as_str(),
        name: &new.name,
        role: role.key(),
        password_hash,
        password_is_long: leads::is_long_password(&new.password),
        account,
    };
    store::users::insert(connection, now, &row)
        .await
        .map_err(|error| {
            let taken = error
                .as_database_error()
                .is_some_and(|error| error.constraint() == Some("users_email_key"));
            if taken {
                Error::problem("email", people_errors::email_in_use())
            } else {
                error.into()
            }
        })
}
