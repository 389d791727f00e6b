//! Which row of a sheet holds the headers, if one does.

use leads::{Level, Mapping};

use super::{ReadOptions, SheetRow};

/// The headers stand in one of so many rows, those of blank cells not counted.
pub(super) const LOOKED_AT: usize = 20;

/// Where the headers of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The place among the first rows; `None` when the first row is a lead already.
    pub place: Option<usize>,
    /// Whether they are headers by their words.
    pub is_named: bool,
    /// Whether a phone number was seen at all.
    pub has_numbers: bool,
}

/// Finds the headers among the first rows that are not blank: below a report's title, or none at all.
pub(super) fn heading(rows: &[SheetRow], options: &ReadOptions<'_>) -> Heading {
    let number_at: Vec<Option<usize>> = rows
        .iter()
        .map(|row| row.cells.iter().position(|cell| is_number(cell, options)))
        .collect();
    let first_lead = number_at.iter().position(Option::is_some);
    // One number above the headers may be that of whoever made the report; two are leads.
    let named = rows
        .iter()
        .enumerate()
        .take_while(|(place, _)| number_at[..*place].iter().flatten().count() < 2)
        .find(|(place, row)| number_at[*place].is_none() && names_the_number(&row.cells, options))
        .map(|(place, _)| place);
    let place = match (named, first_lead) {
        (Some(named), _) => Some(named),
        (None, None) => Some(0),
        (None, Some(lead)) => above_the_leads(rows, lead, number_at[lead].unwrap_or(0), options),
    };
    Heading {
        place,
        is_named: named.is_some(),
        has_numbers: first_lead.is_some(),
    }
}

/// Among the rows above the first lead, those that are leads too, though with a number that cannot be read, are none.
fn above_the_leads(
    rows: &[SheetRow],
    lead: usize,
    column: usize,
    options: &ReadOptions<'_>,
) -> Option<usize> {
    let leads_above = rows[..lead]
        .iter()
        .rev()
        .take_while(|row| {
            row.cells
                .get(column)
                .is_some_and(|cell| resembles_a_number(cell))
        })
        .count();
    let above = &rows[..lead - leads_above];
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let enough = filled(&rows[lead].cells).div_ceil(2);
    above
        .iter()
        .position(|row| named_fields(&row.cells, options) >= 2)
        .or_else(|| above.iter().position(|row| filled(&row.cells) >= enough))
}

/// The headers themselves: as many as the first rows have columns.
pub(super) fn header_cells(rows: &[SheetRow], place: Option<usize>) -> Vec<String> {
    let filled = |cells: &[String]| {
        cells
            .iter()
            .rposition(|cell| !cell.trim().is_empty())
            .map_or(0, |last| last + 1)
    };
    let width = rows.iter().map(|row| filled(&row.cells)).max().unwrap_or(0);
    match place.and_then(|place| rows.get(place)) {
        Some(row) => {
            let mut headers = row.cells.clone();
            headers.resize(width, String::new());
            headers
        }
        None => (1..=width)
            .map(|column| format!("Column {column}"))
            .collect(),
    }
}

/// Whether the cell holds a phone number for certain.
pub(super) fn is_number(cell: &str, options: &ReadOptions<'_>) -> bool {
    // Most cells are told apart by this alone, and it costs nothing.
    if !has_many_digits(cell) {
        return false;
    }
    let judged = leads::judge_mobile(cell, options.country);
    judged.mobile.is_some()
        && judged
            .faults
            .iter()
            .all(|fault| fault.level() == Level::Note)
}

/// Whether the cell may be meant as a number, though it cannot be read as one.
pub(super) fn resembles_a_number(cell: &str) -> bool {
    has_many_digits(cell) && !cell.chars().any(char::is_alphabetic)
}

/// No number that can be called is shorter.
fn has_many_digits(cell: &str) -> bool {
    cell.chars()
        .filter(|character| character.is_numeric())
        .count()
        >= 6
}

fn names_the_number(cells: &[String], options: &ReadOptions<'_>) -> bool {
    Mapping::guess(cells, options.variables).is_usable()
}

fn named_fields(cells: &[String], options: &ReadOptions<'_>) -> usize {
    let mapping = Mapping::guess(cells, options.variables);
    cells.len() - mapping.left_out(cells.len()).len()
}
