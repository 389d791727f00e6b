//! Checks: the dry run of a draft (`Perform` 2).

use jiff::Timestamp;
use leads::states::{CheckState, RefusalSearch};
use leads::views::ProgressView;
use leads::{Action, Country};
use sqlx::PgConnection;

use crate::audit::{AuditAction, AuditEntry, AuditObject};
use crate::drafts::{
    Readiness, ValidationRules, exclude_recent_numbers, free_numbers, still_open, validate_form,
};
use crate::error::Error;
use crate::hourly::Costly;
use crate::ids::{CheckId, DraftId};
use crate::store::checks::{CheckRecord, NewCheck, NewCheckBatch};
use crate::store::drafts::DraftRecord;
use crate::{Backend, Caller, accounts, do_not_call, messages, robots, store};

/// Starts a check of the draft as it stands at `version`; the worker asks AIRudder about a batch at a time.
///
/// `random` gives the unguessable suffix of each batch's name.
///
/// # Errors
/// [`Error::Conflict`] where the draft has changed, or cannot be checked; the sentence says why. [`Error::TooOften`].
pub async fn start(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    draft: DraftId,
    version: i64,
    id: CheckId,
    random: &mut (dyn FnMut() -> [u8; 8] + Send),
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    backend.count(caller, Costly::Check, now)?;
    let account = accounts::of(backend, caller).await?;
    let robots = robots::known(backend, &account, now).await?.robots;
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    let draft = store::drafts::lock(&mut transaction, account.id, draft)
        .await?
        .ok_or(Error::NotFound)?;
    if draft.version != version {
        return Err(Error::Conflict(messages::drafts::changed_meanwhile()));
    }
    let validation = ValidationRules::of_draft(backend, &account, &robots, now, &draft);
    let draft = settle_numbers(&mut transaction, &account, &validation, draft, now).await?;
    let draft = with_window_of_now(&mut transaction, now, &account, draft).await?;
    let settings = validate_form(&account, &robots, now, &draft.form.0);
    let last = store::checks::last_of(&mut transaction, draft.id).await?;
    let readiness = Readiness {
        draft: &draft,
        settings: &settings,
        check: last.as_ref(),
        refused: 0,
        account: &account,
        sandbox: backend.sandbox,
        now,
    };
    if let Some(blocker) = readiness.check_blocker() {
        return Err(Error::Conflict(blocker));
    }
    let (Ok(settings), Some(mapping), Some(country)) = (settings, &draft.mapping, &draft.country)
    else {
        return Err(Error::Inconsistent(
            "a draft without a blocker cannot be checked",
        ));
    };
    let country = Country::parse(country)
        .map_err(|_| Error::Inconsistent("a draft of a country that is none"))?;
    // As the list is read: a process of the version before knows no other.
    let country = mapping.0.country(country);
    let rows = store::leads::sent_rows(&mut transaction, draft.id).await?;
    let check = NewCheck {
        id,
        draft: draft.id,
        draft_version: draft.version,
        settings: &settings,
        mapping: &mapping.0,
        country: country.as_str(),
        leads: i32::try_from(rows.len()).map_err(|_| Error::Inconsistent("too many leads"))?,
        sandbox: backend.sandbox,
        with_references: account.settings.fill_notes,
        started_by: caller.person,
    };
    let batches = batches(&settings.name, &rows, &account, random)?;
    store::checks::insert(&mut transaction, now, &check).await?;
    store::checks::insert_batches(&mut transaction, now, check.id, &batches).await?;
    record_start(&mut transaction, caller, now, draft.id, rows.len()).await?;
    transaction.commit().await?;
    backend.wake_worker();
    Ok(())
}

async fn record_start(
    connection: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    draft: DraftId,
    leads: usize,
) -> Result<(), Error> {
    let started = AuditAction::CheckStarted {
        leads: leads as u64,
        fixed: store::leads::count_fixed(&mut *connection, draft).await?,
    };
    record(connection, caller, now, draft, started).await
}

/// Writes down what the caller does with the check of a draft.
async fn record(
    connection: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    draft: DraftId,
    action: AuditAction,
) -> Result<(), Error> {
    let entry = AuditEntry::of(caller, now, action).about(AuditObject::Draft(draft));
    Ok(store::audit::insert(connection, &entry).await?)
}

/// The draft with the numbers left out that another task has taken since, or that are on a do-not-call list, and those freed that none
/// keeps any more.
async fn settle_numbers(
    connection: &mut PgConnection,
    account: &accounts::Account,
    validation: &ValidationRules,
    mut draft: DraftRecord,
    now: Timestamp,
) -> Result<DraftRecord, Error> {
    let again = async |connection: &mut PgConnection, id: DraftId| {
        let draft = store::drafts::lock(connection, account.id, id).await?;
        draft.ok_or(Error::NotFound)
    };
    if free_numbers(connection, validation, &draft, now).await? > 0 {
        draft = again(connection, draft.id).await?;
    }
    if exclude_recent_numbers(connection, validation, &draft, now).await? > 0 {
        draft = again(connection, draft.id).await?;
    }
    if do_not_call::apply_to_draft(connection, validation, &draft, now).await? {
        draft = again(connection, draft.id).await?;
    }
    Ok(draft)
}

/// The draft with the hours that its choice of when to call means now: *today* starts as soon as it can, since a start that was
/// worked out when the form was saved may pass before anybody submits. The version stays, as what was chosen does.
async fn with_window_of_now(
    transaction: &mut PgConnection,
    now: Timestamp,
    account: &accounts::Account,
    mut draft: DraftRecord,
) -> Result<DraftRecord, Error> {
    let form = leads::with_window_of_now(&draft.form.0, now, account.zone());
    if form != draft.form.0 {
        store::drafts::update_window(transaction, draft.id, &form).await?;
        draft.form.0 = form;
    }
    Ok(draft)
}

/// The batches that those rows are checked in, each with a name that nobody can guess.
fn batches(
    name: &leads::TaskName,
    rows: &[i32],
    account: &accounts::Account,
    random: &mut (dyn FnMut() -> [u8; 8] + Send),
) -> Result<Vec<NewCheckBatch>, Error> {
    let leads = u32::try_from(rows.len()).map_err(|_| Error::Inconsistent("too many leads"))?;
    let mut rest = rows;
    let mut batches = Vec::new();
    for (number, size) in (1..).zip(account.split(leads)) {
        let (batch, others) = rest.split_at(size as usize);
        rest = others;
        let (Some(first_row), Some(last_row)) = (batch.first(), batch.last()) else {
            return Err(Error::Inconsistent("an empty batch"));
        };
        batches.push(NewCheckBatch {
            number,
            provider_name: name.with_suffix(random()),
            first_row: *first_row,
            last_row: *last_row,
            leads: i32::try_from(size).map_err(|_| Error::Inconsistent("too many leads"))?,
        });
    }
    Ok(batches)
}

/// Cancels the draft's check, if one is running: the draft is as if it had not been started. What AIRudder is being asked creates
/// nothing, and its answer comes to nothing.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft.
pub async fn cancel(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    draft: DraftId,
) -> Result<bool, Error> {
    caller.must(Action::Prepare)?;
    let mut transaction = backend.pool.begin().await?;
    let draft = store::drafts::lock(&mut transaction, caller.account.id, draft)
        .await?
        .ok_or(Error::NotFound)?;
    let cancelled = store::checks::delete_running(&mut transaction, draft.id).await?;
    if cancelled {
        let cancelled = AuditAction::CheckCancelled {};
        record(&mut transaction, caller, now, draft.id, cancelled).await?;
    }
    transaction.commit().await?;
    Ok(cancelled)
}

/// Begins the search for leads that the draft's last check refuses without naming them: the worker asks AIRudder about halves of their
/// batches, which creates nothing. A second press changes nothing.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft in the account, [`Error::Conflict`] where it has changed, or its check names every
/// lead, [`Error::TooOften`] when the caller checked too often within the hour.
pub async fn find_refused(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    draft: DraftId,
    version: i64,
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    backend.count(caller, Costly::Check, now)?;
    let mut transaction = backend.pool.begin().await?;
    let draft = store::drafts::lock(&mut transaction, caller.account.id, draft)
        .await?
        .ok_or(Error::NotFound)?;
    still_open(&draft)?;
    let check = store::checks::last_of(&mut transaction, draft.id).await?;
    let check = check.filter(|check| check.draft_version == draft.version);
    let is_whole = |check: &CheckRecord| check.state != CheckState::Failed;
    let Some(check) = check.filter(is_whole).filter(|_| draft.version == version) else {
        return Err(Error::Conflict(messages::drafts::changed_meanwhile()));
    };
    // Of two who press at once, the second must see what the first has begun.
    store::checks::lock(&mut transaction, check.id).await?;
    let mut begun = 0;
    for batch in store::checks::batches(&mut transaction, check.id).await? {
        let before = batch.search()?;
        if batch.unnamed == 0 || !before.as_ref().is_none_or(RefusalSearch::may_go_on) {
            continue;
        }
        let search = match before {
            Some(search) => search.resumed(),
            None => RefusalSearch::new(batch.leads()?, batch.unnamed()?),
        };
        store::refusal_searches::begin(&mut transaction, now, &batch, &search).await?;
        begun += 1;
    }
    if begun == 0 {
        return Err(Error::Conflict(messages::readiness::nothing_to_find()));
    }
    store::refusal_searches::reopen(&mut transaction, check.id).await?;
    store::contributors::insert(&mut transaction, now, draft.id, caller.person).await?;
    transaction.commit().await?;
    backend.wake_worker();
    Ok(())
}

/// How far the draft's last check has come, or the search for what it does not name.
///
/// # Errors
/// [`Error::NotFound`] when the draft has none.
pub async fn progress(
    backend: &Backend,
    caller: &Caller,
    draft: DraftId,
) -> Result<ProgressView, Error> {
    caller.must(Action::Prepare)?;
    store::drafts::by_id(&backend.pool, caller.account.id, draft)
        .await?
        .ok_or(Error::NotFound)?;
    let mut connection = backend.pool.acquire().await?;
    let check = store::checks::last_of(&mut connection, draft)
        .await?
        .ok_or(Error::NotFound)?;
    let mut searched = None;
    for batch in store::checks::batches(&mut connection, check.id).await? {
        if let Some(search) = batch.search()? {
            let (done, total) = searched.unwrap_or((0, 0));
            searched = Some((done + search.asked, total + search.about.max(search.asked)));
        }
    }
    drop(connection);
    let (done, total) = match searched {
        Some(searched) => searched,
        None => {
            let done = store::checks::leads_done(&backend.pool, check.id).await?;
            (done, check.lead_count)
        }
    };
    Ok(ProgressView {
        done,
        total,
        ended: check.state != CheckState::Running,
        reconciling: false,
        view_version: 0,
    })
}
