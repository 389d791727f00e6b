//! Whether calls stay within the rule.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::closing::calls_end;
use super::holidays::unknown_years;
use super::next::{AllowedWindow, NoWindow, window_or_why};
use super::{CallSpan, CallingRules, OnHolidays, RuleAction, RuleSet, ZoneBasis};
use crate::countries::zones_of;
use crate::places::place_of_zone;
use crate::validate::{Place, Schedule, Timing, timing_of_form};
use crate::views::TaskForm;

/// What is wrong with a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BreachKind {
    /// It is before the hours.
    TooEarly,
    /// It is after the hours.
    TooLate,
    /// Only the last redial is after the hours.
    RedialTooLate,
    /// It is on a day of the week that is not among the days.
    Day,
    /// It is on the holiday of that name.
    Holiday(String),
}

impl BreachKind {
    /// Whether whoever went on outside of the rule because of the one knew of the other too: the hours are one thing, whichever end of them it
    /// is; the day of the week another, and each holiday one of its own.
    fn is_like(&self, other: &BreachKind) -> bool {
        let is_of_hours = |kind: &BreachKind| {
            matches!(
                kind,
                BreachKind::TooEarly | BreachKind::TooLate | BreachKind::RedialTooLate
            )
        };
        self == other || (is_of_hours(self) && is_of_hours(other))
    }
}

/// Calls could fall outside the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breach {
    /// What is wrong.
    pub kind: BreachKind,
    /// The number of the first batch whose calls could, from 1.
    pub batch: u32,
    /// The first such moment, by the clock of the place.
    pub at: DateTime,
    /// The place whose clock that is, in English: `Jayapura`.
    pub place: String,
}

/// What the rule says of calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The rule set that was asked.
    pub rule_set: RuleSet,
    /// Every way in which calls could fall outside it; none where they cannot.
    pub breaches: Vec<Breach>,
    /// The next window within the rule, where there are breaches and AIRudder plans as far ahead.
    pub next: Option<AllowedWindow>,
    /// Why there is none, where one was looked for.
    pub no_window: Option<NoWindow>,
    /// When the calls of a task that calls at once are stopped, where it keeps the rule or only begins before the hours; where its batches start
    /// apart, those of the first.
    pub calls_end: Option<Timestamp>,
    /// The years of the calls whose holidays are not known, where the rule allows no calls on holidays: any day of theirs counts as none.
    pub unknown_years: Vec<i16>,
}

impl Verdict {
    /// Whether no call can fall outside the rule.
    pub fn is_kept(&self) -> bool {
        self.breaches.is_empty()
    }

    /// Whether a reason that was given where those breaches were shown is one for these too: no other kind has come up since.
    pub fn is_known_from<'k>(&self, shown: impl Iterator<Item = &'k BreachKind> + Clone) -> bool {
        let was_shown = |breach: &Breach| shown.clone().any(|kind| kind.is_like(&breach.kind));
        self.breaches.iter().all(was_shown)
    }

    /// What the rule does about it; `None` where it is kept.
    pub fn action(&self) -> Option<RuleAction> {
        (!self.is_kept()).then_some(self.rule_set.action)
    }
}

/// Who asks, and where and when.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The rule, and the holidays.
    pub rules: &'a CallingRules,
    /// The time, and the account's zone.
    pub place: Place<'a>,
}

/// What the rule says of a task that is submitted now, cut into so many batches.
pub fn verdict(timing: Timing, batches: u32, asked: Asked<'_>) -> Verdict {
    let Place { now, zone, .. } = asked.place;
    let spans = timing.call_spans(batches, now, zone);
    let mut verdict = verdict_of_spans(&spans, asked);
    if timing.schedule == Schedule::Now {
        verdict.calls_end = calls_end(&verdict.breaches, asked);
    }
    verdict.unknown_years = unknown_years(&spans, asked);
    if !verdict.is_kept() {
        match window_or_why(timing, batches, asked) {
            Ok(window) => verdict.next = Some(window),
            Err(why) => verdict.no_window = Some(why),
        }
    }
    verdict
}

/// What the rule says of a form as typed, whose other settings may still be missing; `None` where its window has to be changed anyway.
pub fn verdict_of_form(form: &TaskForm, batches: u32, asked: Asked<'_>) -> Option<Verdict> {
    let timing = timing_of_form(form, asked.place.now, asked.place.zone)?;
    Some(verdict(timing, batches, asked))
}

/// What the rule says of calls in those spans; it looks for no other window.
pub fn verdict_of_spans(spans: &[CallSpan], asked: Asked<'_>) -> Verdict {
    let mut breaches = Vec::new();
    for (zone, place) in zones_asked(asked) {
        for span in spans {
            breaches_in_zone(asked.rules, &zone, &place, span, &mut breaches);
        }
    }
    Verdict {
        rule_set: asked.rules.rule_set.clone(),
        breaches,
        next: None,
        no_window: None,
        calls_end: None,
        unknown_years: Vec::new(),
    }
}

/// The zones by whose clocks the rule holds, with what people call them.
pub(super) fn zones_asked(asked: Asked<'_>) -> Vec<(TimeZone, String)> {
    let account = || {
        let Place {
            zone, zone_name, ..
        } = asked.place;
        (zone.clone(), place_of_zone(zone_name))
    };
    let rule_set = &asked.rules.rule_set;
    if rule_set.zones == ZoneBasis::Account {
        return vec![account()];
    }
    let mut zones: Vec<(TimeZone, String)> = Vec::new();
    for name in zones_of(rule_set.id.country) {
        let Ok(zone) = TimeZone::get(name) else {
            continue;
        };
        // Places with the same hours are told once, by the one of most people.
        let now = asked.place.now;
        let is_known = |(known, _): &(TimeZone, String)| same_hours(known, &zone, now);
        if !zones.iter().any(is_known) {
            zones.push((zone, place_of_zone(name)));
        }
    }
    match zones.is_empty() {
        true => vec![account()],
        false => zones,
    }
}

/// Whether two zones have the same hours for the days in which calls can be planned.
fn same_hours(one: &TimeZone, other: &TimeZone, now: Timestamp) -> bool {
    (-1..=8).all(|day| {
        let at = now.checked_add((day * 24).hours()).unwrap_or(now);
        one.to_offset(at) == other.to_offset(at)
    })
}

/// Adds what is wrong with a span by the clock of one zone, each kind once.
fn breaches_in_zone(
    rules: &CallingRules,
    zone: &TimeZone,
    place: &str,
    span: &CallSpan,
    breaches: &mut Vec<Breach>,
) {
    let mut add = |kind: BreachKind, at: Timestamp| {
        if breaches.iter().all(|breach| breach.kind != kind) {
            breaches.push(Breach {
                kind,
                batch: span.batch,
                at: zone.to_datetime(at),
                place: place.to_owned(),
            });
        }
    };
    let last = zone.to_datetime(span.last_redial).date();
    let mut date = zone.to_datetime(span.from).date();
    while date <= last {
        let Some(day) = Day::of(rules, zone, date) else {
            return;
        };
        let (from, to) = (span.from.max(day.begins), span.last_redial.min(day.ends));
        // The midnight at which a span ends belongs to the day before.
        if from < to || (from == to && span.from == span.last_redial) {
            match day.closed {
                Some(kind) => add(kind, from),
                None => {
                    if from < day.opens {
                        add(BreachKind::TooEarly, from);
                    }
                    if to > day.closes && span.ends.min(day.ends) <= day.closes {
                        add(BreachKind::RedialTooLate, to);
                    } else if to > day.closes {
                        // What goes on beyond the day is told by its last minute.
                        let last_minute = day.ends - SignedDuration::from_mins(1);
                        let at = match from > day.closes {
                            true => from,
                            false => span.ends.min(last_minute),
                        };
                        add(BreachKind::TooLate, at);
                    }
                }
            }
        }
        let Ok(next) = date.tomorrow() else { return };
        date = next;
    }
}

/// A day of a zone, as the rule has it.
pub(super) struct Day {
    pub begins: Timestamp,
    /// The midnight after it.
    pub ends: Timestamp,
    pub opens: Timestamp,
    pub closes: Timestamp,
    /// Why nobody may be called on it.
    pub closed: Option<BreachKind>,
}

impl Day {
    /// `None` beyond the calendar.
    pub fn of(rules: &CallingRules, zone: &TimeZone, date: Date) -> Option<Day> {
        let rule_set = &rules.rule_set;
        let midnight = |date: Date| {
            let zoned = date.to_zoned(zone.clone()).ok()?;
            Some(zoned.timestamp())
        };
        let (begins, ends) = (midnight(date)?, midnight(date.tomorrow().ok()?)?);
        // Of an hour that the clocks repeat, the narrower side counts.
        let opens = date.to_datetime(rule_set.hours.opens());
        let opens = match rule_set.hours.from() {
            0 => begins,
            _ => zone.to_ambiguous_zoned(opens).later().ok()?.timestamp(),
        };
        let closes = match rule_set.hours.closes() {
            None => ends,
            Some(time) => {
                let closes = zone.to_ambiguous_zoned(date.to_datetime(time));
                closes.earlier().ok()?.timestamp()
            }
        };
        Some(Day {
            begins,
            ends,
            opens,
            closes,
            closed: closed(rules, date),
        })
    }
}

fn closed(rules: &CallingRules, date: Date) -> Option<BreachKind> {
    if !rules.rule_set.days.contains(date.weekday()) {
        return Some(BreachKind::Day);
    }
    if rules.rule_set.on_holidays == OnHolidays::AsOtherDays {
        return None;
    }
    let mut holidays = rules.holidays.iter();
    let holiday = holidays.find(|holiday| holiday.date == date)?;
    Some(BreachKind::Holiday(holiday.name.clone()))
}
