//! The real worker against the sandbox and real Postgres, with faults at random points of random schedules.
//!
//! `CHAOS_SCHEDULES` says how many, from which `CHAOS_FIRST`, of which `CHAOS_SEED`, and `CHAOS_RESTART` how Postgres is crashed and
//! started again, a word a line; `cargo xtask chaos` sets them all. The provider fails by the name of the task (`NAMES`), and takes two tasks of the same name. What else
//! happens stands in `faults`.

mod faults;
mod process;

use std::time::Duration;

use airudder::TaskListEntry;
use airudder_sandbox::{DuplicateNames, Knobs};
use backend::history;
use jiff::SignedDuration;
use leads::states::PartState;
use leads::views::PartView;
use sqlx::PgPool;
use uuid::Uuid;

use crate::support::{World, numbers};

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

/// Tasks that are on their way at the same time, at the most. Each has a single part: only a list of more than 10,000 leads has
/// several.
const TASKS: u64 = 3;

/// SplitMix64: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
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
    async fn parts(&self, task: Uuid) -> Vec<PartView> {
        self.task(task).await.parts
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
async fn whatever_fails_in_random_schedules_nothing_is_made_twice_and_the_truth_is_shown(
    pool: PgPool,
) {
    let seed = number_from("CHAOS_SEED", 1);
    let first = number_from("CHAOS_FIRST", 0);
    let end = first + number_from("CHAOS_SCHEDULES", 12);
    println!("schedules {first} to {} from seed {seed}", end - 1);
    let knobs = Knobs {
        hang: Duration::from_millis(5),
        slow: Duration::from_millis(5),
        // A provider that refuses a name that is taken would hide what these schedules are to find.
        duplicate_names: DuplicateNames::Accepted,
        ..Knobs::default()
    };
    let world = World::with(pool, knobs).await;
    for number in first..end {
        let mut random = Random(seed.wrapping_mul(1_000_003).wrapping_add(number));
        schedule(&world, &mut random, number).await;
        let done = number + 1 - first;
        if done.is_multiple_of(100) {
            println!("{done} schedules from {first} have ended as they should");
        }
    }
    let verdicts = history::verify(&world.backend).await.unwrap();
    assert_eq!(verdicts[0].fault, None);
}

async fn schedule(world: &World, random: &mut Random, number: u64) {
    let mut submitted = Vec::new();
    for place in 0..1 + random.below(TASKS) {
        submitted.push(Submitted::by(world, random, number * TASKS + place).await);
    }
    let tasks: Vec<Uuid> = submitted.iter().map(|task| task.id).collect();
    for _ in 0..random.below(8) {
        world.something_happens(random, &tasks).await;
    }
    for _ in 0..120 {
        // Whoever died is found out: nobody works now. What the dead have asked of the database may still take a lease.
        world.expire_leases().await;
        world.work().await;
        let mut all_ended = true;
        for task in &tasks {
            all_ended &= world.parts(*task).await.iter().all(is_at_an_end);
        }
        if all_ended {
            break;
        }
        world.clock.forward(SignedDuration::from_secs(30));
    }
    for task in &submitted {
        judge(world, task, &format!("schedule {number}: {}", task.name)).await;
    }
}

/// A task that somebody has submitted.
struct Submitted {
    id: Uuid,
    name: String,
    leads: u32,
}

impl Submitted {
    async fn by(world: &World, random: &mut Random, number: u64) -> Submitted {
        let sentinel = NAMES[usize::try_from(random.below(NAMES.len() as u64)).unwrap()];
        let name = format!("{sentinel} {number}");
        let leads = 1 + random.below(3);
        let mobiles: Vec<String> = (0..leads)
            .map(|lead| format!("+62812{:07}", 1_000_000 + number * 3 + lead))
            .collect();
        let mobiles: Vec<&str> = mobiles.iter().map(String::as_str).collect();
        let draft = world.draft(&name, numbers(&mobiles)).await;
        let view = world.check(draft).await;
        Submitted {
            id: world.submit(&view, false).await.unwrap(),
            name,
            leads: u32::try_from(leads).unwrap(),
        }
    }
}

/// Created, refused, not sent, or waiting for a person.
fn is_at_an_end(part: &PartView) -> bool {
    !matches!(
        part.state,
        PartState::Waiting | PartState::Sending | PartState::Unknown
    )
}

/// What must hold at the end of every schedule.
async fn judge(world: &World, task: &Submitted, which: &str) {
    let parts = world.parts(task.id).await;
    let listed = world.listed(&format!("{}-", task.name)).await;
    let mut sent = 0;
    for part in &parts {
        let state = part.state;
        assert!(is_at_an_end(part), "{which}: it never ends: {state:?}");
        let made: Vec<&TaskListEntry> = listed
            .iter()
            .filter(|entry| entry.name.as_ref() == Some(&part.provider_name))
            .collect();
        // The sandbox lists everything within the five looks: what it has not, it never made.
        let expected = usize::from(state == PartState::Created);
        assert_eq!(made.len(), expected, "{which}: made, but {state:?}");
        if let [made] = made[..] {
            assert_eq!(made.task_id, part.provider_id, "{which}");
            sent += u64::from(part.leads);
        }
    }
    let shown: u32 = parts.iter().map(|part| part.leads).sum();
    assert_eq!(shown, task.leads, "{which}: leads submitted and shown");
    let made = |entry: &TaskListEntry| entry.raw["Total"].as_u64().unwrap();
    let made: u64 = listed.iter().map(made).sum();
    assert_eq!(made, sent, "{which}: leads made and shown as created");
}
