//! The states of parts, tasks and checks: their names, and which steps are legal.

use serde::{Deserialize, Serialize};

/// How a state looks: the tone of its dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Nothing is to be said.
    Plain,
    /// It went well.
    Good,
    /// Something is under way.
    Busy,
    /// Somebody should look.
    Warn,
    /// It went wrong.
    Bad,
}

/// The state of a part: one provider task of at most 10,000 leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartState {
    /// In the queue; nothing was sent.
    Waiting,
    /// Leased by a worker; written before the socket opens, so from here on bytes may have gone out.
    Sending,
    /// The provider answered with its task's id.
    Created,
    /// The provider refused it; nothing was created.
    Refused,
    /// Sent, and no usable answer: the provider may have made the task. Never sent again by itself.
    Unknown,
    /// Certainly not sent, after every try.
    NotSent,
}

impl PartState {
    /// Every state.
    pub const ALL: [PartState; 6] = [
        PartState::Waiting,
        PartState::Sending,
        PartState::Created,
        PartState::Refused,
        PartState::Unknown,
        PartState::NotSent,
    ];

    /// The name used in stored data.
    pub const fn key(self) -> &'static str {
        match self {
            PartState::Waiting => "waiting",
            PartState::Sending => "sending",
            PartState::Created => "created",
            PartState::Refused => "refused",
            PartState::Unknown => "unknown",
            PartState::NotSent => "not_sent",
        }
    }

    /// The state with that [`key`](PartState::key).
    pub fn from_key(key: &str) -> Option<PartState> {
        PartState::ALL.into_iter().find(|state| state.key() == key)
    }

    /// The word that people see.
    pub const fn label(self) -> &'static str {
        match self {
            PartState::Waiting => "Waiting",
            PartState::Sending => "Sending",
            PartState::Created => "Created",
            PartState::Refused => "Refused",
            PartState::Unknown => "Unknown",
            PartState::NotSent => "Not sent",
        }
    }

    /// What the state means, and what is being done about it.
    pub const fn sentence(self) -> &'static str {
        match self {
            PartState::Waiting => "In the queue. Nothing has been sent.",
            PartState::Sending => "Being sent to AIRudder.",
            PartState::Created => "AIRudder made the task.",
            PartState::Refused => "AIRudder refused it. Nothing was created, nobody is called.",
            PartState::Unknown => {
                "It was sent, but no usable answer came back: AIRudder may have made the task. \
                 It is not sent again by itself. Refresh looks for it at AIRudder."
            }
            PartState::NotSent => "Nothing was sent, nobody is called.",
        }
    }

    /// The tone of its dot.
    pub const fn tone(self) -> Tone {
        match self {
            PartState::Waiting => Tone::Plain,
            PartState::Sending => Tone::Busy,
            PartState::Created => Tone::Good,
            PartState::Refused => Tone::Bad,
            PartState::Unknown | PartState::NotSent => Tone::Warn,
        }
    }

    /// Whether a part may go from this state to the next: the one table of legal steps.
    pub const fn may_become(self, next: PartState) -> bool {
        use PartState::{Created, NotSent, Refused, Sending, Unknown, Waiting};
        matches!(
            (self, next),
            (Waiting, Sending)
                | (Sending, Waiting | Created | Refused | Unknown | NotSent)
                | (Unknown, Created)
        )
    }

    /// Whether nothing more happens by itself.
    pub const fn is_settled(self) -> bool {
        !matches!(self, PartState::Waiting | PartState::Sending)
    }
}

/// The state of a task: what its parts add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// Parts wait or are being sent.
    Sending,
    /// Every part was created; the provider has not said more.
    Created,
    /// The provider is calling.
    Calling,
    /// The provider has ended every part.
    Finished,
    /// At least one part has no usable answer.
    Unknown,
    /// Some parts were created, others refused or not sent.
    PartlyCreated,
    /// No part was created: the provider refused.
    Refused,
    /// No part was created: the provider could not be reached.
    NotSent,
}

/// What the provider says of a created part's calls, as far as a task's state needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calling {
    /// Not asked yet, or not started.
    NotStarted,
    /// Under way.
    UnderWay,
    /// Ended.
    Ended,
}

impl TaskState {
    /// Every state, in the order in which the filter offers them.
    pub const ALL: [TaskState; 8] = [
        TaskState::Sending,
        TaskState::Created,
        TaskState::Calling,
        TaskState::Finished,
        TaskState::Unknown,
        TaskState::PartlyCreated,
        TaskState::Refused,
        TaskState::NotSent,
    ];

    /// What the parts add up to. An unknown part outweighs everything: somebody must look.
    pub fn of(parts: &[(PartState, Calling)]) -> TaskState {
        let any = |wanted: PartState| parts.iter().any(|(state, _)| *state == wanted);
        let created = || {
            parts
                .iter()
                .filter(|(state, _)| *state == PartState::Created)
        };
        if any(PartState::Unknown) {
            TaskState::Unknown
        } else if any(PartState::Waiting) || any(PartState::Sending) || parts.is_empty() {
            TaskState::Sending
        } else if !any(PartState::Created) {
            if any(PartState::Refused) {
                TaskState::Refused
            } else {
                TaskState::NotSent
            }
        } else if any(PartState::Refused) || any(PartState::NotSent) {
            TaskState::PartlyCreated
        } else if created().all(|(_, calling)| *calling == Calling::Ended) {
            TaskState::Finished
        } else if created().any(|(_, calling)| *calling != Calling::NotStarted) {
            TaskState::Calling
        } else {
            TaskState::Created
        }
    }

    /// The name used in URLs and stored data.
    pub const fn key(self) -> &'static str {
        match self {
            TaskState::Sending => "sending",
            TaskState::Created => "created",
            TaskState::Calling => "calling",
            TaskState::Finished => "finished",
            TaskState::Unknown => "unknown",
            TaskState::PartlyCreated => "partly_created",
            TaskState::Refused => "refused",
            TaskState::NotSent => "not_sent",
        }
    }

    /// The state with that [`key`](TaskState::key).
    pub fn from_key(key: &str) -> Option<TaskState> {
        TaskState::ALL.into_iter().find(|state| state.key() == key)
    }

    /// The word that people see.
    pub const fn label(self) -> &'static str {
        match self {
            TaskState::Sending => "Sending",
            TaskState::Created => "Created",
            TaskState::Calling => "Calling",
            TaskState::Finished => "Finished",
            TaskState::Unknown => "Unknown",
            TaskState::PartlyCreated => "Partly created",
            TaskState::Refused => "Refused",
            TaskState::NotSent => "Not sent",
        }
    }

    /// The tone of its dot.
    pub const fn tone(self) -> Tone {
        match self {
            TaskState::Sending | TaskState::Calling => Tone::Busy,
            TaskState::Created | TaskState::Finished => Tone::Good,
            TaskState::Unknown | TaskState::PartlyCreated | TaskState::NotSent => Tone::Warn,
            TaskState::Refused => Tone::Bad,
        }
    }
}

/// The state of a check: the dry run of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// Parts are being asked about.
    Running,
    /// The provider answered for every part.
    Done,
    /// The provider gave no usable answer; the check may be repeated.
    Failed,
}

impl CheckState {
    /// The name used in stored data.
    pub const fn key(self) -> &'static str {
        match self {
            CheckState::Running => "running",
            CheckState::Done => "done",
            CheckState::Failed => "failed",
        }
    }

    /// The state with that [`key`](CheckState::key).
    pub fn from_key(key: &str) -> Option<CheckState> {
        [CheckState::Running, CheckState::Done, CheckState::Failed]
            .into_iter()
            .find(|state| state.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PartState::{Created, NotSent, Refused, Unknown, Waiting};

    fn task(parts: &[PartState]) -> TaskState {
        TaskState::of(
            &parts
                .iter()
                .map(|state| (*state, Calling::NotStarted))
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn an_unknown_part_makes_the_task_unknown_whatever_the_others_are() {
        for other in PartState::ALL {
            assert_eq!(task(&[other, Unknown]), TaskState::Unknown);
        }
    }

    #[test]
    fn a_task_is_refused_only_when_no_part_was_created() {
        assert_eq!(task(&[Refused, Refused]), TaskState::Refused);
        assert_eq!(task(&[Refused, NotSent]), TaskState::Refused);
        assert_eq!(task(&[NotSent]), TaskState::NotSent);
        assert_eq!(task(&[Created, Refused]), TaskState::PartlyCreated);
        assert_eq!(task(&[Created, Waiting]), TaskState::Sending);
        assert_eq!(task(&[Created, Created]), TaskState::Created);
    }

    #[test]
    fn a_task_is_finished_only_when_every_part_has_ended() {
        let half = [(Created, Calling::Ended), (Created, Calling::UnderWay)];
        let whole = [(Created, Calling::Ended), (Created, Calling::Ended)];
        assert_eq!(TaskState::of(&half), TaskState::Calling);
        assert_eq!(TaskState::of(&whole), TaskState::Finished);
    }

    #[test]
    fn an_unknown_part_is_never_sent_again_by_itself() {
        for next in [Waiting, PartState::Sending, Refused, NotSent] {
            assert!(!Unknown.may_become(next), "{next:?}");
        }
    }

    #[test]
    fn every_state_is_found_by_its_key() {
        for state in PartState::ALL {
            assert_eq!(PartState::from_key(state.key()), Some(state));
        }
        for state in TaskState::ALL {
            assert_eq!(TaskState::from_key(state.key()), Some(state));
        }
    }
}
