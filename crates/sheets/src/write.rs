//! Sheets for people: the rows to fix as a file, and other rows.
//!
//! What is written here reads back to the same cells, but for NUL and Ctrl-Z, which no reader keeps, and for what a
//! workbook's cell cannot hold: see [`write_rows_to_fix`].

use std::io::{self, Write};

use localization::{Language, Message};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::messages::people_files;

/// What files from before have in place of [`reason_header`].
const REASON_HEADER_BEFORE: &str = "What to mend";

/// The most UTF-16 units that Excel takes in one cell.
const MAX_TEXT_LENGTH: usize = 32_767;

/// The header of the column that says which row of the upload a row was.
pub fn row_header() -> Message {
    people_files::row()
}

/// The header of the column that says what is wrong.
pub fn reason_header() -> Message {
    people_files::what_to_fix()
}

/// The header of a column with the robot's own name for a field: `Oferta (ExtraA)`.
pub fn variable_header(name: &str, field: Message) -> Message {
    people_files::variable(field, name)
}

/// Whether that header is [`reason_header`] in that language, or what files from before have in its place.
pub fn is_reason_header(header: &str, language: Language) -> bool {
    let is_from_before = language == Language::English && header == REASON_HEADER_BEFORE;
    is_from_before || header == reason_header().text(language)
}

/// The format of a file for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// An Excel workbook whose cells are all text, so that Excel keeps pluses and leading zeros.
    Xlsx,
    /// CSV in UTF-8 with a byte order mark, by which Excel knows it, and safe from formulas.
    Csv,
}

impl FileKind {
    /// What the names of such files end in.
    pub const fn extension(self) -> &'static str {
        match self {
            FileKind::Xlsx => "xlsx",
            FileKind::Csv => "csv",
        }
    }

    /// The media type (IANA).
    pub const fn media_type(self) -> &'static str {
        match self {
            FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// A row to fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowToFix {
    /// Its row in the upload, as a spreadsheet shows it.
    pub row: u32,
    /// Its cells, as they were uploaded.
    pub cells: Vec<String>,
    /// What is wrong with it, in sentences.
    pub reason: String,
}

/// Writes rows to fix, with the headers of that language: [`row_header`], the upload's own headers, [`reason_header`].
///
/// Rows are written as they come; of a workbook's sheet only the present row is in memory. In a CSV file a cell that a
/// spreadsheet would take for a formula begins with an apostrophe, which [`unescape_formula`] takes off again. A
/// workbook's cell is never a formula and stays as it is, cut where it is longer than the 32,767 UTF-16 units that Excel
/// takes.
///
/// # Errors
/// When `output` does not take it, or the machine has no room for temporary files.
pub fn write_rows_to_fix(
    kind: FileKind,
    headers: &[String],
    rows: impl IntoIterator<Item = RowToFix>,
    language: Language,
    output: impl Write + Send,
) -> io::Result<()> {
    let mut all_headers = vec![row_header().text(language)];
    all_headers.extend_from_slice(headers);
    all_headers.push(reason_header().text(language));
    let rows = rows.into_iter().map(|row| {
        let mut cells = vec![row.row.to_string()];
        cells.extend(row.cells);
        // The reason stands below its header, however few cells the row has, and behind the last however many.
        cells.resize(cells.len().max(all_headers.len() - 1), String::new());
        cells.push(row.reason);
        cells
    });
    write_rows(kind, &all_headers, rows, language, output)
}

/// Writes rows below their headers, as [`write_rows_to_fix`] does. The sheet of a workbook has its name in that language.
///
/// # Errors
/// When `output` does not take it, or the machine has no room for temporary files.
pub fn write_rows(
    kind: FileKind,
    headers: &[String],
    rows: impl IntoIterator<Item = Vec<String>>,
    language: Language,
    output: impl Write + Send,
) -> io::Result<()> {
    match kind {
        FileKind::Xlsx => write_workbook(None, &leads_sheet(language), headers, rows, output),
        FileKind::Csv => write_csv(headers, rows, output),
    }
}

/// Writes rows as [`write_rows`] does; a workbook begins with a sheet that says what they are, in pairs of a name and a text. A CSV file has
/// the rows alone: what else stood in it would have to be taken out before another program reads it.
///
/// # Errors
/// When `output` does not take it, or the machine has no room for temporary files.
pub fn write_rows_with_cover(
    kind: FileKind,
    cover: &Cover<'_>,
    headers: &[String],
    rows: impl IntoIterator<Item = Vec<String>>,
    output: impl Write + Send,
) -> io::Result<()> {
    match kind {
        FileKind::Xlsx => write_workbook(Some(cover), cover.rows_sheet, headers, rows, output),
        FileKind::Csv => write_csv(headers, rows, output),
    }
}

/// The first sheet of a workbook: what the rows behind it are.
#[derive(Clone, Copy, Debug)]
pub struct Cover<'a> {
    /// The name of that sheet.
    pub sheet: &'a str,
    /// The name of the sheet with the rows.
    pub rows_sheet: &'a str,
    /// What is said, line by line.
    pub lines: &'a [(String, String)],
}

/// The name of the sheet with the leads.
pub(super) fn leads_sheet(language: Language) -> String {
    people_files::leads().text(language)
}

pub(super) fn write_workbook(
    cover: Option<&Cover<'_>>,
    name: &str,
    headers: &[String],
    rows: impl IntoIterator<Item = Vec<String>>,
    output: impl Write + Send,
) -> io::Result<()> {
    fill_and_save(cover, name, headers, rows, output).map_err(|error| match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    })
}

fn fill_and_save(
    cover: Option<&Cover<'_>>,
    name: &str,
    headers: &[String],
    rows: impl IntoIterator<Item = Vec<String>>,
    output: impl Write + Send,
) -> Result<(), XlsxError> {
    let text = Format::new()
        .set_num_format("@")
        .set_align(FormatAlign::Top);
    let wrapped = text.clone().set_text_wrap();
    let bold = text.clone().set_bold();
    let mut workbook = Workbook::new();
    if let Some(cover) = cover {
        let sheet = workbook.add_worksheet();
        sheet.set_name(cover.sheet)?;
        sheet.set_column_width(0, 20)?.set_column_width(1, 100)?;
        for (row, (name, said)) in (0..).zip(cover.lines) {
            sheet.write_string_with_format(row, 0, within_excels_limit(name), &bold)?;
            sheet.write_string_with_format(row, 1, within_excels_limit(said), &wrapped)?;
        }
    }
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    for (column, header) in (0..).zip(headers) {
        // What somebody types below is text, too.
        sheet.set_column_format(column, &text)?;
        sheet.set_column_width(column, width(header))?;
    }
    write_row(sheet, 0, headers, &bold)?;
    for (row, cells) in (1..).zip(rows) {
        write_row(sheet, row, &cells, &text)?;
    }
    workbook.save_to_writer(output)
}

fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[String],
    format: &Format,
) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        if !cell.is_empty() {
            sheet.write_string_with_format(row, column, within_excels_limit(cell), format)?;
        }
    }
    Ok(())
}

fn within_excels_limit(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find_map(|(at, character)| {
        units += character.len_utf16();
        (units > MAX_TEXT_LENGTH).then_some(at)
    });
    end.map_or(text, |end| &text[..end])
}

/// In characters: enough for what such a column usually holds.
fn width(header: &str) -> u16 {
    let is = |known: Message| {
        Language::ALL
            .iter()
            .any(|language| known.text(*language) == header)
    };
    match header {
        _ if is(row_header()) => 8,
        _ if is(reason_header()) => 60,
        _ => 20,
    }
}

fn write_csv(
    headers: &[String],
    rows: impl IntoIterator<Item = Vec<String>>,
    output: impl Write,
) -> io::Result<()> {
    let mut output = io::BufWriter::new(output);
    output.write_all("\u{FEFF}".as_bytes())?;
    write_record(&mut output, headers)?;
    for cells in rows {
        write_record(&mut output, &cells)?;
    }
    output.flush()
}

/// Every cell stands in quotation marks: a delimiter of another country within one would else start a formula.
fn write_record(output: &mut impl Write, cells: &[String]) -> io::Result<()> {
    for (column, cell) in cells.iter().enumerate() {
        let before = if column == 0 { "" } else { "," };
        let apostrophe = if is_changed_by_escaping(cell) {
            "'"
        } else {
            ""
        };
        write!(
            output,
            "{before}\"{apostrophe}{}\"",
            cell.replace('"', "\"\"")
        )?;
    }
    output.write_all(b"\r\n")
}

/// Takes off the apostrophe that stands before what a spreadsheet would take for a formula, and before another
/// apostrophe. Every other text stays as it is.
pub fn unescape_formula(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| is_changed_by_escaping(rest))
        .unwrap_or(cell)
}

/// What OWASP's page on CSV injection lists as the beginnings of formulas, and the apostrophe itself, so that escaping
/// can be undone.
fn is_changed_by_escaping(cell: &str) -> bool {
    cell.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\'',
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_apostrophe_that_was_added_is_taken_off() {
        for (cell, plain) in [
            ("'=1+1", "=1+1"),
            ("'+62812335088", "+62812335088"),
            ("''t Hooft", "'t Hooft"),
            ("'t Hooft", "'t Hooft"),
            ("'", "'"),
            ("''", "'"),
            ("", ""),
            ("=1+1", "=1+1"),
        ] {
            assert_eq!(unescape_formula(cell), plain, "{cell}");
        }
    }

    #[test]
    fn a_cell_is_cut_between_characters_where_excel_takes_no_more() {
        let long = format!("{}😀", "a".repeat(MAX_TEXT_LENGTH - 1));
        assert_eq!(within_excels_limit(&long).len(), MAX_TEXT_LENGTH - 1);
        assert_eq!(
            within_excels_limit(&long[..MAX_TEXT_LENGTH - 1]).len(),
            MAX_TEXT_LENGTH - 1
        );
    }
}
