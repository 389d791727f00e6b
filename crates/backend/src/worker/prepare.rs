//! What of a batch is sent, and whether it still may be.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use leads::Schedule;
use leads::states::start_has_passed;
use localization::Message;
use sqlx::Connection as _;

use super::backoff;
use super::outcome::BatchOutcome;
use super::send::WAITS_AT_MOST;
use crate::calling_verdicts::{OutsideOfRule, calls_end};
use crate::do_not_call::Screening;
use crate::error::Error;
use crate::messages::batch_words as words;
use crate::payload::Payload;
use crate::store::batches::{BatchRecord, Origin};
use crate::store::checks::CheckRecord;
use crate::tasks::{BatchSource, LeftOutFor};
use crate::{Backend, accounts, store, tasks};

/// A batch that may still be sent.
pub(super) struct Prepared {
    payload: Payload,
    origin: Origin,
    check: CheckRecord,
    /// The day by the clock of the account.
    today: Date,
}

/// The batch's payload, if it is to the byte what was checked and may still be sent; otherwise what hinders it.
pub(super) async fn prepare(
    backend: &Backend,
    batch: &BatchRecord,
    now: Timestamp,
) -> Result<Result<Prepared, Message>, Error> {
    let origin = store::batches::origin(&backend.pool, batch).await?;
    let account = accounts::by_id(backend, origin.account_id).await?;
    let mut connection = backend.pool.acquire().await?;
    let check = store::checks::by_id(&mut *connection, origin.check_id)
        .await?
        .ok_or(Error::Inconsistent("a task without its check"))?;
    let number = batch.number()?;
    let schedule = check.settings.0.schedule_of_batch(number);
    if let Some(blocker) = blocker(backend, batch, &origin, &schedule, account.zone(), now) {
        return Ok(Err(blocker));
    }
    if !origin.is_test {
        let verdicts = store::verdicts::of_task(&mut *connection, batch.task_id).await?;
        let settings = &check.settings.0;
        let outside = OutsideOfRule::of_batch(settings, number, &account, now, &verdicts);
        if let Some(outside) = outside {
            return Ok(Err(outside.stored()));
        }
        let ends = calls_end(settings, number, &account, now);
        store::calls_end::set(&mut connection, batch, ends).await?;
    }
    let source = BatchSource {
        batch,
        origin: &origin,
        check: &check,
    };
    let Some(mut payload) = tasks::build(&mut connection, &source).await? else {
        tracing::error!(task = %batch.task_id, batch = batch.number, "a batch is not what was checked");
        return Ok(Err(words::leads_changed()));
    };
    payload.task.perform = batch.perform()?;
    Ok(Ok(Prepared {
        payload,
        origin,
        check,
        today: now.to_zoned(account.zone().clone()).date(),
    }))
}

/// The payload without numbers that were put on a do-not-call list since the batch was submitted. The batch is `sending` by now, so that
/// what is put on a list from here on is cancelled.
async fn without_listed(
    backend: &Backend,
    batch: &BatchRecord,
    prepared: Prepared,
    now: Timestamp,
) -> Result<Payload, Error> {
    let Prepared {
        payload,
        origin,
        check,
        today,
    } = prepared;
    let numbers = payload.numbers();
    let screening = Screening::of(backend, origin.account_id);
    let mut connection = backend.pool.acquire().await?;
    let listed = screening
        .listed_in_versions(&mut connection, &numbers)
        .await?;
    if listed.is_empty() {
        return Ok(payload);
    }
    let mut rows = Vec::new();
    let mut by_list: BTreeMap<_, i32> = BTreeMap::new();
    for (row, number) in payload.rows.iter().zip(&numbers) {
        if let Some(list) = listed.get(number) {
            rows.push(*row);
            *by_list.entry(*list).or_default() += 1;
        }
    }
    let mut transaction = connection.begin().await?;
    store::tasks::lock(&mut transaction, batch.task_id).await?;
    let source = BatchSource {
        batch,
        origin: &origin,
        check: &check,
    };
    let why = LeftOutFor::DoNotCall;
    let without = tasks::leave_out_of_batch(&mut transaction, now, &source, &rows, why).await?;
    let lost = Error::Inconsistent("a batch was taken over while it was prepared");
    let mut without = without.ok_or(lost)?;
    // The proof of the task names the list as it was: where that is not known any more, the batch is compared again.
    let task = batch.task_id;
    if !store::proof::note_lists_at_sending(&mut transaction, today, task, &by_list).await? {
        return Err(Error::Inconsistent(
            "a do-not-call list was replaced while a batch was compared with it",
        ));
    }
    transaction.commit().await?;
    without.task.perform = batch.perform()?;
    Ok(without)
}

/// Why a batch that waits must not be sent any more.
fn blocker(
    backend: &Backend,
    batch: &BatchRecord,
    origin: &Origin,
    schedule: &Schedule,
    zone: &TimeZone,
    now: Timestamp,
) -> Option<Message> {
    let waited = now.duration_since(batch.queued_at.to_jiff());
    if origin.sandbox != backend.sandbox {
        Some(if origin.sandbox {
            words::made_for_the_sandbox()
        } else {
            words::made_for_airudder()
        })
    } else if tasks::start_has_passed(schedule, zone, now) {
        Some(start_has_passed())
    } else if waited > WAITS_AT_MOST {
        Some(words::waited_too_long())
    } else {
        None
    }
}

/// What is sent: the payload without who is on a do-not-call list by now; what becomes of the batch where nobody is left.
pub(super) async fn last_payload(
    backend: &Backend,
    batch: &BatchRecord,
    prepared: Prepared,
    now: Timestamp,
) -> Result<Payload, BatchOutcome> {
    match without_listed(backend, batch, prepared, now).await {
        Ok(payload) if payload.rows.is_empty() => {
            Err(BatchOutcome::not_sent(batch, now, words::nobody_left()))
        }
        Ok(payload) => Ok(payload),
        Err(error) => {
            tracing::error!(task = %batch.task_id, batch = batch.number,
                error = &error as &dyn std::error::Error, "a batch could not be compared with the do-not-call lists");
            let words = words::not_compared();
            let wait = backoff::exponential(batch.attempts, &batch.provider_name);
            Err(BatchOutcome::put_back(batch, now, wait, words))
        }
    }
}
