//! What libphonenumber says of a number.

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber, PhoneNumberFormat,
    PhoneNumberType, Region, ValidationError,
};

use super::e164::{Mobile, NotE164};
use crate::country::Country;
use crate::fault::NotANumber;

/// A number that is at least possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) mobile: Mobile,
    /// Whether the country has assigned its range.
    pub(super) assigned: bool,
    /// Whether the range is of fixed lines only.
    pub(super) fixed_line: bool,
    pub(super) belongs: Belongs,
}

/// Whose number it is, seen from the account's country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Belongs {
    Here,
    /// Another country's, or one of several that share the code.
    Elsewhere(Option<Country>),
}

/// Reads digits with their country code.
pub(super) fn read_international(digits: &str, country: Country) -> Result<Reading, NotANumber> {
    read(&format!("+{digits}"), None, country)
}

/// Reads digits as they are dialled within the country.
pub(super) fn read_national(digits: &str, country: Country) -> Result<Reading, NotANumber> {
    read(digits, region(country), country)
}

fn read(text: &str, from: Option<Region>, country: Country) -> Result<Reading, NotANumber> {
    let number = PHONE_NUMBER_UTIL
        .parse(text, from)
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
    let e164 = number.format_as(PhoneNumberFormat::E164);
    let kind = number.get_type();
    // A number is valid when it has a type: libphonenumber asks the same patterns for both.
    let assigned = kind != PhoneNumberType::Unknown;
    Ok(Reading {
        mobile: Mobile::from_e164(&e164).map_err(|NotE164| NotANumber::TooLong)?,
        assigned,
        fixed_line: kind == PhoneNumberType::FixedLine,
        belongs: owner(&number, assigned, country),
    })
}

fn owner(number: &PhoneNumber, assigned: bool, country: Country) -> Belongs {
    let here = region(country);
    let code = number.country_code;
    let is_here = here.is_some_and(|here| {
        PHONE_NUMBER_UTIL.get_country_code_for_region(here) == Some(code)
            && (!assigned || number.is_valid_for_region(here))
    });
    if is_here {
        return Belongs::Here;
    }
    let theirs = if assigned {
        number.get_region_code()
    } else {
        let mut sharing = PHONE_NUMBER_UTIL
            .get_regions_for_country_calling_code(code)
            .into_iter()
            .flatten();
        sharing.next().filter(|_| sharing.next().is_none())
    };
    // The World of libphonenumber, such as free numbers behind +800, is no country.
    Belongs::Elsewhere(theirs.and_then(|region| Country::parse(&region.to_string()).ok()))
}

/// The country among libphonenumber's regions.
pub(super) fn region(country: Country) -> Option<Region> {
    Region::from_code(country.as_str()).ok()
}

/// The country's code, as in `+62`.
pub(in crate::judge) fn calling_code(country: Country) -> Option<i32> {
    PHONE_NUMBER_UTIL.get_country_code_for_region(region(country)?)
}

/// The country with that code; of several that share it, the one that libphonenumber calls the main one.
pub(in crate::judge) fn country_with_calling_code(code: i32) -> Option<Country> {
    let main = PHONE_NUMBER_UTIL
        .get_regions_for_country_calling_code(code)?
        .next()?;
    // The World of libphonenumber, such as free numbers behind +800, is no country.
    Country::parse(&main.to_string()).ok()
}
