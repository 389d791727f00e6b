//! Phone numbers: from what stands in a cell to E.164.

mod dummy;
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
    /// The same of a list of which several numbers end in zeros: such a number is refused.
    #[must_use]
    pub fn in_rounded_list(self) -> JudgedMobile {
        let is_rounded = |fault: &Fault| fault.kind == FaultKind::PerhapsRounded;
        if self.faults.iter().any(is_rounded) {
            JudgedMobile::refused(FaultKind::Rounded)
        } else {
            self
        }
    }

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

/// Whether the number in a cell ends in as many zeros as a spreadsheet leaves of one that it rounded
/// (`6.28123E+11` is saved again as `628123000000`), so that callers can count such rows of a list. One may be meant
/// so; several are [rounded](super::row::RowRules::rounded_list).
///
/// Takes any text; what is no number does not end in zeros.
pub fn ends_in_zeros(raw: &str) -> bool {
    // Most cells have fewer zeros, wherever those stand.
    let has_zeros = !raw.is_ascii() || raw.bytes().filter(|byte| *byte == b'0').count() >= 6;
    has_zeros
        && matches!(number_text::read(raw), NumberText::Number(number) if are_rounded(number.digits.as_str()))
}

fn are_rounded(digits: &str) -> bool {
    digits.len() > 7 && digits.ends_with("000000")
}

/// Whether libphonenumber knows how people in that country dial.
pub fn has_numbering_plan(country: Country) -> bool {
    calling_code(country).is_some()
}

/// What reads the digits of a cell: with the country's compiled plan or without.
type Understand = fn(&SpeltNumber, Country) -> Result<Understood, FaultKind>;

fn judge(raw: &str, country: Country, understand: Understand) -> JudgedMobile {
    let not_a_number = |reason| FaultKind::NotANumber { reason };
    let refused = match number_text::read(raw) {
        NumberText::Empty => FaultKind::Missing,
        NumberText::Exponent => FaultKind::ExponentForm,
        NumberText::NoNumber => not_a_number(NotANumber::NoNumber),
        NumberText::TooManyDigits => not_a_number(NotANumber::TooLong),
        NumberText::Negative => FaultKind::Negative,
        NumberText::TwoNumbers => FaultKind::TwoNumbers,
        NumberText::Extension => FaultKind::Extension,
        NumberText::Formula => FaultKind::NeverCalculated,
        NumberText::ErrorValue => FaultKind::ErrorValue,
        NumberText::Number(number) => {
            let understood = understand(&number, country);
            match (
                two_things(&number, &understood, country, understand),
                understood,
            ) {
                (Some(two_things), _) => two_things,
                _ if has_list_number(&number, country, understand) => FaultKind::ListNumber,
                (None, Err(refused)) => refused,
                // Points and commas may group any quantity.
                (None, Ok((reading, _))) if number.quantity && !reading.assigned => {
                    not_a_number(NotANumber::NoNumber)
                }
                (None, Ok(understood)) => return accepted(&number, understood),
            }
        }
    };
    JudgedMobile::refused(refused)
}

/// Whether the number of a list stands in front: `8. 81233508801`. What follows alone decides: it is a whole number then.
///
/// A country code and what is dialled in front within the country are parts of the number.
fn has_list_number(number: &SpeltNumber, country: Country, understand: Understand) -> bool {
    let Some(place) = number.grouping.list_number() else {
        return false;
    };
    let front = number.digits.first(place);
    let is_code = calling_code(country).is_some_and(|code| front.as_str() == code.to_string());
    if is_code || reading::is_dialled_in_front(front.as_str(), country) {
        return false;
    }
    let rest = SpeltNumber {
        digits: number.digits.without_first(place as usize),
        grouping: number_text::Grouping::default(),
        ..*number
    };
    let of = |number: &SpeltNumber| {
        let understood = understand(number, country).ok();
        understood
            .map(|(reading, _)| reading)
            .filter(|reading| reading.assigned)
    };
    // A mobile that would become a fixed line: the digit in front says which it is, as in Argentina.
    of(&rest)
        .is_some_and(|rest| rest.is_mobile() || !of(number).is_some_and(|whole| whole.is_mobile()))
}

/// Whether a number stands in front of another, or of an extension.
///
/// The digits of both together may be somebody's number where numbers have several lengths, as in Indonesia. The front
/// alone decides: when it is a whole number, what follows behind an odd separator is something else.
fn two_things(
    number: &SpeltNumber,
    understood: &Result<Understood, FaultKind>,
    country: Country,
    understand: Understand,
) -> Option<FaultKind> {
    let grouping = number.grouping;
    let front = |place| {
        let digits = number.digits.first(place);
        if reading::is_too_short(digits.as_str(), number.start, country) {
            return None;
        }
        let front = understand(&SpeltNumber { digits, ..*number }, country);
        front.ok().filter(|(reading, _)| reading.assigned)
    };
    if let Some(place) = grouping.certain().next() {
        let is_extension = grouping.perhaps_extension()
            && front(place).is_some_and(|(reading, _)| reading.fixed_line);
        return Some(if is_extension {
            FaultKind::Extension
        } else {
            FaultKind::TwoNumbers
        });
    }
    let whole = understood
        .as_ref()
        .ok()
        .map(|(reading, _)| reading)
        .filter(|reading| reading.assigned);
    let begins_with = |place: u32| {
        let Some((front, _)) = front(place) else {
            return false;
        };
        // Four digits or more are the end of one number, when its front is understood in another way.
        let is_end = number.digits.as_str().len() as u32 - place >= 4;
        whole
            .is_none_or(|whole| !is_end || whole.mobile.digits().starts_with(front.mobile.digits()))
    };
    let too_short = FaultKind::NotANumber {
        reason: NotANumber::TooShort,
    };
    let is_two = match understood {
        Err(reason) if *reason == too_short => false,
        _ if whole.is_none() => grouping.all().any(begins_with),
        _ => grouping.doubtful().any(begins_with),
    };
    is_two.then_some(FaultKind::TwoNumbers)
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
    if let Some(service) = reading.service {
        tell(FaultKind::SpecialNumber { service });
    }
    if are_rounded(reading.mobile.digits()) {
        tell(FaultKind::PerhapsRounded);
    } else if dummy::is_dummy(reading.mobile.digits()) {
        tell(FaultKind::Dummy);
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
