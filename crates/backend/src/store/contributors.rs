//! Who had a hand in a draft. Whatever counts its version up writes it in the same statement.

use jiff::Timestamp;
use sqlx::PgConnection;

use super::at;
use crate::ids::{DraftId, PersonId};

/// Counts a change of a draft that a person has made, and writes down that it was theirs.
pub async fn count_change(
    connection: &mut PgConnection,
    now: Timestamp,
    id: DraftId,
    by: PersonId,
) -> sqlx::Result<()> {
    sqlx::query(
        "with changed as (update drafts set version = version + 1, changed_at = $2 where id = $1 returning id) \
         insert into draft_contributors (draft_id, person_id, first_at, last_at) select id, $3, $2, $2 from changed \
         on conflict (draft_id, person_id) do update set last_at = excluded.last_at",
    )
    .bind(id)
    .bind(at(now))
    .bind(by)
    .execute(connection)
    .await?;
    Ok(())
}

/// Counts a change of a draft that is nobody's: what other tasks call leaves its leads out, or lets them in again.
pub async fn count_change_by_rule(
    connection: &mut PgConnection,
    now: Timestamp,
    id: DraftId,
) -> sqlx::Result<()> {
    sqlx::query("update drafts set version = version + 1, changed_at = $2 where id = $1")
        .bind(id)
        .bind(at(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes down that somebody had a hand in a draft, where its version stays.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    draft: DraftId,
    person: PersonId,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into draft_contributors (draft_id, person_id, first_at, last_at) values ($1, $2, $3, $3) \
         on conflict (draft_id, person_id) do update set last_at = excluded.last_at",
    )
    .bind(draft)
    .bind(person)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}
