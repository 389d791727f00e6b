//! The table of what the results of a robot mean: shown to everybody, changed by administrators, without scripts.

use reqwest::StatusCode;
use sqlx::PgPool;

use crate::support::{SignedIn, TestApp, options, value_of, visible_text};

/// The address of a robot whose letters AIRudder names.
async fn robot(person: &SignedIn) -> String {
    let robots = options(&person.get("/tasks/new").await.page(), "robot");
    let mut robots = robots.iter();
    let robot = robots.find(|(_, name)| name == "Fleet survey EN-IN");
    format!("/robots/{}", robot.expect("the robot").0)
}

#[sqlx::test(migrations = "./migrations")]
async fn an_administrator_names_a_result_and_everybody_reads_it(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let robot = robot(&administrator).await;
    let table = format!("{robot}/results");
    let page = administrator.get(&robot).await.page();
    assert!(page.contains(&format!("href=\"{table}\"")), "a way there");

    let form = administrator.get(&table).await.page();
    assert_eq!(value_of(&form, "version"), "1");
    let changes = [("name_0", "Said “no”"), ("group_0", "do_not_call")];
    let saved = administrator.press_with(&form, "Save", &changes).await;
    assert_eq!(saved.location(), robot);
    let page = visible_text(&administrator.get(&robot).await.page());
    assert!(page.contains("Results saved.") && page.contains("Changed by"));
    let form = administrator.get(&table).await.page();
    assert_eq!(value_of(&form, "version"), "2");

    let member = app.member().await;
    let page = member.get(&robot).await.page();
    assert!(visible_text(&page).contains("Said “no”"));
    assert!(!page.contains(&table), "no way to change it");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_table_that_is_refused_keeps_what_was_typed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let table = format!("{}/results", robot(&administrator).await);
    let form = administrator.get(&table).await.page();
    let changes = [("name_0", ""), ("order_0", "many"), ("name_1", "Kept")];
    let refused = administrator.press_with(&form, "Save", &changes).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = visible_text(&refused.text);
    for expected in [
        "There is a problem",
        "Type a name.",
        "Type a whole number from 1 to 999.",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    assert_eq!(value_of(&refused.text, "order_0"), "many");
    assert_eq!(value_of(&refused.text, "name_1"), "Kept");
    let mended = [("name_0", "Mended"), ("order_0", "1")];
    let saved = administrator
        .press_with(&refused.text, "Save", &mended)
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_was_changed_meanwhile_is_not_written_over(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let table = format!("{}/results", robot(&administrator).await);
    let form = administrator.get(&table).await.page();
    for (name, stays) in [("First", true), ("Second", false)] {
        let changes = [("name_0", name)];
        let answer = administrator.press_with(&form, "Save", &changes).await;
        assert_eq!(answer.location() != table, stays, "{name}");
    }
    let shown = administrator.get(&table).await.page();
    assert!(visible_text(&shown).contains("Somebody else has changed these results meanwhile."));
    assert!(shown.contains("First") && !shown.contains("Second"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_member_neither_opens_nor_sends_the_form(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let table = format!("{}/results", robot(&member).await);
    let page = member.get(&table).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let fields = [("version", "1"), ("letter_0", "A"), ("name_0", "Taken")];
    let sent = member.post_form(&table, &fields).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    let nowhere = app.administrator().await.get("/robots/none/results").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    app.stop().await;
}
