//! Leads that a check refuses without naming them are found by checks of halves.

use airudder_sandbox::{RefusedDetails, SandboxOptions};
use backend::ids::DraftId;
use backend::{Error, checks};
use jiff::SignedDuration;
use leads::states::{CheckState, SearchEnd, TaskState};
use leads::views::{DraftView, LeadFilter};
use sqlx::PgPool;

use crate::support::{World, numbers};

/// Refused by an entry that names neither row nor number nor comments.
const UNNAMED: [&str; 2] = ["+628129000005", "+628139000005"];

/// Nine leads, of which those places are refused without a name.
fn nine(refused: &[usize]) -> Vec<String> {
    let good = (0..9).map(|index| format!("+62812{}", 335_000 + index));
    let mut list: Vec<String> = good.collect();
    for (place, number) in refused.iter().zip(UNNAMED) {
        list[*place] = number.to_owned();
    }
    list
}

async fn checked(world: &World, list: &[String]) -> (DraftId, DraftView) {
    let list: Vec<&str> = list.iter().map(String::as_str).collect();
    let draft = world.draft("Unnamed", numbers(&list)).await;
    (draft, world.check(draft).await)
}

async fn press(world: &World, draft: DraftId) -> Result<(), Error> {
    let version = world.review(draft).await.version;
    let now = world.clock.now();
    checks::find_refused(&world.backend, &world.caller, now, draft, version).await
}

/// The rows that AIRudder refuses, with what is said of them.
async fn refused(world: &World, draft: DraftId) -> Vec<(u32, String)> {
    let page = world.page(draft, LeadFilter::Refused, 0).await;
    let said = |cells: &[leads::views::CellView]| {
        let problems = cells.iter().flat_map(|cell| &cell.problems);
        problems
            .map(|problem| problem.sentence.to_string())
            .collect()
    };
    let leads = page.leads.iter();
    leads.map(|lead| (lead.row, said(&lead.cells))).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_refused_lead_without_a_name_is_found_and_refused_as_any_other(pool: PgPool) {
    for_one(World::new(pool).await).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn it_is_found_too_where_the_answer_is_a_refusal(pool: PgPool) {
    let options = SandboxOptions {
        refused_details: RefusedDetails::FailingCode,
        ..SandboxOptions::default()
    };
    for_one(World::with(pool, options).await).await;
}

async fn for_one(world: World) {
    let (draft, view) = checked(&world, &nine(&[6])).await;
    let check = view.check.clone().unwrap();
    assert_eq!(
        (check.unnamed, check.finding_takes, check.refused),
        (1, 5, 0)
    );
    assert!(view.submit_blocker.is_some());
    let ended = check.ended;
    world.clock.forward(SignedDuration::from_mins(2));
    press(&world, draft).await.unwrap();
    assert_eq!(
        world.review(draft).await.check.unwrap().state,
        CheckState::Running
    );
    world.work().await;
    let view = world.review(draft).await;
    let check = view.check.clone().unwrap();
    let search = check.search.unwrap();
    assert_eq!((search.found, search.end), (1, Some(SearchEnd::Found)));
    assert!(search.asked <= 5, "{search:?}");
    assert_eq!(
        (check.state, check.unnamed, check.words),
        (CheckState::Done, 0, vec![])
    );
    assert_eq!(
        check.ended, ended,
        "what it says of the others is as old as before"
    );
    let found = refused(&world, draft).await;
    assert!(
        found.len() == 1 && found[0].0 == 8 && found[0].1.contains("Number Blocked"),
        "{found:?}"
    );
    assert_eq!(view.submit_blocker, None);
    let task = world.submit(&view, true).await.unwrap();
    world.work().await;
    assert_eq!(world.task(task).await.state, TaskState::Created);
}

#[sqlx::test(migrations = "../../migrations")]
async fn several_are_found_beside_one_that_has_a_name(pool: PgPool) {
    let world = World::new(pool).await;
    let mut list = nine(&[0, 5]);
    list[4] = "+628129000000".to_owned();
    let (draft, view) = checked(&world, &list).await;
    let check = view.check.unwrap();
    assert_eq!((check.unnamed, check.refused), (2, 1));
    press(&world, draft).await.unwrap();
    world.work().await;
    let rows: Vec<u32> = refused(&world, draft)
        .await
        .iter()
        .map(|(row, _)| *row)
        .collect();
    assert_eq!(rows, [2, 6, 7]);
    assert_eq!(world.review(draft).await.submit_count, 6);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_search_goes_on_where_it_was_once_the_provider_answers_again(pool: PgPool) {
    let mut world = World::new(pool).await;
    let (draft, _) = checked(&world, &nine(&[3])).await;
    press(&world, draft).await.unwrap();
    world.stop_provider().await;
    world.work().await;
    let check = world.review(draft).await.check.unwrap();
    assert_eq!(
        (check.state, check.search.unwrap().asked),
        (CheckState::Running, 0)
    );
    world.start_provider().await;
    world.clock.forward(SignedDuration::from_mins(5));
    world.work().await;
    world.work().await;
    let check = world.review(draft).await.check.unwrap();
    assert_eq!(check.search.unwrap().end, Some(SearchEnd::Found));
    assert_eq!(refused(&world, draft).await[0].0, 5);
}

#[sqlx::test(migrations = "../../migrations")]
async fn it_is_asked_for_once_and_only_where_a_lead_has_no_name(pool: PgPool) {
    let world = World::new(pool).await;
    let (named, _) = checked(&world, &["+628129000000".to_owned()]).await;
    let nothing = press(&world, named).await;
    assert!(matches!(nothing, Err(Error::Conflict(_))), "{nothing:?}");
    let (draft, _) = checked(&world, &nine(&[1])).await;
    press(&world, draft).await.unwrap();
    press(&world, draft).await.unwrap();
    world.work().await;
    let asked = world
        .review(draft)
        .await
        .check
        .unwrap()
        .search
        .unwrap()
        .asked;
    assert!(asked <= 5, "{asked}");
    let again = press(&world, draft).await;
    assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
}
