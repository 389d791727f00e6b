//! The numbers that were submitted, and when.

use std::collections::HashMap;

use futures::TryStreamExt;
use jiff::Timestamp;
use sqlx::PgConnection;
use uuid::Uuid;

use super::at;

/// Whose numbers are looked for, and since when. What went to a simulator called nobody, and the other way round.
#[derive(Clone, Copy, Debug)]
pub struct Lately {
    pub account: Uuid,
    pub since: Timestamp,
    pub sandbox: bool,
}

/// Parts that were refused, never sent, stopped, or given up call nobody.
const CALLED: &str = "submitted_numbers join tasks on tasks.id = submitted_numbers.task_id \
    join parts on parts.task_id = submitted_numbers.task_id and parts.number = part \
    and parts.state not in ('refused', 'not_sent', 'stopped', 'given_up')";

/// Writes down the numbers of a task's leads; those that the check refused are not called.
pub async fn insert_of_task(
    connection: &mut PgConnection,
    task: Uuid,
    draft: Uuid,
    check: Uuid,
) -> sqlx::Result<()> {
    // In their order, so that the index grows page by page.
    sqlx::query(
        "insert into submitted_numbers (number, task_id, part) \
         select leads.number, $1, parts.number \
         from leads join parts on parts.task_id = $1 and leads.row between parts.first_row and parts.last_row \
         where draft_id = $2 and kind in ('ready', 'doubtful') and leads.number is not null \
         and not exists (select from check_refusals where check_id = $3 and check_refusals.row = leads.row) \
         order by leads.number",
    )
    .bind(task)
    .bind(draft)
    .bind(check)
    .execute(connection)
    .await?;
    Ok(())
}

/// The task of each number that was submitted lately, the latest one. All numbers, or those asked for.
pub async fn submitted(
    connection: &mut PgConnection,
    lately: Lately,
    numbers: Option<&[i64]>,
) -> sqlx::Result<HashMap<i64, Uuid>> {
    // An index is only used where the statement does not leave it open whether there is a condition.
    let condition = match numbers {
        Some(_) => "submitted_numbers.number = any($4)",
        None => "$4::bigint[] is null",
    };
    let statement = format!(
        "select submitted_numbers.number, tasks.id from {CALLED} \
         where account_id = $1 and submitted_at > $2 and tasks.sandbox = $3 \
         and {condition} order by submitted_at"
    );
    let mut found = sqlx::query_as(&statement)
        .bind(lately.account)
        .bind(at(lately.since))
        .bind(lately.sandbox)
        .bind(numbers)
        .fetch(connection);
    let mut tasks = HashMap::new();
    while let Some((number, task)) = found.try_next().await? {
        tasks.insert(number, task);
    }
    Ok(tasks)
}

/// How many numbers of a part were submitted once more since, in another part that calls them.
pub async fn submitted_since(
    connection: &mut PgConnection,
    task: Uuid,
    part: i32,
) -> sqlx::Result<u32> {
    let numbers: i64 = sqlx::query_scalar(&format!(
        "select count(distinct own.number) from submitted_numbers as own join tasks as own_task on own_task.id = own.task_id \
         join ({CALLED}) on submitted_numbers.number = own.number and tasks.account_id = own_task.account_id \
         and tasks.submitted_at > own_task.submitted_at and tasks.sandbox = own_task.sandbox \
         where own.task_id = $1 and own.part = $2 and submitted_numbers.task_id <> own.task_id"
    ))
    .bind(task)
    .bind(part)
    .fetch_one(connection)
    .await?;
    Ok(super::count(numbers))
}

/// A lead that would be sent though its number was submitted lately, which is not yet known of it.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct NewlyRecent {
    pub row: i32,
    pub number: i64,
    pub task: Uuid,
}

pub async fn newly_recent(
    connection: &mut PgConnection,
    lately: Lately,
    draft: Uuid,
) -> sqlx::Result<Vec<NewlyRecent>> {
    sqlx::query_as(&format!(
        "select distinct on (leads.row) leads.row, leads.number, tasks.id as task from {CALLED} \
         join leads on leads.number = submitted_numbers.number \
         where account_id = $1 and submitted_at > $2 and tasks.sandbox = $3 \
         and leads.draft_id = $4 and kind in ('ready', 'doubtful') and recent_task is null \
         order by leads.row, submitted_at desc"
    ))
    .bind(lately.account)
    .bind(at(lately.since))
    .bind(lately.sandbox)
    .bind(draft)
    .fetch_all(connection)
    .await
}

/// Notes of leads in which task their numbers were submitted lately.
pub async fn set_recent(
    connection: &mut PgConnection,
    draft: Uuid,
    recent: &[NewlyRecent],
) -> sqlx::Result<()> {
    let rows: Vec<i32> = recent.iter().map(|lead| lead.row).collect();
    let tasks: Vec<Uuid> = recent.iter().map(|lead| lead.task).collect();
    sqlx::query(
        "update leads set recent_task = new.task from unnest($2::int[], $3::uuid[]) as new (row, task) \
         where draft_id = $1 and leads.row = new.row",
    )
    .bind(draft)
    .bind(rows)
    .bind(tasks)
    .execute(connection)
    .await?;
    Ok(())
}
