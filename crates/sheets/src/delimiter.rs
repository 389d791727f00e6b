//! What separates the cells of a text file.

use super::ReadOptions;
use super::SheetRow;
use super::csv::Records;
use super::headers::{self, Heading, LOOKED_AT};
use super::quotes::RowShape;

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
    /// What its rows look like.
    pub shape: RowShape,
}

/// Finds the delimiter with which the text is most like a table of leads.
///
/// Headers that name the number decide; else a number that stands in a cell of its own; else how many rows have the same
/// number of columns.
pub(super) fn layout(text: &str, options: &ReadOptions<'_>) -> Layout {
    let declared = declared(text);
    let text = declared.map_or(text, |(_, rest)| rest);
    let mut best: Option<(Likeness, Layout)> = None;
    let delimiters = match &declared {
        Some((delimiter, _)) => std::slice::from_ref(delimiter),
        None => &DELIMITERS,
    };
    let mut is_one_column_tried = false;
    for delimiter in delimiters.iter().copied() {
        // With each sign that the text does not have, it has one column: looking once is enough.
        let occurs = text.as_bytes().contains(&delimiter);
        if !occurs && std::mem::replace(&mut is_one_column_tried, true) {
            continue;
        }
        let shape = RowShape::of(text, delimiter, options.country);
        let rows = first_rows(text, delimiter, &shape);
        let heading = headers::heading(&rows[..rows.len().min(LOOKED_AT)], options);
        let likeness = likeness(&rows, heading);
        if best.as_ref().is_none_or(|(best, _)| likeness > *best) {
            let layout = Layout {
                delimiter,
                is_declared: declared.is_some(),
                heading,
                shape,
            };
            best = Some((likeness, layout));
        }
    }
    best.map(|(_, layout)| layout)
        .expect("there is a delimiter, declared or not")
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

/// The delimiter that the first line declares, and the text below it: any sign, in quotation marks or not.
fn declared(text: &str) -> Option<(u8, &str)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    let inside = line
        .strip_prefix('"')
        .and_then(|line| line.strip_suffix('"'));
    let line = inside.unwrap_or(line).as_bytes();
    let (begin, delimiter) = line.split_at_checked(4)?;
    let [delimiter] = *delimiter else {
        return None;
    };
    let may_separate =
        delimiter == b'\t' || (delimiter.is_ascii_punctuation() && !b"\"+-=".contains(&delimiter));
    (begin.eq_ignore_ascii_case(b"sep=") && may_separate).then_some((delimiter, rest))
}

fn first_rows(text: &str, delimiter: u8, shape: &RowShape) -> Vec<SheetRow> {
    let mut records = Records::new(text.as_bytes(), delimiter, shape.clone());
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
