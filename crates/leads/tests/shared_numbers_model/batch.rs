//! What becomes of a batch by itself: by the worker, by the provider, and by people besides sending it again.

use leads::states::BatchState::{Absent, Created, GivenUp, Refused, Sending, Unknown, Waiting};
use leads::states::{BatchState, Decision};

/// A batch, and what the program does not see of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Batch {
    pub state: BatchState,
    pub numbers: u8,
    pub queued: i8,
    pub unconfirmed: bool,
    /// When the provider made its task.
    pub made: Option<i8>,
    /// Whether the other task had been submitted when this batch got into the queue last.
    pub queued_after_the_other_task: bool,
    /// Batches of the other task, a bit each, that got into the queue before this one did last.
    pub later_than: u8,
    /// Of those, the batches beside which a person has chosen to call the shared numbers.
    pub chosen_beside: u8,
}

impl Batch {
    fn to(self, state: BatchState) -> Batch {
        let is_at_its_end = matches!(state, Created | Refused | GivenUp);
        Batch {
            state,
            unconfirmed: !is_at_its_end && (self.unconfirmed || state == Unknown),
            ..self
        }
    }

    /// What people do besides sending again.
    pub fn by_person(self) -> Vec<Batch> {
        let mut next = Vec::new();
        if self.state.blocker(Decision::GiveUp).is_none() {
            next.push(self.to(GivenUp));
        }
        if self.state.blocker(Decision::Stop).is_none() {
            next.push(self.to(BatchState::stopped(self.unconfirmed)));
        }
        next
    }

    pub fn by_worker(self, now: i8, has_unconfirmed: bool) -> Vec<Batch> {
        match self.state {
            Waiting if self.queued <= now => vec![self.to(Sending)],
            Sending if self.queued < now => {
                vec![self.to(BatchState::not_sent(self.unconfirmed))]
            }
            Sending => self.sent(now, has_unconfirmed),
            // The list may show it later than anybody waits for it.
            Unknown if self.made.is_some() => vec![self.to(Created), self.to(Absent)],
            Unknown => vec![self.to(Absent)],
            Absent | GivenUp if self.made.is_some() => vec![self.to(Created)],
            _ => Vec::new(),
        }
    }

    fn sent(self, now: i8, has_unconfirmed: bool) -> Vec<Batch> {
        let made = Batch {
            // A name that is taken makes no second task.
            made: self.made.or(Some(now)),
            ..self
        };
        let mut next = vec![
            self.to(BatchState::not_sent(self.unconfirmed)),
            self.to(BatchState::refused(self.unconfirmed)),
            made.to(Created),
        ];
        if has_unconfirmed {
            next.extend([self.to(Unknown), made.to(Unknown)]);
        }
        next
    }
}
