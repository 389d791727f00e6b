//! By which names it is called, and who may change something.

use crate::support::{PASSWORD, TestApp, visible_text};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use sqlx::PgPool;

/// A program that sends no header by itself.
fn bare() -> Client {
    let client = Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy();
    client.build().expect("a client")
}

async fn status(request: RequestBuilder) -> StatusCode {
    request.send().await.expect("an answer").status()
}

#[sqlx::test(migrations = "./migrations")]
async fn a_host_that_is_not_ours_gets_421_and_learns_nothing(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let port = app.address.rsplit(':').next().unwrap().to_owned();
    let ask = async |host: &str, path: &str| {
        let request = member.request(Method::GET, path).header("host", host);
        member.send(request).await
    };
    for ours in ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"] {
        let answer = ask(&format!("{ours}:{port}"), "/tasks").await;
        assert_eq!(answer.status, StatusCode::OK, "{ours}");
    }
    let rebound = format!("rebound.example:{port}");
    for (host, path) in [
        (rebound.as_str(), "/tasks"),
        (&rebound, "/sign-in"),
        (&rebound, "/pkg/coxswain.css"),
        ("127.0.0.1", "/tasks"),
        ("127.0.0.1:1", "/sign-in"),
    ] {
        let answer = ask(host, path).await;
        assert_eq!(
            answer.status,
            StatusCode::MISDIRECTED_REQUEST,
            "{host} {path}"
        );
        let text = visible_text(&answer.text);
        assert!(
            text.contains(&app.address) && !text.contains("Test Person"),
            "{text}"
        );
    }
    // What watches over machines asks by whatever address they have.
    assert_eq!(
        ask("10.1.2.3:3000", "/healthz").await.status,
        StatusCode::OK
    );
    let request = member
        .request(Method::POST, "/sign-in")
        .header("host", &rebound);
    let answer = member
        .send(request.form(&[("email", "member@example.com"), ("password", PASSWORD)]))
        .await;
    assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_session_changes_something_only_with_a_word_of_where_the_request_comes_from(
    pool: PgPool,
) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let signed_in = member.try_sign_in("member@example.com", PASSWORD).await;
    let session = format!("coxswain={}", signed_in.session_id());
    let client = bare();
    let post = |headers: &[(&str, &str)]| {
        let address = format!("{}/a/test-account/api/robots/refresh", app.address);
        let request = client
            .post(address)
            .header("cookie", &session)
            .header("accept", "application/json");
        let request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        status(request.form::<[(&str, &str); 0]>(&[]))
    };
    assert_eq!(post(&[]).await, StatusCode::FORBIDDEN, "neither header");
    let encrypted = app.address.replace("http:", "https:");
    let other_port = format!("{}0", app.address);
    for (headers, expected) in [
        ([("sec-fetch-site", "same-origin")], StatusCode::OK),
        ([("origin", app.address.as_str())], StatusCode::OK),
        ([("origin", encrypted.as_str())], StatusCode::FORBIDDEN),
        ([("origin", other_port.as_str())], StatusCode::FORBIDDEN),
        ([("origin", "null")], StatusCode::FORBIDDEN),
    ] {
        assert_eq!(post(&headers).await, expected, "{headers:?}");
    }
    let reading = client
        .get(format!("{}/a/test-account/tasks", app.address))
        .header("cookie", &session);
    assert_eq!(status(reading).await, StatusCode::OK, "reading needs none");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn every_answer_says_that_no_other_site_and_no_search_may_use_it(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    for path in [
        "/tasks",
        "/sign-in",
        "/nothing/here",
        "/api/provider-down",
        "/healthz",
        "/robots.txt",
    ] {
        let answer = member.get(path).await;
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            "same-origin",
            "{path}"
        );
        assert_eq!(answer.header("x-robots-tag"), "noindex", "{path}");
        let policy = answer.header("content-security-policy");
        assert!(
            !policy.contains("upgrade-insecure-requests"),
            "{path} over http: {policy}"
        );
    }
    app.stop().await;
}
