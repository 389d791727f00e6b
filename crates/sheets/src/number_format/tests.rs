use proptest::prelude::*;

use super::*;

fn shown(code: &str, value: f64) -> String {
    NumberFormat::parse(code, Epoch::Of1900).show(value)
}

fn built_in(id: u32, country: &str, value: f64) -> String {
    let country = Country::parse(country).unwrap();
    NumberFormat::built_in(id, Epoch::Of1900, country).show(value)
}

#[test]
fn a_plus_in_the_format_is_shown() {
    for code in [r"\+0", r#""+"0"#, "+0", "+General", "+#", "[Red]+0"] {
        assert_eq!(shown(code, 919_845_031_276.0), "+919845031276", "{code}");
    }
    assert_eq!(
        shown("+62 000-0000-0000", 81_233_508_801.0),
        "+62 812-3350-8801"
    );
}

#[test]
fn percent_currency_and_thousands_are_shown() {
    for (code, value, expected) in [
        ("0.0%", 0.155, "15.5%"),
        ("0%", 0.2, "20%"),
        (r##""$"#,##0.00"##, 12_500.5, "$12,500.50"),
        ("[$$-409]#,##0.00", 12_500.5, "$12,500.50"),
        ("[$₱-3409]#,##0.00", 900.0, "₱900.00"),
        ("[$Rp-421]#,##0", 1_250_000.0, "Rp1,250,000"),
        (
            r##"_("$"* #,##0.00_);_("$"* \(#,##0.00\)"##,
            12_500.5,
            "$12,500.50",
        ),
        (r##"_("$"* #,##0.00_);_("$"* \(#,##0.00\)"##, -7.5, "-$7.50"),
        ("#,##0", 1_234_567.0, "1,234,567"),
        ("0.00", 1.005, "1.01"),
        ("0.00", 2.5, "2.50"),
        (r#"0" days""#, 3.0, "3 days"),
        ("0", 15.7, "16"),
        (r#"General" kg""#, 1.25, "1.25 kg"),
        (
            r#""+"General;"-"General"#,
            639_171_234_567.0,
            "+639171234567",
        ),
        ("#,##0;-#,##0;", 0.0, ""),
        (r#"0;-0;"none""#, 0.0, "none"),
        ("[>=1000]0.0,\"K\";0", 12_500.0, "12.5K"),
        ("# ?/?", 1.5, "1 1/2"),
    ] {
        assert_eq!(shown(code, value), expected, "{code}");
    }
}

#[test]
fn no_format_costs_a_number_its_digits() {
    let mobile = 6_281_233_508_801.0;
    for code in [
        "General",
        "",
        "@",
        "0",
        "#",
        "0.00E+00",
        "##0.0E+0",
        "dd/mm/yyyy",
        "yyyy-mm-dd",
        "[h]:mm",
        "h:mm AM/PM",
        ";;;",
        "not a \"format",
    ] {
        assert_eq!(shown(code, mobile), "6281233508801", "{code}");
    }
    assert_eq!(built_in(11, "ID", mobile), "6281233508801");
    assert_eq!(built_in(14, "ID", mobile), "6281233508801");
    assert_eq!(shown("0", 123_456_789_012_345_678.0), "123456789012345680");
    assert_eq!(shown("0000000000", 81_234_567.0), "0081234567");
    assert_eq!(
        shown("[<=9999999]###-####;(###) ###-####", 9_171_234_567.0),
        "(917) 123-4567"
    );
}

#[test]
fn a_negative_number_keeps_its_minus() {
    for code in [
        "0",
        "0;0",
        "0_);(0)",
        r"0_);\(0\)",
        "General",
        "[Red](0)",
        "0;[Red]0",
        "dd/mm/yyyy",
    ] {
        assert_eq!(shown(code, -6_281.0), "-6281", "{code}");
    }
}

#[test]
fn dates_and_times_have_the_form_of_the_sheet() {
    for (code, value, expected) in [
        ("dd/mm/yyyy", 46_361.0, "05/12/2026"),
        ("d-mmm-yy", 46_361.0, "5-Dec-26"),
        ("mm/dd/yyyy", 46_361.0, "12/05/2026"),
        ("yyyy-mm-dd", 46_361.0, "2026-12-05"),
        ("[$-421]dd mmmm yyyy", 46_361.0, "05 Desember 2026"),
        (
            r#"[$-80A]d" de "mmmm" de "yyyy"#,
            46_361.0,
            "5 de diciembre de 2026",
        ),
        ("[$-409]mmmm d, yyyy", 46_361.0, "December 5, 2026"),
        ("dd/mm/yyyy hh:mm", 46_361.562_5, "05/12/2026 13:30"),
        ("h:mm AM/PM", 0.562_5, "1:30 PM"),
        ("[h]:mm", 1.5, "36:00"),
        ("h:mm:ss", 0.999_988_4, "23:59:59"),
    ] {
        assert_eq!(shown(code, value), expected, "{code}");
    }
    assert_eq!(built_in(14, "MX", 46_361.0), "05/12/2026");
    assert_eq!(built_in(14, "PH", 46_361.0), "12/5/2026");
    assert_eq!(built_in(15, "MX", 46_361.0), "5-Dec-26");
    let since_1904 = NumberFormat::parse("yyyy-mm-dd", Epoch::Of1904);
    assert_eq!(since_1904.show(46_361.0 - 1_462.0), "2026-12-05");
}

#[test]
fn the_last_day_is_a_date_and_the_next_is_none() {
    assert_eq!(shown("yyyy-mm-dd", 2_958_465.0), "9999-12-31");
    assert_eq!(shown("yyyy-mm-dd", 2_958_466.0), "2958466");
    assert_eq!(shown("yyyy-mm-dd", -1.0), "-1");
}

#[test]
fn words_around_a_text_are_shown() {
    let text = |code: &str| NumberFormat::parse(code, Epoch::Of1900).show_text("Ani");
    assert_eq!(text(r#""Ms "@"#).as_deref(), Some("Ms Ani"));
    assert_eq!(text(r#"0;-0;0;"Ms "@"#).as_deref(), Some("Ms Ani"));
    assert_eq!(text("@"), None);
    assert_eq!(text("0.00"), None);
    assert_eq!(text("0;-0;0;@"), None);
    assert_eq!(text(r#"General" kg""#), None);
}

proptest! {
    #[test]
    fn no_format_and_no_number_does_harm(code in "[0#?.,%E+\\-;\"\\\\_*@\\[\\]$hmsdyAPap/: ()€GenralRd<>=1-9]{0,24}", value: f64) {
        let shown = shown(&code, value);
        prop_assert!(shown.len() < 4_000, "{code}: {shown}");
    }

    #[test]
    fn a_whole_number_keeps_its_digits_under_every_format_of_digits(
        value in 1_000_000_u64..1_000_000_000_000_000,
        code in r#"(\\?\+)?[#0]{1,12}([ -][#0]{3,4}){0,2}|[#0]{1,3}\.00E\+00|dd?/mm?/yy(yy)?"#,
    ) {
        let shown = shown(&code, value as f64);
        let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
        let is_date = value < 2_958_466 && code.contains('d');
        prop_assert!(is_date || digits.trim_start_matches('0') == value.to_string(), "{code}: {shown}");
    }
}

#[test]
fn no_format_hides_digits_of_what_may_be_a_phone_number() {
    for (code, value, expected) in [
        ("0", 9_845_031_276.5, "9845031276.5"),
        ("00000 00000", 9_845_031_276.5, "9845031276.5"),
        ("0", 9_845_031_276.000_001, "9845031276"),
        ("0", 15_500.7, "15501"),
        ("#,##0", 12_500_000.4, "12,500,000"),
        ("[$Rp-421]#,##0", 12_500_000.4, "Rp12,500,000"),
        ("0.0", 9_845_031_276.5, "9845031276.5"),
        ("#,##0,", 9_845_031_276.0, "9845031276"),
        ("0.0,,\"M\"", 9_845_031_276.0, "9845031276"),
        ("0.0,\"K\"", 12_500.0, "12.5K"),
        ("0%", 12_345_678.0, "1234567800%"),
        ("00000-00000", 9_845_031_276.0, "98450-31276"),
    ] {
        assert_eq!(shown(code, value), expected, "{code} {value}");
    }
}
