//! Rates as people read them.

use super::*;

#[test]
fn a_rate_is_rounded_half_up_and_never_to_none_or_all() {
    for (part, base, text) in [
        (0, 0, "–"),
        (0, 9, "0.0%"),
        (9, 9, "100.0%"),
        (4_812, 9_412, "51.1%"),
        (1, 2_000, "0.1%"),
        (1, 2_001, "under 0.1%"),
        (1_999, 2_000, "over 99.9%"),
        (1_998, 2_000, "99.9%"),
        (1, 3, "33.3%"),
        (1, 800, "0.1%"),
        (3, 800, "0.4%"),
        (30, 2, "1,500.0%"),
    ] {
        assert_eq!(
            Rate { part, base }.message().to_string(),
            text,
            "{part} of {base}"
        );
    }
    assert_eq!(Rate { part: 2, base: 3 }.percent(), Some(66.7));
    assert_eq!(Rate { part: 0, base: 0 }.percent(), None);
    let rate = Rate {
        part: 4_812,
        base: 9_412,
    };
    assert_eq!(
        rate.with_base("dialled").to_string(),
        "4,812 (51.1% of dialled)"
    );
}
