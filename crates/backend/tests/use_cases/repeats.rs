//! Numbers that were submitted recently: nobody is called twice by mistake.

use backend::{Error, drafts};
use jiff::SignedDuration;
use leads::{DuplicatePolicy, LeadKind};
use sqlx::PgPool;

use crate::support::{World, many, numbers};

const BOTH: [&str; 2] = ["+62812335088", "+62812343062"];

async fn submitted(world: &World, name: &str, list: &[&str]) {
    world.submitted(name, numbers(list)).await;
    world.work().await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_submitted_lately_is_left_out_and_named_with_its_task(pool: PgPool) {
    let world = World::new(pool).await;
    submitted(&world, "Monday", &BOTH[..1]).await;
    let id = world.draft("Tuesday", numbers(&BOTH)).await;
    let view = world.review(id).await;
    assert_eq!((view.tally.recent, view.tally.ready), (1, 1));
    assert_eq!(view.leads[0].kind, LeadKind::Recent);
    let recent = view.leads[0].recent.as_ref().expect("named");
    assert_eq!(recent.name, "Monday");

    let keep = DuplicatePolicy::First;
    let now = world.clock.now();
    drafts::set_policies(&world.backend, &world.caller, now, id, keep, false)
        .await
        .unwrap();
    let view = world.review(id).await;
    assert_eq!((view.tally.recent, view.tally.ready), (0, 2));
    assert!(view.leads[0].recent.is_some());
}

#[sqlx::test(migrations = "../../migrations")]
async fn after_the_cooldown_a_number_may_be_called_again(pool: PgPool) {
    let world = World::new(pool).await;
    submitted(&world, "Old", &BOTH).await;
    world.clock.forward(SignedDuration::from_hours(24 * 7 + 1));
    let id = world.draft("New", numbers(&BOTH)).await;
    assert_eq!(world.review(id).await.tally.ready, 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_another_task_takes_away_before_the_check_or_the_submission_is_left_out(pool: PgPool) {
    let world = World::new(pool).await;
    let early = world.draft("Early", numbers(&BOTH)).await;
    let late = world.draft("Late", numbers(&BOTH)).await;
    let checked = world.check(late).await;
    assert_eq!(checked.submit_blocker, None);
    submitted(&world, "Between", &BOTH[..1]).await;
    let refused = world.submit(&checked, false).await;
    let Err(Error::Conflict(sentence)) = refused else {
        panic!("{refused:?}");
    };
    assert!(
        sentence.to_string().starts_with("1 lead was left out"),
        "{sentence}"
    );
    let view = world.review(late).await;
    assert_eq!((view.tally.recent, view.tally.ready), (1, 1));

    let view = world.check(early).await;
    assert_eq!(view.check.as_ref().unwrap().total, 1);
    assert_eq!(view.submit_blocker, None);
    world.submit(&view, false).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_the_check_refused_and_the_provider_takes_after_all_counts_as_called(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let blocked = "+628129000000";
    let first = world
        .draft("First", numbers(&[BOTH[0], BOTH[1], blocked]))
        .await;
    world.check(first).await;
    // As if the provider had refused the second lead too, and takes it later.
    sqlx::query(
        "insert into check_refusals (check_id, row, words) select id, 3, 'Refused' from checks",
    )
    .execute(&pool)
    .await
    .unwrap();
    let view = world.review(first).await;
    assert_eq!(view.tally.refused, 2);
    let task = world.submit(&view, true).await.unwrap();
    world.work().await;
    assert_eq!(world.task(task).await.refused, 1);
    let again = world
        .draft("Again", numbers(&[BOTH[0], BOTH[1], blocked]))
        .await;
    let view = world.review(again).await;
    // What is refused when the task is made is called by nobody, and may be sent again.
    assert_eq!((view.tally.recent, view.tally.sent()), (2, 1));
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_refused_called_nobody(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    submitted(&world, "Refused", &BOTH).await;
    sqlx::query("update parts set state = 'refused', provider_task_id = null")
        .execute(&pool)
        .await
        .unwrap();
    let id = world.draft("Again", numbers(&BOTH)).await;
    assert_eq!(world.review(id).await.tally.ready, 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_list_that_was_all_called_recently_says_in_which_task_and_is_called_again(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 47", many(3)).await;
    world.submitted("Others", numbers(&["+62812399001"])).await;
    let id = world.draft("Week 48", many(3)).await;
    let view = world.review(id).await;
    let recent = view.all_recent.unwrap();
    let told = (recent.count, recent.is_all, recent.days, recent.other_tasks);
    assert_eq!(told, (3, true, 7, 0));
    assert_eq!(
        (recent.task, recent.name),
        (task.to_string(), "Week 47".to_owned())
    );
    assert_eq!(recent.day.to_string(), "Mon 23 Nov");
    let blocker = view.check_blocker.unwrap();
    assert!(blocker.to_string().contains("Call them again"), "{blocker}");
    let now = world.clock.now();
    drafts::set_policies(&world.backend, &world.caller, now, id, view.keep, false)
        .await
        .unwrap();
    let view = world.review(id).await;
    assert_eq!((view.tally.ready, view.all_recent), (3, None));
    let some = world.draft("One is left", many(4)).await;
    assert_eq!(world.review(some).await.all_recent, None);
    let mixed = numbers(&["+62812300000", "+62812399001", "call me"]);
    let recent = world
        .review(world.draft("Two tasks", mixed).await)
        .await
        .all_recent;
    let told = recent.map(|recent| (recent.count, recent.is_all, recent.other_tasks));
    assert_eq!(told, Some((2, false, 1)));
}
