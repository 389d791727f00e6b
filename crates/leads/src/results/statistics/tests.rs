//! Published values, and what holds for every interval.

use proptest::prelude::*;

use super::*;

fn rate(part: u64, base: u64) -> Rate {
    Rate { part, base }
}

fn assert_near(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() < 0.000_051,
        "{found} is not {expected}"
    );
}

#[test]
fn one_rate_has_the_published_interval() {
    // R. G. Newcombe (1998), “Two-sided confidence intervals for the single proportion: comparison of seven methods”, Statistics in
    // Medicine 17:857–872, table I, method 3.
    for (part, base, low, high) in [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ] {
        let found = wilson(rate(part, base)).unwrap();
        assert_near(found.low, low);
        assert_near(found.high, high);
    }
}

#[test]
fn two_rates_have_the_published_interval_of_their_difference() {
    // R. G. Newcombe (1998), as above, table II, method 10.
    for (one, other, low, high) in [
        (rate(56, 70), rate(48, 80), 0.0524, 0.3339),
        (rate(9, 10), rate(3, 10), 0.1705, 0.8090),
    ] {
        let found = difference(one, other).unwrap();
        assert_near(found.interval.low, low);
        assert_near(found.interval.high, high);
    }
}

#[test]
fn a_difference_is_told_in_points_and_only_where_there_is_one() {
    let (v3, v2) = (rate(6_050, 11_840), rate(8_902, 19_022));
    assert_eq!(
        compare(v3, v2)
            .message(ComparedRate::Reach, "v3", "v2")
            .to_string(),
        "v3 reaches 4.3 points more than v2, 3.2 to 5.4."
    );
    assert_eq!(
        compare(v2, v3)
            .message(ComparedRate::Reach, "v2", "v3")
            .to_string(),
        "v2 reaches 4.3 points less than v3, 3.2 to 5.4."
    );
    assert_eq!(
        compare(rate(50, 100), rate(48, 100))
            .message(ComparedRate::Reach, "v3", "v2")
            .to_string(),
        "v3 and v2: no difference can be told, −11.6 to +15.5 points."
    );
    assert_eq!(
        compare(rate(29, 29), rate(0, 1_000))
            .message(ComparedRate::Reach, "v3", "v2")
            .to_string(),
        "v3 and v2: too few calls to tell. Each needs at least 30."
    );
    assert!(matches!(
        compare(rate(30, 30), rate(0, 30)),
        Comparison::Higher(_)
    ));
}

#[test]
fn no_calls_have_no_interval() {
    assert_eq!(wilson(rate(0, 0)), None);
    assert_eq!(wilson(rate(2, 1)), None);
    assert_eq!(compare(rate(0, 0), rate(40, 50)), Comparison::TooFew);
}

fn rates() -> impl Strategy<Value = Rate> {
    (1_u64..10_000_000)
        .prop_flat_map(|base| (0..=base, Just(base)))
        .prop_map(|(part, base)| rate(part, base))
}

proptest! {
    #[test]
    fn an_interval_is_within_0_and_1_and_holds_the_rate(rate in rates()) {
        let found = wilson(rate).unwrap();
        prop_assert!((0.0..=1.0).contains(&found.low) && (0.0..=1.0).contains(&found.high));
        prop_assert!((found.low..=found.high).contains(&share(rate)));
        prop_assert!(found.low < found.high);
    }

    #[test]
    fn an_interval_is_narrower_with_more_calls(one in rates(), times in 2_u64..50) {
        let more = rate(one.part * times, one.base * times);
        let (few, many) = (wilson(one).unwrap(), wilson(more).unwrap());
        prop_assert!(many.high - many.low < few.high - few.low);
    }

    #[test]
    fn reached_and_not_reached_have_mirrored_intervals(one in rates()) {
        let found = wilson(one).unwrap();
        let other = wilson(rate(one.base - one.part, one.base)).unwrap();
        prop_assert!((found.low - (1.0 - other.high)).abs() < 1e-9);
        prop_assert!((found.high - (1.0 - other.low)).abs() < 1e-9);
    }

    #[test]
    fn a_difference_holds_its_estimate_and_is_the_same_seen_from_the_other_rate(one in rates(), other in rates()) {
        let found = difference(one, other).unwrap();
        prop_assert!((-1.0..=1.0).contains(&found.interval.low) && (-1.0..=1.0).contains(&found.interval.high));
        prop_assert!((found.interval.low..=found.interval.high).contains(&found.estimate));
        let other_way = turned(difference(other, one).unwrap());
        prop_assert!((found.estimate - other_way.estimate).abs() < 1e-12);
        prop_assert!((found.interval.low - other_way.interval.low).abs() < 1e-12);
        prop_assert!((found.interval.high - other_way.interval.high).abs() < 1e-12);
    }

    #[test]
    fn a_rate_differs_from_itself_by_nothing(one in rates()) {
        prop_assert!(!matches!(compare(one, one), Comparison::Higher(_) | Comparison::Lower(_)));
    }
}

#[test]
fn a_comparison_of_interest_does_not_speak_of_reaching() {
    let (now, before) = (rate(300, 1_000), rate(200, 1_000));
    let told = compare(now, before).message(ComparedRate::Interest, "This task", "the task before");
    assert_eq!(
        told.to_string(),
        "This task interests 10.0 points more than the task before, 6.2 to 13.7."
    );
}
