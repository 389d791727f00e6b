//! Submitting a draft: one transaction that writes the task and its batches. The worker does the rest.

use jiff::Timestamp;
use leads::Action;

use crate::confirmation::Purpose;
use crate::drafts::{
    CHANGED_MEANWHILE, Readiness, ValidationRules, exclude_recent_numbers, validate_form,
};
use crate::error::Error;
use crate::events::{Event, Submitted};
use crate::ids::{CheckId, DraftId, TaskId};
use crate::store::checks::CheckRecord;
use crate::store::drafts::DraftRecord;
use crate::store::events::{self, NewEvent};
use crate::store::tasks::NewTask;
use crate::{Backend, Caller, accounts, robots, store};

/// What a person submits.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The draft.
    pub draft: DraftId,
    /// The version that the person saw.
    pub version: i64,
    /// The form's key: the same key again shows the same task.
    pub form_key: CheckId,
    /// Whether the person chose to go on without the leads that AIRudder refused.
    pub without_refused: bool,
    /// Whether the person chose to have people called at night all the same.
    pub at_night: bool,
    /// The id of the task to be.
    pub id: TaskId,
}

/// Makes a task of a draft that was checked; the id of the task, which is the earlier one when the same form comes again.
///
/// # Errors
/// [`Error::Conflict`] where the draft is not as it was checked, or leads were refused and the person has not chosen to go on
/// without them, or people would be called at night and the person has not said that they are all the same; the sentence says
/// what to do.
pub async fn submit(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    submission: &Submission,
) -> Result<TaskId, Error> {
    caller.must(Action::Launch)?;
    caller.must_have_confirmed(Purpose::Launch, now)?;
    let account = accounts::of(backend, caller).await?;
    let robots = robots::known(backend, &account, now).await?.robots;
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    store::follow_ups::lock_followed(&mut transaction, account.id, submission.draft).await?;
    // Two drafts with the same numbers, submitted at once: the second must see the numbers of the first.
    store::accounts::lock(&mut transaction, account.id).await?;
    let draft = store::drafts::lock(&mut transaction, account.id, submission.draft)
        .await?
        .ok_or(Error::NotFound)?;
    let key = submission.form_key;
    if let Some(task) = store::tasks::by_form_key(&mut transaction, draft.id, key).await? {
        return Ok(task);
    }
    crate::drafts::still_open(&draft)?;
    let settings = validate_form(&account, &robots, now, &draft.form.0);
    let check = store::checks::last_of(&mut transaction, draft.id).await?;
    let refused = match &check {
        Some(check) => store::checks::count_refused(&mut transaction, check.id).await?,
        None => 0,
    };
    let readiness = Readiness {
        draft: &draft,
        settings: &settings,
        check: check.as_ref(),
        refused,
        account: &account,
        sandbox: backend.sandbox,
        now,
    };
    may_submit(&readiness, submission)?;
    let at_night = readiness.night_warning().is_some();
    let validation = ValidationRules::of_draft(&account, backend.sandbox, &robots, now, &draft);
    let recent = exclude_recent_numbers(&mut transaction, &validation, &draft, now).await?;
    if recent > 0 {
        transaction.commit().await?;
        return Err(Error::Conflict(submitted_meanwhile(recent)));
    }
    let check = check.ok_or(Error::Inconsistent("a draft without a blocker has a check"))?;
    write_task(&mut transaction, caller, now, submission, &draft, &check).await?;
    let submitted = Event::Submitted(Submitted {
        leads: check.lead_count.into(),
        refused: refused.into(),
        without_refused: submission.without_refused,
        at_night,
        is_test: false,
    });
    let event = NewEvent::of(caller, now, submitted)
        .draft(draft.id)
        .task(submission.id);
    events::insert(&mut transaction, &event).await?;
    transaction.commit().await?;
    backend.wake_worker();
    Ok(submission.id)
}

/// What to say where another task took leads away between the check and the submission.
fn submitted_meanwhile(leads: usize) -> String {
    let one = leads == 1;
    let (were, are) = if one {
        ("was", "it is")
    } else {
        ("were", "they are")
    };
    let leads = leads::numbers::count_with_noun(leads as u64, "lead", "leads");
    format!("{leads} {were} left out: {are} in a task submitted after the check. Check again.")
}

fn may_submit(readiness: &Readiness<'_>, submission: &Submission) -> Result<(), Error> {
    if readiness.draft.version != submission.version {
        return Err(Error::Conflict(CHANGED_MEANWHILE.to_owned()));
    }
    if let Some(blocker) = readiness.submit_blocker() {
        return Err(Error::Conflict(blocker));
    }
    if readiness
        .check
        .is_none_or(|check| check.id != submission.form_key)
    {
        return Err(Error::Conflict(
            "The draft was checked again. Review the new result, then submit.".to_owned(),
        ));
    }
    if readiness.refused > 0 && !submission.without_refused {
        return Err(Error::Conflict(format!(
            "AIRudder refused {}. Submit without them on the launch page, or fix them and check again.",
            leads::numbers::count_with_noun(readiness.refused, "lead", "leads"),
        )));
    }
    // By the clock at this moment: the page may have been drawn by day.
    if let Some(warning) = readiness.night_warning()
        && !submission.at_night
    {
        return Err(Error::Conflict(format!(
            "{warning} Nothing was submitted. Tick “{}” and submit again, or change when to call.",
            leads::views::CALL_AT_NIGHT
        )));
    }
    Ok(())
}

async fn write_task(
    transaction: &mut sqlx::Transaction<'_, sqlx::Postgres>,
    caller: &Caller,
    now: Timestamp,
    submission: &Submission,
    draft: &DraftRecord,
    check: &CheckRecord,
) -> Result<(), Error> {
    let (Some(file_name), Some(file_digest)) = (&draft.file_name, &draft.file_digest) else {
        return Err(Error::Inconsistent("a checked draft has a file"));
    };
    let task = NewTask {
        id: submission.id,
        account: caller.account.id,
        draft: draft.id,
        check: check.id,
        form_key: submission.form_key,
        settings: &check.settings.0,
        submitted_by: caller.person,
        file_name,
        file_digest,
        leads: check.lead_count,
        without_refused: submission.without_refused,
        sandbox: check.sandbox,
        is_test: false,
        tested_draft: None,
    };
    store::tasks::insert(transaction, now, &task).await?;
    let batches = store::checks::batches(transaction, check.id).await?.len() as u64;
    let apart = check.settings.0.minutes_between_sending();
    let made =
        store::batches::insert_from_check(transaction, now, submission.id, check.id, apart).await?;
    if made != batches {
        return Err(Error::Inconsistent("a batch was not checked"));
    }
    store::numbers::insert_of_task(transaction, submission.id, draft.id).await?;
    if let Some(followed) = draft.follows_task {
        let (task, by) = (submission.id, caller.person);
        store::follow_ups::mark_followed(transaction, followed, task, by, now).await?;
    }
    let submitted = store::drafts::submitted(transaction, draft.id, submission.id).await?;
    store::one_row(&submitted, "a draft was submitted while it was locked")
}
