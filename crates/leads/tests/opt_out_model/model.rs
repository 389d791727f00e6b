//! A list of two leads from its upload to the end of its calls, and everything about it that the program does not see.

use leads::states::{BatchState, Calling, Decision, StepBy, StopState};

use BatchState::{Absent, Created, GivenUp, Stopped, Unknown, Waiting};

use super::cancels::Applier;
use super::sender::Sender;
use super::{Provider, Rule, Setting};

/// Numbers, a bit each.
pub type Numbers = u8;

/// Both of the list.
pub const EVERYBODY: Numbers = 0b11;

/// How far the list has come. What reads the do-not-call lists and writes later has read them in the step before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Draft {
    New,
    /// Its leads are judged; those were on a list by then.
    Judging(Numbers),
    Judged,
    /// A check is being started; those were on a list by then.
    StartingCheck(Numbers),
    Checked,
    /// It is being submitted: nobody of it was on a list.
    Submitting,
    Submitted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Model {
    pub draft: Draft,
    /// Whom the draft, and then the batch, is to have called, by what the program has stored.
    pub leads: Numbers,
    /// Who is on a do-not-call list.
    pub listed: Numbers,
    /// The state of the batch, once there is one.
    pub state: BatchState,
    pub unconfirmed: bool,
    pub sent_again: u8,
    pub sender: Sender,
    /// Who was on a list when the batch was taken to be sent.
    pub listed_when_taken: Numbers,
    /// Whom AIRudder's task calls, if it has made one.
    pub made: Option<Numbers>,
    pub is_made_twice: bool,
    /// Whether AIRudder's list shows the task.
    pub is_shown: bool,
    /// Requests that are still under way with nobody waiting for them, a bit for each that they could call.
    pub on_the_wire: u8,
    /// What AIRudder has told of the calls.
    pub calling_ended: bool,
    /// Whether a list has changed, or a batch was found, and nobody has looked since.
    pub change: bool,
    pub applier: Applier,
    /// The request to cancel each number.
    pub cancels: [Option<StopState>; 2],
    /// A person's request to stop the whole batch.
    pub stop: Option<StopState>,
}

pub const START: Model = Model {
    draft: Draft::New,
    leads: EVERYBODY,
    listed: 0,
    state: Waiting,
    unconfirmed: false,
    sent_again: 0,
    sender: Sender::Nobody,
    listed_when_taken: 0,
    made: None,
    is_made_twice: false,
    is_shown: false,
    on_the_wire: 0,
    calling_ended: false,
    change: false,
    applier: Applier::Idle,
    cancels: [None; 2],
    stop: None,
};

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Person,
    Program,
    /// AIRudder, the network, or whoever says no.
    Outside,
}

impl Model {
    pub fn to(self, state: BatchState) -> Model {
        Model {
            state,
            unconfirmed: self.unconfirmed || state == Unknown,
            ..self
        }
    }

    /// AIRudder turns out to have the batch: what it was sent with may be on a list since.
    pub fn found(self, setting: Setting) -> Model {
        let looks_again = setting.rule != Rule::DoesNotLookAgain;
        Model {
            change: self.change || looks_again,
            ..self.to(Created)
        }
    }

    /// Whom AIRudder calls though they are no leads of the batch.
    pub fn strangers(self) -> Numbers {
        let made = self.made.filter(|_| self.state == Created).unwrap_or(0);
        made & !self.leads
    }

    /// AIRudder tells whom it calls: who was left out is put back.
    fn told(self, setting: Setting) -> Model {
        let put_back = match setting.rule {
            Rule::PutsNobodyBack => 0,
            _ => self.strangers(),
        };
        Model {
            leads: self.leads | put_back,
            change: self.change || put_back != 0,
            ..self
        }
    }

    /// AIRudder gets a request that calls those: a task is made, or refused because the name is taken.
    pub fn delivered(self, numbers: Numbers, provider: Provider) -> Option<Model> {
        match (self.made, provider) {
            (None, _) => Some(Model {
                made: Some(numbers),
                ..self
            }),
            (Some(_), Provider::RefusesNamesThatAreTaken) => None,
            (Some(_), Provider::ListsInTime) => Some(Model {
                is_made_twice: true,
                ..self
            }),
        }
    }

    /// All that can happen next.
    pub fn next(self, setting: Setting) -> Vec<(By, Model)> {
        let mut next = Vec::new();
        let mut push = |by, models: Vec<Model>| {
            next.extend(models.into_iter().map(|model| (by, model)));
        };
        push(By::Outside, self.opt_outs(setting));
        push(By::Program, self.by_applier(setting));
        if self.draft == Draft::Submitted {
            push(By::Outside, self.outside(setting.provider));
            push(By::Person, self.by_person(setting));
            push(By::Program, self.by_sender(setting));
            push(By::Program, self.by_canceller(setting));
            // AIRudder is asked about the calls until they have ended.
            if self.state == Created && !self.calling_ended {
                let told = self.told(setting);
                push(By::Program, vec![told]);
                let calling_ended = true;
                push(
                    By::Outside,
                    vec![Model {
                        calling_ended,
                        ..told
                    }],
                );
            }
        } else {
            push(By::Person, self.by_preparer());
        }
        for (by, to) in &next {
            self.expect_legal(*by, *to);
        }
        next
    }

    /// Somebody says no: the number is on the list, and that it has to be looked for is committed with it.
    fn opt_outs(self, setting: Setting) -> Vec<Model> {
        let may = setting.may_opt_out & !self.listed;
        let bits = [1, 2].into_iter().filter(|bit| may & bit != 0);
        bits.map(|bit| Model {
            listed: self.listed | bit,
            change: true,
            ..self
        })
        .collect()
    }

    /// Judging, checking and submitting, each of which may also fail before it has written anything.
    fn by_preparer(self) -> Vec<Model> {
        let at = |draft| Model { draft, ..self };
        let without = |numbers: Numbers, draft| Model {
            draft,
            leads: self.leads & !numbers,
            ..self
        };
        match self.draft {
            Draft::New => vec![at(Draft::Judging(self.listed))],
            Draft::Judging(seen) => vec![at(Draft::New), without(seen, Draft::Judged)],
            Draft::Judged if self.leads == 0 => Vec::new(),
            Draft::Judged => vec![at(Draft::StartingCheck(self.listed))],
            // AIRudder is asked what it would do: it calls nobody for that.
            Draft::StartingCheck(seen) if self.leads & !seen == 0 => {
                vec![without(seen, Draft::Judged)]
            }
            Draft::StartingCheck(seen) => vec![at(Draft::Judged), without(seen, Draft::Checked)],
            // Whoever is on a list since the check is left out, and it has to be checked again.
            Draft::Checked if self.leads & self.listed != 0 => {
                vec![without(self.listed, Draft::Judged)]
            }
            Draft::Checked => vec![at(Draft::Submitting)],
            Draft::Submitting => vec![at(Draft::Checked), at(Draft::Submitted)],
            Draft::Submitted => Vec::new(),
        }
    }

    fn outside(self, provider: Provider) -> Vec<Model> {
        let mut next = Vec::new();
        if self.made.is_some() && !self.is_shown {
            let is_shown = true;
            next.push(Model { is_shown, ..self });
        }
        for numbers in 1..=EVERYBODY {
            let bit = 1 << numbers;
            if self.on_the_wire & bit != 0 {
                let arrived = Model {
                    on_the_wire: self.on_the_wire & !bit,
                    ..self
                };
                next.push(arrived);
                next.extend(arrived.delivered(numbers, provider));
            }
        }
        next
    }

    fn by_person(self, setting: Setting) -> Vec<Model> {
        let mut next = Vec::new();
        if self.state.send_again_blocker(false).is_none() && self.sent_again < setting.sent_again {
            next.push(Model {
                sent_again: self.sent_again + 1,
                // Whoever sends it again wants its people to be called.
                ..self.nothing_to_stop().to(Waiting)
            });
        }
        if self.state.blocker(Decision::GiveUp).is_none() {
            next.push(self.to(GivenUp));
        }
        next.extend(self.stopped_by_person());
        // A refresh looks at once.
        if matches!(self.state, Unknown | Absent | GivenUp) && self.is_shown {
            next.push(self.found(setting));
        }
        next.extend(self.asked_again_by_person());
        next
    }

    pub fn calling(self) -> Calling {
        match self.calling_ended {
            true => Calling::Ended,
            false => Calling::NotStarted,
        }
    }

    /// Steps of the batch are those of the one table, and whoever takes them may.
    fn expect_legal(self, by: By, to: Model) {
        if to.state == self.state {
            return;
        }
        // What a person has stopped meanwhile is put back into the queue and stopped there, in one transaction.
        let is_stopped = self.stop == Some(StopState::Waiting) && to.state == Stopped;
        let by_a_person = is_stopped && Waiting.step(Stopped) == Some(StepBy::Person);
        let to_state = match by_a_person {
            true => Waiting,
            false => to.state,
        };
        let legal = self.state.step(to_state);
        // A person may also take the worker's steps: Refresh does.
        let is_legal = match by {
            By::Person => legal.is_some(),
            By::Program => legal == Some(StepBy::Worker),
            By::Outside => false,
        };
        assert!(is_legal, "{by:?} may not take {self:?} to {to:?}");
    }
}
