//! What AIRudder began at once is stopped when the rule allows no call any more.

use airudder_sandbox::SandboxOptions;
use backend::ids::TaskId;
use backend::tasks;
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::states::{BatchState, StopState};
use leads::views::{LaunchView, SettingKind};
use sqlx::PgPool;

use crate::support::{World, many, numbers};

/// One call after the other, so that a list takes longer than the evening lasts.
const SLOW: &str = "calls-at-once=1, call-duration=10min";

/// In Jakarta it is Monday, 09:00 when a world begins; the shipped rule allows calls until 20:00.
pub(super) const TO_19_00: SignedDuration = SignedDuration::from_hours(10);

impl World {
    /// Minutes pass, and the worker works in each.
    pub(super) async fn works_for(&self, minutes: i64) {
        for _ in 0..minutes {
            self.clock.forward(SignedDuration::from_mins(1));
            self.work().await;
        }
    }

    /// When calls end, as the page of the task says it.
    pub(super) async fn calls_end(&self, task: TaskId) -> Option<String> {
        let facts = self.task(task).await.facts.into_iter();
        let mut ends = facts.filter(|(label, _)| label.to_string() == "Calls end");
        ends.next().map(|(_, value)| value.to_string())
    }

    pub(super) async fn ended_events(&self, task: TaskId) -> usize {
        let told = self.sentences(task).await;
        let ended = told
            .iter()
            .filter(|told| told.contains("allows no calls from now on"));
        ended.count()
    }
}

fn calls_end_of(view: &LaunchView) -> Option<String> {
    let mut settings = view.settings.iter();
    let ends = settings.find(|setting| setting.kind == SettingKind::CallsEnd);
    ends.map(|setting| setting.value.to_string())
}

pub(super) async fn slow_world(pool: PgPool) -> World {
    World::with(pool, SandboxOptions::parse(SLOW).unwrap()).await
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_left_when_the_hours_end_is_stopped_and_told_once(pool: PgPool) {
    let world = slow_world(pool).await;
    world.clock.forward(TO_19_00);
    let draft = world.draft("Evening", many(20)).await;
    world.check(draft).await;
    let (view, _) = world.ready(&world.caller, draft).await;
    assert_eq!(
        calls_end_of(&view).as_deref(),
        Some("20:00 at the latest. Whoever is left then is not called.")
    );
    let task = world.launch_as(&world.caller, draft).await.unwrap();
    world.works_for(58).await;
    assert_eq!(world.calls_end(task).await.as_deref(), Some("20:00"));
    assert!(world.task(task).await.batches[0].stop.is_none());
    world.works_for(1).await;
    let view = world.task(task).await;
    let stop = view.batches[0].stop.clone().expect("it is 19:59");
    assert_eq!(
        (stop.state, stop.by.to_string().as_str()),
        (StopState::Accepted, "the calling rule")
    );
    world.works_for(61).await;
    assert_eq!(world.ended_events(task).await, 1);
    let results = world.results(task).await;
    assert!(
        results.of(CallGroup::Cancelled) > 10,
        "{:?}",
        results.groups
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_without_a_clear_answer_is_stopped_once_it_is_found(pool: PgPool) {
    let world = slow_world(pool).await;
    world.clock.forward(TO_19_00);
    let task = world.submitted("sandbox-502", many(20)).await;
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Unknown);
    // Nobody works until then.
    world.clock.forward(SignedDuration::from_mins(58));
    world.works_for(2).await;
    let batch = world.task(task).await.batches[0].clone();
    assert_eq!(batch.state, BatchState::Created, "it was found");
    let stop = batch.stop.expect("it is 20:00");
    assert_eq!(
        (stop.state, stop.by.to_string().as_str()),
        (StopState::Accepted, "the calling rule")
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn calls_that_are_over_and_those_with_a_window_or_a_reason_are_not_stopped(pool: PgPool) {
    let world = World::new(pool).await;
    world.clock.forward(TO_19_00);
    let over = world.called(numbers(&super::ONE)).await;
    let form = world.window("2026-11-24T09:00", "2026-11-24T10:00").await;
    let draft = world.checked_form(form, &["+62812335089"]).await;
    let later = world.launch_as(&world.caller, draft).await.unwrap();
    world.work().await;
    assert_eq!(world.calls_end(later).await, None);
    world.works_for(10).await;
    let draft = world
        .checked_form(world.form().await, &["+62812335090"])
        .await;
    world
        .give_reason(&world.caller, draft, "They asked for the evening")
        .await
        .unwrap();
    let (view, _) = world.ready(&world.caller, draft).await;
    assert_eq!(calls_end_of(&view), None);
    let outside = world.launch_as(&world.caller, draft).await.unwrap();
    world.works_for(60).await;
    for task in [over, later, outside] {
        assert!(world.task(task).await.batches[0].stop.is_none());
        assert_eq!(world.ended_events(task).await, 0);
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_person_who_has_stopped_the_calls_before_stays_the_one_who_has(pool: PgPool) {
    let world = slow_world(pool).await;
    world.clock.forward(TO_19_00);
    let task = world.submitted("Evening", many(20)).await;
    world.works_for(10).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    tasks::stop_calling(backend, caller, now, task, None)
        .await
        .unwrap();
    world.works_for(60).await;
    let stop = world.task(task).await.batches[0].stop.clone().unwrap();
    assert_eq!(stop.by.to_string(), "Ana");
    assert_eq!(world.ended_events(task).await, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_a_batch_that_was_refused_no_end_is_told(pool: PgPool) {
    let world = slow_world(pool).await;
    world.clock.forward(TO_19_00);
    let task = world.submitted("sandbox-refuse", many(2)).await;
    world.works_for(1).await;
    assert_eq!(world.batch(task).await.state, BatchState::Refused);
    assert_eq!(world.calls_end(task).await, None);
    world.works_for(60).await;
    assert_eq!(world.ended_events(task).await, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_reason_to_begin_before_the_hours_is_none_to_go_on_after_them(pool: PgPool) {
    let world = slow_world(pool).await;
    // On Tuesday, 07:50.
    world.clock.forward(SignedDuration::from_mins(22 * 60 + 50));
    let draft = world.checked_form(world.form().await, &super::ONE).await;
    let given = world.give_reason(&world.caller, draft, "They asked for the early morning");
    given.await.unwrap();
    let (view, _) = world.ready(&world.caller, draft).await;
    assert_eq!(
        calls_end_of(&view).as_deref(),
        Some("20:00 at the latest. Whoever is left then is not called.")
    );
    let task = world.launch_as(&world.caller, draft).await.unwrap();
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
    assert_eq!(world.calls_end(task).await.as_deref(), Some("20:00"));
}
