//! Secrets that are encrypted, for whoever encrypts them anew.

use sqlx::PgConnection;
use uuid::Uuid;

/// A secret, and what it belongs to.
#[derive(sqlx::FromRow)]
pub struct SealedRow {
    pub id: Uuid,
    pub sealed: Vec<u8>,
}

/// The seeds of authenticator apps, locked until the transaction ends.
pub async fn totp_seeds(connection: &mut PgConnection) -> sqlx::Result<Vec<SealedRow>> {
    sqlx::query_as("select id, seed as sealed from totp_factors order by id for update")
        .fetch_all(connection)
        .await
}

pub async fn replace_totp_seed(
    connection: &mut PgConnection,
    id: Uuid,
    sealed: &[u8],
) -> sqlx::Result<()> {
    sqlx::query("update totp_factors set seed = $2 where id = $1")
        .bind(id)
        .bind(sealed)
        .execute(connection)
        .await?;
    Ok(())
}

/// The credentials of the account of this connection, locked until the transaction ends.
pub async fn credentials(connection: &mut PgConnection) -> sqlx::Result<Vec<SealedRow>> {
    sqlx::query_as("select account_id as id, sealed from account_credentials for update")
        .fetch_all(connection)
        .await
}

/// Writes the same credentials under another key: processes need not sign in anew.
pub async fn replace_credentials(
    connection: &mut PgConnection,
    account: Uuid,
    sealed: &[u8],
) -> sqlx::Result<()> {
    sqlx::query("update account_credentials set sealed = $2 where account_id = $1")
        .bind(account)
        .bind(sealed)
        .execute(connection)
        .await?;
    Ok(())
}
