//! The way back from a task that was refused, or created in part: a draft with its leads and fixes, as they were submitted.
//!
//! Architecture invariant: whom the task calls, or might call, is called again only where a person says so. In a draft that follows
//! it those numbers count as called recently, however long ago that was ([`RecentWindow::follows`](crate::store::numbers::RecentWindow)).

use std::sync::Arc;

use jiff::Timestamp;
use leads::states::BatchState;
use leads::views::TaskForm;
use leads::{Action, LeadState, Mapping};
use sqlx::{PgConnection, Postgres, Transaction};
use tokio_util::sync::CancellationToken;

use super::draft_edit::{DraftEdit, Rule, Step};
use super::intake::{self, Matched};
use super::step_labels::StepKind;
use super::{ValidationRules, whole_list};
use crate::accounts::Account;
use crate::error::Error;
use crate::ids::{AccountId, DraftId, TaskId};
use crate::messages::follow_ups as messages;
use crate::store::drafts::DraftRecord;
use crate::store::follow_ups::{FollowedTask, Follows, NewFollowUp};
use crate::store::leads::{LeadRecord, Which};
use crate::{Backend, Caller, accounts, retention, robots, store};

/// Makes a draft with the settings, the leads and the fixes of a task, as they were submitted; its id, which is that of the earlier
/// one when the same button is pressed again. `without_refused` leaves out what AIRudder refused, as a step that can be undone.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, [`Error::Conflict`] where one of its batches may still be created, all of
/// its leads are called, or another task follows it already.
pub async fn follow_up(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    new_id: DraftId,
    without_refused: bool,
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    let account = accounts::of(backend, caller).await?;
    let robots = robots::known(backend, &account, now).await?.robots;
    let (backend, caller) = (backend.clone(), caller.clone());
    let made = whole_list::run(backend.clone(), |given_up| async move {
        let (mut transaction, followed) = followed(&backend, &account, now, task).await?;
        may_be_followed(&mut transaction, &followed).await?;
        let (name, form) = (&followed.name, &followed.form.0);
        let form = form_like(&mut transaction, &account, now, name, form).await?;
        let new = NewFollowUp {
            id: new_id,
            followed: &followed,
            follows: Follows::Uncalled,
            form: &form,
            created_by: caller.person,
        };
        if !store::follow_ups::insert_draft(&mut transaction, now, &new).await? {
            transaction.rollback().await?;
            let follows = |draft: &DraftRecord| draft.follows_task == Some(task);
            return made_before(&backend, account.id, new_id, follows).await;
        }
        let draft = lock_made(&mut transaction, account.id, new_id).await?;
        let rules = ValidationRules::of_draft(&backend, &account, &robots, now, &draft);
        let matched = Matched::as_it_stands(&draft)?;
        let source = followed.draft_id;
        let all = (source, None);
        intake::validate_leads_of(&mut transaction, all, &rules, matched, given_up.clone()).await?;
        store::follow_ups::copy_refusals(&mut transaction, new_id, &followed).await?;
        let draft = lock_made(&mut transaction, account.id, new_id).await?;
        let leads = draft.tally().all();
        let mut edit = DraftEdit::of_locked(transaction, caller.person, draft, rules)?;
        if without_refused {
            leave_out_refused(&mut edit, &caller, now, &given_up).await?;
        }
        edit.finish(now).await?;
        whole_list::schedule_analyze(&backend, now, leads);
        Ok(())
    });
    made.await
}

/// Refuses where a batch of the task may still be created, all are, or another task follows it already.
async fn may_be_followed(
    connection: &mut PgConnection,
    followed: &FollowedTask,
) -> Result<(), Error> {
    let mut states = Vec::new();
    for batch in store::batches::of_task(connection, followed.id).await? {
        states.push(batch.state()?);
    }
    if states.iter().any(|state| state.is_undecided()) {
        return Err(Error::Conflict(messages::undecided()));
    }
    if followed.is_followed {
        return Err(Error::Conflict(messages::followed_already()));
    }
    let calls = |state: &BatchState| state.calls();
    if states.iter().all(calls) {
        return Err(Error::Conflict(messages::all_created()));
    }
    Ok(())
}

/// The task that a draft is to follow, whose leads are still kept, in the transaction in which the draft is made.
pub(super) async fn followed(
    backend: &Backend,
    account: &Account,
    now: Timestamp,
    task: TaskId,
) -> Result<(Transaction<'static, Postgres>, FollowedTask), Error> {
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    let followed = store::follow_ups::task(&mut transaction, account.id, task).await?;
    let followed = followed.ok_or(Error::NotFound)?;
    retention::expect_kept(&mut transaction, account, now, task).await?;
    Ok((transaction, followed))
}

/// The form of a task that goes on with another one: with a number behind its name, and other hours where those have begun.
pub(super) async fn form_like(
    connection: &mut PgConnection,
    account: &Account,
    now: Timestamp,
    name: &str,
    form: &TaskForm,
) -> Result<TaskForm, Error> {
    let names = store::forms::names(connection, account.id).await?;
    let is_taken = |name: &str| names.iter().any(|taken| taken == name);
    Ok(TaskForm {
        name: leads::follow_up_name(name, is_taken),
        ..leads::when_of_follow_up(form, now, account.zone())
    })
}

/// The draft that was just made, as it stands.
pub(super) async fn lock_made(
    connection: &mut PgConnection,
    account: AccountId,
    id: DraftId,
) -> Result<DraftRecord, Error> {
    let draft = store::drafts::lock(connection, account, id).await?;
    draft.ok_or(Error::Inconsistent("a draft is gone that was just made"))
}

/// The button was pressed twice: the draft is there, and follows what it was to follow.
pub(super) async fn made_before(
    backend: &Backend,
    account: AccountId,
    id: DraftId,
    follows: impl Fn(&DraftRecord) -> bool,
) -> Result<(), Error> {
    let draft = store::drafts::by_id(&backend.pool, account, id).await?;
    match draft.filter(follows) {
        Some(_) => Ok(()),
        None => Err(Error::NotFound),
    }
}

/// Leaves out what AIRudder refused, as one step of the person's.
async fn leave_out_refused(
    edit: &mut DraftEdit,
    caller: &Caller,
    now: Timestamp,
    given_up: &CancellationToken,
) -> Result<(), Error> {
    let refused = store::follow_ups::refused_rows(&mut edit.transaction, edit.draft.id).await?;
    let what = StepKind::LeaveOutRefused(refused.len());
    let step = Step {
        caller,
        now,
        what: &what,
    };
    let rule: Rule = Arc::new(|lead: &LeadRecord, _: &Mapping| {
        Some(LeadState {
            left_out: true,
            ..lead.row.state()
        })
    });
    let which = Which::Rows(refused);
    edit.rewrite(&which, &rule, Some(&step), given_up).await?;
    Ok(())
}
