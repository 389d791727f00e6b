//! Attempts that failed, or that nobody has looked at yet, by the digest of what they count for.

use jiff::Timestamp;
use sqlx::PgPool;

use super::{At, at};

/// What counts against an attempt.
#[derive(Debug, sqlx::FromRow)]
pub struct Counted {
    /// Failures since then, without the attempt itself.
    pub failures: i64,
    /// When the last of them was.
    pub last: Option<At>,
}

/// Counts an attempt for each of those subjects, and returns the ids in their order.
pub async fn insert(pool: &PgPool, now: Timestamp, subjects: &[&[u8]]) -> sqlx::Result<Vec<i64>> {
    sqlx::query_scalar(
        "with written as (insert into sign_in_failures (subject, failed_at) select unnest($1::bytea[]), $2 returning id, subject) \
         select id from written join unnest($1::bytea[]) with ordinality as asked (subject, place) using (subject) order by place",
    )
    .bind(subjects)
    .bind(at(now))
    .fetch_all(pool)
    .await
}

/// The failures of each subject since a moment of its own, in their order; those ids aside.
pub async fn of_others(
    pool: &PgPool,
    subjects: &[&[u8]],
    ids: &[i64],
    since: &[Timestamp],
) -> sqlx::Result<Vec<Counted>> {
    let since: Vec<_> = since.iter().copied().map(at).collect();
    sqlx::query_as(
        "select count(failure.id) as failures, max(failure.failed_at) as last \
         from unnest($1::bytea[], $2::timestamptz[]) with ordinality as asked (subject, since, place) \
         left join sign_in_failures as failure \
             on failure.subject = asked.subject and failure.failed_at > asked.since and failure.id <> all ($3) \
         group by place order by place",
    )
    .bind(subjects)
    .bind(since)
    .bind(ids)
    .fetch_all(pool)
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
