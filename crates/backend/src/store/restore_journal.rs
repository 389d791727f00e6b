//! What of the restore journal the database has.

use jiff::Timestamp;
use sqlx::{PgConnection, PgPool};

use super::at;

/// Notes that the database has the entry with that digest.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    digest: &[u8],
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into restore_journal_entries (digest, noted_at) values ($1, $2) on conflict do nothing",
    )
    .bind(digest)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}

/// Those of the digests that the database does not have.
pub async fn missing(pool: &PgPool, digests: &[&[u8]]) -> sqlx::Result<Vec<Vec<u8>>> {
    sqlx::query_scalar(
        "select digest from unnest($1::bytea[]) as known (digest) \
         where not exists (select from restore_journal_entries as entries where entries.digest = known.digest)",
    )
    .bind(digests)
    .fetch_all(pool)
    .await
}
