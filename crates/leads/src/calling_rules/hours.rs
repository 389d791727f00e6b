//! Days of the week, and hours of a day.

use jiff::civil::{Time, Weekday, time};
use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::calling_rules;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Every day of the week, Monday first.
pub(super) const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Some days of the week, at least one: the lowest bit is Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Weekdays(u8);

impl Weekdays {
    /// The whole week.
    pub const ALL: Weekdays = Weekdays(0b111_1111);

    /// Reads seven bits, of which the lowest is Monday; `None` where no day is among them, or something else.
    pub fn from_bits(bits: u8) -> Option<Weekdays> {
        (1..=Weekdays::ALL.0)
            .contains(&bits)
            .then_some(Weekdays(bits))
    }

    /// The seven bits.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether the day is among them.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 >> day.to_monday_zero_offset() & 1 == 1
    }

    /// `Mon–Sat`, `Mon, Wed`, `every day`.
    pub fn message(self) -> Message {
        if self == Weekdays::ALL {
            return calling_rules::every_day();
        }
        let days: Vec<usize> = (0..7).filter(|day| self.0 >> day & 1 == 1).collect();
        if let [first, .., last] = days[..]
            && last - first == days.len() - 1
        {
            return calling_rules::days_from_to(short_name(first), short_name(last));
        }
        let names = days.into_iter().map(short_name);
        let together = names.reduce(|days, day| calling_rules::days_and(day, days));
        together.unwrap_or_else(calling_rules::every_day)
    }
}

/// The name of a day in short: 0 is Monday.
fn short_name(day: usize) -> Message {
    match day {
        0 => calling_rules::monday(),
        1 => calling_rules::tuesday(),
        2 => calling_rules::wednesday(),
        3 => calling_rules::thursday(),
        4 => calling_rules::friday(),
        5 => calling_rules::saturday(),
        _ => calling_rules::sunday(),
    }
}

impl TryFrom<u8> for Weekdays {
    type Error = &'static str;
    fn try_from(bits: u8) -> Result<Weekdays, Self::Error> {
        Weekdays::from_bits(bits).ok_or("not days of a week")
    }
}

impl From<Weekdays> for u8 {
    fn from(days: Weekdays) -> u8 {
        days.0
    }
}

/// From a minute of the day to a later one: a call may begin at either. In minutes from midnight, 0 to 1,440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u16, u16)", into = "(u16, u16)")]
pub struct Hours {
    from: u16,
    to: u16,
}

impl Hours {
    /// Minutes from midnight; `None` where the second is not later than the first, or beyond the day.
    pub fn new(from: u16, to: u16) -> Option<Hours> {
        (from < to && to <= DAY).then_some(Hours { from, to })
    }

    /// 08:00 to 21:00.
    pub(super) const fn of_the_program() -> Hours {
        Hours {
            from: 8 * 60,
            to: 21 * 60,
        }
    }

    /// The first minute.
    pub const fn from(self) -> u16 {
        self.from
    }

    /// The last minute.
    pub const fn to(self) -> u16 {
        self.to
    }

    /// The time at which they begin.
    pub(super) fn opens(self) -> Time {
        time_of(self.from)
    }

    /// The time at which they end; `None` where that is the end of the day.
    pub(super) fn closes(self) -> Option<Time> {
        (self.to < DAY).then(|| time_of(self.to))
    }

    /// `08:00–20:00`.
    pub fn message(self) -> Message {
        let to = self.closes().map(Message::time);
        let to = to.unwrap_or_else(calling_rules::end_of_day);
        calling_rules::hours(Message::time(self.opens()), to)
    }
}

impl TryFrom<(u16, u16)> for Hours {
    type Error = &'static str;
    fn try_from((from, to): (u16, u16)) -> Result<Hours, Self::Error> {
        Hours::new(from, to).ok_or("not hours of a day")
    }
}

impl From<Hours> for (u16, u16) {
    fn from(hours: Hours) -> (u16, u16) {
        (hours.from, hours.to)
    }
}

/// A minute of the day, below 1,440.
fn time_of(minute: u16) -> Time {
    let part = |part: u16| i8::try_from(part).unwrap_or_default();
    time(part(minute / 60 % 24), part(minute % 60), 0, 0)
}

/// As the form has it: `08:00`; the end of the day is `24:00`.
pub(super) fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
