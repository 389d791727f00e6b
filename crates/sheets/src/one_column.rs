//! Rows that stand in one cell each, to be split once more.
//!
//! A spreadsheet program of another country opens delimited text into column A: where a comma separates cells, semicolons do
//! not. Saved again, each line is one cell, in a workbook or in quotation marks.

use super::headers;
use super::intake::check_cells;
use super::quotes;
use super::{ReadOptions, SheetError, SheetRow};

/// What may separate cells, the likeliest first.
const DELIMITERS: [u8; 4] = *b";,\t|";

/// Splits rows of one cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Splitter {
    delimiter: u8,
}

impl Splitter {
    /// The row in cells; `None` where it is in cells already.
    pub fn split(self, row: &SheetRow) -> Result<Option<SheetRow>, SheetError> {
        let width = headers::width(&row.cells);
        let Some(first) = row.cells.first().filter(|_| width > 0) else {
            return Ok(None);
        };
        let delimiter = char::from(self.delimiter);
        if !first.contains(delimiter) {
            return Ok(None);
        }
        // The separator of the program's own country has put the end of some rows into the next columns.
        let between = if self.delimiter == b',' { ";" } else { "," };
        let text = row.cells[..width].join(between);
        // A line's end within a cell is none of a row.
        let mut cells = quotes::split_line(&text, self.delimiter);
        cells.truncate(headers::width(&cells).max(1));
        check_cells(row.number, &cells)?;
        Ok(Some(SheetRow {
            number: row.number,
            cells,
            marks: row.marks.clone(),
        }))
    }
}

/// What the first rows are to be split by: nearly each of them is one cell, and split they are a table of leads.
pub(super) fn splitter(rows: &[SheetRow], options: &ReadOptions<'_>) -> Option<Splitter> {
    let is_alone = |row: &&SheetRow| headers::width(&row.cells) == 1;
    let alone = rows.iter().filter(is_alone).count();
    if rows.len() < 2 || alone * 5 < rows.len() * 4 {
        return None;
    }
    let whole = headers::heading(rows, options);
    DELIMITERS.into_iter().find_map(|delimiter| {
        let splitter = Splitter { delimiter };
        let split: Vec<SheetRow> = rows
            .iter()
            .map(|row| {
                splitter
                    .split(row)
                    .map(|split| split.unwrap_or_else(|| row.clone()))
            })
            .collect::<Result<_, _>>()
            .ok()?;
        let heading = headers::heading(&split, options);
        let place = heading.place.unwrap_or(0);
        let below = &split[place..];
        let width = headers::width(&below.first()?.cells);
        let alike = below
            .iter()
            .filter(|row| width.abs_diff(headers::width(&row.cells)) <= 1)
            .count();
        let is_table = width >= 2 && alike * 5 >= below.len() * 4;
        let is_better =
            (heading.is_named && !whole.is_named) || (heading.has_numbers && !whole.has_numbers);
        (is_table && is_better).then_some(splitter)
    })
}
