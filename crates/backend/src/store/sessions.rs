//! Sessions of the web server. What their data mean is the business of the library that holds them during a request; whose they are
//! stands beside the data, so that one statement finds the session, the person and the account.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use sqlx::postgres::PgRow;
use sqlx::{FromRow, PgConnection, PgPool, Row};

use super::audit::{self, COLUMNS};
use super::users::{CURRENT_ACCOUNT, CallerRow, caller_columns};
use super::{At, connections};
use crate::audit::{Actor, AuditAction, AuditEntry, Client, RequestSource, SignedInBy};
use crate::error::Error;
use crate::ids::{AccountId, PersonId};
use crate::{Backend, Caller, users};

/// How long a session lasts after it was last used: a working day. README, docs/limits.md and `page-left` of the messages name it.
pub const IDLE_END: SignedDuration = SignedDuration::from_hours(12);

/// How long a session lasts at the most, however often it is used: then the person signs in again. README and docs/limits.md name it.
pub const ABSOLUTE_END: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A session as it is written, without its id.
#[derive(Clone, Debug)]
pub struct Written<'a> {
    /// What the library keeps of it; its id is not among it.
    pub data: &'a [u8],
    /// Whose it is; `None` for nobody's.
    pub person: Option<PersonId>,
    /// When the person signed in, before their password was compared: what ends sessions meanwhile ends this one too.
    pub signed_in_at: Option<Timestamp>,
    /// The epoch of the person's sessions then.
    pub epoch: Option<i32>,
    /// Who signed in, and from where; `None` for nobody's session.
    pub client: Option<&'a Client>,
    /// By what the person signed in; `None` where the session only goes on under a new id.
    pub by: Option<SignedInBy>,
    /// When the person proved later who they are.
    pub confirmed_at: Option<Timestamp>,
    /// Whether the person had never used this browser before.
    pub is_new_device: bool,
    /// When it was used.
    pub seen_at: Timestamp,
    /// When it ends unless it is used again.
    pub expires: Timestamp,
}

/// A session by which one can end it, and nothing else: the digest of its id.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct SessionHandle(String);

impl SessionHandle {
    /// The handle of the session with that id.
    pub fn of(id: &str) -> SessionHandle {
        SessionHandle(hex::encode(Sha256::digest(id)))
    }

    /// Reads a handle as a form posts it.
    pub fn parse(text: &str) -> Option<SessionHandle> {
        let is_one = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_one.then(|| SessionHandle(text.to_ascii_lowercase()))
    }

    /// Its hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The session that a caller comes with.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct CallerSession {
    /// By what it can be ended.
    pub handle: SessionHandle,
    /// When its person last proved in it who they are: at sign-in or later.
    pub confirmed_at: Timestamp,
    /// Whether it began in a browser that they had never used before, and nothing was confirmed in it since.
    pub is_new_device: bool,
}

impl FromRow<'_, PgRow> for CallerSession {
    fn from_row(row: &PgRow) -> sqlx::Result<CallerSession> {
        let confirmed_at: At = row.try_get("confirmed_at")?;
        Ok(CallerSession {
            handle: SessionHandle(row.try_get("session")?),
            confirmed_at: confirmed_at.to_jiff(),
            is_new_device: row.try_get("is_new_device")?,
        })
    }
}

/// A session of a person.
#[derive(FromRow)]
pub(crate) struct SessionRow {
    pub(crate) id: String,
    pub(crate) signed_in_at: At,
    pub(crate) seen_at: At,
    pub(crate) user_agent: Option<String>,
}

/// A session that is there.
#[derive(Debug)]
pub struct Found {
    /// The data as they were written.
    pub data: Vec<u8>,
    /// Whether it is somebody's. What its data say of a person does not count where their sessions ended before it was written.
    pub is_somebodys: bool,
    /// Whose it is: as the person and the account were when the session was read; `None` where they may not work in the account.
    pub person: Option<FoundPerson>,
}

/// A person, the account they work in, and the session they have, as they are stored.
#[derive(Debug, Deserialize, Serialize)]
pub struct FoundPerson {
    person: CallerRow,
    session: CallerSession,
}

impl FoundPerson {
    /// The person's id.
    pub fn id(&self) -> PersonId {
        self.person.person
    }

    /// Who asks.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where a stored value says nothing that this version knows.
    pub fn into_caller(self, backend: &Backend) -> Result<Caller, Error> {
        let caller = users::parse(backend, self.person)?;
        Ok(Caller {
            session: Some(self.session),
            ..caller
        })
    }
}

impl FromRow<'_, PgRow> for Found {
    fn from_row(row: &PgRow) -> sqlx::Result<Found> {
        let person: Option<PersonId> = row.try_get("person")?;
        let account: Option<AccountId> = row.try_get("id")?;
        let role: Option<String> = row.try_get("role")?;
        Ok(Found {
            data: row.try_get("data")?,
            is_somebodys: person.is_some(),
            person: match (person, account, role) {
                (Some(_), Some(_), Some(_)) => Some(FoundPerson {
                    person: CallerRow::from_row(row)?,
                    session: CallerSession::from_row(row)?,
                }),
                _ => None,
            },
        })
    }
}

/// The session of that id unless it is over, and whose it is: the first question of a request. It is over when it was not used for
/// [`IDLE_END`], is older than [`ABSOLUTE_END`], or its person was disabled or got another role or password since. A connection that has
/// died since it was used last is found out by it, so it is asked again on the next one; it changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn find(pool: &PgPool, id: &str, now: Timestamp) -> Result<Option<Found>, Error> {
    let statement = format!(
        "select data, session.id as session, coalesce(session.confirmed_at, session.signed_in_at) as confirmed_at, \
             session.is_new_device, {} from tower_sessions.session as session left join users on users.id = session.person left join {CURRENT_ACCOUNT} \
         where session.id = $1 and session.expiry_date > $2 \
             and (session.person is null or session.signed_in_at > $3 and users.disabled_at is null \
                 and session.epoch = users.session_epoch)",
        caller_columns()
    );
    let handle = SessionHandle::of(id);
    let question = || {
        sqlx::query_as(&statement)
            .bind(handle.as_str())
            .bind(super::at(now))
            .bind(super::at(now - ABSOLUTE_END))
    };
    Ok(connections::find_on_a_live_one(pool, question).await?)
}

/// Writes a new session, and that its person has signed in if they have; `false` where there is one of that id already. Only the digest of the id is kept.
///
/// # Errors
/// When the database fails.
pub async fn insert(pool: &PgPool, id: &str, session: &Written<'_>) -> Result<bool, Error> {
    let handle = SessionHandle::of(id);
    let inserted = sqlx::query_scalar::<_, String>(&format!(
        "with inserted as (insert into tower_sessions.session (id, data, expiry_date, person, signed_in_at, seen_at, user_agent, epoch, is_new_device, confirmed_at) \
             values ($1, $2, $3, (select id from users where id = $4 and session_epoch = $8 and disabled_at is null), $5, $6, $7, $8, $9, $11) on conflict (id) do nothing returning id, person), \
         told as (insert into audit_log_pending ({COLUMNS}, detail) select {COLUMNS}, detail \
             from jsonb_populate_record(null::audit_log_pending, $10) where $10 is not null and exists (select from inserted where person is not null)) \
         select id from inserted"
    ))
    .bind(handle.as_str())
    .bind(session.data)
    .bind(super::at(session.expires))
    .bind(session.person)
    .bind(session.signed_in_at.map(super::at))
    .bind(super::at(session.seen_at))
    .bind(session.client.and_then(Client::browser))
    .bind(session.epoch)
    .bind(session.is_new_device)
    .bind(signed_in(&handle, session)?)
    .bind(session.confirmed_at.map(super::at))
    .fetch_optional(pool)
    .await?;
    Ok(inserted.is_some())
}

/// What the audit log tells of a session that begins; nothing of nobody's, and of one that goes on under a new id.
fn signed_in(handle: &SessionHandle, session: &Written<'_>) -> sqlx::Result<Option<Value>> {
    let (Some(person), Some(client), Some(by)) = (session.person, session.client, session.by)
    else {
        return Ok(None);
    };
    let source = RequestSource::new(client.clone(), Some(handle));
    let actor = Actor::signed_in(person, &source);
    let entry = AuditEntry::by(
        actor,
        session.seen_at,
        AuditAction::SignedIn { by: Some(by) },
    );
    audit::record(&entry).map(Some)
}

/// Writes a session anew if it is still there, and that its person was there. It is one statement, so whatever ends the session, in this
/// process or in another one, ends it for good. The person is locked first, as they are by what ends their sessions.
///
/// # Errors
/// When the database fails.
pub async fn update(pool: &PgPool, id: &str, session: &Written<'_>) -> Result<(), Error> {
    sqlx::query(
        "with seen as (update users set seen_at = $5 where id = $4 returning id) \
         update tower_sessions.session set data = $2, expiry_date = $3, person = (select id from seen), seen_at = $5 where id = $1",
    )
    .bind(SessionHandle::of(id).as_str())
    .bind(session.data)
    .bind(super::at(session.expires))
    .bind(session.person)
    .bind(super::at(session.seen_at))
    .execute(pool)
    .await?;
    Ok(())
}

/// Writes down that the person of a session has confirmed who they are. The browser is known from then on.
pub(crate) async fn confirm(
    connection: &mut PgConnection,
    person: PersonId,
    session: &SessionHandle,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query("update tower_sessions.session set confirmed_at = $3, is_new_device = false where person = $1 and id = $2")
        .bind(person)
        .bind(session.as_str())
        .bind(super::at(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub async fn delete(pool: &PgPool, id: &str) -> Result<(), Error> {
    sqlx::query("delete from tower_sessions.session where id = $1")
        .bind(SessionHandle::of(id).as_str())
        .execute(pool)
        .await?;
    Ok(())
}

/// Ends the session of a person who signs out, and writes the entry of it where there was one.
pub(crate) async fn sign_out(
    pool: &PgPool,
    person: PersonId,
    session: &SessionHandle,
    entry: &AuditEntry,
) -> sqlx::Result<()> {
    sqlx::query(&format!(
        "with ended as (delete from tower_sessions.session where person = $1 and id = $2 returning id) \
         insert into audit_log_pending ({COLUMNS}, detail) select {COLUMNS}, detail \
         from jsonb_populate_record(null::audit_log_pending, $3) where exists (select from ended)"
    ))
    .bind(person)
    .bind(session.as_str())
    .bind(audit::record(entry)?)
    .execute(pool)
    .await?;
    Ok(())
}

/// Deletes the sessions that are over by the clock.
///
/// # Errors
/// When the database fails.
pub async fn delete_expired(pool: &PgPool, now: Timestamp) -> Result<(), Error> {
    sqlx::query("delete from tower_sessions.session where expiry_date <= $1 or signed_in_at <= $2")
        .bind(super::at(now))
        .bind(super::at(now - ABSOLUTE_END))
        .execute(pool)
        .await?;
    Ok(())
}

/// The sessions of a person that are not over by the clock, by last use.
pub(crate) async fn of_person(
    pool: &PgPool,
    person: PersonId,
    now: Timestamp,
) -> sqlx::Result<Vec<SessionRow>> {
    sqlx::query_as(
        "select id, signed_in_at, seen_at, user_agent from tower_sessions.session \
         where person = $1 and expiry_date > $2 and signed_in_at > $3 and seen_at is not null order by seen_at desc, id",
    )
    .bind(person)
    .bind(super::at(now))
    .bind(super::at(now - ABSOLUTE_END))
    .fetch_all(pool)
    .await
}

/// Ends one session of a person; whether there was one.
pub(crate) async fn delete_one_of(
    connection: &mut PgConnection,
    person: PersonId,
    session: &SessionHandle,
) -> sqlx::Result<bool> {
    let deleted = sqlx::query("delete from tower_sessions.session where person = $1 and id = $2")
        .bind(person)
        .bind(session.as_str())
        .execute(connection)
        .await?;
    Ok(deleted.rows_affected() == 1)
}

/// Ends the sessions of a person but that one, and tells how many.
pub(crate) async fn delete_others_of(
    connection: &mut PgConnection,
    person: PersonId,
    kept: &SessionHandle,
) -> sqlx::Result<u64> {
    let deleted = sqlx::query("delete from tower_sessions.session where person = $1 and id <> $2")
        .bind(person)
        .bind(kept.as_str())
        .execute(connection)
        .await?;
    Ok(deleted.rows_affected())
}

/// Ends every session of a person.
pub(crate) async fn delete_of(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<()> {
    sqlx::query("delete from tower_sessions.session where person = $1")
        .bind(person)
        .execute(connection)
        .await?;
    Ok(())
}
