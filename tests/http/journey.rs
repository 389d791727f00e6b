//! The main job over HTTP, by somebody whose browser runs no scripts: upload, check, submit, history.

use crate::support::{TestApp, sheet, visible_text};
use reqwest::StatusCode;
use sqlx::PgPool;

const FEW: &str =
    "Customer,Mobile,Comments\nBudi,+62812335088,C1\nRina,+62812343062,C2\nAgus,+62812387005,C3\n";

#[sqlx::test(migrations = "./migrations")]
async fn a_spreadsheet_becomes_a_task_in_the_history(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member
        .new_draft("November offer", "messy-300.csv", sheet("messy-300.csv"))
        .await;
    let review = visible_text(&member.get(&draft).await.page());
    assert!(
        review.contains("300 leads") && review.contains("Rows to fix 20"),
        "{review}"
    );

    let checked = member.check(&draft).await;
    let task = member.submit(&checked, &[]).await;
    let page = visible_text(&member.get(&format!("{task}/list")).await.page());
    for expected in ["November offer", "messy-300.csv", "Created", "Test Person"] {
        assert!(page.contains(expected), "{expected} is missing: {page}");
    }
    let history = visible_text(&member.get("/tasks").await.page());
    assert!(history.contains("November offer"), "{history}");
    assert!(visible_text(&member.get("/tasks?q=november").await.page()).contains("November offer"));
    assert!(
        !visible_text(&member.get("/tasks?q=december").await.page()).contains("November offer")
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_draft_must_be_checked_before_it_can_be_submitted(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Unchecked", "few.csv", FEW.into()).await;
    let page = member.get(&draft).await.page();
    let id = draft.rsplit('/').next().unwrap();
    let fields = [("draft", id), ("version", "1"), ("form_key", "made-up")];
    let answer = member.post_form("/api/drafts/submit", &fields).await;
    assert_eq!(answer.location(), format!("{draft}/launch"), "{page}");
    let launch = member.get(answer.location()).await.page();
    let words = visible_text(&launch);
    assert!(
        words.contains("Check the leads with AIRudder first."),
        "{words}"
    );
    assert!(!launch.contains("form_key"), "nothing here submits");
    assert!(!visible_text(&member.get("/tasks").await.page()).contains("Unchecked"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_same_form_sent_twice_makes_one_task(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Only once", "few.csv", FEW.into()).await;
    let checked = member.check(&draft).await;
    assert!(!checked.contains("form_key"), "the review submits nothing");
    let launch = member.launch(&checked).await;
    let words = visible_text(&launch);
    assert!(
        words.contains("Call 3 people?") && words.contains("3 are called"),
        "{words}"
    );
    let press = async || {
        let answer = member.press(&launch, "Call 3 people now").await;
        answer.location().to_owned()
    };
    let (first, second) = (press().await, press().await);
    assert_eq!(first, second);
    // Whoever goes on from an old page comes to what was made of it.
    let again = member.press(&checked, "Submit 3 leads").await;
    let launch = again.location().to_owned();
    assert_eq!(launch, format!("{draft}/launch"));
    assert!(
        member
            .get(&launch)
            .await
            .header("location")
            .ends_with(&first)
    );
    let listed = member.get("/tasks").await.page();
    assert_eq!(listed.matches(&format!("href=\"{first}\"")).count(), 1);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_draft_changed_in_a_second_tab_is_not_checked_as_it_was(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Two tabs", "few.csv", FEW.into()).await;
    let old_tab = member.get(&draft).await.page();
    let id = draft.rsplit('/').next().unwrap();
    let form = format!("/tasks/new?draft={id}");
    assert_eq!(
        member
            .upload(
                &form,
                &[("redials", "2"), ("redial_minutes", "5")],
                "few.csv",
                FEW.into()
            )
            .await
            .location(),
        draft
    );
    assert_eq!(
        member
            .press(&old_tab, "Check with AIRudder")
            .await
            .location(),
        draft
    );
    let page = visible_text(&member.get(&draft).await.page());
    assert!(page.contains("changed"), "{page}");
    assert!(
        page.contains("Check with AIRudder"),
        "no check runs: {page}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_task_is_repeated_with_another_list(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Weekly call", "few.csv", FEW.into()).await;
    let task = member.submit(&member.check(&draft).await, &[]).await;
    let page = member.get(&task).await.page();
    let repeat = task.replace("/tasks/", "/tasks/new?like=");
    assert!(page.contains(&format!("href=\"{repeat}\"")), "{page}");
    let form = visible_text(&member.get(&repeat).await.page());
    assert!(form.contains("New task, like Weekly call"), "{form}");
    let drafts = visible_text(&member.get("/drafts").await.page());
    assert!(
        drafts.contains("No drafts"),
        "nothing is stored yet: {drafts}"
    );
    let answer = member.upload(&repeat, &[], "few.csv", FEW.into()).await;
    let review = answer.location();
    assert!(
        review.starts_with("/drafts/"),
        "the repeated form is good as it is: {review}"
    );
    let review = visible_text(&member.get(review).await.page());
    assert!(review.contains("Weekly call week "), "{review}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_discarded_draft_is_gone(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Mistake", "few.csv", FEW.into()).await;
    let page = member.get(&draft).await.page();
    assert_eq!(
        member.press(&page, "Discard draft").await.location(),
        "/drafts"
    );
    assert_eq!(member.get(&draft).await.status, StatusCode::NOT_FOUND);
    app.stop().await;
}
