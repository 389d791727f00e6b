//! Matching the columns of a draft anew.

use jiff::Timestamp;
use leads::{Field, Mapping, SourceChoice};

use super::draft_edit::DraftEdit;
use super::intake::{self, Matched};
use super::{robot_variables, whole_list};
use crate::error::Error;
use crate::ids::DraftId;
use crate::{Backend, Caller, accounts, store};

/// What to say where a draft changed in another tab meanwhile.
pub(crate) const CHANGED_MEANWHILE: &str = "Not done: the draft was changed in another tab or by someone else. This is the current version.";

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
) -> Result<(), Error> {
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
        edit.validate_all(&backend, now, matched, given_up).await
    });
    matched.await
}
