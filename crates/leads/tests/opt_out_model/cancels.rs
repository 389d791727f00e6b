//! How numbers that were put on a list are cancelled at AIRudder: who looks for them, as `backend/do_not_call/applying.rs` does it, and who asks,
//! as `backend/worker/stop.rs` does.

use leads::states::StopState::{Accepted, Asking, Refused, Unclear, Waiting};
use leads::states::{BatchState, Decision, StopState};
use leads::states::{has_to_be_cancelled, may_be_called_at_airudder};

use super::model::{Draft, Model, Numbers};
use super::{Rule, Setting};

/// How far whoever looks for numbers to cancel has come. What they write they commit at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Applier {
    Idle,
    /// Has read that something has changed.
    Begun,
    /// Has read whom AIRudder may be calling.
    Found(Numbers),
    /// Has read which of them are on a list.
    Listed(Numbers),
}

impl Model {
    pub fn by_applier(self, setting: Setting) -> Vec<Model> {
        let to = |applier| Model { applier, ..self };
        let next = match self.applier {
            Applier::Idle if self.change => Model {
                change: false,
                ..to(Applier::Begun)
            },
            Applier::Idle => return Vec::new(),
            Applier::Begun => to(Applier::Found(self.may_be_called(setting))),
            Applier::Found(numbers) => match numbers & self.listed {
                0 => self.applied(setting),
                listed => to(Applier::Listed(listed)),
            },
            Applier::Listed(numbers) => self.cancelled(setting, numbers),
        };
        // Its process may end before it has committed: what has changed is still to be looked for.
        let ended = Model {
            change: true,
            ..to(Applier::Idle)
        };
        match self.applier {
            Applier::Idle => vec![next],
            _ => vec![next, ended],
        }
    }

    /// Whom AIRudder calls or may call, as far as the program knows.
    fn may_be_called(self, setting: Setting) -> Numbers {
        let is_looked_at = self.draft == Draft::Submitted
            && has_to_be_cancelled(self.state, self.calling())
            && setting.rule != Rule::PassesOver(self.state);
        match is_looked_at {
            true => self.leads,
            false => 0,
        }
    }

    /// Has those cancelled that are still among the leads of the batch, where nobody wants that yet.
    fn cancelled(mut self, setting: Setting, numbers: Numbers) -> Model {
        let numbers = match setting.rule {
            Rule::CancelsWhoWasLeftOut => numbers,
            _ => numbers & self.leads,
        };
        for index in [0, 1] {
            if numbers & 1 << index != 0 {
                self.cancels[index] = self.cancels[index].or(Some(Waiting));
            }
        }
        self.applied(setting)
    }

    /// What was read at the beginning is deleted; what came since stays.
    fn applied(self, setting: Setting) -> Model {
        Model {
            change: self.change && setting.rule != Rule::DeletesWhatCameMeanwhile,
            applier: Applier::Idle,
            ..self
        }
    }

    /// Nothing is wanted any more of what was to be stopped or cancelled.
    pub fn nothing_to_stop(self) -> Model {
        Model {
            cancels: [None; 2],
            stop: None,
            ..self
        }
    }

    /// Whether AIRudder may still call numbers of a batch that it has, as far as the program knows.
    pub fn is_open(self) -> bool {
        let is_stopped = self.stop == Some(Accepted);
        self.state == BatchState::Created && !self.calling_ended && !is_stopped
    }

    /// AIRudder is asked to stop a batch that it has, or to cancel numbers of it.
    pub fn by_canceller(self, setting: Setting) -> Vec<Model> {
        if self.state != BatchState::Created {
            return Vec::new();
        }
        let mut next = Vec::new();
        for index in [0, 1] {
            let states = self.next_of_request(self.cancels[index], || {
                self.is_open() && setting.rule != Rule::AsksOnce
            });
            next.extend(
                states
                    .into_iter()
                    .map(|state| self.with_cancel(index, state)),
            );
        }
        // Where AIRudder gave no clear answer about a batch, only a person asks again.
        let states = self.next_of_request(self.stop, || false);
        let stop = |state| Model {
            stop: Some(state),
            ..self
        };
        next.extend(states.into_iter().map(stop));
        next
    }

    fn next_of_request(
        self,
        request: Option<StopState>,
        is_asked_again: impl Fn() -> bool,
    ) -> Vec<StopState> {
        match request {
            Some(Waiting) => vec![Asking],
            Some(Unclear) if is_asked_again() => vec![Asking],
            // Whoever asks may also end, or find nobody to ask.
            Some(Asking) => vec![Accepted, Refused, Unclear, Waiting],
            Some(Unclear | Accepted | Refused) | None => Vec::new(),
        }
    }

    fn with_cancel(mut self, index: usize, state: StopState) -> Model {
        self.cancels[index] = Some(state);
        self
    }

    /// A person stops what waits, or all of it: AIRudder is to stop what it has, may have or is being sent.
    pub fn stopped_by_person(self) -> Vec<Model> {
        let is_kept_back = self.state.blocker(Decision::Stop).is_none();
        let kept_back = match is_kept_back {
            true => self.to(BatchState::stopped(self.unconfirmed)),
            false => self,
        };
        let may_be_called = may_be_called_at_airudder(self.state, self.calling());
        let has_to_be_asked = may_be_called || (is_kept_back && self.unconfirmed);
        let may_be_asked = self.stop.is_none_or(StopState::may_be_asked_again);
        let asked = Model {
            stop: Some(Waiting),
            ..kept_back
        };
        let mut next = Vec::new();
        next.extend(is_kept_back.then_some(kept_back));
        next.extend((has_to_be_asked && may_be_asked).then_some(asked));
        next
    }

    /// A person has AIRudder asked again about what it refused: the task needs attention.
    pub fn asked_again_by_person(self) -> Vec<Model> {
        let may = |index: &usize| {
            let cancel = self.cancels[*index];
            self.is_open() && cancel == Some(Refused) && Refused.may_be_asked_again()
        };
        let again = [0, 1].into_iter().filter(may);
        again
            .map(|index| self.with_cancel(index, Waiting))
            .collect()
    }
}
