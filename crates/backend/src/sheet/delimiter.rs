//! What separates the cells of a text file.

use super::ReadOptions;
use super::SheetRow;
use super::csv::Records;
use super::headers::{self, Heading, LOOKED_AT};

/// What may separate cells, the likeliest first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// How many rows are compared.
const COMPARED: usize = 60;

/// How the beginning of a text is laid out.
pub(super) struct Layout {
    pub delimiter: u8,
    /// Whether the first line only names the delimiter (`sep=;`): spreadsheets take it away.
    pub is_declared: bool,
    pub heading: Heading,
}

/// Finds the delimiter with which the text is most like a table of leads.
///
/// Headers that name the number decide; else a number that stands in a cell of its own; else how many rows have the same
/// number of columns.
pub(super) fn layout(text: &str, options: &ReadOptions<'_>) -> Layout {
    let declared = declared(text);
    let text = declared.map_or(text, |(_, rest)| rest);
    let mut best: Option<(Likeness, Layout)> = None;
    for delimiter in DELIMITERS {
        if declared.is_some_and(|(declared, _)| declared != delimiter) {
            continue;
        }
        let rows = first_rows(text, delimiter);
        let heading = headers::heading(&rows[..rows.len().min(LOOKED_AT)], options);
        let likeness = likeness(&rows, heading);
        if best.as_ref().is_none_or(|(best, _)| likeness > *best) {
            let layout = Layout {
                delimiter,
                is_declared: declared.is_some(),
                heading,
            };
            best = Some((likeness, layout));
        }
    }
    best.map(|(_, layout)| layout)
        .expect("the delimiters are several, and a declared one is among them")
}

/// Compared from the first to the last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    is_named: bool,
    has_cells_and_numbers: bool,
    alike: usize,
    width: usize,
}

fn likeness(rows: &[SheetRow], heading: Heading) -> Likeness {
    let mut widths: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
    widths.sort_unstable();
    let (alike, width) = widths
        .chunk_by(PartialEq::eq)
        .filter(|same| same[0] > 1)
        .map(|same| (same.len(), same[0]))
        .max()
        .unwrap_or((0, 1));
    Likeness {
        is_named: heading.is_named,
        has_cells_and_numbers: heading.has_numbers && width > 1,
        alike,
        width,
    }
}

/// The delimiter that the first line declares, and the text below it.
fn declared(text: &str) -> Option<(u8, &str)> {
    let begin = text.get(..4)?;
    let (delimiter, rest) = text.as_bytes().get(4).zip(text.get(5..))?;
    let ends_here = rest.is_empty() || rest.starts_with(['\r', '\n']);
    let is_declared =
        begin.eq_ignore_ascii_case("sep=") && DELIMITERS.contains(delimiter) && ends_here;
    is_declared.then_some((*delimiter, rest))
}

fn first_rows(text: &str, delimiter: u8) -> Vec<SheetRow> {
    let mut records = Records::new(text.as_bytes(), delimiter);
    let mut rows = Vec::new();
    let mut row = SheetRow::default();
    // What breaks a limit is refused when the file is read.
    while rows.len() < COMPARED && records.read(&mut row) == Ok(true) {
        if !leads::is_blank(&row.cells) {
            rows.push(row.clone());
        }
    }
    rows
}
