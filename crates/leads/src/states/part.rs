//! The state of a part, the one table of legal steps, and what a person may decide.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::Tone;

/// Looks at the provider's whole list, each without the part's name, after which a person may decide. A look that fails does
/// not count.
pub const HEALTHY_LOOKS: u32 = 5;

/// Why a part whose calls were to start by now is not sent.
pub const START_HAS_PASSED: &str =
    "The start time passed before the batch was sent. Clone the task and choose a later start.";

/// The state of a part: one provider task of at most 10,000 leads.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PartState {
    /// In the queue; nothing was sent since it got there.
    Waiting,
    /// Leased by a worker; written before the socket opens, so from here on bytes may have gone out.
    Sending,
    /// The provider answered with its task's id, or lists it.
    Created,
    /// The provider refused it; nothing was created.
    Refused,
    /// Sent, and no usable answer: the provider may have made the task. Looked for, never sent again by itself.
    Unknown,
    /// Sent, and absent from the provider's list in every look: a person decides.
    Absent,
    /// Absent, and a person has decided not to send it again.
    GivenUp,
    /// Certainly not sent, after every try.
    NotSent,
    /// Certainly not sent: a person has stopped it while it waited.
    Stopped,
}

/// Who may take a step from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepBy {
    /// The worker, by itself, or a refresh that finds the part.
    Worker,
    /// A person only.
    Person,
}

/// What a person may decide about a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Send it again, under the same name.
    SendAgain,
    /// Do not send it again.
    GiveUp,
    /// Do not send it at all.
    Stop,
}

impl PartState {
    /// Every state.
    pub const ALL: [PartState; 9] = [
        PartState::Waiting,
        PartState::Sending,
        PartState::Created,
        PartState::Refused,
        PartState::Unknown,
        PartState::Absent,
        PartState::GivenUp,
        PartState::NotSent,
        PartState::Stopped,
    ];

    /// The name used in stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The state with that [`key`](PartState::key).
    pub fn from_key(key: &str) -> Option<PartState> {
        key.parse().ok()
    }

    /// The word that people see.
    pub const fn label(self) -> &'static str {
        match self {
            PartState::Waiting => "Waiting",
            PartState::Sending => "Sending",
            PartState::Created => "Created",
            PartState::Refused => "Refused",
            PartState::Unknown => "Unknown",
            PartState::Absent => "Not found",
            PartState::GivenUp => "Given up",
            PartState::NotSent => "Not sent",
            PartState::Stopped => "Stopped",
        }
    }

    /// What the state means, and what is being done about it.
    pub const fn sentence(self) -> &'static str {
        match self {
            PartState::Waiting => "Waiting to be sent.",
            PartState::Sending => "Being sent to AIRudder.",
            PartState::Created => "AIRudder created the task.",
            PartState::Refused => "AIRudder refused this batch. Nobody is called.",
            PartState::Unknown => {
                "Sent, but AIRudder gave no clear answer. It might have created the task, so Coxswain searches for it and does not \
                 send it again."
            }
            PartState::Absent => {
                "Sent, but not listed by AIRudder after 5 searches. It was probably not created. Send it again or give it up."
            }
            PartState::GivenUp => "Given up after 5 searches. Its leads count as not called.",
            PartState::NotSent => "Not sent. Nobody is called.",
            PartState::Stopped => "Stopped before it was sent. Nobody is called.",
        }
    }

    /// The tone of its dot.
    pub const fn tone(self) -> Tone {
        match self {
            PartState::Waiting => Tone::Plain,
            PartState::Sending => Tone::Busy,
            PartState::Created => Tone::Good,
            PartState::Refused => Tone::Bad,
            PartState::Unknown
            | PartState::Absent
            | PartState::GivenUp
            | PartState::NotSent
            | PartState::Stopped => Tone::Warn,
        }
    }

    /// Who may take a part from this state to the next; `None` where nobody may: the one table of legal steps.
    pub const fn step(self, next: PartState) -> Option<StepBy> {
        use PartState::{
            Absent, Created, GivenUp, NotSent, Refused, Sending, Stopped, Unknown, Waiting,
        };
        match (self, next) {
            (Waiting, Sending)
            | (Sending, Waiting | Created | Refused | Unknown | NotSent | Absent)
            | (Unknown, Created | Absent)
            // Found later than anybody expected: the truth counts.
            | (Absent | GivenUp, Created) => Some(StepBy::Worker),
            (Waiting, Stopped | Absent) | (Absent, Waiting | GivenUp) | (NotSent | Stopped, Waiting) => {
                Some(StepBy::Person)
            }
            _ => None,
        }
    }

    /// Whether a part may go from this state to the next.
    pub const fn may_become(self, next: PartState) -> bool {
        self.step(next).is_some()
    }

    /// Why a person may not decide so about a part in this state; `None` where they may.
    pub const fn hindrance(self, decision: Decision) -> Option<&'static str> {
        use PartState::{
            Absent, Created, GivenUp, NotSent, Refused, Sending, Stopped, Unknown, Waiting,
        };
        match (decision, self) {
            (Decision::SendAgain, Absent | NotSent | Stopped)
            | (Decision::GiveUp, Absent)
            | (Decision::Stop, Waiting) => None,
            (_, Created) => Some("AIRudder already created this batch."),
            (_, Refused) => Some("AIRudder refused this batch. Fix it in a clone of the task."),
            (_, GivenUp) => Some("This batch was given up. Clone the task to send its leads."),
            (_, Sending) => Some("This batch is being sent. Wait for the result."),
            (_, Unknown) => Some(
                "AIRudder might have created the task: sending it again might call people twice. You can decide after 5 searches.",
            ),
            (Decision::SendAgain, Waiting) => Some("This batch is already waiting."),
            (Decision::GiveUp, Waiting) => Some("This batch is already waiting. Stop it instead."),
            (Decision::GiveUp, NotSent | Stopped) => {
                Some("This batch was not sent. There is nothing to give up.")
            }
            (Decision::Stop, Absent | NotSent | Stopped) => Some("This batch is not waiting."),
        }
    }

    /// Why a person may not send a part in this state again; `start_has_passed` says that its calls were to start by now.
    pub fn send_again_hindrance(self, start_has_passed: bool) -> Option<&'static str> {
        self.hindrance(Decision::SendAgain)
            .or(start_has_passed.then_some(START_HAS_PASSED))
    }

    /// What a look without the part's name leads to, the last of so many healthy looks.
    pub const fn after_look(looks: u32) -> PartState {
        if looks >= HEALTHY_LOOKS {
            PartState::Absent
        } else {
            PartState::Unknown
        }
    }

    /// What a part is that is not sent (any more). `in_doubt` says that an earlier sending had no usable answer: then it
    /// is not certain that nothing was made.
    pub const fn not_sent(in_doubt: bool) -> PartState {
        if in_doubt {
            PartState::Absent
        } else {
            PartState::NotSent
        }
    }

    /// What a waiting part is once a person has stopped it; `in_doubt` as in [`PartState::not_sent`].
    pub const fn stopped(in_doubt: bool) -> PartState {
        if in_doubt {
            PartState::Absent
        } else {
            PartState::Stopped
        }
    }

    /// What a part is that the provider refused. Sent in vain before, it may be refused because its name is taken: by
    /// itself. Then it is looked for once more.
    pub const fn refused(in_doubt: bool) -> PartState {
        if in_doubt {
            PartState::Unknown
        } else {
            PartState::Refused
        }
    }

    /// Whether nothing more is sent by itself.
    pub const fn is_settled(self) -> bool {
        !matches!(self, PartState::Waiting | PartState::Sending)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_step_of_the_worker_leads_from_doubt_back_into_the_queue() {
        let mut reached = vec![PartState::Unknown];
        let mut next = 0;
        while let Some(from) = reached.get(next).copied() {
            for to in PartState::ALL {
                if from.step(to) == Some(StepBy::Worker) && !reached.contains(&to) {
                    reached.push(to);
                }
            }
            next += 1;
        }
        assert_eq!(
            reached,
            [PartState::Unknown, PartState::Created, PartState::Absent]
        );
    }

    #[test]
    fn what_a_person_may_decide_is_a_legal_step_of_a_person() {
        for state in PartState::ALL {
            for in_doubt in [false, true] {
                for (decision, next) in [
                    (Decision::SendAgain, PartState::Waiting),
                    (Decision::GiveUp, PartState::GivenUp),
                    (Decision::Stop, PartState::stopped(in_doubt)),
                ] {
                    let allowed = state.hindrance(decision).is_none();
                    let legal = state.step(next) == Some(StepBy::Person);
                    assert_eq!(allowed, legal, "{state:?} {decision:?} {next:?}");
                }
            }
        }
    }

    #[test]
    fn every_state_is_found_by_its_key() {
        for state in PartState::ALL {
            assert_eq!(PartState::from_key(state.key()), Some(state));
        }
    }
}
