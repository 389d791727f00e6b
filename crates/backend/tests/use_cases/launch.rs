//! The launch: what is confirmed before anybody is called.

use backend::Error;
use backend::drafts::{self, PolicyChoice};
use backend::ids::DraftId;
use jiff::SignedDuration;
use leads::views::{
    LaunchRemedy, LaunchState, LaunchView, LeadFilter, LeadView, ReadyView, TaskForm,
};
use leads::{DuplicatePolicy, LeadKind};
use sqlx::PgPool;

use crate::support::{World, fresh_id, numbers, sample};

const SAMPLES: [&str; 11] = [
    "chinese-gb18030.csv",
    "clean-500.csv",
    "double-utf8.csv",
    "duplicates.csv",
    "messy-300.csv",
    "numeric-phones.xlsx",
    "second-sheet.xlsx",
    "semicolon-latin1.csv",
    "shuffled-extra-columns.csv",
    "spanish.xlsx",
    "utf16-tab.txt",
];

async fn launch(world: &World, draft: DraftId) -> LaunchView {
    drafts::launch(&world.backend, &world.caller, world.clock.now(), draft)
        .await
        .unwrap()
}

fn ready(view: &LaunchView) -> &ReadyView {
    match &view.state {
        LaunchState::Ready(ready) => ready,
        other => panic!("{other:?}"),
    }
}

fn blocked(view: &LaunchView) -> (String, LaunchRemedy) {
    match &view.state {
        LaunchState::Blocked { reason, remedy } => (reason.to_string(), *remedy),
        other => panic!("{other:?}"),
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_recap_adds_up_for_every_sample(pool: PgPool) {
    let world = World::new(pool).await;
    for name in SAMPLES {
        let draft = world.draft(name, sample(name)).await;
        let view = launch(&world, draft).await;
        let all = world.review(draft).await.tally.all();
        let told: u32 = view.lines.iter().map(|line| line.count).sum();
        assert_eq!((told, view.all), (all, all), "{name}: {:?}", view.lines);
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn each_line_of_the_recap_opens_its_rows(pool: PgPool) {
    let world = World::new(pool).await;
    let (first, blocked) = ("+62812335088", "+628129000000");
    let sheet = numbers(&[first, "call me", blocked, first, "+62812343062"]);
    let draft = world.draft("Opens", sheet).await;
    world.check(draft).await;
    let view = launch(&world, draft).await;
    let mut told = Vec::new();
    for line in &view.lines {
        let shown = world.page(draft, line.show, 0).await.leads;
        // Beside each duplicate stands the row that is called in its place.
        let is_beside = |lead: &&LeadView| {
            line.show == LeadFilter::Kind(LeadKind::Duplicate) && lead.kind != LeadKind::Duplicate
        };
        let beside = shown.iter().filter(is_beside).count();
        assert_eq!((shown.len() - beside) as u32, line.count, "{line:?}");
        told.push((line.show, line.count));
    }
    assert_eq!(told[0], (LeadFilter::Called, 2));
    assert_eq!(told.last(), Some(&(LeadFilter::Refused, 1)));
    assert_eq!(view.first.unwrap().row, 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_launch_says_how_long_the_check_holds_and_then_that_it_does_not(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Holds", numbers(&["+62812335088"])).await;
    let (_, remedy) = blocked(&launch(&world, draft).await);
    assert_eq!(remedy, LaunchRemedy::CheckAgain);

    let checked = world.check(draft).await;
    let view = launch(&world, draft).await;
    let ready = ready(&view);
    assert_eq!(ready.form_key, checked.form_key);
    assert_eq!(ready.button.to_string(), "Call 1 person now");
    let apart = |from: &str, to: &str| {
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
        at(to).duration_since(at(from))
    };
    let holds = apart(&ready.checked.iso, &ready.good_until.iso);
    assert_eq!(holds, SignedDuration::from_mins(15));

    world.clock.forward(SignedDuration::from_mins(16));
    let view = launch(&world, draft).await;
    let (reason, remedy) = blocked(&view);
    assert!(reason.contains("older than 15 minutes"), "{reason}");
    assert_eq!(remedy, LaunchRemedy::CheckAgain);
}

#[sqlx::test(migrations = "../../migrations")]
async fn settings_to_complete_and_a_refused_task_lead_to_where_they_are_mended(pool: PgPool) {
    let world = World::new(pool).await;
    let draft = world.draft("Line", numbers(&["+62812335088"])).await;
    let form = TaskForm {
        line: "gone".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    let view = launch(&world, draft).await;
    assert_eq!(blocked(&view).1, LaunchRemedy::CompleteSettings);
    assert_eq!(view.problems[0].input, "line");

    let draft = world.draft("Refused", numbers(&["+628129000000"])).await;
    world.check(draft).await;
    let view = launch(&world, draft).await;
    let (reason, remedy) = blocked(&view);
    assert!(
        reason.starts_with("AIRudder refused every lead."),
        "{reason}"
    );
    assert_eq!(remedy, LaunchRemedy::Review);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_robot_is_quoted_with_the_values_of_the_first_lead_called(pool: PgPool) {
    let world = World::new(pool).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let list = backend::robots::list(backend, caller, now, "promo akhir", None)
        .await
        .unwrap();
    let robot = list.robots.first().unwrap().id.clone();
    backend::robots::view(backend, caller, now, &robot)
        .await
        .unwrap();
    let form = TaskForm {
        robot,
        ..world.form().await
    };
    let draft = fresh_id();
    world
        .save(draft, &form, Some(sample("messy-300.csv")))
        .await;
    let view = launch(&world, draft).await;
    assert!(view.script.is_some_and(|script| !script.is_empty()));
    assert_eq!(view.robot_language.as_deref(), Some("id-ID"));
    let said: Vec<&str> = view.says.iter().map(|said| said.name.as_str()).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    // Nothing of the list fills the last one.
    assert_eq!(view.says.last().unwrap().empty, view.all);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_choice_for_duplicates_is_applied_only_where_it_is_another_one(pool: PgPool) {
    let world = World::new(pool).await;
    let (first, other) = ("+62812335088", "+62812343062");
    let draft = world.draft("Twice", numbers(&[first, other, first])).await;
    let view = world.review(draft).await;
    let apply = async |version, keep| {
        let choice = PolicyChoice {
            keep,
            leave_out_recent: view.leave_out_recent,
        };
        let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
        drafts::apply_policies(backend, caller, now, (draft, version), choice).await
    };
    assert!(!apply(view.version, view.keep).await.unwrap());
    assert_eq!(world.review(draft).await.version, view.version);
    assert!(apply(view.version, DuplicatePolicy::All).await.unwrap());
    let after = world.review(draft).await;
    assert_eq!(after.version, view.version + 1);
    assert_eq!((after.keep, after.tally.ready), (DuplicatePolicy::All, 3));
    let late = apply(view.version, DuplicatePolicy::Last).await;
    assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_is_called_again_by_choice_is_told_before_anybody_is(pool: PgPool) {
    let world = World::new(pool).await;
    world.submitted("Before", numbers(&["+62812335088"])).await;
    let sheet = numbers(&["+62812335088", "+62812343062"]);
    let draft = world.draft("Again", sheet).await;
    assert_eq!(launch(&world, draft).await.called_again, None);
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    drafts::set_policies(backend, caller, now, draft, DuplicatePolicy::First, false)
        .await
        .unwrap();
    let again = launch(&world, draft).await.called_again;
    assert_eq!(
        again.map(|told| told.to_string()).as_deref(),
        Some("1 of them is called again: it is in a task of the last 7 days.")
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_account_without_a_cooldown_decides_nothing_about_recent_numbers(pool: PgPool) {
    let mut world = World::new(pool).await;
    world
        .change_account(|account| account.cooldown_days = "0".to_owned())
        .await;
    let draft = world
        .draft("Asked nothing", numbers(&["+62812335088"]))
        .await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    drafts::set_policies(backend, caller, now, draft, DuplicatePolicy::Last, false)
        .await
        .unwrap();
    let view = world.review(draft).await;
    assert_eq!(
        (view.keep, view.leave_out_recent),
        (DuplicatePolicy::Last, true)
    );
}
