use backend::sheet::{self, SheetFault, SheetFormat, TakeRows};
use leads::Mapping;

use crate::support::{file, sample};

#[derive(Default)]
struct Rows {
    headers: Vec<String>,
    rows: Vec<(u32, Vec<String>)>,
}

impl TakeRows for Rows {
    fn headers(&mut self, headers: Vec<String>) {
        self.headers = headers;
    }

    fn row(&mut self, row: u32, cells: &[String]) -> bool {
        self.rows.push((row, cells.to_vec()));
        true
    }
}

fn read(upload: backend::sheet::UploadedFile) -> Result<(SheetFormat, Rows), SheetFault> {
    let mut rows = Rows::default();
    let fits = |headers: &[String]| Mapping::guess(headers, &[]).is_usable();
    let format = sheet::read(&mut upload.file.reopen().unwrap(), &fits, &mut rows)?;
    Ok((format, rows))
}

fn read_text(text: &str) -> Result<(SheetFormat, Rows), SheetFault> {
    read(file("leads.csv", text.as_bytes()))
}

#[test]
fn comma_semicolon_and_tab_are_found_by_what_the_file_holds() {
    for delimiter in [',', ';', '\t'] {
        let text = format!("\u{feff}Mobile{delimiter}Customer\n1{delimiter}\"a,b;c\td\"\n");
        let (format, rows) = read_text(&text).unwrap();
        assert_eq!(format.delimiter, Some(delimiter));
        assert_eq!(rows.headers, ["Mobile", "Customer"]);
        assert_eq!(
            rows.rows,
            [(2, vec!["1".to_owned(), "a,b;c\td".to_owned()])]
        );
    }
}

#[test]
fn rows_have_the_numbers_that_a_spreadsheet_shows() {
    let text = "Mobile,Customer\n\n1,a\n,\n2,\"b\nc\"\n\n\n3,d";
    let (_, rows) = read_text(text).unwrap();
    let numbers: Vec<u32> = rows.rows.iter().map(|(row, _)| *row).collect();
    assert_eq!(numbers, [3, 5, 8]);
}

#[test]
fn windows_line_ends_and_ragged_rows_are_read() {
    let (_, rows) = read_text("Mobile,Customer,X\r\n1\r\n2,b,c,d\r\n").unwrap();
    assert_eq!(rows.rows[0], (2, vec!["1".to_owned()]));
    assert_eq!(rows.rows[1].1.len(), 4);
    assert_eq!(rows.rows[1].0, 3);
}

#[test]
fn each_file_that_cannot_be_used_is_refused_with_what_to_do() {
    let reason = |name: &str| read(sample(name)).err().unwrap();
    assert_eq!(reason("empty.csv"), SheetFault::Empty);
    assert_eq!(reason("header-only.csv"), SheetFault::NoLeads);
    assert_eq!(reason("not-a-sheet.csv"), SheetFault::NotASheet);
    assert_eq!(reason("broken.xlsx"), SheetFault::Damaged);
    assert!(matches!(
        reason("semicolon-latin1.csv"),
        SheetFault::NotUtf8 { .. }
    ));
    let wide = ["a"; 257].join(",");
    assert_eq!(
        read_text(&format!("{wide}\n1\n")).err(),
        Some(SheetFault::TooManyColumns { row: 1, found: 257 })
    );
    let long = "x".repeat(40_000);
    assert_eq!(
        read_text(&format!("Mobile\n1\n{long}\n")).err(),
        Some(SheetFault::CellTooLong {
            row: 3,
            found: 40_000
        })
    );
    let many = "Mobile\n".to_owned() + &"1\n".repeat(200_001);
    assert_eq!(read_text(&many).err(), Some(SheetFault::TooManyRows));
}

#[test]
fn a_number_in_a_workbook_keeps_all_of_its_digits() {
    let (format, rows) = read(sample("numeric-phones.xlsx")).unwrap();
    assert_eq!(format.format, "xlsx");
    assert_eq!(rows.rows.len(), 250);
    let mapping = Mapping::guess(&rows.headers, &[]);
    let column = mapping.column(leads::Field::Mobile).unwrap();
    assert!(rows.rows.iter().all(|(_, cells)| {
        let digits = &cells[column];
        digits.len() >= 10 && digits.bytes().all(|byte| byte.is_ascii_digit())
    }));
}

#[test]
fn of_several_sheets_the_one_that_looks_like_leads_is_read() {
    let (format, rows) = read(sample("second-sheet.xlsx")).unwrap();
    assert_eq!(format.sheet.as_deref(), Some("Leads"));
    assert_eq!(rows.rows.len(), 60);
}
