//! Reading spreadsheets of every kind.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod accounted;
mod and_sheets;
mod beside_cells;
mod beside_headers;
mod binary;
mod broken_lines;
mod encodings;
mod export;
mod files;
mod header_row;
mod hostile;
mod limits;
mod markup;
mod not_on_screen;
mod odd_cells;
mod one_column;
mod refused;
mod round_trip;
mod row_shape;
mod samples;
mod shifted;
mod text;
mod workbooks;

use leads::{Country, ShapeProblem};
use sheets::{
    ReadOptions, RowSink, SheetError, SheetFormat, SheetHeaders, SheetRow, TextEncoding,
    UploadedFile,
};

use files::file;

#[derive(Default)]
struct Rows {
    headers: Vec<String>,
    hidden_columns: Vec<usize>,
    rows: Vec<SheetRow>,
}

impl Rows {
    fn numbers(&self) -> Vec<u32> {
        self.rows.iter().map(|row| row.number).collect()
    }

    fn cells(&self) -> Vec<Vec<&str>> {
        self.rows
            .iter()
            .map(|row| row.cells.iter().map(String::as_str).collect())
            .collect()
    }
}

impl RowSink for Rows {
    fn headers(&mut self, headers: SheetHeaders, _: &[SheetRow]) {
        self.headers = headers.names;
        self.hidden_columns = headers.hidden;
    }

    fn row(&mut self, row: &SheetRow) -> bool {
        self.rows.push(row.clone());
        true
    }
}

fn country(code: &str) -> Country {
    Country::parse(code).unwrap()
}

fn read(upload: UploadedFile) -> Result<(SheetFormat, Rows), SheetError> {
    read_with(upload, &ReadOptions::new(country("ID"), &[]))
}

fn read_with(
    upload: UploadedFile,
    options: &ReadOptions<'_>,
) -> Result<(SheetFormat, Rows), SheetError> {
    let mut rows = Rows::default();
    let format = sheets::read(&mut upload.reader().unwrap(), options, &mut rows)?;
    Ok((format, rows))
}

fn read_bytes(bytes: &[u8]) -> Result<(SheetFormat, Rows), SheetError> {
    read(file("leads.csv", bytes))
}

/// What is wrong with the shape of each row.
fn shapes(rows: &Rows) -> Vec<(u32, Option<ShapeProblem>)> {
    rows.rows
        .iter()
        .map(|row| (row.number, row.marks.shape))
        .collect()
}

fn read_text(text: &str) -> Result<(SheetFormat, Rows), SheetError> {
    read_bytes(text.as_bytes())
}

fn encoding(name: &str) -> TextEncoding {
    TextEncoding::named(name).unwrap()
}

/// A file of the collection of workbooks in every format.
fn workbook(name: &str) -> UploadedFile {
    let path = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/data/sheets")
        .join(name);
    file(name, &std::fs::read(path).unwrap())
}

fn encoded(text: &str, name: &str) -> Vec<u8> {
    // The encoding standard knows no encoder for UTF-16: browsers never send it.
    match name {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        "utf-32le" => text
            .chars()
            .flat_map(|c| u32::from(c).to_le_bytes())
            .collect(),
        "utf-32be" => text
            .chars()
            .flat_map(|c| u32::from(c).to_be_bytes())
            .collect(),
        _ => {
            let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
            let (bytes, _, had_problems) = encoding.encode(text);
            assert!(!had_problems, "{text} in {name}");
            bytes.into_owned()
        }
    }
}
