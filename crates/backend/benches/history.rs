//! What a page of the history takes, by what is asked for, at 1,000, 100,000 and 1,000,000 tasks.
//!
//! `cargo bench -p backend --bench history` needs `DATABASE_URL` of a superuser: it makes a database of its own there for each
//! size and drops it. It prints a table of medians and 99th percentiles in milliseconds, through the use case of the page.
//! With a database that was seeded already (`cargo xtask seed --tasks`), `-- --seeded` measures that one.

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

use backend::{Backend, Caller, tasks, users};
use jiff::Timestamp;
use leads::views::TaskQuery;
use sqlx::{PgConnection, PgPool};
use support::World;

const SEED: &str = include_str!("../../../xtask/src/seed/history.sql");
const SIZES: [u32; 3] = [1_000, 100_000, 1_000_000];
const ROUNDS: usize = 200;

/// What is asked for: what it is called, the words, the state, the person.
const QUESTIONS: [(&str, &str, &str, &str); 21] = [
    ("first page", "", "", ""),
    ("last page", "", "", ""),
    ("Needs attention", "", "needs_attention", ""),
    ("a state that most have", "", "finished", ""),
    ("a state that few have", "", "sending", ""),
    ("a state that none has", "", "none", ""),
    ("mine (none)", "", "", "me"),
    (
        "mine that need attention (none)",
        "",
        "needs_attention",
        "me",
    ),
    ("a word in one of 16", "ramadan", "", ""),
    (
        "four common words",
        "ramadan jakarta gold collections",
        "",
        "",
    ),
    (
        "eight common words",
        "payment reminder surabaya vip collections id phone budi",
        "",
        "",
    ),
    ("files of nine months", "jakarta_20250", "", ""),
    ("the oldest file", "", "", ""),
    ("an id at the provider", "", "", ""),
    ("a word that is nowhere", "zzzqqq", "", ""),
    (
        "two common words, never together",
        "jakarta surabaya",
        "",
        "",
    ),
    ("two letters that are nowhere", "qq", "", ""),
    ("a word, needs attention", "ramadan", "needs_attention", ""),
    ("a robot", "", "", ""),
    ("a robot, needs attention", "", "needs_attention", ""),
    ("the last 30 days", "", "", ""),
];

#[tokio::main]
async fn main() {
    println!("| | tasks | p50 | p99 |\n| --- | ---: | ---: | ---: |");
    if std::env::args().any(|argument| argument == "--seeded") {
        let url = std::env::var("DATABASE_URL").expect("DATABASE_URL names the seeded database");
        let pool = PgPool::connect(&url).await.unwrap();
        measure(&pool, &url).await;
        return;
    }
    for size in SIZES {
        database::with_one(async |pool, url| {
            World::new(pool.clone()).await;
            seed(&pool, size).await;
            measure(&pool, url).await;
        })
        .await;
    }
}

async fn seed(pool: &PgPool, tasks: u32) {
    let mut connection = pool.acquire().await.unwrap();
    sqlx::query("select set_config('seed.tasks', $1, false)")
        .bind(tasks.to_string())
        .execute(&mut *connection)
        .await
        .unwrap();
    // One statement after the other: a vacuum must stand alone.
    let (transaction, vacuum) = SEED.rsplit_once("commit;").unwrap();
    let run = async |connection: &mut PgConnection, text: &str| {
        sqlx::raw_sql(text).execute(connection).await.unwrap();
    };
    run(&mut connection, &format!("{transaction} commit;")).await;
    // A vacuum beside which Postgres analyzes the new rows by itself leaves their pages to the next one; until then an index
    // alone answers nothing.
    while !is_vacuumed(&mut connection).await {
        run(&mut connection, vacuum).await;
    }
}

/// Whether all pages of the tasks are known to be visible to everybody.
async fn is_vacuumed(connection: &mut PgConnection) -> bool {
    let query = "select relallvisible >= relpages and relpages > 0 from pg_class where oid = 'tasks'::regclass";
    sqlx::query_scalar(query)
        .fetch_one(connection)
        .await
        .unwrap()
}

async fn measure(pool: &PgPool, url: &str) {
    let provider = support::client("http://127.0.0.1:9");
    // Connections as the program has them.
    let connections = backend::pool_options(1).connect(url).await.unwrap();
    let backend = Backend::new(connections, provider, true);
    let person =
        sqlx::query_scalar("select id from users where email not like 'colleague%' limit 1")
            .fetch_one(pool)
            .await
            .unwrap();
    let caller = users::caller(&backend, person).await.unwrap().unwrap();
    let (oldest, id, file): (i64, String, String) = sqlx::query_as(
        "select (extract(epoch from submitted_at) * 1000000)::bigint, provider_task_id, file_name from tasks \
         join parts on task_id = tasks.id \
         where provider_task_id is not null order by submitted_at limit 1",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    for (name, words, state, by) in QUESTIONS {
        let mut query = TaskQuery {
            q: words.to_owned(),
            state: if state == "none" { "given_up" } else { state }.to_owned(),
            by: by.to_owned(),
            ..TaskQuery::default()
        };
        if name == "last page" {
            query.before = format!("{}-{}", oldest + 1, uuid::Uuid::max());
        } else if state == "none" {
            query.before = format!("{}-{}", oldest, uuid::Uuid::nil());
        } else if name == "an id at the provider" {
            query.q.clone_from(&id);
        } else if name == "the oldest file" {
            query.q.clone_from(&file);
        } else if name.starts_with("a robot") {
            query.robot = "seed".to_owned();
        } else if name == "the last 30 days" {
            query.period = "30-days".to_owned();
        }
        let took = backend::reads_only(ask(&backend, &caller, &query)).await;
        let total: i64 = sqlx::query_scalar("select sum(tasks)::bigint from task_slices")
            .fetch_one(pool)
            .await
            .unwrap();
        let at = |of_a_hundred| percentile::milliseconds(&took, of_a_hundred);
        println!("| {name} | {total} | {:.1} | {:.1} |", at(50), at(99));
    }
}

/// What each of many pages took, shortest first; the first few are not counted.
async fn ask(backend: &Backend, caller: &Caller, query: &TaskQuery) -> Vec<Duration> {
    let now: Timestamp = Timestamp::now();
    let mut took = Vec::new();
    for round in 0..ROUNDS + 8 {
        let start = Instant::now();
        tasks::list(backend, caller, now, query).await.unwrap();
        if round >= 8 {
            took.push(start.elapsed());
        }
    }
    took.sort();
    took
}
