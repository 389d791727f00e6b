//! How long what names people is kept: chosen by an administrator, carried out by the worker of each account, a bounded number of rows at a
//! time, so that nobody waits for it.
//!
//! Architecture invariant: figures stay. What is counted of a task (`call_counts`, `call_sums`, its batches, its events) is never read from
//! its leads or calls again once those are deleted: whatever would do so asks `expect_kept` first.

mod minimise;

use jiff::{SignedDuration, Timestamp};
use leads::views::{RetentionForm, TaskRetention};
use leads::{Action, Retention, end_of_retention};
use localization::Message;
use sqlx::{Acquire, PgConnection};

use crate::accounts::{self, Account};
use crate::audit::{AuditAction, AuditEntry, changed_fields};
use crate::confirmation::Purpose;
use crate::error::Error;
use crate::events::{Event, LeadsDeleted};
use crate::ids::{AccountId, TaskId};
use crate::messages::deleted_leads;
use crate::store::events::{self, NewEvent};
use crate::store::retention::{self as stored, Stage, TaskToLookAt};
use crate::store::{self, audit};
use crate::{Backend, Caller, people};

/// Rows that are deleted in one transaction: some ten milliseconds.
const ROWS_AT_ONCE: i64 = 2_000;

/// A task that is not over yet, or whose numbers are still needed, is looked at again so much later.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_hours(6);

/// What the account has chosen, as a form; empty where nobody has chosen yet.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn form(backend: &Backend, caller: &Caller) -> Result<RetentionForm, Error> {
    caller.must(Action::Administer)?;
    let mut connection = backend.pool.acquire().await?;
    let chosen = of_account(&mut connection, caller.account.id).await?;
    Ok(leads::retention_form(chosen))
}

async fn of_account(
    connection: &mut PgConnection,
    account: AccountId,
) -> Result<Option<Retention>, Error> {
    let row = stored::of_account(connection, account).await?;
    Ok(row.ok_or(Error::NotFound)?.chosen()?)
}

/// Writes what was chosen at the set-up for the account that the backend works for, where nobody has chosen yet.
pub(crate) async fn choose_first(
    backend: &Backend,
    now: Timestamp,
    retention: &Retention,
) -> Result<(), Error> {
    let Some(account) = backend.account else {
        return Ok(());
    };
    let mut transaction = backend.pool.begin().await?;
    if of_account(&mut transaction, account).await?.is_none() {
        stored::choose(&mut transaction, now, account, retention).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// Saves the choice. What is over by it is deleted within minutes.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::Problems`] for what has to be fixed.
pub async fn save(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    form: &RetentionForm,
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let retention = leads::parse_retention_form(form).map_err(Error::Problems)?;
    let account = caller.account.id;
    let mut transaction = backend.pool.begin().await?;
    store::accounts::lock(&mut transaction, account).await?;
    let before = leads::retention_form(of_account(&mut transaction, account).await?);
    stored::choose(&mut transaction, now, account, &retention).await?;
    let event = NewEvent::of(caller, now, Event::SettingsSaved {});
    events::insert(&mut transaction, &event).await?;
    let changes = changed_fields(&before, &leads::retention_form(Some(retention)))?;
    let changed = AuditEntry::of(caller, now, AuditAction::SettingsChanged { changes });
    audit::insert(&mut *transaction, &changed).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    backend.wake_worker();
    Ok(())
}

/// For how long a task keeps its leads, for its page.
pub(crate) fn of_task(
    shown: &stored::ShownRetention,
    account: &Account,
    now: Timestamp,
) -> TaskRetention {
    if let Some(at) = shown.deleted_at {
        let at = leads::moment(at, now, account.zone());
        return TaskRetention::Deleted { at };
    }
    let Some(days) = shown.days else {
        return TaskRetention::NotChosen;
    };
    match end_of_retention(shown.last, days, account.zone()) {
        Some(end) if !shown.is_open => TaskRetention::Until {
            day: leads::day(end, now, account.zone()),
            days,
        },
        _ => TaskRetention::AfterLastCall { days },
    }
}

/// Refuses where the leads of a task were deleted, or are being deleted; they stay until the transaction ends.
///
/// # Errors
/// [`Error::Conflict`] with the day on which they were deleted.
pub(crate) async fn expect_kept(
    connection: &mut PgConnection,
    account: &Account,
    now: Timestamp,
    task: TaskId,
) -> Result<(), Error> {
    match stored::deleted_at(connection, task).await? {
        None => Ok(()),
        Some(at) => Err(Error::Conflict(gone(at, account, now))),
    }
}

/// That the leads of a task were deleted, and when; `None` where they were not.
pub(crate) async fn deleted(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
) -> Result<Option<Message>, Error> {
    let mut connection = backend.pool.acquire().await?;
    let at = stored::deleted_at(&mut connection, task).await?;
    Ok(at.map(|at| gone(at, &caller.account, now)))
}

/// What is said where the leads of a task are asked for that were deleted.
pub(crate) fn gone(deleted: Timestamp, account: &Account, now: Timestamp) -> Message {
    deleted_leads::deleted(leads::day(deleted, now, account.zone()))
}

/// Whether there is anything to do for the account that the backend works for.
///
/// # Errors
/// When the database fails.
pub(crate) async fn is_due(backend: &Backend, now: Timestamp) -> Result<bool, Error> {
    match backend.account {
        Some(account) => Ok(stored::is_due(&backend.pool, account, now).await?),
        None => Ok(false),
    }
}

/// Does all that is due by that clock; how many steps it took. The worker does a step at a time.
///
/// # Errors
/// When the database fails.
pub async fn work(backend: &Backend, now: Timestamp) -> Result<u64, Error> {
    let mut steps = 0;
    while step(backend, now).await? {
        steps += 1;
    }
    Ok(steps)
}

/// Does one bounded step of what is due; whether there was any.
pub(crate) async fn step(backend: &Backend, now: Timestamp) -> Result<bool, Error> {
    let Some(account) = backend.account else {
        return Ok(false);
    };
    if minimise::step(backend, now).await? {
        return Ok(true);
    }
    let mut connection = backend.pool.acquire().await?;
    if erase_ended_calls(&mut connection).await? {
        return Ok(true);
    }
    let Some(row) = stored::of_account(&mut connection, account).await? else {
        return Ok(false);
    };
    let Some(retention) = row.chosen()? else {
        return Ok(false);
    };
    let account = accounts::by_id(backend, account).await?;
    let work = Work {
        account,
        retention,
        now,
    };
    Ok(work.task(&mut connection).await? || work.drafts(&mut connection).await?)
}

/// Erases numbers that were only needed until the provider had told the last of their calls; whether there were any.
async fn erase_ended_calls(connection: &mut PgConnection) -> Result<bool, Error> {
    let mut transaction = connection.begin().await?;
    let erased = store::erasures::erase_ended_calls(&mut transaction).await?;
    transaction.commit().await?;
    Ok(erased > 0)
}

struct Work {
    account: Account,
    retention: Retention,
    now: Timestamp,
}

impl Work {
    /// Looks at the next task, or deletes more of one; whether there was any.
    async fn task(&self, connection: &mut PgConnection) -> Result<bool, Error> {
        let mut transaction = connection.begin().await?;
        let Some(task) = stored::next_task(&mut transaction, self.account.id, self.now).await?
        else {
            return Ok(false);
        };
        self.step(&mut transaction, &task).await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn step(&self, connection: &mut PgConnection, task: &TaskToLookAt) -> Result<(), Error> {
        let (id, draft) = (task.task_id, task.draft_id);
        let (stage, moment) = match task.stage()? {
            Stage::Kept => self.looked_at(task),
            Stage::Leads => {
                if stored::delete_leads(connection, id, draft, ROWS_AT_ONCE).await? > 0
                    || stored::delete_calls(connection, id, ROWS_AT_ONCE).await? > 0
                {
                    return Ok(());
                }
                stored::delete_words(connection, id, draft).await?;
                let (leads, calls) = task.deleted();
                let days = self.retention.result_days;
                let deleted = LeadsDeleted { leads, calls, days };
                self.tell(connection, Some(id), Event::LeadsDeleted(deleted))
                    .await?;
                (Stage::Numbers, Some(self.now))
            }
            Stage::Numbers => match self.numbers_needed_until(task) {
                Some(later) => (Stage::Numbers, Some(later)),
                None if stored::delete_numbers(connection, id, ROWS_AT_ONCE).await? > 0 => {
                    return Ok(());
                }
                None => {
                    let numbers = task.deleted_numbers();
                    self.tell(connection, Some(id), Event::NumbersDeleted { numbers })
                        .await?;
                    (Stage::Done, None)
                }
            },
            Stage::Done => (Stage::Done, None),
        };
        Ok(stored::go_on(connection, self.now, id, stage, moment).await?)
    }

    /// What becomes of a task of which nothing was deleted yet.
    fn looked_at(&self, task: &TaskToLookAt) -> (Stage, Option<Timestamp>) {
        if task.retention.0.is_open {
            return (Stage::Kept, Some(self.now + LOOK_AGAIN));
        }
        let (last, days) = (task.retention.0.last, self.retention.result_days);
        match end_of_retention(last, days, self.account.zone()) {
            Some(end) if end <= self.now => (Stage::Leads, Some(self.now)),
            end => (Stage::Kept, end),
        }
    }

    /// When to look again at numbers that are still needed: by the cooldown, from when the last batch was queued, or by a draft that follows the
    /// task and leaves out whom it has called.
    fn numbers_needed_until(&self, task: &TaskToLookAt) -> Option<Timestamp> {
        let days = i64::from(self.account.settings.cooldown_days);
        let cooldown = SignedDuration::from_hours(24 * days);
        let queued = task.last_queued.as_ref().map(|at| at.to_jiff());
        let over = queued.and_then(|queued| queued.checked_add(cooldown).ok());
        let over = over.filter(|over| *over > self.now);
        over.or_else(|| task.is_followed.then(|| self.now + LOOK_AGAIN))
    }

    /// Deletes one draft that nobody has touched for long; whether there was one.
    async fn drafts(&self, connection: &mut PgConnection) -> Result<bool, Error> {
        let days = self.retention.draft_days;
        let kept = SignedDuration::from_hours(24 * i64::from(days));
        let until = self.now.checked_sub(kept).unwrap_or(Timestamp::MIN);
        let mut transaction = connection.begin().await?;
        store::allow_for_a_whole_list(&mut transaction).await?;
        if !stored::delete_untouched_draft(&mut transaction, self.account.id, until).await? {
            return Ok(false);
        }
        let deleted = Event::DraftsDeleted { drafts: 1, days };
        self.tell(&mut transaction, None, deleted).await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn tell(
        &self,
        connection: &mut PgConnection,
        task: Option<TaskId>,
        event: Event,
    ) -> Result<(), Error> {
        let event = NewEvent {
            account: self.account.id,
            draft: None,
            task,
            at: self.now,
            by: None,
            event,
        };
        Ok(events::insert(connection, &event).await?)
    }
}
