//! How many pages the program serves, beside a plain page of Node.js with `pg`, and how 200 people fare who work at once.
//!
//! `cargo xtask bench pages` builds the program and starts this. It needs `DATABASE_URL`, and makes a database of its own there with
//! 60 tasks; `COXSWAIN_PROGRAM`, the program as it is released; `COXSWAIN_NODE` and `COXSWAIN_PEER`, with which and where the other
//! page is. It prints one table. docs/benchmarks.md says what the figures mean.

#![allow(clippy::unwrap_used, reason = "a benchmark may panic")]
#![allow(
    clippy::disallowed_methods,
    reason = "a benchmark is the outside world: it has an environment and a clock"
)]

#[path = "work/browser.rs"]
mod browser;
#[path = "work/database.rs"]
mod database;
#[path = "work/server.rs"]
mod server;
#[path = "../tests/use_cases/support.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod support;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use browser::Browser;
use server::Server;
use sqlx::PgPool;
use support::{PASSWORD, World, file};

const TASKS: usize = 60;
const LEADS: usize = 40;

/// Connections that ask without a pause.
const CONNECTIONS: usize = 10;
const WARM_UP: Duration = Duration::from_secs(3);
const MEASURED: Duration = Duration::from_secs(8);
/// Each of both is measured so often, in turn: what else the machine does meets both.
const ROUNDS: usize = 3;

/// People who each open a page every so often.
const PEOPLE: usize = 200;
const PAUSE: Duration = Duration::from_secs(3);
const PAGES_OF_A_PERSON: u32 = 20;

#[tokio::main]
async fn main() {
    database::with_one(async |pool, url| {
        let world = World::new(pool.clone()).await;
        seed(&world).await;
        leave_alone(&pool).await;
        let ours = server::start_program(url).await;
        let peer = server::start_peer(url).await;
        let session = browser::sign_in(&ours, "ana@example.com", PASSWORD).await;
        let account = format!("/a/{}", account(&pool).await);
        let path = &format!("{account}/tasks");
        let mut rows = [Vec::new(), Vec::new(), Vec::new()];
        for _ in 0..ROUNDS {
            rows[0].push(hammer(&ours, path, &session, "").await);
            rows[1].push(hammer(&ours, path, &session, "br, gzip").await);
            rows[2].push(hammer(&peer, path, &session, "").await);
        }
        println!("\n| `/tasks`, {TASKS} tasks, {CONNECTIONS} connections | requests a second | p50 ms | p99 ms | processor ms a request | kB sent |");
        println!("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (name, rounds) in ["Coxswain", "Coxswain, compressed", "Node.js and pg"].iter().zip(rows) {
            println!("| {name} | {} |", Load::median(rounds));
        }
        println!("\n| {PEOPLE} people, a page every {} s for a minute | errors | p50 ms | p99 ms | slowest ms |", PAUSE.as_secs());
        println!("| --- | ---: | ---: | ---: | ---: |");
        println!("| Coxswain | {} |", people(&ours, &account).await);
    })
    .await;
}

/// What stands for the account in an address.
async fn account(pool: &PgPool) -> String {
    let account = sqlx::query_scalar("select slug from accounts");
    account.fetch_one(pool).await.unwrap()
}

/// Tasks as people make them: drafted, checked, submitted and created.
async fn seed(world: &World) {
    for task in 0..TASKS {
        let mut sheet = String::from("Customer,Mobile,Comments\n");
        for lead in 0..LEADS {
            let number = task * LEADS + lead;
            writeln!(sheet, "Budi Santoso,+62812{number:07},C{lead:04}").unwrap();
        }
        let name = format!("Offer {task} for November");
        world
            .submitted(&name, file("leads.csv", sheet.as_bytes()))
            .await;
        world.work().await;
    }
}

/// Leaves the program nothing to ask about these tasks: its own simulator does not know them, and each refusal would change what the page
/// shows.
async fn leave_alone(pool: &PgPool) {
    for statement in [
        "update call_polls set due_at = null",
        "update parts set calls_end_passed = true",
    ] {
        sqlx::query(statement).execute(pool).await.unwrap();
    }
}

/// What came of a load.
struct Load {
    a_second: f64,
    p50: Duration,
    p99: Duration,
    processor: Duration,
    bytes: usize,
}

impl Load {
    /// The round in the middle, by requests a second.
    fn median(mut rounds: Vec<Load>) -> String {
        rounds.sort_by(|one, other| one.a_second.total_cmp(&other.a_second));
        let Load {
            a_second,
            p50,
            p99,
            processor,
            bytes,
        } = &rounds[rounds.len() / 2];
        format!(
            "{a_second:.0} | {:.1} | {:.1} | {:.2} | {:.1}",
            milliseconds(*p50),
            milliseconds(*p99),
            milliseconds(*processor),
            *bytes as f64 / 1000.0,
        )
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// The time that so many of a hundred do not exceed.
fn percentile(sorted: &[Duration], of_a_hundred: usize) -> Duration {
    sorted[(sorted.len() * of_a_hundred / 100).min(sorted.len() - 1)]
}

/// Asks for the page on every connection as fast as it comes.
async fn hammer(server: &Server, path: &str, session: &str, accepted: &str) -> Load {
    ask_for(server, path, session, accepted, WARM_UP).await;
    let before = server.processor_time();
    let start = Instant::now();
    let (mut took, bytes) = ask_for(server, path, session, accepted, MEASURED).await;
    let (elapsed, processor) = (start.elapsed(), server.processor_time() - before);
    took.sort();
    let count = u32::try_from(took.len()).unwrap();
    Load {
        a_second: f64::from(count) / elapsed.as_secs_f64(),
        p50: percentile(&took, 50),
        p99: percentile(&took, 99),
        processor: processor / count,
        bytes,
    }
}

/// How long each answer took, and how long the last one was.
async fn ask_for(
    server: &Server,
    path: &str,
    session: &str,
    accepted: &str,
    lasting: Duration,
) -> (Vec<Duration>, usize) {
    let end = Instant::now() + lasting;
    let clients = (0..CONNECTIONS).map(|_| {
        let (address, request) = (
            server.address,
            browser::get(server, path, session, accepted),
        );
        tokio::spawn(async move {
            let mut browser = Browser::connect(address).await.unwrap();
            let (mut took, mut bytes) = (Vec::new(), 0);
            while Instant::now() < end {
                let start = Instant::now();
                let answer = browser.ask(&request).await.unwrap();
                assert_eq!(answer.status, 200);
                bytes = answer.bytes;
                took.push(start.elapsed());
            }
            (took, bytes)
        })
    });
    let mut all = (Vec::new(), 0);
    for client in clients.collect::<Vec<_>>() {
        let (took, bytes) = client.await.unwrap();
        all.0.extend(took);
        all.1 = bytes;
    }
    all
}

/// People with a session and a connection each, who open one page after the other.
async fn people(server: &Server, account: &str) -> String {
    let mut sessions = Vec::new();
    for _ in 0..PEOPLE {
        sessions.push(browser::sign_in(server, "ana@example.com", PASSWORD).await);
    }
    let start = tokio::time::Instant::now();
    let people = sessions.into_iter().enumerate().map(|(person, session)| {
        let address = server.address;
        let pages = ["/tasks", "/drafts", "/robots", "/tasks/new"];
        let requests = pages
            .map(|path| browser::get(server, &format!("{account}{path}"), &session, "br, gzip"));
        // Not all at the same moment.
        let first = start + PAUSE * u32::try_from(person).unwrap() / u32::try_from(PEOPLE).unwrap();
        tokio::spawn(async move {
            let mut browser = Browser::connect(address).await.unwrap();
            let (mut took, mut errors) = (Vec::new(), 0);
            for page in 0..PAGES_OF_A_PERSON {
                tokio::time::sleep_until(first + PAUSE * page).await;
                let asked = Instant::now();
                match browser.ask(&requests[page as usize % requests.len()]).await {
                    Ok(answer) if answer.status == 200 => took.push(asked.elapsed()),
                    _ => {
                        errors += 1;
                        browser = Browser::connect(address).await.unwrap();
                    }
                }
            }
            (took, errors)
        })
    });
    let (mut took, mut errors) = (Vec::new(), 0);
    for person in people.collect::<Vec<_>>() {
        let (of_person, failed) = person.await.unwrap();
        took.extend(of_person);
        errors += failed;
    }
    took.sort();
    format!(
        "{errors} of {} | {:.1} | {:.1} | {:.1}",
        took.len() + errors,
        milliseconds(percentile(&took, 50)),
        milliseconds(percentile(&took, 99)),
        milliseconds(took[took.len() - 1]),
    )
}
