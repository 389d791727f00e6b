//! Calls that have to end by the calling rule, and that AIRudder does not stop, or does not say so.

use backend::ids::TaskId;
use backend::tasks;
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::states::StopState;
use sqlx::PgPool;

use super::calls_end::{TO_19_00, slow_world};
use crate::support::{World, many};

/// From the launch at 19:00 to a minute before the end of the hours.
const TO_19_59: i64 = 59;

impl World {
    /// A task of that name with more calls than the evening has time for, launched at 19:00.
    async fn evening(&self, name: &str) -> TaskId {
        self.clock.forward(TO_19_00);
        self.submitted(name, many(20)).await
    }

    /// How far the stop of its batch has come, and who wants it.
    async fn end_of_calls(&self, task: TaskId) -> (StopState, String) {
        let stop = self.task(task).await.batches[0].stop.clone();
        let stop = stop.expect("it was stopped");
        (stop.state, stop.by.to_string())
    }

    async fn stop_tries(&self) -> i32 {
        sqlx::query_scalar("select attempts from stops where row = 0")
            .fetch_one(&self.owner)
            .await
            .unwrap()
    }

    /// Numbers that AIRudder refused to stop calling, and those of which it has not confirmed it; and those that it may still call.
    async fn failed_and_open(&self, task: TaskId) -> ((u32, u32), u32) {
        let view = self.task(task).await;
        let failed = view.failed_cancels;
        ((failed.refused, failed.unconfirmed), view.batches[0].open)
    }

    async fn why_attention(&self) -> String {
        let mut list = self.needing_attention("").await.tasks;
        let attention = list.remove(0).attention;
        attention.expect("it needs attention").why.to_string()
    }

    /// Hours pass, also where AIRudder counts as down for a while: nothing waits for that here.
    async fn all_calls_end(&self) {
        for _ in 0..24 {
            self.clock.forward(SignedDuration::from_mins(10));
            self.work().await;
        }
    }
}

fn by_rule(state: StopState) -> (StopState, String) {
    (state, "the calling rule".to_owned())
}

fn by_ana(state: StopState) -> (StopState, String) {
    (state, "Ana".to_owned())
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_a_person_was_refused_is_asked_for_again_and_the_task_needs_attention(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let name = "sandbox-stop-refuse";
    let task = world.evening(name).await;
    world.works_for(10).await;
    world.stop_calling(task, None).await.unwrap();
    world.works_for(TO_19_59 - 11).await;
    assert_eq!(world.end_of_calls(task).await, by_ana(StopState::Refused));
    assert_eq!(world.needing().await, [""; 0], "Ana sees it on the page");
    world.works_for(1).await;
    assert_eq!(world.end_of_calls(task).await, by_rule(StopState::Refused));
    assert_eq!(world.ended_events(task).await, 1);
    assert_eq!(world.needing().await, [name]);
    let (failed, open) = world.failed_and_open(task).await;
    assert!(open > 10, "{open}");
    assert_eq!(failed, (open, 0));
    let told = format!("AIRudder refused to cancel {open} numbers that are not to be called.");
    let why = world.why_attention().await;
    assert!(why.starts_with(&told), "{why}");
    // It is not asked again by itself.
    world.works_for(20).await;
    assert_eq!(world.stop_tries().await, 1);
    world.all_calls_end().await;
    assert_eq!(world.needing().await, [""; 0], "nobody is called any more");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_person_has_the_refused_end_of_calls_asked_for_again(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let name = "sandbox-stop-refuse";
    let task = world.evening(name).await;
    world.works_for(5).await;
    let last = world.call_rows(task).await.pop().unwrap().row;
    world.cancel(task, last).await.unwrap();
    world.works_for(TO_19_59 - 5).await;
    let (failed, open) = world.failed_and_open(task).await;
    assert_eq!(failed, (open, 0), "each number counts once");
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let again = tasks::cancel_again(backend, caller, now, task).await;
    assert_eq!(again.unwrap(), u64::from(open));
    let twice = tasks::cancel_again(backend, caller, now, task).await;
    assert_eq!(twice.unwrap(), 0, "it is asked already");
    assert_eq!(world.needing().await, [""; 0], "while it is being asked");
    world.work().await;
    assert_eq!(world.end_of_calls(task).await, by_ana(StopState::Refused));
    assert_eq!(world.needing().await, [name], "the rule still wants it");
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_end_of_calls_without_a_clear_answer_is_asked_for_again(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let task = world.evening("sandbox-stop-500-once").await;
    world.works_for(TO_19_59).await;
    assert_eq!(world.end_of_calls(task).await, by_rule(StopState::Unclear));
    world.works_for(1).await;
    assert_eq!(world.end_of_calls(task).await, by_rule(StopState::Accepted));
    assert_eq!(world.stop_tries().await, 2);
    assert_eq!(world.ended_events(task).await, 1);
    assert_eq!(world.needing().await, [""; 0]);
    world.all_calls_end().await;
    assert!(world.results(task).await.of(CallGroup::Cancelled) > 10);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_unclear_to_a_person_is_asked_for_again_by_the_rule(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.evening("sandbox-stop-500-once").await;
    world.works_for(10).await;
    world.stop_calling(task, None).await.unwrap();
    world.works_for(TO_19_59 - 11).await;
    assert_eq!(world.end_of_calls(task).await, by_ana(StopState::Unclear));
    world.works_for(1).await;
    assert_eq!(world.end_of_calls(task).await, by_rule(StopState::Accepted));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_rule_wants_what_a_person_has_just_asked_for_too(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.evening("sandbox-stop-500-once").await;
    world.works_for(TO_19_59 - 1).await;
    world.stop_calling(task, None).await.unwrap();
    world.works_for(1).await;
    assert_eq!(world.end_of_calls(task).await, by_ana(StopState::Unclear));
    world.works_for(1).await;
    assert_eq!(world.end_of_calls(task).await, by_ana(StopState::Accepted));
    assert_eq!(world.ended_events(task).await, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_end_that_stays_unclear_needs_attention_and_is_asked_for_until_nobody_is_called(
    pool: PgPool,
) {
    let mut world = slow_world(pool).await;
    let name = "sandbox-stop-500";
    let task = world.evening(name).await;
    world.works_for(TO_19_59 + 3).await;
    assert_eq!(world.stop_tries().await, 4);
    assert_eq!(world.needing().await, [""; 0], "it is tried again first");
    world.works_for(1).await;
    assert_eq!(world.needing().await, [name]);
    let (failed, open) = world.failed_and_open(task).await;
    assert_eq!(failed, (0, open));
    let why = world.why_attention().await;
    assert!(why.starts_with("AIRudder has not confirmed"), "{why}");
    world.works_for(1).await;
    assert_eq!(world.stop_tries().await, 6, "it goes on");
    world.all_calls_end().await;
    assert_eq!(world.needing().await, [""; 0]);
    let tries = world.stop_tries().await;
    world.works_for(60).await;
    assert_eq!(world.stop_tries().await, tries, "nobody is called any more");
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_end_that_came_though_the_answer_was_lost_needs_no_attention(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let task = world.evening("sandbox-stop-502").await;
    world.works_for(TO_19_59).await;
    assert_eq!(world.end_of_calls(task).await, by_rule(StopState::Unclear));
    world.works_for(30).await;
    assert!(world.stop_tries().await <= 2);
    assert_eq!(world.needing().await, [""; 0]);
    assert!(world.results(task).await.of(CallGroup::Cancelled) > 10);
}
