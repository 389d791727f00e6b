//! Whom a follow-up calls again because of what came of a call, and whom it leaves out all the same.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::classify::CallGroup;
use crate::messages::calls;

impl CallGroup {
    /// Whether people of the group may be called again: no dial is to come, and they neither said that they are not to be called nor is the
    /// number somebody else's.
    pub const fn may_be_called_again(self) -> bool {
        !matches!(
            self,
            CallGroup::DoNotCall
                | CallGroup::WrongNumber
                | CallGroup::NotDialled
                | CallGroup::Calling
                | CallGroup::WaitingForRedial
        )
    }

    /// Whether it is chosen in a new follow-up until a person chooses otherwise: nobody was spoken to, or asked to be called again.
    pub const fn is_called_again_at_first(self) -> bool {
        matches!(
            self,
            CallGroup::CallBack | CallGroup::AnsweringMachine | CallGroup::NotReached
        )
    }
}

/// Why somebody of a chosen group is left out of a follow-up all the same.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    EnumString,
)]
#[strum(serialize_all = "snake_case")]
pub enum WhyNotAgain {
    /// Said in a call of any task that they are not to be called.
    DoNotCall,
    /// A call of any task has found that the number is somebody else's.
    WrongNumber,
    /// Somebody has cancelled the number by hand.
    Cancelled,
    /// Another task has the number to call.
    Calling,
    /// A later follow-up has reached the number, or found somebody interested.
    ReachedSince,
}

impl WhyNotAgain {
    /// Every reason, in the order in which they are asked about.
    pub const ALL: [WhyNotAgain; 5] = [
        WhyNotAgain::DoNotCall,
        WhyNotAgain::WrongNumber,
        WhyNotAgain::Cancelled,
        WhyNotAgain::Calling,
        WhyNotAgain::ReachedSince,
    ];

    /// The name used in stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The reason with that [`key`](WhyNotAgain::key).
    pub fn from_key(key: &str) -> Option<WhyNotAgain> {
        key.parse().ok()
    }

    /// The words that people see.
    pub fn message(self) -> Message {
        match self {
            WhyNotAgain::DoNotCall => calls::said_do_not_call(),
            WhyNotAgain::WrongNumber => calls::found_wrong_number(),
            WhyNotAgain::Cancelled => calls::number_cancelled(),
            WhyNotAgain::Calling => calls::calling_elsewhere(),
            WhyNotAgain::ReachedSince => calls::reached_since(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_chosen_at_first_who_may_not_be_called_again() {
        for group in CallGroup::ALL {
            if group.is_called_again_at_first() {
                assert!(group.may_be_called_again(), "{group:?}");
            }
        }
        let never = CallGroup::ALL
            .into_iter()
            .filter(|group| !group.may_be_called_again());
        assert_eq!(
            never.collect::<Vec<_>>(),
            [
                CallGroup::DoNotCall,
                CallGroup::WrongNumber,
                CallGroup::NotDialled,
                CallGroup::Calling,
                CallGroup::WaitingForRedial,
            ]
        );
    }

    #[test]
    fn every_reason_is_read_as_it_is_stored() {
        for reason in WhyNotAgain::ALL {
            assert_eq!(WhyNotAgain::from_key(reason.key()), Some(reason));
        }
    }
}
