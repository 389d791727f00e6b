//! Cells of numbers and their digits.

use super::*;

fn number(raw: &str) -> SpeltNumber {
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
    assert_eq!(number("²").digits.as_str(), "2");
}

#[test]
fn how_it_was_spelt_is_remembered() {
    let plain = number("'(+62) 812\u{A0}335–088");
    assert!(!plain.invisible && !plain.decimal_zero && !plain.respelt);
    assert!(number("+62812335088.0").decimal_zero);
    assert!(number("+62812\u{200B}335088").invisible);
    for raw in [
        "tel:+62812335088",
        "＋６２８１２３３５０８８",
        "=\"0812335088\"",
        "62,812,335,088",
        "+6281233508⁸",
    ] {
        assert!(number(raw).respelt, "{raw}");
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
fn letters_and_second_numbers_make_it_no_number() {
    for raw in [
        "call me maybe",
        "Budi 0812335088",
        "0800-CALL-ME",
        "0812335088, 0812335089",
        "0812335088/0812335089",
        "0812335088,0812335089",
        "+62812335088+62812335089",
        "0812335088 x12",
        "''0812335088",
        "0812335088;0812335089",
        ";",
        "=1+1",
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
