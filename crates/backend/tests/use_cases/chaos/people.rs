//! What people do meanwhile: they submit lists that share numbers, clone, stop, give up, and send again, two of them at once.

use backend::{Error, drafts, tasks};
use jiff::SignedDuration;
use leads::DuplicatePolicy;
use leads::states::CheckState;
use leads::views::{DraftView, TaskForm};

use super::{MAX_LIST_LENGTH, NAMES, POOL, Random, Submitted};
use crate::support::{World, file, fresh_id};
use backend::ids::{DraftId, TaskId};

/// What a person asked for: done, or refused because things stand otherwise.
fn is_settled(outcome: &Result<(), Error>) -> bool {
    match outcome {
        Ok(()) => true,
        Err(Error::Conflict(_)) => false,
        Err(error) => panic!("{error:?}"),
    }
}

impl World {
    /// Somebody submits a list of numbers from the schedule's pool: a new task, or a clone of an earlier one. Nothing, where all
    /// of them were called recently.
    pub(super) async fn somebody_submits(
        &self,
        random: &mut Random,
        schedule: u64,
        earlier: &[Submitted],
    ) -> Option<Submitted> {
        let name = format!("{} {schedule}.{}", random.of(&NAMES), earlier.len());
        let keeps_all_rows = random.below(6) == 0;
        let keeps_recent = random.below(5) == 0;
        let draft = self.drafted(random, &name, earlier).await;
        let sheet = list(random, schedule, keeps_all_rows);
        let form = TaskForm {
            name: name.clone(),
            stagger: ["0", "0", "7"][random.index(3)].to_owned(),
            ..self.form().await
        };
        self.save(draft, &form, Some(file("list.csv", sheet.as_bytes())))
            .await;
        let keep = match keeps_all_rows {
            true => DuplicatePolicy::All,
            false => DuplicatePolicy::First,
        };
        let now = self.clock.now();
        drafts::set_policies(&self.backend, &self.caller, now, draft, keep, !keeps_recent)
            .await
            .unwrap();
        // Another task may take leads away between the check and the submission.
        for _ in 0..3 {
            let view = self.checked(draft).await?;
            let (submitted, ()) = tokio::join!(self.submit(&view, false), async {
                if random.below(3) == 0 {
                    self.somebody_decides(random, earlier).await;
                }
            });
            match submitted {
                Ok(id) => {
                    return Some(Submitted {
                        id,
                        schedule,
                        name,
                        leads: view.submit_count,
                        batches: u32::try_from(view.batches.len()).unwrap(),
                        keeps_recent,
                    });
                }
                Err(Error::Conflict(_)) => {}
                Err(error) => panic!("{error:?}"),
            }
        }
        None
    }

    /// The id of a draft: a new one, or one like a task.
    async fn drafted(&self, random: &mut Random, name: &str, earlier: &[Submitted]) -> DraftId {
        let draft = fresh_id();
        if let Some(task) = earlier.get(random.index(2 * earlier.len() + 1)) {
            let now = self.clock.now();
            let like = drafts::form_like(&self.backend, &self.caller, now, task.id, draft).await;
            like.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        }
        draft
    }

    /// The draft, checked to the end; `None` where it has no lead that may be sent.
    async fn checked(&self, draft: DraftId) -> Option<DraftView> {
        for _ in 0..60 {
            match self.start_check(draft).await {
                Ok(()) | Err(Error::Conflict(_)) => {}
                Err(error) => panic!("{error:?}"),
            }
            self.work().await;
            let view = self.review(draft).await;
            if view.submit_blocker.is_none() {
                return Some(view);
            }
            if view.check_blocker.is_some() && !is_running(&view) {
                return None;
            }
            // Nobody asks a provider that does not answer.
            self.clock.forward(SignedDuration::from_secs(30));
        }
        panic!("the check never ends");
    }

    /// What must not be decided is asked for all the same, and refused. Two may decide at once.
    pub(super) async fn somebody_decides(&self, random: &mut Random, tasks: &[Submitted]) {
        if tasks.is_empty() {
            return;
        }
        let mut decision = || (random.below(12), random.index(tasks.len()), random.next());
        let (one, other) = (decision(), decision());
        if one.2 % 3 == 0 {
            tokio::join!(self.decide(one, tasks), self.decide(other, tasks));
        } else {
            self.decide(one, tasks).await;
        }
    }

    /// People press Send again on every batch, once each, in any order.
    pub(super) async fn everything_is_sent_again(&self, random: &mut Random, tasks: &[Submitted]) {
        let mut all: Vec<(TaskId, u32)> = Vec::new();
        for task in tasks {
            let batches = (1..=task.batches).map(|batch| (task.id, batch));
            for batch in batches {
                all.insert(random.index(all.len() + 1), batch);
            }
        }
        let now = self.clock.now();
        for (task, batch) in all {
            is_settled(
                &tasks::send_again(&self.backend, &self.caller, now, task, batch, "Agreed").await,
            );
            if random.below(4) == 0 {
                self.work().await;
            }
        }
    }

    pub(super) async fn somebody_stops(&self, task: &Submitted) {
        let now = self.clock.now();
        let outcome = tasks::stop_rest(&self.backend, &self.caller, now, task.id).await;
        is_settled(&outcome.map(drop));
    }

    async fn decide(&self, (what, task, drawn): (u64, usize, u64), tasks: &[Submitted]) {
        let task = &tasks[task];
        let batch = 1 + u32::try_from(drawn % u64::from(task.batches)).unwrap();
        let now = self.clock.now();
        let (backend, caller) = (&self.backend, &self.caller);
        let outcome = match what {
            0 => tasks::refresh(backend, caller, now, task.id).await,
            1 => tasks::give_up(backend, caller, now, task.id, batch).await,
            2 | 3 => tasks::stop_rest(backend, caller, now, task.id)
                .await
                .map(drop),
            4 => tasks::stop_calling(backend, caller, now, task.id, None)
                .await
                .map(drop),
            5 => tasks::stop_calling(backend, caller, now, task.id, Some(batch))
                .await
                .map(drop),
            6 => self.somebody_opts_out(task.schedule, drawn % POOL).await,
            _ => tasks::send_again(backend, caller, now, task.id, batch, "Agreed").await,
        };
        match outcome {
            // Asked of AIRudder, which did not answer.
            Err(Error::Provider(_)) if what == 0 => {}
            outcome => {
                is_settled(&outcome);
            }
        }
    }

    /// Somebody of the schedule's pool does not want to be called any more.
    async fn somebody_opts_out(&self, schedule: u64, number: u64) -> Result<(), Error> {
        let number = format!("+{}", number_of(schedule, number));
        self.add_to_do_not_call(&number).await.map(drop)
    }

    /// Long enough that what waits is not sent any more, or that what was called may be called again.
    pub(super) async fn time_passes(&self, random: &mut Random) {
        let minutes = [31, 31, 25 * 60][random.index(3)];
        self.clock.forward(SignedDuration::from_mins(minutes));
        self.work().await;
    }
}

fn is_running(view: &DraftView) -> bool {
    view.check
        .as_ref()
        .is_some_and(|check| check.state == CheckState::Running)
}

/// A number of the schedule's pool.
fn number_of(schedule: u64, number: u64) -> String {
    format!("62812{:07}", 1_000_000 + schedule * POOL + number)
}

/// A list of numbers from the pool of the schedule, each once unless all rows are kept. The comments say which it is.
fn list(random: &mut Random, schedule: u64, keeps_all_rows: bool) -> String {
    let mut text = String::from("Customer,Mobile,Comments\n");
    let mut drawn = Vec::new();
    for _ in 0..1 + random.below(MAX_LIST_LENGTH) {
        let number = random.below(POOL);
        if keeps_all_rows || !drawn.contains(&number) {
            drawn.push(number);
            let mobile = number_of(schedule, number);
            text.push_str(&format!("Budi,+{mobile},N{number}\n"));
        }
    }
    text
}
