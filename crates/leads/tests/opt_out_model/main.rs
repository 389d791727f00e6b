//! Somebody says no while a list is called: at any step of it, from its upload to its last call, with every answer of AIRudder, every end of a
//! process and every decision of a person in between, in every order. What the program decides is asked of `leads::states` itself. What becomes
//! of a batch otherwise is explored in `batch_model`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod cancels;
#[path = "../exploration/mod.rs"]
mod exploration;
mod model;
mod sender;

use std::collections::{HashMap, HashSet};

use leads::states::BatchState::{
    Absent, Created, GivenUp, NotSent, Refused, Sending, Stopped, Unknown,
};
use leads::states::{BatchState, StopState};

use cancels::Applier;
use exploration::{Explored, explore};
use model::{By, Draft, EVERYBODY, Model, Numbers, START};
use sender::Sender;

/// What is taken for granted of AIRudder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Provider {
    /// What was made is listed by the fifth healthy look, and nothing is made after it.
    ListsInTime,
    /// A name that is taken is refused, however late the list shows it.
    RefusesNamesThatAreTaken,
}

/// The rule that is explored: the program's, or one that lies near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    OfTheProgram,
    /// Numbers are not compared with the lists before they are sent.
    DoesNotCompare,
    /// They are, while the batch still waits.
    ComparesBeforeItIsSending,
    /// Whoever looks for numbers to cancel does not look at batches in that state.
    PassesOver(BatchState),
    /// Nobody looks again when a batch is found at AIRudder.
    DoesNotLookAgain,
    /// Whoever has looked takes every change for looked at, also what came meanwhile.
    DeletesWhatCameMeanwhile,
    /// Whoever looks does not ask whether a lead was left out since.
    CancelsWhoWasLeftOut,
    /// Who is left out of a batch is cancelled all the same.
    KeepsCancelsOfWhoIsLeftOut,
    /// AIRudder is not asked again where it gave no clear answer.
    AsksOnce,
    /// Who was left out of a batch stays out of it, whomever AIRudder tells of.
    PutsNobodyBack,
}

/// What must never be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Fault {
    /// A batch that was taken after somebody had said no is sent with their number.
    CarriesWhoIsListed,
    IsMadeTwice,
    /// AIRudder has, or may get, what is said to be certainly not there.
    IsNotCertain,
    /// AIRudder has told of the call of somebody who is no lead of the batch, as far as the program knows.
    CallsAStranger,
    /// AIRudder calls somebody who said no, and nobody wants that to be cancelled, or looks for it.
    CancelIsForgotten,
    /// Somebody who said nothing is not called.
    LosesSomebody,
    /// Somebody who said nothing is cancelled.
    CancelsSomebody,
    /// A number is to be cancelled of which there is no call.
    CancelsNobody,
}

/// What is explored, and how far.
#[derive(Clone, Copy, Debug)]
struct Setting {
    provider: Provider,
    rule: Rule,
    /// Who may say no.
    may_opt_out: Numbers,
    /// How often a person sends the batch again, at the most.
    sent_again: u8,
}

/// One of two says no.
const ONE: Setting = Setting {
    provider: Provider::ListsInTime,
    rule: Rule::OfTheProgram,
    may_opt_out: 0b01,
    sent_again: 2,
};

/// The same where AIRudder lists tasks late, and refuses names that are taken.
const ONE_OF_A_LATE_LIST: Setting = Setting {
    provider: Provider::RefusesNamesThatAreTaken,
    ..ONE
};

/// Both say no.
const BOTH: Setting = Setting {
    may_opt_out: EVERYBODY,
    sent_again: 1,
    ..ONE
};

impl Model {
    /// What must never be.
    fn fault(self) -> Option<Fault> {
        let faults = [
            (self.carries_who_is_listed(), Fault::CarriesWhoIsListed),
            (self.is_made_twice, Fault::IsMadeTwice),
            (self.is_said_to_be_certain(), Fault::IsNotCertain),
            (self.calls_a_stranger(), Fault::CallsAStranger),
            (self.is_forgotten(), Fault::CancelIsForgotten),
            (self.loses_somebody(), Fault::LosesSomebody),
            (self.cancels_somebody(), Fault::CancelsSomebody),
            (self.cancels_nobody(), Fault::CancelsNobody),
        ];
        let mut faults = faults.into_iter().filter(|(is, _)| *is);
        faults.next().map(|(_, fault)| fault)
    }

    /// Taken after they had said no: what was taken before is cancelled.
    fn carries_who_is_listed(self) -> bool {
        matches!(self.sender, Sender::Calls(numbers)
            if self.state == Sending && numbers & self.listed_when_taken != 0)
    }

    /// Numbers of a list that AIRudder calls, as the program knows or is told soon.
    fn owed(self) -> impl Iterator<Item = usize> {
        let made = self.made.filter(|_| self.is_open()).unwrap_or(0);
        let owed = made & self.listed & !self.strangers();
        [0, 1]
            .into_iter()
            .filter(move |index| owed & 1 << index != 0)
    }

    fn is_looked_for(self) -> bool {
        self.change || self.applier != Applier::Idle
    }

    fn is_forgotten(self) -> bool {
        !self.is_looked_for() && self.owed().any(|index| self.cancels[index].is_none())
    }

    fn is_said_to_be_certain(self) -> bool {
        matches!(self.state, Refused | NotSent | Stopped)
            && (self.made.is_some() || self.on_the_wire != 0)
    }

    fn loses_somebody(self) -> bool {
        let willing = EVERYBODY & !self.listed;
        let is_left_out = willing & !self.leads != 0;
        is_left_out || self.state == Created && self.made.is_none_or(|made| willing & !made != 0)
    }

    fn cancels_somebody(self) -> bool {
        [0, 1]
            .into_iter()
            .any(|index| self.cancels[index].is_some() && self.listed & 1 << index == 0)
    }

    fn cancels_nobody(self) -> bool {
        let is_asked = |index: usize| self.cancels[index] == Some(StopState::Asking);
        [0, 1]
            .into_iter()
            .any(|index| is_asked(index) && self.leads & 1 << index == 0)
    }

    fn calls_a_stranger(self) -> bool {
        self.calling_ended && self.strangers() != 0
    }

    /// AIRudder has said yes or no to everything that is owed: where it said no, the task needs attention.
    fn is_answered(self) -> bool {
        let is_answered = |index: usize| {
            matches!(
                self.cancels[index],
                Some(StopState::Accepted | StopState::Refused)
            )
        };
        let is_settled = !self.is_looked_for() && self.strangers() == 0;
        self.state == Created && is_settled && self.owed().all(is_answered)
    }

    fn is_end(self) -> bool {
        let nobody_is_left = self.draft == Draft::Judged && self.leads == 0;
        nobody_is_left
            || matches!(self.state, Refused | NotSent | Stopped | GivenUp)
            || self.is_answered()
    }
}

fn explored(setting: Setting) -> Explored<Model> {
    let explored = explore(START, |model| all(model, setting));
    println!("{setting:?}: {} models", explored.states.len());
    explored
}

fn all(model: Model, setting: Setting) -> Vec<Model> {
    // What follows a fault is not explored.
    if model.fault().is_some() {
        return Vec::new();
    }
    let next = model.next(setting).into_iter();
    next.map(|(_, model)| model).collect()
}

/// What the program does by itself.
fn by_program(model: Model, setting: Setting) -> Vec<Model> {
    let next = model.next(setting).into_iter();
    let next = next.filter(|(by, _)| *by == By::Program);
    next.map(|(_, model)| model).collect()
}

/// Every kind of fault, with how the first one of it comes about.
fn faults(explored: &Explored<Model>) -> HashMap<Fault, String> {
    let mut faults = HashMap::new();
    for model in &explored.states {
        if let Some(fault) = model.fault() {
            let history = || explored.history(*model);
            faults.entry(fault).or_insert_with(history);
        }
    }
    faults
}

fn faults_of(setting: Setting, rule: Rule) -> HashSet<Fault> {
    let faults = faults(&explored(Setting { rule, ..setting }));
    for (fault, history) in &faults {
        println!("{fault:?}:\n{history}");
    }
    faults.into_keys().collect()
}

fn is_found_in(setting: Setting, rule: Rule, fault: Fault) -> bool {
    faults_of(setting, rule).contains(&fault)
}

/// What nobody has cancelled though the program could: calls that are open, and no way to AIRudder's answer by what it does itself.
fn never_answered(explored: &Explored<Model>, setting: Setting) -> Vec<Model> {
    let stuck = explored.stuck(|model| by_program(model, setting), Model::is_answered);
    stuck.into_iter().filter(|model| model.is_open()).collect()
}

fn whoever_says_no_is_left_out_or_cancelled(setting: Setting) {
    let explored = explored(setting);
    if let Some((fault, history)) = faults(&explored).into_iter().next() {
        panic!("{fault:?}:\n{history}");
    }
    assert!(explored.states.len() > 10_000);
    let stuck = explored.stuck(|model| all(model, setting), Model::is_end);
    if let Some(stuck) = stuck.first() {
        panic!("no way on:\n{}", explored.history(*stuck));
    }
    if let Some(model) = never_answered(&explored, setting).first() {
        panic!("nobody asks any more:\n{}", explored.history(*model));
    }
}

#[test]
fn whoever_says_no_is_left_out_or_cancelled_and_nobody_else() {
    whoever_says_no_is_left_out_or_cancelled(ONE);
}

#[test]
fn two_who_say_no_are_left_out_or_cancelled() {
    whoever_says_no_is_left_out_or_cancelled(BOTH);
}

/// AIRudder may have the batch with the number, by a sending before, though the program has left the number out when it sent the batch again.
#[test]
fn with_a_late_list_a_number_that_was_left_out_of_a_second_sending_is_put_back_and_cancelled() {
    whoever_says_no_is_left_out_or_cancelled(ONE_OF_A_LATE_LIST);
    let faults = faults_of(ONE_OF_A_LATE_LIST, Rule::PutsNobodyBack);
    assert_eq!(faults, HashSet::from([Fault::CallsAStranger]));
}

#[test]
fn a_worker_that_does_not_compare_is_found_out() {
    for rule in [Rule::DoesNotCompare, Rule::ComparesBeforeItIsSending] {
        let fault = Fault::CarriesWhoIsListed;
        assert!(is_found_in(ONE, rule, fault), "{rule:?}");
    }
}

#[test]
fn whoever_passes_over_what_is_sent_or_made_is_found_out() {
    let forgotten = Fault::CancelIsForgotten;
    for state in [Sending, Created] {
        let rule = Rule::PassesOver(state);
        assert!(is_found_in(ONE, rule, forgotten), "{state:?}");
    }
    let rule = Rule::DeletesWhatCameMeanwhile;
    assert!(is_found_in(BOTH, rule, forgotten));
}

/// What is passed over while nobody knows where it is does no harm: whoever finds it looks again.
#[test]
fn a_batch_that_is_found_has_to_be_looked_at_again() {
    let (late, forgotten) = (ONE_OF_A_LATE_LIST, Fault::CancelIsForgotten);
    for state in [Unknown, Absent, GivenUp] {
        let rule = Rule::PassesOver(state);
        assert!(!is_found_in(late, rule, forgotten), "{state:?}");
    }
    assert!(is_found_in(late, Rule::DoesNotLookAgain, forgotten));
}

#[test]
fn a_lead_that_is_left_out_has_no_cancel_any_more() {
    for rule in [Rule::CancelsWhoWasLeftOut, Rule::KeepsCancelsOfWhoIsLeftOut] {
        assert!(is_found_in(ONE, rule, Fault::CancelsNobody), "{rule:?}");
    }
}

#[test]
fn a_worker_that_asks_once_is_found_out() {
    let setting = Setting {
        rule: Rule::AsksOnce,
        ..ONE
    };
    let explored = explored(setting);
    assert!(faults(&explored).is_empty());
    let never = never_answered(&explored, setting);
    assert!(!never.is_empty());
    let is_unclear = |model: &Model| model.cancels.contains(&Some(StopState::Unclear));
    assert!(never.iter().all(is_unclear));
}

#[test]
fn every_state_is_met_by_an_opt_out() {
    let states = explored(ONE).states;
    for state in BatchState::ALL {
        let is_met = |model: &Model| model.listed != 0 && model.state == state;
        assert!(states.iter().any(is_met), "{state:?}");
    }
    for state in StopState::ALL {
        let is_in = |model: &Model| model.cancels.contains(&Some(state));
        assert!(states.iter().any(is_in), "{state:?}");
    }
    let is_left_out = |model: &Model| model.state == Created && model.leads != EVERYBODY;
    assert!(states.iter().any(is_left_out));
}
