//! Sending a part: the one place where calls are really ordered.
//!
//! Architecture invariant: a part is `sending` in the database before a byte goes out, and what became of it is written in a
//! second transaction. What may have reached AIRudder is never sent again from here.

use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use leads::Schedule;
use leads::states::{PartState, START_HAS_PASSED};

use super::ending::Ending;
use super::{Clock, Worker, lease, wait};
use crate::error::Error;
use crate::events::{Event, PartCreated, PartEnded};
use crate::payload::{self, Payload, Recipe};
use crate::store::events::{self, NewEvent};
use crate::store::parts::{Origin, Outcome, PartRecord};
use crate::{Backend, looking, store, tasks};

/// A part that has waited longer than this since it was to be sent is not sent any more: nobody is called at an hour that
/// nobody chose.
pub(super) const WAITS_AT_MOST: SignedDuration = SignedDuration::from_mins(30);

/// How often writing an outcome is tried while the database does not answer: for about a minute.
const TRIES_TO_RECORD: u32 = 8;

/// The wait before the second try; it doubles with every further one.
const FIRST_WAIT_TO_RECORD: Duration = Duration::from_millis(500);

/// Sends a leased part, and writes down what became of it. The lease is renewed until then.
pub(super) async fn send<C: Clock>(worker: Worker<C>, part: PartRecord) -> Result<(), Error> {
    let (pool, pace) = (&worker.backend.pool, worker.pace);
    let renew = || store::parts::renew(pool, &part, pace.lease);
    lease::while_kept(pace, part.number, renew, send_and_record(&worker, &part)).await
}

async fn send_and_record<C: Clock>(worker: &Worker<C>, part: &PartRecord) -> Result<(), Error> {
    let Worker { backend, clock, .. } = worker;
    let ending = match prepare(backend, part, clock()).await {
        Ok(Ok(payload)) => match before_sending(worker, part).await {
            Before::Send => call(worker, part, &payload).await,
            Before::End(ending) => ending,
            Before::LeaseLost => {
                tracing::warn!(task = %part.task_id, part = part.number, "the lease was lost, so the part is not sent");
                return Ok(());
            }
        },
        Ok(Err(hindrance)) => Ending::not_sent(part, clock(), hindrance),
        Err(error) => {
            tracing::error!(task = %part.task_id, part = part.number,
                error = &error as &dyn std::error::Error, "cannot build a batch");
            let words = "Coxswain could not build this batch.".to_owned();
            let wait = wait::backoff(part.attempts, &part.provider_name);
            Ending::put_back(part, clock(), wait, words)
        }
    };
    record_surely(worker, part, &ending).await
}

/// What is found out at the last moment before a part is sent.
enum Before {
    Send,
    /// It is not to be sent now, or not any more.
    End(Ending),
    /// Another process may have taken it: it is not this one's to send or to write about.
    LeaseLost,
}

/// Looks once more for a part that was sent before, and makes sure of the lease: nothing but the call comes after it.
async fn before_sending<C: Clock>(worker: &Worker<C>, part: &PartRecord) -> Before {
    let Worker { backend, clock, .. } = worker;
    if worker.stop.is_cancelled() {
        let words = "Coxswain was stopped before sending it.".to_owned();
        return Before::End(Ending {
            words: Some(words),
            ..Ending::new(PartState::Waiting, clock(), None)
        });
    }
    if let Some(since) = &part.in_doubt_since {
        let name = part.provider_name.as_str();
        match looking::look(backend, clock(), &[name], since.to_jiff()).await {
            Ok(look) => match look.ids(name) {
                [] if look.complete => {}
                [] => {
                    let words = "AIRudder’s tasks could not be searched.".to_owned();
                    let wait = wait::backoff(part.attempts, name);
                    return Before::End(Ending::put_back(part, clock(), wait, words));
                }
                ids => return Before::End(Ending::found(clock(), ids)),
            },
            Err(failure) => return Before::End(Ending::not_called(part, &failure, clock())),
        }
    }
    match store::parts::renew(&backend.pool, part, worker.pace.lease).await {
        Ok(true) => Before::Send,
        Ok(false) => Before::LeaseLost,
        Err(error) => {
            // Nothing was sent, and this process is the only one that knows: should that not be written down before the lease
            // runs out, the part counts as unknown, which is the safe side of the truth.
            tracing::warn!(task = %part.task_id, part = part.number, %error, "a part was put back, since its lease could not be made sure of");
            let words = "The database did not respond before it was sent.".to_owned();
            let wait = wait::backoff(part.attempts, &part.provider_name);
            Before::End(Ending::put_back(part, clock(), wait, words))
        }
    }
}

async fn call<C: Clock>(worker: &Worker<C>, part: &PartRecord, payload: &Payload) -> Ending {
    let Worker { backend, clock, .. } = worker;
    let longest = worker.pace.call();
    let answer = backend.provider.create_task(clock, longest, &payload.task);
    match answer.await {
        Ok(answer) => Ending::of_answer(part, payload, &answer, clock()),
        Err(failure) => Ending::of_failure(part, &failure, clock()),
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
    let number = part.number()?;
    let schedule = check.settings.0.schedule_of_part(number);
    let zone = origin.zone()?;
    if let Some(hindrance) = hindrance(backend, part, &origin, &schedule, &zone, now) {
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
        country: check.country,
        part: number,
    };
    let mut payload = payload::build(&recipe, leads);
    if payload.digest != part.payload_digest {
        tracing::error!(task = %part.task_id, part = part.number, "a part is not what was checked");
        return Ok(Err("The leads changed after the check. Clone the task."));
    }
    payload.task.perform = part.perform()?;
    Ok(Ok(payload))
}

/// Why a part that waits must not be sent any more.
fn hindrance(
    backend: &Backend,
    part: &PartRecord,
    origin: &Origin,
    schedule: &Schedule,
    zone: &TimeZone,
    now: Timestamp,
) -> Option<&'static str> {
    let waited = now.duration_since(part.queued_at.to_jiff());
    if origin.sandbox != backend.sandbox {
        Some(if origin.sandbox {
            "This task was made for the sandbox, not for AIRudder."
        } else {
            "This task was made for AIRudder, not for the sandbox."
        })
    } else if tasks::start_has_passed(schedule, zone, now) {
        Some(START_HAS_PASSED)
    } else if waited > WAITS_AT_MOST {
        Some("It waited more than 30 minutes. Send it now, or clone the task.")
    } else {
        None
    }
}

/// Parts whose sender has gone silent may have been sent: they are unknown. One of which that cannot be written is passed over
/// until its lease, taken anew, has run out again; the others are not kept waiting.
pub(super) async fn give_up_abandoned<C: Clock>(worker: &Worker<C>) -> Result<(), Error> {
    let pool = &worker.backend.pool;
    for part in store::parts::abandoned(pool).await? {
        let words = "Coxswain was stopped while sending it.";
        if let Err(error) = record(worker, &part, &abandoned(worker, words)).await {
            tracing::error!(task = %part.task_id, part = part.number,
                error = &error as &dyn std::error::Error, "a part whose sender has gone silent could not be settled");
            if let Err(error) = store::parts::renew(pool, &part, worker.pace.lease).await {
                tracing::warn!(task = %part.task_id, part = part.number, %error, "nor could its lease be taken anew");
            }
        }
    }
    Ok(())
}

/// Settles a part whose sending panicked: whether anything was sent is not known any more.
pub(super) async fn crashed<C: Clock>(worker: &Worker<C>, part: &PartRecord) -> Result<(), Error> {
    let words = "Coxswain failed while sending it.";
    let ending = Ending {
        is_abandoned: false,
        ..abandoned(worker, words)
    };
    record_surely(worker, part, &ending).await
}

fn abandoned<C: Clock>(worker: &Worker<C>, words: &str) -> Ending {
    Ending {
        is_abandoned: true,
        ..Ending::new(PartState::Unknown, (worker.clock)(), Some(words.to_owned()))
    }
}

/// Writes the outcome, also while the database is restarting: it is known here only.
async fn record_surely<C: Clock>(
    worker: &Worker<C>,
    part: &PartRecord,
    ending: &Ending,
) -> Result<(), Error> {
    let (mut tries, mut wait) = (1, FIRST_WAIT_TO_RECORD);
    loop {
        match record(worker, part, ending).await {
            Err(Error::Database(error)) if tries < TRIES_TO_RECORD => {
                tracing::warn!(task = %part.task_id, part = part.number, %error, "an outcome could not be written yet");
                tokio::time::sleep(wait).await;
                (tries, wait) = (tries + 1, wait * 2);
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

async fn record<C: Clock>(
    worker: &Worker<C>,
    part: &PartRecord,
    ending: &Ending,
) -> Result<(), Error> {
    if !PartState::Sending.may_become(ending.state) {
        return Err(Error::Inconsistent("a part cannot end so"));
    }
    let now = (worker.clock)();
    let mut transaction = worker.backend.pool.begin().await?;
    let account = store::tasks::lock(&mut transaction, part.task_id).await?;
    let outcome = Outcome {
        state: ending.state,
        provider_task_id: ending.provider_id.as_deref(),
        words: ending.words.as_deref(),
        not_before: ending.not_before,
        look_at: now + super::signed(worker.pace.look_every),
        abandoned: ending.is_abandoned,
    };
    let mut is_found = ending.is_found;
    if !store::parts::record(&mut transaction, now, part, &outcome).await? {
        // Given up as silent meanwhile, and not sent again since: an id that comes late is still the truth.
        let Some(id) = ending
            .provider_id
            .as_deref()
            .filter(|_| ending.state == PartState::Created)
        else {
            return Ok(());
        };
        if !store::parts::adopt(&mut transaction, now, part, id, None).await? {
            tracing::warn!(task = %part.task_id, part = part.number, provider_id = id, "a provider id came too late");
            return Ok(());
        }
        is_found = true;
    }
    store::parts::insert_refusals(&mut transaction, part, &ending.refused).await?;
    if ending.state == PartState::Created && !ending.refused.is_empty() {
        store::numbers::delete_refused(&mut transaction, part.task_id, part.number).await?;
    }
    let event = NewEvent::of_task(account, part.task_id, now, event(part, ending, is_found));
    events::insert(&mut transaction, &event).await?;
    tasks::add_up_what_is_readable(&mut transaction, part.task_id).await?;
    transaction.commit().await?;
    tracing::info!(task = %part.task_id, part = part.number, state = ending.state.key(), "a part was sent");
    Ok(())
}

fn event(part: &PartRecord, ending: &Ending, is_found: bool) -> Event {
    let number = part.number.into();
    let created = || PartCreated {
        part: number,
        provider_id: ending.provider_id.clone().unwrap_or_default(),
        words: ending.words.clone(),
        refused: ending.refused.len() as u64,
    };
    let ended = || PartEnded {
        part: number,
        words: ending.words.clone(),
    };
    match ending.state {
        PartState::Created if is_found => Event::PartFound(created()),
        PartState::Created => Event::PartCreated(created()),
        PartState::Refused => Event::PartRefused(ended()),
        PartState::Unknown => Event::PartUnknown(ended()),
        // Not sent this time, and still in doubt from the time before.
        PartState::Absent | PartState::GivenUp => Event::PartNotSentAgain(ended()),
        PartState::NotSent | PartState::Stopped => Event::PartNotSent(ended()),
        PartState::Waiting | PartState::Sending => Event::PartPutBack(ended()),
    }
}
