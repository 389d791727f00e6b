//! Why nobody answered: the provider's word for how a number rang, as a class.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::words::squeezed;
use crate::messages::calls;

/// How a number rang. The classes are those of two sibling products of the provider. That its answer uses them is assumed, so they
/// are recognised and nothing depends on them.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RingClass {
    /// Somebody, or something, took the call.
    Answered,
    /// It rang, and nobody took the call.
    NoAnswer,
    /// The line was busy.
    Busy,
    /// The phone is switched off.
    SwitchedOff,
    /// The phone is out of the service area.
    OutOfArea,
    /// The number is in nobody's use at present.
    NotInUse,
    /// There is no such number, or it is another one's.
    WrongNumber,
    /// A machine took the call.
    AnsweringMachine,
    /// The provider did not call it: it is in a do-not-call pool.
    DoNotCall,
    /// The call was put on hold.
    OnHold,
    /// Any other word.
    Other,
}

/// What the squeezed word holds, in the order in which it is looked for: `not answered` before `answered`, the service area before a
/// number out of service.
const HELD: [(RingClass, &[&str]); 9] = [
    (RingClass::DoNotCall, &["donotcall", "dontcall", "dnclist"]),
    (
        RingClass::AnsweringMachine,
        &[
            "answeringmachine",
            "answermachine",
            "voicemail",
            "voiceassistant",
        ],
    ),
    (
        RingClass::WrongNumber,
        &[
            "wrongnumber",
            "unregistered",
            "notregistered",
            "invalidnumber",
            "numberinvalid",
            "unallocated",
            "nosuchnumber",
            "nonexist",
            "notexist",
            "emptynumber",
        ],
    ),
    (
        RingClass::OutOfArea,
        &[
            "servicearea",
            "outofarea",
            "coverage",
            "unreachable",
            "notreachable",
        ],
    ),
    (
        RingClass::SwitchedOff,
        &[
            "poweroff",
            "poweredoff",
            "switchoff",
            "switchedoff",
            "turnedoff",
        ],
    ),
    (
        RingClass::NotInUse,
        &["notinuse", "notinservice", "outofservice", "suspended"],
    ),
    (RingClass::OnHold, &["onhold", "callhold"]),
    (RingClass::Busy, &["busy", "engaged"]),
    (
        RingClass::NoAnswer,
        &[
            "noanswer",
            "notanswer",
            "unanswered",
            "notpickedup",
            "noresponse",
            "noreply",
        ],
    ),
];

/// What the whole squeezed word is. Within longer words these would mean something else: `disconnected`.
const WHOLE: [(RingClass, &[&str]); 3] = [
    (
        RingClass::Answered,
        &[
            "answered",
            "answer",
            "callanswered",
            "connected",
            "pickedup",
        ],
    ),
    (RingClass::DoNotCall, &["dnc"]),
    (RingClass::OnHold, &["hold"]),
];

impl RingClass {
    /// Every class, in the order in which screens show them.
    pub const ALL: [RingClass; 11] = [
        RingClass::Answered,
        RingClass::NoAnswer,
        RingClass::Busy,
        RingClass::SwitchedOff,
        RingClass::OutOfArea,
        RingClass::NotInUse,
        RingClass::WrongNumber,
        RingClass::AnsweringMachine,
        RingClass::DoNotCall,
        RingClass::OnHold,
        RingClass::Other,
    ];

    /// The class of the provider's word, whatever its case and whatever stands between its parts; [`RingClass::Other`] for a word
    /// that is not known.
    pub fn of(word: &str) -> RingClass {
        let word = squeezed(word);
        let whole = WHOLE
            .iter()
            .find(|(_, words)| words.contains(&word.as_str()));
        let held = || {
            let holds = |words: &[&str]| words.iter().any(|held| word.contains(held));
            HELD.iter().find(|(_, words)| holds(words))
        };
        whole
            .or_else(held)
            .map_or(RingClass::Other, |(class, _)| *class)
    }

    /// The class's place in [`RingClass::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The name used in addresses and stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The class with that [`key`](RingClass::key).
    pub fn from_key(key: &str) -> Option<RingClass> {
        key.parse().ok()
    }

    /// Whether the class says that no person took the call.
    pub const fn is_unanswered(self) -> bool {
        !matches!(self, RingClass::Answered | RingClass::Other)
    }

    /// The words that people see.
    pub fn message(self) -> Message {
        match self {
            RingClass::Answered => calls::answered(),
            RingClass::NoAnswer => calls::no_answer(),
            RingClass::Busy => calls::busy(),
            RingClass::SwitchedOff => calls::switched_off(),
            RingClass::OutOfArea => calls::out_of_area(),
            RingClass::NotInUse => calls::not_in_use(),
            RingClass::WrongNumber => calls::wrong_number(),
            RingClass::AnsweringMachine => calls::answering_machine(),
            RingClass::DoNotCall => calls::on_airudders_list(),
            RingClass::OnHold => calls::on_hold(),
            RingClass::Other => calls::another_reason(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPELLINGS: [(RingClass, &str); 11] = [
        (RingClass::Answered, "answered|ANSWER|Connected|Picked up"),
        (
            RingClass::NoAnswer,
            "no_answer|No Answer|NotAnswered|unanswered",
        ),
        (RingClass::Busy, "busy|USER_BUSY|line busy|Engaged"),
        (
            RingClass::SwitchedOff,
            "power off|Powered-Off|switched off|switch_off",
        ),
        (
            RingClass::OutOfArea,
            "out of the service area|Out_Of_Area|not in service area|unreachable",
        ),
        (
            RingClass::NotInUse,
            "not in use|not in service|Out Of Service|suspended",
        ),
        (
            RingClass::WrongNumber,
            "unregistered or wrong number|wrong_number|Invalid Number|does not exist",
        ),
        (
            RingClass::AnsweringMachine,
            "answering machine|AnsweringMachine|voicemail|Voice Mail",
        ),
        (
            RingClass::DoNotCall,
            "do-not-call|DNC|Do Not Call List|dnc_list",
        ),
        (RingClass::OnHold, "on hold|HOLD|on_hold|call hold"),
        (RingClass::Other, "call_screened|disconnected|7|"),
    ];

    #[test]
    fn words_are_recognised_however_they_are_spelt() {
        for (class, words) in SPELLINGS {
            for word in words.split('|') {
                assert_eq!(RingClass::of(word), class, "{word}");
            }
        }
    }

    #[test]
    fn every_class_is_found_by_its_key_and_by_its_label_and_stands_at_its_index() {
        for (index, class) in RingClass::ALL.into_iter().enumerate() {
            assert_eq!(RingClass::from_key(class.key()), Some(class));
            assert_eq!(class.index(), index);
            if class != RingClass::DoNotCall {
                assert_eq!(RingClass::of(&class.message().to_string()), class);
            }
            assert_eq!(RingClass::of(class.key()), class);
        }
    }
}
