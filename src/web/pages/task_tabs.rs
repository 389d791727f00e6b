//! The tabs that tasks and drafts share: one list, seen in four ways.

use leads::Action;
use leads::views::{MAX_COUNTED, TaskQuery};
use localization::Message;

use crate::web::components::numbers::{capped, number};
use crate::web::components::tabs::Tab;
use crate::web::language::t;
use crate::web::messages::tasks as texts;
use crate::web::paths;
use crate::web::request::caller::may;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownTab {
    /// Every task.
    All,
    /// The drafts.
    Drafts,
    /// Tasks that somebody should look at.
    NeedsAttention,
    /// The reader's own tasks.
    Mine,
    /// Tasks of another filter.
    Others,
}

/// How much there is behind each of them.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// Tasks in all.
    pub tasks: u32,
    /// Open drafts; counted up to [`MAX_COUNTED`] and one.
    pub drafts: u32,
    /// Tasks that somebody should look at; likewise.
    pub needs_attention: u32,
}

/// The tabs. Each keeps what is searched for, the robot and the period; where something narrows the lists, counts of all would mislead.
pub fn tabs(kept: &TaskQuery, shown: ShownTab, counts: Counts) -> Vec<Tab> {
    let of_tasks = |state: &str, by: &str| {
        paths::tasks_with(&TaskQuery {
            state: state.to_owned(),
            by: by.to_owned(),
            before: String::new(),
            ..kept.clone()
        })
    };
    let is_narrowed = [&kept.q, &kept.robot, &kept.period]
        .iter()
        .any(|value| !value.is_empty());
    let tab = |of: ShownTab, href: String, text: Message, count: Option<String>| Tab {
        href,
        text: t(text),
        count: count.filter(|_| !is_narrowed),
        current: of == shown,
    };
    let counted = |count: u32| Some(capped(count, MAX_COUNTED));
    let drafts = may(Action::Prepare).then(|| {
        tab(
            ShownTab::Drafts,
            paths::drafts_with(&kept.q),
            texts::tab_drafts(),
            counted(counts.drafts),
        )
    });
    let all = Some(number(counts.tasks));
    let first = [tab(ShownTab::All, of_tasks("", ""), texts::tab_all(), all)];
    let others = [
        tab(
            ShownTab::NeedsAttention,
            of_tasks(TaskQuery::NEEDS_ATTENTION, ""),
            texts::needs_attention(),
            counted(counts.needs_attention),
        ),
        tab(
            ShownTab::Mine,
            of_tasks("", TaskQuery::MINE),
            texts::tab_mine(),
            None,
        ),
    ];
    first.into_iter().chain(drafts).chain(others).collect()
}
