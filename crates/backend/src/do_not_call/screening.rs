//! Which numbers are on a list: when a list of leads is validated, at the check, and when it is submitted.

use std::collections::HashMap;

use jiff::Timestamp;
use leads::results::classify::CallGroup;
use sqlx::PgConnection;

use super::entries::{Addition, add};
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

/// A list in the version that a number was found on.
pub(crate) type ListVersion = (DoNotCallListId, i32);

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
        let listed = self.listed_in_versions(connection, numbers).await?;
        let lists = listed.into_iter();
        Ok(lists.map(|(number, (list, _))| (number, list)).collect())
    }

    /// The same, each with the version of the list, too.
    ///
    /// # Errors
    /// As of [`Screening::listed`].
    pub(crate) async fn listed_in_versions(
        &self,
        connection: &mut PgConnection,
        numbers: &[i64],
    ) -> Result<HashMap<i64, ListVersion>, Error> {
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
                listed.entry(*number).or_insert((found.list, found.version));
            }
        }
        Ok(listed)
    }
}

/// Compares the numbers of a draft with the lists as they are now, before it is checked: numbers that are on a list since go out, those
/// that are on none any more come back. Whether the draft changed.
///
/// # Errors
/// When the database fails, or what is stored cannot be decrypted.
pub(crate) async fn apply_to_draft(
    connection: &mut PgConnection,
    validation: &ValidationRules,
    draft: &DraftRecord,
    now: Timestamp,
) -> Result<bool, Error> {
    let marks = store::do_not_call::marks(connection, draft.id).await?;
    let numbers: Vec<i64> = marks.keys().copied().collect();
    let mut listed = validation.screening.listed(connection, &numbers).await?;
    let marked = marks.iter().filter(|(_, list)| list.is_some());
    let freed: Vec<i64> = marked
        .map(|(number, _)| *number)
        .filter(|number| !listed.contains_key(number))
        .collect();
    listed.retain(|number, _| marks.get(number).is_some_and(Option::is_none));
    change_marks(connection, validation, draft, now, &listed, &freed).await?;
    Ok(!listed.is_empty() || !freed.is_empty())
}

/// Takes the numbers out of a draft that are on a list since its check; how many. A number that is on none any more stays out: what is
/// submitted is what was checked.
///
/// # Errors
/// When the database fails, or what is stored cannot be decrypted.
pub(crate) async fn exclude_listed_numbers(
    connection: &mut PgConnection,
    validation: &ValidationRules,
    draft: &DraftRecord,
    now: Timestamp,
) -> Result<usize, Error> {
    let marks = store::do_not_call::marks(connection, draft.id).await?;
    let unmarked = marks.into_iter().filter(|(_, list)| list.is_none());
    let numbers: Vec<i64> = unmarked.map(|(number, _)| number).collect();
    let listed = validation.screening.listed(connection, &numbers).await?;
    change_marks(connection, validation, draft, now, &listed, &[]).await?;
    Ok(listed.len())
}

/// Notes which numbers of a draft are on a list since and which are not any more, and what that makes of its leads.
async fn change_marks(
    connection: &mut PgConnection,
    validation: &ValidationRules,
    draft: &DraftRecord,
    now: Timestamp,
    listed: &HashMap<i64, DoNotCallListId>,
    freed: &[i64],
) -> Result<(), Error> {
    let changed: Vec<i64> = listed.keys().chain(freed).copied().collect();
    if changed.is_empty() {
        return Ok(());
    }
    store::do_not_call::unmark(connection, draft.id, freed).await?;
    store::do_not_call::mark(connection, draft.id, listed).await?;
    resolve_all_duplicates(connection, validation, draft, Some(&changed)).await?;
    store::contributors::count_change_by_rule(connection, now, draft.id).await?;
    Ok(())
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
    let addition = Addition::by_result(task, backend.sandbox, &numbers);
    add(connection, backend, now, &addition).await
}
