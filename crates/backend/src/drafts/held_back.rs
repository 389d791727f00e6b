//! Rows that are held back, and the word of a person that they are to be called.

use jiff::Timestamp;
use leads::{Action, HoldReason};

use super::draft_edit::DraftEdit;
use super::intake::Matched;
use super::whole_list;
use crate::error::Error;
use crate::ids::DraftId;
use crate::{Backend, Caller, store};

/// Decides whether the rows that are held back for that reason are called, and validates every lead anew.
///
/// # Errors
/// [`Error::NotFound`] where there is no such draft, [`Error::Conflict`] where it is no longer at `version` or was submitted.
pub async fn release(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    version: i64,
    reason: HoldReason,
    is_called: bool,
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    let (backend, caller) = (backend.clone(), caller.clone());
    let decided = whole_list::run(backend.clone(), |given_up| async move {
        let mut edit = DraftEdit::open_whole_at(&backend, &caller, now, id, version).await?;
        let released = &mut edit.validation.released;
        released.retain(|other| *other != reason);
        if is_called {
            released.push(reason);
        }
        store::drafts::update_released(&mut edit.transaction, id, released).await?;
        let matched = Matched::as_it_stands(&edit.draft)?;
        edit.validate_all(&backend, now, matched, given_up).await?;
        Ok(())
    });
    decided.await
}
