//! What the companies of an account sell: do-not-call lists and calling rules are of one sector, or of every.

use strum::{EnumString, IntoStaticStr};

/// The sector of an account.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, EnumString,
)]
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

    /// The name that people see.
    pub const fn label(self) -> &'static str {
        match self {
            Sector::Finance => "Financial products",
            Sector::Other => "Other products and services",
        }
    }
}
