//! Cells that are not one plain number.

use super::*;

const ID: &str = "ID";

fn mobile_length(of: &str, found: u8, least: u8, most: u8) -> ProblemKind {
    ProblemKind::MobileLength {
        country: country(of),
        found,
        least,
        most,
    }
}

#[test]
fn another_number_behind_the_first_is_never_its_end() {
    assert_refused(
        &ProblemKind::TwoNumbers,
        ID,
        &[
            "0812-3350-881/82",
            "0812 3350 881 / 2",
            "+62 812 3350 881 - 83",
            "0812-3350-881 / 84",
            "0812-3350-881 (2)",
            "0812-3350-881 [2]",
            "0812-3350-881 #2",
            "0812-3350-881 1",
            "08123350881 82",
            "08123350881-82",
            "0812335088 812",
            "0812-3350-881~3",
            "0812 335 088 / 0812 335 089",
            "0812 335 088 0812 335 089",
            "0812-3350-881/8812",
            "0812 3350 881 | 0812 3350 882",
            "5550123 5550124",
        ],
    );
    assert_refused(
        &ProblemKind::TwoNumbers,
        "IN",
        &[
            "98450 31276/77",
            "044-24351234/35",
            "98450 31276 77",
            "9845031276 - 9845031277",
            "9845031276 (98450 31277)",
            "+91 98450 31276 or 77",
        ],
    );
    assert_refused(
        &ProblemKind::TwoNumbers,
        "MX",
        &["55 1234 5678 / 79", "55 1234 5678 y 79", "5512345678-80"],
    );
    assert_refused(
        &ProblemKind::TwoNumbers,
        "PH",
        &["0917 123 4567/68", "0917-123-4567 / 0918-123-4567"],
    );
}

#[test]
fn an_extension_behind_a_fixed_line_is_named() {
    assert_refused(
        &ProblemKind::Extension,
        ID,
        &[
            "(021) 5550123 - 101",
            "(021) 5550123 ext. 101",
            "021-5550123 psw 12",
        ],
    );
    assert_eq!(
        kinds("021/5550123", ID).first(),
        Some(&ProblemKind::FixedLine)
    );
    assert_eq!(number("021/5550123", ID).as_deref(), Some("+62215550123"));
}

#[test]
fn one_number_is_taken_however_it_is_grouped() {
    for (raw, of, e164) in [
        ("0812-3350-8817", "ID", "+6281233508817"),
        ("0812 - 3350 - 8817", "ID", "+6281233508817"),
        ("0812 - 335 - 088", "ID", "+62812335088"),
        ("(0812) 3350-8817", "ID", "+6281233508817"),
        ("+62 (812) 335 088", "ID", "+62812335088"),
        ("62.812.335.088", "ID", "+62812335088"),
        ("+62 812/335088", "ID", "+62812335088"),
        ("081.233.0880", "ID", "+62812330880"),
        ("98450 312 76", "IN", "+919845031276"),
        ("98450 3127 6", "IN", "+919845031276"),
        ("9,84,50,31,276", "IN", "+919845031276"),
        ("098450-31276", "IN", "+919845031276"),
        ("55 12 34 56 78", "MX", "+525512345678"),
        ("(55) 1234-5678", "MX", "+525512345678"),
        ("6 12 34 56 78", "FR", "+33612345678"),
        ("06.12.34.56.78", "FR", "+33612345678"),
        ("0475/12.34.56", "BE", "+32475123456"),
        ("8 (912) 345-67-89", "RU", "+79123456789"),
        ("0812335088 /", "ID", "+62812335088"),
        ("• 0812335088", "ID", "+62812335088"),
    ] {
        assert_eq!(number(raw, of).as_deref(), Some(e164), "{raw}");
    }
}

#[test]
fn a_quantity_is_a_number_only_where_that_is_certain() {
    assert_eq!(
        number("62,812,335,088", ID).as_deref(),
        Some("+62812335088")
    );
    for raw in ["12,500,500", "12.500.500", "1,234,567,890"] {
        assert_eq!(refused(raw, ID), NotANumber::NoNumber, "{raw}");
    }
}

#[test]
fn sums_and_formulas_are_refused() {
    for (of, cells) in [
        (
            "IN",
            [
                "-9845031185",
                "(9845031185)",
                "9845031185-",
                "=91-9845031276",
            ],
        ),
        (
            "ID",
            [
                "-81233508750",
                "(81233508750)",
                "81233508750-",
                "=62-81233508812",
            ],
        ),
    ] {
        assert_refused(&ProblemKind::Negative, of, &cells);
    }
    assert_refused(
        &ProblemKind::NeverCalculated,
        ID,
        &["=CONCAT(A2,B2)", "=\"08\"&A2"],
    );
    assert_refused(
        &ProblemKind::ErrorValue,
        ID,
        &["#N/A", "#REF!", "#NAME?", "Err:504"],
    );
    assert_eq!(
        number("=\"0812335088\"", ID).as_deref(),
        Some("+62812335088")
    );
    assert_eq!(
        number("+91-9845031276", "IN").as_deref(),
        Some("+919845031276")
    );
}

#[test]
fn a_zero_in_front_of_the_country_code_is_taken_off() {
    for (raw, of, e164) in [
        ("0919845031276", "IN", "+919845031276"),
        ("09198450 31277", "IN", "+919845031277"),
        ("+0 91 98450 31276", "IN", "+919845031276"),
        ("0 91 0 98450 31276", "IN", "+919845031276"),
        ("062812335088", "ID", "+62812335088"),
        ("0628123350881", "ID", "+628123350881"),
        ("0639171234567", "PH", "+639171234567"),
        ("052 55 1234 5678", "MX", "+525512345678"),
    ] {
        assert_causes(&[(raw, of, e164, AutoFix::ZeroAndCode)]);
    }
    assert_causes(&[(
        "0063 917 123 4567",
        "PH",
        "+639171234567",
        AutoFix::DoubleZero,
    )]);
    // Another country's code behind a zero is no country code.
    assert_eq!(number("0639171234567", "MX"), None);
}

#[test]
fn a_country_code_that_stands_twice_is_taken_off_once() {
    for (raw, of, e164) in [
        ("+91 91 98450 31276", "IN", "+919845031276"),
        ("91919845031276", "IN", "+919845031276"),
        ("+62 62 812 3350 8817", "ID", "+6281233508817"),
        ("6363 917 123 4567", "PH", "+639171234567"),
        ("+52 52 55 1234 5678", "MX", "+525512345678"),
    ] {
        assert_causes(&[(raw, of, e164, AutoFix::CodeTwice)]);
    }
    // Both may be meant: the digits are a number as they stand.
    assert_eq!(
        number("+919198450312", "IN").as_deref(),
        Some("+919198450312")
    );
}

#[test]
fn a_length_that_no_mobile_of_the_country_has_is_an_error() {
    assert_refused(
        &mobile_length("IN", 9, 10, 10),
        "IN",
        &["984503127", "+91 984503127", "0984503127"],
    );
    assert_refused(
        &mobile_length("IN", 11, 10, 10),
        "IN",
        &["98450312761", "+91 98450 312761"],
    );
    assert_refused(&mobile_length("IN", 9, 10, 10), "ID", &["+91 984503127"]);
    assert_refused(
        &mobile_length("PH", 9, 10, 10),
        "PH",
        &["0917123456", "+63 917 123 456"],
    );
    assert_refused(
        &mobile_length("PH", 11, 10, 10),
        "PH",
        &["+63 917 123 45678"],
    );
    assert_refused(
        &mobile_length("ID", 13, 9, 12),
        "ID",
        &["+62 8123 3508 81777", "08123350881777"],
    );
    assert_refused(&mobile_length("ID", 8, 9, 12), "ID", &["0812 3350 8"]);
    // Brazilian mobiles got a ninth digit.
    assert_refused(&mobile_length("BR", 10, 11, 11), "BR", &["11 9612-3456"]);
    let said = Problem::new(Field::Mobile, mobile_length("IN", 9, 10, 10));
    assert_eq!(
        said.message().to_string(),
        "Mobile numbers in this country (India) have 10 digits; this one has 9. Compare it with your source."
    );
    assert_eq!(said.key(), "mobile.too_short");
    // Free of charge: libphonenumber knows 8 to 13 digits of those.
    let free = ProblemKind::SpecialNumber {
        service: Service::TollFree,
    };
    assert_eq!(kinds("+91 1800 425 1234", "IN"), [free]);
}

#[test]
fn numbers_that_are_no_persons_are_warned_of() {
    for (raw, of, service) in [
        ("1800 425 1234", "IN", Service::TollFree),
        ("01 800 123 4567", "MX", Service::TollFree),
        ("0800 1 234567", "ID", Service::TollFree),
        ("1800 10 123 4567", "PH", Service::TollFree),
        ("+1 800 555 0199", "MX", Service::TollFree),
        ("900 234 5678", "US", Service::Premium),
        ("0180 5 123456", "DE", Service::SharedCost),
        ("07640 123456", "GB", Service::Pager),
        ("1500 123", "ID", Service::CompanyWide),
    ] {
        let validated = validate_mobile(raw, country(of));
        let expected = ProblemKind::SpecialNumber { service };
        assert!(
            validated
                .problems
                .iter()
                .any(|problem| problem.kind == expected),
            "{raw}: {validated:?}"
        );
    }
    // Short numbers are none that can be called from elsewhere.
    for (raw, of) in [
        ("112", "ID"),
        ("911", "MX"),
        ("14045", "ID"),
        ("1909", "IN"),
    ] {
        assert_eq!(number(raw, of), None, "{raw}");
    }
}

#[test]
fn a_number_that_ends_in_zeros_is_warned_of_and_in_company_refused() {
    for (raw, of) in [
        ("628123000000", "ID"),
        ("628123000000.0", "ID"),
        ("+62 812 3000 000", "ID"),
        ("919845000000", "IN"),
        ("9845000000", "IN"),
        ("+63 917 000 0000", "PH"),
    ] {
        assert!(ends_in_zeros(raw), "{raw}");
        let validated = validate_mobile(raw, country(of));
        assert!(validated.mobile.is_some(), "{raw}");
        assert!(
            validated
                .problems
                .contains(&Problem::new(Field::Mobile, ProblemKind::PerhapsRounded)),
            "{raw}"
        );
        let refused = ValidatedMobile::refused(ProblemKind::Rounded);
        assert_eq!(validated.in_rounded_list(), refused, "{raw}");
    }
    for raw in [
        "0812335088",
        "0812300000",
        "",
        "000000",
        "call 000000000",
        "8123350880.000000",
    ] {
        assert!(!ends_in_zeros(raw), "{raw}");
    }
    let plain = validate_mobile("0812335088", country(ID));
    assert_eq!(plain.clone().in_rounded_list(), plain);
}
