//! The history: everything that was submitted, newest first.

use leads::states::{TaskState, Tone};
use leads::views::{Moment, TaskListView, TaskQuery, TaskRow};
use leptos::prelude::*;

use crate::web::components::badge::Badge;
use crate::web::components::calls::{CallsBar, reach_rate};
use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::post_button::HiddenValues;
use crate::web::components::search::Search;
use crate::web::components::table::{Column, Pager, Table};
use crate::web::components::tabs::{Tab, Tabs};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::pages::query_value;
use crate::web::pages::task_tabs::{self, Counts, MINE, NEEDS_ATTENTION, Shown};
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
            state if state == NEEDS_ATTENTION_BEFORE => NEEDS_ATTENTION.to_owned(),
            state => state,
        },
        by: query_value("by"),
        before: query_value("before"),
    };
    in_layout(Section::Tasks, read(query.clone()), move |list| {
        draw(&query, list)
    })
}

fn draw(query: &TaskQuery, list: TaskListView) -> AnyView {
    let none_at_all = list.total == 0;
    let first_page = TaskQuery {
        before: String::new(),
        ..query.clone()
    };
    let next = list.next.as_ref().map(|cursor| {
        (
            paths::tasks_with(&TaskQuery {
                before: cursor.clone(),
                ..query.clone()
            }),
            if list.searched_back_to.is_some() {
                "Search older tasks"
            } else {
                "Older tasks"
            },
        )
    });
    let first =
        (!query.before.is_empty()).then(|| (paths::tasks_with(&first_page), "Newest tasks"));
    let zone = list.zone.clone();
    let stopped = list.searched_back_to.clone().map(searched_back_to);
    let searched_all = stopped.is_none();
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
                {search(query, list.search_problem.clone())}
            </header>
            {match (list.tasks.is_empty(), none_at_all) {
                (false, _) => table(list.tasks),
                (true, true) => nothing_yet(),
                (true, false) if searched_all => nothing_matches(),
                (true, false) => nothing_so_far(),
            }}
            {stopped}
        </section>
        <Pager first=first next=next />
    }
    .into_any()
}

fn tabs(query: &TaskQuery, list: &TaskListView) -> Vec<Tab> {
    let shown = match (query.state.as_str(), query.by.as_str()) {
        ("", "") => Shown::All,
        (NEEDS_ATTENTION, _) => Shown::NeedsAttention,
        (_, MINE) => Shown::Mine,
        _ => Shown::Others,
    };
    let counts = Counts {
        tasks: list.total,
        drafts: list.drafts,
        needs_attention: list.needs_attention,
    };
    task_tabs::tabs(shown, counts)
}

fn search(query: &TaskQuery, problem: Option<String>) -> AnyView {
    let TaskQuery { q, state, by, .. } = query.clone();
    let states = TaskState::ALL.map(|state| (state.key(), state.label()));
    let kept = if by.is_empty() {
        Vec::new()
    } else {
        vec![("by", by)]
    };
    view! {
        <Search
            action=paths::tasks()
            q=q
            problem=problem
            placeholder="Task name, robot, person, line or file"
            filter=("state", "Status")
            choices=[("", "Any status"), (NEEDS_ATTENTION, "Needs attention")].into_iter().chain(states).collect()
            chosen=state
        >
            <HiddenValues values=kept />
        </Search>
    }
    .into_any()
}

fn nothing_yet() -> AnyView {
    view! {
        <Empty
            title="No tasks yet"
            text="Tasks you submit appear here, with the results of their calls."
        >
            <a class="button primary" href=paths::new_task()>"New task"</a>
        </Empty>
    }
    .into_any()
}

fn nothing_matches() -> AnyView {
    view! {
        <Empty title="No tasks match" text="Use fewer words or another status.">
            <a class="button" href=paths::tasks()>"Show all tasks"</a>
        </Empty>
    }
    .into_any()
}

fn nothing_so_far() -> AnyView {
    view! {
        <Empty
            title="No tasks match so far"
            text="Older tasks were not searched yet. Longer words are found faster."
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
        <Table
            label="Tasks"
            columns=vec![
                Column::words("Task"),
                Column::words("Status"),
                Column::words("Robot"),
                Column::numbers("Leads"),
                Column::words("Calls"),
                Column::numbers("Reached"),
                Column::words("Submitted"),
            ]
        >
            {rows}
        </Table>
    }
    .into_any()
}

fn state(state: Option<TaskState>) -> AnyView {
    let (tone, word) = match state {
        Some(state) => (state.tone(), state.label()),
        None => (Tone::Bad, "Cannot be read"),
    };
    view! { <Badge tone=tone word=word /> }.into_any()
}

fn row(task: TaskRow) -> AnyView {
    let batches = (task.batches > 1)
        .then(|| view! { <small>{count_with_noun(task.batches, "batch", "batches")}</small> });
    let rate = reach_rate(task.calls.as_ref());
    view! {
        <tr>
            <td class="name">
                <a class="title" href=paths::task(&task.id)>{task.name}</a>
                <small class="mono">{task.provider_name}</small>
            </td>
            <td>
                {state(task.state)}
                {task.sandbox.then(|| view! { <small>"Sandbox"</small> })}
            </td>
            <td class="name">{task.robot}</td>
            <td class="number">{format_number(task.leads)}{batches}</td>
            <td><CallsBar calls=task.calls /></td>
            <td class="number">{rate}</td>
            <td>
                {task.by}
                <small><Time moment=task.at /></small>
            </td>
        </tr>
    }
    .into_any()
}
