//! Whoever waits for a sheet that is being read goes away.

use reqwest::RequestBuilder;
use sqlx::PgPool;

use super::{LOOK_AGAIN, Process, World, leads, soon};
use crate::hostile::{bytes_of, endless};
use crate::support::{SignedIn, children, is_alive, options, visible_text};

/// An upload that is not over for as long as a file may take, filled in and not sent yet.
async fn endless_upload(member: &SignedIn) -> RequestBuilder {
    let page = member.get("/tasks/new").await.page();
    let robot = options(&page, "robot").remove(0).0;
    let changes = [
        ("name", "Endless"),
        ("robot", robot.as_str()),
        ("line", "line-a"),
        ("when", "now"),
    ];
    member
        .filled_in("/tasks/new", &changes, "leads.xlsx", bytes_of(endless()))
        .await
}

/// The process that reads the sheet: it is awaited.
async fn reading_process(process: &Process) -> u32 {
    let mut ticks = tokio::time::interval(LOOK_AGAIN);
    soon("a process reads the sheet", async {
        loop {
            if let Some(child) = children(process.running.id()).first() {
                return *child;
            }
            ticks.tick().await;
        }
    })
    .await
}

async fn until_gone(child: u32) {
    let mut ticks = tokio::time::interval(LOOK_AGAIN);
    soon("the process that reads the sheet is gone", async {
        while is_alive(child) {
            ticks.tick().await;
        }
    })
    .await;
}

#[sqlx::test(migrations = false)]
async fn a_sheet_is_read_no_longer_once_its_client_has_left(pool: PgPool) {
    let world = World::new(pool).await;
    let process = world.process().await;
    let member = world.member(&process).await;
    let sent = tokio::spawn(endless_upload(&member).await.send());
    let child = reading_process(&process).await;
    sent.abort();
    until_gone(child).await;
    // The place is free again.
    let draft = member
        .new_draft("Good", "leads.csv", leads(20).into_bytes())
        .await;
    assert!(visible_text(&member.get(&draft).await.page()).contains("20 leads"));
    world.ends_well(process).await;
}

#[sqlx::test(migrations = false)]
async fn a_sheet_is_read_no_longer_once_the_program_is_told_to_stop(pool: PgPool) {
    let world = World::new(pool).await;
    let process = world.process().await;
    let member = world.member(&process).await;
    let sent = tokio::spawn(endless_upload(&member).await.send());
    let child = reading_process(&process).await;
    let ended = soon("the program ends", process.running.terminate()).await;
    assert!(ended.success, "{}", ended.log);
    assert!(!is_alive(child));
    // The person is told, before the program ends, where the connection holds that long.
    let _ = sent.await.expect("no panic");
}

#[sqlx::test(migrations = false)]
async fn a_sheet_is_read_no_longer_once_the_program_is_killed(pool: PgPool) {
    let world = World::new(pool).await;
    let process = world.process().await;
    let member = world.member(&process).await;
    let sent = tokio::spawn(endless_upload(&member).await.send());
    let child = reading_process(&process).await;
    process.kill();
    until_gone(child).await;
    assert!(sent.await.expect("no panic").is_err());
}
