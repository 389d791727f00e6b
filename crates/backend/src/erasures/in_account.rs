//! Erasing a number in one account, in one transaction.

use leads::states::BatchState;
use leads::{Edits, LeadKind};
use sqlx::PgConnection;

use super::held::{self, HeldInAccount, Hits};
use super::{Erasure, Wanted, receipt};
use crate::error::Error;
use crate::events::Event;
use crate::ids::{DraftId, TaskId};
use crate::messages::erasure_errors;
use crate::store::erasures::{self as stored, ErasedRow, HitRow};
use crate::store::events::{self, NewEvent};
use crate::store::leads::Which;
use crate::store::stops::{StopRequest, WantedBy};
use crate::tasks::{BatchSource, LeftOutFor, leave_out_of_batch};
use crate::{Backend, store};

/// Refuses while a batch with the number is being sent.
///
/// # Errors
/// [`Error::Conflict`].
pub(super) async fn expect_nothing_is_being_sent(
    backend: &Backend,
    wanted: Wanted,
) -> Result<(), Error> {
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    let Some(hits) = held::hits(backend, &mut transaction, wanted).await? else {
        return Ok(());
    };
    match stored::is_being_sent(&mut transaction, &hits.submitted()).await? {
        true => Err(Error::Conflict(erasure_errors::being_sent())),
        false => Ok(()),
    }
}

/// Erases the number in the account of the backend, and writes that into the receipt; what was erased, without what an earlier try has found.
pub(super) async fn erase(
    backend: &Backend,
    erasure: &Erasure<'_>,
) -> Result<Option<HeldInAccount>, Error> {
    let wanted = erasure.wanted;
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    let Some(seen) = held::hits(backend, &mut transaction, wanted).await? else {
        return Ok(None);
    };
    lock(&mut transaction, &seen).await?;
    // To look for a number takes seconds, in which a batch may have been sent, a draft submitted, or a list chosen anew.
    let Some(hits) = held::hits(backend, &mut transaction, wanted).await? else {
        return Err(Error::Conflict(erasure_errors::list_changed()));
    };
    if hits.tasks_by_draft() != seen.tasks_by_draft() {
        return Err(Error::Conflict(erasure_errors::list_changed()));
    }
    let work = Work {
        erasure,
        hits: &hits,
    };
    for (draft, rows) in hits.by_draft() {
        match rows[0].task_id {
            Some(task) => work.submitted(&mut transaction, task, draft, &rows).await?,
            None if rows[0].is_discarded => {
                stored::delete_discarded(&mut transaction, draft).await?;
            }
            None => work.open_draft(&mut transaction, draft, &rows).await?,
        }
    }
    work.calls(&mut transaction).await?;
    let pattern = wanted.pattern();
    stored::erase_everywhere_else(&mut transaction, wanted.number, &pattern).await?;
    let held = hits.newly_held();
    if let Some(held) = &held {
        receipt::add(&mut transaction, erasure.receipt, held).await?;
    }
    transaction.commit().await?;
    Ok(held)
}

/// Lets nobody change the lists and tasks that hold the number, nor send their batches, before the transaction ends. Tasks are locked by their
/// ids, as whoever cancels numbers of a do-not-call list does: two that lock the same tasks wait for each other in one direction only.
async fn lock(connection: &mut PgConnection, hits: &Hits) -> Result<(), Error> {
    let mut lists: Vec<(DraftId, Option<TaskId>)> = hits.tasks_by_draft().into_iter().collect();
    lists.sort_by_key(|(_, task)| *task);
    for (draft, task) in lists {
        match task {
            Some(task) => {
                store::tasks::lock(connection, task).await?;
                store::reconciliation::lock_batches(connection, task).await?;
            }
            None => drop(store::drafts::lock(connection, hits.account.id, draft).await?),
        }
    }
    Ok(())
}

struct Work<'a> {
    erasure: &'a Erasure<'a>,
    hits: &'a Hits,
}

impl Work<'_> {
    /// Takes the leads out of the batches that may still be sent, and erases them in the list.
    async fn submitted(
        &self,
        connection: &mut PgConnection,
        task: TaskId,
        draft: DraftId,
        rows: &[&HitRow],
    ) -> Result<(), Error> {
        let sent = rows.iter().filter(|row| row.is_sent);
        let sent: Vec<i32> = sent.map(|row| row.row).collect();
        for batch in store::reconciliation::lock_batches(connection, task).await? {
            let of_batch: Vec<i32> = sent
                .iter()
                .copied()
                .filter(|row| (batch.first_row..=batch.last_row).contains(row))
                .collect();
            match batch.state()? {
                _ if of_batch.is_empty() => {}
                BatchState::Created => {}
                // AIRudder may have it: who is taken out of it here would not be cancelled there. After a restore nobody sends.
                BatchState::Sending | BatchState::Unknown | BatchState::Absent
                    if self.erasure.caller.is_some() =>
                {
                    return Err(Error::Conflict(erasure_errors::being_sent()));
                }
                BatchState::Waiting if self.erasure.caller.is_some() && batch.is_unconfirmed() => {
                    return Err(Error::Conflict(erasure_errors::being_sent()));
                }
                _ => {
                    let origin = store::batches::origin(&mut *connection, &batch).await?;
                    let check = store::checks::by_id(&mut *connection, origin.check_id).await?;
                    let check = check.ok_or(Error::Inconsistent("a task without its check"))?;
                    let source = BatchSource {
                        batch: &batch,
                        origin: &origin,
                        check: &check,
                    };
                    let (now, why) = (self.erasure.now, LeftOutFor::Erased);
                    leave_out_of_batch(connection, now, &source, &of_batch, why).await?;
                }
            }
        }
        self.rows(connection, draft, rows, false).await?;
        let event = NewEvent::of_task(
            self.hits.account.id,
            task,
            self.erasure.now,
            Event::NumberErased {
                rows: rows.len() as u64,
            },
        );
        events::insert(connection, &event).await?;
        Ok(())
    }

    /// Leaves the leads out of a draft that is open, and counts them so.
    async fn open_draft(
        &self,
        connection: &mut PgConnection,
        id: DraftId,
        rows: &[&HitRow],
    ) -> Result<(), Error> {
        let account = self.hits.account.id;
        let draft = store::drafts::lock(connection, account, id).await?;
        let Some(draft) = draft else {
            return Ok(());
        };
        let (mut tally, mut problems) = (draft.tally(), draft.problem_counts.0.clone());
        let which = Which::Rows(rows.iter().map(|row| row.row).collect());
        let mut behind = 0;
        loop {
            let leads = store::leads::next_of(connection, id, &which, behind).await?;
            let Some(last) = leads.last() else { break };
            behind = last.row.row;
            for lead in &leads {
                tally.turn(lead.kind(), LeadKind::LeftOut);
                if !lead.row.left_out {
                    problems.subtract(&lead.problems.0);
                }
            }
        }
        self.rows(connection, id, rows, true).await?;
        store::drafts::update_counts(connection, id, tally, &problems).await?;
        let contributors = store::contributors::count_change;
        match self.erasure.caller {
            Some(caller) => contributors(connection, self.erasure.now, id, caller.person).await?,
            None => {
                store::contributors::count_change_by_rule(connection, self.erasure.now, id).await?
            }
        }
        Ok(())
    }

    async fn rows(
        &self,
        connection: &mut PgConnection,
        draft: DraftId,
        rows: &[&HitRow],
        left_out: bool,
    ) -> Result<(), Error> {
        let codes = self.hits.calling_codes();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let erased: Vec<ErasedRow> = rows
            .iter()
            .map(|row| erased(row, self.erasure.wanted, &codes))
            .collect();
        stored::erase_rows(connection, draft, &erased, left_out).await?;
        let numbers: Vec<i32> = erased.iter().map(|row| row.row).collect();
        Ok(stored::erase_beside(connection, draft, &numbers).await?)
    }

    /// Erases calls that are over, and has those that are not cancelled: their numbers go with the last answer about them.
    async fn calls(&self, connection: &mut PgConnection) -> Result<(), Error> {
        let mut open = Vec::new();
        for call in &self.hits.calls {
            if !call.is_open {
                stored::erase_calls(connection, call.task_id, &[call.row]).await?;
                continue;
            }
            let request = StopRequest {
                task: call.task_id,
                batch: call.part,
                row: call.row,
                by: self
                    .erasure
                    .caller
                    .map_or(WantedBy::Program, |caller| WantedBy::Person(caller.person)),
            };
            store::stops::want(connection, self.erasure.now, &request).await?;
            open.push(call.clone());
        }
        Ok(stored::erase_calls_later(connection, &open).await?)
    }
}

/// What is left of a row: nothing where it is of the person, else all but what names the number.
fn erased(row: &HitRow, wanted: Wanted, codes: &[&str]) -> ErasedRow {
    let is_own = row.is_of(wanted);
    if is_own {
        return ErasedRow {
            row: row.row,
            cells: Vec::new(),
            mended: None,
            is_own,
        };
    }
    let kept = |text: &String| match wanted.is_in(text, codes) {
        true => String::new(),
        false => text.clone(),
    };
    let edits: Option<Edits> = row.mended.as_ref().map(|edits| edits.0.clone());
    ErasedRow {
        row: row.row,
        cells: row.cells.iter().map(kept).collect(),
        mended: edits.map(|edits| edits.without(|text| wanted.is_in(text, codes))),
        is_own,
    }
}
