//! The rows on their way out: within the limits, below their headers.

use super::budget::Budget;
use super::headers::{self, Heading, LOOKED_AT};
use super::lines::LineCount;
use super::one_column::{self, Splitter};
use super::row_shape::{Kind, Rows};
use super::{
    MAX_CELL_LENGTH, MAX_COLUMNS, MAX_UNPACKED_BYTES, ReadOptions, RowSink, SheetError,
    SheetHeaders, SheetRow,
};

/// The first rows wait until the headers are found among them, unless they hold more than so many bytes.
pub(super) const MAX_WAITING: u64 = 1024 * 1024;

/// How many of the first rows are told, so that a person can say which holds the headers.
const TOLD: usize = 8;

/// The longest of the rows that are told, in characters.
const MAX_PREVIEW_LENGTH: usize = 80;

/// Enforces the limits for every format while the rows pass, finds the headers, and tells rows apart that are no leads.
pub(super) struct Intake<'a> {
    options: &'a ReadOptions<'a>,
    budget: &'a Budget<'a>,
    rows: &'a mut dyn RowSink,
    waiting: Vec<SheetRow>,
    hidden_columns: Vec<usize>,
    is_delimited: bool,
    splitter: Option<Splitter>,
    below: Option<Rows>,
    header_row: Option<u32>,
    first_rows: Vec<(u32, String)>,
    counts: Counts,
    text: u64,
    error: Option<SheetError>,
}

/// Rows that were met; `last` is the number of the last that is not blank.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    last: u32,
    above: u32,
    header: u32,
    repeated_headers: u32,
    leads: u32,
}

/// What is known of a sheet when all of its rows have passed.
#[derive(Debug)]
pub(super) struct Passed {
    /// The row of the headers, from 1; `None` where there are none.
    pub header_row: Option<u32>,
    pub lines: LineCount,
    /// The first rows that are not blank, with their numbers.
    pub first_rows: Vec<(u32, String)>,
    /// Whether each row stood in one cell and was split.
    pub was_split: bool,
}

impl<'a> Intake<'a> {
    pub fn new(
        options: &'a ReadOptions<'a>,
        budget: &'a Budget<'a>,
        rows: &'a mut dyn RowSink,
    ) -> Intake<'a> {
        Intake {
            options,
            budget,
            rows,
            waiting: Vec::new(),
            hidden_columns: Vec::new(),
            is_delimited: false,
            splitter: None,
            below: None,
            header_row: None,
            first_rows: Vec::new(),
            counts: Counts::default(),
            text: 0,
            error: None,
        }
    }

    /// Takes a row. `false` ends the reading.
    pub fn row(&mut self, row: &SheetRow) -> bool {
        if leads::is_blank(&row.cells) {
            return true;
        }
        if let Err(error) = self.check_limits(row.number, &row.cells) {
            self.error = Some(error);
            return false;
        }
        self.counts.last = row.number;
        if self.first_rows.len() < TOLD {
            self.first_rows.push((row.number, told(&row.cells)));
        }
        if self.below.is_some() {
            return self.row_below(row);
        }
        self.waiting.push(row.clone());
        if self.waiting.len() < LOOKED_AT && self.text < MAX_WAITING {
            return true;
        }
        self.decide_headers()
    }

    /// Which columns are hidden, from 0. Tell it before the rows.
    pub fn hide_columns(&mut self, columns: Vec<usize>) {
        self.hidden_columns = columns;
    }

    /// The rows are lines of text, so a cell too many has moved the cells behind it. Tell it before the rows.
    pub fn expect_delimited_text(&mut self) {
        self.is_delimited = true;
    }

    /// The number of the last row that is not blank; 0 before the first.
    pub fn last_row(&self) -> u32 {
        self.counts.last
    }

    /// So many rows stand above the leads of another sheet that are taken into the same list, with its headers where it has any.
    pub fn pass_headers(&mut self, above: u32, has_headers: bool) {
        self.counts.above = self.counts.above.saturating_add(above);
        self.counts.repeated_headers += u32::from(has_headers);
    }

    /// Whether a row was refused: nothing more is taken then.
    pub fn is_over(&self) -> bool {
        self.error.is_some()
    }

    /// What is known of the sheet now.
    pub fn finish(&mut self) -> Result<Passed, SheetError> {
        if self.below.is_none() && self.error.is_none() && !self.waiting.is_empty() {
            self.decide_headers();
        }
        if let Some(error) = &self.error {
            return Err(error.clone());
        }
        let Counts {
            last,
            above,
            header,
            repeated_headers,
            leads,
        } = self.counts;
        if leads == 0 {
            return Err(SheetError::NoLeads);
        }
        Ok(Passed {
            header_row: self.header_row,
            lines: LineCount::of_rows(last, above, header, repeated_headers, leads),
            first_rows: std::mem::take(&mut self.first_rows),
            was_split: self.splitter.is_some(),
        })
    }

    /// Finds the headers among the rows that wait, and hands on those below.
    fn decide_headers(&mut self) -> bool {
        let mut waiting = std::mem::take(&mut self.waiting);
        self.splitter = one_column::splitter(&waiting, self.options);
        if let Some(splitter) = self.splitter {
            self.is_delimited = true;
            for row in &mut waiting {
                match splitter.split(row) {
                    Ok(Some(split)) => *row = split,
                    Ok(None) => {}
                    Err(error) => {
                        self.error = Some(error);
                        return false;
                    }
                }
            }
        }
        let Heading {
            place, is_named, ..
        } = headers::heading(&waiting, self.options);
        self.header_row = place
            .and_then(|place| waiting.get(place))
            .map(|row| row.number);
        let mut names = headers::header_cells(&waiting, place);
        if let Some(place) = place.filter(|_| is_named && self.options.header_row.is_none()) {
            headers::take_up(&mut names, &waiting[..=place]);
        }
        let mut begin = place.map_or(0, |place| place + 1);
        self.counts.above += place.map_or(0, count);
        self.counts.header += u32::from(place.is_some());
        if let Some(second) = waiting
            .get(begin)
            .filter(|_| place.is_some() && self.options.header_row.is_none())
            && headers::goes_on(&mut names, &second.cells, self.options)
        {
            self.counts.header += 1;
            begin += 1;
        }
        let mut below = Rows::new(&waiting, place, is_named, self.is_delimited, self.options);
        let mut leads = waiting.split_off(begin.min(waiting.len()));
        leads.retain_mut(|row| match below.kind(row, self.options) {
            Kind::Headers => {
                self.counts.repeated_headers += 1;
                false
            }
            Kind::Problem(problem) => {
                row.marks.shape.get_or_insert(problem);
                true
            }
            Kind::Lead => true,
        });
        self.below = Some(below);
        let headers = SheetHeaders {
            names,
            hidden: std::mem::take(&mut self.hidden_columns),
        };
        self.rows.headers(headers, &leads);
        leads.iter().all(|row| self.hand_on(row))
    }

    fn row_below(&mut self, row: &SheetRow) -> bool {
        let split = match self
            .splitter
            .map(|splitter| splitter.split(row))
            .transpose()
        {
            Ok(split) => split.flatten(),
            Err(error) => {
                self.error = Some(error);
                return false;
            }
        };
        let row = split.as_ref().unwrap_or(row);
        let kind = match &mut self.below {
            Some(below) => below.kind(row, self.options),
            None => Kind::Lead,
        };
        match kind {
            Kind::Lead => self.hand_on(row),
            Kind::Headers => {
                self.counts.repeated_headers += 1;
                self.is_within(row.number)
            }
            Kind::Problem(problem) => {
                let mut row = row.clone();
                row.marks.shape.get_or_insert(problem);
                self.hand_on(&row)
            }
        }
    }

    fn hand_on(&mut self, row: &SheetRow) -> bool {
        self.counts.leads += 1;
        if !self.is_within(row.number) {
            return false;
        }
        let go_on = self.rows.row(row);
        if !go_on {
            self.error = Some(SheetError::Stopped);
        }
        go_on
    }

    /// Whether there are no more rows below the headers than may be, with this one.
    fn is_within(&mut self, row: u32) -> bool {
        let rows = self.counts.leads + self.counts.repeated_headers;
        let is_within = rows <= self.options.max_rows;
        if !is_within {
            self.error = Some(SheetError::TooManyRows { row });
        }
        is_within
    }

    fn check_limits(&mut self, row: u32, cells: &[String]) -> Result<(), SheetError> {
        self.budget.go_on()?;
        check_cells(row, cells)?;
        self.text += cells.iter().map(|cell| cell.len() as u64).sum::<u64>();
        if self.text > MAX_UNPACKED_BYTES {
            return Err(SheetError::TooMuchText { row });
        }
        Ok(())
    }
}

/// Whether a row has no more cells than may be, and none of them too long.
pub(super) fn check_cells(row: u32, cells: &[String]) -> Result<(), SheetError> {
    if cells.len() > MAX_COLUMNS {
        return Err(SheetError::TooManyColumns {
            row,
            found: cells.len(),
        });
    }
    match cells.iter().position(|cell| cell.len() > MAX_CELL_LENGTH) {
        Some(column) => Err(SheetError::CellTooLong {
            row,
            column: column + 1,
            found: cells[column].len(),
        }),
        None => Ok(()),
    }
}

fn count(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// A row as a person recognizes it: what its cells hold, cut where it gets long.
fn told(cells: &[String]) -> String {
    let mut text = String::new();
    let mut length = 0;
    let filled = cells
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty());
    for cell in filled {
        if length > 0 {
            text.push_str(" · ");
            length += 3;
        }
        for character in cell.chars() {
            if length >= MAX_PREVIEW_LENGTH {
                text.push('…');
                return text;
            }
            text.push(if character.is_control() {
                ' '
            } else {
                character
            });
            length += 1;
        }
    }
    text
}
