//! When a task calls: at once, or within a window in the account's zone.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::moments::time_label;
use super::presets::{Preset, window_as_read};
use super::settings::{MAX_REDIAL_MINUTES, MAX_REDIALS};
use super::stagger::{MAX_STAGGER_MINUTES, Timing};
use super::text::{trimmed, whole_number};
use crate::views::{FormProblem, TaskForm};

/// Start and end lie within the next five days (provider's documentation).
pub(crate) const MAX_AHEAD: SignedDuration = SignedDuration::from_hours(5 * 24);

/// The end is at least this long after the start (provider's documentation).
pub(crate) const MIN_WINDOW: SignedDuration = SignedDuration::from_mins(30);

/// Characters of a day without a time: `2026-11-23`.
const DAY_LENGTH: usize = 10;

/// A start in the minute that is passing is not refused: forms have no seconds.
const GRACE: SignedDuration = SignedDuration::from_mins(1);

/// When a task calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "when", rename_all = "snake_case")]
pub enum Schedule {
    /// At once; the provider works out the window.
    Now,
    /// Within a window, both ends in the account's zone.
    Later {
        /// The first minute.
        start: DateTime,
        /// The last minute.
        end: DateTime,
    },
}

/// The moments of a form, whose other settings may still be missing; `None` where its window has to be changed anyway.
pub(crate) fn timing_of_form(form: &TaskForm, now: Timestamp, zone: &TimeZone) -> Option<Timing> {
    let small = |text: &str, most: u32| whole_number(text, 0, most).unwrap_or(0);
    Some(Timing {
        schedule: parse_schedule(form, now, zone).ok()?,
        stagger_minutes: u16::try_from(small(&form.stagger, MAX_STAGGER_MINUTES.into()))
            .unwrap_or(0),
        redials: u8::try_from(small(&form.redials, MAX_REDIALS.into())).unwrap_or(0),
        redial_minutes: u8::try_from(small(&form.redial_minutes, MAX_REDIAL_MINUTES.into()))
            .unwrap_or(0),
    })
}

/// The time as the provider's documentation writes it: `YYYY-MM-DD hh:mm:ss`, no offset.
pub fn wire_time(time: DateTime) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// Reads the inputs `when`, `start` and `end`, with `start_time` and `end_time`.
pub(super) fn parse_schedule(
    form: &TaskForm,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<Schedule, Vec<FormProblem>> {
    let form = window_as_read(form, now, zone);
    let sentence = match Preset::from_key(&form.when) {
        Some(Preset::Now) => return Ok(Schedule::Now),
        Some(Preset::Later) => return parse_window(&form.start, &form.end, now, zone),
        Some(Preset::Today | Preset::Tomorrow) => {
            "These hours are no longer possible. Choose again when to call."
        }
        None => "Choose when to call.",
    };
    Err(vec![FormProblem::new("when", sentence)])
}

/// The window as people read it: `Mon 23 Nov, 09:00–18:00`.
pub(crate) fn window_label(start: DateTime, end: DateTime, today: Date, zone: &TimeZone) -> String {
    let first = time_label(start, today);
    let window = if start.date() == end.date() {
        format!("{first}–{}", end.strftime("%H:%M"))
    } else {
        format!("{first} – {}", time_label(end, today))
    };
    let offset = |time: DateTime| {
        zone.to_ambiguous_zoned(time)
            .compatible()
            .map(|zoned| zoned.offset())
            .ok()
    };
    if offset(start) == offset(end) {
        window
    } else {
        format!("{window} (the clocks change in between)")
    }
}

/// A time of the account's zone, and the moment that it means. Of an hour that the clocks repeat it is the first.
struct Point {
    time: DateTime,
    at: Timestamp,
}

fn parse_window(
    start: &str,
    end: &str,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<Schedule, Vec<FormProblem>> {
    let start =
        parse_point(start, "start", zone).and_then(|start| within_reach(start, "start", now));
    let end = parse_point(end, "end", zone).and_then(|end| within_reach(end, "end", now));
    match (start, end) {
        (Ok(start), Ok(end)) if end.at.duration_since(start.at) < MIN_WINDOW => {
            let least = zone.to_datetime(later(start.at, MIN_WINDOW));
            let sentence = if later(start.at, MIN_WINDOW) > later(now, MAX_AHEAD) {
                "The window is shorter than 30 minutes. Choose an earlier start.".to_owned()
            } else {
                format!(
                    "The window is shorter than 30 minutes. Choose an end at {} or later.",
                    time_label(least, zone.to_datetime(now).date())
                )
            };
            Err(vec![FormProblem::new("end", sentence)])
        }
        (Ok(start), Ok(end)) => Ok(Schedule::Later {
            start: start.time,
            end: end.time,
        }),
        (start, end) => Err([start.err(), end.err()].into_iter().flatten().collect()),
    }
}

fn parse_point(text: &str, input: &str, zone: &TimeZone) -> Result<Point, FormProblem> {
    let text = trimmed(text);
    let missing = match text.len() {
        0 => Some((input.to_owned(), format!("Choose the {input} day."))),
        DAY_LENGTH => Some((format!("{input}_time"), format!("Choose the {input} time."))),
        _ => None,
    };
    if let Some((input, sentence)) = missing {
        return Err(FormProblem::new(&input, sentence));
    }
    let Some(time) = read_time(text) else {
        let sentence = format!("Write the {input} as 2026-11-23T09:00.");
        return Err(FormProblem::new(input, sentence));
    };
    let ambiguous = zone.to_ambiguous_zoned(time);
    let is_gap = matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. });
    match ambiguous.compatible() {
        Ok(zoned) if is_gap => {
            let sentence = format!(
                "The clocks skip {} on that day. Choose {} or another time.",
                time.strftime("%H:%M"),
                zoned.strftime("%H:%M")
            );
            Err(FormProblem::new(input, sentence))
        }
        Ok(zoned) => Ok(Point {
            time,
            at: zoned.timestamp(),
        }),
        Err(_) => Err(FormProblem::new(
            input,
            format!("The {input} is more than 5 days away. Choose an earlier one."),
        )),
    }
}

/// What `datetime-local` writes: `YYYY-MM-DDThh:mm`, seconds optional, a blank for the `T` allowed. The parser alone would
/// also take a day without a time, and offsets that we could not honour.
pub(super) fn read_time(text: &str) -> Option<DateTime> {
    let plain = text.bytes().enumerate().all(|(index, byte)| match index {
        4 | 7 => byte == b'-',
        10 => matches!(byte, b'T' | b' '),
        13 | 16 => byte == b':',
        _ => byte.is_ascii_digit(),
    });
    if plain && matches!(text.len(), 16 | 19) {
        text.parse().ok()
    } else {
        None
    }
}

fn within_reach(point: Point, input: &str, now: Timestamp) -> Result<Point, FormProblem> {
    let ahead = point.at.duration_since(now);
    if ahead < -GRACE {
        let sentence = format!("The {input} has passed. Choose a later time.");
        Err(FormProblem::new(input, sentence))
    } else if ahead > MAX_AHEAD {
        let sentence = format!("The {input} is more than 5 days away. Choose an earlier one.");
        Err(FormProblem::new(input, sentence))
    } else {
        Ok(point)
    }
}

pub(crate) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
