//! Editing leads: cells, single rows, one step back and forth.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use leads::views::{CellChange, DraftView, EditRequest};
use leads::{Action, LeadState, Mapping};
use localization::Message;
use sheets::MAX_CELL_LENGTH;
use tokio_util::sync::CancellationToken;

use super::bulk::take_step;
use super::draft_edit::{DraftEdit, Rule, Step};
use super::step_labels::StepKind;
use super::{LeadSelection, review, step_labels, whole_list};
use crate::error::Error;
use crate::ids::DraftId;
use crate::messages::drafts as messages;
use crate::store::leads::{LeadRecord, Which};
use crate::{Backend, Caller, store};

/// Cells that are fixed at once by hand or from the clipboard.
pub const MAX_CELLS: usize = 5_000;

/// Does what the review grid asks for; the review as it is now, with those rows that look different, of those that it shows.
///
/// # Errors
/// As [`edit_cells`] and [`step_back_or_forth`].
pub async fn edit(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    request: &EditRequest,
) -> Result<DraftView, Error> {
    caller.must(Action::Prepare)?;
    let rows = match request.again {
        Some(again) => step_back_or_forth(backend, caller, now, id, again)
            .await?
            .map(|(_, rows)| rows)
            .unwrap_or_default(),
        None => edit_cells(backend, caller, now, id, &request.cells).await?,
    };
    let is_shown = |row: &u32| request.shown.contains(row);
    let rows = rows.into_iter().filter(is_shown).collect();
    let shown = LeadSelection::Rows(rows, request.query.clone());
    review(backend, caller, now, id, &shown).await
}

/// Writes into cells; the rows that look different now.
///
/// A text that is what the sheet says takes back what was fixed before.
///
/// # Errors
/// [`Error::NotFound`] where the draft has no such row, [`Error::Conflict`] where it was submitted, or too much is changed at
/// once.
pub async fn edit_cells(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    cells: &[CellChange],
) -> Result<BTreeSet<u32>, Error> {
    caller.must(Action::Prepare)?;
    if cells.len() > MAX_CELLS {
        return Err(Error::Conflict(messages::too_many_cells(MAX_CELLS)));
    }
    if let Some(long) = cells
        .iter()
        .find(|change| change.text.len() > MAX_CELL_LENGTH)
    {
        return Err(Error::Conflict(messages::text_too_long(long.row)));
    }
    let what = match cells {
        [only] => StepKind::Cell {
            field: only.field,
            row: only.row,
        },
        _ => StepKind::Cells(cells.len()),
    };
    let mut changes: HashMap<i32, Vec<CellChange>> = HashMap::new();
    for change in cells {
        // A number that the database cannot even hold is no row of it.
        let row = i32::try_from(change.row).map_err(|_| Error::NotFound)?;
        let own = changes.entry(row).or_default();
        own.push(change.clone());
    }
    let rows = changes.keys().copied().collect();
    let rule: Rule = Arc::new(move |lead: &LeadRecord, mapping: &Mapping| {
        let own = changes.get(&lead.row.row)?;
        Some(written(lead, own.iter(), mapping))
    });
    change_rows(backend, caller, now, id, rows, rule, &what).await
}

/// Makes one step of what the rule says of a few rows; the rows that look different now.
async fn change_rows(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    rows: Vec<i32>,
    rule: Rule,
    what: &StepKind,
) -> Result<BTreeSet<u32>, Error> {
    let mut edit = DraftEdit::open(backend, caller, now, id).await?;
    let (wanted, which) = (rows.len(), Which::Rows(rows));
    let step = Step { caller, now, what };
    let waited_for = CancellationToken::new();
    let found = edit
        .rewrite(&which, &rule, Some(&step), &waited_for)
        .await?;
    if found.len() != wanted {
        return Err(Error::NotFound);
    }
    if edit.rows.is_empty() {
        return Ok(BTreeSet::new());
    }
    edit.finish(now).await
}

/// The state of a lead into which that is written. A text that is what the sheet says takes back what was fixed.
pub(super) fn written<'a>(
    lead: &LeadRecord,
    changes: impl Iterator<Item = &'a CellChange>,
    mapping: &Mapping,
) -> LeadState {
    let mut state = lead.row.state();
    for change in changes {
        let text = change.text.clone();
        let is_as_in_sheet = mapping.text(change.field, &lead.row.cells) == text;
        state
            .edits
            .set(change.field, (!is_as_in_sheet).then_some(text));
    }
    state
}

/// Leaves a lead out, or takes it in again; the rows that look different now.
///
/// # Errors
/// [`Error::NotFound`] where the draft has no such row, [`Error::Conflict`] where it was submitted.
pub async fn leave_out(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    row: u32,
    left_out: bool,
) -> Result<BTreeSet<u32>, Error> {
    caller.must(Action::Prepare)?;
    let what = if left_out {
        StepKind::LeaveOutRow(row)
    } else {
        StepKind::IncludeRow(row)
    };
    let rule: Rule = Arc::new(move |lead: &LeadRecord, _: &Mapping| {
        Some(LeadState {
            left_out,
            ..lead.row.state()
        })
    });
    let rows = vec![i32::try_from(row).map_err(|_| Error::NotFound)?];
    change_rows(backend, caller, now, id, rows, rule, &what).await
}

/// Keeps that row of those with its number, and leaves the others out: how many those are.
///
/// # Errors
/// [`Error::NotFound`] where the draft has no such row with a number, [`Error::Conflict`] where it was submitted, or too many rows
/// have the number.
pub async fn keep_row(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    row: u32,
) -> Result<usize, Error> {
    caller.must(Action::Prepare)?;
    let kept = i32::try_from(row).map_err(|_| Error::NotFound)?;
    let rows = store::leads::rows_with_number_of(&backend.pool, id, kept).await?;
    if rows.len() > MAX_CELLS {
        return Err(Error::Conflict(messages::too_many_rows_of_number(
            MAX_CELLS,
        )));
    }
    let others = rows.len().checked_sub(1).ok_or(Error::NotFound)?;
    let rule: Rule = Arc::new(move |lead: &LeadRecord, _: &Mapping| {
        Some(LeadState {
            left_out: lead.row.row != kept,
            ..lead.row.state()
        })
    });
    let what = StepKind::KeepRow(row);
    change_rows(backend, caller, now, id, rows, rule, &what).await?;
    Ok(others)
}

/// Takes back the last step, or does the last one that was taken back again: its words, and the rows that look different
/// now. `None` where there is no such step.
///
/// # Errors
/// [`Error::NotFound`] where there is no such draft, [`Error::Conflict`] where it was submitted.
pub async fn step_back_or_forth(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    again: bool,
) -> Result<Option<(Message, BTreeSet<u32>)>, Error> {
    caller.must(Action::Prepare)?;
    let mut edit = DraftEdit::open(backend, caller, now, id).await?;
    let transaction = &mut edit.transaction;
    let Some(step) = store::steps::next(transaction, id, again).await? else {
        return Ok(None);
    };
    let leads = store::steps::count_leads(transaction, id, step.number).await?;
    if leads as usize <= MAX_CELLS {
        let waited_for = CancellationToken::new();
        let rows = take_step(edit, now, &step, again, &waited_for).await?;
        return Ok(Some((step_labels::read(&step.name), rows)));
    }
    // Nobody waits for a turn while others wait for the draft.
    edit.transaction.rollback().await?;
    let (backend, caller) = (backend.clone(), caller.clone());
    let taken = whole_list::run(backend.clone(), |given_up| async move {
        let mut edit = DraftEdit::open_whole(&backend, &caller, now, id).await?;
        let step = store::steps::next(&mut edit.transaction, id, again).await?;
        let Some(step) = step else { return Ok(None) };
        let rows = take_step(edit, now, &step, again, &given_up).await?;
        Ok(Some((step_labels::read(&step.name), rows)))
    });
    taken.await
}
