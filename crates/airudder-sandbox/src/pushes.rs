//! Pushes to the account: one when the last dial of a number has ended, one when a task has.
//!
//! The vendor documents that there are pushes, and of a sibling product that they are sent again a minute apart, five
//! times at most. Their bodies are assumed: an entry of `/detail` and the task's id.

use std::{
    cmp::Reverse, collections::BinaryHeap, convert::Infallible, io, sync::Arc, time::Duration,
};

use jiff::Timestamp;
use reqwest::Url;
use serde_json::{Value, json};

use crate::{
    call_entries::Entry,
    call_options::PushOrder,
    progress::{call_at, is_over, task_status},
    settings::Settings,
    world::{Sandbox, Task, World, after},
};

/// How often a push that is not taken is sent again.
const REPEATS: u32 = 5;

/// How often the calls are looked at. The clock may stand still or leap, so nothing tells when to look.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// How long a receiver may take, in real time.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a push is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    /// The lead at this position.
    Number(usize),
    Task,
}

/// A push that waits for its time. They are ordered by `due` and then by `sequence`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Push {
    due: Timestamp,
    sequence: u64,
    /// The task's place among the tasks of the simulator, which forgets none.
    task: usize,
    subject: Subject,
    repeats: u32,
}

/// What there still is to tell of a task.
struct Untold {
    positions: Vec<usize>,
    task: bool,
    /// Ends that are kept until the task has ended, where the order is reversed.
    kept: Vec<(Timestamp, Subject)>,
}

/// Looks for what has ended, and pushes it.
pub(crate) struct Sender {
    sandbox: Arc<Sandbox>,
    http: reqwest::Client,
    target: Url,
    tasks: Vec<Untold>,
    waiting: BinaryHeap<Reverse<Push>>,
    sequence: u64,
}

impl Sender {
    /// Nothing where the settings ask for no pushes or name no address for them.
    ///
    /// # Errors
    /// Where the machine lets nobody make a client.
    pub fn of(sandbox: &Arc<Sandbox>) -> io::Result<Option<Self>> {
        let settings = &sandbox.settings;
        let Some(target) = settings
            .push_to
            .as_ref()
            .filter(|_| settings.options.pushes.sent)
        else {
            return Ok(None);
        };
        let http = reqwest::Client::builder()
            .http1_only()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .tls_certs_only([])
            .user_agent("Airudder")
            .timeout(PATIENCE)
            .build()
            .map_err(io::Error::other)?;
        Ok(Some(Self {
            sandbox: Arc::clone(sandbox),
            http,
            target: target.url(),
            tasks: Vec::new(),
            waiting: BinaryHeap::new(),
            sequence: 0,
        }))
    }

    /// Pushes for ever: one after the other, so that they arrive in the order in which they are sent.
    pub async fn run(mut self) -> Infallible {
        let mut looks = tokio::time::interval(LOOK_EVERY);
        looks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            looks.tick().await;
            let now = self.sandbox.now();
            self.look(now);
            while let Some(push) = self.next_due(now) {
                self.send(push).await;
            }
        }
    }

    /// Puts everything that has ended since the last look among what waits.
    fn look(&mut self, now: Timestamp) {
        let sandbox = Arc::clone(&self.sandbox);
        let world = sandbox.world();
        for (place, task) in world.tasks.iter().enumerate() {
            if self.tasks.len() == place {
                self.tasks.push(Untold {
                    positions: (0..task.leads.len()).collect(),
                    task: true,
                    kept: Vec::new(),
                });
            }
            let ended = newly_ended(&mut self.tasks[place], task, &sandbox.settings, now);
            for (end, subject) in ended {
                self.sequence += 1;
                self.waiting.push(Reverse(Push {
                    due: after(end, sandbox.settings.options.pushes.delay),
                    sequence: self.sequence,
                    task: place,
                    subject,
                    repeats: 0,
                }));
            }
        }
    }

    fn next_due(&mut self, now: Timestamp) -> Option<Push> {
        let Reverse(first) = self.waiting.peek()?;
        (first.due <= now)
            .then(|| self.waiting.pop())
            .flatten()
            .map(|Reverse(push)| push)
    }

    async fn send(&mut self, push: Push) {
        let now = self.sandbox.now();
        let settings = &self.sandbox.settings;
        let body = body_of(&push, &self.sandbox.world(), settings, now);
        let mut taken = self.post(&body).await;
        if taken && settings.options.pushes.twice {
            taken = self.post(&body).await;
        }
        if !taken && push.repeats < REPEATS {
            self.sequence += 1;
            let again = Push {
                due: after(now, settings.options.redial_minute),
                sequence: self.sequence,
                repeats: push.repeats + 1,
                ..push
            };
            self.waiting.push(Reverse(again));
        }
    }

    /// Whether the receiver said that it took the push.
    async fn post(&self, body: &Value) -> bool {
        let request = self.http.post(self.target.clone()).json(body);
        match request.send().await {
            Ok(answer) => answer.status().is_success(),
            Err(_) => false,
        }
    }
}

/// What of a task has ended since the last look, with the instant from which its push may go.
fn newly_ended(
    untold: &mut Untold,
    task: &Task,
    settings: &Settings,
    now: Timestamp,
) -> Vec<(Timestamp, Subject)> {
    if !untold.task {
        return Vec::new();
    }
    let mut ended = Vec::new();
    untold.positions.retain(|position| {
        let call = call_at(task, *position, settings, now);
        let is_over = is_over(&call);
        if is_over {
            // A number that was never dialled is over since it was cancelled, at the latest now.
            ended.push((call.ended.unwrap_or(now), Subject::Number(*position)));
        }
        !is_over
    });
    ended.sort_unstable();
    let has_ended = untold.positions.is_empty()
        && !matches!(task_status(task, settings, now), "pending" | "calling");
    match settings.options.pushes.order {
        PushOrder::AsEnded => {
            if has_ended {
                untold.task = false;
                let last = ended.last().map_or(now, |(end, _)| *end);
                ended.push((last, Subject::Task));
            }
            ended
        }
        PushOrder::Reversed => {
            untold.kept.extend(ended);
            if !has_ended {
                return Vec::new();
            }
            untold.task = false;
            let mut kept = std::mem::take(&mut untold.kept);
            kept.sort_unstable();
            let last = kept.last().map_or(now, |(end, _)| *end);
            let subjects = kept.into_iter().rev().map(|(_, subject)| (last, subject));
            std::iter::once((last, Subject::Task))
                .chain(subjects)
                .collect()
        }
    }
}

fn body_of(push: &Push, world: &World, settings: &Settings, now: Timestamp) -> Value {
    let task = &world.tasks[push.task];
    match push.subject {
        Subject::Task => json!({
            "TaskID": task.id,
            "TaskName": task.name,
            "Status": task_status(task, settings, now),
            "Total": task.leads.len(),
        }),
        Subject::Number(position) => json!(Entry {
            task_id: Some(&task.id),
            lead: &task.leads[position],
            call: call_at(task, position, settings, now),
            told: settings.options.calls,
        }),
    }
}
