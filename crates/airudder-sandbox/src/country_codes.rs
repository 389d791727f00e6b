//! Country calling codes, as the ITU assigns them in the list that goes with Recommendation E.164.

/// Codes of one and two digits. No code begins with another one, so the shorter can be tried first.
const SHORT: &str = "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 \
    81 82 84 86 90 91 92 93 94 95 98";

/// Codes of three digits, as ranges with both ends.
const LONG: &[(u16, u16)] = &[
    (211, 213),
    (216, 216),
    (218, 218),
    (220, 258),
    (260, 269),
    (290, 291),
    (297, 299),
    (350, 359),
    (370, 383),
    (385, 387),
    (389, 389),
    (420, 421),
    (423, 423),
    (500, 509),
    (590, 599),
    (670, 670),
    (672, 683),
    (685, 692),
    (800, 800),
    (808, 808),
    (850, 850),
    (852, 853),
    (855, 856),
    (870, 870),
    (878, 878),
    (880, 883),
    (886, 886),
    (888, 888),
    (960, 968),
    (970, 977),
    (979, 979),
    (992, 996),
    (998, 998),
];

/// Says whether `digits` (a number without its plus) begin with an assigned country code that can hold the rest.
///
/// Only the North American plan has one length for all its numbers: code 1 and ten digits.
pub(crate) fn has_country_code(digits: &str) -> bool {
    if digits.starts_with('1') {
        return digits.len() == 11;
    }
    let short = SHORT
        .split_ascii_whitespace()
        .any(|code| digits.starts_with(code));
    let long = digits.get(..3).and_then(|head| head.parse::<u16>().ok());
    short
        || long.is_some_and(|head| {
            LONG.iter()
                .any(|(first, last)| (*first..=*last).contains(&head))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assigned_country_codes_are_known() {
        for digits in [
            "6212341234",
            "639171234567",
            "919812345678",
            "522221234567",
            "85212345678",
            "12025550123",
            "998901234567",
        ] {
            assert!(has_country_code(digits), "{digits}");
        }
    }

    #[test]
    fn unassigned_country_codes_are_not_known() {
        for digits in [
            "13016111",
            "0812368273",
            "2101234567",
            "9991234567",
            "8412",
            "21",
            "",
        ] {
            assert_eq!(has_country_code(digits), digits == "8412", "{digits}");
        }
    }
}
