//! The next window within the rule, which a person can take with one press.

use jiff::civil::{Date, DateTime, Time, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use localization::Message;

use super::verdict::{Asked, Day, verdict_of_spans, zones_asked};
use crate::messages::calling_rules;
use crate::validate::{MAX_AHEAD, MIN_WINDOW, START_AHEAD, Schedule, Timing, later};

/// Days that are looked at: AIRudder plans five days ahead.
const DAYS: i64 = 6;

/// Starts and ends stand at half hours, which is what the form offers.
const STEP: i64 = 30 * 60;

/// When the calls of a window that replaces *Now* end at the latest.
const OFFICE_CLOSES: Time = time(18, 0, 0, 0);

/// A window within the rule, both ends in the account's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllowedWindow {
    /// The first minute.
    pub start: DateTime,
    /// The last minute.
    pub end: DateTime,
}

/// Why no window is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWindow {
    /// None of the days that AIRudder plans ahead has one.
    NoneAllowed,
    /// Without redials one of them would have one: they go on for longer than the rule leaves time for.
    RedialsTooLong,
}

impl NoWindow {
    /// `No time in the next five days is allowed, and AIRudder plans no further ahead.`, and whether something helps.
    pub fn message(self) -> Message {
        let none = calling_rules::no_window();
        match self {
            NoWindow::NoneAllowed => none,
            NoWindow::RedialsTooLong => {
                Message::sentences([none, calling_rules::redials_too_long()])
            }
        }
    }
}

/// The next window within the rule, or why there is none.
pub(super) fn window_or_why(
    timing: Timing,
    batches: u32,
    asked: Asked<'_>,
) -> Result<AllowedWindow, NoWindow> {
    let once = Timing {
        redials: 0,
        ..timing
    };
    let why = || match next_window(once, batches, asked) {
        Some(_) => NoWindow::RedialsTooLong,
        None => NoWindow::NoneAllowed,
    };
    next_window(timing, batches, asked).ok_or_else(why)
}

/// The same window on the next day that has it, or as much of it as the rule allows; in place of *Now* the next hours that it allows.
/// `None` where AIRudder does not plan as far ahead.
fn next_window(timing: Timing, batches: u32, asked: Asked<'_>) -> Option<AllowedWindow> {
    let zone = asked.place.zone;
    let today = zone.to_datetime(asked.place.now).date();
    (0..DAYS).find_map(|ahead| {
        let date = today.checked_add(ahead.days()).ok()?;
        let on_this_day = on_day(timing, batches, asked, date)?;
        keeps_the_rule(timing, batches, asked, on_this_day).then_some(on_this_day)
    })
}

/// The window on that day, as far as its hours allow it.
fn on_day(timing: Timing, batches: u32, asked: Asked<'_>, date: Date) -> Option<AllowedWindow> {
    let (zone, now) = (asked.place.zone, asked.place.now);
    let (opens, closes) = opening_hours(asked, date)?;
    let behind = i64::from(timing.stagger_minutes) * i64::from(batches.max(1) - 1);
    let least = MIN_WINDOW.checked_add(SignedDuration::from_mins(behind))?;
    let latest = closes.checked_sub(timing.redials_take()).ok()?;
    let latest = latest.min(later(now, MAX_AHEAD));
    let earliest = opens.max(later(now, START_AHEAD));
    let (wanted_start, wanted_end) = wanted(timing, date, zone, earliest, least);
    let (latest, wanted_end) = (at_half_hour(latest, zone, false), wanted_end.min(latest));
    let mut start = at_half_hour(earliest.max(wanted_start), zone, true);
    let mut end = at_half_hour(wanted_end, zone, false);
    if end.duration_since(start) < least {
        end = latest;
    }
    if end.duration_since(start) < least {
        start = at_half_hour(earliest, zone, true);
    }
    (end.duration_since(start) >= least).then(|| AllowedWindow {
        start: zone.to_datetime(start),
        end: zone.to_datetime(end),
    })
}

/// When the task was to call on that day: what it is for *Now* begins as soon as it can.
fn wanted(
    timing: Timing,
    date: Date,
    zone: &TimeZone,
    earliest: Timestamp,
    least: SignedDuration,
) -> (Timestamp, Timestamp) {
    let at = |time: Time, otherwise: Timestamp| {
        let zoned = zone.to_zoned(date.to_datetime(time));
        zoned.map_or(otherwise, |zoned| zoned.timestamp())
    };
    match timing.schedule {
        Schedule::Now => {
            let closes = at(OFFICE_CLOSES, Timestamp::MAX);
            let is_long_enough = closes.duration_since(earliest) >= least;
            (
                earliest,
                if is_long_enough {
                    closes
                } else {
                    Timestamp::MAX
                },
            )
        }
        Schedule::Later { start, end } => {
            let starts = at(start.time(), earliest);
            let same_day = start.date() == end.date();
            let ends = if same_day {
                at(end.time(), Timestamp::MAX)
            } else {
                Timestamp::MAX
            };
            (starts, ends)
        }
    }
}

/// The hours of that day that are allowed by every clock that counts.
fn opening_hours(asked: Asked<'_>, date: Date) -> Option<(Timestamp, Timestamp)> {
    let mut hours = (Timestamp::MIN, Timestamp::MAX);
    for (zone, _) in zones_asked(asked) {
        let day = Day::of(asked.rules, &zone, date)?;
        if day.closed.is_some() {
            return None;
        }
        hours = (hours.0.max(day.opens), hours.1.min(day.closes));
    }
    (hours.0 < hours.1).then_some(hours)
}

/// That half hour of the zone's clock or the next one, or the one before.
fn at_half_hour(at: Timestamp, zone: &TimeZone, is_next: bool) -> Timestamp {
    let offset = i64::from(zone.to_offset(at).seconds());
    let local = at.as_second().saturating_add(offset);
    let is_whole = local.rem_euclid(STEP) == 0 && at.subsec_nanosecond() == 0;
    let step = if is_next && !is_whole { STEP } else { 0 };
    let second = local - local.rem_euclid(STEP) + step - offset;
    Timestamp::from_second(second).unwrap_or(at)
}

/// Whether the task in that window keeps the rule: what is offered is asked like everything else.
fn keeps_the_rule(timing: Timing, batches: u32, asked: Asked<'_>, window: AllowedWindow) -> bool {
    let AllowedWindow { start, end } = window;
    let moved = Timing {
        schedule: Schedule::Later { start, end },
        ..timing
    };
    let (now, zone) = (asked.place.now, asked.place.zone);
    // In an hour that the clocks repeat, a time of it to come might be read as the one that has passed.
    let earliest = later(now, START_AHEAD);
    let is_to_come = zone
        .to_timestamp(start)
        .is_ok_and(|starts| starts >= earliest);
    is_to_come
        && moved.stagger_blocker(batches, now, zone).is_none()
        && verdict_of_spans(&moved.call_spans(batches, now, zone), asked).is_kept()
}
