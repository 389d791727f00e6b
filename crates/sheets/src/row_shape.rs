//! Rows that have not the shape of the others: more cells than headers, headers again, totals, footers, a second table.

use leads::{Country, ShapeProblem};

use super::footers;
use super::headers::{self, Matched};
use super::shifted::Shifts;
use super::{ReadOptions, SheetRow};

/// How many rows without a number are compared with the words of headers. It takes longer than anything else here, and a list in
/// which so many have no number is wrong anyway.
const MAX_COMPARED: u32 = 2_000;

/// What a row below the headers is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One like the others.
    Lead,
    /// The headers again.
    Headers,
    /// One that cannot be a lead as it stands.
    Problem(ShapeProblem),
}

/// What is known of the rows once the headers are found.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// The headers as they stand in the sheet, where there are any.
    headers: Vec<String>,
    /// What their words say.
    matched: Matched,
    number_columns: Vec<usize>,
    /// How many cells rows may have: `None` where any number is right.
    max_cells: Option<MostCells>,
    /// What tells rows whose cells have moved.
    shifts: Option<Shifts>,
    compared: u32,
    /// The number of the row before.
    last_row: u32,
    is_in_other_table: bool,
}

/// How many cells the rows of delimited text may have.
#[derive(Clone, Copy, Debug)]
struct MostCells {
    /// Cells up to the last that holds something.
    filled: usize,
    /// Cells in all, where the other rows have as many as the headers: then empty cells at the end count too.
    exact: Option<usize>,
    /// Cells in all where the line of the headers ends with blank ones: notes may stand below these.
    with_notes: Option<usize>,
}

impl Rows {
    /// `above` are the first rows of the sheet, among which the headers stand at that place; `is_named` where their words are
    /// those of headers.
    pub fn new(
        first: &[SheetRow],
        place: Option<usize>,
        is_named: bool,
        is_delimited: bool,
        options: &ReadOptions<'_>,
    ) -> Rows {
        let headers = place.map_or(&[][..], |place| &first[place].cells);
        let below = &first[place.map_or(0, |place| place + 1)..];
        let matched = headers::matched(headers, options);
        Rows {
            headers: if is_named {
                headers.to_vec()
            } else {
                Vec::new()
            },
            number_columns: headers::number_columns(below, options.country),
            max_cells: if is_delimited {
                max_cells(place.map(|_| headers), &matched, below, options.country)
            } else {
                None
            },
            shifts: Shifts::new(headers, &matched, below, options.country),
            matched,
            compared: 0,
            last_row: place.map_or(0, |place| first[place].number),
            is_in_other_table: false,
        }
    }

    /// What the row is.
    pub fn kind(&mut self, row: &SheetRow, options: &ReadOptions<'_>) -> Kind {
        let cells = &row.cells;
        let is_below_blank = row.number > self.last_row.saturating_add(1);
        self.last_row = row.number;
        if is_same_row(&self.headers, cells) {
            self.is_in_other_table = false;
            return Kind::Headers;
        }
        if !self.has_number(cells) {
            if self.names_other_columns(cells, is_below_blank, options) {
                self.is_in_other_table = true;
            }
            if self.is_in_other_table
                || self.says_the_headers_otherwise(cells)
                || footers::is_footer(cells)
            {
                return Kind::Problem(ShapeProblem::NotALead);
            }
        }
        if self.is_in_other_table || footers::is_footer_with_a_number(cells) {
            return Kind::Problem(ShapeProblem::NotALead);
        }
        self.more_cells(cells).map_or(Kind::Lead, Kind::Problem)
    }

    /// Whether a number stands where the other rows have theirs, be it a broken one.
    fn has_number(&self, cells: &[String]) -> bool {
        let resembles = |cell: &String| headers::resembles_a_number(cell);
        if self.number_columns.is_empty() {
            return cells.iter().any(resembles);
        }
        self.number_columns
            .iter()
            .any(|column| cells.get(*column).is_some_and(resembles))
    }

    /// Whether a row without any number names columns, and others than the headers: a second table begins.
    fn names_other_columns(
        &mut self,
        cells: &[String],
        is_below_blank: bool,
        options: &ReadOptions<'_>,
    ) -> bool {
        let filled = cells.iter().filter(|cell| !cell.trim().is_empty());
        let may_be_headers = filled.clone().count() >= 2
            && filled
                .clone()
                .all(|cell| cell.len() <= 64 && !headers::resembles_a_number(cell));
        if !may_be_headers || self.compared == MAX_COMPARED {
            return false;
        }
        self.compared += 1;
        let theirs = headers::matched(cells, options);
        if is_below_blank && self.names_numbers_of_others(cells) {
            return true;
        }
        let Some(number) = theirs.number().filter(|_| theirs.count() >= 2) else {
            return false;
        };
        match self.matched.number() {
            Some(_) => !theirs.agrees_with(&self.matched),
            None => !self.number_columns.is_empty() && !self.number_columns.contains(&number),
        }
    }

    /// Whether a row names the number in the column where the leads have theirs, in other words than the headers: those of
    /// agents, as in `Agent name,Agent phone`.
    fn names_numbers_of_others(&self, cells: &[String]) -> bool {
        let number = self
            .matched
            .number()
            .or(self.number_columns.first().copied());
        let Some(cell) = number.and_then(|number| cells.get(number)) else {
            return false;
        };
        let word = cell.trim().to_lowercase();
        let header = number.and_then(|number| self.headers.get(number));
        let is_same = header.is_some_and(|header| header.trim().to_lowercase() == word);
        let others = cells.iter().filter(|other| *other != cell);
        !word.is_empty()
            && !is_same
            && footers::names_a_number(&word)
            && others
                .clone()
                .any(|other| footers::names_an_owner(&other.to_lowercase()))
    }

    /// Whether a row says a part of the headers, and nothing else.
    fn says_the_headers_otherwise(&self, cells: &[String]) -> bool {
        let mut same = 0;
        for (column, cell) in cells.iter().enumerate() {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            let header = self.headers.get(column).map_or("", |header| header.trim());
            if !header.eq_ignore_ascii_case(cell) {
                return false;
            }
            same += 1;
        }
        same >= 2
    }

    fn more_cells(&self, cells: &[String]) -> Option<ShapeProblem> {
        let too_many = self.max_cells.and_then(|most| {
            let filled = headers::width(cells);
            match most.exact.filter(|exact| cells.len() > *exact) {
                Some(exact) => Some((cells.len(), exact)),
                None => (filled > most.filled && !self.is_note_beside(most, cells))
                    .then_some((filled, most.filled)),
            }
        });
        match too_many {
            Some((cells, headers)) => Some(ShapeProblem::MoreCells {
                cells: u32::try_from(cells).unwrap_or(u32::MAX),
                headers: u32::try_from(headers).unwrap_or(u32::MAX),
            }),
            None => self.shifts.as_ref()?.problem(cells),
        }
    }

    /// Whether what a row has beyond the headers is a note below blank cells of their line, and nothing has moved there.
    ///
    /// Whatever moves the number leaves a word in its column, or a number right of it. What moves only the cells right of the
    /// number makes the row longer than its line ought to be where a program ends all lines alike; a person who types a separator
    /// within a value types a blank behind it. Where other columns hold numbers too, none of that is certain.
    fn is_note_beside(&self, most: MostCells, cells: &[String]) -> bool {
        let is_as_long_as_headers = most.with_notes.is_some_and(|most| cells.len() <= most);
        let Some(shifts) = self.shifts.as_ref().filter(|_| is_as_long_as_headers) else {
            return false;
        };
        !shifts.has_numbers_elsewhere()
            && shifts.is_in_place(cells)
            && (shifts.is_number_last()
                || (most.exact.is_some() && !shifts.has_blank_in_front_right_of_number(cells)))
    }
}

/// The headers tell, up to the last that has a name: a program may pad them with empty cells. Where there are none, most of the
/// first rows do.
fn max_cells(
    headers: Option<&[String]>,
    matched: &Matched,
    below: &[SheetRow],
    country: Country,
) -> Option<MostCells> {
    let rows_of = |width: usize| below.iter().filter(|row| row.cells.len() == width).count();
    match headers {
        Some(headers) => {
            let exact = 2 * rows_of(headers.len()) > below.len();
            let beside = beside_the_headers(headers, matched, below, country);
            let named = headers::width(headers);
            Some(MostCells {
                filled: beside.unwrap_or(named),
                exact: exact.then_some(headers.len()),
                with_notes: (headers.len() > named).then_some(headers.len()),
            })
        }
        None => below
            .iter()
            .map(|row| row.cells.len())
            .find(|width| 2 * rows_of(*width) > below.len())
            .map(|width| MostCells {
                filled: width,
                exact: Some(width),
                with_notes: None,
            }),
    }
}

/// How many cells the rows fill, where all of them fill as many more than there are headers and have the number under its own:
/// the last columns hold notes, and nobody gave them headers.
fn beside_the_headers(
    headers: &[String],
    matched: &Matched,
    below: &[SheetRow],
    country: Country,
) -> Option<usize> {
    let number = matched.number()?;
    let width = headers::width(&below.first()?.cells);
    let is_beside = |row: &SheetRow| {
        let mobile = row.cells.get(number);
        headers::width(&row.cells) == width
            && mobile.is_some_and(|cell| headers::is_number(cell, country))
            && !row.cells[number + 1..]
                .iter()
                .any(|cell| headers::is_number(cell, country))
    };
    (width > headers::width(headers) && below.len() >= 2 && below.iter().all(is_beside))
        .then_some(width)
}

/// Whether two rows hold the same, blanks around a cell and empty cells at the end not counted.
fn is_same_row(one: &[String], other: &[String]) -> bool {
    let longest = one.len().max(other.len());
    !one.is_empty()
        && (0..longest).all(|column| {
            let [one, other] =
                [one, other].map(|cells| cells.get(column).map_or("", |cell| cell.trim()));
            one == other
        })
}
