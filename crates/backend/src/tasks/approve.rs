//! Approving what goes out, as somebody who had no hand in it.

use jiff::Timestamp;
use leads::Action;

use super::confirm::{LaunchConfirmation, Locked, Opened, lock_confirmed};
use crate::confirmation::Purpose;
use crate::drafts::needs_second_person;
use crate::error::Error;
use crate::events::{Approved, Event};
use crate::ids::TaskId;
use crate::messages::launches as messages;
use crate::store::approvals::NewApproval;
use crate::store::events::{self, NewEvent};
use crate::{Backend, Caller, people, store};

/// Approves a draft as its launch page has shown it, and has nobody called: until anything of it changes, whoever may launch can. A second
/// press changes nothing.
///
/// # Errors
/// [`Error::Conflict`] where the draft cannot be submitted as it was shown, the caller had a hand in it, or the account asks for no second
/// person; the sentence says what to do.
pub async fn approve(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    confirmed: &LaunchConfirmation,
) -> Result<(), Error> {
    caller.must(Action::Launch)?;
    caller.must_have_confirmed(Purpose::Launch, now)?;
    let mut locked = match lock_confirmed(backend, caller, now, confirmed).await? {
        Opened::Submitted(_) => {
            return Err(Error::Conflict(messages::submitted_before_approval()));
        }
        Opened::Locked(locked) => *locked,
    };
    let Some((approving, _)) = &locked.approving else {
        return Err(Error::Conflict(messages::no_second_person_asked()));
    };
    if approving.contributed(caller.person) {
        return Err(Error::Conflict(messages::ask_somebody_else()));
    }
    write_approval(&mut locked, caller, now, None).await?;
    people::expect_still_there(&mut locked.transaction, caller).await?;
    locked.transaction.commit().await?;
    Ok(())
}

/// Writes that the caller approves what goes out, where the account asks for it; `task` is what it becomes in the same transaction.
///
/// # Errors
/// [`Error::Forbidden`] where their role does not allow it any more.
pub(super) async fn write_approval(
    locked: &mut Locked,
    caller: &Caller,
    now: Timestamp,
    task: Option<TaskId>,
) -> Result<(), Error> {
    let Some((_, digest)) = locked.approving else {
        return Ok(());
    };
    let (account, draft, check) = (caller.account.id, locked.draft.id, locked.check.id);
    let rule_asks = needs_second_person(&locked.verdict);
    let approval = NewApproval {
        draft,
        check,
        digest: digest.as_bytes(),
        by: caller.person,
    };
    let is_new = store::approvals::insert(&mut locked.transaction, now, &approval).await?;
    // Looked at as any other: they may have lost their role since the request began, also who has approved the same before.
    let transaction = &mut locked.transaction;
    let approving =
        store::approvals::approving(transaction, account, draft, check, rule_asks).await?;
    if approving.is_none_or(|approving| approving.holding(&digest).is_none()) {
        return Err(Error::Forbidden(Action::Launch.refusal()));
    }
    if !is_new {
        return Ok(());
    }
    let approved = Event::Approved(Approved {
        leads: locked
            .check
            .lead_count
            .saturating_sub(locked.refused)
            .into(),
        sha256: digest.digits(),
    });
    let mut event = NewEvent::of(caller, now, approved).draft(draft);
    event.task = task;
    Ok(events::insert(&mut locked.transaction, &event).await?)
}
