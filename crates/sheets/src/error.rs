//! Why a file cannot be used.

use std::fmt;

use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::refusals;

/// Why a file cannot be used; each [`message`](SheetError::message) says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetError {
    /// No bytes.
    Empty,
    /// Headers and nothing below, or not even headers.
    NoLeads,
    /// None of the sheets that are looked at has leads, and the workbook has more than are looked at.
    NoLeadsInSheets {
        /// How many sheets were not looked at.
        left_out: u32,
    },
    /// Neither text nor a workbook.
    NotASheet,
    /// HTML without a table, or XML that is not Excel's, whatever its name says.
    WebPage,
    /// A zip archive that is no workbook.
    Archive,
    /// A workbook that cannot be opened.
    Damaged,
    /// A workbook that opens with a password only.
    Protected,
    /// No sheet of that name.
    NoSuchSheet {
        /// The name that was asked for.
        name: String,
    },
    /// More bytes than [`MAX_FILE_BYTES`](super::MAX_FILE_BYTES).
    TooLarge {
        /// Its bytes.
        found: u64,
    },
    /// More rows than [`ReadOptions::max_rows`](super::ReadOptions::max_rows).
    TooManyRows {
        /// The row of the first lead too many.
        row: u32,
    },
    /// More columns than [`MAX_COLUMNS`](super::MAX_COLUMNS).
    TooManyColumns {
        /// The row.
        row: u32,
        /// Its columns.
        found: usize,
    },
    /// A cell longer than [`MAX_CELL_LENGTH`](super::MAX_CELL_LENGTH).
    CellTooLong {
        /// The row.
        row: u32,
        /// The column, from 1.
        column: usize,
        /// Its bytes.
        found: usize,
    },
    /// A workbook of more parts than [`MAX_PARTS`](super::MAX_PARTS).
    TooManyParts {
        /// Its parts: entries of the zip archive.
        found: usize,
    },
    /// A workbook that unpacks to more than [`MAX_UNPACKED_BYTES`](super::MAX_UNPACKED_BYTES).
    UnpacksTooLarge {
        /// The part at which the limit was passed.
        part: String,
    },
    /// The cells hold more text than [`MAX_UNPACKED_BYTES`](super::MAX_UNPACKED_BYTES).
    TooMuchText {
        /// The row at which the limit was passed.
        row: u32,
    },
    /// One text, tag or record of the workbook is longer than any that a spreadsheet program writes.
    PieceTooLong,
    /// Reading it takes more memory than one file may take.
    TooMuchMemory,
    /// Reading it takes more of the processor than one file may take.
    TooMuchTime,
    /// The file could not be read from the disk.
    Unreadable,
    /// The reader of rows stopped early, because nobody takes them any more.
    Stopped,
    /// A spreadsheet of Apple's Numbers.
    Numbers,
    /// The file that Google Drive leaves on a machine in place of a spreadsheet.
    GoogleShortcut,
    /// A sheet that is to be taken too has other headers than the first.
    OtherHeaders {
        /// The sheet.
        sheet: String,
    },
    /// MHTML: a web page with its pictures in one file.
    WebArchive,
    /// vCard: contacts of a phone or an address book.
    VCard,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A text document or a presentation: RTF, Word, PowerPoint, OpenDocument.
    Document,
    /// An archive other than zip: gzip, RAR, 7z, and the like.
    Packed,
    /// A file of a program or a database: SYLK, DIF, Parquet, SQLite.
    OtherFormat {
        /// Its name.
        kind: String,
    },
    /// JSON.
    Json,
    /// A file that holds a web address and nothing else.
    Shortcut,
}

impl SheetError {
    /// Why the file cannot be used, and what to do.
    pub fn message(&self) -> Message {
        match self {
            SheetError::Empty => refusals::empty(),
            SheetError::NoLeads => refusals::no_leads(),
            SheetError::NoLeadsInSheets { left_out } => refusals::no_leads_in_sheets(*left_out),
            SheetError::NotASheet => refusals::not_a_sheet(),
            SheetError::WebPage => refusals::web_page(),
            SheetError::Archive => refusals::archive(),
            SheetError::Damaged => refusals::damaged(),
            SheetError::Protected => refusals::protected(),
            SheetError::NoSuchSheet { name } => refusals::no_such_sheet(name),
            SheetError::TooLarge { found } => refusals::too_large(found.div_ceil(1024 * 1024)),
            SheetError::TooManyRows { row } => refusals::too_many_rows(*row),
            SheetError::TooManyColumns { row, found } => {
                refusals::too_many_columns(place(*row, *found), *found, *row)
            }
            SheetError::CellTooLong { row, column, found } => {
                refusals::cell_too_long(*found, *column, *row)
            }
            SheetError::TooManyParts { found } => refusals::too_many_parts(*found),
            SheetError::UnpacksTooLarge { part } => refusals::unpacks_too_large(part),
            SheetError::TooMuchText { row } => refusals::too_much_text(*row),
            SheetError::PieceTooLong => refusals::piece_too_long(),
            SheetError::TooMuchMemory => refusals::too_much_memory(),
            SheetError::TooMuchTime => refusals::too_much_time(),
            SheetError::Unreadable => refusals::unreadable(),
            SheetError::Stopped => refusals::stopped(),
            SheetError::Numbers => refusals::numbers(),
            SheetError::GoogleShortcut => refusals::google_shortcut(),
            SheetError::OtherHeaders { sheet } => refusals::other_headers(sheet),
            SheetError::WebArchive => refusals::web_archive(),
            SheetError::VCard => refusals::v_card(),
            SheetError::Pdf => refusals::pdf(),
            SheetError::Picture => refusals::picture(),
            SheetError::Document => refusals::document(),
            SheetError::Packed => refusals::packed(),
            SheetError::OtherFormat { kind } => refusals::other_format(kind),
            SheetError::Json => refusals::json(),
            SheetError::Shortcut => refusals::shortcut(),
        }
    }
}

/// The English text: for logs and commands.
impl fmt::Display for SheetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(formatter)
    }
}

impl std::error::Error for SheetError {}

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
    use localization::Language;

    use super::*;

    #[test]
    fn what_is_wrong_with_a_file_is_said_with_the_separators_of_the_language() {
        let error = SheetError::TooManyColumns {
            row: 12_345,
            found: 16_384,
        };
        let said = |language| error.message().text(language);
        assert_eq!(
            error.to_string(),
            "Row 12345 has 16,384 columns, up to cell XFD12345. The limit is 256: delete the ones you do not need, and look for a cell \
             far to the right that was filled by mistake."
        );
        assert!(
            said(Language::Chinese).starts_with("第 12345 行有 16,384 列，一直到单元格 XFD12345。")
        );
        assert!(said(Language::Spanish).starts_with("La fila 12345 tiene 16,384 columnas, hasta"));
        assert!(said(Language::Indonesian).starts_with("Baris 12345 memiliki 16.384 kolom,"));
    }

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
