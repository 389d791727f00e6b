//! Clients that send slowly, or without end.

use std::time::Duration;

use crate::support::{
    HALF_A_FORM, Raw, SHEET_BEGINS, SignedIn, TestApp, patient, upload_begins, visible_text,
};
use coxswain::web::limits::HttpLimits;
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

const SHORT: Duration = Duration::from_millis(200);

#[sqlx::test(migrations = "./migrations")]
async fn a_form_that_does_not_arrive_in_time_is_refused_with_a_page(pool: PgPool) {
    let limits = HttpLimits {
        form: SHORT,
        ..patient()
    };
    let app = TestApp::limited(pool, limits).await;
    for is_dripping in [false, true] {
        let mut connection = Raw::connect(&app.address).await;
        connection.send(HALF_A_FORM).await;
        let answer = if is_dripping {
            connection.drip(b"a").await
        } else {
            connection.closed().await
        };
        assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
        assert!(answer.contains("connection: close"), "{answer}");
        let page = visible_text(&answer);
        assert!(page.contains("The form did not arrive in time"), "{page}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_strangers_body_is_read_for_a_while_only(pool: PgPool) {
    let limits = HttpLimits {
        stranger: SHORT,
        ..patient()
    };
    let app = TestApp::limited(pool, limits).await;
    let mut connection = Raw::connect(&app.address).await;
    connection
        .send("POST /tasks/new HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 10000\r\n\r\n")
        .await;
    let answer = connection.drip(b"a").await;
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    assert!(answer.contains("connection: close"), "{answer}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_strangers_body_is_read_to_a_megabyte_only(pool: PgPool) {
    let app = TestApp::limited(pool, patient()).await;
    let head =
        "POST /tasks/new HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: ";
    let mut small = Raw::connect(&app.address).await;
    small.send(format!("{head}100000\r\n\r\n")).await;
    small.send([b'x'; 100_000]).await;
    let answer = small.head().await;
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    assert!(!answer.contains("connection: close"), "{answer}");

    let mut large = Raw::connect(&app.address).await;
    large.send(format!("{head}100000000\r\n\r\n")).await;
    large.send(vec![b'x'; 1_200_000]).await;
    let answer = large.closed().await;
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    assert!(answer.contains("connection: close"), "{answer}");
    app.stop().await;
}

/// What is answered to somebody who begins an upload and goes on as `going_on` says.
async fn slow_upload(
    member: &SignedIn,
    app: &TestApp,
    going_on: impl AsyncFnOnce(Raw) -> String,
) -> String {
    let mut connection = Raw::connect(&app.address).await;
    let begin = upload_begins(member, "/tasks/new", &[("name", "Slow")]);
    connection.send(begin).await;
    connection.send(SHEET_BEGINS).await;
    let answer = going_on(connection).await;
    assert!(!member.get("/drafts").await.page().contains("Slow"));
    answer
}

#[sqlx::test(migrations = "./migrations")]
async fn an_upload_that_stops_half_way_is_given_up(pool: PgPool) {
    let mut limits = patient();
    limits.upload.silence = SHORT;
    let app = TestApp::limited(pool, limits).await;
    let answer = slow_upload(&app.member().await, &app, async |half| half.closed().await).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    let page = visible_text(&answer);
    assert!(
        page.contains("The upload stopped before the end."),
        "{page}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_upload_below_the_lowest_rate_is_given_up(pool: PgPool) {
    let mut limits = patient();
    limits.upload.grace = SHORT;
    limits.upload.bytes_per_second = 1_000_000;
    let app = TestApp::limited(pool, limits).await;
    let member = app.member().await;
    let answer = slow_upload(&member, &app, async |slow| slow.drip(b"1").await).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    let page = visible_text(&answer);
    assert!(page.contains("The upload was too slow"), "{page}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_upload_that_takes_too_long_in_whole_is_given_up(pool: PgPool) {
    let mut limits = patient();
    limits.upload.whole = SHORT;
    let app = TestApp::limited(pool, limits).await;
    let member = app.member().await;
    let answer = slow_upload(&member, &app, async |slow| slow.drip(&[b'1'; 5000]).await).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_upload_of_far_too_much_is_given_up(pool: PgPool) {
    let mut limits = patient();
    limits.upload.bytes = 1_000_000;
    let app = TestApp::limited(pool, limits).await;
    let member = app.member().await;
    let much = vec![b'1'; 5_000_000];
    let answer = slow_upload(&member, &app, async |raw| {
        raw.send_until_closed(&much).await
    })
    .await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_stands_before_and_around_the_parts_of_a_form_has_an_end(pool: PgPool) {
    let app = TestApp::limited(pool, patient()).await;
    let member = app.member().await;
    let part = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\nX-Long: ";
    let later = format!("{SHEET_BEGINS}1\r\n{part}");
    for before in ["", part, &later] {
        let mut connection = Raw::connect(&app.address).await;
        connection
            .send(upload_begins(&member, "/tasks/new", &[]))
            .await;
        connection.send(before).await;
        let endless = vec![b'x'; 2_000_000];
        let answer = connection.send_until_closed(&endless).await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_page_that_is_not_ready_in_time_is_given_up_and_says_so(pool: PgPool) {
    let limits = HttpLimits {
        page: Duration::ZERO,
        ..patient()
    };
    let app = TestApp::limited(pool.clone(), limits).await;
    let member = app.member().await;
    // A page may be ready before the clock has moved: here it waits for the account.
    let mut holder = pool.begin().await.unwrap();
    sqlx::query("lock table accounts in access exclusive mode")
        .execute(&mut *holder)
        .await
        .unwrap();
    let page = member.get("/tasks").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.header("retry-after"), "30");
    assert!(visible_text(&page.text).contains("It took too long"));
    let script = member.call(Method::GET, "/tasks").await;
    assert_eq!(script.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!script.text.contains('<'), "{}", script.text);
    holder.rollback().await.unwrap();
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_sign_in_for_which_there_is_no_room_is_told_when_to_try_again(pool: PgPool) {
    let app = TestApp::with_password_queue(pool, 0, 0).await;
    let answer = app.anonymous().try_sign_in("ana@example.com", "x").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.header("retry-after"), "5");
    assert!(answer.text.contains("ana@example.com"), "the email stays");
    assert!(
        visible_text(&answer.text).contains("Wait a few seconds, then try again."),
        "{}",
        visible_text(&answer.text)
    );
    app.stop().await;
}
