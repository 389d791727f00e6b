//! People: who they are, who is invited, who is disabled.
//!
//! Architecture invariant: disabling somebody or changing their role or password ends their sessions in the same transaction
//! (`end_sessions`).

mod links;
mod own;

use jiff::Timestamp;
use leads::Action;
use leads::views::{InvitationView, Moment, PeopleView, PersonView};
pub use links::{
    AcceptedLink, KEY_BYTES, LinkError, Reset, accept, delete_expired_links, invite, look_at,
    revoke, start_reset,
};
use localization::Message;
pub use own::{
    OwnPasswordError, change_language, change_name, change_password, end_others, end_session,
    profile,
};
pub(crate) use own::{check_own_password, record_refused};
use sqlx::PgConnection;

use crate::audit::{Actor, AuditAction, AuditEntry, AuditObject};
use crate::confirmation::Purpose;
use crate::error::{Error, Unreadable};
use crate::ids::PersonId;
use crate::messages::{own_account_errors, people_errors};
use crate::store::people::PersonRow;
use crate::store::{self, At, audit, links as stored_links, sessions};
use crate::{Backend, Caller, Role};

/// Who administers people.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// Somebody who is signed in: an administrator, or they are refused.
    Caller(&'a Caller),
    /// Whoever runs commands on the server.
    CommandLine,
}

impl By<'_> {
    /// An administrator who has confirmed lately that it is them.
    fn expect_administrator(self, now: Timestamp) -> Result<(), Error> {
        match self {
            By::Caller(caller) => {
                caller.must(Action::Administer)?;
                caller.must_have_confirmed(Purpose::Administer, now)
            }
            By::CommandLine => Ok(()),
        }
    }

    /// Locks them until the transaction ends: what they decide and what ends their being an administrator come one after the other.
    async fn lock_administrator(self, connection: &mut PgConnection) -> Result<(), Error> {
        let By::Caller(caller) = self else {
            return Ok(());
        };
        match store::people::lock_administrator(connection, caller.person).await? {
            true => Ok(()),
            false => Err(caller.forbidden(Action::Administer)),
        }
    }

    /// Who that is, for the audit log.
    fn actor(self) -> Actor {
        match self {
            By::Caller(caller) => caller.actor(),
            By::CommandLine => Actor::COMMAND_LINE,
        }
    }

    /// What the audit log tells of what they do.
    fn entry(self, now: Timestamp, action: AuditAction) -> AuditEntry {
        AuditEntry::by(self.actor(), now, action)
    }

    /// The same of what they do with a person.
    fn entry_about(self, now: Timestamp, person: PersonId, action: AuditAction) -> AuditEntry {
        self.entry(now, action).about(AuditObject::Person(person))
    }

    fn person(self) -> Option<PersonId> {
        match self {
            By::Caller(caller) => Some(caller.person),
            By::CommandLine => None,
        }
    }
}

/// A person, for the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPerson {
    /// The address to sign in with.
    pub email: String,
    /// The name.
    pub name: String,
    /// The role in the account; `None` where they may not work in it.
    pub role: Option<Role>,
    /// When they were last there, in steps of five minutes.
    pub seen_at: Option<Timestamp>,
    /// Since when they may not sign in.
    pub disabled_at: Option<Timestamp>,
}

fn role_of(row: &PersonRow) -> Result<Option<Role>, Error> {
    let unreadable = || Unreadable::new("account_roles", "role", row.id).into();
    let role = row.role.as_deref();
    role.map(|role| Role::from_key(role).ok_or_else(unreadable))
        .transpose()
}

/// Everybody, and the invitations that are open.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn view(backend: &Backend, caller: &Caller, now: Timestamp) -> Result<PeopleView, Error> {
    caller.must(Action::Administer)?;
    let (people, invitations) = tokio::try_join!(
        store::people::all(&backend.pool),
        stored_links::invitations(&backend.pool)
    )?;
    let moment = |at: At| moment_for(caller, now, at.to_jiff());
    let person = |row: PersonRow| {
        Ok(PersonView {
            id: row.id.to_string(),
            role: role_of(&row)?,
            name: row.name,
            email: row.email,
            since: moment(row.created_at),
            seen: row.seen_at.map(moment),
            disabled: row.disabled_at.map(moment),
            has_second_factor: row.has_second_factor,
            is_caller: row.id == caller.person,
        })
    };
    let invitation = |row: stored_links::InvitationRow| {
        let role = Role::from_key(&row.role);
        let role = role.ok_or(Error::Inconsistent("one_time_links.role"))?;
        Ok(InvitationView {
            role,
            name: row.name,
            email: row.email,
            is_over: row.expires_at.to_jiff() <= now,
            until: moment(row.expires_at),
        })
    };
    Ok(PeopleView {
        people: people
            .into_iter()
            .map(person)
            .collect::<Result<_, Error>>()?,
        invitations: invitations
            .into_iter()
            .map(invitation)
            .collect::<Result<_, Error>>()?,
    })
}

pub(crate) fn moment_for(caller: &Caller, now: Timestamp, at: Timestamp) -> Moment {
    leads::moment(at, now, caller.account.zone())
}

/// Everybody, for the command line.
///
/// # Errors
/// When the database fails.
pub async fn list(backend: &Backend) -> Result<Vec<ListedPerson>, Error> {
    let rows = store::people::all(&backend.pool).await?;
    rows.into_iter()
        .map(|row| {
            Ok(ListedPerson {
                role: role_of(&row)?,
                email: row.email,
                name: row.name,
                seen_at: row.seen_at.map(At::to_jiff),
                disabled_at: row.disabled_at.map(At::to_jiff),
            })
        })
        .collect()
}

/// Whose address that is, for the command line.
///
/// # Errors
/// [`Error::Problems`] for `email` where it is nobody's.
pub async fn with_email(backend: &Backend, email: &str) -> Result<PersonId, Error> {
    let typed = email.trim().to_lowercase();
    let found = store::people::id_of(&backend.pool, &typed).await?;
    let unknown = || Message::verbatim("Nobody has this email address.");
    found.ok_or_else(|| Error::problem("email", unknown()))
}

/// Gives a person another role in the account, or none; their sessions end. Administrators are so in every account: who was one and is made
/// something else works in this account only.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::NotFound`], [`Error::Conflict`] for the last administrator.
pub async fn change_role(
    backend: &Backend,
    by: By<'_>,
    now: Timestamp,
    person: PersonId,
    role: impl Into<Option<Role>>,
) -> Result<Message, Error> {
    by.expect_administrator(now)?;
    let role = role.into();
    let mut transaction = backend.pool.begin().await?;
    let (row, is_last) = locked(&mut transaction, by, person).await?;
    let old = role_of(&row)?;
    if old == role {
        return Ok(people_errors::already_has_role(&row.name));
    }
    if is_last {
        let sentence = people_errors::last_administrator_keeps_role(&row.name);
        return Err(Error::Conflict(sentence));
    }
    store::people::update_role(&mut transaction, person, role).await?;
    end_sessions(&mut transaction, person).await?;
    let changed = AuditAction::RoleChanged {
        old: key(old),
        new: key(role),
    };
    let entry = by.entry_about(now, person, changed);
    audit::insert(&mut *transaction, &entry.in_account(backend.account)).await?;
    transaction.commit().await?;
    Ok(became(&row.name, role))
}

/// What the audit log says of a role.
fn key(role: Option<Role>) -> String {
    role.map_or("none", Role::key).to_owned()
}

/// What became of somebody who has that role now.
fn became(name: &str, role: Option<Role>) -> Message {
    match role {
        None => people_errors::lost_role(name),
        Some(Role::Viewer) => people_errors::became_viewer(name),
        Some(Role::Preparer) => people_errors::became_preparer(name),
        Some(Role::Launcher) => people_errors::became_launcher(name),
        Some(Role::Administrator) => people_errors::became_administrator(name),
    }
}

/// Disables a person at once: their sessions end, as do their link and the links that they made.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::NotFound`], [`Error::Conflict`] for the last administrator.
pub async fn disable(
    backend: &Backend,
    by: By<'_>,
    now: Timestamp,
    person: PersonId,
) -> Result<Message, Error> {
    by.expect_administrator(now)?;
    let mut transaction = backend.pool.begin().await?;
    let (row, is_last) = locked(&mut transaction, by, person).await?;
    if row.disabled_at.is_some() {
        return Ok(people_errors::already_disabled(&row.name));
    }
    if is_last {
        let sentence = people_errors::last_administrator_stays(&row.name);
        return Err(Error::Conflict(sentence));
    }
    store::people::disable(&mut transaction, now, person).await?;
    end_sessions(&mut transaction, person).await?;
    let disabled = by.entry_about(now, person, AuditAction::PersonDisabled {});
    audit::insert(&mut *transaction, &disabled).await?;
    transaction.commit().await?;
    Ok(people_errors::disabled(&row.name))
}

/// Lets a person in again who was disabled, with the password from before.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::NotFound`].
pub async fn enable(
    backend: &Backend,
    by: By<'_>,
    now: Timestamp,
    person: PersonId,
) -> Result<Message, Error> {
    by.expect_administrator(now)?;
    let mut transaction = backend.pool.begin().await?;
    by.lock_administrator(&mut transaction).await?;
    let row = store::people::lock(&mut transaction, person).await?;
    let row = row.ok_or(Error::NotFound)?;
    store::people::enable(&mut transaction, person).await?;
    if row.disabled_at.is_some() {
        let enabled = by.entry_about(now, person, AuditAction::PersonEnabled {});
        audit::insert(&mut *transaction, &enabled).await?;
    }
    transaction.commit().await?;
    Ok(people_errors::enabled(&row.name))
}

/// The person as they are, and whether they are the only administrator who can sign in. All administrators are locked until the transaction
/// ends: of two people who take the role from each other at the same moment the second one finds the first one's decision, and is refused
/// where it ended their own role.
async fn locked(
    connection: &mut PgConnection,
    by: By<'_>,
    person: PersonId,
) -> Result<(PersonRow, bool), Error> {
    let administrators = store::people::lock_administrators(connection).await?;
    if let By::Caller(caller) = by
        && !administrators.contains(&caller.person)
    {
        return Err(caller.forbidden(Action::Administer));
    }
    let row = store::people::lock(connection, person).await?;
    Ok((row.ok_or(Error::NotFound)?, administrators == [person]))
}

/// Locks the caller until the transaction ends. Whatever has ended their sessions since they asked, or this one, ends what they wanted too: a
/// request may have been under way for long.
pub(crate) async fn lock_own(connection: &mut PgConnection, caller: &Caller) -> Result<(), Error> {
    let session = caller
        .session
        .as_ref()
        .map(|session| session.handle.as_str());
    let is_there =
        store::people::lock_own(connection, caller.person, caller.session_epoch, session).await?;
    match is_there {
        true => Ok(()),
        false => Err(session_has_ended()),
    }
}

/// That nothing has ended the caller's sessions since they asked: a role that was taken away, a disabled person, this session. Call it last in a
/// transaction that may have waited for long, and holds no lock on them.
pub(crate) async fn expect_still_there(
    connection: &mut PgConnection,
    caller: &Caller,
) -> Result<(), Error> {
    let session = caller
        .session
        .as_ref()
        .map(|session| session.handle.as_str());
    let is_there =
        store::people::is_there(connection, caller.person, caller.session_epoch, session).await?;
    match is_there {
        true => Ok(()),
        false => Err(session_has_ended()),
    }
}

fn session_has_ended() -> Error {
    Error::Conflict(own_account_errors::session_ended_meanwhile())
}

/// Ends every session of a person, and what they may have given to others: links that they made.
async fn end_sessions(connection: &mut PgConnection, person: PersonId) -> Result<(), Error> {
    sessions::delete_of(connection, person).await?;
    stored_links::delete_of_and_by(connection, person).await?;
    Ok(())
}
