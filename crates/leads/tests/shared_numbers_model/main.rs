//! Two tasks that share numbers, and every history that they can have together: people submit, stop, give up and send again in
//! every order, while the worker, the provider and the clock do what they can. What the program decides is asked of
//! `leads::states` itself. What a single batch can go through is explored in `batch_model`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod batch;

use std::collections::HashSet;

use leads::states::BatchState::{GivenUp, NotSent, Refused, Stopped, Waiting};
use leads::states::{keeps_back, send_again_counts_from};

use batch::Batch;

/// Within so many ticks of the clock nobody is called again. A tick is as long as a batch may wait: one that was due in an earlier
/// tick is not sent any more.
const COOLDOWN: i8 = 2;

/// How far a plan is explored: what all of it could do is more than a machine can hold.
#[derive(Clone, Copy, Debug)]
struct Plan {
    /// The batches of both tasks: which task, which numbers (a bit each), and for how many ticks after the submission it is planned.
    batches: &'static [(usize, u8, i8)],
    /// The clock stops here.
    end: i8,
    /// How often batches are sent again, all told.
    sent_again: u8,
    /// Whether answers may be lost.
    has_unconfirmed: bool,
}

/// The rule that is explored: the program's, or one that was tried or lies near, and lets people be called twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    OfTheProgram,
    /// A number counts from the submission of its task, as it once did.
    ByDateOfTheTask,
    /// A batch that is sent again looks only at what was queued since its task was submitted.
    OnlySinceTheSubmission,
    /// A batch that is sent again looks only at the cooldown, and at nothing where recent numbers were kept.
    OnlyWithinTheCooldown,
    /// As the program's, but by the date of the batch itself where that of its task stands.
    SinceItWasQueuedItself,
}

/// One number, in both tasks.
const ONE_NUMBER: Plan = Plan {
    batches: &[(0, 1, 0), (1, 1, 0)],
    end: 3,
    sent_again: 2,
    has_unconfirmed: true,
};

/// A list that is cut, its second batch later, and a task with one number of each batch.
const ONE_AFTER_THE_OTHER: Plan = Plan {
    batches: &[(0, 1, 0), (0, 2, 1), (1, 3, 0)],
    end: 3,
    sent_again: 2,
    has_unconfirmed: false,
};

/// A task that calls the same number in both of its batches, as a person has chosen, and another one with that number.
const THE_SAME_NUMBER_IN_BOTH: Plan = Plan {
    batches: &[(0, 1, 0), (0, 1, 0), (1, 1, 0)],
    ..ONE_AFTER_THE_OTHER
};

const MAX_BATCHES: usize = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Task {
    submitted: i8,
    /// Whether a person has chosen to keep the numbers that were called recently.
    recent_were_kept: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Model {
    now: i8,
    sent_again: u8,
    tasks: [Option<Task>; 2],
    batches: [Option<Batch>; MAX_BATCHES],
}

const START: Model = Model {
    now: 0,
    sent_again: 0,
    tasks: [None; 2],
    batches: [None; MAX_BATCHES],
};

impl Rule {
    /// From when on another task's batch keeps a batch from being sent again.
    fn send_again_from(self, now: i8, task: Task, batch: Batch) -> i8 {
        let (submitted, cooldown_began) = (task.submitted, now - COOLDOWN);
        let kept = task.recent_were_kept;
        match self {
            Rule::OfTheProgram => send_again_counts_from(submitted, cooldown_began, kept),
            // The old comparison left the task's own moment out.
            Rule::ByDateOfTheTask => submitted + 1,
            Rule::OnlySinceTheSubmission => submitted,
            Rule::OnlyWithinTheCooldown if kept => i8::MAX,
            Rule::OnlyWithinTheCooldown => cooldown_began,
            Rule::SinceItWasQueuedItself => {
                send_again_counts_from(batch.queued, cooldown_began, kept)
            }
        }
    }

    fn keeps_back(self, other: Batch, its_task: Task, from: i8) -> bool {
        let counts = match self {
            Rule::ByDateOfTheTask => its_task.submitted,
            _ => other.queued,
        };
        keeps_back(other.state, counts, from)
    }
}

impl Model {
    fn task_of(self, plan: Plan, index: usize) -> Task {
        self.tasks[plan.batches[index].0].unwrap()
    }

    /// The batches of the other task that are there.
    fn others(self, plan: Plan, task: usize) -> Vec<(usize, Batch)> {
        (0..plan.batches.len())
            .filter(|index| plan.batches[*index].0 != task)
            .filter_map(|index| Some((index, self.batches[index]?)))
            .collect()
    }

    /// Numbers that the other task keeps back, by the rule.
    fn kept_back(self, plan: Plan, rule: Rule, task: usize, from: i8) -> u8 {
        let others = self.others(plan, task).into_iter();
        others
            .filter(|(index, other)| rule.keeps_back(*other, self.task_of(plan, *index), from))
            .fold(0, |numbers, (_, other)| numbers | other.numbers)
    }

    /// The model with a batch that gets into the queue, by a person's decision. What was made already is only found once more:
    /// the decision by which it was made stays the one that counts.
    fn queue(mut self, plan: Plan, index: usize, batch: Batch) -> Model {
        if batch.made.is_some() {
            return self.with(
                index,
                Batch {
                    state: Waiting,
                    ..batch
                },
            );
        }
        let task = plan.batches[index].0;
        let (mut later_than, mut chosen_beside) = (0, 0);
        for (other_index, other) in self.others(plan, task) {
            let bit = 1 << other_index;
            later_than |= bit;
            let was_shown = !other.queued_after_the_other_task;
            if (self.tasks[task].unwrap().recent_were_kept && was_shown) || other.state == GivenUp {
                chosen_beside |= bit;
            }
            let mine = &mut self.batches[other_index].as_mut().unwrap().later_than;
            *mine &= !(1 << index);
        }
        self.batches[index] = Some(Batch {
            state: Waiting,
            queued_after_the_other_task: self.tasks[1 - task].is_some(),
            later_than,
            chosen_beside,
            ..batch
        });
        self
    }

    /// A person submits a draft; numbers that the other task keeps back are left out.
    fn submit(self, plan: Plan, rule: Rule, task: usize, recent_were_kept: bool) -> Option<Model> {
        let left_out = match recent_were_kept {
            true => 0,
            false => self.kept_back(plan, rule, task, self.now - COOLDOWN),
        };
        let mut model = self;
        model.tasks[task] = Some(Task {
            submitted: self.now,
            recent_were_kept,
        });
        for (index, (of, numbers, planned)) in plan.batches.iter().enumerate() {
            let numbers = numbers & !left_out;
            if *of == task && numbers != 0 {
                let batch = Batch {
                    state: Waiting,
                    numbers,
                    queued: self.now + planned,
                    unconfirmed: false,
                    made: None,
                    queued_after_the_other_task: false,
                    later_than: 0,
                    chosen_beside: 0,
                };
                model = model.queue(plan, index, batch);
            }
        }
        let is_empty = (0..plan.batches.len())
            .all(|index| plan.batches[index].0 != task || model.batches[index].is_none());
        (!is_empty).then_some(model)
    }

    fn send_again(self, plan: Plan, rule: Rule, index: usize, batch: Batch) -> Option<Model> {
        let task = plan.batches[index].0;
        let from = rule.send_again_from(self.now, self.tasks[task].unwrap(), batch);
        let is_hindered = batch.state.send_again_blocker(false).is_some()
            || self.sent_again == plan.sent_again
            || self.kept_back(plan, rule, task, from) & batch.numbers != 0;
        (!is_hindered).then(|| {
            let queued = Batch {
                queued: self.now,
                ..batch
            };
            Model {
                sent_again: self.sent_again + 1,
                ..self.queue(plan, index, queued)
            }
        })
    }

    fn with(mut self, index: usize, batch: Batch) -> Model {
        // Nothing becomes of a batch that was refused, as if it had never been there; and the same of one that was not sent as of
        // one that was stopped.
        self.batches[index] = match batch.state {
            Refused => None,
            NotSent => Some(Batch {
                state: Stopped,
                ..batch
            }),
            _ => Some(batch),
        };
        self
    }

    fn next(self, plan: Plan, rule: Rule) -> Vec<Model> {
        let mut next = Vec::new();
        if self.now < plan.end {
            next.push(Model {
                now: self.now + 1,
                ..self
            });
        }
        for task in [0, 1] {
            if self.tasks[task].is_none() {
                let choices = [false, true].into_iter();
                next.extend(choices.filter_map(|kept| self.submit(plan, rule, task, kept)));
            }
        }
        for index in 0..plan.batches.len() {
            let Some(batch) = self.batches[index] else {
                continue;
            };
            next.extend(self.send_again(plan, rule, index, batch));
            let by_worker = batch.by_worker(self.now, plan.has_unconfirmed);
            for to in batch.by_person().into_iter().chain(by_worker) {
                let is_legal = to.state == batch.state || batch.state.may_become(to.state);
                assert!(is_legal, "{batch:?} to {to:?}");
                next.push(self.with(index, to));
            }
        }
        next
    }

    /// Two batches of different tasks that were both made and share a number within the cooldown, though nobody has chosen so.
    fn somebody_is_called_twice(self, plan: Plan) -> bool {
        (0..plan.batches.len()).any(|index| {
            let Some((batch, made)) = self.made(index) else {
                return false;
            };
            self.others(plan, plan.batches[index].0)
                .into_iter()
                .any(|(other_index, other)| {
                    let bit = 1 << other_index;
                    let is_shared = batch.numbers & other.numbers != 0;
                    let is_the_later = batch.later_than & bit != 0;
                    let is_chosen = batch.chosen_beside & bit != 0;
                    let is_close = |other: i8| (made - other).abs() < COOLDOWN;
                    is_shared && is_the_later && !is_chosen && other.made.is_some_and(is_close)
                })
        })
    }

    fn made(self, index: usize) -> Option<(Batch, i8)> {
        let batch = self.batches[index]?;
        Some((batch, batch.made?))
    }
}

/// How many models were reached, and the first one found in which somebody is called twice.
fn explore(plan: Plan, rule: Rule) -> (usize, Option<Model>) {
    let (mut reached, mut open) = (HashSet::from([START]), vec![START]);
    while let Some(model) = open.pop() {
        if model.somebody_is_called_twice(plan) {
            return (reached.len(), Some(model));
        }
        assert!(reached.len() < 2_000_000, "{plan:?} is too much");
        for next in model.next(plan, rule) {
            if reached.insert(next) {
                open.push(next);
            }
        }
    }
    (reached.len(), None)
}

fn nobody_is_called_twice(plan: Plan) {
    let (reached, twice) = explore(plan, Rule::OfTheProgram);
    println!("{reached} models");
    assert_eq!(twice, None);
    assert!(reached > 10_000, "only {reached} models were reached");
}

fn is_found_in(plan: Plan, rule: Rule) -> bool {
    explore(plan, rule).1.is_some()
}

#[test]
fn nobody_is_called_twice_by_two_tasks_that_share_a_number() {
    nobody_is_called_twice(ONE_NUMBER);
}

#[test]
fn nobody_is_called_twice_where_one_task_calls_in_two_batches_one_after_the_other() {
    nobody_is_called_twice(ONE_AFTER_THE_OTHER);
}

#[test]
fn nobody_is_called_twice_by_another_task_where_one_calls_the_same_number_in_both_batches() {
    nobody_is_called_twice(THE_SAME_NUMBER_IN_BOTH);
}

#[test]
fn by_the_date_of_the_task_somebody_is_called_twice_so_the_exploration_can_see_it() {
    for plan in [ONE_NUMBER, ONE_AFTER_THE_OTHER, THE_SAME_NUMBER_IN_BOTH] {
        assert!(is_found_in(plan, Rule::ByDateOfTheTask), "{plan:?}");
    }
}

#[test]
fn each_half_of_the_rule_is_needed() {
    assert!(is_found_in(ONE_NUMBER, Rule::OnlySinceTheSubmission));
    assert!(is_found_in(ONE_NUMBER, Rule::OnlyWithinTheCooldown));
}

#[test]
fn the_submission_counts_and_not_the_date_of_a_batch_that_was_planned_for_later() {
    assert!(is_found_in(
        ONE_AFTER_THE_OTHER,
        Rule::SinceItWasQueuedItself
    ));
}
