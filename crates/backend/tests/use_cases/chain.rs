//! The history as a chain that shows whether somebody has changed it.

use backend::history;
use sqlx::PgPool;

use crate::support::{World, numbers};

async fn world_with_a_history(pool: PgPool) -> World {
    let world = World::new(pool).await;
    for (name, number) in [("One", "+62812335088"), ("Two", "+62812335089")] {
        world.submitted(name, numbers(&[number])).await;
        world.work().await;
    }
    world
}

/// What the verification finds, after somebody who may do everything in the database has run these statements.
async fn found_after(pool: PgPool, statements: &[&str]) -> (u64, Option<String>) {
    let world = world_with_a_history(pool.clone()).await;
    sqlx::raw_sql("alter table events disable trigger user")
        .execute(&pool)
        .await
        .unwrap();
    for statement in statements {
        sqlx::raw_sql(statement).execute(&pool).await.unwrap();
    }
    let mut verdicts = history::verify(&world.backend).await.unwrap();
    assert_eq!(verdicts.len(), 1);
    let verdict = verdicts.remove(0);
    assert_eq!(verdict.account, "DIDI Indonesia");
    (verdict.events, verdict.problem)
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_history_that_nobody_touched_fits(pool: PgPool) {
    assert_eq!(found_after(pool, &[]).await, (4, None));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_changed_event_is_named(pool: PgPool) {
    finds(
        pool,
        "update events set detail = '{\"leads\": 2}' where number = 3",
        2,
        "event 3 (submitted",
    )
    .await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_changed_time_is_named(pool: PgPool) {
    finds(
        pool,
        "update events set at = at + interval '1 microsecond' where number = 2",
        1,
        "event 2 (part_created",
    )
    .await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_removed_event_is_missed(pool: PgPool) {
    finds(
        pool,
        "delete from events where number = 2",
        1,
        "event 2 is missing",
    )
    .await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_event_removed_at_the_end_is_missed(pool: PgPool) {
    finds(
        pool,
        "delete from events where number = 4",
        3,
        "events after 3 are missing",
    )
    .await;
}

async fn finds(pool: PgPool, statement: &str, fits: u64, said: &str) {
    let (events, problem) = found_after(pool, &[statement]).await;
    assert_eq!(events, fits);
    let problem = problem.unwrap();
    assert!(problem.starts_with(said), "{problem}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_event_cannot_be_given_a_place_of_its_own(pool: PgPool) {
    let world = world_with_a_history(pool.clone()).await;
    let statement = "insert into events (account_id, at, kind, detail, number, hash) \
                     select account_id, at, kind, detail, 1, hash from events where number = 1";
    sqlx::raw_sql(statement).execute(&pool).await.unwrap();
    let verdicts = history::verify(&world.backend).await.unwrap();
    assert_eq!((verdicts[0].events, &verdicts[0].problem), (5, &None));
}

#[sqlx::test(migrations = "../../migrations")]
async fn events_of_batches_that_end_at_once_form_one_chain(pool: PgPool) {
    let world = World::new(pool).await;
    for index in 0..8 {
        let number = format!("+6281233508{index}");
        world
            .submitted(&format!("Many {index}"), numbers(&[&number]))
            .await;
    }
    world.work().await;
    let verdicts = history::verify(&world.backend).await.unwrap();
    assert_eq!((verdicts[0].events, &verdicts[0].problem), (16, &None));
}
