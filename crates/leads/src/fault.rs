//! Faults: why a lead is refused (error), doubtful (warning), or was changed for certain (note).

use serde::{Deserialize, Serialize};

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
    /// Written in another way, and understood for certain: a number without its country code, a gender in another word.
    Rewritten {
        /// The value that is sent.
        to: String,
    },
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
            | FaultKind::UnreadableCharacters => Level::Error,
            FaultKind::Unassigned => Level::Warning,
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
            FaultKind::Rewritten { to } => format!("→ {to}"),
        }
    }
}

impl NotANumber {
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

/// The kind of a lead: what the tally counts and the filter shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeadKind {
    /// Will be sent; nothing to say against it.
    Ready,
    /// Has a warning and no error: will be sent.
    Doubtful,
    /// Has an error: not sent.
    ToMend,
    /// An earlier lead has the same number: not sent.
    Duplicate,
}

impl LeadKind {
    /// Every kind, in the order of the tally.
    pub const ALL: [LeadKind; 4] = [
        LeadKind::Ready,
        LeadKind::ToMend,
        LeadKind::Doubtful,
        LeadKind::Duplicate,
    ];

    /// The kind of a lead with these faults.
    pub fn of(faults: &[Fault], duplicate: bool) -> LeadKind {
        match faults.iter().map(Fault::level).max() {
            Some(Level::Error) => LeadKind::ToMend,
            _ if duplicate => LeadKind::Duplicate,
            Some(Level::Warning) => LeadKind::Doubtful,
            _ => LeadKind::Ready,
        }
    }

    /// Whether leads of this kind are sent to the provider.
    pub const fn is_sent(self) -> bool {
        matches!(self, LeadKind::Ready | LeadKind::Doubtful)
    }

    /// The name used in URLs and stored data.
    pub const fn key(self) -> &'static str {
        match self {
            LeadKind::Ready => "ready",
            LeadKind::Doubtful => "doubtful",
            LeadKind::ToMend => "to_mend",
            LeadKind::Duplicate => "duplicate",
        }
    }

    /// The kind with that [`key`](LeadKind::key).
    pub fn from_key(key: &str) -> Option<LeadKind> {
        LeadKind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The name that people see.
    pub const fn label(self) -> &'static str {
        match self {
            LeadKind::Ready => "Ready",
            LeadKind::Doubtful => "Doubtful",
            LeadKind::ToMend => "To mend",
            LeadKind::Duplicate => "Duplicates",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_outweighs_a_duplicate_and_a_warning() {
        let error = Fault::new(Field::Mobile, FaultKind::Missing);
        let warning = Fault::new(Field::Mobile, FaultKind::Unassigned);
        assert_eq!(
            LeadKind::of(&[warning.clone(), error], true),
            LeadKind::ToMend
        );
        assert_eq!(
            LeadKind::of(std::slice::from_ref(&warning), true),
            LeadKind::Duplicate
        );
        assert_eq!(LeadKind::of(&[warning], false), LeadKind::Doubtful);
        assert_eq!(LeadKind::of(&[], false), LeadKind::Ready);
    }

    #[test]
    fn every_kind_is_found_by_its_key() {
        for kind in LeadKind::ALL {
            assert_eq!(LeadKind::from_key(kind.key()), Some(kind));
        }
    }
}
