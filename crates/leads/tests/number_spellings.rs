//! A number is the same number however a spreadsheet spells it.

use leads::country::Country;
use leads::problem::{Level, ProblemKind};
use leads::validate_mobile;
use proptest::prelude::*;

/// How a country's people dial, and a range of its assigned mobiles.
struct Plan {
    country: &'static str,
    code: &'static str,
    /// In front of the national form.
    trunk: &'static str,
    /// The first digits of assigned mobiles.
    range: &'static str,
    /// How many digits follow.
    rest: usize,
}

const fn plan(
    country: &'static str,
    code: &'static str,
    trunk: &'static str,
    range: &'static str,
    rest: usize,
) -> Plan {
    Plan {
        country,
        code,
        trunk,
        range,
        rest,
    }
}

const PLANS: [Plan; 12] = [
    plan("PH", "63", "0", "905", 7),
    plan("ID", "62", "0", "8123", 7),
    plan("IN", "91", "0", "98765", 5),
    plan("MX", "52", "", "222", 7),
    plan("BR", "55", "0", "119", 8),
    plan("CO", "57", "", "300", 7),
    plan("PE", "51", "", "9", 8),
    plan("CN", "86", "", "138", 8),
    plan("US", "1", "", "202", 7),
    plan("AR", "54", "", "91144", 6),
    plan("MY", "60", "0", "12", 7),
    plan("GB", "44", "0", "7400", 6),
];

#[derive(Clone, Copy, Debug)]
enum Form {
    Plus,
    Code,
    DoubleZero,
    National,
    Tel,
    /// With the zero that some write behind the code: `+62 (0)812…`.
    ZeroBehindCode,
    /// With the zero that some write in front of the code: `062812…`.
    ZeroAndCode,
    /// With the code twice.
    CodeTwice,
    /// `(+62) 812…`
    CodeInBrackets,
    /// `(0812) …`
    AreaInBrackets,
    /// `+62 (812) …`
    AreaInBracketsBehindCode,
}

const FORMS: [Form; 11] = [
    Form::Plus,
    Form::Code,
    Form::DoubleZero,
    Form::National,
    Form::Tel,
    Form::ZeroBehindCode,
    Form::ZeroAndCode,
    Form::CodeTwice,
    Form::CodeInBrackets,
    Form::AreaInBrackets,
    Form::AreaInBracketsBehindCode,
];

/// The zeros of scripts in which digits are typed: ASCII, full-width, Devanagari, Arabic-Indic, Bengali.
const ZEROS: [char; 5] = ['0', '０', '०', '٠', '০'];

fn plain_number() -> impl Strategy<Value = (usize, String)> {
    (0..PLANS.len()).prop_flat_map(|plan| {
        let Plan { range, rest, .. } = PLANS[plan];
        // In Mexico and North America a local number does not start with 0 or 1.
        // Zeros at the end look rounded.
        proptest::string::string_regex(&format!("{range}[4-9][0-9]{{{}}}[1-9]", rest - 2))
            .expect("a pattern")
            .prop_map(move |national| (plan, national))
    })
}

fn written(form: Form, plan: usize, national: &str) -> String {
    let Plan { code, trunk, .. } = PLANS[plan];
    let (area, rest) = national.split_at(3);
    match form {
        Form::Plus => format!("+{code}{national}"),
        Form::Code => format!("{code}{national}"),
        Form::DoubleZero => format!("00{code}{national}"),
        Form::National => format!("{trunk}{national}"),
        Form::Tel => format!("tel:+{code}{national}"),
        Form::ZeroBehindCode if trunk.is_empty() => format!("+{code} {national}"),
        Form::ZeroBehindCode => format!("+{code} ({trunk}){national}"),
        Form::ZeroAndCode => format!("0{code}{national}"),
        Form::CodeTwice => format!("+{code} {code}{national}"),
        Form::CodeInBrackets => format!("(+{code}){national}"),
        Form::AreaInBrackets => format!("({trunk}{area}){rest}"),
        Form::AreaInBracketsBehindCode => format!("+{code} ({area}) {rest}"),
    }
}

/// Puts a separator after the digits whose bit is set. The last four stay together where the separator is seen: less
/// than those may be how another number ends.
fn separated(text: &str, separator: &str, places: u32) -> String {
    let is_seen = separator.contains(|character: char| !INVISIBLE.contains(&character));
    let together = if is_seen { 4 } else { 0 };
    let mut spelt = String::new();
    for (index, character) in text.chars().enumerate() {
        spelt.push(character);
        let behind = &text[index + 1..];
        let is_followed =
            behind.len() >= together && behind.starts_with(|next: char| next.is_ascii_digit());
        if character.is_ascii_digit() && is_followed && places >> index & 1 == 1 {
            spelt.push_str(separator);
        }
    }
    spelt
}

const INVISIBLE: [char; 3] = ['\u{200B}', '\u{AD}', '\u{200F}'];

/// What people write behind a number, which is none of its digits. `#` stands for a digit.
const SUFFIXES: [&str; 40] = [
    " #",
    " ##",
    "-##",
    ".##",
    "/#",
    "/##",
    "/###",
    " / #",
    " / ##",
    " / ###",
    " - #",
    " - ##",
    " - ###",
    "- ##",
    " -##",
    " – ##",
    "~##",
    " (#)",
    " (##)",
    "(###)",
    " [#]",
    " [##]",
    "\n##",
    ", #",
    ",##",
    ";##",
    "|##",
    " & ##",
    " or ##",
    " atau ##",
    " o ##",
    " y ##",
    " ext. ###",
    "ext##",
    "x##",
    " xtn ###",
    " anexo ##",
    " ramal ###",
    "转##",
    " poste ###",
];

fn full_width(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '!'..='~' => char::from_u32(character as u32 + 0xFEE0).expect("full-width forms"),
            other => other,
        })
        .collect()
}

fn with_digits_from(zero: char, text: &str) -> String {
    text.chars()
        .map(|character| match character.to_digit(10) {
            Some(digit) => char::from_u32(zero as u32 + digit).expect("ten digits in a row"),
            None => character,
        })
        .collect()
}

proptest! {
    // A failure prints its input; a file of them beside the sources would only be found again by chance.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_spelling_of_a_valid_number_gives_the_same_number(
        (plan, national) in plain_number(),
        form in prop::sample::select(FORMS.to_vec()),
        separator in prop::sample::select(vec![
            " ", "-", "\u{A0}", " - ", "\u{2010}", "\u{2013}", "\u{200B}", "\u{AD}", "\u{200F}",
        ]),
        places in any::<u32>(),
        wrapping in prop::sample::select(vec![
            ("", ""), (" ", " "), ("'", ""), ("\u{2019}", ""), ("\u{202A}", "\u{202C}"), ("\u{FEFF}", ""), ("", ".0"),
            ("", ",0"), ("", "."), ("=\"", "\""), ("\"", "\""),
        ]),
        zero in prop::sample::select(ZEROS.to_vec()),
        wide in any::<bool>(),
    ) {
        let Plan { country, code, .. } = PLANS[plan];
        let country = Country::parse(country).expect("two letters");
        let mut raw = separated(&written(form, plan, &national), separator, places);
        if wide {
            raw = full_width(&raw);
        }
        let raw = with_digits_from(zero, &format!("{}{raw}{}", wrapping.0, wrapping.1));
        let validated = validate_mobile(&raw, country);
        let e164 = format!("+{code}{national}");
        prop_assert_eq!(validated.mobile.as_ref().map(|mobile| mobile.as_str()), Some(e164.as_str()), "{}", raw);
        prop_assert!(validated.problems.iter().all(|problem| problem.level() == Level::Fixed), "{raw}: {:?}", validated.problems);
    }

    #[test]
    fn a_number_with_something_behind_it_is_never_somebody_elses(
        (plan, national) in plain_number(),
        form in prop::sample::select(FORMS.to_vec()),
        separator in prop::sample::select(vec!["", " ", "-", "."]),
        places in any::<u32>(),
        suffix in prop::sample::select(SUFFIXES.to_vec()),
        digits in "[0-9]{3}",
    ) {
        let country = Country::parse(PLANS[plan].country).expect("two letters");
        let spelt = separated(&written(form, plan, &national), separator, places);
        let mut digits = digits.chars();
        let suffix: String = suffix
            .chars()
            .map(|character| if character == '#' { digits.next().expect("three") } else { character })
            .collect();
        let validated = validate_mobile(&format!("{spelt}{suffix}"), country);
        let raw = format!("{spelt}{suffix}");
        if [".0", ".00", ",0", ",00"].contains(&suffix.as_str()) {
            // What a spreadsheet adds to a quantity, which is no digit of the number.
            let e164 = format!("+{}{national}", PLANS[plan].code);
            let sent = validated.mobile.as_ref().map(|mobile| mobile.as_str());
            prop_assert!(sent.is_none_or(|sent| sent == e164), "{}: {:?}", raw, sent);
            return Ok(());
        }
        prop_assert_eq!(validated.mobile, None, "{}", raw);
        let reason = validated.problems.first().map(|problem| problem.kind.key());
        let is_said = matches!(reason, Some("two_numbers" | "extension" | "no_number"));
        prop_assert!(is_said, "{spelt}{suffix}: {reason:?}");
    }

    #[test]
    fn two_numbers_in_a_cell_are_never_one(
        (first, one) in plain_number(),
        (second, other) in plain_number(),
        forms in (prop::sample::select(FORMS.to_vec()), prop::sample::select(FORMS.to_vec())),
        separator in prop::sample::select(vec!["", " ", "-"]),
        places in any::<u32>(),
        between in prop::sample::select(vec![
            " ", ", ", ",", ";", "/", " / ", "|", " & ", " - ", " or ", " atau ", " o ", " y ", "\n", "\r\n", "\t",
        ]),
    ) {
        let country = Country::parse(PLANS[first].country).expect("two letters");
        let one = separated(&written(forms.0, first, &one), separator, places);
        let other = separated(&written(forms.1, second, &other), separator, places.rotate_left(7));
        let validated = validate_mobile(&format!("{one}{between}{other}"), country);
        prop_assert_eq!(validated.mobile, None, "{}{}{}", one, between, other);
    }

    #[test]
    fn a_minus_in_front_or_behind_never_gives_a_number(
        (plan, national) in plain_number(),
        form in prop::sample::select(FORMS.to_vec()),
        separator in prop::sample::select(vec!["", " ", "-", "."]),
        places in any::<u32>(),
        around in prop::sample::select(vec![
            ("-", ""), ("- ", ""), ("\u{2212}", ""), ("\u{2013}", ""), ("'-", ""), ("－", ""), ("=-", ""), ("", "-"),
            ("", " -"), ("(-", ")"), ("=\"-", "\""),
        ]),
    ) {
        let country = Country::parse(PLANS[plan].country).expect("two letters");
        let spelt = separated(&written(form, plan, &national), separator, places);
        let raw = format!("{}{spelt}{}", around.0, around.1);
        let validated = validate_mobile(&raw, country);
        prop_assert_eq!(validated.mobile, None, "{}", raw);
    }

    #[test]
    fn a_quantity_below_zero_is_named(
        digits in "[1-9][0-9]{7,11}",
        around in prop::sample::select(vec![("-", ""), ("\u{2212}", ""), ("(", ")"), ("", "-"), ("-", ".0"), ("-", ".00")]),
        country in prop::sample::select(vec!["ID", "IN", "MX", "PH"]),
    ) {
        let country = Country::parse(country).expect("two letters");
        let validated = validate_mobile(&format!("{}{digits}{}", around.0, around.1), country);
        prop_assert_eq!(validated.problems.first().map(|problem| &problem.kind), Some(&ProblemKind::Negative));
        prop_assert_eq!(validated.mobile, None);
    }

    #[test]
    fn no_text_at_all_makes_the_validate_fail(raw in ".{0,40}") {
        let country = Country::parse("ID").expect("two letters");
        let validated = validate_mobile(&raw, country);
        let refused = validated.problems.iter().any(|problem| problem.level() == Level::Error);
        prop_assert_eq!(validated.mobile.is_none(), refused);
    }

    #[test]
    fn an_assigned_number_is_accepted_again_as_it_is_sent(
        raw in "\\+?(1|39|44|49|52|54|55|62|63|91)?0?[2-9][0-9]{7,10}",
        country in prop::sample::select(vec!["AR", "BR", "ID", "IN", "IT", "MX", "PH", "US"]),
    ) {
        let country = Country::parse(country).expect("two letters");
        let validated = validate_mobile(&raw, country);
        let unassigned = validated.problems.iter().any(|problem| problem.kind == ProblemKind::Unassigned);
        if let Some(mobile) = validated.mobile.filter(|_| !unassigned) {
            let again = validate_mobile(mobile.as_str(), country);
            let warnings = validated.problems.into_iter().filter(|problem| problem.level() == Level::Warning);
            prop_assert_eq!(again.problems, warnings.collect::<Vec<_>>());
            prop_assert_eq!(again.mobile, Some(mobile));
        }
    }
}
