//! What the cells of an old workbook show (MS-XLS 2.4, 2.5.133).

use crate::SheetError;
use crate::cells::{NOT_UNDERSTOOD, Rows, UNKNOWN_FORMULA, check_cell, error_text, truth};
use crate::compound::{f64_at, rk_number, u16_at, u32_at};

use super::globals::Globals;
use super::records::{Record, kind, records};

/// Where the row, the column and the style end that a cell begins with (MS-XLS 2.5.13).
const BEGIN: usize = 6;

/// What a number in a record of several takes: its style, and the number.
const NUMBER_TAKES: usize = 6;

/// A formula's text stands in one of so many records after it: those of shared formulas may stand between.
const TEXT_WITHIN: usize = 4;

/// Whether a record holds cells.
pub(super) fn is_cell(kind: u16) -> bool {
    matches!(
        kind,
        kind::FORMULA
            | kind::NUMBERS
            | kind::RICH_TEXT
            | kind::SHARED_TEXT
            | kind::NUMBER
            | kind::TEXT
            | kind::TRUTH_OR_ERROR
            | kind::SHORT_NUMBER
    )
}

/// What a formula came to when it was calculated last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum FormulaResult {
    Number(f64),
    /// It stands in a record that follows.
    Text,
    Truth(bool),
    Error(u8),
    /// A text of no characters; programs that do not calculate write this too.
    Blank,
    /// Nothing that is known.
    Unknown,
}

impl FormulaResult {
    /// What stands in the data of a formula.
    pub fn of(data: &[u8]) -> FormulaResult {
        let is_number = u16_at(data, BEGIN + 6) != Some(0xFFFF);
        let [kind, value] = [BEGIN, BEGIN + 2].map(|at| data.get(at).copied());
        match (is_number, kind, value) {
            (true, ..) => f64_at(data, BEGIN)
                .filter(|number| number.is_finite())
                .map_or(FormulaResult::Unknown, FormulaResult::Number),
            (false, Some(0), _) => FormulaResult::Text,
            (false, Some(1), Some(value)) => FormulaResult::Truth(value != 0),
            (false, Some(2), Some(value)) => FormulaResult::Error(value),
            (false, Some(3), _) => FormulaResult::Blank,
            _ => FormulaResult::Unknown,
        }
    }
}

/// Puts what the cells of a record show into their row. What is cut off shows that it is not understood.
pub(super) fn put(
    rows: &mut Rows<'_>,
    stream: &[u8],
    record: Record<'_>,
    globals: &Globals,
    is_calculated: bool,
) -> Result<(), SheetError> {
    let data = record.data;
    let (Some(column), Some(style)) = (u16_at(data, 2), u16_at(data, 4)) else {
        return Err(SheetError::Damaged);
    };
    let column = usize::from(column);
    if record.kind == kind::NUMBERS {
        return put_numbers(rows, column, data, globals);
    }
    let (format, is_struck_through) = globals.styles.of_cell(u32::from(style));
    let number = |number: f64| {
        let number = Some(number).filter(|number| number.is_finite());
        number.map(|number| format.show(number))
    };
    let text = |text: Option<String>| text.map(|text| format.show_text(&text).unwrap_or(text));
    let shown = match record.kind {
        kind::SHARED_TEXT => {
            let place = u32_at(data, BEGIN).map(|place| place as usize);
            let Some(text) = place.and_then(|place| globals.texts.get(place)) else {
                return rows.put(column, NOT_UNDERSTOOD, is_struck_through);
            };
            check_cell(rows.row(), column, text.length)?;
            let is_struck_through = is_struck_through || text.is_struck_through;
            return match format.show_text(text.text) {
                Some(shown) => rows.put(column, &shown, is_struck_through),
                None => rows.put(column, text.text, is_struck_through),
            };
        }
        kind::NUMBER => f64_at(data, BEGIN).and_then(number),
        kind::SHORT_NUMBER => u32_at(data, BEGIN).map(rk_number).and_then(number),
        kind::TEXT | kind::RICH_TEXT => text(globals.text_form.long_text(stream, record, BEGIN)),
        kind::TRUTH_OR_ERROR => match (data.get(BEGIN), data.get(BEGIN + 1)) {
            (Some(value), Some(0)) => Some(truth(*value != 0).to_owned()),
            (Some(value), Some(_)) => Some(error_text(*value).to_owned()),
            _ => None,
        },
        _ => match FormulaResult::of(data) {
            FormulaResult::Number(value) => number(value),
            FormulaResult::Text => text(text_of_formula(stream, record, globals)),
            FormulaResult::Truth(value) => Some(truth(value).to_owned()),
            FormulaResult::Error(code) => Some(error_text(code).to_owned()),
            FormulaResult::Blank if is_calculated => return Ok(()),
            FormulaResult::Blank => Some(UNKNOWN_FORMULA.to_owned()),
            FormulaResult::Unknown => None,
        },
    };
    let shown = shown.as_deref().unwrap_or(NOT_UNDERSTOOD);
    rows.put(column, shown, is_struck_through)
}

/// Several numbers side by side (MS-XLS 2.4.175).
fn put_numbers(
    rows: &mut Rows<'_>,
    first_column: usize,
    data: &[u8],
    globals: &Globals,
) -> Result<(), SheetError> {
    // The last column stands behind them.
    let numbers = data
        .get(4..data.len().saturating_sub(2))
        .unwrap_or_default();
    for (column, number) in (first_column..).zip(numbers.chunks_exact(NUMBER_TAKES)) {
        let (Some(style), Some(rk)) = (u16_at(number, 0), u32_at(number, 2)) else {
            break;
        };
        let (format, is_struck_through) = globals.styles.of_cell(u32::from(style));
        let number = rk_number(rk);
        if number.is_finite() {
            rows.put(column, &format.show(number), is_struck_through)?;
        } else {
            rows.put(column, NOT_UNDERSTOOD, is_struck_through)?;
        }
    }
    Ok(())
}

/// The text that a formula came to (MS-XLS 2.4.268).
fn text_of_formula(stream: &[u8], formula: Record<'_>, globals: &Globals) -> Option<String> {
    let record = records(stream, formula.end)
        .take(TEXT_WITHIN)
        .take_while(|record| !is_cell(record.kind))
        .find(|record| record.kind == kind::TEXT_OF_FORMULA)?;
    globals.text_form.long_text(stream, record, 0)
}
