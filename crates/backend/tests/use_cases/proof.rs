//! The proof of a task.

use std::io::Read;

use backend::do_not_call::ListForm;
use backend::tasks::{self, ProofView};
use backend::{Caller, Error, Role};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use localization::Language;
use sha2::{Digest, Sha256};
use sqlx::PgPool;

use crate::do_not_call::repep;
use crate::support::{World, numbers};

const FIRST: &str = "+62812300000";

/// Answers that it does not want to be called.
const SAYS_NO: &str = "+628129000019";

/// The lists that left out leads after the check: name, day, version, numbers, leads.
fn at_sending(view: &ProofView) -> Vec<(String, Option<Date>, u32, u64, u32)> {
    let lists = view.later_lists.iter();
    lists
        .map(|list| {
            let name = list.name.clone();
            (name, list.as_of, list.version, list.numbers, list.left_out)
        })
        .collect()
}

fn page(view: &ProofView) -> String {
    format!("the page of {}", view.task.name)
}

#[sqlx::test(migrations = "../../migrations")]
async fn it_tells_what_was_submitted_by_which_lists_and_what_came_of_it(pool: PgPool) {
    let world = World::new(pool).await;
    let robot = world.robot().await;
    world.means_do_not_call(&robot, "D").await;
    world.add_to_do_not_call(FIRST).await.unwrap();
    let sheet = numbers(&[FIRST, "+62812300001", "+62812300002", "12", SAYS_NO]);
    let task = world.submitted("Week 48", sheet).await;
    world.add_to_do_not_call("+62812300001").await.unwrap();
    world.poll().await;
    for _ in 0..4 {
        world.clock.forward(SignedDuration::from_mins(10));
        world.poll().await;
    }
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let view = tasks::proof_view(backend, caller, now, task).await.unwrap();
    let lists: Vec<_> = view
        .lists
        .iter()
        .map(|list| {
            let kind = list.kind().to_string();
            (list.name.clone(), kind, list.numbers, list.left_out)
        })
        .collect();
    let company = "Company list".to_owned();
    assert_eq!(lists, [(company.clone(), company, 1, 1)]);
    let later: Vec<_> = view
        .left_out_later
        .iter()
        .map(|later| (later.reason.as_str(), later.leads))
        .collect();
    assert_eq!(later, [("do_not_call", 1)]);
    let company = "Company list".to_owned();
    assert_eq!(at_sending(&view), [(company, None, 1, 2, 1)]);
    assert_eq!((view.check.leads, view.check.refused), (3, 0));
    assert_eq!(view.check.by.as_deref(), Some("Ana"));
    assert_eq!(view.opt_outs, 1);
    assert_eq!(view.batches[0].sha256.len(), 64);
    assert!(view.problems.iter().any(|problem| problem.count == 1));

    let file = tasks::proof_file(backend, caller, now, task, Language::English, page)
        .await
        .unwrap();
    let mut archive = zip::ZipArchive::new(file.file).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        let mut entry = archive.by_name(name).unwrap();
        entry.read_to_string(&mut text).unwrap();
        text
    };
    assert_eq!(read("proof.html"), "the page of Week 48");
    let list = read("list-with-calls.csv");
    assert!(list.contains("On a do-not-call list"), "{list}");
    let opt_outs = read("opt-outs.csv");
    assert!(opt_outs.contains("628129000019"), "{opt_outs}");
    assert_eq!(opt_outs.lines().count(), 2, "{opt_outs}");
    let digests = read("SHA256SUMS");
    for name in ["proof.html", "list-with-calls.csv", "opt-outs.csv"] {
        let digest = hex::encode(Sha256::digest(read(name)));
        assert!(
            digests.contains(&format!("{digest}  {name}\n")),
            "{digests}"
        );
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn it_names_the_version_of_a_list_that_left_out_leads_at_sending(pool: PgPool) {
    let world = World::new(pool).await;
    let sheet = numbers(&[FIRST, "+62812300001", "+62812300002"]);
    let task = world.submitted("Week 48", sheet).await;
    world.take_in(repep(), numbers(&[FIRST])).await.unwrap();
    let newer = ListForm {
        list: world.lists().await[1].0.to_string(),
        as_of: "2026-11-20".to_owned(),
        ..repep()
    };
    let two = numbers(&[FIRST, "+62812300001"]);
    world.take_in(newer, two).await.unwrap();
    world.work().await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let view = tasks::proof_view(backend, caller, now, task).await.unwrap();
    let repep = "REPEP November".to_owned();
    let day = Some(date(2026, 11, 20));
    assert_eq!(at_sending(&view), [(repep, day, 2, 2, 2)]);
    let submitted = view.lists.iter().map(|list| list.name.as_str());
    assert_eq!(submitted.collect::<Vec<_>>(), ["Company list"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_viewer_gets_the_ends_of_numbers_and_another_account_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("Week 48", numbers(&["+62812300001"])).await;
    world.poll().await;
    let other = world.other_account().await;
    let (backend, now) = (&world.backend, world.clock.now());
    let viewer = Caller {
        role: Role::Viewer,
        ..world.caller.clone()
    };
    let file = tasks::proof_file(backend, &viewer, now, task, Language::English, page)
        .await
        .unwrap();
    let mut archive = zip::ZipArchive::new(file.file).unwrap();
    let mut list = String::new();
    let mut entry = archive.by_name("list-with-calls.csv").unwrap();
    entry.read_to_string(&mut list).unwrap();
    assert!(!list.contains("62812300001"), "{list}");
    let elsewhere = tasks::proof_view(&other.backend, &other.caller, now, task).await;
    assert!(matches!(elsewhere, Err(Error::NotFound)), "{elsewhere:?}");
}
