//! Receipts of what was erased: begun before anything is, read, and what is done about one that could not be finished.

use jiff::Timestamp;
use leads::{Action, numbers};
use localization::Message;
use sqlx::PgConnection;

use super::{Details, HeldBatch, HeldInAccount, PURPOSE, Wanted, leave_on_list};
use crate::audit::{AuditAction, AuditEntry};
use crate::error::Error;
use crate::ids::ErasureId;
use crate::messages::{erasure_errors, held_data};
use crate::restore::{self as restore_journal, Change};
use crate::store::receipts::{self as stored, BegunReceipt, NewReceipt, ReceiptRow};
use crate::store::{self, audit};
use crate::{Backend, Caller, people};

/// The most receipts of the page.
const RECEIPTS_ON_A_PAGE: i64 = 100;

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Its id.
    pub id: ErasureId,
    /// When the number was erased.
    pub erased_at: Timestamp,
    /// Who did it; nobody where a command did after a restore.
    pub by: Option<String>,
    /// The keyed hash of the number, in hexadecimal digits.
    pub hash: String,
    /// Its last four digits, with dots before them.
    pub last_four: String,
    /// Whether the number was left on the company's do-not-call list.
    pub on_do_not_call: bool,
    /// What was erased.
    pub held: Vec<HeldInAccount>,
    /// Whether it was interrupted: there may be more to erase. Erasing the number again goes on with it.
    pub is_unfinished: bool,
    /// When it was erased once more, after a restore from a backup.
    pub applied_again_at: Option<Timestamp>,
}

/// Begins the receipt of a number, here and in the restore journal; or finds the one that was begun for it and never finished. Where that is
/// asked, the number is on the company's do-not-call list from then on.
pub(super) async fn begin(
    backend: &Backend,
    caller: &Caller,
    wanted: Wanted,
    details: Details,
) -> Result<BegunReceipt, Error> {
    // Before anything is erased: a list or a file that cannot be written to is no reason to have erased half.
    if let Some(journal) = backend.restore_journal() {
        journal.expect_writable()?;
    }
    let mut transaction = backend.pool.begin().await?;
    stored::lock(&mut transaction).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    let now = details.erased_at;
    if details.on_do_not_call {
        // In the journal before the erasure: what is applied again after a restore has the number on the list by then.
        leave_on_list(&mut transaction, backend, caller, now, wanted).await?;
    }
    let signer = backend.encryption_keys()?.signer(PURPOSE);
    let number = wanted.number.to_string();
    let hashes: Vec<Vec<u8>> = signer.signatures(number.as_bytes()).collect();
    let begun = stored::unfinished(&mut transaction, &hashes).await?;
    let details = Details {
        id: begun.map_or(details.id, |begun| begun.id),
        ..details
    };
    // The journal has an earlier try, but not that the number is on the list only by this one.
    let is_known = begun.is_some_and(|begun| begun.on_do_not_call || !details.on_do_not_call);
    if !is_known {
        let erased = Change::NumberErased(details.clone());
        restore_journal::record(&mut transaction, backend, now, erased).await?;
    }
    insert(&mut transaction, &details, None).await?;
    if details.on_do_not_call {
        stored::note_on_list(&mut transaction, details.id).await?;
    }
    transaction.commit().await?;
    let was_listed = begun.is_some_and(|begun| begun.on_do_not_call);
    Ok(BegunReceipt {
        id: details.id,
        on_do_not_call: details.on_do_not_call || was_listed,
    })
}

/// Writes a receipt of which nothing is erased yet; one that is there stays as it is.
pub(super) async fn insert(
    connection: &mut PgConnection,
    details: &Details,
    applied_again_at: Option<Timestamp>,
) -> Result<(), Error> {
    let hash = hex::decode(&details.hash);
    let hash = hash.map_err(|_| Error::Inconsistent("the hash of a receipt cannot be read"))?;
    let new = NewReceipt {
        id: details.id,
        erased_at: details.erased_at,
        by: details.by,
        number_hash: &hash,
        last_four: details.last_four,
        applied_again_at,
    };
    Ok(stored::begin(connection, &new).await?)
}

/// Adds what is erased in an account, in the transaction in which it is.
pub(super) async fn add(
    connection: &mut PgConnection,
    id: ErasureId,
    held: &HeldInAccount,
) -> Result<(), Error> {
    let held = serde_json::to_value(held)
        .map_err(|_| Error::Inconsistent("what is held cannot be written"))?;
    match stored::add(connection, id, &held).await? {
        true => Ok(()),
        false => Err(Error::Inconsistent("a number is erased without a receipt")),
    }
}

/// Writes into the audit log what was erased before something failed. The receipt has it already.
pub(super) async fn record_unfinished(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    erased: AuditAction,
) {
    let entry = AuditEntry::of(caller, now, erased);
    if let Err(error) = audit::insert(&backend.pool, &entry).await {
        tracing::error!(
            error = &error as &dyn std::error::Error,
            "a number that was erased in part is missing in the audit log"
        );
    }
}

/// The same failure, with where to read what was erased before.
pub(super) fn unfinished(error: Error) -> Error {
    match error {
        Error::Conflict(why) => {
            let told = [why, erasure_errors::in_receipt()];
            Error::Conflict(Message::sentences(told))
        }
        error => error,
    }
}

/// The receipts, newest first, at most 100.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn receipts(backend: &Backend, caller: &Caller) -> Result<Vec<Receipt>, Error> {
    caller.must(Action::Administer)?;
    let rows = stored::receipts(&backend.pool, None, RECEIPTS_ON_A_PAGE).await?;
    rows.into_iter().map(Receipt::read).collect()
}

/// One receipt.
///
/// # Errors
/// [`Error::NotFound`] where there is none; [`Error::Forbidden`] for all but administrators.
pub async fn receipt(backend: &Backend, caller: &Caller, id: ErasureId) -> Result<Receipt, Error> {
    caller.must(Action::Administer)?;
    let row = stored::receipts(&backend.pool, Some(id), 1).await?.pop();
    Receipt::read(row.ok_or(Error::NotFound)?)
}

impl Receipt {
    fn read(row: ReceiptRow) -> Result<Receipt, Error> {
        let held = serde_json::from_value(row.held.0.clone())
            .map_err(|_| store::Unreadable::new("erasures", "held", row.id))?;
        Ok(Receipt {
            id: row.id,
            erased_at: row.erased_at(),
            applied_again_at: row.applied_again_at(),
            is_unfinished: row.is_unfinished,
            by: row.by_name,
            hash: hex::encode(&row.number_hash),
            last_four: numbers::last_four(&format!("{:04}", row.last_four)),
            on_do_not_call: row.on_do_not_call,
            held,
        })
    }

    /// What AIRudder itself must be asked for, since nothing of it can be erased from here.
    pub fn ask_airudder(&self) -> Vec<Message> {
        let mut ask = vec![held_data::ask_for_lists(), held_data::ask_for_recordings()];
        if self.held.iter().any(|account| account.unclear > 0) {
            ask.push(held_data::ask_for_unclear());
        }
        ask
    }

    /// The tasks with the number that AIRudder has or may have, as it knows them: by these it finds what it is asked for.
    pub fn at_airudder(&self) -> Vec<Message> {
        let mut batches: Vec<&HeldBatch> = Vec::new();
        // An erasure that was interrupted tells of what it found twice.
        for batch in self.held.iter().flat_map(|account| &account.batches) {
            if !batches.contains(&batch) {
                batches.push(batch);
            }
        }
        let told = |batch: &HeldBatch| match &batch.id {
            Some(id) => held_data::task_at_airudder(id, &batch.name),
            None => held_data::task_perhaps_at_airudder(&batch.name),
        };
        batches.into_iter().map(told).collect()
    }
}
