//! The hour of a day in which a number was dialled last.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Unit};
use localization::{DayStyle, Message};
use serde::{Deserialize, Serialize};

/// An hour of a day on the clocks of a place. In addresses it is written as `2026-11-27T09`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct LocalHour {
    date: Date,
    hour: i8,
}

/// Why a text is no hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an hour is written as 2026-11-27T09")]
pub struct NotAnHour;

/// Calls are counted by half hours of UTC, since clocks differ by halves of an hour.
const HALF_HOUR: SignedDuration = SignedDuration::from_mins(30);

/// More half hours than any clock was ever moved at once: a day, by which Samoa changed sides in 2011.
const AROUND: i32 = 50;

impl LocalHour {
    /// The hour there at that moment.
    pub fn of(at: Timestamp, zone: &TimeZone) -> LocalHour {
        let there = zone.to_datetime(at);
        LocalHour {
            date: there.date(),
            hour: there.hour(),
        }
    }

    /// Its day.
    pub const fn date(self) -> Date {
        self.date
    }

    /// When it begins, as on a clock: `09:00`.
    pub fn time(self) -> Message {
        Message::time(self.begins().time())
    }

    /// The hour with its day, as people read it: `27 Nov 2026, 09:00`.
    pub fn message(self) -> Message {
        Message::moment(self.begins(), DayStyle::Year)
    }

    fn begins(self) -> DateTime {
        self.date.at(self.hour, 0, 0, 0)
    }

    /// The half hours of UTC that belong to it there, by their beginnings: two; more where clocks went back in it, and none where they
    /// skipped it.
    pub fn half_hours(self, zone: &TimeZone) -> Vec<Timestamp> {
        let start = self.date.at(self.hour, 0, 0, 0);
        let Ok(near) = zone.to_ambiguous_zoned(start).compatible() else {
            return Vec::new();
        };
        let Ok(near) = near.timestamp().round(Unit::Hour) else {
            return Vec::new();
        };
        (-AROUND..=AROUND)
            .filter_map(|step| near.checked_add(HALF_HOUR * step).ok())
            .filter(|at| LocalHour::of(*at, zone) == self)
            .collect()
    }
}

impl fmt::Display for LocalHour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}", self.date, self.hour)
    }
}

impl FromStr for LocalHour {
    type Err = NotAnHour;

    fn from_str(text: &str) -> Result<LocalHour, NotAnHour> {
        let (date, hour) = text.split_once('T').ok_or(NotAnHour)?;
        let read = LocalHour {
            date: date.parse().map_err(|_| NotAnHour)?,
            hour: hour.parse().map_err(|_| NotAnHour)?,
        };
        // As it is written, and in no other way.
        let is_on_a_clock = (0..24).contains(&read.hour);
        (is_on_a_clock && read.to_string() == text)
            .then_some(read)
            .ok_or(NotAnHour)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half_hours(hour: &str, zone: &str) -> Vec<String> {
        let hour: LocalHour = hour.parse().unwrap();
        let zone = TimeZone::get(zone).unwrap();
        let times = hour.half_hours(&zone).into_iter();
        times.map(|at| at.to_string()).collect()
    }

    #[test]
    fn an_hour_has_two_half_hours_in_each_zone() {
        for (zone, first) in [
            ("Asia/Manila", "2026-11-27T01:00:00Z"),
            ("Asia/Jakarta", "2026-11-27T02:00:00Z"),
            ("Asia/Kolkata", "2026-11-27T03:30:00Z"),
            ("America/Mexico_City", "2026-11-27T15:00:00Z"),
        ] {
            let found = half_hours("2026-11-27T09", zone);
            assert_eq!((found.len(), found[0].as_str()), (2, first), "{zone}");
        }
    }

    #[test]
    fn an_hour_that_clocks_repeat_has_four_half_hours_and_one_that_they_skip_none() {
        // In Tijuana clocks went back from 02:00 to 01:00 on 1 November 2026, and forward from 02:00 to 03:00 on 8 March.
        let repeated = half_hours("2026-11-01T01", "America/Tijuana");
        assert_eq!(
            (repeated[0].as_str(), repeated[3].as_str()),
            ("2026-11-01T08:00:00Z", "2026-11-01T09:30:00Z")
        );
        assert_eq!(repeated.len(), 4);
        assert_eq!(half_hours("2026-03-08T02", "America/Tijuana").len(), 0);
        assert_eq!(half_hours("2026-03-08T03", "America/Tijuana").len(), 2);
    }

    #[test]
    fn hours_are_those_of_which_their_half_hours_are() {
        let zone = TimeZone::get("America/Tijuana").unwrap();
        let mut at: Timestamp = "2026-10-30T00:00:00Z".parse().unwrap();
        for _ in 0..200 {
            let hour = LocalHour::of(at, &zone);
            assert!(hour.half_hours(&zone).contains(&at), "{hour}");
            at = at.checked_add(HALF_HOUR).unwrap();
        }
    }

    #[test]
    fn an_hour_is_read_as_it_was_written_and_in_no_other_way() {
        let text = "2026-11-27T09";
        let hour: LocalHour = text.parse().unwrap();
        assert_eq!(hour.to_string(), text);
        assert_eq!(hour.message().to_string(), "27 Nov 2026, 09:00");
        for wrong in [
            "",
            "2026-11-27",
            "2026-11-27T9",
            "2026-11-27T24",
            "2026-11-27T-1",
            "2026-11-27T+9",
            "2026-13-27T09",
            "20261127T09",
            "2026-11-27T09:00",
        ] {
            assert_eq!(wrong.parse::<LocalHour>(), Err(NotAnHour), "{wrong}");
        }
        // The first and the last of all days are no trouble.
        for edge in ["0001-01-01T00", "9999-12-31T23"] {
            let hour: LocalHour = edge.parse().unwrap();
            let _ = hour.half_hours(&TimeZone::UTC);
        }
    }
}
