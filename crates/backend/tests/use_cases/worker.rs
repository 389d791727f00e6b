//! The worker, unseen: what becomes of a job that panics, of a batch that cannot be settled, and who is told.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use backend::health::{self, Readiness};
use backend::worker::{self, Clock, Pace};
use jiff::{SignedDuration, Timestamp};
use leads::states::{BatchState, CheckState, TaskState};
use leads::views::TaskForm;
use sqlx::PgPool;
use tokio_util::sync::CancellationToken;

use crate::support::{World, numbers};
use backend::ids::TaskId;

const PACE: Pace = Pace::of(Duration::from_secs(120));

async fn run_sql(pool: &PgPool, statements: &[&str]) {
    for statement in statements {
        sqlx::query(statement).execute(pool).await.unwrap();
    }
}

impl World {
    /// Works until nothing is due, by that clock.
    async fn work_by(&self, clock: impl Clock) {
        worker::drain(self.backend.clone(), clock, PACE)
            .await
            .unwrap();
    }

    /// The world's clock, which panics once: when a job asks it for that time, counted from 0. The worker's own turns do not count.
    fn panics_in_a_job(&self, question: usize) -> impl Clock + use<> {
        let clock = self.clock.clone();
        let (turns, asked) = (Arc::new(OnceLock::new()), Arc::new(AtomicUsize::new(0)));
        move || {
            let asking = tokio::task::try_id();
            let is_job = *turns.get_or_init(|| asking) != asking;
            assert!(
                !is_job || asked.fetch_add(1, Ordering::SeqCst) != question,
                "a job panics"
            );
            clock.now()
        }
    }

    async fn state_of_batch(&self, task: TaskId, number: i32) -> BatchState {
        let key: String =
            sqlx::query_scalar("select state from parts where task_id = $1 and number = $2")
                .bind(task)
                .bind(number)
                .fetch_one(self.backend.pool())
                .await
                .unwrap();
        BatchState::from_key(&key).unwrap()
    }

    async fn readiness(&self) -> Readiness {
        health::readiness_of(
            &self.backend,
            std::slice::from_ref(&self.backend),
            self.clock.now(),
        )
        .await
        .unwrap()
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_whose_sending_panics_is_unknown_at_once_and_found_if_it_was_made(pool: PgPool) {
    let world = World::new(pool).await;
    // Before anything is sent, and after AIRudder has made the task.
    for (question, name, number) in [(0, "Early", "+62812335088"), (3, "Late", "+62812335089")] {
        let task = world.submitted(name, numbers(&[number])).await;
        world.work_by(world.panics_in_a_job(question)).await;
        assert_eq!(
            world.state_of_batch(task, 1).await,
            BatchState::Unknown,
            "{name}"
        );
        let words = world.task(task).await.batches.remove(0).words;
        assert_eq!(
            words.as_ref().map(ToString::to_string).as_deref(),
            Some("Coxswain failed while sending it.")
        );
        world.clock.forward(SignedDuration::from_mins(1));
        world.work().await;
        let found = match question {
            0 => BatchState::Unknown,
            _ => BatchState::Created,
        };
        assert_eq!(world.state_of_batch(task, 1).await, found, "{name}");
    }
    assert_eq!(world.provider_names().await.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_job_that_panics_does_not_stop_the_others(pool: PgPool) {
    let world = World::new(pool).await;
    let panics = world.submitted("One", numbers(&["+62812335088"])).await;
    let other = world.submitted("Other", numbers(&["+62812335089"])).await;
    world.work_by(world.panics_in_a_job(0)).await;
    let mut states = [
        world.state_of_batch(panics, 1).await,
        world.state_of_batch(other, 1).await,
    ];
    states.sort_by_key(|state| state.key());
    assert_eq!(states, [BatchState::Created, BatchState::Unknown]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_check_that_panics_is_asked_again(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world.draft("Check", numbers(&["+62812335088"])).await;
    world.start_check(draft).await.unwrap();
    world.work_by(world.panics_in_a_job(0)).await;
    let state: String = sqlx::query_scalar("select state from check_parts")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(state, "waiting", "its lease is given back");
    world.clock.forward(SignedDuration::from_mins(1));
    world.work().await;
    let check = world.review(draft).await.check.unwrap();
    assert_eq!(check.state, CheckState::Done);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_turn_that_panics_ends_the_worker_for_everybody_to_see(pool: PgPool) {
    let world = World::new(pool).await;
    let clock = || -> Timestamp { panic!("a turn panics") };
    let stop = CancellationToken::new();
    let worker = tokio::spawn(worker::run(world.backend.clone(), clock, PACE, stop));
    assert!(worker.await.unwrap_err().is_panic());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_can_never_be_settled_does_not_stop_the_others(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let stuck = world.submitted("Stuck", numbers(&["+62812335088"])).await;
    let other = world.submitted("Other", numbers(&["+62812335089"])).await;
    sqlx::query("update parts set state = 'sending', sent_at = queued_at, lease_until = now() - interval '1 hour' where task_id = $1")
        .bind(stuck)
        .execute(&pool)
        .await
        .unwrap();
    let refuse =
        format!("alter table events add constraint refused check (task_id <> '{stuck}') not valid");
    run_sql(&pool, &[&refuse]).await;
    world.work().await;
    assert_eq!(world.state_of_batch(other, 1).await, BatchState::Created);
    assert_eq!(world.state_of_batch(stuck, 1).await, BatchState::Sending);
    // Tried again once the lease, which was taken anew, has run out.
    run_sql(
        &pool,
        &[
            "alter table events drop constraint refused",
            "update parts set lease_until = now() - interval '1 hour' where state = 'sending'",
        ],
    )
    .await;
    world.work().await;
    assert_eq!(world.state_of_batch(stuck, 1).await, BatchState::Unknown);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_became_of_a_batch_is_written_though_another_of_its_task_cannot_be_read(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let task = world.submitted("Two", numbers(&["+62812335088"])).await;
    run_sql(
        &pool,
        &[
            "alter table parts drop constraint parts_state_check",
            "insert into parts (task_id, number, provider_name, first_row, last_row, lead_count, payload_digest, perform, state, \
             not_before, queued_at) select task_id, 2, 'Two-of-the-future', 9, 9, 1, payload_digest, 3, 'postponed', not_before, \
             queued_at from parts",
        ],
    )
    .await;
    world.work().await;
    assert_eq!(world.state_of_batch(task, 1).await, BatchState::Created);
    assert_eq!(world.provider_names().await.len(), 1);
    let state: String = sqlx::query_scalar("select state from tasks")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(state, TaskState::Sending.key(), "nothing is made up");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_look_settles_every_batch_that_can_be_settled(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let stuck = world
        .submitted("Stuck sandbox-cut", numbers(&["+62812335088"]))
        .await;
    let other = world
        .submitted("Other sandbox-cut", numbers(&["+62812335089"]))
        .await;
    world.work().await;
    assert_eq!(world.state_of_batch(other, 1).await, BatchState::Unknown);
    let refuse =
        format!("alter table events add constraint refused check (task_id <> '{stuck}') not valid");
    // So that it is looked at first.
    let first = format!(
        "update parts set look_at = look_at - interval '10 seconds' where task_id = '{stuck}'"
    );
    run_sql(&pool, &[&refuse, &first]).await;
    world.clock.forward(SignedDuration::from_mins(1));
    world.work().await;
    assert_eq!(world.state_of_batch(other, 1).await, BatchState::Created);
    assert_eq!(world.state_of_batch(stuck, 1).await, BatchState::Unknown);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_database_that_hiccups_just_before_the_call_puts_the_batch_back(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let task = world.submitted("Hiccup", numbers(&["+62812335088"])).await;
    // The lease cannot be made sure of, while everything else works.
    run_sql(
        &pool,
        &[
            "create function hiccup() returns trigger language plpgsql as $$ begin raise exception 'hiccup'; end $$",
            "create trigger hiccup before update on parts for each row when (old.state = 'sending' and new.state = 'sending') \
             execute function hiccup()",
        ],
    )
    .await;
    world.work().await;
    assert_eq!(world.state_of_batch(task, 1).await, BatchState::Waiting);
    assert!(world.provider_names().await.is_empty());
    run_sql(&pool, &["drop trigger hiccup on parts"]).await;
    world.clock.forward(SignedDuration::from_mins(1));
    world.work().await;
    assert_eq!(world.state_of_batch(task, 1).await, BatchState::Created);
    assert_eq!(world.provider_names().await.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_zone_that_cannot_be_read_keeps_calls_back(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let draft = world.draft("Later", numbers(&["+62812335088"])).await;
    let form = TaskForm {
        name: "Later".to_owned(),
        when: "later".to_owned(),
        start: "2026-11-23T09:05".to_owned(),
        end: "2026-11-23T18:00".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    let view = world.check(draft).await;
    let task = world.submit(&view, false).await.unwrap();
    world.clock.forward(SignedDuration::from_mins(10));
    run_sql(&pool, &["update accounts set zone = 'Mars/Olympus_Mons'"]).await;
    world.work().await;
    assert!(world.provider_names().await.is_empty());
    assert_ne!(world.state_of_batch(task, 1).await, BatchState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn readiness_tells_of_the_worker_and_of_what_waits(pool: PgPool) {
    let world = World::new(pool).await;
    let before = world.readiness().await;
    assert_eq!(
        (before.ready, before.worker_turned_seconds_ago),
        (false, None)
    );
    assert_eq!(before.problems().len(), 1);
    let (clock, stop) = (world.clock.clone(), CancellationToken::new());
    let worker = tokio::spawn(worker::run(
        world.backend.clone(),
        move || clock.now(),
        PACE,
        stop.clone(),
    ));
    while !world.readiness().await.ready {}
    stop.cancel();
    worker.await.unwrap();
    world.submitted("Waits", numbers(&["+62812335088"])).await;
    world.clock.forward(SignedDuration::from_secs(59));
    let ready = world.readiness().await;
    assert_eq!((ready.ready, ready.oldest_due_seconds), (true, Some(59)));
    world.clock.forward(SignedDuration::from_secs(1));
    let late = world.readiness().await;
    assert_eq!(
        (late.ready, late.worker_turned_seconds_ago),
        (false, Some(60))
    );
}
