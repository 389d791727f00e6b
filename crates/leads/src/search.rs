//! What is searched for: bounded, since every word costs a look into every row.

use localization::Message;

use crate::messages::searches;

/// The most words of one search.
pub const MAX_WORDS: usize = 8;

/// The most characters of one search, blanks around it not counted.
pub const MAX_CHARACTERS: usize = 200;

/// A text that is looked for. What Postgres cannot hold is taken out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText(String);

/// Why a text is not looked for; the sentence stands beside the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum TooMuchToSearch {
    /// More than [`MAX_CHARACTERS`].
    Characters {
        /// Characters found.
        found: usize,
    },
    /// More than [`MAX_WORDS`].
    Words {
        /// Words found.
        found: usize,
    },
}

impl TooMuchToSearch {
    /// What stands beside the field.
    pub fn message(self) -> Message {
        match self {
            TooMuchToSearch::Characters { found } => searches::characters(found, MAX_CHARACTERS),
            TooMuchToSearch::Words { found } => searches::words(found, MAX_WORDS),
        }
    }
}

impl SearchText {
    /// What was typed, as it is looked for.
    ///
    /// # Errors
    /// Where it is too long, or of too many words.
    pub fn parse(typed: &str) -> Result<SearchText, TooMuchToSearch> {
        let text = typed.replace('\0', " ");
        let text = text.trim();
        let found = text.chars().count();
        if found > MAX_CHARACTERS {
            return Err(TooMuchToSearch::Characters { found });
        }
        let found = text.split_whitespace().count();
        if found > MAX_WORDS {
            return Err(TooMuchToSearch::Words { found });
        }
        Ok(SearchText(text.to_owned()))
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it, as it stands.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits of a phone number, where nothing else is looked for: `62812335088` of `+62 812 335 088`, however it is grouped. A zero
    /// in front of a whole number stands for what is dialled before it, and is left out.
    pub fn number_digits(&self) -> Option<String> {
        digits_of_number(&self.0)
    }

    /// Its words, in lower case.
    pub fn words(&self) -> Vec<String> {
        let text = self.0.to_lowercase();
        text.split_whitespace().map(str::to_owned).collect()
    }
}

/// The fewest digits by which a number is looked for: with fewer of them too many people would be found.
pub const MIN_NUMBER_DIGITS: usize = 5;

/// The most digits of a phone number with its country code (ITU-T E.164).
const MAX_NUMBER_DIGITS: usize = 15;

/// From so many digits on a text is a whole number, in which zeros in front stand for what is dialled before it.
const WHOLE_NUMBER_DIGITS: usize = 9;

/// The digits of what was typed, where that is a phone number or the end of one.
fn digits_of_number(typed: &str) -> Option<String> {
    let is_between = |char: char| {
        char.is_whitespace() || matches!(char, '+' | '-' | '‑' | '–' | '.' | '(' | ')' | '/')
    };
    let mut chars = typed.chars();
    if !chars.all(|char| char.is_ascii_digit() || is_between(char)) {
        return None;
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let digits = match digits.len() >= WHOLE_NUMBER_DIGITS {
        true => digits.trim_start_matches('0'),
        false => &digits,
    };
    let is_number = (MIN_NUMBER_DIGITS..=MAX_NUMBER_DIGITS).contains(&digits.len());
    is_number.then(|| digits.to_owned())
}

/// The end of a phone number, or all of it, that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberSearch {
    digits: u32,
    value: u64,
}

impl NumberSearch {
    /// Whether a whole number was typed, as far as that can be told: then nobody learns more of it than they know.
    pub const fn is_whole(self) -> bool {
        self.digits as usize >= WHOLE_NUMBER_DIGITS
    }

    /// The number that was typed, however its digits are grouped: `35088`, `0812-335 088`, `+62 (812) 335088`. `None` where it is none:
    /// with anything else in it, with fewer than [`MIN_NUMBER_DIGITS`] or more digits than a number has.
    pub fn parse(typed: &str) -> Option<NumberSearch> {
        let digits = digits_of_number(typed)?;
        Some(NumberSearch {
            digits: u32::try_from(digits.len()).ok()?,
            value: digits.parse().ok()?,
        })
    }

    /// What a number leaves over when it is divided by [`NumberSearch::modulus`], if it ends so.
    pub const fn remainder(self) -> u64 {
        self.value
    }

    /// How many digits were typed.
    pub const fn digits(self) -> u32 {
        self.digits
    }

    /// Ten to the number of digits.
    pub const fn modulus(self) -> u64 {
        10_u64.pow(self.digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_has_at_most_8_words_and_200_characters() {
        let eight = "a b c d e f g h";
        assert_eq!(
            SearchText::parse(eight).map(|text| text.words().len()),
            Ok(8)
        );
        assert_eq!(
            SearchText::parse("a b c d e f g h i"),
            Err(TooMuchToSearch::Words { found: 9 })
        );
        let longest = "é".repeat(200);
        assert!(SearchText::parse(&format!("  {longest}\n")).is_ok());
        assert_eq!(
            SearchText::parse(&format!("{longest}é")),
            Err(TooMuchToSearch::Characters { found: 201 })
        );
        let sentence = TooMuchToSearch::Words { found: 9 }.to_string();
        assert_eq!(sentence, "This search has 9 words. Use at most 8.");
    }

    #[test]
    fn blanks_around_it_and_nul_are_not_looked_for() {
        let text = SearchText::parse(" \0Ana\0RUIZ ").expect("short");
        assert_eq!(text.as_str(), "Ana RUIZ");
        assert_eq!(text.words(), ["ana", "ruiz"]);
        assert!(SearchText::parse("\0 ").is_ok_and(|text| text.is_empty()));
    }

    #[test]
    fn what_is_looked_for_in_a_list_may_be_a_number_as_it_is_shown() {
        let digits = |typed| {
            let text = SearchText::parse(typed).expect("short");
            text.number_digits()
        };
        for typed in ["+62 812 335 088", "62812335088", " (62) 812-335.088 "] {
            assert_eq!(digits(typed).as_deref(), Some("62812335088"), "{typed}");
        }
        assert_eq!(digits("0812 335 088").as_deref(), Some("812335088"));
        assert_eq!(digits("335 088").as_deref(), Some("335088"));
        for other in ["", "5088", "W48", "62812335088 Ana"] {
            assert_eq!(digits(other), None, "{other}");
        }
    }

    #[test]
    fn a_number_is_looked_for_by_its_end_however_it_is_grouped() {
        let find =
            |typed| NumberSearch::parse(typed).map(|search| (search.remainder(), search.modulus()));
        for (typed, value, modulus) in [
            ("35088", 35_088, 100_000),
            ("05088", 5_088, 100_000),
            ("0812-335 088", 812_335_088, 1_000_000_000),
            ("+62 (812) 335.088", 62_812_335_088, 100_000_000_000),
            ("0062812335088", 62_812_335_088, 100_000_000_000),
            ("\u{a0}35088 ", 35_088, 100_000),
        ] {
            assert_eq!(find(typed), Some((value, modulus)), "{typed}");
        }
    }

    #[test]
    fn words_and_short_runs_of_digits_are_no_number() {
        for typed in [
            "",
            "5088",
            "week 48",
            "00000",
            "w48-66213",
            "1234567890123456",
            "٣٥٠٨٨",
        ] {
            let found = NumberSearch::parse(typed);
            // Five zeros are the end of a number as well.
            assert_eq!(found.is_some(), typed == "00000", "{typed}");
        }
    }
}
