//! Erasing a number because its person asks for it: what is held of it, in every account, and a receipt once that is gone.
//!
//! Architecture invariant: what was erased is in a receipt, whatever fails afterwards. The receipt is begun before, and each account adds its
//! part in the transaction in which it erases.
//!
//! Architecture invariant: a number that is to stay on the do-not-call list is on it before anything is erased, and in the restore journal before
//! the erasure: whoever is erased in part is not called, and a receipt says that the number is on the list only once it is.
//!
//! Architecture invariant: the receipt names nobody. It has the last four digits and a hash by a key that is outside of the database.
//!
//! Architecture invariant: a batch that may still be sent is built anew without the lead, and its digest is renewed with an event, so that
//! what goes out is what the events say.

mod held;
mod in_account;
mod receipt;
mod restore;

use jiff::Timestamp;
use leads::{Action, numbers};
use serde::{Deserialize, Serialize};

pub use held::{HeldBatch, HeldInAccount, HeldList};
pub use receipt::{Receipt, receipt, receipts};
pub(crate) use restore::{erase_again, numbers_of};

use crate::audit::{AuditAction, AuditEntry};
use crate::confirmation::Purpose;
use crate::do_not_call::{self, Addition, Source};
use crate::error::Error;
use crate::hourly::Costly;
use crate::ids::{ErasureId, PersonId};
use crate::store::{audit, receipts as stored};
use crate::{Backend, Caller};

/// What hashes of numbers that were erased are for.
const PURPOSE: &str = "erased number";

/// What is held of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Its last four digits, with dots before them.
    pub last_four: String,
    /// The accounts that hold something.
    pub accounts: Vec<HeldInAccount>,
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

/// Erases a number in all accounts; with `keep_on_list` it is put on the company's do-not-call list first, as a keyed hash. The receipt is in
/// the [restore journal](Backend::with_restore_journal) too, where there is one. It has that `id`, or that of the receipt which an earlier
/// try for the number could not finish: what was erased then is in it, and this goes on where that stopped.
///
/// # Errors
/// As of [`find`]; [`Error::Conflict`] where a batch with it is being sent: nothing is erased then, or not everything where it is sent in
/// the middle of it, which the receipt says; [`Error::NoEncryptionKey`].
pub async fn erase(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: ErasureId,
    (number, keep_on_list): (&str, bool),
) -> Result<ErasureId, Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let wanted = Wanted::parse(number, caller)?;
    let details = Details {
        id,
        erased_at: now,
        by: Some(caller.person),
        hash: hex::encode(hash(backend, wanted.number)?),
        last_four: wanted.last_four(),
        on_do_not_call: keep_on_list,
    };
    for account in &backend.each_account().await? {
        in_account::expect_nothing_is_being_sent(account, wanted).await?;
    }
    let begun = receipt::begin(backend, caller, wanted, details).await?;
    let work = Erasure {
        now,
        wanted,
        receipt: begun.id,
        caller: Some(caller),
    };
    let mut held = Vec::new();
    let done = match erase_in_all_accounts(backend, &work, &mut held).await {
        Ok(()) => finish(backend, caller, &work, &held, begun.on_do_not_call).await,
        Err(error) => Err(error),
    };
    // It cancels calls of what is erased, also where that is not everything.
    backend.wake_worker();
    if let Err(error) = done {
        if !held.is_empty() {
            let erased = erased_in(&held, begun.on_do_not_call);
            receipt::record_unfinished(backend, caller, now, erased).await;
        }
        return Err(receipt::unfinished(error));
    }
    Ok(begun.id)
}

/// What is erased, and in whose receipt it is written.
#[derive(Clone, Copy)]
struct Erasure<'a> {
    now: Timestamp,
    wanted: Wanted,
    receipt: ErasureId,
    /// Nobody after a restore.
    caller: Option<&'a Caller>,
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

impl Details {
    /// The receipt's id.
    pub(crate) fn id(&self) -> ErasureId {
        self.id
    }
}

/// Erases it in one account after the other, each in a transaction of its own; `held` is what was erased until then, whatever comes of it.
async fn erase_in_all_accounts(
    backend: &Backend,
    work: &Erasure<'_>,
    held: &mut Vec<HeldInAccount>,
) -> Result<(), Error> {
    for account in &backend.each_account().await? {
        held.extend(in_account::erase(account, work).await?);
    }
    Ok(())
}

async fn finish(
    backend: &Backend,
    caller: &Caller,
    work: &Erasure<'_>,
    held: &[HeldInAccount],
    on_do_not_call: bool,
) -> Result<(), Error> {
    let mut transaction = backend.pool.begin().await?;
    stored::finish(&mut transaction, work.receipt).await?;
    let erased = erased_in(held, on_do_not_call);
    let entry = AuditEntry::of(caller, work.now, erased);
    audit::insert(&mut *transaction, &entry).await?;
    transaction.commit().await?;
    Ok(())
}

/// What the audit log says of a number that was erased there.
fn erased_in(held: &[HeldInAccount], on_do_not_call: bool) -> AuditAction {
    AuditAction::NumberErased {
        accounts: held.len() as u64,
        rows: held.iter().map(HeldInAccount::rows).sum(),
        on_do_not_call,
    }
}

/// Puts the number on the company's do-not-call list, where it is not on it yet.
async fn leave_on_list(
    connection: &mut sqlx::PgConnection,
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    wanted: Wanted,
) -> Result<(), Error> {
    let addition = Addition {
        numbers: &[wanted.number],
        source: Source::Erasure,
        by: Some(caller.person),
        reason: None,
        task: None,
        sandbox: false,
    };
    let added = do_not_call::add(connection, backend, now, &addition).await?;
    if added > 0 {
        let action = AuditAction::DoNotCallAdded { numbers: added };
        audit::insert(connection, &AuditEntry::of(caller, now, action)).await?;
    }
    Ok(())
}

fn hash(backend: &Backend, number: i64) -> Result<Vec<u8>, Error> {
    let keys = backend.encryption_keys()?;
    Ok(keys.sign(PURPOSE, number.to_string().as_bytes()))
}
