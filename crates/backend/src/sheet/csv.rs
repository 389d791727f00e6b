//! Comma-separated values: UTF-8, separated by comma, semicolon or tab (RFC 4180, and what spreadsheets really write).

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use ::csv::{ByteRecord, ReaderBuilder};

use super::{Counted, SheetFault, SheetFormat};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads the file; `start` is how it begins.
pub(super) fn read(
    file: &mut File,
    start: &[u8],
    rows: &mut Counted<'_>,
) -> Result<SheetFormat, SheetFault> {
    let skipped = if start.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let delimiter = delimiter(&start[skipped..]);
    let end = EndOfFile::of(file)?;
    file.seek(SeekFrom::Start(skipped as u64))?;
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(BufReader::with_capacity(1 << 16, file));
    let mut record = ByteRecord::new();
    let mut cells = Vec::new();
    let mut header_row = None;
    let mut row = 0;
    let mut line = 1;
    while reader
        .read_byte_record(&mut record)
        .map_err(|_| SheetFault::Unreadable)?
    {
        let at = reader.position();
        let after = at.line() + u64::from(end.is_unended_line(skipped as u64 + at.byte()));
        row += 1 + blank_lines_before(&record, line, after);
        line = after;
        decode(&record, row, &mut cells)?;
        let go_on = if header_row.is_some() {
            rows.row(row, &cells)
        } else if leads::is_blank(&cells) {
            true
        } else {
            header_row = Some(row);
            rows.headers(row, std::mem::take(&mut cells))
        };
        if !go_on {
            break;
        }
    }
    Ok(SheetFormat {
        format: "csv".to_owned(),
        encoding: Some("utf-8".to_owned()),
        delimiter: Some(char::from(delimiter)),
        sheet: None,
        header_row: header_row.ok_or(SheetFault::NoLeads)?,
    })
}

/// Where the file ends, and whether its last line does.
struct EndOfFile {
    at: u64,
    has_line_end: bool,
}

impl EndOfFile {
    fn of(file: &mut File) -> Result<EndOfFile, SheetFault> {
        let at = file.seek(SeekFrom::End(-1))? + 1;
        let mut last = [0];
        file.read_exact(&mut last)?;
        Ok(EndOfFile {
            at,
            has_line_end: last == *b"\n",
        })
    }

    /// The parser counts the ends of lines, and the last line may have none.
    fn is_unended_line(&self, read_to: u64) -> bool {
        read_to >= self.at && !self.has_line_end
    }
}

/// Empty lines are rows to a spreadsheet, though the parser passes over them: the lines that went by, less those of the record.
fn blank_lines_before(record: &ByteRecord, before: u64, after: u64) -> u32 {
    let inside = record
        .as_slice()
        .iter()
        .filter(|byte| **byte == b'\n')
        .count() as u64;
    u32::try_from((after - before).saturating_sub(inside + 1)).unwrap_or(u32::MAX)
}

fn decode(record: &ByteRecord, row: u32, cells: &mut Vec<String>) -> Result<(), SheetFault> {
    cells.resize_with(record.len(), String::new);
    for (cell, bytes) in cells.iter_mut().zip(record) {
        let text = std::str::from_utf8(bytes).map_err(|_| SheetFault::NotUtf8 { row })?;
        cell.clear();
        // Postgres stores no NUL, and nobody types one.
        cell.extend(text.chars().filter(|character| *character != '\0'));
    }
    Ok(())
}

/// The separator that the first line holds most often, outside quotation marks.
fn delimiter(start: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in start {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted && counts.iter().any(|(_, count)| *count > 0) => break,
            _ if !quoted => {
                counts
                    .iter_mut()
                    .filter(|(separator, _)| separator == byte)
                    .for_each(|(_, count)| *count += 1);
            }
            _ => {}
        }
    }
    // The first of equals: max_by_key would take the last.
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(separator, _)| *separator)
}
