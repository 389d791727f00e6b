//! The proof of a task, as browsers get it.

use reqwest::StatusCode;
use sqlx::PgPool;

use crate::support::TestApp;

#[sqlx::test(migrations = "./migrations")]
async fn the_proof_is_one_archive(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let list = "Mobile\n+62812300001\n".into();
    let draft = member.new_draft("Week 48", "list.csv", list).await;
    let task = member.submit(&member.check(&draft).await, &[]).await;
    let page = member.get(&format!("{task}/list")).await.page();
    assert!(page.contains(&format!("{task}/proof")));
    let answer = member.get(&format!("{task}/proof")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "application/zip");
    let id = task.rsplit('/').next().expect("an id");
    let name = format!("attachment; filename=\"proof-{id}.zip\"");
    assert_eq!(answer.header("content-disposition"), name);
    let unknown = member
        .get("/tasks/0195b8a0-0000-7000-8000-000000000009/proof")
        .await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    app.stop().await;
}
