//! Lists whose rows stand in one cell each.

use sheets::{ReadOptions, SheetFormat};

use super::workbooks::xlsx;
use super::{Rows, country, read_text, read_with};
use crate::files::file;

#[test]
fn each_line_in_quotation_marks_is_split_once_more() {
    let expected = [
        vec!["Ani", "081233508801", "Bekasi, Jawa Barat"],
        vec!["Budi", "081233508802", "Depok"],
    ];
    for text in [
        "\"Nama,No HP,Kota\"\r\n\"Ani,081233508801,\"\"Bekasi, Jawa Barat\"\"\"\r\n\"Budi,081233508802,Depok\"\r\n",
        "\"Nama;No HP;Kota\"\r\n\"Ani;081233508801;Bekasi, Jawa Barat\"\r\n\"Budi;081233508802;Depok\"\r\n",
        "\"Nama|No HP|Kota\"\n\"Ani|081233508801|Bekasi, Jawa Barat\"\n\"Budi|081233508802|Depok\"\n",
        "\"Nama\tNo HP\tKota\"\n\"Ani\t081233508801\tBekasi, Jawa Barat\"\n\"Budi\t081233508802\tDepok\"\n",
    ] {
        let (format, rows) = read_text(text).unwrap();
        assert!(format.was_split, "{text}");
        assert!(
            format
                .message()
                .to_string()
                .contains("split from one column")
        );
        assert_eq!(rows.headers, ["Nama", "No HP", "Kota"]);
        assert_eq!(rows.cells(), expected, "{text}");
        assert_eq!(
            format.lines.message().to_string(),
            "3 lines: 1 header, 2 leads"
        );
    }
}

fn column_a(rows: &[&str]) -> (SheetFormat, Rows) {
    let mut xml = String::new();
    for (number, row) in (1..).zip(rows) {
        xml.push_str(&format!("<row r=\"{number}\">"));
        for (column, cell) in ["A", "B"].into_iter().zip(row.split('\u{1}')) {
            xml.push_str(&format!(
                "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>"
            ));
        }
        xml.push_str("</row>");
    }
    let options = ReadOptions::new(country("PH"), &[]);
    read_with(file("list.xlsx", &xlsx(&xml)), &options).unwrap()
}

#[test]
fn a_workbook_with_everything_in_column_a_is_split() {
    let (format, rows) = column_a(&[
        "Name;Mobile;City",
        "Ana Cruz;09171234501;Cebu",
        "Ben Reyes;09171234502;Davao",
        "Carla;09171234503;Makati",
        // The comma of the program's own country has parted this one.
        "Dina;09171234504;Makati\u{1} Manila",
    ]);
    assert!(format.was_split);
    assert_eq!(rows.headers, ["Name", "Mobile", "City"]);
    assert_eq!(rows.cells()[1], ["Ben Reyes", "09171234502", "Davao"]);
    assert_eq!(rows.cells()[3], ["Dina", "09171234504", "Makati, Manila"]);
}

#[test]
fn one_column_of_something_else_is_left_alone() {
    for rows in [
        &["Mobile", "09171234501", "09171234502"][..],
        &[
            "Mobile",
            "09171234501, 09171234502",
            "09171234503, 09171234504",
        ],
        &["09171234501", "09171234502"],
        &["Note", "one, two", "three, four"],
    ] {
        let (format, read) = column_a(rows);
        assert!(!format.was_split, "{rows:?}");
        assert!(read.rows.iter().all(|row| row.cells.len() == 1));
    }
}
