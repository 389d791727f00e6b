//! Requests whose ends a proxy could see elsewhere than this program: what is hidden in a body is never answered as a request.

use sqlx::PgPool;

use crate::support::{Raw, TestApp, patient};

/// The statuses of all answers on a connection.
fn statuses(heard: &str) -> Vec<&str> {
    let answers = heard.split("HTTP/1.1 ").skip(1);
    answers.map(|answer| &answer[..3]).collect()
}

/// Sends bytes on a connection of their own; the statuses of what was answered until it was closed.
async fn answered(app: &TestApp, bytes: String) -> Vec<String> {
    let mut connection = Raw::connect(&app.address).await;
    connection.send(bytes).await;
    let heard = connection.closed().await;
    let statuses = statuses(&heard).into_iter().map(str::to_owned);
    statuses.collect()
}

/// A form of a stranger with those header lines around its length, and that behind them.
fn form(lines: &str, behind: &str) -> String {
    format!(
        "POST /sign-in HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nAccept: text/html\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n{lines}\r\n\r\n{behind}"
    )
}

/// What an attacker wants to be answered as if somebody else had asked for it. Whoever asks for it by any name is told 200.
const HIDDEN: &str = "GET /healthz HTTP/1.1\r\nHost: hidden\r\n\r\n";

/// What follows honestly, and is told 405.
const LAST: &str = "POST /healthz HTTP/1.1\r\nHost: last\r\nConnection: close\r\n\r\n";

#[sqlx::test(migrations = "./migrations")]
async fn a_request_with_two_lengths_or_one_that_is_none_is_refused_with_all_behind_it(
    pool: PgPool,
) {
    let app = TestApp::limited(pool, patient()).await;
    // What is counted is there: two requests, one behind the other, get two answers.
    let honest = [HIDDEN, LAST].concat();
    assert_eq!(answered(&app, honest).await, ["200", "405"]);
    for lines in [
        "Content-Length: 0\r\nContent-Length: 44",
        "Content-Length: 0, 44",
        "Content-Length: +0",
        "Content-Length: -1",
        "Content-Length: 0x0",
        "Content-Length: 0 44",
        "Content-Length:",
        "Content-Length: 18446744073709551616",
        "Content-Length : 0",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding:\r\n chunked",
        "Transfer-Encoding: \u{b}chunked",
        "X-Other: x\rTransfer-Encoding: chunked",
        "X-Other: x\n\rTransfer-Encoding: chunked",
        " Transfer-Encoding: chunked",
    ] {
        let request = form(lines, &format!("0\r\n\r\n{HIDDEN}"));
        assert_eq!(answered(&app, request).await, ["400"], "{lines:?}");
    }
    let old = form(
        "Transfer-Encoding: chunked",
        &format!("0\r\n\r\n{HIDDEN}{LAST}"),
    );
    let old = old.replacen("HTTP/1.1", "HTTP/1.0", 1);
    assert_eq!(answered(&app, old).await, ["400"], "chunks of HTTP/1.0");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn of_a_request_with_a_length_and_chunks_nothing_behind_it_is_answered(pool: PgPool) {
    let app = TestApp::limited(pool, patient()).await;
    // A proxy that goes by the length sends this as one body, one that goes by the chunks as two requests.
    let ends_early = format!("0\r\n\r\n{HIDDEN}");
    let of_length = format!("Content-Length: {}", ends_early.len());
    // The other way round: by its chunks it is one body, by its length two requests.
    let ends_late = format!("{:x}\r\n{HIDDEN}\r\n0\r\n\r\n", HIDDEN.len());
    let of_first_line = "Content-Length: 4".to_owned();
    for (length, body) in [(of_length, ends_early), (of_first_line, ends_late)] {
        for chunked in [
            "Transfer-Encoding: chunked",
            "transfer-encoding: CHUNKED",
            "Transfer-Encoding: identity, chunked",
        ] {
            for lines in [
                format!("{length}\r\n{chunked}"),
                format!("{chunked}\r\n{length}"),
                format!("{chunked}\r\n{length}\r\nConnection: keep-alive"),
            ] {
                let request = form(&lines, &format!("{body}{LAST}"));
                let statuses = answered(&app, request).await;
                assert_eq!(statuses.len(), 1, "{lines:?}: {statuses:?}");
                assert_ne!(statuses, ["200"], "{lines:?}: it is not what was hidden");
            }
        }
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_a_body_holds_is_no_request_whoever_reads_it(pool: PgPool) {
    let app = TestApp::limited(pool, patient()).await;
    let by_length = format!("Content-Length: {}", HIDDEN.len());
    let in_chunks = format!("{:x}\r\n{HIDDEN}\r\n0\r\n\r\n", HIDDEN.len());
    let by_chunks = "Transfer-Encoding: chunked".to_owned();
    for (lines, body) in [(by_length, HIDDEN.to_owned()), (by_chunks, in_chunks)] {
        // A form that is read, one of a stranger that is not, and requests that should have no body.
        for line in [
            "POST /sign-in",
            "POST /tasks/new",
            "GET /sign-in",
            "GET /nothing/here",
        ] {
            let request = form(&lines, &format!("{body}{LAST}"));
            let request = request.replacen("POST /sign-in", line, 1);
            let statuses = answered(&app, request).await;
            // What came behind was answered, or the connection was closed before it.
            let behind = statuses.get(1..).expect("an answer");
            assert!(
                behind.is_empty() || behind == ["405"],
                "{line} {lines:?}: {statuses:?}"
            );
        }
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn chunks_that_cannot_be_read_end_the_connection(pool: PgPool) {
    let app = TestApp::limited(pool, patient()).await;
    for size in [
        "-0",
        "+0",
        "0x0",
        " 0",
        "",
        "g",
        "0;a\nb",
        "0\n",
        "00000000000000001ffffffffffffffff",
    ] {
        let request = form(
            "Transfer-Encoding: chunked",
            &format!("{size}\r\n\r\n{HIDDEN}{LAST}"),
        );
        let statuses = answered(&app, request).await;
        assert!(
            statuses.len() <= 1 && statuses != ["200"],
            "{size:?}: {statuses:?}"
        );
    }
    app.stop().await;
}
