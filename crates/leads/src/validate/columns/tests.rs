//! Whole sheets: which column fills which field, and what is asked.

mod any_header;
mod contacts;
mod exports;
mod languages;
mod likely_names;
mod other_fields;

use super::*;

fn sheet(country: &str, headers: &[&str], hidden: &[usize], rows: &[&[&str]]) -> Mapping {
    sheet_of_robot(country, headers, hidden, rows, &[])
}

fn sheet_of_robot(
    country: &str,
    headers: &[&str],
    hidden: &[usize],
    rows: &[&[&str]],
    variables: &[(Field, &str)],
) -> Mapping {
    let headers: Vec<String> = headers.iter().map(ToString::to_string).collect();
    let first: Vec<Vec<&str>> = rows.iter().map(|row| row.to_vec()).collect();
    let variables: Vec<RobotVariable> = variables
        .iter()
        .map(|(field, name)| RobotVariable {
            field: *field,
            name: (*name).to_owned(),
            description: None,
        })
        .collect();
    let head = SheetHead {
        headers: &headers,
        hidden,
        first: &first,
    };
    let country = Country::parse(country).expect("two letters");
    Mapping::of_sheet(&head, &variables, country, None)
}

fn column(mapping: &Mapping, field: Field) -> Option<usize> {
    match mapping.source(field) {
        Some(Source::Column(column)) => Some(*column),
        _ => None,
    }
}

/// The columns that the question about the field offers.
fn asked(mapping: &Mapping, about: Field) -> Option<Vec<usize>> {
    mapping
        .questions()
        .iter()
        .find_map(|question| match question {
            Question::Column { field, candidates } if *field == about => Some(candidates.clone()),
            _ => None,
        })
}

const PH: [&str; 3] = ["09171234501", "09189044425", "09266981246"];
const OTHERS: [&str; 3] = ["09179990417", "09187120093", "09273220874"];
const NAMES: [&str; 3] = ["Ana Cruz", "Ben Reyes", "Carla Diaz"];

/// Rows of columns.
fn rows<'a>(columns: &[&[&'a str]]) -> Vec<Vec<&'a str>> {
    let height = columns.iter().map(|cells| cells.len()).max().unwrap_or(0);
    let row = |row| {
        columns
            .iter()
            .map(|cells| cells.get(row).copied().unwrap_or_default())
            .collect()
    };
    (0..height).map(row).collect()
}

fn ph(columns: &[(&str, &[&str])], hidden: &[usize]) -> Mapping {
    let headers: Vec<&str> = columns.iter().map(|(header, _)| *header).collect();
    let cells: Vec<&[&str]> = columns.iter().map(|(_, cells)| *cells).collect();
    let rows = rows(&cells);
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    sheet("PH", &headers, hidden, &rows)
}

#[test]
fn a_mobile_goes_before_a_phone_wherever_it_stands() {
    let lines: &[&str] = &["(02) 8123-4567", "(02) 8123-4567", ""];
    for [phone, mobile] in [
        ["Phone", "Mobile"],
        ["Teléfono", "Celular"],
        ["Telepon", "No HP"],
        ["电话", "手机"],
        ["Telefone", "Telefone celular"],
        ["फ़ोन", "मोबाइल नंबर"],
        ["HomePhone", "MobilePhone"],
        ["Phone", "WhatsApp"],
        ["Contact No.", "CP No."],
    ] {
        for phones in [lines, &OTHERS] {
            for columns in [
                [(phone, phones), (mobile, &PH[..])],
                [(mobile, &PH[..]), (phone, phones)],
            ] {
                let mapping = ph(&columns, &[]);
                let place = columns.iter().position(|(header, _)| *header == mobile);
                assert_eq!(
                    column(&mapping, Field::Mobile),
                    place,
                    "{phone}, {mobile}: {:?}",
                    mapping.questions()
                );
                assert_eq!(mapping.questions(), [], "{phone}, {mobile}");
                assert_eq!(
                    mapping.fallback(),
                    place.map(|place| 1 - place),
                    "{phone}, {mobile}"
                );
            }
        }
    }
}

#[test]
fn the_person_called_goes_before_somebody_else() {
    for [other, own] in [
        ["Kontak Darurat", "HP Debitur Aktif"],
        ["Guarantor Mobile", "Mobile No. (Regd)"],
        ["Reference Contact", "Borrower Mobile #1"],
        ["Alternate Mobile Number", "Primary Mobile Number"],
        ["Celular aval", "Teléfono 1 (cel)"],
        ["HP Istri", "No. WA"],
        ["Agent phone", "Mob. No.(Primary)"],
        ["Numero ng asawa", "Numero ng cellphone"],
        ["紧急联系人手机", "借款人手机"],
        ["आपातकालीन मोबाइल", "ग्राहक का मोबाइल"],
        ["Office Mobile", "Phone"],
        ["Old Mobile", "Mobile"],
        ["Account No", "Contact"],
    ] {
        let mapping = ph(&[("Name", &NAMES), (other, &OTHERS), (own, &PH)], &[]);
        assert_eq!(
            column(&mapping, Field::Mobile),
            Some(2),
            "{other}, {own}: {:?}",
            mapping.questions()
        );
        assert_eq!(mapping.questions(), [], "{other}, {own}");
        assert_eq!(column(&mapping, Field::Customer), Some(0));
    }
}

#[test]
fn where_only_the_cells_speak_a_person_is_asked() {
    for [first, second] in [
        ["A", "B"],
        ["Column 1", "Column 2"],
        ["Kontak Darurat", "X"],
        ["Guarantor", "Penjamin HP"],
        ["Data A", "Reference"],
    ] {
        let mapping = ph(&[(first, &OTHERS), (second, &PH)], &[]);
        assert_eq!(mapping.source(Field::Mobile), None, "{first}, {second}");
        let mut offered = asked(&mapping, Field::Mobile).expect(first);
        offered.sort_unstable();
        assert_eq!(offered, [0, 1], "{first}, {second}");
        assert_eq!(mapping.fallback(), None);
    }
    for header in [
        "Kontak Darurat",
        "Alternate Number",
        "Agent",
        "Account",
        "Catatan",
        "Old phone",
    ] {
        let mapping = ph(&[("Name", &NAMES), (header, &PH)], &[]);
        assert_eq!(asked(&mapping, Field::Mobile), Some(vec![1]), "{header}");
        assert_eq!(mapping.source(Field::Mobile), None, "{header}");
    }
}

#[test]
fn two_columns_that_are_equally_good_are_asked_about_unless_they_are_the_same() {
    for [first, second] in [
        ["Mobile", "Mobile Number"],
        ["Phone", "Phone"],
        ["Contact number", "Phone number"],
        ["Mobile (Regd)", "Mobile"],
    ] {
        let mapping = ph(&[(first, &OTHERS), (second, &PH)], &[]);
        assert_eq!(
            asked(&mapping, Field::Mobile),
            Some(vec![0, 1]),
            "{first}, {second}"
        );
        let same = ph(&[(first, &PH), (second, &PH)], &[]);
        assert_eq!(column(&same, Field::Mobile), Some(0), "{first}, {second}");
        assert_eq!(same.questions(), []);
    }
}

#[test]
fn the_only_column_of_numbers_is_called_whatever_its_header_says_of_nothing() {
    for header in [
        "CONTACT", "Column 2", "", "Kontak", "Nasabah", "Number", "Data",
    ] {
        let mapping = ph(
            &[
                ("Name", &NAMES),
                (header, &PH),
                ("City", &["Cebu", "Cebu", "Davao"]),
            ],
            &[],
        );
        assert_eq!(column(&mapping, Field::Mobile), Some(1), "{header}");
        assert_eq!(column(&mapping, Field::Customer), Some(0), "{header}");
        assert_eq!(mapping.questions(), [], "{header}");
    }
}

#[test]
fn cells_that_say_otherwise_take_a_headers_word_away() {
    let dates: &[&str] = &["2026-11-01", "2026-11-02", "2026-11-03"];
    let mapping = ph(&[("Mobile", dates), ("X", &PH)], &[]);
    assert_eq!(column(&mapping, Field::Mobile), Some(1));
    let counted: &[&str] = &["1", "2", "3"];
    let mapping = ph(
        &[("Contact Numbers", counted), ("", &NAMES), ("", &PH)],
        &[],
    );
    assert_eq!(column(&mapping, Field::Mobile), Some(2));
    // Without another column the errors of its cells say more.
    let mapping = ph(&[("Mobile", dates), ("Name", &NAMES)], &[]);
    assert_eq!(column(&mapping, Field::Mobile), Some(0));
    // Most mobiles are empty, and the phones are not.
    let empty: &[&str] = &["", "", ""];
    let mapping = ph(&[("Mobile", empty), ("Phone", &PH)], &[]);
    assert_eq!(asked(&mapping, Field::Mobile), Some(vec![0, 1]));
    let mapping = ph(&[("Mobile", empty), ("Name", &NAMES)], &[]);
    assert_eq!(column(&mapping, Field::Mobile), Some(0));
}

#[test]
fn a_shown_column_goes_before_a_hidden_one() {
    let columns: [(&str, &[&str]); 3] = [
        ("Name", &NAMES),
        ("Mobile", &OTHERS),
        ("Mobile Number", &PH),
    ];
    for (hidden, called) in [(1, 2), (2, 1)] {
        let mapping = ph(&columns, &[hidden]);
        assert_eq!(column(&mapping, Field::Mobile), Some(called));
        assert_eq!(mapping.questions(), []);
        assert_eq!(mapping.fallback(), None);
    }
    assert_eq!(
        asked(&ph(&columns, &[1, 2]), Field::Mobile),
        Some(vec![1, 2])
    );
    let mapping = ph(&[("Mobile", &PH), ("X", &OTHERS)], &[0]);
    assert_eq!(asked(&mapping, Field::Mobile), Some(vec![0, 1]));
    let mapping = ph(
        &[("Name", &NAMES), ("Mobile", &PH), ("Notes", &NAMES)],
        &[0, 2],
    );
    assert_eq!(asked(&mapping, Field::Customer), Some(vec![0]));
    assert_eq!(mapping.source(Field::Comments), None);
}

#[test]
fn further_numbers_of_the_person_are_offered_and_not_used() {
    for [first, second] in [
        ["Mobile", "Mobile 2"],
        ["No HP 1", "No HP 2"],
        ["HP", "WA"],
        ["Celular", "Teléfono casa"],
        ["Primary mobile", "Alternate mobile"],
        ["手机", "备用手机"],
    ] {
        let mapping = ph(&[(second, &OTHERS), (first, &PH)], &[]);
        assert_eq!(
            (column(&mapping, Field::Mobile), mapping.fallback()),
            (Some(1), Some(0)),
            "{first}, {second}"
        );
    }
    for other in ["Guarantor Mobile", "Account No", "Office phone", "X"] {
        assert_eq!(
            ph(&[(other, &OTHERS), ("Mobile", &PH)], &[]).fallback(),
            None,
            "{other}"
        );
    }
}
