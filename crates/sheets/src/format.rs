//! How a file was understood.

use serde::{Deserialize, Serialize};

use super::lines::LineCount;
use super::previews::EncodingPreview;

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

    /// For people: `CSV, semicolon, UTF-8`.
    pub fn label(&self) -> String {
        let mut parts = vec![self.format.to_uppercase()];
        parts.extend(self.delimiter.map(delimiter_name));
        parts.extend(
            self.encoding
                .as_ref()
                .map(|encoding| encoding.to_uppercase()),
        );
        parts.extend(self.sheet.as_ref().map(|sheet| format!("sheet “{sheet}”")));
        if self.was_split {
            parts.push("split from one column".to_owned());
        }
        if self.sheets_left_out > 0 {
            let looked_at = self.other_sheets.len() + 1;
            let all = looked_at + self.sheets_left_out as usize;
            parts.push(format!("only {looked_at} of {all} sheets read"));
        }
        parts.join(", ")
    }
}

fn delimiter_name(delimiter: char) -> String {
    match delimiter {
        ',' => "comma".to_owned(),
        ';' => "semicolon".to_owned(),
        '\t' => "tab".to_owned(),
        '|' => "vertical bar".to_owned(),
        other => format!("“{other}”"),
    }
}
