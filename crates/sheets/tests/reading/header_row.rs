//! Which row holds the headers: found, or chosen by a person.

use sheets::{HeaderChoice, ReadOptions, SheetFormat};

use super::workbooks::xlsx;
use super::{Rows, country, read_text, read_with};
use crate::files::file;

fn read_in(text: &str, code: &str) -> (SheetFormat, Rows) {
    let options = ReadOptions::new(country(code), &[]);
    read_with(file("list.csv", text.as_bytes()), &options).unwrap()
}

#[test]
fn a_title_of_header_words_is_a_title() {
    for title in ["Contact Numbers", "Phone Numbers", "Mobile", "Telephone"] {
        let text = format!(
            "{title}\n\nNo,Name,Cell,Branch\n1,Ana,09171234501,Cebu\n2,Ben,09171234502,Cebu\n"
        );
        let (format, rows) = read_in(&text, "PH");
        assert_eq!(format.header_row, Some(3), "{title}");
        assert_eq!(rows.headers, ["No", "Name", "Cell", "Branch"]);
        assert_eq!(
            format.lines.message().to_string(),
            "5 lines: 1 above the headers, 1 header, 1 blank, 2 leads"
        );
    }
    let (format, _) = read_in(
        "Nomor HP;;\nNama;Kota;No HP\nAni;Depok;081233508801\n",
        "ID",
    );
    assert_eq!(format.header_row, Some(2));
    let book = xlsx(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Contact Numbers</t></is></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>No</t></is></c><c r="B3" t="inlineStr"><is><t>Name</t></is></c><c r="C3" t="inlineStr"><is><t>Cell</t></is></c></row>
        <row r="4"><c r="A4"><v>1</v></c><c r="B4" t="inlineStr"><is><t>Ana</t></is></c><c r="C4" t="inlineStr"><is><t>09171234501</t></is></c></row>"#,
    );
    let options = ReadOptions::new(country("PH"), &[]);
    let (format, _) = read_with(file("list.xlsx", &book), &options).unwrap();
    assert_eq!(format.header_row, Some(3));
}

#[test]
fn the_only_header_of_a_list_of_numbers_is_one() {
    let (format, rows) = read_in("Mobile\n09171234501\n09171234502\n", "PH");
    assert_eq!((format.header_row, rows.rows.len()), (Some(1), 2));
}

#[test]
fn of_two_lines_of_headers_the_one_that_names_more_is_read() {
    let text =
        "DATA NASABAH,,KONTAK,\nNama,Kota,No HP,Email\nOrang 1,Depok,081233508801,a@example.com\n";
    let (format, rows) = read_in(text, "ID");
    assert_eq!(format.header_row, Some(2));
    assert_eq!(rows.headers, ["Nama", "Kota", "No HP", "Email"]);
    assert_eq!(format.lines.above, 1);
}

#[test]
fn a_second_line_of_headers_names_what_the_first_leaves_open() {
    let text = "Name,Mobile,Address,\n,,Street,City\nAna,09171234501,Mabini,Cebu\n";
    let (format, rows) = read_in(text, "PH");
    assert_eq!(rows.headers, ["Name", "Mobile", "Address Street", "City"]);
    assert_eq!(rows.numbers(), [3]);
    assert_eq!(
        format.lines.message().to_string(),
        "3 lines: 2 headers, 1 lead"
    );
    // A lead without a number is a lead.
    let (_, rows) = read_in("Name,,Mobile\nAna,Cruz,\nBen,Lim,09171234502\n", "PH");
    assert_eq!(rows.numbers(), [2, 3]);
}

#[test]
fn a_small_table_above_is_no_header() {
    let text = "Branch,Contact\nCebu,Ana\n\nName,Mobile,Email,City\nBen,09171234501,,Cebu\nCarla,09171234502,,Cebu\n";
    let (format, rows) = read_in(text, "PH");
    assert_eq!(format.header_row, Some(4));
    assert_eq!(rows.numbers(), [5, 6]);
}

#[test]
fn a_person_moves_the_headers_or_says_that_there_are_none() {
    let text = "Report\nName,Mobile,City\nNama,No HP,Kota\nAna,09171234501,Cebu\n";
    let mut options = ReadOptions::new(country("PH"), &[]);
    for (choice, row, headers, numbers) in [
        (None, Some(2), "Name", vec![3, 4]),
        (Some(HeaderChoice::Row(3)), Some(3), "Nama", vec![4]),
        (Some(HeaderChoice::Row(1)), Some(1), "Report", vec![2, 3, 4]),
        (Some(HeaderChoice::Row(9)), Some(2), "Name", vec![3, 4]),
        (
            Some(HeaderChoice::NoHeaders),
            None,
            "Column 1",
            vec![1, 2, 3, 4],
        ),
    ] {
        options.header_row = choice;
        let (format, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
        assert_eq!(format.header_row, row, "{choice:?}");
        assert_eq!(rows.headers[0], headers, "{choice:?}");
        assert_eq!(rows.numbers(), numbers, "{choice:?}");
    }
}

#[test]
fn the_first_rows_are_told_so_that_a_person_can_choose() {
    let long = "x".repeat(200);
    let text = format!(
        "Report\n\nName,,Mobile\n{long},Y,1\n{}",
        "a,b,2\n".repeat(20)
    );
    let (format, _) = read_text(&text).unwrap();
    assert_eq!(format.first_rows.len(), 8);
    assert_eq!(format.first_rows[0], (1, "Report".to_owned()));
    assert_eq!(format.first_rows[1], (3, "Name · Mobile".to_owned()));
    let (row, told) = &format.first_rows[2];
    assert_eq!((*row, told.chars().count()), (4, 81));
    assert!(told.ends_with('…'));
}

#[test]
fn names_above_the_parts_of_a_spanning_header_are_taken_up() {
    let text = "Name,Contact,,City\n,Home,Mobile,\nAni,021-5550123,0812-3350-8801,Depok\nBudi,021-5550124,0812-3350-8802,Bogor\n";
    let (format, rows) = super::read_text(text).unwrap();
    assert_eq!(format.header_row, Some(2));
    assert_eq!(rows.headers, ["Name", "Home", "Mobile", "City"]);
    assert_eq!(rows.numbers(), [3, 4]);
}
