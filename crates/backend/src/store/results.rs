//! What the pages of results read: counts that are kept.

use jiff::Timestamp;
use leads::results::classify::CallGroup;
use leads::results::meaning::Meanings;
use leads::results::ring::RingClass;
use leads::views::Tally;
use leads::{Mapping, TaskSettings};
use serde::Deserialize;
use sqlx::types::Json;
use sqlx::{FromRow, PgExecutor, Row};

use super::{At, Unreadable, count};
use crate::ids::{AccountId, DraftId, TaskId};

/// Calls that have the same in common.
#[derive(Debug, Deserialize)]
pub struct CountRecord {
    pub robot_id: Option<String>,
    pub call_group: CallGroup,
    pub letter: Option<String>,
    pub ring: Option<RingClass>,
    pub half_hour: Option<Timestamp>,
    pub talk_from: Option<u32>,
    pub calls: u32,
    pub dialled: u32,
    pub reached: u32,
    pub talk_seconds: u64,
}

/// How asking for the calls of a batch stands.
#[derive(Debug, Deserialize)]
pub struct PollState {
    pub due_at: Option<Timestamp>,
    pub asked_at: Option<Timestamp>,
    pub watched_at: Option<Timestamp>,
    pub failures: u32,
    pub strangers: Vec<String>,
    pub shared_notes: u32,
}

/// What the letters mean to a robot of the task.
#[derive(Debug, Deserialize)]
pub struct RobotMeanings {
    pub robot_id: String,
    pub meanings: Meanings,
}

/// A robot by its name.
#[derive(Debug, Deserialize)]
pub struct RobotName {
    pub robot_id: String,
    pub name: String,
}

/// All that is counted of a task.
#[derive(Debug, Deserialize)]
pub struct ResultsRecord {
    pub counts: Vec<CountRecord>,
    pub polls: Vec<PollState>,
    pub meanings: Vec<RobotMeanings>,
    pub robots: Vec<RobotName>,
    /// Leads of the list by kind, as they were submitted.
    pub list: ListCounts,
    /// Whether there is a newer version of what the letters mean to a robot of the task than it is read by.
    pub is_renamed: bool,
    /// When the first dial began, while calls are not over.
    pub first_dial: Option<Timestamp>,
}

/// Leads of a list by kind.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct ListCounts {
    ready: u32,
    to_mend: u32,
    doubtful: u32,
    duplicates: u32,
    recent: u32,
    do_not_call: u32,
    held_back: u32,
    left_out: u32,
}

impl ListCounts {
    /// As they are counted elsewhere.
    pub fn tally(self) -> Tally {
        Tally {
            ready: self.ready,
            to_fix: self.to_mend,
            warnings: self.doubtful,
            duplicates: self.duplicates,
            recent: self.recent,
            do_not_call: self.do_not_call,
            held_back: self.held_back,
            left_out: self.left_out,
            ..Tally::default()
        }
    }
}

/// Makes a [`ResultsRecord`] of a row of `tasks`, as part of a statement that reads something else as well; null where no batch
/// was created, or its calls are not kept yet.
pub(super) const OF_TASK: &str = "(select jsonb_build_object( \
    'counts', (select jsonb_agg(to_jsonb(counted)) from (select robot_id, call_group, letter, ring, half_hour, talk_from, \
        sum(calls) as calls, sum(dialled) as dialled, sum(reached) as reached, sum(talk_seconds) as talk_seconds \
        from call_counts where task_id = tasks.id group by 1, 2, 3, 4, 5, 6) as counted), \
    'polls', (select jsonb_agg(to_jsonb(polled)) from (select due_at, asked_at, watched_at, failures, strangers, shared_notes \
        from call_polls where task_id = tasks.id order by part) as polled), \
    'meanings', (select coalesce(jsonb_agg(jsonb_build_object('robot_id', robot_results.robot_id, 'meanings', meanings)), '[]') \
        from (select robot_id, max(version) as version from task_results where task_id = tasks.id group by 1) as read_by \
        join robot_results using (robot_id, version) where robot_results.account_id = tasks.account_id), \
    'robots', (select coalesce(jsonb_agg(jsonb_build_object('robot_id', robot_id, 'name', name)), '[]') from robots \
        where robots.account_id = tasks.account_id and robot_id in (select coalesce(call_counts.robot_id, tasks.settings ->> 'robot_id') \
            from call_counts where task_id = tasks.id)), \
    'list', (select jsonb_build_object('ready', ready, 'to_mend', to_mend, 'doubtful', doubtful, 'duplicates', duplicates, \
        'recent', recent, 'do_not_call', do_not_call, 'held_back', held_back, 'left_out', left_out) from drafts where drafts.id = tasks.draft_id), \
    'is_renamed', exists (select from (select distinct part, coalesce(call_counts.robot_id, tasks.settings ->> 'robot_id') as robot_id \
            from call_counts where task_id = tasks.id) as counted \
        join robot_results on robot_results.account_id = tasks.account_id and robot_results.robot_id = counted.robot_id \
        where robot_results.version > coalesce((select version from task_results where task_id = tasks.id \
            and task_results.part = counted.part and task_results.robot_id = counted.robot_id), 0)), \
    'first_dial', (select min(first_dial) from call_polls where task_id = tasks.id)) \
    where exists (select from call_counts where task_id = tasks.id))";

/// A task as far as the page of its calls needs it.
pub struct CallsOfTask {
    pub name: String,
    pub draft_id: DraftId,
    pub settings: TaskSettings,
    pub mapping: Mapping,
    pub headers: Vec<String>,
    pub batches: u32,
    /// Whether leads without a note were sent with a reference.
    pub with_references: bool,
    /// Whether it called a person's own number.
    pub is_test: bool,
    /// Whether the columns that fill nothing were dropped.
    pub columns_dropped: bool,
    /// When its leads and calls began to be deleted.
    pub leads_deleted_at: Option<Timestamp>,
    pub results: Option<ResultsRecord>,
}

impl FromRow<'_, sqlx::postgres::PgRow> for CallsOfTask {
    fn from_row(row: &sqlx::postgres::PgRow) -> sqlx::Result<CallsOfTask> {
        let id: TaskId = row.try_get("id")?;
        let unreadable = |column: &'static str| {
            move |_| sqlx::Error::Decode(Box::new(Unreadable::new("tasks", column, id)))
        };
        let settings: Json<TaskSettings> =
            row.try_get("settings").map_err(unreadable("settings"))?;
        let mapping: Json<Mapping> = row.try_get("mapping").map_err(unreadable("mapping"))?;
        let results: Option<Json<_>> = row.try_get("results").map_err(unreadable("results"))?;
        Ok(CallsOfTask {
            name: row.try_get("name")?,
            draft_id: row.try_get("draft_id")?,
            settings: settings.0,
            mapping: mapping.0,
            headers: row.try_get("headers")?,
            batches: count(row.try_get("batches")?)?,
            with_references: row.try_get("with_references")?,
            is_test: row.try_get("is_test")?,
            columns_dropped: row.try_get("columns_dropped")?,
            leads_deleted_at: row
                .try_get::<Option<At>, _>("leads_deleted_at")?
                .map(At::to_jiff),
            results: results.map(|results| results.0),
        })
    }
}

/// A task with all that is counted of its calls.
pub async fn of_task(
    executor: impl PgExecutor<'_>,
    account: AccountId,
    task: TaskId,
) -> sqlx::Result<Option<CallsOfTask>> {
    sqlx::query_as(&format!(
        "select tasks.id, tasks.name, tasks.draft_id, tasks.settings, is_test, with_references, checks.mapping, coalesce(drafts.headers, '{{}}') as headers, \
         (select count(*) from parts where task_id = tasks.id) as batches, {OF_TASK} as results, \
         deleted_at as leads_deleted_at, coalesce(columns_dropped, false) as columns_dropped \
         from tasks join checks on checks.id = check_id join drafts on drafts.id = tasks.draft_id \
         left join task_retention on task_retention.task_id = tasks.id \
         where tasks.id = $1 and tasks.account_id = $2"
    ))
    .bind(task)
    .bind(account)
    .fetch_optional(executor)
    .await
}
