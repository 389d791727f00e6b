//! Drafts that are thrown away: for a week they can be brought back, then they are deleted.

use jiff::{SignedDuration, Timestamp};
use leads::Action;
use leads::views::{DAYS_TO_RESTORE, DraftSummary};

use crate::error::Error;
use crate::events::{DraftDiscarded, Event};
use crate::ids::{DraftId, PersonId};
use crate::store::discarded::WasDraft;
use crate::store::drafts::DraftRecord;
use crate::store::events::{self, NewEvent};
use crate::store::reviews::Maker;
use crate::{Backend, Caller, messages, store};

/// An empty draft that nobody touched for so long is deleted.
const EMPTY_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Throws a draft away: from now on it is there for nobody, until it is [restored](restore). A second press changes nothing.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it was submitted; [`Error::Forbidden`] where it is another person's to discard.
pub async fn discard(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
) -> Result<DraftSummary, Error> {
    caller.must(Action::Prepare)?;
    let (account, person) = (caller.account.id, caller.person);
    let mut transaction = backend.pool.begin().await?;
    let was = store::discarded::discard(&mut transaction, account, id, person, now)
        .await?
        .ok_or(Error::NotFound)?;
    if was.created_by != person {
        caller.must(Action::DiscardDraftOfOthers)?;
    }
    if was.discarded_at.is_none() {
        let event = Event::DraftDiscarded(DraftDiscarded {
            leads: u64::from(was.leads),
        });
        events::insert(
            &mut transaction,
            &NewEvent::of(caller, now, event).draft(id),
        )
        .await?;
    }
    transaction.commit().await?;
    Ok(named(was))
}

/// Brings a draft back that anybody of the account has discarded within the last [`DAYS_TO_RESTORE`] days: its leads, fixes and check
/// are as they were. One that is open stays as it is.
///
/// # Errors
/// [`Error::NotFound`] when there is none, [`Error::Conflict`] when it was discarded before that, or submitted.
pub async fn restore(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
) -> Result<DraftSummary, Error> {
    caller.must(Action::Prepare)?;
    let account = caller.account.id;
    let mut transaction = backend.pool.begin().await?;
    let since = restored_since(now);
    let Some(was) = store::discarded::restore(&mut transaction, account, id, since).await? else {
        return match store::discarded::is_known(&mut transaction, account, id).await? {
            true => Err(Error::Conflict(messages::drafts::cannot_be_restored(
                DAYS_TO_RESTORE,
            ))),
            false => Err(Error::NotFound),
        };
    };
    if was.discarded_at.is_some() {
        store::contributors::insert(&mut transaction, now, id, caller.person).await?;
        let event = NewEvent::of(caller, now, Event::DraftRestored {}).draft(id);
        events::insert(&mut transaction, &event).await?;
    }
    transaction.commit().await?;
    Ok(named(was))
}

/// Deletes what nobody wants back: drafts that were discarded more than [`DAYS_TO_RESTORE`] days ago with their leads, and those that have
/// neither a list nor a name a day after they were touched last. One draft at a time, each in a transaction of its own, so that it can be
/// given up between any two of them. How many there were.
///
/// # Errors
/// When the database fails.
pub async fn delete_unwanted(backend: &Backend, now: Timestamp) -> Result<u32, Error> {
    let mut deleted = 0;
    while delete_one(backend, now).await? {
        deleted += 1;
    }
    Ok(deleted)
}

async fn delete_one(backend: &Backend, now: Timestamp) -> Result<bool, Error> {
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    let untouched_since = now.checked_sub(EMPTY_FOR).unwrap_or(Timestamp::MIN);
    let is_deleted = store::discarded::delete_next(&mut transaction, restored_since(now)).await?
        || store::discarded::delete_next_empty(&mut transaction, untouched_since).await?;
    transaction.commit().await?;
    Ok(is_deleted)
}

/// What was discarded after this moment can be restored.
pub(super) fn restored_since(now: Timestamp) -> Timestamp {
    let kept = SignedDuration::from_hours(24 * i64::from(DAYS_TO_RESTORE));
    now.checked_sub(kept).unwrap_or(Timestamp::MIN)
}

fn named(was: WasDraft) -> DraftSummary {
    DraftSummary {
        name: was.form.0.name,
        leads: was.leads,
        ..DraftSummary::default()
    }
}

/// What would be lost with a draft, for that reader.
pub(super) fn summary(
    draft: &DraftRecord,
    made_by: Maker,
    reader: PersonId,
    fixes: u32,
) -> DraftSummary {
    DraftSummary {
        id: draft.id.to_string(),
        by: made_by.name,
        is_own: made_by.id == reader,
        leads: draft.tally().all(),
        fixes,
        ..titled(draft)
    }
}

/// What a draft is called.
pub(super) fn titled(draft: &DraftRecord) -> DraftSummary {
    DraftSummary {
        name: draft.form.0.name.clone(),
        ..DraftSummary::default()
    }
}
