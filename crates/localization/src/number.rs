//! Numbers and lists as a language writes them (CLDR).

use std::sync::LazyLock;

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::{Locale, locale};

use crate::argument::Number;
use crate::language::Language;

/// What of CLDR a language is written and sorted by: Spanish as in Mexico groups `2,310`, other Spanish does not.
pub(crate) const LOCALES: [Locale; 5] = [
    locale!("en"),
    locale!("zh-Hans"),
    locale!("es-MX"),
    locale!("id"),
    locale!("en"),
];

/// The same for lists: without a comma before the last “and” in English.
const LIST_LOCALES: [Locale; 5] = [
    locale!("en-GB"),
    locale!("zh-Hans"),
    locale!("es-MX"),
    locale!("id"),
    locale!("en-GB"),
];

static DECIMALS: LazyLock<[DecimalFormatter; 5]> = LazyLock::new(|| {
    LOCALES.map(|locale| {
        DecimalFormatter::try_new(locale.into(), Default::default())
            .expect("the data is part of the program")
    })
});

static LISTS: LazyLock<[ListFormatter; 5]> = LazyLock::new(|| {
    LIST_LOCALES.map(|locale| {
        let options = ListFormatterOptions::default().with_length(ListLength::Wide);
        ListFormatter::try_new_and(locale.into(), options).expect("the data is part of the program")
    })
});

/// A whole number below this has no separators in any language.
const GROUPED_FROM: f64 = 1000.0;

/// The number with the separators of the language.
pub fn write_number(number: Number, language: Language) -> String {
    if let Some(digits) = few_digits(number) {
        return digits;
    }
    // Rounded as Rust rounds: by the exact value of the number.
    let digits = format!("{:.*}", number.fraction_digits, number.value);
    let Ok(decimal) = digits.parse::<Decimal>() else {
        // NaN and infinity: no count is either.
        return digits;
    };
    DECIMALS[language.index()].format(&decimal).to_string()
}

/// A small count, which is what nearly all numbers of a page are: written without the exact value of a floating-point number.
fn few_digits(number: Number) -> Option<String> {
    let is_small = (0.0..GROUPED_FROM).contains(&number.value) && number.value.fract() == 0.0;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is whole, and below 1,000"
    )]
    (is_small && number.fraction_digits == 0).then(|| (number.value as u16).to_string())
}

/// The texts as a list: “A, B and C”.
pub(crate) fn list(texts: &[String], language: Language) -> String {
    LISTS[language.index()].format(texts.iter()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_counts_and_others_are_written_by_the_same_rules() {
        let written = |value: f64, digits| {
            let number = Number::decimal(value, digits);
            [Language::English, Language::Indonesian].map(|language| write_number(number, language))
        };
        assert_eq!(written(0.0, 0), ["0", "0"]);
        assert_eq!(written(999.0, 0), ["999", "999"]);
        assert_eq!(written(1000.0, 0), ["1,000", "1.000"]);
        assert_eq!(written(12.0, 1), ["12.0", "12,0"]);
        assert_eq!(written(999.6, 0), ["1,000", "1.000"]);
        assert_eq!(written(-3.0, 0), ["-3", "-3"]);
        assert_eq!(written(f64::NAN, 0), ["NaN", "NaN"]);
    }
}
