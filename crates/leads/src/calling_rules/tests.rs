//! What rules say of calls, with the clock as argument.

mod always;
mod holidays;
mod offered;

use jiff::civil::{DateTime, date};
use jiff::tz::TimeZone;

use super::*;
use crate::validate::{Place, Schedule, Timing};

pub(super) fn rule(days: u8, from: u16, to: u16) -> RuleSet {
    RuleSet {
        id: RuleSetId {
            country: Country::parse("ID").expect("two letters"),
            sector: Sector::Finance,
            version: 3,
        },
        days: Weekdays::from_bits(days).expect("days"),
        hours: Hours::new(from * 60, to * 60).expect("hours"),
        zones: ZoneBasis::Account,
        on_holidays: OnHolidays::NoCalls,
        action: RuleAction::Refuse,
        needs_purpose: true,
        source: "https://example.com/rule".to_owned(),
        read_on: date(2026, 11, 28),
        is_confirmed: false,
    }
}

const WORKING_WEEK: u8 = 0b11_1111;

/// Monday to Saturday, 08:00 to 18:00, not on 1 December 2026.
fn indonesian(zones: ZoneBasis) -> CallingRules {
    CallingRules {
        rule_set: RuleSet {
            zones,
            ..rule(WORKING_WEEK, 8, 18)
        },
        holidays: vec![Holiday {
            date: date(2026, 12, 1),
            name: "A day off".to_owned(),
        }],
    }
}

fn timing(schedule: Schedule) -> Timing {
    Timing {
        schedule,
        stagger_minutes: 0,
        redials: 0,
        redial_minutes: 0,
    }
}

fn window(start: &str, end: &str) -> Timing {
    let time = |text: &str| text.parse::<DateTime>().expect("a civil time");
    timing(Schedule::Later {
        start: time(start),
        end: time(end),
    })
}

/// What the rule says in Jakarta, at that moment of its clock.
fn asked(rules: &CallingRules, timing: Timing, batches: u32, now: &str) -> Verdict {
    asked_in(rules, timing, batches, now, "Asia/Jakarta")
}

fn asked_in(
    rules: &CallingRules,
    timing: Timing,
    batches: u32,
    now: &str,
    zone_name: &str,
) -> Verdict {
    let zone = TimeZone::get(zone_name).expect("an IANA name");
    let now: DateTime = now.parse().expect("a civil time");
    let now = zone.to_timestamp(now).expect("a moment");
    let place = Place {
        now,
        zone: &zone,
        zone_name,
    };
    verdict(timing, batches, Asked { rules, place })
}

fn sentences(verdict: &Verdict) -> Vec<String> {
    let breaches = verdict.breaches.iter();
    breaches
        .map(|breach| breach.sentence().to_string())
        .collect()
}

fn next(verdict: &Verdict) -> Option<(String, String)> {
    let next = verdict.next?;
    Some((next.start.to_string(), next.end.to_string()))
}

/// Saturday, 28 November 2026.
const NOW: &str = "2026-11-28T10:00";

#[test]
fn a_window_within_the_hours_keeps_the_rule_to_the_minute() {
    let rules = indonesian(ZoneBasis::Account);
    for (start, end) in [
        ("2026-11-30T08:00", "2026-11-30T18:00"),
        ("2026-11-28T17:30", "2026-11-28T18:00"),
    ] {
        let verdict = asked(&rules, window(start, end), 1, NOW);
        assert!(verdict.is_kept(), "{start}: {:?}", verdict.breaches);
        assert_eq!((verdict.next, verdict.sentence()), (None, None));
    }
}

#[test]
fn each_way_out_of_the_rule_is_told_with_what_is_allowed_next() {
    let rules = indonesian(ZoneBasis::Account);
    for (timing, said, allowed) in [
        (
            window("2026-11-30T07:59", "2026-11-30T18:01"),
            vec![
                "Mon 30 Nov, 07:59 in Jakarta is before the hours.",
                "Mon 30 Nov, 18:01 in Jakarta is after the hours.",
            ],
            ("2026-11-28T10:30:00", "2026-11-28T18:00:00"),
        ),
        (
            window("2026-11-29T09:00", "2026-11-29T17:00"),
            vec!["Sun 29 Nov: the rule allows no calls on Sundays."],
            ("2026-11-28T10:30:00", "2026-11-28T17:00:00"),
        ),
        (
            window("2026-12-01T09:00", "2026-12-01T17:00"),
            vec!["Tue 1 Dec is a holiday: A day off."],
            ("2026-11-28T10:30:00", "2026-11-28T17:00:00"),
        ),
        (
            window("2026-11-28T16:00", "2026-11-30T10:00"),
            vec![
                "Mon 30 Nov, 00:00 in Jakarta is before the hours.",
                "Sat 28 Nov, 23:59 in Jakarta is after the hours.",
                "Sun 29 Nov: the rule allows no calls on Sundays.",
            ],
            ("2026-11-28T16:00:00", "2026-11-28T18:00:00"),
        ),
    ] {
        let verdict = asked(&rules, timing, 1, NOW);
        let mut told = sentences(&verdict);
        told.sort();
        let mut said: Vec<String> = said.into_iter().map(str::to_owned).collect();
        said.sort();
        assert_eq!(told, said);
        let (start, end) = allowed;
        assert_eq!(next(&verdict), Some((start.to_owned(), end.to_owned())));
    }
}

#[test]
fn redials_count_up_to_the_last_that_can_fall() {
    let rules = indonesian(ZoneBasis::Account);
    let redialled = Timing {
        redials: 2,
        redial_minutes: 30,
        ..window("2026-11-30T09:00", "2026-11-30T17:30")
    };
    let verdict = asked(&rules, redialled, 1, NOW);
    assert_eq!(
        sentences(&verdict),
        ["The last redial could fall at Mon 30 Nov, 18:30 in Jakarta, after the hours."]
    );
    let allowed = next(&verdict).expect("a window");
    assert_eq!(allowed.1, "2026-11-28T17:00:00");
    let shorter = Timing {
        redial_minutes: 15,
        ..redialled
    };
    assert!(asked(&rules, shorter, 1, NOW).is_kept());
}

#[test]
fn now_is_asked_for_half_an_hour_and_for_every_batch() {
    let rules = indonesian(ZoneBasis::Account);
    let now = timing(Schedule::Now);
    assert!(asked(&rules, now, 1, "2026-11-28T17:30").is_kept());
    let late = asked(&rules, now, 1, "2026-11-28T17:31");
    assert_eq!(
        sentences(&late),
        ["Sat 28 Nov, 18:01 in Jakarta is after the hours."]
    );
    assert_eq!(
        next(&late),
        Some((
            "2026-11-30T08:00:00".to_owned(),
            "2026-11-30T18:00:00".to_owned()
        ))
    );
    let apart = Timing {
        stagger_minutes: 120,
        ..now
    };
    assert!(asked(&rules, apart, 4, "2026-11-28T11:00").is_kept());
    let fifth = asked(&rules, apart, 5, "2026-11-28T11:00");
    assert_eq!(
        sentences(&fifth),
        ["Batch 5: Sat 28 Nov, 19:00 in Jakarta is after the hours."]
    );
    // Batches that are not apart are all sent at once.
    assert!(asked(&rules, now, 500, "2026-11-28T17:30").is_kept());
}

#[test]
fn the_strictest_clock_of_indonesia_leaves_eight_to_four_in_the_west() {
    let rules = indonesian(ZoneBasis::Strictest);
    let kept = window("2026-11-30T08:00", "2026-11-30T16:00");
    assert!(asked(&rules, kept, 1, NOW).is_kept());
    let late = asked(
        &rules,
        window("2026-11-30T09:00", "2026-11-30T18:00"),
        1,
        NOW,
    );
    assert_eq!(
        sentences(&late),
        ["Mon 30 Nov, 19:00 in Makassar is after the hours."]
    );
    assert_eq!(
        next(&late),
        Some((
            "2026-11-28T10:30:00".to_owned(),
            "2026-11-28T16:00:00".to_owned()
        ))
    );
    // Monday has begun in Papua: it is Sunday in Jakarta.
    let sunday = asked(&rules, timing(Schedule::Now), 1, "2026-11-29T22:30");
    assert!(!sunday.is_kept());
}

#[test]
fn a_reason_is_for_the_hours_the_day_or_the_holiday_that_was_shown() {
    let verdict = |breaches: &[BreachKind]| Verdict {
        rule_set: indonesian(ZoneBasis::Account).rule_set,
        breaches: breaches
            .iter()
            .map(|kind| Breach {
                kind: kind.clone(),
                batch: 1,
                at: date(2026, 11, 30).at(7, 0, 0, 0),
                place: "Jakarta".to_owned(),
            })
            .collect(),
        next: None,
        no_window: None,
        calls_end: None,
        unknown_years: Vec::new(),
    };
    let holiday = |name: &str| BreachKind::Holiday(name.to_owned());
    use BreachKind::{Day, RedialTooLate, TooEarly, TooLate};
    for (shown, now, is_known) in [
        (vec![TooLate], vec![TooEarly, RedialTooLate], true),
        (vec![TooLate, Day], vec![Day], true),
        (vec![TooLate], vec![TooLate, Day], false),
        (vec![TooLate], vec![holiday("Feast")], false),
        (vec![holiday("Feast")], vec![holiday("Feast")], true),
        (vec![holiday("Feast")], vec![holiday("Election")], false),
        (vec![], vec![TooLate], false),
    ] {
        let known = verdict(&now).is_known_from(shown.iter());
        assert_eq!(known, is_known, "{shown:?}, now {now:?}");
    }
}

#[test]
fn a_whole_week_without_an_end_of_the_day_has_no_midnight() {
    let rules = CallingRules {
        rule_set: rule(0b111_1111, 0, 24),
        holidays: Vec::new(),
    };
    let through = window("2026-11-28T16:00", "2026-12-01T10:00");
    assert!(asked(&rules, through, 1, NOW).is_kept());
    let weekdays = CallingRules {
        rule_set: rule(0b1_1111, 0, 24),
        holidays: Vec::new(),
    };
    // Midnight at the end of a Friday is Friday's.
    let friday = window("2026-12-04T16:00", "2026-12-05T00:00");
    assert!(asked(&weekdays, friday, 1, "2026-12-01T10:00").is_kept());
}

#[test]
fn a_day_on_which_the_clocks_change_has_its_own_length() {
    let rules = CallingRules {
        rule_set: rule(0b111_1111, 1, 3),
        holidays: Vec::new(),
    };
    let zone = "America/Tijuana";
    // On 8 March 2026 they skip 02:00 to 03:00; on 1 November 2026 they repeat 01:00 to 02:00.
    let skipped = window("2026-03-08T01:00", "2026-03-08T03:00");
    assert!(asked_in(&rules, skipped, 1, "2026-03-07T10:00", zone).is_kept());
    let repeated = window("2026-11-01T01:00", "2026-11-01T03:00");
    let verdict = asked_in(&rules, repeated, 1, "2026-10-31T10:00", zone);
    // The first 01:00 is taken for too early: of an hour that is there twice, the narrower side counts.
    assert_eq!(
        sentences(&verdict),
        ["Sun 1 Nov, 01:00 in Tijuana is before the hours."]
    );
}

#[test]
fn a_rule_is_told_in_words() {
    let rules = indonesian(ZoneBasis::Strictest);
    assert_eq!(
        rules.rule_set.message().to_string(),
        "Mon–Sat 08:00–18:00, by every clock of Indonesia, not on holidays"
    );
    let of_the_program = RuleSet::of_the_program(rules.rule_set.id.country, Sector::Other);
    assert_eq!(
        of_the_program.message().to_string(),
        "every day 08:00–21:00"
    );
    let days = Weekdays::from_bits(0b001_0101).expect("days");
    assert_eq!(days.message().to_string(), "Mon, Wed, Fri");
    assert_eq!(
        rules.rule_set.name().to_string(),
        "the calling rule for Indonesia, financial products"
    );
}

#[test]
fn a_form_is_read_to_the_rule_that_it_shows() {
    let rule_set = indonesian(ZoneBasis::Strictest).rule_set;
    let form = rule_form(&rule_set);
    assert_eq!(parse_rule_form(&form, rule_set.id), Ok(rule_set.clone()));
    let typed = crate::views::RuleForm {
        from: "20:00".to_owned(),
        to: "8:00".to_owned(),
        zones: "mine".to_owned(),
        source: " ".to_owned(),
        read_on: "yesterday".to_owned(),
        ..crate::views::RuleForm::default()
    };
    let problems = parse_rule_form(&typed, rule_set.id).expect_err("much is wrong");
    let inputs: Vec<&str> = problems
        .iter()
        .map(|problem| problem.input.as_str())
        .collect();
    assert_eq!(
        inputs,
        [
            "monday",
            "to",
            "zones",
            "on_holidays",
            "action",
            "source",
            "read_on"
        ]
    );
    let turned = crate::views::RuleForm {
        from: "20:00".to_owned(),
        to: "08:00".to_owned(),
        ..form
    };
    let problems = parse_rule_form(&turned, rule_set.id).expect_err("it ends before it begins");
    assert_eq!(
        problems[0].sentence.to_string(),
        "Choose an end after the start."
    );
}

#[test]
fn a_holiday_has_a_day_a_name_and_a_source() {
    let form = |date: &str, name: &str, source: &str| HolidayForm {
        date: date.to_owned(),
        name: name.to_owned(),
        source: source.to_owned(),
    };
    let read = parse_holiday_form(&form("2026-12-25", "Christmas Day", "Proclamation 1006"));
    let holiday = Holiday {
        date: date(2026, 12, 25),
        name: "Christmas Day".to_owned(),
    };
    assert_eq!(read, Ok((holiday, "Proclamation 1006".to_owned())));
    let problems = parse_holiday_form(&form("25.12.2026", "", "")).expect_err("all is wrong");
    assert_eq!(problems.len(), 3);
}
