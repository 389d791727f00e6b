//! The history: everything that was submitted, newest first.

mod attention;
mod filters;
mod numbers;

use crate::web::request::caller::may;
use leads::Action;
use leads::states::{TaskState, Tone};
use leads::views::{Moment, TaskListView, TaskQuery, TaskRow};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::badge::Badge;
use crate::web::components::calls::{CallsBar, reach_rate};
use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::message::with_time;
use crate::web::components::notice::NoticeBox;
use crate::web::components::numbers::number;
use crate::web::components::table::{Column, Pager, Table};
use crate::web::components::tabs::{Tab, Tabs};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::{t, with_elements};
use crate::web::messages::{calling_rules, tasks as texts};
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
    view! {
        <PageTitle text=t(texts::page_title()) />
        <div class="page-head">
            <div>
                <h1>{t(texts::page_title())}</h1>
                <p>{t(texts::about(&list.zone))}</p>
            </div>
        </div>
        {missing_holidays(&list)}
        <section class="card">
            <header>
                <Tabs label=t(texts::filter()) tabs=tabs(query, &list) />
                {filters::filters(query, &list)}
            </header>
            {found(query, &list)}
        </section>
        {pager(query, &list)}
    }
    .into_any()
}

/// What an administrator has to add before people are called on a day on which nobody may.
fn missing_holidays(list: &TaskListView) -> AnyView {
    let notices = list.missing_holidays.iter().cloned();
    notices
        .map(|text| {
            view! {
                <NoticeBox tone=Tone::Warn text=t(text)>
                    <a class="button" href=paths::calling_rules()>{t(calling_rules::page_title())}</a>
                </NoticeBox>
            }
        })
        .collect_view()
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
    let older = match list.searched_back_to {
        Some(_) => texts::search_older(),
        None => texts::older(),
    };
    let next = list.next.clone();
    let next = next.map(|cursor| (page(cursor), t(older)));
    let first = (!query.before.is_empty()).then(|| (page(String::new()), t(texts::newest())));
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
        <Empty title=t(texts::none_yet()) text=t(texts::none_yet_text())>
            {may(Action::Prepare).then(|| view! {
                <a class="button primary" href=paths::new_task()>{t(texts::new_task())}</a>
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
        <Empty title=t(texts::none_older()) text=t(texts::none_older_text())>
            <a class="button" href=newest>{t(texts::show_newest())}</a>
        </Empty>
    }
    .into_any()
}

fn nothing_matches() -> AnyView {
    view! {
        <Empty title=t(texts::none_match()) text=t(texts::none_match_text())>
            <a class="button" href=paths::tasks()>{t(texts::show_all())}</a>
        </Empty>
    }
    .into_any()
}

fn nothing_so_far() -> AnyView {
    view! {
        <Empty title=t(texts::none_so_far()) text=t(texts::none_so_far_text())>
            ""
        </Empty>
    }
    .into_any()
}

/// A search that would take too long stops; its next page goes on.
fn searched_back_to(moment: Moment) -> AnyView {
    let told = with_time(moment, texts::searched_back_to);
    view! { <p class="note">{told}</p> }.into_any()
}

fn table(tasks: Vec<TaskRow>) -> AnyView {
    let rows = tasks.into_iter().map(row).collect_view();
    view! {
        <div class="task-list tasks">
            <Table
                label=t(texts::page_title())
                cards=true
                columns=vec![
                    Column::words(t(texts::task())),
                    Column::words(t(texts::status())),
                    Column::words(t(texts::when())),
                    Column::words(t(texts::robot())),
                    Column::numbers(t(texts::leads())),
                    Column::words(t(texts::calls())),
                    Column::numbers(t(texts::reached())),
                    Column::words(t(texts::by())),
                    Column::words(t(texts::action())),
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
    (sandbox && !is_told).then(|| view! { <small>{t(texts::sandbox())}</small> }.into_any())
}

fn state(state: Option<TaskState>) -> AnyView {
    let (tone, word) = match state {
        Some(state) => (state.tone(), state.message()),
        None => (Tone::Bad, texts::state_not_read()),
    };
    view! { <Badge tone=tone word=t(word) /> }.into_any()
}

/// A line that leads to its task wherever it is pressed.
fn row(task: TaskRow) -> AnyView {
    let leads = match task.batches > 1 {
        true => texts::leads_in_batches(task.batches, task.leads),
        false => Message::verbatim(number(task.leads)),
    };
    let leads = with_elements(&leads, |_, batches| {
        view! { <small>{batches}</small> }.into_any()
    });
    let rate = reach_rate(task.calls.as_ref());
    let whole_name = task.robot.clone();
    view! {
        <tr class="pressable">
            <td class="name"><a class="title" href=paths::task(&task.id) translate="no">{task.name}</a></td>
            <td class="one-line">{state(task.state)} {of_sandbox(task.sandbox)}</td>
            <td class="when" data-label=t(texts::when())>{t(task.when)}</td>
            <td class="robot" data-label=t(texts::robot()) title=whole_name lang="" translate="no">{task.robot}</td>
            <td class="number" data-label=t(texts::leads())>
                <span>{leads}</span>
            </td>
            <td class="calls"><CallsBar calls=task.calls /></td>
            <td class="number" data-label=t(texts::reached())>{rate}</td>
            <td class="by" data-label=t(texts::by())>{task.by}</td>
            <td class="one-line">
                {(!task.is_test && may(Action::Prepare)).then(|| view! { <a href=paths::new_task_like(&task.id)>{t(texts::repeat())}</a> })}
            </td>
        </tr>
    }
    .into_any()
}
