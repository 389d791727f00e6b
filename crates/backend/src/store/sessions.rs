//! Sessions of the web server. The library that keeps them makes their table, and knows what their data mean.

use jiff::Timestamp;
use sqlx::PgPool;

use crate::error::Error;

/// Writes a session anew if it is still there. It is one statement, so whatever ends the session, in this process or in
/// another one, ends it for good.
///
/// # Errors
/// When the database fails.
pub async fn update(pool: &PgPool, id: &str, data: &[u8], expires: Timestamp) -> Result<(), Error> {
    sqlx::query("UPDATE tower_sessions.session SET data = $2, expiry_date = $3 WHERE id = $1")
        .bind(id)
        .bind(data)
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
