//! The columns of a draft's file: what they hold, and matching them anew.

use jiff::Timestamp;
use leads::views::{ColumnsView, Tally};
use leads::{Action, Field, Mapping, SourceChoice};

use super::discard::titled;
use super::draft_edit::DraftEdit;
use super::intake::{self, Matched};
use super::questions::{LOOKED_THROUGH, samples};
use super::review::variables;
use super::{looks, robot_variables, whole_list};
use crate::audit::LeadsPage;
use crate::error::Error;
use crate::ids::DraftId;
use crate::store::reviews::FirstRows;
use crate::{Backend, Caller, accounts, robots, store};

/// How many leads there were of each kind before a change of the whole list, and how many there are now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recounted {
    /// Before.
    pub before: Tally,
    /// Now.
    pub after: Tally,
}

/// The columns of a draft's file with what their first rows hold. Who sees whole numbers by it is written down.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft in the account, or it has no list yet.
pub async fn columns(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
) -> Result<ColumnsView, Error> {
    caller.must(Action::Prepare)?;
    let account = &*caller.account;
    let first = store::reviews::first_rows(&backend.pool, account.id, id, LOOKED_THROUGH).await?;
    let FirstRows {
        draft,
        robots,
        cells,
    } = first.ok_or(Error::NotFound)?;
    let known = robots::known_since(backend, account, now, robots).await?;
    let Matched {
        headers,
        mapping,
        remembered_at,
    } = Matched::as_it_stands(&draft)?;
    let samples: Vec<_> = (0..headers.len())
        .map(|column| samples(&cells, column))
        .collect();
    // What has become a task leads there: nothing of it is shown.
    if draft.task_id.is_none() {
        let shown = samples.iter().flatten();
        let shown = shown.filter(|sample| looks::holds_number(sample)).count();
        looks::record(backend, caller, now, (id, LeadsPage::Columns), shown).await?;
    }
    Ok(ColumnsView {
        id: id.to_string(),
        version: draft.version,
        title: titled(&draft).title(),
        file_name: draft.file_name.clone().unwrap_or_default(),
        samples,
        headers,
        mapping,
        variables: variables(&known.robots, &draft),
        remembered: remembered_at.map(|at| leads::moment(at, now, account.zone())),
        task: draft.task_id.map(|task| task.to_string()),
    })
}

/// Matches columns to fields as chosen, and validates every lead by it. The match is remembered for the next sheet with these
/// headers.
///
/// # Errors
/// [`Error::Problems`] where a choice cannot be followed, [`Error::Conflict`] where the draft is no longer at `version`.
pub async fn match_columns(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    version: i64,
    choices: &[(Field, SourceChoice)],
) -> Result<Recounted, Error> {
    caller.must(Action::Prepare)?;
    let account = accounts::of(backend, caller).await?;
    let robot = super::open_draft(backend, caller, id).await?.form.0.robot;
    let variables = robot_variables(backend, &account, now, &robot).await?;
    // Postgres knows no NUL in a text, and nobody types one.
    let choices: Vec<(Field, SourceChoice)> = choices
        .iter()
        .map(|(field, choice)| {
            let value = choice.value.replace('\0', "");
            (
                *field,
                SourceChoice {
                    value,
                    ..choice.clone()
                },
            )
        })
        .collect();
    let (backend, caller) = (backend.clone(), caller.clone());
    let matched = whole_list::run(backend.clone(), |given_up| async move {
        let mut edit = DraftEdit::open_whole_at(&backend, &caller, now, id, version).await?;
        let headers = edit.draft.headers.clone().ok_or(Error::NotFound)?;
        let before = edit.draft.mapping.as_ref().map(|mapping| mapping.0.clone());
        let mapping = Mapping::parse(&choices, headers.len(), &before.unwrap_or_default())
            .map_err(Error::Problems)?;
        let fingerprint = intake::fingerprint(&headers, &variables);
        let transaction = &mut edit.transaction;
        store::matches::remember(transaction, now, account.id, &fingerprint, &mapping).await?;
        let matched = Matched {
            headers,
            mapping,
            remembered_at: None,
        };
        let before = edit.draft.tally();
        let after = edit.validate_all(&backend, now, matched, given_up).await?;
        Ok(Recounted { before, after })
    });
    matched.await
}
