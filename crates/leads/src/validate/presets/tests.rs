use super::*;
use crate::validate::schedule::{Schedule, parse_schedule};

/// Four zones; each changes its clocks, or its day, at a moment of the tables.
const JAKARTA: &str = "Asia/Jakarta";
const TIJUANA: &str = "America/Tijuana";
const LORD_HOWE: &str = "Australia/Lord_Howe";
const APIA: &str = "Pacific/Apia";

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("an IANA name")
}

/// That time of the zone; of an hour that is repeated the second where `is_second`.
fn at(name: &str, time: &str, is_second: bool) -> Timestamp {
    let time: DateTime = time.parse().expect("a civil time");
    let moment = zone(name).to_ambiguous_zoned(time);
    let moment = if is_second {
        moment.later()
    } else {
        moment.compatible()
    };
    moment.expect("a moment").timestamp()
}

fn form(when: &str) -> TaskForm {
    TaskForm {
        when: when.to_owned(),
        ..TaskForm::default()
    }
}

fn hours(form: &TaskForm) -> String {
    let (day, _) = day_and_time(&form.start, "");
    let (last, _) = day_and_time(&form.end, "");
    let until = if day == last {
        String::new()
    } else {
        format!("{last} ")
    };
    match form.start.is_empty() {
        true => form.when.clone(),
        false => format!("{day} {}–{until}{}", form.start_time, form.end_time),
    }
}

/// What a choice means at a time of a zone.
fn meant(when: &str, zone_name: &str, time: &str, is_second: bool) -> String {
    let now = at(zone_name, time, is_second);
    hours(&with_window(form(when), None, now, &zone(zone_name)))
}

#[test]
fn today_starts_at_the_next_half_hour_that_is_far_enough_ahead() {
    for (zone_name, now, window) in [
        (JAKARTA, "2026-11-27T09:00", "2026-11-27 09:30–18:00"),
        (JAKARTA, "2026-11-27T09:10", "2026-11-27 09:30–18:00"),
        (JAKARTA, "2026-11-27T09:10:01", "2026-11-27 10:00–18:00"),
        (JAKARTA, "2026-11-27T17:10", "2026-11-27 17:30–18:00"),
        (JAKARTA, "2026-11-27T17:11", "today"),
        (JAKARTA, "2026-11-27T23:50", "today"),
        (JAKARTA, "2026-11-27T00:00", "2026-11-27 00:30–18:00"),
        (APIA, "2026-11-27T12:34", "2026-11-27 13:00–18:00"),
        // The clocks skip 02:00 to 03:00.
        (TIJUANA, "2026-03-08T01:35", "2026-03-08 03:00–18:00"),
        (TIJUANA, "2026-03-08T01:55", "2026-03-08 03:30–18:00"),
        // Here they skip half an hour: 02:00 to 02:30.
        (LORD_HOWE, "2026-10-04T01:35", "2026-10-04 02:30–18:00"),
    ] {
        assert_eq!(
            meant("today", zone_name, now, false),
            window,
            "{zone_name} {now}"
        );
    }
}

#[test]
fn today_never_starts_in_the_hour_that_has_passed_when_the_clocks_repeat_it() {
    // At 02:00 it is 01:00 again; the first 01:30 is meant by 01:30, which has passed.
    for (now, is_second, window) in [
        ("2026-11-01T00:30", false, "2026-11-01 01:00–18:00"),
        ("2026-11-01T01:10", false, "2026-11-01 01:30–18:00"),
        ("2026-11-01T01:10", true, "2026-11-01 02:00–18:00"),
        ("2026-11-01T01:55", true, "2026-11-01 02:30–18:00"),
    ] {
        assert_eq!(
            meant("today", TIJUANA, now, is_second),
            window,
            "{now} {is_second}"
        );
    }
    assert_eq!(
        meant("today", LORD_HOWE, "2026-04-05T01:40", true),
        "2026-04-05 02:00–18:00"
    );
}

#[test]
fn tomorrow_is_the_next_day_of_the_zone() {
    for (zone_name, now, window) in [
        (JAKARTA, "2026-11-27T23:59", "2026-11-28 09:00–18:00"),
        (JAKARTA, "2026-11-28T00:00", "2026-11-29 09:00–18:00"),
        (TIJUANA, "2026-03-07T12:00", "2026-03-08 09:00–18:00"),
        (TIJUANA, "2026-10-31T12:00", "2026-11-01 09:00–18:00"),
        (LORD_HOWE, "2026-12-31T12:00", "2027-01-01 09:00–18:00"),
        // Samoa went over the date line: there was no 30 December.
        (APIA, "2011-12-29T12:00", "tomorrow"),
    ] {
        assert_eq!(
            meant("tomorrow", zone_name, now, false),
            window,
            "{zone_name} {now}"
        );
    }
}

#[test]
fn only_what_is_possible_is_offered() {
    let offered = |time: &str| {
        let now = at(JAKARTA, time, false);
        let offered = offered_presets(&form(""), now, &zone(JAKARTA)).into_iter();
        offered.map(Preset::key).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(offered("2026-11-27T09:00"), "now today tomorrow later");
    assert_eq!(offered("2026-11-27T17:11"), "now tomorrow later");
    let days = schedule_days(at(APIA, "2011-12-28T12:00", false), &zone(APIA));
    let days: Vec<_> = days
        .iter()
        .map(|(day, label)| format!("{day} {label}"))
        .collect();
    assert_eq!(
        days,
        [
            "2011-12-28 Today, Wed 28 Dec",
            "2011-12-29 Tomorrow, Thu 29 Dec",
            "2011-12-31 Sat 31 Dec",
            "2012-01-01 Sun 1 Jan",
            "2012-01-02 Mon 2 Jan",
        ]
    );
    let times = schedule_times();
    assert_eq!(
        (times.len(), times[0].0.as_str(), times[47].0.as_str()),
        (48, "00:00", "23:30")
    );
}

#[test]
fn whatever_is_worked_out_is_a_window_that_is_taken() {
    for zone_name in [JAKARTA, TIJUANA, LORD_HOWE, APIA] {
        for month in 1..=12 {
            for day in [1, 5, 8, 28] {
                for (hour, minute) in [(0, 0), (1, 45), (8, 59), (12, 1), (17, 9), (23, 59)] {
                    let time = jiff::civil::date(2026, month, day).at(hour, minute, 30, 0);
                    let now = at(zone_name, &time.to_string(), false);
                    let zone = zone(zone_name);
                    for preset in offered_presets(&form(""), now, &zone) {
                        let form = with_window(form(preset.key()), None, now, &zone);
                        let read = parse_schedule(&form, now, &zone);
                        let is_left_open = preset == Preset::Later;
                        assert_eq!(
                            read.is_err(),
                            is_left_open,
                            "{zone_name} {time} {preset:?}: {read:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_day_and_a_time_are_put_together_and_a_whole_start_is_taken_as_it_is() {
    let now = at(JAKARTA, "2026-11-27T12:00", false);
    let later = |start: &str, start_time: &str, end: &str, end_time: &str| {
        let [start, start_time, end, end_time] =
            [start, start_time, end, end_time].map(str::to_owned);
        let form = TaskForm {
            start,
            start_time,
            end,
            end_time,
            ..form("later")
        };
        with_window(form, None, now, &zone(JAKARTA))
    };
    let parts = later("2026-11-28", "10:00", "2026-11-28", "17:30");
    let whole = later("2026-11-28T10:00", "", "2026-11-28T17:30", "09:00");
    assert_eq!(parts, whole);
    assert_eq!(hours(&parts), "2026-11-28 10:00–17:30");
    let read = parse_schedule(&parts, now, &zone(JAKARTA));
    assert!(matches!(read, Ok(Schedule::Later { .. })), "{read:?}");
    assert_eq!(
        day_and_time("2026-11-28T10:15", ""),
        ("2026-11-28", "10:15")
    );
    assert_eq!(day_and_time("2026-11-28", "10:00"), ("2026-11-28", "10:00"));
    assert_eq!(day_and_time("née", "10:00"), ("née", "10:00"));
}

#[test]
fn a_form_that_is_saved_again_stays_the_same_while_its_hours_are_to_come() {
    let zone = zone(JAKARTA);
    for preset in ["today", "tomorrow"] {
        let first = with_window(
            form(preset),
            None,
            at(JAKARTA, "2026-11-27T10:05", false),
            &zone,
        );
        let again = |time| with_window(form(preset), Some(&first), at(JAKARTA, time, false), &zone);
        assert_eq!(again("2026-11-27T10:29"), first);
    }
    let morning = with_window(
        form("today"),
        None,
        at(JAKARTA, "2026-11-27T10:05", false),
        &zone,
    );
    let noon = at(JAKARTA, "2026-11-27T12:05", false);
    assert_eq!(
        hours(&with_window(form("today"), Some(&morning), noon, &zone)),
        "2026-11-27 12:30–18:00"
    );
    assert_eq!(
        hours(&with_window_of_now(
            &morning,
            at(JAKARTA, "2026-11-27T10:15", false),
            &zone
        )),
        "2026-11-27 11:00–18:00"
    );
}

#[test]
fn today_is_read_anew_once_its_start_has_passed_and_is_over_at_the_end_of_the_day() {
    let zone = zone(JAKARTA);
    let form = with_window(
        form("today"),
        None,
        at(JAKARTA, "2026-11-27T10:05", false),
        &zone,
    );
    let start = |time: &str| match parse_schedule(&form, at(JAKARTA, time, false), &zone) {
        Ok(Schedule::Later { start, .. }) => start.to_string(),
        Ok(Schedule::Now) => "now".to_owned(),
        Err(problems) => problems
            .iter()
            .map(|problem| problem.input.as_str())
            .collect(),
    };
    assert_eq!(start("2026-11-27T10:29"), "2026-11-27T10:30:00");
    assert_eq!(start("2026-11-27T10:31"), "2026-11-27T11:00:00");
    assert_eq!(start("2026-11-27T17:40"), "when");
    assert_eq!(start("2026-11-28T08:00"), "startend");
    let chosen = |time: &str| chosen_preset(&form, at(JAKARTA, time, false), &zone);
    assert_eq!(chosen("2026-11-27T17:40"), Some(Preset::Today));
    assert_eq!(chosen("2026-11-28T08:00"), Some(Preset::Later));
}

#[test]
fn a_window_of_a_person_is_never_moved() {
    let zone = zone(JAKARTA);
    let form = TaskForm {
        start: "2026-11-27T10:00".to_owned(),
        end: "2026-11-27T18:00".to_owned(),
        ..form("later")
    };
    let problems = parse_schedule(&form, at(JAKARTA, "2026-11-27T11:00", false), &zone);
    assert_eq!(
        problems.map_err(|problems| problems[0].input.clone()),
        Err("start".to_owned())
    );
}

/// The form of a task with that window.
fn window_of(preset: &str, start: &str, end: &str) -> TaskForm {
    TaskForm {
        preset: preset.to_owned(),
        start: start.to_owned(),
        end: end.to_owned(),
        ..form("later")
    }
}

/// A task like that one, begun at that time in the zone, calls at these hours; a window is one that can be submitted.
fn assert_repeats(zone_name: &str, earlier: &TaskForm, now: &str, hours_now: &str) {
    let next = when_like(earlier, at(zone_name, now, false), &zone(zone_name));
    assert_eq!(hours(&next), hours_now, "{zone_name} {now} {earlier:?}");
    if !hours_now.is_empty() {
        let read = parse_schedule(&next, at(zone_name, now, false), &zone(zone_name));
        assert!(read.is_ok(), "{read:?}");
    }
}

#[test]
fn a_repeat_calls_at_the_same_hours_on_the_next_day_that_has_them() {
    let of = window_of;
    let week_ago = of("", "2026-11-20T10:00", "2026-11-20T17:00");
    for (zone_name, earlier, now, hours_now) in [
        (JAKARTA, form("now"), "2026-11-27T12:00", "now"),
        (JAKARTA, form(""), "2026-11-27T12:00", ""),
        (
            JAKARTA,
            week_ago.clone(),
            "2026-11-27T09:30",
            "2026-11-27 10:00–17:00",
        ),
        (
            JAKARTA,
            week_ago,
            "2026-11-27T09:45",
            "2026-11-28 10:00–17:00",
        ),
        (
            JAKARTA,
            of("today", "2026-11-20T15:30", "2026-11-20T18:00"),
            "2026-11-27T12:00",
            "2026-11-27 12:30–18:00",
        ),
        (
            JAKARTA,
            of("today", "2026-11-20T15:30", "2026-11-20T18:00"),
            "2026-11-27T17:45",
            "2026-11-28 09:00–18:00",
        ),
        (
            JAKARTA,
            of("tomorrow", "2026-11-20T09:00", "2026-11-20T18:00"),
            "2026-11-27T07:00",
            "2026-11-28 09:00–18:00",
        ),
        (
            JAKARTA,
            of("", "2026-11-20T20:00", "2026-11-21T10:00"),
            "2026-11-27T12:00",
            "2026-11-27 20:00–2026-11-28 10:00",
        ),
        (
            JAKARTA,
            of("", "2026-11-20T10:00", "2026-11-26T17:00"),
            "2026-11-27T09:30",
            "",
        ),
    ] {
        assert_repeats(zone_name, &earlier, now, hours_now);
    }
}

#[test]
fn a_repeat_calls_nobody_at_an_hour_that_the_clocks_skip() {
    let of = window_of;
    for (zone_name, earlier, now, hours_now) in [
        (
            TIJUANA,
            of("", "2026-03-01T02:30", "2026-03-01T09:00"),
            "2026-03-07T12:00",
            "2026-03-09 02:30–09:00",
        ),
        (
            LORD_HOWE,
            of("", "2026-09-20T02:15", "2026-09-20T09:00"),
            "2026-10-03T12:00",
            "2026-10-05 02:15–09:00",
        ),
        (
            APIA,
            of("", "2011-12-20T10:00", "2011-12-20T17:00"),
            "2011-12-29T12:00",
            "2011-12-31 10:00–17:00",
        ),
    ] {
        assert_repeats(zone_name, &earlier, now, hours_now);
    }
}
