//! Problems counted by group: the field and the kind.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::field::Field;
use crate::problem::{Level, Problem};

impl Problem {
    /// The name of its group: the field's key and the kind's, `mobile.too_short`.
    pub fn key(&self) -> String {
        format!("{}.{}", self.field.key(), self.kind.key())
    }
}

/// The groups in which problems are counted, by the kind's key, with what people read. Errors first, notes last.
const GROUPS: [(&str, Level, &str); 62] = [
    ("missing", Level::Error, "empty"),
    ("too_long", Level::Error, "too long"),
    ("no_number", Level::Error, "not a phone number"),
    ("too_short", Level::Error, "too few digits"),
    ("wrong_length", Level::Error, "wrong number of digits"),
    ("unknown_country_code", Level::Error, "unknown country code"),
    (
        "exponent_form",
        Level::Error,
        "digits lost in the spreadsheet",
    ),
    ("unknown_gender", Level::Error, "not male or female"),
    (
        "unreadable_characters",
        Level::Error,
        "unreadable characters",
    ),
    ("unknown_robot", Level::Error, "unknown robot"),
    ("group_robot", Level::Error, "group robot"),
    ("column_not_chosen", Level::Error, "column not chosen"),
    ("negative", Level::Error, "negative number"),
    ("two_numbers", Level::Error, "two numbers"),
    ("list_number", Level::Error, "list number before it"),
    ("extension", Level::Error, "number with extension"),
    ("rounded", Level::Error, "rounded by the spreadsheet"),
    ("never_calculated", Level::Error, "formula never calculated"),
    ("error_value", Level::Error, "spreadsheet error"),
    ("more_cells", Level::Error, "more cells than headers"),
    ("spans_lines", Level::Error, "cell across several lines"),
    ("open_quote", Level::Error, "quotation mark never closed"),
    ("not_a_lead", Level::Error, "total or footer"),
    ("hidden", Level::HeldBack, "hidden in the sheet"),
    ("struck_through", Level::HeldBack, "struck through"),
    ("do_not_call", Level::HeldBack, "do not call"),
    ("no_consent", Level::HeldBack, "no consent"),
    ("status", Level::HeldBack, "closed by its status"),
    ("unassigned", Level::Warning, "range not in use"),
    ("fixed_line", Level::Warning, "landline"),
    ("other_country", Level::Warning, "other country"),
    ("perhaps_rounded", Level::Warning, "ends in zeros"),
    ("dummy", Level::Warning, "made-up number"),
    ("toll_free", Level::Warning, "toll-free number"),
    ("premium", Level::Warning, "premium-rate number"),
    ("shared_cost", Level::Warning, "shared-cost number"),
    ("pager", Level::Warning, "pager number"),
    ("voicemail", Level::Warning, "voicemail number"),
    ("company_wide", Level::Warning, "company number"),
    ("short", Level::Warning, "short number"),
    ("two_countries", Level::Warning, "country not clear"),
    ("unknown_country", Level::Warning, "unknown country"),
    ("placeholder", Level::Warning, "placeholder"),
    ("garbled", Level::Warning, "garbled letters"),
    ("letters_lost", Level::Warning, "letters lost"),
    ("perhaps_too_long", Level::Warning, "might be too long"),
    ("unspeakable", Level::Warning, "symbols a voice cannot say"),
    ("nothing_to_say", Level::Warning, "empty, but needed"),
    ("country_code", Level::Fixed, "country code added"),
    ("lost_zero", Level::Fixed, "leading 0 added"),
    ("lost_plus", Level::Fixed, "+ added"),
    ("double_zero", Level::Fixed, "00 changed to +"),
    ("decimal_zero", Level::Fixed, ".0 removed"),
    ("invisible", Level::Fixed, "invisible characters removed"),
    ("mexican_one", Level::Fixed, "1 after +52 removed"),
    ("argentine_fifteen", Level::Fixed, "15 changed to 9"),
    ("gender_left_empty", Level::Fixed, "left empty"),
    ("zero_and_code", Level::Fixed, "leading 0 removed"),
    ("mexican_prefix", Level::Fixed, "old prefix removed"),
    ("code_twice", Level::Fixed, "second country code removed"),
    ("format_plus", Level::Fixed, "+ of the cell format added"),
    ("spelling", Level::Fixed, "format changed"),
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
    pub fn problem(self) -> &'static str {
        self.row().2
    }

    /// What people read: `Mobile: too few digits`.
    pub fn label(self) -> String {
        format!("{}: {}", self.field.label(), self.problem())
    }

    fn row(self) -> &'static (&'static str, Level, &'static str) {
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemGroup {
    /// `mobile.too_short`.
    pub key: String,
    /// The field.
    pub field: Field,
    /// What a problem of this group weighs.
    pub level: Level,
    /// What people read: `Mobile: too few digits`.
    pub label: String,
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
    fn named(key: &str, count: u32) -> Option<ProblemGroup> {
        let group = GroupKey::parse(key)?;
        Some(ProblemGroup {
            key: key.to_owned(),
            field: group.field(),
            level: group.level(),
            label: group.label(),
            count,
        })
    }
}

/// Each group once, however many problems of it the lead has.
fn keys(problems: &[Problem]) -> BTreeSet<String> {
    problems.iter().map(Problem::key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;
    use crate::marks::{HoldReason, HoldScope, ShapeProblem};
    use crate::problem::{AutoFix, NotANumber, ProblemKind, Service};

    /// A problem of each kind of which there is only one sort.
    fn plain_kinds() -> Vec<ProblemKind> {
        vec![
            ProblemKind::Missing,
            ProblemKind::TooLong {
                found: 2,
                allowed: 1,
            },
            ProblemKind::ExponentForm,
            ProblemKind::Unassigned,
            ProblemKind::UnknownGender,
            ProblemKind::UnreadableCharacters,
            ProblemKind::FixedLine,
            ProblemKind::OtherCountry { country: None },
            ProblemKind::UnknownRobot,
            ProblemKind::GroupRobot,
            ProblemKind::ColumnNotChosen,
            ProblemKind::Negative,
            ProblemKind::TwoNumbers,
            ProblemKind::ListNumber,
            ProblemKind::Extension,
            ProblemKind::Rounded,
            ProblemKind::PerhapsRounded,
            ProblemKind::Dummy,
            ProblemKind::TwoCountries {
                other: Country::parse("ID").expect("two letters"),
            },
            ProblemKind::UnknownCountry {
                says: String::new(),
            },
            ProblemKind::NeverCalculated,
            ProblemKind::ErrorValue,
            ProblemKind::Placeholder,
            ProblemKind::Garbled { to: String::new() },
            ProblemKind::LettersLost,
            ProblemKind::PerhapsTooLong {
                found: 2,
                allowed: 1,
            },
            ProblemKind::Unspeakable,
            ProblemKind::NothingToSay,
            ProblemKind::GenderLeftEmpty,
        ]
    }

    const REASONS: [NotANumber; 5] = [
        NotANumber::NoNumber,
        NotANumber::UnknownCountryCode,
        NotANumber::TooShort,
        NotANumber::TooLong,
        NotANumber::WrongLength,
    ];

    const CAUSES: [AutoFix; 13] = [
        AutoFix::Spelling,
        AutoFix::Invisible,
        AutoFix::DecimalZero,
        AutoFix::DoubleZero,
        AutoFix::LostPlus,
        AutoFix::CountryCode,
        AutoFix::LostZero,
        AutoFix::MexicanOne,
        AutoFix::MexicanPrefix,
        AutoFix::ZeroAndCode,
        AutoFix::CodeTwice,
        AutoFix::FormatPlus,
        AutoFix::ArgentineFifteen,
    ];

    const SERVICES: [Service; 7] = [
        Service::TollFree,
        Service::Premium,
        Service::SharedCost,
        Service::Pager,
        Service::Voicemail,
        Service::CompanyWide,
        Service::Short,
    ];

    const SHAPES: [ShapeProblem; 4] = [
        ShapeProblem::MoreCells {
            cells: 5,
            headers: 4,
        },
        ShapeProblem::SpansLines { lines: 3 },
        ShapeProblem::OpenQuote,
        ShapeProblem::NotALead,
    ];

    fn every_kind() -> Vec<ProblemKind> {
        let held = |reason| ProblemKind::HeldBack {
            reason,
            says: String::new(),
            scope: HoldScope::Number,
        };
        let rewritten = |cause| ProblemKind::FixedAutomatically {
            to: String::new(),
            cause,
        };
        let mut kinds = plain_kinds();
        kinds.extend(REASONS.map(|reason| ProblemKind::NotANumber { reason }));
        kinds.extend(CAUSES.map(rewritten));
        kinds.extend(SERVICES.map(|service| ProblemKind::SpecialNumber { service }));
        kinds.extend(SHAPES.map(ProblemKind::Shape));
        kinds.extend(HoldReason::ALL.map(held));
        kinds
    }

    #[test]
    fn every_kind_has_a_group_of_its_weight() {
        for kind in every_kind() {
            let problem = Problem::new(Field::Comments, kind);
            let group = ProblemGroup::named(&problem.key(), 1);
            let group = group.unwrap_or_else(|| panic!("{} has no group", problem.key()));
            assert_eq!(group.level, problem.level(), "{}", problem.key());
        }
    }

    #[test]
    fn only_a_field_and_a_kind_that_there_are_name_a_group() {
        for kind in every_kind() {
            let key = Problem::new(Field::Mobile, kind).key();
            let parsed = GroupKey::parse(&key).map(|group| group.to_string());
            assert_eq!(parsed.as_deref(), Some(key.as_str()));
        }
        for key in [
            "",
            ".",
            "mobile",
            "mobile.",
            ".missing",
            "Mobile.missing",
            "mobile.missing.missing",
            "mobile.missing ",
            "mobile.x\" || true || \"",
            "a\"b.missing",
            "mobile.\0",
        ] {
            assert_eq!(GroupKey::parse(key), None, "{key:?}");
        }
    }

    #[test]
    fn a_group_counts_leads_and_not_problems() {
        let missing = Problem::new(Field::Platform, ProblemKind::Missing);
        let fixed = Problem::new(Field::Mobile, ProblemKind::FixedLine);
        let mut counts = ProblemCounts::default();
        counts.add(&[missing.clone(), missing.clone(), fixed.clone()]);
        counts.add(std::slice::from_ref(&fixed));
        assert_eq!(counts.of("platform.missing"), 1);
        let labels: Vec<(String, u32)> = counts
            .groups()
            .into_iter()
            .map(|group| (group.label, group.count))
            .collect();
        let expected = [("Platform: empty", 1), ("Mobile: landline", 2)];
        assert_eq!(
            labels,
            expected.map(|(label, count)| (label.to_owned(), count))
        );
        counts.subtract(&[missing, fixed]);
        assert_eq!(
            (
                counts.of("platform.missing"),
                counts.of("mobile.fixed_line")
            ),
            (0, 1)
        );
    }
}
