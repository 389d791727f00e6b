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

/// The number with the separators of the language.
pub(crate) fn write(number: Number, language: Language) -> String {
    // Rounded as Rust rounds: by the exact value of the number.
    let digits = format!("{:.*}", number.fraction_digits, number.value);
    let Ok(decimal) = digits.parse::<Decimal>() else {
        // NaN and infinity: no count is either.
        return digits;
    };
    DECIMALS[language.index()].format(&decimal).to_string()
}

/// The texts as a list: “A, B and C”.
pub(crate) fn list(texts: &[String], language: Language) -> String {
    LISTS[language.index()].format(texts.iter()).to_string()
}
