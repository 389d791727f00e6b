//! The state of a task.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::{BatchState, Tone};
use crate::messages::task_states;

/// The state of a task: what its batches add up to.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TaskState {
    /// Batches wait or are being sent.
    Sending,
    /// Every batch was created; the provider has not said more.
    Created,
    /// The provider is calling.
    Calling,
    /// The provider has ended every batch.
    Finished,
    /// At least one batch has no usable answer.
    Unknown,
    /// At least one batch is not in the provider's list, and waits for a person to decide.
    Absent,
    /// Some batches were created, others refused or not sent.
    PartlyCreated,
    /// No batch was created: the provider refused.
    Refused,
    /// No batch was created: nothing was sent.
    NotSent,
    /// No batch is known to be created: a person has given up at least one that was not found.
    GivenUp,
}

/// What the provider says of a created batch's calls, as far as a task's state needs it.
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
    pub const ALL: [TaskState; 10] = [
        TaskState::Sending,
        TaskState::Created,
        TaskState::Calling,
        TaskState::Finished,
        TaskState::Unknown,
        TaskState::Absent,
        TaskState::PartlyCreated,
        TaskState::Refused,
        TaskState::NotSent,
        TaskState::GivenUp,
    ];

    /// What the batches add up to. An unknown batch outweighs everything, then one that a person has to decide about.
    pub fn of(batches: &[(BatchState, Calling)]) -> TaskState {
        let any = |wanted: BatchState| batches.iter().any(|(state, _)| *state == wanted);
        let created = || {
            batches
                .iter()
                .filter(|(state, _)| *state == BatchState::Created)
        };
        if any(BatchState::Unknown) {
            TaskState::Unknown
        } else if any(BatchState::Absent) {
            TaskState::Absent
        } else if any(BatchState::Waiting) || any(BatchState::Sending) || batches.is_empty() {
            TaskState::Sending
        } else if !any(BatchState::Created) {
            if any(BatchState::GivenUp) {
                TaskState::GivenUp
            } else if any(BatchState::Refused) {
                TaskState::Refused
            } else {
                TaskState::NotSent
            }
        } else if batches
            .iter()
            .any(|(state, _)| *state != BatchState::Created)
        {
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
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The state with that [`key`](TaskState::key).
    pub fn from_key(key: &str) -> Option<TaskState> {
        key.parse().ok()
    }

    /// The word that people see.
    pub fn message(self) -> Message {
        match self {
            TaskState::Sending => task_states::sending(),
            TaskState::Created => task_states::created(),
            TaskState::Calling => task_states::calling(),
            TaskState::Finished => task_states::finished(),
            TaskState::Unknown => task_states::unknown(),
            TaskState::Absent => task_states::absent(),
            TaskState::PartlyCreated => task_states::partly_created(),
            TaskState::Refused => task_states::refused(),
            TaskState::NotSent => task_states::not_sent(),
            TaskState::GivenUp => task_states::given_up(),
        }
    }

    /// The tone of its dot.
    pub const fn tone(self) -> Tone {
        match self {
            TaskState::Sending | TaskState::Calling => Tone::Busy,
            TaskState::Created | TaskState::Finished => Tone::Good,
            TaskState::Unknown
            | TaskState::Absent
            | TaskState::PartlyCreated
            | TaskState::NotSent
            | TaskState::GivenUp => Tone::Warn,
            TaskState::Refused => Tone::Bad,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use BatchState::{Absent, Created, GivenUp, NotSent, Refused, Stopped, Unknown, Waiting};

    fn task(batches: &[BatchState]) -> TaskState {
        TaskState::of(
            &batches
                .iter()
                .map(|state| (*state, Calling::NotStarted))
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn an_unknown_batch_makes_the_task_unknown_whatever_the_others_are() {
        for other in BatchState::ALL {
            assert_eq!(task(&[other, Unknown]), TaskState::Unknown);
        }
    }

    #[test]
    fn a_task_is_refused_only_when_no_batch_was_created() {
        assert_eq!(task(&[Refused, Refused]), TaskState::Refused);
        assert_eq!(task(&[Refused, NotSent]), TaskState::Refused);
        assert_eq!(task(&[NotSent]), TaskState::NotSent);
        assert_eq!(task(&[Created, Refused]), TaskState::PartlyCreated);
        assert_eq!(task(&[Created, Waiting]), TaskState::Sending);
        assert_eq!(task(&[Created, Created]), TaskState::Created);
    }

    #[test]
    fn a_task_is_finished_only_when_every_batch_has_ended() {
        let half = [(Created, Calling::Ended), (Created, Calling::UnderWay)];
        let whole = [(Created, Calling::Ended), (Created, Calling::Ended)];
        assert_eq!(TaskState::of(&half), TaskState::Calling);
        assert_eq!(TaskState::of(&whole), TaskState::Finished);
    }

    #[test]
    fn a_batch_that_waits_for_a_decision_is_not_hidden_by_the_others() {
        for other in [Created, Refused, NotSent, Waiting, GivenUp, Stopped] {
            assert_eq!(task(&[other, Absent]), TaskState::Absent, "{other:?}");
        }
        assert_eq!(task(&[GivenUp, Refused]), TaskState::GivenUp);
        assert_eq!(task(&[Created, GivenUp]), TaskState::PartlyCreated);
        assert_eq!(task(&[Created, Stopped]), TaskState::PartlyCreated);
        assert_eq!(task(&[Stopped]), TaskState::NotSent);
    }

    #[test]
    fn a_task_is_being_sent_while_a_batch_is_or_none_is_written_yet() {
        assert_eq!(task(&[]), TaskState::Sending);
        assert_eq!(task(&[BatchState::Sending]), TaskState::Sending);
        assert_eq!(task(&[Created, BatchState::Sending]), TaskState::Sending);
    }

    #[test]
    fn every_state_has_a_word_of_its_own() {
        let labels = TaskState::ALL.map(|state| state.message().to_string());
        assert_eq!(labels[4..6], ["Unknown", "Not found"]);
        for (index, label) in labels.iter().enumerate() {
            assert!(!labels[..index].contains(label), "{label}");
        }
    }

    #[test]
    fn every_state_is_found_by_its_key() {
        for state in TaskState::ALL {
            assert_eq!(TaskState::from_key(state.key()), Some(state));
        }
    }
}
