//! Sheets for people: the rows to fix as a file, and a template for a robot.
//!
//! What is written here reads back to the same cells, but for NUL and Ctrl-Z, which no reader keeps, and for what a
//! workbook's cell cannot hold: see [`write_rows_to_fix`].

use std::io::{self, Write};

use leads::views::RobotVariable;
use leads::{Country, Field, Mapping};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The header of the column that says which row of the upload a row was.
pub const ROW_HEADER: &str = "Row";

/// The header of the column that says what is wrong.
pub const REASON_HEADER: &str = "What to fix";

/// What files from before have in its place.
pub const REASON_HEADER_BEFORE: &str = "What to mend";

/// The most UTF-16 units that Excel takes in one cell.
const MAX_TEXT_LENGTH: usize = 32_767;

/// The name of the sheet, where there is one.
const LEADS_SHEET: &str = "Leads";

/// What a template's example row says in place of a name: somebody has to see that it is no lead.
const EXAMPLE_NAME: &str = "Example: delete this row";

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

/// Writes rows to fix: [`ROW_HEADER`], the upload's own headers, [`REASON_HEADER`].
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
    output: impl Write + Send,
) -> io::Result<()> {
    let mut all_headers = vec![ROW_HEADER.to_owned()];
    all_headers.extend_from_slice(headers);
    all_headers.push(REASON_HEADER.to_owned());
    let rows = rows.into_iter().map(|row| {
        let mut cells = vec![row.row.to_string()];
        cells.extend(row.cells);
        // The reason stands below its header, however few cells the row has, and behind the last however many.
        cells.resize(cells.len().max(all_headers.len() - 1), String::new());
        cells.push(row.reason);
        cells
    });
    write_rows(kind, &all_headers, rows, output)
}

/// Writes rows below their headers, as [`write_rows_to_fix`] does.
///
/// # Errors
/// When `output` does not take it, or the machine has no room for temporary files.
pub fn write_rows(
    kind: FileKind,
    headers: &[String],
    rows: impl IntoIterator<Item = Vec<String>>,
    output: impl Write + Send,
) -> io::Result<()> {
    match kind {
        FileKind::Xlsx => write_workbook(None, LEADS_SHEET, headers, rows, output),
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

/// Writes the template of a robot as a workbook: the fields, the robot's own names for its variables, and one example
/// row, which is refused where it is left in.
///
/// # Errors
/// When `output` does not take it, or the machine has no room for temporary files.
pub fn write_template(
    country: Country,
    platform: &str,
    variables: &[RobotVariable],
    output: impl Write + Send,
) -> io::Result<()> {
    let (fields, headers) = template_headers(variables);
    let cell = |field: &Field| match field {
        Field::Customer => EXAMPLE_NAME.to_owned(),
        // Not a number that could be called: nobody is, where the row is forgotten in the sheet.
        Field::Mobile => leads::example_mobile(country)
            .map(|mobile| format!("{} (example)", mobile.as_str()))
            .unwrap_or_default(),
        Field::Platform => platform.to_owned(),
        Field::Gender => "female".to_owned(),
        _ => String::new(),
    };
    let example: Vec<String> = fields.iter().map(cell).collect();
    write_workbook(None, LEADS_SHEET, &headers, [example], output)
}

/// The fields of a template and their headers. Of two columns with one name the first is taken for the robot's variable,
/// so where one is called as a field is, the variables come first.
fn template_headers(variables: &[RobotVariable]) -> (Vec<Field>, Vec<String>) {
    let own_name = |field| {
        let variable = variables.iter().find(|variable| variable.field == field)?;
        Some(variable.name.trim().to_owned()).filter(|name| !name.is_empty())
    };
    let header = |field: &Field| own_name(*field).unwrap_or_else(|| field.label().to_owned());
    let is_variable =
        |field: &Field| matches!(field, Field::ExtraA | Field::ExtraB | Field::ExtraC);
    let mut fields: Vec<Field> = Field::ALL
        .into_iter()
        .filter(|field| match field {
            Field::RobotId => false,
            field => !is_variable(field) || own_name(*field).is_some(),
        })
        .collect();
    let headers: Vec<String> = fields.iter().map(header).collect();
    let mapping = Mapping::guess(&headers, variables);
    let mut placed = (0..).zip(&fields);
    if placed.all(|(column, field)| mapping.filled_by(column) == Some(*field)) {
        return (fields, headers);
    }
    fields.sort_by_key(|field| !is_variable(field));
    let headers = fields.iter().map(header).collect();
    (fields, headers)
}

fn write_workbook(
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
    match header {
        ROW_HEADER => 8,
        REASON_HEADER => 60,
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

    fn variable(field: Field, name: &str) -> RobotVariable {
        RobotVariable {
            field,
            name: name.to_owned(),
            description: None,
        }
    }

    #[test]
    fn a_template_bears_the_robots_own_names() {
        let (_, headers) = template_headers(&[
            variable(Field::ExtraB, "Ciudad"),
            variable(Field::ExtraA, "Oferta"),
        ]);
        assert_eq!(
            headers,
            [
                "Customer", "Mobile", "Platform", "Comments", "Gender", "Oferta", "Ciudad"
            ]
        );
    }

    #[test]
    fn a_variable_that_is_called_as_a_field_comes_first() {
        let (_, headers) = template_headers(&[variable(Field::ExtraA, "Customer")]);
        assert_eq!(headers[..3], ["Customer", "Customer", "Mobile"]);
        let (_, headers) = template_headers(&[variable(Field::ExtraA, "Name")]);
        assert_eq!(headers[5..], ["Name"]);
    }

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
