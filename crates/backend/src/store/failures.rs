//! Attempts that failed, or that nobody has looked at yet, by the digest of what they count for.

use jiff::Timestamp;
use sqlx::{PgConnection, PgPool};

use super::{At, at};

/// What counts against an attempt.
#[derive(Debug, sqlx::FromRow)]
pub struct Counted {
    /// Failures since then.
    pub failures: i64,
    /// When the last of them was.
    pub last: Option<At>,
}

/// Lets nobody else count an attempt of one of these subjects before the transaction ends: of many at once each sees those before it. They are
/// locked in order, so that two who share some of them do not wait for each other.
pub async fn lock(connection: &mut PgConnection, subjects: &[&[u8]]) -> sqlx::Result<()> {
    sqlx::query(
        "select pg_advisory_xact_lock(key) from (select distinct hashtextextended(encode(subject, 'hex'), 0) as key \
         from unnest($1::bytea[]) as subject order by key) as keys",
    )
    .bind(subjects)
    .execute(connection)
    .await?;
    Ok(())
}

/// Counts an attempt for each of those subjects; the ids by which it is taken back.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    subjects: &[&[u8]],
) -> sqlx::Result<Vec<i64>> {
    sqlx::query_scalar(
        "insert into sign_in_failures (subject, failed_at) select unnest($1::bytea[]), $2 returning id",
    )
    .bind(subjects)
    .bind(at(now))
    .fetch_all(connection)
    .await
}

/// The failures of each subject since a moment of its own, in their order.
pub async fn counted(
    connection: &mut PgConnection,
    subjects: &[&[u8]],
    since: &[Timestamp],
) -> sqlx::Result<Vec<Counted>> {
    let since: Vec<_> = since.iter().copied().map(at).collect();
    sqlx::query_as(
        "select count(failure.id) as failures, max(failure.failed_at) as last \
         from unnest($1::bytea[], $2::timestamptz[]) with ordinality as asked (subject, since, place) \
         left join sign_in_failures as failure on failure.subject = asked.subject and failure.failed_at > asked.since \
         group by place order by place",
    )
    .bind(subjects)
    .bind(since)
    .fetch_all(connection)
    .await
}

/// Takes attempts back.
pub async fn delete(pool: &PgPool, ids: &[i64]) -> sqlx::Result<()> {
    sqlx::query("delete from sign_in_failures where id = any ($1)")
        .bind(ids)
        .execute(pool)
        .await?;
    Ok(())
}

/// Forgets what failed for those subjects.
pub async fn forget(pool: &PgPool, subjects: &[&[u8]]) -> sqlx::Result<()> {
    sqlx::query("delete from sign_in_failures where subject = any ($1)")
        .bind(subjects)
        .execute(pool)
        .await?;
    Ok(())
}

/// Deletes what failed before that.
pub async fn delete_old(pool: &PgPool, before: Timestamp) -> sqlx::Result<()> {
    sqlx::query("delete from sign_in_failures where failed_at < $1")
        .bind(at(before))
        .execute(pool)
        .await?;
    Ok(())
}
