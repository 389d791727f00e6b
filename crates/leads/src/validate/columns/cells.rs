//! What the cells of a column say it is.

use crate::country::Country;
use crate::problem::{NotANumber, ProblemKind};
use crate::validate::content::{counts_rows, is_amount, is_date};
use crate::validate::mobile::validate_mobile;
use crate::validate::synonyms::fold;
use crate::validate::text::trimmed;

/// The most rows that are looked at.
const SAMPLE: usize = 20;

/// What most of the filled cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Nothing is filled.
    Nothing,
    /// Assigned mobiles, not the same one over and over.
    Mobiles,
    /// Phone numbers, or what may be meant so.
    Numbers,
    /// Something else.
    Other,
}

/// What the cells of a column say of a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Nothing is filled.
    Nothing,
    /// Words.
    Words,
    /// Codes: letters and digits without a blank, or digits alone.
    Codes,
    /// Phone numbers, dates, addresses of electronic mail.
    Other,
}

/// The filled cells of a column's first rows.
pub(super) struct Cells<'a> {
    filled: Vec<(usize, &'a str)>,
}

impl<'a> Cells<'a> {
    pub(super) fn of<S: AsRef<str>>(rows: &'a [Vec<S>], column: usize) -> Cells<'a> {
        let filled = rows
            .iter()
            .take(SAMPLE)
            .enumerate()
            .filter_map(|(row, cells)| Some((row, trimmed(cells.get(column)?.as_ref()))))
            .filter(|(_, cell)| !is_stand_in(cell))
            .collect();
        Cells { filled }
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &'a str> {
        self.filled.iter().map(|(_, cell)| *cell)
    }

    /// Whether both say the same in every row, but for separators.
    pub(super) fn are_those_of(&self, other: &Cells<'_>) -> bool {
        let folded = |cells: &Cells<'_>| -> Vec<(usize, String)> {
            let cells = cells.filled.iter();
            cells.map(|(row, cell)| (*row, fold(cell))).collect()
        };
        folded(self) == folded(other)
    }

    /// What they are as phone numbers, dialled within the country of their row. Where the header names the number, they may
    /// follow one another.
    pub(super) fn says(&self, is_named: bool, country: impl Fn(usize) -> Country) -> Says {
        let (mut good, mut numbers, mut different) = (0, 0, std::collections::HashSet::new());
        for (row, cell) in &self.filled {
            match number_in(cell, country(*row)) {
                Some(Some(number)) => {
                    good += 1;
                    numbers += 1;
                    different.insert(number);
                }
                Some(None) => numbers += 1,
                None => {}
            }
        }
        let count = self.filled.len();
        let texts: Vec<&str> = self.texts().collect();
        let begins_as_a_number = texts.iter().any(|cell| cell.starts_with(['0', '+', '(']));
        if count == 0 {
            Says::Nothing
        } else if numbers * 2 <= count
            || counts_rows(&texts) && !begins_as_a_number && is_short(&texts)
        {
            Says::Other
        } else if good * 2 > count
            && !(count > 2 && different.len() == 1)
            && (is_named || begins_as_a_number || !counts_rows(&texts))
        {
            Says::Mobiles
        } else {
            Says::Numbers
        }
    }

    /// Whether most begin as only phone numbers do: with `0`, `+`, or the code of the country, without which the account's
    /// number or an invoice's might be as long.
    pub(super) fn begin_as_phones(&self, country: impl Fn(usize) -> Country) -> bool {
        let begins = |(row, cell): &&(usize, &str)| {
            let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
            let has_code = || {
                let number = number_in(cell, country(*row)).flatten();
                number.is_some_and(|number| number.to_string() == digits)
            };
            cell.starts_with(['0', '+', '(']) || cell.starts_with("p:") || has_code()
        };
        self.filled.iter().filter(begins).count() * 2 > self.filled.len()
    }

    /// What they are as names.
    pub(super) fn named(&self) -> Named {
        let count = self.filled.len();
        let of =
            |is: &dyn Fn(&str) -> bool| self.texts().filter(|cell| is(cell)).count() * 2 > count;
        if count == 0 {
            Named::Nothing
        } else if of(&|cell| is_date(cell) || cell.contains('@') || is_like_a_phone(cell)) {
            Named::Other
        } else if of(&is_code) {
            Named::Codes
        } else {
            Named::Words
        }
    }
}

/// `None` where the cell is no phone number at all, `Some(None)` where it is meant as one, else the mobile's digits.
fn number_in(cell: &str, country: Country) -> Option<Option<u64>> {
    let digits = cell
        .chars()
        .filter(|character| character.is_numeric())
        .count();
    if is_date(cell) || is_amount(cell) || digits < 6 && !cell.contains(['E', 'e']) {
        return None;
    }
    let validated = validate_mobile(cell, country);
    match validated.mobile {
        Some(mobile) => {
            let is_good = validated.problems.iter().all(|problem| {
                !matches!(
                    problem.kind,
                    ProblemKind::Unassigned
                        | ProblemKind::FixedLine
                        | ProblemKind::SpecialNumber { .. }
                )
            });
            Some(is_good.then(|| mobile.number()))
        }
        None => {
            let is_none = validated.problems.iter().any(|problem| {
                let reason = match &problem.kind {
                    ProblemKind::NotANumber { reason } => *reason,
                    _ => return false,
                };
                match reason {
                    NotANumber::NoNumber => digits < letters(cell).max(6) || is_code(cell),
                    // As the numbers of identity cards, which have 12 digits and more.
                    NotANumber::TooLong => digits > 15,
                    _ => digits < 7,
                }
            });
            (!is_none).then_some(None)
        }
    }
}

fn letters(cell: &str) -> usize {
    let letters = cell.chars().filter(|character| character.is_alphabetic());
    letters.count()
}

fn is_short(texts: &[&str]) -> bool {
    texts.iter().all(|cell| cell.len() < 9)
}

/// Nothing, or what stands in for it.
fn is_stand_in(cell: &str) -> bool {
    cell.chars().all(|character| !character.is_alphanumeric())
        || cell.starts_with('#')
        || matches!(fold(cell).as_str(), "na" | "null" | "none" | "nil" | "nan")
}

fn is_like_a_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(|character| character.is_numeric());
    digits.count() >= 8 && letters(cell) == 0
}

/// Three digits and more, and no blank between letters: `C-10234`, `000451`.
fn is_code(cell: &str) -> bool {
    let digits = cell.chars().filter(|character| character.is_numeric());
    digits.count() >= 3 && !cell.contains(char::is_whitespace)
}
