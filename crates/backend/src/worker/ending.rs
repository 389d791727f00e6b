//! What became of a part: judged from the provider's answer, or from its absence.

use std::collections::BTreeSet;

use airudder::{Certainty, Outcome as AnswerMeans, TaskAnswer};
use jiff::{SignedDuration, Timestamp};
use leads::states::PartState;

use super::wait;
use crate::looking::more_than_one;
use crate::payload::{self, Payload, Verdicts};
use crate::provider::Failure;
use crate::store::parts::PartRecord;

/// Tries of a part that was certainly never sent.
const TRIES: i32 = 8;

/// What became of a part.
pub(super) struct Ending {
    pub state: PartState,
    pub provider_id: Option<String>,
    pub words: Option<String>,
    pub refused: Vec<(i32, String)>,
    pub not_before: Timestamp,
    /// Whether it was found in the provider's list.
    pub is_found: bool,
    /// Whether its sender has gone silent.
    pub is_abandoned: bool,
}

impl Ending {
    pub fn new(state: PartState, now: Timestamp, words: Option<String>) -> Ending {
        Ending {
            state,
            provider_id: None,
            words,
            refused: Vec::new(),
            not_before: now,
            is_found: false,
            is_abandoned: false,
        }
    }

    /// Nothing of the part was sent this time, and nothing will be by itself.
    pub fn not_sent(part: &PartRecord, now: Timestamp, sentence: &str) -> Ending {
        let state = PartState::not_sent(part.is_in_doubt());
        Ending::new(state, now, Some(sentence.to_owned()))
    }

    /// The part is in the provider's list already, from an earlier sending.
    pub fn found(now: Timestamp, ids: &[String]) -> Ending {
        Ending {
            provider_id: ids.first().cloned(),
            is_found: true,
            ..Ending::new(PartState::Created, now, more_than_one(ids))
        }
    }

    /// Nothing of the part was sent; it is tried again, unless it was tried often enough.
    pub fn put_back(
        part: &PartRecord,
        now: Timestamp,
        wait: SignedDuration,
        words: String,
    ) -> Ending {
        let state = if part.attempts < TRIES {
            PartState::Waiting
        } else {
            PartState::not_sent(part.is_in_doubt())
        };
        Ending {
            not_before: now + wait,
            ..Ending::new(state, now, Some(words))
        }
    }

    /// What an answer means, by the documentation's table of `Perform`. Words are kept for good, so numbers in them are masked.
    pub fn of_answer(
        part: &PartRecord,
        payload: &Payload,
        answer: &TaskAnswer,
        now: Timestamp,
    ) -> Ending {
        let refusal = PartState::refused(part.is_in_doubt());
        let Verdicts { refused, words } = payload::tie(payload, answer);
        // A lead may be refused for several reasons.
        let rows: BTreeSet<i32> = refused.iter().map(|(row, _)| *row).collect();
        let every_lead_refused = words.is_empty() && rows.len() == payload.rows.len();
        let said = leads::numbers::mask_numbers(&words.join(" "));
        let ending = match answer.outcome(payload.task.perform) {
            AnswerMeans::Created { task_id } => Ending {
                provider_id: Some(task_id),
                ..Ending::new(
                    PartState::Created,
                    now,
                    Some(said).filter(|said| !said.is_empty()),
                )
            },
            AnswerMeans::NothingCreated => {
                let sentence = format!("AIRudder refused leads and created nothing. {said}");
                Ending::new(refusal, now, Some(sentence.trim_end().to_owned()))
            }
            AnswerMeans::Unclear if answer.task_id.is_none() && every_lead_refused => Ending::new(
                refusal,
                now,
                Some("AIRudder refused every lead.".to_owned()),
            ),
            // An id beside refused leads where nothing should have been created, or no id where a task should be.
            AnswerMeans::Unclear => Ending {
                provider_id: answer.task_id.clone(),
                ..Ending::new(
                    PartState::Unknown,
                    now,
                    Some("AIRudder did not say if it created the task.".to_owned()),
                )
            },
        };
        Ending { refused, ..ending }
    }

    /// What a failure means, by what is certain about it.
    pub fn of_failure(part: &PartRecord, failure: &Failure, now: Timestamp) -> Ending {
        let words = || Some(words_of(failure));
        match failure.certainty() {
            Certainty::Refused => Ending::new(PartState::refused(part.is_in_doubt()), now, words()),
            Certainty::Unknown => Ending::new(PartState::Unknown, now, words()),
            Certainty::NotSent => Ending::not_called(part, failure, now),
        }
    }

    /// Nothing of the part was sent, by that failure: it is tried again, and as often as it takes where nobody was called.
    pub fn not_called(part: &PartRecord, failure: &Failure, now: Timestamp) -> Ending {
        let words = words_of(failure);
        match failure {
            Failure::LeftAlone => Ending::new(PartState::Waiting, now, Some(words)),
            Failure::Call(_) => {
                let wait = wait::as_told(failure, part.attempts, &part.provider_name);
                Ending::put_back(part, now, wait, words)
            }
        }
    }
}

/// Words are kept for good, so numbers in them are masked.
fn words_of(failure: &Failure) -> String {
    leads::numbers::mask_numbers(&failure.sentence())
}
