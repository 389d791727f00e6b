//! Numbers as people read them.

mod masking;

pub use masking::{last_four, mask_numbers};

/// A whole number with a comma between groups of three digits.
pub fn format_number(number: impl Into<u64>) -> String {
    let digits = number.into().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A count with its noun: `1 lead`, `9,812 leads`.
pub fn count_with_noun(count: impl Into<u64>, one: &str, many: &str) -> String {
    let count = count.into();
    format!(
        "{} {}",
        format_number(count),
        if count == 1 { one } else { many }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_by_three() {
        for (number, text) in [
            (0u32, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (10_240, "10,240"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(format_number(number), text);
        }
    }

    #[test]
    fn one_thing_is_singular() {
        assert_eq!(count_with_noun(1u32, "lead", "leads"), "1 lead");
        assert_eq!(count_with_noun(9_812u32, "lead", "leads"), "9,812 leads");
    }
}
