//! Numbers that people type where they have none: `9999999999`, `081234567890`.

/// So many equal digits at the end are no chance: one number in a million has them.
const EQUAL: usize = 7;

/// The same of digits of which each is one more, or one less, than the one before: all ten, since fewer end many a number that is
/// only easy to remember, and the examples of libphonenumber.
const IN_ORDER: usize = 10;

/// Whether the digits look typed for the sake of having some: the same one many times, or many in order, at the end.
pub(super) fn is_dummy(digits: &str) -> bool {
    let mut backwards = digits.bytes().rev();
    let (Some(last), Some(before)) = (backwards.next(), backwards.next()) else {
        return false;
    };
    let is_run = |step: fn(u8) -> u8, least: usize| {
        // Of most numbers the last two digits are looked at.
        step(before) == last
            && digits
                .as_bytes()
                .windows(2)
                .rev()
                .take_while(|pair| step(pair[0]) == pair[1])
                .count()
                + 1
                >= least
    };
    // As on a keyboard, where 0 follows 9. No national number begins with 0: that one would be the country code's.
    let rising = |digit| match digit {
        b'9' => b'0',
        b'0' => 0,
        _ => digit + 1,
    };
    is_run(|digit| digit, EQUAL) || is_run(rising, IN_ORDER) || is_run(|digit| digit - 1, IN_ORDER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_typed_for_the_sake_of_having_some_are_known() {
        for digits in [
            "919999999999",
            "919876543210",
            "6281234567890",
            "6281111111111",
            "639999999999",
            "525555555555",
        ] {
            assert!(is_dummy(digits), "{digits}");
        }
        for digits in [
            "",
            "9",
            "62812335088",
            "62812345678",
            "525512345678",
            "918123456789",
            "60123456789",
            "639171234567",
            "6281200000001",
            "919812345678",
            "6281211333333",
        ] {
            assert!(!is_dummy(digits), "{digits}");
        }
    }
}
