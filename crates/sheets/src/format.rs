//! How a file was understood.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::lines::{LineCount, one_behind_the_other};
use super::previews::EncodingPreview;
use crate::messages::formats;

/// What the tables of a web page are stored by, before their number. People read it by [`SheetFormat::name_of`].
pub(super) const TABLE: &str = "Table ";

/// The same of a sheet to which a workbook of Excel 2003 gives no name, or that of another.
pub(super) const SHEET: &str = "Sheet ";

/// How a file was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFormat {
    /// `csv` (whatever separates the cells), `xlsx`, `xlsm`, `xlsb`, `xls`, `ods`, `html` (a table of a web page) or `xml` (that
    /// of Excel 2003), whatever the file's name says.
    pub format: String,
    /// The character encoding, by its [`name`](super::TextEncoding::name); `None` where the format settles it.
    #[serde(default)]
    pub encoding: Option<String>,
    /// What separates the cells of a CSV file.
    #[serde(default)]
    pub delimiter: Option<char>,
    /// The sheet that was read, where the format has sheets.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The other sheets of the workbook in its order, those that are hidden after those that are shown.
    #[serde(default)]
    pub other_sheets: Vec<String>,
    /// Those of the other sheets whose rows were taken too, behind those of the sheet that was read, in this order.
    #[serde(default)]
    pub and_sheets: Vec<String>,
    /// Those of the other sheets that seem to hold leads too, and how many rows of them look like leads: below headers, with a
    /// number where the first rows have one. Only so much is counted as costs little next to reading the sheet itself.
    #[serde(default)]
    pub leads_elsewhere: Vec<(String, u32)>,
    /// How many sheets the workbook has besides these: they are neither looked at nor offered.
    #[serde(default)]
    pub sheets_left_out: u32,
    /// The row of the headers, from 1; `None` where the sheet has none.
    #[serde(default)]
    pub header_row: Option<u32>,
    /// What the lines of the sheet are: each of them is accounted for.
    #[serde(default)]
    pub lines: LineCount,
    /// The first rows that are not blank, up to eight, with their numbers: what their cells hold, joined by ` · ` and cut after
    /// 80 characters. A person can say which of them holds the headers.
    #[serde(default)]
    pub first_rows: Vec<(u32, String)>,
    /// How the text reads in other encodings; empty where the encoding is certain.
    #[serde(default)]
    pub previews: Vec<EncodingPreview>,
    /// Whether each row stood in one cell, with delimiters in it, and was split once more.
    #[serde(default)]
    pub was_split: bool,
}

impl SheetFormat {
    /// Whether something about it was found by guessing, and may be chosen otherwise: the encoding of a text that is not
    /// in UTF-8, the sheet of a workbook that has several.
    pub fn was_guessed(&self) -> bool {
        let encoding = self.encoding.as_deref();
        encoding.is_some_and(|encoding| encoding != "utf-8") || !self.other_sheets.is_empty()
    }

    pub(super) fn text(encoding: String, delimiter: char) -> SheetFormat {
        SheetFormat {
            format: "csv".to_owned(),
            encoding: Some(encoding),
            delimiter: Some(delimiter),
            ..SheetFormat::default()
        }
    }

    pub(super) fn workbook(
        format: &str,
        sheet: String,
        other_sheets: Vec<String>,
        sheets_left_out: u32,
    ) -> SheetFormat {
        SheetFormat {
            format: format.to_owned(),
            sheet: Some(sheet),
            other_sheets,
            sheets_left_out,
            ..SheetFormat::default()
        }
    }

    /// The name of one of its sheets, for people: those that the file gives none have one in the reader's language.
    pub fn name_of(&self, sheet: &str) -> Message {
        let counted = |counted: &str| sheet.strip_prefix(counted)?.parse::<u32>().ok();
        let name = match self.format.as_str() {
            "html" => counted(TABLE).map(formats::table_of_page),
            "xml" => counted(SHEET).map(formats::sheet_without_name),
            _ => None,
        };
        name.unwrap_or_else(|| Message::verbatim(sheet))
    }

    /// For people: `CSV, semicolon, UTF-8`.
    pub fn message(&self) -> Message {
        let format = Message::verbatim(self.format.to_uppercase());
        let encoding = self.encoding.as_ref();
        let looked_at = self.other_sheets.len() + 1;
        let left_out = self.sheets_left_out as usize;
        let parts = [
            self.delimiter.map(delimiter_name),
            encoding.map(|encoding| Message::verbatim(encoding.to_uppercase())),
            self.sheet
                .as_ref()
                .map(|name| formats::sheet(self.name_of(name))),
            self.was_split.then(formats::was_split),
            (left_out > 0).then(|| formats::only_some_read(looked_at + left_out, looked_at)),
        ];
        let parts = [format.clone()]
            .into_iter()
            .chain(parts.into_iter().flatten());
        one_behind_the_other(parts).unwrap_or(format)
    }
}

fn delimiter_name(delimiter: char) -> Message {
    match delimiter {
        ',' => formats::comma(),
        ';' => formats::semicolon(),
        '\t' => formats::tab(),
        '|' => formats::vertical_bar(),
        other => formats::other_delimiter(other),
    }
}
