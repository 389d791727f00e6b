//! The cells of a workbook as text, and the rows that they make: a number keeps all of its digits.

use std::borrow::Cow;
use std::collections::BTreeSet;

use leads::RowMarks;

use super::headers;
use super::merges::Merges;
use super::sheets::TakeSheet;
use super::{MAX_CELL_LENGTH, MAX_COLUMNS, SheetError, SheetRow};

/// The error value that a cell shows which cannot be understood: no value is there that anybody could use.
pub(super) const NOT_UNDERSTOOD: &str = "#N/A";

/// What stands in a cell whose formula was never calculated, and is not known.
pub(super) const UNKNOWN_FORMULA: &str = "=?";

/// How Excel writes an error (MS-XLS 2.5.10, MS-XLSB 2.5.97.2).
pub(super) fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => NOT_UNDERSTOOD,
    }
}

/// A truth as text.
pub(super) fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// A number in full, never in exponent form; whole numbers come without a point.
///
/// A spreadsheet computes with 17 digits and shows at most 15: what a person sees as 1234.1 may be stored as
/// 1234.0999999999999. Whole numbers keep every digit.
pub(super) fn number(value: f64) -> String {
    let shortest = value.to_string();
    let digits = shortest.bytes().filter(u8::is_ascii_digit).count();
    if value.fract() == 0.0 || digits <= 15 {
        return shortest;
    }
    format!("{value:.14e}")
        .parse::<f64>()
        .map_or(shortest, |rounded| rounded.to_string())
}

/// `2026-11-23T00:00:00` is the date alone, and other times are parted from it by a blank.
pub(super) fn iso_date(text: &str) -> Cow<'_, str> {
    match text.split_once('T') {
        Some((date, time)) if date.len() >= 10 && text.len() <= MAX_CELL_LENGTH => {
            let time = time.split_once('.').map_or(time, |(time, _)| time);
            if time.trim_end_matches('Z') == "00:00:00" {
                Cow::Borrowed(date)
            } else {
                Cow::Owned(format!("{date} {}", time.trim_end_matches('Z')))
            }
        }
        _ => Cow::Borrowed(text),
    }
}

/// A row that grows cell by cell; cells may come in any order, and most columns may be empty.
#[derive(Default)]
pub(super) struct GrowingRow {
    row: SheetRow,
    /// Texts of rows before, whose memory is used again.
    spare: Vec<String>,
    struck: StruckCells,
}

/// How many cells of a row are filled, and which of them are struck through.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct StruckCells {
    filled: u32,
    struck_through: u32,
    has_number: bool,
}

impl StruckCells {
    /// Notes a cell; blank ones count for nothing.
    pub fn note(&mut self, text: &str, is_struck_through: bool) {
        if text.trim().is_empty() {
            return;
        }
        self.filled += 1;
        if is_struck_through {
            self.struck_through += 1;
            self.has_number |= headers::resembles_a_long_number(text);
        }
    }

    /// Whether nothing but blanks was noted.
    pub fn is_blank(self) -> bool {
        self.filled == 0
    }

    /// Whether the row is struck through: most of its cells, or one that may be a number to call.
    pub fn is_row_struck_through(self) -> bool {
        self.has_number || 2 * self.struck_through > self.filled
    }
}

/// The longest text whose memory is kept for the next row, in bytes.
const WORTH_KEEPING: usize = 256;

impl GrowingRow {
    /// Puts text into the column, from 0; `row` is for the problem. It is copied only if the limits allow it.
    pub fn put(
        &mut self,
        row: u32,
        column: usize,
        text: &str,
        is_struck_through: bool,
    ) -> Result<(), SheetError> {
        if text.is_empty() {
            return Ok(());
        }
        check_cell(row, column, text.len())?;
        while self.row.cells.len() <= column {
            self.row.cells.push(self.spare.pop().unwrap_or_default());
        }
        let cell = &mut self.row.cells[column];
        cell.clear();
        if text.contains('\0') {
            // Postgres stores no NUL, and nobody types one.
            cell.extend(text.chars().filter(|character| *character != '\0'));
        } else {
            cell.push_str(text);
        }
        self.struck.note(text, is_struck_through);
        Ok(())
    }

    /// Whether nothing but blanks was put.
    pub fn is_blank(&self) -> bool {
        self.struck.is_blank()
    }

    /// The row, of that number, with what its sheet says of it.
    pub fn finished(&mut self, number: u32, is_hidden: bool, merges: &mut Merges) -> &SheetRow {
        self.row.number = number;
        merges.pass(number, &mut self.row.cells);
        self.row.marks = RowMarks {
            hidden: is_hidden,
            struck_through: self.struck.is_row_struck_through(),
            ..RowMarks::NONE
        };
        &self.row
    }

    pub fn clear(&mut self) {
        self.struck = StruckCells::default();
        for mut cell in self.row.cells.drain(..) {
            if cell.capacity() <= WORTH_KEEPING {
                cell.clear();
                self.spare.push(cell);
            }
        }
    }
}

/// The columns of a sheet that are hidden, among those that are read.
#[derive(Debug, Default)]
pub(super) struct HiddenColumns {
    columns: BTreeSet<usize>,
    ranges: usize,
}

impl HiddenColumns {
    /// Notes those from the first to the last, from 0.
    pub fn add(&mut self, first: usize, last: usize) {
        // Each column is named once, in a file that is sound.
        if self.ranges < MAX_COLUMNS {
            self.ranges += 1;
            let end = last.saturating_add(1).min(MAX_COLUMNS);
            self.columns.extend(first..end);
        }
    }

    /// Each of them once, from the left.
    pub fn columns(&self) -> Vec<usize> {
        self.columns.iter().copied().collect()
    }
}

/// # Errors
/// [`SheetError::TooManyColumns`], [`SheetError::CellTooLong`].
pub(super) fn check_cell(row: u32, column: usize, length: usize) -> Result<(), SheetError> {
    if column >= MAX_COLUMNS {
        return Err(SheetError::TooManyColumns {
            row,
            found: column.saturating_add(1),
        });
    }
    if length > MAX_CELL_LENGTH {
        return Err(SheetError::CellTooLong {
            row,
            column: column + 1,
            found: length,
        });
    }
    Ok(())
}

/// Gathers the cells of a sheet to rows, and hands these on.
pub(super) struct Rows<'a> {
    take: &'a mut dyn TakeSheet,
    merges: Merges,
    /// The number of the row that grows, from 1; 0 before the first.
    row: u32,
    is_hidden: bool,
    growing: GrowingRow,
    is_stopped: bool,
}

impl<'a> Rows<'a> {
    pub fn new(take: &'a mut dyn TakeSheet, merges: Merges) -> Rows<'a> {
        Rows {
            take,
            merges,
            row: 0,
            is_hidden: false,
            growing: GrowingRow::default(),
            is_stopped: false,
        }
    }

    /// Begins the row of that number, from 1, and hands on the one before.
    ///
    /// # Errors
    /// [`SheetError::Damaged`] when it stands above one that came before.
    pub fn begin(&mut self, row: u32, is_hidden: bool) -> Result<(), SheetError> {
        if row < self.row {
            return Err(SheetError::Damaged);
        }
        if row > self.row {
            self.hand_on();
            self.row = row;
            self.is_hidden = is_hidden;
        }
        self.is_hidden |= is_hidden;
        Ok(())
    }

    /// The row that grows.
    pub fn row(&self) -> u32 {
        self.row
    }

    /// Puts a text into the row that grows.
    ///
    /// # Errors
    /// As of [`check_cell`].
    pub fn put(
        &mut self,
        column: usize,
        text: &str,
        is_struck_through: bool,
    ) -> Result<(), SheetError> {
        self.growing.put(self.row, column, text, is_struck_through)
    }

    /// Whether nobody wants more.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    fn hand_on(&mut self) {
        if !self.is_stopped && !self.growing.is_blank() {
            let row = self
                .growing
                .finished(self.row, self.is_hidden, &mut self.merges);
            self.is_stopped = !self.take.row(row);
        }
        self.growing.clear();
    }

    /// Hands on the last row.
    pub fn end(mut self) {
        self.hand_on();
    }
}
