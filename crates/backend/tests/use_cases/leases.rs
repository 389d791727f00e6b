//! Leases, fences and stops: what a process may do that was slow, paused, or told to stop.

use std::time::Duration;

use airudder::Perform;
use airudder_sandbox::SandboxOptions;
use backend::{checks, worker};
use leads::states::BatchState;
use sqlx::{PgPool, Postgres, Transaction};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::support::{World, bare_call, fresh_id, numbers};
use backend::ids::TaskId;

const PACE: worker::Pace = worker::Pace {
    lease: Duration::from_millis(400),
    ..worker::Pace::of(Duration::from_secs(120))
};

/// A world whose provider takes a while, and a task of one batch that waits in it.
async fn waiting(pool: &PgPool, latency: Duration) -> (World, TaskId) {
    let options = SandboxOptions {
        latency,
        ..SandboxOptions::default()
    };
    let world = World::with(pool.clone(), options).await;
    let task = world.submitted("Leased", numbers(&["+62812335088"])).await;
    (world, task)
}

/// Nobody can read leads until it is rolled back: a process is held up between taking a batch and sending it.
async fn nobody_reads_leads(pool: &PgPool) -> Transaction<'static, Postgres> {
    let mut hold = pool.begin().await.unwrap();
    sqlx::query("lock table leads in access exclusive mode")
        .execute(&mut *hold)
        .await
        .unwrap();
    hold
}

impl World {
    /// Another process that works until nothing is due.
    fn process(&self) -> JoinHandle<Result<(), backend::Error>> {
        let clock = self.clock.clone();
        tokio::spawn(worker::drain(
            self.backend.clone(),
            move || clock.now(),
            PACE,
        ))
    }

    fn process_until(&self, stop: &CancellationToken) -> JoinHandle<()> {
        let clock = self.clock.clone();
        tokio::spawn(worker::run(
            self.backend.clone(),
            move || clock.now(),
            PACE,
            stop.clone(),
        ))
    }

    /// Read without the task's page, which reads leads as well.
    async fn state(&self, task: TaskId) -> BatchState {
        let key: String = sqlx::query_scalar("select state from parts where task_id = $1")
            .bind(task)
            .fetch_one(self.backend.pool())
            .await
            .unwrap();
        BatchState::from_key(&key).unwrap()
    }

    async fn is_sending(&self, task: TaskId) {
        while self.state(task).await != BatchState::Sending {
            tokio::task::yield_now().await;
        }
    }

    /// As another process leaves a batch that found no sign of life of its sender.
    async fn is_given_up_as_silent(&self) {
        sqlx::query(
            "update parts set state = 'unknown', lease_until = null, in_doubt_since = sent_at, look_at = sent_at + interval '1 hour'",
        )
        .execute(self.backend.pool())
        .await
        .unwrap();
    }

    async fn is_called(&self) {
        while self.provider_names().await.is_empty() {
            tokio::task::yield_now().await;
        }
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_call_that_takes_longer_than_its_lease_is_not_taken_for_abandoned(pool: PgPool) {
    let (world, task) = waiting(&pool, Duration::from_millis(1500)).await;
    let first = world.process();
    world.is_sending(task).await;
    while !first.is_finished() {
        world.process().await.unwrap().unwrap();
    }
    first.await.unwrap().unwrap();
    assert_eq!(world.state(task).await, BatchState::Created);
    let events = world.task(task).await.events;
    assert_eq!(
        events.len(),
        2,
        "submitted and created, nothing in between: {events:?}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_process_that_lost_its_lease_during_the_call_records_nothing(pool: PgPool) {
    let (world, task) = waiting(&pool, Duration::from_millis(700)).await;
    let paused = world.process();
    world.is_called().await;
    // As two other processes leave it that took the batch over: one found no sign of life, one has sent it again.
    sqlx::query(
        "update parts set fence = fence + 1, state = 'created', provider_task_id = 'of the other', lease_until = null",
    )
    .execute(&pool)
    .await
    .unwrap();
    paused.await.unwrap().unwrap();
    let task = world.task(task).await;
    assert_eq!(task.batches[0].provider_id.as_deref(), Some("of the other"));
    assert_eq!(task.events.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_id_that_comes_after_the_lease_was_lost_is_still_the_truth(pool: PgPool) {
    let (world, task) = waiting(&pool, Duration::from_millis(700)).await;
    let paused = world.process();
    world.is_called().await;
    world.is_given_up_as_silent().await;
    paused.await.unwrap().unwrap();
    assert_eq!(world.state(task).await, BatchState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_process_that_lost_its_lease_before_the_call_does_not_send(pool: PgPool) {
    let (world, task) = waiting(&pool, Duration::ZERO).await;
    let hold = nobody_reads_leads(&pool).await;
    let paused = world.process();
    world.is_sending(task).await;
    world.is_given_up_as_silent().await;
    hold.rollback().await.unwrap();
    paused.await.unwrap().unwrap();
    assert!(world.provider_names().await.is_empty());
    assert_eq!(world.state(task).await, BatchState::Unknown);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_stop_puts_a_batch_back_whose_call_has_not_begun(pool: PgPool) {
    let (world, task) = waiting(&pool, Duration::ZERO).await;
    let hold = nobody_reads_leads(&pool).await;
    let stop = CancellationToken::new();
    let process = world.process_until(&stop);
    world.is_sending(task).await;
    stop.cancel();
    hold.rollback().await.unwrap();
    process.await.unwrap();
    assert_eq!(world.state(task).await, BatchState::Waiting);
    assert!(world.provider_names().await.is_empty());
    world.work().await;
    assert_eq!(world.state(task).await, BatchState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_stop_waits_for_a_call_that_is_under_way(pool: PgPool) {
    let (world, task) = waiting(&pool, Duration::from_millis(700)).await;
    let stop = CancellationToken::new();
    let process = world.process_until(&stop);
    world.is_called().await;
    stop.cancel();
    process.await.unwrap();
    assert_eq!(world.state(task).await, BatchState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_database_that_restarts_during_the_call_costs_a_delay_and_nothing_else(pool: PgPool) {
    let (world, task) = waiting(&pool, Duration::from_millis(200)).await;
    let stop = CancellationToken::new();
    let process = world.process_until(&stop);
    world.is_called().await;
    let mut outside = world.outside().await;
    outside.stop_database().await;
    // A call that begins later takes as long: once it is answered, so is the batch, and only the process knows.
    let later = bare_call("Later", "robot", Perform::CheckOnly, Vec::new());
    drop(world.provider.create_task(&later).await);
    stop.cancel();
    assert!(sqlx::query("select 1").execute(&pool).await.is_err());
    outside.start_database().await;
    process.await.unwrap();
    assert_eq!(world.state(task).await, BatchState::Created);
    assert_eq!(world.provider_names().await.len(), 1);
    let events = world.task(task).await.events;
    assert_eq!(events.len(), 2, "submitted and created: {events:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_check_that_is_cancelled_comes_to_nothing_whoever_is_asking(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world.draft("Cancelled", numbers(&["+62812335088"])).await;
    let asking = "select exists (select from check_parts where state = 'asking')";
    for leased in [false, true] {
        world.start_check(draft).await.unwrap();
        let hold = nobody_reads_leads(&pool).await;
        let process = leased.then(|| world.process());
        while leased
            && !sqlx::query_scalar::<_, bool>(asking)
                .fetch_one(&pool)
                .await
                .unwrap()
        {
            tokio::task::yield_now().await;
        }
        let (backend, caller) = (&world.backend, &world.caller);
        assert!(
            checks::cancel(backend, caller, world.clock.now(), draft)
                .await
                .unwrap()
        );
        assert!(
            !checks::cancel(backend, caller, world.clock.now(), draft)
                .await
                .unwrap()
        );
        hold.rollback().await.unwrap();
        if let Some(process) = process {
            process.await.unwrap().unwrap();
        }
        world.work().await;
        assert_eq!(world.review(draft).await.check, None);
    }
    let view = world.check(draft).await;
    assert!(view.check.is_some_and(|check| check.current));
    let unknown =
        checks::cancel(&world.backend, &world.caller, world.clock.now(), fresh_id()).await;
    assert!(matches!(unknown, Err(backend::Error::NotFound)));
}
