//! How a batch is sent, as `backend/worker/send.rs` does it: on the disk it is being sent, then it is looked for where it was sent before, its
//! numbers are compared with the lists, whoever is on one is left out, and then it is called. Its process may end or be paused anywhere.

use leads::states::BatchState;
use leads::states::BatchState::{
    Absent, Created, GivenUp, NotSent, Refused, Sending, Stopped, Unknown, Waiting,
};
use leads::states::{MAX_SEARCHES, StopState};

use super::model::{Model, Numbers};
use super::{Provider, Rule, Setting};

/// Who sends the batch, and how far they have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sender {
    Nobody,
    /// Whoever had the batch is not there any more, or has lost the lease: the batch is not settled yet.
    Silent,
    /// Has taken the batch, and built what calls those.
    Has(Numbers),
    /// Has read the lists: of those numbers, these are on one.
    Compared {
        numbers: Numbers,
        listed: Numbers,
    },
    /// Nothing comes but the request that calls those.
    Calls(Numbers),
    /// Has AIRudder's answer to the request that calls those in its hands.
    Answered(Numbers),
}

impl Model {
    pub fn by_sender(self, setting: Setting) -> Vec<Model> {
        let mut next = match self.state {
            Waiting => self.taken(setting),
            Sending => self.sent(setting),
            Unknown => self.searched_for(setting),
            _ => Vec::new(),
        };
        // Whoever was paused goes on, and nobody has taken the batch since.
        if matches!(self.sender, Sender::Answered(_))
            && matches!(self.state, Unknown | Absent | GivenUp)
        {
            next.push(self.by(Sender::Nobody).found(setting));
        }
        next
    }

    fn by(self, sender: Sender) -> Model {
        Model { sender, ..self }
    }

    fn taken(self, setting: Setting) -> Vec<Model> {
        let compares_early = setting.rule == Rule::ComparesBeforeItIsSending;
        if compares_early && !matches!(self.sender, Sender::Calls(_)) {
            let leads = self.leads & !self.listed;
            return vec![Model { leads, ..self }.by(Sender::Calls(leads))];
        }
        let taken = Model {
            listed_when_taken: self.listed,
            ..self.to(Sending)
        };
        match compares_early {
            true => vec![taken],
            false => vec![taken.by(Sender::Has(self.leads))],
        }
    }

    /// What became of the batch is written down. What a person has stopped meanwhile is not put back into the queue, and what is certainly not
    /// at AIRudder has nothing to be stopped or cancelled.
    fn recorded(self, state: BatchState) -> Model {
        let state = match state {
            Waiting if self.stop == Some(StopState::Waiting) => {
                BatchState::stopped(self.unconfirmed)
            }
            state => state,
        };
        let is_certain = matches!(state, Refused | NotSent | Stopped);
        let recorded = match is_certain {
            true => self.nothing_to_stop(),
            false => self,
        };
        recorded.by(Sender::Nobody).to(state)
    }

    fn not_sent(self) -> Model {
        self.recorded(BatchState::not_sent(self.unconfirmed))
    }

    fn on_the_wire(self, numbers: Numbers) -> Model {
        Model {
            on_the_wire: self.on_the_wire | 1 << numbers,
            ..self
        }
    }

    fn sent(self, setting: Setting) -> Vec<Model> {
        // Certainly not sent, and tried again or not; or its process ends.
        let mut next = vec![
            self.recorded(Waiting),
            self.not_sent(),
            self.by(Sender::Silent),
        ];
        match self.sender {
            Sender::Nobody | Sender::Silent => return vec![self.recorded(Unknown)],
            Sender::Has(_) if self.unconfirmed && self.is_shown => {
                next.push(self.by(Sender::Nobody).found(setting));
            }
            Sender::Has(numbers) => next.push(self.compared(setting, numbers)),
            Sender::Compared { numbers, listed } => {
                next.push(self.left_out(setting, numbers, listed));
            }
            Sender::Calls(numbers) => next.extend(self.called(setting, numbers)),
            Sender::Answered(_) => {
                // Or paused for longer than its lease, with the answer in its hands.
                return vec![
                    self.recorded(Created),
                    self.by(Sender::Silent),
                    self.to(Unknown),
                ];
            }
        }
        next
    }

    fn compared(self, setting: Setting, numbers: Numbers) -> Model {
        let listed = match setting.rule {
            Rule::DoesNotCompare => 0,
            _ => numbers & self.listed,
        };
        match listed {
            // Everybody was left out by an earlier try.
            0 if numbers == 0 => self.not_sent(),
            0 => self.by(Sender::Calls(numbers)),
            listed => self.by(Sender::Compared { numbers, listed }),
        }
    }

    /// Takes leads out of what is sent, and out of the batch.
    fn left_out(self, setting: Setting, numbers: Numbers, listed: Numbers) -> Model {
        let without = self.without(setting, listed);
        match numbers & !listed {
            0 => without.not_sent(),
            numbers => without.by(Sender::Calls(numbers)),
        }
    }

    /// Takes leads out of the batch, and what was to be cancelled of them, in one transaction.
    fn without(self, setting: Setting, numbers: Numbers) -> Model {
        let mut without = Model {
            leads: self.leads & !numbers,
            ..self
        };
        if setting.rule != Rule::KeepsCancelsOfWhoIsLeftOut {
            for index in [0, 1] {
                if numbers & 1 << index != 0 {
                    without.cancels[index] = None;
                }
            }
        }
        without
    }

    fn called(self, setting: Setting, numbers: Numbers) -> Vec<Model> {
        let lost = self.recorded(Unknown);
        let mut next = vec![
            // Refused for what is in it.
            self.recorded(BatchState::refused(self.unconfirmed)),
            // Lost on its way there, or it will arrive later; also of a sender that is paused right before the call.
            lost,
            lost.on_the_wire(numbers),
            self.by(Sender::Silent).on_the_wire(numbers),
        ];
        match self.delivered(numbers, setting.provider) {
            // Refused because the name is taken.
            None => next.push(self.recorded(BatchState::refused(self.unconfirmed))),
            Some(made) => {
                next.push(made.by(Sender::Answered(numbers)));
                // The answer is lost.
                next.push(made.recorded(Unknown));
            }
        }
        next
    }

    /// Searches do nothing until the batch is shown, or the last of them is over.
    fn searched_for(self, setting: Setting) -> Vec<Model> {
        if self.is_shown {
            return vec![self.found(setting)];
        }
        let is_late = self.on_the_wire != 0 || self.made.is_some();
        if setting.provider == Provider::ListsInTime && is_late {
            return Vec::new();
        }
        vec![self.to(BatchState::after_search(MAX_SEARCHES))]
    }
}
