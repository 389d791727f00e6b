//! Cancelling one number at the provider.

use airudder_sandbox::SandboxOptions;
use backend::ids::TaskId;
use backend::{Error, tasks};
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::states::StopState;
use leads::views::TaskForm;
use sqlx::PgPool;

use crate::stops::slow_world;
use crate::support::{World, many, numbers};

/// Never answered, so that redials keep its call open.
const NEVER_ANSWERS: &str = "+628129000010";

impl World {
    pub async fn cancel(&self, task: TaskId, row: u32) -> Result<(), Error> {
        tasks::cancel_number(&self.backend, &self.caller, self.clock.now(), task, row).await
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn one_number_is_cancelled_and_the_others_are_called(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.calling("Week 48").await;
    let rows = world.call_rows(task).await;
    assert!(
        rows.iter()
            .all(|row| row.can_be_cancelled && row.cancel.is_none())
    );
    let last = rows.last().unwrap().row;
    world.cancel(task, last).await.unwrap();
    world.cancel(task, last).await.unwrap();
    world.poll().await;
    for _ in 0..6 {
        world.clock.forward(SignedDuration::from_mins(10));
        world.poll().await;
    }
    let results = world.results(task).await;
    assert_eq!(results.of(CallGroup::Cancelled), 1);
    let cancelled = world.call_rows(task).await.pop().unwrap();
    assert_eq!(cancelled.group, CallGroup::Cancelled);
    assert_eq!(cancelled.cancel.unwrap().state, StopState::Accepted);
    let sentences = world.sentences(task).await;
    let of_it: Vec<&String> = sentences
        .iter()
        .filter(|told| told.starts_with("Row "))
        .collect();
    assert_eq!(of_it.len(), 2, "{sentences:?}");
    assert!(
        sentences.iter().all(|told| !told.contains("62812300007")),
        "{sentences:?}"
    );
    let unknown = world.cancel(task, 4_000).await;
    assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_cancellation_without_a_clear_answer_can_be_asked_again(pool: PgPool) {
    let options = SandboxOptions::parse("redial-minute=10min").unwrap();
    let world = World::with(pool, options).await;
    let form = TaskForm {
        name: "sandbox-stop-500-once".to_owned(),
        redials: "3".to_owned(),
        redial_minutes: "30".to_owned(),
        ..world.form().await
    };
    let draft = world
        .draft("sandbox-stop-500-once", numbers(&[NEVER_ANSWERS]))
        .await;
    world.save(draft, &form, None).await;
    let view = world.check(draft).await;
    let task = world.submit(&view, false).await.unwrap();
    world.poll().await;
    let row = world.call_rows(task).await[0].row;
    world.cancel(task, row).await.unwrap();
    world.poll().await;
    let call = world.call_rows(task).await.remove(0);
    assert_eq!(call.cancel.unwrap().state, StopState::Unclear);
    assert!(call.can_be_cancelled);
    world.cancel(task, row).await.unwrap();
    world.poll().await;
    let call = world.call_rows(task).await.remove(0);
    assert_eq!(call.cancel.unwrap().state, StopState::Accepted);
    assert!(!call.can_be_cancelled);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_is_stopped_before_the_numbers_that_wait_to_be_cancelled(pool: PgPool) {
    let mut world = slow_world(pool).await;
    world.cuts_lists_longer_than(100).await;
    let task = world.submitted("Week 48", many(200)).await;
    world.poll().await;
    // More than are asked for at once, and all of them wait for longer than the batch.
    for call in world.call_rows(task).await.iter().rev().take(6) {
        world.cancel(task, call.row).await.unwrap();
    }
    world.clock.forward(SignedDuration::from_secs(1));
    world.stop_calling(task, Some(2)).await.unwrap();
    world.work().await;
    let answered: Vec<bool> = sqlx::query_scalar(
        "select detail ->> 'row' is null from events where kind = 'stop_accepted' order by id",
    )
    .fetch_all(&world.owner)
    .await
    .unwrap();
    assert_eq!(answered.len(), 7);
    assert!(answered[..4].contains(&true), "{answered:?}");
}
