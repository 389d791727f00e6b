//! Why a file cannot be used.

use leads::numbers::format_number;
use serde::{Deserialize, Serialize};

/// Why a file cannot be used; each sentence says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum SheetError {
    /// No bytes.
    #[error("The file is empty. Choose another file.")]
    Empty,
    /// Headers and nothing below, or not even headers.
    #[error("The list has no leads below the headers. Choose another file.")]
    NoLeads,
    /// None of the sheets that are looked at has leads, and the workbook has more than are looked at.
    #[error(
        "The first 64 sheets of this workbook have no leads. {left_out} more were not read. Move the sheet with the leads to the front, save the workbook and choose it again."
    )]
    NoLeadsInSheets {
        /// How many sheets were not looked at.
        left_out: u32,
    },
    /// Neither text nor a workbook.
    #[error("This file is not a spreadsheet. Save the list as .xlsx or CSV.")]
    NotASheet,
    /// HTML without a table, or XML that is not Excel's, whatever its name says.
    #[error(
        "This file is a web page or XML without a readable table, even if its name ends in .xls. Open it in Excel and save it as .xlsx."
    )]
    WebPage,
    /// A zip archive that is no workbook.
    #[error("This is a ZIP file. Unpack it and choose the list inside.")]
    Archive,
    /// A workbook that cannot be opened.
    #[error("This workbook is damaged. Open it in Excel and save it again as .xlsx.")]
    Damaged,
    /// A workbook that opens with a password only.
    #[error(
        "The workbook is protected with a password. Save it without the password and choose it again."
    )]
    Protected,
    /// No sheet of that name.
    #[error("The workbook has no sheet “{name}”. Choose one of its sheets.")]
    NoSuchSheet {
        /// The name that was asked for.
        name: String,
    },
    /// More bytes than [`MAX_FILE_BYTES`](super::MAX_FILE_BYTES).
    #[error(
        "The file is {} MB. The limit is 64 MB: split the list, or save it as CSV.",
        found.div_ceil(1024 * 1024)
    )]
    TooLarge {
        /// Its bytes.
        found: u64,
    },
    /// More rows than [`MAX_ROWS`](super::MAX_ROWS).
    #[error("The list has more than 200,000 leads (from row {row}). Split it.")]
    TooManyRows {
        /// The row of the first lead too many.
        row: u32,
    },
    /// More columns than [`MAX_COLUMNS`](super::MAX_COLUMNS).
    #[error(
        "Row {row} has {} columns, up to cell {}. The limit is 256: delete the ones you do not need, and look for a cell far to the right that was filled by mistake.",
        format_number(*found as u64),
        place(*row, *found)
    )]
    TooManyColumns {
        /// The row.
        row: u32,
        /// Its columns.
        found: usize,
    },
    /// A cell longer than [`MAX_CELL_LENGTH`](super::MAX_CELL_LENGTH).
    #[error(
        "The text in row {row}, column {column} is too long: {} bytes, and the limit is 32,768. In a CSV, look for a missing quotation mark.",
        format_number(*found as u64)
    )]
    CellTooLong {
        /// The row.
        row: u32,
        /// The column, from 1.
        column: usize,
        /// Its bytes.
        found: usize,
    },
    /// A workbook of more parts than [`MAX_PARTS`](super::MAX_PARTS).
    #[error(
        "The workbook is too complex: it has {} parts, and the limit is 2,000. Copy the leads into a new one, or save as CSV.",
        format_number(*found as u64)
    )]
    TooManyParts {
        /// Its parts: entries of the zip archive.
        found: usize,
    },
    /// A workbook that unpacks to more than [`MAX_UNPACKED_BYTES`](super::MAX_UNPACKED_BYTES).
    #[error(
        "The workbook is too large when unpacked: more than 512 MB (at “{part}”). Copy the leads into a new one, or save as CSV."
    )]
    UnpacksTooLarge {
        /// The part at which the limit was passed.
        part: String,
    },
    /// The cells hold more text than [`MAX_UNPACKED_BYTES`](super::MAX_UNPACKED_BYTES).
    #[error(
        "The list has too much text: more than 512 MB (from row {row}). Split it, or delete columns you do not need."
    )]
    TooMuchText {
        /// The row at which the limit was passed.
        row: u32,
    },
    /// One text, tag or record of the workbook is longer than any that a spreadsheet program writes.
    #[error(
        "The workbook has a piece of more than 1 MB, where a cell has at most 32 kB. Copy the leads into a new workbook, or save as CSV."
    )]
    PieceTooLong,
    /// Reading it takes more memory than one file may take.
    #[error(
        "This file needs too much memory to read. Save the sheet with the leads as CSV, or copy the leads into a new workbook."
    )]
    TooMuchMemory,
    /// Reading it takes more of the processor than one file may take.
    #[error(
        "This file takes too long to read. Save the sheet with the leads as CSV, or copy the leads into a new workbook."
    )]
    TooMuchTime,
    /// The file could not be read from the disk.
    #[error("The file could not be read. Upload it again.")]
    Unreadable,
    /// The reader of rows stopped early, because nobody takes them any more.
    #[error("The file could not be saved. Upload it again.")]
    Stopped,
    /// A spreadsheet of Apple's Numbers.
    #[error(
        "This is a Numbers spreadsheet. In Numbers, choose File › Export To › Excel, and upload that file."
    )]
    Numbers,
    /// The file that Google Drive leaves on a machine in place of a spreadsheet.
    #[error(
        "This file is only a shortcut to a Google sheet. Open the sheet, choose File › Download › Microsoft Excel (.xlsx), and upload that file."
    )]
    GoogleShortcut,
    /// A sheet that is to be taken too has other headers than the first.
    #[error(
        "Sheet “{sheet}” has different headers from the first sheet. Give both the same headers, or create a task for each sheet."
    )]
    OtherHeaders {
        /// The sheet.
        sheet: String,
    },
    /// MHTML: a web page with its pictures in one file.
    #[error(
        "This is a web archive (.mht), which Excel calls “Single File Web Page”. Open it in Excel and save it as .xlsx."
    )]
    WebArchive,
    /// vCard: contacts of a phone or an address book.
    #[error(
        "This file has contacts of an address book (vCard). Export them as CSV, or import them into Google Contacts or Outlook and export them as CSV from there."
    )]
    VCard,
    /// PDF.
    #[error(
        "This is a PDF, not a spreadsheet. Ask for the list as .xlsx or CSV, or open the PDF in Excel (Data › Get Data › From PDF) and save it as .xlsx."
    )]
    Pdf,
    /// A picture.
    #[error("This is a picture, not a spreadsheet. Ask for the list as .xlsx or CSV.")]
    Picture,
    /// A text document or a presentation: RTF, Word, PowerPoint, OpenDocument.
    #[error(
        "This is a text document or a presentation, not a spreadsheet. Copy the table into a new spreadsheet and save it as .xlsx."
    )]
    Document,
    /// An archive other than zip: gzip, RAR, 7z, and the like.
    #[error("This is a packed file (gzip, RAR or 7z). Unpack it and choose the list inside.")]
    Packed,
    /// A file of a program or a database: SYLK, DIF, Parquet, SQLite.
    #[error(
        "Coxswain does not read {kind} files. Open the file in the program it comes from and save the list as .xlsx or CSV."
    )]
    OtherFormat {
        /// Its name.
        kind: String,
    },
    /// JSON.
    #[error("This file is JSON, which is for programs. Export the list as .xlsx or CSV.")]
    Json,
    /// A file that holds a web address and nothing else.
    #[error(
        "This file is only a shortcut to a spreadsheet on the web. Open the spreadsheet, choose File › Download › Microsoft Excel (.xlsx), and upload that file."
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

impl From<std::io::Error> for SheetError {
    fn from(error: std::io::Error) -> SheetError {
        tracing::warn!(%error, "an uploaded file could not be read");
        SheetError::Unreadable
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
