//! Ids as types, so that one thing's cannot be taken for another's.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The id of those bits.
            pub const fn new(id: Uuid) -> $name {
                $name(id)
            }

            /// Its bits.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> $name {
                $name(id)
            }
        }

        impl Display for $name {
            fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<$name, uuid::Error> {
                text.parse().map($name)
            }
        }
    )*};
}

ids! {
    /// An AIRudder account.
    AccountId;
    /// A check of a draft.
    CheckId;
    /// A do-not-call list.
    DoNotCallListId;
    /// A draft: a task being built.
    DraftId;
    /// A number that was erased on request.
    ErasureId;
    /// A passkey of a person.
    PasskeyId;
    /// A person who signs in.
    PersonId;
    /// What was submitted.
    TaskId;
}
