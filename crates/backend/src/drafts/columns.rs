//! Matching the columns of a draft anew.

use jiff::Timestamp;
use leads::{Field, Mapping};
use uuid::Uuid;

use super::intake::{self, Judging};
use super::still_open;
use crate::error::Error;
use crate::{Backend, Caller, accounts, store};

/// What to say where a draft changed in another tab meanwhile.
pub(crate) const CHANGED_MEANWHILE: &str =
    "The draft was changed in another tab or by somebody else. This is how it stands now.";

/// Matches columns to fields as chosen, and judges every lead by it.
///
/// # Errors
/// [`Error::Faults`] where a column fills two fields or none is the mobile, [`Error::Conflict`] where the draft is no longer at
/// `version`.
pub async fn match_columns(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    version: i64,
    choices: &[(Field, Option<usize>)],
) -> Result<(), Error> {
    let account = accounts::of(backend, caller).await?;
    let mut transaction = backend.pool.begin().await?;
    let draft = store::drafts::lock(&mut transaction, account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    still_open(&draft)?;
    if draft.version != version {
        return Err(Error::Conflict(CHANGED_MEANWHILE.to_owned()));
    }
    let headers = draft.headers.ok_or(Error::NotFound)?;
    let mapping = Mapping::parse(choices, headers.len()).map_err(Error::Faults)?;
    let judging = Judging {
        draft: id,
        country: account.settings.country,
        platform: draft.form.0.platform.trim().to_owned(),
        // Only guessing columns asks for them.
        variables: Vec::new(),
    };
    intake::judge_with(&mut transaction, &judging, headers, mapping).await?;
    store::drafts::touch(&mut transaction, now, id).await?;
    transaction.commit().await?;
    Ok(())
}
