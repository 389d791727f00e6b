//! What follows a task that was refused, or created in part: drafts with its leads, and the tasks that these become.

use jiff::Timestamp;
use leads::views::TaskForm;
use sqlx::PgConnection;
use sqlx::types::Json;

use super::{Stored, at, plain_one};
use crate::ids::{AccountId, DraftId, PersonId, TaskId};

/// A task that is to be followed.
#[derive(sqlx::FromRow)]
pub struct FollowedTask {
    pub id: TaskId,
    pub draft_id: DraftId,
    pub name: String,
    pub form: Json<TaskForm>,
    /// Whether another task follows it already, with the same list.
    pub is_followed: bool,
}

impl Stored for FollowedTask {
    const TABLE: &'static str = "tasks";
    const KEY: &'static [&'static str] = &["id"];
}

/// A task that may be followed: no test is.
pub async fn task(
    connection: &mut PgConnection,
    account: AccountId,
    id: TaskId,
) -> sqlx::Result<Option<FollowedTask>> {
    sqlx::query_as(
        "select tasks.id, draft_id, tasks.name, form, \
         exists (select from follow_ups join tasks as next on next.id = follow_up_id \
             where follow_ups.task_id = tasks.id and next.file_digest = tasks.file_digest) as is_followed \
         from tasks join drafts on drafts.id = draft_id where tasks.id = $1 and tasks.account_id = $2 and not tasks.is_test",
    )
    .bind(id)
    .bind(account)
    .fetch_optional(connection)
    .await
    .map(plain_one)
}

/// Locks the task that a draft follows, which is [marked as done](mark_followed) once the draft is submitted: before the
/// account, as everywhere.
pub async fn lock_followed(
    connection: &mut PgConnection,
    account: AccountId,
    draft: DraftId,
) -> sqlx::Result<()> {
    sqlx::query(
        "select from tasks where account_id = $1 and id = (select follows_task from drafts where id = $2 and account_id = $1) \
         for no key update",
    )
    .bind(account)
    .bind(draft)
    .execute(connection)
    .await?;
    Ok(())
}

/// A draft that is to follow a task.
pub struct NewFollowUp<'a> {
    pub id: DraftId,
    pub followed: &'a FollowedTask,
    pub follows: Follows<'a>,
    pub form: &'a TaskForm,
    pub created_by: PersonId,
}

/// What of a task a draft follows.
#[derive(Clone, Copy)]
pub enum Follows<'a> {
    /// The leads that it did not call. If it followed calls itself, the draft still does.
    Uncalled,
    /// Some of its calls.
    Calls {
        /// The tasks that belong with it by now.
        known: &'a [TaskId],
        /// Whether what they have called does not count as called recently.
        within_cooldown: bool,
    },
}

/// Makes the draft, with everything of the task's own but its leads; `false` where there is one of that id. Whoever had a hand in the
/// task's draft had one in this: it has their list and fixes. A choice to call recent
/// numbers again is not the task's any more: it was not about those that this task, or one that follows it, calls.
pub async fn insert_draft(
    connection: &mut PgConnection,
    now: Timestamp,
    new: &NewFollowUp<'_>,
) -> sqlx::Result<bool> {
    let task = new.followed.id;
    let (follows_task, calls) = match new.follows {
        Follows::Uncalled => (Some(task), None),
        Follows::Calls {
            known,
            within_cooldown,
        } => (None, Some((known, within_cooldown))),
    };
    let result = sqlx::query(
        "with made as (insert into drafts (id, account_id, created_by, created_at, changed_at, version, form, file_name, file_digest, file_size, \
         format, headers, mapping, country, platform, keep, leave_out_recent, remembered_at, released, variables, numbers, follows_task, \
         follows_calls_of, calls_known, calls_within_cooldown) \
         select $2, account_id, $3, $4, $4, 0, $5, file_name, file_digest, file_size, format, headers, mapping, country, platform, \
             keep, true, remembered_at, released, variables, numbers, $6, \
             coalesce($7, follows_calls_of), coalesce($8, calls_known), coalesce($9, calls_within_cooldown) \
             from drafts where id = $1 \
         on conflict (id) do nothing returning id), \
         hands as (select $3::uuid as person_id, $4::timestamptz as first_at, $4::timestamptz as last_at \
             union all select person_id, first_at, last_at from draft_contributors where draft_id = $1) \
         insert into draft_contributors (draft_id, person_id, first_at, last_at) \
         select made.id, person_id, min(first_at), max(last_at) from made cross join hands group by made.id, person_id",
    )
    .bind(new.followed.draft_id)
    .bind(new.id)
    .bind(new.created_by)
    .bind(at(now))
    .bind(Json(new.form))
    .bind(follows_task)
    .bind(calls.map(|_| task))
    .bind(calls.map(|(known, _)| known))
    .bind(calls.map(|(_, within_cooldown)| within_cooldown))
    .execute(connection)
    .await?;
    Ok(result.rows_affected() > 0)
}

/// Copies what the provider said of single rows of the task: where it made their batch without them, or did not make it. Of a batch
/// that it did not make, what its check said counts too.
pub async fn copy_refusals(
    connection: &mut PgConnection,
    draft: DraftId,
    followed: &FollowedTask,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into draft_refusals (draft_id, row, words, mended_then) \
         select $2, refused.row, refused.words, leads.mended \
         from (select row, words from part_refusals where task_id = $1 \
             union all select row, words from tasks join check_refusals using (check_id) where tasks.id = $1 \
             and not exists (select from part_refusals where task_id = $1 and part_refusals.row = check_refusals.row) \
             and exists (select from parts where parts.task_id = $1 and check_refusals.row between first_row and last_row \
                 and state in ('refused', 'not_sent', 'stopped', 'given_up'))) as refused \
         join leads on leads.draft_id = $3 and leads.row = refused.row",
    )
    .bind(followed.id)
    .bind(draft)
    .bind(followed.draft_id)
    .execute(connection)
    .await?;
    Ok(())
}

/// The rows of which the provider said something, and those that would be sent in their place.
pub async fn refused_rows(connection: &mut PgConnection, draft: DraftId) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar(
        "select row from leads where draft_id = $1 and not left_out and exists (select from draft_refusals as refused \
         where refused.draft_id = $1 and (refused.row = leads.row or (kind = 'duplicate' and refused.row = duplicate_of))) order by row",
    )
    .bind(draft)
    .fetch_all(connection)
    .await
}

/// Forgets what was said of rows that are replaced.
pub async fn forget_refusals(connection: &mut PgConnection, draft: DraftId) -> sqlx::Result<()> {
    sqlx::query("delete from draft_refusals where draft_id = $1")
        .bind(draft)
        .execute(connection)
        .await?;
    Ok(())
}

/// Marks a task as done that another one follows from now on: what was to be done about it is that. Not where the other one has
/// another list, nor where the provider might have created a batch meanwhile, nor where it may call numbers that it was asked to cancel.
pub async fn mark_followed(
    connection: &mut PgConnection,
    followed: TaskId,
    follow_up: TaskId,
    by: PersonId,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query(
        "update tasks set marked_done_at = $3, marked_done_by = $4 from tasks as next \
         where tasks.id = $1 and next.id = $2 and next.file_digest = tasks.file_digest \
         and tasks.state in ('partly_created', 'refused', 'not_sent', 'given_up') \
         and tasks.refused_cancels = 0 and tasks.unconfirmed_cancels = 0",
    )
    .bind(followed)
    .bind(follow_up)
    .bind(at(now))
    .bind(by)
    .execute(connection)
    .await?;
    Ok(())
}
