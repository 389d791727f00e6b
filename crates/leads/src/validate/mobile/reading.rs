//! Which number the digits of a cell are, and what had to be put right for it.

use rlibphonenumber::PHONE_NUMBER_UTIL;

use super::super::number_text::{RawNumber, Start};
use super::e164::Mobile;
use super::library::{NumberOrigin, Reading, calling_code, read_international, read_national};
use super::plan::{Plan, Spelling, plan};
use crate::country::Country;
use crate::problem::{AutoFix, ProblemKind};

/// The number, and what was put right; nothing where the digits are those that are sent.
pub(super) type ParsedNumber = (Reading, Option<AutoFix>);

/// Reads the digits as somebody in that country means them.
///
/// Without a plus, digits that start with the account's country code are that country's number when it is an assigned
/// one; else they are read as dialled within the country.
pub(super) fn understand(
    number: &RawNumber,
    country: Country,
) -> Result<ParsedNumber, ProblemKind> {
    let digits = number.digits.as_str();
    let plan = plan(country);
    if let Some((mobile, spelling)) =
        plan.and_then(|plan| plan.mobile(digits, number.start != Start::Bare))
    {
        let reading = Reading {
            mobile,
            assigned: true,
            fixed_line: false,
            service: None,
            belongs: NumberOrigin::Here,
        };
        let cause = match spelling {
            Spelling::Code => code_cause(number.start),
            Spelling::Trunk => Some(AutoFix::CountryCode),
            Spelling::National => Some(national_cause(plan)),
        };
        return Ok((reading, cause));
    }
    ask_the_library(number, country)
}

/// Whether the digits are certainly fewer than a number has: told without asking libphonenumber.
pub(super) fn is_too_short(digits: &str, start: Start, country: Country) -> bool {
    plan(country).is_some_and(|plan| plan.is_too_short(digits, start != Start::Bare))
}

/// Whether the digits are what is dialled in front of a number within the country.
pub(super) fn is_dialled_in_front(digits: &str, country: Country) -> bool {
    plan(country).and_then(Plan::trunk) == Some(digits)
}

/// The same without the compiled plan.
pub(super) fn ask_the_library(
    number: &RawNumber,
    country: Country,
) -> Result<ParsedNumber, ProblemKind> {
    let plain = if number.start == Start::Bare {
        without_plus(number, country)
    } else {
        with_plus(number, country)
    };
    match plain {
        Ok((ref reading, _)) if reading.assigned && !reading.fixed_line => plain,
        Ok((ref reading, _)) if reading.assigned => surplus_zero(number, country).map_or(plain, Ok),
        _ => surplus_zero(number, country)
            .or_else(|| surplus_code(number, country))
            .map_or(plain, Ok),
    }
}

fn with_plus(number: &RawNumber, country: Country) -> Result<ParsedNumber, ProblemKind> {
    let digits = number.digits.as_str();
    let cause = code_cause(number.start);
    match replaced(digits, country) {
        Some(understood) => Ok(understood),
        None => read_international(digits, country).map(|reading| {
            let was_normalized = (reading.mobile.digits() != digits).then_some(AutoFix::Spelling);
            (reading, cause.max(was_normalized))
        }),
    }
}

fn without_plus(number: &RawNumber, country: Country) -> Result<ParsedNumber, ProblemKind> {
    let digits = number.digits.as_str();
    let code = calling_code(country).map(|code| code.to_string());
    let starts_with_code = code.is_some_and(|code| digits.starts_with(&code));
    if starts_with_code {
        if let Some(understood) = replaced(digits, country) {
            return Ok(understood);
        }
        if let Ok(reading) = read_international(digits, country)
            && reading.assigned
        {
            return Ok((reading, Some(AutoFix::LostPlus)));
        }
    }
    within_mexico(digits, country).map_or_else(
        || {
            let reading = read_national(digits, country)?;
            let cause = national_reading_cause(&reading.mobile, digits, country);
            Ok((reading, Some(cause)))
        },
        |reading| Ok((reading, Some(AutoFix::MexicanPrefix))),
    )
}

/// A mobile behind a zero and its country code: `091 98450 31276`, as address books in India have it. Without a plus,
/// only the account's country code is understood.
fn surplus_zero(number: &RawNumber, country: Country) -> Option<ParsedNumber> {
    let digits = number.digits.as_str().strip_prefix('0')?;
    if number.start == Start::Bare {
        let code = calling_code(country)?.to_string();
        digits.strip_prefix(&code)?;
    }
    let reading = match replaced(digits, country) {
        Some((reading, _)) => reading,
        None => read_international(digits, country).ok()?,
    };
    reading
        .is_mobile()
        .then_some((reading, Some(AutoFix::ZeroAndCode)))
}

/// A mobile behind its country code and the code once more, `+91 91 98450 31276`, where the digits are no number
/// otherwise. Without a plus, only the account's country code is understood.
fn surplus_code(number: &RawNumber, country: Country) -> Option<ParsedNumber> {
    let digits = number.digits.as_str();
    let digits = digits.strip_prefix('0').unwrap_or(digits);
    // Codes have one to three digits, and none is the front of another.
    let code = (1..=3)
        .filter_map(|length| digits.get(..length))
        .find(|code| {
            let code = code.parse().ok();
            code.is_some_and(|code| {
                PHONE_NUMBER_UTIL
                    .get_region_for_country_code(code)
                    .is_some()
            })
        })?;
    let of_account = calling_code(country).map(|code| code.to_string());
    if number.start == Start::Bare && of_account.as_deref() != Some(code) {
        return None;
    }
    let behind = digits.strip_prefix(code)?;
    behind.strip_prefix(code)?;
    let reading = match replaced(behind, country) {
        Some((reading, _)) => reading,
        None => read_international(behind, country).ok()?,
    };
    reading
        .is_mobile()
        .then_some((reading, Some(AutoFix::CodeTwice)))
}

const fn code_cause(start: Start) -> Option<AutoFix> {
    match start {
        Start::Plus => None,
        Start::DoubleZero => Some(AutoFix::DoubleZero),
        Start::Bare => Some(AutoFix::LostPlus),
    }
}

fn national_cause(plan: Option<&Plan>) -> AutoFix {
    if plan.is_some_and(|plan| plan.writes_zero) {
        AutoFix::LostZero
    } else {
        AutoFix::CountryCode
    }
}

fn national_reading_cause(mobile: &Mobile, digits: &str, country: Country) -> AutoFix {
    let sent = mobile.digits();
    let code = calling_code(country).map(|code| code.to_string());
    let national = code.and_then(|code| sent.strip_prefix(&code));
    if sent == digits {
        AutoFix::LostPlus
    } else if national == Some(digits) {
        national_cause(plan(country))
    } else if is_fifteen(sent, digits) {
        AutoFix::ArgentineFifteen
    } else if national.is_none() && digits.ends_with(sent) {
        // The country's own prefix for calls abroad, such as the 011 of North America.
        AutoFix::DoubleZero
    } else {
        AutoFix::CountryCode
    }
}

/// Numbers behind `+52` and `+54` in a form that went out of use or that only belongs to calls within the country.
fn replaced(digits: &str, country: Country) -> Option<ParsedNumber> {
    let assigned = |digits: &str| {
        let reading = read_international(digits, country).ok()?;
        reading.assigned.then_some(reading)
    };
    if let Some(national) = digits.strip_prefix("521").filter(|rest| rest.len() == 10) {
        let reading = assigned(&format!("52{national}"))?;
        return Some((reading, Some(AutoFix::MexicanOne)));
    }
    if let Some(national) = digits.strip_prefix("52") {
        // The 1 of calls from abroad, too: `+52 1 044 55…`.
        let old = national.strip_prefix('1').and_then(behind_old_prefix);
        let national = old.or_else(|| behind_old_prefix(national))?;
        let reading = assigned(&format!("52{national}"))?;
        return Some((reading, Some(AutoFix::MexicanPrefix)));
    }
    let national = digits.strip_prefix("54")?;
    // `+54 9 11 15 …` says mobile twice; libphonenumber turns the 15 into the 9.
    let once = national.strip_prefix('9').filter(|rest| rest.len() == 12);
    let reading = assigned(&format!("54{}", once.unwrap_or(national)))?;
    is_fifteen(reading.mobile.digits(), digits)
        .then_some((reading, Some(AutoFix::ArgentineFifteen)))
}

/// Whether an Argentine mobile was dialled with `15` behind its area in place of the `9` before it.
fn is_fifteen(sent: &str, digits: &str) -> bool {
    let Some(subscriber) = sent.strip_prefix("549") else {
        return false;
    };
    // Areas have two to four digits.
    (2..=4).any(|area| {
        let (area, rest) = subscriber.split_at(area.min(subscriber.len()));
        digits.ends_with(&format!("{area}15{rest}"))
    })
}

/// A number as it was dialled within Mexico until 2019.
fn within_mexico(digits: &str, country: Country) -> Option<Reading> {
    if country.as_str() != "MX" {
        return None;
    }
    let reading = read_international(&format!("52{}", behind_old_prefix(digits)?), country).ok()?;
    reading.assigned.then_some(reading)
}

/// Until 2019 mobiles were dialled within Mexico behind 044 or 045, other areas behind 01 (Instituto Federal de
/// Telecomunicaciones, Plan Técnico Fundamental de Numeración); ten digits are dialled now.
fn behind_old_prefix(digits: &str) -> Option<&str> {
    ["044", "045", "01"]
        .into_iter()
        .find_map(|prefix| digits.strip_prefix(prefix))
        .filter(|national| national.len() == 10)
}
