//! The files that pages load. They are what `cargo xtask build` leaves, and `cargo xtask test` builds them first.

use crate::support::{Anonymous, Answer, TestApp};
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

async fn fetch(browser: &Anonymous, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = browser.request(Method::GET, path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser.send(request).await
}

#[sqlx::test(migrations = "./migrations")]
async fn the_stylesheet_travels_in_the_smallest_form_that_the_browser_takes(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let browser = app.anonymous();
    let plain = fetch(&browser, "/pkg/coxswain.css", &[]).await;
    assert_eq!(
        plain.status,
        StatusCode::OK,
        "build the page assets first: cargo xtask build"
    );
    assert_eq!(plain.header("content-type"), "text/css; charset=utf-8");
    assert_eq!(plain.header("content-encoding"), "");
    let length = |answer: &Answer| answer.header("content-length").parse::<usize>().unwrap();
    for (accepted, coding) in [("gzip, deflate, br", "br"), ("gzip", "gzip")] {
        let packed = browser
            .request(Method::GET, "/pkg/coxswain.css")
            .header("accept-encoding", accepted);
        let packed = packed.send().await.unwrap();
        assert_eq!(packed.headers()["content-encoding"], coding);
        assert_eq!(packed.headers()["vary"], "accept-encoding");
        assert_ne!(
            packed.headers()["etag"],
            plain.headers["etag"],
            "each form has a tag of its own"
        );
        assert!(
            packed.bytes().await.unwrap().len() < length(&plain),
            "{coding} is smaller"
        );
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_file_that_the_browser_has_is_not_sent_again(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let browser = app.anonymous();
    let first = fetch(&browser, "/pkg/coxswain.css", &[]).await;
    let tag = first.header("etag").to_owned();
    assert!(
        tag.len() > 10,
        "build the page assets first: cargo xtask build"
    );
    assert_eq!(first.header("cache-control"), "no-cache");
    let again = fetch(&browser, "/pkg/coxswain.css", &[("if-none-match", &tag)]).await;
    assert_eq!(
        (again.status, again.text.as_str()),
        (StatusCode::NOT_MODIFIED, "")
    );
    let changed = fetch(
        &browser,
        "/pkg/coxswain.css",
        &[("if-none-match", "\"other\"")],
    )
    .await;
    assert_eq!(changed.status, StatusCode::OK);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn wasm_has_the_type_that_browsers_stream(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let request = app
        .anonymous()
        .request(Method::GET, "/pkg/coxswain_bg.wasm");
    let answer = request.send().await.unwrap();
    assert_eq!(
        answer.status(),
        StatusCode::OK,
        "build the page assets first: cargo xtask build"
    );
    assert_eq!(answer.headers()["content-type"], "application/wasm");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_file_outside_the_site_is_out_of_reach(pool: PgPool) {
    let app = TestApp::start(pool).await;
    for path in [
        "/pkg/none.css",
        "/pkg/../../Cargo.toml",
        "/pkg/%2e%2e/%2e%2e/Cargo.toml",
        "/pkg/..%2f..%2fCargo.toml",
    ] {
        let answer = app.anonymous().get(path).await;
        assert_ne!(answer.status, StatusCode::OK, "{path}");
        assert!(!answer.text.contains("[workspace]"), "{path}");
    }
    app.stop().await;
}
