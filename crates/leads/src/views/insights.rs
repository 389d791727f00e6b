//! What came of the calls of an account, over many tasks.

use super::ZoneLabel;
use crate::results::insights::{Compared, Days, InsightSums, InsightsPeriod, Week};

/// Which calls are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InsightsQuery {
    /// Of which days.
    pub period: InsightsPeriod,
    /// By the robot with this id; by any where it is empty.
    pub robot: String,
}

/// Insights: every number is of the same calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InsightsView {
    /// What is asked for.
    pub query: InsightsQuery,
    /// The days that it stands for.
    pub days: Days,
    /// The account's zone and offset.
    pub zone: ZoneLabel,
    /// Whether the account has calls at all, on whatever day.
    pub has_calls: bool,
    /// Tasks with calls on these days.
    pub tasks: u32,
    /// All calls.
    pub all: InsightSums,
    /// Week by week, from the first to the last; none is left out.
    pub weeks: Vec<(Week, InsightSums)>,
    /// Robot by robot, and line by line: those that dialled most first.
    pub robots: Vec<Compared>,
    /// The same by line, whose id is its name.
    pub lines: Vec<Compared>,
    /// By hour of the week: tasks without redials.
    pub measured: Vec<HourOfWeek>,
    /// By hour of the week: tasks with redials.
    pub estimated: Vec<HourOfWeek>,
    /// Robots to choose from, id and name.
    pub choices: Vec<(String, String)>,
}

/// Calls whose last dial began in an hour of a week, in the account's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HourOfWeek {
    /// The day, from 0 for Monday on.
    pub weekday: u8,
    /// The hour of that day, from 0 to 23.
    pub hour: u8,
    /// Calls that were dialled.
    pub dialled: u32,
    /// Those that were reached.
    pub reached: u32,
}
