//! The numbers that were submitted, and when.

use std::collections::HashMap;

use futures::TryStreamExt;
use jiff::Timestamp;
use leads::states::BatchState;
use sqlx::PgConnection;

use super::at;
use crate::ids::{AccountId, DraftId, TaskId};

/// Whose numbers are looked for, and since when. What went to a simulator called nobody, and the other way round.
#[derive(Clone, Copy, Debug)]
pub struct RecentWindow {
    pub account: AccountId,
    pub since: Timestamp,
    pub sandbox: bool,
    /// The task that the draft follows: whom it calls, or a task that belongs with it, counts however long ago that was.
    pub follows: Option<TaskId>,
    /// The draft, where it follows the calls of a task: its row says which, and what was known when it was made.
    pub follows_calls: Option<DraftId>,
}

/// Numbers with the task and the batch that has them called. What counts is when the batch got into the queue last
/// (`queued_at`): being sent again is a submission of its own. [`leads::states::keeps_back`] is the rule, and a test holds these
/// statements to it. A test holds nobody back: it calls its person, whose number may be in a list all the same.
///
/// The numbers are those of the relation named first, each looked up by itself. `offset 0` keeps the planner from turning that
/// round: just after a long list was submitted it takes the table for a small one, would begin with the batches of the account
/// and read every number of each.
fn called(wanted: &str) -> String {
    let calls = BatchState::ALL.into_iter().filter(|state| state.calls());
    let states: Vec<String> = calls.map(|state| format!("'{}'", state.key())).collect();
    format!(
        "{wanted} cross join lateral (select task_id, part from submitted_numbers where number = wanted.number offset 0) \
         as submitted_numbers join tasks on tasks.id = submitted_numbers.task_id and not tasks.is_test \
         join parts on parts.task_id = submitted_numbers.task_id and parts.number = part \
         and parts.state in ({})",
        states.join(", ")
    )
}

/// All that belongs with a task (`$task`), as the relation `family`: itself, what follows it or its calls, and whatever follows one of them.
pub(super) const FAMILY: &str = "family (id) as (select $task union select next.id from family cross join lateral ( \
    select follow_up_id from follow_ups where task_id = family.id union all select task_id from follow_ups where follow_up_id = family.id \
    union all select follow_up_id from call_follow_ups where task_id = family.id \
    union all select task_id from call_follow_ups where follow_up_id = family.id) as next (id))";

/// What of that counts for a draft: what was queued since then (`$2`), and all that follows the task that it follows (`$5`) or is followed by
/// it, whatever became of the calls that those follow. For a draft (`$6`) that follows calls: what belongs with their task and was not
/// known when the draft was made, or was queued since. What was known then does not count where a person has chosen so.
fn counts() -> String {
    let draft = |column: &str| format!("(select {column} from drafts where id = $6)");
    let family = FAMILY.replace("$task", &draft("follows_calls_of"));
    let (made, known) = (draft("created_at"), draft("calls_known"));
    let is_known = format!("tasks.id = any({known}::uuid[])");
    let within_cooldown = draft("calls_within_cooldown");
    format!(
        "account_id = $1 and tasks.sandbox = $3 and (queued_at >= $2 or tasks.id in ( \
            with recursive refused (id) as (select $5::uuid union \
                select case when follow_ups.task_id = refused.id then follow_up_id else follow_ups.task_id end \
                from refused join follow_ups on refused.id in (follow_ups.task_id, follow_up_id)) select id from refused) \
            or (tasks.id in (with recursive {family} select id from family) and (queued_at >= {made} or not {is_known}))) \
         and not coalesce({within_cooldown} and queued_at < {made} and {is_known}, false)"
    )
}

/// Writes down the numbers of a task's leads. Those that the check refused are sent along, and the provider may take them after
/// all: they count until it has refused them when it made the task ([`delete_refused`]).
pub async fn insert_of_task(
    connection: &mut PgConnection,
    task: TaskId,
    draft: DraftId,
) -> sqlx::Result<()> {
    // In their order, so that the index grows page by page. Which batch a row is in is looked up in an array: just after a long
    // list was written, the planner takes it for a few rows, and would compare each of them with each batch.
    sqlx::query(
        "with batches as materialized (select array_agg(number order by first_row) as numbers, array_agg(first_row order by first_row) \
         as first_rows from parts where task_id = $1) \
         insert into submitted_numbers (number, task_id, part, account) \
         select leads.number, $1, numbers[width_bucket(leads.row, first_rows)], (select current_account()) \
         from batches, leads where draft_id = $2 and kind in ('ready', 'doubtful') and leads.number is not null \
         order by leads.number",
    )
    .bind(task)
    .bind(draft)
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets the numbers of a batch that was made without them, because the provider refused each of their leads.
pub async fn delete_refused(
    connection: &mut PgConnection,
    task: TaskId,
    batch: i32,
) -> sqlx::Result<()> {
    sqlx::query(
        "delete from submitted_numbers where task_id = $1 and part = $2 and number in ( \
         select leads.number from tasks join parts on parts.task_id = tasks.id and parts.number = $2 \
         join leads on leads.draft_id = tasks.draft_id and leads.row between parts.first_row and parts.last_row \
         and leads.kind in ('ready', 'doubtful') \
         left join part_refusals on part_refusals.task_id = tasks.id and part_refusals.row = leads.row \
         where tasks.id = $1 and leads.number is not null \
         group by leads.number having count(part_refusals.row) = count(*))",
    )
    .bind(task)
    .bind(batch)
    .execute(connection)
    .await?;
    Ok(())
}

/// Of those numbers, the ones that were submitted recently, with the task that was queued last.
pub async fn submitted(
    connection: &mut PgConnection,
    recent_window: RecentWindow,
    numbers: &[i64],
) -> sqlx::Result<HashMap<i64, TaskId>> {
    let statement = format!(
        "select wanted.number, tasks.id from {} where {} \
         order by queued_at, submitted_at, tasks.id",
        called("unnest($4::bigint[]) as wanted (number)"),
        counts()
    );
    let mut found = sqlx::query_as(&statement)
        .bind(recent_window.account)
        .bind(at(recent_window.since))
        .bind(recent_window.sandbox)
        .bind(numbers)
        .bind(recent_window.follows)
        .bind(recent_window.follows_calls)
        .fetch(connection);
    let mut tasks = HashMap::new();
    while let Some((number, task)) = found.try_next().await? {
        tasks.insert(number, task);
    }
    Ok(tasks)
}

/// How many numbers of a batch are called by batches of other tasks of its account that were queued at that moment or later.
/// [`leads::states::send_again_counts_from`] says which moment that is.
pub async fn called_by_others(
    connection: &mut PgConnection,
    task: TaskId,
    batch: i32,
    from: Timestamp,
) -> sqlx::Result<u32> {
    let numbers: i64 = sqlx::query_scalar(&format!(
        "select count(distinct wanted.number) from {} \
         join tasks as own on own.id = $1 and tasks.account_id = own.account_id \
         and tasks.sandbox = own.sandbox and tasks.id <> own.id \
         where parts.queued_at >= $3",
        called("(select number from submitted_numbers where task_id = $1 and part = $2) as wanted")
    ))
    .bind(task)
    .bind(batch)
    .bind(at(from))
    .fetch_one(connection)
    .await?;
    super::count(numbers)
}

/// A lead that would be sent though its number was submitted recently, which is not yet known of it.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct NewlyRecent {
    pub number: i64,
    pub task: TaskId,
}

/// One for each such lead, with the task that was queued last.
pub async fn newly_recent(
    connection: &mut PgConnection,
    recent_window: RecentWindow,
    draft: DraftId,
) -> sqlx::Result<Vec<NewlyRecent>> {
    sqlx::query_as(&format!(
        "select distinct on (wanted.row) wanted.number, tasks.id as task from {} where {} \
         order by wanted.row, queued_at desc, submitted_at desc, tasks.id desc",
        called(
            "(select row, number from leads where draft_id = $4 and kind in ('ready', 'doubtful') and recent_task is null) as wanted"
        ),
        counts()
    ))
    .bind(recent_window.account)
    .bind(at(recent_window.since))
    .bind(recent_window.sandbox)
    .bind(draft)
    .bind(recent_window.follows)
    .bind(recent_window.follows_calls)
    .fetch_all(connection)
    .await
}

/// Notes of leads in which task their numbers were submitted recently; of all leads with these numbers, also those that are not
/// sent now: a person may choose another one of them.
pub async fn set_recent(
    connection: &mut PgConnection,
    draft: DraftId,
    recent: &HashMap<i64, TaskId>,
) -> sqlx::Result<()> {
    let (numbers, tasks): (Vec<i64>, Vec<TaskId>) = recent.iter().unzip();
    sqlx::query(
        "update leads set recent_task = new.task from unnest($2::bigint[], $3::uuid[]) as new (number, task) \
         where draft_id = $1 and leads.number = new.number and recent_task is null",
    )
    .bind(draft)
    .bind(numbers)
    .bind(tasks)
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets of leads in which task their numbers were submitted, where that is no recent one any more; the numbers, each once.
pub async fn free(
    connection: &mut PgConnection,
    recent_window: RecentWindow,
    draft: DraftId,
) -> sqlx::Result<Vec<i64>> {
    let marked = "(select distinct number from leads where draft_id = $4 and recent_task is not null and number is not null)";
    sqlx::query_scalar(&format!(
        "with still as materialized (select distinct wanted.number from {called} where {counts}), \
         freed as (update leads set recent_task = null where draft_id = $4 and recent_task is not null and number is not null \
             and not exists (select from still where still.number = leads.number) returning number) \
         select distinct number from freed order by number",
        called = called(&format!("{marked} as wanted")),
        counts = counts()
    ))
    .bind(recent_window.account)
    .bind(at(recent_window.since))
    .bind(recent_window.sandbox)
    .bind(draft)
    .bind(recent_window.follows)
    .bind(recent_window.follows_calls)
    .fetch_all(connection)
    .await
}
