//! Find and replace in every cell of a field: what it would do, and doing it.

use std::sync::Arc;

use futures::TryStreamExt;
use jiff::Timestamp;
use leads::views::{CellChange, FormProblem, ReplacedCell, ReplacementView};
use leads::{Action, Field, Mapping, Row, RowMarks, field_name};
use sheets::MAX_CELL_LENGTH;
use tokio::sync::mpsc;

use super::bulk::change_all;
use super::discard::titled;
use super::draft_edit::{DraftEdit, Rule, Step};
use super::edit::written;
use super::export::ROWS_UNDER_WAY;
use super::review::Columns;
use super::step_labels::StepKind;
use super::{looks, whole_list};
use crate::audit::LeadsPage;
use crate::error::Error;
use crate::ids::DraftId;
use crate::messages::drafts as messages;
use crate::store::leads::{LeadRecord, Which};
use crate::store::reviews::FirstRows;
use crate::store::rows::RowRecord;
use crate::{Backend, Caller, robots, store};

/// The most characters of a text that is looked for in all rows, and of the one that replaces it: looking takes the one
/// times the other.
pub const MAX_REPLACED_LENGTH: usize = 200;

/// The cells that a preview shows before and after.
const SHOWN: usize = 3;

/// What is replaced by what, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// In the cells of this field.
    pub field: Field,
    /// What is looked for, in either case.
    pub find: String,
    /// What stands there afterwards.
    pub with: String,
}

/// What becomes of a cell.
struct Replaced {
    before: String,
    after: String,
}

impl Replacement {
    /// Why it cannot be done, under the name of the input that has to be changed.
    fn problem(&self) -> Option<FormProblem> {
        if self.find.is_empty() {
            return Some(FormProblem::new("find", messages::no_text_to_find()));
        }
        let texts = [("find", &self.find), ("with", &self.with)];
        let (input, _) = texts
            .into_iter()
            .find(|(_, text)| text.chars().count() > MAX_REPLACED_LENGTH)?;
        Some(FormProblem::new(
            input,
            messages::texts_too_long(MAX_REPLACED_LENGTH),
        ))
    }

    /// The row's cell with the text replaced; `None` where the text is not in it, or the cell would hold too much.
    fn of_row(&self, row: &RowRecord, mapping: &Mapping) -> Option<Replaced> {
        let edits = row.edits();
        let cells = Row {
            cells: &row.cells,
            edits: &edits,
            marks: &RowMarks::NONE,
        };
        let before = cells.text(self.field, mapping).into_owned();
        let after = leads::replaced(&before, &self.find, &self.with)?;
        (after.len() <= MAX_CELL_LENGTH).then_some(Replaced { before, after })
    }
}

/// Replaces a text in every cell of a field that holds it; how many leads it changed.
///
/// # Errors
/// [`Error::Conflict`] where nothing is looked for, or more than [`MAX_REPLACED_LENGTH`], where the draft is no longer at
/// `version`, or was submitted.
pub async fn replace_text(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    version: i64,
    replacement: &Replacement,
) -> Result<usize, Error> {
    caller.must(Action::Prepare)?;
    if let Some(problem) = replacement.problem() {
        return Err(Error::Conflict(problem.sentence));
    }
    let replacement = replacement.clone();
    let (backend, caller) = (backend.clone(), caller.clone());
    let changed = whole_list::run(backend.clone(), |given_up| async move {
        let edit = DraftEdit::open_whole_at(&backend, &caller, now, id, version).await?;
        let Replacement { field, find, .. } = &replacement;
        let what = StepKind::Replace {
            field: *field,
            find: find.clone(),
        };
        let rule: Rule = Arc::new(move |lead: &LeadRecord, mapping: &Mapping| {
            let field = replacement.field;
            let text = replacement.of_row(&lead.row, mapping)?.after;
            // A number below zero fails when the change is written.
            let row = lead.row.row.unsigned_abs();
            let change = CellChange { row, field, text };
            Some(written(lead, std::iter::once(&change), mapping))
        });
        let step = Step {
            caller: &caller,
            now,
            what: &what,
        };
        change_all(edit, &Which::All, rule, &step, given_up).await
    });
    changed.await
}

/// What a replacement would do. Nothing is changed; who sees whole numbers by it is written down.
///
/// # Errors
/// [`Error::NotFound`] where there is no such draft in the account, or it has no list yet.
pub async fn preview_replacement(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    replacement: &Replacement,
) -> Result<ReplacementView, Error> {
    caller.must(Action::Prepare)?;
    let account = &*caller.account;
    let first = store::reviews::first_rows(&backend.pool, account.id, id, 0).await?;
    let FirstRows { draft, robots, .. } = first.ok_or(Error::NotFound)?;
    let known = robots::known_since(backend, account, now, robots).await?;
    let columns = Columns::of_draft(&draft, &known.robots)?;
    let variables = super::review::variables(&known.robots, &draft);
    let problem = replacement.problem();
    let counted = match problem {
        Some(_) => Counted::default(),
        None => count(backend, id, replacement.clone(), columns.mapping.clone()).await?,
    };
    if draft.task_id.is_none() {
        let cells = counted.first.iter();
        let shown = cells
            .filter(|cell| {
                [&cell.before, &cell.after]
                    .into_iter()
                    .any(|text| looks::holds_number(text))
            })
            .count();
        looks::record(backend, caller, now, (id, LeadsPage::Replacement), shown).await?;
    }
    Ok(ReplacementView {
        id: id.to_string(),
        version: draft.version,
        title: titled(&draft).title(),
        fields: columns.shown(),
        name: field_name(replacement.field, &variables),
        all: draft.tally().all(),
        found: counted.found,
        changed: counted.changed,
        first: counted.first,
        problems: problem.into_iter().collect(),
        task: draft.task_id.map(|task| task.to_string()),
    })
}

/// What was counted of a replacement.
#[derive(Default)]
struct Counted {
    found: u32,
    changed: u32,
    first: Vec<ReplacedCell>,
}

/// Looks through every row, on a thread that serves no requests.
async fn count(
    backend: &Backend,
    id: DraftId,
    replacement: Replacement,
    mapping: Mapping,
) -> Result<Counted, Error> {
    let backend = backend.clone();
    let counted = whole_list::run(backend.clone(), |given_up| {
        // The work is no part of the request any more, but it only reads as that does.
        crate::reads_only(async move {
            let mut connection = backend.pool.acquire().await?;
            let (sender, rows) = mpsc::channel(ROWS_UNDER_WAY);
            let counting = whole_list::compute(move || counted(rows, &replacement, &mapping));
            let sending = async {
                let mut records = store::leads::rows(&mut connection, id, None);
                while let Some(record) = records.try_next().await? {
                    if given_up.is_cancelled() || sender.send(record).await.is_err() {
                        break;
                    }
                }
                drop((records, sender));
                Ok::<(), Error>(())
            };
            let (sent, counted) = tokio::join!(sending, counting);
            sent?;
            counted?
        })
    });
    counted.await
}

fn counted(
    mut rows: mpsc::Receiver<RowRecord>,
    replacement: &Replacement,
    mapping: &Mapping,
) -> Result<Counted, Error> {
    let mut counted = Counted::default();
    while let Some(row) = rows.blocking_recv() {
        let Some(Replaced { before, after }) = replacement.of_row(&row, mapping) else {
            continue;
        };
        counted.found += 1;
        if before == after {
            continue;
        }
        counted.changed += 1;
        if counted.first.len() < SHOWN {
            let (before, after) = leads::where_they_differ(&before, &after);
            counted.first.push(ReplacedCell {
                row: store::row_number(row.row)?,
                before,
                after,
            });
        }
    }
    Ok(counted)
}
