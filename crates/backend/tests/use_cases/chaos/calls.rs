//! What must hold for calls at the end of every schedule, whatever answers have crossed.

use backend::ids::TaskId;
use backend::tasks;
use jiff::SignedDuration;

use super::Submitted;
use crate::sums_of_calls::assert_summed;
use crate::support::World;

/// Every lead of a created batch has one call, what is counted is what is stored, and what is over stays as it is.
pub(super) async fn calls_add_up(world: &World, task: &Submitted, which: &str) {
    let (sent, calls): (i64, i64) = sqlx::query_as(
        "select coalesce(sum(lead_count), 0) - (select count(*) from part_refusals join parts using (task_id, number) \
             where task_id = $1 and state = 'created'), (select count(*) from calls where task_id = $1) \
         from parts where task_id = $1 and state = 'created'",
    )
    .bind(task.id)
    .fetch_one(world.backend.pool())
    .await
    .unwrap();
    assert_eq!(calls, sent, "{which}: leads of created batches and calls");
    assert_counted(world, task.id, which).await;
    let before = over(world, task.id).await;
    for _ in 0..2 {
        world.clock.forward(SignedDuration::from_mins(6));
        world.work().await;
    }
    // What the provider has forgotten or refuses to tell is no concern here.
    let _ = tasks::refresh(&world.backend, &world.caller, world.clock.now(), task.id).await;
    assert_counted(world, task.id, which).await;
    assert_every_stop_has_come_to_an_end(world, task.id, which).await;
    let after = over(world, task.id).await;
    for call in before {
        assert!(
            after.contains(&call),
            "{which}: {call:?} has moved backwards"
        );
    }
}

async fn assert_counted(world: &World, task: TaskId, which: &str) {
    let differ: i64 = sqlx::query_scalar(
        "with stored as (select part, call_group, count(*) as calls, count(*) filter (where reached) as reached, \
             coalesce(sum(talk_seconds), 0) as talk from calls where task_id = $1 group by 1, 2), \
         counted as (select part, call_group, sum(calls) as calls, sum(reached) as reached, sum(talk_seconds) as talk \
             from call_counts where task_id = $1 group by 1, 2) \
         select count(*) from stored full join counted using (part, call_group) \
         where (stored.calls, stored.reached, stored.talk) is distinct from (counted.calls, counted.reached, counted.talk)",
    )
    .bind(task)
    .fetch_one(world.backend.pool())
    .await
    .unwrap();
    assert_eq!(differ, 0, "{which}: what is counted is not what is stored");
    assert_summed(world.backend.pool(), task, which).await;
}

/// What was to be stopped at the provider was asked for, where the provider has the batch: it said yes or no, or it is not clear.
async fn assert_every_stop_has_come_to_an_end(world: &World, task: TaskId, which: &str) {
    let open: i64 = sqlx::query_scalar(
        "select count(*) from stops join parts on parts.task_id = stops.task_id and parts.number = stops.part \
         where stops.task_id = $1 and parts.state = 'created' and stops.state in ('waiting', 'asking')",
    )
    .bind(task)
    .fetch_one(world.backend.pool())
    .await
    .unwrap();
    assert_eq!(open, 0, "{which}: stops that nobody asks for");
}

/// The calls that are over: row, state, letter.
async fn over(world: &World, task: TaskId) -> Vec<(i32, Option<String>, Option<String>)> {
    sqlx::query_as(
        "select row, status, letter from calls where task_id = $1 and status in ('finished', 'cancelled') order by row",
    )
    .bind(task)
    .fetch_all(world.backend.pool())
    .await
    .unwrap()
}
