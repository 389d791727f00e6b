//! Which tasks need attention, why, and what to do: the one place that decides.

use serde::{Deserialize, Serialize};

use super::{BatchState, MAX_SEARCHES, TaskState};
use crate::numbers::{capped, count_with_noun, format_number, join_with_and};

/// Refused leads are counted up to this number; people see `1,000+` where there are more.
pub const MAX_REFUSED_COUNTED: u32 = 1_000;

/// Why a task needs attention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attention {
    /// What happened, and to whom: a sentence or two.
    pub why: String,
    /// What to do about it.
    pub what_to_do: String,
    /// Why it cannot be marked as done, where it cannot.
    pub done_blocker: Option<String>,
}

/// What is known of a task that might need attention.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub next_search: Option<String>,
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
    pub const fn done_blocker(self) -> Option<&'static str> {
        match self {
            TaskState::Unknown => Some(
                "It cannot be marked as done yet: AIRudder might have created it, and Coxswain still searches for it.",
            ),
            TaskState::Absent => {
                Some("It cannot be marked as done while AIRudder might have created it.")
            }
            TaskState::PartlyCreated
            | TaskState::Refused
            | TaskState::NotSent
            | TaskState::GivenUp => None,
            TaskState::Sending | TaskState::Created | TaskState::Calling | TaskState::Finished => {
                Some("This task does not need attention.")
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
            done_blocker: self.state.done_blocker().map(str::to_owned),
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

    /// `this task`, or `2 of 3 batches`.
    fn which(&self, count: u32) -> String {
        match self.all() {
            0 | 1 => "this task".to_owned(),
            all => format!("{} of {} batches", format_number(count), format_number(all)),
        }
    }

    fn unknown(&self) -> (String, String) {
        let lost = self.count(BatchState::Unknown);
        let next = self.next_search.as_ref();
        let next = next.map_or_else(String::new, |at| format!(", next: {at}"));
        (
            format!("AIRudder might have created {}.", self.which(lost)),
            format!(
                "Coxswain searches for {}{next}. Do not send the list again meanwhile.",
                it_or_them(lost)
            ),
        )
    }

    fn absent(&self) -> (String, String) {
        let lost = self.count(BatchState::Absent);
        let it = it_or_them(lost);
        (
            format!(
                "AIRudder does not list {} after {MAX_SEARCHES} searches.",
                self.which(lost)
            ),
            format!("Decide: send {it} again or give {it} up."),
        )
    }

    fn refused(&self) -> (String, String) {
        match self.refused_leads {
            0 => (
                "AIRudder refused this task, so nobody is called. It named no lead.".to_owned(),
                "Open the task to read why, fix it and send again.".to_owned(),
            ),
            leads => (
                format!("AIRudder refused {}, so nobody is called.", named(leads)),
                format!("Open the task to fix {} and send again.", it_or_them(leads)),
            ),
        }
    }

    fn not_sent(&self) -> (String, String) {
        let stopped = self.count(BatchState::Stopped);
        let why = match (stopped == self.all(), self.all()) {
            (true, 0 | 1) => "This task was stopped before it was sent, so nobody is called.",
            (true, _) => "All batches were stopped before they were sent, so nobody is called.",
            (false, _) => "Nothing was sent, so nobody is called.",
        };
        let what_to_do = match self.can_be_sent {
            true => "Send its batches again, or start a new task with these settings.",
            false => "Its start has passed: start a new task with these settings.",
        };
        (why.to_owned(), what_to_do.to_owned())
    }

    fn given_up(&self) -> (String, String) {
        let given_up = self.count(BatchState::GivenUp);
        let (were, which) = match (self.all(), given_up) {
            (0 | 1, _) => ("was", "This task".to_owned()),
            (_, 1) => ("was", self.which(given_up)),
            _ => ("were", self.which(given_up)),
        };
        (
            format!("{which} {were} given up. The leads count as not called."),
            "Start a new task to call them. If AIRudder lists a batch later, “Refresh now” finds it."
                .to_owned(),
        )
    }

    fn partly_created(&self) -> (String, String) {
        let (refused, not_sent, stopped, given_up) = (
            self.count(BatchState::Refused),
            self.count(BatchState::NotSent),
            self.count(BatchState::Stopped),
            self.count(BatchState::GivenUp),
        );
        let parts = [
            (refused, "refused"),
            (not_sent, "not sent"),
            (stopped, "stopped"),
            (given_up, "given up"),
        ];
        let mut told = Vec::new();
        for (count, word) in parts.into_iter().filter(|(count, _)| *count > 0) {
            let were = if count == 1 { "was" } else { "were" };
            let which = match told.is_empty() {
                true => self.which(count),
                false => format_number(count),
            };
            told.push(format!("{which} {were} {word}"));
        }
        let others = match self.all() - (refused + not_sent + stopped + given_up) {
            1 => "the other batch",
            _ => "the others",
        };
        let why = format!(
            "{}. The leads of {others} are called.",
            join_with_and(&told)
        );
        let can_send = self.can_be_sent && not_sent + stopped > 0;
        let needs_a_new_task = refused + given_up > 0 || !can_send;
        let what_to_do = match needs_a_new_task {
            true => "Open the task to send the leads that are not called.",
            false => "Open the task to send what was not sent.",
        };
        (why, what_to_do.to_owned())
    }
}

const fn it_or_them(count: u32) -> &'static str {
    if count == 1 { "it" } else { "them" }
}

/// Refused leads, as far as they were counted.
fn named(leads: u32) -> String {
    match leads > MAX_REFUSED_COUNTED {
        true => format!("{} leads", capped(leads, MAX_REFUSED_COUNTED)),
        false => count_with_noun(leads, "lead", "leads"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
            next_search: Some("21:19".to_owned()),
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
        let blocker = |state: TaskState| state.done_blocker().unwrap_or("it can");
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
