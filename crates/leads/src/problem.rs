//! Problems: why a lead is refused (error) or warned of, and what was fixed automatically.

mod sentences;

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use crate::country::Country;
use crate::field::Field;
use crate::marks::{HoldReason, HoldScope, ShapeProblem};

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A change that is certain: shown, never in the way.
    #[serde(rename = "note")]
    Fixed,
    /// Probably wrong; the provider has the last word.
    Warning,
    /// Nothing is wrong with it, but nobody is called before a person says so.
    HeldBack,
    /// The provider's documentation refuses it: the lead is not sent.
    Error,
}

impl Level {
    /// Whether something is wrong; what was fixed automatically is only shown.
    pub fn is_problem(self) -> bool {
        self != Level::Fixed
    }
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProblemKind {
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
    /// Digits that begin as mobiles of a country do, and are more or fewer than any of them has (libphonenumber's
    /// lengths of mobiles).
    MobileLength {
        /// The country (ISO 3166-1).
        country: Country,
        /// How many digits stand behind the country code.
        found: u8,
        /// How many mobiles have at least.
        least: u8,
        /// How many they have at most.
        most: u8,
    },
    /// A spreadsheet wrote the number in exponent form (`6.28123E+11`): digits are lost for good.
    ExponentForm,
    /// A possible length, but in no range that the country has assigned.
    Unassigned,
    /// No longer than is allowed as a person counts (grapheme clusters), but longer as most programs count (Unicode scalar
    /// values). The provider's documentation says only “characters”.
    PerhapsTooLong {
        /// Unicode scalar values found.
        found: usize,
        /// Characters allowed.
        allowed: usize,
    },
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
    /// Several columns may be meant, and nobody has said which: nothing of the list is ready before.
    ColumnNotChosen,
    /// A negative number: the spreadsheet took what was typed for a sum.
    Negative,
    /// Two numbers, or one and how another differs at its end (`…881/82`).
    TwoNumbers,
    /// The number of a list in front of the phone number: `8. 0812…`.
    ListNumber,
    /// A number and an extension behind it.
    Extension,
    /// A spreadsheet rounded the number, and saved it with zeros at its end.
    Rounded,
    /// The same, of one number alone: it may be meant so.
    PerhapsRounded,
    /// Digits that are typed where there is no number: `9999999999`, `081234567890`.
    Dummy,
    /// Toll-free, premium, a pager or the like: a number that is nobody's own.
    SpecialNumber {
        /// What it is.
        service: Service,
    },
    /// A number that two countries may have given out, and the row does not say which is meant.
    TwoCountries {
        /// The other one.
        other: Country,
    },
    /// A number without a country code, whose row says a country that is not known.
    UnknownCountry {
        /// What the cell of the country says, cut where it is long.
        says: String,
    },
    /// A formula that was never calculated: the file holds no value for the cell.
    NeverCalculated,
    /// The spreadsheet could not work out the cell: `#N/A`, `#REF!`, `Err:504`.
    ErrorValue,
    /// A stand-in for a value: `-`, `N/A`, `null`, `test`.
    Placeholder,
    /// Letters that were read in the wrong encoding before the file was made, and can be read back: `JosÃ©`.
    Garbled {
        /// What was meant.
        to: String,
    },
    /// The same, where nobody can tell which letters were meant: `Jos??`, `Jean–luc`.
    LettersLost,
    /// Pictures and signs that a voice cannot say.
    Unspeakable,
    /// The robot says the field, and the cell is empty.
    NothingToSay,
    /// A word that is no gender of a person (`Unknown`, `Company`): the gender is left empty.
    GenderLeftEmpty,
    /// The row has not the shape of the others.
    Shape(ShapeProblem),
    /// Not called before a person says so.
    HeldBack {
        /// Why.
        reason: HoldReason,
        /// What the sheet says: the header and the cell, where a column says it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        says: String,
        /// Whether it holds for other rows with the same number, or comes from one.
        #[serde(default, skip_serializing_if = "HoldScope::is_row")]
        scope: HoldScope,
    },
    /// Written in another way, and understood for certain.
    #[serde(rename = "rewritten")]
    FixedAutomatically {
        /// The value that is sent.
        to: String,
        /// What was put right.
        #[serde(default)]
        cause: AutoFix,
    },
}

/// A kind of number that is no person's own, as libphonenumber tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Service {
    /// The one who is called pays.
    TollFree,
    /// The caller pays more.
    Premium,
    /// Both pay.
    SharedCost,
    /// A pager.
    Pager,
    /// A mailbox.
    Voicemail,
    /// A company's number for the whole country.
    CompanyWide,
    /// A short number, dialled within a country only.
    Short,
}

/// What was put right for certain. Where several things were, the one that says most.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AutoFix {
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
    /// A zero in front of the country code: `091…`.
    ZeroAndCode,
    /// The prefix by which mobiles were dialled in Mexico until 2019: `044`, `045`, `01`.
    MexicanPrefix,
    /// The country code twice.
    CodeTwice,
    /// The plus that only the format of the cell showed.
    FormatPlus,
    /// The `15` of mobiles dialled within Argentina, which `+54 9` stands for (libphonenumber).
    ArgentineFifteen,
}

/// Why a value is no phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
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

/// One problem of one field of a lead.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// The field that has it.
    pub field: Field,
    /// What is wrong.
    #[serde(flatten)]
    pub kind: ProblemKind,
}

impl Problem {
    /// A problem of that kind in that field.
    pub const fn new(field: Field, kind: ProblemKind) -> Problem {
        Problem { field, kind }
    }

    /// How much it weighs.
    pub const fn level(&self) -> Level {
        match self.kind {
            ProblemKind::Missing
            | ProblemKind::TooLong { .. }
            | ProblemKind::NotANumber { .. }
            | ProblemKind::MobileLength { .. }
            | ProblemKind::ExponentForm
            | ProblemKind::UnknownGender
            | ProblemKind::UnreadableCharacters
            | ProblemKind::UnknownRobot
            | ProblemKind::GroupRobot
            | ProblemKind::ColumnNotChosen
            | ProblemKind::Negative
            | ProblemKind::TwoNumbers
            | ProblemKind::ListNumber
            | ProblemKind::Extension
            | ProblemKind::Rounded
            | ProblemKind::NeverCalculated
            | ProblemKind::ErrorValue
            | ProblemKind::Shape(_) => Level::Error,
            ProblemKind::HeldBack { .. } => Level::HeldBack,
            ProblemKind::Unassigned
            | ProblemKind::FixedLine
            | ProblemKind::OtherCountry { .. }
            | ProblemKind::PerhapsRounded
            | ProblemKind::Dummy
            | ProblemKind::SpecialNumber { .. }
            | ProblemKind::TwoCountries { .. }
            | ProblemKind::UnknownCountry { .. }
            | ProblemKind::Placeholder
            | ProblemKind::Garbled { .. }
            | ProblemKind::LettersLost
            | ProblemKind::PerhapsTooLong { .. }
            | ProblemKind::Unspeakable
            | ProblemKind::NothingToSay => Level::Warning,
            ProblemKind::GenderLeftEmpty | ProblemKind::FixedAutomatically { .. } => Level::Fixed,
        }
    }
}

impl ProblemKind {
    /// The name used in URLs and in the output for programs.
    pub fn key(&self) -> &'static str {
        match self {
            ProblemKind::Missing => "missing",
            ProblemKind::TooLong { .. } => "too_long",
            ProblemKind::NotANumber { reason } => reason.key(),
            ProblemKind::MobileLength { found, least, .. } if *found < *least => "too_short",
            ProblemKind::MobileLength { found, most, .. } if *found > *most => "too_long",
            ProblemKind::MobileLength { .. } => "wrong_length",
            ProblemKind::ExponentForm => "exponent_form",
            ProblemKind::Unassigned => "unassigned",
            ProblemKind::UnknownGender => "unknown_gender",
            ProblemKind::UnreadableCharacters => "unreadable_characters",
            ProblemKind::FixedLine => "fixed_line",
            ProblemKind::OtherCountry { .. } => "other_country",
            ProblemKind::UnknownRobot => "unknown_robot",
            ProblemKind::GroupRobot => "group_robot",
            ProblemKind::ColumnNotChosen => "column_not_chosen",
            ProblemKind::Negative => "negative",
            ProblemKind::TwoNumbers => "two_numbers",
            ProblemKind::ListNumber => "list_number",
            ProblemKind::Extension => "extension",
            ProblemKind::Rounded => "rounded",
            ProblemKind::PerhapsRounded => "perhaps_rounded",
            ProblemKind::Dummy => "dummy",
            ProblemKind::SpecialNumber { service } => service.key(),
            ProblemKind::TwoCountries { .. } => "two_countries",
            ProblemKind::UnknownCountry { .. } => "unknown_country",
            ProblemKind::NeverCalculated => "never_calculated",
            ProblemKind::ErrorValue => "error_value",
            ProblemKind::Placeholder => "placeholder",
            ProblemKind::Garbled { .. } => "garbled",
            ProblemKind::LettersLost => "letters_lost",
            ProblemKind::PerhapsTooLong { .. } => "perhaps_too_long",
            ProblemKind::Unspeakable => "unspeakable",
            ProblemKind::NothingToSay => "nothing_to_say",
            ProblemKind::GenderLeftEmpty => "gender_left_empty",
            ProblemKind::Shape(shape) => shape.key(),
            ProblemKind::HeldBack { reason, .. } => reason.key(),
            ProblemKind::FixedAutomatically { cause, .. } => cause.key(),
        }
    }
}

impl AutoFix {
    fn key(self) -> &'static str {
        self.into()
    }
}

impl Service {
    fn key(self) -> &'static str {
        self.into()
    }
}

impl ShapeProblem {
    const fn key(self) -> &'static str {
        match self {
            ShapeProblem::MoreCells { .. } => "more_cells",
            ShapeProblem::SpansLines { .. } => "spans_lines",
            ShapeProblem::OpenQuote => "open_quote",
            ShapeProblem::NotALead => "not_a_lead",
        }
    }
}

impl NotANumber {
    fn key(self) -> &'static str {
        self.into()
    }
}
