//! The calls of a task that are asked for, with their leads, a page at a time.

use leads::SearchText;
use leads::results::classify::CallGroup;
use leads::results::meaning::canonical_letter;
use leads::results::ring::RingClass;
use leads::views::{CallQuery, CallStage};
use sqlx::types::Json;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder, Row};

use super::rows::RowRecord;
use super::stops::{SHOWN, StopRecord};
use super::{At, Located, Stored, Unreadable, count};
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
