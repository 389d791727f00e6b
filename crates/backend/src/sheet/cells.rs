//! The cells of a workbook as text, by their type: a number keeps all of its digits, a date its date.

use std::borrow::Cow;

use calamine::{DataRef, ExcelDateTime};

use leads::RowMarks;

use super::{LONGEST_CELL, MOST_COLUMNS, SheetFault, SheetRow};

/// A cell as text. Nothing is copied that may be long: its length is judged first.
pub(super) fn text<'a>(cell: &'a DataRef<'_>) -> Cow<'a, str> {
    match cell {
        DataRef::Empty => Cow::Borrowed(""),
        DataRef::String(text) => Cow::Borrowed(text),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::Int(number) => Cow::Owned(number.to_string()),
        DataRef::Float(value) => Cow::Owned(number(*value)),
        DataRef::Bool(value) => Cow::Owned(value.to_string()),
        DataRef::DateTime(value) => Cow::Owned(date(value)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_date(text),
        DataRef::Error(error) => Cow::Owned(error.to_string()),
    }
}

/// Postgres stores no NUL, and nobody types one.
pub(super) fn without_nul(text: &str) -> String {
    text.replace('\0', "")
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

fn date(value: &ExcelDateTime) -> String {
    let serial = value.as_f64();
    if value.is_duration() {
        return duration(serial);
    }
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if (0.0..1.0).contains(&serial) {
        time
    } else if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {time}")
    }
}

fn duration(days: f64) -> String {
    // The cast saturates: what is absurdly long stays absurdly long.
    let seconds = (days.abs() * 86_400.0).round() as u64;
    let sign = if days < 0.0 { "-" } else { "" };
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("{sign}{hours}:{minutes:02}:{:02}", seconds % 60)
}

/// `2026-11-23T00:00:00` is the date alone, and other times are parted from it by a blank, as [`date`] writes them.
pub(super) fn iso_date(text: &str) -> Cow<'_, str> {
    match text.split_once('T') {
        Some((date, time)) if date.len() >= 10 && text.len() <= LONGEST_CELL => {
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
pub(super) struct GrowingRow(SheetRow);

impl GrowingRow {
    /// Puts text into the column, from 0; `row` is for the fault. It is copied only if the limits allow it.
    pub fn put(&mut self, row: u32, column: usize, text: &str) -> Result<(), SheetFault> {
        if text.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(SheetFault::TooManyColumns {
                row,
                found: column + 1,
            });
        }
        if text.len() > LONGEST_CELL {
            return Err(SheetFault::CellTooLong {
                row,
                column: column + 1,
                found: text.len(),
            });
        }
        if self.0.cells.len() <= column {
            self.0.cells.resize(column + 1, String::new());
        }
        self.0.cells[column] = without_nul(text);
        Ok(())
    }

    /// The cells up to the last that holds something.
    pub fn cells(&self) -> &[String] {
        &self.0.cells
    }

    /// The row, of that number.
    pub fn numbered(&mut self, number: u32) -> &SheetRow {
        self.0.number = number;
        &self.0
    }

    pub fn clear(&mut self) {
        self.0.cells.clear();
        self.0.marks = RowMarks::default();
    }
}
