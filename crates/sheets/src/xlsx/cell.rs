//! What a cell shows, by its type, its style, and what stands in it (ECMA-376 part 1, 18.3.1.4).

use std::borrow::Cow;

use jiff::civil::{Date, DateTime, Time};
use quick_xml::events::BytesStart;

use crate::SheetError;
use crate::cells::{NOT_UNDERSTOOD, Rows, UNKNOWN_FORMULA, check_cell, iso_date, truth};
use crate::number_format::{Epoch, NumberFormat};
use crate::texts::SharedText;
use crate::xml::GrowingText;

use super::rows::Shared;

/// The type of a cell (ECMA-376 part 1, 18.18.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    SharedText,
    TextOfFormula,
    TextInCell,
    Truth,
    Error,
    Date,
    Unknown,
}

impl Kind {
    fn named(name: &str) -> Kind {
        match name {
            "n" => Kind::Number,
            "s" => Kind::SharedText,
            "str" => Kind::TextOfFormula,
            "inlineStr" => Kind::TextInCell,
            "b" => Kind::Truth,
            "e" => Kind::Error,
            "d" => Kind::Date,
            _ => Kind::Unknown,
        }
    }
}

/// A cell while its elements pass. One is used for all cells of a sheet.
#[derive(Debug)]
pub(super) struct CellParts {
    kind: Kind,
    style: u32,
    /// Its place as it names it: the row from 1, the column from 0.
    pub place: Option<(u32, usize)>,
    /// What stands in `v`, or in `is`.
    pub value: GrowingText,
    pub has_value: bool,
    pub is_struck_through: bool,
    /// What stands in `f`.
    pub formula: GrowingText,
    pub has_formula: bool,
}

impl Default for CellParts {
    fn default() -> CellParts {
        CellParts {
            kind: Kind::Number,
            style: 0,
            place: None,
            value: GrowingText::default(),
            has_value: false,
            is_struck_through: false,
            formula: GrowingText::default(),
            has_formula: false,
        }
    }
}

impl CellParts {
    /// The next cell begins.
    pub fn begin(&mut self, element: &BytesStart<'_>) {
        self.kind = Kind::Number;
        self.style = 0;
        self.place = None;
        self.value.clear();
        self.has_value = false;
        self.is_struck_through = false;
        self.formula.clear();
        self.has_formula = false;
        let mut attributes = element.attributes();
        for attribute in attributes.with_checks(false).filter_map(Result::ok) {
            match attribute.key.as_ref() {
                "r" => self.place = place(&attribute.value),
                "s" => self.style = attribute.value.trim().parse().unwrap_or(0),
                "t" => self.kind = Kind::named(attribute.value.trim()),
                _ => {}
            }
        }
    }

    /// Puts what the cell shows into its row.
    pub fn put(
        &self,
        rows: &mut Rows<'_>,
        column: usize,
        shared: &Shared<'_>,
    ) -> Result<(), SheetError> {
        let row = rows.row();
        if !self.has_value && !self.has_formula {
            return Ok(());
        }
        if self.value.length > self.value.text.len() && self.kind != Kind::SharedText {
            check_cell(row, column, self.value.length)?;
        }
        if self.is_not_calculated(shared) {
            check_cell(row, column, self.formula.length)?;
            let formula = self.formula.text.trim();
            return match formula.is_empty() {
                true => rows.put(column, UNKNOWN_FORMULA, false),
                false => rows.put(column, &format!("={formula}"), false),
            };
        }
        let (format, is_struck_through) = shared.styles.of_cell(self.style);
        if self.kind == Kind::SharedText {
            return match self.shared_text(shared) {
                Some(text) => {
                    check_cell(row, column, text.length)?;
                    let shown = shown_text(format, text.text);
                    rows.put(column, &shown, is_struck_through || text.is_struck_through)
                }
                None => rows.put(column, NOT_UNDERSTOOD, is_struck_through),
            };
        }
        let is_struck_through = is_struck_through || self.is_struck_through;
        rows.put(column, &self.shown(format, shared), is_struck_through)
    }

    /// A formula stands there, and what it comes to does not.
    fn is_not_calculated(&self, shared: &Shared<'_>) -> bool {
        let value = self.value.text.trim();
        self.has_formula
            && match self.kind {
                // A text of no characters is what a formula may well come to.
                Kind::TextOfFormula => !self.has_value,
                Kind::Number => {
                    value.is_empty() || shared.flags.is_to_be_calculated && value == "0"
                }
                _ => value.is_empty(),
            }
    }

    fn shared_text<'t>(&self, shared: &Shared<'t>) -> Option<SharedText<'t>> {
        let place = self.value.text.trim().parse().ok()?;
        shared.texts.get(place)
    }

    fn shown(&self, format: &NumberFormat, shared: &Shared<'_>) -> Cow<'_, str> {
        let value = self.value.text.as_str();
        match self.kind {
            // Some programs write an empty value for an empty cell.
            _ if value.is_empty() => Cow::Borrowed(""),
            Kind::TextOfFormula | Kind::TextInCell => shown_text(format, value),
            Kind::Number => match value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => Cow::Owned(format.show(number)),
                _ => Cow::Borrowed(NOT_UNDERSTOOD),
            },
            Kind::Truth => match value.trim() {
                "1" | "true" => Cow::Borrowed(truth(true)),
                "0" | "false" => Cow::Borrowed(truth(false)),
                _ => Cow::Borrowed(NOT_UNDERSTOOD),
            },
            Kind::Error if value.trim().starts_with('#') => Cow::Borrowed(value.trim()),
            Kind::Date => match serial(value.trim(), shared.flags.epoch) {
                Some(serial) if format.is_date() => Cow::Owned(format.show(serial)),
                _ => iso_date(value.trim()),
            },
            Kind::SharedText | Kind::Error | Kind::Unknown => Cow::Borrowed(NOT_UNDERSTOOD),
        }
    }
}

/// A text as its format shows it.
fn shown_text<'t>(format: &NumberFormat, text: &'t str) -> Cow<'t, str> {
    format
        .show_text(text)
        .map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The number of a date that is written as text (ISO 8601).
fn serial(text: &str, epoch: Epoch) -> Option<f64> {
    let text = text.trim_end_matches('Z');
    let (date, time) = if let Ok(moment) = text.parse::<DateTime>() {
        (moment.date(), moment.time())
    } else if let Ok(date) = text.parse::<Date>() {
        (date, Time::midnight())
    } else {
        return None;
    };
    let first = match epoch {
        Epoch::Of1900 => Date::constant(1899, 12, 30),
        Epoch::Of1904 => Date::constant(1904, 1, 1),
    };
    let days = first.until(date).ok()?.get_days();
    let seconds = time.duration_since(Time::midnight()).as_secs_f64();
    Some(f64::from(days) + seconds / 86_400.0)
}

/// The place that `C7` means: the row from 1, the column from 0.
pub(super) fn place(name: &str) -> Option<(u32, usize)> {
    let name = name.trim();
    let digits = name.find(|character: char| character.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    // Columns have at most three letters.
    if letters.is_empty() || letters.len() > 4 {
        return None;
    }
    let mut column = 0_usize;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    let row = row.parse().ok().filter(|row| *row > 0)?;
    Some((row, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_understood() {
        assert_eq!(place("A1"), Some((1, 0)));
        assert_eq!(place("XFD1048576"), Some((1_048_576, 16_383)));
        assert_eq!(place("aa10"), Some((10, 26)));
        for odd in [
            "",
            "A",
            "1",
            "A0",
            "A-1",
            "É1",
            "AAAAAAAAAAAAAAAAAAAA1",
            "A1B",
        ] {
            assert_eq!(place(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_date_that_is_written_as_text_has_its_number() {
        assert_eq!(serial("2026-12-05", Epoch::Of1900), Some(46_361.0));
        assert_eq!(
            serial("2026-12-05T12:00:00Z", Epoch::Of1900),
            Some(46_361.5)
        );
        assert_eq!(serial("2026-12-05", Epoch::Of1904), Some(44_899.0));
        assert_eq!(serial("soon", Epoch::Of1900), None);
    }
}
