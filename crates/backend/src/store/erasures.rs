//! Everything that may name somebody by their number, and how it is erased.
//!
//! A number is looked for in the whole text of every lead, since it may stand in a cell that nobody read as one. That reads every lead of
//! the account: about five seconds for a million of them, 0.4 s for 200,000 of eight short cells. No index narrows it: `leads.number`,
//! `calls` and `submitted_numbers` only have numbers that were read as one. An erasure looks three times: before it begins, and in its
//! transaction before and after the lists are locked.

use leads::Edits;
use sqlx::PgConnection;
use sqlx::types::Json;

use super::steps::ERASED_LABEL;
use crate::ids::{DraftId, TaskId};

/// A row of a list that may hold the number.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct HitRow {
    pub draft_id: DraftId,
    pub row: i32,
    pub number: Option<i64>,
    pub cells: Vec<String>,
    pub mended: Option<Json<Edits>>,
    /// The task that was made of the draft.
    pub task_id: Option<TaskId>,
    /// The name of the task, or of the draft.
    pub name: String,
    pub is_discarded: bool,
    /// Whether it is one of those that are sent.
    pub is_sent: bool,
}

/// The rows with that number, or in whose text its last digits stand in that order (`pattern`).
pub async fn rows(
    connection: &mut PgConnection,
    number: i64,
    pattern: &str,
) -> sqlx::Result<Vec<HitRow>> {
    sqlx::query_as(
        "select leads.draft_id, row, number, cells, mended, drafts.task_id, discarded_at is not null as is_discarded, \
         kind in ('ready', 'doubtful') as is_sent, \
         coalesce(tasks.name, drafts.form ->> 'name', '') as name \
         from leads join drafts on drafts.id = leads.draft_id left join tasks on tasks.id = drafts.task_id \
         where leads.number = $1 or cells::text ~ $2 or mended::text ~ $2 order by leads.draft_id, row",
    )
    .bind(number)
    .bind(pattern)
    .fetch_all(connection)
    .await
}

/// What of a task tells of its rows beside the leads.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct HitCall {
    pub task_id: TaskId,
    pub row: i32,
    pub part: i32,
    pub is_open: bool,
    /// Whether an erasure has found it already: its number goes once it is over.
    pub is_to_erase: bool,
}

/// The calls of a number.
pub async fn calls(connection: &mut PgConnection, number: i64) -> sqlx::Result<Vec<HitCall>> {
    sqlx::query_as(
        "select calls.task_id, calls.row, calls.part, call_polls.due_at is not null as is_open, \
         exists (select from calls_to_erase where calls_to_erase.task_id = calls.task_id and calls_to_erase.row = calls.row) as is_to_erase \
         from calls left join call_polls on call_polls.task_id = calls.task_id and call_polls.part = calls.part \
         where calls.number = $1 order by 1, 2",
    )
    .bind(number)
    .fetch_all(connection)
    .await
}

/// How much else there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct ElseHeld {
    pub numbers: i64,
    /// Those numbers that stay only until the calls are over that an erasure has found already.
    pub numbers_to_erase: i64,
    pub files: i64,
    pub steps: i64,
    pub words: i64,
    pub pushes: i64,
}

/// Counts numbers that were submitted, kept files of those drafts, edit steps, words of the provider and pushes that hold the number.
pub async fn count_others(
    connection: &mut PgConnection,
    number: i64,
    pattern: &str,
    drafts: &[DraftId],
) -> sqlx::Result<ElseHeld> {
    sqlx::query_as(
        "select (select count(*) from submitted_numbers where number = $1) as numbers, \
         (select count(*) from submitted_numbers where number = $1 and exists (select from calls_to_erase \
             join calls using (task_id, row) where calls.number = $1 and calls.task_id = submitted_numbers.task_id)) as numbers_to_erase, \
         (select count(distinct draft_id) from draft_files where draft_id = any($3)) as files, \
         (select count(*) from step_leads where before::text ~ $2 or after::text ~ $2) \
             + (select count(*) from steps where label ~ $2 or what::text ~ $2) as steps, \
         (select count(*) from event_words where words ~ $2) + (select count(*) from parts where words ~ $2) \
             + (select count(*) from part_refusals where words ~ $2) + (select count(*) from check_refusals where words ~ $2) \
             + (select count(*) from draft_refusals where words ~ $2) + (select count(*) from stops where words ~ $2) \
             + (select count(*) from check_parts where words::text ~ $2) as words, \
         (select count(*) from pushes where position(convert_to($1::bigint::text, 'UTF8') in body) > 0) as pushes",
    )
    .bind(number)
    .bind(pattern)
    .bind(drafts)
    .fetch_one(connection)
    .await
}

/// Whether a batch with one of those rows is on its way to the provider at this moment, or the provider may have it.
pub async fn is_being_sent(
    connection: &mut PgConnection,
    rows: &[(TaskId, i32)],
) -> sqlx::Result<bool> {
    let (tasks, rows): (Vec<TaskId>, Vec<i32>) = rows.iter().copied().unzip();
    sqlx::query_scalar(
        "select exists (select from unnest($1::uuid[], $2::int[]) as hit (task_id, row) join parts on parts.task_id = hit.task_id \
         and hit.row between first_row and last_row where parts.state in ('sending', 'unknown', 'absent') \
             or parts.state = 'waiting' and in_doubt_since is not null)",
    )
    .bind(tasks)
    .bind(rows)
    .fetch_one(connection)
    .await
}

/// What is left of a row.
pub struct ErasedRow {
    pub row: i32,
    /// Its cells without what named the person.
    pub cells: Vec<String>,
    pub mended: Option<Edits>,
    /// Whether the whole row was of the person.
    pub is_own: bool,
}

/// Writes what is left of rows. `left_out` is for those of a draft that was not submitted.
pub async fn erase_rows(
    connection: &mut PgConnection,
    draft: DraftId,
    rows: &[ErasedRow],
    left_out: bool,
) -> sqlx::Result<()> {
    for row in rows {
        sqlx::query(
            "update leads set cells = $3, mended = $4, number = case when $5 then null else number end, \
             faults = case when $5 then '[]' else faults end, marks = case when $5 then null else marks end, \
             kind = case when $6 then 'left_out' else kind end, left_out = left_out or $6, \
             duplicate_of = case when $6 then null else duplicate_of end where draft_id = $1 and row = $2",
        )
        .bind(draft)
        .bind(row.row)
        .bind(&row.cells)
        .bind(row.mended.as_ref().map(Json))
        .bind(row.is_own)
        .bind(left_out)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// Forgets what beside the leads of a draft tells of rows: its kept file, edit steps, words of the provider.
pub async fn erase_beside(
    connection: &mut PgConnection,
    draft: DraftId,
    rows: &[i32],
) -> sqlx::Result<()> {
    for statement in [
        "delete from draft_files where draft_id = $1 and $2::int[] is not null",
        "delete from step_leads where draft_id = $1 and row = any($2)",
        "update draft_refusals set words = '' where draft_id = $1 and row = any($2)",
        "update check_refusals set words = '' where check_id in (select id from checks where draft_id = $1) and row = any($2)",
        "update part_refusals set words = '' where task_id = (select task_id from drafts where id = $1) and row = any($2)",
    ] {
        sqlx::query(statement)
            .bind(draft)
            .bind(rows)
            .execute(&mut *connection)
            .await?;
    }
    super::minimise::forget_first_rows(connection, draft).await
}

/// Deletes a draft that was discarded, with its leads.
pub async fn delete_discarded(connection: &mut PgConnection, draft: DraftId) -> sqlx::Result<()> {
    sqlx::query(
        "delete from drafts where id = $1 and task_id is null and discarded_at is not null",
    )
    .bind(draft)
    .execute(connection)
    .await?;
    Ok(())
}

/// Erases the number of calls that are over, and what the provider told of them in words. What they count as stays. A number below zero is
/// nobody's: the row stands in its place.
pub async fn erase_calls(
    connection: &mut PgConnection,
    task: TaskId,
    rows: &[i32],
) -> sqlx::Result<()> {
    sqlx::query(
        "with gone as (select number from calls where task_id = $1 and row = any($2)), \
         numbers as (delete from submitted_numbers where task_id = $1 and number in (select number from gone)) \
         update calls set number = -row, status = null, ring_type = null, hangup_type = null, other = null \
         where task_id = $1 and row = any($2)",
    )
    .bind(task)
    .bind(rows)
    .execute(connection)
    .await?;
    Ok(())
}

/// Keeps the numbers of calls that are open until the provider has told the last of them.
pub async fn erase_calls_later(
    connection: &mut PgConnection,
    calls: &[HitCall],
) -> sqlx::Result<()> {
    for call in calls {
        sqlx::query(
            "insert into calls_to_erase (task_id, row, part) values ($1, $2, $3) on conflict do nothing",
        )
        .bind(call.task_id)
        .bind(call.row)
        .bind(call.part)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// A row of `calls_to_erase` whose call is over: nobody asks AIRudder for its batch any more.
pub(super) const ENDED_CALL: &str = "not exists (select from call_polls where call_polls.task_id = calls_to_erase.task_id \
    and call_polls.part = calls_to_erase.part and due_at is not null)";

/// Erases the numbers of calls that were open and are not any more; how many.
pub async fn erase_ended_calls(connection: &mut PgConnection) -> sqlx::Result<u64> {
    let ended: Vec<(TaskId, i32)> = sqlx::query_as(&format!(
        "delete from calls_to_erase where {ENDED_CALL} returning task_id, row"
    ))
    .fetch_all(&mut *connection)
    .await?;
    for (task, row) in &ended {
        erase_calls(connection, *task, &[*row]).await?;
    }
    Ok(ended.len() as u64)
}

/// Forgets the number wherever it stands in words, steps, pushes and what was submitted; numbers of calls that are open stay.
pub async fn erase_everywhere_else(
    connection: &mut PgConnection,
    number: i64,
    pattern: &str,
) -> sqlx::Result<()> {
    for statement in [
        "delete from submitted_numbers where number = $1 and $2::text is not null and not exists (select from calls_to_erase \
             join calls using (task_id, row) where calls.number = $1 and calls.task_id = submitted_numbers.task_id)",
        "delete from step_leads where (before::text ~ $2 or after::text ~ $2) and $1::bigint is not null",
        &format!(
            "update steps set label = '{ERASED_LABEL}', what = null where (label ~ $2 or what::text ~ $2) and $1::bigint is not null"
        ),
        "delete from event_words where words ~ $2 and $1::bigint is not null",
        "update parts set words = null where words ~ $2 and $1::bigint is not null",
        "update part_refusals set words = '' where words ~ $2 and $1::bigint is not null",
        "update check_refusals set words = '' where words ~ $2 and $1::bigint is not null",
        "update draft_refusals set words = '' where words ~ $2 and $1::bigint is not null",
        "update check_parts set words = '{}' where words::text ~ $2 and $1::bigint is not null",
        "update stops set words = null where words ~ $2 and $1::bigint is not null",
        "delete from pushes where position(convert_to($1::bigint::text, 'UTF8') in body) > 0 and $2::text is not null",
    ] {
        sqlx::query(statement)
            .bind(number)
            .bind(pattern)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// A place that may spell a number: of a lead, of a call, or one that was submitted.
#[derive(sqlx::FromRow)]
pub struct SpeltPlace {
    pub number: Option<i64>,
    pub text: Option<String>,
}

/// Every place that may spell a number, as they come.
pub fn spelt_places(
    connection: &mut PgConnection,
) -> impl futures::Stream<Item = sqlx::Result<SpeltPlace>> + Unpin + '_ {
    sqlx::query_as(
        "select number, array_to_string(cells, ' | ') || coalesce(' | ' || mended::text, '') as text from leads \
         union all select number, null from calls where number > 0 union all select number, null from submitted_numbers \
         union all select null, words from event_words union all select null, before::text || after::text from step_leads",
    )
    .fetch(connection)
}
