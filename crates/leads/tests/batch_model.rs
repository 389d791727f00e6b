//! Every history that a batch can have, explored: what the worker, the provider, a crash, a pause and a person can do at each
//! point, in every order. What the program decides is asked of `leads::states` itself.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod exploration;

use leads::states::{BatchState, Decision, MAX_SEARCHES, StepBy};

use BatchState::{Absent, Created, GivenUp, NotSent, Refused, Sending, Stopped, Unknown, Waiting};

use exploration::Explored;

/// How often a person sends the batch again, at the most.
const SENT_AGAIN: u8 = 2;

/// What is taken for granted of the provider.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Provider {
    /// What was made is listed by the fifth healthy look, and nothing is made after it.
    ListsInTime,
    /// A name that is taken is refused, however late the list shows it.
    RefusesNamesThatAreTaken,
    /// Neither.
    IsHopeless,
}

/// A batch, and everything about it that the program does not see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Model {
    state: BatchState,
    has_id: bool,
    unconfirmed: bool,
    searches: u32,
    sent_again: u8,
    /// Tasks that the provider has made of it.
    made: u8,
    /// Whether its list shows them.
    is_listed: bool,
    /// Whether a call is still under way, with nobody waiting for it.
    is_on_the_wire: bool,
    /// Whether a sender that was paused has the id in its hands, and nobody has taken the batch since.
    is_in_hand: bool,
}

const START: Model = Model {
    state: Waiting,
    has_id: false,
    unconfirmed: false,
    searches: 0,
    sent_again: 0,
    made: 0,
    is_listed: false,
    is_on_the_wire: false,
    is_in_hand: false,
};

impl Model {
    fn to(self, state: BatchState) -> Model {
        Model {
            state,
            unconfirmed: self.unconfirmed || state == Unknown,
            searches: if state == Unknown { 0 } else { self.searches },
            has_id: state == Created,
            ..self
        }
    }

    /// The provider gets a call: a task is made, or refused because the name is taken.
    fn delivered(self, provider: Provider) -> Option<Model> {
        let is_refused = provider == Provider::RefusesNamesThatAreTaken && self.made > 0;
        (!is_refused).then_some(Model {
            made: self.made + 1,
            ..self
        })
    }

    /// All that can happen next, and who does it; `None` is the provider or the network.
    fn next(self, provider: Provider) -> Vec<(Option<StepBy>, Model)> {
        let mut next = self.outside(provider);
        next.extend(
            self.by_person()
                .into_iter()
                .map(|model| (Some(StepBy::Person), model)),
        );
        next.extend(
            self.by_worker(provider)
                .into_iter()
                .map(|model| (Some(StepBy::Worker), model)),
        );
        next
    }

    fn outside(self, provider: Provider) -> Vec<(Option<StepBy>, Model)> {
        let mut next = Vec::new();
        if self.made > 0 && !self.is_listed {
            next.push((
                None,
                Model {
                    is_listed: true,
                    ..self
                },
            ));
        }
        if self.is_on_the_wire {
            let arrived = Model {
                is_on_the_wire: false,
                ..self
            };
            next.push((None, arrived));
            next.extend(arrived.delivered(provider).map(|model| (None, model)));
        }
        next
    }

    fn by_person(self) -> Vec<Model> {
        let mut next = Vec::new();
        if self.state.blocker(Decision::SendAgain).is_none() && self.sent_again < SENT_AGAIN {
            next.push(Model {
                sent_again: self.sent_again + 1,
                ..self.to(Waiting)
            });
        }
        if self.state.blocker(Decision::GiveUp).is_none() {
            next.push(self.to(GivenUp));
        }
        if self.state.blocker(Decision::Stop).is_none() {
            next.push(self.to(BatchState::stopped(self.unconfirmed)));
        }
        // A refresh looks at once; only what it finds changes anything.
        if matches!(self.state, Unknown | Absent | GivenUp) && self.is_listed {
            next.push(self.to(Created));
        }
        next
    }

    fn by_worker(self, provider: Provider) -> Vec<Model> {
        let mut next = match self.state {
            Waiting => vec![
                Model {
                    is_in_hand: false,
                    ..self
                }
                .to(Sending),
            ],
            Sending => self.sent(provider),
            Unknown => self.searched_for(provider),
            _ => Vec::new(),
        };
        // A sender that goes on after a pause writes its id, if nobody has taken the batch since.
        if self.is_in_hand && matches!(self.state, Unknown | Absent | GivenUp) {
            next.push(self.to(Created));
        }
        next
    }

    fn sent(self, provider: Provider) -> Vec<Model> {
        // Certainly not sent: tried again, given up after the last try, or the program was told to stop.
        let mut next = vec![
            self.to(Waiting),
            self.to(BatchState::not_sent(self.unconfirmed)),
        ];
        if self.unconfirmed && self.is_listed {
            next.push(self.to(Created));
            return next;
        }
        // Killed or paused before the call; or the call was lost on its way there, or will arrive later.
        next.push(self.to(Unknown));
        next.push(
            Model {
                is_on_the_wire: true,
                ..self
            }
            .to(Unknown),
        );
        // Refused for what is in it.
        next.push(self.to(BatchState::refused(self.unconfirmed)));
        match self.delivered(provider) {
            // Refused because the name is taken.
            None => next.push(self.to(BatchState::refused(self.unconfirmed))),
            Some(made) => {
                next.push(made.to(Created));
                // The answer was lost, or the program was killed before it wrote the answer down.
                next.push(made.to(Unknown));
                // Paused for longer than its lease, with the answer in its hands.
                next.push(
                    Model {
                        is_in_hand: true,
                        ..made
                    }
                    .to(Unknown),
                );
            }
        }
        next
    }

    fn searched_for(self, provider: Provider) -> Vec<Model> {
        if self.is_listed {
            return vec![self.to(Created)];
        }
        let is_late = self.is_on_the_wire || self.made > 0;
        let searches = self.searches + 1;
        if provider == Provider::ListsInTime && is_late && searches == MAX_SEARCHES {
            return Vec::new();
        }
        let next = self.to(BatchState::after_search(searches));
        vec![Model { searches, ..next }]
    }
}

/// Every reachable model.
fn explore(provider: Provider) -> Explored<Model> {
    exploration::explore(START, |model| legal_next(model, provider))
}

/// What can happen next, each step by who may take it.
fn legal_next(model: Model, provider: Provider) -> Vec<Model> {
    let next = model.next(provider);
    for (by, to) in &next {
        if to.state != model.state {
            let legal = model.state.step(to.state);
            // A person may also take the worker's steps: Refresh does.
            let is_legal = legal.is_some() && (legal == *by || *by == Some(StepBy::Person));
            assert!(is_legal, "{by:?} may not take {model:?} to {to:?}");
        }
    }
    // Made twice is bad enough: what follows is not explored.
    let next = next.into_iter().filter(|_| model.made < 2);
    next.map(|(_, model)| model).collect()
}

fn is_end(state: BatchState) -> bool {
    matches!(state, Created | Refused | GivenUp | NotSent | Stopped)
}

/// What must hold everywhere, whichever of the two things is granted.
fn check(provider: Provider) -> Explored<Model> {
    let explored = explore(provider);
    let reached = explored.states.len();
    assert!(reached > 100, "only {reached} models were reached");
    for model in &explored.states {
        let holds = |is: bool, what: &str| {
            assert!(is, "{what}:\n{}", explored.history(*model));
        };
        holds(model.made <= 1, "made twice");
        if model.state == Created {
            holds(model.has_id && model.made == 1, "said to be created");
        }
        if matches!(model.state, Refused | NotSent | Stopped) {
            let nothing = model.made == 0 && !model.is_on_the_wire;
            holds(nothing, "said to be certain");
        }
    }
    explored
}

#[test]
fn with_a_list_that_is_in_time_no_batch_is_made_twice_and_none_is_given_up_that_was_made() {
    for model in check(Provider::ListsInTime).states {
        if matches!(model.state, Absent | GivenUp) {
            assert_eq!(model.made, 0, "{model:?}");
        }
    }
}

#[test]
fn with_names_that_are_refused_when_taken_no_batch_is_made_twice_however_late_the_list_is() {
    check(Provider::RefusesNamesThatAreTaken);
}

#[test]
fn no_batch_is_stuck() {
    for provider in [Provider::ListsInTime, Provider::RefusesNamesThatAreTaken] {
        let explored = explore(provider);
        let next = |model| legal_next(model, provider);
        let stuck = explored.stuck(next, |model| is_end(model.state));
        assert!(stuck.is_empty(), "{stuck:?}");
    }
}

#[test]
fn every_state_is_reached() {
    let states = explore(Provider::RefusesNamesThatAreTaken).states;
    for state in BatchState::ALL {
        assert!(states.iter().any(|model| model.state == state), "{state:?}");
    }
}

#[test]
fn a_provider_that_grants_neither_makes_a_task_twice_so_the_exploration_can_see_it() {
    let states = explore(Provider::IsHopeless).states;
    assert!(states.iter().any(|model| model.made == 2));
}
