//! What AIRudder began at once ends by the rule as it is now: never later than it had to, and earlier where the rule was changed.

use backend::ids::TaskId;
use jiff::SignedDuration;
use leads::states::{BatchState, StopState};
use leads::views::RuleForm;
use sqlx::PgPool;

use super::calls_end::slow_world;
use crate::support::{World, many};

const NOBODY: [(String, u32); 0] = [];

/// A task with more calls than the afternoon has time for, which AIRudder began at once on Monday, 15:00 in Jakarta: 17:00 in Jayapura, where
/// the hours end at 18:00.
async fn afternoon(pool: PgPool) -> (World, TaskId) {
    let mut world = slow_world(pool).await;
    world.sells_finance().await;
    world.clock.forward(SignedDuration::from_hours(6));
    let task = world.submitted("Afternoon", many(20)).await;
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
    assert_eq!(world.calls_end(task).await.as_deref(), Some("16:00"));
    (world, task)
}

impl World {
    /// How far the stop of the only batch has come, and who wants it.
    async fn stopped_by(&self, task: TaskId) -> Option<(StopState, String)> {
        let stop = self.task(task).await.batches[0].stop.clone()?;
        Some((stop.state, stop.by.to_string()))
    }
}

fn by_rule() -> Option<(StopState, String)> {
    Some((StopState::Accepted, "the calling rule".to_owned()))
}

#[sqlx::test(migrations = "../../migrations")]
async fn calls_end_earlier_where_the_rule_does_by_now(pool: PgPool) {
    let (world, task) = afternoon(pool).await;
    assert_eq!(world.planned_outside().await, NOBODY);
    let until_half_past_five = |form: &mut RuleForm| form.to = "17:30".to_owned();
    world.change_rule(1, until_half_past_five).await;
    assert_eq!(world.planned_outside().await, [(task.to_string(), 1)]);
    world.works_for(1).await;
    assert_eq!(world.calls_end(task).await.as_deref(), Some("15:30"));
    assert_eq!(world.planned_outside().await, NOBODY, "it ends in time");
    world.works_for(27).await;
    assert_eq!(world.stopped_by(task).await, None);
    world.works_for(1).await;
    assert_eq!(world.stopped_by(task).await, by_rule());
    assert_eq!(world.ended_events(task).await, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn calls_end_no_later_where_the_rule_does_by_now(pool: PgPool) {
    let (world, task) = afternoon(pool).await;
    let until_eight = |form: &mut RuleForm| form.to = "20:00".to_owned();
    world.change_rule(1, until_eight).await;
    assert_eq!(world.planned_outside().await, NOBODY);
    world.works_for(58).await;
    assert_eq!(world.calls_end(task).await.as_deref(), Some("16:00"));
    assert_eq!(world.stopped_by(task).await, None);
    world.works_for(1).await;
    assert_eq!(world.stopped_by(task).await, by_rule());
}

#[sqlx::test(migrations = "../../migrations")]
async fn calls_end_at_once_where_the_day_became_a_holiday(pool: PgPool) {
    let (world, task) = afternoon(pool).await;
    world.add_holiday("ID", "2026-11-24").await;
    world.works_for(1).await;
    assert_eq!(world.stopped_by(task).await, None, "that is tomorrow");
    world.add_holiday("ID", "2026-11-23").await;
    assert_eq!(world.planned_outside().await, [(task.to_string(), 1)]);
    world.work().await;
    assert_eq!(world.stopped_by(task).await, by_rule());
    assert_eq!(world.planned_outside().await, NOBODY);
}

#[sqlx::test(migrations = "../../migrations")]
async fn calls_for_a_reason_are_named_only_where_the_rule_was_changed(pool: PgPool) {
    let world = slow_world(pool).await;
    // 21:00, an hour after the hours.
    world.clock.forward(super::TO_EVENING);
    let draft = world.draft("Evening", many(20)).await;
    world.check(draft).await;
    let given = world.give_reason(&world.caller, draft, "They asked for the evening");
    given.await.unwrap();
    let task = world.launch_as(&world.caller, draft).await.unwrap();
    world.works_for(90).await;
    assert_eq!(world.planned_outside().await, NOBODY);
    world.add_holiday("ID", "2026-11-23").await;
    sqlx::query("update calling_rules set on_holidays = 'no_calls' where sector = 'other'")
        .execute(&world.owner)
        .await
        .unwrap();
    assert_eq!(world.planned_outside().await, [(task.to_string(), 1)]);
    world.works_for(1).await;
    assert_eq!(world.stopped_by(task).await, None, "a person decides");
}
