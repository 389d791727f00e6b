//! Which column holds the person's name.

use super::cells::Named;
use super::header::{A_COMPANY, A_NAME};
use super::likely_name::likely_customer;
use super::words::{Sense, sense, tokens};
use super::{Choice, Column, ask};
use crate::field::Field;
use crate::validate::mapping::{Mapping, Source};
use crate::validate::synonyms::{FIRST_NAME, LAST_NAME, fold};

/// First and last name, where they stand apart and no column holds the whole name.
pub(super) fn joined(columns: &[Column<'_>], mapping: &Mapping) -> Option<Source> {
    let named = |names: &[&str]| {
        columns.iter().find(|column| {
            let header = without_person(column.header);
            is_free(column, mapping) && names.iter().any(|name| fold(name) == header)
        })
    };
    let (first, last) = (named(FIRST_NAME)?, named(LAST_NAME)?);
    let is_whole = |column: &&Column<'_>| {
        column.place != first.place && column.person >= A_NAME && column.named == Named::Words
    };
    let whole = candidates(columns, mapping).find(is_whole);
    // A name beside them is the whole name, but for those that go by the word for the first name.
    whole
        .is_none()
        .then_some(Source::Joined(first.place, last.place))
}

/// A header without the word for the person: `Customer First Name` is a first name.
fn without_person(header: &str) -> String {
    let words = tokens(header);
    let is_person = |word: &&String| matches!(sense(word), Some(Sense::Person)) && words.len() > 1;
    fold(
        &words
            .iter()
            .filter(|word| !is_person(word))
            .cloned()
            .collect::<String>(),
    )
}

/// Whether a column names another person than the header does: beside “Alumno”, the phone of a “titular” is a parent's.
pub(super) fn names_another(column: &Column<'_>, header: &str) -> bool {
    let persons = |words: &[String]| -> Vec<String> {
        let is_person = |word: &&String| sense(word) == Some(Sense::Person);
        words.iter().filter(is_person).cloned().collect()
    };
    let (words, own) = (tokens(column.header), persons(&tokens(header)));
    let is_of_a_person = words.iter().all(|word| {
        matches!(
            sense(word),
            Some(Sense::Person | Sense::Name | Sense::Whole | Sense::Filler)
        )
    });
    is_of_a_person
        && !own.is_empty()
        && column.named == Named::Words
        && persons(&words).iter().any(|person| !own.contains(person))
}

/// The column with the person's name.
pub(super) fn customer(columns: &[Column<'_>], mapping: &Mapping) -> Choice {
    let mut named: Vec<&Column<'_>> = candidates(columns, mapping)
        .filter(|column| matches!(column.named, Named::Words | Named::Nothing))
        .collect();
    // A column that is empty so far says nothing against one that is filled.
    named.sort_by_key(|column| (-column.person, column.named == Named::Nothing));
    let coded = || candidates(columns, mapping).filter(|column| column.named == Named::Codes);
    let hidden = || {
        columns.iter().filter(|column| {
            column.hidden
                && column.person >= A_NAME
                && column.named == Named::Words
                && column.own.is_none()
        })
    };
    let free: Vec<&Column<'_>> = columns
        .iter()
        .filter(|column| is_free(column, mapping))
        .collect();
    let likely = || likely_customer(&free, columns);
    let with_likely = |places: Vec<usize>, others: Vec<&Column<'_>>| {
        let likely = places.into_iter().filter_map(|place| columns.get(place));
        ask(likely.chain(others))
    };
    let Some((best, rivals)) = named.split_first() else {
        let uncertain: Vec<&Column<'_>> = coded().chain(hidden()).collect();
        return match (likely(), uncertain.is_empty()) {
            (choice, true) => choice,
            (Choice::Nothing, false) => ask(uncertain.into_iter()),
            (Choice::Certain(place), false) if hidden().next().is_none() => Choice::Certain(place),
            (Choice::Certain(place), false) => with_likely(vec![place], uncertain),
            (Choice::Ask(places), false) => with_likely(places, uncertain),
        };
    };
    // An empty column and a company's name leave the person's name open.
    if best.named == Named::Nothing || best.person <= A_COMPANY {
        match likely() {
            Choice::Nothing => {}
            Choice::Certain(place) if best.named == Named::Words => return Choice::Certain(place),
            Choice::Certain(place) => return with_likely(vec![place], vec![*best]),
            Choice::Ask(places) => return with_likely(places, vec![*best]),
        }
    }
    let competing: Vec<&Column<'_>> = rivals
        .iter()
        .copied()
        .filter(|rival| best.person - rival.person < 2 && rival.named == Named::Words)
        .filter(|rival| best.named == Named::Words && !best.cells.are_those_of(&rival.cells))
        .collect();
    match competing.is_empty() {
        true => Choice::Certain(best.place),
        false => ask([*best].into_iter().chain(competing)),
    }
}

fn candidates<'a, 'b>(
    columns: &'a [Column<'b>],
    mapping: &'a Mapping,
) -> impl Iterator<Item = &'a Column<'b>> {
    columns
        .iter()
        .filter(|column| is_free(column, mapping) && column.person > 0)
}

fn is_free(column: &Column<'_>, mapping: &Mapping) -> bool {
    let is_other = !matches!(column.exact, None | Some(Field::Customer));
    !column.hidden && !is_other && column.own.is_none() && mapping.filled_by(column.place).is_none()
}
