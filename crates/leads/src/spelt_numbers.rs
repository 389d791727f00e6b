//! Phone numbers that a text may hold, however they are spelt: for finding every place that names somebody.

/// Fewer digits are no phone number (ITU-T E.164 allows 15 with the calling code; no national number of a mobile is shorter than 7).
const FEWEST: usize = 7;
const MOST: usize = 15;

/// Characters that may stand between two groups of digits of one number, at most so many.
const MOST_BETWEEN: usize = 3;

/// Groups of digits of one text that are looked at: a cell has few.
const MOST_GROUPS: usize = 64;

/// Every number in E.164, without its plus, that the text may hold: its groups of digits alone and together with those behind them, with
/// the international prefix or the national one taken away, and with each of those calling codes in front. None is validated: each is only
/// compared.
pub fn spelt_numbers(text: &str, calling_codes: &[&str]) -> Vec<i64> {
    let groups = groups(text);
    let mut found = Vec::new();
    for first in 0..groups.len() {
        let mut digits = String::new();
        for (place, (group, is_joined)) in groups.iter().enumerate().skip(first) {
            if place > first && !is_joined {
                break;
            }
            digits.push_str(group);
            // As an international prefix, `00` or `011` is among the zeros and ones that may stand before.
            if digits.len() > MOST + 3 {
                break;
            }
            push_readings(&digits, calling_codes, &mut found);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn push_readings(digits: &str, calling_codes: &[&str], found: &mut Vec<i64>) {
    let national = digits.trim_start_matches('0');
    let without_prefix = digits.strip_prefix("011").into_iter();
    for whole in std::iter::once(national).chain(without_prefix) {
        if (FEWEST..=MOST).contains(&whole.len()) {
            found.extend(whole.parse::<i64>().ok());
        }
    }
    for code in calling_codes {
        let length = code.len() + national.len();
        if national.len() >= FEWEST && length <= MOST {
            found.extend(format!("{code}{national}").parse::<i64>().ok());
        }
    }
}

/// The groups of digits, each with whether it may go on with the number of the group before it.
fn groups(text: &str) -> Vec<(String, bool)> {
    let mut groups: Vec<(String, bool)> = Vec::new();
    let (mut is_open, mut is_joined, mut between) = (false, false, 0);
    for letter in text.chars() {
        match letter.to_digit(10) {
            Some(_) => {
                if !is_open {
                    groups.push((String::new(), is_joined));
                }
                if let Some((group, _)) = groups.last_mut() {
                    group.push(letter);
                }
                (is_open, is_joined, between) = (true, true, 0);
            }
            None => {
                between += 1;
                is_open = false;
                is_joined &= between <= MOST_BETWEEN && !letter.is_alphabetic();
            }
        }
        if groups.len() > MOST_GROUPS {
            break;
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_it_is_spelt() {
        for spelling in [
            "+628123456789",
            "62 812-3456-789",
            "0062 (812) 3456 789",
            "0812 3456 789",
            "8123456789",
            "8123456789.0",
            "011 62 8123456789",
            "Budi, 0812.3456.789 after 5 pm",
            "0813 999 8888 / 0812 3456 789",
            "0813,0812,3456789",
        ] {
            let found = spelt_numbers(spelling, &["62"]);
            assert!(found.contains(&628_123_456_789), "{spelling}: {found:?}");
        }
    }

    #[test]
    fn what_is_no_number_or_somebody_else_is_not_found() {
        for spelling in [
            "",
            "Budi",
            "123456",
            "0812 3456 78",
            "0812 3456 7890",
            "0812 born 3456 in 789",
            "98123456789",
        ] {
            let found = spelt_numbers(spelling, &["62"]);
            assert!(!found.contains(&628_123_456_789), "{spelling}: {found:?}");
        }
        assert!(
            !spelt_numbers("8123456789", &["52"]).contains(&628_123_456_789),
            "of another country"
        );
    }

    #[test]
    fn a_long_text_of_digits_takes_no_long_time() {
        let text = "1 ".repeat(100_000);
        assert!(spelt_numbers(&text, &["62"]).len() < 1_000);
    }
}
