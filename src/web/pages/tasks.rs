//! The history: everything that was submitted, newest first.

mod attention;
mod filters;
mod numbers;

use crate::web::request::caller::may;
use leads::Action;
use leads::states::{TaskState, Tone};
use leads::views::{Moment, TaskListView, TaskQuery, TaskRow};
use leptos::prelude::*;

use crate::web::components::badge::Badge;
use crate::web::components::calls::{CallsBar, reach_rate};
use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::table::{Column, Pager, Table};
use crate::web::components::tabs::{Tab, Tabs};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::{account_layout, in_layout};
use crate::web::pages::query_value;
use crate::web::pages::task_tabs::{self, Counts, ShownTab};
use crate::web::paths;
use crate::web::request::caller::request;

/// What addresses that were kept from before call it.
const NEEDS_ATTENTION_BEFORE: &str = "needs_a_look";

/// A page of the history.
async fn read(query: TaskQuery) -> Result<TaskListView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::tasks::list(backend, caller, now, &query).await?)
}

/// The page of the history that the address asks for.
#[component]
pub fn TasksPage() -> impl IntoView {
    let query = TaskQuery {
        q: query_value("q"),
        state: match query_value("state") {
            state if state == NEEDS_ATTENTION_BEFORE => TaskQuery::NEEDS_ATTENTION.to_owned(),
            state => state,
        },
        by: query_value("by"),
        robot: query_value("robot"),
        period: query_value("period"),
        search: query_value("search"),
        before: query_value("before"),
    };
    in_layout(Section::Tasks, read(query.clone()), move |list| {
        draw(&query, list)
    })
}

fn draw(query: &TaskQuery, list: TaskListView) -> AnyView {
    let zone = &list.zone;
    view! {
        <PageTitle text="Tasks" />
        <div class="page-head">
            <div>
                <h1>"Tasks"</h1>
                <p>{format!("Tasks submitted from this account, newest first. Times are in {zone}.")}</p>
            </div>
        </div>
        <section class="card">
            <header>
                <Tabs label="Filter tasks" tabs=tabs(query, &list) />
                {filters::filters(query, &list)}
            </header>
            {found(query, &list)}
        </section>
        {pager(query, &list)}
    }
    .into_any()
}

/// What matches: tasks, or those in which a number was to be called.
fn found(query: &TaskQuery, list: &TaskListView) -> AnyView {
    if let Some(found) = &list.numbers {
        return numbers::numbers(query, found);
    }
    let stopped = list.searched_back_to.clone().map(searched_back_to);
    let is_whole = stopped.is_none();
    view! {
        {match (list.tasks.is_empty(), list.total == 0) {
            (false, _) if query.state == TaskQuery::NEEDS_ATTENTION => {
                attention::table(query, list.tasks.clone())
            }
            (false, _) => table(list.tasks.clone()),
            (true, true) => nothing_yet(),
            (true, false) if is_whole && !query.before.is_empty() => nothing_older(query),
            (true, false) if is_whole && *query == TaskQuery::needing_attention() => attention::none(),
            (true, false) if is_whole => nothing_matches(),
            (true, false) => nothing_so_far(),
        }}
        {stopped}
    }
    .into_any()
}

fn pager(query: &TaskQuery, list: &TaskListView) -> AnyView {
    let page = |before: String| {
        paths::tasks_with(&TaskQuery {
            before,
            ..query.clone()
        })
    };
    let older = if list.searched_back_to.is_some() {
        "Search older tasks"
    } else {
        "Older tasks"
    };
    let next = list.next.clone().map(|cursor| (page(cursor), older));
    let first = (!query.before.is_empty()).then(|| (page(String::new()), "Newest tasks"));
    view! { <Pager first=first next=next /> }.into_any()
}

fn tabs(query: &TaskQuery, list: &TaskListView) -> Vec<Tab> {
    let shown = match (query.state.as_str(), query.by.as_str()) {
        ("", "") => ShownTab::All,
        (TaskQuery::NEEDS_ATTENTION, _) => ShownTab::NeedsAttention,
        (_, TaskQuery::MINE) => ShownTab::Mine,
        _ => ShownTab::Others,
    };
    let counts = Counts {
        tasks: list.total,
        drafts: list.drafts,
        needs_attention: list.needs_attention,
    };
    task_tabs::tabs(query, shown, counts)
}

fn nothing_yet() -> AnyView {
    view! {
        <Empty
            title="No tasks yet"
            text="Tasks you submit appear here, with the results of their calls."
        >
            {may(Action::Prepare).then(|| view! {
                <a class="button primary" href=paths::new_task()>"New task"</a>
            })}
        </Empty>
    }
    .into_any()
}

/// A page behind the last one: what stood there was marked as done meanwhile, or is in another state.
fn nothing_older(query: &TaskQuery) -> AnyView {
    let newest = paths::tasks_with(&TaskQuery {
        before: String::new(),
        ..query.clone()
    });
    view! {
        <Empty
            title="No older tasks"
            text="The list ends before this page. Tasks that were here might have changed."
        >
            <a class="button" href=newest>"Show the newest tasks"</a>
        </Empty>
    }
    .into_any()
}

fn nothing_matches() -> AnyView {
    view! {
        <Empty title="No tasks match" text="Use fewer words or fewer filters.">
            <a class="button" href=paths::tasks()>"Show all tasks"</a>
        </Empty>
    }
    .into_any()
}

fn nothing_so_far() -> AnyView {
    view! {
        <Empty
            title="No tasks match so far"
            text="Older tasks were not searched yet. Longer words and fewer filters are found faster."
        >""</Empty>
    }
    .into_any()
}

/// A search that would take too long stops; its next page goes on.
fn searched_back_to(moment: Moment) -> AnyView {
    view! { <p class="note">"Searched back to " <Time moment=moment /> "."</p> }.into_any()
}

fn table(tasks: Vec<TaskRow>) -> AnyView {
    let rows = tasks.into_iter().map(row).collect_view();
    view! {
        <div class="task-list tasks">
            <Table
                label="Tasks"
                cards=true
                columns=vec![
                    Column::words("Task"),
                    Column::words("Status"),
                    Column::words("When"),
                    Column::words("Robot"),
                    Column::numbers("Leads"),
                    Column::words("Calls"),
                    Column::numbers("Reached"),
                    Column::words("By"),
                    Column::words("Action"),
                ]
            >
                {rows}
            </Table>
        </div>
    }
    .into_any()
}

/// That nobody was really called; where nobody ever is, the rail says so.
pub(super) fn of_sandbox(sandbox: bool) -> Option<AnyView> {
    let is_told = account_layout().is_some_and(|layout| layout.sandbox);
    (sandbox && !is_told).then(|| view! { <small>"Sandbox"</small> }.into_any())
}

fn state(state: Option<TaskState>) -> AnyView {
    let (tone, word) = match state {
        Some(state) => (state.tone(), state.label()),
        None => (Tone::Bad, "Cannot be read"),
    };
    view! { <Badge tone=tone word=word /> }.into_any()
}

/// A line that leads to its task wherever it is pressed.
fn row(task: TaskRow) -> AnyView {
    let batches = (task.batches > 1).then(|| {
        let batches = count_with_noun(task.batches, "batch", "batches");
        view! { <small>" in " {batches}</small> }
    });
    let rate = reach_rate(task.calls.as_ref());
    let whole_name = task.robot.clone();
    view! {
        <tr class="pressable">
            <td class="name"><a class="title" href=paths::task(&task.id)>{task.name}</a></td>
            <td class="one-line">{state(task.state)} {of_sandbox(task.sandbox)}</td>
            <td class="when" data-label="When">{task.when}</td>
            <td class="robot" data-label="Robot" title=whole_name>{task.robot}</td>
            <td class="number" data-label="Leads">
                <span>{format_number(task.leads)}{batches}</span>
            </td>
            <td class="calls"><CallsBar calls=task.calls /></td>
            <td class="number" data-label="Reached">{rate}</td>
            <td class="by" data-label="By">{task.by}</td>
            <td class="one-line">
                {(!task.is_test && may(Action::Prepare)).then(|| view! { <a href=paths::new_task_like(&task.id)>"Repeat"</a> })}
            </td>
        </tr>
    }
    .into_any()
}
