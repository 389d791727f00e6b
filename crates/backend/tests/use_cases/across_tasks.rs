//! Tasks that share numbers: whatever people send again, in whatever order, nobody is called by two of them.

use std::time::Duration;

use airudder_sandbox::SandboxOptions;
use backend::{Error, drafts, tasks};
use jiff::SignedDuration;
use leads::DuplicatePolicy;
use leads::states::BatchState::{self, Absent, Created, Stopped, Waiting};
use leads::states::{MAX_SEARCHES, cooldown_began, keeps_back, send_again_counts_from};
use leads::views::TaskForm;
use sqlx::PgPool;

use crate::support::{World, fresh_id, numbers};
use backend::ids::{DraftId, TaskId};

const ANA: &str = "+62812335088";
const BUDI: &str = "+62812335089";
const CITRA: &str = "+62812335090";

impl World {
    /// A task of those numbers that was stopped before any of it was sent.
    async fn stopped(&self, name: &str, list: &[&str]) -> TaskId {
        let task = self.submitted(name, numbers(list)).await;
        self.stop_all(task).await;
        task
    }

    async fn stop_all(&self, task: TaskId) {
        let now = self.clock.now();
        tasks::stop_rest(&self.backend, &self.caller, now, task)
            .await
            .unwrap();
    }

    /// Sends a batch again, which is refused because another task calls its numbers.
    async fn is_kept_back(&self, task: TaskId, batch: u32) {
        match self.send_again(task, batch).await {
            Err(Error::Conflict(sentence)) => {
                assert!(sentence.to_string().contains("called twice"), "{sentence}");
            }
            outcome => panic!("{outcome:?}"),
        }
    }

    async fn states(&self, task: TaskId) -> Vec<BatchState> {
        let batches = self.task(task).await.batches;
        batches.into_iter().map(|batch| batch.state).collect()
    }

    /// A checked and submitted draft for which a person has chosen what becomes of its repeats.
    async fn submitted_as(&self, draft: DraftId, keep: DuplicatePolicy, leave_out: bool) -> TaskId {
        let now = self.clock.now();
        drafts::set_policies(&self.backend, &self.caller, now, draft, keep, leave_out)
            .await
            .unwrap();
        let view = self.check(draft).await;
        self.submit(&view, false).await.unwrap()
    }

    /// A task of those numbers, whether they were called recently or not.
    async fn submitted_all_the_same(&self, name: &str, list: &[&str]) -> TaskId {
        let draft = self.draft(name, numbers(list)).await;
        self.submitted_as(draft, DuplicatePolicy::First, false)
            .await
    }

    async fn is_left_out(&self, number: &str) -> bool {
        let draft = self.draft("Probe", numbers(&[number])).await;
        let tally = self.review(draft).await.tally;
        drafts::discard(&self.backend, &self.caller, self.clock.now(), draft)
            .await
            .unwrap();
        assert_eq!(tally.recent + tally.ready, 1);
        tally.recent == 1
    }
}

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_two_tasks_that_were_stopped_only_one_is_sent_again(pool: PgPool) {
    let world = World::new(pool).await;
    let first = world.stopped("First", &[ANA]).await;
    let second = world.stopped("Second", &[ANA]).await;
    world.send_again(first, 1).await.unwrap();
    world.is_kept_back(second, 1).await;
    world.work().await;
    world.is_kept_back(second, 1).await;
    assert_eq!(world.states(first).await, [Created]);
    assert_eq!(world.states(second).await, [Stopped]);
    assert_eq!(world.provider_names().await.len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_first_one_that_is_sent_again_keeps_all_others_back_in_any_order(pool: PgPool) {
    let world = World::new(pool).await;
    let first = world.stopped("First", &[ANA]).await;
    let repeat = fresh_id();
    let form = TaskForm {
        name: "Repeat".to_owned(),
        ..world.form().await
    };
    world.save(repeat, &form, Some(numbers(&[ANA, BUDI]))).await;
    let view = world.check(repeat).await;
    let repeat = world.submit(&view, false).await.unwrap();
    world.stop_all(repeat).await;
    let follow_up = world.stopped("Follow-up", &[BUDI]).await;
    world.send_again(repeat, 1).await.unwrap();
    for kept_back in [first, follow_up] {
        world.is_kept_back(kept_back, 1).await;
    }
    world.stop_all(repeat).await;
    world.send_again(follow_up, 1).await.unwrap();
    world.send_again(first, 1).await.unwrap();
    world.is_kept_back(repeat, 1).await;
    world.work().await;
    world.is_kept_back(repeat, 1).await;
    assert_eq!(world.provider_names().await.len(), 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn each_batch_is_kept_back_by_its_own_numbers(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.cuts_lists_longer_than(2).await;
    let first = world.stopped("First", &[ANA, BUDI, CITRA]).await;
    assert_eq!(world.states(first).await, [Stopped; 2]);
    let second = world.stopped("Second", &[CITRA]).await;
    world.send_again(first, 1).await.unwrap();
    world.send_again(second, 1).await.unwrap();
    world.is_kept_back(first, 2).await;
    world.work().await;
    assert_eq!(world.states(first).await, [Created, Stopped]);
    assert_eq!(world.states(second).await, [Created]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn rows_with_one_number_that_a_person_keeps_do_not_keep_each_other_back(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.cuts_lists_longer_than(1).await;
    let draft = world.draft("Both", numbers(&[ANA, ANA])).await;
    let both = world.submitted_as(draft, DuplicatePolicy::All, true).await;
    assert_eq!(world.states(both).await, [Waiting; 2]);
    world.stop_all(both).await;
    let other = world.stopped("Other", &[ANA]).await;
    world.send_again(both, 2).await.unwrap();
    world.is_kept_back(other, 1).await;
    world.work().await;
    world.send_again(both, 1).await.unwrap();
    world.work().await;
    assert_eq!(world.states(both).await, [Created; 2]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_is_planned_for_later_looks_back_to_its_submission(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.cuts_lists_longer_than(1).await;
    let draft = world.draft("Apart", numbers(&[ANA, BUDI])).await;
    let form = TaskForm {
        name: "Apart".to_owned(),
        stagger: "60".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    let apart = world
        .submitted_as(draft, DuplicatePolicy::First, false)
        .await;
    // Planned is as good as called.
    assert!(world.is_left_out(BUDI).await);
    world.stop_all(apart).await;
    world.clock.forward(SignedDuration::from_mins(1));
    let between = world.submitted("Between", numbers(&[BUDI])).await;
    world.is_kept_back(apart, 2).await;
    world.work().await;
    assert_eq!(world.states(between).await, [Created]);
    world.is_kept_back(apart, 2).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_a_person_kept_is_sent_again_beside_earlier_calls_but_not_beside_later_ones(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    world.submitted("Earlier", numbers(&[ANA, BUDI])).await;
    world.work().await;
    world.clock.forward(SignedDuration::from_mins(1));
    let kept = world.submitted_all_the_same("Kept", &[ANA]).await;
    world.stop_all(kept).await;
    let left = world.submitted_all_the_same("Left", &[BUDI]).await;
    world.stop_all(left).await;
    world.send_again(kept, 1).await.unwrap();
    world.work().await;
    assert_eq!(world.states(kept).await, [Created]);
    world.clock.forward(SignedDuration::from_mins(1));
    let later = world.submitted_all_the_same("Later", &[BUDI]).await;
    world.is_kept_back(left, 1).await;
    world.work().await;
    assert_eq!(world.states(later).await, [Created]);
    world.is_kept_back(left, 1).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_was_given_up_and_turns_up_keeps_its_numbers_back_again(pool: PgPool) {
    let options = SandboxOptions {
        list_lag: Duration::from_secs(600),
        ..SandboxOptions::default()
    };
    let world = World::with(pool, options).await;
    let lost = world.submitted("sandbox-cut", numbers(&[ANA])).await;
    world.work().await;
    for _ in 0..MAX_SEARCHES {
        world.clock.forward(SignedDuration::from_secs(30));
        world.work().await;
    }
    assert_eq!(world.states(lost).await, [Absent]);
    assert!(world.is_left_out(ANA).await);
    let now = world.clock.now();
    tasks::give_up(&world.backend, &world.caller, now, lost, 1)
        .await
        .unwrap();
    assert!(!world.is_left_out(ANA).await);
    let instead = world.stopped("Instead", &[ANA]).await;
    world.clock.forward(SignedDuration::from_mins(10));
    let now = world.clock.now();
    tasks::refresh(&world.backend, &world.caller, now, lost)
        .await
        .unwrap();
    assert_eq!(world.states(lost).await, [Created]);
    assert!(world.is_left_out(ANA).await);
    world.is_kept_back(instead, 1).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_days_without_a_second_call_begin_when_a_batch_is_sent_again(pool: PgPool) {
    let world = World::new(pool).await;
    let old = world.stopped("Old", &[ANA]).await;
    world.clock.forward(days(9));
    assert!(!world.is_left_out(ANA).await);
    let draft = world.draft("Checked", numbers(&[ANA, BUDI])).await;
    let checked = world.check(draft).await;
    world.send_again(old, 1).await.unwrap();
    let refused = world.submit(&checked, false).await;
    let Err(Error::Conflict(sentence)) = refused else {
        panic!("{refused:?}");
    };
    assert!(sentence.to_string().starts_with("1 lead was"), "{sentence}");
    world.work().await;
    assert_eq!(world.states(old).await, [Created]);
    world.clock.forward(days(6));
    assert!(world.is_left_out(ANA).await);
    world.clock.forward(days(2));
    assert!(!world.is_left_out(ANA).await);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_weekly_list_is_called_again_on_the_same_day_an_hour_earlier(pool: PgPool) {
    let world = World::new(pool).await;
    world.submitted("Week 47", numbers(&[ANA, BUDI])).await;
    world.work().await;
    // Left out the day before, and freed by the check on the day itself.
    world.clock.forward(days(6));
    let draft = world.draft("Week 48", numbers(&[ANA, BUDI, CITRA])).await;
    assert_eq!(world.review(draft).await.tally.recent, 2);
    world.clock.forward(days(1) - SignedDuration::from_hours(1));
    let checked = world.check(draft).await;
    assert_eq!((checked.tally.recent, checked.tally.ready), (0, 3));
    world.submit(&checked, false).await.unwrap();
    world.work().await;
    assert!(world.is_left_out(CITRA).await);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_is_freed_when_its_task_was_stopped(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Stopped later", numbers(&[ANA])).await;
    let draft = world.draft("After it", numbers(&[ANA, BUDI])).await;
    assert_eq!(world.review(draft).await.tally.recent, 1);
    world.stop_all(task).await;
    assert_eq!(world.check(draft).await.tally.ready, 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_duplicate_of_a_number_that_was_submitted_meanwhile_is_left_out_with_it(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Repeats", numbers(&[ANA, ANA, BUDI])).await;
    world.submitted("Between", numbers(&[ANA])).await;
    world.work().await;
    world.check(draft).await;
    let now = world.clock.now();
    let all = DuplicatePolicy::All;
    drafts::set_policies(&world.backend, &world.caller, now, draft, all, true)
        .await
        .unwrap();
    let tally = world.review(draft).await.tally;
    assert_eq!((tally.recent, tally.ready), (2, 1));
}

#[sqlx::test(migrations = "../../migrations")]
async fn without_a_cooldown_nothing_is_left_out_and_only_what_was_queued_since_keeps_back(
    pool: PgPool,
) {
    let mut world = World::new(pool).await;
    world
        .change_account(|form| form.cooldown_days = "0".to_owned())
        .await;
    world.submitted("Earlier", numbers(&[ANA])).await;
    world.work().await;
    assert!(!world.is_left_out(ANA).await);
    world.clock.forward(SignedDuration::from_mins(1));
    let stopped = world.stopped("Stopped", &[ANA]).await;
    world.send_again(stopped, 1).await.unwrap();
    world.stop_all(stopped).await;
    world.clock.forward(SignedDuration::from_mins(1));
    world.submitted("Since", numbers(&[ANA])).await;
    world.is_kept_back(stopped, 1).await;
}

/// Of every state and every date that the batch of another task can have, the database finds what the rule says.
#[sqlx::test(migrations = "../../migrations")]
async fn the_database_keeps_numbers_back_as_the_rule_says(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    let other = world.stopped("Other", &[ANA]).await;
    world.clock.forward(days(20));
    let own = world.stopped("Own", &[ANA]).await;
    let submitted = world.clock.now();
    world.clock.forward(days(3));
    let now = world.clock.now();
    for cooldown in [2_u32, 7] {
        world
            .change_account(|form| form.cooldown_days = cooldown.to_string())
            .await;
        let zone = world.caller.account.zone();
        let began = cooldown_began(cooldown, now, zone).unwrap();
        for moment in [submitted, began, now + days(1)] {
            for queued in [-1, 0].map(|second| moment + SignedDuration::from_secs(second)) {
                for state in BatchState::ALL {
                    let case = format!("{cooldown} days, {state:?}, queued {queued}");
                    other_is(&pool, other, state, queued).await;
                    let recent = keeps_back(state, queued, began);
                    assert_eq!(world.is_left_out(ANA).await, recent, "{case}");
                    for kept in [false, true] {
                        keeps_recent(&pool, own, kept).await;
                        let from = send_again_counts_from(submitted, began, kept);
                        let refused = keeps_back(state, queued, from);
                        let sent = world.send_again(own, 1).await;
                        assert_eq!(sent.is_err(), refused, "{case}, kept: {kept}");
                        if sent.is_ok() {
                            world.stop_all(own).await;
                        }
                    }
                }
            }
        }
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_went_to_another_provider_keeps_nothing_back(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let own = world.stopped("Own", &[ANA]).await;
    let other = world.submitted("Other", numbers(&[ANA])).await;
    world.is_kept_back(own, 1).await;
    sqlx::query("update tasks set sandbox = false where id = $1")
        .bind(other)
        .execute(&pool)
        .await
        .unwrap();
    assert!(!world.is_left_out(ANA).await);
    world.send_again(own, 1).await.unwrap();
}

/// As the only batch of a task that has come so far.
async fn other_is(pool: &PgPool, task: TaskId, state: BatchState, queued: jiff::Timestamp) {
    sqlx::query(
        "update parts set state = $2, queued_at = $3::timestamptz, provider_task_id = 'x', lease_until = now() + interval '1 hour', \
         look_at = now(), in_doubt_since = case when $2 in ('refused', 'not_sent', 'stopped') then null else now() end \
         where task_id = $1",
    )
    .bind(task)
    .bind(state.key())
    .bind(jiff_sqlx::ToSqlx::to_sqlx(queued))
    .execute(pool)
    .await
    .unwrap();
}

async fn keeps_recent(pool: &PgPool, task: TaskId, kept: bool) {
    sqlx::query("update drafts set leave_out_recent = not $2 where task_id = $1")
        .bind(task)
        .bind(kept)
        .execute(pool)
        .await
        .unwrap();
}
