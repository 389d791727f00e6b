//! How often a page waits for the database.

use reqwest::StatusCode;
use sqlx::PgConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgPool};

use crate::support::{CountedDatabase, RoundTrips, TestApp, sheet};

/// Round trips that a page may take: who asks, and two questions of its own.
const MOST: usize = 3;

/// The key of 32 bytes of zero.
const LINK_KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A receipt.
const RECEIPT: &str = "0192a000-0000-7000-8000-000000000001";

/// Pages that have one address.
const PLAIN: [&str; 15] = [
    "/",
    "/setup",
    "/sign-in",
    "/sign-in/second-factor",
    "/confirm",
    "/do-not-call",
    "/do-not-call/upload",
    "/robots",
    "/settings",
    "/settings/erasures",
    "/settings/people",
    "/settings/retention",
    "/profile",
    "/profile/second-factor",
    "/profile/recovery-codes",
];

/// What is asked of the pages that are lists.
fn queries_of_list(route: &str) -> &'static [&'static str] {
    match route {
        "/settings/audit" => &[
            "",
            "?group=personal_data&outcome=done&from=2026-01-01",
            "?object=none",
        ],
        "/drafts" => &["", "?q=offer&show=ready", "?show=discarded"],
        "/tasks" => &[
            "",
            "?q=offer",
            "?q=%23",
            "?q=offer&state=needs_attention&by=me",
            "?state=needs_attention",
            "?q=35088",
            "?robot=r&state=unknown&period=7-days",
            "?state=tests&by=me",
        ],
        "/insights" => &["", "?period=year&robot=r", "?from=2026-09-01&to=2026-09-30"],
        other => panic!("a list without an example: {other}"),
    }
}

/// Examples of every page, by its route.
fn examples(route: &str, draft: &str, checked: &str, task: &str, robot: &str) -> Vec<String> {
    let id = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    match route {
        "/settings/audit" | "/drafts" | "/tasks" | "/insights" => {
            let queries = queries_of_list(route).iter();
            queries.map(|query| format!("{route}{query}")).collect()
        }
        route if PLAIN.contains(&route) => vec![route.to_owned()],
        "/settings/accounts" | "/settings/calling-rules" => vec![route.to_owned()],
        "/settings/calling-rules/{country}/{sector}" => ["ID/finance", "BR/other"]
            .map(|rule| format!("/settings/calling-rules/{rule}"))
            .to_vec(),
        "/settings/erasures/{id}" => vec![format!("/settings/erasures/{RECEIPT}")],
        "/link/{key}" => vec![format!("/link/{LINK_KEY}")],
        "/drafts/{id}/call-me" => ["", "?row=2", "?row=99"]
            .map(|query| format!("{draft}/call-me{query}"))
            .to_vec(),
        "/robots/{id}/call-me" => vec![format!("/robots/{robot}/call-me")],
        "/tasks/new" => vec![
            route.to_owned(),
            format!("{route}?draft={}", id(draft)),
            format!("{route}?robot={robot}"),
            format!("{route}?like={}", id(task)),
        ],
        "/tasks/{id}" => vec![task.to_owned()],
        "/tasks/{id}/calls" => ["", "?group=interested&group=call_back", "?q=00001&page=2"]
            .map(|query| format!("{task}/calls{query}"))
            .to_vec(),
        "/tasks/{id}/list" => vec![format!("{task}/list")],
        "/tasks/{id}/list/rows" => ["", "?show=to_fix", "?from=900"]
            .map(|query| format!("{task}/list/rows{query}"))
            .to_vec(),
        "/tasks/{id}/batches" => vec![format!("{task}/batches")],
        "/tasks/{id}/activity" => vec![format!("{task}/activity")],
        "/tasks/{id}/follow-up" => vec![format!("{task}/follow-up")],
        "/drafts/{id}" => vec![
            draft.to_owned(),
            checked.to_owned(),
            format!("{draft}?show=to_mend&sort=mobile"),
            format!("{draft}?q=a"),
        ],
        "/drafts/{id}/columns" => vec![format!("{draft}/columns")],
        "/drafts/{id}/replace" => vec![format!("{draft}/replace?field=customer&find=a&with=b")],
        "/drafts/{id}/launch" => vec![format!("{draft}/launch"), format!("{checked}/launch")],
        "/drafts/{id}/leads/{row}" => vec![format!("{draft}/leads/2")],
        "/robots/{id}/results" => vec![format!("/robots/{robot}/results")],
        "/robots/{id}" => vec![format!("/robots/{robot}")],
        other => panic!("a page without an example: {other}"),
    }
}

#[sqlx::test(migrations = "./migrations")]
async fn no_page_waits_for_the_database_more_than_three_times(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let pool = pool.connect_with(options.clone()).await.unwrap();
    let app = TestApp::start(pool.clone()).await;
    let person = app.administrator().await;
    let mut drafts = Vec::new();
    for name in ["Offer", "Another offer", "Third offer"] {
        let file = sheet("messy-300.csv");
        drafts.push(person.new_draft(name, "messy-300.csv", file).await);
    }
    // Once the first is submitted, the numbers of the others were called recently.
    person.check(&drafts[1]).await;
    let checked = person.check(&drafts[0]).await;
    let task = person.submit(&checked, &[]).await;
    let robot: String = sqlx::query_scalar("select robot_id from robots order by position limit 1")
        .fetch_one(&pool)
        .await
        .unwrap();
    // What a second person approves is part of what is asked anyway.
    sqlx::query("update accounts set two_persons = true")
        .execute(&pool)
        .await
        .unwrap();
    assert_eq!(app.invitation([0; 32]).await, LINK_KEY);
    let receipt = format!(
        "insert into erasures (id, erased_at, number_hash, last_four, on_do_not_call, held) values ('{RECEIPT}', now(), '', 42, true, '[]')"
    );
    sqlx::query(&receipt).execute(&pool).await.unwrap();
    let database = CountedDatabase::in_front_of(&options).await;
    let (router, provider) = app.router_on(database.pool.clone()).await;
    let visit = async |path: &str| {
        let page = async || {
            let (status, text) = app.visit(&router, &person, path).await;
            // Who is set up already is told so, by a page that is not found.
            let is_shown = status.is_success() || status.is_redirection();
            assert!(is_shown || path == "/setup", "{path}: {status} {text}");
        };
        database.round_trips(page).await
    };
    let is_too_much = |trips: &RoundTrips| trips.questions > MOST || trips.pings > trips.questions;
    let mut counted = Vec::new();
    let pages = app.paths().into_iter();
    for (_, route) in pages.filter(|(method, route)| method == "GET" && is_page(route)) {
        for path in examples(&route, &drafts[2], &drafts[1], &task, &robot) {
            // The first visits also open connections and prepare the statements, on each that a page uses at once.
            visit(&path).await;
            visit(&path).await;
            let mut trips = visit(&path).await;
            if is_too_much(&trips) {
                // One visit in five minutes also writes down that the session was used.
                trips = visit(&path).await;
            }
            counted.push((path, trips));
        }
    }
    let too_many: Vec<_> = counted.iter().filter(|(_, it)| is_too_much(it)).collect();
    assert!(too_many.is_empty(), "{too_many:#?} of {counted:#?}");
    // What is counted is what is sent: the session, the page, the counts.
    let waited = counted.iter().find(|(path, _)| path == "/tasks").unwrap().1;
    assert_eq!(waited.questions, MOST, "{counted:#?}");
    provider.abort();
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_question_too_many_is_counted_and_so_is_a_connection_that_is_tried(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let database = CountedDatabase::in_front_of(&options).await;
    let ask = async || {
        for _ in 0..=MOST {
            let question = sqlx::query("select from tasks");
            question.execute(&database.pool).await.unwrap();
        }
    };
    // The first time it connects and prepares.
    database.round_trips(ask).await;
    let questions = MOST + 1;
    let tried_before_and_after = RoundTrips {
        questions,
        pings: 2 * questions,
    };
    assert_eq!(database.round_trips(ask).await, tried_before_and_after);
    let tried_after = RoundTrips {
        questions,
        pings: questions,
    };
    let trips = backend::reads_only(database.round_trips(ask)).await;
    assert_eq!(trips, tried_after);
}

/// Neither what islands fetch nor what is downloaded is a page.
fn is_page(route: &str) -> bool {
    let files = [
        "/template",
        "-as-sent",
        "/proof",
        "/calls-file",
        "/list-with-results",
        "/audit-file",
        "/receipt.txt",
    ];
    let is_file = route.contains("/rows-to-") || files.iter().any(|end| route.ends_with(end));
    !route.starts_with("/api/") && !is_file
}

/// Every connection with the database of those options breaks, as when the server restarts.
async fn break_connections(options: &PgConnectOptions) {
    let elsewhere = options.clone().database("postgres");
    let mut outside = PgConnection::connect_with(&elsewhere)
        .await
        .expect("the server");
    let ended: Vec<(i32, bool)> = sqlx::query_as(
        "select pid, pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = $1",
    )
    .bind(options.get_database().expect("a database"))
    .fetch_all(&mut outside)
    .await
    .expect("a superuser");
    assert!(!ended.is_empty());
    // One that has ended by itself meanwhile is told as not ended.
    let pids: Vec<i32> = ended.iter().map(|(pid, _)| *pid).collect();
    let left: i64 = sqlx::query_scalar("select count(*) from pg_stat_activity where pid = any($1)")
        .bind(&pids)
        .fetch_one(&mut outside)
        .await
        .expect("a superuser");
    assert_eq!(left, 0, "{ended:?}");
}

/// Fills a pool with connections that were used just now.
async fn use_all(pool: &PgPool) {
    let mut held = Vec::new();
    for _ in 0..pool.options().get_max_connections() {
        held.push(pool.acquire().await.expect("a connection"));
    }
    drop(held);
    // Each goes back by a task of its own.
    while pool.num_idle() < pool.options().get_max_connections() as usize {
        tokio::task::yield_now().await;
    }
}

#[sqlx::test(migrations = "./migrations")]
async fn a_page_does_not_fail_because_every_connection_has_died(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let app = TestApp::start(pool.connect_with(options.clone()).await.unwrap()).await;
    let person = app.administrator().await;
    let pool = backend::pool_options(6).connect_lazy_with(options.clone());
    let (router, provider) = app.router_on(pool.clone()).await;
    for _ in 0..3 {
        use_all(&pool).await;
        break_connections(&options).await;
        let (status, text) = app.visit(&router, &person, "/tasks").await;
        assert_eq!(status, StatusCode::OK, "{text}");
    }
    provider.abort();
    app.stop().await;
}
