//! The rows of a sheet (MS-XLS 2.1.7.20.1), in their order, wherever the records of their cells stand.

use crate::SheetError;
use crate::budget::Budget;
use crate::cells::{HiddenColumns, Rows};
use crate::compound::u16_at;
use crate::merges::Merges;
use crate::sheets::TakeSheet;

use super::cell::{self, FormulaResult};
use super::globals::Globals;
use super::records::{Record, kind, record_at, records};

/// Where the flags of a row stand, and which says that it is hidden (MS-XLS 2.4.221).
const ROW_FLAGS: usize = 12;
const ROW_HIDDEN: u8 = 1 << 5;

/// Hands on the rows of the sheet that begins there.
pub(super) fn read(
    stream: &[u8],
    at: usize,
    globals: &Globals,
    budget: &Budget<'_>,
    take: &mut dyn TakeSheet,
) -> Result<(), SheetError> {
    let mut outline = Outline::of(stream, at, budget)?;
    let is_calculated = globals.is_calculated || outline.has_results || !outline.has_formulas;
    take.hidden_columns(outline.hidden_columns.columns());
    let mut rows = Rows::new(take, std::mem::take(&mut outline.merges));
    for (row, at) in &outline.cells {
        budget.go_on()?;
        let Some(record) = record_at(stream, *at as usize) else {
            break;
        };
        rows.begin(u32::from(*row) + 1, outline.is_hidden(*row))?;
        cell::put(&mut rows, stream, record, globals, is_calculated)?;
        if rows.is_stopped() {
            return Ok(());
        }
    }
    rows.end();
    Ok(())
}

/// What is known of a sheet once its records were passed over.
struct Outline {
    /// The row of each record of cells, from 0, and where the record begins: in the order of rows.
    cells: Vec<(u16, u32)>,
    /// One bit for each row.
    hidden_rows: Vec<u64>,
    hidden_columns: HiddenColumns,
    merges: Merges,
    has_formulas: bool,
    /// Whether any formula has come to something.
    has_results: bool,
}

impl Outline {
    /// Passes over the records of the sheet; charts within it have records of their own.
    fn of(stream: &[u8], at: usize, budget: &Budget<'_>) -> Result<Outline, SheetError> {
        let mut outline = Outline {
            cells: Vec::new(),
            hidden_rows: Vec::new(),
            hidden_columns: HiddenColumns::default(),
            merges: Merges::default(),
            has_formulas: false,
            has_results: false,
        };
        let mut depth = 0_u32;
        let mut here = at;
        for record in records(stream, at) {
            match record.kind {
                kind::BEGIN => depth += 1,
                kind::END if depth <= 1 => break,
                kind::END => depth -= 1,
                _ if depth > 1 => {}
                _ => outline.note(record, here)?,
            }
            // Many sheets may claim to begin at the same place.
            budget.pay((record.end - here) as u64)?;
            here = record.end;
        }
        if !outline.cells.is_sorted_by_key(|(row, _)| row) {
            outline.cells.sort_unstable();
        }
        Ok(outline)
    }

    fn note(&mut self, record: Record<'_>, at: usize) -> Result<(), SheetError> {
        let number = |at| u16_at(record.data, at);
        match record.kind {
            kind::ROW => {
                let is_hidden = record
                    .data
                    .get(ROW_FLAGS)
                    .is_some_and(|flags| flags & ROW_HIDDEN != 0);
                if let (Some(row), true) = (number(0), is_hidden) {
                    self.hide_row(row);
                }
            }
            kind::COLUMNS => self.note_columns(record.data),
            kind::MERGED_CELLS => {
                let ranges = record.data.get(2..).unwrap_or_default().chunks_exact(8);
                for range in ranges {
                    let [first, last, left, right] =
                        [0, 2, 4, 6].map(|at| u32::from(u16_at(range, at).unwrap_or(0)));
                    self.merges.add((first + 1, last + 1), (left, right))?;
                }
            }
            kind if cell::is_cell(kind) => {
                let row = number(0).ok_or(SheetError::Damaged)?;
                let at = u32::try_from(at).map_err(|_| SheetError::Damaged)?;
                self.cells.push((row, at));
                if kind == kind::FORMULA {
                    self.has_formulas = true;
                    self.has_results |=
                        !matches!(FormulaResult::of(record.data), FormulaResult::Blank);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Notes columns that are hidden, or of no width (MS-XLS 2.4.53).
    fn note_columns(&mut self, data: &[u8]) {
        let [first, last, width, flags] = [0, 2, 4, 8].map(|at| u16_at(data, at));
        let (Some(first), Some(last)) = (first, last) else {
            return;
        };
        let is_hidden = width == Some(0) || flags.is_some_and(|flags| flags & 1 == 1);
        if is_hidden {
            self.hidden_columns
                .add(usize::from(first), usize::from(last));
        }
    }

    fn hide_row(&mut self, row: u16) {
        let word = usize::from(row) / 64;
        if self.hidden_rows.len() <= word {
            self.hidden_rows.resize(word + 1, 0);
        }
        self.hidden_rows[word] |= 1 << (row % 64);
    }

    fn is_hidden(&self, row: u16) -> bool {
        self.hidden_rows
            .get(usize::from(row) / 64)
            .is_some_and(|word| word & 1 << (row % 64) != 0)
    }
}
