//! Columns that say whether a person may be called, in the languages of the accounts.

mod line;
mod phrases;
mod words;

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::marks::{HoldReason, HoldScope};
use crate::validate::columns::tokens;
use crate::validate::text::{length, trimmed};
use line::{Answer, Line, is_dead, is_over};
use phrases::Phrases;
use words::{
    BESIDE, CALLABLE, CHANNELS, CLEAR, CLOSED, CONSENT, DEAD, DECEASED, DO_NOT_CALL, NO_ANSWER,
    NO_CONSENT, NOT_LISTED, NOTES, OTHER_STATUS, OVER, PAID, PHONE_CALLS, SIGNED_OFF, STATUS,
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
    /// Free text: a cell that says nothing but not to call, deceased or fully paid.
    Note,
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
        if line.has(&CHANNELS) && !line.has(&PHONE_CALLS) {
            // Who wants no newsletter may still be called.
            return None;
        }
        let kinds = [
            (&NO_CONSENT, HoldKind::NoConsent),
            (&DO_NOT_CALL, HoldKind::DoNotCall),
            (&CALLABLE, HoldKind::Callable),
            (&DECEASED, HoldKind::Deceased),
            (&CONSENT, HoldKind::Consent),
            (&STATUS, HoldKind::Status),
        ];
        let named = kinds
            .into_iter()
            .find(|(phrases, _)| line.has(phrases))
            .map(|(_, kind)| kind);
        // “Agrees / does not agree” asks for a consent.
        let offers_both = line.begins_with(&CONSENT) && !line.begins_with(&NO_CONSENT);
        let kind = match named {
            Some(HoldKind::NoConsent) if offers_both => HoldKind::Consent,
            Some(_) if line.has(&NO_ANSWER) => return None,
            Some(HoldKind::Status) if line.has(&OTHER_STATUS) => return None,
            Some(kind) => kind,
            None if line.is(&DEAD) => HoldKind::Deceased,
            // “Paid” alone is yes or no; “Paid amount” and “Date paid” are not.
            None if words.len() <= 2 && line.is_any(&[&OVER, &CLOSED, &PAID]) => HoldKind::Over,
            None if line.is(&SIGNED_OFF) => HoldKind::DoNotCall,
            None if line.is(&NOTES) => HoldKind::Note,
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
        if matches!(self.kind, HoldKind::Status | HoldKind::Note) && !may_tell(cell) {
            return None;
        }
        let words = tokens(cell);
        let line = Line::of(&words);
        let answer = Answer::of(cell, &words);
        let is_no = matches!(answer, Answer::No | Answer::Refused);
        let is_listed = || answer.is_not(Answer::No) && !line.begins_with(&CLEAR);
        let not_to_call = || line.says(&DO_NOT_CALL, &NOT_LISTED) || line.is(&SIGNED_OFF);
        match self.kind {
            HoldKind::DoNotCall => is_listed().then_some(HoldReason::DoNotCall),
            HoldKind::NoConsent => answer.is_not(Answer::No).then_some(HoldReason::NoConsent),
            HoldKind::Deceased => answer.is_not(Answer::No).then_some(HoldReason::Status),
            HoldKind::Callable => (is_no || not_to_call()).then_some(HoldReason::DoNotCall),
            HoldKind::Consent => (is_no || not_to_call()).then_some(HoldReason::NoConsent),
            HoldKind::Over => {
                (answer == Answer::Yes || is_over(cell, &line)).then_some(HoldReason::Status)
            }
            HoldKind::Status if not_to_call() => Some(HoldReason::DoNotCall),
            HoldKind::Status if line.has(&NO_CONSENT) => Some(HoldReason::NoConsent),
            HoldKind::Status => is_over(cell, &line).then_some(HoldReason::Status),
            HoldKind::Note if line.is_made_of(&DO_NOT_CALL, &BESIDE) => Some(HoldReason::DoNotCall),
            HoldKind::Note => {
                let is_over =
                    line.is_made_of(&DECEASED, &BESIDE) || line.is_made_of(&OVER, &BESIDE);
                is_over.then_some(HoldReason::Status)
            }
        }
    }

    /// Whether what holds back a row with this cell is true of other rows with the same number.
    ///
    /// Who is not to be called, or is dead, is so in every row. What is paid or closed is one loan of several.
    pub(super) fn scope(&self, reason: HoldReason, cell: &str) -> HoldScope {
        match reason {
            HoldReason::DoNotCall | HoldReason::NoConsent => HoldScope::Number,
            HoldReason::Status if self.kind == HoldKind::Deceased || is_dead(cell) => {
                HoldScope::Number
            }
            HoldReason::Status | HoldReason::Hidden | HoldReason::StruckThrough => HoldScope::Row,
        }
    }

    /// What the sheet says, quoted: `“Do not call: yes”`.
    pub(super) fn says(&self, cell: &str) -> String {
        format!("“{}: {}”", self.header, quoted(cell))
    }
}

/// The cell as it is quoted: cut where it is long.
pub(super) fn quoted(cell: &str) -> String {
    let mut quoted: String = cell.chars().take(QUOTED).collect();
    if length(cell) > QUOTED {
        quoted.push('…');
    }
    quoted
}

/// The first words of the phrases by which a status or a note holds a row back. Most cells have none of them, and looking for
/// each phrase in each cell would take longer than all other validating.
static FIRST_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lists = [
        &DO_NOT_CALL,
        &SIGNED_OFF,
        &NO_CONSENT,
        &DECEASED,
        &OVER,
        &CLOSED,
        &PAID,
    ];
    let first = |phrase: &&'static str| phrase.split(' ').next();
    let phrases = lists.into_iter().flat_map(Phrases::all);
    phrases.filter_map(first).collect()
});

/// Whether the cell may say one of them: without taking its words apart, where they are plain.
fn may_tell(cell: &str) -> bool {
    /// Longer than any of the words.
    const MAX_LENGTH: usize = 24;
    if !cell.is_ascii() {
        return true;
    }
    cell.as_bytes()
        .split(|byte| !byte.is_ascii_alphabetic())
        .filter(|word| word.len() > 1)
        .any(|word| {
            // `DoNotCall` is several words.
            let has_humps = word
                .windows(2)
                .any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
            let mut lower = [0; MAX_LENGTH];
            let lower = lower.get_mut(..word.len()).map(|lower| {
                lower.copy_from_slice(word);
                lower.make_ascii_lowercase();
                &*lower
            });
            let lower = lower.and_then(|lower| std::str::from_utf8(lower).ok());
            has_humps || lower.is_some_and(|lower| FIRST_WORDS.contains(lower))
        })
}

#[cfg(test)]
mod tests {
    use super::words::*;
    use super::*;

    #[test]
    fn every_phrase_may_be_told() {
        let lists = [&DO_NOT_CALL, &NO_CONSENT, &OVER, &DECEASED];
        for phrase in lists.into_iter().flat_map(Phrases::all) {
            assert!(may_tell(&phrase.to_uppercase()), "{phrase}");
            assert!(may_tell(&format!("x1 {phrase}.")), "{phrase}");
        }
        assert!(may_tell("DoNotCall"));
        for other in ["", "C8258303", "Rp 1.250.000", "Jl. Sudirman 12"] {
            assert!(!may_tell(other), "{other}");
        }
    }

    #[test]
    fn phrases_are_written_as_they_are_compared() {
        for list in [
            &BESIDE,
            &BETWEEN,
            &CALLABLE,
            &CHANNELS,
            &CLEAR,
            &CLOSED,
            &CONSENT,
            &DEAD,
            &DECEASED,
            &DO_NOT_CALL,
            &NEGATIONS,
            &NO_ANSWER,
            &NO_CONSENT,
            &NO_WORD,
            &NOT_ALL,
            &NOT_LISTED,
            &NOTES,
            &ON_A_DAY,
            &OTHER_STATUS,
            &OVER,
            &PAID,
            &PHONE_CALLS,
            &PLAIN_NO,
            &PLAIN_YES,
            &REFUSED,
            &SIGNED_OFF,
            &STATUS,
            &TAKEN_BACK,
        ] {
            for phrase in list.all() {
                assert_eq!(tokens(phrase).join(" "), *phrase);
            }
        }
    }
}
