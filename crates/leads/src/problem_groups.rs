//! Problems counted by group: the field and the kind.

use std::collections::{BTreeMap, BTreeSet};

use localization::Message;
use serde::{Deserialize, Serialize};

use crate::field::Field;
use crate::messages::problem_groups as named;
use crate::problem::{Level, Problem};

impl Problem {
    /// The name of its group: the field's key and the kind's, `mobile.too_short`.
    pub fn key(&self) -> String {
        format!("{}.{}", self.field.key(), self.kind.key())
    }
}

/// The key of a group, its level, and what people read of it.
type Group = (&'static str, Level, fn() -> Message);

/// The groups in which problems are counted, by the kind's key, with what people read. Errors first, notes last.
const GROUPS: [Group; 62] = [
    ("missing", Level::Error, named::missing),
    ("too_long", Level::Error, named::too_long),
    ("no_number", Level::Error, named::no_number),
    ("too_short", Level::Error, named::too_short),
    ("wrong_length", Level::Error, named::wrong_length),
    (
        "unknown_country_code",
        Level::Error,
        named::unknown_country_code,
    ),
    ("exponent_form", Level::Error, named::exponent_form),
    ("unknown_gender", Level::Error, named::unknown_gender),
    (
        "unreadable_characters",
        Level::Error,
        named::unreadable_characters,
    ),
    ("unknown_robot", Level::Error, named::unknown_robot),
    ("group_robot", Level::Error, named::group_robot),
    ("column_not_chosen", Level::Error, named::column_not_chosen),
    ("negative", Level::Error, named::negative),
    ("two_numbers", Level::Error, named::two_numbers),
    ("list_number", Level::Error, named::list_number),
    ("extension", Level::Error, named::extension),
    ("rounded", Level::Error, named::rounded),
    ("never_calculated", Level::Error, named::never_calculated),
    ("error_value", Level::Error, named::error_value),
    ("more_cells", Level::Error, named::more_cells),
    ("spans_lines", Level::Error, named::spans_lines),
    ("open_quote", Level::Error, named::open_quote),
    ("not_a_lead", Level::Error, named::not_a_lead),
    ("hidden", Level::HeldBack, named::hidden),
    ("struck_through", Level::HeldBack, named::struck_through),
    ("do_not_call", Level::HeldBack, named::do_not_call),
    ("no_consent", Level::HeldBack, named::no_consent),
    ("status", Level::HeldBack, named::status),
    ("unassigned", Level::Warning, named::unassigned),
    ("fixed_line", Level::Warning, named::fixed_line),
    ("other_country", Level::Warning, named::other_country),
    ("perhaps_rounded", Level::Warning, named::perhaps_rounded),
    ("dummy", Level::Warning, named::dummy),
    ("toll_free", Level::Warning, named::toll_free),
    ("premium", Level::Warning, named::premium),
    ("shared_cost", Level::Warning, named::shared_cost),
    ("pager", Level::Warning, named::pager),
    ("voicemail", Level::Warning, named::voicemail),
    ("company_wide", Level::Warning, named::company_wide),
    ("short", Level::Warning, named::short),
    ("two_countries", Level::Warning, named::two_countries),
    ("unknown_country", Level::Warning, named::unknown_country),
    ("placeholder", Level::Warning, named::placeholder),
    ("garbled", Level::Warning, named::garbled),
    ("letters_lost", Level::Warning, named::letters_lost),
    ("perhaps_too_long", Level::Warning, named::perhaps_too_long),
    ("unspeakable", Level::Warning, named::unspeakable),
    ("nothing_to_say", Level::Warning, named::nothing_to_say),
    ("country_code", Level::Fixed, named::country_code),
    ("lost_zero", Level::Fixed, named::lost_zero),
    ("lost_plus", Level::Fixed, named::lost_plus),
    ("double_zero", Level::Fixed, named::double_zero),
    ("decimal_zero", Level::Fixed, named::decimal_zero),
    ("invisible", Level::Fixed, named::invisible),
    ("mexican_one", Level::Fixed, named::mexican_one),
    ("argentine_fifteen", Level::Fixed, named::argentine_fifteen),
    ("gender_left_empty", Level::Fixed, named::gender_left_empty),
    ("zero_and_code", Level::Fixed, named::zero_and_code),
    ("mexican_prefix", Level::Fixed, named::mexican_prefix),
    ("code_twice", Level::Fixed, named::code_twice),
    ("format_plus", Level::Fixed, named::format_plus),
    ("spelling", Level::Fixed, named::spelling),
];

/// The name of a group: a field and a kind that there are. Nothing else that is written in a form or an address becomes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GroupKey {
    field: Field,
    kind: &'static str,
}

impl GroupKey {
    /// The group of that [name](Problem::key): `mobile.too_short`.
    pub fn parse(key: &str) -> Option<GroupKey> {
        let (field, kind) = key.split_once('.')?;
        let (kind, ..) = GROUPS.iter().find(|(name, ..)| *name == kind)?;
        Some(GroupKey {
            field: Field::from_key(field)?,
            kind,
        })
    }

    /// Every group that there is, of every field.
    pub fn all() -> impl Iterator<Item = GroupKey> {
        let of_field = |field| {
            GROUPS
                .iter()
                .map(move |(kind, ..)| GroupKey { field, kind })
        };
        Field::ALL.into_iter().flat_map(of_field)
    }

    /// The field that has the problem.
    pub const fn field(self) -> Field {
        self.field
    }

    /// The kind's key, one of a fixed list of lower-case words.
    pub const fn kind(self) -> &'static str {
        self.kind
    }

    /// What a problem of this group weighs.
    pub fn level(self) -> Level {
        self.row().1
    }

    /// What people read of the kind: `too few digits`.
    pub fn problem(self) -> Message {
        self.row().2()
    }

    /// What people read: `Mobile: too few digits`.
    pub fn message(self) -> Message {
        named::label(self.field.message(), self.problem())
    }

    fn row(self) -> &'static (&'static str, Level, fn() -> Message) {
        GROUPS
            .iter()
            .find(|(name, ..)| *name == self.kind)
            .expect("a key is only made of a kind in the list")
    }
}

impl std::fmt::Display for GroupKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}", self.field.key(), self.kind)
    }
}

/// How many leads have a problem of each group, by the group's [key](Problem::key).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProblemCounts(BTreeMap<String, u32>);

/// A group of problems, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemGroup {
    /// `mobile.too_short`.
    pub key: String,
    pub(crate) group: GroupKey,
    /// What a problem of this group weighs.
    pub level: Level,
    /// Leads that have it.
    pub count: u32,
}

impl ProblemCounts {
    /// Counts the problems of one more lead.
    pub fn add(&mut self, problems: &[Problem]) {
        for key in keys(problems) {
            *self.0.entry(key).or_default() += 1;
        }
    }

    /// Counts the problems of one lead less.
    pub fn subtract(&mut self, problems: &[Problem]) {
        for key in keys(problems) {
            if let Some(count) = self.0.get_mut(&key) {
                *count = count.saturating_sub(1);
            }
        }
        self.0.retain(|_, count| *count > 0);
    }

    /// How many leads have a problem of that group.
    pub fn of(&self, key: &str) -> u32 {
        self.0.get(key).copied().unwrap_or(0)
    }

    /// The groups that have leads: the heaviest first, then by how many.
    pub fn groups(&self) -> Vec<ProblemGroup> {
        let mut groups: Vec<ProblemGroup> = self
            .0
            .iter()
            .filter_map(|(key, count)| ProblemGroup::named(key, *count))
            .collect();
        groups.sort_by_key(|group| std::cmp::Reverse((group.level, group.count)));
        groups
    }
}

impl ProblemGroup {
    /// What people read: `Mobile: too few digits`.
    pub fn message(&self) -> Message {
        self.group.message()
    }

    fn named(key: &str, count: u32) -> Option<ProblemGroup> {
        let group = GroupKey::parse(key)?;
        Some(ProblemGroup {
            key: key.to_owned(),
            group,
            level: group.level(),
            count,
        })
    }
}

/// Each group once, however many problems of it the lead has.
fn keys(problems: &[Problem]) -> BTreeSet<String> {
    problems.iter().map(Problem::key).collect()
}

#[cfg(test)]
mod tests;
