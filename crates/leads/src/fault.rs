//! Faults: why a lead is refused (error), doubtful (warning), or was changed for certain (note).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::field::Field;

/// How much a fault weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A change that is certain: shown, never in the way.
    Note,
    /// Probably wrong; the provider has the last word.
    Warning,
    /// The provider's documentation refuses it: the lead is not sent.
    Error,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FaultKind {
    /// A required field is empty.
    Missing,
    /// More characters than the provider's documentation allows.
    TooLong {
        /// Characters found.
        found: usize,
        /// Characters allowed.
        allowed: usize,
    },
    /// Not a number of any country: letters, too few or too many digits, no such country.
    NotANumber {
        /// Why, as libphonenumber tells it apart.
        reason: NotANumber,
    },
    /// A spreadsheet wrote the number in exponent form (`6.28123E+11`): digits are lost for good.
    ExponentForm,
    /// A possible length, but in no range that the country has assigned.
    Unassigned,
    /// Not one of the documented values of gender.
    UnknownGender,
    /// Characters that a decoder could not read, or control characters.
    UnreadableCharacters,
    /// A fixed line by the country's numbering plan: the robot may reach nobody, or somebody else.
    FixedLine,
    /// A number of another country than the account's.
    OtherCountry {
        /// The country's code (ISO 3166-1), where the number belongs to one country alone.
        country: Option<Country>,
    },
    /// The lead's own robot is none of the account's.
    UnknownRobot,
    /// The lead's own robot belongs to a group; the provider's documentation takes only robots of `single` mode.
    GroupRobot,
    /// Written in another way, and understood for certain.
    Rewritten {
        /// The value that is sent.
        to: String,
        /// What was put right.
        #[serde(default)]
        cause: Cause,
    },
}

/// What was put right for certain. Where several things were, the one that says most.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Another spelling of the same: separators, full-width digits, a word of another language.
    #[default]
    Spelling,
    /// Invisible characters were taken out.
    Invisible,
    /// A trailing `.0`: the spreadsheet took the number for a quantity.
    DecimalZero,
    /// `00` in place of the plus.
    DoubleZero,
    /// The country code was there, its plus was not.
    LostPlus,
    /// The number as it is dialled within the country.
    CountryCode,
    /// The same, and the zero in front was lost: the spreadsheet took the number for a quantity.
    LostZero,
    /// The `1` behind `+52`, which Mexico gave up in 2019 (libphonenumber).
    MexicanOne,
    /// The `15` of mobiles dialled within Argentina, which `+54 9` stands for (libphonenumber).
    ArgentineFifteen,
}

/// Why a value is no phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotANumber {
    /// There are letters, or no digits at all.
    NoNumber,
    /// No country has this code.
    UnknownCountryCode,
    /// Fewer digits than the country's numbers have.
    TooShort,
    /// More digits than the country's numbers have.
    TooLong,
    /// A length that the country's numbers do not have, or one that can only be dialled locally.
    WrongLength,
}

/// One fault of one field of a lead.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fault {
    /// The field that has it.
    pub field: Field,
    /// What is wrong.
    #[serde(flatten)]
    pub kind: FaultKind,
}

impl Fault {
    /// A fault of that kind in that field.
    pub const fn new(field: Field, kind: FaultKind) -> Fault {
        Fault { field, kind }
    }

    /// How much it weighs.
    pub const fn level(&self) -> Level {
        match self.kind {
            FaultKind::Missing
            | FaultKind::TooLong { .. }
            | FaultKind::NotANumber { .. }
            | FaultKind::ExponentForm
            | FaultKind::UnknownGender
            | FaultKind::UnreadableCharacters
            | FaultKind::UnknownRobot
            | FaultKind::GroupRobot => Level::Error,
            FaultKind::Unassigned | FaultKind::FixedLine | FaultKind::OtherCountry { .. } => {
                Level::Warning
            }
            FaultKind::Rewritten { .. } => Level::Note,
        }
    }

    /// The sentence beside the cell: what is wrong, and how to mend it.
    pub fn sentence(&self) -> String {
        let label = self.field.label();
        match &self.kind {
            FaultKind::Missing if self.field == Field::Platform => {
                "No platform. Fill the cell in, or give one for the whole task.".to_owned()
            }
            FaultKind::Missing => format!("{label} is empty. Fill it in."),
            FaultKind::TooLong { found, allowed } => {
                format!("{found} characters; {label} may have {allowed}. Shorten it.")
            }
            FaultKind::NotANumber { reason } => reason.sentence().to_owned(),
            FaultKind::ExponentForm => {
                "The spreadsheet rounded this number: digits are lost. Type it again.".to_owned()
            }
            FaultKind::Unassigned => {
                "The country has not assigned this range. Compare it with the source.".to_owned()
            }
            FaultKind::UnknownGender => "Write male or female, or leave it empty.".to_owned(),
            FaultKind::UnreadableCharacters => {
                format!("{label} holds characters that cannot be read. Type it again.")
            }
            FaultKind::FixedLine => {
                "This is a fixed line. Compare it with the source.".to_owned()
            }
            FaultKind::OtherCountry { country: Some(country) } => {
                format!("A number of another country ({country}). Compare it with the source.")
            }
            FaultKind::OtherCountry { country: None } => {
                "A number of another country. Compare it with the source.".to_owned()
            }
            FaultKind::UnknownRobot => {
                "The account has no robot of this id. Correct it, or leave it empty for the task’s robot."
                    .to_owned()
            }
            FaultKind::GroupRobot => {
                "A lead’s own robot must be a single one, and this one belongs to a group. Name another, or leave it empty."
                    .to_owned()
            }
            FaultKind::Rewritten { to, cause } => format!("→ {to}{}", cause.words()),
        }
    }
}

impl Cause {
    /// What to add to the value that is sent.
    const fn words(self) -> &'static str {
        match self {
            Cause::Spelling | Cause::CountryCode | Cause::DoubleZero => "",
            Cause::Invisible => " (invisible characters taken out)",
            Cause::DecimalZero => " (the spreadsheet added .0)",
            Cause::LostPlus => " (the plus was lost)",
            Cause::LostZero => " (the zero in front was lost)",
            Cause::MexicanOne => " (the 1 is no longer dialled)",
            Cause::ArgentineFifteen => " (15 is dialled as 9 behind +54)",
        }
    }
}

impl FaultKind {
    /// The name used in URLs and in the output for programs.
    pub const fn key(&self) -> &'static str {
        match self {
            FaultKind::Missing => "missing",
            FaultKind::TooLong { .. } => "too_long",
            FaultKind::NotANumber { reason } => reason.key(),
            FaultKind::ExponentForm => "exponent_form",
            FaultKind::Unassigned => "unassigned",
            FaultKind::UnknownGender => "unknown_gender",
            FaultKind::UnreadableCharacters => "unreadable_characters",
            FaultKind::FixedLine => "fixed_line",
            FaultKind::OtherCountry { .. } => "other_country",
            FaultKind::UnknownRobot => "unknown_robot",
            FaultKind::GroupRobot => "group_robot",
            FaultKind::Rewritten { cause, .. } => cause.key(),
        }
    }
}

impl Cause {
    const fn key(self) -> &'static str {
        match self {
            Cause::Spelling => "spelling",
            Cause::Invisible => "invisible",
            Cause::DecimalZero => "decimal_zero",
            Cause::DoubleZero => "double_zero",
            Cause::LostPlus => "lost_plus",
            Cause::CountryCode => "country_code",
            Cause::LostZero => "lost_zero",
            Cause::MexicanOne => "mexican_one",
            Cause::ArgentineFifteen => "argentine_fifteen",
        }
    }
}

impl NotANumber {
    const fn key(self) -> &'static str {
        match self {
            NotANumber::NoNumber => "no_number",
            NotANumber::UnknownCountryCode => "unknown_country_code",
            NotANumber::TooShort => "too_short",
            NotANumber::TooLong => "too_long",
            NotANumber::WrongLength => "wrong_length",
        }
    }

    const fn sentence(self) -> &'static str {
        match self {
            NotANumber::NoNumber => "This is not a phone number. Type the number.",
            NotANumber::UnknownCountryCode => {
                "No country has this code. Write + and the country code."
            }
            NotANumber::TooShort => "Too few digits for a phone number. Type it in full.",
            NotANumber::TooLong => "Too many digits for a phone number. Type it again.",
            NotANumber::WrongLength => {
                "No number of this country has so many digits. Compare it with the source."
            }
        }
    }
}

impl Fault {
    /// The name of its group: the field's key and the kind's, `mobile.too_short`.
    pub fn key(&self) -> String {
        format!("{}.{}", self.field.key(), self.kind.key())
    }
}

/// The groups in which faults are counted, by the kind's key, with what people read. Errors first, notes last.
const GROUPS: [(&str, Level, &str); 23] = [
    ("missing", Level::Error, "empty"),
    ("too_long", Level::Error, "too long"),
    ("no_number", Level::Error, "no phone number"),
    ("too_short", Level::Error, "too few digits"),
    ("wrong_length", Level::Error, "a wrong number of digits"),
    ("unknown_country_code", Level::Error, "unknown country code"),
    (
        "exponent_form",
        Level::Error,
        "digits lost in the spreadsheet",
    ),
    ("unknown_gender", Level::Error, "neither male nor female"),
    (
        "unreadable_characters",
        Level::Error,
        "unreadable characters",
    ),
    ("unknown_robot", Level::Error, "no robot of the account"),
    ("group_robot", Level::Error, "robot of a group"),
    ("unassigned", Level::Warning, "range not assigned"),
    ("fixed_line", Level::Warning, "fixed line"),
    ("other_country", Level::Warning, "another country"),
    ("country_code", Level::Note, "country code added"),
    ("lost_zero", Level::Note, "lost zero put right"),
    ("lost_plus", Level::Note, "plus added"),
    ("double_zero", Level::Note, "00 read as plus"),
    ("decimal_zero", Level::Note, ".0 taken off"),
    ("invisible", Level::Note, "invisible characters taken out"),
    ("mexican_one", Level::Note, "1 behind +52 taken out"),
    ("argentine_fifteen", Level::Note, "15 read as 9"),
    ("spelling", Level::Note, "written in another way"),
];

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
        let (field, kind) = key.split_once('.')?;
        let field = Field::from_key(field)?;
        let (_, level, words) = GROUPS.iter().find(|(name, ..)| *name == kind)?;
        Some(FaultGroup {
            key: key.to_owned(),
            field,
            level: *level,
            label: format!("{}: {words}", field.label()),
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

    fn every_kind() -> Vec<FaultKind> {
        let reasons = [
            NotANumber::NoNumber,
            NotANumber::UnknownCountryCode,
            NotANumber::TooShort,
            NotANumber::TooLong,
            NotANumber::WrongLength,
        ];
        let causes = [
            Cause::Spelling,
            Cause::Invisible,
            Cause::DecimalZero,
            Cause::DoubleZero,
            Cause::LostPlus,
            Cause::CountryCode,
            Cause::LostZero,
            Cause::MexicanOne,
            Cause::ArgentineFifteen,
        ];
        let mut kinds = vec![
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
        ];
        kinds.extend(reasons.map(|reason| FaultKind::NotANumber { reason }));
        kinds.extend(causes.map(|cause| FaultKind::Rewritten {
            to: String::new(),
            cause,
        }));
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
        let expected = [("Platform: empty", 1), ("Mobile: fixed line", 2)];
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
