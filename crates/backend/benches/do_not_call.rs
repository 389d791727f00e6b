//! What do-not-call lists cost: a list of 1,000,000 numbers that is uploaded, and a draft of 200,000 leads that is compared with it.
//!
//! `cargo bench -p backend --bench do_not_call` needs `DATABASE_URL`, and makes a database of its own there. It prints a table of medians and
//! 95th percentiles in milliseconds. Comparing is what the start of a check takes longer than without the list.

#![allow(clippy::unwrap_used, reason = "a benchmark may panic")]

#[path = "work/database.rs"]
mod database;
#[path = "work/percentile.rs"]
mod percentile;
#[path = "../tests/use_cases/support.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod support;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use airudder_sandbox::SandboxOptions;
use backend::ids::DraftId;
use backend::{checks, do_not_call};
use sqlx::PgPool;
use support::{World, file, fresh_id};

const LISTED: u32 = 1_000_000;
const LEADS: u32 = 200_000;
const ROUNDS: usize = 9;

#[tokio::main]
async fn main() {
    println!("| | p50 | p95 | target |\n| --- | ---: | ---: | --- |");
    database::with_one(async |pool: PgPool, _| {
        let mut world = World::with(pool, SandboxOptions::default()).await;
        world.cuts_lists_longer_than(10_000).await;
        let draft = world.draft("A long list", sheet(0, LEADS)).await;
        vacuum(&world).await;
        let without = check(&world, draft).await;
        print(
            "start of a check of 200,000 leads, without a list",
            without.clone(),
            "",
        );
        let start = Instant::now();
        assert_eq!(take_in(&world).await, u64::from(LISTED));
        print(
            "list of 1,000,000 numbers uploaded",
            vec![start.elapsed()],
            "",
        );
        vacuum(&world).await;
        // The first one marks those that are on the list; none is after that.
        world.start_check(draft).await.unwrap();
        cancel(&world, draft).await;
        assert_eq!(world.review(draft).await.tally.do_not_call, LEADS / 2);
        let with = check(&world, draft).await;
        print("… with the list", with.clone(), "");
        let more = with.iter().zip(&without);
        let more = more.map(|(with, without)| with.saturating_sub(*without));
        print("… of it comparing", more.collect(), "at most 500");
    })
    .await;
}

/// So many leads from that number on.
fn sheet(first: u32, count: u32) -> sheets::UploadedFile {
    let mut sheet = String::from("Customer,Mobile\n");
    for number in first..first + count {
        writeln!(sheet, "Budi Santoso,+62812{number:07}").unwrap();
    }
    file("leads.csv", sheet.as_bytes())
}

/// Half of the leads are on the list.
async fn take_in(world: &World) -> u64 {
    let upload = do_not_call::ListUpload {
        form: do_not_call::ListForm {
            list: String::new(),
            kind: "client".to_owned(),
            name: "Register".to_owned(),
            sector: "every".to_owned(),
            as_of: "2026-11-20".to_owned(),
            valid_days: "30".to_owned(),
            replace_newer: false,
        },
        file: sheet(LEADS / 2, LISTED),
        new_id: fresh_id(),
    };
    let now = world.clock.now();
    let taken = do_not_call::take_in(&world.backend, &world.caller, now, upload).await;
    taken.unwrap().numbers
}

async fn vacuum(world: &World) {
    sqlx::raw_sql("vacuum (analyze) leads, do_not_call_entries")
        .execute(&world.owner)
        .await
        .unwrap();
}

async fn cancel(world: &World, draft: DraftId) {
    let now = world.clock.now();
    checks::cancel(&world.backend, &world.caller, now, draft)
        .await
        .unwrap();
}

/// What it takes to start a check, which is cancelled then.
async fn check(world: &World, draft: DraftId) -> Vec<Duration> {
    let mut took = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let version = world.review(draft).await.version;
        let (now, id, start) = (world.clock.now(), fresh_id(), Instant::now());
        let mut random = || [0; 8];
        let (backend, caller) = (&world.backend, &world.caller);
        checks::start(backend, caller, now, draft, version, id, &mut random)
            .await
            .unwrap();
        took.push(start.elapsed());
        cancel(world, draft).await;
    }
    took
}

/// Prints a figure: its name, its median, its 95th percentile, and what it is held against.
fn print(name: &str, mut took: Vec<Duration>, target: &str) {
    took.sort();
    let at = |of_a_hundred| percentile::milliseconds(&took, of_a_hundred);
    println!("| {name} | {:.1} | {:.1} | {target} |", at(50), at(95));
}
