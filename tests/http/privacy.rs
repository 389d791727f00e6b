//! How long leads are kept, and what is erased on request, as people see it.

use reqwest::StatusCode;
use sqlx::PgPool;

use crate::support::{TestApp, sheet, value_of, visible_text};

/// A number of the list below.
const NUMBER: &str = "+62 812 3350 88";

#[sqlx::test(migrations = "./migrations")]
async fn an_administrator_chooses_how_long_leads_are_kept_and_is_told_while_nobody_has(
    pool: PgPool,
) {
    let app = TestApp::start(pool.clone()).await;
    let administrator = app.administrator().await;
    let member = app.member().await;
    let banner = "This account keeps leads and calls without end.";
    let page = administrator.get("/tasks").await.page();
    assert!(visible_text(&page).contains(banner), "{page}");
    assert!(!visible_text(&member.get("/tasks").await.page()).contains(banner));
    let page = administrator.get("/settings/retention").await.page();
    assert_eq!(
        value_of(&page, "result_days"),
        "",
        "nothing is chosen for them"
    );
    let refused = administrator.press_with(&page, "Save", &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [
        ("result_days", "60"),
        ("draft_days", "14"),
        ("unused_columns", "drop"),
    ];
    let saved = administrator.press_with(&page, "Save", &fields).await;
    assert_eq!(saved.location(), "/settings/retention");
    let page = administrator.get("/settings/retention").await.page();
    assert!(visible_text(&page).contains("Retention saved."));
    assert!(!visible_text(&page).contains(banner));
    assert_eq!(value_of(&page, "result_days"), "60");
    let refused = member.post_form("/settings/retention", &fields).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_page_of_a_task_says_how_long_its_leads_are_kept(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let person = app.administrator().await;
    let file = sheet("messy-300.csv");
    let draft = person.new_draft("Offer", "messy-300.csv", file).await;
    let checked = person.check(&draft).await;
    let task = person.submit(&checked, &[]).await;
    let page = visible_text(&person.get(&task).await.page());
    assert!(page.contains("Kept without end"), "{page}");
    assert!(!page.contains("its proof is without"), "{page}");
    sqlx::query("update accounts set result_days = 60, draft_days = 14")
        .execute(&pool)
        .await
        .unwrap();
    let page = person.get(&task).await.page();
    assert!(page.contains(&format!("{task}/proof")), "{page}");
    let page = visible_text(&page);
    assert!(page.contains("Leads and calls are deleted "), "{page}");
    assert!(page.contains("its proof is without"), "{page}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_number_is_looked_up_erased_and_receipted(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let administrator = app.administrator().await;
    let text = format!("Customer,Mobile\nBudi,{NUMBER}\nSiti,+62812335099\n");
    administrator
        .new_draft("Offer", "list.csv", text.into_bytes())
        .await;
    let page = administrator.get("/settings/erasures").await.page();
    let wrong = administrator
        .press_with(&page, "Show what is held", &[("number", "12")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let found = administrator
        .press_with(&page, "Show what is held", &[("number", NUMBER)])
        .await;
    let held = visible_text(&found.text);
    assert!(held.contains("Draft “Offer”: 1 row"), "{held}");
    let erased = administrator
        .press_with(&found.text, "Erase everywhere", &[])
        .await;
    let receipt = erased.location();
    assert!(receipt.starts_with("/settings/erasures/"), "{receipt}");
    let page = administrator.get(receipt).await.page();
    let words = visible_text(&page);
    assert!(words.contains("Receipt for •••• 5088"), "{words}");
    assert!(words.contains("What AIRudder must be asked for"), "{words}");
    let file = administrator.get(&format!("{receipt}/receipt.txt")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(
        file.text.contains("Keyed hash of the number: 01"),
        "{}",
        file.text
    );
    assert!(!file.text.contains("335088"), "{}", file.text);
    let mut lines = file.text.lines();
    let erased = lines.find_map(|line| line.strip_prefix("Erased: "));
    let erased = erased.expect("when it was erased");
    assert!(erased.contains(" (UTC"), "{erased}");
    let day = erased.split(',').next().expect("a day");
    assert!(!day.contains('-'), "no day of machines: {erased}");
    let left: i64 =
        sqlx::query_scalar("select count(*) from leads where cells::text like '%3350%88%'")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(left, 0);
    let log = visible_text(&administrator.get("/settings/audit").await.page());
    assert!(
        log.contains("Erased a number: 1 row in 1 account."),
        "{log}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn nobody_else_looks_up_or_erases(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member.get("/settings/erasures").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    for path in ["/settings/erasures/find", "/settings/erasures/erase"] {
        let answer = member.post_form(path, &[("number", NUMBER)]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_receipt_that_is_not_finished_says_so_and_what_to_do(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let administrator = app.administrator().await;
    let id = "0193ed5a-0000-7000-8000-000000000009";
    let insert = format!(
        "insert into erasures (id, erased_at, number_hash, last_four, on_do_not_call, held, is_unfinished) \
         values ('{id}', now(), '', 5088, false, '[]', true)"
    );
    sqlx::query(&insert).execute(&pool).await.unwrap();
    let list = visible_text(&administrator.get("/settings/erasures").await.page());
    assert!(list.contains("Not finished"), "{list}");
    let receipt = format!("/settings/erasures/{id}");
    let page = visible_text(&administrator.get(&receipt).await.page());
    let file = administrator.get(&format!("{receipt}/receipt.txt")).await;
    for words in [page, file.text] {
        assert!(words.contains("Erase the number again"), "{words}");
        assert!(words.contains("Nothing was erased yet."), "{words}");
    }
    app.stop().await;
}
