//! What signing out ends.

use std::time::Duration;

use crate::support::{PASSWORD, TestApp};
use backend::Role;
use backend::sessions::SessionHandle;
use reqwest::Method;
use sqlx::PgPool;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[sqlx::test(migrations = "./migrations")]
async fn signing_out_ends_the_session_for_good(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let session = member
        .try_sign_in("member@example.com", PASSWORD)
        .await
        .session_id()
        .to_owned();
    let out = member.post_form("/sign-out", &[]).await;
    assert_eq!(out.location(), "/sign-in");
    // What pages have left in the browser goes too; cookies of other programs under the same domain stay.
    assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
    let request = app
        .anonymous()
        .request(Method::GET, "/tasks")
        .header("cookie", format!("coxswain={session}"));
    assert_eq!(
        member.send(request).await.location(),
        "/sign-in?next=%2Ftasks"
    );
    app.stop().await;
}

/// Reads what the server has sent so far up to the end of a head.
async fn read_head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.expect("a head"));
    }
    String::from_utf8(head).expect("text")
}

/// What is left to send of a slow request.
const BODY: &str = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nSlow\r\n--x--\r\n";

/// Begins a request of a session that is new: such a one writes the use of its session down when it ends.
async fn begin_slow_request(app: &TestApp, session: &str) -> TcpStream {
    let host = app.address.trim_start_matches("http://");
    let mut slow = TcpStream::connect(host).await.expect("a connection");
    let head = format!(
        "POST /a/test-account/tasks/new HTTP/1.1\r\nHost: {host}\r\nCookie: coxswain={session}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\
         Connection: close\r\n\r\n",
        BODY.len()
    );
    slow.write_all(head.as_bytes()).await.expect("it listens");
    // The server asks for the body once it has seen who sends it.
    assert!(read_head(&mut slow).await.contains("100 Continue"));
    slow
}

/// Lets a slow request end; nobody is signed in by its session afterwards.
async fn expect_session_stays_ended(app: &TestApp, mut slow: TcpStream, session: &str) {
    assert!(read_head(&mut slow).await.contains("303 See Other"));
    let thief = app.anonymous();
    let request = thief.request(Method::GET, "/tasks");
    let request = request.header("cookie", format!("coxswain={session}"));
    let answer = thief.send(request).await;
    assert_eq!(answer.location(), "/sign-in?next=%2Ftasks");
}

#[sqlx::test(migrations = "./migrations")]
async fn a_slow_request_does_not_undo_that_its_person_signed_out(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    let member = app.anonymous();
    let signed_in = member.try_sign_in("member@example.com", PASSWORD).await;
    let session = signed_in.session_id();
    let mut slow = begin_slow_request(&app, session).await;

    let out = member.post_form("/sign-out", &[]).await;
    assert_eq!(out.location(), "/sign-in");
    slow.write_all(BODY.as_bytes()).await.expect("it listens");
    expect_session_stays_ended(&app, slow, session).await;
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_session_that_another_server_ends_while_a_request_saves_it_stays_ended(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    app.add_person("member@example.com", Role::Launcher).await;
    let member = app.anonymous();
    let signed_in = member.try_sign_in("member@example.com", PASSWORD).await;
    let session = signed_in.session_id();
    let mut slow = begin_slow_request(&app, session).await;

    // The other server has deleted the session, and all others still see it until its transaction ends.
    let mut other = pool.begin().await.unwrap();
    let deleted = sqlx::query("DELETE FROM tower_sessions.session WHERE id = $1");
    let deleted = deleted
        .bind(SessionHandle::of(session).as_str())
        .execute(&mut *other)
        .await
        .unwrap();
    assert_eq!(deleted.rows_affected(), 1);
    slow.write_all(BODY.as_bytes()).await.expect("it listens");
    tokio::time::timeout(Duration::from_secs(20), somebody_waits_for_a_row(&pool))
        .await
        .expect("the request saves its session");
    other.commit().await.unwrap();
    expect_session_stays_ended(&app, slow, session).await;
    app.stop().await;
}

/// Returns once a statement on this database waits for one that another transaction has changed.
async fn somebody_waits_for_a_row(pool: &PgPool) {
    let waiting = "SELECT count(*) FROM pg_stat_activity \
                   WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let count = async || -> i64 {
        let counted = sqlx::query_scalar(waiting).fetch_one(pool).await;
        counted.expect("the database answers")
    };
    while count().await == 0 {
        tokio::task::yield_now().await;
    }
}

#[sqlx::test(migrations = "./migrations")]
async fn signing_out_makes_the_browser_drop_the_cookie_over_https_too(pool: PgPool) {
    let app = TestApp::start_at(pool, "https").await;
    app.add_person("member@example.com", Role::Launcher).await;
    let browser = app.anonymous();
    let signed_in = browser.try_sign_in("member@example.com", PASSWORD).await;
    let cookie = format!("__Host-coxswain={}", signed_in.session_id());
    let request = browser
        .request(Method::POST, "/sign-out")
        .header("cookie", cookie);
    let lines: Vec<_> = browser
        .send(request)
        .await
        .headers
        .get_all("set-cookie")
        .into_iter()
        .cloned()
        .collect();
    let dropped = lines.iter().any(|line| {
        let line = line.to_str().unwrap();
        line.starts_with("__Host-coxswain=;")
            && line.contains("Max-Age=0")
            && line.contains("Secure")
    });
    assert!(dropped, "{lines:?}");
    app.stop().await;
}
