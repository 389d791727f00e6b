//! Erasing a number because its person asks for it: what is held of it, in every account, and a receipt once that is gone.
//!
//! Architecture invariant: the receipt names nobody. It has the last four digits and a hash by a key that is outside of the database.
//!
//! Architecture invariant: a batch that may still be sent is built anew without the lead, and its digest is renewed with an event, so that
//! what goes out is what the events say.

mod held;
mod in_account;
mod restore;

use jiff::Timestamp;
use leads::{Action, numbers};
use localization::Message;
use serde::{Deserialize, Serialize};

pub use held::{HeldInAccount, HeldList};
pub(crate) use restore::{erase_again, numbers_of};

use crate::audit::{AuditAction, AuditEntry};
use crate::confirmation::Purpose;
use crate::do_not_call::{self, Addition, Source};
use crate::error::Error;
use crate::hourly::Costly;
use crate::ids::{ErasureId, PersonId};
use crate::messages::held_data;
use crate::restore::{self as restore_journal, Change};
use crate::store::erasures::{self as stored, NewReceipt, ReceiptRow};
use crate::store::{self, audit};
use crate::{Backend, Caller, people};

/// What hashes of numbers that were erased are for.
const PURPOSE: &str = "erased number";

/// The most receipts of the page.
const RECEIPTS_ON_A_PAGE: i64 = 100;

/// What is held of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Its last four digits, with dots before them.
    pub last_four: String,
    /// The accounts that hold something.
    pub accounts: Vec<HeldInAccount>,
}

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
    /// When it was erased once more, after a restore from a backup.
    pub applied_again_at: Option<Timestamp>,
}

/// A number that somebody asks to have erased, as it is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    number: i64,
}

impl Wanted {
    /// The number in a text, as somebody in the caller's country means it.
    fn parse(text: &str, caller: &Caller) -> Result<Wanted, Error> {
        let number = do_not_call::number_of(text, caller)?;
        Ok(Wanted { number })
    }

    /// A pattern of Postgres for its last seven digits in that order, with little between them: what it finds is looked at more closely.
    fn pattern(self) -> String {
        let digits = self.number.to_string();
        let last = &digits[digits.len().saturating_sub(7)..];
        let digits: Vec<String> = last.chars().map(String::from).collect();
        digits.join("[^0-9]{0,3}")
    }

    /// Whether a text spells it.
    fn is_in(self, text: &str, calling_codes: &[&str]) -> bool {
        leads::spelt_numbers(text, calling_codes).contains(&self.number)
    }

    fn last_four(self) -> i32 {
        do_not_call::last_four(self.number)
    }

    fn shown(self) -> String {
        numbers::last_four(&self.number.to_string())
    }
}

/// What is held of a number in all accounts. Who looks is written down: it is a look at personal data.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators who have confirmed lately that it is them; [`Error::Problems`] for `number`.
pub async fn find(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    number: &str,
) -> Result<Held, Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let wanted = Wanted::parse(number, caller)?;
    backend.count(caller, Costly::NumberSearch, now)?;
    let held = held::in_all_accounts(backend, wanted).await?;
    let places = held.iter().map(|account| account.rows()).sum();
    let entry = AuditEntry::of(caller, now, AuditAction::ErasureLookedUp { rows: places });
    audit::insert(&backend.pool, &entry).await?;
    Ok(Held {
        last_four: wanted.shown(),
        accounts: held,
    })
}

/// Erases a number in all accounts; with `keep_on_list` it stays on the company's do-not-call list, as a keyed hash. The receipt is in
/// the [restore journal](Backend::with_restore_journal) too, where there is one.
///
/// # Errors
/// As of [`find`]; [`Error::Conflict`] where a batch with it is being sent: nothing is erased then; [`Error::NoEncryptionKey`].
pub async fn erase(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: ErasureId,
    (number, keep_on_list): (&str, bool),
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let wanted = Wanted::parse(number, caller)?;
    let hash = hash(backend, wanted.number)?;
    // Before anything is erased: a list or a file that cannot be written to is no reason to have erased half.
    if let Some(journal) = backend.restore_journal() {
        journal.expect_writable()?;
    }
    let mut transaction = backend.pool.begin().await?;
    if keep_on_list {
        do_not_call::expect_key(&mut transaction, backend).await?;
    }
    // It waits for the accounts, which read every lead.
    store::allow_for_a_whole_list(&mut transaction).await?;
    let held = erase_in_all_accounts(backend, now, wanted, Some(caller)).await?;
    if keep_on_list {
        leave_on_list(backend, &mut transaction, now, wanted, caller.person).await?;
    }
    let details = Details {
        id,
        erased_at: now,
        by: Some(caller.person),
        hash: hex::encode(&hash),
        last_four: wanted.last_four(),
        on_do_not_call: keep_on_list,
    };
    let erased = Change::NumberErased(details.clone());
    restore_journal::record(&mut transaction, backend, now, erased).await?;
    write_receipt(&mut transaction, &details, &held, None).await?;
    let (accounts, rows) = (
        held.len() as u64,
        held.iter().map(|account| account.rows()).sum(),
    );
    let erased = AuditAction::NumberErased {
        accounts,
        rows,
        on_do_not_call: keep_on_list,
    };
    audit::insert(&mut *transaction, &AuditEntry::of(caller, now, erased)).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    backend.wake_worker();
    Ok(())
}

/// What a receipt says but for what was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Details {
    id: ErasureId,
    erased_at: Timestamp,
    by: Option<PersonId>,
    /// In hexadecimal digits.
    hash: String,
    last_four: i32,
    on_do_not_call: bool,
}

async fn write_receipt(
    connection: &mut sqlx::PgConnection,
    details: &Details,
    held: &[HeldInAccount],
    applied_again_at: Option<Timestamp>,
) -> Result<(), Error> {
    let held = serde_json::to_value(held)
        .map_err(|_| Error::Inconsistent("what is held cannot be written"))?;
    let hash = hex::decode(&details.hash);
    let hash = hash.map_err(|_| Error::Inconsistent("the hash of a receipt cannot be read"))?;
    let new = NewReceipt {
        id: details.id,
        erased_at: details.erased_at,
        by: details.by,
        number_hash: &hash,
        last_four: details.last_four,
        on_do_not_call: details.on_do_not_call,
        held: &held,
        applied_again_at,
    };
    Ok(stored::insert(connection, &new).await?)
}

async fn erase_in_all_accounts(
    backend: &Backend,
    now: Timestamp,
    wanted: Wanted,
    caller: Option<&Caller>,
) -> Result<Vec<HeldInAccount>, Error> {
    let accounts = backend.each_account().await?;
    if caller.is_some() {
        for account in &accounts {
            in_account::expect_nothing_is_being_sent(account, wanted).await?;
        }
    }
    let mut held = Vec::new();
    for account in &accounts {
        held.extend(in_account::erase(account, now, wanted, caller).await?);
    }
    Ok(held)
}

async fn leave_on_list(
    backend: &Backend,
    connection: &mut sqlx::PgConnection,
    now: Timestamp,
    wanted: Wanted,
    by: PersonId,
) -> Result<(), Error> {
    let addition = Addition {
        numbers: &[wanted.number],
        source: Source::Erasure,
        by: Some(by),
        reason: None,
        task: None,
        sandbox: false,
    };
    do_not_call::add(connection, backend, now, &addition).await?;
    Ok(())
}

fn hash(backend: &Backend, number: i64) -> Result<Vec<u8>, Error> {
    let keys = backend.encryption_keys()?;
    Ok(keys.sign(PURPOSE, number.to_string().as_bytes()))
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
}
