//! The one-time link that makes the first administrator.

use crate::support::{PASSWORD, TestApp, form_with_button, visible_text};
use reqwest::StatusCode;
use sqlx::PgPool;

#[sqlx::test(migrations = "./migrations")]
async fn the_set_up_link_makes_one_administrator_and_then_dies(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let key = app.setup_key().await;
    let browser = app.anonymous();
    let page = browser.get(&format!("/setup?key={key}")).await.page();
    let form = form_with_button(&page, "Create administrator");
    let fields = form.with(&[
        ("name", "First Person"),
        ("email", "first@example.com"),
        ("password", PASSWORD),
    ]);
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(
        browser.post_form(&form.action, &fields).await.location(),
        "/tasks"
    );
    // Signed in at once, as an administrator.
    assert_eq!(browser.get("/settings").await.status, StatusCode::OK);

    let late = app.anonymous();
    assert_eq!(
        late.get(&format!("/setup?key={key}")).await.status,
        StatusCode::NOT_FOUND
    );
    let second = [
        ("key", key.as_str()),
        ("name", "X"),
        ("email", "second@example.com"),
        ("password", PASSWORD),
    ];
    let refused = late.post_form("/setup", &second).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let text = visible_text(&refused.text);
    assert!(text.contains("This link was used"), "{text}");
    assert!(refused.text.contains("href=\"/sign-in\""));
    assert_eq!(
        late.try_sign_in("second@example.com", PASSWORD)
            .await
            .status,
        StatusCode::UNAUTHORIZED
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_refused_set_up_keeps_the_link_and_what_was_typed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let key = app.setup_key().await;
    let fields = [
        ("key", key.as_str()),
        ("name", "First Person"),
        ("email", "no address"),
        ("password", "short"),
    ];
    let answer = app.anonymous().post_form("/setup", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.text.contains("value=\"First Person\"")
            && answer.text.contains("value=\"no address\"")
    );
    assert!(!answer.text.contains("value=\"short\""));
    assert!(
        visible_text(&answer.text).contains("at least 12")
            || visible_text(&answer.text).contains("12 characters")
    );
    assert_eq!(
        app.anonymous()
            .get(&format!("/setup?key={key}"))
            .await
            .status,
        StatusCode::OK
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn without_its_key_the_set_up_page_is_closed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.setup_key().await;
    for path in ["/setup", "/setup?key=", "/setup?key=guess"] {
        assert_eq!(
            app.anonymous().get(path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    app.stop().await;
}
