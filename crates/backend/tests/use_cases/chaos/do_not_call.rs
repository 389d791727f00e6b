//! What must hold for people who said no, whenever they did.

use backend::ids::TaskId;

use super::Submitted;
use crate::support::World;

/// How many leads were taken out of the batches of a task.
pub(super) async fn left_out(world: &World, task: TaskId) -> u32 {
    let left_out: i64 =
        sqlx::query_scalar("select count(*) from left_out_leads where task_id = $1")
            .bind(task)
            .fetch_one(world.backend.pool())
            .await
            .unwrap();
    u32::try_from(left_out).unwrap()
}

/// Of everybody who is on the list and whose call is not over, the provider was asked to cancel the number.
pub(super) async fn nobody_is_called_who_said_no(world: &World, task: &Submitted, which: &str) {
    let open: Vec<i64> = sqlx::query_scalar(
        "select number from calls where task_id = $1 and call_group in ('not_dialled', 'calling', 'waiting_for_redial', 'not_told') \
         and not exists (select from stops where stops.task_id = calls.task_id and stops.part = calls.part and stops.row in (0, calls.row))",
    )
    .bind(task.id)
    .fetch_all(world.backend.pool())
    .await
    .unwrap();
    for number in open {
        let now = world.clock.now();
        let number = format!("+{number}");
        let held = backend::do_not_call::find(&world.backend, &world.caller, now, &number).await;
        assert!(held.unwrap().is_empty(), "{which}: {number} may be called");
    }
}
