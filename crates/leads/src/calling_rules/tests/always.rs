//! Whatever is planned: where the rule is said to be kept, no moment in which a call can fall is outside of it, by a reading of the rule
//! that shares nothing with the one that is tested.

use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;

use super::super::*;
use crate::validate::{Place, Schedule, Timing};
use crate::views::TaskForm;

/// Where calls are planned, around which day, and by how many hours the clocks change between its noon and the noon before.
const PLACES: [(&str, Date, i8); 8] = [
    ("Asia/Jakarta", date(2026, 3, 8), 0),
    ("Asia/Kolkata", date(2026, 11, 1), 0),
    ("Pacific/Apia", date(2026, 4, 5), 0),
    // 02:00 to 03:00 is skipped, and 01:00 to 02:00 is there twice.
    ("America/Tijuana", date(2026, 3, 8), 1),
    ("America/Tijuana", date(2026, 11, 1), -1),
    // The last hour of the day before is there twice, and the first of the day is skipped.
    ("America/Santiago", date(2026, 4, 5), -1),
    ("America/Santiago", date(2026, 9, 6), 1),
    // The first hour of the day is there twice.
    ("Atlantic/Azores", date(2026, 10, 25), -1),
];

#[test]
fn the_clocks_change_on_the_days_of_the_places() {
    for (zone, day, hours) in PLACES {
        let zone = TimeZone::get(zone).expect("an IANA name");
        let offset = |day: Date| {
            let noon = day.at(12, 0, 0, 0);
            let noon = zone.to_timestamp(noon).expect("a moment");
            zone.to_offset(noon).seconds()
        };
        let before = offset(day.saturating_sub(1.day()));
        assert_eq!(offset(day) - before, i32::from(hours) * 3_600, "{day}");
    }
}

fn minute_of(local: &DateTime) -> i32 {
    i32::from(local.hour()) * 60 + i32::from(local.minute())
}

/// Whether somebody whose clock is that of the zone may be called at that moment.
fn may_be_called(rules: &CallingRules, zone: &TimeZone, at: Timestamp) -> bool {
    let local = zone.to_datetime(at);
    let minute = minute_of(&local);
    let seconds = i32::from(local.second()) + local.subsec_nanosecond().min(1);
    let hours = rules.rule_set.hours;
    let (from, to) = (i32::from(hours.from()), i32::from(hours.to()));
    let in_hours = minute >= from && (minute < to || (minute == to && seconds == 0));
    let is_holiday = rules
        .holidays
        .iter()
        .any(|holiday| holiday.date == local.date());
    let day = local.date().weekday();
    in_hours && rules.rule_set.days.contains(day) && !is_holiday
}

fn zones_of_rule(rules: &CallingRules, account: &TimeZone) -> Vec<TimeZone> {
    let indonesian = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];
    match rules.rule_set.zones {
        ZoneBasis::Account => vec![account.clone()],
        ZoneBasis::Strictest => indonesian
            .iter()
            .map(|name| TimeZone::get(name).expect("an IANA name"))
            .collect(),
    }
}

/// Every moment at which a call of the task can begin, minute by minute.
fn moments(timing: Timing, batches: u32, now: Timestamp, zone: &TimeZone) -> Vec<Timestamp> {
    let minutes = |count: i64| SignedDuration::from_mins(count);
    let redials = i64::from(timing.redials) * i64::from(timing.redial_minutes);
    let spans: Vec<(Timestamp, Timestamp)> = match timing.schedule {
        Schedule::Now => (0..batches)
            .map(|batch| {
                let sent = now + minutes(i64::from(timing.stagger_minutes) * i64::from(batch));
                (sent, sent + minutes(30 + redials))
            })
            .collect(),
        Schedule::Later { start, end } => {
            let starts = zone.to_timestamp(start).expect("a moment");
            // Of an hour that is there twice, the end might be the second.
            let ends = zone.to_ambiguous_zoned(end).later();
            let ends = ends.expect("a moment").timestamp();
            vec![(starts, ends + minutes(redials))]
        }
    };
    let mut all = Vec::new();
    for (from, to) in spans {
        let mut at = from;
        while at < to {
            all.push(at);
            at += minutes(1);
        }
        all.push(to);
    }
    all
}

/// Minutes of a day, one half of them in the hours in which clocks change.
fn any_minute(of_day: std::ops::Range<u16>) -> impl Strategy<Value = u16> {
    prop_oneof![of_day, 0u16..210]
}

prop_compose! {
    fn any_rules(around: Date)(
        days in 1u8..=0b111_1111,
        from in any_minute(0..1_380),
        long in prop_oneof![30u16..1_440, 30u16..180],
        strictest in any::<bool>(),
        holidays in prop::collection::vec(0i64..9, 0..3),
    ) -> CallingRules {
        let mut rule_set = super::rule(days, 0, 1);
        rule_set.hours = Hours::new(from, (from + long).min(1_440)).expect("hours");
        rule_set.zones = if strictest { ZoneBasis::Strictest } else { ZoneBasis::Account };
        let first = around.saturating_sub(3.days());
        let holidays = holidays.into_iter().map(|day| Holiday {
            date: first.saturating_add(day.days()),
            name: "Feast".to_owned(),
        });
        CallingRules { rule_set, holidays: holidays.collect() }
    }
}

prop_compose! {
    /// From the noon two days before that day on; one half of the windows begins in the night before it, in which clocks change.
    fn any_timing(around: Date)(
        is_now in any::<bool>(),
        start in prop_oneof![0i64..(4 * 48), 68i64..82],
        half_hours in prop_oneof![1i64..60, 1i64..6],
        stagger_minutes in 0u16..=240,
        redials in 0u8..=15,
        redial_minutes in 0u8..=30,
    ) -> Timing {
        let first: DateTime = around.saturating_sub(2.days()).at(12, 0, 0, 0);
        let start = first + (start * 30).minutes();
        let end = start + (half_hours * 30).minutes();
        Timing {
            schedule: if is_now { Schedule::Now } else { Schedule::Later { start, end } },
            stagger_minutes,
            redials,
            redial_minutes,
        }
    }
}

prop_compose! {
    /// From the midnight two days before that day on; one half of them from 22:30 to 03:30 in the night before it.
    fn any_now(zone: TimeZone, around: Date)(
        minutes in prop_oneof![0i64..(3 * 1_440), (2_880i64 - 90)..(2_880 + 210)],
    ) -> Timestamp {
        let first = around.saturating_sub(2.days()).at(0, 0, 0, 0);
        zone.to_timestamp(first).expect("a moment") + SignedDuration::from_mins(minutes)
    }
}

/// Calls that are planned in a place, by rules and at a moment.
#[derive(Clone, Debug)]
struct Planned {
    zone_name: &'static str,
    rules: CallingRules,
    timing: Timing,
    now: Timestamp,
}

fn any_planned() -> impl Strategy<Value = Planned> {
    (0..PLACES.len()).prop_flat_map(|place| {
        let (zone_name, around, _) = PLACES[place];
        let zone = TimeZone::get(zone_name).expect("an IANA name");
        let all = (any_rules(around), any_timing(around), any_now(zone, around));
        all.prop_map(move |(rules, timing, now)| Planned {
            zone_name,
            rules,
            timing,
            now,
        })
    })
}

proptest! {
    #[test]
    fn no_call_can_fall_outside_a_rule_that_is_kept(
        planned in any_planned(),
        batches in 1u32..4,
    ) {
        let Planned { zone_name, rules, timing, now } = planned;
        let zone = TimeZone::get(zone_name).expect("an IANA name");
        let asked = Asked {
            rules: &rules,
            place: Place { now, zone: &zone, zone_name },
        };
        let verdict = verdict(timing, batches, asked);
        let zones = zones_of_rule(&rules, &zone);
        let is_allowed = |at: &Timestamp| zones.iter().all(|zone| {
            // The end of a day is its own, where the hours go on to it.
            may_be_called(&rules, zone, *at) || may_be_called(&rules, zone, *at - SignedDuration::from_nanos(1))
                && rules.rule_set.hours.to() == 1_440
        });
        let all = moments(timing, batches, now, &zone);
        let outside = all.iter().copied().find(|at| !is_allowed(at));
        if verdict.is_kept() {
            prop_assert_eq!(outside, None, "{:?}", rules);
        } else {
            // Of an hour that the clocks repeat the narrower side counts: only on such a day may a breach be said of what is none.
            let day = SignedDuration::from_hours(24);
            let changes = zones.iter().any(|zone| {
                all.iter().any(|at| zone.to_offset(*at - day) != zone.to_offset(*at + day))
            });
            prop_assert!(outside.is_some() || changes, "{:?} {:?}", rules, verdict.breaches);
        }
        if let Some(next) = verdict.next {
            let moved = Timing { schedule: Schedule::Later { start: next.start, end: next.end }, ..timing };
            let outside = moments(moved, batches, now, &zone).into_iter().find(|at| !is_allowed(at));
            prop_assert_eq!(outside, None, "{:?} {:?}", rules, next);
            let starts = zone.to_timestamp(next.start).expect("a moment");
            prop_assert!(starts >= now && moved.stagger_blocker(batches, now, &zone).is_none());
            // The form takes it as it is offered, and by the same function it keeps the rule.
            let typed = TaskForm {
                stagger: timing.stagger_minutes.to_string(),
                redials: timing.redials.to_string(),
                redial_minutes: timing.redial_minutes.to_string(),
                ..TaskForm::default()
            };
            let form = crate::with_chosen_window(typed, next.start, next.end);
            let taken = verdict_of_form(&form, batches, asked);
            prop_assert!(taken.is_some_and(|verdict| verdict.is_kept()), "{:?} {:?}", rules, next);
        }
    }

    #[test]
    fn what_begins_at_once_is_stopped_at_the_first_moment_outside(
        planned in any_planned(),
        redials in 0u8..=15,
    ) {
        let Planned { zone_name, rules, now, .. } = planned;
        let zone = TimeZone::get(zone_name).expect("an IANA name");
        let asked = Asked {
            rules: &rules,
            place: Place { now, zone: &zone, zone_name },
        };
        let at_once = Timing { schedule: Schedule::Now, stagger_minutes: 0, redials, redial_minutes: 30 };
        let verdict = verdict(at_once, 1, asked);
        let zones = zones_of_rule(&rules, &zone);
        let is_allowed = |at: Timestamp| zones.iter().all(|zone| may_be_called(&rules, zone, at));
        // Beyond the days that are looked at nothing ends the calls.
        let ends = verdict.calls_end.unwrap_or(now + SignedDuration::from_hours(6 * 24));
        if verdict.is_kept() {
            let mut at = now;
            while at < ends {
                let is_end_of_day = is_allowed(at - SignedDuration::from_nanos(1)) && rules.rule_set.hours.to() == 1_440;
                prop_assert!(is_allowed(at) || is_end_of_day, "{} {:?}", at, rules);
                at += SignedDuration::from_mins(1);
            }
            prop_assert!(verdict.calls_end.is_none_or(|ends| !is_allowed(ends + SignedDuration::from_mins(1))
                || zones.iter().any(|zone| zone.to_offset(now) != zone.to_offset(ends + SignedDuration::from_hours(24)))));
        } else if rules.rule_set.hours.to() < 1_440 && verdict.breaches.iter().all(|breach| breach.kind == BreachKind::TooEarly) {
            // What begins early goes on into the hours, and ends with them.
            prop_assert!(verdict.calls_end.is_some_and(|ends| ends > now));
            let is_late = |at: Timestamp| zones.iter().any(|zone| minute_of(&zone.to_datetime(at)) > i32::from(rules.rule_set.hours.to()));
            let mut at = now;
            while at < ends {
                prop_assert!(!is_late(at), "{} {:?}", at, rules);
                at += SignedDuration::from_mins(1);
            }
        } else {
            prop_assert_eq!(verdict.calls_end, None);
        }
    }
}
