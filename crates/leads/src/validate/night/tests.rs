//! Which calls are calls at night, and what is said of them.

use proptest::prelude::*;

use super::*;
use crate::validate::schedule::MAX_AHEAD;

/// In Mexico City it is 22 November 2026, 09:04:40; nobody there changes the clocks.
const NOW: &str = "2026-11-22T15:04:40Z";

fn warning(form: &TaskForm, batches: u32, now: &str, zone_name: &str) -> Option<String> {
    let zone = TimeZone::get(zone_name).expect("an IANA name");
    let place = Place {
        now: now.parse().expect("RFC 3339"),
        zone: &zone,
        zone_name,
    };
    night_warning_of_form(form, batches, place)
}

fn window(start: &str, end: &str) -> TaskForm {
    TaskForm {
        when: "later".to_owned(),
        start: start.to_owned(),
        end: end.to_owned(),
        ..TaskForm::default()
    }
}

fn of_window(start: &str, end: &str) -> Option<String> {
    warning(&window(start, end), 1, NOW, "America/Mexico_City")
}

fn now_form(stagger: &str) -> TaskForm {
    TaskForm {
        when: "now".to_owned(),
        stagger: stagger.to_owned(),
        ..TaskForm::default()
    }
}

#[test]
fn a_window_by_day_says_nothing() {
    for (start, end) in [
        ("2026-11-23T09:00", "2026-11-23T18:00"),
        ("2026-11-23T08:00", "2026-11-23T21:00"),
        ("2026-11-23T20:30", "2026-11-23T21:00"),
    ] {
        assert_eq!(of_window(start, end), None, "{start} {end}");
    }
}

#[test]
fn a_window_that_touches_the_night_says_how_and_where() {
    for (start, end, words) in [
        (
            "2026-11-23T18:00",
            "2026-11-23T21:01",
            "reaches into the night (Mon 23 Nov, 18:00–21:01 in Mexico City).",
        ),
        (
            "2026-11-23T07:59",
            "2026-11-23T18:00",
            "starts at night (Mon 23 Nov, 07:59–18:00 in Mexico City).",
        ),
        (
            "2026-11-23T07:00",
            "2026-11-23T22:00",
            "starts and ends at night (Mon 23 Nov, 07:00–22:00 in Mexico City).",
        ),
        (
            "2026-11-23T05:00",
            "2026-11-23T08:00",
            "is at night (Mon 23 Nov, 05:00–08:00 in Mexico City).",
        ),
        (
            "2026-11-23T21:00",
            "2026-11-23T23:00",
            "is at night (Mon 23 Nov, 21:00–23:00 in Mexico City).",
        ),
        (
            "2026-11-23T20:00",
            "2026-11-24T00:00",
            "runs through the night (Mon 23 Nov, 20:00 – Tue 24 Nov, 00:00 in Mexico City).",
        ),
    ] {
        let said = of_window(start, end).unwrap_or_default();
        assert!(
            said.starts_with(&format!("This window {words} {COMPLAINTS}")),
            "{start} {end}: {said}"
        );
    }
}

#[test]
fn a_window_across_the_night_says_how_long_it_is_and_what_was_meant() {
    assert_eq!(
        of_window("2026-11-22T23:30", "2026-11-23T08:00").as_deref(),
        Some(
            "This window runs through the night (Sun 22 Nov, 23:30 – Mon 23 Nov, 08:00 in Mexico City). People complain about \
             calls between 21:00 and 08:00, and many countries forbid them. It ends on another day and lasts 8 hours and 30 \
             minutes. If you meant 11:30 in the morning, change the start."
        )
    );
}

#[test]
fn a_window_over_several_days_is_no_row_of_office_days() {
    let said = of_window("2026-11-23T09:00", "2026-11-24T18:00").expect("a warning");
    assert!(
        said.contains("one window of 33 hours, not 2 days of office hours"),
        "{said}"
    );
    let said = of_window("2026-11-23T09:00", "2026-11-26T17:30").expect("a warning");
    assert!(
        said.contains("one window of 80 hours and 30 minutes, not 4 days"),
        "{said}"
    );
}

#[test]
fn the_length_of_a_window_counts_the_hour_that_the_clocks_skip_or_repeat() {
    let long = |now, start, end| {
        warning(&window(start, end), 1, now, "America/Tijuana").unwrap_or_default()
    };
    let spring = long(
        "2026-03-06T12:00:00Z",
        "2026-03-07T22:00",
        "2026-03-08T08:00",
    );
    assert!(spring.contains("lasts 9 hours."), "{spring}");
    let autumn = long(
        "2026-10-30T12:00:00Z",
        "2026-10-31T22:00",
        "2026-11-01T08:00",
    );
    assert!(autumn.contains("lasts 11 hours."), "{autumn}");
}

#[test]
fn now_is_validated_by_the_clock_of_the_place() {
    // 15:04:40 in Greenwich.
    for (zone, said) in [
        ("America/Mexico_City", None),
        (
            "Asia/Jakarta",
            Some("It is 22:04 in Jakarta: people would be called now, at night."),
        ),
        ("Asia/Kolkata", None),
        (
            "Asia/Manila",
            Some("It is 23:04 in Manila: people would be called now, at night."),
        ),
        (
            "America/Los_Angeles",
            Some("It is 07:04 in Los Angeles: people would be called now, at night."),
        ),
    ] {
        let found = warning(&now_form("0"), 1, NOW, zone);
        assert_eq!(
            found,
            said.map(|said| format!("{said} {COMPLAINTS}")),
            "{zone}"
        );
    }
}

#[test]
fn the_night_begins_and_ends_on_the_minute() {
    let at = |now| warning(&now_form("0"), 1, now, "Asia/Jakarta").is_some();
    let is_night = [
        ("2026-11-22T13:59:59Z", false),
        ("2026-11-22T14:00:00Z", true),
        ("2026-11-23T00:59:59Z", true),
        ("2026-11-23T01:00:00Z", false),
    ];
    for (now, night) in is_night {
        assert_eq!(at(now), night, "{now}");
    }
}

#[test]
fn a_batch_that_is_sent_at_night_is_named() {
    let place = "Asia/Jakarta";
    // 19:30 in Jakarta.
    let evening = "2026-11-22T12:30:00Z";
    assert_eq!(
        warning(&now_form("30"), 5, evening, place).as_deref(),
        Some(
            "Batch 4 of 5 is sent on Sun 22 Nov, 21:00 in Jakarta, at night. People complain about calls between 21:00 and 08:00, and \
             many countries forbid them."
        )
    );
    assert_eq!(warning(&now_form("30"), 3, evening, place), None);
    assert_eq!(
        warning(&now_form("0"), 5, evening, place),
        None,
        "all are sent now"
    );
    assert_eq!(
        warning(&now_form("30"), 1, evening, place),
        None,
        "there is only one"
    );
}

#[test]
fn a_window_that_has_to_be_changed_anyway_says_nothing() {
    for form in [
        TaskForm::default(),
        window("", ""),
        window("2026-11-22T01:00", "2026-11-22T03:00"),
        window("2026-12-22T23:00", "2026-12-23T03:00"),
    ] {
        assert_eq!(
            warning(&form, 1, NOW, "America/Mexico_City"),
            None,
            "{form:?}"
        );
    }
}

proptest! {
    /// Said exactly where one of the minutes of the window is one of the night.
    #[test]
    fn a_window_is_warned_of_exactly_where_one_of_its_minutes_is_at_night(
        first in 0_i64..5 * 24 * 60 - 31,
        length in 30_i64..36 * 60,
        zone_name in prop::sample::select(vec!["Asia/Jakarta", "Asia/Kolkata", "America/Tijuana", "Pacific/Apia"]),
    ) {
        let zone = TimeZone::get(zone_name).expect("an IANA name");
        let now: Timestamp = "2026-10-29T00:00:00Z".parse().expect("RFC 3339");
        let (earliest, latest) = (zone.to_datetime(now), zone.to_datetime(later(now, MAX_AHEAD)));
        let start = earliest.saturating_add(SignedDuration::from_mins(first));
        let end = start.saturating_add(SignedDuration::from_mins(length));
        let written = |time: DateTime| time.strftime("%Y-%m-%dT%H:%M").to_string();
        let said = warning(&window(&written(start), &written(end)), 1, "2026-10-29T00:00:00Z", zone_name);
        let is_accepted = parse_schedule(&window(&written(start), &written(end)), now, &zone).is_ok();
        let at_night = (0..length).any(|minute| {
            is_night(start.saturating_add(SignedDuration::from_mins(minute)).time())
        });
        prop_assume!(end <= latest || !is_accepted);
        prop_assert_eq!(said.is_some(), is_accepted && at_night, "{} {}", start, end);
    }
}
