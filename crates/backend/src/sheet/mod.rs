//! Reading an uploaded spreadsheet: the format is found by what the file holds, never by its name.
//!
//! A reader hands on one row after the other and keeps none. Row numbers are those that a spreadsheet shows.

mod csv;
mod xlsx;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// The most leads of one sheet.
pub const MOST_ROWS: u32 = 200_000;

/// The most columns of one sheet.
pub const MOST_COLUMNS: usize = 256;

/// The longest cell, in bytes.
pub const LONGEST_CELL: usize = 32 * 1024;

/// A file as it was uploaded.
#[derive(Debug)]
pub struct UploadedFile {
    /// Its bytes.
    pub file: NamedTempFile,
    /// Its name on the person's machine.
    pub file_name: String,
    /// Its bytes, counted.
    pub size: u64,
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
}

/// How a file was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFormat {
    /// `csv` or `xlsx`.
    pub format: String,
    /// The character encoding, by its name in the WHATWG encoding standard; `None` where the format settles it.
    pub encoding: Option<String>,
    /// What separates the cells of a CSV file.
    pub delimiter: Option<char>,
    /// The sheet that was read, where a file has several.
    pub sheet: Option<String>,
    /// The row of the headers, from 1.
    pub header_row: u32,
}

impl SheetFormat {
    /// For people: `CSV, semicolon, UTF-8`.
    pub fn label(&self) -> String {
        let mut parts = vec![self.format.to_uppercase()];
        parts.extend(
            self.delimiter
                .map(|delimiter| delimiter_name(delimiter).to_owned()),
        );
        parts.extend(
            self.encoding
                .as_ref()
                .map(|encoding| encoding.to_uppercase()),
        );
        parts.extend(self.sheet.as_ref().map(|sheet| format!("sheet “{sheet}”")));
        parts.join(", ")
    }
}

fn delimiter_name(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "semicolon",
        '\t' => "tab",
        _ => "comma",
    }
}

/// Why a file cannot be used; each sentence says what to do.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// No bytes.
    #[error("The file is empty. Choose the file that holds the leads.")]
    Empty,
    /// Headers and nothing below, or not even headers.
    #[error(
        "The file has no leads: below the headers every row is empty. Choose the file that holds the leads."
    )]
    NoLeads,
    /// Neither text nor a workbook.
    #[error(
        "This is not a spreadsheet. Save the list as CSV (UTF-8) or as Excel workbook (.xlsx), and choose that file."
    )]
    NotASheet,
    /// A workbook that cannot be opened.
    #[error(
        "The workbook is damaged or protected: it cannot be opened. Open it in your spreadsheet program, save it again as .xlsx, and choose that file."
    )]
    Damaged,
    /// Text in another encoding.
    #[error(
        "Row {row} is not UTF-8 text. Save the list as “CSV UTF-8” or as Excel workbook (.xlsx), and choose that file."
    )]
    NotUtf8 {
        /// The first row that cannot be read.
        row: u32,
    },
    /// More rows than [`MOST_ROWS`].
    #[error("The file has more than 200,000 leads. Split it into smaller files.")]
    TooManyRows,
    /// More columns than [`MOST_COLUMNS`].
    #[error(
        "Row {row} has {found} columns; at most 256 are read. Delete the columns that are not needed."
    )]
    TooManyColumns {
        /// The row.
        row: u32,
        /// Its columns.
        found: usize,
    },
    /// A cell longer than [`LONGEST_CELL`].
    #[error(
        "A cell in row {row} holds {found} bytes; at most 32,768 are read. Look for a quotation mark that is never closed."
    )]
    CellTooLong {
        /// The row.
        row: u32,
        /// Its bytes.
        found: usize,
    },
    /// The file could not be read from the disk.
    #[error("The file could not be read. Send it again.")]
    Unreadable,
    /// The reader of rows stopped early, because nobody takes them any more.
    #[error("The file could not be stored. Send it again.")]
    Stopped,
}

impl From<std::io::Error> for SheetFault {
    fn from(error: std::io::Error) -> SheetFault {
        tracing::warn!(%error, "an uploaded file could not be read");
        SheetFault::Unreadable
    }
}

/// Takes the rows of a sheet, one after the other.
pub trait TakeRows {
    /// The headers come first, once.
    fn headers(&mut self, headers: Vec<String>);
    /// Then each row that is not blank, with its number. `false` ends the reading.
    fn row(&mut self, row: u32, cells: &[String]) -> bool;
}

/// Reads a sheet from its beginning to its end.
///
/// `looks_like_leads` tells for the headers of each sheet of a workbook whether it is the one.
///
/// # Errors
/// A [`SheetFault`] that says what to do.
pub fn read(
    file: &mut File,
    looks_like_leads: &dyn Fn(&[String]) -> bool,
    rows: &mut dyn TakeRows,
) -> Result<SheetFormat, SheetFault> {
    let mut start = [0_u8; 4096];
    let length = read_start(file, &mut start)?;
    let start = &start[..length];
    if start.is_empty() {
        return Err(SheetFault::Empty);
    }
    let mut counted = Counted {
        rows,
        seen: 0,
        fault: None,
    };
    // A workbook is a zip archive; the zip format's local header starts so (APPNOTE.TXT 4.3.7).
    let format = if start.starts_with(b"PK\x03\x04") {
        xlsx::read(file, looks_like_leads, &mut counted)
    } else if start.contains(&0) {
        Err(SheetFault::NotASheet)
    } else {
        csv::read(file, start, &mut counted)
    };
    match (counted.fault, counted.seen, format) {
        (Some(fault), _, _) | (None, _, Err(fault)) => Err(fault),
        (None, 0, Ok(_)) => Err(SheetFault::NoLeads),
        (None, _, Ok(format)) => Ok(format),
    }
}

fn read_start(file: &mut File, start: &mut [u8]) -> Result<usize, SheetFault> {
    file.seek(SeekFrom::Start(0))?;
    let mut length = 0;
    while length < start.len() {
        match file.read(&mut start[length..])? {
            0 => break,
            more => length += more,
        }
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(length)
}

/// Enforces the limits for every format, while the rows pass.
struct Counted<'a> {
    rows: &'a mut dyn TakeRows,
    seen: u32,
    fault: Option<SheetFault>,
}

impl Counted<'_> {
    fn headers(&mut self, row: u32, headers: Vec<String>) -> bool {
        let within = self.within_limits(row, &headers);
        if within {
            self.rows.headers(headers);
        }
        within
    }

    /// `false` ends the reading.
    fn row(&mut self, row: u32, cells: &[String]) -> bool {
        if leads::is_blank(cells) {
            return true;
        }
        if self.seen == MOST_ROWS {
            self.fault = Some(SheetFault::TooManyRows);
            return false;
        }
        if !self.within_limits(row, cells) {
            return false;
        }
        self.seen += 1;
        let go_on = self.rows.row(row, cells);
        if !go_on {
            self.fault = Some(SheetFault::Stopped);
        }
        go_on
    }

    fn within_limits(&mut self, row: u32, cells: &[String]) -> bool {
        let longest = cells.iter().map(String::len).max().unwrap_or(0);
        if cells.len() > MOST_COLUMNS {
            self.fault = Some(SheetFault::TooManyColumns {
                row,
                found: cells.len(),
            });
        } else if longest > LONGEST_CELL {
            self.fault = Some(SheetFault::CellTooLong {
                row,
                found: longest,
            });
        }
        self.fault.is_none()
    }
}
