//! The history: tasks, newest first, a page at a time.

use jiff::Timestamp;
use leads::SearchText;
use leads::states::TaskState;
use leads::views::{CallsView, MAX_COUNTED, TaskListView, TaskQuery, TaskRow};

use crate::accounts::Account;
use crate::error::Error;
use crate::store::task_history::{self, HistoryFilter, HistoryRecord, Place, StateFilter};
use crate::store::task_search;
use crate::store::tasks::TaskRecord;
use crate::{Backend, Caller, store};

/// Tasks on a page.
const PAGE: usize = 50;

/// The value of [`TaskQuery::state`] that stands for all of them.
const NEEDS_ATTENTION_KEY: &str = "needs_attention";

/// The value of [`TaskQuery::by`] that stands for the caller.
const ME: &str = "me";

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
    let account = &*caller.account;
    let (search, search_problem) = match SearchText::parse(&query.q) {
        Ok(search) => (search, None),
        Err(problem) => (SearchText::default(), Some(problem.to_string())),
    };
    let filter = HistoryFilter {
        account: account.id,
        states: states(&query.state),
        by: (query.by == ME).then_some(caller.person),
        before: parse_cursor(&query.before),
    };
    // One connection for all of it: the pool tries each that it gets back, at the cost of a round trip.
    let mut connection = backend.pool.acquire().await?;
    let (mut tasks, stopped) = if search_problem.is_some() {
        (Vec::new(), None)
    } else if search.is_empty() {
        (
            task_history::page(&mut connection, &filter, PAGE + 1).await?,
            None,
        )
    } else {
        let found =
            task_search::search(&mut connection, &filter, &search.words(), PAGE + 1).await?;
        (found.tasks, found.stopped)
    };
    let more = tasks.len() > PAGE;
    tasks.truncate(PAGE);
    // A full page goes on after its last task, another one where its search has stopped.
    let stopped = stopped.filter(|_| !more);
    let next = if more {
        tasks.last().map(|last| place(&last.task))
    } else {
        stopped
    };
    let counts = task_history::counts(&mut connection, account.id, MAX_COUNTED + 1).await?;
    Ok(TaskListView {
        search_problem,
        next: next.map(cursor),
        searched_back_to: stopped.map(|(at, _)| leads::moment(at, now, account.zone())),
        tasks: tasks.iter().map(|task| row(task, account, now)).collect(),
        total: store::count(counts.total)?,
        needs_attention: store::count(counts.needs_attention)?,
        drafts: store::count(counts.drafts)?,
        zone: account.zone_label(now),
    })
}

/// A state that nobody has given out is passed over.
fn states(key: &str) -> StateFilter {
    if key == NEEDS_ATTENTION_KEY {
        return StateFilter::NeedsAttention;
    }
    TaskState::from_key(key).map_or(StateFilter::Any, StateFilter::Only)
}

/// A task that cannot be read is shown without what cannot be read, and does not hide the others.
fn row(record: &HistoryRecord, account: &Account, now: Timestamp) -> TaskRow {
    let task = &record.task;
    let (state, calls) = match outcome(record) {
        Ok((state, calls)) => (Some(state), calls),
        Err(error) => {
            tracing::error!(task = %task.id, %error, "a task of the history cannot be read");
            (None, None)
        }
    };
    TaskRow {
        id: task.id.to_string(),
        name: task.name.clone(),
        provider_name: record.provider_name.clone().unwrap_or_default(),
        robot: task.settings.0.robot_name.clone(),
        state,
        sandbox: task.sandbox,
        leads: task.lead_count,
        batches: u32::try_from(record.batches).unwrap_or(u32::MAX),
        calls,
        by: task.by_name.clone(),
        at: leads::moment(task.submitted_at.to_jiff(), now, account.zone()),
    }
}

fn outcome(record: &HistoryRecord) -> Result<(TaskState, Option<CallsView>), Error> {
    Ok((record.task.state()?, record.calls()?))
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
