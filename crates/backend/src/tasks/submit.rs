//! Submitting a draft: one transaction that writes the task and its batches. The worker does the rest.

use jiff::Timestamp;
use leads::{Action, LaunchStep};

use super::approve::write_approval;
use super::confirm::{LaunchConfirmation, Locked, Opened, lock_confirmed};
use crate::calling_verdicts::StoredVerdict;
use crate::confirmation::Purpose;
use crate::drafts::reason_for;
use crate::error::Error;
use crate::events::{Event, Submitted};
use crate::ids::{PersonId, TaskId};
use crate::store::events::{self, NewEvent};
use crate::store::tasks::NewTask;
use crate::{Backend, Caller, messages, people, store};

/// What a person submits.
#[derive(Clone, Debug)]
pub struct Submission {
    /// What they confirm; the same form again shows the same task.
    pub confirmed: LaunchConfirmation,
    /// The id of the task to be.
    pub id: TaskId,
}

/// Makes a task of a draft that was checked; the id of the task, which is the earlier one when the same form comes again. Where the
/// account asks for a second person, a caller who is no contributor of the draft approves it by submitting.
///
/// # Errors
/// [`Error::Conflict`] where the draft is not as it was checked, or leads were refused and the person has not chosen to go on
/// without them, or people could be called outside of the calling rule and nobody gave a reason, or a second person has to
/// approve it first; the sentence says what to do.
pub async fn submit(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    submission: &Submission,
) -> Result<TaskId, Error> {
    caller.must(Action::Launch)?;
    caller.must_have_confirmed(Purpose::Launch, now)?;
    let mut locked = match lock_confirmed(backend, caller, now, &submission.confirmed).await? {
        Opened::Submitted(task) => return Ok(task),
        Opened::Locked(locked) => *locked,
    };
    let approved_by = approved_by(&mut locked, caller, now, submission.id).await?;
    write_task(&mut locked, caller, now, submission, approved_by).await?;
    let submitted = Event::Submitted(Submitted {
        leads: locked.check.lead_count.into(),
        refused: locked.refused.into(),
        without_refused: submission.confirmed.without_refused,
        at_night: false,
        outside_rule: reason_for(&locked.draft, &locked.verdict)
            .map(|_| locked.verdict.rule_set.id),
        is_test: false,
        approved: approved_by.is_some(),
    });
    let event = NewEvent::of(caller, now, submitted)
        .draft(locked.draft.id)
        .task(submission.id);
    events::insert(&mut locked.transaction, &event).await?;
    people::expect_still_there(&mut locked.transaction, caller).await?;
    locked.transaction.commit().await?;
    backend.wake_worker();
    Ok(submission.id)
}

/// Who approves what is submitted: somebody did before, or the caller does now. `None` where nobody has to.
async fn approved_by(
    locked: &mut Locked,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
) -> Result<Option<PersonId>, Error> {
    let Some((approving, digest)) = &locked.approving else {
        return Ok(None);
    };
    if let Some(approval) = approving.holding(digest) {
        return Ok(Some(approval.by));
    }
    match approving.step(caller.person, digest) {
        LaunchStep::AskForApproval => Err(Error::Conflict(messages::launches::ask_somebody_else())),
        LaunchStep::Launch | LaunchStep::Approve => {
            write_approval(locked, caller, now, Some(task)).await?;
            Ok(Some(caller.person))
        }
    }
}

async fn write_task(
    locked: &mut Locked,
    caller: &Caller,
    now: Timestamp,
    submission: &Submission,
    approved_by: Option<PersonId>,
) -> Result<(), Error> {
    let Locked {
        transaction,
        draft,
        check,
        verdict,
        spans,
        ..
    } = locked;
    let (Some(file_name), Some(file_digest)) = (&draft.file_name, &draft.file_digest) else {
        return Err(Error::Inconsistent("a checked draft has a file"));
    };
    let task = NewTask {
        id: submission.id,
        account: caller.account.id,
        draft: draft.id,
        check: check.id,
        form_key: submission.confirmed.form_key,
        settings: &check.settings.0,
        submitted_by: caller.person,
        approved_by,
        file_name,
        file_digest,
        leads: check.lead_count,
        without_refused: submission.confirmed.without_refused,
        sandbox: check.sandbox,
        is_test: false,
        tested_draft: None,
    };
    store::tasks::insert(transaction, now, &task).await?;
    let reason = reason_for(draft, verdict);
    let verdict = StoredVerdict::of_submission(verdict, reason, spans, approved_by);
    store::verdicts::insert(transaction, now, submission.id, &verdict).await?;
    let batches = store::checks::batches(transaction, check.id).await?.len() as u64;
    let apart = check.settings.0.timing().minutes_between_sending();
    let made =
        store::batches::insert_from_check(transaction, now, submission.id, check.id, apart).await?;
    if made != batches {
        return Err(Error::Inconsistent("a batch was not checked"));
    }
    store::numbers::insert_of_task(transaction, submission.id, draft.id).await?;
    let (task, account) = (submission.id, caller.account.id);
    store::proof::note_applied_lists(transaction, task, draft.id, account).await?;
    if let Some(followed) = draft.follows_task {
        let (task, by) = (submission.id, caller.person);
        store::follow_ups::mark_followed(transaction, followed, task, by, now).await?;
    }
    let submitted = store::drafts::submitted(transaction, draft.id, submission.id).await?;
    store::one_row(&submitted, "a draft was submitted while it was locked")
}
