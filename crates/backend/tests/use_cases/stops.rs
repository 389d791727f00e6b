//! Stopping calls at the provider: what was asked, what is certain, and what can be asked again.

use airudder_sandbox::SandboxOptions;
use backend::ids::TaskId;
use backend::tasks::Stopped;
use backend::{Error, history, tasks, worker};
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::states::{BatchState, StopState};
use leads::views::{CallQuery, CallRow, StopView};
use sqlx::PgPool;
use tokio_util::sync::CancellationToken;

use crate::support::{World, many, numbers};

impl World {
    pub async fn stop_calling(&self, task: TaskId, batch: Option<u32>) -> Result<Stopped, Error> {
        let now = self.clock.now();
        tasks::stop_calling(&self.backend, &self.caller, now, task, batch).await
    }

    /// The stop request of a batch, as its page shows it.
    async fn stop_of(&self, task: TaskId, batch: usize) -> StopView {
        let batches = self.task(task).await.batches;
        batches[batch].stop.clone().expect("it was stopped")
    }

    pub async fn call_rows(&self, task: TaskId) -> Vec<CallRow> {
        self.calls(task, CallQuery::default()).await.calls
    }

    /// A task of that name whose calls go on one after the other.
    pub async fn calling(&self, name: &str) -> TaskId {
        let task = self.submitted(name, many(8)).await;
        self.poll().await;
        task
    }
}

/// One number after the other, so that a stop finds something to stop.
pub async fn slow_world(pool: PgPool) -> World {
    let options = SandboxOptions::parse("calls-at-once=1, call-duration=3min, hang=5ms, slow=5ms");
    World::with(pool, options.unwrap()).await
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_stopped_task_dials_no_more_and_says_when_airudder_was_asked(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.calling("Week 48").await;
    let before = world.task(task).await.stopping;
    assert_eq!((before.batches, before.open, before.waiting), (1, 8, 0));
    world.clock.forward(SignedDuration::from_secs(31));
    let stopped = world.stop_calling(task, None).await.unwrap();
    assert_eq!((stopped.asked_for, stopped.kept_back), (1, 0));
    let waiting = world.stop_of(task, 0).await;
    assert_eq!((waiting.state, waiting.asked), (StopState::Waiting, None));
    world.poll().await;
    let stop = world.stop_of(task, 0).await;
    let by = stop.by.to_string();
    assert_eq!((stop.state, by.as_str()), (StopState::Accepted, "Ana"));
    let after = world.task(task).await;
    assert_eq!(after.stopping.batches, 0, "nothing is left to stop");
    let told = after.stopping.told[0].1.to_string();
    assert!(told.starts_with("AIRudder was asked to stop at "), "{told}");
    // Asked for anew by itself, once the call under way is over: nobody has to wait for the next turn.
    world.clock.forward(SignedDuration::from_mins(5));
    world.poll().await;
    let results = world.results(task).await;
    assert!(results.of(CallGroup::Cancelled) > 0, "{:?}", results.groups);
    let status = world.task(task).await.batches[0].provider_status.clone();
    assert_eq!(status.as_deref(), Some("stopped"));
    let sentences = world.sentences(task).await.join("\n");
    assert!(sentences.contains("Wants the calls stopped at AIRudder: 1 batch."));
    assert!(sentences.contains("Batch 1: AIRudder was asked to stop and agreed."));
    assert_eq!(
        history::verify(&world.backend).await.unwrap()[0].problem,
        None
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn stopping_a_task_keeps_back_what_waits_and_stops_what_airudder_has(pool: PgPool) {
    let mut world = slow_world(pool).await;
    world.cuts_lists_longer_than(100).await;
    let draft = world.draft("Week 48", many(250)).await;
    let form = leads::views::TaskForm {
        name: "Week 48".to_owned(),
        stagger: "30".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    let view = world.check(draft).await;
    let task = world.submit(&view, false).await.unwrap();
    world.poll().await;
    let before = world.task(task).await.stopping;
    assert_eq!((before.batches, before.open), (1, 100));
    assert_eq!((before.waiting, before.waiting_leads), (2, 150));
    let stopped = world.stop_calling(task, None).await.unwrap();
    assert_eq!((stopped.asked_for, stopped.kept_back), (1, 2));
    world.poll().await;
    let batches = world.task(task).await.batches;
    let states: Vec<BatchState> = batches.iter().map(|batch| batch.state).collect();
    assert_eq!(
        states,
        [
            BatchState::Created,
            BatchState::Stopped,
            BatchState::Stopped
        ]
    );
    assert_eq!(world.stop_of(task, 0).await.state, StopState::Accepted);
    // Nobody has asked of what was kept back.
    assert!(batches[1].stop.is_none() && batches[2].stop.is_none());
}

#[sqlx::test(migrations = "../../migrations")]
async fn one_batch_is_stopped_and_the_others_go_on(pool: PgPool) {
    let mut world = slow_world(pool).await;
    world.cuts_lists_longer_than(100).await;
    let task = world.submitted("Week 48", many(200)).await;
    world.poll().await;
    world.stop_calling(task, Some(2)).await.unwrap();
    world.poll().await;
    assert_eq!(world.stop_of(task, 1).await.state, StopState::Accepted);
    let task_view = world.task(task).await;
    assert!(task_view.batches[0].stop.is_none() && task_view.batches[0].can_be_stopped);
    assert!(
        world
            .sentences(task)
            .await
            .contains(&"Batch 2: wants the calls stopped at AIRudder.".to_owned())
    );
    let unknown = world.stop_calling(task, Some(3)).await;
    assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_refusal_is_told_in_the_words_of_the_provider(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.calling("sandbox-stop-refuse").await;
    world.stop_calling(task, None).await.unwrap();
    world.poll().await;
    let stop = world.stop_of(task, 0).await;
    assert_eq!(stop.state, StopState::Refused);
    assert!(
        stop.words
            .unwrap()
            .to_string()
            .contains("The stop is refused")
    );
    assert!(world.task(task).await.batches[0].can_be_stopped);
    assert!(world.results(task).await.of(CallGroup::Cancelled) == 0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_unclear_answer_is_unclear_until_somebody_asks_again(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.calling("sandbox-stop-500-once").await;
    world.stop_calling(task, None).await.unwrap();
    world.poll().await;
    assert_eq!(world.stop_of(task, 0).await.state, StopState::Unclear);
    let told = world.task(task).await.stopping.told[0].1.to_string();
    assert!(
        told.contains("no clear answer") && told.contains("ask again"),
        "{told}"
    );
    world.clock.forward(SignedDuration::from_mins(5));
    world.poll().await;
    assert_eq!(
        world.stop_of(task, 0).await.state,
        StopState::Unclear,
        "never by itself"
    );
    world.stop_calling(task, None).await.unwrap();
    world.poll().await;
    assert_eq!(world.stop_of(task, 0).await.state, StopState::Accepted);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_stop_whose_answer_is_lost_is_unclear_though_it_was_done(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.calling("sandbox-stop-502").await;
    world.stop_calling(task, None).await.unwrap();
    world.poll().await;
    assert_eq!(world.stop_of(task, 0).await.state, StopState::Unclear);
    world.clock.forward(SignedDuration::from_secs(10));
    world.poll().await;
    let status = world.task(task).await.batches[0].provider_status.clone();
    assert_eq!(
        status.as_deref(),
        Some("stopped"),
        "the calls tell the truth"
    );
    let again = world.stop_calling(task, None).await;
    assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_stop_that_was_certainly_not_asked_is_tried_again_by_itself(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.calling("sandbox-stop-429").await;
    world.stop_calling(task, None).await.unwrap();
    world.work().await;
    let stop = world.stop_of(task, 0).await;
    assert_eq!((stop.state, stop.asked), (StopState::Waiting, None));
    for _ in 0..2 {
        world.clock.forward(SignedDuration::from_secs(3));
        world.poll().await;
    }
    assert_eq!(world.stop_of(task, 0).await.state, StopState::Accepted);
    let told = world.sentences(task).await;
    let asked = told
        .iter()
        .filter(|told| told.contains("asked to stop"))
        .count();
    assert_eq!(asked, 1, "what was not asked is no event: {told:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn two_who_stop_at_once_ask_once(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.calling("Week 48").await;
    let (one, other) = tokio::join!(
        world.stop_calling(task, None),
        world.stop_calling(task, None)
    );
    let asked = one.unwrap().asked_for + other.unwrap().asked_for;
    assert_eq!(asked, 1);
    world.poll().await;
    assert_eq!(world.stop_of(task, 0).await.state, StopState::Accepted);
    // Once more, after the calls have ended: AIRudder is not asked.
    let late = world.stop_calling(task, None).await;
    assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
    let attempts: i32 = sqlx::query_scalar("select attempts from stops")
        .fetch_one(world.backend.pool())
        .await
        .unwrap();
    assert_eq!(attempts, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_process_that_dies_while_it_asks_leaves_the_stop_unclear(pool: PgPool) {
    let options = SandboxOptions::parse("calls-at-once=1, hang=10min").unwrap();
    let world = World::with(pool, options).await;
    let task = world.calling("sandbox-stop-timeout-before").await;
    world.stop_calling(task, None).await.unwrap();
    let clock = world.clock.clone();
    let pace = worker::Pace::of(std::time::Duration::from_secs(120));
    let worker = tokio::spawn(worker::drain(
        world.backend.clone(),
        move || clock.now(),
        pace,
    ));
    let state = async || -> String {
        sqlx::query_scalar("select state from stops")
            .fetch_one(world.backend.pool())
            .await
            .unwrap()
    };
    while state().await != "asking" {
        tokio::task::yield_now().await;
    }
    worker.abort();
    assert!(worker.await.is_err_and(|error| error.is_cancelled()));
    assert_eq!(world.stop_of(task, 0).await.state, StopState::Asking);
    sqlx::query("update stops set lease_until = now() - interval '1 second'")
        .execute(world.backend.pool())
        .await
        .unwrap();
    world.work().await;
    let stop = world.stop_of(task, 0).await;
    assert_eq!(stop.state, StopState::Unclear);
    assert!(
        stop.words
            .unwrap()
            .to_string()
            .contains("stopped while asking")
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_is_not_known_to_exist_is_stopped_once_it_is_found(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.submitted("sandbox-502", many(8)).await;
    world.work().await;
    assert_eq!(world.task(task).await.batches[0].state, BatchState::Unknown);
    assert_eq!(world.stop_calling(task, None).await.unwrap().asked_for, 1);
    assert_eq!(world.stop_of(task, 0).await.state, StopState::Waiting);
    world.clock.forward(SignedDuration::from_secs(31));
    world.poll().await;
    assert_eq!(world.task(task).await.batches[0].state, BatchState::Created);
    world.poll().await;
    assert_eq!(world.stop_of(task, 0).await.state, StopState::Accepted);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_somebody_sends_again_is_called(pool: PgPool) {
    let world = slow_world(pool).await;
    let task = world.submitted("sandbox-close", many(8)).await;
    for _ in 0..8 {
        world.work().await;
        world.clock.forward(SignedDuration::from_secs(31));
    }
    assert_eq!(world.task(task).await.batches[0].state, BatchState::Absent);
    world.stop_calling(task, None).await.unwrap();
    assert!(world.task(task).await.batches[0].stop.is_some());
    world.send_again(task, 1).await.unwrap();
    assert!(world.task(task).await.batches[0].stop.is_none());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_whose_calls_are_over_has_nothing_to_stop(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(numbers(&["+628129000011"])).await;
    let stopping = world.task(task).await.stopping;
    assert_eq!((stopping.batches, stopping.waiting), (0, 0));
    let stopped = world.stop_calling(task, None).await;
    assert!(matches!(stopped, Err(Error::Conflict(_))), "{stopped:?}");
    let row = world.call_rows(task).await[0].row;
    let cancelled = world.cancel(task, row).await;
    assert!(
        matches!(cancelled, Err(Error::Conflict(_))),
        "{cancelled:?}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_stop_waits_for_nothing_that_is_sent(pool: PgPool) {
    let options = SandboxOptions::parse("calls-at-once=1, call-duration=3min, hang=10min").unwrap();
    let mut world = World::with(pool, options).await;
    world
        .change_account(|form| form.cooldown_days = "0".to_owned())
        .await;
    world.cuts_lists_longer_than(100).await;
    let task = world.calling("Week 48").await;
    // Four batches, as many as are sent at once, none of which is ever answered.
    world.submitted("sandbox-timeout-before", many(400)).await;
    let (clock, stop) = (world.clock.clone(), CancellationToken::new());
    let pace = worker::Pace::of(std::time::Duration::from_secs(120));
    let worker = tokio::spawn(worker::run(
        world.backend.clone(),
        move || clock.now(),
        pace,
        stop,
    ));
    let count = async |of: &'static str| -> i64 {
        sqlx::query_scalar(of)
            .fetch_one(world.backend.pool())
            .await
            .unwrap()
    };
    while count("select count(*) from parts where state = 'sending'").await < 4 {
        tokio::task::yield_now().await;
    }
    world.stop_calling(task, None).await.unwrap();
    while count("select count(*) from stops where state = 'accepted'").await < 1 {
        tokio::task::yield_now().await;
    }
    assert_eq!(
        count("select count(*) from parts where state = 'sending'").await,
        4
    );
    worker.abort();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_batch_that_was_stopped_while_it_was_sent_in_vain_is_not_sent_again(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let task = world.submitted("Busy sandbox-429", many(4)).await;
    // As a press finds the batch in the moment in which it is being sent.
    sqlx::query(
        "insert into stops (task_id, part, row, state, wanted_at, not_before) values ($1, 1, 0, 'waiting', now(), now())",
    )
    .bind(task)
    .execute(&pool)
    .await
    .unwrap();
    world.work().await;
    assert_eq!(world.task(task).await.batches[0].state, BatchState::Stopped);
    world.clock.forward(SignedDuration::from_hours(1));
    world.poll().await;
    let batch = &world.task(task).await.batches[0];
    assert_eq!(
        (batch.state, batch.stop.as_ref()),
        (BatchState::Stopped, None)
    );
}
