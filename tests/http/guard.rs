//! What strangers, other sites and members may not do.

use std::collections::BTreeSet;

use crate::support::{TestApp, options, value_of, visible_text};
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

/// What is open to everybody, and why.
pub const OPEN: [(&str, &str); 12] = [
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
    // Lead to the sign-in page by themselves where nobody waits for a second factor.
    ("GET", "/sign-in/second-factor"),
    ("POST", "/sign-in/second-factor"),
    // Says what a passkey is to sign; whose it is shows the answer.
    ("POST", "/sign-in/passkey/challenge"),
    ("POST", "/sign-in/passkey"),
    // Keeps a language in the browser.
    ("POST", "/language"),
    // Asks for the set-up key by itself.
    ("GET", "/setup"),
    ("POST", "/setup"),
    // Asks for the key of a one-time link by itself.
    ("GET", "/link/{key}"),
    ("POST", "/link"),
    // Has a secret in its address.
    ("POST", "/hooks/airudder/{secret}"),
];

#[sqlx::test(migrations = "./migrations")]
async fn every_path_needs_sign_in(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let anonymous = app.anonymous();
    let paths = app.paths();
    assert!(paths.len() > 20, "the walk knows too few paths: {paths:?}");
    for (method, template) in paths {
        if OPEN.contains(&(method.as_str(), template.as_str())) {
            continue;
        }
        let path = template.replace("{id}", "0195b8a0-0000-7000-8000-000000000000");
        let method: Method = method.parse().unwrap();
        let answer = anonymous
            .send(anonymous.request(method.clone(), &path))
            .await;
        let sign_in = answer.location().starts_with("/sign-in");
        assert!(
            sign_in,
            "{method} {path} answered {} {}",
            answer.status,
            answer.header("location")
        );
        if template.starts_with("/api/") {
            let script = anonymous
                .request(method.clone(), &path)
                .header("accept", "application/json");
            assert_eq!(
                anonymous.send(script).await.status,
                StatusCode::UNAUTHORIZED,
                "{method} {path}"
            );
        }
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_large_upload_of_somebody_whose_session_has_ended_leads_to_the_sign_in_page(
    pool: PgPool,
) {
    let app = TestApp::start(pool).await;
    let anonymous = app.anonymous();
    let sheet = reqwest::multipart::Part::bytes(vec![b'x'; 20_000_000]).file_name("leads.csv");
    let request = anonymous
        .request(Method::POST, "/tasks/new")
        .header("referer", format!("{}/tasks/new", app.address));
    let request = request.multipart(reqwest::multipart::Form::new().part("sheet", sheet));
    assert_eq!(
        anonymous.send(request).await.location(),
        "/sign-in?next=%2Ftasks%2Fnew"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_walk_knows_every_page_of_the_application(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let paths: BTreeSet<String> = app.paths().into_iter().map(|(_, path)| path).collect();
    for path in [
        "/",
        "/tasks",
        "/tasks/new",
        "/tasks/{id}",
        "/tasks/{id}/calls",
        "/tasks/{id}/calls-file",
        "/tasks/{id}/proof",
        "/tasks/{id}/list-with-results",
        "/tasks/{id}/list",
        "/tasks/{id}/batches",
        "/tasks/{id}/activity",
        "/tasks/{id}/follow-up",
        "/insights",
        "/drafts/{id}",
        "/robots",
        "/robots/{id}",
        "/drafts/{id}/call-me",
        "/robots/{id}/call-me",
        "/robots/{id}/results",
        "/do-not-call",
        "/do-not-call/upload",
        "/settings",
        "/settings/people",
        "/settings/calling-rules",
        "/settings/calling-rules/{country}/{sector}",
        "/settings/audit",
        "/settings/audit-file",
        "/profile",
        "/profile/second-factor",
        "/profile/recovery-codes",
        "/sign-in/second-factor",
        "/confirm",
        "/link/{key}",
        "/api/drafts/submit",
        "/api/drafts/approve",
    ] {
        assert!(paths.contains(path), "{path} is missing in {paths:?}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_form_from_another_site_changes_nothing(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    for (header, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        for path in [
            "/sign-out",
            "/api/robots/refresh",
            "/tasks/new",
            "/settings",
            "/settings/people",
            "/profile/password",
            "/link",
        ] {
            let request = member
                .request(Method::POST, path)
                .header(header, value)
                .header("origin", "https://evil.example");
            let answer = member.send(request).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
            assert!(visible_text(&answer.text).contains("another site"));
        }
    }
    assert_eq!(
        member.get("/tasks").await.status,
        StatusCode::OK,
        "still signed in"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_older_browser_is_told_by_its_origin(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .build()
        .unwrap();
    let post = async |origin: &str| {
        let request = client
            .post(format!("{}/sign-in", app.address))
            .header("origin", origin)
            .form(&[("email", "a@b.c")]);
        request.send().await.unwrap().status()
    };
    assert_eq!(
        post(&app.address).await,
        StatusCode::UNAUTHORIZED,
        "our own page is heard"
    );
    assert_eq!(post("https://evil.example").await, StatusCode::FORBIDDEN);
    assert_eq!(post("null").await, StatusCode::FORBIDDEN);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn members_neither_see_nor_change_settings(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member.get("/settings").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!page.text.contains("line-a"), "the lines are not shown");
    let fields = [
        ("name", "Taken over"),
        ("country", "ID"),
        ("zone", "Asia/Jakarta"),
        ("platform", "X"),
        ("lines", "l"),
        ("batch_size", "5000"),
        ("cooldown_days", "7"),
    ];
    assert_eq!(
        member.post_form("/settings", &fields).await.status,
        StatusCode::FORBIDDEN
    );
    assert!(!visible_text(&member.get("/tasks").await.page()).contains("Taken over"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_administrator_changes_settings_and_reads_that_they_are_saved_once(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let page = administrator.get("/settings").await.page();
    let answer = administrator
        .press_with(&page, "Save", &[("name", "Renamed account")])
        .await;
    assert_eq!(answer.location(), "/settings");
    let page = visible_text(&administrator.get("/settings").await.page());
    assert!(
        page.contains("Renamed account") && page.contains("Settings saved."),
        "{page}"
    );
    assert!(
        !visible_text(&administrator.get("/settings").await.page()).contains("Settings saved.")
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn refused_settings_keep_what_was_typed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let page = administrator.get("/settings").await.page();
    let answer = administrator
        .press_with(
            &page,
            "Save",
            &[("name", "A new name"), ("zone", "Mars/Olympus")],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("A new name") && answer.text.contains("Mars/Olympus"));
    assert!(visible_text(&answer.text).contains("There is a problem"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_zone_of_another_country_is_saved_and_told(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    for (zone, is_told) in [("Asia/Makassar", false), ("America/Mexico_City", true)] {
        let page = administrator.get("/settings").await.page();
        let saved = administrator
            .press_with(&page, "Save", &[("zone", zone)])
            .await;
        assert_eq!(saved.location(), "/settings");
        let page = administrator.get("/settings").await.page();
        let told = visible_text(&page).contains("This time zone is not in Indonesia.");
        assert_eq!(told, is_told, "{zone}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn lines_are_added_removed_and_put_first_without_scripts(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let page = administrator.get("/settings").await.page();
    let changes = [
        ("lines[0][label]", "Jakarta"),
        ("lines[2][name]", "line-new"),
        ("default_line", "2"),
    ];
    administrator.press_with(&page, "Save", &changes).await;
    let lines = || async {
        let form = administrator.get("/tasks/new").await.page();
        let texts = options(&form, "line").into_iter().map(|(_, text)| text);
        texts.collect::<Vec<String>>()
    };
    assert_eq!(lines().await, ["line-new", "line-a · Jakarta", "line-b"]);

    let page = administrator.get("/settings").await.page();
    let removed = [("lines[0][remove]", "true"), ("lines[2][remove]", "true")];
    administrator.press_with(&page, "Save", &removed).await;
    assert_eq!(lines().await, ["line-a · Jakarta"]);

    // As programs have sent them so far.
    let page = administrator.get("/settings").await.page();
    let text = [("lines", "line-a\r\nline-z Surabaya")];
    administrator.press_with(&page, "Save", &text).await;
    assert_eq!(lines().await, ["line-a", "line-z · Surabaya"]);

    let page = administrator.get("/settings").await.page();
    let twice = [("lines[2][name]", "line-a")];
    let refused = administrator.press_with(&page, "Save", &twice).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(visible_text(&refused.text).contains("Line line-a is there twice. Remove one."));
    assert_eq!(value_of(&refused.text, "lines[2][name]"), "line-a");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_form_that_is_far_too_long_is_not_read(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let answer = app
        .anonymous()
        .try_sign_in(&"x".repeat(1_100_000), "y")
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(
        visible_text(&answer.text).contains("The form is too large"),
        "{}",
        answer.text
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn trace_is_answered_to_nobody_and_no_answer_is_for_scripts_of_other_sites(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    for path in ["/tasks", "/sign-in", "/pkg/coxswain.css"] {
        let trace = member.request(Method::TRACE, path);
        let answer = member.send(trace).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        let other_site = member
            .request(Method::GET, path)
            .header("origin", "https://evil.example");
        let answer = member.send(other_site).await;
        let names = answer.headers.keys().map(|name| name.as_str());
        let cors: Vec<&str> = names
            .filter(|name| name.starts_with("access-control-"))
            .collect();
        assert_eq!(cors, Vec::<&str>::new(), "{path}");
    }
    app.stop().await;
}
