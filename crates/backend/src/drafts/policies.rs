//! What becomes of leads with the same number, and of those whose numbers were submitted recently.

use jiff::Timestamp;
use leads::{Action, DuplicatePolicy};
use sqlx::PgConnection;

use super::draft_edit::DraftEdit;
use super::validation::{ValidationRules, resolve_stored_duplicates};
use super::whole_list;
use crate::error::Error;
use crate::ids::DraftId;
use crate::store::drafts::DraftRecord;
use crate::{Backend, Caller, store};

/// What was chosen for leads with the same number, and for numbers that were submitted recently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyChoice {
    /// Which of several leads with the same number is sent.
    pub keep: DuplicatePolicy,
    /// Whether numbers that were submitted recently are left out. It says nothing where the account has no such rule.
    pub leave_out_recent: bool,
}

impl PolicyChoice {
    /// The choice for that draft. An account without a cooldown is not asked about recent numbers, and so decides nothing about them:
    /// once it has one, they are left out as in every new draft.
    fn of_draft(self, caller: &Caller, draft: &DraftRecord) -> PolicyChoice {
        let is_asked = caller.account.settings.cooldown_days > 0;
        PolicyChoice {
            leave_out_recent: if is_asked {
                self.leave_out_recent
            } else {
                draft.leave_out_recent
            },
            ..self
        }
    }
}

/// Decides as chosen where that is not decided yet, in a draft that is still at `version`: whether it was another choice. The
/// draft is one version later then. Of a draft that was submitted nothing is decided.
///
/// # Errors
/// [`Error::NotFound`] where there is no such draft, [`Error::Conflict`] where it has changed.
pub async fn apply_policies(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    (id, version): (DraftId, i64),
    choice: PolicyChoice,
) -> Result<bool, Error> {
    caller.must(Action::Prepare)?;
    let Some(draft) = super::launch::seen(backend, caller, id, version).await? else {
        return Ok(false);
    };
    let choice = choice.of_draft(caller, &draft);
    let is_same = draft.keep() == choice.keep && draft.leave_out_recent == choice.leave_out_recent;
    if !is_same {
        decide(backend, caller, now, (id, Some(version)), choice).await?;
    }
    Ok(!is_same)
}

/// Decides which of several leads with the same number is sent, and whether numbers that were submitted recently are left
/// out.
///
/// # Errors
/// [`Error::NotFound`] where there is no such draft, [`Error::Conflict`] where it was submitted.
pub async fn set_policies(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    keep: DuplicatePolicy,
    leave_out_recent: bool,
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    let choice = PolicyChoice {
        keep,
        leave_out_recent,
    };
    decide(backend, caller, now, (id, None), choice).await
}

/// Decides in the draft, which is still at that version where one is given.
async fn decide(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    (id, version): (DraftId, Option<i64>),
    choice: PolicyChoice,
) -> Result<(), Error> {
    let (backend, caller) = (backend.clone(), caller.clone());
    let decided = whole_list::run(backend.clone(), |_| async move {
        let mut edit = match version {
            Some(version) => DraftEdit::open_whole_at(&backend, &caller, now, id, version).await?,
            None => DraftEdit::open_whole(&backend, &caller, now, id).await?,
        };
        let PolicyChoice {
            keep,
            leave_out_recent,
        } = choice.of_draft(&caller, &edit.draft);
        let transaction = &mut edit.transaction;
        store::drafts::update_policies(transaction, id, keep, leave_out_recent).await?;
        edit.validation.keep = keep;
        edit.validation.leave_out_recent = leave_out_recent;
        resolve_all_duplicates(transaction, &edit.validation, &edit.draft, None).await?;
        edit.commit(now).await
    });
    decided.await
}

/// Leaves out what another task has submitted since the leads were validated: how many leads that are. Call it before
/// anything is checked or sent.
pub async fn exclude_recent_numbers(
    connection: &mut PgConnection,
    validation: &ValidationRules,
    draft: &DraftRecord,
    now: Timestamp,
) -> Result<usize, Error> {
    if !validation.leave_out_recent {
        return Ok(0);
    }
    let recent =
        store::numbers::newly_recent(connection, validation.recent_window, draft.id).await?;
    if recent.is_empty() {
        return Ok(0);
    }
    let tasks = recent.iter().map(|lead| (lead.number, lead.task)).collect();
    store::numbers::set_recent(connection, draft.id, &tasks).await?;
    let numbers: Vec<i64> = recent.iter().map(|lead| lead.number).collect();
    resolve_all_duplicates(connection, validation, draft, Some(&numbers)).await?;
    store::contributors::count_change_by_rule(connection, now, draft.id).await?;
    Ok(recent.len())
}

/// Frees leads whose numbers are in no recent task any more: the days have passed, or the task calls nobody. How many numbers that are.
/// Call it before anything is checked.
pub async fn free_numbers(
    connection: &mut PgConnection,
    validation: &ValidationRules,
    draft: &DraftRecord,
    now: Timestamp,
) -> Result<usize, Error> {
    let window = validation.recent_window;
    let numbers = store::numbers::free(connection, window, draft.id).await?;
    if numbers.is_empty() {
        return Ok(0);
    }
    resolve_all_duplicates(connection, validation, draft, Some(&numbers)).await?;
    store::contributors::count_change_by_rule(connection, now, draft.id).await?;
    Ok(numbers.len())
}

/// Decides anew about leads with those numbers, or with any, and writes what they count up to.
pub async fn resolve_all_duplicates(
    connection: &mut PgConnection,
    validation: &ValidationRules,
    draft: &DraftRecord,
    numbers: Option<&[i64]>,
) -> Result<(), Error> {
    let (mut tally, mut problems) = (draft.tally(), draft.problem_counts.0.clone());
    resolve_stored_duplicates(connection, validation, numbers, (&mut tally, &mut problems)).await?;
    store::drafts::update_counts(connection, draft.id, tally, &problems).await?;
    Ok(())
}
