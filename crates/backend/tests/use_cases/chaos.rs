//! The real worker against the sandbox and real Postgres, with faults at random points of random schedules.
//!
//! `CHAOS_SCHEDULES` says how many, `CHAOS_SEED` which; `cargo xtask chaos` sets both. The faults: lost, cut, garbled and late answers, gateways, expired
//! tokens, limits; a worker that is killed at any point, two at once, database connections that are cut, leases that run out
//! while their holder lives on.

use std::time::Duration;

use airudder::TaskListEntry;
use airudder_sandbox::Knobs;
use backend::{history, tasks, worker};
use jiff::SignedDuration;
use leads::states::{Decision, PartState};
use leads::views::PartView;
use sqlx::PgPool;
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::support::{World, numbers};

/// Names that make the sandbox fail in their way.
const NAMES: [&str; 11] = [
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
];

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
}

#[allow(
    clippy::disallowed_methods,
    reason = "the person who runs the test says how long"
)]
fn number_from(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).map_or(otherwise, |text| text.parse().unwrap())
}

impl World {
    fn start_worker(&self) -> JoinHandle<Result<(), backend::Error>> {
        let clock = self.clock.clone();
        let pace = worker::Pace::of(Duration::from_secs(120));
        tokio::spawn(worker::drain(
            self.backend.clone(),
            move || clock.now(),
            pace,
        ))
    }

    /// One thing that can happen while the part is on its way.
    async fn something_happens(&self, random: &mut Random, task: Uuid) {
        let pool = self.backend.pool();
        match random.below(6) {
            0 => self.clock.forward(SignedDuration::from_secs(30)),
            1 => {
                let (one, other) = (self.start_worker(), self.start_worker());
                one.await.unwrap().unwrap();
                other.await.unwrap().unwrap();
            }
            2 => {
                let worker = self.start_worker();
                for _ in 0..random.below(400) {
                    tokio::task::yield_now().await;
                }
                worker.abort();
                // Killed, or done already.
                drop(worker.await);
                expire_leases(pool).await;
            }
            3 => {
                let worker = self.start_worker();
                for _ in 0..random.below(400) {
                    tokio::task::yield_now().await;
                }
                let cut = "select pg_terminate_backend(pid) from pg_stat_activity \
                           where datname = current_database() and pid <> pg_backend_pid()";
                sqlx::query(cut).execute(pool).await.unwrap();
                // It ends by itself, perhaps with an error: the queue could not be read.
                drop(worker.await.unwrap());
            }
            4 => {
                let worker = self.start_worker();
                for _ in 0..random.below(400) {
                    tokio::task::yield_now().await;
                }
                // As for other processes while this one is paused.
                expire_leases(pool).await;
                self.work().await;
                worker.await.unwrap().unwrap();
            }
            _ => self.decide(random, task).await,
        }
    }

    async fn decide(&self, random: &mut Random, task: Uuid) {
        let now = self.clock.now();
        let (backend, caller) = (&self.backend, &self.caller);
        let state = self.only_part(task).await.state;
        // Somebody else may decide at the same time: only what is asked for is decided, or nothing.
        let decided = match random.below(4) {
            0 => tasks::refresh(backend, caller, now, task).await,
            1 if state.hindrance(Decision::GiveUp).is_none() => {
                tasks::give_up(backend, caller, now, task, 1).await
            }
            2 => tasks::stop_rest(backend, caller, now, task).await.map(drop),
            _ => tasks::send_again(backend, caller, now, task, 1).await,
        };
        assert!(
            !matches!(
                decided,
                Err(backend::Error::Inconsistent(_) | backend::Error::Database(_))
            ),
            "{decided:?}"
        );
    }

    async fn only_part(&self, task: Uuid) -> PartView {
        self.task(task).await.parts.remove(0)
    }

    async fn listed(&self, name: &str) -> Vec<TaskListEntry> {
        let page = self.provider.tasks(1, 100).await.unwrap();
        page.entries
            .into_iter()
            .filter(|entry| entry.name.as_deref() == Some(name))
            .collect()
    }
}

async fn expire_leases(pool: &PgPool) {
    sqlx::query(
        "update parts set lease_until = now() - interval '1 second' where state = 'sending'",
    )
    .execute(pool)
    .await
    .unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn whatever_fails_in_random_schedules_nothing_is_made_twice_and_the_truth_is_shown(
    pool: PgPool,
) {
    let seed = number_from("CHAOS_SEED", 1);
    let schedules = number_from("CHAOS_SCHEDULES", 12);
    println!("{schedules} schedules from seed {seed}");
    let knobs = Knobs {
        hang: Duration::from_millis(5),
        ..Knobs::default()
    };
    let world = World::with(pool, knobs).await;
    for number in 0..schedules {
        let mut random = Random(seed.wrapping_mul(1_000_003).wrapping_add(number));
        schedule(&world, &mut random, number).await;
        if number % 100 == 99 {
            println!("{} schedules have ended as they should", number + 1);
        }
    }
    let verdicts = history::verify(&world.backend).await.unwrap();
    assert_eq!(verdicts[0].fault, None);
}

async fn schedule(world: &World, random: &mut Random, number: u64) {
    let sentinel = NAMES[usize::try_from(random.below(NAMES.len() as u64)).unwrap()];
    let leads = 1 + random.below(3);
    let mobiles: Vec<String> = (0..leads)
        .map(|lead| format!("+62812{:07}", 1_000_000 + number * 3 + lead))
        .collect();
    let mobiles: Vec<&str> = mobiles.iter().map(String::as_str).collect();
    let draft = world
        .draft(&format!("{sentinel} {number}"), numbers(&mobiles))
        .await;
    let view = world.check(draft).await;
    let task = world.submit(&view, false).await.unwrap();
    for _ in 0..random.below(8) {
        world.something_happens(random, task).await;
    }
    // Whoever died is found out, and everything that is due happens.
    expire_leases(world.backend.pool()).await;
    for _ in 0..90 {
        world.work().await;
        let state = world.only_part(task).await.state;
        if !matches!(
            state,
            PartState::Waiting | PartState::Sending | PartState::Unknown
        ) {
            break;
        }
        world.clock.forward(SignedDuration::from_secs(30));
    }
    judge(world, task, &format!("schedule {number}, {sentinel}")).await;
}

/// What must hold at the end of every schedule.
async fn judge(world: &World, task: Uuid, which: &str) {
    let part = world.only_part(task).await;
    let listed = world.listed(&part.provider_name).await;
    assert!(listed.len() <= 1, "{which}: made {} times", listed.len());
    match part.state {
        PartState::Created => {
            assert_eq!(listed.len(), 1, "{which}: said to be created");
            assert_eq!(listed[0].task_id, part.provider_id, "{which}");
            let sent = listed[0].raw["Total"].as_u64();
            assert_eq!(
                sent,
                Some(u64::from(part.leads)),
                "{which}: leads sent and shown"
            );
        }
        PartState::Waiting | PartState::Sending | PartState::Unknown => {
            panic!("{which}: it never ends: {:?}", part.state)
        }
        // The sandbox lists everything within the five looks.
        state => assert!(listed.is_empty(), "{which}: {state:?}, but it was made"),
    }
}
