//! A row of a sheet as a lead, and everything that is wrong with it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::constant_formula::shown_by_constant;
use super::field_text::{not_worked_out, validate_text};
use super::gender::{Gender, names_no_gender};
use super::mapping::Mapping;
use super::mobile::{Mobile, ValidatedMobile};
use super::question::Question;
use super::text::trimmed;
use crate::country::Country;
use crate::edits::Edits;
use crate::field::Field;
use crate::marks::{HoldReason, HoldScope, RowMarks};
use crate::problem::{AutoFix, Level, Problem, ProblemKind};
use crate::views::RobotMode;

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
pub struct ValidatedLead {
    /// The lead.
    pub lead: Lead,
    /// Everything that is to be said of it, in the order of the fields.
    pub problems: Vec<Problem>,
}

impl ValidatedLead {
    /// Whether the lead cannot be sent.
    pub fn has_errors(&self) -> bool {
        self.problems
            .iter()
            .any(|problem| problem.level() == Level::Error)
    }
}

/// A row of the sheet, and what was fixed in it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a, S> {
    /// Its cells. There may be fewer than headers: a missing cell is an empty one.
    pub cells: &'a [S],
    /// What a person wrote in place of some fields.
    pub edits: &'a Edits,
    /// What the sheet says of it beside its cells.
    pub marks: &'a RowMarks,
}

impl<'a, S: AsRef<str>> Row<'a, S> {
    /// The field's text: what was fixed, else what the sheet says.
    pub fn text(&self, field: Field, mapping: &'a Mapping) -> Cow<'a, str> {
        match self.edits.text(field) {
            Some(text) => Cow::Borrowed(text),
            None => mapping.text(field, self.cells),
        }
    }
}

/// The account's robots by their ids; `None` where the provider uses a word for the mode that we do not know.
pub type RobotModes = BTreeMap<String, Option<RobotMode>>;

/// What a row is validated by, besides the row.
#[derive(Clone, Copy, Debug)]
pub struct RowRules<'a> {
    /// The account's robots, which a lead's own robot must be among; `None` where they are not known, or do not matter.
    pub robots: Option<&'a RobotModes>,
    /// The country whose people dial the numbers that have no country code.
    pub country: Country,
    /// The platform of rows without one of their own; may be empty.
    pub platform: &'a str,
    /// Why rows are not held back, since a person said that they are to be called.
    pub released: &'a [HoldReason],
    /// The fields that the robot says.
    pub spoken: &'a [Field],
    /// Whether several numbers of the list [end in zeros](super::ends_in_zeros): such numbers are then errors and no
    /// warnings.
    pub rounded_list: bool,
}

impl RowRules<'static> {
    /// The country alone: nothing is known of robots, no platform is given, nothing was decided by a person.
    pub const fn of_country(country: Country) -> RowRules<'static> {
        RowRules {
            robots: None,
            country,
            platform: "",
            released: &[],
            spoken: &[],
            rounded_list: false,
        }
    }
}

/// Validates one row. Never fails: the answer is the lead as far as it can be read, and its problems.
///
/// The limits are those of `Details[]` in the provider's documentation.
pub fn validate_row<S: AsRef<str>>(
    row: &Row<'_, S>,
    mapping: &Mapping,
    rules: &RowRules<'_>,
) -> ValidatedLead {
    let shape = shape_problem(row);
    let mut mobile = number(row, mapping, rules);
    if rules.rounded_list {
        mobile = mobile.in_rounded_list();
    }
    let mut problems = mobile.problems;
    let mut given =
        |field: Field| text_of(field, trimmed(&row.text(field, mapping)), &mut problems);
    let platform = match given(Field::Platform) {
        own if own.is_empty() => trimmed(rules.platform).to_owned(),
        own => own,
    };
    let gender = row.text(Field::Gender, mapping);
    let gender = trimmed(&gender);
    let lead = Lead {
        customer: given(Field::Customer),
        // A number that may stand in the wrong column is nobody's.
        mobile: mobile.mobile.filter(|_| shape.is_none()),
        platform,
        comments: given(Field::Comments),
        robot_id: given(Field::RobotId),
        gender: mapping.genders().parse(gender),
        extra_a: given(Field::ExtraA),
        extra_b: given(Field::ExtraB),
        extra_c: given(Field::ExtraC),
    };
    problems.extend(gender_problem(gender, lead.gender));
    problems.extend(robot_problem(&lead.robot_id, rules.robots));
    validate_text(Field::Customer, &lead.customer, &mut problems);
    if !mapping.asks_at(Field::Platform) {
        validate_text(Field::Platform, &lead.platform, &mut problems);
    }
    validate_text(Field::Comments, &lead.comments, &mut problems);
    validate_text(Field::RobotId, &lead.robot_id, &mut problems);
    validate_text(Field::ExtraA, &lead.extra_a, &mut problems);
    validate_text(Field::ExtraB, &lead.extra_b, &mut problems);
    validate_text(Field::ExtraC, &lead.extra_c, &mut problems);
    problems.extend(asked(mapping));
    problems.extend(unsaid(row, mapping, rules.spoken));
    problems.extend(shape);
    problems.extend(held_back(row.marks, rules.released));
    if !mapping.qualifiers().holds.is_empty() {
        let held = mapping.qualifiers().held(row.cells, rules.released);
        problems.extend(
            held.into_iter()
                .map(|kind| Problem::new(Field::Mobile, kind)),
        );
    }
    problems.sort_by_key(|problem| problem.field);
    ValidatedLead { lead, problems }
}

/// The row's number. Where nobody has said yet which column holds it, there is none, and no more to say of it than that.
fn number<S: AsRef<str>>(
    row: &Row<'_, S>,
    mapping: &Mapping,
    rules: &RowRules<'_>,
) -> ValidatedMobile {
    if mapping.asks_at(Field::Mobile) {
        return ValidatedMobile {
            mobile: None,
            problems: Vec::new(),
        };
    }
    let text = row.text(Field::Mobile, mapping);
    mapping
        .qualifiers()
        .validate_mobile(&text, row.cells, rules.country)
}

/// The questions that are open: each row says so at the field, so that none is ready.
fn asked(mapping: &Mapping) -> impl Iterator<Item = Problem> + use<'_> {
    let fields = mapping.questions().iter().filter_map(Question::stands_at);
    fields.map(|field| Problem::new(field, ProblemKind::ColumnNotChosen))
}

/// The fields that the robot says, and for which the list has a column, though this row's cell is empty.
fn unsaid<'a, S: AsRef<str>>(
    row: &'a Row<'_, S>,
    mapping: &'a Mapping,
    spoken: &'a [Field],
) -> impl Iterator<Item = Problem> + use<'a, S> {
    let is_unsaid = |field: &&Field| {
        mapping.source(**field).is_some() && trimmed(&row.text(**field, mapping)).is_empty()
    };
    let unsaid = spoken.iter().filter(is_unsaid);
    unsaid.map(|field| Problem::new(*field, ProblemKind::NothingToSay))
}

/// Why the row's cells cannot be trusted, unless a person has written the number.
fn shape_problem<S>(row: &Row<'_, S>) -> Option<Problem> {
    let is_written = row.edits.text(Field::Mobile).is_some();
    let shape = row.marks.shape.filter(|_| !is_written)?;
    Some(Problem::new(Field::Mobile, ProblemKind::Shape(shape)))
}

/// Why the row is held back by how the sheet shows it. It is told of the number, which every row shows.
fn held_back<'a>(
    marks: &'a RowMarks,
    released: &'a [HoldReason],
) -> impl Iterator<Item = Problem> + use<'a> {
    let holds = [
        (marks.hidden, HoldReason::Hidden),
        (marks.struck_through, HoldReason::StruckThrough),
    ];
    holds
        .into_iter()
        .filter(|(is_marked, reason)| *is_marked && !released.contains(reason))
        .map(|(_, reason)| ProblemKind::HeldBack {
            reason,
            says: String::new(),
            // Somebody hid the row, and said nothing of the person.
            scope: HoldScope::Row,
        })
        .map(|kind| Problem::new(Field::Mobile, kind))
}

/// The field's text as a spreadsheet shows it, with a note where that is not what the cell holds.
fn text_of(field: Field, text: &str, problems: &mut Vec<Problem>) -> String {
    let Some(shown) = shown_by_constant(text) else {
        return text.to_owned();
    };
    let to = trimmed(&shown).to_owned();
    let kind = ProblemKind::FixedAutomatically {
        to: to.clone(),
        cause: AutoFix::Spelling,
    };
    problems.push(Problem::new(field, kind));
    to
}

/// Whether the row holds nothing at all: spreadsheets leave such rows behind, and they are no leads.
pub fn is_blank<S: AsRef<str>>(cells: &[S]) -> bool {
    cells.iter().all(|cell| trimmed(cell.as_ref()).is_empty())
}

/// The provider's documentation takes only robots of `single` mode in `Details[].RobotID`.
fn robot_problem(robot: &str, robots: Option<&RobotModes>) -> Option<Problem> {
    if robot.is_empty() || not_worked_out(robot).is_some() {
        return None;
    }
    let kind = match robots?.get(robot) {
        Some(Some(RobotMode::Group)) => ProblemKind::GroupRobot,
        Some(_) => return None,
        None => ProblemKind::UnknownRobot,
    };
    Some(Problem::new(Field::RobotId, kind))
}

fn gender_problem(text: &str, gender: Option<Gender>) -> Option<Problem> {
    let kind = match gender {
        None if text.is_empty() => return None,
        None => match not_worked_out(text) {
            Some(kind) => kind,
            None if names_no_gender(text) => ProblemKind::GenderLeftEmpty,
            None => ProblemKind::UnknownGender,
        },
        Some(gender) if text.eq_ignore_ascii_case(gender.key()) => return None,
        Some(gender) => ProblemKind::FixedAutomatically {
            to: gender.key().to_owned(),
            cause: AutoFix::Spelling,
        },
    };
    Some(Problem::new(Field::Gender, kind))
}

#[cfg(test)]
mod tests;
