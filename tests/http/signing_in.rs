//! Who gets in, and how.

use crate::support::{PASSWORD, TestApp, visible_text};
use backend::Role;
use reqwest::{Method, StatusCode};
use sqlx::PgPool;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

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
    app.add_person("member@example.com", Role::Member).await;
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
    app.add_person("member@example.com", Role::Member).await;
    app.add_person("another@example.com", Role::Member).await;
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
        visible_text(&limited.text).contains("Wait 15 minutes"),
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
async fn after_thirty_failures_an_address_waits_whoever_is_tried(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Member).await;
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
    app.add_person("member@example.com", Role::Member).await;
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
async fn signing_out_ends_the_session_for_good(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let session = member
        .try_sign_in("member@example.com", PASSWORD)
        .await
        .session_id()
        .to_owned();
    assert_eq!(
        member.post_form("/sign-out", &[]).await.location(),
        "/sign-in"
    );
    let request = app
        .anonymous()
        .request(Method::GET, "/tasks")
        .header("cookie", format!("coxswain={session}"));
    assert_eq!(
        member.send(request).await.location(),
        "/sign-in?next=%2Ftasks"
    );
    app.stop().await;
}

/// Reads what the server has sent so far up to the end of a head.
async fn read_head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.expect("a head"));
    }
    String::from_utf8(head).expect("text")
}

/// Signs a person out at `other` while a slow request of theirs is under way at `app`: where the session leads afterwards.
async fn sign_out_meanwhile(app: &TestApp, other: &TestApp) -> String {
    app.add_person("member@example.com", Role::Member).await;
    let signed_in = app
        .anonymous()
        .try_sign_in("member@example.com", PASSWORD)
        .await;
    let session = format!("coxswain={}", signed_in.session_id());

    // The first request of a session writes its use down when it ends.
    let body = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nSlow\r\n--x--\r\n";
    let host = app.address.trim_start_matches("http://");
    let mut slow = TcpStream::connect(host).await.expect("a connection");
    let head = format!(
        "POST /tasks/new HTTP/1.1\r\nHost: {host}\r\nCookie: {session}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    slow.write_all(head.as_bytes()).await.expect("it listens");
    // The server asks for the body once it has seen who sends it.
    assert!(read_head(&mut slow).await.contains("100 Continue"));

    let member = other.anonymous();
    let out = member.request(Method::POST, "/sign-out");
    let out = member.send(out.header("cookie", &session)).await;
    assert_eq!(out.location(), "/sign-in");
    slow.write_all(body.as_bytes()).await.expect("it listens");
    assert!(read_head(&mut slow).await.contains("303 See Other"));

    let thief = app.anonymous();
    let request = thief.request(Method::GET, "/tasks");
    let answer = thief.send(request.header("cookie", session)).await;
    answer.location().to_owned()
}

#[sqlx::test(migrations = "./migrations")]
async fn a_slow_request_does_not_undo_that_its_person_signed_out(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let led_to = sign_out_meanwhile(&app, &app).await;
    assert_eq!(led_to, "/sign-in?next=%2Ftasks");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_slow_request_does_not_undo_a_sign_out_at_another_server_of_the_same_database(
    pool: PgPool,
) {
    let app = TestApp::start(pool.clone()).await;
    let other = TestApp::start(pool).await;
    let led_to = sign_out_meanwhile(&app, &other).await;
    assert_eq!(led_to, "/sign-in?next=%2Ftasks");
    app.stop().await;
    other.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn signing_out_makes_the_browser_drop_the_cookie_over_https_too(pool: PgPool) {
    let app = TestApp::start_at(pool, "https").await;
    app.add_person("member@example.com", Role::Member).await;
    let browser = app.anonymous();
    let signed_in = browser.try_sign_in("member@example.com", PASSWORD).await;
    let cookie = format!("__Host-coxswain={}", signed_in.session_id());
    let request = browser
        .request(Method::POST, "/sign-out")
        .header("cookie", cookie);
    let lines: Vec<_> = browser
        .send(request)
        .await
        .headers
        .get_all("set-cookie")
        .into_iter()
        .cloned()
        .collect();
    let dropped = lines.iter().any(|line| {
        let line = line.to_str().unwrap();
        line.starts_with("__Host-coxswain=;")
            && line.contains("Max-Age=0")
            && line.contains("Secure")
    });
    assert!(dropped, "{lines:?}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn over_http_the_cookie_is_hidden_from_scripts_and_other_sites(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Member).await;
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
    app.add_person("member@example.com", Role::Member).await;
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
        "max-age=31536000"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn signing_in_leads_back_to_the_page_that_was_asked_for(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("member@example.com", Role::Member).await;
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
    app.add_person("member@example.com", Role::Member).await;
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
    app.add_person("member@example.com", Role::Member).await;
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
