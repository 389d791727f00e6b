//! Batches that AIRudder has, and whose calls a rule or a holiday forbids that was changed since.

use jiff::Timestamp;
use leads::views::PlannedOutside;
use leads::{Action, Schedule};

use crate::accounts::Account;
use crate::calling_verdicts::{AtOnce, OutsideOfRule};
use crate::do_not_call::CALLED_FOR;
use crate::error::Error;
use crate::store::planned_batches::{self, PlannedBatch};
use crate::{Backend, Caller, accounts, store};

/// The tasks of all accounts with batches at AIRudder whose window still has a time in it that the rules do not allow, as they are now, and
/// that nobody gave a reason for. AIRudder keeps the window that it was given, so such batches can only be stopped. What it began at once is
/// among them where the rules allow no call at this moment, or end it earlier than before.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn planned_outside(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
) -> Result<Vec<PlannedOutside>, Error> {
    caller.must(Action::Administer)?;
    let mut outside = Vec::new();
    for listed in store::accounts::all(&backend.pool).await? {
        let of_account = backend.for_account(listed.id);
        let account = accounts::by_id(&of_account, listed.id).await?;
        let since = now - CALLED_FOR;
        let planned =
            planned_batches::of_account(&of_account.pool, account.id, since, backend.sandbox);
        for batch in planned.await? {
            if is_outside(&batch, &account, now)? {
                add(&mut outside, &listed.slug, &account, batch);
            }
        }
    }
    Ok(outside)
}

fn is_outside(batch: &PlannedBatch, account: &Account, now: Timestamp) -> Result<bool, Error> {
    let number = batch.number()?;
    let (settings, verdicts) = (&batch.settings.0, &batch.verdicts.0);
    if settings.schedule_of_batch(number) != Schedule::Now {
        return Ok(OutsideOfRule::of_rest(settings, number, account, now, verdicts).is_some());
    }
    let batch = AtOnce {
        settings,
        batch: number,
        sent: batch.sent_at.as_ref().map_or(now, |at| at.to_jiff()),
        ends: batch.calls_end_at.as_ref().map(|at| at.to_jiff()),
        verdicts,
    };
    Ok(batch.is_outside(account, now))
}

/// Counts a batch with its task, whose batches come one behind the other.
fn add(outside: &mut Vec<PlannedOutside>, slug: &str, account: &Account, batch: PlannedBatch) {
    let task = batch.task_id.to_string();
    match outside.last_mut().filter(|last| last.task == task) {
        Some(last) => last.batches += 1,
        None => outside.push(PlannedOutside {
            slug: slug.to_owned(),
            account: account.settings.name.clone(),
            task,
            name: batch.name,
            batches: 1,
        }),
    }
}
