//! What a cell of an open document shows (ODF 1.2 part 1, 6.1, 9.1.4 and 19.385).
//!
//! The file holds both the value of a cell and the text that was shown of it when it was saved. The text is what counts, unless
//! digits were lost in it.

use std::borrow::Cow;
use std::io::{Read, Seek};

use quick_xml::events::{BytesStart, Event};

use crate::SheetError;
use crate::cells::{self, UNKNOWN_FORMULA};
use crate::number_format::hides_fraction;
use crate::xml::{GrowingText, Xml, attribute, plain_attribute};

use super::styles::{Family, Styles};

/// The last day that a spreadsheet knows, 9999-12-31, counted from the last but one of 1899.
const LAST_DAY: i64 = 2_958_465;

/// A whole number from here on may be somebody's, or a code: all of its digits must be seen.
const MANY_DIGITS: f64 = 1e6;

/// How often a row or cell is repeated: once, unless it says so.
pub(super) fn repeated(element: &BytesStart<'_>, name: &str) -> Result<u32, SheetError> {
    match plain_attribute(element, name) {
        Some(count) => count.trim().parse().map_err(|_| SheetError::Damaged),
        None => Ok(1),
    }
}

/// What a cell says of its value.
#[derive(Debug)]
pub(super) enum CellKind {
    /// A number, as it is written.
    Number(String),
    /// A percentage or an amount of money.
    Amount(String),
    /// A date or a point in time.
    Date(String),
    /// A duration, or a time of the day.
    Time(String),
    /// A text that is given besides the one that is shown.
    Text(String),
    /// Nothing else than what is shown.
    Shown,
    /// A formula without a value.
    Formula(String),
}

impl CellKind {
    /// What the element of a cell says.
    pub fn of(cell: &BytesStart<'_>) -> Result<CellKind, SheetError> {
        let kind = plain_attribute(cell, "office:value-type").unwrap_or_default();
        let named = |name| attribute(cell, name);
        // An error has a type of its own, and its value is an empty text.
        let is_error =
            plain_attribute(cell, "calcext:value-type").is_some_and(|kind| kind == "error");
        let value = match kind.as_ref() {
            _ if is_error => return Ok(CellKind::Shown),
            "float" => named("office:value")?.map(CellKind::Number),
            "currency" | "percentage" => named("office:value")?.map(CellKind::Amount),
            "date" => named("office:date-value")?.map(CellKind::Date),
            "time" => named("office:time-value")?.map(CellKind::Time),
            "boolean" => named("office:boolean-value")?.map(CellKind::Text),
            "string" => {
                return Ok(named("office:string-value")?
                    .filter(|text| !text.is_empty())
                    .map_or(CellKind::Shown, CellKind::Text));
            }
            _ => None,
        };
        if let Some(value) = value {
            return Ok(value);
        }
        let formula = named("table:formula")?;
        Ok(formula.map_or(CellKind::Shown, CellKind::Formula))
    }

    /// Whether what is shown is all that there is.
    pub fn is_shown_text(&self) -> bool {
        matches!(self, CellKind::Shown | CellKind::Formula(_))
    }

    /// The text of the cell, of which that was shown.
    pub fn text<'t>(&'t self, shown: &'t GrowingText) -> Cow<'t, str> {
        let is_cut = shown.length > shown.text.len();
        let words = shown.text.as_str();
        let is_readable = !is_cut && !words.trim().is_empty() && !is_only_hashes(words);
        match self {
            CellKind::Shown => Cow::Borrowed(words),
            CellKind::Text(text) => Cow::Borrowed(text),
            CellKind::Formula(_) if !words.trim().is_empty() => Cow::Borrowed(words),
            CellKind::Formula(formula) => formula_text(formula),
            CellKind::Number(value) => number(value, words, is_readable, true),
            CellKind::Amount(value) => number(value, words, is_readable, false),
            CellKind::Date(value) => match days_of_no_date(value) {
                Some(days) => Cow::Owned(days.to_string()),
                None if is_readable => Cow::Borrowed(words.trim()),
                None => cells::iso_date(value),
            },
            CellKind::Time(value) => match days_of_no_time(value) {
                Some(days) => Cow::Owned(cells::number(days)),
                None if is_readable => Cow::Borrowed(words.trim()),
                None => Cow::Borrowed(value),
            },
        }
    }
}

/// Where a column is too narrow for a number.
fn is_only_hashes(text: &str) -> bool {
    text.trim().bytes().all(|byte| byte == b'#')
}

/// The text that a number shows, unless digits were lost in it.
fn number<'t>(
    value: &'t str,
    shown: &'t str,
    is_readable: bool,
    are_digits_needed: bool,
) -> Cow<'t, str> {
    let Ok(number) = value.trim().parse::<f64>() else {
        // No value of the type that the cell says to have.
        return Cow::Borrowed(if is_readable { shown } else { value });
    };
    let shown = shown.trim();
    let digits_are_lost = || {
        is_in_exponent_form(shown)
            || are_digits_needed && hides_fraction(shown, number)
            || are_digits_needed
                && number.fract() == 0.0
                && number.abs() >= MANY_DIGITS
                && !shows_digits(shown, &in_full(value, number.abs()))
    };
    if !is_readable || digits_are_lost() {
        return Cow::Owned(in_full(value, number));
    }
    if number < 0.0 && !shown.contains(['-', '\u{2212}']) {
        // The minus of accountants.
        return Cow::Owned(format!("-{}", shown.replace(['(', ')'], "")));
    }
    Cow::Borrowed(shown)
}

/// Digits stay as they are; what is in exponent form is written in full.
fn in_full(value: &str, number: f64) -> String {
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        return value.to_owned();
    }
    cells::number(number)
}

/// `6,28E+10`
fn is_in_exponent_form(text: &str) -> bool {
    let Some((before, after)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let power = after.trim_start_matches(['+', '-', '\u{2212}']);
    before.ends_with(|character: char| character.is_ascii_digit())
        && !power.is_empty()
        && power.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether those digits are seen in their order, whatever stands between them.
fn shows_digits(text: &str, digits: &str) -> bool {
    let seen: String = text
        .chars()
        .filter_map(|character| character.to_digit(10))
        .filter_map(|digit| char::from_digit(digit, 10))
        .collect();
    seen.contains(digits)
}

/// A formula, without the name of its grammar in front: `of:=SUM([.A1:.A2])`.
fn formula_text(formula: &str) -> Cow<'_, str> {
    let formula = match formula.split_once(':') {
        Some((grammar, rest)) if grammar.bytes().all(|byte| byte.is_ascii_alphanumeric()) => rest,
        _ => formula,
    };
    match formula.trim() {
        "" | "=" => Cow::Borrowed(UNKNOWN_FORMULA),
        formula if formula.starts_with('=') => Cow::Borrowed(formula),
        formula => Cow::Owned(format!("={formula}")),
    }
}

/// The number that stands behind a date after the last or before the first that a spreadsheet knows.
fn days_of_no_date(value: &str) -> Option<i64> {
    let date = value.split_once('T').map_or(value, |(date, _)| date);
    let (is_before_zero, date) = match date.strip_prefix('-') {
        Some(date) => (true, date),
        None => (false, date),
    };
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if year > 100_000_000_000 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if is_before_zero { -year } else { year };
    let days = days_since_1899(year, month, day);
    (!(0..=LAST_DAY).contains(&days)).then_some(days)
}

/// The days from the last but one of 1899 to that date of the Gregorian calendar.
fn days_since_1899(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March, so that the day of a leap year is the last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let days_before_month = (153 * month + 2) / 5;
    let days_before_year =
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // 1899-12-30 is the day 693,899 when 0000-03-01 is the day 0.
    days_before_year + days_before_month + day - 1 - 693_899
}

/// The number that stands behind a time longer than all days that a spreadsheet knows: `PT150749604211224H00M00S`.
fn days_of_no_time(value: &str) -> Option<f64> {
    let (hours, _) = value.strip_prefix("PT")?.split_once('H')?;
    let days = hours.parse::<f64>().ok()? / 24.0;
    (days.is_finite() && days > LAST_DAY as f64).then_some(days)
}

/// The text that a cell shows.
#[derive(Debug, Default)]
pub(super) struct ShownText {
    pub text: GrowingText,
    /// Whether all of it is struck through by itself, whatever the style of the cell.
    pub is_struck_through: bool,
}

/// The text that a cell shows, without its comments; paragraphs become lines.
pub(super) fn shown_text<R: Read + Seek>(
    xml: &mut Xml<'_, R>,
    styles: &Styles,
) -> Result<ShownText, SheetError> {
    let mut shown = ShownText::default();
    let text = &mut shown.text;
    let (mut depth, mut comment_at, mut struck_at) = (0_usize, None, None);
    let (mut paragraphs, mut struck, mut all) = (0, 0, 0);
    loop {
        let event = xml.next()?;
        match &event {
            Event::Start(element) => {
                depth += 1;
                match element.local_name().as_ref() {
                    _ if comment_at.is_some() => {}
                    "annotation" => comment_at = Some(depth),
                    "p" => {
                        paragraphs += 1;
                        if paragraphs > 1 {
                            text.push("\n");
                        }
                    }
                    "span" if struck_at.is_none() => {
                        let style = attribute(element, "text:style-name")?;
                        let is_struck_through = style
                            .is_some_and(|style| styles.is_struck_through(Family::Text, &style));
                        struck_at = is_struck_through.then_some(depth);
                    }
                    "s" => text.push_blanks(repeated(element, "text:c")? as usize),
                    "tab" => text.push("\t"),
                    "line-break" => text.push("\n"),
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => {
                shown.is_struck_through = struck > 0 && struck == all;
                return Ok(shown);
            }
            Event::End(_) => {
                for at in [&mut comment_at, &mut struck_at] {
                    if *at == Some(depth) {
                        *at = None;
                    }
                }
                depth -= 1;
            }
            Event::Eof => return Err(SheetError::Damaged),
            // Blanks between elements are no text.
            _ if paragraphs == 0 || comment_at.is_some() => {}
            other => {
                let before = text.length;
                text.push_event(other)?;
                let more = text.length - before;
                all += more;
                struck += if struck_at.is_some() { more } else { 0 };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(kind: &CellKind, text: &str) -> String {
        let mut growing = GrowingText::default();
        growing.push(text);
        kind.text(&growing).into_owned()
    }

    #[test]
    fn what_is_shown_counts_unless_digits_are_lost() {
        let number = |value: &str, text: &str| shown(&CellKind::Number(value.to_owned()), text);
        for (value, text, expected) in [
            ("919845031276", "+919845031276", "+919845031276"),
            ("81234567", "0081234567", "0081234567"),
            ("81233508801", "0812-3350-8801", "0812-3350-8801"),
            ("6.2812335088E10", "6,28E+10", "62812335088"),
            ("6281233508801", "###", "6281233508801"),
            ("6281233508801", "6.28E+012", "6281233508801"),
            ("1250000", "1.250.000,00", "1.250.000,00"),
            ("1250000", "1.3", "1250000"),
            ("9845031276.5", "9845031277", "9845031276.5"),
            ("9845031276.5", "98450 31277", "9845031276.5"),
            ("12500000.4", "12.500.000", "12.500.000"),
            ("1250.5", "1251", "1251"),
            ("0.155", "15,5", "15,5"),
            ("-7.5", "(7.50)", "-7.50"),
            ("-7.5", "\u{2212}7,5", "\u{2212}7,5"),
            ("900", "", "900"),
        ] {
            assert_eq!(number(value, text), expected, "{value} {text}");
        }
        let amount = CellKind::Amount("0.155".to_owned());
        assert_eq!(shown(&amount, "15.5%"), "15.5%");
        assert_eq!(shown(&amount, ""), "0.155");
    }

    #[test]
    fn a_date_that_is_none_shows_its_number() {
        let date = |value: &str, text: &str| shown(&CellKind::Date(value.to_owned()), text);
        assert_eq!(date("2026-12-05", "05/12/2026"), "05/12/2026");
        assert_eq!(date("2026-12-05", "###"), "2026-12-05");
        assert_eq!(date("9999-12-31", "31/12/9999"), "31/12/9999");
        assert_eq!(date("10000-01-01", "###"), "2958466");
        assert_eq!(date("224309-10-15", "###"), "81233508");
        let time = |value: &str, text: &str| shown(&CellKind::Time(value.to_owned()), text);
        assert_eq!(time("PT13H30M00S", "13:30"), "13:30");
        assert_eq!(time("PT150749604211224H00M00S", "###"), "6281233508801");
    }

    #[test]
    fn a_formula_without_a_value_is_its_text() {
        let formula = |text: &str| shown(&CellKind::Formula(text.to_owned()), "");
        assert_eq!(
            formula("of:=CONCATENATE([.B2];[.C2])"),
            "=CONCATENATE([.B2];[.C2])"
        );
        assert_eq!(formula("=A1"), "=A1");
        assert_eq!(formula(""), "=?");
        let calculated = CellKind::Formula("of:=A1".to_owned());
        assert_eq!(shown(&calculated, "#REF!"), "#REF!");
    }
}
