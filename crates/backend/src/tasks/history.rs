//! The history: tasks, newest first, a page at a time.

use jiff::Timestamp;
use leads::SearchText;
use leads::states::TaskState;
use leads::views::{CallsView, TaskListView, TaskQuery, TaskRow};
use uuid::Uuid;

use crate::accounts::Account;
use crate::error::Error;
use crate::store::parts::PartRecord;
use crate::store::tasks::{HistoryPage, TaskRecord};
use crate::{Backend, Caller, accounts, store};

/// Tasks on a page.
const PAGE: usize = 50;

/// States that somebody should look at.
const NEEDS_A_LOOK: [TaskState; 6] = [
    TaskState::Unknown,
    TaskState::Absent,
    TaskState::PartlyCreated,
    TaskState::Refused,
    TaskState::NotSent,
    TaskState::GivenUp,
];

/// The value of [`TaskQuery::state`] that stands for all of them.
const NEEDS_A_LOOK_KEY: &str = "needs_a_look";

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
    let account = accounts::of(backend, caller).await?;
    let (search, search_problem) = match SearchText::parse(&query.q) {
        Ok(search) => (search, None),
        Err(problem) => (SearchText::default(), Some(problem.to_string())),
    };
    let page = HistoryPage {
        account: account.id,
        words: search.words(),
        states: states(&query.state),
        by: (query.by == ME).then_some(caller.person),
        before: parse_cursor(&query.before),
        most: i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
    };
    let mut tasks = match search_problem {
        None => store::tasks::history(&backend.pool, &page).await?,
        Some(_) => Vec::new(),
    };
    let more = tasks.len() > PAGE;
    tasks.truncate(PAGE);
    let ids: Vec<Uuid> = tasks.iter().map(|task| task.id).collect();
    let parts = store::parts::of_tasks(&backend.pool, &ids).await?;
    let looked_at: Vec<&str> = NEEDS_A_LOOK.into_iter().map(TaskState::key).collect();
    let (total, needs_a_look) = store::tasks::counts(&backend.pool, account.id, &looked_at).await?;
    let drafts = store::drafts::count_open(&backend.pool, account.id).await?;
    Ok(TaskListView {
        search_problem,
        next: if more { tasks.last().map(cursor) } else { None },
        tasks: tasks
            .iter()
            .map(|task| row(task, &parts, &account))
            .collect(),
        total: store::count(total)?,
        needs_a_look: store::count(needs_a_look)?,
        drafts: store::count(drafts)?,
        zone: account.zone_label(now),
    })
}

fn states(key: &str) -> Vec<&'static str> {
    if key == NEEDS_A_LOOK_KEY {
        return NEEDS_A_LOOK.into_iter().map(TaskState::key).collect();
    }
    TaskState::from_key(key)
        .map(TaskState::key)
        .into_iter()
        .collect()
}

/// A task that cannot be read is shown without what cannot be read, and does not hide the others.
fn row(task: &TaskRecord, parts: &[PartRecord], account: &Account) -> TaskRow {
    let own = || parts.iter().filter(|part| part.task_id == task.id);
    let (state, calls) = match outcome(task, own()) {
        Ok((state, calls)) => (Some(state), calls),
        Err(error) => {
            tracing::error!(task = %task.id, %error, "a task of the history cannot be read");
            (None, None)
        }
    };
    TaskRow {
        id: task.id.to_string(),
        name: task.name.clone(),
        provider_name: own()
            .next()
            .map(|part| part.provider_name.clone())
            .unwrap_or_default(),
        robot: task.settings.0.robot_name.clone(),
        state,
        sandbox: task.sandbox,
        leads: task.lead_count,
        parts: u32::try_from(own().count()).unwrap_or(u32::MAX),
        calls,
        by: task.by_name.clone(),
        at: leads::moment(task.submitted_at.to_jiff(), account.zone()),
    }
}

fn outcome<'a>(
    task: &TaskRecord,
    parts: impl Iterator<Item = &'a PartRecord>,
) -> Result<(TaskState, Option<CallsView>), Error> {
    Ok((task.state()?, super::all_calls(parts)?))
}

/// Where the next page begins: after this task.
fn cursor(task: &TaskRecord) -> String {
    format!(
        "{}-{}",
        task.submitted_at.to_jiff().as_microsecond(),
        task.id.simple()
    )
}

fn parse_cursor(cursor: &str) -> Option<(Timestamp, Uuid)> {
    let (at, id) = cursor.split_once('-')?;
    Some((
        Timestamp::from_microsecond(at.parse().ok()?).ok()?,
        Uuid::parse_str(id).ok()?,
    ))
}
