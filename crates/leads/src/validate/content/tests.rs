//! Columns and what their cells tell.

use super::*;
use crate::views::RobotMode;

/// The fields of the columns, each given by its cells from top to bottom.
fn fields(columns: &[&[&str]], country: &str) -> Vec<(Field, usize)> {
    let height = columns.iter().map(|cells| cells.len()).max().unwrap_or(0);
    let rows: Vec<Vec<&str>> = (0..height)
        .map(|row| {
            let cells = columns.iter().map(|cells| cells.get(row).copied());
            cells.map(Option::unwrap_or_default).collect()
        })
        .collect();
    let robots = RobotModes::from([
        ("r-1".to_owned(), Some(RobotMode::Single)),
        ("r-2".to_owned(), Some(RobotMode::Group)),
    ]);
    let country = Country::parse(country).expect("two letters");
    fields_by_content(&rows, columns.len(), country, &robots)
}

fn mobile_of(cells: &[&str], country: &str) -> Option<usize> {
    let found = fields(&[cells], country);
    let mobile = found.iter().find(|(field, _)| *field == Field::Mobile);
    mobile.map(|(_, column)| *column)
}

#[test]
fn every_field_that_cells_tell_is_found_in_its_column() {
    let columns: [&[&str]; 5] = [
        &["1", "2", "3", "4"],
        &["Siti", "Budi", "Agus", "Dewi"],
        &["0812335088", "+62 812-335-089", "", "call me"],
        &["r-1", "", "r-2", "r-1"],
        &["L", "P", "P", ""],
    ];
    assert_eq!(
        fields(&columns, "ID"),
        [(Field::Mobile, 2), (Field::RobotId, 3), (Field::Gender, 4)]
    );
    assert_eq!(fields(&[&["a", "b"], &["", ""]], "ID"), []);
    assert_eq!(fields(&[], "ID"), []);
}

#[test]
fn of_two_columns_with_numbers_the_one_with_more_of_them_is_called() {
    let hotline: &[&str] = &["9171234567", "9171234567", "9171234567", "9171234568"];
    let own: &[&str] = &["9054684874", "9056900602", "9059693849", "9054017572"];
    assert_eq!(fields(&[hotline, own], "PH"), [(Field::Mobile, 1)]);
    // As many numbers: what is spelt as one people dial.
    let dialled: &[&str] = &["09054684874", "09056900602", "09059693849", "09054017572"];
    assert_eq!(fields(&[own, dialled], "PH"), [(Field::Mobile, 1)]);
    assert_eq!(fields(&[own, own], "PH"), [(Field::Mobile, 0)]);
}

#[test]
fn columns_that_only_look_like_numbers_are_left_alone() {
    let none: [&[&str]; 8] = [
        &["2221561263", "2221561264", "2221561265"],
        &["2221561265", "2221561264", "2221561263"],
        &["2221561263", "2221561263", "2221561263"],
        &["222.156.126", "222.156.127", "999.156.128"],
        &["2221561263.50", "2221561299.75"],
        &["2221561263", "no", "none", "-"],
        &["1", "22", "333"],
        &["6.28123E+11", "6.28124E+11"],
    ];
    for cells in none {
        assert_eq!(mobile_of(cells, "MX"), None, "{cells:?}");
    }
    for cell in [
        "2026-11-22",
        "22/11/2026",
        "22.11.26",
        "20261122",
        "2026-11-22 10:00",
        "2026-11-22T10:00",
    ] {
        assert!(is_date(cell), "{cell}");
    }
    for cell in [
        "81234567",
        "0812-335-088",
        "20261322",
        "+62812335088",
        "91.2345.678",
        "",
    ] {
        assert!(!is_date(cell), "{cell}");
    }
    for cell in ["1.250.000", "1,250,000.00", "12.5", "-3.000", "250,75"] {
        assert!(is_amount(cell), "{cell}");
    }
    for cell in [
        "812335088.0",
        "812335088",
        "0812.335.0088",
        "300.123.4567",
        "+62.812.335.088",
        "",
    ] {
        assert!(!is_amount(cell), "{cell}");
    }
}

#[test]
fn fixed_lines_and_unassigned_numbers_are_no_reason() {
    assert_eq!(
        mobile_of(&["02152083000", "02152083001", "02152083009"], "ID"),
        None
    );
    assert_eq!(
        mobile_of(&["+6212345678", "+6212345679", "+6212345699"], "ID"),
        None
    );
}

#[test]
fn genders_in_any_language_are_found_and_sizes_are_not() {
    let genders: [&[&str]; 6] = [
        &["M", "F", "", "m"],
        &["H", "M"],
        &["hombre", "mujer"],
        &["男", "女"],
        &["female"],
        &["पुरुष", "महिला"],
    ];
    for cells in genders {
        assert_eq!(fields(&[cells], "MX"), [(Field::Gender, 0)], "{cells:?}");
    }
    for cells in [["M", "L"], ["M", "M"], ["P", "M"], ["male", "unknown"]] {
        assert_eq!(fields(&[&cells], "MX"), [], "{cells:?}");
    }
}

#[test]
fn only_the_first_rows_and_the_columns_that_there_are_count() {
    let mut cells = vec!["0812335088", "0812335099"];
    cells.resize(10, "0812335077");
    cells.resize(200, "text");
    let rows: Vec<Vec<&str>> = cells.into_iter().map(|cell| vec![cell]).collect();
    let country = Country::parse("ID").expect("two letters");
    let none = RobotModes::new();
    assert_eq!(fields_by_content(&rows, 1, country, &none), []);
    assert_eq!(
        fields_by_content(&rows[..12], 1, country, &none),
        [(Field::Mobile, 0)]
    );
    assert_eq!(
        fields_by_content(&rows[..12], 3, country, &none),
        [(Field::Mobile, 0)]
    );
    assert_eq!(fields_by_content(&rows[..12], 0, country, &none), []);
}
