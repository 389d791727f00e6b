//! Cells and what is understood by them.

mod odd_cells;
mod spellings;

use super::*;
use crate::problem::{Level, Service};

/// The same as [`validate_mobile`] without the country's compiled plan.
pub(super) fn validate_by_library(raw: &str, country: Country) -> ValidatedMobile {
    validate(raw, country, reading::ask_the_library)
}

pub(super) fn country(text: &str) -> Country {
    Country::parse(text).expect("two letters")
}

fn number(raw: &str, of: &str) -> Option<String> {
    validate_mobile(raw, country(of)).mobile.map(String::from)
}

fn kinds(raw: &str, of: &str) -> Vec<ProblemKind> {
    let validated = validate_mobile(raw, country(of));
    assert!(
        validated
            .problems
            .iter()
            .all(|problem| problem.field == Field::Mobile)
    );
    assert_eq!(validated, validate_by_library(raw, country(of)), "{raw}");
    validated
        .problems
        .into_iter()
        .map(|problem| problem.kind)
        .collect()
}

fn refused(raw: &str, of: &str) -> NotANumber {
    match kinds(raw, of).as_slice() {
        [ProblemKind::NotANumber { reason }] => *reason,
        other => panic!("{raw}: {other:?}"),
    }
}

fn assert_refused(kind: &ProblemKind, of: &str, cells: &[&str]) {
    for raw in cells {
        assert_eq!(kinds(raw, of), std::slice::from_ref(kind), "{raw}");
        assert_eq!(number(raw, of), None, "{raw}");
    }
}

/// Of each cell: country, the number that is sent, and the cause that is told.
fn assert_causes(cases: &[(&str, &str, &str, AutoFix)]) {
    for (raw, of, e164, cause) in cases {
        let rewritten = ProblemKind::FixedAutomatically {
            to: (*e164).to_owned(),
            cause: *cause,
        };
        assert_eq!(number(raw, of).as_deref(), Some(*e164), "{raw}");
        assert_eq!(kinds(raw, of), [rewritten], "{raw}");
    }
}

#[test]
fn the_national_form_is_read_by_the_country() {
    assert_causes(&[
        ("0812-335-088", "ID", "+62812335088", AutoFix::CountryCode),
        ("0905 468 4874", "PH", "+639054684874", AutoFix::CountryCode),
        ("081217 16313", "IN", "+918121716313", AutoFix::CountryCode),
        ("222 156 1263", "MX", "+522221561263", AutoFix::CountryCode),
        (
            "(11) 96123-4567",
            "BR",
            "+5511961234567",
            AutoFix::CountryCode,
        ),
        (
            "011 96123-4567",
            "BR",
            "+5511961234567",
            AutoFix::CountryCode,
        ),
        (
            "0 15 11 96123-4567",
            "BR",
            "+5511961234567",
            AutoFix::CountryCode,
        ),
        ("300 123 4567", "CO", "+573001234567", AutoFix::CountryCode),
        ("912 345 678", "PE", "+51912345678", AutoFix::CountryCode),
        (
            "138 0013 8000",
            "CN",
            "+8613800138000",
            AutoFix::CountryCode,
        ),
        ("(202) 456-1111", "US", "+12024561111", AutoFix::CountryCode),
        ("1 202 456 1111", "US", "+12024561111", AutoFix::LostPlus),
    ]);
}

#[test]
fn a_lost_zero_is_told_where_people_write_one() {
    assert_causes(&[
        ("812335088", "ID", "+62812335088", AutoFix::LostZero),
        ("812335088.0", "ID", "+62812335088", AutoFix::LostZero),
        ("9054684874", "PH", "+639054684874", AutoFix::LostZero),
        ("8121716313", "IN", "+918121716313", AutoFix::CountryCode),
        ("2221561263", "MX", "+522221561263", AutoFix::CountryCode),
        ("11961234567", "BR", "+5511961234567", AutoFix::CountryCode),
    ]);
}

#[test]
fn a_country_code_without_its_plus_is_understood() {
    assert_causes(&[
        ("62812335088", "ID", "+62812335088", AutoFix::LostPlus),
        ("639054684874", "PH", "+639054684874", AutoFix::LostPlus),
        ("639054684874.0", "PH", "+639054684874", AutoFix::LostPlus),
        ("918121716313", "IN", "+918121716313", AutoFix::LostPlus),
        ("522221561263", "MX", "+522221561263", AutoFix::LostPlus),
        ("620812335088", "ID", "+62812335088", AutoFix::LostPlus),
        ("62,812,335,088", "ID", "+62812335088", AutoFix::LostPlus),
    ]);
}

#[test]
fn a_national_number_that_happens_to_start_with_the_country_code_stays_national() {
    assert_eq!(number("9198765432", "IN").as_deref(), Some("+919198765432"));
}

#[test]
fn what_exports_add_is_told_where_nothing_else_was_put_right() {
    assert_causes(&[
        ("+62812335088.0", "ID", "+62812335088", AutoFix::DecimalZero),
        (
            "+62812335088,00",
            "ID",
            "+62812335088",
            AutoFix::DecimalZero,
        ),
        ("0062812335088", "ID", "+62812335088", AutoFix::DoubleZero),
        ("+0062812335088", "ID", "+62812335088", AutoFix::DoubleZero),
        (
            "\u{202A}+62812335088\u{202C}",
            "ID",
            "+62812335088",
            AutoFix::Invisible,
        ),
        (
            "+62812\u{AD}335088",
            "ID",
            "+62812335088",
            AutoFix::Invisible,
        ),
        (
            "＋６２８１２３３５０８８",
            "ID",
            "+62812335088",
            AutoFix::Spelling,
        ),
        ("+६२८१२३३५०८८", "ID", "+62812335088", AutoFix::Spelling),
        ("tel:+62812335088", "ID", "+62812335088", AutoFix::Spelling),
        ("=\"+62812335088\"", "ID", "+62812335088", AutoFix::Spelling),
        ("+62 0812 335 088", "ID", "+62812335088", AutoFix::Spelling),
        (
            "+62 (0)812 335 088",
            "ID",
            "+62812335088",
            AutoFix::Spelling,
        ),
    ]);
}

#[test]
fn blanks_and_punctuation_alone_are_no_rewriting() {
    for raw in [
        "+62812335088",
        "+62 812-335-088",
        "+62–812‒335\u{A0}088",
        "'+62812335088",
        "(+62) 812335088",
    ] {
        assert_eq!(kinds(raw, "ID"), [], "{raw}");
    }
}

#[test]
fn what_mexico_gave_up_is_taken_off() {
    assert_causes(&[
        (
            "+52 1 55 1234 5678",
            "MX",
            "+525512345678",
            AutoFix::MexicanOne,
        ),
        ("5215512345678", "MX", "+525512345678", AutoFix::MexicanOne),
        (
            "005215512345678",
            "MX",
            "+525512345678",
            AutoFix::MexicanOne,
        ),
        (
            "044 55 1234 5678",
            "MX",
            "+525512345678",
            AutoFix::MexicanPrefix,
        ),
        (
            "01 55 1234 5678",
            "MX",
            "+525512345678",
            AutoFix::MexicanPrefix,
        ),
    ]);
    for raw in [
        "045 55 1234 5678",
        "+52 044 55 1234 5678",
        "+52 045 55 1234 5678",
        "+52 01 55 1234 5678",
        "52 044 55 1234 5678",
        "0052 01 55 1234 5678",
        "+52 (045) 55 1234 5678",
    ] {
        assert_causes(&[(raw, "MX", "+525512345678", AutoFix::MexicanPrefix)]);
    }
    assert_eq!(refused("+52 1 055 123 4567", "MX"), NotANumber::TooLong);
    // The 1 may as well be North America's.
    assert_eq!(refused("1 55 1234 5678", "MX"), NotANumber::TooLong);
}

#[test]
fn the_fifteen_of_argentina_becomes_a_nine() {
    assert_causes(&[
        (
            "011 15 2345-6789",
            "AR",
            "+5491123456789",
            AutoFix::ArgentineFifteen,
        ),
        (
            "11 15 2345-6789",
            "AR",
            "+5491123456789",
            AutoFix::ArgentineFifteen,
        ),
        (
            "+54 11 15 2345 6789",
            "AR",
            "+5491123456789",
            AutoFix::ArgentineFifteen,
        ),
        (
            "54 11 15 2345 6789",
            "AR",
            "+5491123456789",
            AutoFix::ArgentineFifteen,
        ),
        (
            "+54 9 11 15 2345 6789",
            "AR",
            "+5491123456789",
            AutoFix::ArgentineFifteen,
        ),
        (
            "0343 15 412 3456",
            "AR",
            "+5493434123456",
            AutoFix::ArgentineFifteen,
        ),
        (
            "9 11 2345-6789",
            "AR",
            "+5491123456789",
            AutoFix::CountryCode,
        ),
    ]);
    assert_eq!(kinds("+54 9 11 2345-6789", "AR"), []);
    // Without its area nobody can tell whose it is.
    assert!(kinds("15 2345-6789", "AR").contains(&ProblemKind::Unassigned));
}

#[test]
fn a_fixed_line_is_a_warning_and_is_sent() {
    assert_eq!(kinds("+62 21 5208 3000", "ID"), [ProblemKind::FixedLine]);
    assert_eq!(kinds("+54 11 2345-6789", "AR"), [ProblemKind::FixedLine]);
    assert_eq!(kinds("+55 11 3123-4567", "BR"), [ProblemKind::FixedLine]);
    // Ranges that fixed lines and mobiles share say nothing.
    assert_eq!(kinds("+52 222 156 1263", "MX"), []);
    assert_eq!(kinds("+1 202 456 1111", "US"), []);
    assert!(number("+62 21 5208 3000", "ID").is_some());
}

#[test]
fn a_number_of_another_country_keeps_its_country_and_is_a_warning() {
    let other = |of: &str| ProblemKind::OtherCountry {
        country: Some(country(of)),
    };
    assert_eq!(kinds("+63 905 468 4874", "ID"), [other("PH")]);
    assert_eq!(kinds("+1 204 234 5678", "US"), [other("CA")]);
    assert_eq!(kinds("+1 204 234 5678", "CA"), []);
    assert_eq!(
        kinds("+62 21 5208 3000", "PH"),
        [ProblemKind::FixedLine, other("ID")]
    );
    assert_eq!(
        kinds("+800 1234 5678", "ID"),
        [
            ProblemKind::SpecialNumber {
                service: Service::TollFree
            },
            ProblemKind::OtherCountry { country: None }
        ]
    );
    assert_eq!(
        kinds("+6212345678", "PH"),
        [ProblemKind::Unassigned, other("ID")]
    );
    assert_eq!(
        number("0063 905 468 4874", "MX").as_deref(),
        Some("+639054684874")
    );
    assert_eq!(
        number("011 52 222 156 1263", "US").as_deref(),
        Some("+522221561263")
    );
    let validated = validate_mobile("0063 905 468 4874", country("MX"));
    let levels: Vec<Level> = validated.problems.iter().map(Problem::level).collect();
    assert_eq!(levels, [Level::Warning, Level::Fixed]);
}

#[test]
fn what_is_no_number_says_why() {
    assert_eq!(refused("call me maybe", "ID"), NotANumber::NoNumber);
    assert_refused(
        &ProblemKind::TwoNumbers,
        "ID",
        &["0812335088/0812335089", "0812335088 0812335089"],
    );
    assert_eq!(
        refused("+999123456789", "ID"),
        NotANumber::UnknownCountryCode
    );
    assert_eq!(refused("+62812", "ID"), NotANumber::TooShort);
    assert_eq!(refused("7", "ID"), NotANumber::TooShort);
    assert_eq!(refused("+62812345678901234567", "ID"), NotANumber::TooLong);
    assert_eq!(refused(&"8".repeat(300), "ID"), NotANumber::TooLong);
    assert_eq!(refused("+1 253 0000", "US"), NotANumber::WrongLength);
    assert_eq!(kinds("6.28123E+11", "ID"), [ProblemKind::ExponentForm]);
    assert_eq!(kinds(" \u{A0}", "ID"), [ProblemKind::Missing]);
}

#[test]
fn a_possible_number_in_no_assigned_range_is_a_warning_and_is_sent() {
    assert_eq!(kinds("+6212345678", "ID"), [ProblemKind::Unassigned]);
    assert_eq!(number("+6212345678", "ID").as_deref(), Some("+6212345678"));
}

#[test]
fn countries_without_a_numbering_plan_are_told_apart() {
    assert!(has_numbering_plan(country("MX")));
    assert!(!has_numbering_plan(country("ZZ")));
    assert_eq!(refused("0812335088", "ZZ"), NotANumber::UnknownCountryCode);
}
