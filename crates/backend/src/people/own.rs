//! What people do with their own account.

use jiff::Timestamp;
use leads::views::{AuditOutcome, FormProblem, OwnEvent, ProfileView, SessionView};
use localization::{Language, Message};

use super::moment_for;
use crate::audit::{AuditAction, AuditEntry, SignInRefusal, sentence, shortened};
use crate::confirmation::Purpose;
use crate::error::Error;
use crate::guesses::{self, Heard, subject};
use crate::ids::PersonId;
use crate::messages::{audit_sentences, own_account_errors as texts};
use crate::passwords::{self, Compared};
use crate::store::factors::OwnEntry;
use crate::store::sessions::{self, ABSOLUTE_END, SessionHandle, SessionRow};
use crate::store::{self, accounts, audit, people};
use crate::{Backend, Caller, SignIn, factors};

/// Entries of the audit log that the own page shows.
const RECENT: i64 = 10;

/// Why one's own password was not changed.
#[derive(Debug, thiserror::Error)]
pub enum OwnPasswordError {
    /// Too many wrong ones.
    #[error("too many wrong passwords")]
    Wait {
        /// Minutes until the next attempt is allowed, rounded up.
        minutes: u32,
    },
    /// It could not be done, or the form has to be fixed.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<sqlx::Error> for OwnPasswordError {
    fn from(error: sqlx::Error) -> OwnPasswordError {
        OwnPasswordError::Failed(error.into())
    }
}

/// The caller's own page; `current` is the session that asks.
///
/// # Errors
/// When the database fails.
pub async fn profile(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    current: Option<&SessionHandle>,
) -> Result<ProfileView, Error> {
    let (row, sessions) = tokio::try_join!(
        store::factors::own(&backend.pool, caller.person, RECENT),
        sessions::of_person(&backend.pool, caller.person, now)
    )?;
    let row = row.ok_or(Error::NotFound)?;
    let is_this = |id: &str| current.is_some_and(|current| current.as_str() == id);
    let moment = |at: Timestamp| moment_for(caller, now, at);
    let session = |row: SessionRow| {
        let signed_in_at = row.signed_in_at.to_jiff();
        SessionView {
            is_this: is_this(&row.id),
            id: row.id,
            device: leads::browser_and_system(row.user_agent.as_deref().unwrap_or_default()),
            signed_in: moment(signed_in_at),
            seen: moment(row.seen_at.to_jiff()),
            until: moment(signed_in_at + ABSOLUTE_END),
        }
    };
    let mut sessions: Vec<SessionView> = sessions.into_iter().map(session).collect();
    sessions.sort_by_key(|session| !session.is_this);
    let recent = row.recent.iter();
    let recent = recent.map(|entry| event(caller, now, entry)).collect();
    Ok(ProfileView {
        name: row.name.clone(),
        email: row.email.clone(),
        role: caller.role,
        factors: factors::view_of(backend, caller, now, row)?,
        sessions,
        recent,
    })
}

/// An entry of the audit log, as the person sees it whom it is about.
fn event(caller: &Caller, now: Timestamp, entry: &OwnEntry) -> OwnEvent {
    let other = || match (&entry.name, entry.source.as_str()) {
        (Some(name), _) => Some(Message::verbatim(name)),
        (None, "command_line") => Some(audit_sentences::command_line()),
        // A sign-in that was refused: nobody knows who it was.
        (None, _) => None,
    };
    OwnEvent {
        at: moment_for(caller, now, entry.at),
        sentence: sentence(&entry.action, &entry.detail),
        by_other: match entry.person == Some(caller.person) {
            true => None,
            false => other(),
        },
        is_refused: entry.outcome == AuditOutcome::Refused.key(),
        device: entry.browser.as_deref().map(leads::browser_and_system),
    }
}

/// Changes the caller's name.
///
/// # Errors
/// [`Error::Problems`] for `name`.
pub async fn change_name(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    name: &str,
) -> Result<(), Error> {
    let name =
        leads::parse_person_name(name).map_err(|sentence| Error::problem("name", sentence))?;
    let mut transaction = backend.pool.begin().await?;
    people::update_name(&mut transaction, caller.person, &name).await?;
    audit::insert(
        &mut *transaction,
        &AuditEntry::of_own(caller, now, AuditAction::NameChanged {}),
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

/// Keeps the language that a person has chosen; none lets their browser say it.
///
/// # Errors
/// When the database fails.
pub async fn change_language(
    backend: &Backend,
    person: PersonId,
    language: Option<Language>,
) -> Result<(), Error> {
    let tag = language.map(Language::tag);
    Ok(people::update_language(&backend.pool, person, tag).await?)
}

/// Changes the caller's password. Every session ends, also the one that asks: it has to begin anew.
///
/// # Errors
/// [`OwnPasswordError::Wait`] after 5 wrong ones; [`Error::Problems`] for `current` and `password`; [`Error::Conflict`]
/// where it was changed meanwhile.
pub async fn change_password(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    current: &str,
    password: &str,
) -> Result<SignIn, OwnPasswordError> {
    let stored = check_own_password(backend, caller, now, current).await?;
    let mut connection = backend.pool.acquire().await?;
    let row = people::by_id(&mut connection, caller.person).await?;
    let company = accounts::names_of_company(&mut *connection).await?;
    drop(connection);
    let row = row.ok_or(Error::NotFound)?;
    let beside = leads::Beside::of(caller.has_second_factor);
    leads::validate_password(password, &row.email, &row.name, &company, beside)
        .map_err(|sentence| Error::Problems(vec![FormProblem::new("password", sentence)]))?;
    let hash = passwords::hash(backend, password).await?;
    let mut transaction = backend.pool.begin().await?;
    let person = caller.person;
    let is_long = leads::is_long_password(password);
    let new = (&*hash, is_long);
    let epoch = people::update_password(&mut transaction, person, Some(&stored), new).await?;
    let epoch = epoch.ok_or_else(changed_meanwhile)?;
    super::end_sessions(&mut transaction, person).await?;
    let entry = AuditEntry::of_own(caller, now, AuditAction::PasswordChanged {});
    audit::insert(&mut *transaction, &entry).await?;
    transaction.commit().await?;
    let by = None;
    Ok(SignIn { person, epoch, by })
}

/// Checks the caller's own password, and returns its hash.
///
/// # Errors
/// [`OwnPasswordError::Wait`] after 5 wrong ones within a day; [`Error::Problems`] for `current`.
pub(crate) async fn check_own_password(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    current: &str,
) -> Result<String, OwnPasswordError> {
    let place = backend.hashing.place()?;
    let name = caller.person.to_string();
    let subjects = [subject(
        backend,
        "own password",
        &name,
        guesses::OWN_PASSWORD,
    )];
    let attempt = match guesses::attempt(backend, now, &subjects).await? {
        Heard::Wait { minutes } => {
            record_refused(backend, caller, now, SignInRefusal::TooManyAttempts).await?;
            return Err(OwnPasswordError::Wait { minutes });
        }
        Heard::Yes(attempt) => attempt,
    };
    let stored = people::password_hash(&backend.pool, caller.person).await?;
    let stored = stored.ok_or(Error::NotFound)?;
    let compared = passwords::compare(place, current, stored.clone()).await?;
    if compared == Compared::Differs {
        record_refused(backend, caller, now, SignInRefusal::WrongPassword).await?;
        return Err(Error::problem("current", texts::other_password()).into());
    }
    attempt.succeeded(backend, &subjects).await?;
    Ok(stored)
}

/// Writes down that somebody did not show that it is the caller: by their password, a code or a passkey.
pub(crate) async fn record_refused(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    reason: SignInRefusal,
) -> Result<(), Error> {
    let entry = AuditEntry::of_own(caller, now, AuditAction::PasswordChangeRefused { reason });
    Ok(audit::insert(&backend.pool, &entry).await?)
}

fn changed_meanwhile() -> Error {
    Error::Conflict(texts::password_changed_meanwhile())
}

/// Ends one session of the caller, who has confirmed lately that it is them: whoever finds a browser open must not keep its person out.
///
/// # Errors
/// [`Error::Forbidden`] where they have not; [`Error::Conflict`] where the session has ended already.
pub async fn end_session(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    session: &str,
) -> Result<(), Error> {
    caller.must_have_confirmed(Purpose::OwnAccess, now)?;
    let session = SessionHandle::parse(session).ok_or(Error::NotFound)?;
    let mut transaction = backend.pool.begin().await?;
    if sessions::delete_one_of(&mut transaction, caller.person, &session).await? {
        let session = shortened(&session);
        let ended = AuditEntry::of_own(caller, now, AuditAction::SessionEnded { session });
        audit::insert(&mut *transaction, &ended).await?;
        transaction.commit().await?;
        Ok(())
    } else {
        Err(Error::Conflict(texts::session_ended_already()))
    }
}

/// Ends every session of the caller but this one; how many. They have confirmed lately that it is them, as above.
///
/// # Errors
/// [`Error::Forbidden`] where they have not.
pub async fn end_others(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    current: &SessionHandle,
) -> Result<u64, Error> {
    caller.must_have_confirmed(Purpose::OwnAccess, now)?;
    let mut transaction = backend.pool.begin().await?;
    let sessions = sessions::delete_others_of(&mut transaction, caller.person, current).await?;
    let ended = AuditEntry::of_own(caller, now, AuditAction::OtherSessionsEnded { sessions });
    audit::insert(&mut *transaction, &ended).await?;
    transaction.commit().await?;
    Ok(sessions)
}
