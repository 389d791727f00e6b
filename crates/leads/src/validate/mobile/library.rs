//! What libphonenumber says of a number.

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber, PhoneNumberFormat,
    PhoneNumberType, Region, ValidationError,
};

use super::e164::{Mobile, NotE164};
use super::plan::{is_indian_company, plan};
use crate::country::Country;
use crate::problem::{NotANumber, ProblemKind, Service};

/// A number that is at least possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) mobile: Mobile,
    /// Whether the country has assigned its range.
    pub(super) assigned: bool,
    /// Whether the range is of fixed lines only.
    pub(super) fixed_line: bool,
    /// What the range is for, where that is no person.
    pub(super) service: Option<Service>,
    pub(super) belongs: NumberOrigin,
}

impl Reading {
    /// Whether the range is of mobiles, or of mobiles and fixed lines alike.
    pub(super) fn is_mobile(&self) -> bool {
        self.assigned && !self.fixed_line && self.service.is_none()
    }
}

/// The number as its country writes it for readers abroad, in groups: `+62 812 335 088`.
pub(super) fn in_groups(mobile: &Mobile) -> String {
    match PHONE_NUMBER_UTIL.parse(mobile.as_str(), None) {
        Ok(number) => number
            .format_as(PhoneNumberFormat::International)
            .replace('-', " "),
        // Never for a number that was validated.
        Err(_) => mobile.as_str().to_owned(),
    }
}

/// Whose number it is, seen from the account's country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberOrigin {
    Here,
    /// Another country's, or one of several that share the code.
    Elsewhere(Option<Country>),
}

/// Reads digits with their country code.
pub(super) fn read_international(digits: &str, country: Country) -> Result<Reading, ProblemKind> {
    read(&format!("+{digits}"), None, country)
}

/// Reads digits as they are dialled within the country.
pub(super) fn read_national(digits: &str, country: Country) -> Result<Reading, ProblemKind> {
    read(digits, region(country), country)
}

fn read(text: &str, from: Option<Region>, country: Country) -> Result<Reading, ProblemKind> {
    let refused = |reason| ProblemKind::NotANumber { reason };
    let number = PHONE_NUMBER_UTIL.parse(text, from).map_err(|error| {
        refused(match error {
            ParseError::InvalidCountryCode => NotANumber::UnknownCountryCode,
            ParseError::TooLongNsn => NotANumber::TooLong,
            // Only digits come here, so what cannot be a number is too short for one.
            ParseError::TooShortAfterIdd | ParseError::TooShortNsn | ParseError::NotANumber(_) => {
                NotANumber::TooShort
            }
        })
    })?;
    impossible(&number).map_or(Ok(()), |reason| Err(refused(reason)))?;
    let e164 = number.format_as(PhoneNumberFormat::E164);
    let kind = number.get_type();
    // A number is valid when it has a type: libphonenumber asks the same patterns for both.
    let assigned = kind != PhoneNumberType::Unknown;
    // ITU-T E.164, 6.1: at most 15 digits with the country code, behind the plus.
    if e164.len() > 1 + 15 {
        return Err(refused(NotANumber::TooLong));
    }
    if !assigned {
        if let Some(problem) = impossible_for_a_mobile(&number) {
            return Err(problem);
        }
        impossible_for_a_person(&number).map_or(Ok(()), |reason| Err(refused(reason)))?;
    }
    Ok(Reading {
        mobile: Mobile::from_e164(&e164).map_err(|NotE164| refused(NotANumber::TooLong))?,
        assigned,
        fixed_line: kind == PhoneNumberType::FixedLine,
        service: service(kind).or_else(|| {
            let national = number.get_national_significant_number();
            is_indian_company(&number.country_code.to_string(), &national)
                .then_some(Service::CompanyWide)
        }),
        belongs: owner(&number, assigned, country),
    })
}

/// Why no number of the country has such a length.
fn impossible(number: &PhoneNumber) -> Option<NotANumber> {
    match number.is_possible_with_reason() {
        Ok(NumberLengthType::IsPossible) => None,
        Ok(NumberLengthType::IsPossibleLocalOnly) | Err(ValidationError::InvalidLength) => {
            Some(NotANumber::WrongLength)
        }
        Err(ValidationError::InvalidCountryCode) => Some(NotANumber::UnknownCountryCode),
        Err(ValidationError::TooShort) => Some(NotANumber::TooShort),
        Err(ValidationError::TooLong) => Some(NotANumber::TooLong),
    }
}

/// What is wrong with digits that begin as mobiles of their country do, and are more or fewer than those.
///
/// A length is possible for libphonenumber when any number of the country has it, free ones among them.
fn impossible_for_a_mobile(number: &PhoneNumber) -> Option<ProblemKind> {
    let region = PHONE_NUMBER_UTIL.get_region_for_country_code(number.country_code)?;
    let country = Country::parse(&region.to_string()).ok()?;
    let national = number.get_national_significant_number();
    let (least, most) = plan(country)?.lengths_missed(&national)?;
    Some(ProblemKind::MobileLength {
        country,
        found: u8::try_from(national.len()).ok()?,
        least,
        most,
    })
}

/// Why nobody's own number has such a length. Only asked of what is in no assigned range.
fn impossible_for_a_person(number: &PhoneNumber) -> Option<NotANumber> {
    let region = PHONE_NUMBER_UTIL.get_region_for_country_code(number.country_code)?;
    let country = Country::parse(&region.to_string()).ok()?;
    let plan = plan(country)?;
    let national = number.get_national_significant_number();
    // libphonenumber leaves what is dialled in front where nothing makes a number of the digits.
    let trunk = plan.trunk().unwrap_or("0");
    let found = national.strip_prefix(trunk).unwrap_or(&national).len() as u32;
    let lengths = plan.lengths_of_persons();
    if lengths == 0 || lengths.checked_shr(found).unwrap_or(0) & 1 == 1 {
        return None;
    }
    Some(if found < lengths.trailing_zeros() {
        NotANumber::TooShort
    } else if found > lengths.ilog2() {
        NotANumber::TooLong
    } else {
        NotANumber::WrongLength
    })
}

/// The ranges that are no person's. Internet telephony and personal numbers are persons'.
const fn service(kind: PhoneNumberType) -> Option<Service> {
    match kind {
        PhoneNumberType::TollFree => Some(Service::TollFree),
        PhoneNumberType::PremiumRate => Some(Service::Premium),
        PhoneNumberType::SharedCost => Some(Service::SharedCost),
        PhoneNumberType::Pager => Some(Service::Pager),
        PhoneNumberType::VoiceMail => Some(Service::Voicemail),
        PhoneNumberType::UAN => Some(Service::CompanyWide),
        _ => None,
    }
}

fn owner(number: &PhoneNumber, assigned: bool, country: Country) -> NumberOrigin {
    let here = region(country);
    let code = number.country_code;
    let is_here = here.is_some_and(|here| {
        PHONE_NUMBER_UTIL.get_country_code_for_region(here) == Some(code)
            && (!assigned || number.is_valid_for_region(here))
    });
    if is_here {
        return NumberOrigin::Here;
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
    NumberOrigin::Elsewhere(theirs.and_then(|region| Country::parse(&region.to_string()).ok()))
}

/// The country among libphonenumber's regions.
pub(super) fn region(country: Country) -> Option<Region> {
    Region::from_code(country.as_str()).ok()
}

/// The country's code, as in `+62`.
pub(in crate::validate) fn calling_code(country: Country) -> Option<i32> {
    PHONE_NUMBER_UTIL.get_country_code_for_region(region(country)?)
}

/// The country with that code; of several that share it, the one that libphonenumber calls the main one.
pub(in crate::validate) fn country_with_calling_code(code: i32) -> Option<Country> {
    let main = PHONE_NUMBER_UTIL
        .get_regions_for_country_calling_code(code)?
        .next()?;
    // The World of libphonenumber, such as free numbers behind +800, is no country.
    Country::parse(&main.to_string()).ok()
}
