//! Which numbers are on a list: when a list of leads is validated, at the check, and when it is submitted.

use std::collections::HashMap;

use jiff::Timestamp;
use leads::results::classify::CallGroup;
use sqlx::PgConnection;

use super::entries::{Addition, Source, add};
use super::keys::NumberKeys;
use crate::Backend;
use crate::drafts::{ValidationRules, resolve_all_duplicates};
use crate::encryption::EncryptionKeys;
use crate::error::Error;
use crate::ids::{AccountId, DoNotCallListId, TaskId};
use crate::store;
use crate::store::calls::ChangedCall;
use crate::store::do_not_call::ListsFor;
use crate::store::drafts::DraftRecord;

/// Compares numbers with the lists that an account applies.
#[derive(Clone, Debug)]
pub struct Screening {
    encryption: Option<EncryptionKeys>,
    lists: ListsFor,
}

impl Screening {
    /// For tasks of that account.
    pub fn of(backend: &Backend, account: AccountId) -> Screening {
        Screening {
            encryption: backend.encryption_keys.clone(),
            lists: ListsFor {
                account,
                sandbox: backend.sandbox,
            },
        }
    }

    /// Of those numbers, the ones that are on a list that is applied in the account, each with the list: the company's where it is on
    /// several.
    ///
    /// # Errors
    /// When the database fails, or what is stored cannot be decrypted.
    pub async fn listed(
        &self,
        connection: &mut PgConnection,
        numbers: &[i64],
    ) -> Result<HashMap<i64, DoNotCallListId>, Error> {
        if numbers.is_empty() {
            return Ok(HashMap::new());
        }
        let keys = NumberKeys::load(connection, self.encryption.as_ref()).await?;
        if keys.is_empty() {
            return Ok(HashMap::new());
        }
        let hashed = keys.hashed(numbers).await?;
        let mut hashes: Vec<&[u8]> = hashed.keys().map(|hash| hash.as_slice()).collect();
        // One page of the index after the other.
        hashes.sort_unstable();
        let mut listed = HashMap::new();
        for found in store::do_not_call::listed(connection, self.lists, &hashes).await? {
            if let Some(number) = found.hash().and_then(|hash| hashed.get(&hash)) {
                listed.entry(*number).or_insert(found.list);
            }
        }
        Ok(listed)
    }
}

/// How the lists changed a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DraftChange {
    /// Numbers that are on a list since.
    pub listed: usize,
    /// Numbers that are on none any more.
    pub freed: usize,
}

impl DraftChange {
    /// Whether there was none.
    pub fn is_none(self) -> bool {
        self == DraftChange::default()
    }
}

/// Compares the numbers of a draft with the lists as they are now. Call it before anything is checked or submitted.
pub(crate) async fn apply_to_draft(
    connection: &mut PgConnection,
    validation: &ValidationRules,
    draft: &DraftRecord,
    now: Timestamp,
) -> Result<DraftChange, Error> {
    let known: HashMap<i64, Option<DoNotCallListId>> =
        store::do_not_call::marks(connection, draft.id).await?;
    let numbers: Vec<i64> = known.keys().copied().collect();
    let listed = validation.screening.listed(connection, &numbers).await?;
    let mut change = DraftChange::default();
    let mut changed = Vec::new();
    for (number, before) in known {
        match (before.is_some(), listed.contains_key(&number)) {
            (false, true) => change.listed += 1,
            (true, false) => change.freed += 1,
            _ => continue,
        }
        changed.push(number);
    }
    if changed.is_empty() {
        return Ok(change);
    }
    store::do_not_call::unmark(connection, draft.id, &changed).await?;
    let marked = listed
        .into_iter()
        .filter(|(number, _)| changed.contains(number));
    store::do_not_call::mark(connection, draft.id, &marked.collect()).await?;
    resolve_all_duplicates(connection, validation, draft, Some(&changed)).await?;
    store::contributors::count_change_by_rule(connection, now, draft.id).await?;
    Ok(change)
}

/// Puts numbers on the company's list whose calls say so, by what their robot's results mean.
///
/// # Errors
/// When the database fails, or what is stored cannot be decrypted.
pub(crate) async fn add_opt_outs(
    connection: &mut PgConnection,
    backend: &Backend,
    now: Timestamp,
    task: TaskId,
    changed: &[ChangedCall],
) -> Result<u64, Error> {
    let opted_out = changed
        .iter()
        .filter(|call| call.classified.group == CallGroup::DoNotCall);
    let rows: Vec<i32> = opted_out.map(|call| call.row).collect();
    if rows.is_empty() {
        return Ok(0);
    }
    let keys = NumberKeys::load(connection, backend.encryption_keys.as_ref()).await?;
    if keys.is_empty() {
        tracing::warn!(%task, "people asked not to be called, but there is no key for do-not-call lists");
        return Ok(0);
    }
    let numbers = store::do_not_call::numbers_of_calls(connection, task, &rows).await?;
    let addition = Addition {
        numbers: &numbers,
        source: Source::Result,
        by: None,
        reason: None,
        task: Some(task),
        sandbox: backend.sandbox,
    };
    add(connection, backend, now, &addition).await
}
