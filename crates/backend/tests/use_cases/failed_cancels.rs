//! Numbers that are on a do-not-call list, or that somebody does not want called, and that AIRudder does not cancel.

use backend::ids::TaskId;
use backend::tasks;
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::states::{Attention, FailedCancels, StopState, TaskState};
use leads::views::StopView;
use sqlx::PgPool;

use crate::stops::slow_world;
use crate::support::World;

/// The last number of [`World::calling`], and the one before.
const LAST: &str = "+62812300007";
const BEFORE_LAST: &str = "+62812300006";

/// More than the pauses before the second to the fifth try: 1, 2, 4 and 8 seconds.
const PAUSES: [i64; 4] = [2, 3, 5, 9];

impl World {
    /// A task of that name that is calling, and whose last number was put on the list since: AIRudder was asked once to cancel it.
    async fn listed_meanwhile(&self, name: &str) -> TaskId {
        let task = self.calling(name).await;
        self.clock.forward(SignedDuration::from_secs(31));
        self.poll().await;
        assert_eq!(self.task(task).await.state, TaskState::Calling);
        self.add_to_do_not_call(LAST).await.unwrap();
        self.poll().await;
        task
    }

    /// The cancellation of the last number.
    async fn cancel_of_last(&self, task: TaskId) -> StopView {
        let last = self.call_rows(task).await.pop().unwrap();
        last.cancel.expect("it was to be cancelled")
    }

    /// How often AIRudder was asked to cancel numbers.
    async fn tries(&self) -> i32 {
        sqlx::query_scalar("select attempts from stops where row > 0 order by row desc limit 1")
            .fetch_one(&self.owner)
            .await
            .unwrap()
    }

    async fn works_after(&self, seconds: i64) {
        self.clock.forward(SignedDuration::from_secs(seconds));
        self.poll().await;
    }

    async fn cancel_again(&self, task: TaskId) -> u64 {
        let now = self.clock.now();
        tasks::cancel_again(&self.backend, &self.caller, now, task)
            .await
            .unwrap()
    }

    /// Why a task needs attention, as the list has it.
    async fn reason(&self, task: TaskId) -> Option<Attention> {
        let list = self.needing_attention("").await;
        let task = task.to_string();
        let mut tasks = list.tasks.into_iter();
        tasks.find(|row| row.id == task)?.attention
    }

    /// The events of the task that begin with the row of a number.
    async fn events_of_numbers(&self, task: TaskId) -> Vec<String> {
        let mut sentences = self.sentences(task).await;
        sentences.retain(|sentence| sentence.starts_with("Row "));
        sentences
    }
}

const fn refused(refused: u32) -> FailedCancels {
    FailedCancels {
        refused,
        unconfirmed: 0,
    }
}

const UNCONFIRMED: FailedCancels = FailedCancels {
    refused: 0,
    unconfirmed: 1,
};

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_needs_attention_while_airudder_may_call_a_number_that_it_refused_to_cancel(
    pool: PgPool,
) {
    let mut world = slow_world(pool).await;
    let name = "sandbox-stop-refuse";
    let task = world.listed_meanwhile(name).await;
    assert_eq!(world.cancel_of_last(task).await.state, StopState::Refused);
    assert_eq!(world.needing().await, [name]);
    let view = world.task(task).await;
    assert_eq!(
        (view.state, view.failed_cancels, view.attention),
        (TaskState::Calling, refused(1), None)
    );
    let reason = world.reason(task).await.unwrap();
    assert_eq!(
        reason.why.to_string(),
        "AIRudder refused to cancel 1 number that is not to be called. It may still call it."
    );
    assert_eq!(reason.done_blocker, None);
    // It is not asked again by itself.
    world.works_after(300).await;
    assert_eq!(world.tries().await, 1);
    assert_eq!(world.needing().await, [name]);
    // Once its call is over, there is nothing to do about it.
    world.called_to_the_end().await;
    let last = world.call_rows(task).await.pop().unwrap();
    assert!(last.group.is_over(), "{:?}", last.group);
    assert_eq!(world.needing().await, [""; 0]);
    assert!(!world.task(task).await.failed_cancels.any());
    assert_eq!(world.cancel_again(task).await, 0, "its call is over");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_person_has_a_refused_cancellation_asked_again(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let name = "sandbox-stop-refuse";
    let task = world.listed_meanwhile(name).await;
    assert_eq!(world.needing().await, [name]);
    assert_eq!(world.cancel_again(task).await, 1);
    assert_eq!(world.cancel_again(task).await, 0, "it is asked already");
    assert_eq!(world.needing().await, [""; 0], "while it is being asked");
    world.poll().await;
    assert_eq!(world.needing().await, [name], "it refused again");
    let sentences = world.sentences(task).await;
    let again = "Wants AIRudder asked again to cancel 1 number.";
    let told = sentences.iter().filter(|told| *told == again);
    assert_eq!(told.count(), 1, "{sentences:?}");
    assert_eq!(world.events_of_numbers(task).await.len(), 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_cancellation_without_a_clear_answer_is_asked_again_until_airudder_agrees(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let task = world.listed_meanwhile("sandbox-stop-500-once").await;
    assert_eq!(world.cancel_of_last(task).await.state, StopState::Unclear);
    assert_eq!(world.needing().await, [""; 0], "it is tried again first");
    world.works_after(2).await;
    assert_eq!(world.cancel_of_last(task).await.state, StopState::Accepted);
    world.called_to_the_end().await;
    assert_eq!(world.tries().await, 2);
    let results = world.results(task).await;
    assert_eq!(results.of(CallGroup::Cancelled), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_stays_unclear_after_five_tries_needs_attention_and_is_asked_until_the_call_is_over(
    pool: PgPool,
) {
    let mut world = slow_world(pool).await;
    let name = "sandbox-stop-500";
    let task = world.listed_meanwhile(name).await;
    for (tries, pause) in (1..).zip(PAUSES) {
        assert_eq!(world.tries().await, tries);
        assert_eq!(world.needing().await, [""; 0], "after {tries} tries");
        world.works_after(pause).await;
    }
    assert_eq!(world.tries().await, 5);
    assert_eq!(world.needing().await, [name]);
    assert_eq!(world.task(task).await.failed_cancels, UNCONFIRMED);
    let reason = world.reason(task).await.unwrap();
    assert!(
        reason
            .why
            .to_string()
            .starts_with("AIRudder has not confirmed"),
        "{reason:?}"
    );
    let now = world.clock.now();
    let layout = backend::layout::layout(&world.backend, &world.caller, now);
    assert_eq!(
        layout.provider_down, None,
        "AIRudder answers everything else"
    );
    world.works_after(17).await;
    assert_eq!(world.tries().await, 6, "it goes on");
    assert_eq!(world.needing().await, [name]);
    world.called_to_the_end().await;
    assert_eq!(world.needing().await, [""; 0]);
    let tries = world.tries().await;
    world.works_after(3_600).await;
    assert_eq!(world.tries().await, tries, "nobody is called any more");
    // However often it was asked.
    assert_eq!(world.events_of_numbers(task).await.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_that_was_cancelled_though_the_answer_was_lost_needs_no_attention(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let task = world.listed_meanwhile("sandbox-stop-502").await;
    assert_eq!(world.cancel_of_last(task).await.state, StopState::Unclear);
    // The second try is refused as the first one was carried out; the calls, which are asked for at once, say so.
    for _ in 0..3 {
        world.works_after(11).await;
    }
    let last = world.call_rows(task).await.pop().unwrap();
    assert_eq!(last.group, CallGroup::Cancelled);
    assert_eq!(world.needing().await, [""; 0]);
    assert!(world.tries().await <= 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn another_refused_number_brings_back_a_task_that_was_marked_as_done(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let name = "sandbox-stop-refuse";
    let task = world.listed_meanwhile(name).await;
    world.mark_done(task).await.unwrap();
    assert_eq!(world.needing().await, [""; 0]);
    let view = world.task(task).await;
    assert_eq!(view.done.map(|(by, _)| by).as_deref(), Some("Ana"));
    assert!(!view.failed_cancels.any());
    // What is counted anew is the same number.
    world.works_after(60).await;
    assert_eq!(world.needing().await, [""; 0]);
    world.add_to_do_not_call(BEFORE_LAST).await.unwrap();
    world.poll().await;
    assert_eq!(world.task(task).await.state, TaskState::Calling);
    assert_eq!(world.needing().await, [name]);
    assert_eq!(world.task(task).await.failed_cancels, refused(2));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_airudder_agrees_to_stop_leaves_no_number_to_cancel(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let task = world.listed_meanwhile("sandbox-stop-500-once").await;
    // As if AIRudder had refused: the name of a task has all of its stops refused, or none.
    sqlx::query("update stops set state = 'refused'")
        .execute(&world.owner)
        .await
        .unwrap();
    world.works_after(60).await;
    assert_eq!(world.task(task).await.failed_cancels, refused(1));
    world.stop_calling(task, None).await.unwrap();
    world.work().await;
    assert_eq!(world.needing().await, [""; 0]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_that_a_person_cancels_is_asked_about_again_in_the_same_way(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let task = world.calling("sandbox-stop-500").await;
    let last = world.call_rows(task).await.pop().unwrap().row;
    world.cancel(task, last).await.unwrap();
    world.poll().await;
    for pause in PAUSES {
        world.works_after(pause).await;
    }
    assert_eq!(world.tries().await, 5);
    assert_eq!(world.needing().await, ["sandbox-stop-500"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_try_that_does_not_reach_airudder_leaves_the_earlier_one_unclear(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let task = world.listed_meanwhile("sandbox-stop-500-once").await;
    let before = world.cancel_of_last(task).await;
    world.stop_provider().await;
    world.clock.forward(SignedDuration::from_mins(2));
    world.work().await;
    assert_eq!(world.tries().await, 2);
    let after = world.cancel_of_last(task).await;
    assert_eq!(
        (after.state, after.asked.map(|asked| asked.iso)),
        (StopState::Unclear, before.asked.map(|asked| asked.iso))
    );
}
