//! What became of a batch: told by the provider's answer, or from its absence.

use std::collections::BTreeSet;

use airudder::{Certainty, CreateOutcome, TaskAnswer};
use jiff::{SignedDuration, Timestamp};
use leads::numbers::mask_numbers;
use leads::states::BatchState;
use localization::Message;

use super::backoff;
use crate::messages::batch_words as words;
use crate::payload::{self, Payload};
use crate::provider::Failure;
use crate::reconciliation::more_than_one;
use crate::store::batches::BatchRecord;

/// Tries of a batch that was certainly never sent.
const TRIES: i32 = 8;

/// What became of a batch.
pub(super) struct BatchOutcome {
    pub state: BatchState,
    pub provider_id: Option<String>,
    /// The sentence that is stored.
    pub words: Option<String>,
    pub refused: Vec<(i32, String)>,
    pub not_before: Timestamp,
    /// Whether it was found in the provider's list.
    pub is_found: bool,
    /// Whether its sender has gone silent.
    pub is_expired: bool,
}

impl BatchOutcome {
    pub fn new(state: BatchState, now: Timestamp, words: Option<Message>) -> BatchOutcome {
        BatchOutcome {
            state,
            provider_id: None,
            words: words.map(|words| words.to_string()),
            refused: Vec::new(),
            not_before: now,
            is_found: false,
            is_expired: false,
        }
    }

    /// Nothing of the batch was sent this time, and nothing will be by itself.
    pub fn not_sent(batch: &BatchRecord, now: Timestamp, words: Message) -> BatchOutcome {
        let state = BatchState::not_sent(batch.is_unconfirmed());
        BatchOutcome::new(state, now, Some(words))
    }

    /// The batch is in the provider's list already, from an earlier sending.
    pub fn found(now: Timestamp, ids: &[String]) -> BatchOutcome {
        BatchOutcome {
            provider_id: ids.first().cloned(),
            is_found: true,
            ..BatchOutcome::new(BatchState::Created, now, more_than_one(ids))
        }
    }

    /// Nothing of the batch was sent; it is tried again, unless it was tried often enough.
    pub fn put_back(
        batch: &BatchRecord,
        now: Timestamp,
        wait: SignedDuration,
        words: Message,
    ) -> BatchOutcome {
        let state = if batch.attempts < TRIES {
            BatchState::Waiting
        } else {
            BatchState::not_sent(batch.is_unconfirmed())
        };
        BatchOutcome {
            not_before: now + wait,
            ..BatchOutcome::new(state, now, Some(words))
        }
    }

    /// What an answer means, by the documentation's table of `Perform`.
    pub fn of_answer(
        batch: &BatchRecord,
        payload: &Payload,
        answer: &TaskAnswer,
        now: Timestamp,
    ) -> BatchOutcome {
        let refusal = BatchState::refused(batch.is_unconfirmed());
        let verdicts = payload::match_errors(payload, answer);
        let refused = verdicts.refused;
        // A lead may be refused for several reasons.
        let rows: BTreeSet<i32> = refused.iter().map(|(row, _)| *row).collect();
        let every_lead_refused = verdicts.words.is_empty() && rows.len() == payload.rows.len();
        let said =
            (!verdicts.words.is_empty()).then(|| masked(&Message::sentences(verdicts.words)));
        let outcome = match answer.outcome(payload.task.perform) {
            CreateOutcome::Created { task_id } => BatchOutcome {
                provider_id: Some(task_id),
                ..BatchOutcome::new(BatchState::Created, now, said)
            },
            CreateOutcome::NothingCreated => {
                let told = std::iter::once(words::created_nothing()).chain(said);
                BatchOutcome::new(refusal, now, Some(Message::sentences(told)))
            }
            CreateOutcome::Unclear if answer.task_id.is_none() && every_lead_refused => {
                BatchOutcome::new(refusal, now, Some(words::every_lead_refused()))
            }
            // An id beside refused leads where nothing should have been created, or no id where a task should be.
            CreateOutcome::Unclear => BatchOutcome {
                provider_id: answer.task_id.clone(),
                ..BatchOutcome::new(BatchState::Unknown, now, Some(words::did_not_say()))
            },
        };
        BatchOutcome { refused, ..outcome }
    }

    /// What a failure means, by what is certain about it.
    pub fn of_failure(batch: &BatchRecord, failure: &Failure, now: Timestamp) -> BatchOutcome {
        let words = || Some(masked(&failure.message()));
        match failure.certainty() {
            Certainty::Refused => {
                BatchOutcome::new(BatchState::refused(batch.is_unconfirmed()), now, words())
            }
            Certainty::Unknown => BatchOutcome::new(BatchState::Unknown, now, words()),
            Certainty::NotSent => BatchOutcome::not_called(batch, failure, now),
        }
    }

    /// Nothing of the batch was sent, by that failure: it is tried again, and as often as it takes where nobody was called.
    pub fn not_called(batch: &BatchRecord, failure: &Failure, now: Timestamp) -> BatchOutcome {
        let words = masked(&failure.message());
        match failure {
            Failure::LeftAlone | Failure::NoCredentials => {
                BatchOutcome::new(BatchState::Waiting, now, Some(words))
            }
            Failure::Call(_) => {
                let wait = backoff::retry_after(failure, batch.attempts, &batch.provider_name);
                BatchOutcome::put_back(batch, now, wait, words)
            }
        }
    }
}

/// Words of the provider are kept for good, so numbers in them are masked.
fn masked(words: &Message) -> Message {
    Message::verbatim(mask_numbers(&words.to_string()))
}
