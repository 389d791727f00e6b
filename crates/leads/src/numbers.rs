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

/// A count that was not counted to its end where there is more than `most`: `10,000+`.
pub fn capped(count: u32, most: u32) -> String {
    if count > most {
        format!("{}+", format_number(most))
    } else {
        format_number(count)
    }
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

/// Words as a list in a sentence: `5,000, 5,000 and 240`.
pub fn join_with_and(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// The sizes of parts in words: `20 of 10,000 and one of 4,000`. Neighbours of the same size are told together.
pub fn sizes_in_words(parts: &[u32]) -> String {
    let sizes: Vec<String> = parts
        .chunk_by(|one, other| one == other)
        .map(|same| match same {
            [only] => format!("one of {}", format_number(*only)),
            [first, ..] => format!(
                "{} of {}",
                format_number(same.len() as u64),
                format_number(*first)
            ),
            [] => String::new(),
        })
        .collect();
    join_with_and(&sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_together_where_they_are_the_same() {
        let mut parts = vec![10_000; 20];
        parts.push(4_000);
        assert_eq!(sizes_in_words(&parts), "20 of 10,000 and one of 4,000");
        assert_eq!(sizes_in_words(&[10_000, 1]), "one of 10,000 and one of 1");
        assert_eq!(sizes_in_words(&[5_000, 5_000]), "2 of 5,000");
    }

    #[test]
    fn more_than_is_counted_is_told_by_a_plus() {
        assert_eq!(capped(0, 10_000), "0");
        assert_eq!(capped(10_000, 10_000), "10,000");
        assert_eq!(capped(10_001, 10_000), "10,000+");
    }

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

    #[test]
    fn a_list_ends_with_and() {
        assert_eq!(
            join_with_and(&["5,000".to_owned(), "5,000".to_owned(), "240".to_owned()]),
            "5,000, 5,000 and 240"
        );
        assert_eq!(join_with_and(&["240".to_owned()]), "240");
    }
}
