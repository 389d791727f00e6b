//! What every answer carries, and what none may tell.

use crate::support::{PASSWORD, SECRET, TestApp, visible_text};
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

#[sqlx::test(migrations = "./migrations")]
async fn an_unknown_path_is_a_page_that_says_so(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let missing = [
        "/nothing/here",
        "/tasks/0195b8a0-0000-7000-8000-000000000000",
        "/tasks/not-an-id",
        "/drafts/1",
        "/robots/none",
        "/robots/%00",
        "/drafts/%00",
    ];
    for path in missing {
        let answer = member.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(
            visible_text(&answer.text).contains("Test Person"),
            "{path} has the frame of the other pages"
        );
    }
    let answer = member.get("/sign-out").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(answer.text.contains("<h1>"), "a page, not bare text");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_nul_in_an_address_is_no_failure_of_ours(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let sheet = "Customer,Mobile\nBudi,call me\n";
    let draft = member.new_draft("NUL", "f.csv", sheet.into()).await;
    for path in [
        "/tasks?q=%00",
        "/tasks?state=%00&by=%00&before=%00",
        "/robots?q=%00&mode=%00",
        "/tasks/new?robot=%00",
        "/tasks/new?draft=%00",
        "/setup?key=%00",
        "/sign-in?next=%00",
        "/tasks%00?q=%00",
        &format!("{draft}?q=%00&problem=%00&show=%00&sort=%00&from=%00"),
        &format!("{draft}?q=%0%000"),
        &format!("{draft}/leads/2%00"),
        &format!("{draft}%00/rows-to-fix?format=%00"),
    ] {
        let answer = member.get(path).await;
        // Nobody sets up what is set up.
        let is_closed = path.starts_with("/setup");
        let expected = if is_closed {
            StatusCode::NOT_FOUND
        } else {
            StatusCode::OK
        };
        assert_eq!(answer.status, expected, "{path}");
    }
    let fields = [("email", "\0"), ("password", "\0"), ("next", "\0")];
    let answer = member.post_form("/sign-in", &fields).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    // What is left is heard.
    let fields = [("email", "mem\0ber@example.com"), ("password", PASSWORD)];
    assert_eq!(
        member.post_form("/sign-in", &fields).await.location(),
        "/tasks"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn every_page_says_what_it_may_load_and_that_nobody_keeps_or_frames_it(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    for path in ["/tasks", "/sign-in", "/nothing/here", "/tasks/new"] {
        let answer = member.get(path).await;
        let policy = answer.header("content-security-policy");
        let rules = [
            "default-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
        ];
        for rule in rules {
            assert!(
                policy.contains(rule),
                "{path}: {rule} is missing in {policy}"
            );
        }
        assert!(!policy.contains("unsafe-inline"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("x-request-id").len(), 16);
        assert_eq!(
            answer.header("strict-transport-security"),
            "",
            "http is not https"
        );
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn every_text_says_what_it_is_and_how_it_is_written(pool: PgPool) {
    const PAGE: &str = "text/html; charset=utf-8";
    const PLAIN: &str = "text/plain; charset=utf-8";
    // JSON is always UTF-8, and its type has no charset (RFC 8259, 11).
    const JSON: &str = "application/json";
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    for (path, expected) in [
        ("/tasks", PAGE),
        ("/sign-in", PAGE),
        ("/nothing/here", PAGE),
        ("/healthz", PLAIN),
        ("/readyz", JSON),
    ] {
        let answer = member.get(path).await;
        assert_eq!(answer.header("content-type"), expected, "{path}");
    }
    let foreign = member.request(Method::POST, "/profile");
    let forbidden = member.send(foreign.header("sec-fetch-site", "cross-site"));
    assert_eq!(forbidden.await.header("content-type"), PAGE);
    let task = "/api/tasks/progress?task=0195b8a0-0000-7000-8000-000000000000";
    for path in ["/api/provider-down", task] {
        let answer = member.call(Method::GET, path).await;
        assert_eq!(answer.header("content-type"), JSON, "{path}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn every_script_carries_the_nonce_of_its_own_answer(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let nonce = async || {
        let answer = member.get("/tasks/new").await;
        let policy = answer.header("content-security-policy").to_owned();
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .and_then(|rest| rest.split('\'').next())
            .unwrap_or_default()
            .to_owned();
        assert!(!nonce.is_empty(), "{policy}");
        for script in answer
            .text
            .match_indices("<script")
            .map(|(start, _)| &answer.text[start..])
        {
            let tag = script.split('>').next().unwrap_or_default();
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{tag}");
        }
        assert!(
            answer.text.contains("<script"),
            "the page with an island has a script"
        );
        nonce
    };
    assert_ne!(nonce().await, nonce().await);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_provider_s_secret_and_token_are_in_no_page(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    // The token is in use once the robots were asked for.
    let robots = administrator.get("/robots").await.page();
    let robot = robots
        .split("href=\"/robots/")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a robot");
    for path in [
        "/tasks",
        "/robots",
        &format!("/robots/{robot}"),
        "/tasks/new",
        "/settings",
        "/drafts",
        "/nothing",
    ] {
        let text = administrator.get(path).await.text;
        assert!(
            !text.contains(SECRET) && !text.to_lowercase().contains("authorization"),
            "{path}"
        );
        assert!(!text.contains(airudder_sandbox::DEFAULT_APP_KEY), "{path}");
    }
    app.stop().await;
}

/// What `/readyz` answers once it is of that status, and its text.
async fn readiness(app: &TestApp, status: StatusCode) -> serde_json::Value {
    let watcher = app.anonymous();
    loop {
        let request = watcher
            .request(Method::GET, "/readyz")
            .header("accept", "*/*");
        let answer = watcher.send(request).await;
        if answer.status == status {
            return serde_json::from_str(&answer.text).expect("JSON");
        }
    }
}

#[sqlx::test(migrations = "./migrations")]
async fn health_is_told_to_anybody_and_nothing_else_with_it(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let ready = readiness(&app, StatusCode::OK).await;
    assert_eq!(ready["ready"], true);
    assert_eq!(ready["problems"], serde_json::json!([]));
    assert_eq!(ready["oldest_due_seconds"], serde_json::Value::Null);
    app.backend.pool().close().await;
    let down = readiness(&app, StatusCode::SERVICE_UNAVAILABLE).await;
    assert_eq!(
        down,
        serde_json::json!({ "problems": ["The database does not respond."] })
    );
    // The process serves all the same: nobody has to start it anew.
    let alive = app.anonymous().get("/healthz").await;
    assert_eq!(
        (alive.status, alive.text.as_str()),
        (StatusCode::OK, "ok\n")
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_schema_that_lacks_a_migration_is_not_ready(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    readiness(&app, StatusCode::OK).await;
    sqlx::query("update _sqlx_migrations set success = false where version = (select max(version) from _sqlx_migrations)")
        .execute(&pool)
        .await
        .expect("a migration");
    let told = readiness(&app, StatusCode::SERVICE_UNAVAILABLE).await;
    assert_eq!(told["schema_is_current"], false);
    assert_eq!(
        told["problems"][0],
        "The database schema is out of date: run coxswain migrate."
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn when_the_database_fails_a_page_says_so_without_its_words(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    app.backend.pool().close().await;
    let answer = member.get("/tasks").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    let text = visible_text(&answer.text);
    assert!(text.contains("Something went wrong"), "{text}");
    assert!(
        !text.to_lowercase().contains("pool") && !text.to_lowercase().contains("sql"),
        "{text}"
    );
    app.stop().await;
}
