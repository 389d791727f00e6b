//! Sessions of one person, as their browsers see them.

use crate::people::is_signed_in;
use crate::support::{PASSWORD, TestApp, visible_text};
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

#[sqlx::test(migrations = "./migrations")]
async fn own_sessions_are_ended_one_by_one_and_together(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let here = app.member().await;
    let sign_in = async || {
        app.anonymous()
            .sign_in("member@example.com", PASSWORD)
            .await
    };
    let (one, two, three) = (sign_in().await, sign_in().await, sign_in().await);
    let page = here.get("/profile").await.page();
    assert_eq!(here.press(&page, "End").await.location(), "/profile");
    let mut left = Vec::new();
    for browser in [one, two, three] {
        if is_signed_in(&browser).await {
            left.push(browser);
        }
    }
    assert_eq!(left.len(), 2);
    assert!(is_signed_in(&here).await);
    let page = here.get("/profile").await.page();
    here.press(&page, "End all other sessions").await;
    for browser in &left {
        assert!(!is_signed_in(browser).await);
    }
    assert!(is_signed_in(&here).await);
    let name = [("name", "Another Name")];
    assert_eq!(
        here.post_form("/profile", &name).await.location(),
        "/profile"
    );
    assert!(visible_text(&here.get("/tasks").await.page()).contains("Another Name"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn ending_other_sessions_asks_first_and_signing_out_does_not(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let here = app.member().await;
    let there = app
        .anonymous()
        .sign_in("member@example.com", PASSWORD)
        .await;
    let stale = "update tower_sessions.session set confirmed_at = now() - interval '11 minutes'";
    sqlx::query(stale).execute(&pool).await.unwrap();
    let page = here.get("/profile").await.page();
    for button in ["End", "End all other sessions"] {
        let asked = here.press(&page, button).await.location().to_owned();
        assert!(asked.starts_with("/confirm?next="), "{button}: {asked}");
    }
    assert!(is_signed_in(&there).await);
    let asked = here.get("/confirm?next=%2Fprofile").await.page();
    let confirmed = here
        .press_with(&asked, "Confirm", &[("current", PASSWORD)])
        .await;
    assert_eq!(confirmed.location(), "/profile");
    assert!(is_signed_in(&there).await, "confirming ends nothing");
    here.press(&page, "End all other sessions").await;
    assert!(!is_signed_in(&there).await);
    sqlx::query(stale).execute(&pool).await.unwrap();
    let page = here.get("/profile").await.page();
    here.press(&page, "Sign out").await;
    assert!(!is_signed_in(&here).await);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_session_ends_seven_days_after_it_began(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let member = app.member().await;
    let begin_earlier = async |by: &str| {
        let earlier =
            "update tower_sessions.session set signed_in_at = signed_in_at - $1::interval";
        sqlx::query(earlier).bind(by).execute(&pool).await.unwrap();
    };
    begin_earlier("6 days 23:55").await;
    assert!(is_signed_in(&member).await);
    begin_earlier("5 minutes").await;
    assert!(!is_signed_in(&member).await);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn confirming_gives_the_session_a_new_id_and_a_copied_one_opens_nothing(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let copied = member.cookie().to_owned();
    let with_copy = async || {
        let thief = app.anonymous();
        let request = thief.request(Method::GET, "/tasks");
        thief.send(request.header("cookie", &copied)).await.status
    };
    assert_eq!(with_copy().await, StatusCode::OK);
    let asked = member.get("/confirm?next=%2Fprofile").await.page();
    let confirmed = member
        .press_with(&asked, "Confirm", &[("current", PASSWORD)])
        .await;
    assert_eq!(confirmed.location(), "/profile");
    assert_ne!(
        confirmed.cookie().and_then(|line| line.split(';').next()),
        Some(&*copied)
    );
    assert!(is_signed_in(&member).await);
    assert_eq!(
        with_copy().await,
        StatusCode::SEE_OTHER,
        "it is of no session"
    );
    // It is the same session: nobody has signed in.
    let log = app.audit_log().await;
    assert_eq!(
        log.matches("Signed in with a password.").count(),
        2,
        "{log}"
    );
    app.stop().await;
}
