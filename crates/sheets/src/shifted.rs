//! Rows whose cells have moved to the right: a separator within a value was taken for the end of a cell, and the program that
//! opened the text saved what it saw as a workbook.

use leads::{Country, ShapeProblem, is_date};

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
    /// Numbers that are longer than postal codes and no dates.
    long_numbers: usize,
}

impl Column {
    /// Whether numbers belong there, be they accounts.
    fn is_of_numbers(self) -> bool {
        self.numbers >= 2 && 2 * self.numbers > self.filled
    }

    /// Whether what stands there may be taken for a number to call where it has moved.
    fn is_of_long_numbers(self) -> bool {
        self.has_header && self.long_numbers > 0 && 2 * self.long_numbers > self.filled
    }

    /// Whether next to nothing but numbers stands there.
    fn is_of_hardly_anything_else(self) -> bool {
        self.is_of_numbers() && self.filled - self.numbers <= 1 + self.filled / 10
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
                let is_long = headers::resembles_a_long_number(cell) && !is_date(cell);
                column.long_numbers += usize::from(is_long);
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
        let is_astray = self
            .number_right_of_its_place(cells, |column| !column.is_of_numbers())
            .is_some_and(|moved| {
                let is_too_wide =
                    headers::width(cells) > self.headers && self.column(moved).is_of_others();
                is_too_wide || self.has_word_among_numbers(&cells[..moved])
            });
        let is_moved = is_astray
            || (self.has_part_of_a_name_among_numbers(&cells[..self.number])
                && self.number_right_of_its_place(cells, |_| true).is_some());
        is_moved.then(|| ShapeProblem::MoreCells {
            cells: u32::try_from(headers::width(cells)).unwrap_or(u32::MAX),
            headers: u32::try_from(self.headers).unwrap_or(u32::MAX),
        })
    }

    /// The first column right of the number, among those wanted and no farther than it may have moved, in which the row has a
    /// number to call.
    fn number_right_of_its_place(
        &self,
        cells: &[String],
        is_wanted: impl Fn(Column) -> bool,
    ) -> Option<usize> {
        (self.number + 1..=self.number + FARTHEST).find(|column| {
            // Reading a number takes long, and most cells are told apart without.
            is_wanted(self.column(*column))
                && cells.get(*column).is_some_and(|cell| {
                    headers::resembles_a_long_number(cell) && headers::is_number(cell, self.country)
                })
        })
    }

    /// Whether words, and no digits, stand where next to nothing but numbers does: the second half of a name, with an account
    /// below the header of the number and the number below that of another. A word for nothing, as `N/A`, is none.
    fn has_part_of_a_name_among_numbers(&self, cells: &[String]) -> bool {
        cells.iter().enumerate().any(|(column, cell)| {
            self.column(column).is_of_hardly_anything_else()
                && cell.chars().any(char::is_alphabetic)
                && !cell.chars().any(char::is_numeric)
                && !leads::stands_for_nothing(cell.trim())
        })
    }

    /// Whether other columns than the number's hold numbers as long: what has moved could not be told from what has not.
    pub fn has_numbers_elsewhere(&self) -> bool {
        self.columns
            .iter()
            .enumerate()
            .any(|(column, known)| column != self.number && known.is_of_long_numbers())
    }

    /// Whether a number to call stands under its own header, no other number right of it, and no word where numbers belong.
    pub fn is_in_place(&self, cells: &[String]) -> bool {
        let is_astray = |cell: &String| {
            headers::resembles_a_long_number(cell) && !is_date(cell)
                || headers::is_number(cell, self.country)
        };
        let number = cells.get(self.number);
        number.is_some_and(|cell| headers::is_number(cell, self.country))
            && !cells.iter().skip(self.number + 1).any(is_astray)
            && !self.has_word_among_numbers(cells)
    }

    /// Whether no header has a name right of the number's.
    pub fn is_number_last(&self) -> bool {
        self.number + 1 == self.headers
    }

    /// Whether a cell right of the number begins with a blank.
    pub fn has_blank_in_front_right_of_number(&self, cells: &[String]) -> bool {
        cells
            .iter()
            .skip(self.number + 1)
            .any(|cell| cell.starts_with(char::is_whitespace))
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
