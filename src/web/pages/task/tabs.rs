//! The ways to look at a task.

use leptos::prelude::*;

use crate::web::components::numbers::format_number;
use crate::web::components::tabs::{Tab, Tabs};
use crate::web::paths;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// What came of the calls.
    Results,
    /// The calls one by one.
    Calls,
    /// The list: what became of its rows, and with which settings it was sent.
    List,
    /// The batches.
    Batches,
    /// What happened to the task.
    Activity,
}

/// The tabs of a task with so many calls; none of calls before there are any.
pub fn tabs(task: &str, calls: Option<u32>, shown: Shown) -> AnyView {
    let tab = |of: Shown, text: &'static str, href: String| Tab {
        href,
        text,
        count: None,
        current: shown == of,
    };
    let calls = calls.map(|calls| Tab {
        count: Some(format_number(calls)),
        ..tab(Shown::Calls, "Calls", paths::calls_of_task(task))
    });
    let first = tab(Shown::Results, "Results", paths::task(task));
    let others = [
        tab(Shown::List, "List", paths::task_list(task)),
        tab(Shown::Batches, "Batches", paths::task_batches(task)),
        tab(Shown::Activity, "Activity", paths::task_activity(task)),
    ];
    let tabs = [first].into_iter().chain(calls).chain(others).collect();
    view! { <Tabs label="Task" tabs=tabs /> }.into_any()
}
