//! Rows whose cells have moved to the right: a separator within a value was taken for the end of a cell, and the program that
//! opened the text saved what it saw as a workbook.

use leads::{Country, ShapeProblem};

use super::SheetRow;
use super::headers::{self, Matched};

/// How far the number may have moved.
const FARTHEST: usize = 2;

/// Where the numbers stand, and what the columns hold in the first rows.
#[derive(Debug)]
pub(super) struct Shifts {
    country: Country,
    number: usize,
    /// Headers up to the last that has a name.
    headers: usize,
    columns: Vec<Column>,
}

/// What the first rows hold in one column.
#[derive(Clone, Copy, Debug, Default)]
struct Column {
    has_header: bool,
    filled: usize,
    numbers: usize,
}

impl Column {
    /// Whether numbers belong there, be they accounts.
    fn is_of_numbers(self) -> bool {
        self.numbers >= 2 && 2 * self.numbers > self.filled
    }

    /// Whether a number does not belong there.
    fn is_of_others(self) -> bool {
        !self.has_header || (self.filled > 0 && 2 * self.numbers <= self.filled)
    }
}

impl Shifts {
    /// `below` are the first rows below the headers. `None` where no column is known to hold the number.
    pub fn new(
        headers: &[String],
        matched: &Matched,
        below: &[SheetRow],
        country: Country,
    ) -> Option<Shifts> {
        let width = headers::width(headers);
        let number = matched.number().filter(|_| width > 0)?;
        let widest = below.iter().map(|row| row.cells.len()).max();
        let mut columns = vec![Column::default(); widest.unwrap_or(0).max(width)];
        for (column, header) in columns.iter_mut().zip(headers) {
            column.has_header = !header.trim().is_empty();
        }
        for row in below {
            for (column, cell) in columns.iter_mut().zip(&row.cells) {
                column.filled += usize::from(!cell.trim().is_empty());
                column.numbers += usize::from(headers::resembles_a_number(cell));
            }
        }
        Some(Shifts {
            country,
            number,
            headers: width,
            columns,
        })
    }

    /// The problem of a row in which a number to call stands up to two columns right of where the others have theirs, while
    /// another number stands there: the row has more cells than headers, or a word where the others have numbers.
    pub fn problem(&self, cells: &[String]) -> Option<ShapeProblem> {
        if !headers::resembles_a_number(cells.get(self.number)?) {
            return None;
        }
        let moved = (self.number + 1..=self.number + FARTHEST).find(|column| {
            let cell = cells.get(*column);
            let is_of_numbers = self.column(*column).is_of_numbers();
            // Reading a number takes long, and most cells are told apart without.
            !is_of_numbers
                && cell.is_some_and(|cell| {
                    headers::resembles_a_long_number(cell) && headers::is_number(cell, self.country)
                })
        })?;
        let width = headers::width(cells);
        let is_too_wide = width > self.headers && self.column(moved).is_of_others();
        (is_too_wide || self.has_word_among_numbers(&cells[..moved])).then(|| {
            ShapeProblem::MoreCells {
                cells: u32::try_from(width).unwrap_or(u32::MAX),
                headers: u32::try_from(self.headers).unwrap_or(u32::MAX),
            }
        })
    }

    fn has_word_among_numbers(&self, cells: &[String]) -> bool {
        cells.iter().enumerate().any(|(column, cell)| {
            self.column(column).is_of_numbers() && cell.chars().any(char::is_alphabetic)
        })
    }

    fn column(&self, column: usize) -> Column {
        self.columns.get(column).copied().unwrap_or_default()
    }
}
