//! Who asked not to be called in calls of which nobody knew yet that their result says so.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use leads::results::meaning::canonical_letter;
use sqlx::PgConnection;

use super::entries::{Addition, add};
use super::keys::NumberKeys;
use crate::Backend;
use crate::error::Error;
use crate::ids::{AccountId, TaskId};
use crate::store;

/// Puts the numbers of every stored call of the account on the company's list that a robot has given one of those letters, in upper case;
/// how many were not on it.
///
/// Only tasks in which the robot has given such a letter are read: never more calls than their lists have leads, and none that retention has
/// taken away.
///
/// # Errors
/// When the database fails, or what is stored cannot be decrypted.
pub(crate) async fn add_opt_outs_named_later(
    connection: &mut PgConnection,
    backend: &Backend,
    now: Timestamp,
    (account, robot): (AccountId, &str),
    letters: &BTreeSet<String>,
) -> Result<u64, Error> {
    if letters.is_empty() {
        return Ok(0);
    }
    store::allow_for_a_whole_list(connection).await?;
    let given = store::robot_results::letters_given(connection, account, robot).await?;
    let mut by_task: BTreeMap<(TaskId, bool), Vec<String>> = BTreeMap::new();
    for given in given {
        if letters.contains(&canonical_letter(&given.letter)) {
            let task = by_task.entry((given.task, given.sandbox)).or_default();
            task.push(given.letter);
        }
    }
    if by_task.is_empty() {
        return Ok(0);
    }
    let keys = NumberKeys::load(connection, backend.encryption_keys.as_ref()).await?;
    if keys.is_empty() {
        tracing::warn!(%robot, "people asked not to be called, but there is no key for do-not-call lists");
        return Ok(0);
    }
    // All of them before the first is written: from then on, whoever else has numbers for the list waits for the end of the transaction.
    let mut said_so = Vec::with_capacity(by_task.len());
    for ((task, sandbox), letters) in by_task {
        let numbers =
            store::do_not_call::numbers_with_letters(connection, task, robot, &letters).await?;
        said_so.push((task, sandbox, numbers));
    }
    let mut added = 0;
    for (task, sandbox, numbers) in said_so {
        let addition = Addition::by_result(task, sandbox, &numbers);
        added += add(connection, backend, now, &addition).await?;
    }
    Ok(added)
}
