//! The way from the review over the launch to the task, by somebody whose browser runs no scripts.

use crate::support::{TestApp, visible_text};
use sqlx::PgPool;

/// Three leads, two of them with the same number.
const TWICE: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+62812343062\nBudi,+62812335088\n";

/// What is told where the choice for duplicates is another one than the stored one.
const APPLIED: &str = "The choice for duplicates was saved. The check is made again.";

#[sqlx::test(migrations = "./migrations")]
async fn a_choice_for_duplicates_that_was_not_saved_is_applied_before_the_launch(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Twice", "twice.csv", TWICE.into()).await;
    let checked = member.check(&draft).await;
    let all = [("keep", "all"), ("leave_out_recent", "true")];
    let answer = member.press_with(&checked, "Submit 2 leads", &all).await;
    assert_eq!(answer.location(), draft);
    let checked = member.await_check(&draft).await;
    assert!(visible_text(&checked).contains(APPLIED));

    // The same choice again is none: it leads on.
    let answer = member.press_with(&checked, "Submit 3 leads", &all).await;
    assert_eq!(answer.location(), format!("{draft}/launch"));
    let launch = member.get(answer.location()).await.page();
    let words = visible_text(&launch);
    assert!(
        words.contains("Place 3 calls?") && words.contains("Place 3 calls now"),
        "{words}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_choice_for_duplicates_that_was_not_saved_is_checked_too(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Twice", "twice.csv", TWICE.into()).await;
    let page = member.get(&draft).await.page();
    let all = [("keep", "all"), ("leave_out_recent", "true")];
    let answer = member.press_with(&page, "Check with AIRudder", &all).await;
    assert_eq!(answer.location(), draft);
    let checked = member.await_check(&draft).await;
    let words = visible_text(&checked);
    assert!(
        words.contains(APPLIED) && words.contains("Submit 3 leads"),
        "{words}"
    );
    // An old page of the draft applies nothing.
    let answer = member
        .press_with(&page, "Check with AIRudder", &[("keep", "last")])
        .await;
    let words = visible_text(&member.get(answer.location()).await.page());
    assert!(
        words.contains("changed in another tab") && words.contains("Submit 3 leads"),
        "{words}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_task_of_which_nothing_is_known_yet_says_what_happens_next(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Next", "twice.csv", TWICE.into()).await;
    let task = member.submit(&member.check(&draft).await, &[]).await;
    let words = visible_text(&member.get(&task).await.page());
    for said in [
        "2 people are being called. First results in about two minutes.",
        "“Stop calling” below stops the rest, also at AIRudder.",
        "nobody is really called",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    app.stop().await;
}
