//! The ways to look at a task.

use leptos::prelude::*;
use localization::Message;

use crate::web::components::numbers::number;
use crate::web::components::tabs::{Tab, Tabs};
use crate::web::language::t;
use crate::web::messages::task as texts;
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
    let tab = |of: Shown, text: Message, href: String| Tab {
        href,
        text: t(text),
        count: None,
        current: shown == of,
    };
    let calls = calls.map(|calls| Tab {
        count: Some(number(calls)),
        ..tab(Shown::Calls, texts::calls(), paths::calls_of_task(task))
    });
    let first = tab(Shown::Results, texts::results(), paths::task(task));
    let others = [
        tab(Shown::List, texts::list(), paths::task_list(task)),
        tab(Shown::Batches, texts::batches(), paths::task_batches(task)),
        tab(
            Shown::Activity,
            texts::activity(),
            paths::task_activity(task),
        ),
    ];
    let tabs = [first].into_iter().chain(calls).chain(others).collect();
    view! { <Tabs label=t(texts::task()) tabs=tabs /> }.into_any()
}
