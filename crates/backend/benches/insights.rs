//! What the page of insights takes over 10,000,000 calls of a year, by how many tasks they are of and by what is asked for.
//!
//! `cargo bench -p backend --bench insights` needs `DATABASE_URL` of a superuser: it makes a database of its own there for each size and
//! drops it. It prints a table of medians and 95th percentiles in milliseconds, through the use case of the page.
//!
//! Counts by batch are written as answers of the provider leave them, and the trigger sums them. Single calls are left out: the page reads
//! none.

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

use backend::{Backend, Caller, results, users};
use jiff::Timestamp;
use leads::results::insights::InsightsPeriod;
use leads::views::InsightsQuery;
use sqlx::PgPool;
use support::World;

/// Tasks, whose submissions are spread over three years.
const TASKS: &str = include_str!("../../../xtask/src/seed/history.sql");

/// How many tasks of a year there are, and how many calls of each have the same in common: 10,080,000 calls either way.
const SIZES: [(i32, i32); 2] = [(1_000, 60), (12_000, 5)];

const ROUNDS: usize = 100;

/// The counts of a batch: twelve half hours, in each of them fourteen results, by one of eight robots.
const COUNTS: &str = "insert into call_counts (task_id, part, robot_id, call_group, letter, ring, half_hour, talk_from, calls, dialled, reached, talk_seconds) \
    select id, 1, 'robot ' || (hashtext(id::text) & 7), call_group, letter, ring, \
        date_bin('30 minutes', submitted_at, 'epoch') + half_hours * interval '30 minutes', talk_from, $1, $1, \
        case when call_group = 'not_reached' then 0 else $1 end, coalesce(talk_from, 0) * $1 \
    from (select id, submitted_at from tasks where submitted_at > now() - interval '1 year' order by submitted_at desc limit $2) as tasks \
    cross join generate_series(0, 11) as half_hours \
    cross join (values ('interested', 'A', 'answered', 30), ('interested', 'A', 'answered', 60), ('interested', 'A', 'answered', 120), \
        ('call_back', 'B', 'answered', 10), ('call_back', 'B', 'answered', 30), ('not_interested', 'C', 'answered', 0), \
        ('not_interested', 'C', 'answered', 10), ('not_interested', 'C', 'answered', 30), ('no_result', null, 'answered', 0), \
        ('not_reached', null, 'no_answer', null), ('not_reached', null, 'busy', null), ('not_reached', null, 'power_off', null), \
        ('not_reached', null, 'not_in_use', null), ('not_reached', null, 'other', null)) as results (call_group, letter, ring, talk_from)";

/// What is asked for.
const QUESTIONS: [(&str, InsightsPeriod, &str); 4] = [
    ("4 weeks", InsightsPeriod::FourWeeks, ""),
    ("12 weeks", InsightsPeriod::TwelveWeeks, ""),
    ("a year", InsightsPeriod::Year, ""),
    ("a year, one robot", InsightsPeriod::Year, "robot 3"),
];

#[tokio::main]
async fn main() {
    println!(
        "| | calls of the year | tasks | rows of sums | p50 | p95 |\n| --- | ---: | ---: | ---: | ---: | ---: |"
    );
    for (tasks, calls) in SIZES {
        database::with_one(async |pool, url| {
            World::new(pool.clone()).await;
            seed(&pool, tasks, calls).await;
            measure(&pool, url).await;
        })
        .await;
    }
}

async fn seed(pool: &PgPool, tasks: i32, calls: i32) {
    let mut connection = pool.acquire().await.unwrap();
    sqlx::query("select set_config('seed.tasks', $1, false)")
        .bind((3 * tasks + 100).to_string())
        .execute(&mut *connection)
        .await
        .unwrap();
    // A vacuum must stand alone.
    let (transaction, _) = TASKS.rsplit_once("commit;").unwrap();
    sqlx::raw_sql(&format!("{transaction} commit;"))
        .execute(&mut *connection)
        .await
        .unwrap();
    sqlx::query(COUNTS)
        .bind(calls)
        .bind(tasks)
        .execute(&mut *connection)
        .await
        .unwrap();
    sqlx::raw_sql("vacuum (analyze) call_sums")
        .execute(&mut *connection)
        .await
        .unwrap();
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
    let (calls, tasks, rows): (i64, i64, i64) = sqlx::query_as(
        "select sum(calls)::bigint, count(distinct task_id), count(*) from call_sums",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    for (name, period, robot) in QUESTIONS {
        let query = InsightsQuery {
            period,
            robot: robot.to_owned(),
        };
        let took = backend::reads_only(ask(&backend, &caller, &query)).await;
        let at = |of_a_hundred| percentile::milliseconds(&took, of_a_hundred);
        println!(
            "| {name} | {calls} | {tasks} | {rows} | {:.1} | {:.1} |",
            at(50),
            at(95)
        );
    }
}

/// What each of many pages took, shortest first; the first few are not counted.
async fn ask(backend: &Backend, caller: &Caller, query: &InsightsQuery) -> Vec<Duration> {
    let now = Timestamp::now();
    let mut took = Vec::new();
    for round in 0..ROUNDS + 5 {
        let start = Instant::now();
        let view = results::insights(backend, caller, now, query.clone())
            .await
            .unwrap();
        if round >= 5 {
            took.push(start.elapsed());
        }
        assert!(view.all.calls > 0, "there is something to add up");
    }
    took.sort();
    took
}
