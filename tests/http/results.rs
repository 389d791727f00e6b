//! The results of a task by somebody whose browser runs no scripts: its tabs, its files, its numbers, and the way to a follow-up.

use crate::support::{SignedIn, TestApp, visible_text};
use reqwest::StatusCode;
use sqlx::PgPool;

const LIST: &str = "Customer,Mobile,Comments\nBudi,+62812335088,C1\nRina,+62812343062,C2\n";

/// A task whose calls are over, and nobody was reached.
async fn unreached(app: &TestApp, person: &SignedIn, pool: &PgPool) -> String {
    let draft = person.new_draft("Week 48", "list.csv", LIST.into()).await;
    let task = person.submit(&person.check(&draft).await, &[]).await;
    person.await_task(&task).await;
    // The calls take minutes; what the pages are drawn from does not.
    sqlx::raw_sql(
        "update call_polls set due_at = null, asked_at = now(); update calls set call_group = 'not_reached', dialled = true; \
         update call_counts set call_group = 'not_reached', dialled = calls;",
    )
    .execute(pool)
    .await
    .expect("statements");
    assert!(!app.address.is_empty());
    task
}

#[sqlx::test(migrations = "./migrations")]
async fn every_tab_has_an_address_and_the_calls_are_taken_as_files(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let person = app.administrator().await;
    let task = unreached(&app, &person, &pool).await;
    let page = person.get(&task).await.page();
    for (tab, words) in [
        ("calls", "2 of 2 calls"),
        ("list", "What became of the rows"),
        ("batches", "Each batch is one task at AIRudder"),
        ("activity", "Submitted 2 leads."),
    ] {
        let address = format!("{task}/{tab}");
        assert!(
            page.contains(&format!("href=\"{address}\"")),
            "{tab}: {page}"
        );
        let words_there = visible_text(&person.get(&address).await.page());
        assert!(words_there.contains(words), "{tab}: {words_there}");
    }
    let words = visible_text(&page);
    assert!(words.contains("Dialled 2 (100.0% of 2 sent)"), "{words}");
    let file = person
        .get(&format!("{task}/calls-file?group=not_reached&format=csv"))
        .await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert!(
        file.header("content-disposition")
            .contains("calls-week-48-")
    );
    assert!(file.text.contains("'+62812335088"), "{}", file.text);
    let unknown = person.get(&format!("{task}/calls-file?group=best")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let whole = person.get(&format!("{task}/list-with-results")).await;
    assert_eq!(whole.status, StatusCode::OK);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn whole_numbers_are_shown_to_all_but_viewers_and_on_record(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let administrator = app.administrator().await;
    let viewer = app.person_of(backend::Role::Viewer).await;
    let task = unreached(&app, &administrator, &pool).await;
    let calls = format!("{task}/calls");
    let masked = administrator.get(&calls).await.page();
    assert!(!visible_text(&masked).contains("62812335088"));
    let whole = format!("{calls}?numbers=whole");
    assert!(masked.contains(&format!("href=\"{whole}\"")), "{masked}");
    let shown = visible_text(&administrator.get(&whole).await.page());
    assert!(shown.contains("+62812335088"), "{shown}");
    let of_viewer = viewer.get(&whole).await.page();
    assert!(!of_viewer.contains("62812335088") && !of_viewer.contains(&whole));
    let activity = visible_text(&administrator.get(&format!("{task}/activity")).await.page());
    assert_eq!(
        activity.matches("Looked at 2 numbers.").count(),
        1,
        "{activity}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn who_was_not_reached_is_called_again_in_two_clicks(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let person = app.administrator().await;
    let task = unreached(&app, &person, &pool).await;
    let page = person.get(&task).await.page();
    let address = format!("{task}/follow-up");
    assert!(page.contains(&format!("href=\"{address}\"")), "{page}");
    let page = person.get(&address).await.page();
    let words = visible_text(&page);
    assert!(
        words.contains("2 leads of the groups that are ticked"),
        "{words}"
    );
    let made = person.press(&page, "Make the draft").await;
    let again = person.press(&page, "Make the draft").await;
    assert_eq!(made.location(), again.location(), "one draft");
    let words = visible_text(&person.get(made.location()).await.page());
    assert!(
        words.contains("calls people again by what came of their calls in Week 48"),
        "{words}"
    );
    // What is refused comes back as it was chosen.
    let nobody = [
        ("chosen", "yes"),
        ("draft", "0195b8a0-0000-7000-8000-000000000001"),
        ("name", "Second try"),
        ("cooldown", "keep"),
    ];
    let refused = person.post_form(&address, &nobody).await;
    let page = person.get(refused.location()).await.page();
    assert!(page.contains("value=\"Second try\""), "{page}");
    assert!(
        visible_text(&page).contains("choose who is called again"),
        "{page}"
    );
    app.stop().await;
}
