//! Faults: why a lead is refused (error), doubtful (warning), or was changed for certain (note).

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
