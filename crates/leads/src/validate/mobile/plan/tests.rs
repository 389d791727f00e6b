//! The compiled plans against libphonenumber.

use proptest::prelude::*;

use super::super::tests::{country, validate_by_library};
use super::super::{library, validate_mobile};
use super::*;

/// Countries with and without trunk prefixes, with shared codes, with zeros that belong to the number.
const COUNTRIES: [&str; 24] = [
    "AR", "AU", "BR", "CA", "CI", "CL", "CN", "CO", "DE", "EC", "GB", "GG", "ID", "IN", "IT", "KZ",
    "MX", "MY", "PE", "PH", "RU", "TH", "US", "VN",
];

fn is_taken_by_the_plan(digits: &str, international: bool, of: &str) -> bool {
    plan(country(of)).is_some_and(|plan| plan.mobile(digits, international).is_some())
}

#[test]
fn the_common_spellings_take_the_compiled_plan() {
    for (digits, international, of) in [
        ("62812335088", true, "ID"),
        ("62812335088", false, "ID"),
        ("0812335088", false, "ID"),
        ("812335088", false, "ID"),
        ("09054684874", false, "PH"),
        ("918121716313", true, "IN"),
        ("8121716313", false, "IN"),
        ("522221561263", true, "MX"),
        ("2221561263", false, "MX"),
        ("5491123456789", true, "AR"),
        ("5511961234567", true, "BR"),
        ("011961234567", false, "BR"),
        ("3001234567", false, "CO"),
        ("912345678", false, "PE"),
        ("13800138000", false, "CN"),
        ("2024561111", false, "US"),
    ] {
        assert!(
            is_taken_by_the_plan(digits, international, of),
            "{digits} {of}"
        );
    }
    assert!(!is_taken_by_the_plan("12042345678", true, "CA"));
}

/// Digits that often begin as numbers of that country do.
fn digits_of(of: &'static str) -> impl Strategy<Value = String> {
    let code = calling_code(country(of)).expect("a plan").to_string();
    let fronts = ["", "0", "00", "1", "9", "011", "521", "549", "15", "0800"];
    let fronts = prop::sample::select(fronts.map(str::to_owned).to_vec());
    let code = prop::sample::select(vec![String::new(), code.clone(), code]);
    (code, fronts, "[0-9]{5,12}").prop_map(|(code, front, rest)| format!("{code}{front}{rest}"))
}

/// The example numbers of every kind with digits changed here and there.
fn near_an_example(of: &'static str) -> impl Strategy<Value = String> {
    let region = region(country(of)).expect("a plan");
    let code = calling_code(country(of)).expect("a plan");
    let kinds = [
        PhoneNumberType::Mobile,
        PhoneNumberType::FixedLine,
        PhoneNumberType::TollFree,
        PhoneNumberType::PremiumRate,
        PhoneNumberType::SharedCost,
        PhoneNumberType::VoIP,
        PhoneNumberType::PersonalNumber,
        PhoneNumberType::Pager,
        PhoneNumberType::UAN,
    ];
    let examples: Vec<String> = kinds
        .into_iter()
        .filter_map(|kind| {
            let example = PHONE_NUMBER_UTIL.get_example_number_for_type_and_region(region, kind);
            Some(example.ok()?.get_national_significant_number())
        })
        .collect();
    let front = prop::sample::select(vec![String::new(), "0".to_owned(), code.to_string()]);
    let change = (any::<prop::sample::Index>(), 0..10_u8);
    (
        prop::sample::select(examples),
        front,
        prop::collection::vec(change, 0..4),
    )
        .prop_map(|(example, front, changes)| {
            let mut digits = example.into_bytes();
            for (place, digit) in changes {
                let place = place.index(digits.len());
                digits[place] = b'0' + digit;
            }
            format!("{front}{}", String::from_utf8_lossy(&digits))
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_compiled_plan_answers_as_libphonenumber_does(
        (of, digits) in prop::sample::select(COUNTRIES.to_vec()).prop_flat_map(|of| {
            (Just(of), prop_oneof![digits_of(of), near_an_example(of)])
        }),
        plus in any::<bool>(),
    ) {
        let raw = if plus { format!("+{digits}") } else { digits };
        prop_assert_eq!(
            validate_mobile(&raw, country(of)),
            validate_by_library(&raw, country(of)),
            "{} in {}", raw, of
        );
    }

    #[test]
    fn a_number_has_a_kind_exactly_when_libphonenumber_calls_it_valid(
        (of, digits) in prop::sample::select(COUNTRIES.to_vec())
            .prop_flat_map(|of| (Just(of), near_an_example(of))),
    ) {
        let region = region(country(of));
        if let Ok(number) = PHONE_NUMBER_UTIL.parse(&digits, region)
            && let Ok(reading) = library::read_national(&digits, country(of))
        {
            prop_assert_eq!(reading.assigned, number.is_valid(), "{} in {}", digits, of);
        }
    }
}
