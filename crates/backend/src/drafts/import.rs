//! Rows that were fixed in a file, taken back.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use jiff::Timestamp;
use leads::views::CellChange;
use leads::{Action, Mapping, Row, RowMarks};
use sheets::UploadedFile;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::draft_edit::{DraftEdit, Rule, Step};
use super::edit::written;
use super::fixed_rows::{FixedRows, ReadRows, no_such_row};
use super::review::Columns;
use super::step_labels::StepKind;
use super::whole_list;
use crate::audit::{AuditAction, AuditEntry, AuditObject};
use crate::error::Error;
use crate::ids::DraftId;
use crate::store::leads::{LeadRecord, Which};
use crate::{Backend, Caller, accounts, robots};

/// Takes the rows of a fixed file back: each replaces the row of its number, and nothing else changes. How many changed.
///
/// A cell whose letters were only lost, since the program saved the file in a character set that lacks them, stays as it was.
///
/// # Errors
/// [`Error::Conflict`] where the file cannot be read, is not such a file, or names a row that the draft does not have:
/// nothing is changed then.
pub async fn import_fixed_rows(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    upload: UploadedFile,
) -> Result<usize, Error> {
    caller.must(Action::Prepare)?;
    let account = accounts::of(backend, caller).await?;
    let known = robots::known(backend, &account, now).await?.robots;
    let country = account.settings.country;
    let (backend, caller) = (backend.clone(), caller.clone());
    let taken = whole_list::run(backend.clone(), |given_up| async move {
        let draft = super::open_draft(&backend, &caller, id).await?;
        let labels = Columns::of_draft(&draft, &known)?.headers();
        let file = upload.reader()?;
        let rows = FixedRows::new(labels, given_up.clone());
        let rows = whole_list::read(&backend.sheets, &given_up, move |reader| {
            rows.read(reader, file, country)
        });
        let rows = rows.await??;
        let edit = DraftEdit::open_whole(&backend, &caller, now, id).await?;
        let what = StepKind::FixedRows {
            file: upload.file_name.clone(),
        };
        let step = Step {
            caller: &caller,
            now,
            what: &what,
        };
        let uploaded = |rows| {
            let uploaded = AuditAction::FixedRowsUploaded {
                sha256: hex::encode(upload.digest),
                rows,
            };
            AuditEntry::of(&caller, now, uploaded).about(AuditObject::Draft(id))
        };
        write_fixed(edit, rows, &step, (uploaded, given_up)).await
    });
    taken.await
}

/// Whether the cell came back without the letters that the program which saved the file could not write. Nobody edited it then.
fn is_lost_in_saving(lead: &LeadRecord, change: &CellChange, mapping: &Mapping) -> bool {
    let edits = lead.row.edits();
    let row = Row {
        cells: &lead.row.cells,
        edits: &edits,
        marks: &RowMarks::NONE,
    };
    leads::lost_in_saving(&row.text(change.field, mapping), &change.text)
}

/// Writes the rows of a fixed file into the draft, as many at a time as may be in memory.
async fn write_fixed(
    mut edit: DraftEdit,
    rows: ReadRows,
    step: &Step<'_>,
    (uploaded, given_up): (impl FnOnce(u64) -> AuditEntry, CancellationToken),
) -> Result<usize, Error> {
    let (sender, mut batches) = mpsc::channel(1);
    let read = tokio::task::spawn_blocking(move || rows.send(&sender));
    while let Some(batch) = batches.recv().await {
        let batch: BTreeMap<i32, Vec<CellChange>> = batch;
        let wanted: Vec<i32> = batch.keys().copied().collect();
        let rule: Rule = Arc::new(move |lead: &LeadRecord, mapping: &Mapping| {
            let own = batch.get(&lead.row.row)?;
            let edited = own
                .iter()
                .filter(|change| !is_lost_in_saving(lead, change, mapping));
            Some(written(lead, edited, mapping))
        });
        let which = Which::Rows(wanted.clone());
        let found = edit.rewrite(&which, &rule, Some(step), &given_up).await?;
        if let Some(row) = wanted.iter().find(|row| !found.contains(row)) {
            return Err(no_such_row(*row));
        }
    }
    read.await
        .map_err(|error| Error::Machine(io::Error::other(error)))??;
    let changed = edit.rows.len();
    if changed > 0 {
        edit.record(&uploaded(changed as u64)).await?;
        edit.finish(step.now).await?;
    }
    Ok(changed)
}
