//! Rows whose cells have moved to the right, in every format.

use leads::ShapeProblem;
use sheets::ReadOptions;

use super::workbooks::{ods, xlsx_of};
use super::{country, read_with, shapes};
use crate::files::file;

fn more(cells: u32, headers: u32) -> Option<ShapeProblem> {
    Some(ShapeProblem::MoreCells { cells, headers })
}

/// The shape of each row in India, where accounts look like numbers.
fn shapes_of(name: &str, bytes: &[u8]) -> Vec<Option<ShapeProblem>> {
    let options = ReadOptions::new(country("IN"), &[]);
    let (_, rows) = read_with(file(name, bytes), &options).expect(name);
    shapes(&rows).into_iter().map(|(_, shape)| shape).collect()
}

fn of_text(text: &str) -> Vec<Option<ShapeProblem>> {
    shapes_of("list.csv", text.as_bytes())
}

/// The same table as Excel workbook, as open document, and as web page.
fn in_each_workbook(rows: &[&[&str]]) -> [(&'static str, Vec<u8>); 3] {
    let mut xlsx = String::new();
    let (mut open, mut html) = (String::new(), "<table>".to_owned());
    for (number, row) in (1..).zip(rows) {
        xlsx.push_str(&format!(r#"<row r="{number}">"#));
        open.push_str("<table:table-row>");
        html.push_str("<tr>");
        for cell in *row {
            xlsx.push_str(&format!(r#"<c t="inlineStr"><is><t>{cell}</t></is></c>"#));
            open.push_str(&format!(
                "<table:table-cell><text:p>{cell}</text:p></table:table-cell>"
            ));
            html.push_str(&format!("<td>{cell}</td>"));
        }
        xlsx.push_str("</row>");
        open.push_str("</table:table-row>");
        html.push_str("</tr>");
    }
    let xlsx = xlsx_of(&format!("<sheetData>{xlsx}</sheetData>"), &[]);
    html.push_str("</table>");
    [
        ("list.xlsx", xlsx),
        ("list.ods", ods(&open)),
        ("list.xls", html.into_bytes()),
    ]
}

#[test]
fn headers_that_are_padded_hide_no_shift() {
    for padding in ["", ",", ",,"] {
        let text = format!(
            "Name,Account,Mobile,City{padding}\n\
             Asha,9123456780,9845031271,Pune{padding}\n\
             Singh, Raj,9123456781,9845031272,Pune\n\
             Leela,9123456782,9845031273,Pune{padding}\n\
             Dev,9123456783,9845031274,Pune{padding}\n"
        );
        assert_eq!(of_text(&text), [None, more(5, 4), None, None], "{padding}");
    }
}

#[test]
fn a_column_of_notes_without_a_header_shifts_nothing() {
    let text = "Name,Mobile,City\n\
                Asha,9845031271,Pune,call at noon\n\
                Raj,9845031272,Pune,paid\n\
                Leela,9845031273,Delhi,in Hindi\n";
    assert_eq!(of_text(text), [None, None, None]);
    let moved = format!("{text}Singh, Raj,9845031274,Pune,paid\n");
    assert_eq!(of_text(&moved).len(), 4);
    assert!(of_text(&moved)[3].is_some());
}

#[test]
fn cells_that_moved_are_told_in_every_format() {
    let rows: [&[&str]; 5] = [
        &["Name", "Account", "Mobile", "City"],
        &["Asha", "9123456780", "9845031271", "Pune"],
        &["Singh", " Raj", "9123456781", "9845031272", "Pune"],
        &["Leela", "9123456782", "9845031273", "Pune"],
        &["Dev", "9123456783", "9845031274", "Pune"],
    ];
    for (name, bytes) in in_each_workbook(&rows) {
        let expected = [None, more(5, 4), None, None];
        assert_eq!(shapes_of(name, &bytes), expected, "{name}");
    }
}

#[test]
fn cells_that_moved_into_an_empty_column_are_told_by_the_word_they_left() {
    let rows: [&[&str]; 5] = [
        &["Name", "Account", "Mobile", "City"],
        &["Asha", "9123456780", "9845031271", ""],
        &["Singh", " Raj", "9123456781", "9845031272"],
        &["Leela", "9123456782", "9845031273", ""],
        &["Dev", "9123456783", "9845031274", ""],
    ];
    for (name, bytes) in in_each_workbook(&rows) {
        let expected = [None, more(4, 4), None, None];
        assert_eq!(shapes_of(name, &bytes), expected, "{name}");
    }
}

#[test]
fn a_second_number_beside_the_first_is_no_shift() {
    let rows: [&[&str]; 5] = [
        &["Name", "Mobile", "Alternate", "Notes"],
        &["Asha", "9845031271", "", "at noon"],
        &["Raj", "9845031272", "9845031279", "or 9845031270"],
        &["Leela", "9845031273", "", "9845031278"],
        &["Dev", "9845031274", "9845031277", "paid", "twice"],
    ];
    for (name, bytes) in in_each_workbook(&rows) {
        assert_eq!(shapes_of(name, &bytes), [None; 4], "{name}");
    }
}
