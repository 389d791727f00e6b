//! Calling people of a task again because of what came of their calls: whom that would be, and the draft with them.
//!
//! Architecture invariant: of two drafts with the same people only one calls them. What a task that was not known when the draft was made
//! calls counts as called recently, whatever the cooldown ([`RecentWindow`](crate::store::numbers::RecentWindow)).

use std::collections::BTreeMap;

use jiff::Timestamp;
use leads::Action;
use leads::results::classify::CallGroup;
use leads::views::{CallFollowUpView, FollowUpGroup, TaskForm};
use sqlx::PgConnection;

use super::draft_edit::DraftEdit;
use super::follow_up::{followed, form_like, lock_made, made_before};
use super::form::Known;
use super::intake::{self, Matched};
use super::{ValidationRules, whole_list};
use crate::accounts::Account;
use crate::error::Error;
use crate::ids::{AccountId, DraftId, TaskId};
use crate::messages::follow_ups as words;
use crate::store::call_follow_ups;
use crate::store::drafts::DraftRecord;
use crate::store::follow_ups::{self, FollowedTask, Follows, NewFollowUp};
use crate::{Backend, Caller, accounts, retention, robots, store};

/// What a person chose for a follow-up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallFollowUp {
    /// The groups of calls whose people are called again.
    pub groups: Vec<CallGroup>,
    /// The robot; that of the task where none is named.
    pub robot: String,
    /// The name; one like that of the task where there is none.
    pub name: String,
    /// Whether they are called although the cooldown of the account leaves out who was called in it.
    pub within_cooldown: bool,
}

/// Whom a follow-up of a task can call again, and whom it leaves out all the same.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task. A test has no calls to follow.
pub async fn call_follow_up_view(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
) -> Result<CallFollowUpView, Error> {
    caller.must(Action::Prepare)?;
    let account = &*caller.account;
    let known = Known::read(backend, caller, now, Some(task)).await?;
    let form = known.record.like.as_ref().ok_or(Error::NotFound)?;
    let of = (account.id, task);
    let counts = call_follow_ups::counts(&backend.pool, of, &CallGroup::ALL).await?;
    if counts.is_empty() {
        let mut connection = backend.pool.acquire().await?;
        retention::expect_kept(&mut connection, account, now, task).await?;
    }
    let mut groups: BTreeMap<CallGroup, FollowUpGroup> = BTreeMap::new();
    for count in &counts {
        let (group, calls) = (count.group()?, store::count(count.calls)?);
        let of_group = groups
            .entry(group)
            .or_insert_with(|| FollowUpGroup::of(group));
        of_group.calls += calls;
        of_group
            .left_out
            .extend(count.why().map(|why| (why, calls)));
    }
    Ok(CallFollowUpView {
        task: task.to_string(),
        name: form.name.clone(),
        suggested_name: leads::follow_up_name(&form.name, |name| known.record.is_taken(name)),
        robot: form.robot.clone(),
        robots: known
            .robots
            .iter()
            .map(|robot| (robot.id.clone(), robot.name.clone()))
            .collect(),
        cooldown_days: account.settings.cooldown_days,
        groups: groups.into_values().collect(),
    })
}

/// Makes a draft with those people of a task whose calls are of the chosen groups, with the columns, cells and fixes that were sent. The
/// same `new_id` again finds the draft of the first time.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, or it is a test; [`Error::Conflict`] where nobody is left to call.
pub async fn follow_calls(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    new_id: DraftId,
    chosen: CallFollowUp,
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    let account = accounts::of(backend, caller).await?;
    let robots = robots::known(backend, &account, now).await?.robots;
    let (backend, caller) = (backend.clone(), caller.clone());
    let made = whole_list::run(backend.clone(), |given_up| async move {
        let (mut transaction, followed) = followed(&backend, &account, now, task).await?;
        let follows = |draft: &DraftRecord| draft.follows_calls_of == Some(task);
        if store::drafts::by_id(&backend.pool, account.id, new_id)
            .await?
            .is_some()
        {
            return made_before(&backend, account.id, new_id, follows).await;
        }
        // Before anybody is chosen: a task that is submitted meanwhile is not known.
        let known = call_follow_ups::family(&mut transaction, task).await?;
        let rows = rows(&mut transaction, (account.id, task), &chosen.groups).await?;
        let form = form_of(&mut transaction, &account, now, &followed, &chosen).await?;
        let new = NewFollowUp {
            id: new_id,
            followed: &followed,
            follows: Follows::Calls {
                known: &known,
                within_cooldown: chosen.within_cooldown,
            },
            form: &form,
            created_by: caller.person,
        };
        if !follow_ups::insert_draft(&mut transaction, now, &new).await? {
            transaction.rollback().await?;
            return made_before(&backend, account.id, new_id, follows).await;
        }
        let draft = lock_made(&mut transaction, account.id, new_id).await?;
        let rules = ValidationRules::of_draft(&backend, &account, &robots, now, &draft);
        let source = followed.draft_id;
        let matched = Matched::as_it_stands(&draft)?;
        let list = (source, &draft);
        let matched = intake::matched_for_robot(&mut transaction, &rules, list, matched).await?;
        let chosen_rows = (source, Some(rows));
        intake::validate_leads_of(&mut transaction, chosen_rows, &rules, matched, given_up).await?;
        let draft = lock_made(&mut transaction, account.id, new_id).await?;
        let leads = draft.tally().all();
        DraftEdit::of_locked(transaction, caller.person, draft, rules)?
            .finish(now)
            .await?;
        whole_list::schedule_analyze(&backend, now, leads);
        Ok(())
    });
    made.await
}

/// The rows to call again.
async fn rows(
    connection: &mut PgConnection,
    of: (AccountId, TaskId),
    groups: &[CallGroup],
) -> Result<Vec<i32>, Error> {
    let mut groups = groups.to_vec();
    groups.retain(|group| group.may_be_called_again());
    if groups.is_empty() {
        return Err(Error::Conflict(words::nobody_chosen()));
    }
    let rows = call_follow_ups::rows(connection, of, &groups).await?;
    if rows.is_empty() {
        return Err(Error::Conflict(words::nobody_left()));
    }
    Ok(rows)
}

/// The form of the draft: like that of the task, with the robot and the name that were chosen.
async fn form_of(
    connection: &mut PgConnection,
    account: &Account,
    now: Timestamp,
    followed: &FollowedTask,
    chosen: &CallFollowUp,
) -> Result<TaskForm, Error> {
    let like = form_like(connection, account, now, &followed.name, &followed.form.0).await?;
    let or = |chosen: &str, like: String| match chosen.trim() {
        "" => like,
        chosen => chosen.to_owned(),
    };
    Ok(TaskForm {
        name: or(&chosen.name, like.name),
        robot: or(&chosen.robot, like.robot),
        ..like
    })
}
