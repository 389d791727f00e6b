//! What accounts sign in with at the provider, encrypted.

use jiff::Timestamp;
use sqlx::{PgConnection, PgPool};

use super::{At, at};
use crate::ids::AccountId;

/// The credentials of an account as they are stored.
#[derive(sqlx::FromRow)]
pub struct CredentialsRow {
    pub sealed: Vec<u8>,
    /// Counted up with each change.
    pub version: i64,
    pub changed_at: At,
}

pub async fn of(pool: &PgPool, account: AccountId) -> sqlx::Result<Option<CredentialsRow>> {
    sqlx::query_as(
        "select sealed, version, changed_at from account_credentials where account_id = $1",
    )
    .bind(account)
    .fetch_optional(pool)
    .await
}

pub async fn version(pool: &PgPool, account: AccountId) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar("select version from account_credentials where account_id = $1")
        .bind(account)
        .fetch_optional(pool)
        .await
}

/// Writes them in the place of those from before.
pub async fn replace(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    sealed: &[u8],
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into account_credentials (account_id, sealed, changed_at) values ($1, $2, $3) \
         on conflict (account_id) do update set sealed = excluded.sealed, changed_at = excluded.changed_at, \
             version = account_credentials.version + 1",
    )
    .bind(account)
    .bind(sealed)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}
