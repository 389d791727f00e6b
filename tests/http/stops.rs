//! Stopping calls, as somebody does it without scripts.

use std::time::Duration;

use crate::support::{SignedIn, TestApp, form_that_posts_to, visible_text};
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

/// Numbers that never answer, and so are dialled again and again.
const NEVER_ANSWERED: &str =
    "Customer,Mobile,Comments\nBudi,+628129000010,C1\nRina,+628139000010,C2\n";

/// A task whose calls go on for minutes.
async fn calling(member: &SignedIn, name: &str) -> String {
    let values = [("name", name), ("redials", "15"), ("redial_minutes", "20")];
    let draft = member
        .new_draft_with(&values, "few.csv", NEVER_ANSWERED.into())
        .await;
    let task = member.submit(&member.check(&draft).await, &[]).await;
    await_words(member, &task, "Stop calling for").await;
    task
}

/// Looks again until a page says that; what it says then.
async fn await_words(member: &SignedIn, path: &str, words: &str) -> String {
    let mut ticks = tokio::time::interval(Duration::from_millis(100));
    let said = async {
        loop {
            ticks.tick().await;
            let page = member.get(path).await.page();
            if visible_text(&page).contains(words) {
                return page;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(30), said)
        .await
        .unwrap_or_else(|_| panic!("“{words}” within 30 seconds"))
}

#[sqlx::test(migrations = "./migrations")]
async fn a_task_is_stopped_by_a_button_that_asks_once(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let task = calling(&member, "Week 48").await;
    let page = member.get(&task).await.page();
    let words = visible_text(&page);
    assert!(words.contains("Stop calling for “Week 48”?"), "{words}");
    assert!(words.contains("2 leads are not over."), "{words}");
    let form = form_that_posts_to(&page, "/api/tasks/stop-calling");
    let answer = member
        .post_form("/api/tasks/stop-calling", &fields(&form.with(&[])))
        .await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, task.as_str())
    );
    let page = await_words(&member, &task, "AIRudder was asked to stop at ").await;
    let words = visible_text(&page);
    assert!(words.contains("It agreed"), "{words}");
    assert!(
        !words.contains("Stop calling for"),
        "nothing is left to stop: {words}"
    );
    let activity = member.get(&format!("{task}/activity")).await.page();
    let words = visible_text(&activity);
    for event in [
        "Wants the calls stopped at AIRudder: 1 batch.",
        "Batch 1: AIRudder was asked to stop and agreed.",
    ] {
        assert!(words.contains(event), "{event}: {words}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_unclear_stop_can_be_asked_for_again(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let task = calling(&member, "sandbox-stop-500-once").await;
    let page = member.get(&task).await.page();
    member.press(&page, "Stop calling").await;
    let page = await_words(&member, &task, "gave no clear answer").await;
    assert!(visible_text(&page).contains("ask again"));
    member.press(&page, "Stop calling").await;
    await_words(&member, &task, "It agreed").await;
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn one_number_is_cancelled_from_its_row(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let task = calling(&member, "Week 48").await;
    let calls = format!("{task}/calls?q=Rina");
    let page = member.get(&calls).await.page();
    let words = visible_text(&page);
    assert!(words.contains("Cancel the number"), "{words}");
    assert!(!page.contains("628139000010"), "numbers stay masked");
    let answer = member.press(&page, "Cancel this number").await;
    assert_eq!(answer.location(), calls);
    let page = await_words(&member, &calls, "Cancelled: AIRudder agreed").await;
    assert!(!visible_text(&page).contains("Cancel this number"));
    // The other goes on.
    let page = member.get(&format!("{task}/calls?q=Budi")).await.page();
    assert!(visible_text(&page).contains("Cancel this number"));
    let events = visible_text(&member.get(&format!("{task}/activity")).await.page());
    assert!(
        events.contains("AIRudder was asked to cancel the number and agreed."),
        "{events}"
    );
    let unknown = member.request(Method::POST, "/api/tasks/cancel-number");
    let id = task.rsplit('/').next().expect("an id");
    let unknown = unknown
        .header("accept", "application/json")
        .form(&[("task", id), ("row", "4000000000")]);
    assert_eq!(member.send(unknown).await.status, StatusCode::NOT_FOUND);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_number_that_airudder_refused_to_cancel_is_told_and_asked_about_again(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let task = calling(&member, "sandbox-stop-refuse").await;
    let calls = member.get(&format!("{task}/calls?q=Rina")).await.page();
    member.press(&calls, "Cancel this number").await;
    let told =
        "AIRudder refused to cancel 1 number that is not to be called. It may still call it.";
    let page = await_words(&member, &task, told).await;
    assert!(visible_text(&page).contains("Mark as done"));
    for path in [
        "/tasks?state=needs_attention",
        "/tasks?state=needs_attention&by=me",
        "/tasks?q=refuse&state=needs_attention",
        &format!("{task}/batches"),
    ] {
        let words = visible_text(&member.get(path).await.page());
        assert!(words.contains(told), "{path}: {words}");
    }
    let viewer = app.person_of(backend::Role::Viewer).await;
    let seen = viewer.get(&task).await.page();
    assert!(visible_text(&seen).contains(told));
    assert!(!seen.contains("/api/tasks/cancel-again"), "{seen}");
    let pressed = member.press(&page, "Ask again").await;
    assert_eq!(pressed.location(), task);
    let activity = format!("{task}/activity");
    let again = "Wants AIRudder asked again to cancel 1 number.";
    await_words(&member, &activity, again).await;
    let page = await_words(&member, &task, told).await;
    member.press(&page, "Mark as done").await;
    let page = visible_text(&member.get(&task).await.page());
    assert!(page.contains("Marked as done by"), "{page}");
    assert!(!page.contains(told), "{page}");
    app.stop().await;
}

fn fields(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    let fields = fields.iter();
    fields
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}
