//! Which column is which field, by what its cells hold: for headers that say nothing, and for sheets without headers.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::gender::gender_reading;
use super::mobile::validate_mobile;
use super::row::RobotModes;
use super::synonyms::fold;
use super::text::trimmed;
use crate::country::Country;
use crate::field::Field;
use crate::problem::ProblemKind;

/// The most rows that are looked at.
const SAMPLE: usize = 20;

/// The fields that columns certainly fill by what their first 20 rows hold, each at most once, with the column from 0.
///
/// * Mobile: most of the filled cells are assigned mobiles of the country, or of others where the country code is
///   written. Of several columns the one with the most different numbers. Never a column that counts the rows, nor
///   dates, amounts, or the same number over and over.
/// * Gender: every filled cell is a word for a gender. Letters alone count in the pairs that people use, as sizes are
///   letters too.
/// * RobotId: every filled cell is the id of one of the account's robots.
///
/// A row may be shorter than `columns`: a missing cell is an empty one.
pub fn fields_by_content<S: AsRef<str>>(
    rows: &[Vec<S>],
    columns: usize,
    country: Country,
    robots: &RobotModes,
) -> Vec<(Field, usize)> {
    let sample: Vec<Vec<&str>> = (0..columns)
        .map(|column| filled_cells(rows, column))
        .collect();
    let first = |holds: &dyn Fn(&[&str]) -> bool| {
        sample
            .iter()
            .position(|cells| !cells.is_empty() && holds(cells))
    };
    let mobile = sample
        .iter()
        .enumerate()
        .filter_map(|(column, cells)| Some((mobiles(cells, country)?, Reverse(column))))
        .max()
        .map(|(_, Reverse(column))| column);
    let robot = first(&|cells| cells.iter().all(|cell| robots.contains_key(*cell)));
    [
        (Field::Mobile, mobile),
        (Field::RobotId, robot),
        (Field::Gender, first(&are_genders)),
    ]
    .into_iter()
    .filter_map(|(field, column)| Some((field, column?)))
    .collect()
}

/// What was found, without the number and without hidden columns.
pub(super) fn shown_but_the_number(
    found: &[(Field, usize)],
    hidden: &[usize],
) -> Vec<(Field, usize)> {
    let is_taken =
        |(field, column): &&(Field, usize)| *field != Field::Mobile && !hidden.contains(column);
    found.iter().filter(is_taken).copied().collect()
}

fn filled_cells<S: AsRef<str>>(rows: &[Vec<S>], column: usize) -> Vec<&str> {
    rows.iter()
        .take(SAMPLE)
        .filter_map(|row| Some(trimmed(row.get(column)?.as_ref())))
        .filter(|cell| !cell.is_empty())
        .collect()
}

/// How well a column serves as the number: different numbers, and how many of the cells are more than bare national
/// digits, which an account's or an invoice's number may be too. `None` when it does not serve.
fn mobiles(cells: &[&str], country: Country) -> Option<(usize, usize)> {
    if counts_rows(cells) {
        return None;
    }
    let mut numbers = HashSet::new();
    let (mut good, mut telling) = (0, 0);
    for cell in cells {
        if is_date(cell) || is_amount(cell) {
            continue;
        }
        let validated = validate_mobile(cell, country);
        let uncertain = validated.problems.iter().any(|problem| {
            matches!(
                problem.kind,
                ProblemKind::Unassigned | ProblemKind::FixedLine
            )
        });
        if let Some(mobile) = validated.mobile.filter(|_| !uncertain) {
            good += 1;
            telling += usize::from(!cell.starts_with(|start: char| ('1'..='9').contains(&start)));
            numbers.insert(mobile.number());
        }
    }
    let is_constant = cells.len() > 2 && numbers.len() == 1;
    (good * 2 > cells.len() && !is_constant).then_some((numbers.len(), telling))
}

/// Whether each cell is one more, or one less, than the cell above.
pub(super) fn counts_rows(cells: &[&str]) -> bool {
    let numbers: Vec<i64> = cells
        .iter()
        .map_while(|cell| {
            let is_digits = cell.bytes().all(|digit| digit.is_ascii_digit());
            cell.parse().ok().filter(|_| is_digits)
        })
        .collect();
    numbers.len() == cells.len()
        && cells.len() > 2
        && [1, -1].into_iter().any(|step| {
            numbers
                .windows(2)
                .all(|pair| pair[1].checked_sub(pair[0]) == Some(step))
        })
}

/// Whether a cell is a date in digits: `2026-11-22`, `22/11/2026`, `22.11.26`, `20261122`. A time of day may stand behind it.
pub fn is_date(cell: &str) -> bool {
    let date = cell.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    let number = |part: &&str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    let is_year = |year: u32| (1900..2100).contains(&year);
    let is_day = |first: u32, second: u32| {
        (1..=31).contains(&first) && (1..=31).contains(&second) && first.min(second) <= 12
    };
    match parts.as_slice() {
        [whole] if whole.len() == 8 && whole.is_ascii() => {
            let [year, month, day] =
                [&whole[..4], &whole[4..6], &whole[6..]].map(|part| number(&part));
            matches!((year, month, day), (Some(year), Some(month), Some(day)) if is_year(year) && is_day(month, day))
        }
        [first, second, third] => match [first, second, third].map(number) {
            [Some(year), Some(month), Some(day)] if first.len() == 4 => {
                is_year(year) && is_day(month, day)
            }
            [Some(day), Some(month), Some(year)] => {
                is_day(day, month) && (third.len() == 2 || is_year(year))
            }
            _ => false,
        },
        _ => false,
    }
}

/// Groups of three digits behind points or commas, or decimals other than the zero that spreadsheets add.
pub(super) fn is_amount(cell: &str) -> bool {
    let mut groups = cell.trim_start_matches('-').split(['.', ',']);
    let first = groups.next().unwrap_or_default();
    let groups: Vec<&str> = groups.collect();
    let is_digits = |group: &&str| group.bytes().all(|digit| digit.is_ascii_digit());
    let (Some(last), true) = (
        groups.last(),
        is_digits(&first) && groups.iter().all(is_digits),
    ) else {
        return false;
    };
    let inner = &groups[..groups.len() - 1];
    let is_grouped = (1..=3).contains(&first.len()) && inner.iter().all(|group| group.len() == 3);
    let is_fraction = last.len() <= 2 && last.bytes().any(|digit| digit != b'0');
    is_grouped && last.len() == 3
        || is_grouped && !inner.is_empty() && last.len() <= 2
        || inner.is_empty() && is_fraction
}

fn are_genders(cells: &[&str]) -> bool {
    const PAIRS: [[&str; 2]; 4] = [["f", "m"], ["h", "m"], ["m", "v"], ["l", "p"]];
    let reading = gender_reading(cells.iter().copied());
    let mut words: Vec<String> = cells.iter().map(|cell| fold(cell)).collect();
    words.sort_unstable();
    words.dedup();
    let are_letters = words.iter().all(|word| word.len() == 1);
    cells.iter().all(|cell| reading.parse(cell).is_some())
        && (!are_letters || PAIRS.iter().any(|pair| words == *pair))
}

#[cfg(test)]
mod tests;
