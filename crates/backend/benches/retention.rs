//! What deleting the leads of a year takes: a night of it, and all of it at once while people open pages and submit.
//!
//! `cargo bench -p backend --bench retention` needs `DATABASE_URL` of a superuser: it makes a database of its own there and drops it.
//! `BENCH_LEADS` is how many leads of a year there are, 1,000,000 unless it says otherwise, in tasks of 1,000.

#![allow(clippy::unwrap_used, reason = "a benchmark may panic")]
#![allow(
    clippy::disallowed_methods,
    reason = "a benchmark is the outside world: it has an environment and a clock"
)]

#[path = "work/database.rs"]
mod database;
#[path = "work/percentile.rs"]
mod percentile;
#[path = "../tests/use_cases/support.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod support;

use std::time::{Duration, Instant};

use backend::ids::TaskId;
use backend::{retention, tasks};
use leads::views::{DraftView, RetentionForm};
use sqlx::PgPool;
use support::{World, many};

/// Tasks, whose submissions are spread over three years.
const TASKS: &str = include_str!("../../../xtask/src/seed/history.sql");

/// Leads of each task.
const LEADS_OF_A_TASK: i64 = 1_000;

/// Drafts that are submitted before and while the leads of the year are deleted, each time so many.
const SUBMISSIONS: usize = 20;

/// The history of a year, each task with its leads, calls and numbers: as a task whose calls are over leaves them.
const OF_A_YEAR: [&str; 6] = [
    "update tasks set submitted_at = '2026-11-23T02:00:00Z'::timestamptz - ('2026-11-23T02:00:00Z'::timestamptz - submitted_at) / 3",
    "update parts set state = 'created', provider_task_id = coalesce(provider_task_id, 'of ' || task_id), in_doubt_since = null, look_at = null, \
         queued_at = submitted_at, answered_at = submitted_at from tasks where tasks.id = task_id",
    "insert into task_retention (task_id, look_at, account) select id, submitted_at, account_id from tasks \
         on conflict (task_id) do update set look_at = excluded.look_at",
    "insert into leads (draft_id, row, cells, number, kind, faults, account) \
         select draft_id, row, array['Budi Santoso ' || row, '+62812' || row, 'A note of some words for the robot', 'Jl. Sudirman ' || row, 'Jakarta'], \
         62812000000 + row, 'ready', '[]', account_id from tasks, generate_series(2, $1::int + 1) as row on conflict do nothing",
    "insert into calls (task_id, row, part, number, listed, closed, status, call_group, dialled, account) \
         select id, row, 1, 62812000000 + row, true, true, 'finished', 'no_result', true, account_id from tasks, generate_series(2, $1::int + 1) as row on conflict do nothing",
    "insert into submitted_numbers (number, task_id, part, account) \
         select 62812000000 + row, id, 1, account_id from tasks, generate_series(2, $1::int + 1) as row on conflict do nothing",
];

#[tokio::main]
async fn main() {
    let leads = std::env::var("BENCH_LEADS").map_or(1_000_000, |leads| leads.parse().unwrap());
    println!("| | rows | time | p50 | p95 | most |\n| --- | ---: | ---: | ---: | ---: | ---: |");
    database::with_one(async |pool, _| {
        let mut world = World::new(pool.clone()).await;
        // The drafts have the same numbers.
        world
            .change_account(|form| form.cooldown_days = "0".to_owned())
            .await;
        let opened = world.submitted("Opened", many(100)).await;
        world.work().await;
        let mut drafts = Vec::new();
        for index in 0..2 * SUBMISSIONS {
            let draft = world.draft(&format!("Submitted {index}"), many(100)).await;
            drafts.push(world.check(draft).await);
        }
        seed(&pool, leads / LEADS_OF_A_TASK).await;
        measure(&world, &pool, opened, drafts).await;
    })
    .await;
}

async fn seed(pool: &PgPool, tasks: i64) {
    let mut connection = pool.acquire().await.unwrap();
    for (name, value) in [
        ("seed.tasks", tasks.to_string()),
        ("seed.until", "2026-11-23T01:00:00Z".to_owned()),
    ] {
        sqlx::query("select set_config($1, $2, false)")
            .bind(name)
            .bind(value)
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    // A vacuum must stand alone.
    let (transaction, _) = TASKS.rsplit_once("commit;").unwrap();
    sqlx::raw_sql(&format!("{transaction} commit;"))
        .execute(&mut *connection)
        .await
        .unwrap();
    // Nothing else is to happen with what is written here.
    sqlx::raw_sql("set session_replication_role = replica")
        .execute(&mut *connection)
        .await
        .unwrap();
    for statement in OF_A_YEAR {
        let query = sqlx::query(statement);
        let query = match statement.contains("$1") {
            true => query.bind(i32::try_from(LEADS_OF_A_TASK).unwrap()),
            false => query,
        };
        query.execute(&mut *connection).await.unwrap();
    }
    for table in [
        "leads",
        "calls",
        "submitted_numbers",
        "tasks",
        "parts",
        "task_retention",
    ] {
        sqlx::raw_sql(&format!("vacuum (analyze) {table}"))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
}

async fn measure(world: &World, pool: &PgPool, opened: TaskId, mut drafts: Vec<DraftView>) {
    let during = drafts.split_off(SUBMISSIONS);
    pages(world, opened, "a page, alone", 200).await;
    submissions(world, drafts, "a submission of 100 leads, alone").await;
    choose(world, 364).await;
    let night = deleting(world, pool).await;
    println!(
        "| the first night: every task is looked at, a day of the year goes | {} | {:.1} s | | | |",
        night.0,
        night.1.as_secs_f64()
    );
    choose(world, 1).await;
    let everything = deleting(world, pool);
    let people = async {
        pages(world, opened, "a page, meanwhile", 200).await;
        submissions(world, during, "a submission of 100 leads, meanwhile").await;
    };
    let (all, ()) = tokio::join!(everything, people);
    println!(
        "| the rest of the year at once | {} | {:.1} s | | | |",
        all.0,
        all.1.as_secs_f64()
    );
}

async fn choose(world: &World, days: u32) {
    let form = RetentionForm {
        result_days: days.to_string(),
        draft_days: "3650".to_owned(),
        unused_columns: leads::KEEP_COLUMNS.to_owned(),
    };
    retention::save(&world.backend, &world.caller, world.clock.now(), &form)
        .await
        .unwrap();
}

/// Deletes all that is due: rows of leads, calls and numbers, and the time.
async fn deleting(world: &World, pool: &PgPool) -> (i64, Duration) {
    let rows = "select coalesce(sum(leads + calls + numbers), 0)::bigint from task_retention";
    let before: i64 = sqlx::query_scalar(rows).fetch_one(pool).await.unwrap();
    let began = Instant::now();
    retention::work(&world.backend, world.clock.now())
        .await
        .unwrap();
    let took = began.elapsed();
    let after: i64 = sqlx::query_scalar(rows).fetch_one(pool).await.unwrap();
    (after - before, took)
}

async fn pages(world: &World, task: TaskId, name: &str, rounds: usize) {
    let mut times = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        let began = Instant::now();
        let now = world.clock.now();
        tasks::view(&world.backend, &world.caller, now, task, true)
            .await
            .unwrap();
        times.push(began.elapsed());
    }
    print(name, times);
}

async fn submissions(world: &World, drafts: Vec<DraftView>, name: &str) {
    let mut times = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let began = Instant::now();
        world.submit(&draft, false).await.unwrap();
        times.push(began.elapsed());
    }
    print(name, times);
}

fn print(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let of = |hundredth| percentile::milliseconds(&times, hundredth);
    println!(
        "| {name} | | | {:.1} ms | {:.1} ms | {:.1} ms |",
        of(50),
        of(95),
        of(100)
    );
}
