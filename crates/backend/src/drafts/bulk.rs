//! What is done to many leads at once: bulk fixes, long steps back and forth.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use leads::{Action, BulkFix, Mapping, Row, RowMarks, calling_code_of};
use tokio_util::sync::CancellationToken;

use super::draft_edit::{DraftEdit, Rule, Step};
use super::step_labels::StepKind;
use super::whole_list;
use crate::error::Error;
use crate::ids::DraftId;
use crate::store::leads::{LeadRecord, Which};
use crate::store::steps::StepRecord;
use crate::{Backend, Caller, store};

/// Does to all leads of a group what the bulk fix says; how many it changed.
///
/// # Errors
/// [`Error::NotFound`] for a bulk fix that there is not, [`Error::Conflict`] where the draft was submitted.
pub async fn apply_bulk_fix(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    key: &str,
) -> Result<usize, Error> {
    caller.must(Action::Prepare)?;
    let bulk_fix = BulkFix::from_key(key).ok_or(Error::NotFound)?;
    let key = key.to_owned();
    let (backend, caller) = (backend.clone(), caller.clone());
    let changed = whole_list::run(backend.clone(), |given_up| async move {
        let edit = DraftEdit::open_whole(&backend, &caller, now, id).await?;
        let country = edit.mapping.country(edit.validation.country);
        let (counts, tally) = (&edit.draft.problem_counts.0, edit.draft.tally());
        let offered = leads::bulk_fixes(counts, tally, country);
        // What it was offered for is fixed already.
        if !offered.iter().any(|offered| offered.key == key) {
            return Ok(0);
        }
        let group = bulk_fix.group();
        let what = StepKind::BulkFix {
            leads: group.map_or(tally.left_out, |group| counts.of(&group.to_string())),
            code: calling_code_of(country).unwrap_or_default(),
            key,
        };
        let which = match group {
            Some(group) => Which::OfGroup(group),
            None => Which::LeftOut,
        };
        let rule: Rule = Arc::new(move |lead: &LeadRecord, mapping: &Mapping| {
            let edits = lead.row.edits();
            let row = Row {
                cells: &lead.row.cells,
                edits: &edits,
                marks: &RowMarks::NONE,
            };
            bulk_fix.apply(&row, lead.row.left_out, mapping, &lead.problems.0)
        });
        let step = Step {
            caller: &caller,
            now,
            what: &what,
        };
        change_all(edit, &which, rule, &step, given_up).await
    });
    changed.await
}

/// Makes one step of what the rule changes; how many leads that are.
pub(super) async fn change_all(
    mut edit: DraftEdit,
    which: &Which,
    rule: Rule,
    step: &Step<'_>,
    given_up: CancellationToken,
) -> Result<usize, Error> {
    edit.rewrite(which, &rule, Some(step), &given_up).await?;
    let changed = edit.rows.len();
    if changed > 0 {
        edit.finish(step.now).await?;
    }
    Ok(changed)
}

/// Takes a step back, or does it again; the rows that look different now.
pub(super) async fn take_step(
    mut edit: DraftEdit,
    now: Timestamp,
    step: &StepRecord,
    again: bool,
    given_up: &CancellationToken,
) -> Result<BTreeSet<u32>, Error> {
    let draft = edit.draft.id;
    let mut behind = 0;
    loop {
        let transaction = &mut edit.transaction;
        let leads = store::steps::next_leads(transaction, draft, step.number, behind).await?;
        let Some(last) = leads.last() else { break };
        behind = last.row;
        let states: HashMap<_, _> = leads
            .into_iter()
            .map(|lead| (lead.row, if again { lead.after.0 } else { lead.before.0 }))
            .collect();
        let (which, wanted) = (Which::Rows(states.keys().copied().collect()), states.len());
        let state = move |lead: &LeadRecord, _: &Mapping| states.get(&lead.row.row).cloned();
        let rule: Rule = Arc::new(state);
        let found = edit.rewrite(&which, &rule, None, given_up).await?;
        if found.len() != wanted {
            return Err(Error::Inconsistent("a step names a row that is gone"));
        }
    }
    store::steps::set_undone(&mut edit.transaction, draft, step.number, !again).await?;
    edit.finish(now).await
}
