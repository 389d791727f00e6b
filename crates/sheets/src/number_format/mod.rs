//! The text that a cell shows, by its number format (ECMA-376 part 1, 18.8.30 and 18.8.31).
//!
//! `ssfmt` lays the digits out; what it is asked, and what is made of its answer, is decided here: no format may cost a number its
//! digits, a number that cannot be a date is shown as the number, and a negative number keeps its minus.
//!
//! A format says nothing of the machine that shows it. Points and commas are those of English, month names too unless the format
//! names a language, and the short date of the machine (formats 14 and 22) is that of the account's country.

use std::panic::{AssertUnwindSafe, catch_unwind};

use leads::Country;
use ssfmt::ast::{FormatPart, NumberFormat as Code, Section};
use ssfmt::{DateSystem, FormatOptions, Locale};

use super::cells::number;

mod locales;

/// The longest format that is understood, in bytes: Excel writes at most 255 characters.
pub(super) const MAX_CODE_LENGTH: usize = 512;

/// The first day after the last that Excel knows, 9999-12-31 (ECMA-376 part 1, 18.17.4.1).
const DAYS_1900: f64 = 2_958_466.0;

/// By how many days the dates of 1904 come after those of 1900.
const DAYS_BETWEEN: f64 = 1_462.0;

/// From where a number that the machine holds has more digits than fit exactly.
const MAX_SHOWN: f64 = 1e15;

/// No phone number is smaller, once a spreadsheet has taken it for a quantity.
const LEAST_OF_PHONES: f64 = 1e7;

/// The days from which a workbook counts (ECMA-376 part 1, 18.17.4.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Epoch {
    /// The last day of 1899.
    #[default]
    Of1900,
    /// The first day of 1904.
    Of1904,
}

/// How a cell shows a number.
#[derive(Debug, Default)]
pub(super) enum NumberFormat {
    /// All digits.
    #[default]
    General,
    /// A whole number without more: `0`.
    Whole,
    /// As the format says.
    Code(Box<Coded>),
}

#[derive(Debug)]
pub(super) struct Coded {
    code: Code,
    options: FormatOptions,
    has_dates: bool,
    has_exponent: bool,
    /// `@` in it stands for a text, and not for `General`.
    is_of_text: bool,
}

impl NumberFormat {
    /// Understands a format; what is no format shows all digits.
    pub fn parse(code: &str, epoch: Epoch) -> NumberFormat {
        match code.trim() {
            "" | "@" => return NumberFormat::General,
            "0" => return NumberFormat::Whole,
            code if code.eq_ignore_ascii_case("general") || code.len() > MAX_CODE_LENGTH => {
                return NumberFormat::General;
            }
            _ => {}
        }
        let plain = without_general(code);
        let is_of_text = plain == code;
        let Some(Ok(code)) = guarded(|| Code::parse(&plain)) else {
            return NumberFormat::General;
        };
        let has = |is: fn(&FormatPart) -> bool| {
            let mut parts = code.sections().iter().flat_map(|section| &section.parts);
            parts.any(is)
        };
        let date_system = match epoch {
            Epoch::Of1900 => DateSystem::Date1900,
            Epoch::Of1904 => DateSystem::Date1904,
        };
        NumberFormat::Code(Box::new(Coded {
            options: FormatOptions {
                date_system,
                locale: language(&code).map_or_else(Locale::default, locales::of_language),
            },
            has_dates: has(FormatPart::is_date_part),
            has_exponent: has(|part| matches!(part, FormatPart::Scientific { .. })),
            is_of_text,
            code,
        }))
    }

    /// One of the formats that every workbook has without writing them down (ECMA-376 part 1, 18.8.30).
    pub fn built_in(id: u32, epoch: Epoch, country: Country) -> NumberFormat {
        let is_month_first = ["US", "PH"].contains(&country.as_str());
        let code = match (id, is_month_first) {
            (14, true) => "m/d/yyyy",
            (14, false) => "dd/mm/yyyy",
            (22, true) => "m/d/yyyy h:mm",
            (22, false) => "dd/mm/yyyy h:mm",
            // Dates of East Asia: which, the machine decides.
            (27..=31 | 36 | 50..=54 | 57 | 58, _) => "yyyy/m/d",
            (32..=35 | 55 | 56, _) => "h:mm:ss",
            _ => ssfmt::format_code_from_id(id).unwrap_or_default(),
        };
        NumberFormat::parse(code, epoch)
    }

    /// Whether a date or a time is shown.
    pub fn is_date(&self) -> bool {
        matches!(self, NumberFormat::Code(coded) if coded.has_dates)
    }

    /// The text that is shown of a number.
    pub fn show(&self, value: f64) -> String {
        match self {
            NumberFormat::Code(coded) => coded.show(value),
            NumberFormat::Whole
                if value.is_finite() && value.abs() < MAX_SHOWN && !has_fraction(value) =>
            {
                let rounded = number(away_from_zero(value).round());
                if rounded == "-0" {
                    "0".to_owned()
                } else {
                    rounded
                }
            }
            NumberFormat::Whole | NumberFormat::General => number(value),
        }
    }

    /// The text that is shown of a text, where the format has words around it: `"Mr "@`.
    pub fn show_text(&self, text: &str) -> Option<String> {
        let NumberFormat::Code(coded) = self else {
            return None;
        };
        let sections = coded.code.sections();
        let section = match sections {
            [_, _, _, section, ..] => section,
            [section] => section,
            _ => return None,
        };
        (coded.is_of_text && section.parts.len() > 1 && shows_all_digits(section))
            .then(|| with_words(section, text))
    }
}

impl Coded {
    fn show(&self, value: f64) -> String {
        let last = match self.options.date_system {
            DateSystem::Date1900 => DAYS_1900,
            DateSystem::Date1904 => DAYS_1900 - DAYS_BETWEEN,
        };
        let is_no_date = self.has_dates && !(0.0..last).contains(&value);
        if is_no_date || self.has_exponent || !value.is_finite() || value.abs() >= MAX_SHOWN {
            return number(value);
        }
        let shown = match self.section(value) {
            Some(section) if section.parts.is_empty() => String::new(),
            // ssfmt would round it to eleven digits.
            Some(section) if shows_all_digits(section) => with_words(section, &number(value.abs())),
            _ => {
                let exact = if self.has_dates {
                    value
                } else {
                    away_from_zero(value)
                };
                guarded(|| self.code.format(exact, &self.options)).unwrap_or_default()
            }
        };
        let shown = shown.trim();
        if !self.has_dates && (hides_digits(shown, value) || hides_fraction(shown, value)) {
            return number(value);
        }
        if shown.is_empty() && value != 0.0 {
            // Somebody hid it, but a number is not lost for that.
            return number(value);
        }
        if value < 0.0 {
            return with_minus(shown);
        }
        shown.to_owned()
    }

    /// The section that shows a number (18.8.31): by its conditions, or else by the number's sign.
    fn section(&self, value: f64) -> Option<&Section> {
        let sections = self.code.sections();
        let is_met = |section: &&Section| {
            let condition = section.condition.as_ref();
            condition.is_none_or(|condition| condition.evaluate(value))
        };
        if sections.iter().any(|section| section.condition.is_some()) {
            return sections.iter().find(is_met).or(sections.last());
        }
        let place = match sections.len() {
            0 | 1 => 0,
            _ if value < 0.0 => 1,
            3.. if value == 0.0 => 2,
            _ => 0,
        };
        sections.get(place)
    }
}

/// Whether a number as long as those of phones does not show its whole part, as where two commas at the end of a format show
/// millions (18.8.31).
fn hides_digits(shown: &str, value: f64) -> bool {
    let size = value.abs();
    if size < LEAST_OF_PHONES {
        return false;
    }
    let seen: String = shown.chars().filter(char::is_ascii_digit).collect();
    ![size.trunc(), size.round()]
        .iter()
        .any(|whole| seen.contains(&number(*whole)))
}

/// Whether a number as long as those of phones is shown as if it were a whole one, and as no amount: `9845031276` of
/// 9845031276.5. Points, commas and words stand in amounts, which people round.
pub(super) fn hides_fraction(shown: &str, value: f64) -> bool {
    has_fraction(value)
        && shown
            .chars()
            .all(|sign| sign.is_ascii_digit() || " +-()/\u{2212}".contains(sign))
}

/// Whether a number as long as those of phones has a fraction that is more than what calculating leaves behind.
fn has_fraction(value: f64) -> bool {
    // A spreadsheet knows 15 digits.
    const NOISE: f64 = 1e-14;
    let size = value.abs();
    size >= LEAST_OF_PHONES && (size - size.round()).abs() > size * NOISE
}

fn shows_all_digits(section: &Section) -> bool {
    section.parts.iter().any(|part| {
        matches!(
            part,
            FormatPart::GeneralNumber | FormatPart::TextPlaceholder
        )
    })
}

/// What a negative number shows, with its minus; accountants write brackets instead.
fn with_minus(shown: &str) -> String {
    let plain = shown.replace(['(', ')'], "");
    let (first, last) = (plain.find(is_digit), plain.rfind(is_digit));
    let is_signed = match (first, last) {
        (Some(first), Some(last)) => {
            plain[..first].contains(MINUS) || plain[last..].contains(MINUS)
        }
        _ => plain.contains(MINUS),
    };
    if is_signed {
        plain
    } else {
        format!("-{plain}")
    }
}

const MINUS: [char; 2] = ['-', '\u{2212}'];

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// `General` among other things is known to ssfmt in the first place only; `@` does the same for a number.
fn without_general(code: &str) -> String {
    let lower = code.to_ascii_lowercase();
    let mut plain = String::with_capacity(code.len());
    let (mut at, mut is_quoted) = (0, false);
    while let Some(character) = code[at..].chars().next() {
        if !is_quoted && lower[at..].starts_with("general") {
            plain.push('@');
            at += "general".len();
            continue;
        }
        is_quoted ^= character == '"';
        plain.push(character);
        at += character.len_utf8();
        if character == '\\' && !is_quoted {
            let escaped = code[at..].chars().next();
            plain.extend(escaped);
            at += escaped.map_or(0, char::len_utf8);
        }
    }
    plain
}

/// ssfmt was never seen to panic, and a format is whatever a file holds.
fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// The words of a section around the text.
fn with_words(section: &Section, text: &str) -> String {
    let mut shown = String::new();
    for part in &section.parts {
        match part {
            FormatPart::Literal(words) | FormatPart::EscapedLiteral(words) => shown.push_str(words),
            FormatPart::GeneralNumber | FormatPart::TextPlaceholder => shown.push_str(text),
            FormatPart::Locale(locale) => {
                shown.push_str(locale.currency.as_deref().unwrap_or_default());
            }
            FormatPart::Skip(_) => shown.push(' '),
            _ => {}
        }
    }
    shown
}

/// The language that the format names, as in `[$-421]dd mmmm yyyy`.
fn language(code: &Code) -> Option<u32> {
    let mut parts = code.sections().iter().flat_map(|section| &section.parts);
    parts.find_map(|part| match part {
        FormatPart::Locale(locale) => locale.lcid,
        _ => None,
    })
}

/// A spreadsheet rounds the 15 digits that it shows: 1.005 is stored a little smaller, and shown with two decimals as 1.01.
fn away_from_zero(value: f64) -> f64 {
    if value.fract() == 0.0 {
        value
    } else {
        value * (1.0 + 2.0 * f64::EPSILON)
    }
}

#[cfg(test)]
mod tests;
