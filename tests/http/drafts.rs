//! The list of drafts, and the way back from a press on “Discard draft”, by somebody whose browser runs no scripts.

use crate::support::{TestApp, sheet, visible_text};
use reqwest::StatusCode;
use sqlx::PgPool;

const FEW: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+62812343062\n";

#[sqlx::test(migrations = "./migrations")]
async fn a_draft_that_anybody_discards_is_gone_until_they_undo_it(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let owner = app.administrator().await;
    let name = "Weekend promo";
    let draft = owner
        .new_draft(name, "messy-300.csv", sheet("messy-300.csv"))
        .await;
    let before = visible_text(&owner.get(&draft).await.page());
    let member = app.member().await;
    let list = member.get("/drafts").await.page();
    let text = visible_text(&list);
    assert!(text.contains("20 to fix"), "{text}");
    assert!(text.contains("Discard “Weekend promo”?"), "{text}");
    assert!(
        text.contains("300 leads go too. You can undo this for 7 days."),
        "{text}"
    );
    assert!(
        list.contains(&format!("href=\"{draft}?show=to_fix#leads\"")),
        "{list}"
    );

    let pressed = member.press(&list, "Discard draft").await;
    assert_eq!(pressed.location(), "/drafts");
    assert_eq!(owner.get(&draft).await.status, StatusCode::NOT_FOUND);
    let after = member.get("/drafts").await.page();
    let text = visible_text(&after);
    assert!(text.contains("“Weekend promo” was discarded."), "{text}");
    assert!(text.contains("No drafts"), "{text}");
    let undone = member.press(&after, "Undo").await;
    assert_eq!(undone.location(), "/drafts");
    let text = visible_text(&member.get("/drafts").await.page());
    assert!(text.contains("“Weekend promo” was restored."), "{text}");
    assert_eq!(visible_text(&owner.get(&draft).await.page()), before);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_discarded_draft_is_found_again_without_the_message(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Mistake", "few.csv", FEW.into()).await;
    let page = member.get(&draft).await.page();
    member.press(&page, "Discard draft").await;
    // A second press on the page of before is no mistake.
    let again = member.press(&page, "Discard draft").await;
    assert_eq!(again.location(), "/drafts");
    let text = visible_text(&member.get("/drafts").await.page());
    assert!(text.contains("“Mistake” was discarded."), "{text}");
    assert!(!visible_text(&member.get("/drafts").await.page()).contains("Mistake"));
    let discarded = member.get("/drafts?show=discarded").await.page();
    member.press(&discarded, "Restore draft").await;
    assert_eq!(member.get(&draft).await.status, StatusCode::OK);
    let searched = visible_text(&member.get("/drafts?q=few.csv").await.page());
    assert!(
        searched.contains("Mistake") && searched.contains("Ready"),
        "{searched}"
    );
    let none = visible_text(&member.get("/drafts?q=boats").await.page());
    assert!(none.contains("No drafts match"), "{none}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_draft_opens_where_work_is_left(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("All good", "few.csv", FEW.into()).await;
    let list = member.get("/drafts").await.page();
    assert!(list.contains(&format!("href=\"{draft}\"")), "{list}");
    let id = draft.rsplit('/').next().unwrap();
    let form = format!("/tasks/new?draft={id}");
    member
        .upload(&form, &[("line", "")], "few.csv", FEW.into())
        .await;
    let list = member.get("/drafts").await.page();
    assert!(visible_text(&list).contains("Settings to complete"));
    assert!(list.contains(&format!("href=\"{form}\"")), "{list}");
    app.stop().await;
}
