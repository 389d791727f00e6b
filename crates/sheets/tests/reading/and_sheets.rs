//! Several sheets of a workbook taken as one list.

use sheets::{ReadOptions, SheetError, SheetFormat};

use super::workbooks::ods;
use super::{Rows, country, read_with, workbook};
use crate::files::file;

/// A table of a document, with those rows.
fn table(name: &str, rows: &[&[&str]]) -> String {
    let rows: String = rows
        .iter()
        .map(|row| {
            let cells: String = row
                .iter()
                .map(|cell| format!("<table:table-cell><text:p>{cell}</text:p></table:table-cell>"))
                .collect();
            format!("<table:table-row>{cells}</table:table-row>")
        })
        .collect();
    format!(r#"</table:table><table:table table:name="{name}">{rows}"#)
}

fn read_all(
    tables: &[String],
    sheet: &str,
    and_sheets: &[&str],
) -> Result<(SheetFormat, Rows), SheetError> {
    let and_sheets: Vec<String> = and_sheets.iter().map(|name| (*name).to_owned()).collect();
    let options = ReadOptions {
        sheet: Some(sheet),
        and_sheets: &and_sheets,
        ..ReadOptions::new(country("ID"), &[])
    };
    read_with(file("leads.ods", &ods(&tables.concat())), &options)
}

fn months() -> Vec<String> {
    vec![
        table(
            "May",
            &[
                &["Name", "Mobile", "City"],
                &["Ani", "+6281233508801", "Depok"],
                &["Budi", "+6281233508802", "Bogor"],
            ],
        ),
        table(
            "June",
            &[
                &["Leads of June"],
                &["MOBILE", "City ", "name"],
                &["+6281233508803", "", "Citra"],
            ],
        ),
        table(
            "July",
            &[
                &["Name", "Mobile", "City"],
                &["Dewi", "+6281233508804", "Solo"],
            ],
        ),
        table(
            "Agents",
            &[&["Agent", "Mobile"], &["Eka", "+6281233508805"]],
        ),
    ]
}

#[test]
fn the_rows_of_other_sheets_follow_in_the_columns_of_the_first() {
    let (format, rows) = read_all(&months(), "May", &["July", "June", "July", "May"]).unwrap();
    assert_eq!(format.sheet.as_deref(), Some("May"));
    assert_eq!(format.and_sheets, ["July", "June"]);
    assert_eq!(format.leads_elsewhere, [("Agents".to_owned(), 1)]);
    assert_eq!(rows.headers, ["Name", "Mobile", "City"]);
    assert_eq!(
        rows.cells(),
        [
            ["Ani", "+6281233508801", "Depok"].as_slice(),
            &["Budi", "+6281233508802", "Bogor"],
            &["Dewi", "+6281233508804", "Solo"],
            &["Citra", "+6281233508803"],
        ]
    );
    // The list has three rows before the second row of July, and five before the third of June.
    assert_eq!(rows.numbers(), [2, 3, 5, 8]);
}

#[test]
fn a_sheet_of_other_headers_or_none_of_that_name_is_refused_by_name() {
    let other = SheetError::OtherHeaders {
        sheet: "Agents".to_owned(),
    };
    let read = read_all(&months(), "May", &["Agents"]);
    assert_eq!(read.err(), Some(other.clone()));
    assert!(other.to_string().contains("“Agents”"));
    let nowhere = SheetError::NoSuchSheet {
        name: "August".to_owned(),
    };
    let read = read_all(&months(), "May", &["June", "August"]);
    assert_eq!(read.err(), Some(nowhere));
}

#[test]
fn a_long_sheet_is_taken_whole() {
    let numbers: Vec<String> = (0..500).map(|row| format!("+62812335{row:05}")).collect();
    let mut rows: Vec<Vec<&str>> = vec![vec!["Mobile", "Name"]];
    rows.extend(numbers.iter().map(|number| vec![number.as_str(), "Ani"]));
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let first = table("First", &[&["Name", "Mobile"], &["Budi", "+6281233599999"]]);
    let tables = [first, table("Second", &rows)];
    let (_, rows) = read_all(&tables, "First", &["Second"]).unwrap();
    assert_eq!(rows.rows.len(), 501);
    assert_eq!(rows.cells()[500], ["Ani", numbers[499].as_str()]);
    assert_eq!(rows.rows[500].number, 2 + 501);
}

#[test]
fn sheets_of_an_old_workbook_are_compared_too() {
    let and_sheets = ["More".to_owned()];
    let options = ReadOptions {
        sheet: Some("Leads"),
        and_sheets: &and_sheets,
        ..ReadOptions::new(country("ID"), &[])
    };
    let other = SheetError::OtherHeaders {
        sheet: "More".to_owned(),
    };
    let read = read_with(workbook("beside-the-cells.xls"), &options);
    assert_eq!(read.err(), Some(other));
}
