//! The history: tasks, newest first, a page at a time.

use jiff::Timestamp;
use leads::calling_rules::{holidays_missing, holidays_to_add};
use leads::states::{Attention, TaskState};
use leads::views::{CallsView, MAX_COUNTED, NumberMatches, TaskListView, TaskQuery, TaskRow};
use leads::{Action, NumberSearch, Period, SearchText};
use localization::Message;
use sqlx::PgConnection;

use super::{attention, number_search};
use crate::accounts::Account;
use crate::error::Error;
use crate::hourly::Costly;
use crate::ids::PersonId;
use crate::store::task_history::{self, HistoryFilter, HistoryRecord, Place, StateFilter};
use crate::store::task_search;
use crate::store::tasks::TaskRecord;
use crate::{Backend, Caller, messages, store};

/// Tasks on a page.
const PAGE: usize = 50;

/// A page of the history.
///
/// # Errors
/// When the database fails. A cursor or state that nobody has given out is passed over.
pub async fn list(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    query: &TaskQuery,
) -> Result<TaskListView, Error> {
    caller.must(Action::See)?;
    let account = &*caller.account;
    let filter = HistoryFilter {
        account: account.id,
        states: states(&query.state),
        by: person(&query.by, caller),
        robot: Some(query.robot.as_str()).filter(|robot| !robot.is_empty()),
        period: Period::of_key(&query.period, now, account.zone()),
        before: parse_cursor(&query.before),
    };
    // One connection for all of it: the pool tries each that it gets back, at the cost of a round trip.
    let mut connection = backend.pool.acquire().await?;
    let found = find(&mut connection, backend, caller, now, query, &filter).await?;
    let counts = task_history::counts(&mut connection, account.id, MAX_COUNTED + 1).await?;
    Ok(TaskListView {
        search_problem: found.problem,
        next: found.next.map(cursor),
        searched_back_to: found
            .stopped
            .map(|(at, _)| leads::moment(at, now, account.zone())),
        tasks: found
            .tasks
            .iter()
            .map(|task| row(task, account, now))
            .collect(),
        total: store::count(counts.total)?,
        needs_attention: store::count(counts.needs_attention)?,
        drafts: store::count(counts.drafts)?,
        numbers: found.numbers,
        missing_holidays: missing_holidays(caller, now),
        robots: counts.robots.0,
        people: others(counts.people.0, caller),
        periods: leads::periods(now, account.zone()),
        zone: account.zone_label(now),
    })
}

/// A sentence for each year whose holidays an administrator has to add.
fn missing_holidays(caller: &Caller, now: Timestamp) -> Vec<Message> {
    if !caller.may(Action::Administer) {
        return Vec::new();
    }
    let account = &caller.account;
    let years = holidays_to_add(&account.calling_rules, now, account.zone()).into_iter();
    years
        .map(|year| holidays_missing(account.settings.country, year))
        .collect()
}

/// What a page of the history shows.
#[derive(Default)]
struct Found {
    tasks: Vec<HistoryRecord>,
    /// In their place, where a number was searched for.
    numbers: Option<NumberMatches>,
    /// Why nothing was searched for.
    problem: Option<Message>,
    /// Where the next page begins.
    next: Option<Place>,
    /// How far a search has come that was stopped.
    stopped: Option<Place>,
}

async fn find(
    connection: &mut PgConnection,
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    query: &TaskQuery,
    filter: &HistoryFilter<'_>,
) -> Result<Found, Error> {
    if query.search != TaskQuery::AS_WORDS
        && let Some(number) = NumberSearch::parse(&query.q)
    {
        // Who does not see whole numbers could read one digit by digit.
        if !number.is_whole() && !caller.may(Action::SeeNumbers) {
            return Ok(Found {
                problem: Some(messages::tasks::type_the_whole_number()),
                ..Found::default()
            });
        }
        backend.count(caller, Costly::NumberSearch, now)?;
        return Ok(Found {
            numbers: Some(number_search::find(connection, caller, now, number).await?),
            ..Found::default()
        });
    }
    let search = match SearchText::parse(&query.q) {
        Ok(search) => search,
        Err(problem) => {
            return Ok(Found {
                problem: Some(problem.message()),
                ..Found::default()
            });
        }
    };
    let (mut tasks, stopped) = if search.is_empty() && !filter.has_to_be_scanned() {
        let tasks = task_history::page(connection, filter, PAGE + 1).await?;
        (tasks, None)
    } else {
        let words = search.words();
        let found = task_search::search(connection, filter, &words, PAGE + 1).await?;
        (found.tasks, found.stopped)
    };
    let more = tasks.len() > PAGE;
    tasks.truncate(PAGE);
    // A full page goes on after its last task, another one where its search has stopped.
    let stopped = stopped.filter(|_| !more);
    let last = tasks.last().filter(|_| more).map(|last| place(&last.task));
    Ok(Found {
        tasks,
        next: last.or(stopped),
        stopped,
        ..Found::default()
    })
}

/// Whose tasks are shown; a text that is nobody's id means everybody.
fn person(by: &str, caller: &Caller) -> Option<PersonId> {
    if by == TaskQuery::MINE {
        return Some(caller.person);
    }
    by.parse().ok()
}

/// Everybody but the caller, with ids as texts.
fn others(people: Vec<(PersonId, String)>, caller: &Caller) -> Vec<(String, String)> {
    people
        .into_iter()
        .filter(|(id, _)| *id != caller.person)
        .map(|(id, name)| (id.to_string(), name))
        .collect()
}

/// A state that nobody has given out is passed over.
fn states(key: &str) -> StateFilter {
    match key {
        TaskQuery::NEEDS_ATTENTION => StateFilter::NeedsAttention,
        TaskQuery::TESTS => StateFilter::Tests,
        _ => TaskState::from_key(key).map_or(StateFilter::Any, StateFilter::Only),
    }
}

/// A task that cannot be read is shown without what cannot be read, and does not hide the others.
fn row(record: &HistoryRecord, account: &Account, now: Timestamp) -> TaskRow {
    let task = &record.task;
    let (state, calls, attention) = match outcome(record, account, now) {
        Ok((state, calls, attention)) => (Some(state), calls, attention),
        Err(error) => {
            tracing::error!(task = %task.id, %error, "a task of the history cannot be read");
            (None, None, None)
        }
    };
    TaskRow {
        id: task.id.to_string(),
        name: task.name.clone(),
        robot: task.settings.0.robot_name.clone(),
        state,
        sandbox: task.sandbox,
        is_test: task.is_test,
        leads: task.lead_count,
        batches: u32::try_from(record.batches).unwrap_or(u32::MAX),
        calls,
        when: task
            .settings
            .0
            .when(task.submitted_at.to_jiff(), now, account.zone()),
        by: task.by_name.clone(),
        attention,
    }
}

/// What its batches add up to, their calls, and why it needs attention.
type Outcome = (TaskState, Option<CallsView>, Option<Attention>);

fn outcome(record: &HistoryRecord, account: &Account, now: Timestamp) -> Result<Outcome, Error> {
    let state = record.task.state()?;
    let attention = attention::of_record(record, state, account, now)?;
    Ok((state, record.calls()?, attention))
}

fn place(task: &TaskRecord) -> Place {
    (task.submitted_at.to_jiff(), task.id)
}

/// Where the next page begins: after this place.
fn cursor((at, id): Place) -> String {
    format!("{}-{}", at.as_microsecond(), id)
}

fn parse_cursor(cursor: &str) -> Option<Place> {
    let (at, id) = cursor.split_once('-')?;
    Some((
        Timestamp::from_microsecond(at.parse().ok()?).ok()?,
        id.parse().ok()?,
    ))
}
