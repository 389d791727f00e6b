//! Cells of numbers and their digits.

use proptest::prelude::*;

use super::*;

fn number(raw: &str) -> RawNumber {
    match read(raw) {
        NumberText::Number(number) => number,
        other => panic!("{raw}: {other:?}"),
    }
}

#[test]
fn what_exports_add_is_taken_off() {
    for raw in [
        "+62812335088",
        " +62812335088 ",
        "'+62812335088",
        "' +62812335088",
        "’+62812335088",
        "\u{FF07}+62812335088",
        "\u{202A}+62812335088\u{202C}",
        "\u{FEFF}+62\u{A0}812\u{200B}335\u{2060}088",
        "tel:+62-812-335-088",
        "TEL: +62 812 335 088",
        "p:+62812335088",
        "=\"+62812335088\"",
        "\"+62812335088\"",
        "＋６２８１２３３５０８８",
        "+62812335088.0",
        "+62812335088,00",
        "+62,812,335,088",
        "0062 812 335088",
        "+0062812335088",
        "(+62) 812.335.088",
        "+६२८१२३३५०८८",
        "+٦٢٨١٢٣٣٥٠٨٨",
        "+62–812‒335−088",
        "+62 812/335088",
        "+62\u{AD}812\u{200F}335088",
    ] {
        let number = number(raw);
        assert_eq!(number.digits.as_str(), "62812335088", "{raw}");
        assert_ne!(number.start, Start::Bare, "{raw}");
    }
    assert_eq!(number("0812335088.0").digits.as_str(), "0812335088");
    assert_eq!(number("0812335088.0").start, Start::Bare);
    assert_eq!(number("081.233.0").digits.as_str(), "0812330");
}

#[test]
fn how_it_was_spelt_is_remembered() {
    let plain = number("'(+62) 812\u{A0}335–088");
    assert!(!plain.invisible && !plain.decimal_zero && !plain.was_normalized);
    assert!(number("+62812335088.0").decimal_zero);
    assert!(number("+62812\u{200B}335088").invisible);
    for raw in [
        "tel:+62812335088",
        "＋６２８１２３３５０８８",
        "=\"0812335088\"",
        "62,812,335,088",
        "https://wa.me/62812335088",
        "HP: 0812335088",
        "0812335088 (WA)",
    ] {
        assert!(number(raw).was_normalized, "{raw}");
    }
    assert_eq!(number("0062812335088").start, Start::DoubleZero);
}

#[test]
fn exponent_form_is_told_apart() {
    for raw in [
        "6.28123E+11",
        "6,28123e+11",
        "6E11",
        "'+6.28E+11",
        "６.２８E+11",
    ] {
        assert_eq!(read(raw), NumberText::Exponent, "{raw}");
    }
    assert_eq!(read("E+11"), NumberText::NoNumber);
    assert_eq!(read("6.2.8E+11"), NumberText::NoNumber);
}

#[test]
fn letters_make_it_no_number() {
    for raw in [
        "call me maybe",
        "Budi 0812335088",
        "0812335088 Budi",
        "0812335088 (Budi)",
        "Fax: 0812335088",
        "m 0812335088",
        "https://wa.me/message/62812335088",
        "0812-335-O88",
        "(11 912345699",
        "0000000000",
        "²",
        "0812335088¹",
        "0812335088②",
        "0812335088⒈",
        "0812335088₂",
        "０812335088④",
        "0800-CALL-ME",
        "''0812335088",
        "15.5%",
        "Rp 1.250.000",
        ";",
        "=\"a\"",
        "-",
        "+",
        "00",
        "½",
        "08123\u{FFFD}5088",
    ] {
        assert_eq!(read(raw), NumberText::NoNumber, "{raw}");
    }
}

#[test]
fn more_digits_than_any_number_has_are_told_apart() {
    assert_eq!(read(&"1".repeat(33)), NumberText::TooManyDigits);
    assert_eq!(number(&"1".repeat(32)).digits.as_str().len(), 32);
}

#[test]
fn blanks_alone_are_empty() {
    for raw in ["", " ", "\u{A0}\u{200B}\t", "\u{FEFF}"] {
        assert_eq!(read(raw), NumberText::Empty, "{raw:?}");
    }
}

fn assert_all(expected: &NumberText, cells: &[&str]) {
    for raw in cells {
        assert_eq!(&read(raw), expected, "{raw:?}");
    }
}

#[test]
fn a_minus_is_no_part_of_any_number() {
    assert_all(
        &NumberText::Negative,
        &[
            "-9845031185",
            "- 9845031185",
            "\u{2212}9845031185",
            "\u{2013}9845031185",
            "－９８４５０３１１８５",
            "-9,845,031,185",
            "-9845031185.0",
            "-6.28E+11",
            "'-9845031185",
            "=\"-9845031185\"",
            "tel:-9845031185",
            "-+919845031185",
            "+-919845031185",
            "(9845031185)",
            "( 9,845,031,185 )",
            "(98450 31185)",
            "(9845031185",
            "[9845031185]",
            "9845031185-",
            "9845031185 -",
            "(-9845031185)",
            "=91-9845031276",
            "=+91-98450-31276",
            "=-9845031276",
        ],
    );
    for raw in [
        "+91-9845031276",
        "(0812) 335088",
        "(+62 812335088)",
        "(0812335088)",
        "\u{2022} 0812335088",
    ] {
        number(raw);
    }
}

#[test]
fn two_numbers_in_one_cell_are_told_apart() {
    assert_all(
        &NumberText::TwoNumbers,
        &[
            "0812335088, 0812335089",
            "0812335088,0812335089",
            "0812335088/0812335089",
            "0812335088 / 0812335089",
            "0812335088;0812335089",
            "0812335088|0812335089",
            "0812335088 & 0812335089",
            "0812335088 or 0812335089",
            "0812335088 atau 0812335089",
            "0812335088 o 0812335089",
            "0812335088 y 89",
            "0812335088 或 0812335089",
            "0812335088 หรือ 89",
            "0812335088\n0812335089",
            "0812 335 088\r\n0812 335 089",
            "0812335\n088",
            "+62812335088+62812335089",
            "0812335088 +62812335089",
            "0812335088 0812335089",
            "0812335088 (WA) 0812335089",
            "HP: 0812335088, WA: 0812335089",
            "0812335088, 89",
            "0812335088 #2",
            "0812335088, 0812335089, 0812335090",
        ],
    );
}

#[test]
fn an_extension_is_told_apart() {
    assert_all(
        &NumberText::Extension,
        &[
            "0215550123 ext. 101",
            "0215550123 ext101",
            "0215550123x101",
            "(021) 5550123 x 101",
            "0215550123 xtn 101",
            "0215550123 #101",
            "0215550123 anexo 101",
            "0215550123 ramal 101",
            "021-555-0123 EXTENSIÓN: 101",
            "0215550123转8",
            "0215550123 分机 101",
            "0215550123 poste 101",
            "0215550123 psw. 101",
            "0215550123 (ext 101)",
            "0215550123 ｅｘｔ 101",
            "0812335088 x12",
        ],
    );
}

#[test]
fn formulas_and_what_a_spreadsheet_could_not_work_out_are_told_apart() {
    assert_all(
        &NumberText::Formula,
        &[
            "=CONCAT(A2,B2)",
            "=1+1",
            "=+919845031276",
            "=0812335088",
            "=\"0812\"&\"335088\"",
            "=A2-B2",
        ],
    );
    assert_all(
        &NumberText::ErrorValue,
        &["#N/A", "#REF!", "Err:504", "#¡VALOR!", "######"],
    );
}

#[test]
fn dates_and_fractions_are_no_numbers() {
    assert_all(
        &NumberText::NoNumber,
        &[
            "2026-11-22",
            "22/11/2026",
            "22.11.2026",
            "11/22/2026",
            "2026-11-22 10:30:00",
            "9845031276.5",
            "9845031276.125",
            "12500.50",
            "9845031276,5",
        ],
    );
    assert_eq!(number("9912-11-22").digits.as_str(), "99121122");
}

#[test]
fn a_quantity_is_grouped_by_threes_or_as_in_india() {
    for raw in [
        "62,812,335,088",
        "9,84,50,31,276",
        "9,845,031,276",
        "62.812.335.088",
    ] {
        assert!(number(raw).quantity, "{raw}");
    }
    for raw in [
        "0812.335.088",
        "+62.812.335.088",
        "0812-335-088",
        "62.8123.35088",
    ] {
        assert!(!number(raw).quantity, "{raw}");
    }
    assert_eq!(read("62,8123,35088"), NumberText::NoNumber);
}

#[test]
fn doubt_arises_where_no_number_is_grouped() {
    for (raw, certain, uncertain) in [
        ("0812-335-088", vec![], vec![]),
        ("+62 812 3350 8817", vec![], vec![]),
        ("55 12 34 56 78", vec![], vec![]),
        ("(021) 555-0123", vec![], vec![]),
        ("+62 (0)812 335 088", vec![], vec![]),
        ("021/5550123", vec![], vec![3]),
        ("0812 - 335 - 088", vec![], vec![4, 7]),
        ("0812335088 817", vec![], vec![10]),
        ("0812-335-088  101", vec![], vec![10]),
        ("0812-335-088\t101", vec![], vec![10]),
        ("0812-335-088. 101", vec![], vec![10]),
        ("0812-335-088 · 101", vec![], vec![10]),
        ("0812-335-088) 101", vec![], vec![10]),
        ("0812-335-088 817", vec![], vec![10]),
        ("0812.335.088-817", vec![], vec![10]),
        ("0812-335-088—101", vec![10], vec![10]),
        ("0812—335—088", vec![], vec![4, 7]),
        ("+62 812-3350-8801", vec![], vec![]),
        ("0812 3456 78 90", vec![], vec![]),
        ("08 12 34 56 78 90", vec![], vec![]),
        ("0812 335 088 1", vec![], vec![10]),
        ("0812 335 088 12", vec![], vec![10]),
        ("0812 3350 881 / 2", vec![11], vec![11]),
        ("0812-3350-881/82", vec![11], vec![11]),
        ("0812 3350 881 - 83", vec![11], vec![11]),
        ("0812-3350-881 (2)", vec![11], vec![11]),
        ("0812-3350-881 [2]", vec![11], vec![11]),
        ("021/555/012", vec![6], vec![3, 6]),
        ("00 62 812335088 1", vec![], vec![11]),
    ] {
        let grouping = number(raw).grouping;
        let places: [Vec<u32>; 2] = [grouping.certain().collect(), grouping.uncertain().collect()];
        assert_eq!(places, [certain, uncertain], "{raw}");
    }
}

proptest! {
    #[test]
    fn the_short_way_says_what_the_long_one_says(raw in "\\+?0{0,8}[0-9]{0,34}") {
        if let Some(short) = read_plain(&raw) {
            prop_assert_eq!(short, read_ascii(&raw, false, false), "{}", raw);
        } else {
            prop_assert!(!(6..=32).contains(&raw.trim_start_matches('+').len()), "{}", raw);
        }
    }
}
