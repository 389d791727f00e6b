//! Mending leads: cells, whole groups, one step back and forth.

use std::collections::BTreeSet;

use jiff::Timestamp;
use leads::views::{CellChange, DraftView, MendRequest};
use leads::{Field, LeadState, Mapping, Remedy, Row};
use uuid::Uuid;

use super::mending::Mending;
use super::{Shown, review};
use crate::error::Error;
use crate::sheet::LONGEST_CELL;
use crate::store::leads::LeadRecord;
use crate::{Backend, Caller, store};

/// Cells that are mended at once by hand or from the clipboard.
pub const MOST_CELLS: usize = 5_000;

/// Does what the review grid asks for; the review as it is now, with those rows that look different, of those that it shows.
///
/// # Errors
/// As [`mend_cells`] and [`step_back_or_forth`].
pub async fn mend(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    request: &MendRequest,
) -> Result<DraftView, Error> {
    let rows = match request.again {
        Some(again) => step_back_or_forth(backend, caller, now, id, again)
            .await?
            .map(|(_, rows)| rows)
            .unwrap_or_default(),
        None => mend_cells(backend, caller, now, id, &request.cells).await?,
    };
    let is_shown = |row: &u32| request.shown.contains(row);
    let rows = rows.into_iter().filter(is_shown).collect();
    let shown = Shown::Rows(rows, request.query.clone());
    review(backend, caller, now, id, &shown).await
}

/// Writes into cells; the rows that look different now.
///
/// A text that is what the sheet says takes back what was mended before.
///
/// # Errors
/// [`Error::NotFound`] where the draft has no such row, [`Error::Conflict`] where it was submitted, or too much is changed at
/// once.
pub async fn mend_cells(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    cells: &[CellChange],
) -> Result<BTreeSet<u32>, Error> {
    if cells.len() > MOST_CELLS {
        return Err(Error::Conflict(format!(
            "At most {MOST_CELLS} cells are mended at once. Paste a smaller block."
        )));
    }
    if let Some(long) = cells.iter().find(|change| change.text.len() > LONGEST_CELL) {
        return Err(Error::Conflict(format!(
            "The text for row {} is longer than 32,768 bytes. Shorten it.",
            long.row
        )));
    }
    let mut mending = Mending::open(backend, caller, now, id).await?;
    // A number that the database cannot even hold is no row of it.
    let rows: Option<BTreeSet<i32>> = cells
        .iter()
        .map(|change| i32::try_from(change.row).ok())
        .collect();
    let rows = rows.ok_or(Error::NotFound)?;
    let rows: Vec<i32> = rows.into_iter().collect();
    let leads = store::leads::of_rows(&mut mending.transaction, id, &rows).await?;
    if leads.len() != rows.len() {
        return Err(Error::NotFound);
    }
    let changes = leads
        .into_iter()
        .map(|lead| {
            let own = cells
                .iter()
                .filter(|change| i64::from(change.row) == i64::from(lead.row.row));
            let state = written(&lead, own, &mending.mapping);
            (lead, state)
        })
        .collect();
    let label = match cells {
        [only] => format!("{} in row {}", only.field.label(), only.row),
        _ => format!("{} cells", leads::numbers::grouped(cells.len() as u64)),
    };
    mending.step(caller, now, &label, changes).await
}

/// The state of a lead into which that is written. A text that is what the sheet says takes back what was mended.
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
            .mended
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
    id: Uuid,
    row: u32,
    left_out: bool,
) -> Result<BTreeSet<u32>, Error> {
    let mut mending = Mending::open(backend, caller, now, id).await?;
    let rows = [i32::try_from(row).map_err(|_| Error::NotFound)?];
    let lead = store::leads::of_rows(&mut mending.transaction, id, &rows)
        .await?
        .pop()
        .ok_or(Error::NotFound)?;
    let state = LeadState {
        left_out,
        ..lead.row.state()
    };
    let label = if left_out {
        format!("Leave out row {row}")
    } else {
        format!("Take in row {row}")
    };
    mending.step(caller, now, &label, vec![(lead, state)]).await
}

/// Does to all leads of a group what the remedy says; how many it changed.
///
/// # Errors
/// [`Error::NotFound`] for a remedy that there is not, [`Error::Conflict`] where the draft was submitted.
pub async fn apply_remedy(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    key: &str,
) -> Result<usize, Error> {
    let remedy = Remedy::from_key(key).ok_or(Error::NotFound)?;
    let mut mending = Mending::open(backend, caller, now, id).await?;
    let group = match remedy.group() {
        Some(group) => Some(group.split_once('.').ok_or(Error::NotFound)?),
        None => None,
    };
    let leads = store::leads::of_group(&mut mending.transaction, id, group).await?;
    let country = mending.judging.country;
    let offered = leads::remedies(
        &mending.draft.fault_counts.0,
        mending.draft.tally(),
        country,
    );
    let label = offered
        .into_iter()
        .find(|offered| offered.key == key)
        .map(|offered| offered.label);
    // What it was offered for is mended already.
    let Some(label) = label else { return Ok(0) };
    let mut changes = Vec::with_capacity(leads.len());
    for lead in leads {
        let mended = lead.row.mended();
        let row = Row {
            cells: &lead.row.cells,
            mended: &mended,
        };
        let state = remedy.apply(&row, lead.row.left_out, &mending.mapping, &lead.faults.0);
        changes.extend(state.map(|state| (lead, state)));
    }
    let changed = changes.len();
    mending.step(caller, now, &label, changes).await?;
    Ok(changed)
}

/// Replaces a text in every cell of a field that holds it, in either case; how many leads it changed.
///
/// # Errors
/// [`Error::Conflict`] where nothing is looked for, or the draft was submitted.
pub async fn replace_text(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    field: Field,
    find: &str,
    with: &str,
) -> Result<usize, Error> {
    if find.is_empty() {
        return Err(Error::Conflict(
            "Say which text is to be replaced.".to_owned(),
        ));
    }
    let mut mending = Mending::open(backend, caller, now, id).await?;
    let leads = store::leads::all(&mut mending.transaction, id).await?;
    let mut changes = Vec::new();
    for lead in leads {
        let mended = lead.row.mended();
        let row = Row {
            cells: &lead.row.cells,
            mended: &mended,
        };
        let text = leads::replaced(&row.text(field, &mending.mapping), find, with);
        if let Some(text) = text.filter(|text| text.len() <= LONGEST_CELL) {
            let row = store::row_number(lead.row.row)?;
            let change = CellChange { row, field, text };
            let state = written(&lead, std::iter::once(&change), &mending.mapping);
            changes.push((lead, state));
        }
    }
    let changed = changes.len();
    let label = format!("Replace “{find}” in {}", field.label());
    mending.step(caller, now, &label, changes).await?;
    Ok(changed)
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
    id: Uuid,
    again: bool,
) -> Result<Option<(String, BTreeSet<u32>)>, Error> {
    let mut mending = Mending::open(backend, caller, now, id).await?;
    let transaction = &mut mending.transaction;
    let Some(step) = store::steps::next(transaction, id, again).await? else {
        return Ok(None);
    };
    let steps = store::steps::leads(transaction, id, step.number).await?;
    let rows: Vec<i32> = steps.iter().map(|lead| lead.row).collect();
    let leads = store::leads::of_rows(transaction, id, &rows).await?;
    if leads.len() != steps.len() {
        return Err(Error::Inconsistent("a step names a row that is gone"));
    }
    let states = steps
        .into_iter()
        .map(|lead| if again { lead.after.0 } else { lead.before.0 });
    let changes = leads.into_iter().zip(states).collect();
    store::steps::set_undone(transaction, id, step.number, !again).await?;
    let rows = mending.rewrite(changes).await?;
    mending.commit(now).await?;
    Ok(Some((step.label, rows)))
}
