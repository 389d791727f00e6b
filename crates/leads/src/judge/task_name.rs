//! The name of a task.

use serde::{Deserialize, Serialize};

use super::text::{length, shown, trimmed};

/// The longest name in characters: the provider's documentation allows 64, the suffix takes nine of them.
pub const TASK_NAME_LONGEST: usize = 55;

/// Of the suffix: no `0` and `o`, no `1` and `l`. Thirty-two, so that every byte gives each with the same chance.
const ALPHABET: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// The name as a person typed it: 1 to [`TASK_NAME_LONGEST`] printable ASCII characters, no blanks around them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TaskName(String);

impl TaskName {
    /// Reads a name; blanks around it are dropped.
    ///
    /// # Errors
    /// One text with everything that has to be mended. The provider's documentation allows English characters only.
    pub fn parse(text: &str) -> Result<TaskName, String> {
        let name = trimmed(text);
        if name.is_empty() {
            return Err("Give the task a name.".to_owned());
        }
        let mut sentences = Vec::new();
        let foreign: Vec<char> = name
            .chars()
            .filter(|character| !matches!(character, ' '..='~'))
            .collect();
        if !foreign.is_empty() {
            sentences.push(format!(
                "Use English letters, digits and punctuation: AIRudder refuses {}.",
                shown(&foreign)
            ));
        }
        let found = length(name);
        if found > TASK_NAME_LONGEST {
            sentences.push(format!(
                "The name has {found} characters and may have {TASK_NAME_LONGEST}. Shorten it."
            ));
        }
        if sentences.is_empty() {
            Ok(TaskName(name.to_owned()))
        } else {
            Err(sentences.join(" "))
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name that the provider gets: with `-` and eight characters that nobody can guess, so that the task can be
    /// found again by its name alone. At most 64 characters.
    pub fn with_suffix(&self, random: [u8; 8]) -> String {
        let suffix = random.map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
        format!("{}-{}", self.0, String::from_iter(suffix))
    }
}

impl TryFrom<String> for TaskName {
    type Error = String;
    fn try_from(text: String) -> Result<TaskName, String> {
        TaskName::parse(&text)
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
            sentence.err().as_deref(),
            Some(
                "Use English letters, digits and punctuation: AIRudder refuses “ó”. \
                 The name has 60 characters and may have 55. Shorten it."
            )
        );
    }

    #[test]
    fn a_name_of_blanks_is_no_name() {
        assert_eq!(
            TaskName::parse(" \t").err().as_deref(),
            Some("Give the task a name.")
        );
        assert!(TaskName::parse("two\tcolumns").is_err());
    }

    #[test]
    fn the_longest_name_with_its_suffix_is_what_the_provider_allows() {
        let name = TaskName::parse(&"x".repeat(TASK_NAME_LONGEST)).expect("long enough");
        assert_eq!(name.with_suffix([255; 8]).len(), 64);
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
