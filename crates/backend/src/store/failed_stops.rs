//! What the provider was to stop, and did not: single numbers, and batches whose calls had to end by the calling rule. It may still call.

use jiff::Timestamp;
use sqlx::{PgConnection, PgPool};

use super::at;
use crate::ids::{PersonId, TaskId};

/// After so many tries without a yes a stop has failed, for the time being: as [`FAILED`] has it.
pub const MANY_TRIES: i32 = 5;

/// Of a row of `stops`: a number is to be cancelled, or the calling rule allows no call of the batch any more, and the provider refused, or
/// has not said yes to five tries. A person who has a batch stopped sees on its page what came of it.
pub(super) const FAILED: &str = "(stops.row > 0 or stops.for_calling_rule) and (stops.state = 'refused' \
    or stops.state in ('waiting', 'unclear') and stops.attempts >= 5 or stops.state = 'asking' and stops.attempts > 5)";

/// Of a row of `stops` that is of one number: the provider may still call it. Its call is not over, nor is its batch, nor has the provider
/// agreed to stop the batch.
pub(super) const MAY_BE_CALLED: &str = "(exists (select from calls \
        join call_polls on call_polls.task_id = calls.task_id and call_polls.part = calls.part \
        where calls.task_id = stops.task_id and calls.row = stops.row \
            and call_group in ('not_dialled', 'calling', 'waiting_for_redial', 'not_told') \
            and due_at is not null and asked_after_end = 0) \
    and not exists (select from stops as whole where whole.task_id = stops.task_id and whole.part = stops.part and whole.row = 0 \
        and whole.state = 'accepted'))";

/// The same of a row that is of a whole batch: of one of its numbers.
pub(super) const BATCH_MAY_BE_CALLED: &str = "exists (select from call_counts \
        join call_polls on call_polls.task_id = call_counts.task_id and call_polls.part = call_counts.part \
        where call_counts.task_id = stops.task_id and call_counts.part = stops.part and call_counts.calls > 0 \
            and call_group in ('not_dialled', 'calling', 'waiting_for_redial', 'not_told') \
            and due_at is not null and asked_after_end = 0)";

/// Has the provider asked again about all of a task that it refused to stop and may still call; how many numbers that are, as they were
/// counted last. As a person wants it. About what has no clear answer the worker asks by itself.
pub async fn want_again(
    connection: &mut PgConnection,
    now: Timestamp,
    task: TaskId,
    by: PersonId,
) -> sqlx::Result<u64> {
    let numbers: Option<i32> = sqlx::query_scalar(&format!(
        "with again as (update stops set state = 'waiting', wanted_by = $2, wanted_at = $3, not_before = $3, asked_at = null, \
             attempts = 0, words = null where task_id = $1 and state = 'refused' and {FAILED} \
                 and (row > 0 and {MAY_BE_CALLED} or row = 0 and {BATCH_MAY_BE_CALLED}) returning row) \
         select refused_cancels from tasks where id = $1 and exists (select from again)"
    ))
    .bind(task)
    .bind(by)
    .bind(at(now))
    .fetch_optional(connection)
    .await?;
    Ok(numbers.map_or(0, |numbers| numbers.unsigned_abs().into()))
}

/// Lets go of what has no clear answer, once nothing of it can be called any more: it is not asked about again.
pub async fn settle(pool: &PgPool, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query(&format!(
        "with batches as (update stops set not_before = 'infinity' where (task_id, part, row) in (select task_id, part, row from stops \
             where row = 0 and state = 'unclear' and for_calling_rule and not_before <= $1 and not {BATCH_MAY_BE_CALLED} \
             for update skip locked)) \
         update stops set not_before = 'infinity' where (task_id, part, row) in (select task_id, part, row from stops \
         where state = 'unclear' and row > 0 and not_before <= $1 and not {MAY_BE_CALLED} for update skip locked)"
    ))
    .bind(at(now))
    .execute(pool)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use leads::results::classify::CallGroup;

    use super::*;

    #[test]
    fn what_may_be_called_is_every_call_that_is_not_over() {
        for condition in [MAY_BE_CALLED, BATCH_MAY_BE_CALLED] {
            let named: Vec<CallGroup> = condition
                .split('\'')
                .filter_map(CallGroup::from_key)
                .collect();
            let open = CallGroup::ALL.into_iter().filter(|group| !group.is_over());
            assert_eq!(named, open.collect::<Vec<_>>());
        }
    }
}
