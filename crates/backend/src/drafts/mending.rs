//! A draft whose leads are being mended: one step, judged and counted, in one transaction.

use std::collections::BTreeSet;

use jiff::Timestamp;
use leads::{LeadState, Mapping, Row};
use sqlx::types::Json;
use sqlx::{Postgres, Transaction};
use uuid::Uuid;

use super::judging::{Judging, settle};
use super::still_open;
use crate::error::Error;
use crate::store::drafts::DraftRecord;
use crate::store::leads::{LeadRecord, NewVerdict};
use crate::store::steps::{NewStep, StepLead};
use crate::{Backend, Caller, accounts, robots, store};

/// A draft that is being mended: locked until the transaction ends.
pub struct Mending {
    pub transaction: Transaction<'static, Postgres>,
    pub draft: DraftRecord,
    pub mapping: Mapping,
    pub judging: Judging,
}

impl Mending {
    /// Locks the draft, if nothing speaks against changing it.
    pub async fn open(
        backend: &Backend,
        caller: &Caller,
        now: Timestamp,
        id: Uuid,
    ) -> Result<Mending, Error> {
        let account = accounts::of(backend, caller).await?;
        let robots = robots::known(backend, &account, now).await?.robots;
        let mut transaction = backend.pool.begin().await?;
        let draft = store::drafts::lock(&mut transaction, account.id, id)
            .await?
            .ok_or(Error::NotFound)?;
        still_open(&draft)?;
        let mapping = draft.mapping.clone().ok_or(Error::NotFound)?.0;
        let judging = Judging::of_draft(&account, backend.sandbox, &robots, now, &draft);
        Ok(Mending {
            transaction,
            draft,
            mapping,
            judging,
        })
    }

    /// Gives leads another state and judges them; the rows that look different now, those with the same numbers among them.
    pub async fn rewrite(
        &mut self,
        changes: Vec<(LeadRecord, LeadState)>,
    ) -> Result<BTreeSet<u32>, Error> {
        let mut tally = self.draft.tally();
        let mut faults = self.draft.fault_counts.0.clone();
        let mut numbers: BTreeSet<i64> = changes.iter().filter_map(|(old, _)| old.number).collect();
        let mut changed = Vec::with_capacity(changes.len());
        let verdicts = self.judge(&changes).await?;
        for ((old, state), new) in changes.into_iter().zip(verdicts) {
            numbers.extend(new.number);
            tally.turn(old.kind(), new.kind);
            if !old.row.left_out {
                faults.subtract(&old.faults.0);
            }
            if !state.left_out {
                faults.add(&new.faults);
            }
            changed.push((old.row.row, state, new));
        }
        let numbers: Vec<i64> = numbers.into_iter().collect();
        let (transaction, draft) = (&mut self.transaction, self.draft.id);
        store::leads::update(transaction, draft, &changed).await?;
        let turned = settle(transaction, &self.judging, Some(&numbers), &mut tally).await?;
        store::drafts::update_counts(transaction, draft, tally, &faults).await?;
        let mended = changed.iter().map(|(row, ..)| store::row_number(*row));
        let turned = turned.into_iter().map(Ok);
        Ok(mended.chain(turned).collect::<Result<_, _>>()?)
    }

    async fn judge(
        &mut self,
        changes: &[(LeadRecord, LeadState)],
    ) -> Result<Vec<NewVerdict>, Error> {
        let judged: Vec<_> = changes
            .iter()
            .map(|(lead, state)| {
                let row = Row {
                    cells: &lead.row.cells,
                    mended: &state.mended,
                };
                leads::judge_row(&row, &self.mapping, &self.judging.rules())
            })
            .collect();
        let numbers: Vec<i64> = judged
            .iter()
            .filter_map(|judged| i64::try_from(judged.lead.mobile.as_ref()?.number()).ok())
            .collect();
        let recent =
            store::numbers::submitted(&mut self.transaction, self.judging.lately, Some(&numbers))
                .await?;
        let verdicts = judged.into_iter().zip(changes);
        Ok(verdicts
            .map(|(judged, (_, state))| self.judging.verdict(judged, state.left_out, None, &recent))
            .collect())
    }

    /// Makes a step of the changes; nothing where nothing changes.
    pub async fn step(
        mut self,
        caller: &Caller,
        now: Timestamp,
        label: &str,
        changes: Vec<(LeadRecord, LeadState)>,
    ) -> Result<BTreeSet<u32>, Error> {
        let changes: Vec<_> = changes
            .into_iter()
            .filter(|(lead, state)| lead.row.state() != *state)
            .collect();
        if changes.is_empty() {
            return Ok(BTreeSet::new());
        }
        let leads: Vec<StepLead> = changes
            .iter()
            .map(|(lead, state)| StepLead {
                row: lead.row.row,
                before: Json(lead.row.state()),
                after: Json(state.clone()),
            })
            .collect();
        let step = NewStep {
            draft: self.draft.id,
            label,
            made_by: caller.person,
            leads: &leads,
        };
        store::steps::insert(&mut self.transaction, now, &step).await?;
        let rows = self.rewrite(changes).await?;
        self.commit(now).await?;
        Ok(rows)
    }

    /// Counts the change, and ends the transaction.
    pub async fn commit(mut self, now: Timestamp) -> Result<(), Error> {
        store::drafts::touch(&mut self.transaction, now, self.draft.id).await?;
        self.transaction.commit().await?;
        Ok(())
    }
}
