//! What it takes to store the calls of a batch, and to show, filter and export those of a task of 200,000 leads.
//!
//! `cargo bench -p backend --bench calls` needs `DATABASE_URL`, and makes a database of its own there. The provider is the sandbox, which
//! answers at once. It prints a table of medians and 95th percentiles in milliseconds.

#![allow(clippy::unwrap_used, reason = "a benchmark may panic")]

#[path = "work/database.rs"]
mod database;
#[path = "work/memory.rs"]
mod memory;
#[path = "work/percentile.rs"]
mod percentile;
#[path = "../tests/use_cases/support.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod support;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use airudder_sandbox::SandboxOptions;
use backend::ids::TaskId;
use backend::results::{self, ExportOf};
use backend::{drafts, tasks};
use jiff::SignedDuration;
use leads::results::classify::CallGroup;
use leads::results::ring::RingClass;
use leads::results::talk::TalkClass;
use leads::views::CallQuery;
use localization::Language;
use sheets::FileKind;
use support::{World, file};

const LEADS: u32 = 200_000;
const BATCH: u32 = 10_000;

/// Batches whose first answer is measured, pages of each kind, and files.
const ANSWERS: u32 = 7;
const PAGES: usize = 60;
const FILES: usize = 3;

#[tokio::main]
async fn main() {
    println!("| | p50 | p95 | target |\n| --- | ---: | ---: | --- |");
    database::with_one(async |pool, _| {
        let options = SandboxOptions::parse("talk=plausible, calls-at-once=10000").unwrap();
        let mut world = World::with(pool, options).await;
        world.cuts_lists_longer_than(BATCH).await;
        store(&world).await;
        let task = called(&world, 0, LEADS).await;
        sqlx::raw_sql("vacuum (analyze) calls, call_counts, leads")
            .execute(world.backend.pool())
            .await
            .unwrap();
        pages(&world, task).await;
        follow_up(&world, task).await;
        files(&world, task).await;
    })
    .await;
}

/// Prints a figure: its name, its median, its 95th percentile, and what it is held against.
fn print(name: &str, mut took: Vec<Duration>, target: &str) {
    took.sort();
    let at = |of_a_hundred| percentile::milliseconds(&took, of_a_hundred);
    println!("| {name} | {:.1} | {:.1} | {target} |", at(50), at(95));
}

/// A created task; every lead has a number of its own.
async fn created(world: &World, series: u32, leads: u32) -> TaskId {
    let mut sheet = String::from("Customer,Mobile,Comments,Shoe size,City\n");
    for lead in 0..leads {
        let number = series * BATCH + lead;
        writeln!(
            sheet,
            "Budi Santoso,+62812{number:07},C{number:07},42,Bandung"
        )
        .unwrap();
    }
    let name = format!("Series {series}");
    let task = world
        .submitted(&name, file("leads.csv", sheet.as_bytes()))
        .await;
    world.work().await;
    task
}

/// The same, once the provider has told how each call ended.
async fn called(world: &World, series: u32, leads: u32) -> TaskId {
    let task = created(world, series, leads).await;
    world.clock.forward(SignedDuration::from_hours(1));
    tasks::refresh(&world.backend, &world.caller, world.clock.now(), task)
        .await
        .unwrap();
    task
}

/// One answer that tells of 10,000 calls, all of them new: the request with the answer and the writing, the answer alone, and a bare
/// update of as many rows.
async fn store(world: &World) {
    let (mut all, mut answers, mut stored, mut bare) = (vec![], vec![], vec![], vec![]);
    for round in 0..ANSWERS {
        let task = created(world, 20 + round, BATCH).await;
        world.clock.forward(SignedDuration::from_hours(1));
        let batch = world.task(task).await.batches[0].provider_id.clone();
        let start = Instant::now();
        let told = world.provider.calls(&batch.unwrap()).await.unwrap();
        let answer = start.elapsed();
        assert_eq!(told.calls.len(), BATCH as usize);
        let (now, start) = (world.clock.now(), Instant::now());
        tasks::refresh(&world.backend, &world.caller, now, task)
            .await
            .unwrap();
        let took = start.elapsed();
        let results = world.task(task).await.results.unwrap();
        assert_eq!((results.sent, results.as_of.open), (BATCH, 0));
        bare.push(bare_update(world, task).await);
        stored.push(took.saturating_sub(answer));
        all.push(took);
        answers.push(answer);
    }
    print("10,000 calls asked for, read and stored", all, "");
    print("… of it the answer of the sandbox", answers, "");
    print("… of it reading and storing", stored, "at most 300");
    print("bare update of as many rows", bare, "");
}

/// Every row of a task written once, with what it holds already.
async fn bare_update(world: &World, task: TaskId) -> Duration {
    let start = Instant::now();
    sqlx::query("update calls set call_group = call_group, letter = letter, talk_seconds = talk_seconds where task_id = $1")
        .bind(task)
        .execute(world.backend.pool())
        .await
        .unwrap();
    start.elapsed()
}

/// Filters by their names.
fn queries() -> [(&'static str, CallQuery); 11] {
    let all = CallQuery::default;
    let page = |page, query| CallQuery { page, ..query };
    let not_reached = || CallQuery::of_group(CallGroup::NotReached);
    let words = |q: &str| CallQuery {
        q: q.to_owned(),
        ..all()
    };
    let letter = CallQuery {
        letter: "A".to_owned(),
        ..all()
    };
    let busy = CallQuery {
        ring: Some(RingClass::Busy),
        ..all()
    };
    let talk = CallQuery {
        talk: Some(TalkClass::Seconds30),
        ..all()
    };
    let one_batch = CallQuery {
        batch: Some(7),
        groups: vec![CallGroup::NotReached],
        ..words("bandung")
    };
    [
        ("first page of all calls", all()),
        ("page 3,000 of all calls", page(3_000, all())),
        ("not reached, first page", not_reached()),
        ("not reached, page 1,000", page(1_000, not_reached())),
        ("one result", letter),
        ("busy", busy),
        ("one length of talk", talk),
        ("last digits", words("4417")),
        ("a note", words("c0123456")),
        ("a word of every row", words("bandung")),
        ("a word of every row, one batch, not reached", one_batch),
    ]
}

async fn pages(world: &World, task: TaskId) {
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let mut took = Vec::new();
    for _ in 0..PAGES {
        let start = Instant::now();
        let view = tasks::view(backend, caller, now, task, true).await.unwrap();
        took.push(start.elapsed());
        assert_eq!(view.results.unwrap().sent, LEADS);
    }
    print("results of 200,000 calls", took, "at most 150");
    for (name, query) in queries() {
        let mut took = Vec::new();
        for _ in 0..PAGES {
            let (start, query) = (Instant::now(), query.clone());
            let page = results::calls(backend, caller, now, task, query, false).await;
            took.push(start.elapsed());
            assert!(page.unwrap().found > 0, "{name} finds something");
        }
        print(&format!("calls: {name}"), took, "at most 100");
    }
}

async fn follow_up(world: &World, task: TaskId) {
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let mut took = Vec::new();
    for _ in 0..PAGES / 6 {
        let start = Instant::now();
        let view = drafts::call_follow_up_view(backend, caller, now, task).await;
        took.push(start.elapsed());
        assert!(!view.unwrap().groups.is_empty());
    }
    print("whom a follow-up can call again", took, "");
}

async fn files(world: &World, task: TaskId) {
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    for (name, kind) in [("CSV", FileKind::Csv), ("XLSX", FileKind::Xlsx)] {
        let mut took = Vec::new();
        memory::forget_peak();
        let before = memory::resident();
        for _ in 0..FILES {
            let (start, of) = (Instant::now(), ExportOf::Calls(CallQuery::default()));
            let taken =
                results::export(backend, caller, now, task, of, kind, Language::English).await;
            took.push(start.elapsed());
            assert!(taken.unwrap().size > 1_000_000);
        }
        print(&format!("200,000 calls as {name}"), took, "at most 5,000");
        let grown = memory::peak() - before;
        println!("| … growth of resident memory, MB | {grown:.1} | | at most 20 |");
    }
}
