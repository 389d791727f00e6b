//! What is written for people reads back to the same cells, and nothing in it is a formula.

use leads::Field::{self, Comments, Customer, ExtraA, ExtraB, ExtraC, Gender, Mobile, Platform};
use leads::views::RobotVariable;
use leads::{LeadKind, Level};
use localization::Language;
use proptest::prelude::*;
use sheets::SheetRow;
use sheets::file_check::{self, FileRules};
use sheets::reader::SheetReader;
use sheets::{
    FileKind, ReadOptions, RowToFix, reason_header, row_header, unescape_formula,
    write_rows_to_fix, write_template,
};

use super::{Rows, country, read_with};
use crate::files::file;

/// Cells that try a writer: formulas, apostrophes, delimiters, line ends, control characters, what XML escapes.
fn cell() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("=HYPERLINK(\"http://example.com\",\"x\")".to_owned()),
        Just("+1+1".to_owned()),
        Just("-2+3".to_owned()),
        Just("@SUM(A1)".to_owned()),
        Just("＝1".to_owned()),
        Just("'".to_owned()),
        Just("\"".to_owned()),
        Just("\t".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\r".to_owned()),
        Just(" ".to_owned()),
        Just(",;|".to_owned()),
        Just("_x0041_".to_owned()),
        Just("<&>".to_owned()),
        Just("00123.0".to_owned()),
        Just("\u{FFFE}".to_owned()),
        Just("\u{FEFF}".to_owned()),
        "[\u{1}-\u{19}\u{1B}-\u{1F}\u{7F}-\u{9F}]",
        "[a-zA-Z0-9]{1,6}",
        "[áéíóúñçüß一-龥😀]{1,3}",
        any::<String>().prop_map(|text| text.replace(['\0', '\u{1A}'], "")),
    ];
    proptest::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

fn rows() -> impl Strategy<Value = Vec<RowToFix>> {
    let row = (
        1..200_000_u32,
        proptest::collection::vec(cell(), 0..5),
        "[A-Z][a-z ]{3,20}\\.",
    );
    let row = row.prop_map(|(row, cells, reason)| RowToFix { row, cells, reason });
    proptest::collection::vec(row, 1..20)
}

fn headers() -> Vec<String> {
    ["Customer", "Mobile", "Comments", "=1+1"]
        .map(str::to_owned)
        .to_vec()
}

fn written(kind: FileKind, rows: &[RowToFix]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (rows, language) = (rows.iter().cloned(), Language::English);
    write_rows_to_fix(kind, &headers(), rows, language, &mut bytes).unwrap();
    bytes
}

fn read_back(kind: FileKind, bytes: &[u8]) -> Rows {
    let (format, rows) =
        read_with(file("fix", bytes), &ReadOptions::new(country("ID"), &[])).unwrap();
    let expected = if kind == FileKind::Csv { "csv" } else { "xlsx" };
    assert_eq!(
        (format.format.as_str(), format.header_row),
        (expected, Some(1))
    );
    rows
}

/// A row as it was before it was written; empty cells at its end are not told apart from none.
fn restored(kind: FileKind, cells: &[String], width: usize) -> Vec<String> {
    let restored = |cell: &String| match kind {
        FileKind::Csv => unescape_formula(cell).to_owned(),
        FileKind::Xlsx => cell.clone(),
    };
    let mut cells: Vec<String> = cells.iter().map(restored).collect();
    cells.resize(width.max(cells.len()), String::new());
    cells
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_to_fix_read_back_to_the_same_cells(
        rows in rows(),
        kind in prop_oneof![Just(FileKind::Csv), Just(FileKind::Xlsx)],
    ) {
        let read = read_back(kind, &written(kind, &rows));
        let headers: Vec<&str> = read.headers.iter().map(|header| unescape_formula(header)).collect();
        prop_assert_eq!(headers, ["Row", "Customer", "Mobile", "Comments", "=1+1", "What to fix"]);
        prop_assert_eq!(read.rows.len(), rows.len());
        for (wanted, SheetRow { cells: found, .. }) in rows.iter().zip(&read.rows) {
            let mut expected = vec![wanted.row.to_string()];
            expected.extend(wanted.cells.iter().cloned());
            expected.resize(expected.len().max(5), String::new());
            expected.push(wanted.reason.clone());
            prop_assert_eq!(&restored(kind, found, expected.len()), &expected);
        }
    }

    #[test]
    fn no_cell_of_a_csv_file_begins_a_formula(rows in rows()) {
        let bytes = written(FileKind::Csv, &rows);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(&bytes[3..]);
        for record in reader.records() {
            for cell in &record.unwrap() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?}", cell);
            }
        }
    }
}

#[test]
fn the_cells_of_a_workbook_are_text_and_no_formula() {
    let row = RowToFix {
        row: 7,
        cells: vec![
            "=HYPERLINK(\"http://example.com\")".to_owned(),
            "+62812335088".to_owned(),
        ],
        reason: "Too few digits.".to_owned(),
    };
    let bytes = written(FileKind::Xlsx, &[row]);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    let mut part = archive.by_name("xl/worksheets/sheet1.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut sheet).unwrap();
    assert!(sheet.contains("+62812335088"));
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{sheet}");
    assert!(!sheet.contains("<v>"), "every cell is text: {sheet}");
}

#[test]
fn a_row_of_any_length_is_written_in_full() {
    let cells = vec!["x".repeat(32 * 1024); 3];
    let long = RowToFix {
        row: 2,
        cells,
        reason: "Shorten it.".to_owned(),
    };
    let read = read_back(
        FileKind::Csv,
        &written(FileKind::Csv, std::slice::from_ref(&long)),
    );
    assert_eq!(read.rows[0].cells[1].len(), 32 * 1024);
    // Excel takes one character less.
    let read = read_back(FileKind::Xlsx, &written(FileKind::Xlsx, &[long]));
    assert_eq!(read.rows[0].cells[1].len(), 32 * 1024 - 1);
}

#[test]
fn a_template_fits_in_every_column_and_its_example_is_never_called() {
    let variable = |field, name: &str| RobotVariable {
        field,
        name: name.to_owned(),
        description: None,
    };
    let variables = vec![
        variable(Field::ExtraA, "Oferta"),
        variable(Field::ExtraB, "Customer"),
        variable(Field::ExtraC, "Saldo"),
    ];
    let codes = ["ID", "IN", "MX", "PH"];
    let written = codes.map(|code| Language::ALL.map(|language| (code, language)));
    for (code, language) in written.into_iter().flatten() {
        let mut bytes = Vec::new();
        write_template(country(code), "Demo", &variables, language, &mut bytes).unwrap();
        let rules = FileRules {
            country: country(code),
            variables: variables.clone(),
            platform: None,
        };
        let mut file = file("template.xlsx", &bytes).reader().unwrap();
        let checked = file_check::check(&SheetReader::in_process(), &mut file, &rules).unwrap();
        let fields: Vec<Option<Field>> =
            checked.columns.iter().map(|column| column.field).collect();
        // Where one variable is called as a field is, the variables come first.
        let expected = match language {
            Language::English => [
                ExtraA, ExtraB, ExtraC, Customer, Mobile, Platform, Comments, Gender,
            ],
            _ => [
                Customer, Mobile, Platform, Comments, Gender, ExtraA, ExtraB, ExtraC,
            ],
        };
        let of = format!("{code} {language:?}");
        assert_eq!(fields, expected.map(Some), "{of}");
        assert_eq!(checked.leads.len(), 1, "{of}");
        assert_eq!(checked.leads[0].kind(), LeadKind::ToFix, "{of}");
        // Their own word for a gender is understood.
        let gender = checked.leads[0].problems.iter();
        let mut gender = gender.filter(|problem| problem.field == Gender);
        assert!(
            gender.all(|problem| problem.level() == Level::Fixed),
            "{of}"
        );
    }
}

#[test]
fn a_file_of_rows_to_fix_fills_the_same_fields_in_every_language() {
    for language in Language::ALL {
        let fields = [Customer, Mobile, Platform, Comments, Gender];
        let headers = fields.map(|field| field.message().text(language));
        let row = |row: u32, number: &str| RowToFix {
            row,
            cells: ["Ani", number, "Demo", "", "female"]
                .map(str::to_owned)
                .to_vec(),
            reason: "0812: ?".to_owned(),
        };
        let rows = [row(7, "081233508801"), row(9, "0812")];
        for kind in [FileKind::Csv, FileKind::Xlsx] {
            let mut bytes = Vec::new();
            write_rows_to_fix(kind, &headers, rows.clone(), language, &mut bytes).unwrap();
            let rules = FileRules {
                country: country("ID"),
                variables: Vec::new(),
                platform: None,
            };
            let mut file = file("fix", &bytes).reader().unwrap();
            let checked = file_check::check(&SheetReader::in_process(), &mut file, &rules).unwrap();
            let read: Vec<Option<Field>> =
                checked.columns.iter().map(|column| column.field).collect();
            let filled = fields.map(Some);
            let expected = [&[None][..], &filled, &[None]].concat();
            assert_eq!(read, expected, "{language:?}");
            let names: Vec<&str> = checked
                .columns
                .iter()
                .map(|at| at.header.as_str())
                .collect();
            let ends = [row_header(), reason_header()].map(|header| header.text(language));
            assert_eq!([names[0], names[6]], ends.each_ref().map(String::as_str));
            assert_eq!(checked.questions, [], "{language:?}");
            assert_eq!(checked.leads.len(), 2, "{language:?}");
        }
    }
}
