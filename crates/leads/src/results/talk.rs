//! How long a talk lasted, in classes.

use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::calls;

/// Talks that lasted about the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TalkClass {
    /// Under ten seconds: such calls show a fault of the robot.
    Seconds0,
    /// From ten seconds on.
    Seconds10,
    /// From half a minute on.
    Seconds30,
    /// From one minute on.
    Minutes1,
    /// From two minutes on.
    Minutes2,
    /// From three minutes on.
    Minutes3,
}

impl TalkClass {
    /// Every class, the shortest first.
    pub const ALL: [TalkClass; 6] = [
        TalkClass::Seconds0,
        TalkClass::Seconds10,
        TalkClass::Seconds30,
        TalkClass::Minutes1,
        TalkClass::Minutes2,
        TalkClass::Minutes3,
    ];

    /// The seconds with which it begins. It stands for the class in addresses.
    pub const fn first_second(self) -> u32 {
        match self {
            TalkClass::Seconds0 => 0,
            TalkClass::Seconds10 => 10,
            TalkClass::Seconds30 => 30,
            TalkClass::Minutes1 => 60,
            TalkClass::Minutes2 => 120,
            TalkClass::Minutes3 => 180,
        }
    }

    /// The class that begins with so many seconds.
    pub fn beginning_with(seconds: u32) -> Option<TalkClass> {
        let mut classes = TalkClass::ALL.into_iter();
        classes.find(|class| class.first_second() == seconds)
    }

    /// The words that people see.
    pub fn message(self) -> Message {
        match self {
            TalkClass::Seconds0 => calls::seconds_0(),
            TalkClass::Seconds10 => calls::seconds_10(),
            TalkClass::Seconds30 => calls::seconds_30(),
            TalkClass::Minutes1 => calls::minutes_1(),
            TalkClass::Minutes2 => calls::minutes_2(),
            TalkClass::Minutes3 => calls::minutes_3(),
        }
    }
}
