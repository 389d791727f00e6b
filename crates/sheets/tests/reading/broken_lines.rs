//! Lists in which the addresses go over several lines, in most rows or in all of them.

use super::{country, read_with, shapes};
use crate::files::file;
use leads::ShapeProblem;
use sheets::ReadOptions;

/// Where the columns stand: the address first, in the middle, last, and with another number on either side.
const LAYOUTS: [&[&str]; 9] = [
    &["Address", "Name", "Mobile"],
    &["Name", "Address", "Mobile"],
    &["Name", "Mobile", "Address"],
    &["Mobile", "Address", "Name"],
    &["Name", "Mobile", "Address", "City", "Email"],
    &["Name", "Mobile", "Address", "Account No"],
    &["Mobile", "Address", "Account No"],
    &["Address", "Mobile", "Account No"],
    &["Name", "Account No", "Address", "Mobile"],
];

/// Addresses of two lines and of three, with as many separators on each as may make it look like a row.
const ADDRESSES: [&str; 5] = [
    "12 Rizal St.\nMakati",
    "Blk 159 Lot 9, Sampaguita St.,\nBrgy. San Isidro, Cebu City",
    "Blk 159 Lot 9, Sampaguita St.\nBrgy. San Isidro\nCebu City, Cebu",
    "Unit 5, \"\"Fort\"\" Bldg, 3/F,\nBrgy. 5, Makati,\nMetro Manila, 1200",
    "Unit 5,\nMakati, 1200",
];

fn mobile(row: usize) -> String {
    format!("099897232{row:02}")
}

fn cell(column: &str, address: &str, row: usize) -> String {
    match column {
        "Address" => address.to_owned(),
        "Mobile" => mobile(row),
        "Account No" => format!("091742519{row:02}"),
        "Email" => format!("x{row}@y.com"),
        other => format!("{other} {}", "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split_at(row).0),
    }
}

/// A list of twelve leads, in which every row has the address.
fn list(columns: &[&str], address: &str, delimiter: &str, is_all_quoted: bool) -> String {
    let address = address.replace(',', delimiter);
    let quoted = |cell: &str| format!("\"{cell}\"");
    let header: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
    let mut text = header.join(delimiter) + "\n";
    for row in 1..=12 {
        let cells: Vec<String> = columns
            .iter()
            .map(|column| {
                let cell = cell(column, &address, row);
                if is_all_quoted || *column == "Address" {
                    quoted(&cell)
                } else {
                    cell
                }
            })
            .collect();
        text += &(cells.join(delimiter) + "\n");
    }
    text
}

#[test]
fn addresses_of_several_lines_in_every_row_part_no_row() {
    let options = ReadOptions::new(country("PH"), &[]);
    for columns in LAYOUTS {
        let number = columns.iter().position(|column| *column == "Mobile");
        for address in ADDRESSES {
            for delimiter in [",", ";", "\t"] {
                for end in ["\n", "\r\n"] {
                    let is_all_quoted = end == "\r\n";
                    let text = list(columns, address, delimiter, is_all_quoted).replace('\n', end);
                    let (format, rows) =
                        read_with(file("list.csv", text.as_bytes()), &options).unwrap();
                    let expected: Vec<_> = (2..14).map(|row| (row, None)).collect();
                    assert_eq!(shapes(&rows), expected, "{text}");
                    assert_eq!(format.lines.leads, 12, "{text}");
                    for (row, cells) in rows.cells().iter().enumerate() {
                        assert_eq!(cells[number.unwrap()], mobile(row + 1), "{text}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_lone_mark_among_them_still_swallows_nobody() {
    let options = ReadOptions::new(country("PH"), &[]);
    for columns in LAYOUTS {
        for address in ADDRESSES {
            let text = list(columns, address, ",", false);
            let number = columns.iter().position(|column| *column == "Mobile");
            // Two rows of one line each in front, the first of which has a mark that only the second ends.
            let [one, two] = [20, 21].map(|row| {
                let cells: Vec<String> = columns
                    .iter()
                    .map(|column| cell(column, "8 Rizal Ave", row))
                    .collect();
                cells.join(",")
            });
            for pair in [
                format!("\"{one}\n{two}\"\n"),
                format!("{one}\n\"{two}\n"),
                format!("{}\n{two}\n", one.replace("8 Rizal", "\"8 Rizal")),
            ] {
                let text = format!("{text}{pair}{}", text.split_once('\n').unwrap().1);
                let (format, rows) =
                    read_with(file("list.csv", text.as_bytes()), &options).unwrap();
                assert_eq!(format.lines.leads, 26, "{text}");
                let marked = shapes(&rows)
                    .iter()
                    .filter(|(_, shape)| matches!(shape, Some(ShapeProblem::SpansLines { .. })))
                    .count();
                assert!(marked <= 2, "{text}");
                for (cells, row) in rows.cells()[12..14].iter().zip([20, 21]) {
                    let cell = cells.get(number.unwrap());
                    let mobile = mobile(row);
                    assert!(
                        cell.is_some_and(|cell| cell.trim_matches('"') == mobile),
                        "{text}\n{:?}",
                        &rows.cells()[10..]
                    );
                }
            }
        }
    }
}
