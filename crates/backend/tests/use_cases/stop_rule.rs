//! The stop rule: what is left of a task that reaches too few is stopped, once, and it is said by what figures.

use airudder_sandbox::SandboxOptions;
use backend::ids::TaskId;
use backend::{drafts, tasks};
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::states::{BatchState, StopState};
use leads::views::TaskForm;
use localization::Message;
use sqlx::PgPool;

use crate::support::{World, fresh_id, many, numbers};

/// Two that never answer, and two that answer.
const NUMBERS: [&str; 4] = [
    "+628129000010",
    "+628139000010",
    "+628129000011",
    "+628139000011",
];

impl World {
    /// A task with that rule, whose numbers are dialled one after the other.
    async fn ruled(&self, percent: &str, calls: &str) -> TaskId {
        let draft = self.draft("Week 48", numbers(&NUMBERS)).await;
        let form = TaskForm {
            stop_percent: percent.to_owned(),
            stop_calls: calls.to_owned(),
            name: "Week 48".to_owned(),
            ..self.form().await
        };
        self.save(draft, &form, None).await;
        let view = self.check(draft).await;
        let task = self.submit(&view, false).await.unwrap();
        self.poll().await;
        task
    }

    /// Time passes, and somebody wants to know every minute.
    async fn goes_on(&self, task: TaskId, minutes: i64) {
        for _ in 0..minutes {
            self.clock.forward(SignedDuration::from_mins(1));
            let now = self.clock.now();
            tasks::refresh(&self.backend, &self.caller, now, task)
                .await
                .unwrap();
            self.poll().await;
        }
    }
}

async fn slow_world(pool: PgPool) -> World {
    let options = SandboxOptions::parse("calls-at-once=1, call-duration=3min").unwrap();
    World::with(pool, options).await
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_left_is_stopped_once_too_few_are_reached(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.ruled("10", "2").await;
    let view = world.task(task).await;
    let rule = (
        Message::verbatim("Stop what is left"),
        Message::verbatim("when fewer than 10% are reached after 2 calls"),
    );
    assert!(view.facts.contains(&rule), "{:?}", view.facts);
    assert_eq!(view.stopping.by_rule, None);
    world.goes_on(task, 20).await;
    let view = world.task(task).await;
    let by_rule = view.stopping.by_rule.expect("it was applied").to_string();
    assert!(
        by_rule.contains("0 of 2 dialled leads reached, fewer than 10% after 2 calls"),
        "{by_rule}"
    );
    let stop = view.batches[0].stop.clone().expect("it was stopped");
    assert_eq!(
        (stop.state, stop.by.to_string().as_str()),
        (StopState::Accepted, "the stop rule")
    );
    let results = world.results(task).await;
    assert_eq!(results.of(CallGroup::NotReached), 2);
    // The third was being dialled when it was applied.
    assert!(
        results.of(CallGroup::Cancelled) >= 1,
        "{:?}",
        results.groups
    );
    let applied = |events: &[String]| {
        let of_rule = events
            .iter()
            .filter(|told| told.starts_with("The stop rule was applied"));
        of_rule.count()
    };
    assert_eq!(applied(&world.sentences(task).await), 1, "once");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_that_reaches_enough_is_not_stopped(pool: PgPool) {
    let world = slow_world(pool).await;
    // Two of four are reached: 50% are not fewer than 50%, and before that nobody decides.
    let task = world.ruled("50", "4").await;
    world.goes_on(task, 25).await;
    let view = world.task(task).await;
    assert!(view.batches[0].stop.is_none() && view.stopping.by_rule.is_none());
    assert_eq!(world.results(task).await.dialled, 4);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_rule_also_keeps_back_what_is_not_sent_yet(pool: PgPool) {
    let mut world = slow_world(pool).await;
    world.cuts_lists_longer_than(100).await;
    let draft = world.draft("Week 48", many(200)).await;
    let form = TaskForm {
        stop_percent: "100".to_owned(),
        stop_calls: "1".to_owned(),
        name: "Week 48".to_owned(),
        stagger: "240".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    let view = world.check(draft).await;
    let task = world.submit(&view, false).await.unwrap();
    world.poll().await;
    // Until somebody was called who was not reached.
    world.goes_on(task, 40).await;
    let batches = world.task(task).await.batches;
    assert_eq!(batches[1].state, BatchState::Stopped);
    assert_eq!(
        batches[1]
            .words
            .as_ref()
            .map(ToString::to_string)
            .as_deref(),
        Some("Stopped by the stop rule.")
    );
    assert!(batches[0].stop.is_some());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_like_another_has_its_rule(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.ruled("10", "2").await;
    let now = world.clock.now();
    let like = drafts::form_like(&world.backend, &world.caller, now, task, fresh_id()).await;
    let form = like.unwrap().form;
    assert_eq!(
        (form.stop_percent.as_str(), form.stop_calls.as_str()),
        ("10", "2")
    );
}
