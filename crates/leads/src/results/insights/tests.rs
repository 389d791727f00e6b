use proptest::prelude::*;

use super::*;

/// The zones of the accounts, and one whose clocks change.
const ZONES: [&str; 5] = [
    "Asia/Manila",
    "Asia/Jakarta",
    "Asia/Kolkata",
    "America/Mexico_City",
    "America/Tijuana",
];

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("an IANA name")
}

fn date(text: &str) -> Date {
    text.parse().expect("a day")
}

fn days(first: &str, last: &str) -> Days {
    Days {
        first: date(first),
        last: date(last),
        is_cut: false,
    }
}

fn period(since: &str, until: &str) -> Period {
    Period {
        since: since.parse().expect("RFC 3339"),
        until: until.parse().expect("RFC 3339"),
    }
}

#[test]
fn weeks_up_to_today_begin_on_mondays() {
    // A Friday, a Monday and a Sunday.
    for (today, first) in [
        ("2026-11-27", "2026-11-02"),
        ("2026-11-23", "2026-11-02"),
        ("2026-11-29", "2026-11-02"),
    ] {
        let today = date(today);
        assert_eq!(InsightsPeriod::FourWeeks.days(today).first, date(first));
        assert_eq!(InsightsPeriod::FourWeeks.days(today).last, today);
        let count = |period: InsightsPeriod| weeks(period.days(today), &zone("Asia/Jakarta")).len();
        let counts = InsightsPeriod::UP_TO_TODAY.map(count);
        assert_eq!(counts, [4, 12, 52]);
    }
}

#[test]
fn chosen_days_hold_both_ends_and_at_most_two_years() {
    let today = date("2026-11-27");
    let chosen = |from: Option<&str>, to: Option<&str>| {
        let period = InsightsPeriod::Days {
            from: from.map(date),
            to: to.map(date),
        };
        period.days(today)
    };
    assert_eq!(
        chosen(Some("2026-09-02"), Some("2026-09-02")),
        days("2026-09-02", "2026-09-02")
    );
    assert_eq!(
        chosen(Some("2026-11-20"), None),
        days("2026-11-20", "2026-11-27")
    );
    assert_eq!(
        chosen(None, Some("2026-11-27")),
        days("2026-09-05", "2026-11-27")
    );
    let cut = chosen(Some("1999-01-01"), Some("2026-11-27"));
    assert!(cut.is_cut);
    assert_eq!(cut.first, date("2024-11-27"));
    assert_eq!(
        weeks(
            chosen(Some("2026-12-24"), Some("2026-12-01")),
            &zone("Asia/Manila")
        ),
        []
    );
}

#[test]
fn a_week_is_of_the_days_of_the_zone_and_an_hour_longer_or_shorter_where_clocks_change() {
    let hours = |zone_name: &str, first: &str, last: &str| {
        let found = weeks(days(first, last), &zone(zone_name));
        assert_eq!(found.len(), 1);
        let Period { since, until } = found[0].period;
        (since.to_string(), until.duration_since(since).as_hours())
    };
    // Tijuana changes on the second Sunday of March and the first of November.
    assert_eq!(
        hours("America/Tijuana", "2026-03-02", "2026-03-08"),
        ("2026-03-02T08:00:00Z".to_owned(), 7 * 24 - 1)
    );
    assert_eq!(
        hours("America/Tijuana", "2026-10-26", "2026-11-01"),
        ("2026-10-26T07:00:00Z".to_owned(), 7 * 24 + 1)
    );
    assert_eq!(
        hours("Asia/Kolkata", "2026-11-23", "2026-11-29"),
        ("2026-11-22T18:30:00Z".to_owned(), 7 * 24)
    );
    assert_eq!(
        hours("America/Mexico_City", "2026-11-23", "2026-11-29"),
        ("2026-11-23T06:00:00Z".to_owned(), 7 * 24)
    );
}

#[test]
fn a_week_of_which_days_are_missing_is_a_part() {
    let found = weeks(days("2026-11-18", "2026-11-27"), &zone("Asia/Manila"));
    let parts: Vec<bool> = found.iter().map(Week::is_part).collect();
    assert_eq!(parts, [true, true]);
    let whole = weeks(days("2026-11-16", "2026-11-22"), &zone("Asia/Manila"));
    assert!(!whole[0].is_part());
}

#[test]
fn offsets_change_where_the_clocks_do() {
    let year = period("2026-01-01T08:00:00Z", "2027-01-01T08:00:00Z");
    let told: Vec<(String, i32)> = offsets(year, &zone("America/Tijuana"))
        .into_iter()
        .map(|(at, seconds)| (at.to_string(), seconds / 3600))
        .collect();
    assert_eq!(
        told,
        [
            ("2026-01-01T08:00:00Z".to_owned(), -8),
            ("2026-03-08T10:00:00Z".to_owned(), -7),
            ("2026-11-01T09:00:00Z".to_owned(), -8),
        ]
    );
    for name in &ZONES[..4] {
        assert_eq!(offsets(year, &zone(name)).len(), 1, "{name}");
    }
}

#[test]
fn the_others_are_compared_with_the_best_known() {
    let of = |name: &str, reached: u32, dialled: u32| Compared {
        id: name.to_owned(),
        name: name.to_owned(),
        sums: InsightSums {
            dialled,
            reached,
            ..InsightSums::default()
        },
    };
    let compared = [
        of("v2", 8_902, 19_022),
        of("v3", 6_050, 11_840),
        of("Birthday", 15, 29),
    ];
    let compared_in_words = comparisons(&compared);
    let texts: Vec<String> = compared_in_words.iter().map(ToString::to_string).collect();
    let [v3, birthday] = &texts[..] else {
        panic!("two are compared with the first");
    };
    assert_eq!(v3, "v3 reaches 4.3 points more than v2, 3.2 to 5.4.");
    assert!(birthday.contains("too few calls to tell"), "{birthday}");
    assert!(comparisons(&compared[..1]).is_empty());
    assert!(comparisons(&[]).is_empty());
    let told = interval(compared[0].sums.reach_rate());
    assert_eq!(told.expect("there are calls").to_string(), "46.1 to 47.5%");
    assert_eq!(interval(InsightSums::default().reach_rate()), None);
}

proptest! {
    /// Days are cut into weeks without a gap and without overlap, whatever the zone.
    #[test]
    fn weeks_follow_each_other(first in 0_i64..4_000, length in 0_i64..400, name in 0_usize..ZONES.len()) {
        let first = date("2020-01-01").saturating_add(first.days());
        let last = first.saturating_add(length.days());
        let zone = zone(ZONES[name]);
        let found = weeks(Days { first, last, is_cut: false }, &zone);
        prop_assert_eq!(found[0].first, first);
        prop_assert_eq!(found[found.len() - 1].last, last);
        for pair in found.windows(2) {
            prop_assert_eq!(pair[0].period.until, pair[1].period.since);
            prop_assert_eq!(pair[0].last.tomorrow().unwrap(), pair[1].first);
            prop_assert_eq!(pair[1].first.weekday(), Weekday::Monday);
        }
        let whole = Period { since: found[0].period.since, until: found[found.len() - 1].period.until };
        for (at, seconds) in offsets(whole, &zone) {
            prop_assert_eq!(zone.to_offset(at).seconds(), seconds);
        }
    }
}
