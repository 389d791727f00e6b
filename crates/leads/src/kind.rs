//! Kinds of leads: whether one is sent, and if not, why.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use crate::messages::lead_kinds;
use crate::problem::{Level, Problem};

/// The kind of a lead: what the tally counts and the filter shows.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum LeadKind {
    /// Will be sent; nothing to say against it.
    Ready,
    /// Has a warning and no error: will be sent.
    #[serde(rename = "doubtful")]
    #[strum(serialize = "doubtful")]
    Warning,
    /// Has an error: not sent.
    #[serde(rename = "to_mend")]
    #[strum(serialize = "to_mend")]
    ToFix,
    /// Another lead of the sheet has the same number: not sent.
    Duplicate,
    /// The number was submitted in another task recently: not sent.
    Recent,
    /// The number is on a do-not-call list: not sent, whatever a person says.
    DoNotCall,
    /// Hidden in the sheet, or its cells say not to call: not sent unless a person says so.
    HeldBack,
    /// Left out by a person: not sent.
    LeftOut,
}

/// A stored key that names nothing which this version knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key that names nothing")]
pub struct UnknownKey;

impl TryFrom<String> for LeadKind {
    type Error = UnknownKey;
    fn try_from(key: String) -> Result<LeadKind, UnknownKey> {
        LeadKind::from_key(&key).ok_or(UnknownKey)
    }
}

impl TryFrom<String> for DuplicatePolicy {
    type Error = UnknownKey;
    fn try_from(key: String) -> Result<DuplicatePolicy, UnknownKey> {
        DuplicatePolicy::from_key(&key).ok_or(UnknownKey)
    }
}

/// What decides about a lead, besides its problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowContext {
    /// A person left it out.
    pub left_out: bool,
    /// Another lead goes in its place.
    pub duplicate: bool,
    /// Its number was submitted recently, and such leads are to be left out.
    pub recent: bool,
    /// Its number is on a do-not-call list.
    pub do_not_call: bool,
}

impl LeadKind {
    /// Every kind, in the order of the tally.
    pub const ALL: [LeadKind; 8] = [
        LeadKind::Ready,
        LeadKind::ToFix,
        LeadKind::Warning,
        LeadKind::Duplicate,
        LeadKind::Recent,
        LeadKind::DoNotCall,
        LeadKind::HeldBack,
        LeadKind::LeftOut,
    ];

    /// The kind of a lead with these problems, as it stands.
    pub fn of(problems: &[Problem], context: RowContext) -> LeadKind {
        let heaviest = problems.iter().map(Problem::level).max();
        match heaviest {
            _ if context.left_out => LeadKind::LeftOut,
            // No use in fixing what is not called all the same.
            _ if context.do_not_call => LeadKind::DoNotCall,
            Some(Level::Error) => LeadKind::ToFix,
            Some(Level::HeldBack) => LeadKind::HeldBack,
            _ if context.recent => LeadKind::Recent,
            _ if context.duplicate => LeadKind::Duplicate,
            Some(Level::Warning) => LeadKind::Warning,
            _ => LeadKind::Ready,
        }
    }

    /// Whether leads of this kind are sent to the provider.
    pub const fn is_sent(self) -> bool {
        matches!(self, LeadKind::Ready | LeadKind::Warning)
    }

    /// The name used in URLs and stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The kind with that [`key`](LeadKind::key).
    pub fn from_key(key: &str) -> Option<LeadKind> {
        key.parse().ok()
    }

    /// What people read of one lead of this kind.
    pub fn status(self) -> Message {
        match self {
            LeadKind::Warning => lead_kinds::warning(),
            LeadKind::ToFix => lead_kinds::to_fix(),
            LeadKind::Duplicate => lead_kinds::duplicate(),
            several => several.label(),
        }
    }

    /// The name that people see of all leads of this kind.
    pub fn label(self) -> Message {
        match self {
            LeadKind::Ready => lead_kinds::ready(),
            LeadKind::Warning => lead_kinds::warnings(),
            LeadKind::ToFix => lead_kinds::rows_to_fix(),
            LeadKind::Duplicate => lead_kinds::duplicates(),
            LeadKind::Recent => lead_kinds::recent(),
            LeadKind::DoNotCall => lead_kinds::do_not_call(),
            LeadKind::HeldBack => lead_kinds::held_back(),
            LeadKind::LeftOut => lead_kinds::left_out(),
        }
    }
}

/// Which of several leads with the same number is sent.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DuplicatePolicy {
    /// The first in the file.
    #[default]
    First,
    /// The last in the file.
    Last,
    /// All of them: the person is called more than once.
    All,
}

impl DuplicatePolicy {
    /// Every policy, in the order in which they are offered.
    pub const ALL: [DuplicatePolicy; 3] = [
        DuplicatePolicy::First,
        DuplicatePolicy::Last,
        DuplicatePolicy::All,
    ];

    /// The name used in forms and stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The policy with that [`key`](DuplicatePolicy::key).
    pub fn from_key(key: &str) -> Option<DuplicatePolicy> {
        key.parse().ok()
    }

    /// The name that people see.
    pub fn message(self) -> Message {
        match self {
            DuplicatePolicy::First => lead_kinds::keep_first(),
            DuplicatePolicy::Last => lead_kinds::keep_last(),
            DuplicatePolicy::All => lead_kinds::keep_all(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Field;
    use crate::problem::ProblemKind;

    #[test]
    fn what_a_person_says_outweighs_an_error_and_an_error_all_else() {
        let error = Problem::new(Field::Mobile, ProblemKind::Missing);
        let warning = Problem::new(Field::Mobile, ProblemKind::Unassigned);
        let both = [warning.clone(), error];
        let warning = [warning];
        let (duplicate, recent) = (true, true);
        let of = |problems: &[Problem], left_out, duplicate, recent| {
            LeadKind::of(
                problems,
                RowContext {
                    left_out,
                    duplicate,
                    recent,
                    do_not_call: false,
                },
            )
        };
        assert_eq!(of(&both, true, duplicate, recent), LeadKind::LeftOut);
        assert_eq!(of(&both, false, duplicate, recent), LeadKind::ToFix);
        assert_eq!(of(&warning, false, duplicate, recent), LeadKind::Recent);
        assert_eq!(of(&warning, false, duplicate, false), LeadKind::Duplicate);
        assert_eq!(of(&warning, false, false, false), LeadKind::Warning);
        assert_eq!(of(&[], false, false, false), LeadKind::Ready);
        let listed = |left_out| RowContext {
            left_out,
            do_not_call: true,
            recent: true,
            duplicate: true,
        };
        assert_eq!(LeadKind::of(&both, listed(false)), LeadKind::DoNotCall);
        assert_eq!(LeadKind::of(&[], listed(true)), LeadKind::LeftOut);
    }

    #[test]
    fn every_kind_and_policy_is_found_by_its_key() {
        for kind in LeadKind::ALL {
            assert_eq!(LeadKind::from_key(kind.key()), Some(kind));
        }
        for policy in DuplicatePolicy::ALL {
            assert_eq!(DuplicatePolicy::from_key(policy.key()), Some(policy));
        }
    }
}
