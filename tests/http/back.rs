//! What is searched for, filtered and sorted survives whatever is pressed, for somebody whose browser runs no scripts.

use crate::support::{SignedIn, TestApp, visible_text};
use sqlx::PgPool;

/// Two rows to fix and one that is not, in two columns that may be swapped.
const LIST: &str = "Customer,Mobile,Comments\nBudi,call me,a\nRina,+62812343062,b\nBudiman,12,c\n";

/// A search in the rows to fix, sorted.
const NARROWED: &str = "?show=to_fix&q=budi&sort=-customer";

/// Presses a button of the narrowed review; where that leads.
async fn pressed(member: &SignedIn, draft: &str, button: &str) -> String {
    let page = member.get(&format!("{draft}{NARROWED}")).await.page();
    member.press(&page, button).await.location().to_owned()
}

#[sqlx::test(migrations = "./migrations")]
async fn what_changes_the_whole_list_leads_back_to_the_leads_that_were_shown(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Narrowed", "f.csv", LIST.into()).await;
    let narrowed = format!("{draft}{NARROWED}");
    let checked = pressed(&member, &draft, "Check with AIRudder").await;
    assert_eq!(checked, narrowed);
    member.await_check(&draft).await;
    assert_eq!(pressed(&member, &draft, "Read file again").await, narrowed);
    // A review that was opened as it is opens again.
    let page = member.get(&draft).await.page();
    let answer = member.press(&page, "Read file again").await;
    assert_eq!(answer.location(), draft);
    let elsewhere = [("back", "//evil.example")];
    let page = member.get(&draft).await.page();
    let answer = member
        .press_with(&page, "Read file again", &elsewhere)
        .await;
    assert_eq!(answer.location(), draft);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn one_lead_leads_back_to_the_leads_among_which_it_was(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Narrowed", "f.csv", LIST.into()).await;
    let one = |row: u32| format!("{draft}/leads/{row}{NARROWED}");
    let href = |address: &str| format!("href=\"{}\"", address.replace('&', "&amp;"));
    let review = member.get(&format!("{draft}{NARROWED}")).await.page();
    assert!(review.contains(&href(&one(4))), "{review}");
    // Counts and problems keep the search and the order.
    for kept in [
        "?show=ready&q=budi&sort=-customer#leads",
        "?show=to_fix&problem=mobile.no_number&q=budi&sort=-customer#leads",
    ] {
        assert!(
            review.contains(&href(&format!("{draft}{kept}"))),
            "{kept}: {review}"
        );
    }
    let page = member.get(&one(4)).await.page();
    assert!(
        page.contains(&href(&format!("{draft}{NARROWED}#leads"))),
        "{page}"
    );
    assert!(page.contains(&href(&one(2))), "{page}");
    let saved = member.press(&page, "Save row").await;
    assert_eq!(saved.location(), one(4));
    let left_out = member.press(&page, "Leave out this row").await;
    assert_eq!(left_out.location(), one(4));
    let bare = member.get(&format!("{draft}/leads/2")).await.page();
    assert!(bare.contains(&href(&format!("{draft}#leads"))), "{bare}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_page_beyond_the_end_says_so_and_leads_to_the_last(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Short", "f.csv", LIST.into()).await;
    let beyond = member
        .get(&format!("{draft}?show=to_fix&q=budi&from=100"))
        .await;
    let page = beyond.page();
    let text = visible_text(&page);
    assert!(text.contains("This page is beyond the end"), "{text}");
    assert!(text.contains("Only 2 leads match."), "{text}");
    let last = format!("href=\"{draft}?show=to_fix&amp;q=budi#leads\"");
    assert!(page.contains(&last), "{page}");
    let task = member.new_draft("Task", "g.csv", LIST.into()).await;
    member.submit(&member.check(&task).await, &[]).await;
    let nil = "00000000-0000-0000-0000-000000000000";
    let text = visible_text(&member.get(&format!("/tasks?before=1-{nil}")).await.page());
    assert!(text.contains("No older tasks"), "{text}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_tabs_of_the_tasks_keep_what_is_searched_for(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member
        .get("/tasks?q=promo&robot=r&by=me&period=today")
        .await
        .page();
    for kept in [
        "/tasks?q=promo&robot=r&period=today",
        "/tasks?q=promo&state=needs_attention&robot=r&period=today",
        "/tasks?q=promo&robot=r&by=me&period=today",
        "/drafts?q=promo",
    ] {
        let href = format!("href=\"{}\"", kept.replace('&', "&amp;"));
        assert!(page.contains(&href), "{kept}: {page}");
    }
    let drafts = member.get("/drafts?q=promo").await.page();
    assert!(
        drafts.contains("href=\"/tasks?q=promo&amp;by=me\""),
        "{drafts}"
    );
    // Counts of all tasks would not fit what is searched for.
    assert!(!visible_text(&page).contains("Needs attention 0"));
    assert!(visible_text(&member.get("/tasks").await.page()).contains("Needs attention 0"));
    app.stop().await;
}
