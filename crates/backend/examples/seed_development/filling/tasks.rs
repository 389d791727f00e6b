//! Tasks: at least one in every state.

use std::collections::BTreeMap;

use backend::ids::TaskId;
use jiff::SignedDuration;
use leads::states::{MAX_SEARCHES, TaskState};
use leads::views::TaskForm;

use super::world::{LOOK_EVERY, World};
use super::{Outcome, lists};

/// Leads in a batch of the tasks that have several.
const BATCH: u32 = 20;

/// The most minutes between batches that the form takes.
const MAX_MINUTES_APART: &str = "240";

/// The numbers of a task that has ended within the cooldown.
pub fn called_recently() -> Vec<String> {
    lists::numbers(0, 120)
}

/// Makes the tasks from five days ago to the present, each in its state; their paths by what they are examples of.
pub async fn make(world: &World) -> Outcome<BTreeMap<&'static str, String>> {
    let mut made = BTreeMap::new();
    let mut add = |name, task: TaskId| made.insert(name, format!("/tasks/{task}"));
    world.go_to(5, 10)?;
    add("finished", finished(world).await?);
    world.go_to(4, 10)?;
    add("partly_created", partly_created(world).await?);
    world.go_to(4, 15)?;
    add("refused_task", refused(world).await?);
    world.go_to(3, 10)?;
    add("stopped", stopped(world).await?);
    world.go_to(3, 14)?;
    add("not_sent", not_sent(world).await?);
    world.go_to(2, 10)?;
    add("absent", absent(world, "Lost sandbox-500", 50).await?);
    world.go_to(2, 14)?;
    add("given_up", given_up(world).await?);
    world.go_to(1, 10)?;
    add("without_refused", without_refused(world).await?);
    world.go_to_before_present(SignedDuration::from_hours(3));
    add("created", created(world).await?);
    // What goes on by itself is made last, as of now.
    world.go_to_before_present(SignedDuration::from_secs(10));
    add("calling", calling(world).await?);
    world.go_to_before_present(SignedDuration::ZERO);
    add("unknown", unknown(world).await?);
    add("sending", sending(world).await?);
    Ok(made)
}

/// Submits a task of those numbers, which calls at once; the worker has not seen it yet.
async fn submitted(world: &World, name: &str, numbers: &[String]) -> Outcome<TaskId> {
    let form = world.form(name).await?;
    submitted_as(world, form, numbers).await
}

async fn submitted_as(world: &World, form: TaskForm, numbers: &[String]) -> Outcome<TaskId> {
    let list = lists::list("leads.csv", numbers)?;
    let draft = world.draft(form, list).await?;
    world.submit(&world.check(draft).await?).await
}

async fn finished(world: &World) -> Outcome<TaskId> {
    let task = submitted(world, "Driver survey", &called_recently()).await?;
    world.work().await?;
    world.clock.forward(SignedDuration::from_hours(1));
    world.refresh(task).await?;
    world.expect(task, TaskState::Finished).await?;
    Ok(task)
}

/// The first of three batches is created, the second refused, the third stopped.
async fn partly_created(world: &World) -> Outcome<TaskId> {
    let world = world.cutting_lists_longer_than(BATCH).await?;
    let mut numbers = lists::numbers(10, 3 * BATCH);
    numbers[30] = lists::BLOCKED_LATER.to_owned();
    let form = TaskForm {
        stagger: "60".to_owned(),
        ..world.form("Welcome calls").await?
    };
    let task = submitted_as(&world, form, &numbers).await?;
    world.work().await?;
    world.clock.forward(SignedDuration::from_hours(1));
    world.work().await?;
    world.stop_rest(task).await?;
    world.expect(task, TaskState::PartlyCreated).await?;
    Ok(task)
}

async fn refused(world: &World) -> Outcome<TaskId> {
    let mut numbers = lists::numbers(20, 2);
    numbers.push(lists::BLOCKED_LATER.to_owned());
    let task = submitted(world, "Refused later", &numbers).await?;
    world.work().await?;
    world.expect(task, TaskState::Refused).await?;
    Ok(task)
}

async fn stopped(world: &World) -> Outcome<TaskId> {
    let task = submitted(world, "Stopped in time", &lists::numbers(30, 8)).await?;
    world.stop_rest(task).await?;
    world.expect(task, TaskState::NotSent).await?;
    Ok(task)
}

/// A batch is not sent any more after half an hour: the worker came too late.
async fn not_sent(world: &World) -> Outcome<TaskId> {
    let task = submitted(world, "Waited too long", &lists::numbers(40, 12)).await?;
    world.clock.forward(SignedDuration::from_mins(31));
    world.work().await?;
    world.expect(task, TaskState::NotSent).await?;
    Ok(task)
}

async fn absent(world: &World, name: &str, hundred: u32) -> Outcome<TaskId> {
    let task = submitted(world, name, &lists::numbers(hundred, 15)).await?;
    world.work().await?;
    world.expect(task, TaskState::Unknown).await?;
    for _ in 0..MAX_SEARCHES {
        world.clock.forward(LOOK_EVERY);
        world.work().await?;
    }
    world.expect(task, TaskState::Absent).await?;
    Ok(task)
}

async fn given_up(world: &World) -> Outcome<TaskId> {
    let task = absent(world, "Given up sandbox-close", 60).await?;
    world.give_up(task).await?;
    world.expect(task, TaskState::GivenUp).await?;
    Ok(task)
}

/// Created, but for the leads that the check had refused.
async fn without_refused(world: &World) -> Outcome<TaskId> {
    let mut numbers = lists::numbers(70, 9);
    numbers.push(lists::BLOCKED.to_owned());
    let task = submitted(world, "Without refused leads", &numbers).await?;
    world.work().await?;
    world.expect(task, TaskState::Created).await?;
    Ok(task)
}

/// Its calls start tomorrow.
async fn created(world: &World) -> Outcome<TaskId> {
    let form = TaskForm {
        when: "later".to_owned(),
        start: world.tomorrow_at(10)?,
        end: world.tomorrow_at(17)?,
        ..world.form("Weekend promo").await?
    };
    let draft = world.draft(form, lists::clean()?).await?;
    let task = world.submit(&world.check(draft).await?).await?;
    world.work().await?;
    world.refresh(task).await?;
    world.expect(task, TaskState::Created).await?;
    Ok(task)
}

/// Some of its calls have ended, some are under way, some have not begun.
async fn calling(world: &World) -> Outcome<TaskId> {
    let task = submitted(world, "Ride vouchers", &lists::numbers(80, 250)).await?;
    world.work().await?;
    world.clock.forward(SignedDuration::from_secs(6));
    world.refresh(task).await?;
    world.expect(task, TaskState::Calling).await?;
    Ok(task)
}

async fn unknown(world: &World) -> Outcome<TaskId> {
    let task = submitted(world, "Lost sandbox-cut", &lists::numbers(88, 2)).await?;
    world.work_without_searching().await?;
    world.expect(task, TaskState::Unknown).await?;
    Ok(task)
}

/// The first of three batches is created; the others wait for as long as they can be told to.
async fn sending(world: &World) -> Outcome<TaskId> {
    let world = world.cutting_lists_longer_than(BATCH).await?;
    let form = TaskForm {
        stagger: MAX_MINUTES_APART.to_owned(),
        ..world.form("A batch every four hours").await?
    };
    let task = submitted_as(&world, form, &lists::numbers(86, 3 * BATCH)).await?;
    world.work().await?;
    world.expect(task, TaskState::Sending).await?;
    Ok(task)
}
