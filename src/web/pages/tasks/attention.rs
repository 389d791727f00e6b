//! The tasks that need attention, each with the reason and what to do.

use crate::web::request::caller::may;
use leads::Action;
use leads::views::{TaskQuery, TaskRow};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::empty::Empty;
use crate::web::components::numbers::number;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::table::{Column, Table};
use crate::web::language::t;
use crate::web::messages::tasks as texts;
use crate::web::paths;

/// There is nothing to do.
pub fn none() -> AnyView {
    view! {
        <Empty
            title=t(texts::none_needs_attention())
            text=t(texts::none_needs_attention_text())
        >
            <a class="button" href=paths::tasks()>{t(texts::show_all())}</a>
        </Empty>
    }
    .into_any()
}

/// A line for each.
pub fn table(query: &TaskQuery, tasks: Vec<TaskRow>) -> AnyView {
    let rows = tasks
        .into_iter()
        .map(|task| row(query, task))
        .collect_view();
    view! {
        <div class="task-list needing">
            <Table
                label=t(texts::needing_attention())
                cards=true
                columns=vec![
                    Column::words(t(texts::task())),
                    Column::words(t(texts::status())),
                    Column::words(t(texts::what_to_do())),
                    Column::words(t(texts::when())),
                    Column::numbers(t(texts::leads())),
                    Column::words(t(texts::action())),
                ]
            >
                {rows}
            </Table>
        </div>
    }
    .into_any()
}

fn row(query: &TaskQuery, task: TaskRow) -> AnyView {
    let attention = task.attention.clone();
    let reason = attention.map(|attention| {
        view! { <p>{t(Message::sentences([attention.why, attention.what_to_do]))}</p> }
    });
    let title_id = format!("task-{}", task.id);
    let action = action(query, &task, title_id.clone());
    view! {
        <tr class="pressable">
            <td class="name">
                <a class="title" id=title_id href=paths::task(&task.id) translate="no">{task.name}</a>
                <small>{task.by}</small>
            </td>
            <td class="one-line">{super::state(task.state)} {super::of_sandbox(task.sandbox)}</td>
            <td class="why">{reason}</td>
            <td class="when" data-label=t(texts::when())>{t(task.when)}</td>
            <td class="number" data-label=t(texts::leads())>{number(task.leads)}</td>
            <td class="action">{action}</td>
        </tr>
    }
    .into_any()
}

/// The button that marks it as done, or why there is none.
fn action(query: &TaskQuery, task: &TaskRow, title_id: String) -> Option<AnyView> {
    let attention = task.attention.as_ref()?;
    if let Some(blocker) = attention.done_blocker.clone() {
        return Some(view! { <small>{t(blocker)}</small> }.into_any());
    }
    if !may(Action::Launch) {
        return None;
    }
    let hidden = vec![
        ("task", task.id.clone()),
        ("back", paths::tasks_with(query)),
    ];
    Some(
        view! {
            <form method="post" action=paths::mark_done()>
                <HiddenValues values=hidden />
                <button class="button" type="submit" aria-describedby=title_id>{t(texts::mark_as_done())}</button>
            </form>
        }
        .into_any(),
    )
}
