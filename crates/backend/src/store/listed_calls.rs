//! The calls of a task that are asked for, with their leads, a page at a time.

use leads::results::classify::CallGroup;
use leads::results::meaning::canonical_letter;
use leads::results::ring::RingClass;
use leads::views::{CallQuery, CallStage};
use leads::{Action, SearchText};
use sqlx::types::Json;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder, Row};

use super::audit;
use super::calls::{HALF_HOUR, TALK_FROM};
use super::cell_search::push_holds;
use super::rows::RowRecord;
use super::stops::{SHOWN, StopRecord};
use super::{At, Located, Stored, Unreadable, at, count};
use crate::Caller;
use crate::audit::AuditEntry;
use crate::ids::{AccountId, TaskId};
use crate::results::is_open;

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
pub(super) const LISTED: &str = "leads.row, cells, mended, left_out, marks, nullif(greatest(coalesce(calls.number, leads.number), 0), 0) as number, call_group, \
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

/// Which calls of which task are asked for.
pub struct CallFilter<'a> {
    account: AccountId,
    task: TaskId,
    query: &'a CallQuery,
    sees_numbers: bool,
    /// The words that are looked for.
    words: Vec<String>,
    /// The half hours of the hour that is asked for.
    half_hours: Option<Vec<At>>,
}

impl<'a> CallFilter<'a> {
    /// The calls of a task of the caller's account.
    pub fn new(caller: &Caller, task: TaskId, query: &'a CallQuery) -> CallFilter<'a> {
        let zone = caller.account.zone();
        let half_hours = query.hour.map(|hour| hour.half_hours(zone));
        let half_hours = half_hours.map(|hours| hours.into_iter().map(at).collect());
        CallFilter {
            account: caller.account.id,
            task,
            query,
            sees_numbers: caller.may(Action::SeeNumbers),
            words: SearchText::parse(&query.q).unwrap_or_default().words(),
            half_hours,
        }
    }
}

/// The calls of a task that are asked for, in the order of the list: so many behind the first `from`, and how many there are, also where
/// the page is behind the last one.
///
/// What is kept of the counts tells how many there are, but for words, which have to be looked for in every row. Where they are a `search` for
/// digits of a number, the statement writes it down, with how many are found.
pub async fn page(
    pool: &PgPool,
    filter: &CallFilter<'_>,
    (from, most): (i64, i64),
    search: Option<&AuditEntry>,
) -> sqlx::Result<(Vec<CallOnPage>, u32)> {
    let mut sql = QueryBuilder::<Postgres>::new(
        "with matching as (select calls.task_id, calls.row, tasks.draft_id",
    );
    filtered(&mut sql, filter);
    sql.push(")");
    if let Some(search) = search {
        let found = "jsonb_build_object('found', (select count(*) from matching))";
        audit::push_with(&mut sql, search, found)?;
    }
    sql.push(" select ").push(format_args!(
        "{LISTED}, case when stops.row is not null then {SHOWN} end as cancel, \
         exists (select from call_polls where call_polls.task_id = calls.task_id and call_polls.part = calls.part \
             and due_at is not null) as is_asked_for, found from (select "
    ));
    match filter.words.is_empty() {
        true => counted(&mut sql, filter),
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
pub(super) fn filtered<'a>(sql: &mut QueryBuilder<'a, Postgres>, filter: &'a CallFilter<'_>) {
    let (task, query, words) = (filter.task, filter.query, &filter.words);
    sql.push(" from calls join tasks on tasks.id = calls.task_id");
    if !words.is_empty() {
        sql.push(" join leads on leads.row = calls.row and leads.draft_id = (select draft_id from tasks where id = ")
            .push_bind(task)
            .push(")");
        if let Some(batch) = query.batch {
            // The others are not looked into.
            sql.push(" and leads.row between ");
            push_row_of_batch(sql, "first_row", task, batch);
            sql.push(" and ");
            push_row_of_batch(sql, "last_row", task, batch);
        }
    }
    sql.push(" where calls.task_id = ").push_bind(task);
    chosen(sql, filter);
    if let Some(half_hours) = &filter.half_hours {
        sql.push(format_args!(" and {HALF_HOUR} = any("))
            .push_bind(half_hours)
            .push(")");
    }
    if let Some(talk) = query.talk {
        sql.push(format_args!(" and {TALK_FROM} = "))
            .push_bind(i64::from(talk.first_second()));
    }
    match query.stage {
        Some(CallStage::Dialled) => drop(sql.push(" and dialled")),
        Some(CallStage::Reached) => drop(sql.push(" and reached")),
        None => {}
    }
    for word in words {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        if !filter.sees_numbers && !digits.is_empty() {
            push_last_four(sql, word);
            continue;
        }
        sql.push(" and (");
        if digits.len() >= 3 && !word.chars().any(char::is_alphabetic) {
            sql.push("leads.number::text like '%' || ")
                .push_bind(digits)
                .push(" or ");
        }
        push_holds(sql, word);
        sql.push(")");
    }
}

/// What somebody finds by digits who does not see whole numbers: the last four, which they see. With more, a number could be read digit by
/// digit.
fn push_last_four(sql: &mut QueryBuilder<'_, Postgres>, word: &str) {
    let is_shown = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    match word.parse::<i64>().ok().filter(|_| is_shown) {
        Some(last) => sql.push(" and leads.number % 10000 = ").push_bind(last),
        None => sql.push(" and false"),
    };
}

fn push_row_of_batch(
    sql: &mut QueryBuilder<'_, Postgres>,
    column: &'static str,
    task: TaskId,
    batch: u32,
) {
    sql.push(format_args!("(select {column} from parts where task_id = "))
        .push_bind(task)
        .push(" and parts.number = ")
        .push_bind(i64::from(batch))
        .push(")");
}

/// How many calls [`filtered`] finds where no words are looked for, out of the counts that are kept.
fn counted<'a>(sql: &mut QueryBuilder<'a, Postgres>, filter: &'a CallFilter<'_>) {
    let query = filter.query;
    let calls = match query.stage {
        Some(CallStage::Dialled) => "dialled",
        Some(CallStage::Reached) => "reached",
        None => "calls",
    };
    sql.push(format_args!("(select coalesce(sum({calls}), 0) from call_counts join tasks on tasks.id = task_id where task_id = "))
        .push_bind(filter.task);
    chosen(sql, filter);
    if let Some(half_hours) = &filter.half_hours {
        sql.push(" and half_hour = any(")
            .push_bind(half_hours)
            .push(")");
    }
    if let Some(talk) = query.talk {
        sql.push(" and talk_from = ")
            .push_bind(i64::from(talk.first_second()));
    }
    sql.push(")");
}

/// What a filter chooses by columns that calls and their counts share.
fn chosen<'a>(sql: &mut QueryBuilder<'a, Postgres>, filter: &'a CallFilter<'_>) {
    let query = filter.query;
    sql.push(" and tasks.account_id = ")
        .push_bind(filter.account);
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
