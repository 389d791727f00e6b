//! Sending a part: the one place where calls are really ordered.
//!
//! Architecture invariant: a part is `sending` in the database before a byte goes out, and what became of it is written in a
//! second transaction. What may have reached AIRudder is never sent again from here.

use std::time::Duration;

use airudder::Perform;
use jiff::{SignedDuration, Timestamp};
use leads::states::PartState;
use leads::{Country, Schedule};
use serde_json::json;

use super::ending::Ending;
use super::{Clock, Patience, backoff};
use crate::error::Error;
use crate::payload::{self, Payload, Recipe};
use crate::store::events::{self, NewEvent};
use crate::store::parts::{Origin, Outcome, PartRecord};
use crate::{Backend, store, tasks};

/// A part that has waited longer than this since it was submitted is not sent any more: nobody is called at an hour that
/// nobody chose.
const WAITS_AT_MOST: SignedDuration = SignedDuration::from_mins(30);

/// How often writing an outcome is tried while the database does not answer.
const TRIES_TO_RECORD: u32 = 6;

/// Sends a leased part, and writes down what became of it.
pub(super) async fn send(
    backend: Backend,
    clock: impl Clock,
    patience: Patience,
    part: PartRecord,
) -> Result<(), Error> {
    let ending = match prepare(&backend, &part, clock()).await {
        Ok(Ok(payload)) => call(&backend, &clock, patience, &part, &payload).await,
        Ok(Err(hindrance)) => Ending::not_sent(clock(), hindrance),
        Err(error) => {
            tracing::error!(task = %part.task_id, part = part.number,
                error = &error as &dyn std::error::Error, "a part could not be put together");
            let words = "Coxswain could not put the part together.".to_owned();
            Ending::put_back(&part, clock(), backoff(part.attempts), words)
        }
    };
    record_surely(&backend, &clock, &part, &ending).await
}

async fn call(
    backend: &Backend,
    clock: &impl Clock,
    patience: Patience,
    part: &PartRecord,
    payload: &Payload,
) -> Ending {
    let answer = backend.provider.create_task(&payload.task);
    match tokio::time::timeout(patience.call, answer).await {
        Ok(Ok(answer)) => Ending::of_answer(payload, &answer, clock()),
        Ok(Err(error)) => Ending::of_failure(part, &error, clock()),
        Err(_) => Ending::new(
            PartState::Unknown,
            clock(),
            Some("AIRudder gave no usable answer in time.".to_owned()),
        ),
    }
}

/// The part's payload, if it is to the byte what was checked and may still be sent; otherwise what hinders it.
async fn prepare(
    backend: &Backend,
    part: &PartRecord,
    now: Timestamp,
) -> Result<Result<Payload, &'static str>, Error> {
    let origin = store::parts::origin(&backend.pool, part).await?;
    let check = store::checks::by_id(&backend.pool, origin.check_id)
        .await?
        .ok_or(Error::Inconsistent("a task without its check"))?;
    let schedule = &check.settings.0.schedule;
    if let Some(hindrance) = hindrance(backend, &origin, schedule, now) {
        return Ok(Err(hindrance));
    }
    let leads = store::leads::of_part(
        &backend.pool,
        origin.draft_id,
        part.first_row,
        part.last_row,
    )
    .await?;
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
        return Ok(Err("The leads are no longer those that were checked."));
    }
    payload.task.perform = match part.perform {
        1 => Perform::WithoutRefused,
        _ => Perform::AllOrNothing,
    };
    Ok(Ok(payload))
}

/// Why a part that waits must not be sent any more.
fn hindrance(
    backend: &Backend,
    origin: &Origin,
    schedule: &Schedule,
    now: Timestamp,
) -> Option<&'static str> {
    let waited = now.duration_since(origin.submitted_at.to_jiff());
    let window_began = match schedule {
        Schedule::Now => false,
        Schedule::Later { start, .. } => {
            let zone = jiff::tz::TimeZone::get(&origin.zone).ok();
            zone.and_then(|zone| zone.to_timestamp(*start).ok())
                .is_some_and(|start| start < now)
        }
    };
    if origin.sandbox != backend.sandbox {
        Some(if origin.sandbox {
            "It was submitted to the sandbox, so it does not go to AIRudder."
        } else {
            "It was submitted to AIRudder, so it does not go to the sandbox."
        })
    } else if window_began {
        Some("Its start had passed before it could be sent. Clone the task and choose another.")
    } else if waited > WAITS_AT_MOST {
        Some("It waited for more than 30 minutes, so it is not sent at an hour that nobody chose.")
    } else {
        None
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

/// Writes the outcome, also while the database is restarting: it is known here only.
async fn record_surely(
    backend: &Backend,
    clock: &impl Clock,
    part: &PartRecord,
    ending: &Ending,
) -> Result<(), Error> {
    let mut tries = 1;
    loop {
        match record(backend, clock(), part, ending).await {
            Err(Error::Database(error)) if tries < TRIES_TO_RECORD => {
                tracing::warn!(task = %part.task_id, part = part.number, %error, "an outcome could not be written yet");
                tokio::time::sleep(Duration::from_secs(1 << tries)).await;
                tries += 1;
            }
            Err(error) => {
                // The provider's id is no secret, and the only way to find the task again.
                tracing::error!(task = %part.task_id, part = part.number, state = ending.state.key(),
                    provider_id = ending.provider_id.as_deref(), "an outcome was lost");
                return Err(error);
            }
            Ok(()) => return Ok(()),
        }
    }
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
    let mut kind = event_kind(ending.state);
    if !store::parts::record(&mut transaction, now, part, &outcome).await? {
        // Given up as silent meanwhile: an id that comes late is still the truth.
        let Some(id) = ending
            .provider_id
            .as_deref()
            .filter(|_| ending.state == PartState::Created)
        else {
            return Ok(());
        };
        if !store::parts::adopt(&mut transaction, now, part, id).await? {
            return Ok(());
        }
        kind = "part_found";
    }
    store::parts::insert_refusals(&mut transaction, part, &ending.refused).await?;
    let event = NewEvent::of_task(account, part.task_id, now, kind).detail(json!({
        "part": part.number, "provider_id": ending.provider_id, "words": ending.words,
        "refused": ending.refused.len(),
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
