//! Connections that are silent, or too many, and what becomes of them when the application stops.

use std::time::Duration;

use crate::support::{HALF_A_FORM, Raw, SHEET_BEGINS, TestApp, patient, upload_begins};
use coxswain::web::limits::{HttpLimits, Proxies};
use sqlx::PgPool;

const SHORT: Duration = Duration::from_millis(200);

#[sqlx::test(migrations = "./migrations")]
async fn a_connection_whose_headers_do_not_arrive_in_time_is_closed(pool: PgPool) {
    let limits = HttpLimits {
        headers: SHORT,
        ..patient()
    };
    let app = TestApp::limited(pool, limits).await;
    let silent = Raw::connect(&app.address).await;
    assert_eq!(silent.closed().await, "");
    let mut half = Raw::connect(&app.address).await;
    half.send("GET / HTTP/1.1\r\nHost: x\r\n").await;
    half.closed().await;
    let mut slow = Raw::connect(&app.address).await;
    slow.send("GET / HTTP/1.1\r\nX-Slow: ").await;
    slow.drip(b"x").await;
    let mut second = Raw::connect(&app.address).await;
    assert!(second.serves().await);
    second.send("GET / HTTP/1.1\r\nX-Slow: ").await;
    second.drip(b"x").await;
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_connection_on_which_nothing_is_asked_for_any_more_is_closed(pool: PgPool) {
    let limits = HttpLimits {
        headers: SHORT,
        keep_alive: SHORT * 2,
        ..patient()
    };
    let app = TestApp::limited(pool, limits).await;
    let mut idle = Raw::connect(&app.address).await;
    assert!(idle.serves().await);
    assert_eq!(idle.closed().await, "");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn between_two_requests_there_is_more_time_than_within_headers(pool: PgPool) {
    let limits = HttpLimits {
        headers: SHORT,
        ..patient()
    };
    let app = TestApp::limited(pool, limits).await;
    let mut idle = Raw::connect(&app.address).await;
    assert!(idle.serves().await);
    let mut half = Raw::connect(&app.address).await;
    half.send("GET / HTTP/1.1\r\n").await;
    half.closed().await;
    assert!(idle.serves().await, "it has waited for at least as long");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn who_finds_all_connections_taken_is_sent_away_at_once(pool: PgPool) {
    let limits = HttpLimits {
        connections: 2,
        ..patient()
    };
    let app = TestApp::limited(pool, limits).await;
    let mut held = Vec::new();
    for _ in 0..2 {
        let mut connection = Raw::connect(&app.address).await;
        assert!(connection.serves().await);
        held.push(connection);
    }
    let answer = Raw::connect(&app.address).await.closed().await;
    assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
    assert!(answer.contains("Retry-After: "), "{answer}");
    assert!(held[1].serves().await, "the others do not notice");
    held.pop();
    until_there_is_room(&app).await;
    app.stop().await;
}

/// Connects until a connection serves: the program notices a little later that another one was closed.
async fn until_there_is_room(app: &TestApp) {
    let trying = async {
        let mut ticks = tokio::time::interval(Duration::from_millis(20));
        loop {
            ticks.tick().await;
            let client = reqwest::Client::builder().no_proxy().build();
            let request = client
                .expect("a client")
                .get(format!("{}/healthz", app.address));
            if request
                .send()
                .await
                .is_ok_and(|answer| answer.status().is_success())
            {
                return;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(60), trying)
        .await
        .expect("there is room");
}

#[sqlx::test(migrations = "./migrations")]
async fn one_address_cannot_take_the_connections_of_the_others(pool: PgPool) {
    let limits = HttpLimits {
        connections_per_network: 1,
        proxies: Proxies::new(|_| false),
        ..patient()
    };
    let app = TestApp::limited(pool, limits).await;
    let mut first = Raw::connect(&app.address).await;
    assert!(first.serves().await);
    let second = Raw::connect(&app.address).await.closed().await;
    assert!(second.starts_with("HTTP/1.1 503 "), "{second}");
    let mut other = Raw::connect_from(&app.address, [127, 0, 0, 2].into()).await;
    assert!(other.serves().await, "from another address there is room");
    drop((first, other));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_proxy_on_this_machine_may_have_more_connections_than_one_address(pool: PgPool) {
    let limits = HttpLimits {
        connections_per_network: 1,
        ..patient()
    };
    let app = TestApp::limited(pool, limits).await;
    let mut connections = Vec::new();
    for _ in 0..3 {
        let mut connection = Raw::connect(&app.address).await;
        assert!(connection.serves().await);
        connections.push(connection);
    }
    drop(connections);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn headers_that_are_too_long_or_too_many_are_refused(pool: PgPool) {
    let app = TestApp::limited(pool, patient()).await;
    let long = format!("GET / HTTP/1.1\r\nX-Long: {}\r\n\r\n", "x".repeat(40_000));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "X-Many: x\r\n".repeat(101));
    for request in [long, many] {
        let connection = Raw::connect(&app.address).await;
        let answer = connection.send_until_closed(request.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_request_that_does_not_end_does_not_keep_the_application_from_stopping(pool: PgPool) {
    let limits = HttpLimits {
        last_requests: SHORT,
        ..patient()
    };
    let app = TestApp::limited(pool, limits).await;
    let member = app.member().await;
    let mut connection = Raw::connect(&app.address).await;
    let begin = upload_begins(&member, "/tasks/new", &[]);
    connection.send(begin).await;
    connection.send(SHEET_BEGINS).await;
    tokio::time::timeout(Duration::from_secs(60), app.stop())
        .await
        .expect("it stops");
    connection.closed().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_request_under_way_ends_before_the_application_stops(pool: PgPool) {
    let app = TestApp::limited(pool, patient()).await;
    let mut connection = Raw::connect(&app.address).await;
    // It is told to go on when the form is read.
    let half = HALF_A_FORM.replacen("\r\n", "\r\nExpect: 100-continue\r\n", 1);
    connection.send(half).await;
    assert!(connection.head().await.starts_with("HTTP/1.1 100 "));
    let mut idle = Raw::connect(&app.address).await;
    assert!(idle.serves().await);
    let stopping = tokio::spawn(app.stop());
    // It has begun to stop where it closes what is idle.
    assert_eq!(idle.closed().await, "");
    connection.send("a".repeat(10_000 - "email=a".len())).await;
    let answer = connection.closed().await;
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    stopping.await.expect("no panic");
}
