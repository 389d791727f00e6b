//! Numbers as people read them.

/// A whole number with a comma between groups of three digits.
pub fn grouped(number: impl Into<u64>) -> String {
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
pub fn counted(count: impl Into<u64>, one: &str, many: &str) -> String {
    let count = count.into();
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// The shortest run of digits that is taken for a phone number: shorter ones are limits and counts.
const SHORTEST_NUMBER: usize = 5;

/// A text of the provider with every phone number in it masked to its last four digits.
pub fn mask_numbers(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|character: char| character.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let length = from
            .find(|character: char| !character.is_ascii_digit())
            .unwrap_or(from.len());
        let (digits, after) = from.split_at(length);
        masked.push_str(before);
        if length < SHORTEST_NUMBER {
            masked.push_str(digits);
        } else {
            masked.push_str(&last_four(digits));
        }
        rest = after;
    }
    masked.push_str(rest);
    masked
}

/// A phone number, however it is written, as its last four digits.
pub fn last_four(number: &str) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    let last = &digits[digits.len().saturating_sub(4)..];
    format!("•••• {}", last.iter().collect::<String>())
}

/// Words as a list in a sentence: `5,000, 5,000 and 240`.
pub fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
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
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn one_thing_is_singular() {
        assert_eq!(counted(1u32, "lead", "leads"), "1 lead");
        assert_eq!(counted(9_812u32, "lead", "leads"), "9,812 leads");
    }

    #[test]
    fn numbers_are_masked_to_their_last_four_digits_wherever_they_stand() {
        for (text, masked) in [
            (
                "Country Code Error: 13016111",
                "Country Code Error: •••• 6111",
            ),
            ("+628129000000 blocked", "+•••• 0000 blocked"),
            ("Error 1302: at most 64", "Error 1302: at most 64"),
            ("", ""),
        ] {
            assert_eq!(mask_numbers(text), masked);
        }
        assert_eq!(last_four("0812-335-088"), "•••• 5088");
    }

    #[test]
    fn a_list_ends_with_and() {
        assert_eq!(
            listed(&["5,000".to_owned(), "5,000".to_owned(), "240".to_owned()]),
            "5,000, 5,000 and 240"
        );
        assert_eq!(listed(&["240".to_owned()]), "240");
    }
}
