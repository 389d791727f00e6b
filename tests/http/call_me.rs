//! How somebody whose browser runs no scripts has their own number called first.

use crate::support::{
    Answer, SignedIn, TestApp, form_that_posts_to, form_with_button, options, value_of,
    visible_text,
};
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

const LIST: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+62812343062\n";

/// The person's own number as it is typed, and as the page writes it.
const TYPED: &str = "0812 335 089";
const SHOWN: &str = "Call +62 812 335 089 now";

async fn page(member: &SignedIn, path: &str) -> String {
    member.get(path).await.page()
}

/// Gives the person's number on that page; the page afterwards.
async fn save_number(member: &SignedIn, path: &str, number: &str) -> String {
    let asked = page(member, path).await;
    let answer = member
        .press_with(&asked, "Save number", &[("number", number)])
        .await;
    page(member, answer.location()).await
}

/// Presses the button that calls, some fields changed.
async fn call(member: &SignedIn, page: &str, action: &str, changes: &[(&str, &str)]) -> Answer {
    let form = form_that_posts_to(page, action);
    let fields = form.with(changes);
    let request = member.request(Method::POST, &form.action).form(&fields);
    member.send(request).await
}

fn expect_words(page: &str, expected: &[&str]) {
    let words = visible_text(page);
    for said in expected {
        assert!(words.contains(said), "{said}: {words}");
    }
}

#[sqlx::test(migrations = "./migrations")]
async fn a_person_is_called_first_with_the_values_of_a_row(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Week 47", "week.csv", LIST.into()).await;
    let review = page(&member, &draft).await;
    let path = format!("{draft}/call-me");
    assert!(review.contains(&format!("href=\"{path}\"")), "a way there");
    let row = page(&member, &format!("{draft}/leads/3")).await;
    assert!(
        row.contains(&format!("href=\"{path}?row=3\"")),
        "a way there"
    );

    expect_words(&page(&member, &path).await, &["Which number is yours?"]);
    let refused = save_number(&member, &path, "call me").await;
    expect_words(&refused, &["Which number is yours?"]);
    assert!(refused.contains("notice bad"), "{refused}");
    let shown = save_number(&member, &format!("{path}?row=3"), TYPED).await;
    let values = "Values of row 3, Rina.";
    let sandbox = "nobody is really called";
    expect_words(&shown, &["Call me first", values, SHOWN, sandbox]);

    let answer = call(&member, &shown, "/api/drafts/call-me", &[]).await;
    let task = answer.location().to_owned();
    let again = call(&member, &shown, "/api/drafts/call-me", &[]).await;
    assert_eq!(again.location(), task, "pressed twice");
    member.await_task(&task).await;
    let told = page(&member, &task).await;
    let sentence = "Submitted a test: one call of their own number.";
    let row = "Row 3 of week.csv";
    expect_words(&told, &["Test: Week 47", "Created", row, sentence]);
    assert!(told.contains(&format!("href=\"{draft}\"")), "a way back");
    assert!(!told.contains("/tasks/new?like"), "it is not repeated");

    let tasks = page(&member, "/tasks").await;
    expect_words(&tasks, &["No tasks yet"]);
    let tests = options(&tasks, "state").pop().expect("a filter");
    assert_eq!(tests, ("tests".to_owned(), "Tests".to_owned()));
    let tests = page(&member, "/tasks?state=tests").await;
    expect_words(&tests, &["Test: Week 47"]);
    let found = page(&member, "/tasks?q=35089").await;
    expect_words(&found, &["Test: Week 47", "•••• 5089"]);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_a_robot_is_to_say_is_typed_and_stays_where_it_is_refused(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let robots = options(&page(&member, "/tasks/new").await, "robot");
    let robot = robots
        .iter()
        .find(|(_, name)| name == "Promo akhir pekan ID v2");
    let robot = format!("/robots/{}", robot.expect("the robot").0);
    let path = format!("{robot}/call-me");
    let way = page(&member, &robot).await;
    assert!(way.contains(&format!("href=\"{path}\"")), "a way there");

    let shown = save_number(&member, &path, TYPED).await;
    expect_words(&shown, &["Call me first", SHOWN, "What the robot says"]);
    assert!(shown.contains("<blockquote lang=\"id-ID\">"), "{shown}");
    let long = "x".repeat(300);
    let values = [
        ("line", "line-b"),
        ("values[extra_a]", "Rp 50.000"),
        ("values[extra_b]", long.as_str()),
    ];
    let answer = call(&member, &shown, "/api/robots/call-me", &values).await;
    let refused = page(&member, answer.location()).await;
    expect_words(
        &refused,
        &["A value has 300 characters. Shorten it to 200."],
    );
    assert_eq!(value_of(&refused, "line"), "line-b");
    assert_eq!(value_of(&refused, "values[extra_a]"), "Rp 50.000");

    let shorter = [("values[extra_b]", "50")];
    let answer = call(&member, &refused, "/api/robots/call-me", &shorter).await;
    let task = answer.location().to_owned();
    member.await_task(&task).await;
    let told = page(&member, &task).await;
    expect_words(&told, &["Test: Promo akhir pekan ID v2", "line-b"]);
    assert!(told.contains(&format!("href=\"{robot}\"")), "a way back");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn at_night_nobody_is_called_without_a_tick(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.move_to_where_it_is(23).await;
    let member = app.member().await;
    let draft = member.new_draft("Night", "night.csv", LIST.into()).await;
    let shown = save_number(&member, &format!("{draft}/call-me"), TYPED).await;
    expect_words(&shown, &["you would be called now, at night"]);
    let answer = call(&member, &shown, "/api/drafts/call-me", &[]).await;
    let refused = page(&member, answer.location()).await;
    expect_words(
        &refused,
        &["Nobody was called. Tick “Call at night anyway”"],
    );
    let tick = [("at_night", "true")];
    let answer = call(&member, &refused, "/api/drafts/call-me", &tick).await;
    assert!(answer.location().starts_with("/tasks/"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_own_number_is_shown_to_its_person_only_and_there_are_no_tests_of_other_things(
    pool: PgPool,
) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Mine", "mine.csv", LIST.into()).await;
    let path = format!("{draft}/call-me");
    let shown = save_number(&member, &path, TYPED).await;
    let change = form_with_button(&shown, "Save number");
    assert_eq!(change.action, "/api/own-number");
    let administrator = app.administrator().await;
    let other = page(&administrator, &path).await;
    expect_words(&other, &["Which number is yours?"]);
    assert!(!other.contains("335 089") && !other.contains("335089"));
    let unknown = "0195b8a0-0000-7000-8000-000000000000";
    for path in [
        format!("/drafts/{unknown}/call-me"),
        "/drafts/x/call-me".to_owned(),
        "/robots/nobody/call-me".to_owned(),
    ] {
        assert_eq!(
            member.get(&path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    // Where a number was saved from elsewhere, nobody is led out of this site.
    let fields = [("number", TYPED), ("back", "//evil.example/call-me")];
    let answer = member.post_form("/api/own-number", &fields).await;
    assert_eq!(answer.location(), "/tasks");
    app.stop().await;
}
