//! What the simulator remembers: tokens, tasks, and how often a name was tried.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::{Clock, fate::Fate, options::TokenRenewal, settings::Settings};

/// How long a token lives, counted from when it was asked for (documented).
const TOKEN_LIFE: Duration = Duration::from_secs(24 * 60 * 60);

/// The simulator: its settings, its clock and its memory.
pub(crate) struct Sandbox {
    pub settings: Settings,
    clock: Clock,
    world: Mutex<World>,
}

/// What changes while the simulator runs.
#[derive(Default)]
pub(crate) struct World {
    tokens: Vec<Token>,
    counter: u64,
    /// Oldest first.
    pub tasks: Vec<Task>,
    tries: HashMap<String, u32>,
    /// How many leads had a number so far.
    numbers: HashMap<String, u32>,
}

struct Token {
    text: String,
    asked_at: Timestamp,
}

/// A created task.
#[derive(Debug, Clone)]
pub(crate) struct Task {
    pub id: String,
    pub name: String,
    pub robot_id: String,
    pub created_at: Timestamp,
    /// From when the task list shows it.
    pub listed_from: Timestamp,
    /// When dialling starts, and from when no further dial is begun.
    pub window: (Timestamp, Timestamp),
    pub redials: u32,
    /// `RepeatInterval` in minutes.
    pub redial_minutes: u32,
    pub stopped_at: Option<Timestamp>,
    pub leads: Vec<TaskLead>,
}

/// A lead that a created task will dial.
#[derive(Debug, Clone)]
pub(crate) struct TaskLead {
    pub mobile: String,
    pub fate: Fate,
    pub comments: String,
    /// The lead's own robot, or the task's.
    pub robot_id: String,
    pub cancelled_at: Option<Timestamp>,
}

impl Sandbox {
    pub fn new(settings: Settings, clock: Clock) -> Self {
        Self {
            settings,
            clock,
            world: Mutex::default(),
        }
    }

    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// The memory, locked. Never hold it across an `await`.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl World {
    /// A new token, or the living one, as the option says.
    pub fn issue_token(&mut self, secret: &str, renewal: TokenRenewal, now: Timestamp) -> String {
        self.tokens.retain(|token| lives(token, now));
        match (renewal, self.tokens.last_mut()) {
            (TokenRenewal::Same, Some(token)) => {
                token.asked_at = now;
                return token.text.clone();
            }
            (TokenRenewal::OldDies, _) => self.tokens.clear(),
            _ => {}
        }
        let text = self.new_id("token", secret, now);
        self.tokens.push(Token {
            text: text.clone(),
            asked_at: now,
        });
        text
    }

    pub fn token_is_good(&self, text: &str, now: Timestamp) -> bool {
        self.tokens
            .iter()
            .any(|token| token.text == text && lives(token, now))
    }

    /// Forgets `text`, as if its 24 hours were over.
    pub fn drop_token(&mut self, text: &str) {
        self.tokens.retain(|token| token.text != text);
    }

    /// Counts a try under `key` and says how many came before it.
    pub fn tries_before(&mut self, key: String) -> u32 {
        let tries = self.tries.entry(key).or_default();
        *tries += 1;
        *tries - 1
    }

    /// What is drawn for a number of a task that is being created.
    pub fn next_fate(&mut self, mobile: &str) -> Fate {
        let before = self.numbers.entry(mobile.to_owned()).or_default();
        *before += 1;
        Fate::new(mobile, *before - 1)
    }

    /// 32 lower-case hex characters. The instant is part of it, so that a simulator that was started anew does not
    /// give a task the id that another task had before.
    pub fn new_id(&mut self, kind: &str, name: &str, now: Timestamp) -> String {
        self.counter += 1;
        id_of(&format!(
            "{kind}\n{}\n{name}\n{}",
            self.counter,
            now.as_nanosecond()
        ))
    }

    pub fn task(&mut self, id: &str) -> Option<&mut Task> {
        self.tasks.iter_mut().find(|task| task.id == id)
    }
}

fn lives(token: &Token, now: Timestamp) -> bool {
    now < after(token.asked_at, TOKEN_LIFE)
}

/// The id that belongs to `text` for good.
pub(crate) fn id_of(text: &str) -> String {
    hex::encode(&Sha256::digest(text.as_bytes())[..16])
}

/// `instant` plus `duration`, at most the end of time.
pub(crate) fn after(instant: Timestamp, duration: Duration) -> Timestamp {
    instant.checked_add(duration).unwrap_or(Timestamp::MAX)
}
