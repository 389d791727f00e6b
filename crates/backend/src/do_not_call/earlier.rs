//! Who asked not to be called before there was a list.

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;
use sqlx::PgConnection;

use super::entries::{Addition, add};
use super::keys::NumberKeys;
use crate::Backend;
use crate::error::Error;
use crate::ids::TaskId;
use crate::store;

/// Puts on the company's list who said so in calls that were counted before there was the list, once for each account; how many that were.
/// Without a key for hashes nothing is done, and the next start tries again.
///
/// # Errors
/// When the database fails, or what is stored cannot be decrypted.
pub async fn take_in_earlier_opt_outs(backend: &Backend, now: Timestamp) -> Result<u64, Error> {
    let mut added = 0;
    for account in backend.each_account().await? {
        added += of_account(&account, now).await?;
    }
    Ok(added)
}

async fn of_account(backend: &Backend, now: Timestamp) -> Result<u64, Error> {
    let Some(account) = backend.account else {
        return Ok(0);
    };
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    if !store::do_not_call::begin_earlier_opt_outs(&mut transaction, now, account).await? {
        return Ok(0);
    }
    let keys = NumberKeys::load(&mut transaction, backend.encryption_keys.as_ref()).await?;
    if keys.is_empty() {
        // What was begun is not committed.
        return Ok(0);
    }
    let mut by_task: BTreeMap<(TaskId, bool), Vec<i64>> = BTreeMap::new();
    for said in store::do_not_call::earlier_opt_outs(&mut transaction).await? {
        let key = (said.task, said.sandbox);
        by_task.entry(key).or_default().push(said.number);
    }
    let mut added = 0;
    for ((task, sandbox), numbers) in by_task {
        let numbers = never_taken_off(&mut transaction, &keys, numbers).await?;
        let addition = Addition::by_result(task, sandbox, &numbers);
        added += add(&mut transaction, backend, now, &addition).await?;
    }
    transaction.commit().await?;
    Ok(added)
}

/// Those of the numbers that nobody has taken off the list: calls that said so are also of the time since there is one.
async fn never_taken_off(
    connection: &mut PgConnection,
    keys: &NumberKeys,
    mut numbers: Vec<i64>,
) -> Result<Vec<i64>, Error> {
    let hashed = keys.hashed(&numbers).await?;
    let hashes: Vec<&[u8]> = hashed.keys().map(|hash| &hash[..]).collect();
    let taken_off =
        store::do_not_call::taken_off_since(connection, &hashes, Timestamp::UNIX_EPOCH).await?;
    let taken_off: HashSet<i64> = taken_off
        .iter()
        .filter_map(|hash| hashed.get(hash.as_slice()).copied())
        .collect();
    numbers.retain(|number| !taken_off.contains(number));
    Ok(numbers)
}
