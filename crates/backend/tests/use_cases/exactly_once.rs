//! What becomes of batches of which no usable answer came, and what a person can decide about them.

use std::time::Duration;

use airudder_sandbox::SandboxOptions;
use backend::{Error, tasks};
use jiff::SignedDuration;
use leads::states::{BatchState, MAX_SEARCHES, TaskState};
use leads::views::BatchView;
use sqlx::PgPool;

use crate::support::{World, many, numbers};
use backend::ids::TaskId;

impl World {
    pub async fn batch(&self, task: TaskId) -> BatchView {
        self.task(task).await.batches.remove(0)
    }

    /// Lets the worker look until so many looks are due and done.
    pub async fn searches(&self, searches: u32) {
        for _ in 0..searches {
            self.clock.forward(SignedDuration::from_secs(30));
            self.work().await;
        }
    }

    /// A task of that name whose batch was sent, and is not found in the provider's list.
    async fn not_found(&self, name: &str) -> TaskId {
        let id = self.submitted(name, numbers(&["+62812335088"])).await;
        self.work().await;
        self.searches(MAX_SEARCHES).await;
        assert_eq!(self.batch(id).await.state, BatchState::Absent);
        id
    }

    pub async fn sentences(&self, task: TaskId) -> Vec<String> {
        let events = self.task(task).await.events;
        let sentences = events.into_iter().map(|event| event.sentence.to_string());
        sentences.collect()
    }

    async fn made(&self, name: &str) -> usize {
        let names = self.provider_names().await;
        names.iter().filter(|made| made.starts_with(name)).count()
    }
}

fn is_conflict(outcome: Result<(), Error>) -> bool {
    matches!(outcome, Err(Error::Conflict(_)))
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_without_an_answer_is_found_by_itself(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world
        .submitted("sandbox-cut", numbers(&["+62812335088"]))
        .await;
    world.work().await;
    assert_eq!(world.batch(id).await.state, BatchState::Unknown);
    world.searches(1).await;
    let batch = world.batch(id).await;
    assert_eq!(batch.state, BatchState::Created);
    assert!(batch.provider_id.is_some());
    let said = world.sentences(id).await;
    assert!(said[1].starts_with("Batch 1: unknown."), "{said:?}");
    assert!(said[2].starts_with("Batch 1: found as "), "{said:?}");
    assert_eq!(world.made("sandbox-cut").await, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_that_is_listed_late_is_found_by_a_later_look(pool: PgPool) {
    let options = SandboxOptions {
        hang: Duration::from_millis(20),
        ..SandboxOptions::default()
    };
    let world = World::with(pool, options).await;
    let id = world
        .submitted("sandbox-late", numbers(&["+62812335088"]))
        .await;
    world.work().await;
    world.searches(1).await;
    let batch = world.batch(id).await;
    assert_eq!((batch.state, batch.searches), (BatchState::Unknown, 1));
    world.searches(1).await;
    assert_eq!(world.batch(id).await.state, BatchState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn after_five_looks_without_it_a_person_decides(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world
        .submitted("sandbox-500", numbers(&["+62812335088"]))
        .await;
    world.work().await;
    assert!(is_conflict(world.send_again(id, 1).await));
    world.searches(MAX_SEARCHES - 1).await;
    assert_eq!(world.batch(id).await.state, BatchState::Unknown);
    world.searches(1).await;
    let batch = world.batch(id).await;
    assert_eq!((batch.state, batch.searches), (BatchState::Absent, 5));
    let task = world.task(id).await;
    assert_eq!(task.state, TaskState::Absent);
    assert_eq!(
        task.events.last().unwrap().sentence.to_string(),
        "Batch 1: not found after 5 searches. Someone has to decide."
    );
    let now = world.clock.now();
    tasks::give_up(&world.backend, &world.caller, now, id, 1)
        .await
        .unwrap();
    assert_eq!(world.task(id).await.state, TaskState::GivenUp);
    assert!(is_conflict(world.send_again(id, 1).await));
    let again = tasks::give_up(&world.backend, &world.caller, now, id, 1).await;
    assert!(is_conflict(again));
    assert_eq!(world.task(id).await.events.last().unwrap().by, "Ana");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_list_that_cannot_be_read_resolves_nothing(pool: PgPool) {
    let mut world = World::new(pool).await;
    let id = world
        .submitted("sandbox-500", numbers(&["+62812335088"]))
        .await;
    world.work().await;
    world.stop_provider().await;
    world.searches(MAX_SEARCHES * 2).await;
    let batch = world.batch(id).await;
    assert_eq!((batch.state, batch.searches), (BatchState::Unknown, 0));
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_sent_again_though_it_was_made_is_found_and_not_made_twice(pool: PgPool) {
    let options = SandboxOptions {
        list_lag: Duration::from_secs(600),
        ..SandboxOptions::default()
    };
    let world = World::with(pool, options).await;
    let id = world.not_found("sandbox-cut").await;
    world.send_again(id, 1).await.unwrap();
    let told = world.sentences(id).await;
    // A second press is no second request.
    world.send_again(id, 1).await.unwrap();
    assert_eq!(world.sentences(id).await, told);
    assert_eq!(world.batch(id).await.state, BatchState::Waiting);
    world.work().await;
    // The name is taken, by the batch itself: a refusal proves nothing now.
    let batch = world.batch(id).await;
    assert_eq!((batch.state, batch.searches), (BatchState::Unknown, 0));
    world.clock.forward(SignedDuration::from_mins(10));
    world.work().await;
    assert_eq!(world.batch(id).await.state, BatchState::Created);
    assert_eq!(world.made("sandbox-cut").await, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_turns_up_before_it_is_sent_again_counts_as_created_and_is_not_sent(pool: PgPool) {
    let options = SandboxOptions {
        list_lag: Duration::from_secs(170),
        duplicate_names: airudder_sandbox::DuplicateNames::Accepted,
        ..SandboxOptions::default()
    };
    let world = World::with(pool, options).await;
    let id = world.not_found("sandbox-cut").await;
    world.clock.forward(SignedDuration::from_mins(1));
    world.send_again(id, 1).await.unwrap();
    world.work().await;
    assert_eq!(world.batch(id).await.state, BatchState::Created);
    assert_eq!(world.made("sandbox-cut").await, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_in_doubt_never_counts_as_certainly_not_sent(pool: PgPool) {
    let mut world = World::new(pool).await;
    let id = world.not_found("sandbox-500").await;
    world.send_again(id, 1).await.unwrap();
    let now = world.clock.now();
    assert_eq!(
        tasks::stop_rest(&world.backend, &world.caller, now, id)
            .await
            .unwrap(),
        1
    );
    assert_eq!(world.batch(id).await.state, BatchState::Absent);
    world.send_again(id, 1).await.unwrap();
    world.stop_provider().await;
    world.work().await;
    world.clock.forward(SignedDuration::from_mins(31));
    world.work().await;
    let batch = world.batch(id).await;
    assert_eq!(batch.state, BatchState::Absent, "{:?}", batch.words);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_was_not_sent_can_be_sent_again_unless_its_leads_went_out_since(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.submitted("Waits", numbers(&["+62812335088"])).await;
    world.clock.forward(SignedDuration::from_mins(31));
    world.work().await;
    assert_eq!(world.batch(id).await.state, BatchState::NotSent);
    let other = world.submitted("Other", numbers(&["+62812335088"])).await;
    match world.send_again(id, 1).await {
        Err(Error::Conflict(sentence)) => {
            assert!(sentence.to_string().contains("called twice"), "{sentence}")
        }
        outcome => panic!("{outcome:?}"),
    }
    let now = world.clock.now();
    tasks::stop_rest(&world.backend, &world.caller, now, other)
        .await
        .unwrap();
    world.send_again(id, 1).await.unwrap();
    world.work().await;
    assert_eq!(world.batch(id).await.state, BatchState::Created);
    assert_eq!(world.made("Other").await, 0);
    assert!(is_conflict(world.send_again(id, 1).await));
    // What was sent again counts from then on, also for a task that was submitted after it.
    assert!(is_conflict(world.send_again(other, 1).await));
    world.work().await;
    assert_eq!(world.made("Other").await, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn batches_start_in_order_and_the_rest_can_be_stopped(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world.submitted("Ordered", many(10_240)).await;
    // As after a try that AIRudder has put off.
    sqlx::query("update parts set not_before = not_before + interval '1 minute' where task_id = $1 and number = 1")
        .bind(id)
        .execute(&pool)
        .await
        .unwrap();
    world.work().await;
    let states = |batches: Vec<BatchView>| {
        batches
            .into_iter()
            .map(|batch| batch.state)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        states(world.task(id).await.batches),
        [BatchState::Waiting; 3]
    );
    assert_eq!(world.sentences(id).await.len(), 1);
    let now = world.clock.now();
    let stopped = tasks::stop_rest(&world.backend, &world.caller, now, id)
        .await
        .unwrap();
    assert_eq!(stopped, 3);
    let task = world.task(id).await;
    assert_eq!(
        task.batches[2]
            .words
            .as_ref()
            .map(ToString::to_string)
            .as_deref(),
        Some("Stopped by Ana.")
    );
    assert_eq!(states(task.batches), [BatchState::Stopped; 3]);
    assert!(matches!(
        tasks::stop_rest(&world.backend, &world.caller, now, id).await,
        Err(Error::Conflict(_))
    ));
    world.clock.forward(SignedDuration::from_mins(5));
    world.work().await;
    assert!(world.provider_names().await.is_empty());
}

impl World {
    /// The names of the tasks that the provider has.
    pub async fn provider_names(&self) -> Vec<String> {
        let page = self.provider.tasks(1, 100).await.unwrap();
        page.entries
            .into_iter()
            .filter_map(|entry| entry.name)
            .collect()
    }
}
