//! Matching the columns of a draft anew.

use jiff::Timestamp;
use leads::{Field, Mapping, SourceChoice};
use uuid::Uuid;

use super::mending::Mending;
use super::{intake, robot_variables};
use crate::error::Error;
use crate::{Backend, Caller, accounts, store};

/// What to say where a draft changed in another tab meanwhile.
pub(crate) const CHANGED_MEANWHILE: &str =
    "The draft was changed in another tab or by somebody else. This is how it stands now.";

/// Matches columns to fields as chosen, and judges every lead by it. The match is remembered for the next sheet with these
/// headers.
///
/// # Errors
/// [`Error::Faults`] where a choice cannot be followed, [`Error::Conflict`] where the draft is no longer at `version`.
pub async fn match_columns(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    version: i64,
    choices: &[(Field, SourceChoice)],
) -> Result<(), Error> {
    let account = accounts::of(backend, caller).await?;
    let robot = super::open_draft(backend, caller, id).await?.form.0.robot;
    let variables = robot_variables(backend, &account, now, &robot).await?;
    let mut mending = Mending::open(backend, caller, now, id).await?;
    if mending.draft.version != version {
        return Err(Error::Conflict(CHANGED_MEANWHILE.to_owned()));
    }
    let headers = mending.draft.headers.clone().ok_or(Error::NotFound)?;
    let mapping = Mapping::parse(choices, headers.len()).map_err(Error::Faults)?;
    let fingerprint = intake::fingerprint(&headers, &variables);
    let (transaction, judging) = (&mut mending.transaction, &mending.judging);
    store::matches::remember(transaction, now, account.id, &fingerprint, &mapping).await?;
    intake::judge_with(transaction, judging, headers, mapping, None).await?;
    mending.commit(now).await
}
