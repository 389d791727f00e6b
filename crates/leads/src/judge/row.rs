//! A row of a sheet as a lead, and everything that is wrong with it.

use serde::{Deserialize, Serialize};

use super::mapping::Mapping;
use super::mobile::{Mobile, judge_mobile};
use super::synonyms::fold;
use super::text::{is_unreadable, length, trimmed};
use crate::country::Country;
use crate::fault::{Cause, Fault, FaultKind};
use crate::field::Field;

/// The values of gender in the provider's documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    /// `male`.
    Male,
    /// `female`.
    Female,
}

impl Gender {
    /// The provider's word.
    pub const fn key(self) -> &'static str {
        match self {
            Gender::Male => "male",
            Gender::Female => "female",
        }
    }

    /// Understands the words of English, Spanish, Indonesian and Chinese, in either case.
    ///
    /// A lone `H` is left out: where it means `hombre`, `M` means `mujer` and would be taken for male.
    pub fn parse(text: &str) -> Option<Gender> {
        match fold(text).as_str() {
            "male" | "m" | "man" | "hombre" | "masculino" | "varon" | "lakilaki" | "laki"
            | "pria" | "l" | "男" | "男性" => Some(Gender::Male),
            "female" | "f" | "woman" | "mujer" | "femenino" | "femenina" | "perempuan"
            | "wanita" | "p" | "女" | "女性" => Some(Gender::Female),
            _ => None,
        }
    }
}

/// A lead as it would be sent: blanks around every value dropped, the number in E.164, the task's platform where the row
/// has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// The person's name; may be empty.
    pub customer: String,
    /// The number; `None` when the cell holds none.
    pub mobile: Option<Mobile>,
    /// The platform; empty only when neither the row nor the task has one.
    pub platform: String,
    /// Free text; may be empty.
    pub comments: String,
    /// A robot of its own; empty for the task's.
    pub robot_id: String,
    /// The gender, where told.
    pub gender: Option<Gender>,
    /// The robot's first variable; may be empty.
    pub extra_a: String,
    /// The robot's second variable; may be empty.
    pub extra_b: String,
    /// The robot's third variable; may be empty.
    pub extra_c: String,
}

/// A lead and its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedLead {
    /// The lead.
    pub lead: Lead,
    /// Everything that is to be said of it, in the order of the fields.
    pub faults: Vec<Fault>,
}

/// What a row is judged by, besides the row.
#[derive(Clone, Copy, Debug)]
pub struct RowRules<'a> {
    /// The country whose people dial the numbers that have no country code.
    pub country: Country,
    /// The platform of rows without one of their own; may be empty.
    pub platform: &'a str,
}

/// Judges one row. Never fails: the answer is the lead as far as it can be read, and its faults.
///
/// A row may be shorter than the headers: a missing cell is an empty one. The limits are those of `Details[]` in the
/// provider's documentation.
pub fn judge_row<S: AsRef<str>>(
    cells: &[S],
    mapping: &Mapping,
    rules: &RowRules<'_>,
) -> JudgedLead {
    let cell = |field: Field| {
        mapping
            .column(field)
            .and_then(|column| cells.get(column))
            .map_or("", AsRef::as_ref)
    };
    let mobile = judge_mobile(cell(Field::Mobile), rules.country);
    let platform = match trimmed(cell(Field::Platform)) {
        "" => trimmed(rules.platform),
        own => own,
    };
    let gender = trimmed(cell(Field::Gender));
    let lead = Lead {
        customer: trimmed(cell(Field::Customer)).to_owned(),
        mobile: mobile.mobile,
        platform: platform.to_owned(),
        comments: trimmed(cell(Field::Comments)).to_owned(),
        robot_id: trimmed(cell(Field::RobotId)).to_owned(),
        gender: Gender::parse(gender),
        extra_a: trimmed(cell(Field::ExtraA)).to_owned(),
        extra_b: trimmed(cell(Field::ExtraB)).to_owned(),
        extra_c: trimmed(cell(Field::ExtraC)).to_owned(),
    };
    let mut faults = mobile.faults;
    faults.extend(gender_fault(gender, lead.gender));
    judge_text(Field::Customer, &lead.customer, &mut faults);
    judge_text(Field::Platform, &lead.platform, &mut faults);
    judge_text(Field::Comments, &lead.comments, &mut faults);
    judge_text(Field::RobotId, &lead.robot_id, &mut faults);
    judge_text(Field::ExtraA, &lead.extra_a, &mut faults);
    judge_text(Field::ExtraB, &lead.extra_b, &mut faults);
    judge_text(Field::ExtraC, &lead.extra_c, &mut faults);
    faults.sort_by_key(|fault| fault.field);
    JudgedLead { lead, faults }
}

/// Whether the row holds nothing at all: spreadsheets leave such rows behind, and they are no leads.
pub fn is_blank<S: AsRef<str>>(cells: &[S]) -> bool {
    cells.iter().all(|cell| trimmed(cell.as_ref()).is_empty())
}

fn gender_fault(text: &str, gender: Option<Gender>) -> Option<Fault> {
    let kind = match gender {
        None if text.is_empty() => return None,
        None => FaultKind::UnknownGender,
        Some(gender) if text.eq_ignore_ascii_case(gender.key()) => return None,
        Some(gender) => FaultKind::Rewritten {
            to: gender.key().to_owned(),
            cause: Cause::Spelling,
        },
    };
    Some(Fault::new(Field::Gender, kind))
}

/// The provider's documentation says “at most 20 letters” of the platform. Names with digits are likely, and whether
/// it refuses them is not said: only the length is judged, and whether the text can be read.
fn judge_text(field: Field, text: &str, faults: &mut Vec<Fault>) {
    if text.is_empty() && field == Field::Platform {
        faults.push(Fault::new(field, FaultKind::Missing));
    }
    let breaks_a_line = field == Field::Platform && text.contains(char::is_control);
    if is_unreadable(text) || breaks_a_line {
        faults.push(Fault::new(field, FaultKind::UnreadableCharacters));
    }
    let found = length(text);
    if let Some(allowed) = field.longest().filter(|allowed| found > *allowed) {
        faults.push(Fault::new(field, FaultKind::TooLong { found, allowed }));
    }
}

#[cfg(test)]
mod tests;
