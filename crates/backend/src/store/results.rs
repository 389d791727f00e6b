//! What the pages of results read: counts that are kept, and single calls a page at a time.

use jiff::Timestamp;
use leads::results::classify::CallGroup;
use leads::results::meaning::{Meanings, canonical_letter};
use leads::results::ring::RingClass;
use leads::views::{CallQuery, CallStage, Tally};
use leads::{Mapping, SearchText, TaskSettings};
use serde::Deserialize;
use sqlx::types::Json;
use sqlx::{FromRow, PgExecutor, PgPool, Postgres, QueryBuilder, Row};

use super::rows::RowRecord;
use super::stops::{SHOWN, StopRecord};
use super::{At, Located, Stored, Unreadable, count};
use crate::ids::{AccountId, DraftId, TaskId};
use crate::results::is_open;

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
        'recent', recent, 'held_back', held_back, 'left_out', left_out) from drafts where drafts.id = tasks.draft_id), \
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
         (select count(*) from parts where task_id = tasks.id) as batches, {OF_TASK} as results \
         from tasks join checks on checks.id = check_id join drafts on drafts.id = tasks.draft_id \
         where tasks.id = $1 and tasks.account_id = $2"
    ))
    .bind(task)
    .bind(account)
    .fetch_optional(executor)
    .await
}

/// A lead with its call.
#[derive(sqlx::FromRow)]
pub struct ListedCall {
    #[sqlx(flatten)]
    pub lead: RowRecord,
    pub number: Option<i64>,
    call_group: Option<String>,
    pub status: Option<String>,
    ring: Option<String>,
    pub ring_type: Option<String>,
    pub letter: Option<String>,
    pub robot_id: Option<String>,
    pub started_at: Option<At>,
    pub ended_at: Option<At>,
    pub talk_seconds: Option<i32>,
    pub reached: bool,
    pub shares_note: bool,
    other: Option<Json<serde_json::Map<String, serde_json::Value>>>,
}

/// The columns of a [`ListedCall`], from `calls` and `leads`. A lead without a call has its number all the same.
pub(super) const LISTED: &str = "leads.row, cells, mended, left_out, marks, coalesce(calls.number, leads.number) as number, call_group, \
    calls.status, ring, ring_type, letter, calls.robot_id, started_at, ended_at, talk_seconds, coalesce(reached, false) as reached, \
    coalesce(shares_note, false) as shares_note, other";

impl ListedCall {
    /// The group of its call; `None` where the lead has no call.
    pub fn group(&self) -> Result<Option<CallGroup>, Unreadable> {
        let unreadable = || Unreadable::new("calls", "call_group", self.lead.row);
        let read = |key: &str| CallGroup::from_key(key).ok_or_else(unreadable);
        self.call_group.as_deref().map(read).transpose()
    }

    /// How its number rang.
    pub fn ring(&self) -> Option<RingClass> {
        self.ring.as_deref().and_then(RingClass::from_key)
    }

    /// Fields of the provider that are not known, by name, in their order.
    pub fn other(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.other.iter().flat_map(|fields| fields.0.iter());
        fields.map(|(name, text)| (name.as_str(), text.as_str().unwrap_or_default()))
    }
}

impl Stored for ListedCall {
    const TABLE: &'static str = "calls";
    const KEY: &'static [&'static str] = &["row"];
}

/// A call of a page.
#[derive(sqlx::FromRow)]
pub struct CallOnPage {
    #[sqlx(flatten)]
    pub call: ListedCall,
    is_asked_for: bool,
    cancel: Option<Json<StopRecord>>,
}

impl CallOnPage {
    /// The request to the provider to cancel its number.
    pub fn cancel(&self) -> Option<&StopRecord> {
        self.cancel.as_ref().map(|cancel| &cancel.0)
    }

    /// Whether more may come of a call of that group.
    pub fn is_open(&self, group: CallGroup) -> bool {
        is_open(group, self.is_asked_for)
    }
}

impl Stored for CallOnPage {
    const TABLE: &'static str = ListedCall::TABLE;
    const KEY: &'static [&'static str] = ListedCall::KEY;
}

/// The calls of a task that are asked for, in the order of the list: so many behind the first `from`, and how many there are, also where
/// the page is behind the last one.
///
/// What is kept of the counts tells how many there are, but for words, which have to be looked for in every row.
pub async fn page(
    pool: &PgPool,
    account: AccountId,
    task: TaskId,
    query: &CallQuery,
    from: i64,
    most: i64,
) -> sqlx::Result<(Vec<CallOnPage>, u32)> {
    let mut sql = QueryBuilder::<Postgres>::new(
        "with matching as (select calls.task_id, calls.row, tasks.draft_id",
    );
    filtered(&mut sql, account, task, query);
    sql.push(") select ").push(format_args!(
        "{LISTED}, case when stops.row is not null then {SHOWN} end as cancel, \
         exists (select from call_polls where call_polls.task_id = calls.task_id and call_polls.part = calls.part \
             and due_at is not null) as is_asked_for, found from (select "
    ));
    match words_of(query).is_empty() {
        true => counted(&mut sql, account, task, query),
        false => drop(sql.push("(select count(*) from matching)")),
    }
    sql.push(" as found) as counted left join ((select * from matching order by row limit ")
        .push_bind(most)
        .push(" offset ")
        .push_bind(from)
        .push(
            ") as wanted join calls using (task_id, row) \
             left join stops on stops.task_id = calls.task_id and stops.part = calls.part and stops.row = calls.row \
             join leads on leads.draft_id = wanted.draft_id and leads.row = wanted.row) on true order by leads.row",
        );
    let rows = sql.build().fetch_all(pool).await?;
    let found = rows.first().map_or(Ok(0), |row| row.try_get("found"))?;
    // A page behind the last one is one row of the count alone.
    let mut calls = Vec::with_capacity(rows.len());
    for row in &rows {
        if row.try_get::<Option<i32>, _>("row")?.is_some() {
            let Located(call) = Located::from_row(row)?;
            calls.push(call);
        }
    }
    Ok((calls, count(found)?))
}

/// The one condition for pages and files.
pub(super) fn filtered<'a>(
    sql: &mut QueryBuilder<'a, Postgres>,
    account: AccountId,
    task: TaskId,
    query: &'a CallQuery,
) {
    let words = words_of(query);
    sql.push(" from calls join tasks on tasks.id = calls.task_id");
    if !words.is_empty() {
        // Both are read in the order of their keys then, and put together row by row.
        sql.push(" join leads on leads.row = calls.row and leads.draft_id = (select draft_id from tasks where id = ")
            .push_bind(task)
            .push(")");
    }
    sql.push(" where calls.task_id = ").push_bind(task);
    chosen(sql, account, query);
    match query.stage {
        Some(CallStage::Dialled) => drop(sql.push(" and dialled")),
        Some(CallStage::Reached) => drop(sql.push(" and reached")),
        None => {}
    }
    for word in words {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        sql.push(" and (");
        if digits.len() >= 3 && !word.chars().any(char::is_alphabetic) {
            sql.push("calls.number::text like '%' || ")
                .push_bind(digits)
                .push(" or ");
        }
        // What has no letters is the same in lower case.
        let cells = match word.chars().any(char::is_alphabetic) {
            true => "lower(array_to_string(cells, ' '))",
            false => "array_to_string(cells, ' ')",
        };
        sql.push(format_args!("strpos({cells}, "))
            .push_bind(word.clone())
            .push(
                ") > 0 or (mended is not null and exists (select from jsonb_each_text(mended) as edit where strpos(lower(edit.value), ",
            )
            .push_bind(word)
            .push(") > 0)))");
    }
}

/// The words that are looked for, in lower case.
fn words_of(query: &CallQuery) -> Vec<String> {
    let text = SearchText::parse(&query.q).unwrap_or_default();
    let words = text.as_str().split_whitespace();
    words.map(str::to_lowercase).collect()
}

/// How many calls [`filtered`] finds where no words are looked for, out of the counts that are kept.
fn counted<'a>(
    sql: &mut QueryBuilder<'a, Postgres>,
    account: AccountId,
    task: TaskId,
    query: &'a CallQuery,
) {
    let calls = match query.stage {
        Some(CallStage::Dialled) => "dialled",
        Some(CallStage::Reached) => "reached",
        None => "calls",
    };
    sql.push(format_args!("(select coalesce(sum({calls}), 0) from call_counts join tasks on tasks.id = task_id where task_id = "))
        .push_bind(task);
    chosen(sql, account, query);
    sql.push(")");
}

/// What a filter chooses by columns that calls and their counts share.
fn chosen<'a>(sql: &mut QueryBuilder<'a, Postgres>, account: AccountId, query: &'a CallQuery) {
    sql.push(" and tasks.account_id = ").push_bind(account);
    if !query.groups.is_empty() {
        let keys: Vec<&str> = query.groups.iter().map(|group| group.key()).collect();
        sql.push(" and call_group = any(").push_bind(keys).push(")");
    }
    if !query.letter.is_empty() {
        sql.push(" and upper(letter) = ")
            .push_bind(canonical_letter(&query.letter));
    }
    if let Some(batch) = query.batch {
        sql.push(" and part = ").push_bind(i64::from(batch));
    }
    if !query.robot.is_empty() {
        sql.push(" and coalesce(robot_id, tasks.settings ->> 'robot_id') = ")
            .push_bind(&query.robot);
    }
    if let Some(ring) = query.ring {
        // A number of which nothing is told rang in a way that is not known.
        sql.push(" and coalesce(ring, 'other') = ")
            .push_bind(ring.key());
    }
}
