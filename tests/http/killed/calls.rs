//! Killed while what AIRudder tells of calls is stored.

use sqlx::PgPool;

use super::{World, leads};
use crate::support::visible_text;

/// Batches whose counts are not those of their calls, and leads that have no call.
const MISCOUNTED: &str = "select (select count(*) from (select task_id, part, call_group, count(*) as calls, \
        count(*) filter (where reached) as reached from calls group by 1, 2, 3) as rows \
    full join (select task_id, part, call_group, sum(calls) as calls, sum(reached) as reached from call_counts group by 1, 2, 3) as counts \
        using (task_id, part, call_group) where (rows.calls, rows.reached) is distinct from (counts.calls, counts.reached)) \
    + (select count(*) from submitted_numbers where not exists (select from calls where calls.task_id = submitted_numbers.task_id \
        and calls.number = submitted_numbers.number))";

#[sqlx::test(migrations = false)]
async fn calls_that_were_half_stored_are_as_they_were_and_are_asked_for_again(pool: PgPool) {
    let world = World::new(pool).await;
    let process = world.process().await;
    world.set_batch_size(4_000).await;
    let member = world.member(&process).await;
    let draft = member
        .new_draft("Called", "many.csv", leads(10_001).into())
        .await;
    let task = member.submit(&member.check(&draft).await, &[]).await;
    member.await_task(&task).await;
    world.until("select count(*) = 3 from call_polls").await;

    // The calls are written by then, and their counts wait.
    let counts = world
        .hold("lock table call_counts in access exclusive mode")
        .await;
    world.execute("update call_polls set due_at = now()").await;
    world.until_waiting_for("relation").await;
    process.kill();
    counts.rollback().await.expect("the lock is given back");
    let untold: bool = world
        .value("select bool_and(call_group = 'not_dialled' and not listed) from calls")
        .await;
    assert!(untold, "nothing is half stored");
    assert_eq!(world.value::<i64>(MISCOUNTED).await, 0);

    let process = world.process().await;
    let member = member.at(&process.address);
    world
        .execute("update call_polls set lease_until = now() - interval '1 hour'")
        .await;
    world
        .until("select bool_and(asked_at is not null) from call_polls")
        .await;
    world.until("select bool_and(listed) from calls").await;
    assert_eq!(world.value::<i64>(MISCOUNTED).await, 0);
    let page = visible_text(&member.get(&task).await.page());
    assert!(page.contains("of 10,001 sent"), "{page}");
    world.ends_well(process).await;
}
