//! The rule as the worker asks it right before it sends a batch, and whoever sends one again.

use backend::{Role, calling_rules, tasks};
use jiff::SignedDuration;
use jiff::civil::date;
use leads::calling_rules::HolidayForm;
use leads::states::BatchState;
use leads::{Country, SomebodyElseFor};
use localization::Language;
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
    let words = batch.words.unwrap();
    assert!(words.to_string().contains("is after the hours"), "{words}");
    let in_spanish = words.text(Language::Spanish);
    assert!(
        in_spanish.contains("espués del horario permitido"),
        "{in_spanish}"
    );
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let view = tasks::view(backend, caller, now, task, false).await;
    let events = view.unwrap().events;
    assert!(
        events
            .iter()
            .any(|event| event.sentence.text(Language::Spanish).contains(&in_spanish)),
        "{events:?}"
    );
    assert!(world.provider_names().await.is_empty());

    // By the same rule it is sent again only for a reason.
    let refused = conflict(world.send_again(task, 1).await);
    assert!(
        refused.starts_with("Nothing was sent. Calls could fall outside"),
        "{refused}"
    );
    // The launch would say the same, and so does the page before the press.
    let next = "Calls are allowed next from Tue 24 Nov, 08:00.";
    assert!(refused.contains(next), "{refused}");
    let shown = world.batch(task).await.allowed_next;
    assert_eq!(shown.map(|shown| shown.to_string()).as_deref(), Some(next));
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
async fn by_a_rule_that_refuses_a_batch_is_sent_again_by_who_had_no_part_in_its_task(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let budi = world.person("budi@example.com", Role::Launcher).await;
    let citra = world.person("citra@example.com", Role::Launcher).await;
    // Ana prepares and Budi launches, within the rule: nobody has agreed to anything else.
    world.clock.forward(SignedDuration::from_mins(6 * 60 + 25));
    let draft = world.checked_form(world.form().await, &ONE).await;
    let task = world.launch_as(&budi, draft).await.unwrap();
    world.clock.forward(SignedDuration::from_mins(15));
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::NotSent);
    let (backend, now) = (&world.backend, world.clock.now());
    for caller in [&world.caller, &budi] {
        let again = tasks::send_again(backend, caller, now, task, 1, "Agreed").await;
        let told = conflict(again);
        assert!(
            told.contains("outside of this calling rule only a second person"),
            "{told}"
        );
        assert!(
            told.ends_with("Calls are allowed next from Tue 24 Nov, 08:00."),
            "{told}"
        );
        let view = tasks::view(backend, caller, now, task, false).await;
        let needed = view.unwrap().batches[0].needs_somebody_else;
        assert_eq!(needed, Some(SomebodyElseFor::Rule));
    }
    let view = tasks::view(backend, &citra, now, task, false).await;
    assert_eq!(view.unwrap().batches[0].needs_somebody_else, None);
    let silent = tasks::send_again(backend, &citra, now, task, 1, " ").await;
    assert!(conflict(silent).contains("Write why"));
    tasks::send_again(backend, &citra, now, task, 1, "Agreed")
        .await
        .unwrap();
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn within_a_rule_that_refuses_its_launcher_sends_a_batch_again(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let task = world.submitted("By day", numbers(&ONE)).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    tasks::stop_rest(backend, caller, now, task).await.unwrap();
    world.send_again(task, 1).await.unwrap();
    assert_eq!(world.batch(task).await.state, BatchState::Waiting);
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
            .to_string()
            .contains("Tue 24 Nov is a holiday: Election day.")
    );

    let again = calling_rules::add_holiday(backend, &world.caller, now, country, &holiday).await;
    assert!(conflict(again).starts_with("This day is a holiday already"));
    // What has a window keeps it.
    let refused = conflict(world.send_again(task, 1).await);
    let next = "Calls are allowed next from Mon 23 Nov, 09:30. To call then, start a new task with these settings.";
    assert!(refused.contains(next), "{refused}");
    let day = date(2026, 11, 24);
    calling_rules::remove_holiday(backend, &world.caller, now, country, day)
        .await
        .unwrap();
    world.send_again(task, 1).await.unwrap();
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
}
