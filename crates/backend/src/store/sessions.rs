//! Sessions of the web server. What their data mean is the business of the library that holds them during a request; whose they are
//! stands beside the data, so that one statement finds the session, the person and the account.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::postgres::PgRow;
use sqlx::{FromRow, PgPool, Row};

use super::connections;
use super::users::{ACCOUNT_OF_USER, CallerRow, caller_columns};
use crate::error::Error;
use crate::ids::{AccountId, PersonId};
use crate::{Backend, Caller, users};

/// A session that is there.
#[derive(Debug)]
pub struct Found {
    /// The data as they were written.
    pub data: Vec<u8>,
    /// Whose it is: as the person and the account were when the session was read.
    pub person: Option<FoundPerson>,
}

/// A person, and the account they work in, as they are stored.
#[derive(Debug, Deserialize, Serialize)]
pub struct FoundPerson(CallerRow);

impl FoundPerson {
    /// The person's id.
    pub fn id(&self) -> PersonId {
        self.0.person
    }

    /// Who asks.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where a stored value says nothing that this version knows.
    pub fn into_caller(self, backend: &Backend) -> Result<Caller, Error> {
        users::parse(backend, self.0)
    }
}

impl FromRow<'_, PgRow> for Found {
    fn from_row(row: &PgRow) -> sqlx::Result<Found> {
        let person: Option<PersonId> = row.try_get("person")?;
        let account: Option<AccountId> = row.try_get("id")?;
        Ok(Found {
            data: row.try_get("data")?,
            person: match person.zip(account) {
                Some(_) => Some(FoundPerson(CallerRow::from_row(row)?)),
                None => None,
            },
        })
    }
}

/// The session of that id unless it has expired, and whose it is: the first question of a request. A connection that has died since
/// it was used last is found out by it, so it is asked again on the next one; it changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn find(pool: &PgPool, id: &str, now: Timestamp) -> Result<Option<Found>, Error> {
    let statement = format!(
        "select data, {} from tower_sessions.session as session left join (users join {ACCOUNT_OF_USER}) on users.id = session.person \
         where session.id = $1 and expiry_date > $2",
        caller_columns()
    );
    let question = || sqlx::query_as(&statement).bind(id).bind(super::at(now));
    Ok(connections::find_on_a_live_one(pool, question).await?)
}

/// Writes a new session, of that person or of nobody that is known; `false` where there is one of that id already.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    pool: &PgPool,
    id: &str,
    data: &[u8],
    person: Option<PersonId>,
    expires: Timestamp,
) -> Result<bool, Error> {
    let inserted = sqlx::query(
        "insert into tower_sessions.session (id, data, expiry_date, person) \
         values ($1, $2, $3, (select id from users where id = $4)) on conflict (id) do nothing",
    )
    .bind(id)
    .bind(data)
    .bind(super::at(expires))
    .bind(person)
    .execute(pool)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Writes a session anew if it is still there. It is one statement, so whatever ends the session, in this process or in
/// another one, ends it for good.
///
/// # Errors
/// When the database fails.
pub async fn update(
    pool: &PgPool,
    id: &str,
    data: &[u8],
    person: Option<PersonId>,
    expires: Timestamp,
) -> Result<(), Error> {
    sqlx::query(
        "update tower_sessions.session set data = $2, expiry_date = $3, person = (select id from users where id = $4) where id = $1",
    )
    .bind(id)
    .bind(data)
    .bind(super::at(expires))
    .bind(person)
    .execute(pool)
    .await?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub async fn delete(pool: &PgPool, id: &str) -> Result<(), Error> {
    sqlx::query("delete from tower_sessions.session where id = $1")
        .bind(id)
        .execute(pool)
        .await?;
    Ok(())
}

/// Deletes the sessions that have expired.
///
/// # Errors
/// When the database fails.
pub async fn delete_expired(pool: &PgPool, now: Timestamp) -> Result<(), Error> {
    sqlx::query("delete from tower_sessions.session where expiry_date < $1")
        .bind(super::at(now))
        .execute(pool)
        .await?;
    Ok(())
}
