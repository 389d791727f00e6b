//! Where the provider's pushes come in, and the pushes of the last days.

use jiff::Timestamp;
use sqlx::{PgConnection, PgPool};

use super::{At, at};
use crate::ids::{AccountId, PersonId};

/// The address of an account as it is shown.
#[derive(sqlx::FromRow)]
pub struct AddressRecord {
    pub by_name: String,
    pub made_at: At,
    pub last_at: Option<At>,
}

pub async fn address_of(pool: &PgPool, account: AccountId) -> sqlx::Result<Option<AddressRecord>> {
    sqlx::query_as(
        "select users.name as by_name, made_at, last_at from push_addresses join users on users.id = made_by where account_id = $1",
    )
    .bind(account)
    .fetch_optional(pool)
    .await
}

/// The account that has the address with that hash of its secret.
pub async fn account_with_address(
    pool: &PgPool,
    secret_hash: &[u8],
) -> sqlx::Result<Option<AccountId>> {
    sqlx::query_scalar("select account_id from push_addresses where secret_hash = $1")
        .bind(secret_hash)
        .fetch_optional(pool)
        .await
}

/// Makes the address of an account, in the place of the one that it had.
pub async fn replace_address(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    by: PersonId,
    secret_hash: &[u8],
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into push_addresses (account_id, secret_hash, made_by, made_at) values ($1, $2, $3, $4) \
         on conflict (account_id) do update set secret_hash = excluded.secret_hash, made_by = excluded.made_by, \
             made_at = excluded.made_at, last_at = null",
    )
    .bind(account)
    .bind(secret_hash)
    .bind(by)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}

/// How many pushes of one day are kept, and their bytes.
#[derive(Clone, Copy)]
pub struct Kept {
    pub pushes: i64,
    pub bytes: i64,
}

/// An address that is locked: pushes of one account are counted one after the other.
#[derive(sqlx::FromRow)]
pub struct LockedAddress {
    pub account_id: AccountId,
    is_today: bool,
    kept: i64,
    kept_bytes: i64,
}

impl LockedAddress {
    /// What is kept of today.
    pub fn kept(&self) -> Kept {
        match self.is_today {
            true => Kept {
                pushes: self.kept,
                bytes: self.kept_bytes,
            },
            false => Kept {
                pushes: 0,
                bytes: 0,
            },
        }
    }
}

/// Locks the address with that hash of its secret.
pub async fn lock_address(
    connection: &mut PgConnection,
    now: Timestamp,
    secret_hash: &[u8],
) -> sqlx::Result<Option<LockedAddress>> {
    sqlx::query_as(
        "select account_id, coalesce(day = ($2 at time zone 'UTC')::date, false) as is_today, kept, kept_bytes \
         from push_addresses where secret_hash = $1 for update",
    )
    .bind(secret_hash)
    .bind(at(now))
    .fetch_optional(connection)
    .await
}

/// Notes that a push came, and what is kept of its day.
pub async fn note(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    kept: Kept,
) -> sqlx::Result<()> {
    sqlx::query(
        "update push_addresses set last_at = greatest(last_at, $2::timestamptz), day = ($2 at time zone 'UTC')::date, \
         kept = $3, kept_bytes = $4 where account_id = $1",
    )
    .bind(account)
    .bind(at(now))
    .bind(kept.pushes)
    .bind(kept.bytes)
    .execute(connection)
    .await?;
    Ok(())
}

/// Keeps a push as it came.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    body: &[u8],
) -> sqlx::Result<()> {
    sqlx::query("insert into pushes (account_id, came_at, body) values ($1, $2, $3)")
        .bind(account)
        .bind(at(now))
        .bind(body)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes the pushes that came before then; how many.
pub async fn delete_before(pool: &PgPool, then: Timestamp) -> sqlx::Result<u64> {
    let result = sqlx::query("delete from pushes where came_at < $1")
        .bind(at(then))
        .execute(pool)
        .await?;
    Ok(result.rows_affected())
}
