//! The way back from a refused task, by somebody whose browser runs no scripts.

use crate::support::{TestApp, visible_text};
use reqwest::StatusCode;
use sqlx::PgPool;

/// Two good leads, and one that AIRudder refuses when the task is created.
const ONE_REFUSED: &str =
    "Customer,Mobile\nBudi,+62812335088\nRina,+628129000003\nSiti,+62812343062\n";

#[sqlx::test(migrations = "./migrations")]
async fn the_others_of_a_refused_task_are_sent_and_the_refused_one_is_fixed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member
        .new_draft("Week 47", "list.csv", ONE_REFUSED.into())
        .await;
    let task = member.submit(&member.check(&draft).await, &[]).await;
    member.await_task(&task).await;
    let page = member.get(&task).await.page();
    let words = visible_text(&page);
    assert!(
        words.contains("AIRudder refused 1 of 3 leads, so nobody is called."),
        "{words}"
    );

    let fix = member.press(&page, "Fix and send again").await;
    let words = visible_text(&member.get(fix.location()).await.page());
    assert!(
        fix.location().contains("show=refused_before"),
        "{}",
        fix.location()
    );
    assert!(
        words.contains("AIRudder: “Number Blocked") && !words.contains("Budi"),
        "{words}"
    );

    let others = member.press(&page, "Send the other 2 leads…").await;
    let again = member.press(&page, "Send the other 2 leads…").await;
    assert_eq!(others.location(), again.location(), "one draft");
    let words = visible_text(&member.get(others.location()).await.page());
    assert!(
        words.contains("2 of 3 will be called · 1 left out by hand"),
        "{words}"
    );
    let checked = member.check(others.location()).await;
    let next = member.submit(&checked, &[]).await;
    assert_ne!(next, task);
    let page = member.get(&task).await.page();
    assert!(page.contains(&format!("href=\"{next}\"")), "{page}");
    assert!(!page.contains("Fix and send again"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_list_of_a_task_is_downloaded_as_it_was_sent(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member
        .new_draft("Week 47", "list.csv", ONE_REFUSED.into())
        .await;
    let task = member.submit(&member.check(&draft).await, &[]).await;
    let page = member.get(&task).await.page();
    let as_csv = format!("{task}/leads-as-sent?format=csv");
    assert!(page.contains(&format!("href=\"{as_csv}\"")), "{page}");
    let answer = member.get(&as_csv).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"leads-as-sent.csv\""
    );
    assert!(answer.text.contains("'+62812335088"), "{}", answer.text);
    let workbook = member.get(&format!("{task}/leads-as-sent")).await;
    assert_eq!(workbook.status, StatusCode::OK);
    let words = visible_text(&member.get(&task).await.page());
    assert!(words.contains("Downloaded 3 leads as sent."), "{words}");
    for nothing in ["/tasks/none", "/tasks/00000000-0000-0000-0000-000000000000"] {
        let answer = member.get(&format!("{nothing}/leads-as-sent")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{nothing}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_refused_lead_that_airudder_does_not_name_is_found_by_one_press(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let list = ONE_REFUSED.replace("9000003", "9000005");
    let draft = member.new_draft("Unnamed", "list.csv", list.into()).await;
    let page = member.check(&draft).await;
    let words = visible_text(&page);
    assert!(
        words.contains("AIRudder refuses one lead and does not say which.")
            && words.contains("about 3 checks. Calls nobody."),
        "{words}"
    );
    let answer = member.press(&page, "Find it").await;
    assert_eq!(answer.location(), draft);
    let words = visible_text(&member.await_check(&draft).await);
    assert!(
        words.contains("AIRudder refused 1 of 3 leads") && !words.contains("does not say which"),
        "{words}"
    );
    app.stop().await;
}
