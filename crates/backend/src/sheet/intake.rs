//! The rows on their way out: within the limits, below their headers.

use super::budget::Budget;
use super::headers::{self, Heading, LOOKED_AT};
use super::{
    LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED, ReadOptions, SheetFault, SheetHeaders,
    SheetRow, TakeRows,
};

/// The first rows wait until the headers are found among them, unless they hold more than so many bytes.
pub(super) const MOST_WAITING: u64 = 1024 * 1024;

/// Enforces the limits for every format while the rows pass, and finds the headers.
pub(super) struct Intake<'a> {
    options: &'a ReadOptions<'a>,
    budget: &'a Budget<'a>,
    rows: &'a mut dyn TakeRows,
    waiting: Vec<SheetRow>,
    hidden_columns: Vec<usize>,
    header_row: Option<Option<u32>>,
    /// The headers as they stand in the sheet, where they are headers by their words.
    headers: Vec<String>,
    /// Rows below the headers, and whether one of them is a lead.
    seen: u32,
    has_leads: bool,
    /// The number of the last row that is not blank.
    last: u32,
    text: u64,
    fault: Option<SheetFault>,
}

impl<'a> Intake<'a> {
    pub fn new(
        options: &'a ReadOptions<'a>,
        budget: &'a Budget<'a>,
        rows: &'a mut dyn TakeRows,
    ) -> Intake<'a> {
        Intake {
            options,
            budget,
            rows,
            waiting: Vec::new(),
            hidden_columns: Vec::new(),
            header_row: None,
            headers: Vec::new(),
            seen: 0,
            has_leads: false,
            last: 0,
            text: 0,
            fault: None,
        }
    }

    /// Takes a row. `false` ends the reading.
    pub fn row(&mut self, row: &SheetRow) -> bool {
        if leads::is_blank(&row.cells) {
            return true;
        }
        if let Err(fault) = self.check_limits(row.number, &row.cells) {
            self.fault = Some(fault);
            return false;
        }
        self.last = row.number;
        if self.header_row.is_some() {
            return self.lead(row);
        }
        self.waiting.push(row.clone());
        if self.waiting.len() < LOOKED_AT && self.text < MOST_WAITING {
            return true;
        }
        self.settle()
    }

    /// Which columns are hidden, from 0. Tell it before the rows.
    pub fn hide_columns(&mut self, columns: Vec<usize>) {
        self.hidden_columns = columns;
    }

    /// The number of the last row that is not blank; 0 before the first.
    pub fn last_row(&self) -> u32 {
        self.last
    }

    /// Whether a row was refused: nothing more is taken then.
    pub fn is_over(&self) -> bool {
        self.fault.is_some()
    }

    /// The row of the headers, from 1; `None` where there are none.
    pub fn finish(&mut self) -> Result<Option<u32>, SheetFault> {
        if self.header_row.is_none() && self.fault.is_none() && !self.waiting.is_empty() {
            self.settle();
        }
        match (&self.fault, self.header_row) {
            (Some(fault), _) => Err(fault.clone()),
            (None, Some(header_row)) if self.has_leads => Ok(header_row),
            (None, _) => Err(SheetFault::NoLeads),
        }
    }

    fn settle(&mut self) -> bool {
        let waiting = std::mem::take(&mut self.waiting);
        let Heading {
            place, is_named, ..
        } = headers::heading(&waiting, self.options);
        let header = place.and_then(|place| waiting.get(place));
        self.header_row = Some(header.map(|row| row.number));
        if let Some(row) = header.filter(|_| is_named) {
            self.headers.clone_from(&row.cells);
        }
        let leads = &waiting[place.map_or(0, |place| place + 1)..];
        let headers = SheetHeaders {
            names: headers::header_cells(&waiting, place),
            hidden: std::mem::take(&mut self.hidden_columns),
        };
        self.rows.headers(headers, leads);
        leads.iter().all(|row| self.lead(row))
    }

    fn lead(&mut self, row: &SheetRow) -> bool {
        if self.seen == MOST_ROWS {
            self.fault = Some(SheetFault::TooManyRows { row: row.number });
            return false;
        }
        self.seen += 1;
        // Lists put together from several, and sheets made for printing, say their headers again.
        if is_same_row(&self.headers, &row.cells) {
            return true;
        }
        self.has_leads = true;
        let go_on = self.rows.row(row);
        if !go_on {
            self.fault = Some(SheetFault::Stopped);
        }
        go_on
    }

    fn check_limits(&mut self, row: u32, cells: &[String]) -> Result<(), SheetFault> {
        self.budget.go_on()?;
        if cells.len() > MOST_COLUMNS {
            return Err(SheetFault::TooManyColumns {
                row,
                found: cells.len(),
            });
        }
        if let Some(column) = cells.iter().position(|cell| cell.len() > LONGEST_CELL) {
            return Err(SheetFault::CellTooLong {
                row,
                column: column + 1,
                found: cells[column].len(),
            });
        }
        self.text += cells.iter().map(|cell| cell.len() as u64).sum::<u64>();
        if self.text > MOST_UNPACKED {
            return Err(SheetFault::TooMuchText { row });
        }
        Ok(())
    }
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
