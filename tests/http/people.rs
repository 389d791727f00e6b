//! People, one-time links and the own page, as browsers see them.

use crate::support::{
    Anonymous, PASSWORD, SignedIn, TestApp, add_member, form_that_posts_to, migrated, program,
    visible_text,
};
use backend::Role;
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

const NEW_PASSWORD: &str = "another horse in another stable";

/// The link that the answer shows once, without the origin.
fn shown_link(text: &str) -> String {
    let begin = text.find("/link/").expect("a link is shown");
    let rest = &text[begin..];
    let end = rest.find(['<', '\n', ' ']).unwrap_or(rest.len());
    rest[..end].to_owned()
}

async fn invite(administrator: &SignedIn) -> String {
    let page = administrator.get("/settings/people").await.page();
    let fields = [("name", "Citra"), ("email", "citra@example.com")];
    let answer = administrator.press_with(&page, "Invite", &fields).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    shown_link(&answer.page())
}

/// Fills in the form of a link and sends it.
async fn accept(browser: &Anonymous, link: &str, password: &str) -> crate::support::Answer {
    let page = browser.get(link).await.page();
    let form = form_that_posts_to(&page, "/link");
    let fields = form.with(&[("password", password)]);
    let request = browser.request(Method::POST, &form.action).form(&fields);
    browser.send(request).await
}

/// The button of that action for the person with that email, pressed.
async fn decide(
    by: &SignedIn,
    app: &TestApp,
    path: &str,
    email: &str,
    more: &[(&str, &str)],
) -> crate::support::Answer {
    let person: uuid::Uuid = sqlx::query_scalar("select id from users where email = $1")
        .bind(email)
        .fetch_one(app.backend.pool())
        .await
        .expect("a person");
    let person = person.to_string();
    let fields = [&[("person", person.as_str())], more].concat();
    by.post_form(path, &fields).await
}

/// Whether the browser is shown pages.
pub async fn is_signed_in(browser: &Anonymous) -> bool {
    let answer = browser.get("/tasks").await;
    if answer.status == StatusCode::OK {
        return true;
    }
    assert_eq!(answer.location(), "/sign-in?next=%2Ftasks");
    false
}

#[sqlx::test(migrations = "./migrations")]
async fn an_invitation_link_is_shown_once_and_works_once(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let link = invite(&administrator).await;
    let page = administrator.get("/settings/people").await.page();
    assert!(!page.contains("/link/"), "it is shown once");
    assert!(visible_text(&page).contains("citra@example.com"));

    let browser = app.anonymous();
    let opened = browser.get(&link).await;
    assert_eq!(opened.header("cache-control"), "no-store");
    assert!(
        opened.cookie().is_none(),
        "nobody is signed in by opening it"
    );
    let refused = accept(&browser, &link, "Citra-2026").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(visible_text(&refused.text).contains("15"));
    assert!(!refused.text.contains("Citra-2026"));
    assert_eq!(
        accept(&browser, &link, NEW_PASSWORD).await.location(),
        "/tasks"
    );
    assert!(is_signed_in(&browser).await);
    assert_eq!(
        browser.get("/settings/people").await.status,
        StatusCode::FORBIDDEN
    );

    let late = app.anonymous().get(&link).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(visible_text(&late.text).contains("It was already used"));
    app.anonymous()
        .sign_in("citra@example.com", NEW_PASSWORD)
        .await;
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_link_that_has_expired_says_so_whatever_others_have_guessed(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let administrator = app.administrator().await;
    let link = invite(&administrator).await;
    sqlx::query("update one_time_links set expires_at = now() - interval '1 second'")
        .execute(&pool)
        .await
        .unwrap();
    let browser = app.anonymous();
    let expired = browser.get(&link).await;
    assert_eq!(expired.status, StatusCode::GONE);
    assert!(visible_text(&expired.text).contains("This link has expired."));
    for _ in 0..5 {
        let fields = [("key", "guess"), ("password", NEW_PASSWORD)];
        let guess = browser.post_form("/link", &fields).await;
        assert!(guess.status == StatusCode::GONE || guess.status == StatusCode::TOO_MANY_REQUESTS);
    }
    // Looking at a link is never kept out: its key cannot be guessed.
    let looked = browser.get(&link).await;
    assert_eq!(looked.status, StatusCode::GONE);
    assert!(visible_text(&looked.text).contains("This link has expired."));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_reset_is_started_by_an_administrator_and_ends_sessions(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let member = app.member().await;
    let path = "/settings/people/reset";
    let answer = decide(&administrator, &app, path, "member@example.com", &[]).await;
    let link = shown_link(&answer.page());
    assert!(is_signed_in(&member).await);
    let other = app.anonymous();
    assert_eq!(
        accept(&other, &link, NEW_PASSWORD).await.location(),
        "/tasks"
    );
    assert!(is_signed_in(&other).await && !is_signed_in(&member).await);
    let old = app
        .anonymous()
        .try_sign_in("member@example.com", PASSWORD)
        .await;
    assert_eq!(old.status, StatusCode::UNAUTHORIZED);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn sessions_end_at_once_when_a_person_is_disabled_or_gets_another_role(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let member = app.member().await;
    let role = [("role", Role::Administrator.key())];
    let path = "/api/people/role";
    let answer = decide(&administrator, &app, path, "member@example.com", &role).await;
    assert_eq!(answer.location(), "/settings/people");
    assert!(!is_signed_in(&member).await);
    let member = app
        .anonymous()
        .sign_in("member@example.com", PASSWORD)
        .await;
    let path = "/api/people/disable";
    decide(&administrator, &app, path, "member@example.com", &[]).await;
    assert!(!is_signed_in(&member).await);
    let refused = app
        .anonymous()
        .try_sign_in("member@example.com", PASSWORD)
        .await;
    let unknown = app
        .anonymous()
        .try_sign_in("nobody@example.com", PASSWORD)
        .await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert_eq!(visible_text(&refused.text), visible_text(&unknown.text));

    // The one who is left stays.
    decide(&administrator, &app, path, "admin@example.com", &[]).await;
    let page = visible_text(&administrator.get("/settings/people").await.page());
    assert!(
        page.contains("is the only administrator who can sign in"),
        "{page}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn members_do_not_administer_people(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member.get("/settings/people").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!page.text.contains("Invite"));
    let fields = [
        ("name", "Citra"),
        ("email", "citra@example.com"),
        ("role", "admin"),
    ];
    let invited = member.post_form("/settings/people", &fields).await;
    assert_eq!(invited.status, StatusCode::FORBIDDEN);
    let path = "/settings/people/reset";
    let reset = decide(&member, &app, path, "member@example.com", &[]).await;
    assert_eq!(reset.status, StatusCode::FORBIDDEN);
    let role = [("role", "admin")];
    decide(
        &member,
        &app,
        "/api/people/role",
        "member@example.com",
        &role,
    )
    .await;
    assert_eq!(
        member.get("/settings/people").await.status,
        StatusCode::FORBIDDEN
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn ones_own_password_ends_the_other_sessions_and_renews_this_one(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let here = app.member().await;
    let elsewhere = app
        .anonymous()
        .sign_in("member@example.com", PASSWORD)
        .await;
    let wrong = [("current", "wrong"), ("password", NEW_PASSWORD)];
    let refused = here.post_form("/profile/password", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(visible_text(&refused.text).contains("not your current password"));
    let right = [("current", PASSWORD), ("password", NEW_PASSWORD)];
    let changed = here.post_form("/profile/password", &right).await;
    assert_eq!(changed.location(), "/profile");
    assert_ne!(
        changed.cookie().unwrap().split(';').next(),
        Some(here.cookie())
    );
    let page = visible_text(&here.get("/profile").await.page());
    assert!(page.contains("Password changed."), "{page}");
    assert!(is_signed_in(&here).await && !is_signed_in(&elsewhere).await);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_is_stored_of_a_session_is_no_cookie(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let member = app.member().await;
    let secret = member
        .cookie()
        .strip_prefix("coxswain=")
        .unwrap()
        .to_owned();
    let (id, data): (String, Vec<u8>) =
        sqlx::query_as("select id, data from tower_sessions.session")
            .fetch_one(&pool)
            .await
            .unwrap();
    let holds_the_secret = data
        .windows(secret.len())
        .any(|part| part == secret.as_bytes());
    assert!(id != secret && !holds_the_secret);
    for stored in [&id, &id[..22]] {
        let request = app.anonymous().request(Method::GET, "/tasks");
        let request = request.header("cookie", format!("coxswain={stored}"));
        let answer = app.anonymous().send(request).await;
        assert_eq!(answer.location(), "/sign-in?next=%2Ftasks");
    }
    app.stop().await;
}

/// Runs a command; whether it ended well, and what it said.
fn run(url: &str, arguments: &[&str]) -> (bool, String) {
    let variables = [
        ("DATABASE_URL", url),
        ("COXSWAIN_PUBLIC_URL", "https://calls.example.com"),
    ];
    let output = program(arguments, &variables).output().expect("a program");
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&text).into_owned(),
    )
}

#[sqlx::test(migrations = false)]
async fn people_are_administered_on_the_command_line_when_nobody_can_sign_in(pool: PgPool) {
    let url = migrated(&pool).await;
    assert!(
        add_member(&url, "budi@example.com", PASSWORD)
            .status
            .success()
    );
    let email = ["--email", "budi@example.com"];
    let user = |command: &str, more: &[&str]| {
        let arguments = [["user", command].as_slice(), &email, more].concat();
        run(&url, &arguments)
    };
    let (made, told) = user("role", &["--role", "admin"]);
    assert!(made && told.contains("is now an administrator"), "{told}");
    let (disabled, told) = user("disable", &[]);
    assert!(!disabled && told.contains("only administrator"), "{told}");
    let (made, told) = user("reset-link", &[]);
    assert!(
        made && told.contains("https://calls.example.com/link/"),
        "{told}"
    );
    let (listed, told) = run(&url, &["user", "list"]);
    assert!(
        listed && told.contains("budi@example.com\tNew Person\tadmin\t-\t-"),
        "{told}"
    );
    let (enabled, told) = user("enable", &[]);
    assert!(enabled, "{told}");
    let (found, told) = run(&url, &["user", "disable", "--email", "nobody@example.com"]);
    assert!(
        !found && told.contains("Nobody has this email address"),
        "{told}"
    );

    let app = TestApp::start(pool).await;
    let (_, told) = user("reset-link", &[]);
    let browser = app.anonymous();
    assert_eq!(
        accept(&browser, &shown_link(&told), NEW_PASSWORD)
            .await
            .location(),
        "/tasks"
    );
    app.stop().await;
}
