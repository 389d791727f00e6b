//! The lists, as they are filtered and searched.

use leads::views::{RobotMode, TaskQuery};

use super::query::with_query;
use super::{drafts, robots, tasks};

/// The history as asked for.
pub fn tasks_with(query: &TaskQuery) -> String {
    with_query(
        &tasks(),
        &[
            ("q", &query.q),
            ("state", &query.state),
            ("robot", &query.robot),
            ("by", &query.by),
            ("period", &query.period),
            ("search", &query.search),
            ("before", &query.before),
        ],
    )
}

/// The tasks that need attention.
pub fn tasks_needing_attention() -> String {
    tasks_with(&TaskQuery::needing_attention())
}

/// The drafts with those words.
pub fn drafts_with(q: &str) -> String {
    with_query(&drafts(), &[("q", q)])
}

/// The robots as searched for.
pub fn robots_with(q: &str, mode: Option<RobotMode>) -> String {
    with_query(
        &robots(),
        &[("q", q), ("mode", mode.map_or("", RobotMode::key))],
    )
}
