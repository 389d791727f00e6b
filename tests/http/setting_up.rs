//! The key that makes the first administrator.

use crate::support::{
    Anonymous, Answer, PASSWORD, TestApp, form_with_button, value_of, visible_text,
};
use futures::future::join_all;
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

/// Posts the form of the set-up with that key, everything else good.
async fn set_up(browser: &Anonymous, key: &str) -> Answer {
    browser.post_form("/setup", &with_key(key)).await
}

fn with_key(key: &str) -> [(&str, &str); 7] {
    [
        ("key", key),
        ("name", "First Person"),
        ("email", "first@example.com"),
        ("password", PASSWORD),
        ("result_days", "90"),
        ("draft_days", "30"),
        ("unused_columns", "drop"),
    ]
}

#[sqlx::test(migrations = "./migrations")]
async fn the_set_up_key_makes_one_administrator_and_then_dies(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let key = app.setup_key(0).await;
    let browser = app.anonymous();
    let nobody_yet = browser.get("/sign-in").await.page();
    assert!(visible_text(&nobody_yet).contains("Nobody can sign in yet."));
    assert!(nobody_yet.contains("href=\"/setup\""));
    let page = browser.get("/setup").await.page();
    let form = form_with_button(&page, "Create administrator");
    // As somebody may type it who reads it from another screen.
    let typed = format!(" {} ", key.to_lowercase().replace('-', " "));
    let fields = form.with(&with_key(&typed));
    let request = browser.request(Method::POST, &form.action).form(&fields);
    assert_eq!(browser.send(request).await.location(), "/tasks");
    // Signed in at once, as an administrator.
    assert_eq!(browser.get("/settings").await.status, StatusCode::OK);

    let late = app.anonymous();
    assert_eq!(late.get("/setup").await.status, StatusCode::NOT_FOUND);
    let mut second = with_key(&key);
    second[2].1 = "second@example.com";
    let refused = late.post_form("/setup", &second).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let text = visible_text(&refused.text);
    assert!(text.contains("Coxswain is already set up"), "{text}");
    assert!(refused.text.contains("href=\"/sign-in\""));
    let answer = late.try_sign_in("second@example.com", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn of_several_who_set_up_at_once_with_one_key_one_becomes_administrator(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let key = app.setup_key(0).await;
    let attempts = ["a@example.com", "b@example.com", "c@example.com"].map(|email| {
        let (browser, mut fields) = (app.anonymous(), with_key(&key));
        fields[2].1 = email;
        async move { browser.post_form("/setup", &fields).await }
    });
    let answers = join_all(attempts).await;
    let mut statuses: Vec<u16> = answers
        .iter()
        .map(|answer| answer.status.as_u16())
        .collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404, 404]);
    let people: i64 = sqlx::query_scalar("select count(*) from users")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(people, 1);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_refused_set_up_keeps_the_key_and_what_was_typed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let key = app.setup_key(0).await;
    let browser = app.anonymous();
    let mut fields = with_key(&key);
    (fields[2].1, fields[3].1) = ("no address", "short");
    // Mistakes beside a right key are not counted as attempts.
    for _ in 0..7 {
        let answer = browser.post_form("/setup", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(value_of(&answer.text, "key"), key);
        assert_eq!(value_of(&answer.text, "name"), "First Person");
        assert_eq!(value_of(&answer.text, "email"), "no address");
        assert_eq!(value_of(&answer.text, "password"), "");
        assert!(visible_text(&answer.text).contains("15 characters"));
    }
    assert_eq!(set_up(&browser, &key).await.location(), "/tasks");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_key_works_for_an_hour(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let old = app.setup_key(61).await;
    let refused = set_up(&app.anonymous(), &old).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert!(visible_text(&refused.text).contains("older than an hour"));
    let young = app.setup_key(59).await;
    assert_eq!(set_up(&app.anonymous(), &young).await.location(), "/tasks");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_wrong_key_tells_nothing_of_the_rest_of_the_form(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.setup_key(0).await;
    for key in ["", "guess", "\0", "000000-000000-000000-000000"] {
        let fields = [
            ("key", key),
            ("name", ""),
            ("email", "no address"),
            ("password", "short"),
        ];
        let answer = app.anonymous().post_form("/setup", &fields).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{key}");
        let text = visible_text(&answer.text);
        assert!(
            text.contains("This key is wrong") && !text.contains("15 characters long"),
            "{text}"
        );
        assert!(answer.cookie().is_none(), "nobody is signed in by it");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_endless_key_is_refused_like_any_other(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let endless = "é".repeat(10_000);
    let answer = set_up(&app.anonymous(), &endless).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(value_of(&answer.text, "key").chars().count(), 64);
    let beyond = "é".repeat(70_000);
    let answer = set_up(&app.anonymous(), &beyond).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn after_five_wrong_keys_an_address_waits_even_with_the_right_one(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let key = app.setup_key(0).await;
    let browser = app.anonymous();
    let attempt = async |address: &str, key: &str| {
        let request = browser.request(Method::POST, "/setup").form(&with_key(key));
        browser
            .send(request.header("x-forwarded-for", address))
            .await
    };
    for _ in 0..5 {
        let answer = attempt("203.0.113.7", "guess").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    }
    let limited = attempt("203.0.113.7", &key).await;
    assert_eq!(limited.status, StatusCode::TOO_MANY_REQUESTS);
    let text = visible_text(&limited.text);
    assert!(text.contains("Try again in 15 minutes"), "{text}");
    assert_eq!(attempt("203.0.113.8", &key).await.location(), "/tasks");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn after_fifty_wrong_keys_everybody_waits(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let key = app.setup_key(0).await;
    let browser = app.anonymous();
    let attempt = async |address: String, key: &str| {
        let request = browser.request(Method::POST, "/setup").form(&with_key(key));
        browser
            .send(request.header("x-forwarded-for", address))
            .await
            .status
    };
    for number in 0..50 {
        let status = attempt(format!("203.0.113.{number}"), "guess").await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "attempt {number}");
    }
    let limited = attempt("198.51.100.1".to_owned(), &key).await;
    assert_eq!(limited, StatusCode::TOO_MANY_REQUESTS);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn nobody_is_set_up_without_a_choice_of_how_long_leads_are_kept(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let key = app.setup_key(0).await;
    let browser = app.anonymous();
    let without = &with_key(&key)[..4];
    let answer = browser.post_form("/setup", without).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = visible_text(&answer.text);
    for kept in ["leads and calls", "drafts"] {
        let sentence =
            format!("Enter for how many days {kept} are kept: a whole number from 1 to 3,650.");
        assert!(text.contains(&sentence), "{text}");
    }
    assert!(
        text.contains("Choose whether columns that nothing uses are kept."),
        "{text}"
    );
    assert_eq!(set_up(&browser, &key).await.location(), "/tasks");
    let page = browser.get("/settings/retention").await.page();
    assert_eq!(value_of(&page, "result_days"), "90");
    app.stop().await;
}
