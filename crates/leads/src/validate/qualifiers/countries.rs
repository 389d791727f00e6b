//! Columns that say each row's country.

mod names;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::country::Country;
use crate::validate::mobile::{country_with_calling_code, has_numbering_plan};
use crate::validate::synonyms::fold;
use names::COUNTRIES;

/// What such a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodeColumn {
    /// Countries by their names or letters.
    Country,
    /// Calling codes.
    CallingCode,
}

#[rustfmt::skip]
const COUNTRY: &[&str] = &["country", "countries", "ctry", "negara", "pais", "bansa", "desh", "देश", "国家", "國家", "国别", "國別", "nation", "iso", "iso2", "countryname", "countrycode"];

#[rustfmt::skip]
const CALLING_CODE: &[&str] = &[
    "callingcode", "dialcode", "dialingcode", "diallingcode", "phonecode", "isd", "isdcode", "countrycode", "countrydialcode", "countrycallingcode", "phonecountrycode", "mobilecountrycode", "intlcode",
    "internationalcode", "internationalprefix", "phoneprefix", "mobileprefix", "kodenegara", "kodepanggilan", "codigodepais", "codigopais", "codigodelpais", "codigodopais", "prefijo", "prefijopais",
    "prefijointernacional", "ddi", "codigointernacional", "codengbansa", "deshcode", "देशकोड", "国家代码", "國家代碼", "国家码", "国际区号", "國際區號", "国家区号", "電話國碼", "国码", "國碼",
];

// Words that may stand beside the word for a country.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "code", "name", "of", "the", "iso", "2", "3", "alpha", "residence", "phone", "mobile", "customer", "client", "lead", "contact", "user", "kode", "nama", "asal", "codigo", "nombre", "de", "del", "residencia", "cliente",
    "nome", "do", "ng", "ka", "naam", "का", "नाम", "代码", "代碼", "名称", "名稱", "billing", "two", "letter", "region",
    "mailing", "shipping", "current", "present", "permanent", "location", "work", "home", "address", "origin", "negeri", "tinggal", "residensi", "envio", "trabajo", "actual", "origen",
];

/// Whether the column says each row's country, by the words of its header and by its cells.
pub(super) fn code_column<'a, I: Iterator<Item = &'a str>>(
    words: &[String],
    cells: impl Fn() -> I,
) -> Option<CodeColumn> {
    let whole: String = words.concat();
    let is_country = words.iter().any(|word| COUNTRY.contains(&word.as_str()))
        && words.iter().all(|word| {
            [COUNTRY, BESIDE]
                .iter()
                .any(|list| list.contains(&word.as_str()))
        });
    let is_code = CALLING_CODE.contains(&whole.as_str());
    let is_any_code = matches!(
        whole.as_str(),
        "code" | "prefix" | "kode" | "prefijo" | "codigo" | "lada" | "区号" | "區號"
    );
    if is_any_code {
        // A code of anything, but for the sign before it.
        let mut filled = cells().filter(|cell| !cell.is_empty()).peekable();
        let is_filled = filled.peek().is_some();
        let is_calling = is_filled
            && filled.all(|cell| cell.starts_with('+') && country_with_code(cell).is_some());
        return is_calling.then_some(CodeColumn::CallingCode);
    }
    if !is_country && !is_code {
        return None;
    }
    let count = |is: &dyn Fn(&str) -> bool| cells().filter(|cell| is(cell)).count();
    let filled = count(&|cell| !cell.is_empty());
    let named = count(&|cell| country_named(cell).is_some());
    let coded = count(&|cell| country_with_code(cell).is_some());
    // Where the header plainly speaks of countries, a few cells will do: the rows of the others are warned.
    let is_enough = |known: usize| match is_country {
        true => known > 0 && known * 4 >= filled,
        false => known * 2 > filled,
    };
    if named >= coded && is_enough(named) {
        Some(CodeColumn::Country)
    } else {
        is_enough(coded).then_some(CodeColumn::CallingCode)
    }
}

/// Whether the cell says no more than an empty one.
pub(super) fn is_stand_in(cell: &str) -> bool {
    let mut words = ["n/a", "n.a.", "null", "none", "nil"].into_iter();
    !cell.contains(char::is_alphanumeric) || words.any(|word| word.eq_ignore_ascii_case(cell))
}

/// The country that the text names, alone or beside its letters or its calling code: `India`, `India (IN)`, `+91 India`.
pub(super) fn country_named(text: &str) -> Option<Country> {
    named_alone(text).or_else(|| named_in_parts(text))
}

/// The country that a part of the text names, where the others name no other one.
fn named_in_parts(text: &str) -> Option<Country> {
    const MAX_LENGTH: usize = 60;
    let is_gap =
        |character: char| "()[]-–—/,;:|+".contains(character) || character.is_ascii_digit();
    if text.len() > MAX_LENGTH || !text.contains(is_gap) {
        return None;
    }
    let mut found: Option<Country> = None;
    for part in text.split(is_gap).map(str::trim) {
        // Two small letters are as often a word.
        let is_word = part.len() == 2 && part.bytes().any(|byte| byte.is_ascii_lowercase());
        match named_alone(part).filter(|_| !is_word) {
            Some(country) if found.is_some_and(|found| found != country) => return None,
            Some(country) => found = Some(country),
            None => {}
        }
    }
    found
}

/// The country with that name in one of the languages, or with those letters (ISO 3166-1 alpha-2 or alpha-3).
fn named_alone(text: &str) -> Option<Country> {
    static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        let names = COUNTRIES
            .iter()
            .flat_map(|(letters, names)| names.iter().map(|name| (fold(name), *letters)));
        names.collect()
    });
    if text.is_empty() {
        return None;
    }
    if let Ok(country) = Country::parse(text)
        && has_numbering_plan(country)
    {
        return Some(country);
    }
    let letters = NAMES.get(&fold(text))?;
    Country::parse(letters).ok()
}

/// The country with that calling code, written `62`, `+62`, `0062` or `62.0`. Of several that share one, the main one.
pub(super) fn country_with_code(text: &str) -> Option<Country> {
    let digits = text.trim_start_matches(['+', '(']).trim_end_matches(')');
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let digits = digits.strip_prefix("00").unwrap_or(digits);
    if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    country_with_calling_code(digits.parse().ok()?)
}
