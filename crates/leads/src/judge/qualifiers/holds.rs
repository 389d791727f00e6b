//! Columns that say whether a person may be called, in the languages of the accounts.

mod words;

use serde::{Deserialize, Serialize};

use crate::judge::columns::tokens;
use crate::judge::text::{length, trimmed};
use crate::marks::HoldReason;
use words::{
    CALLABLE, CHANNELS, CONSENT, DECEASED, DO_NOT_CALL, NEGATIONS, NO_CONSENT, OTHER_STATUS, OVER,
    PHONE_CALLS, PLAIN_NO, PLAIN_YES, REFUSED, STATUS,
};

/// What a column says, and which of its answers hold a row back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldKind {
    /// Not to be called: everything but a plain no.
    DoNotCall,
    /// May be called: a plain no.
    Callable,
    /// Consent: a plain no.
    Consent,
    /// No consent: everything but a plain no.
    NoConsent,
    /// A status: a word that says that the matter is over, or not to call.
    Status,
    /// Over: a plain yes, or such a word.
    Over,
    /// Deceased: everything but a plain no.
    Deceased,
}

/// A column that says whether a person may be called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HoldColumn {
    /// The column, from 0.
    pub column: usize,
    /// Its header, as the sheet has it.
    pub header: String,
    /// What it says.
    pub kind: HoldKind,
}

/// The most characters of a cell that are quoted.
const QUOTED: usize = 40;

impl HoldColumn {
    /// The column with that header, where the header plainly is one. `words` are the header's [`tokens`].
    pub(super) fn of(column: usize, header: &str, words: &[String]) -> Option<HoldColumn> {
        let line = Line::of(words);
        if line.has(CHANNELS) && !line.has(PHONE_CALLS) {
            // Who wants no newsletter may still be called.
            return None;
        }
        let kinds = [
            (NO_CONSENT, HoldKind::NoConsent),
            (DO_NOT_CALL, HoldKind::DoNotCall),
            (CALLABLE, HoldKind::Callable),
            (DECEASED, HoldKind::Deceased),
            (STATUS, HoldKind::Status),
            (CONSENT, HoldKind::Consent),
        ];
        let named = kinds
            .into_iter()
            .find(|(phrases, _)| line.has(phrases))
            .map(|(_, kind)| kind);
        let kind = match named {
            Some(HoldKind::Status) if line.has(OTHER_STATUS) => return None,
            Some(kind) => kind,
            // “Paid” alone is yes or no; “Paid amount” and “Date paid” are not.
            None if words.len() <= 2 && line.is(OVER) => HoldKind::Over,
            None => return None,
        };
        Some(HoldColumn {
            column,
            header: trimmed(header).to_owned(),
            kind,
        })
    }

    /// Why a row with this cell is held back, if it is.
    pub(super) fn reason(&self, cell: &str) -> Option<HoldReason> {
        if cell.is_empty() {
            return None;
        }
        let words = tokens(cell);
        let line = Line::of(&words);
        let answer = Answer::of(cell, &words);
        let is_over = || line.is_plain() && line.has(OVER);
        match self.kind {
            HoldKind::DoNotCall => answer.is_not(Answer::No).then_some(HoldReason::DoNotCall),
            HoldKind::NoConsent => answer.is_not(Answer::No).then_some(HoldReason::NoConsent),
            HoldKind::Deceased => answer.is_not(Answer::No).then_some(HoldReason::Status),
            HoldKind::Callable => (answer == Answer::No).then_some(HoldReason::DoNotCall),
            HoldKind::Consent => (answer == Answer::No).then_some(HoldReason::NoConsent),
            HoldKind::Over => (answer == Answer::Yes || is_over()).then_some(HoldReason::Status),
            HoldKind::Status if line.has(DO_NOT_CALL) && !line.starts_with(&["non", "not"]) => {
                Some(HoldReason::DoNotCall)
            }
            HoldKind::Status if line.has(NO_CONSENT) => Some(HoldReason::NoConsent),
            HoldKind::Status => {
                (line.is_plain() && line.has_any(&[OVER, DECEASED])).then_some(HoldReason::Status)
            }
        }
    }

    /// What the sheet says, quoted: `“Do not call: yes”`.
    pub(super) fn says(&self, cell: &str) -> String {
        let mut quoted: String = cell.chars().take(QUOTED).collect();
        if length(cell) > QUOTED {
            quoted.push('…');
        }
        format!("“{}: {quoted}”", self.header)
    }
}

/// What a cell answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Nothing,
    Yes,
    No,
    Other,
}

impl Answer {
    fn of(cell: &str, words: &[String]) -> Answer {
        if cell.contains(['✓', '✔', '☑', '✅', '√']) {
            return Answer::Yes;
        }
        if cell.contains(['✗', '✘', '❌', '☐', '✖']) {
            return Answer::No;
        }
        let Some(first) = words.first() else {
            return Answer::Nothing;
        };
        let line = Line::of(words);
        let is_zero = words
            .iter()
            .all(|word| word.bytes().all(|byte| byte == b'0'));
        if is_zero || PLAIN_NO.contains(&first.as_str()) || line.has(REFUSED) {
            Answer::No
        } else if line.is(PLAIN_YES) {
            Answer::Yes
        } else if line.is(&["na", "n a", "null", "none", "nil"]) {
            Answer::Nothing
        } else {
            Answer::Other
        }
    }

    fn is_not(self, answer: Answer) -> bool {
        self != Answer::Nothing && self != answer
    }
}

/// Words in a row, among which phrases are looked for.
struct Line {
    /// With a blank before each and at the end.
    text: String,
}

impl Line {
    fn of(words: &[String]) -> Line {
        let mut text = String::from(" ");
        for word in words {
            text.push_str(word);
            text.push(' ');
        }
        Line { text }
    }

    /// Whether one of the phrases stands in it as whole words; Chinese does not part its words.
    fn has(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| {
            self.text.match_indices(phrase).any(|(start, found)| {
                let is_word = self.text[..start].ends_with(' ')
                    && self.text[start + found.len()..].starts_with(' ');
                is_word || phrase.starts_with(|first: char| first >= '\u{3400}')
            })
        })
    }

    fn has_any(&self, lists: &[&[&str]]) -> bool {
        lists.iter().any(|phrases| self.has(phrases))
    }

    /// Whether it is one of the phrases.
    fn is(&self, phrases: &[&str]) -> bool {
        phrases.contains(&self.text.trim())
    }

    fn starts_with(&self, words: &[&str]) -> bool {
        let first = self.text.split_whitespace().next().unwrap_or_default();
        words.contains(&first)
    }

    /// Whether nothing in it takes its word back: “not paid”, “paid partially”, “will be closed”.
    fn is_plain(&self) -> bool {
        self.text.split_whitespace().count() <= 6 && !self.has(NEGATIONS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_written_as_they_are_compared() {
        for list in [
            CALLABLE,
            CHANNELS,
            CONSENT,
            DECEASED,
            DO_NOT_CALL,
            NEGATIONS,
            NO_CONSENT,
            OTHER_STATUS,
            OVER,
            PHONE_CALLS,
            PLAIN_NO,
            PLAIN_YES,
            REFUSED,
            STATUS,
        ] {
            for phrase in list {
                assert_eq!(tokens(phrase).join(" "), *phrase);
            }
        }
    }
}
