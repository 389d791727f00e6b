//! “Was this person called?”: a number is found by its end, and the look is on record.

use backend::tasks;
use jiff::SignedDuration;
use leads::states::BatchState;
use leads::views::{NumberMatches, TaskListView, TaskQuery};
use sqlx::PgPool;

use crate::support::{World, numbers};

async fn list(world: &World, query: TaskQuery) -> TaskListView {
    let now = world.clock.now();
    tasks::list(&world.backend, &world.caller, now, &query)
        .await
        .unwrap()
}

async fn find(world: &World, q: &str) -> NumberMatches {
    let q = q.to_owned();
    let query = TaskQuery {
        q,
        ..TaskQuery::default()
    };
    list(world, query).await.numbers.unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_is_found_by_its_end_in_every_task_that_was_to_call_it(pool: PgPool) {
    let mut world = World::new(pool).await;
    world
        .change_account(|account| account.cooldown_days = "0".to_owned())
        .await;
    let first = ["+62812335088", "+62812343062"];
    world.submitted("Week 47", numbers(&first)).await;
    world.work().await;
    world.clock.forward(SignedDuration::from_hours(24));
    world
        .submitted("Week 48", numbers(&["+62812335089", "+62812335088"]))
        .await;
    for typed in ["35088", "0812 335-088", "+62812335088", "0062812335088"] {
        let found = find(&world, typed).await;
        let names: Vec<_> = found
            .matches
            .iter()
            .map(|found| found.name.as_str())
            .collect();
        assert_eq!(names, ["Week 48", "Week 47"], "{typed}");
        assert!(!found.more);
    }
    let found = find(&world, "35088").await.matches;
    assert_eq!((found[0].row, found[0].state), (3, BatchState::Waiting));
    assert_eq!((found[1].row, found[1].state), (2, BatchState::Created));
    assert_eq!(found[1].number, "•••• 5088");
    for nowhere in ["99999", "62812335", "+63812335088"] {
        assert!(find(&world, nowhere).await.matches.is_empty(), "{nowhere}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn digits_are_searched_for_in_names_where_that_is_asked_for(pool: PgPool) {
    let world = World::new(pool).await;
    world
        .submitted("Batch 20261", numbers(&["+62812335088"]))
        .await;
    let query = TaskQuery {
        q: "20261".to_owned(),
        ..TaskQuery::default()
    };
    let as_number = list(&world, query.clone()).await;
    assert!(as_number.tasks.is_empty());
    assert_eq!(as_number.numbers.map(|found| found.matches.len()), Some(0));
    let search = "words".to_owned();
    let as_words = list(&world, TaskQuery { search, ..query }).await;
    assert_eq!((as_words.tasks.len(), as_words.numbers), (1, None));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_look_for_a_number_is_on_record_without_the_number(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    world.submitted("Week 47", numbers(&["+62812335088"])).await;
    find(&world, "35088").await;
    let events: Vec<(String, bool)> = sqlx::query_as(
        "select detail::text, by_user is not null from events where kind = 'number_searched'",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(events, [(r#"{"found": 1}"#.to_owned(), true)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_lead_that_airudder_refused_was_not_called(pool: PgPool) {
    let world = World::new(pool).await;
    // Taken in the check, refused when the task is made.
    world
        .submitted("Refused", numbers(&["+62812335088", "+628129000003"]))
        .await;
    world.work().await;
    let found = find(&world, "9000003").await.matches;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].state, BatchState::Refused);
    assert!(found[0].refusal.is_some());
}

#[sqlx::test(migrations = "../../migrations")]
async fn filters_hold_all_at_once(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let fleet = world.submitted("Fleet", numbers(&["+62812335088"])).await;
    world.clock.forward(SignedDuration::from_hours(24 * 10));
    world.submitted("Promo", numbers(&["+62812335089"])).await;
    sqlx::query("update tasks set state = 'unknown', settings = settings || '{\"robot_id\": \"fleet\"}' where id = $1")
        .bind(fleet)
        .execute(&pool)
        .await
        .unwrap();
    let found = async |change: fn(&mut TaskQuery)| {
        let mut query = TaskQuery::default();
        change(&mut query);
        let view = list(&world, query).await;
        let names = view.tasks.into_iter().map(|task| task.name);
        names.collect::<Vec<_>>()
    };
    let fleet = |query: &mut TaskQuery| query.robot = "fleet".to_owned();
    assert_eq!(found(fleet).await, ["Fleet"]);
    let both = found(|query| {
        query.robot = "fleet".to_owned();
        query.state = "unknown".to_owned();
        query.by = "me".to_owned();
        query.q = "fle".to_owned();
    });
    assert_eq!(both.await, ["Fleet"]);
    let another_state = found(|query| {
        query.robot = "fleet".to_owned();
        query.state = "created".to_owned();
    });
    assert!(another_state.await.is_empty());
    assert_eq!(
        found(|query| query.period = "7-days".to_owned()).await,
        ["Promo"]
    );
    assert_eq!(
        found(|query| query.period = "30-days".to_owned()).await,
        ["Promo", "Fleet"]
    );
    let recently = found(|query| {
        query.robot = "fleet".to_owned();
        query.period = "7-days".to_owned();
    });
    assert!(recently.await.is_empty());
    assert!(found(|query| query.by = fresh_person()).await.is_empty());
}

/// The id of nobody.
fn fresh_person() -> String {
    uuid::Uuid::from_u128(7).to_string()
}
