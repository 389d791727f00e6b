//! Phone numbers: from what stands in a cell to E.164.

use std::borrow::Cow;

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber, PhoneNumberFormat, Region,
    ValidationError,
};
use serde::{Deserialize, Serialize};

use super::number_text::{self, NumberText};
use crate::country::Country;
use crate::fault::{Cause, Fault, FaultKind, NotANumber};
use crate::field::Field;

/// A phone number in E.164: `+`, country code, national number, nothing between.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mobile(String);

/// The text is not in E.164.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a phone number in E.164")]
pub struct NotE164;

impl Mobile {
    /// Takes back a number that was written with [`as_str`](Mobile::as_str). It is not judged again.
    ///
    /// # Errors
    /// When it is not `+` and digits, the first of them not 0, at most 19 of them.
    pub fn from_e164(text: &str) -> Result<Mobile, NotE164> {
        let digits = text.strip_prefix('+').ok_or(NotE164)?;
        // libphonenumber knows national numbers of 17 digits, more than the 15 in all of ITU-T E.164; 19 fit an u64.
        let plausible = (3..=19).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|digit| digit.is_ascii_digit());
        if plausible {
            Ok(Mobile(text.to_owned()))
        } else {
            Err(NotE164)
        }
    }

    /// The number: `+628123350088`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last four digits, the others hidden: `•••• 5678`.
    pub fn masked(&self) -> String {
        let shown = self.0.len().saturating_sub(4).max(1);
        format!("•••• {}", &self.0[shown..])
    }

    /// The digits as one number: the shortest key for comparing.
    pub fn number(&self) -> u64 {
        self.0[1..].parse().expect("at most 19 ASCII digits")
    }
}

impl TryFrom<String> for Mobile {
    type Error = NotE164;
    fn try_from(text: String) -> Result<Mobile, NotE164> {
        Mobile::from_e164(&text)
    }
}

impl From<Mobile> for String {
    fn from(mobile: Mobile) -> String {
        mobile.0
    }
}

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
/// `+` and the country code; whether a number is possible and assigned is libphonenumber's word.
pub fn judge_mobile(raw: &str, country: Country) -> JudgedMobile {
    match number_text::read(raw) {
        NumberText::Empty => JudgedMobile::refused(FaultKind::Missing),
        NumberText::Exponent => JudgedMobile::refused(FaultKind::ExponentForm),
        NumberText::NoNumber => JudgedMobile::refused(FaultKind::NotANumber {
            reason: NotANumber::NoNumber,
        }),
        NumberText::Digits {
            international,
            digits,
        } => match best_reading(&digits, international, country) {
            Ok(reading) => accepted(raw, reading),
            Err(reason) => JudgedMobile::refused(FaultKind::NotANumber { reason }),
        },
    }
}

/// Whether libphonenumber knows how people in that country dial.
pub fn has_numbering_plan(country: Country) -> bool {
    calling_code(country).is_some()
}

/// A number that is at least possible.
struct Reading {
    mobile: Mobile,
    assigned: bool,
}

fn accepted(raw: &str, reading: Reading) -> JudgedMobile {
    let mut faults = Vec::new();
    if !reading.assigned {
        faults.push(Fault::new(Field::Mobile, FaultKind::Unassigned));
    }
    if number_text::meaningful(raw) != reading.mobile.as_str() {
        let to = reading.mobile.as_str().to_owned();
        faults.push(Fault::new(
            Field::Mobile,
            FaultKind::Rewritten {
                to,
                cause: Cause::Spelling,
            },
        ));
    }
    JudgedMobile {
        mobile: Some(reading.mobile),
        faults,
    }
}

/// Without a plus, digits that start with the account's country code are that country's number when it is an assigned
/// one; else they are read as dialled within the country.
fn best_reading(
    digits: &str,
    international: bool,
    country: Country,
) -> Result<Reading, NotANumber> {
    if international {
        return read(&format!("+{digits}"), None);
    }
    let starts_with_code =
        calling_code(country).is_some_and(|code| digits.starts_with(&code.to_string()));
    if starts_with_code
        && let Ok(reading) = read(&format!("+{digits}"), None)
        && reading.assigned
    {
        return Ok(reading);
    }
    read(digits, region(country))
}

fn read(text: &str, region: Option<Region>) -> Result<Reading, NotANumber> {
    let number = PHONE_NUMBER_UTIL
        .parse(text, region)
        .map_err(|error| match error {
            ParseError::InvalidCountryCode => NotANumber::UnknownCountryCode,
            ParseError::TooLongNsn => NotANumber::TooLong,
            // Only digits come here, so what cannot be a number is too short for one.
            ParseError::TooShortAfterIdd | ParseError::TooShortNsn | ParseError::NotANumber(_) => {
                NotANumber::TooShort
            }
        })?;
    match number.is_possible_with_reason() {
        Ok(NumberLengthType::IsPossible) => {}
        Ok(NumberLengthType::IsPossibleLocalOnly) | Err(ValidationError::InvalidLength) => {
            return Err(NotANumber::WrongLength);
        }
        Err(ValidationError::InvalidCountryCode) => return Err(NotANumber::UnknownCountryCode),
        Err(ValidationError::TooShort) => return Err(NotANumber::TooShort),
        Err(ValidationError::TooLong) => return Err(NotANumber::TooLong),
    }
    Ok(Reading {
        mobile: Mobile::from_e164(&e164(&number)).map_err(|NotE164| NotANumber::TooLong)?,
        assigned: number.is_valid(),
    })
}

fn e164(number: &PhoneNumber) -> Cow<'_, str> {
    number.format_as(PhoneNumberFormat::E164)
}

fn region(country: Country) -> Option<Region> {
    Region::from_code(country.as_str()).ok()
}

/// The country code that people of that country have; `None` where libphonenumber knows no such country.
pub(super) fn calling_code(country: Country) -> Option<i32> {
    PHONE_NUMBER_UTIL.get_country_code_for_region(region(country)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(text: &str) -> Country {
        Country::parse(text).expect("two letters")
    }

    fn number(raw: &str, of: &str) -> Option<String> {
        judge_mobile(raw, country(of)).mobile.map(String::from)
    }

    fn kinds(raw: &str, of: &str) -> Vec<FaultKind> {
        let judged = judge_mobile(raw, country(of));
        assert!(
            judged
                .faults
                .iter()
                .all(|fault| fault.field == Field::Mobile)
        );
        judged.faults.into_iter().map(|fault| fault.kind).collect()
    }

    fn refused(raw: &str, of: &str) -> NotANumber {
        match kinds(raw, of).as_slice() {
            [FaultKind::NotANumber { reason }] => *reason,
            other => panic!("{raw}: {other:?}"),
        }
    }

    #[test]
    fn the_national_form_is_read_by_the_country() {
        for (raw, of, e164) in [
            ("0812-335-088", "ID", "+62812335088"),
            ("0905 468 4874", "PH", "+639054684874"),
            ("9054684874", "PH", "+639054684874"),
            ("081217 16313", "IN", "+918121716313"),
            ("222 156 1263", "MX", "+522221561263"),
            ("+62 0812 335 088", "ID", "+62812335088"),
        ] {
            assert_eq!(number(raw, of).as_deref(), Some(e164), "{raw}");
        }
    }

    #[test]
    fn a_country_code_without_its_plus_is_understood() {
        for (raw, of, e164) in [
            ("62812335088", "ID", "+62812335088"),
            ("639054684874", "PH", "+639054684874"),
            ("918121716313", "IN", "+918121716313"),
            ("522221561263", "MX", "+522221561263"),
        ] {
            let to = e164.to_owned();
            assert_eq!(number(raw, of).as_deref(), Some(e164), "{raw}");
            assert_eq!(
                kinds(raw, of),
                [FaultKind::Rewritten {
                    to,
                    cause: Cause::Spelling
                }],
                "{raw}"
            );
        }
    }

    #[test]
    fn a_national_number_that_happens_to_start_with_the_country_code_stays_national() {
        assert_eq!(number("9198765432", "IN").as_deref(), Some("+919198765432"));
    }

    #[test]
    fn a_number_of_another_country_keeps_its_country() {
        assert_eq!(
            number("+63 905 468 4874", "ID").as_deref(),
            Some("+639054684874")
        );
        assert_eq!(
            number("0063 905 468 4874", "MX").as_deref(),
            Some("+639054684874")
        );
    }

    #[test]
    fn what_is_no_number_says_why() {
        assert_eq!(refused("call me maybe", "ID"), NotANumber::NoNumber);
        assert_eq!(
            refused("+999123456789", "ID"),
            NotANumber::UnknownCountryCode
        );
        assert_eq!(refused("+62812", "ID"), NotANumber::TooShort);
        assert_eq!(refused("7", "ID"), NotANumber::TooShort);
        assert_eq!(refused("+62812345678901234567", "ID"), NotANumber::TooLong);
        // The 1 of mobile numbers was given up in Mexico in 2019.
        assert_eq!(refused("+52 1 222 156 1263", "MX"), NotANumber::TooLong);
        assert_eq!(refused("+1 253 0000", "US"), NotANumber::WrongLength);
        assert_eq!(kinds("6.28123E+11", "ID"), [FaultKind::ExponentForm]);
        assert_eq!(kinds(" \u{A0}", "ID"), [FaultKind::Missing]);
    }

    #[test]
    fn a_possible_number_in_no_assigned_range_is_a_warning_and_is_sent() {
        assert_eq!(kinds("+6212345678", "ID"), [FaultKind::Unassigned]);
        assert_eq!(number("+6212345678", "ID").as_deref(), Some("+6212345678"));
    }

    #[test]
    fn blanks_and_punctuation_alone_are_no_rewriting() {
        for raw in [
            "+62 812-335-088",
            "'+62812335088",
            "\u{202A}(+62) 812335088\u{202C}",
        ] {
            assert_eq!(kinds(raw, "ID"), [], "{raw}");
        }
        for raw in [
            "0812335088",
            "＋６２８１２３３５０８８",
            "+62812335088.0",
            "tel:+62812335088",
        ] {
            let to = "+62812335088".to_owned();
            assert_eq!(
                kinds(raw, "ID"),
                [FaultKind::Rewritten {
                    to,
                    cause: Cause::Spelling
                }],
                "{raw}"
            );
        }
    }

    #[test]
    fn countries_without_a_numbering_plan_are_told_apart() {
        assert!(has_numbering_plan(country("MX")));
        assert!(!has_numbering_plan(country("ZZ")));
        assert_eq!(refused("0812335088", "ZZ"), NotANumber::UnknownCountryCode);
    }

    #[test]
    fn a_number_shows_its_last_four_digits_only() {
        let mobile = Mobile::from_e164("+62812335088").expect("E.164");
        assert_eq!(mobile.masked(), "•••• 5088");
        assert_eq!(mobile.number(), 62_812_335_088);
    }

    #[test]
    fn only_e164_is_taken_back() {
        for text in [
            "",
            "+",
            "62812335088",
            "+0812335088",
            "+62 812",
            "+12345678901234567890",
        ] {
            assert_eq!(Mobile::from_e164(text), Err(NotE164), "{text}");
        }
        let json = serde_json::to_string(&Mobile("+62812335088".to_owned())).expect("a string");
        assert_eq!(json, "\"+62812335088\"");
        assert!(serde_json::from_str::<Mobile>("\"0812\"").is_err());
    }
}
