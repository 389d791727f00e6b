//! Phone numbers: from what stands in a cell to E.164.

mod dummy;
mod e164;
mod library;
mod plan;
mod reading;
mod table;

use super::number_text::{self, NumberText, RawNumber};
use crate::country::Country;
use crate::field::Field;
use crate::problem::{AutoFix, NotANumber, Problem, ProblemKind};

use library::NumberOrigin;
pub(super) use library::{calling_code, country_with_calling_code};
use reading::ParsedNumber;

pub use e164::{Mobile, NotE164};

/// The country's code in digits, as in `+62`; nothing where libphonenumber knows none.
pub fn calling_code_of(country: Country) -> Option<String> {
    calling_code(country).map(|code| code.to_string())
}

/// What became of the cell of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidatedMobile {
    /// The number to send; `None` exactly when a problem is an error.
    pub mobile: Option<Mobile>,
    /// What is to be said of it.
    pub problems: Vec<Problem>,
}

impl ValidatedMobile {
    /// The same of a list of which several numbers end in zeros: such a number is refused.
    #[must_use]
    pub fn in_rounded_list(self) -> ValidatedMobile {
        let is_rounded = |problem: &Problem| problem.kind == ProblemKind::PerhapsRounded;
        if self.problems.iter().any(is_rounded) {
            ValidatedMobile::refused(ProblemKind::Rounded)
        } else {
            self
        }
    }

    fn refused(kind: ProblemKind) -> ValidatedMobile {
        ValidatedMobile {
            mobile: None,
            problems: vec![Problem::new(Field::Mobile, kind)],
        }
    }
}

/// Reads the number in a cell, as somebody in that country means it.
///
/// Never fails: the answer is a number, or the problem that says why there is none. The provider's documentation wants
/// `+` and the country code; whether a number is possible, assigned and a fixed line is libphonenumber's word.
pub fn validate_mobile(raw: &str, country: Country) -> ValidatedMobile {
    validate(raw, country, reading::understand)
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
type Understand = fn(&RawNumber, Country) -> Result<ParsedNumber, ProblemKind>;

fn validate(raw: &str, country: Country, understand: Understand) -> ValidatedMobile {
    let not_a_number = |reason| ProblemKind::NotANumber { reason };
    let refused = match number_text::read(raw) {
        NumberText::Empty => ProblemKind::Missing,
        NumberText::Exponent => ProblemKind::ExponentForm,
        NumberText::NoNumber => not_a_number(NotANumber::NoNumber),
        NumberText::TooManyDigits => not_a_number(NotANumber::TooLong),
        NumberText::Negative => ProblemKind::Negative,
        NumberText::TwoNumbers => ProblemKind::TwoNumbers,
        NumberText::Extension => ProblemKind::Extension,
        NumberText::Formula => ProblemKind::NeverCalculated,
        NumberText::ErrorValue => ProblemKind::ErrorValue,
        NumberText::Number(number) => {
            let understood = understand(&number, country);
            match (
                two_things(&number, &understood, country, understand),
                understood,
            ) {
                (Some(two_things), _) => two_things,
                _ if has_list_number(&number, country, understand) => ProblemKind::ListNumber,
                (None, Err(refused)) => refused,
                // Points and commas may group any quantity.
                (None, Ok((reading, _))) if number.quantity && !reading.assigned => {
                    not_a_number(NotANumber::NoNumber)
                }
                (None, Ok(understood)) => return accepted(&number, understood),
            }
        }
    };
    ValidatedMobile::refused(refused)
}

/// Whether the number of a list stands in front: `8. 81233508801`. What follows alone decides: it is a whole number then.
///
/// A country code and what is dialled in front within the country are parts of the number.
fn has_list_number(number: &RawNumber, country: Country, understand: Understand) -> bool {
    let Some(place) = number.grouping.list_number() else {
        return false;
    };
    let front = number.digits.first(place);
    let is_code = calling_code(country).is_some_and(|code| front.as_str() == code.to_string());
    if is_code || reading::is_dialled_in_front(front.as_str(), country) {
        return false;
    }
    let rest = RawNumber {
        digits: number.digits.without_first(place as usize),
        grouping: number_text::Grouping::default(),
        ..*number
    };
    let of = |number: &RawNumber| {
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
    number: &RawNumber,
    understood: &Result<ParsedNumber, ProblemKind>,
    country: Country,
    understand: Understand,
) -> Option<ProblemKind> {
    let grouping = number.grouping;
    let front = |place| {
        let digits = number.digits.first(place);
        if reading::is_too_short(digits.as_str(), number.start, country) {
            return None;
        }
        let front = understand(&RawNumber { digits, ..*number }, country);
        front.ok().filter(|(reading, _)| reading.assigned)
    };
    if let Some(place) = grouping.certain().next() {
        let is_extension = grouping.perhaps_extension()
            && front(place).is_some_and(|(reading, _)| reading.fixed_line);
        return Some(if is_extension {
            ProblemKind::Extension
        } else {
            ProblemKind::TwoNumbers
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
    let too_short = ProblemKind::NotANumber {
        reason: NotANumber::TooShort,
    };
    let is_two = match understood {
        Err(reason) if *reason == too_short => false,
        _ if whole.is_none() => grouping.all().any(begins_with),
        _ => grouping.uncertain().any(begins_with),
    };
    is_two.then_some(ProblemKind::TwoNumbers)
}

fn accepted(number: &RawNumber, (reading, cause): ParsedNumber) -> ValidatedMobile {
    let mut problems = Vec::new();
    let mut tell = |kind| problems.push(Problem::new(Field::Mobile, kind));
    if !reading.assigned {
        tell(ProblemKind::Unassigned);
    }
    if reading.fixed_line {
        tell(ProblemKind::FixedLine);
    }
    if let Some(service) = reading.service {
        tell(ProblemKind::SpecialNumber { service });
    }
    if are_rounded(reading.mobile.digits()) {
        tell(ProblemKind::PerhapsRounded);
    } else if dummy::is_dummy(reading.mobile.digits()) {
        tell(ProblemKind::Dummy);
    }
    if let NumberOrigin::Elsewhere(country) = reading.belongs {
        tell(ProblemKind::OtherCountry { country });
    }
    let spelling = [
        number.was_normalized.then_some(AutoFix::Spelling),
        number.invisible.then_some(AutoFix::Invisible),
        number.decimal_zero.then_some(AutoFix::DecimalZero),
    ];
    // The causes stand in the order of how much they say.
    if let Some(cause) = spelling.into_iter().fold(cause, Option::max) {
        let to = reading.mobile.as_str().to_owned();
        tell(ProblemKind::FixedAutomatically { to, cause });
    }
    ValidatedMobile {
        mobile: Some(reading.mobile),
        problems,
    }
}

#[cfg(test)]
mod tests;
