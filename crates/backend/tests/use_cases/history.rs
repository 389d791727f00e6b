use backend::{drafts, tasks};
use jiff::SignedDuration;
use leads::states::TaskState;
use leads::views::{DraftQuery, TaskQuery};
use sqlx::PgPool;

use crate::support::{World, fresh_id, numbers};

#[sqlx::test(migrations = "../../migrations")]
async fn a_refresh_tells_how_the_calls_stand(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world
        .submitted("Calls", numbers(&["+628129000011", "+628129000012"]))
        .await;
    world.work().await;
    world.clock.forward(SignedDuration::from_hours(30));
    tasks::refresh(&world.backend, &world.caller, world.clock.now(), id)
        .await
        .unwrap();
    let task = world.task(id).await;
    assert_eq!(task.state, TaskState::Finished);
    let calls = task.batches[0].calls.clone().unwrap();
    assert_eq!((calls.total, calls.ended, calls.reached), (2, 2, 2));
    assert_eq!(calls.by_intention, [("A".to_owned(), 1)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_repeat_has_the_settings_and_stores_nothing_before_its_list(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.submitted("Weekly", numbers(&["+62812335088"])).await;
    let now = world.clock.now();
    let (backend, caller, repeat) = (&world.backend, &world.caller, fresh_id());
    let form = drafts::form_like(backend, caller, now, id, repeat).await;
    let form = form.unwrap();
    assert_eq!(form.form.name, "Weekly minggu 48");
    assert_eq!(form.like, Some((id.to_string(), "Weekly".to_owned())));
    assert!(form.problems.is_empty() && form.list.is_none());
    let listed = drafts::list(backend, caller, now, &DraftQuery::default()).await;
    assert_eq!(listed.unwrap().drafts, []);
    world
        .save(repeat, &form.form, Some(numbers(&["+62812343062"])))
        .await;
    let again = world.check(repeat).await;
    assert!(world.submit(&again, false).await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_history_is_searched_and_paged(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    world.submitted("Needle", numbers(&["+62812335088"])).await;
    for index in 0..60 {
        world.clock.forward(SignedDuration::from_secs(1));
        world
            .submitted(
                &format!("Hay {index}"),
                numbers(&[&format!("+62812{}", 300_000 + index)]),
            )
            .await;
    }
    let now = world.clock.now();
    let find = async |query: TaskQuery| {
        tasks::list(&world.backend, &world.caller, now, &query)
            .await
            .unwrap()
    };
    let first = find(TaskQuery::default()).await;
    assert_eq!((first.tasks.len(), first.total), (50, 61));
    assert_eq!(first.tasks[0].name, "Hay 59");
    let before = first.next.unwrap();
    let second = find(TaskQuery {
        before,
        ..TaskQuery::default()
    })
    .await;
    assert_eq!(second.tasks.len(), 11);
    assert_eq!(second.tasks[10].name, "Needle");
    assert_eq!(second.next, None);
    let found = find(TaskQuery {
        q: "NEEDLE ana".to_owned(),
        ..TaskQuery::default()
    })
    .await;
    assert_eq!(found.tasks.len(), 1);
    let none = find(TaskQuery {
        q: "100%".to_owned(),
        ..TaskQuery::default()
    })
    .await;
    assert!(none.tasks.is_empty());
    assert_eq!(none.search_problem, None);
    let q = "needle ana b c d e f g h".to_owned();
    let too_much = find(TaskQuery {
        q,
        ..TaskQuery::default()
    })
    .await;
    assert!(too_much.tasks.is_empty());
    assert!(
        too_much
            .search_problem
            .unwrap()
            .to_string()
            .starts_with("This search has 9 words")
    );
    let sent = find(TaskQuery {
        state: "unknown".to_owned(),
        ..TaskQuery::default()
    })
    .await;
    assert!(sent.tasks.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_history_of_a_task_cannot_be_rewritten(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = world.submitted("Events", numbers(&["+62812335088"])).await;
    world.work().await;
    let sentences: Vec<String> = world
        .task(id)
        .await
        .events
        .into_iter()
        .map(|event| event.sentence.to_string())
        .collect();
    assert_eq!(sentences[0], "Submitted 1 lead.");
    assert!(sentences[1].starts_with("Batch 1: created as "));
    for statement in [
        "update events set kind = 'x'",
        "delete from events",
        "truncate events",
    ] {
        assert!(
            sqlx::query(statement).execute(&pool).await.is_err(),
            "{statement}"
        );
    }
}
