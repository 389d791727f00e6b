//! The tabs that tasks and drafts share: one list, seen in four ways.

use leads::views::{MAX_COUNTED, TaskQuery};

use crate::web::components::numbers::{capped, format_number};
use crate::web::components::tabs::Tab;
use crate::web::paths;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
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

/// The tabs.
pub fn tabs(shown: Shown, counts: Counts) -> Vec<Tab> {
    let attention = TaskQuery {
        state: TaskQuery::NEEDS_ATTENTION.to_owned(),
        ..TaskQuery::default()
    };
    let mine = TaskQuery {
        by: TaskQuery::MINE.to_owned(),
        ..TaskQuery::default()
    };
    let tab = |of: Shown, href: String, text: &'static str, count: Option<String>| Tab {
        href,
        text,
        count,
        current: of == shown,
    };
    let counted = |count: u32| Some(capped(count, MAX_COUNTED));
    vec![
        tab(
            Shown::All,
            paths::tasks().to_owned(),
            "All",
            Some(format_number(counts.tasks)),
        ),
        tab(
            Shown::Drafts,
            paths::drafts().to_owned(),
            "Drafts",
            counted(counts.drafts),
        ),
        tab(
            Shown::NeedsAttention,
            paths::tasks_with(&attention),
            "Needs attention",
            counted(counts.needs_attention),
        ),
        tab(Shown::Mine, paths::tasks_with(&mine), "My tasks", None),
    ]
}
