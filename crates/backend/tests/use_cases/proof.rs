//! The proof of a task.

use std::io::Read;

use backend::do_not_call::ListForm;
use backend::ids::TaskId;
use backend::tasks::{self, AppliedList, ProofView};
use backend::{Caller, Error, Role, calling_rules};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use leads::calling_rules::RuleSetId;
use leads::{Country, Sector};
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

impl World {
    async fn proof(&self, task: TaskId) -> ProofView {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        tasks::proof_view(backend, caller, now, task).await.unwrap()
    }

    /// Replaces the only list that was uploaded by that of a later day, with two numbers.
    async fn take_in_newer(&self) {
        let newer = ListForm {
            list: self.lists().await[1].0.to_string(),
            as_of: "2026-11-20".to_owned(),
            ..repep()
        };
        let two = numbers(&[FIRST, "+62812300001"]);
        self.take_in(newer, two).await.unwrap();
    }
}

/// The rules of a proof: country, sector, version, source, the day it was read, who has confirmed it.
fn rules(view: &ProofView) -> Vec<String> {
    let rules = view.rules.iter().map(|proven| {
        let (rule, id) = (&proven.rule_set, proven.rule_set.id);
        let by = proven.confirmed.as_ref().map(|(by, at)| {
            let (day, time) = (at.at.date(), at.at.time());
            format!("{by} on {day} at {time}")
        });
        let by = by.unwrap_or_else(|| "nobody".to_owned());
        format!(
            "{} {} {}: {}; read {}; {by}",
            id.country.as_str(),
            id.sector.key(),
            id.version,
            rule.source,
            rule.read_on
        )
    });
    rules.collect()
}

/// Whose rule the world's account is judged by.
const RULE: &str = "Our own choice: no rule in force was found. Hours in which a call is no surprise; read 2026-11-28";

#[sqlx::test(migrations = "../../migrations")]
async fn it_tells_the_rule_as_it_was_at_the_submission_and_who_had_confirmed_it(pool: PgPool) {
    let mut world = World::new(pool).await;
    let first = world.submitted("Week 48", numbers(&[FIRST])).await;
    assert_eq!(
        rules(&world.proof(first).await),
        [format!("ID other 1: {RULE}; nobody")]
    );
    let (backend, ana, now) = (&world.backend, &world.caller, world.clock.now());
    let id = RuleSetId {
        country: Country::parse("ID").unwrap(),
        sector: Sector::Other,
        version: 1,
    };
    calling_rules::confirm(backend, ana, now, id).await.unwrap();
    world.come_again().await;
    let second = world.submitted("Week 49", numbers(&["+62812300001"])).await;
    let confirmed = format!("ID other 1: {RULE}; Ana on 2026-11-23 at 09:00:00");
    assert_eq!(rules(&world.proof(second).await), [confirmed]);
    let of_first = rules(&world.proof(first).await);
    assert!(of_first[0].ends_with("nobody"), "{of_first:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn it_tells_whether_a_list_was_out_of_date_when_it_was_applied(pool: PgPool) {
    let world = World::new(pool).await;
    let old = ListForm {
        valid_days: "21".to_owned(),
        ..repep()
    };
    world.take_in(old, numbers(&[FIRST])).await.unwrap();
    let task = world
        .submitted("Week 48", numbers(&[FIRST, "+62812300001", SAYS_NO]))
        .await;
    // Taken in anew it is current, and the task tells of that day all the same.
    world.take_in_newer().await;
    world.work().await;
    let view = world.proof(task).await;
    let validity = |list: &AppliedList| (list.as_of, list.valid_days, list.was_outdated());
    assert_eq!(
        view.lists.iter().map(validity).collect::<Vec<_>>(),
        [
            (None, None, false),
            (Some(date(2026, 11, 1)), Some(21), true)
        ]
    );
    let later = &view.later_lists;
    assert_eq!(
        later.iter().map(validity).collect::<Vec<_>>(),
        [(Some(date(2026, 11, 20)), Some(30), false)]
    );
    assert_eq!(later[0].applied_on, Some(date(2026, 11, 23)));
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
    world.take_in_newer().await;
    world.work().await;
    let view = world.proof(task).await;
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
