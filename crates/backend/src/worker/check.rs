//! Asking AIRudder what it would do with a batch (`Perform` 2): nothing is created, so asking again does no harm.

use airudder::Certainty;
use localization::Message;

use super::{Clock, Worker, backoff, find, lease};
use crate::error::Error;
use crate::payload::{self, Payload, PayloadInputs};
use crate::provider::Failure;
use crate::store::checks::{CheckBatchRecord, CheckBatchUpdate};
use crate::{Backend, store};

/// Tries before a check is said to have failed.
pub(super) const TRIES: i32 = 4;

/// Asks about a leased batch, and writes down what AIRudder says. The lease is renewed until then; told to stop, the worker hands
/// the batch on.
pub(super) async fn ask<C: Clock>(worker: Worker<C>, batch: CheckBatchRecord) -> Result<(), Error> {
    let (pool, pace) = (&worker.backend.pool, worker.pace);
    let renew = || store::checks::renew(pool, &batch, pace.lease);
    let asked =
        lease::with_lease_renewal(pace, batch.number, renew, ask_and_record(&worker, &batch));
    match worker.stop.run_until_cancelled(asked).await {
        Some(asked) => asked,
        None => Ok(store::checks::put_back(pool, &batch, (worker.clock)()).await?),
    }
}

async fn ask_and_record<C: Clock>(
    worker: &Worker<C>,
    batch: &CheckBatchRecord,
) -> Result<(), Error> {
    if let Some(search) = batch.search()? {
        return find::ask_next(worker, batch, search).await;
    }
    let Worker { backend, clock, .. } = worker;
    let rebuilt = if batch.attempts > TRIES {
        // Whoever asked about it has died of it, several times.
        None
    } else {
        rebuild(backend, batch).await?
    };
    let Some(payload) = rebuilt else {
        let outcome = CheckBatchUpdate {
            state: "failed",
            digest: None,
            words: &[],
            unnamed: 0,
        };
        return end(backend, clock, batch, &[], &outcome).await;
    };
    let longest = worker.pace.call();
    let answer = backend.provider.create_task(clock, longest, &payload.task);
    let mut unnamed = 0;
    let (state, refused, words) = match answer.await {
        Ok(answer) => {
            let verdicts = payload::match_errors(&payload, &answer);
            unnamed = i32::try_from(verdicts.unnamed.len()).unwrap_or(i32::MAX);
            ("done", verdicts.refused, verdicts.words)
        }
        Err(error) if error.certainty() == Certainty::Refused => {
            ("done", Vec::new(), vec![error.message()])
        }
        Err(error) if batch.attempts < TRIES || matches!(error, Failure::LeftAlone) => {
            let wait = backoff::retry_after(&error, batch.attempts, &batch.provider_name);
            let not_before = clock() + wait;
            tracing::warn!(check = %batch.check_id, batch = batch.number, %error, "a check was postponed");
            return Ok(store::checks::put_back(&backend.pool, batch, not_before).await?);
        }
        Err(error) => {
            tracing::warn!(check = %batch.check_id, batch = batch.number, %error, "a check failed");
            ("failed", Vec::new(), vec![error.message()])
        }
    };
    let words: Vec<String> = words.iter().map(Message::to_string).collect();
    let outcome = CheckBatchUpdate {
        state,
        digest: Some(&payload.digest),
        words: &words,
        unnamed,
    };
    end(backend, clock, batch, &refused, &outcome).await
}

/// The batch's payload; `None` when the draft has changed since the check was started, or it was for another provider, or the check
/// was cancelled.
pub(super) async fn rebuild(
    backend: &Backend,
    batch: &CheckBatchRecord,
) -> Result<Option<Payload>, Error> {
    let Some(check) = store::checks::by_id(&backend.pool, batch.check_id).await? else {
        return Ok(None);
    };
    if check.sandbox != backend.sandbox {
        return Ok(None);
    }
    let leads = store::leads::of_batch(
        &backend.pool,
        check.draft_id,
        batch.first_row,
        batch.last_row,
    )
    .await?;
    if leads.len() != batch.leads()? as usize {
        return Ok(None);
    }
    let inputs = PayloadInputs::of_check(&check, &batch.provider_name, batch.number()?);
    Ok(Some(payload::build(&inputs, leads)))
}

async fn end(
    backend: &Backend,
    clock: &impl Clock,
    batch: &CheckBatchRecord,
    refused: &[(i32, String)],
    outcome: &CheckBatchUpdate<'_>,
) -> Result<(), Error> {
    let mut transaction = backend.pool.begin().await?;
    if store::checks::lock(&mut transaction, batch.check_id).await?
        && store::checks::end_batch(&mut transaction, batch, outcome).await?
    {
        store::checks::insert_refusals(&mut transaction, batch.check_id, refused).await?;
        store::checks::end_if_all_batches_ended(&mut transaction, clock(), batch.check_id).await?;
    }
    transaction.commit().await?;
    Ok(())
}
