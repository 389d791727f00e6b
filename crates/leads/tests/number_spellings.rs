//! A number is the same number however a spreadsheet spells it.

use leads::country::Country;
use leads::fault::Level;
use leads::judge_mobile;
use proptest::prelude::*;

/// Of each country: calling code, trunk prefix of the national form, and ranges of assigned mobile numbers with the
/// digits that follow.
const PLANS: [(&str, &str, &str, &str, usize); 4] = [
    ("PH", "63", "0", "905", 7),
    ("ID", "62", "0", "8123", 7),
    ("IN", "91", "0", "98765", 5),
    ("MX", "52", "", "222", 7),
];

#[derive(Clone, Copy, Debug)]
enum Form {
    Plus,
    Code,
    DoubleZero,
    National,
    Tel,
}

fn plain_number() -> impl Strategy<Value = (usize, String)> {
    (0..PLANS.len()).prop_flat_map(|plan| {
        let (_, _, _, range, rest) = PLANS[plan];
        // In Mexico a local number starts with 1 to 9: the first digit after the range must not be 0.
        proptest::string::string_regex(&format!("{range}[1-9][0-9]{{{}}}", rest - 1))
            .expect("a pattern")
            .prop_map(move |national| (plan, national))
    })
}

fn written(form: Form, plan: usize, national: &str) -> String {
    let (_, code, trunk, _, _) = PLANS[plan];
    match form {
        Form::Plus => format!("+{code}{national}"),
        Form::Code => format!("{code}{national}"),
        Form::DoubleZero => format!("00{code}{national}"),
        Form::National => format!("{trunk}{national}"),
        Form::Tel => format!("tel:+{code}{national}"),
    }
}

/// Puts a separator after the digits whose bit is set.
fn separated(text: &str, separator: &str, places: u32) -> String {
    let mut spelt = String::new();
    for (index, character) in text.chars().enumerate() {
        spelt.push(character);
        if character.is_ascii_digit() && places >> index & 1 == 1 {
            spelt.push_str(separator);
        }
    }
    spelt
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '!'..='~' => char::from_u32(character as u32 + 0xFEE0).expect("full-width forms"),
            other => other,
        })
        .collect()
}

proptest! {
    // A failure prints its input; a file of them beside the sources would only be found again by chance.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_spelling_of_a_valid_number_gives_the_same_number(
        (plan, national) in plain_number(),
        form in prop::sample::select(vec![Form::Plus, Form::Code, Form::DoubleZero, Form::National, Form::Tel]),
        separator in prop::sample::select(vec![" ", "-", "\u{A0}", " - ", ") (", "\u{2010}", "\u{200B}", "/"]),
        places in any::<u32>(),
        wrapping in prop::sample::select(vec![("", ""), (" ", " "), ("'", ""), ("\u{202A}", "\u{202C}"), ("\u{FEFF}", ""), ("", ".0")]),
        wide in any::<bool>(),
    ) {
        let (country, code, ..) = PLANS[plan];
        let country = Country::parse(country).expect("two letters");
        let mut raw = separated(&written(form, plan, &national), separator, places);
        if wide {
            raw = full_width(&raw);
        }
        let raw = format!("{}{raw}{}", wrapping.0, wrapping.1);
        let judged = judge_mobile(&raw, country);
        let e164 = format!("+{code}{national}");
        prop_assert_eq!(judged.mobile.as_ref().map(|mobile| mobile.as_str()), Some(e164.as_str()), "{}", raw);
        prop_assert!(judged.faults.iter().all(|fault| fault.level() == Level::Note), "{raw}: {:?}", judged.faults);
    }

    #[test]
    fn no_text_at_all_makes_the_judge_fail(raw in ".{0,40}") {
        let country = Country::parse("ID").expect("two letters");
        let judged = judge_mobile(&raw, country);
        let refused = judged.faults.iter().any(|fault| fault.level() == Level::Error);
        prop_assert_eq!(judged.mobile.is_none(), refused);
    }

    #[test]
    fn an_assigned_number_is_accepted_again_as_it_is_sent(
        raw in "\\+?(1|39|44|49|52|62|63|91)?0?[2-9][0-9]{7,10}",
        country in prop::sample::select(vec!["ID", "IN", "IT", "MX", "PH", "US"]),
    ) {
        let country = Country::parse(country).expect("two letters");
        let judged = judge_mobile(&raw, country);
        let unassigned = judged.faults.iter().any(|fault| fault.level() == Level::Warning);
        if let Some(mobile) = judged.mobile.filter(|_| !unassigned) {
            let again = judge_mobile(mobile.as_str(), country);
            prop_assert_eq!(again.faults, []);
            prop_assert_eq!(again.mobile, Some(mobile));
        }
    }
}
