//! What a cell says: a plain answer, or a phrase that nothing takes back.

use super::phrases::{Phrases, is_han};
use super::words::{
    BESIDE, BETWEEN, CLOSED, DECEASED, NEGATIONS, NO_WORD, NOT_ALL, NOT_LISTED, ON_A_DAY, OVER,
    PAID, PLAIN_NO, PLAIN_YES, REFUSED, TAKEN_BACK,
};
use crate::validate::columns::tokens;

/// What a cell answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Nothing,
    Yes,
    No,
    /// A consent refused or taken back.
    Refused,
    Other,
}

impl Answer {
    pub(super) fn of(cell: &str, words: &[String]) -> Answer {
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
        if line.is(&NO_WORD) {
            Answer::Nothing
        } else if line.says(&REFUSED, &NOT_LISTED) {
            Answer::Refused
        } else if is_zero || PLAIN_NO.contains(first) {
            Answer::No
        } else if line.is(&PLAIN_YES) {
            Answer::Yes
        } else {
            Answer::Other
        }
    }

    pub(super) fn is_not(self, answer: Answer) -> bool {
        self != Answer::Nothing && self != answer
    }
}

/// Words in a row, among which phrases are looked for.
pub(super) struct Line {
    /// With a blank before each and at the end.
    text: String,
    /// Where each word begins.
    starts: Vec<usize>,
}

impl Line {
    pub(super) fn of(words: &[String]) -> Line {
        let mut text = String::from(" ");
        let mut starts = Vec::with_capacity(words.len());
        for word in words {
            starts.push(text.len());
            text.push_str(word);
            text.push(' ');
        }
        Line { text, starts }
    }

    /// Whether one of the phrases stands in it as whole words; Chinese does not part its words.
    pub(super) fn has(&self, phrases: &Phrases) -> bool {
        self.found(phrases).next().is_some()
    }

    /// What stands before and behind each of the phrases in it.
    fn found<'a>(&'a self, phrases: &'a Phrases) -> impl Iterator<Item = (&'a str, &'a str)> {
        let words = self.starts.iter().flat_map(move |start| {
            let rest = &self.text[*start..];
            let first = rest.split(' ').next().unwrap_or_default();
            let ends = phrases.beginning_with(first).filter_map(move |phrase| {
                let behind = rest.strip_prefix(phrase)?;
                behind.starts_with(' ').then_some(start + phrase.len())
            });
            ends.map(|end| (*start, end))
        });
        let is_ascii = self.text.is_ascii();
        let han = phrases.han().filter(move |_| !is_ascii).flat_map(|phrase| {
            let found = self.text.match_indices(phrase);
            found.map(|(start, found)| (start, start + found.len()))
        });
        words
            .chain(han)
            .map(|(start, end)| (&self.text[..start], &self.text[end..]))
    }

    /// Whether one of the phrases stands in it, and none of the negations directly before it.
    pub(super) fn says(&self, phrases: &Phrases, negations: &Phrases) -> bool {
        self.found(phrases)
            .any(|(before, _)| !is_taken_back(before, negations))
    }

    /// Whether it is one of the phrases.
    pub(super) fn is(&self, phrases: &Phrases) -> bool {
        phrases.contains(self.text.trim())
    }

    pub(super) fn is_any(&self, lists: &[&Phrases]) -> bool {
        lists.iter().any(|phrases| self.is(phrases))
    }

    /// Whether one of the phrases stands in front.
    pub(super) fn begins_with(&self, phrases: &Phrases) -> bool {
        self.found(phrases)
            .any(|(before, _)| before.trim().is_empty())
    }

    /// Whether it is one of the phrases, with nothing beside it but some of those words.
    pub(super) fn is_made_of(&self, phrases: &Phrases, beside: &Phrases) -> bool {
        let is_beside = |text: &str| {
            text.split_whitespace()
                .all(|word| beside.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit()))
        };
        self.found(phrases)
            .any(|(before, behind)| is_beside(before) && is_beside(behind))
    }

    /// Whether one of the phrases stands in it, and nothing takes it back or makes it a part.
    fn says_for_good(&self, phrases: &Phrases) -> bool {
        self.found(phrases)
            .any(|(before, behind)| !is_taken_back(before, &NEGATIONS) && !begins_with_part(behind))
    }

    fn has_amount(&self) -> bool {
        let mut words = self.text.split_whitespace();
        words.any(|word| word.bytes().all(|byte| byte.is_ascii_digit())) && !self.has(&ON_A_DAY)
    }
}

/// Whether the words before a phrase end with one of the negations: “not paid”, “has not yet been settled”.
fn is_taken_back(before: &str, negations: &Phrases) -> bool {
    let mut before = before.trim_end();
    loop {
        let ends_so = negations.all().iter().any(|negation| {
            let rest = before.strip_suffix(negation);
            rest.is_some_and(|rest| rest.ends_with(' ') || is_han(negation))
        });
        if ends_so {
            return true;
        }
        match before.rsplit_once(' ') {
            Some((rest, last)) if BETWEEN.contains(last) => before = rest,
            _ => return false,
        }
    }
}

/// Whether the cell says that the matter is over: the person is dead, or all is paid or closed.
///
/// A negation counts only within its clause: “closed - no dues” is over, “not closed” is not.
pub(super) fn is_over(cell: &str, line: &Line) -> bool {
    if ![&OVER, &CLOSED, &PAID, &DECEASED]
        .iter()
        .any(|phrases| line.has(phrases))
    {
        return false;
    }
    let is_whole = !line.has(&NOT_ALL);
    clauses(cell).any(|clause| {
        let line = Line::of(&tokens(clause));
        line.says_for_good(&DECEASED)
            || line.says_for_good(&OVER)
            || is_whole && line.is_made_of(&CLOSED, &BESIDE)
            || is_whole && line.is_made_of(&PAID, &BESIDE) && !line.has_amount()
    })
}

/// Whether the cell says that the person is dead.
pub(super) fn is_dead(cell: &str) -> bool {
    clauses(cell).any(|clause| Line::of(&tokens(clause)).says_for_good(&DECEASED))
}

fn begins_with_part(behind: &str) -> bool {
    TAKEN_BACK.all().iter().any(|word| {
        let rest = behind.trim_start().strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with(' ') || is_han(word))
    })
}

/// The clauses of a text. A hyphen between letters parts no clauses.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split([
        ',', ';', '(', ')', '[', ']', '/', '|', ':', '–', '—', '\n', '，', '；', '（', '）', '。',
        '、',
    ])
    .flat_map(|part| part.split(" -"))
    .flat_map(|part| part.split("- "))
    .flat_map(|part| {
        let stop = if has_abbreviation(part) { "\n" } else { ". " };
        part.split(stop)
    })
}

/// Whether a full stop in it stands behind an abbreviation: `blm. lunas`.
fn has_abbreviation(part: &str) -> bool {
    const ABBREVIATED: usize = 3;
    part.match_indices(". ").any(|(stop, _)| {
        let last = part[..stop].rsplit(' ').next().unwrap_or_default();
        last.chars().count() <= ABBREVIATED
    })
}
