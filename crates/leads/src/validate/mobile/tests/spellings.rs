//! Spellings that are certain, and those that look so and are not.

use super::*;

#[test]
fn links_and_words_around_a_number_are_taken_off() {
    for raw in [
        "https://wa.me/6281233508801",
        "wa.me/6281233508801",
        "http://wa.me/+6281233508801?text=Hi%20there",
        "https://api.whatsapp.com/send?phone=6281233508801&text=a",
        "6281233508801@c.us",
        "6281233508801@s.whatsapp.net",
        "tel://+6281233508801",
        "sms:+6281233508801",
        "WA: 0812-3350-8801",
        "wa.me/081233508801",
        "HP 081233508801",
        "No. HP: 081233508801",
        "Telp. 081233508801",
        "Cel.: 081233508801",
        "M: +62 812 3350 8801",
        "Ph:081233508801",
        "081233508801 (WA)",
        "+6281233508801 (cel)",
    ] {
        assert_eq!(
            number(raw, "ID").as_deref(),
            Some("+6281233508801"),
            "{raw}"
        );
        let problems = validate_mobile(raw, country("ID")).problems;
        let is_note = problems
            .iter()
            .all(|problem| problem.level() == Level::Fixed);
        assert!(is_note && !problems.is_empty(), "{raw}: {problems:?}");
    }
    for (raw, of, e164) in [
        ("https://wa.me/5215512345679", "ID", Some("+525512345679")),
        ("0xx11 96123-4567", "BR", Some("+5511961234567")),
        ("(0XX11) 96123-4567", "BR", Some("+5511961234567")),
        ("+55 (0xx11) 96123-4567", "BR", Some("+5511961234567")),
        ("https://wa.me/qr/6281233508801", "ID", None),
        ("6281233508801@g.us", "ID", None),
        ("Budi: 081233508801", "ID", None),
        ("Fax: 081233508801", "ID", None),
        ("WA: 081233508801 / 02", "ID", None),
    ] {
        assert_eq!(number(raw, of).as_deref(), e164, "{raw}");
    }
}

#[test]
fn a_list_number_in_front_is_never_part_of_the_number() {
    for (of, cells) in [
        (
            "ID",
            [
                "8. 81233508801",
                "8) 81233508801",
                "(8) 8123350880",
                "1) 081233508801",
                "8.81233508801",
                "12. 0812-3350-8801",
            ],
        ),
        (
            "IN",
            [
                "1. 98450 31276",
                "1) 9845031276",
                "10. 9845031276",
                "(9) 9845031276",
                "9.9845031276",
                "[3] 9845031276",
            ],
        ),
    ] {
        assert_refused(&ProblemKind::ListNumber, of, &cells);
    }
    for (raw, of, e164) in [
        ("(0) 81233508801", "ID", "+6281233508801"),
        ("62. 812 3350 8801", "ID", "+6281233508801"),
        ("62) 81233508801", "ID", "+6281233508801"),
        ("(021) 5550123", "ID", "+62215550123"),
        ("(91) 98450 31276", "IN", "+919845031276"),
        ("(55) 1234-5679", "MX", "+525512345679"),
        ("01. 55 1234 5679", "MX", "+525512345679"),
        ("044. 55 1234 5679", "MX", "+525512345679"),
        ("(11) 96123-4567", "BR", "+5511961234567"),
        ("0 15 11 96123-4567", "BR", "+5511961234567"),
        ("(2) 8123 4567", "PH", "+63281234567"),
        ("(8) 912 345-67-89", "RU", "+79123456789"),
        ("1. 202 456 1111", "US", "+12024561111"),
        ("(9) 11 2345-6789", "AR", "+5491123456789"),
        ("06.12.34.56.78", "FR", "+33612345678"),
    ] {
        assert_eq!(number(raw, of).as_deref(), Some(e164), "{raw}");
    }
}

#[test]
fn what_is_unlike_the_gaps_before_it_begins_another_thing() {
    let cells = [
        "0812-335-088  101",
        "0812-335-088\t101",
        "0812-335-088. 101",
        "0812-335-088 . 101",
        "0812-335-088) 101",
        "0812-335-088 · 101",
        "0812-335-088—101",
        "0812-335-088 817",
        "0812.335.088-817",
        "081-233-5088 101",
    ];
    assert_refused(&ProblemKind::TwoNumbers, "ID", &cells);
    for raw in [
        "+62 812-3350-8801",
        "0812 3350-8801",
        "(0812) 3350  8801",
        "0812 3350 88 01",
        "08 12 33 50 88 01",
        "0812—3350—8801",
        "0812 335088 01",
    ] {
        let expected = (raw != "0812 335088 01").then_some("+6281233508801");
        assert_eq!(number(raw, "ID").as_deref(), expected, "{raw}");
    }
}

#[test]
fn lengths_that_nobodys_number_has_are_refused() {
    for (raw, of, reason) in [
        ("+636281233508869", "PH", NotANumber::TooLong),
        ("+91123456789012", "IN", NotANumber::TooLong),
        ("+5512345678", "BR", NotANumber::TooShort),
        ("0812335", "ID", NotANumber::TooShort),
        ("+4915123456789012", "DE", NotANumber::TooLong),
    ] {
        let validated = validate_mobile(raw, country(of));
        let kind = validated.problems.first().map(|problem| problem.kind.key());
        let wanted = ProblemKind::NotANumber { reason };
        assert_eq!(kind, Some(wanted.key()), "{raw}");
        assert_eq!(validated.mobile, None, "{raw}");
    }
}

#[test]
fn made_up_numbers_and_those_of_companies_are_warned_of() {
    for (raw, of) in [
        ("9999999999", "IN"),
        ("9876543210", "IN"),
        ("081234567890", "ID"),
        ("081111111111", "ID"),
        ("0999 999 9999", "PH"),
        ("5555555555", "MX"),
    ] {
        let dummy = Problem::new(Field::Mobile, ProblemKind::Dummy);
        let validated = validate_mobile(raw, country(of));
        assert!(validated.problems.contains(&dummy), "{raw}: {validated:?}");
    }
    for raw in ["1600123456", "+91 1600 123456", "1401234567"] {
        let validated = validate_mobile(raw, country("IN"));
        let is_ready = validated
            .problems
            .iter()
            .all(|problem| problem.level() == Level::Fixed);
        assert!(!is_ready, "{raw}: {validated:?}");
    }
}

#[test]
fn what_mexico_gave_up_is_taken_off_in_company_too() {
    for (raw, cause) in [
        ("+52 521 55 1234 5679", AutoFix::CodeTwice),
        ("+52 1 044 55 1234 5679", AutoFix::MexicanPrefix),
        ("52 1 045 55 1234 5679", AutoFix::MexicanPrefix),
    ] {
        assert_causes(&[(raw, "MX", "+525512345679", cause)]);
    }
}
