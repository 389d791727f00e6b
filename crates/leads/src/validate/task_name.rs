//! The name of a task.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::text::{length, shown, trimmed};
use crate::messages::form_problems;

/// The longest name in characters that the provider gets. Its documentation allows 64; the one public client of the call cuts at
/// 63 and calls that the limit, so the shorter one is taken.
pub const MAX_PROVIDER_NAME_LENGTH: usize = 63;

/// What [`TaskName::with_suffix`] adds, in characters.
const SUFFIX: usize = 9;

/// The longest name in characters that a person may give.
pub const MAX_TASK_NAME_LENGTH: usize = MAX_PROVIDER_NAME_LENGTH - SUFFIX;

/// The longest name that was ever stored: tasks of an earlier version keep theirs.
const MAX_STORED_LENGTH: usize = 55;

/// What the name of a test begins with.
const TEST: &str = "Test: ";

/// Of the suffix: no `0` and `o`, no `1` and `l`. Thirty-two, so that every byte gives each with the same chance.
const ALPHABET: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// The name as a person typed it: 1 to [`MAX_TASK_NAME_LENGTH`] printable ASCII characters, no blanks around them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TaskName(String);

impl TaskName {
    /// Reads a name; blanks around it are dropped.
    ///
    /// # Errors
    /// One text with everything that has to be fixed. The provider's documentation allows English characters only.
    pub fn parse(text: &str) -> Result<TaskName, Message> {
        TaskName::of_length(text, MAX_TASK_NAME_LENGTH)
    }

    fn of_length(text: &str, longest: usize) -> Result<TaskName, Message> {
        let name = trimmed(text);
        if name.is_empty() {
            return Err(form_problems::task_name());
        }
        let mut sentences = Vec::new();
        let foreign: Vec<char> = name
            .chars()
            .filter(|character| !matches!(character, ' '..='~'))
            .collect();
        if !foreign.is_empty() {
            sentences.push(form_problems::foreign_letters(shown(&foreign)));
        }
        let found = length(name);
        if found > longest {
            sentences.push(form_problems::long_name(found, longest));
        }
        if sentences.is_empty() {
            Ok(TaskName(name.to_owned()))
        } else {
            Err(Message::sentences(sentences))
        }
    }

    /// The name of a test of what is called so; what the provider would refuse of that is left out.
    pub fn of_test(name: &str) -> TaskName {
        let printable = name.chars().filter(|letter| matches!(letter, ' '..='~'));
        let name: String = TEST.chars().chain(printable).collect();
        let short: String = name.chars().take(MAX_TASK_NAME_LENGTH).collect();
        TaskName(trimmed(&short).to_owned())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name that the provider gets: with `-` and eight characters that nobody can guess, so that the task can be
    /// found again by its name alone. At most [`MAX_PROVIDER_NAME_LENGTH`] characters.
    pub fn with_suffix(&self, random: [u8; 8]) -> String {
        let suffix = random.map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
        format!("{}-{}", self.0, String::from_iter(suffix))
    }
}

/// From stored data only: what people type goes through [`TaskName::parse`].
impl TryFrom<String> for TaskName {
    type Error = Message;
    fn try_from(text: String) -> Result<TaskName, Message> {
        TaskName::of_length(&text, MAX_STORED_LENGTH)
    }
}

impl From<TaskName> for String {
    fn from(name: TaskName) -> String {
        name.0
    }
}

impl std::fmt::Display for TaskName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_around_a_name_are_dropped() {
        let name = TaskName::parse("  Black Friday #2 (MX) ");
        assert_eq!(
            name.map(String::from),
            Ok("Black Friday #2 (MX)".to_owned())
        );
    }

    #[test]
    fn a_name_that_is_too_long_and_not_english_says_both() {
        let sentence = TaskName::parse(&format!("Promoción {}", "x".repeat(50)));
        assert_eq!(
            sentence.err().map(|text| text.to_string()).as_deref(),
            Some(
                "Use English letters, digits and punctuation only. AIRudder refuses “ó”. \
                 The name has 60 characters. Shorten it to 54."
            )
        );
    }

    #[test]
    fn a_test_has_a_good_name_whatever_it_is_a_test_of() {
        let long = "x".repeat(80);
        for (name, test) in [
            ("Week 47", "Test: Week 47"),
            ("Promoción", "Test: Promocin"),
            ("", "Test:"),
            ("快递", "Test:"),
            (long.as_str(), &format!("Test: {}", "x".repeat(48))),
        ] {
            let name = TaskName::of_test(name);
            assert_eq!(name.as_str(), test);
            assert_eq!(TaskName::parse(name.as_str()).as_ref(), Ok(&name));
        }
    }

    #[test]
    fn a_name_of_blanks_is_no_name() {
        assert_eq!(
            TaskName::parse(" \t")
                .err()
                .map(|text| text.to_string())
                .as_deref(),
            Some("Enter a task name.")
        );
        assert!(TaskName::parse("two\tcolumns").is_err());
    }

    #[test]
    fn the_longest_name_with_its_suffix_is_what_the_provider_allows() {
        let name = TaskName::parse(&"x".repeat(MAX_TASK_NAME_LENGTH)).expect("long enough");
        assert_eq!(name.with_suffix([255; 8]).len(), MAX_PROVIDER_NAME_LENGTH);
        assert_eq!(MAX_PROVIDER_NAME_LENGTH, 63);
        assert!(TaskName::parse(&"x".repeat(MAX_TASK_NAME_LENGTH + 1)).is_err());
    }

    #[test]
    fn a_name_that_was_stored_when_one_more_was_allowed_is_still_read() {
        let stored = serde_json::to_string(&"x".repeat(55)).expect("plain data");
        assert!(serde_json::from_str::<TaskName>(&stored).is_ok());
        let never = serde_json::to_string(&"x".repeat(56)).expect("plain data");
        assert!(serde_json::from_str::<TaskName>(&never).is_err());
    }

    #[test]
    fn the_suffix_follows_from_the_random_bytes() {
        let name = TaskName::parse("Friday").expect("a name");
        assert_eq!(
            name.with_suffix([0, 7, 8, 31, 32, 40, 255, 18]),
            "Friday-29az2azk"
        );
        let mut letters = ALPHABET.to_vec();
        letters.dedup();
        assert_eq!(letters.len(), 32);
        assert!(!letters.iter().any(|letter| b"01lo".contains(letter)));
    }
}
