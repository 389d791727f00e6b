//! What came of the calls of many tasks: which calls are asked for, what is counted of them, and what may be said of two of their parts.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use localization::{Message, Number};

use super::rate::Rate;
use super::statistics::{ComparedRate, Interval, compare, wilson};
use super::talk::TalkClass;
use crate::messages::insights as messages;
use crate::messages::rates;
use crate::period::Period;

/// The most days that are shown at once: two years.
pub const MAX_DAYS: i32 = 731;

/// The definition of the day of a call that stands beside the numbers.
pub fn day_definition() -> Message {
    messages::day_definition()
}

/// Why hours of tasks with redials are estimated.
pub fn estimated_definition() -> Message {
    messages::estimated_definition()
}

/// What the other hours are.
pub fn measured_definition() -> Message {
    messages::measured_definition()
}

/// Of which days calls are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InsightsPeriod {
    /// This week and the three before it.
    FourWeeks,
    /// This week and the eleven before it.
    #[default]
    TwelveWeeks,
    /// This week and the 51 before it.
    Year,
    /// From the first day to the last. Without a first one, the twelve weeks up to the last; without a last one, up to today.
    Days {
        /// The first day.
        from: Option<Date>,
        /// The last day.
        to: Option<Date>,
    },
}

impl InsightsPeriod {
    /// The periods that end today, the shortest first.
    pub const UP_TO_TODAY: [InsightsPeriod; 3] = [
        InsightsPeriod::FourWeeks,
        InsightsPeriod::TwelveWeeks,
        InsightsPeriod::Year,
    ];

    /// The name used in addresses; none for chosen days.
    pub const fn key(self) -> &'static str {
        match self {
            InsightsPeriod::FourWeeks => "4-weeks",
            InsightsPeriod::TwelveWeeks => "12-weeks",
            InsightsPeriod::Year => "year",
            InsightsPeriod::Days { .. } => "",
        }
    }

    /// The period with that [`key`](InsightsPeriod::key).
    pub fn from_key(key: &str) -> Option<InsightsPeriod> {
        InsightsPeriod::UP_TO_TODAY
            .into_iter()
            .find(|period| period.key() == key)
    }

    /// The words that people see.
    pub fn message(self) -> Message {
        match self {
            InsightsPeriod::FourWeeks => messages::four_weeks(),
            InsightsPeriod::TwelveWeeks => messages::twelve_weeks(),
            InsightsPeriod::Year => messages::year(),
            InsightsPeriod::Days { .. } => messages::chosen_days(),
        }
    }

    /// The days that it stands for on a day.
    pub fn days(self, today: Date) -> Days {
        let weeks = match self {
            InsightsPeriod::FourWeeks => 4,
            InsightsPeriod::TwelveWeeks => 12,
            InsightsPeriod::Year => 52,
            InsightsPeriod::Days { from, to } => return chosen_days(from, to, today),
        };
        Days {
            first: monday(today).saturating_sub((7 * (weeks - 1)).days()),
            last: today,
            is_cut: false,
        }
    }
}

/// Days one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub first: Date,
    /// The last: before the first where there are none.
    pub last: Date,
    /// Whether more were asked for than [`MAX_DAYS`]: then these are the last of them.
    pub is_cut: bool,
}

fn chosen_days(from: Option<Date>, to: Option<Date>, today: Date) -> Days {
    let last = to.unwrap_or(today);
    let first = from.unwrap_or_else(|| last.saturating_sub((7 * 12 - 1).days()));
    let earliest = last.saturating_sub((MAX_DAYS - 1).days());
    Days {
        first: first.max(earliest),
        last,
        is_cut: first < earliest,
    }
}

/// The Monday of the week of a day.
fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().since(Weekday::Monday)).days())
}

/// A week from Monday to Sunday, or what of it belongs to the days that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its first day that belongs to them.
    pub first: Date,
    /// Its last day that does.
    pub last: Date,
    /// From the beginning of its first day in the zone to the beginning of the day after its last.
    pub period: Period,
}

impl Week {
    /// Whether some of its days do not belong to those that are asked for.
    pub fn is_part(&self) -> bool {
        self.first != monday(self.first) || self.last != self.first.saturating_add(6.days())
    }
}

/// The weeks of those days in a zone: each ends where the next one begins, whatever clocks do meanwhile. A day whose midnight is skipped
/// begins when the clocks go on.
pub fn weeks(days: Days, zone: &TimeZone) -> Vec<Week> {
    let mut weeks = Vec::new();
    let mut first = days.first;
    while first <= days.last {
        let last = monday(first).saturating_add(6.days()).min(days.last);
        let next = last.saturating_add(1.day());
        let (Some(since), Some(until)) = (beginning(first, zone), beginning(next, zone)) else {
            break;
        };
        let period = Period { since, until };
        weeks.push(Week {
            first,
            last,
            period,
        });
        first = next;
    }
    weeks
}

fn beginning(day: Date, zone: &TimeZone) -> Option<Timestamp> {
    Some(day.to_zoned(zone.clone()).ok()?.timestamp())
}

/// The offsets of a zone within a period, each from its moment on, in seconds east of Universal Time; the first begins with the period.
pub fn offsets(period: Period, zone: &TimeZone) -> Vec<(Timestamp, i32)> {
    let first = (period.since, zone.to_offset(period.since).seconds());
    let later = zone
        .following(period.since)
        .map(|change| (change.timestamp(), change.offset().seconds()))
        .take_while(|(at, _)| *at < period.until);
    [first].into_iter().chain(later).collect()
}

/// Calls, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InsightSums {
    /// Leads that were sent.
    pub calls: u32,
    /// Those of which more is to come: not dialled yet, being called, or waiting for a redial.
    pub open: u32,
    /// Those that were dialled.
    pub dialled: u32,
    /// Those that were reached.
    pub reached: u32,
    /// Those that are interested.
    pub interested: u32,
    /// Those whose talk is known, by [`TalkClass`].
    pub talks: [u32; TalkClass::ALL.len()],
    /// The seconds of all these talks.
    pub talk_seconds: u64,
}

impl InsightSums {
    /// Adds calls that were counted elsewhere.
    pub fn add(&mut self, other: &InsightSums) {
        self.calls += other.calls;
        self.open += other.open;
        self.dialled += other.dialled;
        self.reached += other.reached;
        self.interested += other.interested;
        for (count, further) in self.talks.iter_mut().zip(other.talks) {
            *count += further;
        }
        self.talk_seconds += other.talk_seconds;
    }

    /// Reached of the dialled ones.
    pub fn reach_rate(&self) -> Rate {
        rate(self.reached, self.dialled)
    }

    /// Interested of the reached ones.
    pub fn interest_rate(&self) -> Rate {
        rate(self.interested, self.reached)
    }

    /// Calls whose talk is known.
    pub fn talks(&self) -> u32 {
        self.talks.iter().sum()
    }

    /// Talks under ten seconds, of those that are known.
    pub fn short_talk_rate(&self) -> Rate {
        rate(self.talks[0], self.talks())
    }

    /// The mean length of a talk in whole seconds, rounded half up; `None` where no talk is known.
    pub fn mean_talk_seconds(&self) -> Option<u64> {
        let talks = u64::from(self.talks());
        (talks > 0).then(|| (2 * self.talk_seconds + talks) / (2 * talks))
    }
}

fn rate(part: u32, base: u32) -> Rate {
    Rate {
        part: part.into(),
        base: base.into(),
    }
}

/// One of several that stand side by side: a robot, or a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its calls.
    pub sums: InsightSums,
}

/// The ends of the 95% interval of a rate in per cent, with one decimal: `50.2 to 52.0%`; `None` of nothing.
pub fn interval(rate: Rate) -> Option<Message> {
    let Interval { low, high } = wilson(rate)?;
    let percent = |end: f64| Number::decimal(end * 100.0, 1);
    Some(rates::interval(percent(high), percent(low)))
}

/// Each of them but the first is compared with the first, which is the best known: its calls are the most.
pub fn comparisons(compared: &[Compared]) -> Vec<Message> {
    let Some((best_known, others)) = compared.split_first() else {
        return Vec::new();
    };
    let of_best_known = best_known.sums.reach_rate();
    let others = others.iter().map(|other| {
        let difference = compare(other.sums.reach_rate(), of_best_known);
        difference.message(ComparedRate::Reach, &other.name, &best_known.name)
    });
    others.collect()
}

#[cfg(test)]
mod tests;
