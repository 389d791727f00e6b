//! A draft whose leads are being fixed: validated and counted batch by batch, in one transaction.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use leads::views::Tally;
use leads::{LeadState, Mapping, ProblemCounts, Row, ValidatedLead};
use sqlx::types::Json;
use sqlx::{Postgres, Transaction};
use tokio_util::sync::CancellationToken;

use super::intake::{self, Matched};
use super::step_labels::StepKind;
use super::validation::{
    NumberFacts, ValidationRules, recently_submitted, resolve_stored_duplicates,
};
use super::{at_version, still_open, whole_list};
use crate::audit::AuditEntry;
use crate::error::Error;
use crate::ids::{DraftId, PersonId};
use crate::store::drafts::DraftRecord;
use crate::store::leads::{LeadRecord, Which};
use crate::store::steps::{NewStep, StepLead};
use crate::{Backend, Caller, accounts, robots, store};

/// From so many numbers on, all leads of the draft are compared rather than those with the numbers.
const MANY_NUMBERS: usize = 5_000;

/// What becomes of a lead; `None` where it stays as it is. Asked on a thread that serves no requests.
pub type Rule = Arc<dyn Fn(&LeadRecord, &Mapping) -> Option<LeadState> + Send + Sync>;

/// A draft that is being fixed: locked until the transaction ends.
pub struct DraftEdit {
    pub transaction: Transaction<'static, Postgres>,
    pub draft: DraftRecord,
    pub mapping: Mapping,
    pub validation: ValidationRules,
    /// Whose change it is.
    by: PersonId,
    tally: Tally,
    problems: ProblemCounts,
    /// Numbers that leads had, or have now.
    numbers: BTreeSet<i64>,
    /// The rows that were changed.
    pub rows: BTreeSet<u32>,
    step: Option<i32>,
}

/// What the step is that can be undone, and whose it is.
pub struct Step<'a> {
    pub caller: &'a Caller,
    pub now: Timestamp,
    pub what: &'a StepKind,
}

/// A lead that gets another state, validated as it will be.
struct Change {
    lead: LeadRecord,
    state: LeadState,
    validated: ValidatedLead,
}

impl DraftEdit {
    /// Locks the draft, if nothing speaks against changing it.
    pub async fn open(
        backend: &Backend,
        caller: &Caller,
        now: Timestamp,
        id: DraftId,
    ) -> Result<DraftEdit, Error> {
        DraftEdit::open_in(backend, caller, now, id, false).await
    }

    /// The same, for work that may take the time that a whole list takes: it has its turn already.
    pub async fn open_whole(
        backend: &Backend,
        caller: &Caller,
        now: Timestamp,
        id: DraftId,
    ) -> Result<DraftEdit, Error> {
        DraftEdit::open_in(backend, caller, now, id, true).await
    }

    /// The same, where the draft is still as the person saw it.
    ///
    /// # Errors
    /// [`Error::Conflict`] where it is no longer at that version.
    pub async fn open_whole_at(
        backend: &Backend,
        caller: &Caller,
        now: Timestamp,
        id: DraftId,
        version: i64,
    ) -> Result<DraftEdit, Error> {
        let edit = DraftEdit::open_whole(backend, caller, now, id).await?;
        at_version(&edit.draft, version)?;
        Ok(edit)
    }

    /// Validates every lead with that match of the columns, counts the change, and ends the transaction; the leads by kind now.
    pub async fn validate_all(
        mut self,
        backend: &Backend,
        now: Timestamp,
        matched: Matched,
        given_up: CancellationToken,
    ) -> Result<Tally, Error> {
        let transaction = &mut self.transaction;
        let tally = intake::revalidate(transaction, &self.validation, matched, given_up).await?;
        self.commit(now).await?;
        whole_list::schedule_analyze(backend, now, tally.all());
        Ok(tally)
    }

    async fn open_in(
        backend: &Backend,
        caller: &Caller,
        now: Timestamp,
        id: DraftId,
        is_whole: bool,
    ) -> Result<DraftEdit, Error> {
        let account = accounts::of(backend, caller).await?;
        let robots = robots::known(backend, &account, now).await?.robots;
        let mut transaction = backend.pool.begin().await?;
        if is_whole {
            store::allow_for_a_whole_list(&mut transaction).await?;
        }
        let draft = store::drafts::lock(&mut transaction, account.id, id)
            .await?
            .ok_or(Error::NotFound)?;
        still_open(&draft)?;
        let validation = ValidationRules::of_draft(backend, &account, &robots, now, &draft);
        DraftEdit::of_locked(transaction, caller.person, draft, validation)
    }

    /// The same, of a draft that the transaction has locked, or made; `by` is whose change it is.
    pub fn of_locked(
        transaction: Transaction<'static, Postgres>,
        by: PersonId,
        draft: DraftRecord,
        validation: ValidationRules,
    ) -> Result<DraftEdit, Error> {
        let mapping = draft.mapping.clone().ok_or(Error::NotFound)?.0;
        Ok(DraftEdit {
            transaction,
            mapping,
            validation,
            by,
            tally: draft.tally(),
            problems: draft.problem_counts.0.clone(),
            draft,
            numbers: BTreeSet::new(),
            rows: BTreeSet::new(),
            step: None,
        })
    }

    /// Gives those leads the state that the rule says, as many at a time as may be in memory; the rows that there are of
    /// them. What changes becomes part of the step, where there is one.
    pub async fn rewrite(
        &mut self,
        which: &Which,
        rule: &Rule,
        step: Option<&Step<'_>>,
        given_up: &CancellationToken,
    ) -> Result<BTreeSet<i32>, Error> {
        let (mut behind, mut found) = (0, BTreeSet::new());
        loop {
            let (transaction, draft) = (&mut self.transaction, self.draft.id);
            let leads = store::leads::next_of(transaction, draft, which, behind).await?;
            let Some(last) = leads.last() else {
                return Ok(found);
            };
            behind = last.row.row;
            found.extend(leads.iter().map(|lead| lead.row.row));
            if given_up.is_cancelled() {
                return Err(whole_list::nobody_waits());
            }
            let (mapping, validation) = (self.mapping.clone(), self.validation.clone());
            let rule = Arc::clone(rule);
            let changes = whole_list::compute(move || {
                let change = |lead| Change::by(&rule, lead, &mapping, &validation);
                leads
                    .into_iter()
                    .filter_map(change)
                    .collect::<Vec<Change>>()
            });
            self.write(changes.await?, step).await?;
        }
    }

    async fn write(&mut self, changes: Vec<Change>, step: Option<&Step<'_>>) -> Result<(), Error> {
        if changes.is_empty() {
            return Ok(());
        }
        if let Some(step) = step {
            self.note(&changes, step).await?;
        }
        let number = |change: &Change| {
            change
                .validated
                .lead
                .mobile
                .as_ref()
                .map(|mobile| mobile.number())
        };
        let numbers: Vec<i64> = changes
            .iter()
            .filter_map(|change| i64::try_from(number(change)?).ok())
            .collect();
        let (transaction, validation) = (&mut self.transaction, &self.validation);
        let facts = NumberFacts {
            recent: recently_submitted(transaction, validation.recent_window, &numbers).await?,
            listed: validation.screening.listed(transaction, &numbers).await?,
        };
        let mut changed = Vec::with_capacity(changes.len());
        for Change {
            lead,
            state,
            validated,
        } in changes
        {
            let new = self
                .validation
                .verdict(validated, state.left_out, None, &facts);
            self.numbers.extend(lead.number);
            self.numbers.extend(new.number);
            self.tally.turn(lead.kind(), new.kind);
            if !lead.row.left_out {
                self.problems.subtract(&lead.problems.0);
            }
            if !state.left_out {
                self.problems.add(&new.problems);
            }
            self.rows.insert(store::row_number(lead.row.row)?);
            changed.push((lead.row.row, state, new));
        }
        store::leads::update(&mut self.transaction, self.draft.id, &changed).await?;
        Ok(())
    }

    /// Makes the changes part of the step, which begins with the first of them.
    async fn note(&mut self, changes: &[Change], step: &Step<'_>) -> Result<(), Error> {
        let (transaction, draft) = (&mut self.transaction, self.draft.id);
        let number = match self.step {
            Some(number) => number,
            None => {
                let label = step.what.message().map(|label| label.to_string());
                let new = NewStep {
                    draft,
                    label: &label.unwrap_or_default(),
                    what: Json(step.what),
                    made_by: step.caller.person,
                };
                store::steps::insert(transaction, step.now, &new).await?
            }
        };
        self.step = Some(number);
        let leads: Vec<StepLead> = changes
            .iter()
            .map(|change| StepLead {
                row: change.lead.row.row,
                before: Json(change.lead.row.state()),
                after: Json(change.state.clone()),
            })
            .collect();
        store::steps::insert_leads(transaction, draft, number, &leads).await?;
        Ok(())
    }

    /// Decides anew about leads with the same numbers, counts the change, and ends the transaction; the rows that look
    /// different now, those with the same numbers among them.
    pub async fn finish(mut self, now: Timestamp) -> Result<BTreeSet<u32>, Error> {
        let numbers: Vec<i64> = std::mem::take(&mut self.numbers).into_iter().collect();
        let numbers = (numbers.len() <= MANY_NUMBERS).then_some(numbers.as_slice());
        let transaction = &mut self.transaction;
        let counts = (&mut self.tally, &mut self.problems);
        let turned =
            resolve_stored_duplicates(transaction, &self.validation, numbers, counts).await?;
        store::drafts::update_counts(transaction, self.draft.id, self.tally, &self.problems)
            .await?;
        let mut rows = std::mem::take(&mut self.rows);
        rows.extend(turned);
        self.commit(now).await?;
        Ok(rows)
    }

    /// Writes an entry of the audit log with the change.
    pub async fn record(&mut self, entry: &AuditEntry) -> Result<(), Error> {
        Ok(store::audit::insert(&mut *self.transaction, entry).await?)
    }

    /// Counts the change, writes down whose it is, and ends the transaction.
    pub async fn commit(mut self, now: Timestamp) -> Result<(), Error> {
        store::contributors::count_change(&mut self.transaction, now, self.draft.id, self.by)
            .await?;
        self.transaction.commit().await?;
        Ok(())
    }
}

impl Change {
    fn by(
        rule: &Rule,
        lead: LeadRecord,
        mapping: &Mapping,
        validation: &ValidationRules,
    ) -> Option<Change> {
        let state = rule(&lead, mapping).filter(|state| lead.row.state() != *state)?;
        let row = Row {
            cells: &lead.row.cells,
            edits: &state.edits,
            marks: &lead.row.marks(),
        };
        let validated = leads::validate_row(&row, mapping, &validation.rules());
        Some(Change {
            lead,
            state,
            validated,
        })
    }
}
