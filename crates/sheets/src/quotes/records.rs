//! What the records at the beginning of a text tell of its rows, where cells go over several lines.

use leads::Country;

use super::{COMPARED, Closing, end_of_quoted, ending, split_line};
use crate::headers;

/// What most of the first records have in common.
#[derive(Debug)]
pub(super) struct Found {
    /// How many cells they have.
    pub width: usize,
    /// How many cells the widest record above the first number has; 0 where there is none.
    pub headers: usize,
    /// The columns in which they have numbers, from 0.
    pub number_columns: Vec<usize>,
}

/// A record with a number, whose quotation marks are closed properly.
struct Sound {
    cells: usize,
    is_last_empty: bool,
    spans: bool,
    numbers: Vec<usize>,
}

/// Reads the first records as RFC 4180 has it. `None` where no sound record goes over several lines, or where fewer than half
/// of the records agree with each other and with the headers.
pub(super) fn found(text: &str, delimiter: u8, country: Country) -> Option<Found> {
    let mut sound: Vec<Sound> = Vec::new();
    let mut headers = 0;
    let mut below = 0;
    let mut at = 0;
    for _ in 0..COMPARED {
        at += text[at..].bytes().take_while(|byte| is_end(*byte)).count();
        let rest = &text[at..];
        if rest.is_empty() {
            break;
        }
        let record = &rest[..end_of_record(rest, delimiter)];
        let ending = ending(record, delimiter);
        if ending.closing != Closing::Proper {
            // Its lines are read by themselves, as they are later.
            below += 1;
            at += rest.find(['\n', '\r']).unwrap_or(rest.len());
            continue;
        }
        at += record.len();
        let cells = split_line(record, delimiter);
        let numbers: Vec<usize> = (0..cells.len())
            .filter(|column| headers::is_number(&cells[*column], country))
            .collect();
        if numbers.is_empty() && sound.is_empty() {
            headers = headers.max(cells.len());
            continue;
        }
        below += 1;
        if !numbers.is_empty() {
            sound.push(Sound {
                cells: cells.len(),
                is_last_empty: cells.last().is_some_and(|cell| cell.trim().is_empty()),
                spans: ending.spanning.is_some(),
                numbers,
            });
        }
    }
    agreed(sound, headers, below)
}

/// What most of so many records have in common.
fn agreed(mut sound: Vec<Sound>, headers: usize, below: usize) -> Option<Found> {
    sound.sort_by_key(|record| record.cells);
    let same = sound
        .chunk_by(|one, other| one.cells == other.cells)
        .max_by_key(|same| same.len())?;
    let width = same[0].cells;
    // Where more cells than headers hold something, two rows may be in one record. A separator at the end of each is none.
    let is_below_headers = headers == 0
        || width <= headers
        || (width == headers + 1 && same.iter().all(|record| record.is_last_empty));
    let is_common = 2 * same.len() > below && same.iter().any(|record| record.spans);
    if !is_common || !is_below_headers {
        return None;
    }
    let mut number_columns: Vec<usize> = same
        .iter()
        .flat_map(|record| record.numbers.iter().copied())
        .collect();
    number_columns.sort_unstable();
    number_columns.dedup();
    Some(Found {
        width,
        headers,
        number_columns,
    })
}

/// Where the record ends that the text begins with, without the end of its line.
fn end_of_record(text: &str, delimiter: u8) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        if bytes.get(at) == Some(&b'"') {
            match end_of_quoted(bytes, at + 1) {
                Some(end) => at = end + 1,
                None => return bytes.len(),
            }
        }
        match memchr::memchr3(delimiter, b'\n', b'\r', &bytes[at..]).map(|rest| at + rest) {
            Some(end) if bytes[end] == delimiter => at = end + 1,
            Some(end) => return end,
            None => return bytes.len(),
        }
    }
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}
