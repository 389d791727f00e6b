//! The real worker against the sandbox and real Postgres, with faults at random points of random schedules.
//!
//! `CHAOS_SCHEDULES` says how many, from which `CHAOS_FIRST`, of which `CHAOS_SEED`, and `CHAOS_RESTART` how Postgres is crashed and
//! started again, a word a line; `cargo xtask chaos` sets them all. The provider fails by the name of the task (`NAMES`), and takes two tasks of the same name. What else
//! happens stands in `faults` and `people`, and what must hold between tasks that share numbers in `shared`.

mod calls;
mod do_not_call;
mod faults;
mod people;
mod process;
mod shared;

use std::time::Duration;

use airudder::TaskListEntry;
use airudder_sandbox::{DuplicateNames, SandboxOptions};
use backend::history;
use jiff::SignedDuration;
use leads::states::BatchState;
use leads::views::BatchView;
use sqlx::PgPool;

use crate::support::World;
use backend::ids::TaskId;

/// Names that make the sandbox fail in their way: before it reads, after it has made the task, slowly, cut off, garbled, by its
/// gateway, with a token that has expired, by a limit, by a refusal.
const NAMES: [&str; 13] = [
    "Plain",
    "sandbox-500",
    "sandbox-429",
    "sandbox-401",
    "sandbox-cut",
    "sandbox-garbled",
    "sandbox-502",
    "sandbox-refuse",
    "sandbox-close",
    "sandbox-late",
    "sandbox-timeout-before",
    "sandbox-timeout-after",
    "sandbox-slow",
];

/// Tasks of a schedule, at the most.
const TASKS: usize = 5;

/// Numbers of a schedule: every list is drawn from them, so its tasks share some.
const POOL: u64 = 5;

/// Leads in a list, at the most; it is cut into batches of two.
const MAX_LIST_LENGTH: u64 = 5;
const LEADS_IN_A_BATCH: u32 = 2;

/// Days within which nobody is called again unless a person says so.
const COOLDOWN_DAYS: u32 = 1;

/// SplitMix64: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn index(&mut self, bound: usize) -> usize {
        usize::try_from(self.below(bound as u64)).unwrap()
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.index(words.len())]
    }

    /// A number of seconds, at the most so many before or after.
    fn around(&mut self, seconds: u64) -> SignedDuration {
        let drawn = SignedDuration::from_secs(i64::try_from(self.below(2 * seconds + 1)).unwrap());
        drawn - SignedDuration::from_secs(i64::try_from(seconds).unwrap())
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "the person who runs the test says how long"
)]
fn setting(variable: &str) -> Option<String> {
    std::env::var(variable).ok()
}

fn number_from(variable: &str, otherwise: u64) -> u64 {
    setting(variable).map_or(otherwise, |text| text.parse().unwrap())
}

impl World {
    async fn batches(&self, task: TaskId) -> Vec<BatchView> {
        self.task(task).await.batches
    }

    /// What the provider has made under names that begin so, the newest hundred.
    async fn listed(&self, beginning: &str) -> Vec<TaskListEntry> {
        let page = self.provider.tasks(1, 100).await.unwrap();
        let is_of_it = |entry: &TaskListEntry| {
            let name = entry.name.as_deref();
            name.is_some_and(|name| name.starts_with(beginning))
        };
        page.entries.into_iter().filter(is_of_it).collect()
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn whatever_fails_in_random_schedules_nobody_is_called_twice_and_the_truth_is_shown(
    pool: PgPool,
) {
    let seed = number_from("CHAOS_SEED", 1);
    let first = number_from("CHAOS_FIRST", 0);
    let end = first + number_from("CHAOS_SCHEDULES", 12);
    println!("schedules {first} to {} from seed {seed}", end - 1);
    let options = SandboxOptions {
        hang: Duration::from_millis(5),
        slow: Duration::from_millis(5),
        // A provider that refuses a name that is taken would hide what these schedules are to find.
        duplicate_names: DuplicateNames::Accepted,
        ..SandboxOptions::default()
    };
    let mut world = World::with(pool, options).await;
    world.cuts_lists_longer_than(LEADS_IN_A_BATCH).await;
    world
        .change_account(|form| form.cooldown_days = COOLDOWN_DAYS.to_string())
        .await;
    for number in first..end {
        let mut random = Random(seed.wrapping_mul(1_000_003).wrapping_add(number));
        schedule(&world, &mut random, number).await;
        let done = number + 1 - first;
        if done.is_multiple_of(100) {
            println!("{done} schedules from {first} have ended as they should");
        }
    }
    let verdicts = history::verify(&world.backend).await.unwrap();
    assert_eq!(verdicts[0].problem, None);
}

async fn schedule(world: &World, random: &mut Random, number: u64) {
    let mut submitted = Vec::new();
    for _ in 0..1 + random.below(3) {
        one_more(world, random, number, &mut submitted).await;
    }
    for _ in 0..random.below(12) {
        if random.below(10) == 0 {
            one_more(world, random, number, &mut submitted).await;
        } else {
            world.something_happens(random, &submitted).await;
        }
    }
    come_to_an_end(world, &submitted).await;
    if random.below(2) == 0 {
        world.everything_is_sent_again(random, &submitted).await;
        come_to_an_end(world, &submitted).await;
    }
    for task in &submitted {
        validate(world, task, &format!("schedule {number}: {}", task.name)).await;
    }
    shared::nobody_was_called_twice(world, &submitted, &format!("schedule {number}")).await;
    for task in &submitted {
        do_not_call::nobody_is_called_who_said_no(
            world,
            task,
            &format!("schedule {number}: {}", task.name),
        )
        .await;
        calls::calls_add_up(world, task, &format!("schedule {number}: {}", task.name)).await;
    }
}

/// Nothing more happens, and the worker works until every batch is at its end.
async fn come_to_an_end(world: &World, tasks: &[Submitted]) {
    for _ in 0..120 {
        // Whoever died is found out: nobody works now. What the dead have asked of the database may still take a lease.
        world.expire_leases().await;
        world.work().await;
        let mut all_ended = true;
        for task in tasks {
            all_ended &= world.batches(task.id).await.iter().all(is_at_an_end);
        }
        if all_ended {
            break;
        }
        world.clock.forward(SignedDuration::from_secs(30));
    }
}

/// Somebody submits another task, and may think better of it at once.
async fn one_more(world: &World, random: &mut Random, number: u64, tasks: &mut Vec<Submitted>) {
    if tasks.len() == TASKS {
        return;
    }
    let Some(task) = world.somebody_submits(random, number, tasks).await else {
        return;
    };
    if random.below(2) == 0 {
        world.somebody_stops(&task).await;
    }
    tasks.push(task);
}

/// A task that somebody has submitted.
struct Submitted {
    id: TaskId,
    schedule: u64,
    name: String,
    leads: u32,
    batches: u32,
    /// Whether the person chose to keep the numbers that were called recently.
    keeps_recent: bool,
}

/// Created, refused, not sent, or waiting for a person.
fn is_at_an_end(batch: &BatchView) -> bool {
    !matches!(
        batch.state,
        BatchState::Waiting | BatchState::Sending | BatchState::Unknown
    )
}

/// What must hold at the end of every schedule.
async fn validate(world: &World, task: &Submitted, which: &str) {
    let batches = world.batches(task.id).await;
    let listed = world.listed(&format!("{}-", task.name)).await;
    let mut sent = 0;
    for batch in &batches {
        let state = batch.state;
        assert!(is_at_an_end(batch), "{which}: it never ends: {state:?}");
        let made: Vec<&TaskListEntry> = listed
            .iter()
            .filter(|entry| entry.name.as_ref() == Some(&batch.provider_name))
            .collect();
        // The sandbox lists everything within the five looks: what it has not, it never made.
        let expected = usize::from(state == BatchState::Created);
        assert_eq!(made.len(), expected, "{which}: made, but {state:?}");
        if let [made] = made[..] {
            assert_eq!(made.task_id, batch.provider_id, "{which}");
            sent += u64::from(batch.leads);
        }
    }
    let shown: u32 = batches.iter().map(|batch| batch.leads).sum();
    let left_out = do_not_call::left_out(world, task.id).await;
    let submitted = task.leads;
    assert_eq!(
        shown + left_out,
        submitted,
        "{which}: leads submitted and shown"
    );
    let made = |entry: &TaskListEntry| entry.raw["Total"].as_u64().unwrap();
    let made: u64 = listed.iter().map(made).sum();
    assert_eq!(made, sent, "{which}: leads made and shown as created");
}
