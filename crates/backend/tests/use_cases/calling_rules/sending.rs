//! The rule as the worker asks it right before it sends a batch, and whoever sends one again.

use backend::{Role, calling_rules, tasks};
use jiff::SignedDuration;
use jiff::civil::date;
use leads::Country;
use leads::calling_rules::HolidayForm;
use leads::states::BatchState;
use sqlx::PgPool;

use super::{ONE, conflict};
use crate::support::{World, numbers};

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_whose_moment_has_become_forbidden_is_not_sent(pool: PgPool) {
    let world = World::new(pool).await;
    world.clock.forward(SignedDuration::from_mins(10 * 60 + 20));
    let task = world.submitted("Late", numbers(&ONE)).await;
    // Nobody works for a quarter of an hour.
    world.clock.forward(SignedDuration::from_mins(15));
    world.work().await;
    let batch = world.batch(task).await;
    assert_eq!(batch.state, BatchState::NotSent);
    assert!(batch.words.unwrap().contains("is after the hours"));
    assert!(world.provider_names().await.is_empty());

    // By the same rule it is sent again only for a reason.
    let refused = conflict(world.send_again(task, 1).await);
    assert!(
        refused.starts_with("Nothing was sent. Calls could fall outside"),
        "{refused}"
    );
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    tasks::send_again(backend, caller, now, task, 1, "The outage is over")
        .await
        .unwrap();
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
    let facts = world.facts(task).await;
    assert!(
        facts[1].contains("batch 1") && facts[1].contains("The outage is over"),
        "{facts:?}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn by_a_rule_that_refuses_a_contributor_does_not_send_a_batch_again(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let budi = world.person("budi@example.com", Role::Launcher).await;
    world.clock.forward(SignedDuration::from_mins(6 * 60 + 25));
    let task = world.submitted("Late", numbers(&ONE)).await;
    world.clock.forward(SignedDuration::from_mins(15));
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::NotSent);
    let (backend, now) = (&world.backend, world.clock.now());
    let by_ana = tasks::send_again(backend, &world.caller, now, task, 1, "Agreed").await;
    assert_eq!(conflict(by_ana), leads::SEND_AGAIN_BY_SOMEBODY_ELSE);
    tasks::send_again(backend, &budi, now, task, 1, "Agreed")
        .await
        .unwrap();
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_holiday_that_is_added_after_the_submission_keeps_the_batch_back(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let form = world.window("2026-11-24T09:00", "2026-11-24T16:00").await;
    let draft = world.checked_form(form, &ONE).await;
    let task = world.launch_as(&world.caller, draft).await.unwrap();
    let country = Country::parse("ID").unwrap();
    let holiday = HolidayForm {
        date: "2026-11-24".to_owned(),
        name: "Election day".to_owned(),
        source: "Keppres 25/2026".to_owned(),
    };
    let (backend, now) = (&world.backend, world.clock.now());
    calling_rules::add_holiday(backend, &world.caller, now, country, &holiday)
        .await
        .unwrap();
    world.work().await;
    let batch = world.batch(task).await;
    assert_eq!(batch.state, BatchState::NotSent);
    assert!(
        batch
            .words
            .unwrap()
            .contains("Tue 24 Nov is a holiday: Election day.")
    );

    let again = calling_rules::add_holiday(backend, &world.caller, now, country, &holiday).await;
    assert!(conflict(again).starts_with("This day is a holiday already"));
    let day = date(2026, 11, 24);
    calling_rules::remove_holiday(backend, &world.caller, now, country, day)
        .await
        .unwrap();
    world.send_again(task, 1).await.unwrap();
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
}
