//! How a file was understood.

use serde::{Deserialize, Serialize};

/// How a file was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFormat {
    /// `csv` (whatever separates the cells), `xlsx`, `xlsm`, `xlsb`, `xls` or `ods`.
    pub format: String,
    /// The character encoding, by its name in the WHATWG encoding standard in lower case; `None` where the format
    /// settles it.
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
            sheet: None,
            other_sheets: Vec::new(),
            and_sheets: Vec::new(),
            leads_elsewhere: Vec::new(),
            sheets_left_out: 0,
            header_row: None,
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
            encoding: None,
            delimiter: None,
            sheet: Some(sheet),
            other_sheets,
            and_sheets: Vec::new(),
            leads_elsewhere: Vec::new(),
            sheets_left_out,
            header_row: None,
        }
    }

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
        if self.sheets_left_out > 0 {
            let looked_at = self.other_sheets.len() + 1;
            let all = looked_at + self.sheets_left_out as usize;
            parts.push(format!("only {looked_at} of {all} sheets looked at"));
        }
        parts.join(", ")
    }
}

fn delimiter_name(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "vertical bar",
        _ => "comma",
    }
}
