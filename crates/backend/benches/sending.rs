//! What it takes to check and to send 200,000 leads, beside what the provider's own answers take for calls of the same size.
//!
//! `cargo bench -p backend --bench sending` needs `DATABASE_URL`, and makes a database of its own there. The provider is the
//! sandbox, which waits for 200 ms before it answers. It prints a line for each figure: its name, a tab, the median in
//! milliseconds.

#![allow(clippy::unwrap_used, reason = "a benchmark may panic")]

#[path = "work/database.rs"]
mod database;
#[path = "work/figure.rs"]
mod figure;
#[path = "../tests/use_cases/support.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod support;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use airudder::{CreateTask, Perform};
use airudder_sandbox::SandboxOptions;
use futures::{StreamExt, stream};
use leads::states::TaskState;
use support::{World, bare_call, file};

/// What the sandbox waits for before it answers.
const LATENCY: Duration = Duration::from_millis(200);

const BATCHES: usize = 40;
const LEADS_OF_A_BATCH: usize = 5_000;

/// Calls at once, as by default.
const CONCURRENCY: usize = 4;

const ROUNDS: usize = 3;

#[tokio::main]
async fn main() {
    database::with_one(async |pool, _| {
        let options = SandboxOptions {
            latency: LATENCY,
            ..SandboxOptions::default()
        };
        let world = World::with(pool, options).await;
        let (mut checked, mut submitted) = (Vec::new(), Vec::new());
        let (mut sent, mut answered) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            let [check, submit, send] = check_and_send(&world, round).await;
            checked.push(check);
            submitted.push(submit);
            sent.push(send);
            answered.push(bare_calls(&world, round).await);
        }
        figure::print("check-200000", checked);
        figure::print("submit-200000", submitted);
        figure::print("send-200000", sent);
        figure::print("answers-200000", answered);
    })
    .await;
}

/// A number that no other lead of the benchmark has.
fn number(round: usize, lead: usize) -> String {
    format!("+62812{:07}", round * BATCHES * LEADS_OF_A_BATCH + lead)
}

/// How long the check took, the submission, and then the sending until every batch was created.
async fn check_and_send(world: &World, round: usize) -> [Duration; 3] {
    let mut sheet = String::from("Customer,Mobile,Comments\n");
    for lead in 0..BATCHES * LEADS_OF_A_BATCH {
        let number = number(round, lead);
        writeln!(sheet, "Budi Santoso,{number},C{lead:07}").unwrap();
    }
    let name = format!("Round {round}");
    let draft = world
        .draft(&name, file("leads.csv", sheet.as_bytes()))
        .await;
    let start = Instant::now();
    let view = world.check(draft).await;
    let check = start.elapsed();
    let start = Instant::now();
    let task = world.submit(&view, false).await.unwrap();
    let submit = start.elapsed();
    let start = Instant::now();
    world.work().await;
    let send = start.elapsed();
    let task = world.task(task).await;
    assert_eq!(
        (task.state, task.batches.len()),
        (TaskState::Created, BATCHES)
    );
    [check, submit, send]
}

/// Calls with as many leads each, put together beforehand, as many at once: nothing but the client and the provider.
async fn bare_calls(world: &World, round: usize) -> Duration {
    let robot = world.form().await.robot;
    let calls: Vec<CreateTask> = (0..BATCHES)
        .map(|batch| {
            let leads = batch * LEADS_OF_A_BATCH..(batch + 1) * LEADS_OF_A_BATCH;
            let mobiles = leads.map(|lead| number(round, lead)).collect();
            let name = format!("Bare {round} {batch}");
            bare_call(&name, &robot, Perform::AllOrNothing, mobiles)
        })
        .collect();
    let start = Instant::now();
    let answers: Vec<_> = stream::iter(&calls)
        .map(|call| world.provider.create_task(call))
        .buffer_unordered(CONCURRENCY)
        .collect()
        .await;
    let took = start.elapsed();
    for answer in answers {
        assert!(answer.unwrap().task_id.is_some());
    }
    took
}
