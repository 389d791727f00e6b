//! Phone numbers: from what stands in a cell to E.164.

mod e164;
mod library;
mod plan;
mod reading;
mod table;

use super::number_text::{self, NumberText, SpeltNumber};
use crate::country::Country;
use crate::fault::{Cause, Fault, FaultKind, NotANumber};
use crate::field::Field;

use library::Belongs;
pub(super) use library::{calling_code, country_with_calling_code};
use reading::Understood;

pub use e164::{Mobile, NotE164};

/// What became of the cell of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedMobile {
    /// The number to send; `None` exactly when a fault is an error.
    pub mobile: Option<Mobile>,
    /// What is to be said of it.
    pub faults: Vec<Fault>,
}

impl JudgedMobile {
    fn refused(kind: FaultKind) -> JudgedMobile {
        JudgedMobile {
            mobile: None,
            faults: vec![Fault::new(Field::Mobile, kind)],
        }
    }
}

/// Reads the number in a cell, as somebody in that country means it.
///
/// Never fails: the answer is a number, or the fault that says why there is none. The provider's documentation wants
/// `+` and the country code; whether a number is possible, assigned and a fixed line is libphonenumber's word.
pub fn judge_mobile(raw: &str, country: Country) -> JudgedMobile {
    judge(raw, country, reading::understand)
}

/// Whether libphonenumber knows how people in that country dial.
pub fn has_numbering_plan(country: Country) -> bool {
    calling_code(country).is_some()
}

fn judge(
    raw: &str,
    country: Country,
    understand: impl Fn(&SpeltNumber, Country) -> Result<Understood, NotANumber>,
) -> JudgedMobile {
    let not_a_number = |reason| JudgedMobile::refused(FaultKind::NotANumber { reason });
    match number_text::read(raw) {
        NumberText::Empty => JudgedMobile::refused(FaultKind::Missing),
        NumberText::Exponent => JudgedMobile::refused(FaultKind::ExponentForm),
        NumberText::NoNumber => not_a_number(NotANumber::NoNumber),
        NumberText::TooManyDigits => not_a_number(NotANumber::TooLong),
        NumberText::Number(number) => match understand(&number, country) {
            Ok(understood) => accepted(&number, understood),
            Err(reason) => not_a_number(reason),
        },
    }
}

fn accepted(number: &SpeltNumber, (reading, cause): Understood) -> JudgedMobile {
    let mut faults = Vec::new();
    let mut tell = |kind| faults.push(Fault::new(Field::Mobile, kind));
    if !reading.assigned {
        tell(FaultKind::Unassigned);
    }
    if reading.fixed_line {
        tell(FaultKind::FixedLine);
    }
    if let Belongs::Elsewhere(country) = reading.belongs {
        tell(FaultKind::OtherCountry { country });
    }
    let spelling = [
        number.respelt.then_some(Cause::Spelling),
        number.invisible.then_some(Cause::Invisible),
        number.decimal_zero.then_some(Cause::DecimalZero),
    ];
    // The causes stand in the order of how much they say.
    if let Some(cause) = spelling.into_iter().fold(cause, Option::max) {
        let to = reading.mobile.as_str().to_owned();
        tell(FaultKind::Rewritten { to, cause });
    }
    JudgedMobile {
        mobile: Some(reading.mobile),
        faults,
    }
}

#[cfg(test)]
mod tests;
