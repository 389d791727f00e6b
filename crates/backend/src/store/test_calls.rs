//! Calls of a person's own number: what they are made from, and the draft of one lead that stands behind each. Such a draft is
//! submitted by the transaction that makes it, so that nobody finds it among the open ones.

use jiff::Timestamp;
use leads::Mapping;
use leads::views::TaskForm;
use sqlx::postgres::PgRow;
use sqlx::types::Json;
use sqlx::{FromRow, PgConnection, PgPool, Row};

use super::rows::RowRecord;
use super::{at, checks, count};
use crate::ids::{AccountId, CheckId, DraftId, PersonId, TaskId};

/// The number of a person's own, in E.164.
pub async fn own_number(pool: &PgPool, person: PersonId) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar("select own_number from users where id = $1")
        .bind(person)
        .fetch_one(pool)
        .await
}

/// Keeps the number of a person's own.
pub async fn update_own_number(
    pool: &PgPool,
    person: PersonId,
    number: &str,
) -> sqlx::Result<sqlx::postgres::PgQueryResult> {
    sqlx::query("update users set own_number = $2 where id = $1")
        .bind(person)
        .bind(number)
        .execute(pool)
        .await
}

/// What a test of a draft is made from.
pub struct DraftValues {
    pub own_number: Option<String>,
    /// The row that was asked for, or the first that is called.
    pub lead: Option<RowRecord>,
    /// The robot as the provider tells it.
    pub robot: Option<serde_json::Value>,
}

impl FromRow<'_, PgRow> for DraftValues {
    fn from_row(row: &PgRow) -> sqlx::Result<DraftValues> {
        let lead: Option<Json<RowRecord>> = row.try_get("lead")?;
        Ok(DraftValues {
            own_number: row.try_get("own_number")?,
            lead: lead.map(|lead| lead.0),
            robot: row.try_get("robot")?,
        })
    }
}

/// Which row of which draft a person hears, of which robot. What the check refused is not called.
pub struct ValuesOf<'a> {
    pub account: AccountId,
    pub person: PersonId,
    pub draft: DraftId,
    pub row: Option<i32>,
    pub check: Option<CheckId>,
    pub robot: &'a str,
}

pub async fn of_draft(pool: &PgPool, of: &ValuesOf<'_>) -> sqlx::Result<DraftValues> {
    sqlx::query_as(
        "select (select own_number from users where id = $5) as own_number, \
         (select to_jsonb(chosen) from (select row, cells, mended, left_out, marks from leads \
             where draft_id = $2 and row >= coalesce($6, 0) and (row = $6 or $6::int is null and kind in ('ready', 'doubtful') \
             and not exists (select from check_refusals where check_id = $3 and check_refusals.row = leads.row)) \
             order by row limit 1) as chosen) as lead, \
         (select raw from robots where account_id = $1 and robot_id = $4) as robot",
    )
    .bind(of.account)
    .bind(of.draft)
    .bind(of.check)
    .bind(of.robot)
    .bind(of.person)
    .bind(of.row)
    .fetch_one(pool)
    .await
}

/// What a test of a robot is filled in with.
#[derive(sqlx::FromRow)]
pub struct RobotValues {
    pub own_number: Option<String>,
    /// The line of the person's last task.
    pub last_line: Option<String>,
}

pub async fn of_robot(
    pool: &PgPool,
    account: AccountId,
    person: PersonId,
) -> sqlx::Result<RobotValues> {
    sqlx::query_as(
        "select own_number, (select settings ->> 'line' from tasks where account_id = $1 and submitted_by = users.id and not is_test \
         order by submitted_at desc, tasks.id desc limit 1) as last_line from users where id = $2",
    )
    .bind(account)
    .bind(person)
    .fetch_one(pool)
    .await
}

/// What there is of a submission with a key, and of the person's tests before it.
pub struct Earlier {
    /// The test that the same form has made.
    pub task: Option<TaskId>,
    /// Whether the key is another one's.
    pub is_taken: bool,
    /// Tests of the person since then.
    pub recent: u32,
}

impl FromRow<'_, PgRow> for Earlier {
    fn from_row(row: &PgRow) -> sqlx::Result<Earlier> {
        Ok(Earlier {
            task: row.try_get("task")?,
            is_taken: row.try_get("is_taken")?,
            recent: count(row.try_get("recent")?)?,
        })
    }
}

pub async fn earlier(
    connection: &mut PgConnection,
    account: AccountId,
    person: PersonId,
    form_key: CheckId,
    since: Timestamp,
) -> sqlx::Result<Earlier> {
    sqlx::query_as(
        "select (select id from tasks where form_key = $3 and account_id = $1 and submitted_by = $2 and is_test) as task, \
         exists (select from checks where id = $3) as is_taken, \
         (select count(*) from tasks where account_id = $1 and submitted_by = $2 and is_test and submitted_at > $4) as recent",
    )
    .bind(account)
    .bind(person)
    .bind(form_key)
    .bind(at(since))
    .fetch_one(connection)
    .await
}

/// Whether a number is among the leads of an open draft, or of a task that is no test.
pub async fn is_in_a_list(connection: &mut PgConnection, number: i64) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select from drafts join leads on leads.draft_id = drafts.id and leads.number = $1 \
             where drafts.task_id is null and drafts.discarded_at is null) \
         or exists (select from submitted_numbers join tasks on tasks.id = submitted_numbers.task_id \
             where submitted_numbers.number = $1 and not tasks.is_test)",
    )
    .bind(number)
    .fetch_one(connection)
    .await
}

/// The draft of one lead behind a test.
pub struct NewTestDraft<'a> {
    pub id: DraftId,
    pub account: AccountId,
    pub person: PersonId,
    pub form: &'a TaskForm,
    pub file_name: &'a str,
    pub file_digest: &'a [u8],
    pub headers: &'a [String],
    pub mapping: &'a Mapping,
    pub country: &'a str,
    pub lead: &'a RowRecord,
    /// The digits of the person's number.
    pub number: i64,
}

/// Makes the draft and its lead.
pub async fn insert_draft(
    connection: &mut PgConnection,
    now: Timestamp,
    draft: &NewTestDraft<'_>,
) -> sqlx::Result<()> {
    sqlx::query(
        "with made as (insert into drafts (id, account_id, created_by, created_at, changed_at, form, file_name, file_digest, headers, \
                 mapping, country, platform, ready) \
             values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, 1) returning id) \
         insert into draft_contributors (draft_id, person_id, first_at, last_at) select id, $3, $4, $4 from made",
    )
    .bind(draft.id)
    .bind(draft.account)
    .bind(draft.person)
    .bind(at(now))
    .bind(Json(draft.form))
    .bind(draft.file_name)
    .bind(draft.file_digest)
    .bind(draft.headers)
    .bind(Json(draft.mapping))
    .bind(draft.country)
    .bind(&draft.form.platform)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into leads (draft_id, row, cells, kind, faults, number) values ($1, $2, $3, 'ready', '[]', $4)",
    )
    .bind(draft.id)
    .bind(draft.lead.row)
    .bind(&draft.lead.cells)
    .bind(draft.number)
    .execute(connection)
    .await?;
    Ok(())
}

/// Ends a check of one batch as done, though nobody was asked: of a single lead AIRudder's answer to the task says as much.
pub async fn end_check_unasked(
    connection: &mut PgConnection,
    now: Timestamp,
    check: CheckId,
    digest: &[u8],
) -> sqlx::Result<()> {
    sqlx::query("update check_parts set state = 'done', payload_digest = $2 where check_id = $1")
        .bind(check)
        .bind(digest)
        .execute(&mut *connection)
        .await?;
    checks::end_if_all_batches_ended(connection, now, check).await
}
