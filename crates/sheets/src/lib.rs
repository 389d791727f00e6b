//! Reading an uploaded spreadsheet: the format is found by what the file holds, never by its name.
//!
//! A reader hands on one row after the other and keeps none but the first few, among which it looks for the headers.
//! Row numbers are those that a spreadsheet shows.

mod append;
mod archive;
mod budget;
mod cells;
mod compound;
mod container;
mod csv;
mod decoding;
mod delimiter;
mod encoding;
mod error;
pub mod file_check;
mod footers;
mod format;
mod headers;
mod html;
mod intake;
mod leads_elsewhere;
mod letters;
mod lines;
mod markup;
mod merged;
mod merges;
mod messages;
mod number_format;
mod ods;
mod one_column;
mod package;
mod previews;
mod quotes;
pub mod reader;
mod row_shape;
mod sheets;
mod shifted;
mod shortcut;
mod styles;
mod template;
mod text_encoding;
mod texts;
mod write;
mod xls;
mod xlsb;
mod xlsx;
mod xml;
mod xml_2003;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use leads::views::RobotVariable;
use leads::{Country, RowMarks};
use serde::{Deserialize, Serialize};

use budget::Budget;
pub use budget::StopFlag;
use container::Container;
pub use error::SheetError;
pub use format::SheetFormat;
use intake::{Intake, Passed};
pub use lines::LineCount;
pub use previews::EncodingPreview;
pub use template::write_template;
pub use text_encoding::TextEncoding;
pub use write::{
    Cover, FileKind, RowToFix, is_reason_header, reason_header, row_header, unescape_formula,
    variable_header, write_rows, write_rows_to_fix, write_rows_with_cover,
};

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

/// The most leads of one sheet, unless [`ReadOptions::max_rows`] says otherwise.
pub const MAX_ROWS: u32 = 200_000;

/// The most columns of one sheet.
pub const MAX_COLUMNS: usize = 256;

/// The longest cell, in bytes of UTF-8.
pub const MAX_CELL_LENGTH: usize = 32 * 1024;

/// The most parts of a workbook that is a zip archive.
pub const MAX_PARTS: usize = 2_000;

/// The most that a workbook may unpack to, and the most text of all cells of a sheet together, in bytes.
pub const MAX_UNPACKED_BYTES: u64 = 512 * 1024 * 1024;

/// A file as it was uploaded.
#[derive(Debug)]
pub struct UploadedFile {
    /// Its bytes. The file has no name in any folder: nothing of it stays on the disk, however the process ends.
    pub file: File,
    /// Its name on the person's machine.
    pub file_name: String,
    /// Its bytes, counted.
    pub size: u64,
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
}

impl UploadedFile {
    /// Its bytes, from the first. One reader at a time: they all stand at the same place in the file.
    ///
    /// # Errors
    /// When the machine has no handle left for it.
    pub fn reader(&self) -> std::io::Result<File> {
        let mut file = self.file.try_clone()?;
        file.rewind()?;
        Ok(file)
    }
}

/// What is known of a file before it is read.
#[derive(Clone, Copy, Debug)]
pub struct ReadOptions<'a> {
    /// The account's country: whether a cell holds a phone number depends on it.
    pub country: Country,
    /// The robot's variables: headers may bear their names.
    pub variables: &'a [RobotVariable],
    /// The encoding that somebody chose for a text file; `None` finds it.
    pub encoding: Option<TextEncoding>,
    /// The sheet that somebody chose in a workbook; `None` takes the one that looks most like leads.
    pub sheet: Option<&'a str>,
    /// The row that somebody chose for the headers; `None` finds it.
    pub header_row: Option<HeaderChoice>,
    /// Other sheets of the workbook that are to be taken too, as one list with that one: their rows follow in this order, in the
    /// columns of the first sheet's headers, which must be theirs too. A row's number is then the one in its sheet, and that of the
    /// list's last row before its sheet more.
    pub and_sheets: &'a [String],
    /// The most rows below the headers. What a file may take of memory, text and time stays the same, however many they are.
    pub max_rows: u32,
    /// What tells the reader that nobody waits for it any more, where somebody may leave.
    pub stop: Option<&'a StopFlag>,
}

impl<'a> ReadOptions<'a> {
    /// Nothing chosen: encoding and sheet are found.
    pub fn new(country: Country, variables: &'a [RobotVariable]) -> ReadOptions<'a> {
        ReadOptions {
            country,
            variables,
            encoding: None,
            sheet: None,
            header_row: None,
            and_sheets: &[],
            max_rows: MAX_ROWS,
            stop: None,
        }
    }
}

/// Where a person says that the headers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeaderChoice {
    /// In the row of that number, one of [`SheetFormat::first_rows`]. What stands above it is left out. Where there is no such row
    /// among the first, they are found as if nobody had chosen.
    Row(u32),
    /// Nowhere: the first row is a lead already.
    NoHeaders,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// Its number, as a spreadsheet shows it.
    pub number: u32,
    /// Its cells. There may be fewer or more than headers.
    pub cells: Vec<String>,
    /// What the sheet says of it besides.
    pub marks: RowMarks,
}

/// The headers of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetHeaders {
    /// One for each column: `Column 1`, `Column 2`, … where the sheet has none.
    pub names: Vec<String>,
    /// The columns that are hidden, from 0.
    pub hidden: Vec<usize>,
}

/// The cells of rows, without their numbers.
pub fn cells_of(rows: &[SheetRow]) -> Vec<Vec<&str>> {
    rows.iter()
        .map(|row| row.cells.iter().map(String::as_str).collect())
        .collect()
}

/// Takes the rows of a sheet, one after the other.
pub trait RowSink {
    /// The headers come first, once. `first` are the first rows below them, which come again one by one.
    fn headers(&mut self, headers: SheetHeaders, first: &[SheetRow]);
    /// Then each row that is not blank. `false` ends the reading.
    fn row(&mut self, row: &SheetRow) -> bool;
}

/// Reads a sheet from its beginning to its end, in this process.
///
/// The limits hold whatever is in the file, but what the parsers of workbooks need for themselves is only bounded in a process
/// of its own: see [`SheetReader`](crate::reader::SheetReader).
///
/// Bytes that are no text in the file's encoding become U+FFFD: the cell that holds them is validated, not the file.
///
/// # Errors
/// A [`SheetError`] that says what to do.
pub fn read(
    file: &mut File,
    options: &ReadOptions<'_>,
    rows: &mut dyn RowSink,
) -> Result<SheetFormat, SheetError> {
    let size = file.metadata()?.len();
    if size > MAX_FILE_BYTES {
        return Err(SheetError::TooLarge { found: size });
    }
    let start = read_start(file)?;
    if start.is_empty() {
        return Err(SheetError::Empty);
    }
    let budget = Budget::new(options.stop);
    let mut intake = Intake::new(options, &budget, rows);
    let read = match Container::of(&start) {
        Container::Zip => archive::read(file, options, &budget, &mut intake),
        Container::Compound => xls::read(file, options, &budget, &mut intake),
        Container::Html => html::read(file, &start, options, &budget, &mut intake),
        Container::Xml2003 => xml_2003::read(file, &start, options, &budget, &mut intake),
        Container::Text => csv::read(file, &start, options, &budget, &mut intake),
        Container::Refused(error) => Err(error),
    };
    let finished = intake.finish();
    // What went beyond the budget reaches the parsers as a failure to read, and comes back as whatever they make of it.
    if let Some(error) = budget.error() {
        return Err(error);
    }
    match (read, finished) {
        // A workbook that breaks off has no leads because of that.
        (Err(error), Ok(_) | Err(SheetError::NoLeads)) | (_, Err(error)) => Err(error),
        (Ok(format), Ok(passed)) => {
            let Passed {
                header_row,
                lines,
                first_rows,
                was_split,
            } = passed;
            Ok(SheetFormat {
                header_row,
                lines,
                first_rows,
                was_split,
                ..format
            })
        }
    }
}

/// How much of a file's beginning the guesses look at, in bytes.
const START: u64 = 64 * 1024;

fn read_start(file: &mut File) -> Result<Vec<u8>, SheetError> {
    file.seek(SeekFrom::Start(0))?;
    let mut start = Vec::new();
    file.by_ref().take(START).read_to_end(&mut start)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(start)
}
