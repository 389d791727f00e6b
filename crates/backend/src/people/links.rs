//! One-time links: an invitation makes an account, a reset sets a new password. Whoever it is for chooses the password.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use leads::NewPerson;
use leads::views::{FormProblem, LinkPurpose, LinkView};
use localization::{Language, Message};
use sha2::{Digest, Sha256};
use sqlx::PgConnection;

use super::By;
use crate::audit::{
    Actor, AuditAction, AuditEntry, AuditObject, Client, FactorChange, LinkRefusal, SignedInBy,
};
use crate::error::Error;
use crate::factors::FirstFactor;
use crate::guesses::{self, Guess};
use crate::ids::PersonId;
use crate::messages::people_errors as texts;
use crate::passwords::{self, DUMMY_PASSWORD_HASH};
use crate::store::links::{self, LinkRow, NewLink};
use crate::store::{accounts, audit, factors, people};
use crate::{Backend, Role, SignIn, users};

/// Bytes of randomness in a key.
pub const KEY_BYTES: usize = 32;

/// How long an invitation works.
const INVITATION_LASTS: SignedDuration = SignedDuration::from_hours(24);

/// How long a reset works.
const RESET_LASTS: SignedDuration = SignedDuration::from_hours(1);

/// How long it is known of a link that it has expired.
const EXPIRED_KEPT_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What wrong keys are counted under.
const KIND: &str = "link";

/// Why a link does not work.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// Its time is over.
    #[error("the link has expired")]
    Expired,
    /// It was used, replaced or taken back, or it was never made.
    #[error("there is no such link")]
    Gone,
    /// Too many wrong ones, from this address or in all.
    #[error("too many wrong links")]
    Wait {
        /// Minutes until the next attempt is allowed, rounded up.
        minutes: u32,
    },
    /// It could not be found out, or the form has to be fixed.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<sqlx::Error> for LinkError {
    fn from(error: sqlx::Error) -> LinkError {
        LinkError::Failed(error.into())
    }
}

/// What somebody typed who has opened a link.
#[derive(Clone, Copy)]
pub struct AcceptedLink<'a> {
    /// The key of the link.
    pub key: &'a str,
    /// The id that somebody gets who was invited.
    pub id: PersonId,
    /// The name of somebody who was invited; nothing is done with it otherwise.
    pub name: &'a str,
    /// The password.
    pub password: &'a str,
}

/// Invites somebody, and tells the key of the link: once, since only its digest is kept. An older invitation of the address no longer works.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators; [`Error::Problems`] for `email`, `name` and `role`.
pub async fn invite(
    backend: &Backend,
    by: By<'_>,
    now: Timestamp,
    (email, name, role): (&str, &str, &str),
    random: [u8; KEY_BYTES],
) -> Result<String, Error> {
    by.expect_administrator(now)?;
    let role = Role::from_key(role);
    let no_role = || FormProblem::new("role", texts::choose_role());
    let (person, role) = match (leads::parse_person(email, name), role) {
        (Ok(person), Some(role)) => (person, role),
        (person, role) => {
            let mut problems = person.err().unwrap_or_default();
            problems.extend(role.is_none().then(no_role));
            return Err(Error::Problems(problems));
        }
    };
    let (email, name) = person;
    let mut transaction = backend.pool.begin().await?;
    by.lock_administrator(&mut transaction).await?;
    if people::id_of(&mut *transaction, email.as_str())
        .await?
        .is_some()
    {
        return Err(Error::problem("email", texts::can_sign_in()));
    }
    if links::is_invited_elsewhere(&mut transaction, email.as_str(), now).await? {
        return Err(Error::problem("email", texts::invited_elsewhere()));
    }
    let (key, digest) = made(random);
    let link = NewLink {
        digest: &digest,
        made_by: by.person(),
        made_at: now,
        expires_at: now + INVITATION_LASTS,
    };
    links::insert_invitation(&mut transaction, &link, email.as_str(), &name, role.key()).await?;
    let invited = AuditAction::PersonInvited {
        email: email.as_str().to_owned(),
        role: role.key().to_owned(),
    };
    let invited = by.entry(now, invited).in_account(backend.account);
    audit::insert(&mut *transaction, &invited).await?;
    transaction.commit().await?;
    Ok(key)
}

/// Revokes an invitation.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators; [`Error::Conflict`] where it was accepted or taken back meanwhile.
pub async fn revoke(
    backend: &Backend,
    by: By<'_>,
    now: Timestamp,
    email: &str,
) -> Result<Message, Error> {
    by.expect_administrator(now)?;
    let mut transaction = backend.pool.begin().await?;
    by.lock_administrator(&mut transaction).await?;
    if links::delete_invitation(&mut transaction, email).await? {
        let revoked = AuditAction::InvitationRevoked {
            email: email.to_owned(),
        };
        audit::insert(&mut *transaction, &by.entry(now, revoked)).await?;
        transaction.commit().await?;
        Ok(texts::invitation_revoked(email))
    } else {
        Err(Error::Conflict(texts::invitation_closed()))
    }
}

/// What a reset takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reset {
    /// The password, once the link is used: the current one works until then.
    Password,
    /// Every second factor and the password with them, at once: nothing but the link works.
    SecondFactors,
}

/// Makes a password reset link and returns its key; only its digest is stored. An older link stops working. Where second factors are removed,
/// all sessions end and the password does not work any more, so that nobody gets in who knows it alone.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::NotFound`], [`Error::Conflict`] for somebody who is disabled.
pub async fn start_reset(
    backend: &Backend,
    by: By<'_>,
    now: Timestamp,
    (person, reset): (PersonId, Reset),
    random: [u8; KEY_BYTES],
) -> Result<String, Error> {
    by.expect_administrator(now)?;
    let mut transaction = backend.pool.begin().await?;
    by.lock_administrator(&mut transaction).await?;
    let row = people::lock(&mut transaction, person).await?;
    let row = row.ok_or(Error::NotFound)?;
    if row.disabled_at.is_some() {
        return Err(Error::Conflict(texts::enable_first(&row.name)));
    }
    if reset == Reset::SecondFactors {
        if by.person() == Some(person) {
            return Err(Error::Conflict(texts::own_factors_on_profile()));
        }
        factors::delete_all(&mut transaction, person, DUMMY_PASSWORD_HASH).await?;
        super::end_sessions(&mut transaction, person).await?;
        let change = FactorChange::AllRemoved;
        let removed = AuditAction::SecondFactorsChanged { change };
        let removed = by.entry_about(now, person, removed);
        audit::insert(&mut *transaction, &removed).await?;
    }
    let (key, digest) = made(random);
    let link = NewLink {
        digest: &digest,
        made_by: by.person(),
        made_at: now,
        expires_at: now + RESET_LASTS,
    };
    links::insert_reset(&mut transaction, &link, person).await?;
    let started = by.entry_about(now, person, AuditAction::ResetStarted {});
    audit::insert(&mut *transaction, &started).await?;
    transaction.commit().await?;
    Ok(key)
}

/// What the link with that key is for. It changes nothing, however often it is asked: programs that read mail open links too.
///
/// # Errors
/// [`LinkError::Gone`] and [`LinkError::Expired`].
pub async fn look_at(backend: &Backend, now: Timestamp, key: &str) -> Result<LinkView, LinkError> {
    let found = match digest(key) {
        Some(digest) => links::find(&backend.pool, &digest).await?,
        None => None,
    };
    Ok(view(working(found, now)?))
}

/// Uses a link: makes the person who was invited, or writes the new password and ends all sessions. Whoever has a second factor has to show it
/// afterwards.
///
/// # Errors
/// [`LinkError::Wait`] after 5 wrong keys from one address within 15 minutes, or 50 in all; [`Error::Problems`] for `name` or `password`,
/// once the key is right: the link still works then.
pub async fn accept(
    backend: &Backend,
    now: Timestamp,
    typed: AcceptedLink<'_>,
    client: &Client,
) -> Result<FirstFactor, LinkError> {
    let accepted = accept_unrecorded(backend, now, typed, client).await;
    let reason = match &accepted {
        Err(LinkError::Expired) => LinkRefusal::Expired,
        Err(LinkError::Gone) => LinkRefusal::Unknown,
        Err(LinkError::Wait { .. }) => LinkRefusal::TooManyAttempts,
        Ok(_) | Err(LinkError::Failed(_)) => return accepted,
    };
    let refused = AuditAction::LinkRefused { reason };
    let entry = AuditEntry::by(Actor::without_session(None, client), now, refused);
    audit::insert(&backend.pool, &entry).await?;
    accepted
}

async fn accept_unrecorded(
    backend: &Backend,
    now: Timestamp,
    typed: AcceptedLink<'_>,
    client: &Client,
) -> Result<FirstFactor, LinkError> {
    let digest = digest(typed.key).unwrap_or_default();
    let found = links::find(&backend.pool, &digest).await?;
    // Whoever has the key is let in, whatever others have tried.
    if found.is_none() {
        let heard =
            guesses::check_key(backend, now, KIND, client.address, async { Ok(false) }).await?;
        if let Guess::Wait { minutes } = heard {
            return Err(LinkError::Wait { minutes });
        }
    }
    let link = working(found, now)?;
    let new = parse(backend, &link, typed).await?;
    let is_long = leads::is_long_password(&new.password);
    let hash = passwords::hash(backend, &new.password).await?;
    let mut transaction = backend.pool.begin().await?;
    let used = links::take(&mut transaction, &digest, now).await?;
    let used = used.ok_or(LinkError::Gone)?;
    let account = used.account_id.filter(|_| used.person.is_none());
    let mut has_second_factor = false;
    let (sign_in, done) = match (used.person, used.email, used.role) {
        (Some(person), _, _) => {
            let reset = reset(&mut transaction, person, (&hash, is_long)).await?;
            has_second_factor = reset.1;
            (reset.0, AuditAction::ResetUsed {})
        }
        (None, Some(email), Some(role)) if email == new.email.as_str() => {
            let role = Role::from_key(&role);
            let role = role.ok_or(Error::Inconsistent("one_time_links.role"))?;
            let place = (role, used.account_id);
            users::insert(&mut transaction, now, typed.id, &new, &hash, place).await?;
            let sign_in = SignIn {
                person: typed.id,
                epoch: 0,
                by: Some(SignedInBy::Link),
            };
            let role = role.key().to_owned();
            (sign_in, AuditAction::InvitationAccepted { role })
        }
        _ => return Err(LinkError::Failed(Error::Inconsistent("one_time_links"))),
    };
    let person = sign_in.person;
    let entry = AuditEntry::by(Actor::without_session(Some(person), client), now, done);
    let entry = entry.about(AuditObject::Person(person)).in_account(account);
    audit::insert(&mut *transaction, &entry).await?;
    transaction.commit().await?;
    // Wrong passwords before this no longer make them wait.
    let email = new.email.as_str();
    guesses::forget(backend, &guesses::of_person(backend, email, client.address)).await?;
    Ok(FirstFactor::new(sign_in, has_second_factor, now))
}

/// Whom the link is for, with what they typed.
async fn parse(
    backend: &Backend,
    link: &LinkRow,
    typed: AcceptedLink<'_>,
) -> Result<NewPerson, Error> {
    let name = match link.person {
        Some(_) => link.name.as_str(),
        None => typed.name,
    };
    let company = accounts::names_of_company(&backend.pool).await?;
    let beside = leads::Beside::of(link.has_second_factor);
    leads::parse_new_person(&link.email, name, typed.password, &company, beside)
        .map_err(Error::Problems)
}

/// Writes the new password of a person, and ends their sessions; whether they have a second factor. One may have been added or removed since
/// the link was looked up: the person is locked by then.
async fn reset(
    connection: &mut PgConnection,
    person: PersonId,
    (hash, is_long): (&str, bool),
) -> Result<(SignIn, bool), LinkError> {
    let epoch = people::update_password(connection, person, None, (hash, is_long)).await?;
    let epoch = epoch.ok_or(LinkError::Gone)?;
    let has_second_factor = people::has_second_factor(connection, person).await?;
    if !has_second_factor && !is_long {
        return Err(Error::problem("password", leads::Beside::Nothing.hint()).into());
    }
    super::end_sessions(connection, person).await?;
    let by = Some(SignedInBy::Link);
    Ok((SignIn { person, epoch, by }, has_second_factor))
}

/// Deletes links a week after they expired; until then, opening one says that it has expired.
///
/// # Errors
/// When the database fails.
pub async fn delete_expired_links(backend: &Backend, now: Timestamp) -> Result<(), Error> {
    Ok(links::delete_expired(&backend.pool, now - EXPIRED_KEPT_FOR).await?)
}

fn working(found: Option<LinkRow>, now: Timestamp) -> Result<LinkRow, LinkError> {
    match found {
        None => Err(LinkError::Gone),
        Some(link) if link.expires_at.to_jiff() <= now => Err(LinkError::Expired),
        Some(link) => Ok(link),
    }
}

fn view(link: LinkRow) -> LinkView {
    LinkView {
        purpose: match link.person {
            Some(_) => LinkPurpose::PasswordReset,
            None => LinkPurpose::Invitation,
        },
        email: link.email,
        name: link.name,
        has_second_factor: link.has_second_factor,
        language: link.language.as_deref().and_then(Language::offered),
    }
}

/// The key of those bytes, and what is kept of it.
fn made(random: [u8; KEY_BYTES]) -> (String, Vec<u8>) {
    (
        URL_SAFE_NO_PAD.encode(random),
        Sha256::digest(random).to_vec(),
    )
}

/// What is kept of a key; `None` where it is none.
fn digest(key: &str) -> Option<Vec<u8>> {
    let bytes = URL_SAFE_NO_PAD.decode(key.trim()).ok()?;
    (bytes.len() == KEY_BYTES).then(|| Sha256::digest(bytes).to_vec())
}
