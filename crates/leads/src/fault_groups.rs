//! Faults counted by group: the field and the kind.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, Level};
use crate::field::Field;

impl Fault {
    /// The name of its group: the field's key and the kind's, `mobile.too_short`.
    pub fn key(&self) -> String {
        format!("{}.{}", self.field.key(), self.kind.key())
    }
}

/// The groups in which faults are counted, by the kind's key, with what people read. Errors first, notes last.
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
    ("country_code", Level::Note, "country code added"),
    ("lost_zero", Level::Note, "leading 0 added"),
    ("lost_plus", Level::Note, "+ added"),
    ("double_zero", Level::Note, "00 changed to +"),
    ("decimal_zero", Level::Note, ".0 removed"),
    ("invisible", Level::Note, "invisible characters removed"),
    ("mexican_one", Level::Note, "1 after +52 removed"),
    ("argentine_fifteen", Level::Note, "15 changed to 9"),
    ("gender_left_empty", Level::Note, "left empty"),
    ("zero_and_code", Level::Note, "leading 0 removed"),
    ("mexican_prefix", Level::Note, "old prefix removed"),
    ("code_twice", Level::Note, "second country code removed"),
    ("format_plus", Level::Note, "+ of the cell format added"),
    ("spelling", Level::Note, "format changed"),
];

/// The name of a group: a field and a kind that there are. Nothing else that is written in a form or an address becomes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GroupKey {
    field: Field,
    kind: &'static str,
}

impl GroupKey {
    /// The group of that [name](Fault::key): `mobile.too_short`.
    pub fn parse(key: &str) -> Option<GroupKey> {
        let (field, kind) = key.split_once('.')?;
        let (kind, ..) = GROUPS.iter().find(|(name, ..)| *name == kind)?;
        Some(GroupKey {
            field: Field::from_key(field)?,
            kind,
        })
    }

    /// The field that has the fault.
    pub const fn field(self) -> Field {
        self.field
    }

    /// The kind's key, one of a fixed list of lower-case words.
    pub const fn kind(self) -> &'static str {
        self.kind
    }

    /// What a fault of this group weighs.
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

/// How many leads have a fault of each group, by the group's [key](Fault::key).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FaultCounts(BTreeMap<String, u32>);

/// A group of faults, counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultGroup {
    /// `mobile.too_short`.
    pub key: String,
    /// The field.
    pub field: Field,
    /// What a fault of this group weighs.
    pub level: Level,
    /// What people read: `Mobile: too few digits`.
    pub label: String,
    /// Leads that have it.
    pub count: u32,
}

impl FaultCounts {
    /// Counts the faults of one more lead.
    pub fn add(&mut self, faults: &[Fault]) {
        for key in keys(faults) {
            *self.0.entry(key).or_default() += 1;
        }
    }

    /// Counts the faults of one lead less.
    pub fn subtract(&mut self, faults: &[Fault]) {
        for key in keys(faults) {
            if let Some(count) = self.0.get_mut(&key) {
                *count = count.saturating_sub(1);
            }
        }
        self.0.retain(|_, count| *count > 0);
    }

    /// How many leads have a fault of that group.
    pub fn of(&self, key: &str) -> u32 {
        self.0.get(key).copied().unwrap_or(0)
    }

    /// The groups that have leads: the heaviest first, then by how many.
    pub fn groups(&self) -> Vec<FaultGroup> {
        let mut groups: Vec<FaultGroup> = self
            .0
            .iter()
            .filter_map(|(key, count)| FaultGroup::named(key, *count))
            .collect();
        groups.sort_by_key(|group| std::cmp::Reverse((group.level, group.count)));
        groups
    }
}

impl FaultGroup {
    fn named(key: &str, count: u32) -> Option<FaultGroup> {
        let group = GroupKey::parse(key)?;
        Some(FaultGroup {
            key: key.to_owned(),
            field: group.field(),
            level: group.level(),
            label: group.label(),
            count,
        })
    }
}

/// Each group once, however many faults of it the lead has.
fn keys(faults: &[Fault]) -> BTreeSet<String> {
    faults.iter().map(Fault::key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;
    use crate::fault::{Cause, FaultKind, NotANumber, Service};
    use crate::marks::{HoldReason, HoldScope, ShapeProblem};

    /// A fault of each kind of which there is only one sort.
    fn plain_kinds() -> Vec<FaultKind> {
        vec![
            FaultKind::Missing,
            FaultKind::TooLong {
                found: 2,
                allowed: 1,
            },
            FaultKind::ExponentForm,
            FaultKind::Unassigned,
            FaultKind::UnknownGender,
            FaultKind::UnreadableCharacters,
            FaultKind::FixedLine,
            FaultKind::OtherCountry { country: None },
            FaultKind::UnknownRobot,
            FaultKind::GroupRobot,
            FaultKind::ColumnNotChosen,
            FaultKind::Negative,
            FaultKind::TwoNumbers,
            FaultKind::ListNumber,
            FaultKind::Extension,
            FaultKind::Rounded,
            FaultKind::PerhapsRounded,
            FaultKind::Dummy,
            FaultKind::TwoCountries {
                other: Country::parse("ID").expect("two letters"),
            },
            FaultKind::UnknownCountry {
                says: String::new(),
            },
            FaultKind::NeverCalculated,
            FaultKind::ErrorValue,
            FaultKind::Placeholder,
            FaultKind::Garbled { to: String::new() },
            FaultKind::LettersLost,
            FaultKind::PerhapsTooLong {
                found: 2,
                allowed: 1,
            },
            FaultKind::Unspeakable,
            FaultKind::NothingToSay,
            FaultKind::GenderLeftEmpty,
        ]
    }

    const REASONS: [NotANumber; 5] = [
        NotANumber::NoNumber,
        NotANumber::UnknownCountryCode,
        NotANumber::TooShort,
        NotANumber::TooLong,
        NotANumber::WrongLength,
    ];

    const CAUSES: [Cause; 13] = [
        Cause::Spelling,
        Cause::Invisible,
        Cause::DecimalZero,
        Cause::DoubleZero,
        Cause::LostPlus,
        Cause::CountryCode,
        Cause::LostZero,
        Cause::MexicanOne,
        Cause::MexicanPrefix,
        Cause::ZeroAndCode,
        Cause::CodeTwice,
        Cause::FormatPlus,
        Cause::ArgentineFifteen,
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

    fn every_kind() -> Vec<FaultKind> {
        let held = |reason| FaultKind::HeldBack {
            reason,
            says: String::new(),
            scope: HoldScope::Number,
        };
        let rewritten = |cause| FaultKind::Rewritten {
            to: String::new(),
            cause,
        };
        let mut kinds = plain_kinds();
        kinds.extend(REASONS.map(|reason| FaultKind::NotANumber { reason }));
        kinds.extend(CAUSES.map(rewritten));
        kinds.extend(SERVICES.map(|service| FaultKind::SpecialNumber { service }));
        kinds.extend(SHAPES.map(FaultKind::Shape));
        kinds.extend(HoldReason::ALL.map(held));
        kinds
    }

    #[test]
    fn every_kind_has_a_group_of_its_weight() {
        for kind in every_kind() {
            let fault = Fault::new(Field::Comments, kind);
            let group = FaultGroup::named(&fault.key(), 1);
            let group = group.unwrap_or_else(|| panic!("{} has no group", fault.key()));
            assert_eq!(group.level, fault.level(), "{}", fault.key());
        }
    }

    #[test]
    fn only_a_field_and_a_kind_that_there_are_name_a_group() {
        for kind in every_kind() {
            let key = Fault::new(Field::Mobile, kind).key();
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
    fn a_group_counts_leads_and_not_faults() {
        let missing = Fault::new(Field::Platform, FaultKind::Missing);
        let fixed = Fault::new(Field::Mobile, FaultKind::FixedLine);
        let mut counts = FaultCounts::default();
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
