//! Killed while a sheet comes in.

use std::path::{Path, PathBuf};

use sqlx::PgPool;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::{LOOK_AGAIN, MEMBER, Process, World, soon};
use crate::support::{Anonymous, PASSWORD, SignedIn, form_with_button, sheet, visible_text};

/// Bytes of a sheet that does not come any further than to its half.
const WHOLE: usize = 2 * 1024 * 1024;

/// Sends the form of a draft with a sheet that breaks off in its middle; the connection stays open.
async fn send_half(process: &Process, draft_form: &str) -> TcpStream {
    let browser = Anonymous::new(&process.address);
    let signed_in = browser.try_sign_in(MEMBER, PASSWORD).await;
    let page = browser.get(draft_form).await.page();
    let mut body = String::new();
    for (name, value) in form_with_button(&page, "Review leads").with(&[("name", "Half")]) {
        body.push_str(&format!(
            "--half\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    body.push_str(
        "--half\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"half.csv\"\r\n\
         Content-Type: text/csv\r\n\r\nCustomer,Mobile,Comments\n",
    );
    let length = body.len() + WHOLE;
    while body.len() < WHOLE / 2 {
        body.push_str("Budi,+62812335088,C1\n");
    }
    let host = process.address.strip_prefix("http://").expect("http");
    let head = format!(
        "POST /a/test-account/tasks/new HTTP/1.1\r\nHost: {host}\r\nCookie: coxswain={}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: multipart/form-data; boundary=half\r\nContent-Length: {length}\r\n\r\n",
        signed_in.session_id()
    );
    let mut connection = TcpStream::connect(host).await.expect("a connection");
    let sent = async {
        connection.write_all(head.as_bytes()).await?;
        connection.write_all(body.as_bytes()).await
    };
    soon("the first half is sent", sent)
        .await
        .expect("it listens");
    connection
}

/// Bytes of the files in a folder that a process has open. They need not have a name in it.
fn open_bytes(process: &Process, folder: &Path) -> u64 {
    let handles = format!("/proc/{}/fd", process.running.id());
    let handles = std::fs::read_dir(handles).expect("a process");
    let handles = handles.map(|handle| handle.expect("a handle").path());
    // A handle may be closed meanwhile.
    let is_below = |handle: &PathBuf| {
        std::fs::read_link(handle).is_ok_and(|target| target.starts_with(folder))
    };
    handles
        .filter(is_below)
        .filter_map(|handle| std::fs::metadata(handle).ok())
        .map(|file| file.len())
        .sum()
}

/// A person with a draft of 300 leads, about to upload another sheet into it.
async fn with_a_draft(pool: PgPool) -> (World, Process, SignedIn, String) {
    let world = World::new(pool).await;
    let process = world.process().await;
    let member = world.member(&process).await;
    let draft = member
        .new_draft("Whole", "messy-300.csv", sheet("messy-300.csv"))
        .await;
    (world, process, member, draft)
}

#[sqlx::test(migrations = false)]
async fn a_death_while_a_sheet_arrives_leaves_the_draft_as_it_was(pool: PgPool) {
    let (world, process, member, draft) = with_a_draft(pool).await;
    let form = draft.replace("/drafts/", "/tasks/new?draft=");
    let before = world.contents().await;

    let connection = send_half(&process, &form).await;
    let most_of_it = u64::try_from(WHOLE / 4).expect("a small number");
    let mut ticks = tokio::time::interval(LOOK_AGAIN);
    soon("the program has taken what was sent", async {
        while open_bytes(&process, world.uploads.path()) < most_of_it {
            ticks.tick().await;
        }
    })
    .await;
    process.kill();
    drop(connection);
    let mut left = std::fs::read_dir(world.uploads.path()).expect("a folder");
    assert!(left.next().is_none(), "numbers of people stay on the disk");

    let process = world.process().await;
    let member = member.at(&process.address);
    world.still_holds(&before).await;
    let review = visible_text(&member.get(&draft).await.page());
    assert!(
        review.contains("Whole") && review.contains("300 leads"),
        "{review}"
    );
    let changes = [("name", "Again")];
    let again = member
        .upload(&form, &changes, "clean-500.csv", sheet("clean-500.csv"))
        .await;
    assert_eq!(again.location(), draft);
    let review = visible_text(&member.get(&draft).await.page());
    assert!(
        review.contains("Again") && review.contains("500 leads"),
        "{review}"
    );
    world.ends_well(process).await;
}

/// From now on whoever stores the lead of that row waits for the advisory lock 1, with the leads before it stored.
const WAIT_IN_THE_MIDDLE: &str = "\
    create function wait_in_the_middle() returns trigger language plpgsql as \
        $$ begin perform pg_advisory_xact_lock(1); return new; end $$; \
    create trigger wait_in_the_middle before insert on leads for each row when (new.row = 250) \
        execute function wait_in_the_middle()";

#[sqlx::test(migrations = false)]
async fn a_death_while_leads_are_stored_leaves_those_of_the_sheet_before(pool: PgPool) {
    let (world, process, member, draft) = with_a_draft(pool).await;
    let form = draft.replace("/drafts/", "/tasks/new?draft=");
    let before = world.contents().await;

    world.execute(WAIT_IN_THE_MIDDLE).await;
    let hold = world.hold("select pg_advisory_xact_lock(1)").await;
    let clean = sheet("clean-500.csv");
    let changes = [("name", "Half")];
    let request = member
        .filled_in(&form, &changes, "clean-500.csv", clean.clone())
        .await;
    let sent = tokio::spawn(request.send());
    world.until_waiting_for("advisory").await;
    process.kill();
    let answer = sent.await.expect("no panic");
    assert!(answer.is_err(), "nobody was there to answer: {answer:?}");
    hold.rollback().await.expect("it holds");

    let process = world.process().await;
    let member = member.at(&process.address);
    world.still_holds(&before).await;
    let review = visible_text(&member.get(&draft).await.page());
    assert!(
        review.contains("Whole") && review.contains("300 leads"),
        "{review}"
    );
    let again = member.upload(&form, &changes, "clean-500.csv", clean).await;
    assert_eq!(again.location(), draft);
    assert_eq!(world.value::<i64>("select count(*) from leads").await, 500);
    world.ends_well(process).await;
}
