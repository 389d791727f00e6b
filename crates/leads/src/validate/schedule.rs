//! When a task calls: at once, or within a window in the account's zone.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use localization::Message;
use serde::{Deserialize, Serialize};

use super::moments::time_label;
use super::presets::{Preset, window_as_read};
use super::settings::{MAX_REDIAL_MINUTES, MAX_REDIALS};
use super::stagger::{MAX_STAGGER_MINUTES, Timing};
use super::text::trimmed;
use super::whole_number::whole_number;
use crate::messages::{form_problems, when};
use crate::views::{FormProblem, TaskForm};

/// Start and end lie within the next five days (provider's documentation).
pub const MAX_AHEAD: SignedDuration = SignedDuration::from_hours(5 * 24);

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
        Some(Preset::Today | Preset::Tomorrow) => form_problems::when_again(),
        None => form_problems::when(),
    };
    Err(vec![FormProblem::new("when", sentence)])
}

/// The window as people read it: `Mon 23 Nov, 09:00–18:00`.
pub(crate) fn window_label(
    start: DateTime,
    end: DateTime,
    today: Date,
    zone: &TimeZone,
) -> Message {
    let offset = |time: DateTime| {
        zone.to_ambiguous_zoned(time)
            .compatible()
            .map(|zoned| zoned.offset())
            .ok()
    };
    let clocks_change = offset(start) != offset(end);
    let first = time_label(start, today);
    if start.date() == end.date() {
        let last = Message::time(end.time());
        return match clocks_change {
            true => when::window_of_day_with_change(last, first),
            false => when::window_of_day(last, first),
        };
    }
    let last = time_label(end, today);
    match clocks_change {
        true => when::window_with_change(last, first),
        false => when::window(last, first),
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
        parse_point(start, End::Start, zone).and_then(|start| within_reach(start, End::Start, now));
    let end = parse_point(end, End::End, zone).and_then(|end| within_reach(end, End::End, now));
    match (start, end) {
        (Ok(start), Ok(end)) if end.at.duration_since(start.at) < MIN_WINDOW => {
            let least = zone.to_datetime(later(start.at, MIN_WINDOW));
            let minutes = MIN_WINDOW.as_mins();
            let sentence = if later(start.at, MIN_WINDOW) > later(now, MAX_AHEAD) {
                form_problems::window_earlier_start(minutes)
            } else {
                form_problems::window_later_end(
                    time_label(least, zone.to_datetime(now).date()),
                    minutes,
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

/// One of the two ends of a window.
#[derive(Clone, Copy)]
enum End {
    Start,
    End,
}

impl End {
    const fn input(self) -> &'static str {
        match self {
            End::Start => "start",
            End::End => "end",
        }
    }

    const fn time_input(self) -> &'static str {
        match self {
            End::Start => "start_time",
            End::End => "end_time",
        }
    }

    fn without_day(self) -> FormProblem {
        let sentence = match self {
            End::Start => form_problems::start_day(),
            End::End => form_problems::end_day(),
        };
        FormProblem::new(self.input(), sentence)
    }

    fn without_time(self) -> FormProblem {
        let sentence = match self {
            End::Start => form_problems::start_time(),
            End::End => form_problems::end_time(),
        };
        FormProblem::new(self.time_input(), sentence)
    }

    fn unreadable(self) -> FormProblem {
        let sentence = match self {
            End::Start => form_problems::write_start(EXAMPLE),
            End::End => form_problems::write_end(EXAMPLE),
        };
        FormProblem::new(self.input(), sentence)
    }

    fn passed(self) -> FormProblem {
        let sentence = match self {
            End::Start => form_problems::start_passed(),
            End::End => form_problems::end_passed(),
        };
        FormProblem::new(self.input(), sentence)
    }

    fn far(self) -> FormProblem {
        let days = MAX_AHEAD.as_hours() / 24;
        let sentence = match self {
            End::Start => form_problems::start_far(days),
            End::End => form_problems::end_far(days),
        };
        FormProblem::new(self.input(), sentence)
    }
}

/// How a time is written in a form.
const EXAMPLE: &str = "2026-11-23T09:00";

fn parse_point(text: &str, end: End, zone: &TimeZone) -> Result<Point, FormProblem> {
    let text = trimmed(text);
    match text.len() {
        0 => return Err(end.without_day()),
        DAY_LENGTH => return Err(end.without_time()),
        _ => {}
    }
    let time = read_time(text).ok_or_else(|| end.unreadable())?;
    let ambiguous = zone.to_ambiguous_zoned(time);
    let is_gap = matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. });
    match ambiguous.compatible() {
        Ok(zoned) if is_gap => {
            let (next, skipped) = (Message::time(zoned.time()), Message::time(time.time()));
            let sentence = form_problems::skipped_by_clocks(next, skipped);
            Err(FormProblem::new(end.input(), sentence))
        }
        Ok(zoned) => Ok(Point {
            time,
            at: zoned.timestamp(),
        }),
        Err(_) => Err(end.far()),
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

fn within_reach(point: Point, end: End, now: Timestamp) -> Result<Point, FormProblem> {
    let ahead = point.at.duration_since(now);
    if ahead < -GRACE {
        Err(end.passed())
    } else if ahead > MAX_AHEAD {
        Err(end.far())
    } else {
        Ok(point)
    }
}

pub(crate) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
