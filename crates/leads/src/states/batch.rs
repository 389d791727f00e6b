//! The state of a batch, the one table of legal steps, and what a person may decide.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::Tone;
use crate::messages::batch_states;

/// Searches at the provider's whole list, each without the batch's name, after which a person may decide. A search that fails does
/// not count.
pub const MAX_SEARCHES: u32 = 5;

/// Why a batch whose calls were to start by now is not sent.
pub fn start_has_passed() -> Message {
    batch_states::start_has_passed()
}

/// The state of a batch: one provider task of at most 10,000 leads.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum BatchState {
    /// In the queue; nothing was sent since it got there.
    Waiting,
    /// Leased by a worker; written before the socket opens, so from here on bytes may have gone out.
    Sending,
    /// The provider answered with its task's id, or lists it.
    Created,
    /// The provider refused it; nothing was created.
    Refused,
    /// Sent, and no usable answer: the provider may have made the task. Searched for, never sent again by itself.
    Unknown,
    /// Sent, and absent from the provider's list in every search: a person decides.
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
    /// The worker, by itself, or a refresh that finds the batch.
    Worker,
    /// A person only.
    Person,
}

/// What a person may decide about a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Send it again, under the same name.
    SendAgain,
    /// Do not send it again.
    GiveUp,
    /// Do not send it at all.
    Stop,
}

impl BatchState {
    /// Every state.
    pub const ALL: [BatchState; 9] = [
        BatchState::Waiting,
        BatchState::Sending,
        BatchState::Created,
        BatchState::Refused,
        BatchState::Unknown,
        BatchState::Absent,
        BatchState::GivenUp,
        BatchState::NotSent,
        BatchState::Stopped,
    ];

    /// The name used in stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The state with that [`key`](BatchState::key).
    pub fn from_key(key: &str) -> Option<BatchState> {
        key.parse().ok()
    }

    /// The word that people see.
    pub fn label(self) -> Message {
        match self {
            BatchState::Waiting => batch_states::waiting(),
            BatchState::Sending => batch_states::sending(),
            BatchState::Created => batch_states::created(),
            BatchState::Refused => batch_states::refused(),
            BatchState::Unknown => batch_states::unknown(),
            BatchState::Absent => batch_states::absent(),
            BatchState::GivenUp => batch_states::given_up(),
            BatchState::NotSent => batch_states::not_sent(),
            BatchState::Stopped => batch_states::stopped(),
        }
    }

    /// What the state means, and what is being done about it.
    pub fn sentence(self) -> Message {
        match self {
            BatchState::Waiting => batch_states::waiting_sentence(),
            BatchState::Sending => batch_states::sending_sentence(),
            BatchState::Created => batch_states::created_sentence(),
            BatchState::Refused => batch_states::refused_sentence(),
            BatchState::Unknown => batch_states::unknown_sentence(),
            BatchState::Absent => batch_states::absent_sentence(MAX_SEARCHES),
            BatchState::GivenUp => batch_states::given_up_sentence(MAX_SEARCHES),
            BatchState::NotSent => batch_states::not_sent_sentence(),
            BatchState::Stopped => batch_states::stopped_sentence(),
        }
    }

    /// The tone of its dot.
    pub const fn tone(self) -> Tone {
        match self {
            BatchState::Waiting => Tone::Plain,
            BatchState::Sending => Tone::Busy,
            BatchState::Created => Tone::Good,
            BatchState::Refused => Tone::Bad,
            BatchState::Unknown
            | BatchState::Absent
            | BatchState::GivenUp
            | BatchState::NotSent
            | BatchState::Stopped => Tone::Warn,
        }
    }

    /// Who may take a batch from this state to the next; `None` where nobody may: the one table of legal steps.
    pub const fn step(self, next: BatchState) -> Option<StepBy> {
        use BatchState::{
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

    /// Whether a batch may go from this state to the next.
    pub const fn may_become(self, next: BatchState) -> bool {
        self.step(next).is_some()
    }

    /// Why a person may not decide so about a batch in this state; `None` where they may.
    pub fn blocker(self, decision: Decision) -> Option<Message> {
        use BatchState::{
            Absent, Created, GivenUp, NotSent, Refused, Sending, Stopped, Unknown, Waiting,
        };
        Some(match (decision, self) {
            (Decision::SendAgain, Absent | NotSent | Stopped)
            | (Decision::GiveUp, Absent)
            | (Decision::Stop, Waiting) => return None,
            (_, Created) => batch_states::already_created(),
            (_, Refused) => batch_states::was_refused(),
            (_, GivenUp) => batch_states::was_given_up(),
            (_, Sending) => batch_states::is_being_sent(),
            (_, Unknown) => batch_states::is_searched_for(MAX_SEARCHES),
            (Decision::SendAgain, Waiting) => batch_states::already_waiting(),
            (Decision::GiveUp, Waiting) => batch_states::stop_instead(),
            (Decision::GiveUp, NotSent | Stopped) => batch_states::nothing_to_give_up(),
            (Decision::Stop, Absent | NotSent | Stopped) => batch_states::not_waiting(),
        })
    }

    /// Why a person may not send a batch in this state again; `start_has_passed` says that its calls were to start by now.
    pub fn send_again_blocker(self, start_has_passed: bool) -> Option<Message> {
        self.blocker(Decision::SendAgain)
            .or_else(|| start_has_passed.then(batch_states::start_has_passed))
    }

    /// What a search without the batch's name leads to, the last of so many healthy searches.
    pub const fn after_search(searches: u32) -> BatchState {
        if searches >= MAX_SEARCHES {
            BatchState::Absent
        } else {
            BatchState::Unknown
        }
    }

    /// What a batch is that is not sent (any more). `unconfirmed` says that an earlier sending had no usable answer: then it
    /// is not certain that nothing was made.
    pub const fn not_sent(unconfirmed: bool) -> BatchState {
        if unconfirmed {
            BatchState::Absent
        } else {
            BatchState::NotSent
        }
    }

    /// What a waiting batch is once a person has stopped it; `unconfirmed` as in [`BatchState::not_sent`].
    pub const fn stopped(unconfirmed: bool) -> BatchState {
        if unconfirmed {
            BatchState::Absent
        } else {
            BatchState::Stopped
        }
    }

    /// What a batch is that the provider refused. Sent in vain before, it may be refused because its name is taken: by
    /// itself. Then it is looked for once more.
    pub const fn refused(unconfirmed: bool) -> BatchState {
        if unconfirmed {
            BatchState::Unknown
        } else {
            BatchState::Refused
        }
    }

    /// Whether nothing more is sent by itself.
    pub const fn is_settled(self) -> bool {
        !matches!(self, BatchState::Waiting | BatchState::Sending)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_step_of_the_worker_leads_from_doubt_back_into_the_queue() {
        let mut reached = vec![BatchState::Unknown];
        let mut next = 0;
        while let Some(from) = reached.get(next).copied() {
            for to in BatchState::ALL {
                if from.step(to) == Some(StepBy::Worker) && !reached.contains(&to) {
                    reached.push(to);
                }
            }
            next += 1;
        }
        assert_eq!(
            reached,
            [BatchState::Unknown, BatchState::Created, BatchState::Absent]
        );
    }

    #[test]
    fn what_a_person_may_decide_is_a_legal_step_of_a_person() {
        for state in BatchState::ALL {
            for unconfirmed in [false, true] {
                for (decision, next) in [
                    (Decision::SendAgain, BatchState::Waiting),
                    (Decision::GiveUp, BatchState::GivenUp),
                    (Decision::Stop, BatchState::stopped(unconfirmed)),
                ] {
                    let allowed = state.blocker(decision).is_none();
                    let legal = state.step(next) == Some(StepBy::Person);
                    assert_eq!(allowed, legal, "{state:?} {decision:?} {next:?}");
                }
            }
        }
    }

    #[test]
    fn every_state_has_words_of_its_own() {
        let words = BatchState::ALL.map(|state| {
            let sentence = state.sentence().to_string();
            (state.label().to_string(), sentence)
        });
        let told = |index: usize| (words[index].0.as_str(), words[index].1.as_str());
        assert_eq!(told(0), ("Waiting", "Waiting to be sent."));
        assert_eq!(told(2), ("Created", "AIRudder created the task."));
        for (index, (label, sentence)) in words.iter().enumerate() {
            assert!(sentence.ends_with('.') && sentence.len() > label.len());
            let earlier = &words[..index];
            assert!(
                earlier
                    .iter()
                    .all(|(other, said)| other != label && said != sentence)
            );
        }
    }

    #[test]
    fn a_batch_is_sent_again_where_its_start_is_to_come_and_its_state_allows() {
        for state in BatchState::ALL {
            let blocker = state.blocker(Decision::SendAgain);
            assert_eq!(state.send_again_blocker(false), blocker, "{state:?}");
            let late = Some(blocker.unwrap_or_else(start_has_passed));
            assert_eq!(state.send_again_blocker(true), late, "{state:?}");
        }
    }

    #[test]
    fn nothing_more_is_sent_by_itself_once_a_batch_neither_waits_nor_is_sent() {
        let open = BatchState::ALL
            .into_iter()
            .filter(|state| !state.is_settled());
        assert_eq!(
            open.collect::<Vec<_>>(),
            [BatchState::Waiting, BatchState::Sending]
        );
    }

    #[test]
    fn what_has_no_step_to_another_state_may_not_become_it() {
        assert!(BatchState::Waiting.may_become(BatchState::Sending));
        assert!(!BatchState::Created.may_become(BatchState::Waiting));
        assert!(!BatchState::Refused.may_become(BatchState::Created));
    }

    #[test]
    fn every_state_is_found_by_its_key() {
        for state in BatchState::ALL {
            assert_eq!(BatchState::from_key(state.key()), Some(state));
        }
    }
}
