//! The search of the history, as one statement. However many tasks there are and whatever is typed, a page of it takes a bounded time:
//! a search that has not filled its page by then says how far it has come, and goes on from there.
//!
//! It looks at the newest tasks one by one, which fills the page for common words. For the rest it asks the index, which knows runs of
//! letters and digits; some tasks drawn from the table tell which run is rare. One that none of them has is looked up once, wherever it
//! is. Where all are common, too many tasks have them to look at each, so the index is asked for one slice of the history after the other.
//!
//! `searched_tasks` are the tasks of the account: below row-level security Postgres uses no index for `like` and `->>`.

use sqlx::postgres::PgRow;
use sqlx::{FromRow, PgConnection, Postgres, QueryBuilder, Row};
use uuid::Uuid;

use super::task_history::{HistoryFilter, HistoryRecord, Place, SHOWN_OF_BATCHES, of_batches};
use super::tasks::COLUMNS;
use super::{At, Located};

/// Tasks that are looked at one by one before the index is asked. A word that is in one of forty fills the page by that, and to
/// sort its many matches out of the index would take longer.
const FIRST_SCAN: usize = 2_000;

/// Tasks that are looked at one by one where no word is in the index.
const WHOLE_SCAN: usize = 8_000;

/// So many tasks tell what is rare: the same ones each time, drawn block by block of the table. What three of a thousand
/// tasks have is taken for rare once in twenty times.
const SAMPLE: usize = 1_000;

/// After so many milliseconds no other slice of the history is begun.
const MILLISECONDS: usize = 15;

/// The index knows groups of three.
const MIN_RUN_LENGTH: usize = 3;

/// It looks at each task that has one group for every other group that it is asked for: more of them find less, and take longer.
const MAX_RUN_LENGTH: usize = 8;

/// Each is looked for in the whole sample.
const MAX_RUNS: usize = 8;

/// A page of a search.
#[derive(Default)]
pub struct SearchPage {
    /// What was found, newest first.
    pub tasks: Vec<HistoryRecord>,
    /// Where it stopped before its end: every task before this place was looked at, none after it.
    pub stopped: Option<Place>,
}

/// A row of a page.
enum SearchRow {
    Task(Box<HistoryRecord>),
    Stopped(Place),
}

impl FromRow<'_, PgRow> for SearchRow {
    fn from_row(row: &PgRow) -> sqlx::Result<SearchRow> {
        if row.try_get("matches")? {
            let Located(task) = Located::from_row(row)?;
            return Ok(SearchRow::Task(Box::new(task)));
        }
        let at: At = row.try_get("place_at")?;
        Ok(SearchRow::Stopped((at.to_jiff(), row.try_get("place_id")?)))
    }
}

/// The newest tasks of the filter with all of these words, in lower case; at most so many.
pub async fn search<'a>(
    connection: &mut PgConnection,
    filter: &HistoryFilter<'a>,
    words: &'a [String],
    most: usize,
) -> sqlx::Result<SearchPage> {
    let runs = runs_in_index(words);
    let mut query = QueryBuilder::new("with ");
    if runs.is_empty() {
        push_scan(&mut query, filter, words, WHOLE_SCAN);
        query.push(format!(
            ", found as (select id, submitted_at, matches from scanned where matches \
             union all select id, submitted_at, false from scanned where place = {WHOLE_SCAN}"
        ));
    } else {
        push_scan(&mut query, filter, words, FIRST_SCAN);
        push_rarity(&mut query, runs);
        query.push(
            ", found as (select id, submitted_at, matches from scanned where matches union all (",
        );
        push_everywhere(&mut query, filter, words, most);
        query.push(") union all (");
        push_slices(&mut query, filter, words, most);
        query.push(")");
    }
    query.push(format!(
        " limit {most}) \
         select matches, found.submitted_at as place_at, found.id as place_id, task.* from found left join lateral ( \
         select {COLUMNS}, {SHOWN_OF_BATCHES} from tasks join users on users.id = submitted_by {} where tasks.id = found.id) as task \
         on matches order by place_at desc, place_id desc",
        of_batches()
    ));
    let mut page = SearchPage::default();
    for row in query.build_query_as().fetch_all(connection).await? {
        match row {
            SearchRow::Task(task) => page.tasks.push(*task),
            SearchRow::Stopped(place) => {
                page.stopped = Some(place);
                break;
            }
        }
    }
    Ok(page)
}

/// `scanned`: the newest tasks of the filter, with their place among them and whether they match; `last`: the last of them, if there
/// may be more. They are read as more of them are asked for, so in the order of the page.
fn push_scan<'a>(
    query: &mut QueryBuilder<'a, Postgres>,
    filter: &HistoryFilter<'a>,
    words: &'a [String],
    scanned: usize,
) {
    query.push("scanned as materialized (select id, submitted_at, (");
    push_matches(query, words);
    filter.push_scanned(query);
    query.push(
        ") as matches, row_number() over (order by submitted_at desc, id desc) as place from searched_tasks where account_id = ",
    );
    query.push_bind(filter.account);
    filter.push_indexed(query);
    filter.push_before(query);
    query.push(format!(
        " order by submitted_at desc, id desc limit {scanned}), \
         last as (select submitted_at, id from scanned where place = {scanned})"
    ));
}

/// `rarity`: what the index is asked for, the rarest first, and whether that one is rare. Nothing if `last` is nothing.
fn push_rarity(query: &mut QueryBuilder<'_, Postgres>, runs: Vec<String>) {
    query.push(format!(
        ", sample as materialized (select search_text from tasks tablesample system ( \
         (select least(100, 100.0 * {SAMPLE} / greatest(reltuples, 1)) from pg_class where oid = 'tasks'::regclass)) repeatable (1) \
         limit {SAMPLE}), \
         rarity as materialized (select array_agg('%' || run || '%' order by times, length(run) desc) as patterns, \
         min(times) = 0 as is_rare from unnest("
    ));
    query.push_bind(runs);
    query.push(
        ") as run cross join lateral (select count(*) as times from sample where strpos(search_text, run) > 0) as counted \
         where exists (select from last))",
    );
}

/// Asks the index for the rarest run, if it is rare, wherever in the history it is. Every match is read before the newest are picked.
fn push_everywhere<'a>(
    query: &mut QueryBuilder<'a, Postgres>,
    filter: &HistoryFilter<'a>,
    words: &'a [String],
    most: usize,
) {
    // The account is an expression of its own here: an index in the order of time would be read through for words that are rare.
    query.push(
        "select id, submitted_at, true from (select * from searched_tasks \
         where search_text like (select patterns[1] from rarity where is_rare)",
    );
    push_older_matches(query, filter, words);
    query.push(" offset 0) as everywhere where account_id = ");
    query.push_bind(filter.account);
    query.push(format!(" order by submitted_at desc, id desc limit {most}"));
}

/// Asks the index for the two rarest runs, if they are common, in a slice of the history after the other, newest first. The first
/// slice is looked through whatever it takes; those that no time is left for say so in a row that does not match.
fn push_slices<'a>(
    query: &mut QueryBuilder<'a, Postgres>,
    filter: &HistoryFilter<'a>,
    words: &'a [String],
    most: usize,
) {
    query.push(format!(
        "select in_slice.* from (select id, lag(starts_at) over newest_first as ends_at, row_number() over newest_first > 1 \
         and clock_timestamp() > statement_timestamp() + interval '{MILLISECONDS} milliseconds' as is_late \
         from task_slices where (select not is_rare from rarity) and starts_at <= (select submitted_at from last) and account_id = "
    ));
    query.push_bind(filter.account);
    query.push(
        " window newest_first as (order by starts_at desc)) as slice cross join lateral ( \
         (select id, submitted_at, true from searched_tasks where not is_late and slice_id = slice.id \
         and search_text like (select patterns[1] from rarity) \
         and search_text like (select coalesce(patterns[2], patterns[1]) from rarity)",
    );
    push_older_matches(query, filter, words);
    query.push(format!(
        " order by submitted_at desc, id desc limit {most}) \
         union all select '{}', ends_at, false where is_late) as in_slice",
        Uuid::nil()
    ));
}

/// The conditions on a task that the index has found.
fn push_older_matches<'a>(
    query: &mut QueryBuilder<'a, Postgres>,
    filter: &HistoryFilter<'a>,
    words: &'a [String],
) {
    query.push(" and ");
    push_matches(query, words);
    query.push(" and (submitted_at, id) < (select submitted_at, id from last)");
    filter.push_to(query);
}

/// That every word is there.
fn push_matches<'a>(query: &mut QueryBuilder<'a, Postgres>, words: &'a [String]) {
    query.push("(true");
    for word in words {
        query.push(" and strpos(search_text, ");
        query.push_bind(word.as_str()).push(") > 0");
    }
    query.push(")");
}

/// What the index is asked for: the longest runs of three letters or digits and more. Letters beyond ASCII count as such only in some
/// locales of the database, so they are not relied on.
fn runs_in_index(words: &[String]) -> Vec<String> {
    let runs = words
        .iter()
        .flat_map(|word| word.split(|char: char| !char.is_ascii_alphanumeric()));
    let mut runs: Vec<&str> = runs.filter(|run| run.len() >= MIN_RUN_LENGTH).collect();
    runs.sort_by_key(|run| std::cmp::Reverse(run.len()));
    runs.truncate(MAX_RUNS);
    let start = |run: &str| run.chars().take(MAX_RUN_LENGTH).collect();
    runs.into_iter().map(start).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(words: &[&str]) -> Vec<String> {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        runs_in_index(&words)
    }

    #[test]
    fn the_index_knows_three_letters_or_digits_in_a_row() {
        assert_eq!(
            runs(&["w48-662", "#1a2", "josé", "100%_\\x"]),
            ["w48", "662", "1a2", "jos", "100"]
        );
        for unknown in ["", "ab", "a-b-c", "#?!", "日本語テキスト", "ab_c"] {
            assert!(runs(&[unknown]).is_empty(), "{unknown}");
        }
    }

    #[test]
    fn each_run_costs_so_it_is_asked_for_the_beginnings_of_the_longest() {
        assert_eq!(
            runs(&["makassar_20231127_1.xlsx", "bba27ab24a7fecged62czc95"]),
            ["bba27ab2", "makassar", "20231127", "xlsx"]
        );
        assert_eq!(
            runs(&["abc-abc-abc-abc-abc", "abc-abc-abc-abcd"]).len(),
            MAX_RUNS
        );
    }
}
