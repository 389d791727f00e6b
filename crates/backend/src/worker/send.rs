//! Sending a part: the one place where calls are really ordered.
//!
//! Architecture invariant: a part is `sending` in the database before a byte goes out, and what became of it is written in a
//! second transaction. What may have reached AIRudder is never sent again from here.

use airudder::{Certainty, Outcome as AnswerMeans, Perform, TaskAnswer};
use jiff::Timestamp;
use leads::Country;
use leads::states::PartState;
use serde_json::json;

use super::{Clock, wait_as_told};
use crate::error::{Error, provider_sentence};
use crate::payload::{self, Payload, Recipe, Verdicts};
use crate::store::events::{self, NewEvent};
use crate::store::parts::{Outcome, PartRecord};
use crate::{Backend, store, tasks};

/// Tries of a part that was certainly never sent.
const TRIES: i32 = 8;

/// What became of a part.
struct Ending {
    state: PartState,
    provider_id: Option<String>,
    words: Option<String>,
    refused: Vec<(i32, String)>,
    not_before: Timestamp,
}

impl Ending {
    fn new(state: PartState, now: Timestamp, words: Option<String>) -> Ending {
        Ending {
            state,
            provider_id: None,
            words,
            refused: Vec::new(),
            not_before: now,
        }
    }
}

/// Sends a leased part, and writes down what became of it.
pub(super) async fn send(
    backend: Backend,
    clock: impl Clock,
    part: PartRecord,
) -> Result<(), Error> {
    let ending = match rebuild(&backend, &part).await? {
        Some(payload) => {
            let answer = backend.provider.create_task(&payload.task).await;
            let now = clock();
            match answer {
                Ok(answer) => judge(&part, &payload, answer, now),
                Err(error) => judge_failure(&part, &error, now),
            }
        }
        // Nothing of it was sent, and nothing will be: the leads are not those that were checked.
        None => Ending::new(
            PartState::NotSent,
            clock(),
            Some("The leads are no longer those that were checked.".to_owned()),
        ),
    };
    record(&backend, clock(), &part, &ending).await
}

/// The part's payload, if it is to the byte what was checked.
async fn rebuild(backend: &Backend, part: &PartRecord) -> Result<Option<Payload>, Error> {
    let (draft, check) = store::parts::origin(&backend.pool, part).await?;
    let check = store::checks::by_id(&backend.pool, check)
        .await?
        .ok_or(Error::Inconsistent("a task without its check"))?;
    let leads = store::leads::of_part(&backend.pool, draft, part.first_row, part.last_row).await?;
    let recipe = Recipe {
        name: &part.provider_name,
        settings: &check.settings.0,
        mapping: &check.mapping.0,
        country: Country::parse(&check.country)
            .map_err(|_| Error::Inconsistent("checks.country"))?,
    };
    let mut payload = payload::build(&recipe, leads);
    if payload::digest(&payload.task) != part.payload_digest {
        tracing::error!(task = %part.task_id, part = part.number, "a part is not what was checked");
        return Ok(None);
    }
    payload.task.perform = match part.perform {
        1 => Perform::WithoutRefused,
        _ => Perform::AllOrNothing,
    };
    Ok(Some(payload))
}

/// What an answer means, by the documentation's table of `Perform`.
fn judge(part: &PartRecord, payload: &Payload, answer: TaskAnswer, now: Timestamp) -> Ending {
    let Verdicts { refused, words } = payload::tie(payload, &answer.detail_errors);
    let bad = answer.detail_errors.len();
    let said = (!words.is_empty()).then(|| words.join(" "));
    let every_lead_refused = bad >= store::whole(part.lead_count) as usize;
    let ending = match answer.outcome(payload.task.perform) {
        AnswerMeans::Created { task_id } => Ending {
            provider_id: Some(task_id),
            ..Ending::new(PartState::Created, now, said)
        },
        AnswerMeans::NothingCreated => {
            let sentence = format!(
                "AIRudder refused {bad} of the leads, so it created nothing. {}",
                said.unwrap_or_default()
            );
            Ending::new(
                PartState::Refused,
                now,
                Some(sentence.trim_end().to_owned()),
            )
        }
        AnswerMeans::Unclear if answer.task_id.is_none() && every_lead_refused => Ending::new(
            PartState::Refused,
            now,
            Some("AIRudder refused every lead.".to_owned()),
        ),
        AnswerMeans::Unclear => Ending::new(
            PartState::Unknown,
            now,
            Some("AIRudder’s answer does not say whether the task was made.".to_owned()),
        ),
    };
    Ending { refused, ..ending }
}

/// What a failure means, by what is certain about it.
fn judge_failure(part: &PartRecord, error: &airudder::Error, now: Timestamp) -> Ending {
    let words = Some(provider_sentence(error));
    match error.certainty() {
        Certainty::Refused => Ending::new(PartState::Refused, now, words),
        Certainty::Unknown => Ending::new(PartState::Unknown, now, words),
        Certainty::NotSent if part.attempts < TRIES => Ending {
            not_before: now + wait_as_told(error, part.attempts),
            ..Ending::new(PartState::Waiting, now, words)
        },
        Certainty::NotSent => Ending::new(PartState::NotSent, now, words),
    }
}

/// Parts whose sender has gone silent may have been sent: they are unknown.
pub(super) async fn give_up_abandoned(backend: &Backend, now: Timestamp) -> Result<(), Error> {
    for part in store::parts::abandoned(&backend.pool, now).await? {
        let ending = Ending::new(
            PartState::Unknown,
            now,
            Some("Coxswain was stopped while the part was being sent.".to_owned()),
        );
        record(backend, now, &part, &ending).await?;
    }
    Ok(())
}

async fn record(
    backend: &Backend,
    now: Timestamp,
    part: &PartRecord,
    ending: &Ending,
) -> Result<(), Error> {
    if !PartState::Sending.may_become(ending.state) {
        return Err(Error::Inconsistent("a part cannot end so"));
    }
    let mut transaction = backend.pool.begin().await?;
    let account = store::tasks::lock(&mut transaction, part.task_id).await?;
    let outcome = Outcome {
        state: ending.state,
        provider_task_id: ending.provider_id.as_deref(),
        words: ending.words.as_deref(),
        not_before: ending.not_before,
    };
    if !store::parts::record(&mut transaction, now, part, &outcome).await? {
        tracing::warn!(task = %part.task_id, part = part.number, "an outcome came after its lease was lost");
        return Ok(());
    }
    store::parts::insert_refusals(&mut transaction, part, &ending.refused).await?;
    let event =
        NewEvent::of_task(account, part.task_id, now, event_kind(ending.state)).detail(json!({
            "part": part.number, "provider_id": ending.provider_id, "words": ending.words,
        }));
    events::insert(&mut transaction, &event).await?;
    tasks::add_up(&mut transaction, part.task_id).await?;
    transaction.commit().await?;
    tracing::info!(task = %part.task_id, part = part.number, state = ending.state.key(), "a part was sent");
    Ok(())
}

fn event_kind(state: PartState) -> &'static str {
    match state {
        PartState::Created => "part_created",
        PartState::Refused => "part_refused",
        PartState::Unknown => "part_unknown",
        PartState::NotSent => "part_not_sent",
        PartState::Waiting | PartState::Sending => "part_put_back",
    }
}
