//! The history of tasks: filtered, searched, counted and paged. What a statement reads is bounded, whatever the number of tasks.

use std::time::Duration;

use jiff::Timestamp;
use leads::states::TaskState;
use leads::views::CallsView;
use serde::Deserialize;
use serde_json::Value;
use sqlx::types::Json;
use sqlx::{PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use super::tasks::{COLUMNS, TaskRecord};
use super::{At, Stored, Unreadable, at, plain};

/// The states that somebody should look at, as the partial indexes of the history name them.
const TO_LOOK_AT: &str =
    "state in ('unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up')";

/// Each word that the index is asked for costs it a look at every task with its letters.
const MOST_IN_INDEX: usize = 2;

/// A task's place in the history: newer ones are before it.
pub type Place = (Timestamp, Uuid);

/// Which states are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateFilter {
    Any,
    /// Those that somebody should look at.
    ToLookAt,
    Only(TaskState),
}

/// Which tasks of the history are asked for.
#[derive(Clone, Copy, Debug)]
pub struct HistoryFilter {
    pub account: Uuid,
    pub states: StateFilter,
    pub by: Option<Uuid>,
    /// Only tasks after this place.
    pub before: Option<Place>,
}

impl HistoryFilter {
    /// Appends the conditions on a task, all but its account.
    fn push_to(&self, query: &mut QueryBuilder<'_, Postgres>) {
        match self.states {
            StateFilter::Any => {}
            StateFilter::ToLookAt => {
                query.push(" and ").push(TO_LOOK_AT);
            }
            StateFilter::Only(state) => {
                query.push(" and state = ").push_bind(state.key());
            }
        }
        if let Some(by) = self.by {
            query.push(" and submitted_by = ").push_bind(by);
        }
        // Its own statement for a page with a place: one condition for both would not be looked up in the index.
        if let Some((before, id)) = self.before {
            query.push(" and (submitted_at, id) < (");
            query.push_bind(at(before)).push(", ").push_bind(id);
            query.push(")");
        }
    }
}

/// A task of the history, with what it shows of its parts.
#[derive(sqlx::FromRow)]
pub struct HistoryRecord {
    #[sqlx(flatten)]
    pub task: TaskRecord,
    pub parts: i64,
    /// The name of the first part at the provider.
    pub provider_name: Option<String>,
    /// The calls of those parts that were asked for, with their numbers.
    pub calls: Json<Vec<CallsOfPart>>,
}

#[derive(Deserialize)]
pub struct CallsOfPart {
    pub number: i32,
    /// What a [`CallsView`] is written as: one that cannot be read is not to hide the other tasks.
    pub calls: Value,
}

impl HistoryRecord {
    /// The calls of all parts together; `None` when none was asked for yet.
    pub fn calls(&self) -> Result<Option<CallsView>, Unreadable> {
        let mut all: Option<CallsView> = None;
        for part in &self.calls.0 {
            let row = format_args!("{} {}", self.task.id, part.number);
            let calls = CallsView::deserialize(&part.calls)
                .map_err(|_| Unreadable::new("parts", "calls", row))?;
            all.get_or_insert_default().add(&calls);
        }
        Ok(all)
    }
}

impl Stored for HistoryRecord {
    const TABLE: &'static str = TaskRecord::TABLE;
    const KEY: &'static [&'static str] = TaskRecord::KEY;
}

/// What a task of the history shows of its parts.
const OF_PARTS: &str = "cross join lateral (select count(*) as parts, (array_agg(provider_name order by number))[1] as provider_name, \
     coalesce(jsonb_agg(jsonb_build_object('number', number, 'calls', calls)) filter (where calls is not null), '[]') as calls \
     from parts where task_id = tasks.id) as of_parts";

/// Tasks, newest first.
pub async fn page(
    pool: &PgPool,
    filter: &HistoryFilter,
    most: usize,
) -> sqlx::Result<Vec<HistoryRecord>> {
    let mut query = QueryBuilder::new(format!(
        "select {COLUMNS}, of_parts.* from (select * from tasks where account_id = "
    ));
    query.push_bind(filter.account);
    filter.push_to(&mut query);
    query.push(" order by submitted_at desc, id desc limit ");
    query.push_bind(limit(most));
    query.push(format!(
        ") as tasks join users on users.id = submitted_by {OF_PARTS} order by submitted_at desc, tasks.id desc"
    ));
    query.build_query_as().fetch_all(pool).await.map(plain)
}

/// The tasks of those ids, newest first.
pub async fn by_ids(pool: &PgPool, ids: &[Uuid]) -> sqlx::Result<Vec<HistoryRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS}, of_parts.* from tasks join users on users.id = submitted_by {OF_PARTS} where tasks.id = any ($1) \
         order by submitted_at desc, tasks.id desc"
    ))
    .bind(ids)
    .fetch_all(pool)
    .await
    .map(plain)
}

/// What a search has found, newest first.
#[derive(Debug, Default)]
pub struct Found {
    pub places: Vec<Place>,
    /// Where it stopped before its end: every task before this place was looked at, none after it.
    pub stopped: Option<Place>,
}

/// Looks through so many tasks of the filter one by one, newest first, for those whose words contain every one of these.
pub async fn scan(
    pool: &PgPool,
    filter: &HistoryFilter,
    words: &[String],
    scanned: usize,
    most: usize,
) -> sqlx::Result<Found> {
    let mut query = QueryBuilder::new(
        "select id, submitted_at, matches, last from (select id, submitted_at, place",
    );
    for (index, word) in words.iter().enumerate() {
        query.push(if index == 0 { ", (" } else { " and " });
        query
            .push("strpos(search_text, ")
            .push_bind(word.as_str())
            .push(") > 0");
    }
    query.push(
        ") as matches from (select id, submitted_at, search_text, row_number() over (order by submitted_at desc, id desc) as place \
         from tasks where account_id = ",
    );
    query.push_bind(filter.account);
    filter.push_to(&mut query);
    query
        .push(" order by submitted_at desc, id desc limit ")
        .push_bind(limit(scanned));
    query
        .push(") as scanned) as judged cross join lateral (select place = ")
        .push_bind(limit(scanned));
    query.push(" as last) as place_of_the_last where matches or last");
    // In the order of the rows within: sorting them would mean to read all of them first.
    query.push(" limit ").push_bind(limit(most));
    let rows: Vec<(Uuid, At, bool, bool)> = query.build_query_as().fetch_all(pool).await?;
    let mut found = Found::default();
    for (id, submitted_at, matches, last) in rows {
        let place = (submitted_at.to_jiff(), id);
        if matches {
            found.places.push(place);
        }
        found.stopped = last.then_some(place);
    }
    Ok(found)
}

/// Whether some of about a thousand tasks of the whole table, drawn at random but the same each time, has all of these words: then
/// there are too many of them to ask the index for all at once.
pub async fn are_common(pool: &PgPool, account: Uuid, words: &[String]) -> sqlx::Result<bool> {
    let mut query = QueryBuilder::new(
        "select exists (select from tasks tablesample system ( \
         (select least(100, 100000 / greatest(reltuples, 1)) from pg_class where oid = 'tasks'::regclass)) repeatable (1) \
         where account_id = ",
    );
    query.push_bind(account);
    for word in words {
        query.push(" and strpos(search_text, ");
        query.push_bind(word.as_str()).push(") > 0");
    }
    query.push(")");
    query.build_query_scalar().fetch_one(pool).await
}

/// Asks the index for tasks with all of these words, wherever in the history they are. At least one word must be in the index
/// ([`is_indexed`]): for others it would be read from end to end. Every match is read before the newest are picked.
pub async fn find_anywhere(
    pool: &PgPool,
    filter: &HistoryFilter,
    words: &[String],
    most: usize,
) -> sqlx::Result<Found> {
    // The account is an expression of its own here: an index in the order of time would be read through for words that are rare.
    let mut query =
        QueryBuilder::new("select submitted_at, id from (select * from tasks where true");
    push_words(&mut query, words);
    filter.push_to(&mut query);
    query.push(" offset 0) as found where account_id = ");
    query.push_bind(filter.account);
    query.push(" order by submitted_at desc, id desc limit ");
    query.push_bind(limit(most));
    let rows: Vec<(At, Uuid)> = query.build_query_as().fetch_all(pool).await?;
    let places = rows
        .into_iter()
        .map(|(at, id)| (at.to_jiff(), id))
        .collect();
    Ok(Found {
        places,
        stopped: None,
    })
}

/// As [`find_anywhere`], a slice of the history after the other, newest first, until there are enough. The first slice is looked
/// through whatever it takes; no other one is begun once the time is up.
pub async fn find_in_slices(
    pool: &PgPool,
    filter: &HistoryFilter,
    words: &[String],
    time: Duration,
    most: usize,
) -> sqlx::Result<Found> {
    let mut query = QueryBuilder::new(
        "select found.id, found.submitted_at, slice.ends_at from (select id, lag(starts_at) over newest_first as ends_at, \
         row_number() over newest_first > 1 and clock_timestamp() > statement_timestamp() + make_interval(secs => ",
    );
    query.push_bind(time.as_secs_f64());
    query.push(") as late from task_slices where account_id = ");
    query.push_bind(filter.account);
    if let Some((before, _)) = filter.before {
        query.push(" and starts_at <= ").push_bind(at(before));
    }
    query.push(
        " window newest_first as (order by starts_at desc)) as slice cross join lateral ( \
         (select id, submitted_at from tasks where not slice.late and slice_id = slice.id",
    );
    push_words(&mut query, words);
    filter.push_to(&mut query);
    query.push(" order by submitted_at desc, id desc limit ");
    query.push_bind(limit(most));
    // A slice that nothing is left for says so in a row without a task.
    query.push(") union all select null, null where slice.late) as found limit ");
    query.push_bind(limit(most));
    type Row = (Option<Uuid>, Option<At>, Option<At>);
    let rows: Vec<Row> = query.build_query_as().fetch_all(pool).await?;
    let mut found = Found::default();
    for (id, submitted_at, ends_at) in rows {
        match (id, submitted_at) {
            (Some(id), Some(submitted_at)) => found.places.push((submitted_at.to_jiff(), id)),
            _ => {
                found.stopped = ends_at.map(|ends_at| (ends_at.to_jiff(), Uuid::nil()));
                break;
            }
        }
    }
    Ok(found)
}

/// The longest words are looked up in the index, every other one in what it finds.
fn push_words<'a>(query: &mut QueryBuilder<'a, Postgres>, words: &'a [String]) {
    let mut indexed: Vec<&String> = words.iter().filter(|word| is_indexed(word)).collect();
    indexed.sort_by_key(|word| std::cmp::Reverse(word.len()));
    indexed.truncate(MOST_IN_INDEX);
    for word in indexed {
        query.push(" and search_text like ");
        query.push_bind(pattern(word));
    }
    for word in words {
        query.push(" and strpos(search_text, ");
        query.push_bind(word.as_str()).push(") > 0");
    }
}

/// Whether the index knows where the word is: it knows three letters or digits in a row. Letters beyond ASCII count as such only in
/// some locales of the database, so they are not relied on.
pub fn is_indexed(word: &str) -> bool {
    word.split(|char: char| !char.is_ascii_alphanumeric())
        .any(|run| run.len() >= 3)
}

fn pattern(word: &str) -> String {
    let mut pattern = String::from("%");
    for char in word.chars() {
        if matches!(char, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(char);
    }
    pattern.push('%');
    pattern
}

fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// How much there is of an account's tasks.
#[derive(sqlx::FromRow)]
pub struct HistoryCounts {
    pub total: i64,
    pub to_look_at: i64,
    pub drafts: i64,
}

/// Counts an account's tasks, those that somebody should look at, and its open drafts: the first is kept, each of the others is
/// counted up to `most`.
pub async fn counts(pool: &PgPool, account: Uuid, most: u32) -> sqlx::Result<HistoryCounts> {
    sqlx::query_as(&format!(
        "select (select coalesce(sum(tasks), 0) from task_slices where account_id = $1) as total, \
         (select count(*) from (select from tasks where account_id = $1 and {TO_LOOK_AT} limit $2) as counted) as to_look_at, \
         (select count(*) from (select from drafts where account_id = $1 and task_id is null limit $2) as counted) as drafts"
    ))
    .bind(account)
    .bind(i64::from(most))
    .fetch_one(pool)
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_knows_three_letters_or_digits_in_a_row() {
        for known in ["abc", "w48-662", "#1a2", "josé"] {
            assert!(is_indexed(known), "{known}");
        }
        for unknown in ["", "ab", "a-b-c", "#?!", "日本語テキスト", "ab_c"] {
            assert!(!is_indexed(unknown), "{unknown}");
        }
    }

    #[test]
    fn what_is_looked_for_is_no_pattern() {
        assert_eq!(pattern(r"100%_\x"), r"%100\%\_\\x%");
    }

    #[sqlx::test(migrations = "../../migrations")]
    async fn the_indexes_name_the_states_to_look_at_as_the_statements_do(pool: PgPool) {
        let alike: i64 = sqlx::query_scalar(
            "select count(*) from pg_indexes where tablename = 'tasks' and indexname like 'tasks_to_look_at%' \
             and translate(indexdef, '()[]', '') like '%ARRAY''unknown''::text, ''absent''::text, ''partly_created''::text, \
             ''refused''::text, ''not_sent''::text, ''given_up''::text%'",
        )
        .fetch_one(&pool)
        .await
        .unwrap();
        assert_eq!(alike, 2);
    }
}
