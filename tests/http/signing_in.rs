//! Who gets in, and how.

use crate::support::{PASSWORD, TestApp, visible_text};
use backend::Role;
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

#[sqlx::test(migrations = "./migrations")]
async fn the_right_password_opens_the_tasks(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member.get("/tasks").await.page();
    assert!(
        visible_text(&page).contains("Test Person"),
        "{}",
        visible_text(&page)
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_wrong_password_and_an_unknown_person_are_told_the_same(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    let anonymous = app.anonymous();
    let wrong = anonymous
        .try_sign_in("member@example.com", "not the password")
        .await;
    let unknown = anonymous.try_sign_in("nobody@example.com", PASSWORD).await;
    assert_eq!(
        (wrong.status, unknown.status),
        (StatusCode::UNAUTHORIZED, StatusCode::UNAUTHORIZED)
    );
    let same = |page: &str, email: &str| visible_text(page).replace(email, "…");
    assert_eq!(
        same(&wrong.text, "member@example.com"),
        same(&unknown.text, "nobody@example.com")
    );
    assert!(visible_text(&wrong.text).contains("There is a problem"));
    assert!(
        wrong.text.contains("<title>Error:"),
        "the title tells of the error too"
    );
    assert_eq!(
        anonymous.get("/tasks").await.location(),
        "/sign-in?next=%2Ftasks"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn somebody_who_is_sent_to_the_sign_in_page_is_told_what_it_opens(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    let anonymous = app.anonymous();
    let text = async |path: &str| visible_text(&anonymous.get(path).await.page());
    let sent = anonymous.get("/drafts?q=a").await.location().to_owned();
    let page = text(&sent).await;
    assert!(page.contains("Sign in to open Drafts."), "{page}");
    let plain = text("/sign-in").await;
    assert!(!plain.contains("Sign in to open"), "{plain}");
    assert!(!plain.contains("Nobody has an account"), "{plain}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_refused_sign_in_keeps_the_email_and_forgets_the_password(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let answer = app
        .anonymous()
        .try_sign_in("member@example.com", "a wrong password of mine")
        .await;
    assert!(
        answer.text.contains("value=\"member@example.com\""),
        "{}",
        answer.text
    );
    assert!(!answer.text.contains("a wrong password of mine"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn after_five_failures_a_person_waits_even_with_the_right_password(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    app.add_person("another@example.com", Role::Launcher).await;
    let anonymous = app.anonymous();
    for _ in 0..5 {
        assert_eq!(
            anonymous
                .try_sign_in("member@example.com", "wrong")
                .await
                .status,
            StatusCode::UNAUTHORIZED
        );
    }
    let limited = anonymous.try_sign_in("member@example.com", PASSWORD).await;
    assert_eq!(limited.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(
        visible_text(&limited.text).contains("Try again in 1 minute"),
        "{}",
        visible_text(&limited.text)
    );
    assert!(limited.cookie().is_none(), "nobody is signed in by it");
    // Others are not kept out by that.
    assert_eq!(
        anonymous
            .try_sign_in("another@example.com", PASSWORD)
            .await
            .location(),
        "/tasks"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn whoever_signed_in_with_a_browser_before_is_not_kept_out_of_it_by_others(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    let (own, stranger) = (app.anonymous(), app.anonymous());
    let first = own.try_sign_in("member@example.com", PASSWORD).await;
    let lines = first.headers.get_all("set-cookie").into_iter();
    let mut lines = lines.map(|line| line.to_str().expect("visible characters"));
    let line = lines.find(|line| line.contains("coxswain-device-"));
    let line = line.expect("a cookie for the device").to_owned();
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=34560000"] {
        assert!(line.contains(attribute), "{attribute}: {line}");
    }
    for _ in 0..6 {
        stranger.try_sign_in("member@example.com", "wrong").await;
    }
    let kept_out = stranger.try_sign_in("member@example.com", PASSWORD).await;
    assert_eq!(kept_out.status, StatusCode::TOO_MANY_REQUESTS);
    let known = own.try_sign_in("member@example.com", PASSWORD).await;
    assert_eq!(known.location(), "/tasks");
    let again = known.headers.get_all("set-cookie").into_iter();
    let mut again = again.map(|line| line.to_str().expect("visible characters"));
    assert!(
        !again.any(|line| line.contains("coxswain-device-")),
        "it has one"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn after_thirty_failures_an_address_waits_whoever_is_tried(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    let anonymous = app.anonymous();
    let attempt = async |address: &str, email: &str, password: &str| {
        let fields = [("email", email), ("password", password)];
        let request = anonymous
            .request(Method::POST, "/sign-in")
            .header("x-forwarded-for", address)
            .form(&fields);
        anonymous.send(request).await
    };
    for number in 0..30 {
        let answer = attempt(
            "203.0.113.7",
            &format!("person{number}@example.com"),
            "wrong",
        )
        .await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "attempt {number}");
    }
    let limited = attempt("203.0.113.7", "member@example.com", PASSWORD).await;
    assert_eq!(limited.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        attempt("203.0.113.8", "member@example.com", PASSWORD)
            .await
            .location(),
        "/tasks"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn signing_in_gives_the_session_a_new_id(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let again = member.try_sign_in("member@example.com", PASSWORD).await;
    let first = again.session_id().to_owned();
    let third = member.try_sign_in("member@example.com", PASSWORD).await;
    assert_ne!(first, third.session_id());
    // Whoever planted or stole the old id gains nothing.
    let thief = app.anonymous();
    let request = thief
        .request(Method::GET, "/tasks")
        .header("cookie", format!("coxswain={first}"));
    assert_eq!(
        thief.send(request).await.location(),
        "/sign-in?next=%2Ftasks"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_planted_session_id_is_not_adopted(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    let victim = app.anonymous();
    let planted = "AAAAAAAAAAAAAAAAAAAAAA";
    let fields = [("email", "member@example.com"), ("password", PASSWORD)];
    let request = victim
        .request(Method::POST, "/sign-in")
        .header("cookie", format!("coxswain={planted}"))
        .form(&fields);
    let answer = victim.send(request).await;
    assert_ne!(answer.session_id(), planted);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn over_http_the_cookie_is_hidden_from_scripts_and_other_sites(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    let answer = app
        .anonymous()
        .try_sign_in("member@example.com", PASSWORD)
        .await;
    let cookie = answer.cookie().expect("a session cookie");
    assert!(cookie.starts_with("coxswain="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"] {
        assert!(
            cookie.contains(attribute),
            "{attribute} is missing in {cookie}"
        );
    }
    assert!(
        !cookie.contains("Secure") && !cookie.contains("Domain"),
        "{cookie}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn over_https_the_cookie_belongs_to_this_host_alone(pool: PgPool) {
    let app = TestApp::start_at(pool, "https").await;
    app.add_person("member@example.com", Role::Launcher).await;
    let answer = app
        .anonymous()
        .try_sign_in("member@example.com", PASSWORD)
        .await;
    let cookie = answer.cookie().expect("a session cookie");
    assert!(cookie.starts_with("__Host-coxswain="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Secure"] {
        assert!(
            cookie.contains(attribute),
            "{attribute} is missing in {cookie}"
        );
    }
    assert_eq!(
        answer.header("strict-transport-security"),
        "max-age=31536000; includeSubDomains"
    );
    for path in ["/sign-in", "/pkg/nothing"] {
        let policy = app.anonymous().get(path).await;
        let policy = policy.header("content-security-policy");
        assert!(
            policy.ends_with("; upgrade-insecure-requests"),
            "{path}: {policy}"
        );
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn signing_in_leads_back_to_the_page_that_was_asked_for(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    let anonymous = app.anonymous();
    let sign_in_page = anonymous
        .get("/robots?q=loan&mode=single")
        .await
        .location()
        .to_owned();
    let page = anonymous.get(&sign_in_page).await.page();
    let form = crate::support::form_with_button(&page, "Sign in");
    let fields = form.with(&[("email", "member@example.com"), ("password", PASSWORD)]);
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(
        anonymous.post_form(&form.action, &fields).await.location(),
        "/robots?q=loan&mode=single"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_overlong_way_back_is_forgotten(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    for (password, status) in [
        ("wrong", StatusCode::UNAUTHORIZED),
        ("correct+horse+battery+staple", StatusCode::SEE_OTHER),
    ] {
        // No browser sends slashes as they are: an address that they stand in is three times as long.
        let next = format!("/tasks?q={}", "/".repeat(30_000));
        let body = format!("email=member@example.com&password={password}&next={next}");
        let browser = app.anonymous();
        let request = browser
            .request(Method::POST, "/sign-in")
            .header("content-type", "application/x-www-form-urlencoded");
        let answer = browser.send(request.body(body)).await;
        assert_eq!(answer.status, status, "{}", answer.text);
        assert!(answer.text.len() < 30_000 && !answer.header("location").contains("q="));
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn signing_in_never_leads_to_another_site(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Launcher).await;
    for next in [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
    ] {
        let fields = [
            ("email", "member@example.com"),
            ("password", PASSWORD),
            ("next", next),
        ];
        assert_eq!(
            app.anonymous()
                .post_form("/sign-in", &fields)
                .await
                .location(),
            "/tasks",
            "{next:?}"
        );
    }
    app.stop().await;
}

/// Whose session is written beside its data; nothing where nobody knows.
async fn people_of_sessions(pool: &PgPool) -> Vec<String> {
    sqlx::query_scalar("select email from tower_sessions.session join users on users.id = person")
        .fetch_all(pool)
        .await
        .expect("a table")
}

#[sqlx::test(migrations = "./migrations")]
async fn a_session_ends_with_its_person(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    app.administrator().await;
    app.member().await;
    sqlx::query("delete from users where email = 'member@example.com'")
        .execute(&pool)
        .await
        .unwrap();
    assert_eq!(people_of_sessions(&pool).await, ["admin@example.com"]);
    app.stop().await;
}
