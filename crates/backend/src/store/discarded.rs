//! Drafts that were discarded, and those that nobody misses.

use jiff::Timestamp;
use leads::views::TaskForm;
use sqlx::PgConnection;
use sqlx::types::Json;

use super::{At, Stored, at, plain_one};
use crate::ids::{AccountId, DraftId, PersonId};

/// A draft as it was before it was discarded or restored.
#[derive(sqlx::FromRow)]
pub struct WasDraft {
    pub created_by: PersonId,
    pub form: Json<TaskForm>,
    #[sqlx(try_from = "i32")]
    pub leads: u32,
    pub discarded_at: Option<At>,
}

impl Stored for WasDraft {
    const TABLE: &'static str = "drafts";
    const KEY: &'static [&'static str] = &["id"];
}

/// Discards a draft that was not submitted; `None` where there is none. One that was discarded before stays as it was.
pub async fn discard(
    connection: &mut PgConnection,
    account: AccountId,
    id: DraftId,
    by: PersonId,
    now: Timestamp,
) -> sqlx::Result<Option<WasDraft>> {
    sqlx::query_as(
        "update drafts set discarded_at = coalesce(before.discarded_at, $3), discarded_by = coalesce(before.discarded_by, $4) \
         from (select id, discarded_at, discarded_by from drafts where id = $1 and account_id = $2 and task_id is null for update) \
             as before \
         where drafts.id = before.id \
         returning drafts.id, created_by, form, ready + to_mend + doubtful + duplicates + recent + do_not_call + held_back + left_out as leads, \
             before.discarded_at",
    )
    .bind(id)
    .bind(account)
    .bind(at(now))
    .bind(by)
    .fetch_optional(connection)
    .await
    .map(plain_one)
}

/// Brings back a draft that was discarded after `since`; `None` where there is none. One that is open stays so.
pub async fn restore(
    connection: &mut PgConnection,
    account: AccountId,
    id: DraftId,
    since: Timestamp,
) -> sqlx::Result<Option<WasDraft>> {
    sqlx::query_as(
        "update drafts set discarded_at = null, discarded_by = null \
         from (select id, discarded_at from drafts where id = $1 and account_id = $2 and task_id is null \
             and (discarded_at is null or discarded_at > $3) for update) as before \
         where drafts.id = before.id \
         returning drafts.id, created_by, form, ready + to_mend + doubtful + duplicates + recent + do_not_call + held_back + left_out as leads, \
             before.discarded_at",
    )
    .bind(id)
    .bind(account)
    .bind(at(since))
    .fetch_optional(connection)
    .await
    .map(plain_one)
}

/// Whether the account has a draft of that id, whatever became of it.
pub async fn is_known(
    connection: &mut PgConnection,
    account: AccountId,
    id: DraftId,
) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select from drafts where id = $1 and account_id = $2)")
        .bind(id)
        .bind(account)
        .fetch_one(connection)
        .await
}

/// Deletes one draft that was discarded until then, its leads and checks with it; `false` where there is none that nobody holds.
pub async fn delete_next(connection: &mut PgConnection, until: Timestamp) -> sqlx::Result<bool> {
    let deleted = sqlx::query(
        "delete from drafts where id = (select id from drafts where discarded_at <= $1 and task_id is null \
         order by discarded_at limit 1 for update skip locked)",
    )
    .bind(at(until))
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected() > 0)
}

/// Deletes one draft with neither a list nor a name that nobody has touched since then; `false` likewise.
pub async fn delete_next_empty(
    connection: &mut PgConnection,
    until: Timestamp,
) -> sqlx::Result<bool> {
    let deleted = sqlx::query(
        "delete from drafts where id = (select id from drafts where task_id is null and file_name is null \
         and btrim(form ->> 'name') = '' and changed_at <= $1 limit 1 for update skip locked)",
    )
    .bind(at(until))
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected() > 0)
}
