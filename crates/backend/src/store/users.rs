//! Users, the set-up key, failed sign-ins.

use jiff::Timestamp;
use leads::views::MAX_ATTENTION_SHOWN;
use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, PgPool};

use super::accounts::AccountRow;
use super::at;
use super::attention::NEEDS_ATTENTION;
use super::factors::HAS_SECOND_FACTOR;
use crate::ids::PersonId;

#[derive(sqlx::FromRow)]
pub struct UserRow {
    pub id: PersonId,
    pub password_hash: String,
    pub password_is_long: Option<bool>,
    pub session_epoch: i32,
}

/// A person, and the account they work in.
#[derive(Debug, Deserialize, Serialize, sqlx::FromRow)]
pub struct CallerRow {
    pub person: PersonId,
    pub person_name: String,
    pub role: String,
    pub session_epoch: i32,
    pub has_second_factor: bool,
    /// Tasks of the account that need attention, counted up to [`MAX_ATTENTION_SHOWN`] and one.
    pub needs_attention: i64,
    #[sqlx(flatten)]
    pub account: AccountRow,
}

/// What a [`CallerRow`] is read from: `users`, joined with the account, as long as there is one of them.
pub(super) fn caller_columns() -> String {
    let account = super::accounts::COLUMNS;
    format!(
        "users.id as person, users.name as person_name, users.role, users.session_epoch, {HAS_SECOND_FACTOR} as has_second_factor, \
         {account}, \
         (select count(*) from (select from tasks where account_id = accounts.id and {NEEDS_ATTENTION} limit {most}) as counted) \
             as needs_attention",
        most = MAX_ATTENTION_SHOWN + 1
    )
}

/// Joins the account that a person works in.
pub(super) const ACCOUNT_OF_USER: &str =
    "(select * from accounts order by created_at, id limit 1) as accounts on true";

pub struct NewUser<'a> {
    pub id: PersonId,
    pub email: &'a str,
    pub name: &'a str,
    pub role: &'a str,
    pub password_hash: &'a str,
    pub password_is_long: bool,
}

/// The person with that address, unless they are disabled.
pub async fn who_may_sign_in(pool: &PgPool, email: &str) -> sqlx::Result<Option<UserRow>> {
    sqlx::query_as("select id, password_hash, password_is_long, session_epoch from users where email = $1 and disabled_at is null")
        .bind(email)
        .fetch_optional(pool)
        .await
}

pub async fn caller(pool: &PgPool, person: PersonId) -> sqlx::Result<Option<CallerRow>> {
    sqlx::query_as(&format!(
        "select {} from users join {ACCOUNT_OF_USER} where users.id = $1",
        caller_columns()
    ))
    .bind(person)
    .fetch_optional(pool)
    .await
}

pub async fn any(connection: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select from users)")
        .fetch_one(connection)
        .await
}

pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    user: &NewUser<'_>,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into users (id, email, name, role, password_hash, created_at, password_is_long) values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(user.id)
    .bind(user.email)
    .bind(user.name)
    .bind(user.role)
    .bind(user.password_hash)
    .bind(at(now))
    .bind(user.password_is_long)
    .execute(connection)
    .await?;
    Ok(())
}

/// Serialises set-up: of two people with the same link only one makes the first administrator.
pub async fn lock_set_up(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("lock table setup_keys in exclusive mode")
        .execute(connection)
        .await?;
    Ok(())
}

pub async fn insert_setup_key(
    connection: &mut PgConnection,
    now: Timestamp,
    digest: &[u8],
) -> sqlx::Result<()> {
    sqlx::query("insert into setup_keys (digest, made_at) values ($1, $2)")
        .bind(digest)
        .bind(at(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether the key is there and was made after `since`.
pub async fn setup_key_works(
    connection: &mut PgConnection,
    digest: &[u8],
    since: Timestamp,
) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select from setup_keys where digest = $1 and made_at > $2)")
        .bind(digest)
        .bind(at(since))
        .fetch_one(connection)
        .await
}

/// Deletes the keys that were made until then.
pub async fn delete_setup_keys(
    connection: &mut PgConnection,
    until: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query("delete from setup_keys where made_at <= $1")
        .bind(at(until))
        .execute(connection)
        .await?;
    Ok(())
}
