//! The form of a new task: its list is kept when it is chosen, and nothing else is stored.

use crate::support::{SignedIn, TestApp, form_with_button, options, sheet, visible_text};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode, header};
use serde_json::Value;
use sqlx::PgPool;

const FEW: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+62812343062\n";

/// The form at that path, filled in, with a list; whose answer a script reads.
async fn by_script(
    member: &SignedIn,
    path: &str,
    changes: &[(&str, &str)],
    list: &'static [u8],
) -> (StatusCode, Value) {
    let request = member.filled_in(path, changes, "few.csv", list.to_vec());
    let request = request.await.header(header::ACCEPT, "application/json");
    let answer = member.send(request).await;
    let told = serde_json::from_str(&answer.text).unwrap_or_else(|_| panic!("{}", answer.text));
    (answer.status, told)
}

fn text<'a>(told: &'a Value, name: &str) -> &'a str {
    told[name].as_str().unwrap_or_default()
}

async fn drafts(member: &SignedIn) -> String {
    visible_text(&member.get("/drafts").await.page())
}

#[sqlx::test(migrations = "./migrations")]
async fn a_list_is_kept_when_it_is_chosen_and_the_form_learns_what_is_in_it(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let (status, told) =
        by_script(&member, "/tasks/new", &[("then", "keep")], FEW.as_bytes()).await;
    assert_eq!(status, StatusCode::OK, "{told}");
    let partials = member.call(Method::GET, text(&told, "to")).await;
    let drawn: Value = serde_json::from_str(&partials.text).unwrap();
    let html = drawn["elements"].to_string();
    for part in [
        "few.csv",
        "2 leads",
        "few week ",
        "Nothing in the list has to be fixed.",
    ] {
        assert!(html.contains(part), "{part} is missing: {html}");
    }
    assert!(
        !html.contains("Choose a robot."),
        "nobody has sent the form yet: {html}"
    );
    assert!(
        html.contains("Check with AIRudder"),
        "nothing of the list is in the way: {html}"
    );
    assert_eq!(
        text(&drawn, "said"),
        "few.csv is saved in a draft: 2 leads, 0 rows to fix."
    );
    assert!(drafts(&member).await.contains("few.csv"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_list_is_read_by_its_own_button_without_scripts(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let changes = [("then", "keep")];
    let file = sheet("messy-300.csv");
    let kept = member
        .upload("/tasks/new", &changes, "messy-300.csv", file)
        .await;
    let page = member.get(kept.location()).await.page();
    let words = visible_text(&page);
    assert!(
        words.contains("messy-300.csv") && words.contains("20 rows to fix"),
        "{words}"
    );
    assert!(!words.contains("There is a problem"), "{words}");
    let form = kept.location().replace("&kept=list", "");
    assert!(visible_text(&member.get(&form).await.page()).contains("There is a problem"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_form_without_a_list_or_a_name_is_not_stored_and_keeps_what_was_typed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let answer = member
        .upload(
            "/tasks/new",
            &[("redials", "7"), ("when", "today")],
            "",
            Vec::new(),
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = visible_text(&answer.text);
    for told in [
        "There is a problem",
        "Choose your list.",
        "Enter a task name.",
    ] {
        assert!(words.contains(told), "{words}");
    }
    let form = form_with_button(&answer.text, "Review leads");
    assert!(
        form.fields
            .contains(&("redials".to_owned(), "7".to_owned()))
    );
    assert!(drafts(&member).await.contains("No drafts"));
    let (status, told) = by_script(
        &member,
        "/tasks/new",
        &[("then", "keep")],
        b"Customer,Mobile\n",
    )
    .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        text(&told, "sentence").contains("no leads below the headers"),
        "{told}"
    );
    assert!(drafts(&member).await.contains("No drafts"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_form_that_is_saved_without_a_change_leaves_its_check_in_force(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Unchanged", "few.csv", FEW.into()).await;
    member.check(&draft).await;
    let form = draft.replace("/drafts/", "/tasks/new?draft=");
    assert_eq!(
        member.upload(&form, &[], "", Vec::new()).await.location(),
        draft
    );
    let page = member.get(&draft).await.page();
    assert!(
        visible_text(&page).contains("Submit 2 leads"),
        "{}",
        visible_text(&page)
    );
    let changed = [("redials", "1")];
    assert_eq!(
        member
            .upload(&form, &changed, "", Vec::new())
            .await
            .location(),
        draft
    );
    let page = visible_text(&member.get(&draft).await.page());
    assert!(!page.contains("Submit 2 leads"), "{page}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_check_is_asked_for_on_the_form_and_only_once_it_is_good(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member.get("/tasks/new").await.page();
    let robots = options(&page, "robot");
    let robot = robots
        .iter()
        .find(|(_, name)| name == "Fleet survey EN-IN")
        .unwrap();
    let changes = [("then", "check"), ("robot", robot.0.as_str())];
    let answer = member
        .upload("/tasks/new", &changes, "few.csv", FEW.into())
        .await;
    let form = answer.location().to_owned();
    assert!(form.starts_with("/tasks/new?draft="), "{form}");
    assert!(visible_text(&member.get(&form).await.page()).contains("Choose when to call."));
    let changes = [("then", "check"), ("when", "now")];
    let answer = member.upload(&form, &changes, "", Vec::new()).await;
    let draft = answer.location().to_owned();
    assert!(draft.starts_with("/drafts/"), "{draft}");
    let checked = member.await_check(&draft).await;
    assert!(
        visible_text(&checked).contains("Submit 2 leads"),
        "{}",
        visible_text(&checked)
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_whole_start_and_end_are_taken_as_a_day_and_a_time_are(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Window", "few.csv", FEW.into()).await;
    let form = draft.replace("/drafts/", "/tasks/new?draft=");
    let day = app.day(1).await.to_string();
    let (start, end) = (format!("{day}T10:00"), format!("{day}T17:30"));
    let whole = [
        ("when", "later"),
        ("start", start.as_str()),
        ("end", end.as_str()),
    ];
    let parts = [
        ("when", "later"),
        ("start", day.as_str()),
        ("start_time", "10:00"),
        ("end", day.as_str()),
        ("end_time", "17:30"),
    ];
    for changes in [whole.as_slice(), &parts] {
        assert_eq!(
            member
                .upload(&form, changes, "", Vec::new())
                .await
                .location(),
            draft
        );
        let words = visible_text(&member.get(&draft).await.page());
        assert!(words.contains("10:00–17:30"), "{words}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn two_tabs_with_one_draft_end_with_one_list_and_say_so(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member.get("/tasks/new").await.page();
    let form = form_with_button(&page, "Review leads");
    let keep = |name: &'static str| {
        let mut body = Form::new();
        for (field, value) in form.with(&[("then", "keep")]) {
            body = body.text(field, value);
        }
        let part = Part::bytes(FEW.as_bytes()).file_name(name);
        let request = member.request(Method::POST, "/tasks/new");
        member.send(request.multipart(body.part("sheet", part)))
    };
    let (first, second) = tokio::join!(keep("first.csv"), keep("second.csv"));
    assert_eq!(first.location(), second.location());
    let page = visible_text(&member.get(first.location()).await.page());
    assert!(
        page.contains("first.csv") != page.contains("second.csv"),
        "{page}"
    );
    assert!(page.contains("2 leads"), "{page}");
    app.stop().await;
}
