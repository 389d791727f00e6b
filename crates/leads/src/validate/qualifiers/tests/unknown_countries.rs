//! Rows whose country nobody knows.

use super::*;

fn unknown(says: &str) -> ProblemKind {
    ProblemKind::UnknownCountry {
        says: says.to_owned(),
    }
}

#[test]
fn a_country_that_is_not_known_is_warned_of_where_the_number_has_no_code() {
    for (header, known, cell) in [
        ("Country", "ID", "XX"),
        ("Country", "Indonesia", "Int'l"),
        ("Negara", "Indonesia", "ROW"),
        ("País", "Indonesia", "otro"),
        ("国家", "印度尼西亚", "其他"),
        ("Country code", "62", "999"),
        ("Kode negara", "+62", "lain-lain"),
        ("Country/Region", "Indonesia", "APAC"),
        ("Country", "ID", "Unknown"),
    ] {
        let rows: &[&[&str]] = &[
            &["Ani", "081233508801", known],
            &["Budi", "081233508802", cell],
            &["Citra", "+6281233508803", cell],
            &["Dewi", "6281233508804", cell],
            &["Eka", "081233508805", ""],
            &["Fitri", "081233508806", "-"],
            &["Gita", "081233508807", known],
            &["Hana", "081233508808", known],
            &["Indah", "081233508809", known],
            &["Joko", "call me", cell],
        ];
        let found = numbers("ID", &["Nama", "No HP", header], rows);
        let warned: Vec<usize> = (0..rows.len())
            .filter(|row| found[*row].1.contains(&unknown(cell)))
            .collect();
        assert_eq!(warned, [1], "{header}: {cell}");
        for row in [0, 2, 3, 4, 5, 6] {
            assert_eq!(found[row].1, [], "{header}: {cell}, {row}");
        }
    }
}

#[test]
fn a_country_column_is_one_though_most_of_its_cells_are_not_known() {
    let rows: &[&[&str]] = &[
        &["Ani", "081233508801", "ID"],
        &["Budi", "081233508802", "XX"],
        &["Citra", "081233508803", "ROW"],
        &["Dewi", "081233508804", "Int'l"],
    ];
    let found = numbers("ID", &["Nama", "No HP", "Country"], rows);
    let told: Vec<&[ProblemKind]> = found.iter().map(|(_, told)| told.as_slice()).collect();
    assert_eq!(
        told,
        [
            &[][..],
            &[unknown("XX")],
            &[unknown("ROW")],
            &[unknown("Int'l")]
        ]
    );
}

#[test]
fn a_column_may_hold_names_and_codes() {
    for cells in [["ID", "62", "SG"], ["62", "65", "ID"]] {
        let rows = cells.map(|cell| ["Ani", "081233508801", cell]);
        let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
        let found = numbers("ID", &["Nama", "No HP", "Country code"], &rows);
        let mut told = found.iter().flat_map(|(_, told)| told);
        assert!(
            !told.any(|kind| matches!(kind, ProblemKind::UnknownCountry { .. })),
            "{cells:?}"
        );
    }
}

#[test]
fn one_of_two_columns_is_enough_to_know_a_country() {
    let rows: &[&[&str]] = &[
        &["Ani", "081233508801", "ID", "62"],
        &["Budi", "081233508802", "XX", "62"],
        &["Citra", "081233508803", "ID", "??"],
        &["Dewi", "081233508804", "", "000"],
        &["Eka", "081233508805", "ID", "62"],
        &["Fitri", "081233508806", "ID", "62"],
    ];
    let headers = ["Nama", "No HP", "Country", "Calling code"];
    let found = numbers("ID", &headers, rows);
    let told: Vec<usize> = found.iter().map(|(_, told)| told.len()).collect();
    assert_eq!(told, [0, 0, 0, 1, 0, 0]);
    assert_eq!(found[3].1, [unknown("000")]);
    let problem = Problem::new(Field::Mobile, unknown("000"));
    assert_eq!(
        problem.message().to_string(),
        "Coxswain does not know the country “000” in this row. Add + and the country code to the number."
    );
}

#[test]
fn a_number_with_a_code_and_an_old_prefix_needs_no_country() {
    for (account, number, is_warned_of) in [
        ("MX", "+52 1 044 55 1234 5678", false),
        ("MX", "044 55 1234 5678", true),
        ("AR", "+54 9 11 15 2345 6789", false),
        ("AR", "011 15 2345 6789", true),
    ] {
        let rows: &[&[&str]] = &[
            &["Ana", number, "XX"],
            &["Eva", "", account],
            &["Mia", "", account],
        ];
        let found = numbers(account, &["Nombre", "Celular", "País"], rows);
        assert_ne!(found[0].0, "", "{number}");
        assert_eq!(
            found[0].1.contains(&unknown("XX")),
            is_warned_of,
            "{number}"
        );
    }
}
