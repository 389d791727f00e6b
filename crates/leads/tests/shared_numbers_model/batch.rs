//! What becomes of a batch by itself: by the worker, by the provider, and by people besides sending it again.

use leads::states::PartState::{Absent, Created, GivenUp, Refused, Sending, Unknown, Waiting};
use leads::states::{Decision, PartState};

/// A batch, and what the program does not see of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Batch {
    pub state: PartState,
    pub numbers: u8,
    pub queued: i8,
    pub in_doubt: bool,
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
    fn to(self, state: PartState) -> Batch {
        let is_at_its_end = matches!(state, Created | Refused | GivenUp);
        Batch {
            state,
            in_doubt: !is_at_its_end && (self.in_doubt || state == Unknown),
            ..self
        }
    }

    /// What people do besides sending again.
    pub fn by_person(self) -> Vec<Batch> {
        let mut next = Vec::new();
        if self.state.hindrance(Decision::GiveUp).is_none() {
            next.push(self.to(GivenUp));
        }
        if self.state.hindrance(Decision::Stop).is_none() {
            next.push(self.to(PartState::stopped(self.in_doubt)));
        }
        next
    }

    pub fn by_worker(self, now: i8, has_doubt: bool) -> Vec<Batch> {
        match self.state {
            Waiting if self.queued <= now => vec![self.to(Sending)],
            Sending if self.queued < now => {
                vec![self.to(PartState::not_sent(self.in_doubt))]
            }
            Sending => self.sent(now, has_doubt),
            // The list may show it later than anybody waits for it.
            Unknown if self.made.is_some() => vec![self.to(Created), self.to(Absent)],
            Unknown => vec![self.to(Absent)],
            Absent | GivenUp if self.made.is_some() => vec![self.to(Created)],
            _ => Vec::new(),
        }
    }

    fn sent(self, now: i8, has_doubt: bool) -> Vec<Batch> {
        let made = Batch {
            // A name that is taken makes no second task.
            made: self.made.or(Some(now)),
            ..self
        };
        let mut next = vec![
            self.to(PartState::not_sent(self.in_doubt)),
            self.to(PartState::refused(self.in_doubt)),
            made.to(Created),
        ];
        if has_doubt {
            next.extend([self.to(Unknown), made.to(Unknown)]);
        }
        next
    }
}
