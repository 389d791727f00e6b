//! Calling a person's own number: one transaction that writes a task of one lead. The worker does the rest.

use jiff::Timestamp;
use leads::{Action, Mobile};
use localization::Message;
use sqlx::PgConnection;

use super::values::{self, StoredLead, Tested};
use super::{COUNTED_FOR, MAX_TESTS, TypedValue, parse_stored};
use crate::accounts::Account;
use crate::drafts::{at_version, still_open};
use crate::error::Error;
use crate::events::{Event, Submitted};
use crate::ids::{CheckId, DraftId, TaskId};
use crate::messages::test_calls as messages;
use crate::payload::{self, PayloadInputs};
use crate::provider::robots::row;
use crate::store::checks::{NewCheck, NewCheckBatch};
use crate::store::events::{self, NewEvent};
use crate::store::tasks::NewTask;
use crate::store::test_calls::{NewTestDraft, ValuesOf};
use crate::{Backend, Caller, accounts, people, robots, store};

/// What a person presses to be called.
#[derive(Clone, Debug)]
pub struct Press {
    /// The number that the button named, in E.164.
    pub number: String,
    /// The form's key: the same key again shows the same task.
    pub form_key: CheckId,
    /// Whether the person chose to be called at night all the same.
    pub at_night: bool,
    /// The id of the task to be.
    pub task: TaskId,
    /// The id of the draft behind it.
    pub draft: DraftId,
    /// Of the name at the provider.
    pub suffix: [u8; 8],
}

/// Calls the caller's own number with the settings of a draft and the values of one of its rows, both as they were at that
/// version; the id of the task, which is the earlier one when the same form comes again.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft or row, [`Error::Conflict`] where the person is not called; the sentence says
/// why, and what to do.
pub async fn call_with_draft(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    draft: (DraftId, i64),
    row: u32,
    press: &Press,
) -> Result<TaskId, Error> {
    caller.must(Action::Launch)?;
    let account = accounts::of(backend, caller).await?;
    let tested = draft_at(backend, caller, &account, now, draft, row).await;
    submit(backend, caller, now, &account, tested, press).await
}

async fn draft_at(
    backend: &Backend,
    caller: &Caller,
    account: &Account,
    now: Timestamp,
    (draft, version): (DraftId, i64),
    row: u32,
) -> Result<Tested, Error> {
    let robots = robots::known(backend, account, now).await?.robots;
    // Before the draft: what is changed in between counts its version up, which is compared below.
    let of = ValuesOf {
        account: account.id,
        person: caller.person,
        draft,
        row: Some(i32::try_from(row).map_err(|_| Error::NotFound)?),
        check: None,
        robot: "",
    };
    let lead = store::test_calls::of_draft(&backend.pool, &of).await?.lead;
    let draft = store::drafts::by_id(&backend.pool, account.id, draft)
        .await?
        .ok_or(Error::NotFound)?;
    still_open(&draft)?;
    at_version(&draft, version)?;
    let lead = lead.ok_or(Error::NotFound)?;
    Ok(values::of_draft(
        account,
        &robots,
        now,
        &draft,
        Some(&lead),
    )?)
}

/// Calls the caller's own number with a robot, on that line, with values that were typed; the id of the task, as above.
///
/// # Errors
/// [`Error::NotFound`] when there is no such robot, [`Error::Conflict`] as above.
pub async fn call_with_robot(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    robot: &str,
    line: &str,
    values: &[TypedValue],
    press: &Press,
) -> Result<TaskId, Error> {
    caller.must(Action::Launch)?;
    let account = accounts::of(backend, caller).await?;
    let (record, _) = robots::detailed(backend, account.id, now, robot).await?;
    let tested = values::of_robot(&account, &row(record)?, now, line, values);
    let tested = tested.map_err(Error::from);
    submit(backend, caller, now, &account, tested, press).await
}

async fn submit(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    account: &Account,
    tested: Result<Tested, Error>,
    press: &Press,
) -> Result<TaskId, Error> {
    let stored = store::test_calls::own_number(&backend.pool, caller.person).await?;
    let stored = parse_stored(caller.person, stored.as_deref())?;
    let mut transaction = backend.pool.begin().await?;
    // Of two presses at once the second finds the task of the first, and no test too many is made.
    store::accounts::lock(&mut transaction, account.id).await?;
    let since = now - COUNTED_FOR;
    let key = press.form_key;
    let earlier =
        store::test_calls::earlier(&mut transaction, account.id, caller.person, key, since).await?;
    if let Some(task) = earlier.task {
        return Ok(task);
    }
    if earlier.is_taken {
        return Err(Error::NotFound);
    }
    let tested = tested?;
    let number = as_on_the_button(stored, &press.number)?;
    may_call(account, now, press, earlier.recent)?;
    if account.settings.two_persons {
        expect_of_no_list(&mut transaction, &number).await?;
    }
    write(
        &mut transaction,
        backend,
        caller,
        now,
        &tested,
        &number,
        press,
    )
    .await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    backend.wake_worker();
    Ok(press.task)
}

/// The caller's number, which must be the one that the button named.
fn as_on_the_button(stored: Option<Mobile>, named: &str) -> Result<Mobile, Error> {
    let number = stored.ok_or_else(|| Error::Conflict(messages::enter_own_number()))?;
    match number.as_str() == named {
        true => Ok(number),
        false => Err(Error::Conflict(messages::number_changed())),
    }
}

/// Where a second person approves launches, a test calls nobody who is in a list: it would be a launch without one.
async fn expect_of_no_list(connection: &mut PgConnection, number: &Mobile) -> Result<(), Error> {
    let digits = i64::try_from(number.number());
    let digits = digits.map_err(|_| Error::Inconsistent("a number of 19 digits"))?;
    match store::test_calls::is_in_a_list(connection, digits).await? {
        false => Ok(()),
        true => Err(Error::Conflict(messages::number_is_in_a_list())),
    }
}

fn may_call(account: &Account, now: Timestamp, press: &Press, recent: u32) -> Result<(), Error> {
    if recent >= MAX_TESTS {
        return Err(Error::Conflict(messages::too_many_tests(MAX_TESTS)));
    }
    if let Some(warning) = leads::night_warning(account.place(now))
        && !press.at_night
    {
        let tick = messages::tick_at_night(leads::views::call_at_night());
        let told = [warning, tick];
        return Err(Error::Conflict(Message::sentences(told)));
    }
    Ok(())
}

/// Writes the draft of one lead, its check and its task, which are stored as those of any other task.
async fn write(
    connection: &mut PgConnection,
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    tested: &Tested,
    number: &Mobile,
    press: &Press,
) -> Result<(), Error> {
    let stored = StoredLead::of(tested, number);
    let country = caller.account.settings.country;
    let digits = i64::try_from(number.number());
    let draft = NewTestDraft {
        id: press.draft,
        account: caller.account.id,
        person: caller.person,
        form: &tested.form,
        file_name: &tested.file_name,
        file_digest: &tested.file_digest,
        headers: &stored.headers,
        mapping: &stored.mapping,
        country: country.as_str(),
        lead: &stored.record,
        number: digits.map_err(|_| Error::Inconsistent("a number of 19 digits"))?,
    };
    store::test_calls::insert_draft(connection, now, &draft).await?;
    write_check(connection, backend, caller, now, tested, stored, press).await?;
    write_task(connection, backend, caller, now, tested, press).await?;
    let submitted = Event::Submitted(Submitted {
        leads: 1,
        refused: 0,
        without_refused: false,
        at_night: press.at_night,
        is_test: true,
        approved: false,
        outside_rule: None,
    });
    let event = NewEvent {
        draft: tested.draft,
        ..NewEvent::of(caller, now, submitted).task(press.task)
    };
    Ok(events::insert(connection, &event).await?)
}

/// Writes what is to be sent, as a check would have found it.
async fn write_check(
    connection: &mut PgConnection,
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    tested: &Tested,
    stored: StoredLead,
    press: &Press,
) -> Result<(), Error> {
    let StoredLead {
        record, mapping, ..
    } = stored;
    let country = caller.account.settings.country;
    let fills = caller.account.settings.fill_notes;
    let check = NewCheck {
        id: press.form_key,
        draft: press.draft,
        draft_version: 1,
        settings: &tested.settings,
        mapping: &mapping,
        country: country.as_str(),
        leads: 1,
        sandbox: backend.sandbox,
        with_references: fills,
        started_by: caller.person,
    };
    let batch = NewCheckBatch {
        number: 1,
        provider_name: tested.settings.name.with_suffix(press.suffix),
        first_row: record.row,
        last_row: record.row,
        leads: 1,
    };
    let inputs = PayloadInputs {
        name: &batch.provider_name,
        settings: &tested.settings,
        mapping: &mapping,
        country,
        batch: 1,
        references: fills.then_some(press.draft),
    };
    let digest = payload::build(&inputs, vec![record]).digest;
    store::checks::insert(connection, now, &check).await?;
    store::checks::insert_batches(connection, now, check.id, &[batch]).await?;
    store::test_calls::end_check_unasked(connection, now, check.id, &digest).await?;
    Ok(())
}

async fn write_task(
    connection: &mut PgConnection,
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    tested: &Tested,
    press: &Press,
) -> Result<(), Error> {
    let task = NewTask {
        id: press.task,
        account: caller.account.id,
        draft: press.draft,
        check: press.form_key,
        form_key: press.form_key,
        settings: &tested.settings,
        submitted_by: caller.person,
        approved_by: None,
        file_name: &tested.file_name,
        file_digest: &tested.file_digest,
        leads: 1,
        without_refused: false,
        sandbox: backend.sandbox,
        is_test: true,
        tested_draft: tested.draft,
    };
    store::tasks::insert(connection, now, &task).await?;
    store::batches::insert_from_check(connection, now, task.id, task.check, 0).await?;
    store::numbers::insert_of_task(connection, task.id, task.draft).await?;
    let submitted = store::drafts::submitted(connection, task.draft, task.id).await?;
    store::one_row(&submitted, "the draft of a test was made just now")
}
