//! Pushes of AIRudder, as AIRudder and others send them.

use crate::support::{
    Anonymous, Ended, PASSWORD, Running, SignedIn, TestApp, add_member, migrated, program,
    start_sandbox_as, visible_text,
};
use airudder_sandbox::{PushTarget, SandboxOptions, Settings};
use coxswain::web::limits::HttpLimits;
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

/// The address that the page shows once, without the origin.
async fn make_address(administrator: &SignedIn) -> String {
    let page = administrator.get("/settings").await.page();
    let answer = administrator.press(&page, "Make a").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), "no-store");
    let text = answer.page();
    let begin = text.find("/hooks/airudder/").expect("the address is shown");
    let rest = &text[begin..];
    rest[..rest.find('<').expect("an end")].to_owned()
}

async fn kept(app: &TestApp) -> i64 {
    sqlx::query_scalar("select count(*) from pushes")
        .fetch_one(app.backend.pool())
        .await
        .expect("a count")
}

/// A push as AIRudder sends it: no session, no origin.
async fn push(app: &TestApp, path: &str, body: Vec<u8>) -> StatusCode {
    let request = app.anonymous().request(Method::POST, path).body(body);
    let request = request
        .header("user-agent", "Airudder")
        .header("content-type", "application/json");
    request.send().await.expect("an answer").status()
}

#[sqlx::test(migrations = "./migrations")]
async fn the_address_is_made_by_an_administrator_and_shown_once(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let before = visible_text(&administrator.get("/settings").await.page());
    assert!(before.contains("There is no address yet."), "{before}");
    let address = make_address(&administrator).await;
    let page = administrator.get("/settings").await.page();
    assert!(!page.contains("/hooks/airudder/"), "it is shown once");
    assert!(visible_text(&page).contains("No push has come to it yet."));
    assert_eq!(
        push(&app, &address, b"{}".to_vec()).await,
        StatusCode::NO_CONTENT
    );
    let words = visible_text(&administrator.get("/settings").await.page());
    assert!(words.contains("Last push: "), "{words}");
    let other = make_address(&administrator).await;
    assert_ne!(other, address);
    assert_eq!(
        push(&app, &address, b"{}".to_vec()).await,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        push(&app, &other, b"{}".to_vec()).await,
        StatusCode::NO_CONTENT
    );
    let member = app.member().await;
    let refused = member.post_form("/settings/pushes", &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(
        push(&app, &other, b"{}".to_vec()).await,
        StatusCode::NO_CONTENT
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn any_shape_is_taken_and_a_wrong_secret_is_not_found(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let address = make_address(&app.administrator().await).await;
    for body in [
        &b""[..],
        b"{}",
        b"not JSON",
        b"a=b&c=%00",
        b"\xff\x00\xfe",
        b"[[[[",
    ] {
        assert_eq!(
            push(&app, &address, body.to_vec()).await,
            StatusCode::NO_CONTENT
        );
    }
    assert_eq!(kept(&app).await, 6);
    let wrong = format!("/hooks/airudder/{}", "A".repeat(43));
    let longer = format!("{address}A");
    for path in [
        wrong.as_str(),
        "/hooks/airudder/x",
        &longer,
        "/hooks/airudder/%00",
    ] {
        assert_eq!(
            push(&app, path, b"{}".to_vec()).await,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    assert_eq!(kept(&app).await, 6, "nothing of them is kept");
    let read = app.anonymous().get(&address).await;
    assert_eq!(read.status, StatusCode::METHOD_NOT_ALLOWED);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn no_rule_for_browsers_refuses_a_push(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let address = make_address(&app.administrator().await).await;
    let requests = [
        ("origin", "https://api.airudder.com"),
        ("sec-fetch-site", "cross-site"),
        ("host", "another.example"),
    ];
    for (name, value) in requests {
        let request = app.anonymous().request(Method::POST, &address).body("{}");
        let answer = request.header(name, value).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::NO_CONTENT, "{name}: {value}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_push_that_is_too_long_is_refused_and_not_kept(pool: PgPool) {
    let limits = HttpLimits {
        push_bytes: 1_000,
        ..HttpLimits::default()
    };
    let app = TestApp::limited(pool, limits).await;
    let address = make_address(&app.administrator().await).await;
    assert_eq!(
        push(&app, &address, vec![b'x'; 1_000]).await,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        push(&app, &address, vec![b'x'; 1_001]).await,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_eq!(kept(&app).await, 1);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_sandbox_pushes_to_the_address(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let address = make_address(&administrator).await;
    let target: PushTarget = format!("{}{address}", app.address)
        .parse()
        .expect("an address");
    let settings = Settings {
        push_to: Some(target),
        options: SandboxOptions::parse("push=yes, push-twice=yes, call-duration=1ms")
            .expect("options"),
        ..Settings::default()
    };
    let (client, sandbox) = start_sandbox_as(settings).await;
    create_task(&client).await;
    let mut ticks = tokio::time::interval(std::time::Duration::from_millis(50));
    let came = async {
        // The number's push and the task's, each twice.
        while kept(&app).await < 4 {
            ticks.tick().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), came)
        .await
        .expect("four pushes within 30 seconds");
    sandbox.abort();
    app.stop().await;
}

/// A task of one number that answers at once.
async fn create_task(client: &airudder::Client) {
    let robots = client.robots().await.expect("robots");
    let task = airudder::CreateTask {
        task_name: "Week 48".to_owned(),
        schedule: airudder::Schedule::Immediately,
        robot_id: robots[0].id.clone(),
        sip_line: "line".to_owned(),
        repeat_interval: 0,
        repeat_number: 0,
        task_type: airudder::CreateTask::PROMOTION.to_owned(),
        perform: airudder::Perform::AllOrNothing,
        robot_method: None,
        async_create: None,
        dnc_switch: None,
        details: vec![airudder::Detail {
            mobile: "+628129000011".to_owned(),
            platform: "DIDI".to_owned(),
            customer: None,
            comments: None,
            robot_id: None,
            gender: None,
            extra_a: None,
            extra_b: None,
            extra_c: None,
        }],
    };
    client.create_task(&task).await.expect("a task");
}

#[sqlx::test(migrations = false)]
async fn the_log_has_the_template_of_the_address_and_never_the_secret(pool: PgPool) {
    let url = migrated(&pool).await;
    let variables = [
        ("DATABASE_URL", url.as_str()),
        ("COXSWAIN_ADDR", "127.0.0.1:0"),
    ];
    let mut running = Running::start(program(&["serve"], &variables));
    let address = running.address().await;
    assert!(
        add_member(&url, "ana@example.com", PASSWORD)
            .status
            .success()
    );
    // As base64url has it: the last of 43 letters stands for four bits.
    let secret = format!("{}A", &"S3cretOfThePushes".repeat(3)[..42]);
    sqlx::query(
        "insert into push_addresses (account_id, secret_hash, made_by, made_at) \
         select accounts.id, sha256(convert_to($1, 'UTF8')), users.id, now() from accounts, users",
    )
    .bind(&secret)
    .execute(&pool)
    .await
    .expect("an address");
    let caller = Anonymous::new(&address);
    let path = format!("/hooks/airudder/{secret}");
    for (path, method, status) in [
        (path.clone(), Method::POST, StatusCode::NO_CONTENT),
        (path.clone(), Method::GET, StatusCode::METHOD_NOT_ALLOWED),
        (format!("{path}x"), Method::POST, StatusCode::NOT_FOUND),
        // What is no address of pushes leads to the sign-in page, as everything else does.
        (format!("{path}/"), Method::POST, StatusCode::SEE_OTHER),
    ] {
        let answer = caller.send(caller.request(method, &path)).await;
        assert_eq!(answer.status, status, "{}", answer.text);
    }
    let Ended { success, log } = running.terminate().await;
    assert!(success, "{log}");
    assert!(
        log.contains("\"route\":\"/hooks/airudder/{secret}\""),
        "{log}"
    );
    assert!(!log.contains("S3cret"), "{log}");
}
