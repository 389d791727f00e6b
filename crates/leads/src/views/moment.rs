//! Moments and zones, before it is known in which language they are written.

use std::fmt;

use jiff::civil::DateTime;
use localization::{Argument, DayStyle, Message};
use serde::{Deserialize, Serialize};

use crate::messages::places;
use crate::places::place_name;

/// A moment in the account's zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// RFC 3339 in UTC, for machines.
    pub iso: String,
    /// The same by the clock of the account's zone.
    pub at: DateTime,
    /// How much of that people are told.
    pub shown: Shown,
}

/// How much of a moment people are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// `09:14`.
    Time,
    /// `Mon 23 Nov, 09:14`.
    Day,
    /// `23 Nov 2025, 09:14`.
    DayOfYear,
}

impl Moment {
    /// What people read, without the zone's name.
    pub fn message(&self) -> Message {
        match self.shown {
            Shown::Time => Message::time(self.at.time()),
            Shown::Day => Message::moment(self.at, DayStyle::Weekday),
            Shown::DayOfYear => Message::moment(self.at, DayStyle::Year),
        }
    }
}

impl From<&Moment> for Argument {
    fn from(moment: &Moment) -> Argument {
        moment.message().into()
    }
}

/// The zone of an account and its offset at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneLabel {
    /// The place that it is named after, in English; `UTC` and its hours where it is named after none.
    pub place: String,
    /// The offset: `UTC−06:00`.
    pub offset: String,
}

impl ZoneLabel {
    /// What people read: `Mexico City, UTC−06:00`; of a zone without a place the offset alone.
    pub fn message(&self) -> Message {
        if self.place.starts_with("UTC") {
            return Message::verbatim(self.offset.as_str());
        }
        places::zone(self.offset.as_str(), place_name(&self.place))
    }
}

impl From<&ZoneLabel> for Argument {
    fn from(zone: &ZoneLabel) -> Argument {
        zone.message().into()
    }
}

/// In English: for files and logs.
impl fmt::Display for ZoneLabel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(formatter)
    }
}
