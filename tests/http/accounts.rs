//! Several accounts: their addresses, the way from one to another, and that one is nothing to a person of another.

use backend::Role;
use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode};
use sqlx::PgPool;
use uuid::Uuid;

use crate::support::{PASSWORD, SignedIn, TestApp, form_with_button};

const LIST: &str = "Customer,Mobile\nBudi,+628123350881\nRina,+628123350882\n";

/// What stands for the second account in addresses.
const OTHER: &str = "/a/other";

/// What everybody may ask for who is signed in, whatever account stands before it: it is of none.
const OF_NO_ACCOUNT: [&str; 13] = [
    "/",
    "/language",
    "/sign-in",
    "/sign-in/second-factor",
    "/sign-in/passkey",
    "/sign-in/passkey/challenge",
    "/sign-out",
    "/setup",
    "/link",
    "/link/{key}",
    "/healthz",
    "/readyz",
    "/pkg/{*name}",
];

/// Where an address has a place for something that is of no account, or of every one.
const PLACES_OF_NO_ACCOUNT: [&str; 6] = [
    "/link/{key}",
    "/hooks/airudder/{secret}",
    "/pkg/{*name}",
    "/settings/calling-rules/{country}/{sector}",
    "/settings/erasures/{id}",
    "/settings/erasures/{id}/receipt.txt",
];

/// The address of a route with ids of the first account in it: fails where it has a place for an id that no walk knows.
fn with_ids(route: &str, draft: &str, task: &str) -> String {
    let address = route
        .replace("/tasks/{id}", task)
        .replace("/drafts/{id}", draft)
        .replace("/robots/{id}", "/robots/of-the-first")
        .replace("{row}", "2");
    let is_known = !address.contains('{') || PLACES_OF_NO_ACCOUNT.contains(&route);
    assert!(is_known, "{route}: put an id of the first account there");
    address
}

impl TestApp {
    /// A second account, and what an administrator sees of making it.
    pub async fn add_other_account(&self, administrator: &SignedIn) {
        let page = administrator.get("/settings/accounts").await.page();
        let made = administrator
            .press_with(
                &page,
                "Add account",
                &[
                    ("name", "Other"),
                    ("country", "MX"),
                    ("result_days", "90"),
                    ("draft_days", "30"),
                    ("unused_columns", "drop"),
                ],
            )
            .await;
        assert_eq!(made.location(), "/a/other/settings");
        let settings = administrator.get("/a/other/settings").await.page();
        assert!(
            settings.contains("The account “Other” was added"),
            "{settings}"
        );
    }

    /// Somebody who works in the second account alone, signed in.
    pub async fn person_of_other(&self, email: &str, role: Role) -> SignedIn {
        let other = self.installation.with_slug("other").expect("the account");
        self.add_person_to(&other.backend, email, role).await;
        let anonymous = self.anonymous();
        let answer = anonymous.try_sign_in(email, PASSWORD).await;
        assert_eq!(answer.location(), "/a/other/tasks");
        let cookie = answer.cookie().expect("a session").split(';').next();
        SignedIn::of(anonymous, cookie.unwrap_or_default())
    }
}

/// The id at the end of a path.
fn id_of(path: &str) -> &str {
    path.rsplit('/').next().expect("an id")
}

#[sqlx::test(migrations = "./migrations")]
async fn nothing_of_an_account_is_shown_to_a_person_of_another(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let administrator = app.administrator().await;
    let (draft, task) = draft_and_task(&administrator).await;
    app.add_other_account(&administrator).await;
    let stranger = app
        .person_of_other("dewi@example.com", Role::Launcher)
        .await;
    add_robot_of_the_first(&pool).await;
    let before = rows(&pool).await;
    let mut asked = 0;
    for (method, route) in app.paths() {
        if OF_NO_ACCOUNT.contains(&route.as_str()) || route.starts_with("/hooks/") {
            continue;
        }
        let ids = with_ids(&route, &draft, &task).replace("{id}", "ID");
        let method: Method = method.parse().expect("a method");
        let fields = [
            ("draft", id_of(&draft)),
            ("task", id_of(&task)),
            ("batch", "1"),
        ];
        // The first account and one that is not there answer alike.
        for account in ["/a/test-account", "/a/nowhere"] {
            let address = format!("{account}{ids}");
            let request = stranger.request(method.clone(), &address).form(&fields);
            let answer = stranger.send(request).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {address}");
            asked += 1;
        }
        // In their own account the ids of the other one are unknown.
        if method == Method::GET && route.contains("{id}") {
            let answer = stranger.get(&format!("{OTHER}{ids}")).await;
            let is_unknown = match route.as_str() {
                // Where rows were before, an address leads to where they are now, whatever id it has.
                "/drafts/{id}/rows-to-mend" => answer.status.is_redirection(),
                // For administrators, whose walk is the next one: refused before anybody looks at the id.
                "/robots/{id}/results" => answer.status == StatusCode::FORBIDDEN,
                _ => answer.status == StatusCode::NOT_FOUND,
            };
            assert!(is_unknown, "{route}: {} {}", answer.status, answer.text);
        }
    }
    assert!(asked > 200, "{asked} requests");
    assert_eq!(rows(&pool).await, before, "nothing was changed");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn no_form_and_no_page_of_an_account_takes_an_id_of_another(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    // Who may do everything in both accounts: nothing is refused for another reason.
    let administrator = app.administrator().await;
    let (draft, task) = draft_and_task(&administrator).await;
    app.add_other_account(&administrator).await;
    add_robot_of_the_first(&pool).await;
    let before = rows(&pool).await;
    let mut posted = Vec::new();
    for (method, route) in app.paths() {
        let ids = with_ids(&route, &draft, &task);
        // Where rows were before, an address leads to where they are now, whatever id it has.
        if ids == route || ids.contains('{') || route.ends_with("/rows-to-mend") {
            continue;
        }
        let method: Method = method.parse().expect("a method");
        let request = administrator.request(method.clone(), &format!("{OTHER}{ids}"));
        let request = match (method == Method::GET, route.ends_with("/rows-to-fix")) {
            (true, _) => request,
            (false, true) => {
                let part = Part::text(LIST).file_name("rows.csv");
                request.multipart(Form::new().part("sheet", part))
            }
            (false, false) => request.form(&[("draft", id_of(&draft)), ("version", "1")]),
        };
        let answer = administrator.send(request).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {route}");
        if method == Method::POST {
            posted.push(route);
        }
    }
    assert_eq!(posted.len(), 4, "{posted:?}");
    assert_eq!(rows(&pool).await, before, "nothing was changed");
    let results = "select count(*) from robot_results where robot_id = 'of-the-first'";
    let results: i64 = sqlx::query_scalar(results)
        .fetch_one(&pool)
        .await
        .expect("a number");
    assert_eq!(results, 0);
    app.stop().await;
}

/// The provider of tests shows every account the same robots: this one is of the first account alone.
async fn add_robot_of_the_first(pool: &PgPool) {
    let robot = "insert into robots (account_id, robot_id, position, name, variables, raw, detailed_at) \
         select account_id, 'of-the-first', 99, name, variables, raw, detailed_at from robots \
         where account_id = (select id from accounts where slug = 'test-account') limit 1";
    let added = sqlx::query(robot).execute(pool).await.expect("a robot");
    assert_eq!(added.rows_affected(), 1);
}

/// A draft, and a task that was submitted.
async fn draft_and_task(person: &SignedIn) -> (String, String) {
    let draft = person.new_draft("Open", "list.csv", LIST.into()).await;
    let sent = person.new_draft("Sent", "list.csv", LIST.into()).await;
    let review = person.check(&sent).await;
    let task = person.submit(&review, &[]).await;
    (draft, task)
}

/// What could have been changed of the first account.
async fn rows(pool: &PgPool) -> (i64, i64, i64, String) {
    sqlx::query_as(
        "select (select sum(version)::bigint from drafts), (select count(*) from tasks), (select count(*) from parts), \
         (select string_agg(name || zone, ',' order by name) from accounts)",
    )
    .fetch_one(pool)
    .await
    .expect("counts")
}

#[sqlx::test(migrations = "./migrations")]
async fn a_form_stays_in_the_account_of_its_page_whatever_another_tab_shows(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let administrator = app.administrator().await;
    app.add_other_account(&administrator).await;
    let in_first = administrator.get("/a/test-account/settings").await.page();
    let in_other = administrator.get("/a/other/settings").await.page();
    for (page, account) in [(&in_first, "First renamed"), (&in_other, "Other renamed")] {
        let form = form_with_button(page, "Save settings");
        assert!(form.action.ends_with("/settings"), "{}", form.action);
        let saved = administrator
            .press_with(page, "Save settings", &[("name", account)])
            .await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER);
    }
    let names: Vec<(String, String)> =
        sqlx::query_as("select slug, name from accounts order by slug")
            .fetch_all(&pool)
            .await
            .expect("the accounts");
    let expected = [
        ("other", "Other renamed"),
        ("test-account", "First renamed"),
    ];
    let names: Vec<(&str, &str)> = names
        .iter()
        .map(|(slug, name)| (&**slug, &**name))
        .collect();
    assert_eq!(names, expected);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn every_page_leads_to_the_other_accounts_of_its_person(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let alone = administrator.get("/tasks").await.page();
    assert!(!alone.contains("Switch account"), "with one account");
    assert_eq!(administrator.get("/").await.location(), "/tasks");
    app.add_other_account(&administrator).await;
    for short in ["/a/other", "/a/other/"] {
        assert_eq!(administrator.get(short).await.location(), "/a/other/tasks");
    }
    let page = administrator.get("/tasks").await.page();
    assert!(page.contains("Switch account") && page.contains("href=\"/a/other/tasks\""));
    let all = administrator.get("/").await.page();
    for words in [
        "Accounts",
        "Test account",
        "Other",
        "href=\"/a/other/tasks\"",
        "tasks today",
    ] {
        assert!(all.contains(words), "{words}: {all}");
    }
    // Whoever works in one account is led to it, and sees no other.
    let stranger = app.person_of_other("dewi@example.com", Role::Viewer).await;
    assert_eq!(stranger.get("/").await.location(), "/a/other/tasks");
    let page = stranger.get("/a/other/tasks").await.page();
    assert!(!page.contains("Switch account") && !page.contains("Test account"));
    assert_eq!(
        stranger.post_form("/sign-out", &[]).await.location(),
        "/sign-in"
    );
    assert_eq!(
        stranger.get("/a/other/tasks").await.location(),
        "/sign-in?next=%2Fa%2Fother%2Ftasks"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn addresses_from_before_lead_into_the_account_that_there_was(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let old = |method: Method, path: &str| {
        let request = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .expect("a client")
            .request(method, format!("{}{path}", app.address));
        request
            .header("cookie", administrator.cookie())
            .header("sec-fetch-site", "same-origin")
            .header("accept", "text/html")
    };
    let sent = async |method: Method, path: &str| {
        let answer = old(method, path).send().await.expect("an answer");
        let to = answer.headers().get("location");
        let to = to.and_then(|to| to.to_str().ok()).unwrap_or_default();
        (answer.status().as_u16(), to.to_owned())
    };
    let expected = (303, "/a/test-account/tasks?q=fleet".to_owned());
    assert_eq!(sent(Method::GET, "/tasks?q=fleet").await, expected);
    let expected = (307, "/a/test-account/settings".to_owned());
    assert_eq!(sent(Method::POST, "/settings").await, expected);
    app.add_other_account(&administrator).await;
    let expected = (303, "/a/test-account/drafts".to_owned());
    assert_eq!(sent(Method::GET, "/drafts").await, expected);
    // Which account a form without one is for cannot be known any more.
    assert_eq!(sent(Method::POST, "/settings").await.0, 409);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_person_without_a_role_is_told_whom_to_ask(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let administrator = app.administrator().await;
    app.add_person("eka@example.com", Role::Launcher).await;
    let people = administrator.get("/settings/people").await.page();
    let id: Uuid = sqlx::query_scalar("select id from users where email = 'eka@example.com'")
        .fetch_one(&pool)
        .await
        .expect("a person");
    assert!(people.contains("No role"));
    let fields = [("person", id.to_string()), ("role", "none".to_owned())];
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let changed = administrator.post_form("/api/people/role", &fields).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    let anonymous = app.anonymous();
    let answer = anonymous.try_sign_in("eka@example.com", PASSWORD).await;
    assert_eq!(answer.location(), "/");
    let page = anonymous.get("/").await.page();
    assert!(page.contains("You have no role in an account"), "{page}");
    assert_eq!(anonymous.get("/tasks").await.status, StatusCode::NOT_FOUND);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn nobody_is_told_which_accounts_there_are(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    app.add_other_account(&administrator).await;
    let member = app.person_of_other("dewi@example.com", Role::Viewer).await;
    let pages = [
        "/",
        "/tasks",
        "/healthz",
        "/sign-in",
        "/sign-out",
        "/setup",
        "/robots.txt",
        "/pkg/coxswain.css",
        "/link/key",
        "/api/drafts/submit",
    ];
    for page in pages {
        let told = async |browser: &crate::support::Anonymous, account: &str| {
            let answer = browser.get(&format!("/a/{account}{page}")).await;
            let location = answer.header("location").replace(account, "ACCOUNT");
            (
                answer.status,
                location,
                answer.text.replace(account, "ACCOUNT"),
            )
        };
        let stranger = app.anonymous();
        let there = told(&stranger, "other").await;
        assert_eq!(
            there,
            told(&stranger, "nowhere").await,
            "{page} of a stranger"
        );
        let there = told(&member, "test-account").await;
        assert_eq!(
            there,
            told(&member, "nowhere").await,
            "{page} of a member of another"
        );
        assert_eq!(there.0, StatusCode::NOT_FOUND, "{page}");
    }
    app.stop().await;
}
