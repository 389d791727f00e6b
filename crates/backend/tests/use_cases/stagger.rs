//! Batches of a long list that follow each other.

use backend::{Backend, Error, drafts, tasks};
use jiff::SignedDuration;
use leads::states::BatchState::{self, Created, NotSent, Stopped, Waiting};
use leads::views::{DraftView, TaskForm};
use sqlx::PgPool;

use crate::support::{World, client, encryption_keys, fresh_id, many, numbers};
use backend::ids::{DraftId, TaskId};

/// A form that calls at once.
fn at_once(minutes: &str) -> TaskForm {
    TaskForm {
        when: "now".to_owned(),
        stagger: minutes.to_owned(),
        ..TaskForm::default()
    }
}

/// A form that calls today, from ten until that hour.
fn from_ten(until: &str, minutes: &str) -> TaskForm {
    TaskForm {
        when: "later".to_owned(),
        start: "2026-11-23T10:00".to_owned(),
        end: format!("2026-11-23T{until}"),
        stagger: minutes.to_owned(),
        ..TaskForm::default()
    }
}

impl World {
    /// Saves how and when to call; the rest of the form has no problem.
    async fn save_when(&self, draft: DraftId, when: TaskForm) {
        let form = TaskForm {
            name: "Apart".to_owned(),
            when: when.when,
            start: when.start,
            end: when.end,
            stagger: when.stagger,
            ..self.form().await
        };
        self.save(draft, &form, None).await;
    }

    /// A draft of three batches.
    async fn of_three_batches(&self, when: TaskForm) -> (DraftId, DraftView) {
        let draft = self.draft("Apart", many(10_240)).await;
        self.save_when(draft, when).await;
        let view = self.review(draft).await;
        assert_eq!(view.batches.len(), 3);
        (draft, view)
    }

    async fn submitted_in_three_batches(&self, when: TaskForm) -> TaskId {
        let (draft, _) = self.of_three_batches(when).await;
        let view = self.check(draft).await;
        self.submit(&view, false).await.unwrap()
    }

    async fn stop_rest(&self, task: TaskId) -> usize {
        tasks::stop_rest(&self.backend, &self.caller, self.clock.now(), task)
            .await
            .unwrap()
    }

    async fn batch_states(&self, task: TaskId) -> Vec<BatchState> {
        let batches = self.task(task).await.batches;
        batches.into_iter().map(|batch| batch.state).collect()
    }

    /// When each batch will be sent, as its page says it.
    async fn planned(&self, task: TaskId) -> Vec<Option<String>> {
        let batches = self.task(task).await.batches;
        batches
            .into_iter()
            .map(|batch| batch.sent_at.map(|moment| moment.message().to_string()))
            .collect()
    }

    /// When the provider has dialled first for each batch.
    async fn first_dials(&self, task: TaskId) -> Vec<String> {
        let mut dials = Vec::new();
        for batch in self.task(task).await.batches {
            let answer = self
                .provider
                .calls(&batch.provider_id.unwrap())
                .await
                .unwrap();
            let times = answer.calls.into_iter();
            let first = times.filter_map(|call| call.start_time?.instant).min();
            dials.push(first.unwrap().to_string());
        }
        dials
    }
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

#[sqlx::test(migrations = "../../migrations")]
async fn batches_that_are_apart_wait_for_their_time_and_can_be_stopped_until_then(pool: PgPool) {
    let world = World::new(pool).await;
    let (draft, view) = world.of_three_batches(at_once("10")).await;
    assert_eq!(
        view.stagger.as_ref().map(ToString::to_string).as_deref(),
        Some("3 batches, 10 minutes apart. The last is sent 20 minutes after the first.")
    );
    let view = world.check(draft).await;
    let id = world.submit(&view, false).await.unwrap();
    world.work().await;
    assert_eq!(world.batch_states(id).await, [Created, Waiting, Waiting]);
    let told = |text: &str| Some(text.to_owned());
    assert_eq!(
        world.planned(id).await,
        [None, told("09:10"), told("09:20")]
    );
    world.clock.forward(minutes(9));
    world.work().await;
    assert_eq!(world.provider_names().await.len(), 1);
    assert_eq!(world.planned(id).await, [None, None, told("09:20")]);
    assert_eq!(world.stop_rest(id).await, 2);
    world.clock.forward(minutes(20));
    world.work().await;
    assert_eq!(world.batch_states(id).await, [Created, Stopped, Stopped]);
    assert_eq!(world.provider_names().await.len(), 1);
    assert_eq!(world.planned(id).await, [None, None, None]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_waits_from_its_own_time_on_whatever_process_sends_it(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    let id = world.submitted_in_three_batches(at_once("40")).await;
    world.work().await;
    assert_eq!(world.batch_states(id).await, [Created, Waiting, Waiting]);
    let started_later = Backend::new(pool, client(&world.provider_url()), true)
        .with_encryption_keys(encryption_keys());
    world.backend = started_later;
    world.clock.forward(minutes(39));
    world.work().await;
    assert_eq!(world.batch_states(id).await, [Created, Waiting, Waiting]);
    world.clock.forward(minutes(1));
    world.work().await;
    assert_eq!(world.batch_states(id).await, [Created, Created, Waiting]);
    // Nobody was there when the third was due, 80 minutes after the submission.
    world.clock.forward(minutes(40 + 31));
    world.work().await;
    assert_eq!(world.batch_states(id).await, [Created, Created, NotSent]);
    assert_eq!(world.provider_names().await.len(), 2);
    world.send_again(id, 3).await.unwrap();
    assert_eq!(world.planned(id).await, [None, None, None]);
    world.work().await;
    assert_eq!(world.batch_states(id).await, [Created; 3]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn batches_with_a_window_are_sent_together_and_start_apart(pool: PgPool) {
    let world = World::new(pool).await;
    let (draft, view) = world.of_three_batches(from_ten("12:00", "20")).await;
    assert_eq!(
        view.stagger.as_ref().map(ToString::to_string).as_deref(),
        Some("3 batches, 20 minutes apart. The last starts at Mon 23 Nov, 10:40.")
    );
    let view = world.check(draft).await;
    assert_eq!(view.submit_blocker, None);
    let id = world.submit(&view, false).await.unwrap();
    // What differs from what was checked, also in its window, would not be sent.
    world.work().await;
    assert_eq!(world.batch_states(id).await, [Created; 3]);
    world.clock.forward(SignedDuration::from_hours(4));
    assert_eq!(
        world.first_dials(id).await,
        [
            "2026-11-23T03:00:00Z",
            "2026-11-23T03:20:00Z",
            "2026-11-23T03:40:00Z"
        ]
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_can_be_sent_until_its_own_start_has_passed(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world
        .submitted_in_three_batches(from_ten("12:00", "20"))
        .await;
    assert_eq!(world.stop_rest(id).await, 3);
    world.clock.forward(minutes(70));
    let batches = world.task(id).await.batches;
    let passed: Vec<bool> = batches.iter().map(|batch| batch.start_has_passed).collect();
    assert_eq!(passed, [true, false, false]);
    assert!(matches!(
        world.send_again(id, 1).await,
        Err(Error::Conflict(_))
    ));
    world.send_again(id, 2).await.unwrap();
    world.work().await;
    assert_eq!(world.batch_states(id).await, [Stopped, Created, Stopped]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_last_batch_must_have_half_an_hour_to_call(pool: PgPool) {
    let world = World::new(pool).await;
    let (draft, view) = world.of_three_batches(from_ten("11:00", "20")).await;
    let sentence = "The window is too short: batch 3 would start at Mon 23 Nov, 10:40, less than 30 minutes before the end. \
                    Use fewer minutes between batches, or end at Mon 23 Nov, 11:10 or later.";
    assert_eq!(
        view.check_blocker
            .as_ref()
            .map(ToString::to_string)
            .as_deref(),
        Some(sentence)
    );
    let refused = world.start_check(draft).await;
    assert!(matches!(refused, Err(Error::Conflict(told)) if told.to_string() == sentence));
    for edits in [from_ten("11:00", "15"), from_ten("11:10", "20")] {
        world.save_when(draft, edits).await;
        assert_eq!(world.review(draft).await.check_blocker, None);
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_repeat_takes_the_minutes_between_batches_over(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Repeated", numbers(&["+62812335088"])).await;
    world.save_when(draft, at_once("30")).await;
    assert_eq!(world.review(draft).await.stagger, None);
    let view = world.check(draft).await;
    let task = world.submit(&view, false).await.unwrap();
    let (now, repeat) = (world.clock.now(), fresh_id());
    let form = drafts::form_like(&world.backend, &world.caller, now, task, repeat).await;
    assert_eq!(form.unwrap().form.stagger, "30");
}
