//! Finding leads that a check refuses without naming them: AIRudder is asked about one part of the batch after the other (`Perform` 2).

use airudder::Certainty;
use leads::states::RefusalSearch;

use super::check::{TRIES, rebuild};
use super::{Clock, Worker, backoff};
use crate::error::Error;
use crate::payload::{self, Payload};
use crate::provider::Failure;
use crate::store;
use crate::store::checks::CheckBatchRecord;

/// What AIRudder said of a part: how many refusals are in it without a name, and in which words.
struct Answer {
    refusals: u32,
    words: String,
}

/// Makes the next check of a search, and writes down how far it has come.
pub(super) async fn ask_next<C: Clock>(
    worker: &Worker<C>,
    batch: &CheckBatchRecord,
    mut search: RefusalSearch,
) -> Result<(), Error> {
    let backend = &worker.backend;
    let rebuilt = if batch.attempts > TRIES {
        // Whoever asked about it has died of it, several times.
        None
    } else {
        rebuild(backend, batch).await?
    };
    let Some((whole, places)) = rebuilt.zip(search.next_part()) else {
        search.give_up();
        return write(worker, batch, &search, None).await;
    };
    let part = whole.with_leads(places.clone());
    match ask(worker, &part).await {
        Ok(Some(answer)) => {
            let place = search.answered(answer.refusals);
            let row = place.and_then(|place| part.rows.get(place.checked_sub(places.start)?));
            let found = row.map(|row| (*row, answer.words));
            write(worker, batch, &search, found).await
        }
        // Nothing was said of leads: it might be refused whatever leads it has, and none is to blame.
        Ok(None) => {
            search.give_up();
            write(worker, batch, &search, None).await
        }
        Err(error) if batch.attempts < TRIES || matches!(error, Failure::LeftAlone) => {
            let wait = backoff::retry_after(&error, batch.attempts, &batch.provider_name);
            let not_before = (worker.clock)() + wait;
            tracing::warn!(check = %batch.check_id, batch = batch.number, %error, "a search was postponed");
            Ok(store::checks::put_back(&backend.pool, batch, not_before).await?)
        }
        Err(error) => {
            tracing::warn!(check = %batch.check_id, batch = batch.number, %error, "a search failed");
            search.give_up();
            write(worker, batch, &search, None).await
        }
    }
}

/// `None` where AIRudder refuses the call without a word of its leads.
async fn ask<C: Clock>(worker: &Worker<C>, part: &Payload) -> Result<Option<Answer>, Failure> {
    let longest = worker.pace.call();
    let provider = &worker.backend.provider;
    match provider
        .create_task(&worker.clock, longest, &part.task)
        .await
    {
        Ok(answer) => {
            let verdicts = payload::match_errors(part, &answer);
            let said = verdicts.unnamed;
            let is_about_leads = !said.is_empty() || !verdicts.refused.is_empty();
            Ok(
                (is_about_leads || verdicts.words.is_empty()).then(|| Answer {
                    refusals: u32::try_from(said.len()).unwrap_or(u32::MAX),
                    words: said.join(" · "),
                }),
            )
        }
        Err(error) if error.certainty() == Certainty::Refused => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes how far the search has come, with the row that was found.
async fn write<C: Clock>(
    worker: &Worker<C>,
    batch: &CheckBatchRecord,
    search: &RefusalSearch,
    found: Option<(i32, String)>,
) -> Result<(), Error> {
    let now = (worker.clock)();
    let mut transaction = worker.backend.pool.begin().await?;
    if store::checks::lock(&mut transaction, batch.check_id).await?
        && store::refusal_searches::update(&mut transaction, now, batch, search).await?
    {
        let found: Vec<(i32, String)> = found.into_iter().collect();
        store::checks::insert_refusals(&mut transaction, batch.check_id, &found).await?;
        store::checks::end_if_all_batches_ended(&mut transaction, now, batch.check_id).await?;
    }
    transaction.commit().await?;
    worker.backend.wake_worker();
    Ok(())
}
