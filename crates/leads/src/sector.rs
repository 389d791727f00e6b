//! What the companies of an account sell: do-not-call lists and calling rules are of one sector, or of every.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use crate::messages::{calling_rules, choices, form_problems};

/// The sector of an account.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    IntoStaticStr,
    EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Sector {
    /// Loans, insurance, payments and other financial products.
    Finance,
    /// All else.
    #[default]
    Other,
}

impl Sector {
    /// Every sector, in the order in which they are offered.
    pub const ALL: [Sector; 2] = [Sector::Other, Sector::Finance];

    /// The name used in forms and stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The sector with that [`key`](Sector::key).
    pub fn from_key(key: &str) -> Option<Sector> {
        key.parse().ok()
    }

    /// Reads what a form posts; a form without the question means the usual one.
    ///
    /// # Errors
    /// What to do about another key.
    pub(crate) fn parse(text: &str) -> Result<Sector, Message> {
        match text.trim() {
            "" => Ok(Sector::default()),
            key => Sector::from_key(key).ok_or_else(form_problems::sector),
        }
    }

    /// The name that people see.
    pub fn message(self) -> Message {
        match self {
            Sector::Finance => choices::finance(),
            Sector::Other => choices::other(),
        }
    }

    /// The same in a sentence: `financial products`.
    pub fn message_in_sentence(self) -> Message {
        match self {
            Sector::Finance => calling_rules::of_finance(),
            Sector::Other => calling_rules::of_other(),
        }
    }
}
