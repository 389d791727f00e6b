//! Counting a task anew, by what the letters mean now.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use leads::Action;

use super::meanings::{self, BatchOf};
use super::reading::{self, Inputs};
use crate::drafts::whole_list;
use crate::error::Error;
use crate::ids::TaskId;
use crate::{Backend, Caller, do_not_call, messages, retention, store};

/// Has a task whose calls are over read by the newest version of its robots' results: what each call means, and all that is
/// counted. The provider is not asked, and its answer is of the same time as before.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, [`Error::Conflict`] while its calls are asked for: the next answer is
/// read by the newest version anyway.
pub async fn count_again(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
) -> Result<(), Error> {
    caller.must(Action::Launch)?;
    let account = caller.account.id;
    let known = store::tasks::by_id(&backend.pool, account, task)
        .await?
        .ok_or(Error::NotFound)?;
    let robot = known.settings.0.robot_id;
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    // Answers are written down under the same lock.
    store::tasks::lock(&mut transaction, task).await?;
    // With its calls what is counted of them would go.
    retention::expect_kept(&mut transaction, &caller.account, now, task).await?;
    let batches = store::call_polls::of_task(&mut transaction, task).await?;
    if batches.iter().any(|(_, is_asked_for)| *is_asked_for) {
        return Err(Error::Conflict(messages::tasks::calls_are_not_over()));
    }
    for (batch, _) in batches {
        let records = store::calls::of_batch(&mut transaction, task, batch).await?;
        let of_calls = records
            .iter()
            .filter_map(|record| record.robot_id.as_deref());
        let robots: BTreeSet<&str> = of_calls.chain([robot.as_str()]).collect();
        let of = BatchOf {
            account,
            task,
            batch,
        };
        let meanings = meanings::newest_for_batch(&mut transaction, now, of, &robots).await?;
        let inputs = Inputs {
            records,
            notes: HashMap::new(),
            robot: robot.clone(),
            meanings,
        };
        let (changed, counted) = whole_list::compute(move || reading::read_stored(&inputs)).await?;
        if changed.is_empty() {
            continue;
        }
        store::calls::update(&mut transaction, task, &changed).await?;
        do_not_call::add_opt_outs(&mut transaction, backend, now, task, &changed).await?;
        store::calls::recount(&mut transaction, task, batch).await?;
        store::batches::recount_calls(&mut transaction, task, batch, &counted).await?;
    }
    transaction.commit().await?;
    backend.wake_worker();
    Ok(())
}
