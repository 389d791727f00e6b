//! What came of the calls of a task.

use jiff::civil::{Date, DateTime};
use localization::{DayStyle, Message};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::{LaunchLine, Moment, StopView, ZoneLabel};
use crate::messages::{call_filters, told_moments};
use crate::results::classify::CallGroup;
use crate::results::hour::LocalHour;
use crate::results::ring::RingClass;
use crate::results::talk::TalkClass;
use crate::validate::day_style;

/// The results of a task: every number is of the same calls, and each opens its rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResultsView {
    /// The task.
    pub task: String,
    /// Leads on the list, whatever became of them.
    pub listed: u32,
    /// What became of those: the counts add up to `listed`.
    pub list: Vec<LaunchLine>,
    /// Leads of the batches that AIRudder has created. The groups add up to it.
    pub sent: u32,
    /// Those that were dialled.
    pub dialled: u32,
    /// Those that were reached.
    pub reached: u32,
    /// How many are in each group, in the order in which they are shown; only groups that have any.
    pub groups: Vec<(CallGroup, u32)>,
    /// What people said: by letter, in the order of the robot's results.
    pub results: Vec<ResultLine>,
    /// Why the others were not reached, most of them first.
    pub not_reached: Vec<(RingClass, u32)>,
    /// By the hour of the last dial in the account's zone, each hour from the first to the last.
    pub hours: Vec<HourLine>,
    /// How long those who were reached talked.
    pub talk: Vec<TalkLine>,
    /// Seconds of talk in all, and the calls that they are of.
    pub talk_seconds: u64,
    /// Calls with a known talk.
    pub talks: u32,
    /// Whether numbers are redialled: then only the last dial of each is known.
    pub has_redials: bool,
    /// Leads that share a note: their calls are counted, but nobody knows whose is which.
    pub shared_notes: u32,
    /// The ends of numbers that AIRudder tells of though they were not sent; not counted.
    pub strangers: Vec<String>,
    /// Whether all calls are over and the results of a robot were named otherwise since they were read.
    pub is_renamed: bool,
    /// As of when all this is.
    pub as_of: AsOf,
}

impl ResultsView {
    /// How many are in a group.
    pub fn of(&self, group: CallGroup) -> u32 {
        let mut groups = self.groups.iter();
        groups
            .find(|(known, _)| *known == group)
            .map_or(0, |(_, count)| *count)
    }
}

/// One result of a robot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultLine {
    /// The letter; `None` where a call was answered without one.
    pub letter: Option<String>,
    /// What the robot means by it; `None` where it is not named yet.
    pub name: Option<String>,
    /// The group that it is counted in.
    pub group: CallGroup,
    /// The robot's id, and its name where the task has several.
    pub robot: String,
    /// The robot's name, where the task has several.
    pub robot_name: Option<String>,
    /// Calls.
    pub calls: u32,
}

/// One hour in which numbers were dialled last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HourLine {
    /// The hour of the account.
    pub hour: LocalHour,
    /// The day, where the task has several: `Fri 27 Nov`.
    pub day: Option<Message>,
    /// Calls whose last dial began in it.
    pub calls: u32,
    /// Those that were reached.
    pub reached: u32,
    /// Those of which more may come: neither reached nor not.
    pub open: u32,
}

/// Calls that lasted about the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TalkLine {
    /// How long.
    pub class: TalkClass,
    /// Calls.
    pub calls: u32,
}

/// As of when results are, and how it goes on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AsOf {
    /// When AIRudder last told, with seconds; `None` before its first answer.
    pub told: Option<Message>,
    /// The same with the day and the zone, for a text that leaves the page: `27 Nov 2026, 14:32 (Mexico City, UTC−06:00)`.
    pub told_in_full: Option<Message>,
    /// When it is asked next, with seconds; `None` where it is not asked any more.
    pub next: Option<Message>,
    /// Seconds until then, 0 where it is due.
    pub seconds_left: u32,
    /// Requests in a row that AIRudder did not answer.
    pub failures: u32,
    /// Leads that are not over.
    pub open: u32,
    /// When the calls are expected to end, where that can be told.
    pub expected_end: Option<Moment>,
}

impl AsOf {
    /// `14:32:10`, with its day where that is not `today`. Both are in the account's zone.
    pub fn with_seconds(at: DateTime, today: Date) -> Message {
        let time = Message::time_with_seconds(at.time());
        match at.date() == today {
            true => time,
            false => {
                let day = Message::day(at.date(), day_style(at.date(), today));
                told_moments::day_and_time(day, time)
            }
        }
    }

    /// `27 Nov 2026, 14:32 (Mexico City, UTC−06:00)`, by the label of the zone.
    pub fn in_full(at: DateTime, zone: &ZoneLabel) -> Message {
        told_moments::in_zone(Message::moment(at, DayStyle::Year), zone)
    }
}

/// The task whose settings a task began with, to be compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedTask {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its calls that were dialled.
    pub dialled: u32,
    /// Those that were reached.
    pub reached: u32,
    /// Those in the group of interest.
    pub interested: u32,
}

/// The most calls on a page.
pub const CALLS_ON_A_PAGE: u32 = 50;

/// How far a call has come, whatever came of it: a level of the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum CallStage {
    /// It counts as dialled: [`dialled_definition`](crate::results::classify::dialled_definition).
    Dialled,
    /// It counts as reached: [`reached_definition`](crate::results::classify::reached_definition).
    Reached,
}

impl CallStage {
    /// Every stage, in their order.
    pub const ALL: [CallStage; 2] = [CallStage::Dialled, CallStage::Reached];

    /// The name used in addresses.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The stage with that [`key`](CallStage::key).
    pub fn from_key(key: &str) -> Option<CallStage> {
        key.parse().ok()
    }

    /// The words that people see.
    pub fn label(self) -> Message {
        match self {
            CallStage::Dialled => call_filters::dialled(),
            CallStage::Reached => call_filters::reached(),
        }
    }
}

/// Which calls of a task are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallQuery {
    /// Of these groups; any where there are none.
    pub groups: Vec<CallGroup>,
    /// That have come as far as this.
    pub stage: Option<CallStage>,
    /// With this letter.
    pub letter: String,
    /// Of the batch with this number.
    pub batch: Option<u32>,
    /// By this robot.
    pub robot: String,
    /// Whose number rang so.
    pub ring: Option<RingClass>,
    /// Whose last dial began in this hour of the account.
    pub hour: Option<LocalHour>,
    /// That lasted about so long.
    pub talk: Option<TalkClass>,
    /// Whose cells hold this, or whose number ends so.
    pub q: String,
    /// The page, from 1.
    pub page: u32,
}

impl CallQuery {
    /// The calls of one group.
    pub fn of_group(group: CallGroup) -> CallQuery {
        CallQuery {
            groups: vec![group],
            ..CallQuery::default()
        }
    }

    /// The calls that have come as far as that.
    pub fn of_stage(stage: CallStage) -> CallQuery {
        CallQuery {
            stage: Some(stage),
            ..CallQuery::default()
        }
    }
}

/// A page of the calls of a task.
#[derive(Clone, Debug, PartialEq)]
pub struct CallsPage {
    /// The task: id and name.
    pub task: String,
    /// Its name.
    pub name: String,
    /// What is shown.
    pub query: CallQuery,
    /// How many are in each group, whatever is shown.
    pub groups: Vec<(CallGroup, u32)>,
    /// Letters to choose from, with their names.
    pub letters: Vec<(String, Message)>,
    /// Robots to choose from, id and name; empty where there is one.
    pub robots: Vec<(String, String)>,
    /// Batches to choose from; empty where there is one.
    pub batches: Vec<u32>,
    /// Headers of the list's columns that are shown beside the results.
    pub headers: Vec<Message>,
    /// The calls.
    pub calls: Vec<CallRow>,
    /// How many there are of what is asked for.
    pub found: u32,
    /// Why there are none any more, where they were deleted.
    pub gone: Option<localization::Message>,
    /// How many there are in all.
    pub all: u32,
    /// As of when.
    pub as_of: AsOf,
    /// The account's zone and offset.
    pub zone: ZoneLabel,
    /// Whether numbers are shown masked or whole, and to whom.
    pub numbers: NumbersShown,
}

/// How numbers of calls are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NumbersShown {
    /// Masked: the reader may not see them whole.
    #[default]
    Masked,
    /// Masked, until the reader asks for them.
    OnRequest,
    /// Whole: the reader has asked, and it was written down.
    Whole,
}

/// One call of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct CallRow {
    /// The lead's row in the list.
    pub row: u32,
    /// Whom the list names.
    pub customer: String,
    /// The number: its last four digits, or all of it where it is [shown whole](NumbersShown).
    pub number: String,
    /// What came of it.
    pub group: CallGroup,
    /// The letter, where there is one.
    pub letter: Option<String>,
    /// What that says: the name of the result, or how it rang, or the state.
    pub words: Message,
    /// When the last dial began, where that is known.
    pub last_dial: Option<Moment>,
    /// The talk in seconds.
    pub talk_seconds: Option<u32>,
    /// The cells of the columns that are shown.
    pub cells: Vec<String>,
    /// Whether other leads have the same note: then nobody knows whether this call is this lead's.
    pub shares_note: bool,
    /// The request to AIRudder to cancel the number, where there is one.
    pub cancel: Option<StopView>,
    /// Whether it can be cancelled, or cancelling it asked for again.
    pub can_be_cancelled: bool,
}
