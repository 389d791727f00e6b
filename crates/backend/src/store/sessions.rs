//! Sessions of the web server. The library that keeps them makes their table, and knows what their data mean; behind the data stand
//! the 16 bytes of the person's id, so that one statement finds the session and whose it is. The library passes over them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::postgres::PgRow;
use sqlx::{FromRow, PgPool, Row};
use uuid::Uuid;

use super::connections;
use super::users::{ACCOUNT_OF_USER, CallerRow, caller_columns};
use crate::error::Error;
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
    pub fn id(&self) -> Uuid {
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
        let person: Option<Uuid> = row.try_get("person")?;
        let account: Option<Uuid> = row.try_get("id")?;
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
        "select data, {} from tower_sessions.session as session left join (users join {ACCOUNT_OF_USER}) \
         on users.id = case when length(data) > 16 then encode(substr(data, length(data) - 15), 'hex')::uuid end \
         where session.id = $1 and expiry_date > $2",
        caller_columns()
    );
    let ask = || {
        let question = sqlx::query_as(&statement).bind(id).bind(super::at(now));
        question.fetch_optional(pool)
    };
    Ok(connections::ask_on_a_live_one(pool, ask).await?)
}

/// Writes a new session; `false` where there is one of that id already.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    pool: &PgPool,
    id: &str,
    data: &[u8],
    person: Option<Uuid>,
    expires: Timestamp,
) -> Result<bool, Error> {
    let inserted = sqlx::query(
        "insert into tower_sessions.session (id, data, expiry_date) values ($1, $2, $3) on conflict (id) do nothing",
    )
    .bind(id)
    .bind(with_person(data, person))
    .bind(super::at(expires))
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
    person: Option<Uuid>,
    expires: Timestamp,
) -> Result<(), Error> {
    sqlx::query("update tower_sessions.session set data = $2, expiry_date = $3 where id = $1")
        .bind(id)
        .bind(with_person(data, person))
        .bind(super::at(expires))
        .execute(pool)
        .await?;
    Ok(())
}

/// Whether the table is there.
///
/// # Errors
/// When the database fails.
pub async fn table_exists(pool: &PgPool) -> sqlx::Result<bool> {
    sqlx::query_scalar("select to_regclass('tower_sessions.session') is not null")
        .fetch_one(pool)
        .await
}

fn with_person(data: &[u8], person: Option<Uuid>) -> Vec<u8> {
    let person = person.unwrap_or_default();
    [data, person.as_bytes()].concat()
}
