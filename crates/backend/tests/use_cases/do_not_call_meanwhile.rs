//! Numbers that are put on a do-not-call list, or taken off it, while a task is under way.

use airudder_sandbox::SandboxOptions;
use backend::do_not_call::ListForm;
use backend::ids::TaskId;
use backend::{Error, do_not_call, worker};
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::states::{BatchState, MAX_SEARCHES, StopState};
use sqlx::PgPool;
use std::time::Duration;

use crate::do_not_call::{FIRST, repep};
use crate::stops::slow_world;
use crate::support::{World, many, numbers};

/// Answers that it does not want to be called.
const SAYS_NO: &str = "+628129000019";

/// The last of the list of `calling`: it still waits at the provider.
const LAST: &str = "+62812300007";

impl World {
    async fn rows_left_out(&self, task: TaskId) -> Vec<(i32, String)> {
        sqlx::query_as("select row, reason from left_out_leads where task_id = $1 order by row")
            .bind(task)
            .fetch_all(&self.owner)
            .await
            .unwrap()
    }

    /// The numbers that the provider was asked to call.
    async fn numbers_of_calls(&self, task: TaskId) -> Vec<i64> {
        sqlx::query_scalar("select number from calls where task_id = $1 order by number")
            .bind(task)
            .fetch_all(&self.owner)
            .await
            .unwrap()
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_that_is_listed_after_the_launch_is_left_out_of_the_batch_that_waits(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 48", many(5)).await;
    world.add_to_do_not_call(FIRST).await.unwrap();
    world.work().await;
    let batch = world.task(task).await.batches.remove(0);
    assert_eq!((batch.state, batch.leads), (BatchState::Created, 4));
    assert_eq!(
        world.rows_left_out(task).await,
        [(2, "do_not_call".to_owned())]
    );
    let called = world.numbers_of_calls(task).await;
    assert_eq!(called.len(), 4);
    assert!(!called.contains(&62_812_300_000), "{called:?}");
    let sentences = world.sentences(task).await;
    let told = "Batch 1: left out 1 lead, on a do-not-call list since it was checked.";
    assert!(
        sentences.iter().any(|sentence| sentence == told),
        "{sentences:?}"
    );
    let submitted: i64 =
        sqlx::query_scalar("select count(*) from submitted_numbers where task_id = $1")
            .bind(task)
            .fetch_one(&world.owner)
            .await
            .unwrap();
    assert_eq!(submitted, 4, "who was not called may be called by others");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_that_is_taken_off_after_the_check_stays_out_of_what_is_sent(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Week 48", many(5)).await;
    world.add_to_do_not_call(FIRST).await.unwrap();
    let view = world.check(draft).await;
    let own = world.lists().await[0].0;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    do_not_call::remove(backend, caller, now, own, FIRST, "A mistake")
        .await
        .unwrap();
    let task = world.submit(&view, false).await.unwrap();
    world.work().await;
    let batch = world.task(task).await.batches.remove(0);
    assert_eq!((batch.state, batch.leads), (BatchState::Created, 4));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_of_which_every_number_is_listed_is_not_sent(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 48", numbers(&[FIRST])).await;
    world.add_to_do_not_call(FIRST).await.unwrap();
    world.work().await;
    let batch = world.task(task).await.batches.remove(0);
    assert_eq!(batch.state, BatchState::NotSent);
    assert_eq!(
        batch.words.as_ref().map(ToString::to_string).as_deref(),
        Some(
            "Nobody is left to call in this batch: every number is on a do-not-call list by now, or was erased."
        )
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_that_is_listed_while_it_may_be_called_is_cancelled(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.calling("Week 48").await;
    let last = world.call_rows(task).await.pop().unwrap();
    world
        .add_to_do_not_call(&format!("{LAST}\n+62812999999"))
        .await
        .unwrap();
    world.poll().await;
    let cancelled = world.call_rows(task).await.pop().unwrap();
    assert_eq!(cancelled.row, last.row);
    assert_eq!(cancelled.cancel.unwrap().state, StopState::Accepted);
    let sentences = world.sentences(task).await;
    let told =
        "Batch 1: 1 number was put on a do-not-call list. Coxswain asks AIRudder to cancel them.";
    assert!(
        sentences.iter().any(|sentence| sentence == told),
        "{sentences:?}"
    );
    let left: i64 = sqlx::query_scalar("select count(*) from do_not_call_changes")
        .fetch_one(&world.owner)
        .await
        .unwrap();
    assert_eq!(left, 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_of_a_list_that_the_account_only_now_applies_is_cancelled(pool: PgPool) {
    let mut world = slow_world(pool).await;
    let task = world.calling("Week 48").await;
    let reus = ListForm {
        kind: "reus".to_owned(),
        sector: "finance".to_owned(),
        ..repep()
    };
    world.take_in(reus, numbers(&[LAST])).await.unwrap();
    world.poll().await;
    let cancel = async |world: &World| world.call_rows(task).await.pop().unwrap().cancel;
    assert!(cancel(&world).await.is_none(), "it is of another sector");
    world
        .change_account(|form| form.sector = "finance".to_owned())
        .await;
    world.poll().await;
    let cancelled = cancel(&world).await.expect("the list is applied");
    assert_eq!(cancelled.state, StopState::Accepted);
}

/// Who asks not to be called is called by no account any more: each has cancelled five seconds later.
#[sqlx::test(migrations = "../../migrations")]
async fn a_number_that_another_account_lists_is_cancelled_within_five_seconds(pool: PgPool) {
    let world = slow_world(pool).await;
    let other = world.other_account().await;
    let task = world.calling("Week 48").await;
    let last = world.call_rows(task).await.pop().unwrap();
    assert!(last.cancel.is_none());
    let (listed_at, reason) = (world.clock.now(), "She asked");
    let (backend, caller) = (&other.backend, &other.caller);
    let added = do_not_call::add_by_hand(backend, caller, listed_at, LAST, reason).await;
    assert_eq!(added.unwrap().added, 1);
    for _ in 0..5 {
        world.clock.forward(SignedDuration::from_secs(1));
        world.work().await;
    }
    let cancelled = world.call_rows(task).await.pop().unwrap();
    assert_eq!(cancelled.row, last.row);
    assert_eq!(cancelled.cancel.unwrap().state, StopState::Accepted);
    let asked_at: i64 = sqlx::query_scalar(
        "select extract(epoch from asked_at)::bigint from stops where task_id = $1 and row > 0",
    )
    .bind(task)
    .fetch_one(&world.owner)
    .await
    .unwrap();
    let seconds = asked_at - listed_at.as_second();
    assert!((0..=5).contains(&seconds), "{seconds}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_says_no_in_a_call_is_on_the_list_of_every_account(pool: PgPool) {
    let world = World::new(pool).await;
    let other = world.other_account().await;
    let robot = world.robot().await;
    world.means_do_not_call(&robot, "D").await;
    let task = world.submitted("Week 48", numbers(&[SAYS_NO, FIRST])).await;
    world.poll().await;
    for _ in 0..4 {
        world.clock.forward(SignedDuration::from_mins(10));
        world.poll().await;
    }
    assert_eq!(world.results(task).await.of(CallGroup::DoNotCall), 1);
    let now = world.clock.now();
    for (backend, caller) in [
        (&world.backend, &world.caller),
        (&other.backend, &other.caller),
    ] {
        let found = do_not_call::find(backend, caller, now, SAYS_NO)
            .await
            .unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|entry| (entry.source.as_str(), entry.task_id, entry.sandbox))
            .collect();
        // It was a simulated call.
        assert_eq!(found, [("result", Some(task), true)]);
    }
    let again = world.draft("Week 49", numbers(&[SAYS_NO])).await;
    assert_eq!(world.review(again).await.tally.do_not_call, 1);
    let real = world.of_no_account(false).await;
    let real = real.with_account(Some("didi-indonesia")).await.unwrap();
    let added = do_not_call::add_by_hand(&real, &world.caller, now, SAYS_NO, "Wrote a mail").await;
    assert_eq!(added.unwrap().added, 1, "a simulated call is no real one");
    let on_list = do_not_call::view(&real, &world.caller, now).await.unwrap();
    assert_eq!(on_list.lists[0].numbers, 1, "the same number, counted once");
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_is_not_on_the_list_in_spite_of_the_names_gets_there_when_they_are_counted_again(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 48", numbers(&[SAYS_NO])).await;
    world.poll().await;
    for _ in 0..40 {
        world.clock.forward(SignedDuration::from_hours(3));
        world.poll().await;
    }
    let now = world.clock.now();
    let found = do_not_call::find(&world.backend, &world.caller, now, SAYS_NO).await;
    assert_eq!(found.unwrap().len(), 0);
    let robot = world.robot().await;
    world.means_do_not_call(&robot, "D").await;
    // Named by a program that left that to counting again.
    sqlx::query("delete from do_not_call_entries")
        .execute(&world.owner)
        .await
        .unwrap();
    world.count_again(task).await.unwrap();
    let found = do_not_call::find(&world.backend, &world.caller, now, SAYS_NO).await;
    assert_eq!(found.unwrap().len(), 1);
}

/// Wherever the two meet, the number is left out, or the provider is asked to cancel it.
#[sqlx::test(migrations = "../../migrations")]
async fn an_opt_out_that_races_with_the_sending_is_never_missed(pool: PgPool) {
    let world = slow_world(pool).await;
    for round in 0..12_u32 {
        let number = format!("+628125{round:05}");
        let others = format!("+628126{round:05}");
        let name = format!("Race {round}");
        let task = world.submitted(&name, numbers(&[&number, &others])).await;
        let late = Duration::from_millis(u64::from(round) * 4);
        let (_, added) = tokio::join!(world.work(), async {
            // Not to wait for something: to meet the sending at another point in each round.
            tokio::time::sleep(late).await;
            world.add_to_do_not_call(&number).await
        });
        assert_eq!(added.unwrap().added, 1);
        world.poll().await;
        let left_out = world.rows_left_out(task).await.len();
        let cancelled: i64 = sqlx::query_scalar(
            "select count(*) from stops where task_id = $1 and row = 2 and state <> 'waiting'",
        )
        .bind(task)
        .fetch_one(&world.owner)
        .await
        .unwrap();
        assert_eq!(
            (left_out > 0, cancelled),
            (cancelled == 0, i64::from(left_out == 0)),
            "round {round}"
        );
    }
}

/// AIRudder has made the batch of the first sending, and lists it late: the second one, without the number, is refused.
#[sqlx::test(migrations = "../../migrations")]
async fn a_number_that_airudder_had_before_it_was_left_out_is_put_back_and_cancelled(pool: PgPool) {
    put_back_and_cancelled(pool, "").await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn it_is_also_where_calls_name_their_numbers(pool: PgPool) {
    put_back_and_cancelled(pool, ", call-number=callee").await;
}

async fn put_back_and_cancelled(pool: PgPool, options: &str) {
    let slow = "calls-at-once=1, call-duration=3min, hang=5ms, slow=5ms";
    let options = SandboxOptions::parse(&format!("{slow}{options}"));
    let options = SandboxOptions {
        list_lag: Duration::from_secs(600),
        ..options.unwrap()
    };
    let world = World::with(pool, options).await;
    let task = world.submitted("sandbox-cut", many(8)).await;
    world.work().await;
    world.searches(MAX_SEARCHES).await;
    assert_eq!(world.batch(task).await.state, BatchState::Absent);
    world.add_to_do_not_call(LAST).await.unwrap();
    world.work().await;
    world.send_again(task, 1).await.unwrap();
    world.work().await;
    let batch = world.batch(task).await;
    assert_eq!((batch.state, batch.leads), (BatchState::Unknown, 7));
    assert_eq!(world.rows_left_out(task).await.len(), 1);

    world.clock.forward(SignedDuration::from_mins(10));
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
    assert_eq!(world.numbers_of_calls(task).await.len(), 7);
    world.clock.forward(SignedDuration::from_secs(30));
    world.poll().await;
    world.work().await;
    world.poll().await;
    let batch = world.batch(task).await;
    assert_eq!((batch.leads, world.rows_left_out(task).await), (8, vec![]));
    let last = world.call_rows(task).await.pop().unwrap();
    let cancel = last.cancel.expect("AIRudder calls it");
    assert_eq!(cancel.state, StopState::Accepted);
    let submitted = "select count(*) from submitted_numbers where task_id = $1";
    let submitted: i64 = sqlx::query_scalar(submitted)
        .bind(task)
        .fetch_one(&world.owner)
        .await
        .unwrap();
    assert_eq!(submitted, 8);
    let told = "Batch 1: 1 lead that was left out is called all the same: AIRudder had it from an earlier sending. \
        Who is on a do-not-call list is cancelled.";
    let sentences = world.sentences(task).await;
    assert!(
        sentences.iter().any(|sentence| sentence == told),
        "{sentences:?}"
    );
}

/// The same as a program with several processes does it.
#[sqlx::test(migrations = "../../migrations")]
async fn two_workers_apply_a_change_once(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.calling("Week 48").await;
    world.add_to_do_not_call(LAST).await.unwrap();
    let drain = || {
        let clock = world.clock.clone();
        let pace = worker::Pace::of(Duration::from_secs(120));
        worker::drain(world.backend.clone(), move || clock.now(), pace)
    };
    let (one, other): (Result<(), Error>, Result<(), Error>) = tokio::join!(drain(), drain());
    one.and(other).unwrap();
    let sentences = world.sentences(task).await;
    let told = sentences
        .iter()
        .filter(|told| told.contains("put on a do-not-call list"));
    assert_eq!(told.count(), 1, "{sentences:?}");
}
