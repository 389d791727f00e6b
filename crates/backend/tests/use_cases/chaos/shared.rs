//! What tasks that share numbers have called in the end, as the provider knows it.

use backend::ids::TaskId;
use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::{COOLDOWN_DAYS, Submitted};
use crate::support::World;

/// The cooldown runs from when a batch was queued, and it may wait there for half an hour, by clocks that differ.
const SLACK: SignedDuration = SignedDuration::from_mins(35);

/// A batch that the provider has made.
struct Made {
    task: usize,
    at: Timestamp,
    /// What the comments of its leads say: one word for each number.
    numbers: Vec<String>,
    /// The place of the event by which it got into the queue last.
    queued: i64,
}

/// No number stands in two tasks that were made within the cooldown, unless a person chose to keep it: for the task that was
/// decided about later, and before it was submitted.
pub(super) async fn nobody_was_called_twice(world: &World, tasks: &[Submitted], which: &str) {
    let decisions = decisions(world, tasks).await;
    let mut made = Vec::new();
    for (index, task) in tasks.iter().enumerate() {
        made.extend(made_of(world, index, task, &decisions).await);
    }
    let cooldown = SignedDuration::from_hours(24 * i64::from(COOLDOWN_DAYS)) - SLACK;
    for (place, one) in made.iter().enumerate() {
        for other in &made[place + 1..] {
            let apart = one.at.duration_since(other.at).abs();
            let is_shared = one
                .numbers
                .iter()
                .any(|number| other.numbers.contains(number));
            if one.task == other.task || !is_shared || apart >= cooldown {
                continue;
            }
            let (earlier, later) = match one.queued < other.queued {
                true => (one, other),
                false => (other, one),
            };
            let (first, second) = (&tasks[earlier.task], &tasks[later.task]);
            let is_chosen = second.keeps_recent && earlier.queued < decisions[&(second.id, 0)];
            assert!(
                is_chosen,
                "{which}: {} and {} call the same number, {apart:#} apart",
                first.name, second.name
            );
        }
    }
}

/// By task and batch the place of the last event that put it into the queue; batch 0 stands for the submission.
async fn decisions(world: &World, tasks: &[Submitted]) -> HashMap<(TaskId, u32), i64> {
    let ids: Vec<TaskId> = tasks.iter().map(|task| task.id).collect();
    let events: Vec<(TaskId, i32, i64)> = sqlx::query_as(
        "select task_id, coalesce((detail ->> 'part')::int, 0), max(number) from events \
         where task_id = any($1) and kind in ('submitted', 'part_sent_again') group by 1, 2",
    )
    .bind(ids)
    .fetch_all(world.backend.pool())
    .await
    .unwrap();
    let keyed = events
        .into_iter()
        .map(|(task, batch, place)| ((task, u32::try_from(batch).unwrap()), place));
    keyed.collect()
}

async fn made_of(
    world: &World,
    index: usize,
    task: &Submitted,
    decisions: &HashMap<(TaskId, u32), i64>,
) -> Vec<Made> {
    let batches = world.batches(task.id).await;
    let mut made = Vec::new();
    for entry in world.listed(&format!("{}-", task.name)).await {
        let batch = batches
            .iter()
            .find(|batch| Some(&batch.provider_name) == entry.name.as_ref())
            .unwrap();
        let calls = world.provider.calls(&entry.task_id.unwrap()).await.unwrap();
        let queued = decisions.get(&(task.id, batch.number));
        made.push(Made {
            task: index,
            at: entry.created.unwrap().parse().unwrap(),
            numbers: calls
                .calls
                .into_iter()
                .map(|call| call.comments.unwrap())
                .collect(),
            queued: *queued.unwrap_or(&decisions[&(task.id, 0)]),
        });
    }
    made
}
