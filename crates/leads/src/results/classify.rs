//! The one place that decides what came of a call: its group, and whether it counts as dialled and as reached.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::call::{CallFacts, CallState};
use super::meaning::{Meanings, ResultGroup};
use super::ring::RingClass;
use crate::messages::calls;
use crate::states::Tone;

/// The definition of reached that stands beside the number.
pub fn reached_definition() -> Message {
    calls::reached_definition()
}

/// The definition of dialled that stands beside the number.
pub fn dialled_definition() -> Message {
    calls::dialled_definition()
}

/// What came of the call of a lead. Every lead of a created batch is in exactly one of these groups.
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
pub enum CallGroup {
    /// [`ResultGroup::Interested`].
    Interested,
    /// [`ResultGroup::CallBack`].
    CallBack,
    /// [`ResultGroup::NotInterested`].
    NotInterested,
    /// [`ResultGroup::DoNotCall`].
    DoNotCall,
    /// [`ResultGroup::WrongNumber`].
    WrongNumber,
    /// [`ResultGroup::AnsweringMachine`].
    AnsweringMachine,
    /// [`ResultGroup::ReachedOtherwise`].
    ReachedOtherwise,
    /// A letter that has no name yet.
    Unnamed,
    /// Answered, and no letter.
    NoResult,
    /// Over, and nobody answered.
    NotReached,
    /// Cancelled or stopped, and nobody answered before.
    Cancelled,
    /// Not dialled yet.
    NotDialled,
    /// A dial is under way.
    Calling,
    /// Nobody answered so far; it is dialled again.
    WaitingForRedial,
    /// The provider does not tell how the call went.
    NotTold,
}

impl CallGroup {
    /// How many groups there are.
    pub const COUNT: usize = CallGroup::ALL.len();

    /// Every group, in the order in which screens show them.
    pub const ALL: [CallGroup; 15] = [
        CallGroup::Interested,
        CallGroup::CallBack,
        CallGroup::NotInterested,
        CallGroup::DoNotCall,
        CallGroup::WrongNumber,
        CallGroup::AnsweringMachine,
        CallGroup::ReachedOtherwise,
        CallGroup::Unnamed,
        CallGroup::NoResult,
        CallGroup::NotReached,
        CallGroup::Cancelled,
        CallGroup::NotDialled,
        CallGroup::Calling,
        CallGroup::WaitingForRedial,
        CallGroup::NotTold,
    ];

    /// The group's place in [`CallGroup::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The name used in addresses and stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The group with that [`key`](CallGroup::key).
    pub fn from_key(key: &str) -> Option<CallGroup> {
        key.parse().ok()
    }

    /// The group of results that it is, where it is one.
    pub fn result(self) -> Option<ResultGroup> {
        ResultGroup::ALL
            .into_iter()
            .find(|group| CallGroup::from(*group) == self)
    }

    /// Whether nothing more will happen to the call: it has a result, or is over without one.
    pub const fn is_over(self) -> bool {
        !matches!(
            self,
            CallGroup::NotDialled
                | CallGroup::Calling
                | CallGroup::WaitingForRedial
                | CallGroup::NotTold
        )
    }

    /// The words that people see.
    pub fn label(self) -> Message {
        match self {
            CallGroup::Interested => ResultGroup::Interested.message(),
            CallGroup::CallBack => ResultGroup::CallBack.message(),
            CallGroup::NotInterested => ResultGroup::NotInterested.message(),
            CallGroup::DoNotCall => ResultGroup::DoNotCall.message(),
            CallGroup::WrongNumber => ResultGroup::WrongNumber.message(),
            CallGroup::AnsweringMachine => ResultGroup::AnsweringMachine.message(),
            CallGroup::ReachedOtherwise => ResultGroup::ReachedOtherwise.message(),
            CallGroup::Unnamed => calls::unnamed(),
            CallGroup::NoResult => calls::no_result(),
            CallGroup::NotReached => calls::not_reached(),
            CallGroup::Cancelled => CallState::Cancelled.message(),
            CallGroup::NotDialled => CallState::NotDialled.message(),
            CallGroup::Calling => CallState::Calling.message(),
            CallGroup::WaitingForRedial => CallState::WaitingForRedial.message(),
            CallGroup::NotTold => CallState::NotTold.message(),
        }
    }

    /// What the group means, in a sentence.
    pub fn sentence(self) -> Message {
        match self {
            CallGroup::Interested => calls::interested_sentence(),
            CallGroup::CallBack => calls::call_back_sentence(),
            CallGroup::NotInterested => calls::not_interested_sentence(),
            CallGroup::DoNotCall => calls::do_not_call_sentence(),
            CallGroup::WrongNumber => calls::wrong_number_sentence(),
            CallGroup::AnsweringMachine => calls::answering_machine_sentence(),
            CallGroup::ReachedOtherwise => calls::reached_otherwise_sentence(),
            CallGroup::Unnamed => calls::unnamed_sentence(),
            CallGroup::NoResult => calls::no_result_sentence(),
            CallGroup::NotReached => calls::not_reached_sentence(),
            CallGroup::Cancelled => calls::cancelled_sentence(),
            CallGroup::NotDialled => calls::not_dialled_sentence(),
            CallGroup::Calling => calls::calling_sentence(),
            CallGroup::WaitingForRedial => calls::waiting_for_redial_sentence(),
            CallGroup::NotTold => calls::not_told_sentence(),
        }
    }

    /// The tone of its dot and of its part of a chart.
    pub const fn tone(self) -> Tone {
        match self {
            CallGroup::Interested => Tone::Good,
            CallGroup::CallBack | CallGroup::Calling | CallGroup::WaitingForRedial => Tone::Busy,
            CallGroup::DoNotCall => Tone::Bad,
            CallGroup::WrongNumber
            | CallGroup::Unnamed
            | CallGroup::Cancelled
            | CallGroup::NotTold => Tone::Warn,
            CallGroup::NotInterested
            | CallGroup::AnsweringMachine
            | CallGroup::ReachedOtherwise
            | CallGroup::NoResult
            | CallGroup::NotReached
            | CallGroup::NotDialled => Tone::Plain,
        }
    }
}

impl From<ResultGroup> for CallGroup {
    fn from(group: ResultGroup) -> CallGroup {
        match group {
            ResultGroup::Interested => CallGroup::Interested,
            ResultGroup::CallBack => CallGroup::CallBack,
            ResultGroup::NotInterested => CallGroup::NotInterested,
            ResultGroup::DoNotCall => CallGroup::DoNotCall,
            ResultGroup::WrongNumber => CallGroup::WrongNumber,
            ResultGroup::AnsweringMachine => CallGroup::AnsweringMachine,
            ResultGroup::ReachedOtherwise => CallGroup::ReachedOtherwise,
        }
    }
}

/// What came of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classified {
    /// The group that it is counted in.
    pub group: CallGroup,
    /// Whether it counts as reached: [`reached_definition`].
    pub reached: bool,
    /// Whether it counts as dialled: [`dialled_definition`].
    pub dialled: bool,
    /// Whole seconds from the beginning of the last dial to its end, where a person or a machine took it and both are told. Whether
    /// the provider counts ringing in is not known.
    pub talk_seconds: Option<u32>,
}

/// Decides what came of a call, by the results of the robot that called; `None` where the robot has none yet.
///
/// A letter decides, also before the call is over: by its meaning, or as reached where it has none yet. Without a letter, only
/// a call that is over counts as reached, where its talk shows it ([`reached_definition`]).
pub fn classify(facts: &CallFacts, meanings: Option<&Meanings>) -> Classified {
    let state = CallState::of(facts);
    let (group, reached) = match &facts.letter {
        Some(letter) => match meanings.and_then(|meanings| meanings.of(letter)) {
            Some(meaning) => (CallGroup::from(meaning.group), meaning.reached),
            None => (CallGroup::Unnamed, true),
        },
        None if state.is_final() && is_answered(facts) => (CallGroup::NoResult, true),
        None => (group_of_state(state), false),
    };
    let was_dialled = match state {
        CallState::Calling | CallState::WaitingForRedial | CallState::Ended => true,
        CallState::NotDialled | CallState::Cancelled | CallState::NotTold => {
            facts.started.is_some() || facts.ended.is_some() || facts.letter.is_some()
        }
    };
    let was_taken = facts.letter.is_some() || group == CallGroup::NoResult;
    Classified {
        group,
        reached,
        dialled: was_dialled || reached,
        talk_seconds: facts.seconds().filter(|_| was_taken),
    }
}

/// Whether the talk of a call without a letter shows that somebody took it.
fn is_answered(facts: &CallFacts) -> bool {
    let rang = facts.ring_type.as_deref().map(RingClass::of);
    match rang {
        Some(RingClass::Answered) => true,
        Some(class) if class.is_unanswered() => false,
        Some(_) | None => facts.hangup_type.is_some() && facts.seconds() > Some(0),
    }
}

const fn group_of_state(state: CallState) -> CallGroup {
    match state {
        CallState::NotDialled => CallGroup::NotDialled,
        CallState::Calling => CallGroup::Calling,
        CallState::WaitingForRedial => CallGroup::WaitingForRedial,
        CallState::Ended => CallGroup::NotReached,
        CallState::Cancelled => CallGroup::Cancelled,
        CallState::NotTold => CallGroup::NotTold,
    }
}

#[cfg(test)]
mod tests;
