//! The audit log, as administrators see and export it.

use crate::support::{TestApp, visible_text};
use backend::Role;
use reqwest::StatusCode;
use sqlx::PgPool;

const LOG: &str = "/settings/audit";

#[sqlx::test(migrations = "./migrations")]
async fn administrators_see_who_did_what_and_filter_it(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let (administrator, member) = (app.administrator().await, app.member().await);
    assert_eq!(
        member.get("/settings/people").await.status,
        StatusCode::FORBIDDEN
    );
    let whole = visible_text(&administrator.get(LOG).await.page());
    for said in [
        "Signed in with a password.",
        "Was not allowed to change people and settings as launcher.",
        "127.0.0.1",
    ] {
        assert!(whole.contains(said), "{said}: {whole}");
    }
    let refused = visible_text(
        &administrator
            .get("/settings/audit?outcome=refused")
            .await
            .page(),
    );
    assert!(
        refused.contains("Was not allowed to") && !refused.contains("Signed in with a password."),
        "{refused}"
    );
    let sessions = visible_text(
        &administrator
            .get("/settings/audit?group=sessions")
            .await
            .page(),
    );
    assert!(
        !sessions.contains("Was not allowed to") && sessions.contains("Signed in with a password."),
        "{sessions}"
    );
    let past = visible_text(
        &administrator
            .get("/settings/audit?to=2020-01-01")
            .await
            .page(),
    );
    assert!(past.contains("No entries found"), "{past}");
    let other = administrator.get("/settings/audit?group=none").await.page();
    assert!(
        visible_text(&other).contains("a kind of action"),
        "what cannot be used is told"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn who_asks_for_an_account_without_a_role_in_it_stands_in_the_log_once(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    app.add_other_account(&administrator).await;
    let stranger = app
        .person_of_other("dewi@example.com", Role::Launcher)
        .await;
    for address in [
        "/a/test-account/tasks",
        "/a/test-account/drafts",
        "/a/nowhere/tasks",
    ] {
        assert_eq!(stranger.get(address).await.status, StatusCode::NOT_FOUND);
    }
    let refused = "/settings/audit?outcome=refused";
    let refused = visible_text(&administrator.get(refused).await.page());
    let told = refused.matches("Asked for an account in which they have no role.");
    assert_eq!(told.count(), 1, "{refused}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn nobody_else_sees_or_takes_it(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    for path in [LOG, "/settings/audit-file"] {
        let answer = member.get(path).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(!answer.text.contains("Signed in"), "{path}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_file_has_what_is_filtered_and_is_an_entry_itself(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let file = administrator
        .get("/settings/audit-file?group=sessions")
        .await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(
        file.text.contains("Signed in with a password."),
        "{}",
        file.text
    );
    let page = visible_text(
        &administrator
            .get("/settings/audit?group=audit_log")
            .await
            .page(),
    );
    assert!(page.contains("of the audit log."), "{page}");
    let unusable = administrator.get("/settings/audit-file?group=none").await;
    assert_eq!(unusable.status, StatusCode::NOT_FOUND);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn older_entries_stand_on_the_next_page(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let administrator = app.administrator().await;
    sqlx::query(
        "insert into audit_log_pending (at, source, action, action_group, outcome, detail) \
         select now() - interval '1 day', 'command_line', 'person_enabled', 'people', 'done', '{}' from generate_series(1, 60)",
    )
    .execute(&pool)
    .await
    .unwrap();
    let first = administrator
        .get("/settings/audit?group=people")
        .await
        .page();
    let count = |page: &str| page.matches("Enabled a person.").count();
    // Who was added stands among them.
    let newest = count(&first);
    assert!((40..=50).contains(&newest), "{newest}");
    let begin = first
        .find("/settings/audit?group=people&amp;behind=")
        .expect("a next page");
    let link = first[begin..]
        .split('"')
        .next()
        .unwrap()
        .replace("&amp;", "&");
    let older = administrator.get(&link).await.page();
    assert_eq!(newest + count(&older), 60);
    app.stop().await;
}
