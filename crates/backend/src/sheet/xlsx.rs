//! Excel workbooks (ECMA-376), read with calamine.

use std::fs::File;
use std::io::BufReader;

use calamine::{Data, Range, Reader, Xlsx};

use super::{Counted, SheetFault, SheetFormat};

/// Reads the first sheet whose headers look like leads; the first that is not empty when none does.
pub(super) fn read(
    file: &mut File,
    looks_like_leads: &dyn Fn(&[String]) -> bool,
    rows: &mut Counted<'_>,
) -> Result<SheetFormat, SheetFault> {
    let mut workbook: Xlsx<_> =
        Xlsx::new(BufReader::new(&mut *file)).map_err(|_| SheetFault::Damaged)?;
    let mut chosen: Option<(String, Range<Data>)> = None;
    for name in workbook.sheet_names() {
        let Ok(range) = workbook.worksheet_range(&name) else {
            continue;
        };
        let Some((_, headers)) = header(&range) else {
            continue;
        };
        let fits = looks_like_leads(&headers);
        if fits || chosen.is_none() {
            chosen = Some((name, range));
        }
        if fits {
            break;
        }
    }
    let (sheet, range) = chosen.ok_or(SheetFault::NoLeads)?;
    let header_row = hand_on(&range, rows).ok_or(SheetFault::NoLeads)?;
    Ok(SheetFormat {
        format: "xlsx".to_owned(),
        encoding: None,
        delimiter: None,
        sheet: Some(sheet),
        header_row,
    })
}

/// The first row that is not blank: its place in the range, and its cells.
fn header(range: &Range<Data>) -> Option<(usize, Vec<String>)> {
    range
        .rows()
        .map(|cells| cells.iter().map(text).collect::<Vec<_>>())
        .enumerate()
        .find(|(_, cells)| !leads::is_blank(cells))
}

/// Hands on the headers and the rows; the number of the header's row, from 1.
fn hand_on(range: &Range<Data>, rows: &mut Counted<'_>) -> Option<u32> {
    let (place, headers) = header(range)?;
    let first = range.start()?.0 + 1;
    let number = |place: usize| first + u32::try_from(place).unwrap_or(u32::MAX);
    if !rows.headers(number(place), headers) {
        return Some(number(place));
    }
    for (below, cells) in range.rows().enumerate().skip(place + 1) {
        let cells: Vec<String> = cells.iter().map(text).collect();
        if !rows.row(number(below), &cells) {
            break;
        }
    }
    Some(number(place))
}

/// A cell as text, by its type: a number keeps all of its digits, a date its date.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.replace('\0', ""),
        Data::Int(number) => number.to_string(),
        // Rust writes a float in full, never in exponent form; whole numbers come without a point.
        Data::Float(number) => number.to_string(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(value) => date(value),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => format!("{error}"),
        #[allow(unreachable_patterns)]
        other => other.to_string(),
    }
}

fn date(value: &calamine::ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}
