//! When the provider is asked for the calls of a batch, and when nobody asks any more.

use backend::ids::TaskId;
use backend::results;
use jiff::SignedDuration;
use sqlx::PgPool;

use crate::results::NUMBERS;
use crate::support::{World, numbers};

impl World {
    async fn is_asked_for(&self, task: TaskId) -> bool {
        let asked = results::is_asked_for(&self.backend, &self.caller, task);
        asked.await.unwrap()
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_provider_is_asked_until_three_answers_after_the_end(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.created(numbers(&NUMBERS)).await;
    assert!(world.is_asked_for(task).await);
    let mut asked = 0;
    for _ in 0..20 {
        world.clock.forward(SignedDuration::from_mins(5));
        world.poll().await;
        if world.results(task).await.as_of.next.is_none() {
            break;
        }
        asked += 1;
    }
    assert!((3..6).contains(&asked), "{asked}");
    assert!(!world.is_asked_for(task).await);
    let last = world.results(task).await.as_of;
    world.clock.forward(SignedDuration::from_hours(2));
    world.poll().await;
    assert_eq!(world.results(task).await.as_of, last);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_provider_that_does_not_tell_is_asked_again_and_loses_nothing(pool: PgPool) {
    let mut world = World::new(pool).await;
    let task = world.created(numbers(&NUMBERS)).await;
    world.clock.forward(SignedDuration::from_secs(30));
    world.poll().await;
    let before = world.results(task).await.groups;
    world.stop_provider().await;
    for _ in 0..3 {
        world.clock.forward(SignedDuration::from_mins(5));
        world.poll().await;
    }
    let results = world.results(task).await;
    assert_eq!(results.groups, before);
    assert!(results.as_of.failures > 0 && results.as_of.next.is_some());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_provider_that_knows_a_task_no_more_is_not_asked_for_ever(pool: PgPool) {
    let mut world = World::new(pool).await;
    let task = world.created(numbers(&NUMBERS)).await;
    world.stop_provider().await;
    world.start_provider().await;
    for _ in 0..8 {
        world.clock.forward(SignedDuration::from_mins(10));
        world.poll().await;
    }
    let results = world.results(task).await;
    assert_eq!((results.as_of.told, results.as_of.failures), (None, 8));
    assert!(results.as_of.next.is_some());
    world.clock.forward(SignedDuration::from_hours(9 * 24));
    world.poll().await;
    assert_eq!(world.results(task).await.as_of.next, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn looking_does_not_shorten_the_wait_for_a_provider_that_fails(pool: PgPool) {
    let mut world = World::new(pool).await;
    let task = world.created(numbers(&NUMBERS)).await;
    world.stop_provider().await;
    for _ in 0..4 {
        world.clock.forward(SignedDuration::from_mins(11));
        world.poll().await;
    }
    let failures = world.results(task).await.as_of.failures;
    results::watch(&world.backend, &world.caller, world.clock.now(), task)
        .await
        .unwrap();
    world.clock.forward(SignedDuration::from_secs(40));
    world.poll().await;
    assert_eq!(world.results(task).await.as_of.failures, failures);
}
