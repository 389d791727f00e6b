//! Which tasks need attention, why, and what to do: the one place that decides.

use localization::Message;

use super::{BatchState, MAX_SEARCHES, TaskState};
use crate::messages::attention;
use crate::views::Moment;

/// Refused leads are counted up to this number; people see `1,000+` where there are more.
pub const MAX_REFUSED_COUNTED: u32 = 1_000;

/// Why a task needs attention.
#[derive(Clone, Debug, PartialEq)]
pub struct Attention {
    /// What happened, and to whom: a sentence or two.
    pub why: Message,
    /// What to do about it.
    pub what_to_do: Message,
    /// Why it cannot be marked as done, where it cannot.
    pub done_blocker: Option<Message>,
}

/// What is known of a task that might need attention.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// What its batches add up to.
    pub state: TaskState,
    /// How many batches are in which state; a state may come several times.
    pub batches: Vec<(BatchState, u32)>,
    /// Leads that AIRudder named when it refused their batch; not counted beyond [`MAX_REFUSED_COUNTED`] and one.
    pub refused_leads: u32,
    /// Whether what was not sent can still be sent: its start is to come.
    pub can_be_sent: bool,
    /// When a batch is searched for next, where one is.
    pub next_search: Option<Moment>,
}

impl TaskState {
    /// Whether somebody should look at a task in this state, as long as nobody has marked it as done.
    pub const fn needs_attention(self) -> bool {
        match self {
            TaskState::Unknown
            | TaskState::Absent
            | TaskState::PartlyCreated
            | TaskState::Refused
            | TaskState::NotSent
            | TaskState::GivenUp => true,
            TaskState::Sending | TaskState::Created | TaskState::Calling | TaskState::Finished => {
                false
            }
        }
    }

    /// Why nobody may mark a task in this state as done; `None` where somebody may. What AIRudder might have created is not done
    /// before it is known, or decided.
    pub fn done_blocker(self) -> Option<Message> {
        match self {
            TaskState::Unknown => Some(attention::searched_for()),
            TaskState::Absent => Some(attention::might_be_created()),
            TaskState::PartlyCreated
            | TaskState::Refused
            | TaskState::NotSent
            | TaskState::GivenUp => None,
            TaskState::Sending | TaskState::Created | TaskState::Calling | TaskState::Finished => {
                Some(attention::not_needed())
            }
        }
    }
}

impl Standing {
    /// Why the task needs attention; `None` where it needs none.
    pub fn attention(&self) -> Option<Attention> {
        let (why, what_to_do) = match self.state {
            TaskState::Unknown => self.unknown(),
            TaskState::Absent => self.absent(),
            TaskState::PartlyCreated => self.partly_created(),
            TaskState::Refused => self.refused(),
            TaskState::NotSent => self.not_sent(),
            TaskState::GivenUp => self.given_up(),
            TaskState::Sending | TaskState::Created | TaskState::Calling | TaskState::Finished => {
                return None;
            }
        };
        Some(Attention {
            why,
            what_to_do,
            done_blocker: self.state.done_blocker(),
        })
    }

    fn count(&self, wanted: BatchState) -> u32 {
        let counts = self.batches.iter();
        counts
            .filter(|(state, _)| *state == wanted)
            .map(|(_, count)| count)
            .sum()
    }

    fn all(&self) -> u32 {
        self.batches.iter().map(|(_, count)| count).sum()
    }

    /// Whether it was sent in one piece, so that the task is told of and not its batches.
    fn is_one_batch(&self) -> bool {
        self.all() <= 1
    }

    fn unknown(&self) -> (Message, Message) {
        let (lost, all) = (self.count(BatchState::Unknown), self.all());
        let why = match self.is_one_batch() {
            true => attention::unknown_task(),
            false => attention::unknown_batches(all, lost),
        };
        let what_to_do = match &self.next_search {
            Some(next) => attention::search_next(lost, next),
            None => attention::search(lost),
        };
        (why, what_to_do)
    }

    fn absent(&self) -> (Message, Message) {
        let (lost, all) = (self.count(BatchState::Absent), self.all());
        let why = match self.is_one_batch() {
            true => attention::absent_task(MAX_SEARCHES),
            false => attention::absent_batches(all, lost, MAX_SEARCHES),
        };
        (why, attention::decide(lost))
    }

    fn refused(&self) -> (Message, Message) {
        let leads = self.refused_leads;
        let why = match leads {
            0 => return (attention::refused_without_lead(), attention::read_why()),
            1..=MAX_REFUSED_COUNTED => attention::refused_leads(leads),
            _ => attention::refused_more_leads(MAX_REFUSED_COUNTED),
        };
        (why, attention::fix_leads(leads))
    }

    fn not_sent(&self) -> (Message, Message) {
        let stopped = self.count(BatchState::Stopped);
        let why = match (stopped == self.all(), self.is_one_batch()) {
            (true, true) => attention::stopped_task(),
            (true, false) => attention::stopped_batches(),
            (false, _) => attention::nothing_sent(),
        };
        let what_to_do = match self.can_be_sent {
            true => attention::send_batches_again(),
            false => attention::start_new_task(),
        };
        (why, what_to_do)
    }

    fn given_up(&self) -> (Message, Message) {
        let given_up = self.count(BatchState::GivenUp);
        let why = match self.is_one_batch() {
            true => attention::given_up_task(),
            false => attention::given_up_batches(self.all(), given_up),
        };
        (why, attention::call_given_up())
    }

    fn partly_created(&self) -> (Message, Message) {
        let (refused, not_sent, stopped, given_up) = (
            self.count(BatchState::Refused),
            self.count(BatchState::NotSent),
            self.count(BatchState::Stopped),
            self.count(BatchState::GivenUp),
        );
        let told = Message::list(self.not_created());
        let why = match self.all() - (refused + not_sent + stopped + given_up) {
            1 => attention::other_batch_called(told),
            _ => attention::others_called(told),
        };
        let can_send = self.can_be_sent && not_sent + stopped > 0;
        let needs_a_new_task = refused + given_up > 0 || !can_send;
        let what_to_do = match needs_a_new_task {
            true => attention::send_not_called(),
            false => attention::send_not_sent(),
        };
        (why, what_to_do)
    }

    /// What became of the batches that were not created, each with their number; the first names the number of all as well.
    fn not_created(&self) -> Vec<Message> {
        type OfAll = fn(u32, u32) -> Message;
        type Kind = (BatchState, OfAll, fn(u32) -> Message);
        let kinds: [Kind; 4] = [
            // What is refused is told first, so there is no other sentence for it.
            (BatchState::Refused, attention::of_all_refused, |count| {
                attention::of_all_refused(count, count)
            }),
            (
                BatchState::NotSent,
                attention::of_all_not_sent,
                attention::further_not_sent,
            ),
            (
                BatchState::Stopped,
                attention::of_all_stopped,
                attention::further_stopped,
            ),
            (
                BatchState::GivenUp,
                attention::of_all_given_up,
                attention::further_given_up,
            ),
        ];
        let mut told = Vec::new();
        for (state, of_all, further) in kinds {
            match self.count(state) {
                0 => {}
                count if told.is_empty() => told.push(of_all(self.all(), count)),
                count => told.push(further(count)),
            }
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::views::Shown;
    use BatchState::{Absent, Created, GivenUp, NotSent, Refused, Stopped, Unknown};

    fn standing(batches: &[(BatchState, u32)]) -> Standing {
        let states: Vec<_> = batches
            .iter()
            .map(|(state, _)| (*state, super::super::Calling::NotStarted))
            .collect();
        Standing {
            state: TaskState::of(&states),
            batches: batches.to_vec(),
            refused_leads: 0,
            can_be_sent: true,
            next_search: None,
        }
    }

    fn told(standing: &Standing) -> String {
        let attention = standing.attention().expect("it needs attention");
        format!("{} {}", attention.why, attention.what_to_do)
    }

    #[test]
    fn a_refused_task_says_how_many_leads_are_to_be_fixed() {
        let refused = |refused_leads| {
            told(&Standing {
                refused_leads,
                ..standing(&[(Refused, 1)])
            })
        };
        assert_eq!(
            refused(1),
            "AIRudder refused 1 lead, so nobody is called. Open the task to fix it and send again."
        );
        assert_eq!(
            refused(1_000),
            "AIRudder refused 1,000 leads, so nobody is called. Open the task to fix them and send again."
        );
        assert_eq!(
            refused(1_001),
            "AIRudder refused 1,000+ leads, so nobody is called. Open the task to fix them and send again."
        );
        assert_eq!(
            refused(0),
            "AIRudder refused this task, so nobody is called. It named no lead. Open the task to read why, fix it and send again."
        );
    }

    #[test]
    fn what_might_have_been_created_is_searched_for_and_cannot_be_marked_as_done() {
        let unknown = Standing {
            next_search: Some(Moment {
                iso: String::new(),
                at: date(2026, 11, 23).at(21, 19, 0, 0),
                shown: Shown::Time,
            }),
            ..standing(&[(Unknown, 1)])
        };
        assert_eq!(
            told(&unknown),
            "AIRudder might have created this task. Coxswain searches for it, next: 21:19. Do not send the list again meanwhile."
        );
        assert_eq!(
            told(&standing(&[(Created, 1), (Unknown, 2)])),
            "AIRudder might have created 2 of 3 batches. Coxswain searches for them. Do not send the list again meanwhile."
        );
        assert_eq!(
            told(&standing(&[(Created, 2), (Absent, 1)])),
            "AIRudder does not list 1 of 3 batches after 5 searches. Decide: send it again or give it up."
        );
        for lost in [Unknown, Absent] {
            let attention = standing(&[(lost, 1)]).attention().expect("it is lost");
            assert!(attention.done_blocker.is_some(), "{lost:?}");
        }
    }

    #[test]
    fn a_partly_created_task_says_what_became_of_the_other_batches() {
        assert_eq!(
            told(&standing(&[(Created, 1), (NotSent, 2)])),
            "2 of 3 batches were not sent. The leads of the other batch are called. Open the task to send what was not sent."
        );
        assert_eq!(
            told(&standing(&[(Created, 2), (NotSent, 1)])),
            "1 of 3 batches was not sent. The leads of the others are called. Open the task to send what was not sent."
        );
        let both = standing(&[(Created, 1), (Refused, 1), (Stopped, 1)]);
        assert_eq!(
            told(&both),
            "1 of 3 batches was refused and 1 was stopped. The leads of the other batch are called. Open the task to send the leads \
             that are not called."
        );
        let too_late = Standing {
            can_be_sent: false,
            ..standing(&[(Created, 1), (NotSent, 2)])
        };
        assert!(told(&too_late).ends_with("that are not called."));
    }

    #[test]
    fn what_was_not_sent_says_whether_it_still_can_be() {
        assert_eq!(
            told(&standing(&[(Stopped, 1)])),
            "This task was stopped before it was sent, so nobody is called. Send its batches again, or start a new task with these settings."
        );
        let late = Standing {
            can_be_sent: false,
            ..standing(&[(NotSent, 1), (Stopped, 1)])
        };
        assert_eq!(
            told(&late),
            "Nothing was sent, so nobody is called. Its start has passed: start a new task with these settings."
        );
        assert!(told(&standing(&[(GivenUp, 1)])).starts_with("This task was given up."));
        assert!(
            told(&standing(&[(GivenUp, 2), (Refused, 1)]))
                .starts_with("2 of 3 batches were given up.")
        );
    }

    #[test]
    fn batches_of_every_kind_are_counted_and_named() {
        assert_eq!(
            told(&standing(&[(GivenUp, 1), (Refused, 2)])),
            "1 of 3 batches was given up. The leads count as not called. Start a new task to call them. If AIRudder lists a batch \
             later, “Refresh now” finds it."
        );
        let every = [
            (Created, 1),
            (Refused, 1),
            (NotSent, 1),
            (Stopped, 1),
            (GivenUp, 1),
        ];
        assert_eq!(
            told(&standing(&every)),
            "1 of 5 batches was refused, 1 was not sent, 1 was stopped and 1 was given up. The leads of the other batch are called. \
             Open the task to send the leads that are not called."
        );
    }

    #[test]
    fn why_a_task_cannot_be_marked_as_done_is_said() {
        let blocker = |state: TaskState| {
            let blocker = state.done_blocker();
            blocker.map_or_else(|| "it can".to_owned(), |blocker| blocker.to_string())
        };
        assert_eq!(blocker(TaskState::Refused), "it can");
        for state in [TaskState::Sending, TaskState::Finished] {
            assert_eq!(blocker(state), "This task does not need attention.");
        }
        assert!(blocker(TaskState::Unknown).ends_with("Coxswain still searches for it."));
        assert!(blocker(TaskState::Absent).ends_with("AIRudder might have created it."));
    }

    #[test]
    fn a_task_has_a_reason_exactly_where_it_needs_attention() {
        for state in TaskState::ALL {
            let standing = Standing {
                state,
                ..standing(&[(Created, 1)])
            };
            let has_reason = standing.attention().is_some();
            assert_eq!(has_reason, state.needs_attention(), "{state:?}");
            // What needs none cannot be marked, and what can be marked needs some.
            assert!(has_reason || state.done_blocker().is_some(), "{state:?}");
        }
    }
}
