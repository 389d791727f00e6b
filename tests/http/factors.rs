//! Second factors, by somebody whose browser runs no scripts.

use reqwest::{Method, StatusCode};
use sqlx::PgPool;
use totp_rs::{Builder, Secret};

use crate::support::{Answer, PASSWORD, SignedIn, TestApp, form_that_posts_to, visible_text};

/// Three leads.
const LIST: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+62812343062\nDewi,+62812343063\n";

const EMAIL: &str = "member@example.com";

/// The text of the element with that `id`.
fn text_of<'a>(page: &'a str, id: &str) -> &'a str {
    let (_, after) = page
        .split_once(&format!("id=\"{id}\""))
        .expect("the element");
    let (_, text) = after.split_once('>').expect("its text");
    text.split('<').next().expect("its end")
}

/// The code that an app with that key shows so many steps from now.
fn code(key: &str, steps: u64) -> String {
    let secret = Secret::try_from_base32(key.replace(' ', "")).expect("a key");
    let app = Builder::new().with_secret(secret).build().expect("an app");
    let now = coxswain::web::clock::now().as_second().unsigned_abs();
    app.generate(now + 30 * steps).to_string()
}

/// Sets up an authenticator app; its key, and the page with the recovery codes.
async fn set_up_app(person: &SignedIn) -> (String, String) {
    let page = person.get("/profile/second-factor").await.page();
    let begun = person.press(&page, "Use an authenticator app").await;
    let page = person.get(begun.location()).await.page();
    let key = text_of(&page, "app-key").to_owned();
    let wrong = person
        .press_with(&page, "Finish", &[("code", "000000")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    assert!(visible_text(&wrong.text).contains("This code is wrong"));
    let done = person
        .press_with(&page, "Finish", &[("code", &code(&key, 0))])
        .await;
    (key, done.page())
}

fn recovery_codes(page: &str) -> Vec<String> {
    let list = page.split("id=\"recovery-codes\"").nth(1).expect("a list");
    let list = list.split("</ol>").next().expect("its end");
    let codes = list.split("<code").skip(1);
    codes
        .filter_map(|rest| Some(rest.split_once('>')?.1.split('<').next()?.to_owned()))
        .collect()
}

async fn stale_sessions(app: &TestApp, hours: i32) {
    sqlx::query(
        "update tower_sessions.session set confirmed_at = now() - make_interval(hours => $1)",
    )
    .bind(hours)
    .execute(app.backend.pool())
    .await
    .expect("sessions");
}

async fn try_code(person: &crate::support::Anonymous, code: &str) -> Answer {
    person
        .post_form("/sign-in/second-factor", &[("code", code)])
        .await
}

#[sqlx::test(migrations = "./migrations")]
async fn the_second_factor_follows_the_password_and_nothing_opens_before(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let (key, page) = set_up_app(&member).await;
    let codes = recovery_codes(&page);
    assert_eq!(codes.len(), 10, "{codes:?}");
    assert_eq!(
        member.get("/tasks").await.status,
        StatusCode::OK,
        "this session goes on"
    );

    let browser = app.anonymous();
    let answer = browser.try_sign_in(EMAIL, PASSWORD).await;
    assert_eq!(answer.location(), "/sign-in/second-factor");
    for (method, template) in app.paths() {
        let is_open = ["/sign-in", "/setup", "/link", "/language", "/hooks"]
            .iter()
            .any(|open| template.starts_with(open));
        if is_open {
            continue;
        }
        let path = template.replace("{id}", "0195b8a0-0000-7000-8000-000000000000");
        let method: Method = method.parse().expect("a method");
        let answer = browser.send(browser.request(method.clone(), &path)).await;
        assert!(answer.location().starts_with("/sign-in"), "{method} {path}");
    }
    let page = browser.get("/sign-in/second-factor").await.page();
    assert!(visible_text(&page).contains("One more step"));
    let way_out = "<a href=\"/sign-in\">Sign in as someone else";
    assert!(page.contains(way_out), "{page}");
    let wrong = try_code(&browser, "000000").await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    assert!(visible_text(&wrong.text).contains("wrong or was used already"));
    assert_eq!(
        try_code(&browser, &code(&key, 1)).await.location(),
        "/tasks"
    );
    assert_eq!(browser.get("/tasks").await.status, StatusCode::OK);

    // A recovery code in the place of the app, once.
    for (place, works) in [(0, true), (0, false), (1, true)] {
        let browser = app.anonymous();
        browser.try_sign_in(EMAIL, PASSWORD).await;
        let answer = try_code(&browser, &codes[place]).await;
        let status = if works {
            StatusCode::SEE_OTHER
        } else {
            StatusCode::UNAUTHORIZED
        };
        assert_eq!(answer.status, status, "{place}");
    }
    let page = visible_text(&member.get("/profile").await.page());
    assert!(page.contains("8 recovery codes are left"), "{page}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn whoever_needs_a_second_factor_sets_one_up_before_anything_else(pool: PgPool) {
    let app = TestApp::requiring_second_factors(pool).await;
    let member = app.member().await;
    for path in ["/tasks", "/tasks/new", "/profile", "/settings"] {
        assert_eq!(
            member.get(path).await.location(),
            "/profile/second-factor",
            "{path}"
        );
    }
    let upload = member.request(Method::POST, "/tasks/new").body("sheet");
    assert_eq!(
        member.send(upload).await.location(),
        "/profile/second-factor"
    );
    let script = member.call(Method::POST, "/api/robots/refresh").await;
    assert_eq!(script.status, StatusCode::FORBIDDEN);
    let page = visible_text(&member.get("/profile/second-factor").await.page());
    assert!(page.contains("you cannot use anything else"), "{page}");
    set_up_app(&member).await;
    assert_eq!(member.get("/tasks").await.status, StatusCode::OK);
    let page = member.get("/profile").await.page();
    let refused = member.press(&page, "Remove").await;
    let page = visible_text(&member.get(refused.location()).await.page());
    assert!(page.contains("You need a second factor"), "{page}");
    app.add_person("viewer@example.com", backend::Role::Viewer)
        .await;
    let viewer = app
        .anonymous()
        .sign_in("viewer@example.com", PASSWORD)
        .await;
    assert_eq!(viewer.get("/tasks").await.status, StatusCode::OK);
    app.stop().await;
}

/// Answers the page that asks, which leads back.
async fn confirm(person: &SignedIn, page: &str, changes: &[(&str, &str)]) -> String {
    let asked = person.get(page).await.page();
    let wrong = person
        .press_with(&asked, "Confirm", &[("current", "wrong")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [&[("current", PASSWORD)], changes].concat();
    person
        .press_with(&asked, "Confirm", &fields)
        .await
        .location()
        .to_owned()
}

#[sqlx::test(migrations = "./migrations")]
async fn a_submission_after_12_hours_asks_first_and_happens_once(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let member = app.member().await;
    let draft = member.new_draft("Offer", "offer.csv", LIST.into()).await;
    let checked = member.check(&draft).await;
    let fresh = member.launch(&checked).await;
    stale_sessions(&app, 13).await;
    let launch = format!("{draft}/launch");
    let page = member.get(&launch).await.page();
    assert!(page.contains("Confirm it is you") && !page.contains("/api/drafts/submit"));
    // A page that was opened before, too.
    let form = form_that_posts_to(&fresh, "/api/drafts/submit");
    let request = member
        .request(Method::POST, &form.action)
        .form(&form.with(&[]));
    let request = request.header("referer", format!("{}{launch}", app.address));
    let asked = member.send(request).await.location().to_owned();
    assert!(asked.starts_with("/confirm?next="), "{asked}");
    let tasks = async || -> i64 {
        let counted = sqlx::query_scalar("select count(*) from tasks");
        counted.fetch_one(&pool).await.expect("a count")
    };
    assert_eq!(tasks().await, 0);
    assert_eq!(confirm(&member, &asked, &[]).await, launch);
    assert_eq!(tasks().await, 0, "confirming submits nothing");
    let page = member.get(&launch).await.page();
    let task = member.press_launch(&page, &[]).await.location().to_owned();
    let again = member.press_launch(&page, &[]).await.location().to_owned();
    assert_eq!((tasks().await, task), (1, again));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_session_in_which_a_factor_was_added_goes_on_after_confirming(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let (_, page) = set_up_app(&member).await;
    let code = recovery_codes(&page).remove(0);
    let page = "/confirm?next=%2Fdrafts";
    assert_eq!(confirm(&member, page, &[("code", &code)]).await, "/drafts");
    assert_eq!(member.get("/drafts").await.status, StatusCode::OK);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn in_a_new_browser_the_first_submission_asks_and_the_next_does_not(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let (_, page) = set_up_app(&member).await;
    let codes = recovery_codes(&page);
    let draft = member.new_draft("Offer", "offer.csv", LIST.into()).await;
    member.check(&draft).await;
    let launch = format!("{draft}/launch");
    let browser = app.anonymous();
    browser.try_sign_in(EMAIL, PASSWORD).await;
    assert_eq!(try_code(&browser, &codes[0]).await.location(), "/tasks");
    let page = browser.get(&launch).await.page();
    assert!(
        !page.contains("/api/drafts/submit"),
        "a browser that was never used"
    );
    let asked = browser.get("/confirm?next=/tasks").await.page();
    let form = form_that_posts_to(&asked, "/confirm");
    let fields = form.with(&[("current", PASSWORD), ("code", &codes[1])]);
    let confirmed = browser.request(Method::POST, "/confirm").form(&fields);
    assert_eq!(browser.send(confirmed).await.location(), "/tasks");
    let log = app.audit_log().await;
    assert!(
        log.contains("Signed in with a password and a recovery code."),
        "{log}"
    );
    assert!(
        browser
            .get(&launch)
            .await
            .page()
            .contains("/api/drafts/submit")
    );
    // Signed out and in again, the browser is known.
    browser.post_form("/sign-out", &[]).await;
    browser.try_sign_in(EMAIL, PASSWORD).await;
    assert_eq!(try_code(&browser, &codes[2]).await.location(), "/tasks");
    assert!(
        browser
            .get(&launch)
            .await
            .page()
            .contains("/api/drafts/submit")
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn settings_and_people_ask_after_an_hour_and_what_was_typed_comes_back(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let admin = app.administrator().await;
    let page = admin.get("/settings").await.page();
    stale_sessions(&app, 2).await;
    assert_eq!(
        admin.get("/settings/people").await.location(),
        "/confirm?next=%2Fsettings%2Fpeople"
    );
    let form = form_that_posts_to(&page, "/settings");
    let request = admin
        .request(Method::POST, "/settings")
        .form(&form.with(&[("name", "Typed")]));
    let request = request.header("referer", format!("{}/settings", app.address));
    let asked = admin.send(request).await.location().to_owned();
    let back = confirm(&admin, &asked, &[]).await;
    let page = admin.get(&back).await.page();
    assert!(page.contains("value=\"Typed\""), "{back}");
    let name: String = sqlx::query_scalar("select name from accounts")
        .fetch_one(app.backend.pool())
        .await
        .expect("an account");
    assert_eq!(name, "Test account");
    let script = admin.call(Method::POST, "/api/people/disable").await;
    assert_ne!(script.status, StatusCode::FORBIDDEN, "confirmed by now");
    stale_sessions(&app, 2).await;
    let script = admin.call(Method::POST, "/api/people/disable").await;
    assert_eq!(script.status, StatusCode::FORBIDDEN);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn factors_are_changed_by_whoever_confirmed_within_ten_minutes(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    set_up_app(&member).await;
    stale_sessions(&app, 1).await;
    for path in [
        "/profile/second-factor",
        "/profile/recovery-codes",
        "/profile/passkeys",
    ] {
        let answer = member.post_form(path, &[]).await;
        let asks = answer.status == StatusCode::METHOD_NOT_ALLOWED
            || answer.location().starts_with("/confirm?next=");
        assert!(asks, "{path} {}", answer.status);
    }
    let answer = member.post_form("/api/profile/remove-app", &[]).await;
    assert!(answer.location().starts_with("/confirm?next="));
    let page = visible_text(&member.get("/profile").await.page());
    assert!(page.contains("Authenticator app"), "{page}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_administrator_removes_factors_by_a_link_that_is_shown_once(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    set_up_app(&member).await;
    let admin = app.administrator().await;
    let page = admin.get("/settings/people").await.page();
    assert!(visible_text(&page).contains("has a second factor"));
    let shown = admin.press(&page, "Remove second factors").await.page();
    let link = text_of(&shown, "shown-once").to_owned();
    assert_eq!(
        member.get("/tasks").await.location(),
        "/sign-in?next=%2Ftasks"
    );
    let refused = app.anonymous().try_sign_in(EMAIL, PASSWORD).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    let browser = app.anonymous();
    let path = link.split_once("/link/").expect("a link").1;
    let page = browser.get(&format!("/link/{path}")).await.page();
    let form = form_that_posts_to(&page, "/link");
    let request = browser.request(Method::POST, "/link");
    let request = request.form(&form.with(&[("password", "another long password here")]));
    assert_eq!(browser.send(request).await.location(), "/tasks");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn passkeys_are_offered_where_browsers_make_them(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let page = app.anonymous().get("/sign-in").await.page();
    assert!(
        !page.contains("data-passkey"),
        "at a bare address there are none"
    );
    let refused = app
        .anonymous()
        .post_form("/sign-in/passkey/challenge", &[])
        .await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    app.stop().await;
}
