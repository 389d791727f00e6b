//! The window that is offered where calls could fall outside of the rule.

use jiff::Timestamp;
use jiff::civil::{DateTime, date};
use jiff::tz::TimeZone;

use super::super::*;
use super::{NOW, asked, indonesian, next, rule, timing, window};
use crate::validate::{Place, Schedule, Timing};
use crate::views::TaskForm;

/// What the rule says of a form with the offered window in it.
fn asked_of_form(
    rules: &CallingRules,
    offered: AllowedWindow,
    timing: Timing,
    batches: u32,
    now: &str,
) -> Option<Verdict> {
    let zone_name = "Asia/Jakarta";
    let zone = TimeZone::get(zone_name).expect("an IANA name");
    let now: DateTime = now.parse().expect("a civil time");
    let typed = TaskForm {
        stagger: timing.stagger_minutes.to_string(),
        redials: timing.redials.to_string(),
        redial_minutes: timing.redial_minutes.to_string(),
        ..TaskForm::default()
    };
    let form = crate::with_chosen_window(typed, offered.start, offered.end);
    let place = Place {
        now: zone.to_timestamp(now).expect("a moment"),
        zone: &zone,
        zone_name,
    };
    verdict_of_form(&form, batches, Asked { rules, place })
}

#[test]
fn the_form_takes_the_offered_window_with_batches_apart_and_redials() {
    let rules = indonesian(ZoneBasis::Strictest);
    // In Jakarta 08:00 to 16:00 are allowed, and redials take the last hour.
    let apart = Timing {
        stagger_minutes: 90,
        redials: 3,
        redial_minutes: 20,
        ..window("2026-11-30T12:00", "2026-11-30T18:00")
    };
    for (batches, allowed) in [
        (2, Some(("2026-11-28T12:00:00", "2026-11-28T15:00:00"))),
        // Five hours are too long for what is left of the Saturday.
        (4, Some(("2026-11-30T08:00:00", "2026-11-30T15:00:00"))),
        (6, None),
    ] {
        let verdict = asked(&rules, apart, batches, NOW);
        assert!(!verdict.is_kept());
        let allowed = allowed.map(|(start, end)| (start.to_owned(), end.to_owned()));
        assert_eq!(next(&verdict), allowed, "{batches} batches");
        if let Some(offered) = verdict.next {
            let taken = asked_of_form(&rules, offered, apart, batches, NOW);
            assert!(taken.is_some_and(|verdict| verdict.is_kept()));
        }
    }
}

#[test]
fn where_nothing_is_allowed_within_five_days_nothing_is_offered() {
    let mut rules = indonesian(ZoneBasis::Account);
    rules.holidays = (0..8)
        .map(|day| Holiday {
            date: date(2026, 11, 28).saturating_add(jiff::Span::new().days(day)),
            name: "Feast".to_owned(),
        })
        .collect();
    let verdict = asked(&rules, timing(Schedule::Now), 1, NOW);
    assert_eq!(verdict.next, None);
    let zone = TimeZone::UTC;
    let refusal = verdict.refusal(Timestamp::UNIX_EPOCH, &zone).to_string();
    assert!(refusal.ends_with(
        "No time in the next five days is allowed, and AIRudder plans no further ahead. Source: https://example.com/rule."
    ), "{refusal}");
}

#[test]
fn a_start_that_would_be_read_as_passed_is_not_offered() {
    let rules = CallingRules {
        rule_set: rule(0b111_1111, 0, 3),
        holidays: Vec::new(),
    };
    let zone_name = "America/Tijuana";
    let zone = TimeZone::get(zone_name).expect("an IANA name");
    // It is 01:05 for the second time: a start at 01:30 would be taken for the one that is over.
    let now: Timestamp = "2026-11-01T09:05:00Z".parse().expect("RFC 3339");
    let place = Place {
        now,
        zone: &zone,
        zone_name,
    };
    let until_six = window("2026-11-01T01:00", "2026-11-01T06:00");
    let rules = &rules;
    let verdict = verdict(until_six, 1, Asked { rules, place });
    assert_eq!(
        next(&verdict),
        Some((
            "2026-11-02T01:00:00".to_owned(),
            "2026-11-02T03:00:00".to_owned()
        ))
    );
}
