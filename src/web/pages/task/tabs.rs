//! The ways to look at a task whose calls are known.

use leptos::prelude::*;

use crate::web::components::numbers::format_number;
use crate::web::components::tabs::{Tab, Tabs};
use crate::web::paths;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// What came of the calls, and all else about the task.
    Results,
    /// The calls one by one.
    Calls,
}

/// The tabs of a task with so many calls.
pub fn tabs(task: &str, calls: u32, shown: Shown) -> AnyView {
    let tabs = vec![
        Tab {
            href: paths::task(task),
            text: "Results",
            count: None,
            current: shown == Shown::Results,
        },
        Tab {
            href: paths::calls_of_task(task),
            text: "Calls",
            count: Some(format_number(calls)),
            current: shown == Shown::Calls,
        },
    ];
    view! { <Tabs label="Task" tabs=tabs /> }.into_any()
}
