//! How many files people may send.

use std::time::Duration;

use crate::support::{
    Answer, Raw, SHEET_BEGINS, SignedIn, TestApp, form_with_button, sheet, upload_begins,
    visible_text,
};
use backend::Role;
use backend::hourly::HourlyLimits;
use coxswain::web::limits::{HttpLimits, UploadLimits};
use reqwest::StatusCode;
use reqwest::multipart::{Form, Part};
use sqlx::PgPool;

fn limits(change: impl FnOnce(&mut UploadLimits)) -> HttpLimits {
    let mut limits = HttpLimits::default();
    change(&mut limits.upload);
    limits
}

/// Somebody in the middle of an upload: the program has begun to read the file.
async fn uploading(app: &TestApp, person: &SignedIn) -> Raw {
    let mut connection = Raw::connect(&app.address).await;
    // An upload that is not taken is answered only at its end: "100 Continue" tells that the handler reads.
    let begin = upload_begins(person, "/tasks/new", &[]);
    let begin = begin.replacen("\r\n", "\r\nExpect: 100-continue\r\n", 1);
    connection.send(begin).await;
    let head = connection.head().await;
    assert!(head.starts_with("HTTP/1.1 100 "), "{head}");
    connection.send(SHEET_BEGINS).await;
    connection
}

async fn upload(person: &SignedIn, name: &str) -> Answer {
    let changes = [("name", name)];
    let sheet = sheet("messy-300.csv");
    person
        .upload("/tasks/new", &changes, "leads.csv", sheet)
        .await
}

/// The answer must be the form with that name in it, and say that.
fn form_comes_back(answer: &Answer, name: &str, says: &str) {
    let form = form_with_button(&answer.text, "Review leads");
    let kept = ("name".to_owned(), name.to_owned());
    assert!(form.fields.contains(&kept), "{:?}", form.fields);
    let text = visible_text(&answer.text);
    assert!(text.contains(says), "{text}");
    assert_ne!(answer.header("retry-after"), "");
}

/// Uploads until it is taken: the program notices a little later that a client has left.
async fn until_taken(person: &SignedIn) {
    let trying = async {
        let mut ticks = tokio::time::interval(Duration::from_millis(20));
        while upload(person, "Again").await.status != StatusCode::SEE_OTHER {
            ticks.tick().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), trying)
        .await
        .expect("it is taken");
}

#[sqlx::test(migrations = "./migrations")]
async fn a_third_file_of_a_person_waits_for_one_of_the_two_under_way(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let one = uploading(&app, &member).await;
    let _two = uploading(&app, &member).await;
    let answer = upload(&member, "A third one").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    form_comes_back(
        &answer,
        "A third one",
        "Coxswain is still reading 2 files of yours.",
    );

    let other = app.administrator().await;
    let answer = upload(&other, "Of somebody else").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);

    drop(one);
    until_taken(&member).await;
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn more_files_of_a_person_than_an_hour_allows_are_told_how_long_to_wait(pool: PgPool) {
    let app = TestApp::limited(pool, limits(|upload| upload.per_hour = 1)).await;
    let member = app.member().await;
    assert_eq!(upload(&member, "First").await.status, StatusCode::SEE_OTHER);
    let answer = upload(&member, "Second").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    form_comes_back(&answer, "Second", "You uploaded 1 file within an hour");
    let seconds: u32 = answer.header("retry-after").parse().expect("seconds");
    assert!((1..=3600).contains(&seconds), "{seconds}");

    // A form without a file is no upload.
    let page = form_with_button(&answer.text, "Review leads");
    let mut body = Form::new();
    for (name, value) in page.with(&[("name", "Only typed")]) {
        body = body.text(name, value);
    }
    let body = body.part("sheet", Part::bytes(Vec::new()).file_name(""));
    let request = member.request(reqwest::Method::POST, "/tasks/new");
    let saved = member.send(request.multipart(body)).await;
    let page = member.get(saved.location()).await.page();
    assert!(page.contains("Only typed"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_is_too_often_within_an_hour_is_answered_with_how_long_to_wait(pool: PgPool) {
    let limits = HourlyLimits {
        checks: 1,
        downloads: 1,
        number_searches: 1,
    };
    let app = TestApp::hourly(pool, limits).await;
    let member = app.member().await;
    let draft = member
        .new_draft("Task", "messy-300.csv", sheet("messy-300.csv"))
        .await;
    let file = format!("{draft}/rows-to-fix");
    for path in [&*file, "/tasks?q=35088"] {
        assert_eq!(member.get(path).await.status, StatusCode::OK, "{path}");
        let refused = member.get(path).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS, "{path}");
        let text = visible_text(&refused.text);
        assert!(
            text.contains("within an hour, which is the limit. Wait"),
            "{text}"
        );
    }
    let seconds: u32 = member
        .get(&file)
        .await
        .header("retry-after")
        .parse()
        .expect("seconds");
    assert!((1..=3600).contains(&seconds), "{seconds}");
    let log = app.audit_log().await;
    assert!(log.contains("Was refused a file: there were too many within an hour."));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn everybodys_files_under_way_together_have_a_bound(pool: PgPool) {
    let app = TestApp::limited(pool, limits(|upload| upload.in_all = 1)).await;
    let member = app.member().await;
    let one = uploading(&app, &member).await;
    app.add_person("other@example.com", Role::Launcher).await;
    let other = app.anonymous();
    let other = other
        .sign_in("other@example.com", crate::support::PASSWORD)
        .await;
    let answer = upload(&other, "Another").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    form_comes_back(
        &answer,
        "Another",
        "Other people are uploading 1 file right now.",
    );
    drop(one);
    until_taken(&other).await;
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn no_file_is_taken_where_there_is_no_room_on_the_disk(pool: PgPool) {
    let app = TestApp::limited(pool, limits(|upload| upload.free_bytes = u64::MAX)).await;
    let answer = upload(&app.member().await, "Large").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    form_comes_back(&answer, "Large", "disk is full");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn fixed_rows_count_as_a_file_too(pool: PgPool) {
    let app = TestApp::limited(pool, limits(|upload| upload.per_hour = 1)).await;
    let member = app.member().await;
    let draft = member
        .new_draft("Rows", "leads.csv", sheet("messy-300.csv"))
        .await;
    let part = Part::bytes(sheet("messy-300.csv")).file_name("rows.csv");
    let request = member.request(reqwest::Method::POST, &format!("{draft}/rows-to-fix"));
    let answer = member
        .send(request.multipart(Form::new().part("sheet", part)))
        .await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_ne!(answer.header("retry-after"), "");
    let text = visible_text(&answer.text);
    assert!(
        text.contains("You uploaded 1 file within an hour"),
        "{text}"
    );
    app.stop().await;
}
