//! What needs attention, by somebody whose browser runs no scripts.

use crate::support::{SignedIn, TestApp, visible_text};
use sqlx::PgPool;

/// The second is refused only when the task is created.
const ONE_REFUSED: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+628129000003\n";

const LIST: &str = "/tasks?state=needs_attention";

async fn refused(member: &SignedIn) -> String {
    let draft = member
        .new_draft("Weekend promo", "few.csv", ONE_REFUSED.into())
        .await;
    member.submit(&member.check(&draft).await, &[]).await
}

async fn words(member: &SignedIn, path: &str) -> String {
    visible_text(&member.get(path).await.page())
}

#[sqlx::test(migrations = "./migrations")]
async fn a_task_says_why_it_needs_attention_and_leaves_the_list_when_it_is_marked_as_done(
    pool: PgPool,
) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    assert!(!words(&member, "/robots").await.contains("needs attention"));
    refused(&member).await;
    let list = member.get(LIST).await.page();
    let text = visible_text(&list);
    assert!(
        text.contains(
            "AIRudder refused 1 lead, so nobody is called. Open the task to fix it and send again."
        ),
        "{text}"
    );
    for page in ["/robots", "/drafts", "/tasks", "/tasks/new", LIST] {
        let text = words(&member, page).await;
        assert!(text.contains("1 task needs attention"), "{page}: {text}");
    }

    let pressed = member.press(&list, "Mark as done").await;
    assert_eq!(pressed.location(), LIST);
    let after = member.get(LIST).await.page();
    let text = visible_text(&after);
    assert!(
        text.contains("“Weekend promo” is marked as done."),
        "{text}"
    );
    assert!(text.contains("No task needs attention"), "{text}");
    assert!(!text.contains("1 task needs attention"), "{text}");
    let undone = member.press(&after, "Undo").await;
    assert_eq!(undone.location(), LIST);
    assert!(
        words(&member, LIST)
            .await
            .contains("AIRudder refused 1 lead")
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_page_of_a_task_says_who_marked_it_as_done_and_takes_it_back(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let task = refused(&member).await;
    let page = member.get(&task).await.page();
    let text = visible_text(&page);
    assert!(text.contains("so nobody is called."), "{text}");
    assert_eq!(
        text.matches("AIRudder refused 1").count(),
        2,
        "once, and over its table: {text}"
    );
    // Another site is not gone to.
    let elsewhere = [("back", "//evil.example/tasks")];
    let pressed = member.press_with(&page, "Mark as done", &elsewhere).await;
    assert_eq!(pressed.location(), task);
    let page = member.get(&task).await.page();
    let text = visible_text(&page);
    assert!(text.contains("Marked as done by Test Person"), "{text}");
    assert!(text.contains("Marked the task as done."), "{text}");
    member.press(&page, "Needs attention again").await;
    let page = member.get(&task).await.page();
    let text = visible_text(&page);
    assert!(
        text.contains("“Weekend promo” needs attention again."),
        "{text}"
    );
    assert!(!text.contains("Marked as done by"), "{text}");
    app.stop().await;
}
