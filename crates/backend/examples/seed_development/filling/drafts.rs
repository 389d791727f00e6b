//! Drafts: lists with something to be done about them, and what a check has said.

use std::collections::BTreeMap;

use backend::ids::DraftId;
use jiff::SignedDuration;
use leads::views::TaskForm;

use super::world::World;
use super::{Outcome, lists, tasks};

/// Makes every draft within the last half hour; their paths by what they are examples of.
pub async fn make(world: &World) -> Outcome<BTreeMap<&'static str, String>> {
    world.go_to_before_present(SignedDuration::from_mins(30));
    let mut made = BTreeMap::new();
    made.insert("reviewed", path(reviewed(world).await?));
    made.insert("warnings", path(warnings(world).await?));
    made.insert("question", path(question(world).await?));
    made.insert("unmatched", path(unmatched(world).await?));
    let wrong_form = wrong_form(world).await?;
    made.insert("wrong-form", format!("/tasks/new?draft={wrong_form}"));
    discarded(world).await?;
    made.insert("discarded", "/drafts?show=discarded".to_owned());
    // A check is good for a quarter of an hour.
    world.go_to_before_present(SignedDuration::ZERO);
    made.insert("refused", path(refused(world).await?));
    made.insert("accepted", path(accepted(world).await?));
    Ok(made)
}

fn path(draft: DraftId) -> String {
    format!("/drafts/{draft}")
}

async fn reviewed(world: &World) -> Outcome<DraftId> {
    let form = world.form("Review of a messy list").await?;
    world.draft(form, lists::messy()?).await
}

/// A lead of every kind that the messy list lacks.
async fn warnings(world: &World) -> Outcome<DraftId> {
    let called_recently = &tasks::called_recently()[..5];
    let form = world.form("Warnings and held-back rows").await?;
    world.add_to_do_not_call(lists::LISTED).await?;
    let draft = world.draft(form, lists::warnings(called_recently)?).await?;
    // The last of those that have nothing against them.
    world.leave_out(draft, 30).await?;
    Ok(draft)
}

async fn question(world: &World) -> Outcome<DraftId> {
    let form = world.form("Which number to call").await?;
    world.draft(form, lists::of_two_numbers()?).await
}

async fn unmatched(world: &World) -> Outcome<DraftId> {
    let form = world.form("No numbers").await?;
    world.draft(form, lists::without_numbers()?).await
}

/// A form with problems: a name that AIRudder refuses, no start, no redials, and a file that is no list.
async fn wrong_form(world: &World) -> Outcome<DraftId> {
    let form = TaskForm {
        when: "later".to_owned(),
        redials: String::new(),
        ..world.form("Promoción").await?
    };
    Ok(world.save(form, lists::not_a_sheet()?).await?.0)
}

/// One that can be restored.
async fn discarded(world: &World) -> Outcome<()> {
    let form = world.form("Discarded by mistake").await?;
    let list = lists::list("leads.csv", &lists::numbers(95, 40))?;
    let draft = world.draft(form, list).await?;
    world.discard(draft).await
}

async fn refused(world: &World) -> Outcome<DraftId> {
    let form = world.form("Refused leads").await?;
    let mut numbers = lists::numbers(93, 3);
    numbers.push(lists::BLOCKED.to_owned());
    let draft = world
        .draft(form, lists::list("leads.csv", &numbers)?)
        .await?;
    world.check(draft).await?;
    Ok(draft)
}

async fn accepted(world: &World) -> Outcome<DraftId> {
    let form = world.form("Everything is fine").await?;
    let list = lists::list("leads.csv", &lists::numbers(94, 60))?;
    let draft = world.draft(form, list).await?;
    match world.check(draft).await?.submit_blocker {
        None => Ok(draft),
        Some(blocker) => Err(format!("the draft was not accepted: {blocker}").into()),
    }
}
