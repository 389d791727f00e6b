//! What becomes of leads with the same number, and of those whose numbers were submitted lately.

use jiff::Timestamp;
use leads::DuplicatePolicy;
use sqlx::PgConnection;
use uuid::Uuid;

use super::judging::{Judging, settle};
use super::mending::Mending;
use super::whole_list;
use crate::error::Error;
use crate::store::drafts::DraftRecord;
use crate::{Backend, Caller, store};

/// Decides which of several leads with the same number is sent, and whether numbers that were submitted lately are left
/// out.
///
/// # Errors
/// [`Error::NotFound`] where there is no such draft, [`Error::Conflict`] where it was submitted.
pub async fn set_policies(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    keep: DuplicatePolicy,
    leave_out_recent: bool,
) -> Result<(), Error> {
    let (backend, caller) = (backend.clone(), caller.clone());
    let decided = whole_list::run(backend.clone(), |_| async move {
        let mut mending = Mending::open_whole(&backend, &caller, now, id).await?;
        let transaction = &mut mending.transaction;
        store::drafts::update_policies(transaction, id, keep, leave_out_recent).await?;
        mending.judging.keep = keep;
        mending.judging.leave_out_recent = leave_out_recent;
        settle_all(transaction, &mending.judging, &mending.draft, None).await?;
        mending.commit(now).await
    });
    decided.await
}

/// Leaves out what another task has submitted since the leads were judged: how many leads that are. Call it before
/// anything is checked or sent.
pub async fn leave_out_newly_recent(
    connection: &mut PgConnection,
    judging: &Judging,
    draft: &DraftRecord,
    now: Timestamp,
) -> Result<usize, Error> {
    if !judging.leave_out_recent {
        return Ok(0);
    }
    let recent = store::numbers::newly_recent(connection, judging.lately, draft.id).await?;
    if recent.is_empty() {
        return Ok(0);
    }
    let tasks = recent.iter().map(|lead| (lead.number, lead.task)).collect();
    store::numbers::set_recent(connection, draft.id, &tasks).await?;
    let numbers: Vec<i64> = recent.iter().map(|lead| lead.number).collect();
    settle_all(connection, judging, draft, Some(&numbers)).await?;
    store::drafts::touch(connection, now, draft.id).await?;
    Ok(recent.len())
}

async fn settle_all(
    connection: &mut PgConnection,
    judging: &Judging,
    draft: &DraftRecord,
    numbers: Option<&[i64]>,
) -> Result<(), Error> {
    let (mut tally, mut faults) = (draft.tally(), draft.fault_counts.0.clone());
    settle(connection, judging, numbers, (&mut tally, &mut faults)).await?;
    store::drafts::update_counts(connection, draft.id, tally, &faults).await?;
    Ok(())
}
