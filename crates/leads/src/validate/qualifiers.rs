//! Columns that qualify a lead: whether the person may be called at all, and in which country the number is dialled.

mod countries;
mod holds;

use serde::{Deserialize, Serialize};

use super::columns::{SheetHead, tokens};
use super::mobile::{ValidatedMobile, validate_mobile};
use super::text::trimmed;
use crate::country::Country;
use crate::field::Field;
use crate::marks::HoldReason;
use crate::problem::{AutoFix, Problem, ProblemKind};
use countries::CodeColumn;

pub use holds::{HoldColumn, HoldKind};

/// The columns that qualify a lead. None of them fills a field by that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Qualifiers {
    /// The column with each row's country by its name or its letters (ISO 3166-1), from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<usize>,
    /// The column with each row's calling code (ITU-T E.164), from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calling_code: Option<usize>,
    /// The columns that say whether a person may be called.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<HoldColumn>,
    /// The country in which a person said that the numbers of this list are dialled, where that is another than the account's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_list: Option<Country>,
    /// Other countries than the account's that the first rows name, each at least twice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Country>,
}

/// How many of the first rows are to name another country before the list is one of several countries. One person abroad
/// is no reason to doubt all the others.
const SEVERAL: usize = 2;

impl Qualifiers {
    /// Finds them by their headers, and by what the first rows hold.
    pub(super) fn of_sheet<S: AsRef<str>>(
        sheet: &SheetHead<'_, S>,
        country: Country,
    ) -> Qualifiers {
        let mut found = Qualifiers::default();
        for (column, header) in sheet.headers.iter().enumerate() {
            let words = tokens(header);
            if words.is_empty() {
                continue;
            }
            found.holds.extend(HoldColumn::of(column, header, &words));
            let cells = || {
                let cells = sheet.first.iter().filter_map(|row| row.get(column));
                cells.map(|cell| trimmed(cell.as_ref()))
            };
            match countries::code_column(&words, cells) {
                Some(CodeColumn::Country) if found.country.is_none() => {
                    found.country = Some(column)
                }
                Some(CodeColumn::CallingCode) if found.calling_code.is_none() => {
                    found.calling_code = Some(column);
                }
                _ => {}
            }
        }
        let named: Vec<Country> = sheet
            .first
            .iter()
            .filter_map(|row| found.country_of(row))
            .collect();
        found.others = several(&named, country);
        found
    }

    /// Adds the countries that numbers of the first rows name by a code of their own.
    pub(super) fn with_numbers<'a>(
        mut self,
        numbers: impl Iterator<Item = &'a str>,
        country: Country,
    ) -> Qualifiers {
        if self.others.is_empty() {
            let abroad: Vec<Country> = numbers
                .filter(|number| number.contains('+'))
                .filter_map(|number| abroad(&validate_mobile(number, country)))
                .collect();
            self.others = several(&abroad, country);
        }
        self
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == Qualifiers::default()
    }

    /// Whether a row can say in which country its number is dialled.
    fn tell_countries(&self) -> bool {
        self.country.is_some() || self.calling_code.is_some() || !self.others.is_empty()
    }

    /// The country that the row names.
    pub(super) fn country_of<S: AsRef<str>>(&self, cells: &[S]) -> Option<Country> {
        let cell = |column: Option<usize>| Some(trimmed(cells.get(column?)?.as_ref()));
        // Some rows of such a column name the country, and others its code.
        let (named, coded) = (countries::country_named, countries::country_with_code);
        cell(self.country)
            .and_then(|cell| named(cell).or_else(|| coded(cell)))
            .or_else(|| {
                cell(self.calling_code).and_then(|cell| coded(cell).or_else(|| named(cell)))
            })
    }

    /// Reads the row's number, as somebody in the row's country means it, and says what there is to say of it in the
    /// account's country.
    pub(super) fn validate_mobile<S: AsRef<str>>(
        &self,
        text: &str,
        cells: &[S],
        account: Country,
    ) -> ValidatedMobile {
        let account = self.of_list.unwrap_or(account);
        if !self.tell_countries() {
            return validate_mobile(text, account);
        }
        match self.country_of(cells) {
            Some(there) if there != account => validated_abroad(text, there, account),
            Some(_) => validate_mobile(text, account),
            None => {
                let mut validated = validate_mobile(text, account);
                let mut others = self.others.iter().filter(|other| **other != account);
                let other = others.find(|other| {
                    is_dialled_within(&validated) && is_good_mobile(&validate_mobile(text, **other))
                });
                let kind = match other {
                    Some(other) => Some(ProblemKind::TwoCountries { other: *other }),
                    None if has_no_code(text, &validated) => self.unknown_country(cells),
                    None => None,
                };
                let problem = kind.map(|kind| Problem::new(Field::Mobile, kind));
                validated.problems.extend(problem);
                validated
            }
        }
    }

    /// What is said of a row whose country is filled in and not known. A stand-in is as good as an empty cell.
    fn unknown_country<S: AsRef<str>>(&self, cells: &[S]) -> Option<ProblemKind> {
        let columns = [self.country, self.calling_code].into_iter().flatten();
        let mut said = columns.filter_map(|column| cells.get(column));
        let said = said.find_map(|cell| {
            let cell = trimmed(cell.as_ref());
            (!countries::is_stand_in(cell)).then_some(cell)
        })?;
        Some(ProblemKind::UnknownCountry {
            says: holds::quoted(said),
        })
    }

    /// Why the row is held back, but for what a person released.
    pub(super) fn held<S: AsRef<str>>(
        &self,
        cells: &[S],
        released: &[HoldReason],
    ) -> Vec<ProblemKind> {
        let says = |hold: &HoldColumn| {
            let cell = trimmed(cells.get(hold.column)?.as_ref());
            let reason = hold
                .reason(cell)
                .filter(|reason| !released.contains(reason))?;
            Some(ProblemKind::HeldBack {
                reason,
                says: hold.says(cell),
                scope: hold.scope(reason, cell),
            })
        };
        self.holds.iter().filter_map(says).collect()
    }
}

/// Those that are named several times and are not the account's.
fn several(named: &[Country], account: Country) -> Vec<Country> {
    let mut others: Vec<Country> = Vec::new();
    for country in named {
        let count = named.iter().filter(|other| *other == country).count();
        if *country != account && count >= SEVERAL && !others.contains(country) {
            others.push(*country);
        }
    }
    others
}

fn abroad(validated: &ValidatedMobile) -> Option<Country> {
    validated
        .problems
        .iter()
        .find_map(|problem| match problem.kind {
            ProblemKind::OtherCountry { country } => country,
            _ => None,
        })
}

/// A row that says another country than the account's.
fn validated_abroad(text: &str, there: Country, account: Country) -> ValidatedMobile {
    let mut validated = validate_mobile(text, there);
    let has_own_code = validated
        .problems
        .iter()
        .any(|problem| matches!(problem.kind, ProblemKind::OtherCountry { .. }));
    if has_own_code {
        // A code of its own counts before the column, and belongs elsewhere as seen from the account.
        return validate_mobile(text, account);
    }
    if validated.mobile.is_some() {
        let kind = ProblemKind::OtherCountry {
            country: Some(there),
        };
        validated
            .problems
            .insert(0, Problem::new(Field::Mobile, kind));
    }
    validated
}

/// Whether the number was understood as it is dialled within the country.
fn is_dialled_within(validated: &ValidatedMobile) -> bool {
    validated.problems.iter().any(|problem| {
        matches!(
            problem.kind,
            ProblemKind::FixedAutomatically {
                cause: AutoFix::CountryCode | AutoFix::LostZero | AutoFix::MexicanPrefix,
                ..
            }
        )
    })
}

/// Whether the number was read as one of the account's country for want of a country code.
fn has_no_code(text: &str, validated: &ValidatedMobile) -> bool {
    let is_fifteen = |problem: &Problem| {
        matches!(
            problem.kind,
            ProblemKind::FixedAutomatically {
                cause: AutoFix::ArgentineFifteen,
                ..
            }
        )
    };
    // What is dialled within Mexico and Argentina is taken out behind their codes as well.
    let has_plus = text.contains(['+', '＋']);
    !has_plus && (is_dialled_within(validated) || validated.problems.iter().any(is_fifteen))
}

fn is_good_mobile(validated: &ValidatedMobile) -> bool {
    let raises_warning = |problem: &Problem| {
        matches!(
            problem.kind,
            ProblemKind::Unassigned | ProblemKind::FixedLine | ProblemKind::OtherCountry { .. }
        )
    };
    validated.mobile.is_some()
        && is_dialled_within(validated)
        && !validated.problems.iter().any(raises_warning)
}

#[cfg(test)]
mod tests;
