//! What is sent with the form of a new task, and what becomes of what was typed.

use crate::support::{SignedIn, TestApp, form_with_button, options, sheet, visible_text};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

/// What a person types into the form, beside the sheet.
async fn typed(member: &SignedIn) -> Vec<(String, String)> {
    let robot = options(&member.get("/tasks/new").await.page(), "robot")
        .remove(0)
        .0;
    let pairs = [
        ("name", "Kept name"),
        ("robot", robot.as_str()),
        ("line", "line-b"),
        ("when", "now"),
        ("redials", "3"),
        ("redial_minutes", "15"),
        ("platform", "KEPT"),
    ];
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
}

/// Sends the sheet with everything else good: the page that the person sees then, which must be the form again.
async fn refused(member: &SignedIn, file_name: &str, bytes: Vec<u8>) -> String {
    let typed = typed(member).await;
    let changes: Vec<_> = typed
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let answer = member
        .upload("/tasks/new", &changes, file_name, bytes)
        .await;
    assert!(
        answer.location().starts_with("/tasks/new?draft="),
        "{}",
        answer.location()
    );
    let page = member.get(answer.location()).await.page();
    let form = form_with_button(&page, "Review leads");
    for pair in &typed {
        assert!(
            form.fields.contains(pair),
            "{pair:?} was not kept: {:?}",
            form.fields
        );
    }
    assert!(visible_text(&page).contains("There is a problem"));
    page
}

#[sqlx::test(migrations = "./migrations")]
async fn an_empty_file_is_told_and_everything_typed_stays(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let page = refused(&app.member().await, "empty.csv", sheet("empty.csv")).await;
    assert!(
        visible_text(&page).contains("The file is empty."),
        "{}",
        visible_text(&page)
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_file_that_is_no_spreadsheet_is_told_and_everything_typed_stays(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let page = refused(&app.member().await, "leads.csv", sheet("not-a-sheet.csv")).await;
    assert!(
        visible_text(&page).contains("This is a picture, not a spreadsheet."),
        "{}",
        visible_text(&page)
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_file_that_is_too_large_is_told_and_everything_typed_stays(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let limit = usize::try_from(sheets::MAX_FILE_BYTES).unwrap();
    let page = refused(&app.member().await, "huge.csv", vec![b'x'; limit + 1]).await;
    assert!(
        visible_text(&page).contains("The limit is 64 MB"),
        "{}",
        visible_text(&page)
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn without_a_file_the_form_asks_for_one_and_everything_typed_stays(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let page = refused(&app.member().await, "", Vec::new()).await;
    assert!(
        visible_text(&page).contains("Choose your list"),
        "{}",
        visible_text(&page)
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_good_sheet_stays_while_another_field_is_fixed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let typed = typed(&member).await;
    let mut changes: Vec<_> = typed
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    changes.retain(|(name, _)| *name != "redials");
    changes.push(("redials", "99"));
    let answer = member
        .upload(
            "/tasks/new",
            &changes,
            "messy-300.csv",
            sheet("messy-300.csv"),
        )
        .await;
    let form = answer.location().to_owned();
    assert!(form.starts_with("/tasks/new?draft="), "{form}");
    assert!(visible_text(&member.get(&form).await.page()).contains("messy-300.csv"));
    let edits = member
        .upload(&form, &[("redials", "1")], "", Vec::new())
        .await;
    let review = visible_text(&member.get(edits.location()).await.page());
    assert!(review.contains("300 leads"), "{review}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_form_that_replaces_a_newer_draft_says_so_once(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let sheet = sheet("messy-300.csv");
    let draft = member.new_draft("First", "leads.csv", sheet).await;
    let form = draft.replace("/drafts/", "/tasks/new?draft=");
    let version = {
        let page = member.get(&form).await.page();
        let fields = form_with_button(&page, "Review leads").fields;
        let version = fields.into_iter().find(|(name, _)| name == "version");
        version.expect("the form says its version").1
    };
    let words = "Your version replaced a newer one";
    for (name, is_told) in [("Second", false), ("Third", true)] {
        let changes = [("name", name), ("version", version.as_str())];
        let answer = member.upload(&form, &changes, "", Vec::new()).await;
        let page = visible_text(&member.get(answer.location()).await.page());
        assert_eq!(page.contains(words), is_told, "{page}");
        assert!(page.contains(name), "{page}");
    }
    let again = visible_text(&member.get(&draft).await.page());
    assert!(!again.contains(words), "{again}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_file_name_is_shown_without_its_folders(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member
        .new_draft(
            "Folders",
            "C:\\Users\\me\\secret\\leads.csv",
            sheet("messy-300.csv"),
        )
        .await;
    let page = member.get(&draft).await.page();
    assert!(page.contains("leads.csv") && !page.contains("secret"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_post_that_breaks_off_changes_nothing_and_says_so(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let body = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nHalf a";
    let request = member
        .request(Method::POST, "/tasks/new")
        .header("content-type", "multipart/form-data; boundary=x");
    let answer = member.send(request.body(body)).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(
        visible_text(&answer.text).contains("The upload stopped before the end."),
        "{}",
        answer.text
    );
    assert!(!member.get("/drafts").await.page().contains("Half a"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_draft_of_that_id_cannot_be_planted_by_a_form_that_is_no_upload(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let answer = member
        .post_form("/tasks/new", &[("name", "Not multipart")])
        .await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(
        visible_text(&answer.text).contains("Part of the form did not arrive"),
        "{}",
        answer.text
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_text_field_without_end_is_cut_and_refused(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let form = form_with_button(&member.get("/tasks/new").await.page(), "Review leads");
    let mut body = Form::new();
    for (name, value) in form.with(&[("name", &"n".repeat(1_000_000))]) {
        body = body.text(name, value);
    }
    let body = body.part("sheet", Part::bytes(Vec::new()).file_name(""));
    let answer = member
        .send(member.request(Method::POST, "/tasks/new").multipart(body))
        .await;
    let page = member.get(answer.location()).await.page();
    assert!(page.len() < 200_000, "{} characters are shown", page.len());
    assert!(visible_text(&page).contains("There is a problem"));
    app.stop().await;
}

/// What the script of the form is answered, as JSON.
async fn told_to_the_script(
    member: &SignedIn,
    changes: &[(&str, &str)],
    sheet: Vec<u8>,
) -> (StatusCode, serde_json::Value) {
    let request = member
        .filled_in("/tasks/new", changes, "leads.csv", sheet)
        .await;
    let (client, request) = request.build_split();
    let mut request = request.expect("a request");
    request
        .headers_mut()
        .insert("accept", "application/json".parse().expect("a type"));
    let answer = client.execute(request).await.expect("an answer");
    let status = answer.status();
    let text = answer.text().await.expect("a body");
    (
        status,
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}")),
    )
}

#[sqlx::test(migrations = "./migrations")]
async fn the_script_of_the_form_is_told_where_to_go_on_and_what_went_wrong(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let typed = typed(&member).await;
    let changes: Vec<_> = typed
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let (status, answer) = told_to_the_script(&member, &changes, sheet("messy-300.csv")).await;
    let to = answer["to"].as_str().expect("a page");
    assert_eq!(
        (status, to.starts_with("/a/test-account/drafts/")),
        (StatusCode::OK, true),
        "{answer}"
    );
    let (_, answer) = told_to_the_script(&member, &changes, sheet("empty.csv")).await;
    let to = answer["to"].as_str().expect("a page");
    let form = visible_text(&member.get(to).await.page());
    assert!(form.contains("The file is empty."), "{form}");

    let broken = member
        .request(Method::POST, "/tasks/new")
        .header("accept", "application/json")
        .header("content-type", "multipart/form-data; boundary=x")
        .body("--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nhalf");
    let broken = member.send(broken).await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
    assert!(
        broken.text.contains("The upload stopped before the end."),
        "{}",
        broken.text
    );
    let stranger = app.anonymous();
    let request = stranger
        .request(Method::POST, "/tasks/new")
        .header("accept", "application/json");
    assert_eq!(
        stranger.send(request).await.status,
        StatusCode::UNAUTHORIZED
    );
    app.stop().await;
}
