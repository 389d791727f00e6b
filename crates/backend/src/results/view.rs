//! The results of a task as they are shown: all that is counted.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use leads::TaskSettings;
use leads::results::classify::CallGroup;
use leads::results::hour::LocalHour;
use leads::results::meaning::{Meanings, canonical_letter};
use leads::results::ring::RingClass;
use leads::results::talk::TalkClass;
use leads::views::{AsOf, HourLine, ResultLine, ResultsView, TalkLine};
use localization::Message;

use crate::accounts::Account;
use crate::ids::TaskId;
use crate::store::results::{CallsOfTask, CountRecord, ResultsRecord};

/// Below this share of calls that are over nobody can say when the others will be, in per cent.
const LEAST_OVER: u64 = 10;

/// What is counted of a task.
pub(crate) struct Counted<'a> {
    pub task: TaskId,
    pub settings: &'a TaskSettings,
    pub account: &'a Account,
    pub now: Timestamp,
}

impl<'a> Counted<'a> {
    /// A task as the page of its calls reads it.
    pub fn of(id: TaskId, task: &'a CallsOfTask, account: &'a Account, now: Timestamp) -> Self {
        Counted {
            task: id,
            settings: &task.settings,
            account,
            now,
        }
    }
}

impl Counted<'_> {
    /// The results of a task.
    pub fn results(&self, record: &ResultsRecord) -> ResultsView {
        let counts = &record.counts;
        let sum = |of: fn(&CountRecord) -> u32| counts.iter().map(of).sum::<u32>();
        let tally = record.list.tally();
        ResultsView {
            task: self.task.to_string(),
            listed: tally.all(),
            list: leads::launch_lines(tally, self.account.settings.cooldown_days),
            sent: sum(|count| count.calls),
            dialled: sum(|count| count.dialled),
            reached: sum(|count| count.reached),
            groups: groups(record),
            results: self.result_lines(record),
            not_reached: not_reached(record),
            hours: hours(counts, self.account.zone(), self.now),
            talk: talk(counts),
            talk_seconds: counts.iter().map(|count| count.talk_seconds).sum(),
            talks: counts
                .iter()
                .filter(|count| count.talk_from.is_some())
                .map(|count| count.calls)
                .sum(),
            has_redials: self.settings.redials > 0,
            shared_notes: record.polls.iter().map(|poll| poll.shared_notes).sum(),
            strangers: record
                .polls
                .iter()
                .flat_map(|poll| poll.strangers.iter().cloned())
                .collect(),
            // What is asked for again is read by the newest names with its next answer.
            is_renamed: record.is_renamed && record.polls.iter().all(|poll| poll.due_at.is_none()),
            as_of: self.as_of(record),
        }
    }

    /// The robots of the calls.
    pub(super) fn robots<'r>(&'r self, record: &'r ResultsRecord) -> BTreeSet<&'r str> {
        let counts = record.counts.iter();
        counts
            .map(|count| count.robot_id.as_deref().unwrap_or(&self.settings.robot_id))
            .collect()
    }

    /// What people said, robot by robot in the order of its results; what has no name follows.
    fn result_lines(&self, record: &ResultsRecord) -> Vec<ResultLine> {
        let mut lines: BTreeMap<(&str, u16, String), ResultLine> = BTreeMap::new();
        let several = self.robots(record).len() > 1;
        for count in &record.counts {
            let is_result = count.letter.is_some() || count.call_group == CallGroup::NoResult;
            if !is_result {
                continue;
            }
            let robot = count.robot_id.as_deref().unwrap_or(&self.settings.robot_id);
            let letter = count.letter.as_deref().map(canonical_letter);
            let meaning = letter
                .as_deref()
                .and_then(|letter| meanings_of(record, robot)?.of(letter));
            // What has no place of its own comes behind all that have one.
            let place = meaning.map_or(u16::MAX, |meaning| meaning.order);
            let key = (robot, place, letter.clone().unwrap_or_default());
            let line = lines.entry(key).or_insert_with(|| ResultLine {
                letter,
                name: meaning.map(|meaning| meaning.name.clone()),
                group: count.call_group,
                robot: robot.to_owned(),
                robot_name: several.then(|| robot_name(record, robot)),
                calls: 0,
            });
            line.calls += count.calls;
        }
        lines.into_values().collect()
    }

    /// As of when the results are, and how it goes on.
    fn as_of(&self, record: &ResultsRecord) -> AsOf {
        let (zone, now, polls) = (self.account.zone(), self.now, &record.polls);
        let told = last_told(record);
        let due = polls.iter().filter_map(|poll| poll.due_at).min();
        let is_over = |count: &&CountRecord| count.call_group.is_over();
        let over: u32 = record
            .counts
            .iter()
            .filter(is_over)
            .map(|count| count.calls)
            .sum();
        let all: u32 = record.counts.iter().map(|count| count.calls).sum();
        let next = due.map(|due| due.max(now));
        let left = next.map_or(0, |next| next.duration_since(now).as_secs());
        AsOf {
            told: told.map(|at| with_seconds(at, now, zone)),
            told_in_full: told
                .map(|at| AsOf::in_full(zone.to_datetime(at), &self.account.zone_label(at))),
            next: next.map(|at| with_seconds(at, now, zone)),
            seconds_left: u32::try_from(left).unwrap_or(0),
            failures: polls.iter().map(|poll| poll.failures).max().unwrap_or(0),
            open: if due.is_some() { all - over } else { 0 },
            expected_end: told
                .zip(record.first_dial)
                .filter(|_| due.is_some())
                .and_then(|(told, first)| expected_end(first, told, over, all))
                .map(|end| leads::coming_moment(end.max(now), now, zone)),
        }
    }
}

/// When the provider last told of the calls: its oldest answer, since all numbers are at least as new. `None` before it has told of each
/// batch.
pub(super) fn last_told(record: &ResultsRecord) -> Option<Timestamp> {
    let polls = record.polls.iter();
    let answers: Option<Vec<Timestamp>> = polls.map(|poll| poll.asked_at).collect();
    answers?.into_iter().min()
}

/// When all are over if the others take as long as those that are; `None` where too few are, or all.
fn expected_end(first: Timestamp, told: Timestamp, over: u32, all: u32) -> Option<Timestamp> {
    let (over, all) = (u64::from(over), u64::from(all));
    if over >= all || over * 100 < all * LEAST_OVER {
        return None;
    }
    let so_far = u64::try_from(told.duration_since(first).as_secs()).ok()?;
    let left = i64::try_from(so_far * (all - over) / over).ok()?;
    told.checked_add(SignedDuration::from_secs(left)).ok()
}

fn groups(record: &ResultsRecord) -> Vec<(CallGroup, u32)> {
    let mut counts: BTreeMap<CallGroup, u32> = BTreeMap::new();
    for count in &record.counts {
        *counts.entry(count.call_group).or_default() += count.calls;
    }
    counts.into_iter().collect()
}

/// How the numbers rang that were not reached, most of them first.
fn not_reached(record: &ResultsRecord) -> Vec<(RingClass, u32)> {
    let mut counts: BTreeMap<RingClass, u32> = BTreeMap::new();
    let not_reached = |count: &&CountRecord| count.call_group == CallGroup::NotReached;
    for count in record.counts.iter().filter(not_reached) {
        let ring = count.ring.unwrap_or(RingClass::Other);
        *counts.entry(ring).or_default() += count.calls;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(ring, count)| (std::cmp::Reverse(*count), *ring));
    counts
}

pub(super) fn meanings_of<'a>(record: &'a ResultsRecord, robot: &str) -> Option<&'a Meanings> {
    let mut robots = record.meanings.iter();
    let found = robots.find(|meanings| meanings.robot_id == robot)?;
    Some(&found.meanings)
}

pub(super) fn robot_name(record: &ResultsRecord, robot: &str) -> String {
    let mut robots = record.robots.iter();
    let known = robots.find(|known| known.robot_id == robot);
    known.map_or_else(|| robot.to_owned(), |known| known.name.clone())
}

/// `14:32:10`, with the day where that is not today.
fn with_seconds(at: Timestamp, now: Timestamp, zone: &TimeZone) -> Message {
    AsOf::with_seconds(zone.to_datetime(at), zone.to_datetime(now).date())
}

/// The hours of the account in which numbers were dialled last, from the first to the last. An hour that a change of clocks repeats is
/// one; one that it skips has no line.
fn hours(counts: &[CountRecord], zone: &TimeZone, now: Timestamp) -> Vec<HourLine> {
    let mut hours: BTreeMap<LocalHour, (Timestamp, HourLine)> = BTreeMap::new();
    for count in counts {
        let Some(at) = count.half_hour else { continue };
        let hour = LocalHour::of(at, zone);
        let (_, line) = hours.entry(hour).or_insert_with(|| {
            let line = HourLine {
                hour,
                ..HourLine::default()
            };
            (at, line)
        });
        line.calls += count.calls;
        line.reached += count.reached;
        if !count.call_group.is_over() {
            line.open += count.calls - count.reached;
        }
    }
    let days = hours.keys().map(|hour| hour.date());
    let several = days.clone().min() != days.max();
    let lines = hours.into_values().map(|(at, line)| HourLine {
        day: several.then(|| leads::day(at, now, zone)),
        ..line
    });
    lines.collect()
}

fn talk(counts: &[CountRecord]) -> Vec<TalkLine> {
    let lines = TalkClass::ALL.into_iter().map(|class| TalkLine {
        class,
        calls: counts
            .iter()
            .filter(|count| count.talk_from == Some(class.first_second()))
            .map(|count| count.calls)
            .sum(),
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls whose last dials began in the half hours at those moments, with how many were reached.
    fn counted(calls: &[(&str, u32, u32)]) -> Vec<CountRecord> {
        let counts = calls.iter().map(|(half_hour, calls, reached)| CountRecord {
            robot_id: None,
            call_group: CallGroup::NotReached,
            letter: None,
            ring: None,
            half_hour: Some(half_hour.parse().unwrap()),
            talk_from: None,
            calls: *calls,
            dialled: *calls,
            reached: *reached,
            talk_seconds: 0,
        });
        counts.collect()
    }

    fn hours_in(zone: &str, calls: &[(&str, u32, u32)]) -> Vec<(String, u32)> {
        let zone = TimeZone::get(zone).unwrap();
        let now = "2026-12-30T12:00:00Z".parse().unwrap();
        let lines = hours(&counted(calls), &zone, now);
        let named = |line: HourLine| {
            let day = line.day.map(|day| format!("{day} ")).unwrap_or_default();
            (format!("{day}{}", line.hour.time()), line.calls)
        };
        lines.into_iter().map(named).collect()
    }

    #[test]
    fn hours_are_those_of_the_account_in_each_of_its_zones() {
        let calls = [
            ("2026-11-27T02:30:00Z", 5, 1),
            ("2026-11-27T03:00:00Z", 7, 2),
        ];
        for (zone, lines) in [
            ("Asia/Manila", vec![("10:00", 5), ("11:00", 7)]),
            ("Asia/Jakarta", vec![("09:00", 5), ("10:00", 7)]),
            // Half an hour off: both half hours are of the same hour there.
            ("Asia/Kolkata", vec![("08:00", 12)]),
            ("America/Mexico_City", vec![("20:00", 5), ("21:00", 7)]),
        ] {
            let lines: Vec<(String, u32)> = lines
                .into_iter()
                .map(|(hour, calls)| (hour.to_owned(), calls))
                .collect();
            assert_eq!(hours_in(zone, &calls), lines, "{zone}");
        }
    }

    #[test]
    fn midnight_begins_another_day() {
        let calls = [
            ("2026-11-27T16:30:00Z", 3, 0),
            ("2026-11-27T17:00:00Z", 4, 0),
        ];
        assert_eq!(
            hours_in("Asia/Jakarta", &calls),
            [
                ("Fri 27 Nov 23:00".to_owned(), 3),
                ("Sat 28 Nov 00:00".to_owned(), 4)
            ]
        );
    }

    #[test]
    fn an_hour_that_clocks_repeat_is_one_and_one_that_they_skip_has_no_line() {
        // In Tijuana clocks went back from 02:00 to 01:00 on 1 November 2026, and forward from 02:00 to 03:00 on 8 March.
        let twice = [
            ("2026-11-01T08:00:00Z", 1, 0),
            ("2026-11-01T09:00:00Z", 2, 0),
            ("2026-11-01T10:00:00Z", 4, 0),
        ];
        let lines = hours_in("America/Tijuana", &twice);
        assert_eq!(lines, [("01:00".to_owned(), 3), ("02:00".to_owned(), 4)]);
        let skipped = [
            ("2026-03-08T09:30:00Z", 1, 0),
            ("2026-03-08T10:00:00Z", 2, 0),
        ];
        let lines = hours_in("America/Tijuana", &skipped);
        assert_eq!(lines, [("01:00".to_owned(), 1), ("03:00".to_owned(), 2)]);
    }
}
