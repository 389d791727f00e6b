//! Asking AIRudder what it would do with a part (`Perform` 2): nothing is created, so asking again does no harm.

use airudder::Certainty;

use super::{Clock, Worker, lease, wait};
use crate::error::Error;
use crate::payload::{self, Payload, Recipe};
use crate::provider::Failure;
use crate::store::checks::{CheckPartRecord, PartEnd};
use crate::{Backend, store};

/// Tries before a check is said to have failed.
const TRIES: i32 = 4;

/// Asks about a leased part, and writes down what AIRudder says. The lease is renewed until then; told to stop, the worker hands
/// the part on.
pub(super) async fn ask<C: Clock>(worker: Worker<C>, part: CheckPartRecord) -> Result<(), Error> {
    let (pool, pace) = (&worker.backend.pool, worker.pace);
    let renew = || store::checks::renew(pool, &part, pace.lease);
    let asked = lease::while_kept(pace, part.number, renew, ask_and_record(&worker, &part));
    match worker.stop.run_until_cancelled(asked).await {
        Some(asked) => asked,
        None => Ok(store::checks::put_back(pool, &part, (worker.clock)()).await?),
    }
}

async fn ask_and_record<C: Clock>(worker: &Worker<C>, part: &CheckPartRecord) -> Result<(), Error> {
    let Worker { backend, clock, .. } = worker;
    let rebuilt = if part.attempts > TRIES {
        // Whoever asked about it has died of it, several times.
        None
    } else {
        rebuild(backend, part).await?
    };
    let Some(payload) = rebuilt else {
        let ending = PartEnd {
            state: "failed",
            digest: None,
            words: &[],
        };
        return end(backend, clock, part, &[], &ending).await;
    };
    let longest = worker.pace.call();
    let answer = backend.provider.create_task(clock, longest, &payload.task);
    let (state, refused, words) = match answer.await {
        Ok(answer) => {
            let verdicts = payload::tie(&payload, &answer);
            ("done", verdicts.refused, verdicts.words)
        }
        Err(error) if error.certainty() == Certainty::Refused => {
            ("done", Vec::new(), vec![error.sentence()])
        }
        Err(error) if part.attempts < TRIES || matches!(error, Failure::LeftAlone) => {
            let wait = wait::as_told(&error, part.attempts, &part.provider_name);
            let not_before = clock() + wait;
            tracing::warn!(check = %part.check_id, part = part.number, %error, "a check was postponed");
            return Ok(store::checks::put_back(&backend.pool, part, not_before).await?);
        }
        Err(error) => {
            tracing::warn!(check = %part.check_id, part = part.number, %error, "a check failed");
            ("failed", Vec::new(), vec![error.sentence()])
        }
    };
    let ending = PartEnd {
        state,
        digest: Some(&payload.digest),
        words: &words,
    };
    end(backend, clock, part, &refused, &ending).await
}

/// The part's payload; `None` when the draft has changed since the check was started, or it was for another provider.
async fn rebuild(backend: &Backend, part: &CheckPartRecord) -> Result<Option<Payload>, Error> {
    let check = store::checks::by_id(&backend.pool, part.check_id)
        .await?
        .ok_or(Error::Inconsistent("a part without its check"))?;
    if check.sandbox != backend.sandbox {
        return Ok(None);
    }
    let leads =
        store::leads::of_part(&backend.pool, check.draft_id, part.first_row, part.last_row).await?;
    if leads.len() != part.leads()? as usize {
        return Ok(None);
    }
    let recipe = Recipe {
        name: &part.provider_name,
        settings: &check.settings.0,
        mapping: &check.mapping.0,
        country: check.country,
        part: part.number()?,
    };
    Ok(Some(payload::build(&recipe, leads)))
}

async fn end(
    backend: &Backend,
    clock: &impl Clock,
    part: &CheckPartRecord,
    refused: &[(i32, String)],
    ending: &PartEnd<'_>,
) -> Result<(), Error> {
    let mut transaction = backend.pool.begin().await?;
    if store::checks::lock(&mut transaction, part.check_id).await?
        && store::checks::end_part(&mut transaction, part, ending).await?
    {
        store::checks::insert_refusals(&mut transaction, part.check_id, refused).await?;
        store::checks::end_if_all_parts_ended(&mut transaction, clock(), part.check_id).await?;
    }
    transaction.commit().await?;
    Ok(())
}
