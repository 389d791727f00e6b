//! Lists as a whole: shown, uploaded, replaced by a newer one, removed.

use jiff::Timestamp;
use jiff::civil::Date;
use leads::do_not_call::{DoNotCallKind, current_until, is_outdated};
use leads::{Action, Country, Sector};
use localization::{DayStyle, Message};
use serde_json::json;
use sheets::UploadedFile;
use sqlx::{Postgres, Transaction};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::keys::NumberKeys;
use super::last_four;
use super::list_form::{ListForm, Parsed, parse};
use super::numbers_of_sheet::{MAX_ROWS_OF_A_LIST, ReadOfFile, numbers_of};
use crate::audit::{AuditAction, AuditEntry, SettingChange};
use crate::confirmation::Purpose;
use crate::drafts::whole_list;
use crate::error::Error;
use crate::ids::DoNotCallListId;
use crate::messages::do_not_call_errors;
use crate::restore::{self, Change};
use crate::store::do_not_call::NewEntry;
use crate::store::do_not_call_changes::insert_changes;
use crate::store::do_not_call_lists::{self, ListRow, NewList};
use crate::store::{self, audit};
use crate::{Backend, Caller, accounts, people};

/// Lines for COPY are handed over when so many bytes have gathered.
const CHUNK: usize = 256 * 1024;

/// Chunks that wait for the database.
const CHUNKS_UNDER_WAY: usize = 4;

/// The page of the lists.
#[derive(Clone, Debug)]
pub struct ListsView {
    /// Every list, the company's first.
    pub lists: Vec<ListView>,
    /// Whether the account refuses to check and submit with a list that is out of date.
    pub refuse_outdated: bool,
    /// Whether there is a key for hashes: without one no number can be put on a list.
    pub has_key: bool,
}

/// A list.
#[derive(Clone, Debug)]
pub struct ListView {
    /// Its id.
    pub id: DoNotCallListId,
    /// Its kind.
    pub kind: DoNotCallKind,
    /// Its name.
    pub name: String,
    /// Whose calls it is about; `None` for every account.
    pub sector: Option<Sector>,
    /// The day of which it tells, for how many days it counts as current, and the last of those days; nothing for the company's.
    pub currency: Option<(Date, u32, Date)>,
    /// Whether it is out of date in the account; never a register of another country.
    pub is_outdated: bool,
    /// How many numbers are on it.
    pub numbers: u64,
    /// Who uploaded it.
    pub by: Option<String>,
    /// When something was written into it last.
    pub changed_at: Timestamp,
}

/// The lists, as they are now.
///
/// # Errors
/// When the database fails.
pub async fn view(backend: &Backend, caller: &Caller, now: Timestamp) -> Result<ListsView, Error> {
    caller.must(Action::Prepare)?;
    let account = &*caller.account;
    let today = now.to_zoned(account.zone().clone()).date();
    let lists = do_not_call_lists::all(&backend.pool).await?;
    let lists = lists
        .into_iter()
        .map(|row| list_view(row, account.settings.country, today));
    Ok(ListsView {
        lists: lists.collect::<Result<_, _>>()?,
        refuse_outdated: account.refuse_outdated_lists,
        has_key: backend.encryption_keys.is_some(),
    })
}

fn list_view(row: ListRow, country: Country, today: Date) -> Result<ListView, Error> {
    let (kind, currency) = (row.kind()?, row.currency());
    let outdated = currency.is_some_and(|(as_of, days)| is_outdated(as_of, days, today));
    Ok(ListView {
        id: row.id,
        kind,
        sector: row.sector(),
        currency: currency.map(|(as_of, days)| (as_of, days, current_until(as_of, days))),
        is_outdated: outdated && kind.concerns(country),
        numbers: row.entries(),
        by: row.by_name.clone(),
        changed_at: row.taken_in_at(),
        name: row.name,
    })
}

/// A list that is uploaded.
pub struct ListUpload {
    /// What is said of it.
    pub form: ListForm,
    /// The file.
    pub file: UploadedFile,
    /// The id of the list, where it is new.
    pub new_id: DoNotCallListId,
}

/// What became of an upload.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenIn {
    /// The list's name.
    pub name: String,
    /// The day of which it tells.
    pub as_of: Date,
    /// The numbers on it.
    pub numbers: u64,
    /// What was read of its file.
    pub read: ReadOfFile,
}

/// Takes a list in: a new one, or a newer one in place of one that is there. Until all of it is written, the one before counts.
///
/// # Errors
/// [`Error::Problems`] for what has to be fixed: nothing is changed then.
pub async fn take_in(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    upload: ListUpload,
) -> Result<TakenIn, Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let account = accounts::of(backend, caller).await?;
    let parsed = parse(&upload.form, now.to_zoned(account.zone().clone()).date())?;
    // A register is dialled in its own country, whichever account it is uploaded in.
    let of_register = parsed.kind.country().map(Country::parse).transpose();
    let of_register = of_register.map_err(|_| Error::Inconsistent("the country of a register"))?;
    let country = of_register.unwrap_or(account.settings.country);
    let (backend, caller) = (backend.clone(), caller.clone());
    let taken = whole_list::run(backend.clone(), |given_up| async move {
        let of = (country, MAX_ROWS_OF_A_LIST);
        let (numbers, read) = numbers_of(&backend, &upload.file, of, &given_up).await?;
        let taken = TakenIn {
            name: parsed.name.clone(),
            as_of: parsed.as_of,
            numbers: numbers.len() as u64,
            read,
        };
        let writing = Writing {
            backend: &backend,
            caller: &caller,
            now,
        };
        let list = (parsed, upload.new_id);
        let transaction = writing.entries(list, numbers, given_up).await?;
        writing.finish(transaction, &taken, &upload.file).await?;
        Ok(taken)
    });
    taken.await
}

struct Writing<'a> {
    backend: &'a Backend,
    caller: &'a Caller,
    now: Timestamp,
}

impl Writing<'_> {
    /// Writes the list with its entries in a transaction that is still to be committed.
    async fn entries(
        &self,
        (list, new_id): (Parsed, DoNotCallListId),
        numbers: Vec<i64>,
        given_up: CancellationToken,
    ) -> Result<Transaction<'static, Postgres>, Error> {
        let mut transaction = self.backend.pool.begin().await?;
        store::allow_for_a_whole_list(&mut transaction).await?;
        if let Some(id) = list.id {
            let there = do_not_call_lists::lock(&mut transaction, id).await?;
            let there = there.ok_or(Error::NotFound)?;
            if there.kind()? != list.kind {
                return Err(Error::problem("kind", do_not_call_errors::keeps_kind()));
            }
            must_not_be_older(&there, &list)?;
        }
        let id = list.id.unwrap_or(new_id);
        let new = NewList {
            id,
            kind: list.kind,
            name: &list.name,
            sector: list.sector,
            as_of: list.as_of,
            valid_days: list.valid_days,
            by: self.caller.person,
        };
        let encryption = self.backend.encryption_keys.as_ref();
        let keys = NumberKeys::load(&mut transaction, encryption).await?;
        if keys.is_empty() {
            return Err(Error::NoEncryptionKey);
        }
        let version = do_not_call_lists::upsert(&mut transaction, self.now, &new).await?;
        let (sender, mut chunks) = mpsc::channel(CHUNKS_UNDER_WAY);
        let (now, count) = (self.now, numbers.len() as u64);
        let sent = tokio::task::spawn_blocking(move || {
            send_lines(&keys, (id, version), now, &numbers, &sender)
        });
        do_not_call_lists::copy_in(&mut transaction, &mut chunks).await?;
        sent.await
            .map_err(|error| Error::Machine(std::io::Error::other(error)))??;
        if given_up.is_cancelled() {
            return Err(whole_list::nobody_waits());
        }
        do_not_call_lists::finish_version(&mut transaction, id, version, count).await?;
        insert_changes(&mut transaction, self.now, None).await?;
        Ok(transaction)
    }

    /// Writes down what was done, and commits it.
    async fn finish(
        &self,
        mut transaction: Transaction<'static, Postgres>,
        taken: &TakenIn,
        file: &UploadedFile,
    ) -> Result<(), Error> {
        let action = AuditAction::DoNotCallListTakenIn {
            list: taken.name.clone(),
            as_of: taken.as_of.to_string(),
            numbers: taken.numbers,
            unreadable: taken.read.unreadable,
            sha256: hex::encode(file.digest),
        };
        let entry = AuditEntry::of(self.caller, self.now, action);
        audit::insert(&mut *transaction, &entry).await?;
        people::expect_still_there(&mut transaction, self.caller).await?;
        transaction.commit().await?;
        self.backend.wake_worker();
        let uploaded = Change::ListUploaded {
            list: taken.name.clone(),
            as_of: taken.as_of,
        };
        restore::record_committed(self.backend, self.now, uploaded).await
    }
}

/// Refuses a list of an earlier day than the one that it would replace, unless that was asked for: numbers that were put on it since then
/// would be called again.
fn must_not_be_older(there: &ListRow, list: &Parsed) -> Result<(), Error> {
    match there.currency() {
        Some((newer, _)) if list.as_of < newer && !list.replace_newer => {
            let [day, newer] = [list.as_of, newer].map(|day| Message::day(day, DayStyle::Year));
            let sentence = do_not_call_errors::older_than_replaced(day, newer);
            Err(Error::problem("replace_newer", sentence))
        }
        _ => Ok(()),
    }
}

/// Hands on the entries as lines for COPY, until nobody takes them any more.
fn send_lines(
    keys: &NumberKeys,
    list: (DoNotCallListId, i32),
    now: Timestamp,
    numbers: &[i64],
    sender: &mpsc::Sender<Vec<u8>>,
) -> Result<(), Error> {
    let mut buffer = Vec::with_capacity(CHUNK);
    for number in numbers {
        let (key, hash) = keys.newest(*number)?;
        let entry = NewEntry {
            hash,
            key,
            last_four: last_four(*number),
        };
        do_not_call_lists::encode(&mut buffer, list, now, &entry);
        if buffer.len() >= CHUNK && sender.blocking_send(std::mem::take(&mut buffer)).is_err() {
            return Ok(());
        }
    }
    // Who no longer takes them says why when asked.
    let _ = sender.blocking_send(buffer);
    Ok(())
}

/// Removes a list that was uploaded: its numbers are called again, unless another list has them.
///
/// # Errors
/// [`Error::NotFound`] where there is no such list, [`Error::Conflict`] for the company's.
pub async fn remove_list(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DoNotCallListId,
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    let list = do_not_call_lists::lock(&mut transaction, id).await?;
    let list = list.ok_or(Error::NotFound)?;
    if list.kind()? == DoNotCallKind::Own {
        return Err(Error::Conflict(do_not_call_errors::company_list_stays()));
    }
    do_not_call_lists::remove(&mut transaction, now, id).await?;
    let action = AuditAction::DoNotCallListRemoved {
        numbers: list.entries(),
        list: list.name,
    };
    audit::insert(&mut *transaction, &AuditEntry::of(caller, now, action)).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    Ok(())
}

/// Says whether the account refuses to check and submit with a list that is out of date; otherwise it only warns.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn set_refuse_outdated(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    refuse: bool,
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let (mut transaction, account) = (backend.pool.begin().await?, caller.account.id);
    if do_not_call_lists::set_refuse_outdated(&mut transaction, account, refuse).await? {
        let changes = vec![SettingChange {
            field: "refuse_outdated_lists".to_owned(),
            old: json!(!refuse),
            new: json!(refuse),
        }];
        let action = AuditAction::SettingsChanged { changes };
        audit::insert(&mut *transaction, &AuditEntry::of(caller, now, action)).await?;
    }
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    Ok(())
}
