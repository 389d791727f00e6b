//! Why a file cannot be used.

use leads::numbers::grouped;
use serde::{Deserialize, Serialize};

/// Why a file cannot be used; each sentence says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum SheetFault {
    /// No bytes.
    #[error("The file is empty. Choose the file that holds the leads.")]
    Empty,
    /// Headers and nothing below, or not even headers.
    #[error(
        "The file has no leads: below the headers every row is empty. Choose the file that holds the leads."
    )]
    NoLeads,
    /// None of the sheets that are looked at has leads, and the workbook has more than are looked at.
    #[error(
        "None of the first 64 sheets of the workbook holds leads, and no more are looked at: it has {left_out} more. Move the sheet that holds the leads to the front, save the workbook, and choose it again."
    )]
    NoLeadsInSheets {
        /// How many sheets were not looked at.
        left_out: u32,
    },
    /// Neither text nor a workbook.
    #[error(
        "This is not a spreadsheet. Save the list as CSV (UTF-8) or as Excel workbook (.xlsx), and choose that file."
    )]
    NotASheet,
    /// HTML without a table, or XML that is not Excel's, whatever its name says.
    #[error(
        "This file holds a web page or XML without a table that can be read, though its name may end in .xls. Open it in your spreadsheet program, save it as Excel workbook (.xlsx), and choose that file."
    )]
    WebPage,
    /// A zip archive that is no workbook.
    #[error(
        "This is a zip archive, not a workbook. Unpack it, and choose the spreadsheet that is in it."
    )]
    Archive,
    /// A workbook that cannot be opened.
    #[error(
        "The workbook is damaged: it cannot be read to its end. Open it in your spreadsheet program, save it again as .xlsx, and choose that file."
    )]
    Damaged,
    /// A workbook that opens with a password only.
    #[error(
        "The workbook is protected with a password. Save it without the password, and choose that file."
    )]
    Protected,
    /// No sheet of that name.
    #[error("The workbook has no sheet “{name}”. Choose one of its sheets.")]
    NoSuchSheet {
        /// The name that was asked for.
        name: String,
    },
    /// More bytes than [`LARGEST_FILE`](super::LARGEST_FILE).
    #[error(
        "The file has {} MB; at most 64 MB are read. Split it into smaller files.",
        found.div_ceil(1024 * 1024)
    )]
    TooLarge {
        /// Its bytes.
        found: u64,
    },
    /// More rows than [`MOST_ROWS`](super::MOST_ROWS).
    #[error(
        "The file has more than 200,000 leads: row {row} holds one too many. Split it into smaller files."
    )]
    TooManyRows {
        /// The row of the first lead too many.
        row: u32,
    },
    /// More columns than [`MOST_COLUMNS`](super::MOST_COLUMNS).
    #[error(
        "Row {row} has {} columns, down to cell {}; at most 256 are read. Delete the columns that are not needed, and look for a cell far on the right that somebody filled by mistake.",
        grouped(*found as u64),
        place(*row, *found)
    )]
    TooManyColumns {
        /// The row.
        row: u32,
        /// Its columns.
        found: usize,
    },
    /// A cell longer than [`LONGEST_CELL`](super::LONGEST_CELL).
    #[error(
        "The cell in row {row}, column {column} holds {} bytes; at most 32,768 are read. Shorten it, and look for a quotation mark that is never closed.",
        grouped(*found as u64)
    )]
    CellTooLong {
        /// The row.
        row: u32,
        /// The column, from 1.
        column: usize,
        /// Its bytes.
        found: usize,
    },
    /// A workbook of more parts than [`MOST_PARTS`](super::MOST_PARTS).
    #[error(
        "The workbook consists of {} parts; at most 2,000 are read. Copy the leads into a new workbook, and choose that file.",
        grouped(*found as u64)
    )]
    TooManyParts {
        /// Its parts: entries of the zip archive.
        found: usize,
    },
    /// A workbook that unpacks to more than [`MOST_UNPACKED`](super::MOST_UNPACKED).
    #[error(
        "The workbook unpacks to more than 512 MB (at “{part}”); it was not read. Copy the leads into a new workbook, or save them as CSV (UTF-8)."
    )]
    UnpacksTooLarge {
        /// The part at which the limit was passed.
        part: String,
    },
    /// The cells hold more text than [`MOST_UNPACKED`](super::MOST_UNPACKED).
    #[error(
        "The cells down to row {row} hold more than 512 MB of text. Split the file into smaller ones, or delete the columns that are not needed."
    )]
    TooMuchText {
        /// The row at which the limit was passed.
        row: u32,
    },
    /// One text, tag or record of the workbook is longer than any that a spreadsheet program writes.
    #[error(
        "The workbook holds a piece of more than 1 MB where cells have at most 32 kB, so it was not read. Copy the leads into a new workbook, or save them as CSV (UTF-8), and choose that file."
    )]
    PieceTooLong,
    /// Reading it takes more memory than one file may take.
    #[error(
        "Reading this file takes more memory than one file may take. Save the sheet that holds the leads as CSV (UTF-8), or copy the leads into a new workbook, and choose that file."
    )]
    TooMuchMemory,
    /// Reading it takes more of the processor than one file may take.
    #[error(
        "Reading this file takes longer than one file may take. Save the sheet that holds the leads as CSV (UTF-8), or copy the leads into a new workbook, and choose that file."
    )]
    TooMuchTime,
    /// The file could not be read from the disk.
    #[error("The file could not be read. Send it again.")]
    Unreadable,
    /// The reader of rows stopped early, because nobody takes them any more.
    #[error("The file could not be stored. Send it again.")]
    Stopped,
    /// A spreadsheet of Apple's Numbers.
    #[error(
        "This is a Numbers spreadsheet. In Numbers choose File › Export To › Excel, and choose the file that it makes."
    )]
    Numbers,
    /// The file that Google Drive leaves on a machine in place of a spreadsheet.
    #[error(
        "This file is only a shortcut to a Google sheet. Open the sheet, choose File › Download › Microsoft Excel (.xlsx), and choose that file."
    )]
    GoogleShortcut,
    /// A sheet that is to be taken too has other headers than the first.
    #[error(
        "The sheet “{sheet}” has other headers than the first. Give both the same headers, or make a task of each sheet."
    )]
    OtherHeaders {
        /// The sheet.
        sheet: String,
    },
    /// MHTML: a web page with its pictures in one file.
    #[error(
        "This is a web archive (.mht), as “Single File Web Page” in Excel. Open it in Excel, save it as Excel workbook (.xlsx), and choose that file."
    )]
    WebArchive,
    /// vCard: contacts of a phone or an address book.
    #[error(
        "This file holds contacts of an address book (vCard). Export them as CSV instead, or import them into Google Contacts or Outlook and export them from there as CSV, and choose that file."
    )]
    VCard,
    /// PDF.
    #[error(
        "This is a PDF, not a spreadsheet. Ask for the list as CSV or as Excel workbook (.xlsx), or open the PDF in Excel (Data, Get Data, From PDF), and save it as .xlsx."
    )]
    Pdf,
    /// A picture.
    #[error(
        "This is a picture, not a spreadsheet. Numbers are not read from pictures: ask for the list as CSV or as Excel workbook (.xlsx)."
    )]
    Picture,
    /// A text document or a presentation: RTF, Word, PowerPoint, OpenDocument.
    #[error(
        "This is a text document or a presentation, not a spreadsheet. Copy the table into a new spreadsheet, save it as Excel workbook (.xlsx), and choose that file."
    )]
    Document,
    /// An archive other than zip: gzip, RAR, 7z, and the like.
    #[error(
        "This is a packed file (gzip, RAR or 7z), not a spreadsheet. Unpack it, and choose the spreadsheet that is in it."
    )]
    Packed,
    /// A file of a program or a database: SYLK, DIF, Parquet, SQLite.
    #[error(
        "This is a file of the kind {kind}, which is not read. Open it in the program it comes from, save the list as CSV (UTF-8) or as Excel workbook (.xlsx), and choose that file."
    )]
    OtherFormat {
        /// Its name.
        kind: String,
    },
    /// JSON.
    #[error(
        "This file holds JSON, which is for programs. Export the list as CSV or as Excel workbook (.xlsx), and choose that file."
    )]
    Json,
    /// A file that holds a web address and nothing else.
    #[error(
        "This file is only a shortcut to a spreadsheet on the web. Open the spreadsheet, choose File, Download, Microsoft Excel (.xlsx), and choose that file."
    )]
    Shortcut,
}

/// A cell as a spreadsheet names it; the column counts from 1: `XFD2`.
fn place(row: u32, column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while let Some(before) = left.checked_sub(1) {
        letters.push((b'A'..=b'Z').nth(before % 26).map_or('?', char::from));
        left = before / 26;
    }
    let letters: String = letters.iter().rev().collect();
    format!("{letters}{row}")
}

impl From<std::io::Error> for SheetFault {
    fn from(error: std::io::Error) -> SheetFault {
        tracing::warn!(%error, "an uploaded file could not be read");
        SheetFault::Unreadable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_has_the_name_that_a_spreadsheet_shows() {
        for (column, name) in [
            (1, "A2"),
            (26, "Z2"),
            (27, "AA2"),
            (257, "IW2"),
            (702, "ZZ2"),
            (703, "AAA2"),
            (16_384, "XFD2"),
        ] {
            assert_eq!(place(2, column), name);
        }
    }
}
