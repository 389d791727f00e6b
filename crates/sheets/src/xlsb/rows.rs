//! The rows of a sheet (MS-XLSB 2.1.7.61), handed on while their part is unpacked.

use std::io::Read;

use crate::SheetError;
use crate::cells::{HiddenColumns, NOT_UNDERSTOOD, Rows, check_cell, error_text, truth};
use crate::compound::{u16_at, u32_at};
use crate::merges::Merges;
use crate::number_format::NumberFormat;
use crate::sheets::TakeSheet;
use crate::styles::Styles;
use crate::texts::SharedTexts;

use super::records::{Records, f64_at, kind, rich_text, rk_number, wide_text};

/// The last row of a sheet, from 0.
const LAST_ROW: u32 = 1_048_575;

/// What makes a short kind of cell the one that names its column: BrtCellBlank is 1, BrtShortBlank 12.
const FROM_SHORT: u16 = 11;

/// What a cell begins with, in bytes: its column, unless it is a short one, and its style (MS-XLSB 2.5.9).
const COLUMN: usize = 4;
const STYLE: usize = 4;

/// The bits of the style; the others of its four bytes mean something else.
const STYLE_BITS: u32 = 0x00FF_FFFF;

/// Where the flags of a row stand, and which says that it is hidden (MS-XLSB 2.4.740).
const ROW_FLAGS: usize = 11;
const ROW_HIDDEN: u8 = 1 << 4;

/// Finds the merged cells (MS-XLSB 2.4.714), which stand behind all rows.
pub(super) fn merged<R: Read>(mut records: Records<R>) -> Result<Merges, SheetError> {
    let mut merges = Merges::default();
    while let Some((_, data)) = records.next(|kind| kind == kind::MERGED_CELL)? {
        let [Some(first), Some(last), Some(left), Some(right)] =
            [0, 4, 8, 12].map(|at| u32_at(data, at))
        else {
            continue;
        };
        let rows = (first.saturating_add(1), last.saturating_add(1));
        merges.add(rows, (left, right))?;
    }
    Ok(merges)
}

/// Hands on the rows of a sheet.
pub(super) fn read<R: Read>(
    mut records: Records<R>,
    texts: &SharedTexts,
    styles: &Styles,
    merges: Merges,
    take: &mut dyn TakeSheet,
) -> Result<(), SheetError> {
    if !columns_before_rows(&mut records, take)? {
        return Ok(());
    }
    let mut rows = Rows::new(take, merges);
    let mut next_column = 0_u32;
    let is_wanted = |kind| {
        kind <= kind::SHORT_SHARED_TEXT || [kind::CELL_RICH_TEXT, kind::END_ROWS].contains(&kind)
    };
    while let Some((kind, data)) = records.next(is_wanted)? {
        match kind {
            kind::END_ROWS => break,
            kind::ROW => {
                let row = u32_at(data, 0).unwrap_or(u32::MAX);
                if row > LAST_ROW {
                    break;
                }
                rows.begin(row + 1, is_hidden_row(data))?;
                next_column = 0;
            }
            _ => {
                let is_short = (kind::SHORT_BLANK..=kind::SHORT_SHARED_TEXT).contains(&kind);
                let cell = Cell::parse(kind, data, is_short.then_some(next_column));
                let Some(cell) = cell else {
                    return Err(SheetError::Damaged);
                };
                next_column = cell.column.saturating_add(1);
                cell.put(&mut rows, texts, styles)?;
                if rows.is_stopped() {
                    return Ok(());
                }
            }
        }
    }
    rows.end();
    Ok(())
}

fn is_hidden_row(data: &[u8]) -> bool {
    data.get(ROW_FLAGS)
        .is_some_and(|flags| flags & ROW_HIDDEN != 0)
}

/// Tells which columns are hidden (MS-XLSB 2.4.323), and goes to where the rows begin; whether there are any.
fn columns_before_rows<R: Read>(
    records: &mut Records<R>,
    take: &mut dyn TakeSheet,
) -> Result<bool, SheetError> {
    let mut hidden = HiddenColumns::default();
    while let Some((kind, data)) =
        records.next(|kind| [kind::COLUMNS, kind::BEGIN_ROWS].contains(&kind))?
    {
        if kind == kind::BEGIN_ROWS {
            take.hidden_columns(hidden.columns());
            return Ok(true);
        }
        let [Some(first), Some(last), Some(width)] = [0, 4, 8].map(|at| u32_at(data, at)) else {
            continue;
        };
        let is_hidden = u16_at(data, 16).is_some_and(|flags| flags & 1 == 1);
        if is_hidden || width == 0 {
            hidden.add(first as usize, last as usize);
        }
    }
    Ok(false)
}

/// A cell, as its record holds it.
struct Cell<'d> {
    /// As that of a cell that names its column.
    kind: u16,
    column: u32,
    style: u32,
    data: &'d [u8],
}

impl<'d> Cell<'d> {
    /// `short` is the column of a cell that does not name it.
    fn parse(kind: u16, data: &'d [u8], short: Option<u32>) -> Option<Cell<'d>> {
        let (kind, column, data) = match short {
            Some(column) => (kind - FROM_SHORT, column, data),
            None => (kind, u32_at(data, 0)?, data.get(COLUMN..)?),
        };
        Some(Cell {
            kind,
            column,
            style: u32_at(data, 0)? & STYLE_BITS,
            data: data.get(STYLE..)?,
        })
    }

    /// Puts what the cell shows into its row. A cell that is cut off shows that it is not understood.
    fn put(
        &self,
        rows: &mut Rows<'_>,
        texts: &SharedTexts,
        styles: &Styles,
    ) -> Result<(), SheetError> {
        let column = self.column as usize;
        let (format, is_struck_through) = styles.of_cell(self.style);
        let shown = match self.kind {
            kind::CELL_BLANK => return Ok(()),
            kind::CELL_SHARED_TEXT => {
                let place = u32_at(self.data, 0).map(|place| place as usize);
                let Some(text) = place.and_then(|place| texts.get(place)) else {
                    return rows.put(column, NOT_UNDERSTOOD, is_struck_through);
                };
                check_cell(rows.row(), column, text.length)?;
                let is_struck_through = is_struck_through || text.is_struck_through;
                return match format.show_text(text.text) {
                    Some(shown) => rows.put(column, &shown, is_struck_through),
                    None => rows.put(column, text.text, is_struck_through),
                };
            }
            kind::CELL_RICH_TEXT => {
                let font = |font| styles.is_struck_through(font);
                let Some((text, is_text_struck)) = rich_text(self.data, 0, font) else {
                    return rows.put(column, NOT_UNDERSTOOD, is_struck_through);
                };
                return rows.put(column, &text, is_struck_through || is_text_struck);
            }
            _ => self.shown(format),
        };
        let shown = shown.as_deref().unwrap_or(NOT_UNDERSTOOD);
        rows.put(column, shown, is_struck_through)
    }

    fn shown(&self, format: &NumberFormat) -> Option<String> {
        Some(match self.kind {
            kind::CELL_RK => {
                let number = rk_number(u32_at(self.data, 0)?);
                format.show(Some(number).filter(|number| number.is_finite())?)
            }
            kind::CELL_REAL | kind::FORMULA_NUMBER => {
                let number = f64_at(self.data, 0).filter(|number| number.is_finite())?;
                format.show(number)
            }
            kind::CELL_BOOL | kind::FORMULA_BOOL => truth(*self.data.first()? != 0).to_owned(),
            kind::CELL_ERROR | kind::FORMULA_ERROR => error_text(*self.data.first()?).to_owned(),
            kind::CELL_TEXT | kind::FORMULA_TEXT => {
                let (text, _) = wide_text(self.data, 0)?;
                format.show_text(&text).unwrap_or(text)
            }
            _ => return None,
        })
    }
}
