//! Numbers that were put on a list while they may be called: the provider is asked to cancel them.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use sqlx::PgConnection;

use super::screening::Screening;
use crate::Backend;
use crate::error::Error;
use crate::events::{DoNotCallApplied, Event};
use crate::ids::{AccountId, TaskId};
use crate::store;
use crate::store::do_not_call_changes::{self, ChangeRow, Outstanding};
use crate::store::events::{self, NewEvent};
use crate::store::stops::{StopRequest, WantedBy};

/// The provider calls nobody of a task later than this: it takes starts within five days, and redials last no longer than another two.
pub(crate) const CALLED_FOR: SignedDuration = SignedDuration::from_hours(24 * 14);

/// Looks for numbers that this account may be calling and that were put on a list since it looked last, and has them cancelled. Batches
/// that wait are not looked at: their numbers are compared with the lists before they are sent.
///
/// # Errors
/// When the database fails, or what is stored cannot be decrypted.
pub(crate) async fn apply_changes(backend: &Backend, now: Timestamp) -> Result<(), Error> {
    let Some(account) = backend.account else {
        return Ok(());
    };
    let changes = do_not_call_changes::changes(&backend.pool, account).await?;
    if changes.is_empty() {
        return Ok(());
    }
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    let last_fours = last_fours(&changes);
    let since = now - CALLED_FOR;
    let may_be_called = do_not_call_changes::outstanding(
        &mut transaction,
        since,
        backend.sandbox,
        last_fours.as_deref(),
    );
    let may_be_called = may_be_called.await?;
    let numbers: Vec<i64> = may_be_called.iter().map(|lead| lead.number).collect();
    let screening = Screening::of(backend, account);
    let listed = screening.listed(&mut transaction, &numbers).await?;
    let mut wanted: BTreeMap<(TaskId, i32), Vec<i32>> = BTreeMap::new();
    for lead in may_be_called {
        let Outstanding {
            task,
            batch,
            row,
            number,
        } = lead;
        if listed.contains_key(&number) {
            wanted.entry((task, batch)).or_default().push(row);
        }
    }
    for ((task, batch), rows) in wanted {
        cancel(&mut transaction, now, account, (task, batch), &rows).await?;
    }
    let ids: Vec<i64> = changes.iter().map(|change| change.id).collect();
    do_not_call_changes::delete_changes(&mut transaction, &ids).await?;
    transaction.commit().await?;
    Ok(())
}

/// The last digits to look for; `None` where it may be any.
fn last_fours(changes: &[ChangeRow]) -> Option<Vec<i32>> {
    let each = changes.iter().map(|change| change.last_fours.clone());
    let each: Option<Vec<Vec<i32>>> = each.collect();
    Some(each?.concat())
}

/// Has the numbers of those rows cancelled, where that is not wanted yet.
async fn cancel(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    (task, batch): (TaskId, i32),
    rows: &[i32],
) -> Result<(), Error> {
    // As whoever stops a task or writes down what came of it.
    store::tasks::lock(connection, task).await?;
    // A worker may have left some out of the batch since they were read, under the same lock.
    let rows = do_not_call_changes::still_sent(connection, task, rows).await?;
    let mut leads = 0;
    for row in &rows {
        let request = StopRequest {
            task,
            batch,
            row: *row,
            by: WantedBy::Program,
        };
        leads += u64::from(store::stops::want(connection, now, &request).await?);
    }
    if leads > 0 {
        let event = Event::DoNotCallApplied(DoNotCallApplied {
            batch: batch.into(),
            leads,
        });
        let event = NewEvent::of_task(account, task, now, event);
        events::insert(connection, &event).await?;
    }
    Ok(())
}
