//! When a task calls: at once, or within a window in the account's zone.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::moments::time_label;
use super::text::trimmed;
use crate::views::FormProblem;

/// Start and end lie within the next five days (provider's documentation).
pub(super) const MAX_AHEAD: SignedDuration = SignedDuration::from_hours(5 * 24);

/// The end is at least this long after the start (provider's documentation).
pub(super) const MIN_WINDOW: SignedDuration = SignedDuration::from_mins(30);

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

/// The earliest start and the latest end that may be chosen, in the zone, as `datetime-local` writes them: whole minutes,
/// the earliest rounded up.
pub fn schedule_bounds(now: Timestamp, zone: &TimeZone) -> (String, String) {
    let write = |at: Timestamp| {
        at.to_zoned(zone.clone())
            .strftime("%Y-%m-%dT%H:%M")
            .to_string()
    };
    let next_minute = SignedDuration::from_secs(60 - (now.as_second().rem_euclid(60)));
    let earliest = if now.as_second().rem_euclid(60) == 0 && now.subsec_nanosecond() == 0 {
        now
    } else {
        later(now, next_minute)
    };
    (write(earliest), write(later(now, MAX_AHEAD)))
}

/// The time as the provider's documentation writes it: `YYYY-MM-DD hh:mm:ss`, no offset.
pub fn wire_time(time: DateTime) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// Reads the inputs `when`, `start` and `end`.
pub(super) fn parse_schedule(
    when: &str,
    start: &str,
    end: &str,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<Schedule, Vec<FormProblem>> {
    match trimmed(when) {
        "now" => Ok(Schedule::Now),
        "later" => parse_window(start, end, now, zone),
        _ => Err(vec![FormProblem::new("when", "Choose Now or Later.")]),
    }
}

/// The window as people read it: `Mon 23 Nov, 09:00–18:00`.
pub(super) fn window_label(start: DateTime, end: DateTime, today: Date, zone: &TimeZone) -> String {
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
    if text.is_empty() {
        return Err(FormProblem::new(
            input,
            format!("Enter the {input} day and time."),
        ));
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
fn read_time(text: &str) -> Option<DateTime> {
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

pub(super) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-22T15:04:40Z";

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).expect("an IANA name")
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("RFC 3339")
    }

    /// In Mexico City, where it is 22 November 2026, 09:04:40.
    fn window(start: &str, end: &str) -> Result<Schedule, Vec<(String, String)>> {
        window_in("America/Mexico_City", NOW, start, end)
    }

    fn window_in(
        place: &str,
        now: &str,
        start: &str,
        end: &str,
    ) -> Result<Schedule, Vec<(String, String)>> {
        parse_schedule("later", start, end, at(now), &zone(place)).map_err(|problems| {
            problems
                .into_iter()
                .map(|problem| (problem.input, problem.sentence))
                .collect()
        })
    }

    fn inputs(outcome: Result<Schedule, Vec<(String, String)>>) -> Vec<String> {
        let problems = outcome.expect_err("something is wrong");
        problems.into_iter().map(|(input, _)| input).collect()
    }

    #[test]
    fn a_window_within_five_days_is_kept_in_the_accounts_zone() {
        let schedule = window("2026-11-23T09:00", "2026-11-23 18:00:00").expect("a window");
        let Schedule::Later { start, end } = schedule else {
            panic!("{schedule:?}");
        };
        assert_eq!(wire_time(start), "2026-11-23 09:00:00");
        assert_eq!(wire_time(end), "2026-11-23 18:00:00");
    }

    #[test]
    fn the_window_may_start_in_the_passing_minute_and_end_on_the_last() {
        assert!(window("2026-11-22T09:04", "2026-11-22T09:34").is_ok());
        assert!(window("2026-11-22T10:00", "2026-11-27T09:04").is_ok());
        assert_eq!(
            inputs(window("2026-11-22T09:03", "2026-11-22T09:34")),
            ["start"]
        );
        assert_eq!(
            inputs(window("2026-11-22T10:00", "2026-11-27T09:05")),
            ["end"]
        );
        assert_eq!(
            inputs(window("2026-11-22T10:00", "2026-11-22T10:29")),
            ["end"]
        );
    }

    #[test]
    fn both_ends_are_validated() {
        assert_eq!(inputs(window("", "")), ["start", "end"]);
        assert_eq!(
            inputs(window("2026-11-21T10:00", "2026-12-21T10:00")),
            ["start", "end"]
        );
        for text in [
            "tomorrow",
            "2026-11-23",
            "2026-11-23T25:00",
            "2026-11-23T10:00Z",
            "12026-11-23T10:00",
            "２０26-11-23T10:0",
        ] {
            assert_eq!(
                inputs(window(text, "2026-11-23T18:00")),
                ["start"],
                "{text}"
            );
        }
    }

    #[test]
    fn an_end_before_the_start_says_from_when_on_it_may_be() {
        let problems = window("2026-11-23T23:45", "2026-11-23T18:00").expect_err("backwards");
        assert_eq!(
            problems,
            [(
                "end".to_owned(),
                "The window is shorter than 30 minutes. Choose an end at Tue 24 Nov, 00:15 or later."
                    .to_owned()
            )]
        );
        let problems = window("2026-11-27T09:00", "2026-11-27T09:04").expect_err("no room");
        assert!(problems[0].1.contains("earlier start"), "{problems:?}");
    }

    #[test]
    fn a_time_that_the_clocks_skip_does_not_exist() {
        let problems = window_in(
            "America/Tijuana",
            "2026-03-06T12:00:00Z",
            "2026-03-08T02:30",
            "2026-03-08T09:00",
        );
        let sentence = "The clocks skip 02:30 on that day. Choose 03:30 or another time.";
        assert_eq!(
            problems,
            Err(vec![("start".to_owned(), sentence.to_owned())])
        );
    }

    #[test]
    fn of_a_repeated_hour_the_first_is_meant() {
        let window = |start, end| window_in("America/Tijuana", "2026-10-31T12:00:00Z", start, end);
        assert!(window("2026-11-01T00:45", "2026-11-01T01:15").is_ok());
        assert_eq!(
            inputs(window("2026-11-01T00:50", "2026-11-01T01:15")),
            ["end"]
        );
    }

    #[test]
    fn now_needs_no_times_and_no_choice_is_a_problem() {
        let zone = zone("Asia/Jakarta");
        let parse = |when| parse_schedule(when, "", "", at(NOW), &zone);
        assert_eq!(parse("now"), Ok(Schedule::Now));
        assert_eq!(
            parse("").map_err(|problems| problems[0].input.clone()),
            Err("when".to_owned())
        );
    }

    #[test]
    fn the_bounds_are_whole_minutes_that_pass() {
        let bounds = schedule_bounds(at(NOW), &zone("America/Mexico_City"));
        assert_eq!(
            bounds,
            ("2026-11-22T09:05".to_owned(), "2026-11-27T09:04".to_owned())
        );
        assert!(window(&bounds.0, &bounds.1).is_ok());
        let (earliest, _) = schedule_bounds(at("2026-11-22T15:04:00Z"), &zone("Asia/Kolkata"));
        assert_eq!(earliest, "2026-11-22T20:34");
    }

    #[test]
    fn a_window_is_written_with_its_days() {
        let time = |text: &str| text.parse::<DateTime>().expect("a time");
        let tijuana = zone("America/Tijuana");
        for (start, end, label) in [
            (
                "2026-11-23T09:00",
                "2026-11-23T18:00",
                "Mon 23 Nov, 09:00–18:00",
            ),
            (
                "2026-11-23T09:00",
                "2026-11-24T18:00",
                "Mon 23 Nov, 09:00 – Tue 24 Nov, 18:00",
            ),
            (
                "2026-11-01T00:30",
                "2026-11-01T09:00",
                "Sun 1 Nov, 00:30–09:00 (the clocks change in between)",
            ),
        ] {
            let today = time("2026-11-22T09:00").date();
            assert_eq!(window_label(time(start), time(end), today, &tijuana), label);
        }
        let (start, end) = (time("2026-11-23T09:00"), time("2026-11-23T18:00"));
        assert_eq!(
            window_label(start, end, time("2027-11-22T09:00").date(), &tijuana),
            "23 Nov 2026, 09:00–18:00"
        );
    }

    #[test]
    fn a_schedule_is_read_back_as_it_was_written() {
        for schedule in [
            Schedule::Now,
            window("2026-11-23T09:00", "2026-11-23T18:00").expect("a window"),
        ] {
            let json = serde_json::to_string(&schedule).expect("JSON");
            assert_eq!(serde_json::from_str::<Schedule>(&json).ok(), Some(schedule));
        }
    }
}
