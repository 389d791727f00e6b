//! Numbers that AIRudder has not cancelled: they may be called though somebody does not want it, or the calling rule allows it no more.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::{Attention, TaskState};
use crate::messages::attention;

/// How many numbers of a task AIRudder has not cancelled and may still call: because of a do-not-call list, of an erasure, because a
/// person wants it, or because the calling rule allows no call of their batch any more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FailedCancels {
    /// AIRudder said no: it is not asked again by itself.
    pub refused: u32,
    /// AIRudder has not said yes after several tries: it is asked again as long as it may call them.
    pub unconfirmed: u32,
}

impl FailedCancels {
    /// Whether there are any: then the task needs attention.
    pub const fn any(self) -> bool {
        self.refused > 0 || self.unconfirmed > 0
    }

    /// Why the task needs attention, and what to do; `None` where there are none.
    pub fn attention(self) -> Option<Attention> {
        self.any().then(|| Attention {
            why: self.why(),
            what_to_do: self.what_to_do(),
            done_blocker: None,
        })
    }

    /// Both reasons of a task that needs attention for its state as well: `of_state` is that one.
    pub fn and(self, of_state: Option<Attention>) -> Option<Attention> {
        match (self.attention(), of_state) {
            (Some(own), Some(of_state)) => Some(Attention {
                why: Message::sentences([own.why, of_state.why]),
                what_to_do: Message::sentences([own.what_to_do, of_state.what_to_do]),
                done_blocker: of_state.done_blocker,
            }),
            (own, of_state) => own.or(of_state),
        }
    }

    /// Why nobody may mark a task in that state as done; `None` where somebody may. These numbers alone keep nobody from it: whoever has
    /// told AIRudder's support has done what there is to do.
    pub fn done_blocker(self, state: TaskState) -> Option<Message> {
        match self.any() && !state.needs_attention() {
            true => None,
            false => state.done_blocker(),
        }
    }

    fn why(self) -> Message {
        match (self.refused, self.unconfirmed) {
            (0, unconfirmed) => attention::cancels_unconfirmed(unconfirmed),
            (refused, 0) => attention::cancels_refused(refused),
            (refused, unconfirmed) => {
                attention::cancels_refused_and_unconfirmed(refused, unconfirmed)
            }
        }
    }

    fn what_to_do(self) -> Message {
        match self.refused {
            0 => attention::coxswain_keeps_asking(),
            _ => attention::ask_again(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cancels(refused: u32, unconfirmed: u32) -> FailedCancels {
        FailedCancels {
            refused,
            unconfirmed,
        }
    }

    fn told(of: FailedCancels) -> String {
        let attention = of.attention().expect("it needs attention");
        format!("{} {}", attention.why, attention.what_to_do)
    }

    #[test]
    fn what_airudder_did_and_what_may_happen_is_said() {
        assert_eq!(
            told(cancels(2, 0)),
            "AIRudder refused to cancel 2 numbers that are not to be called. It may still call them. Open the task to ask again or to \
             stop calling, or tell AIRudder’s support."
        );
        assert_eq!(
            told(cancels(0, 1)),
            "AIRudder has not confirmed that it cancels 1 number that is not to be called. It may still call it. Coxswain keeps \
             asking. Open the task to stop calling, or tell AIRudder’s support."
        );
        assert!(told(cancels(1, 1_200)).starts_with(
            "AIRudder refused to cancel 1 number that is not to be called, and has not confirmed that it cancels 1,200 more. It may \
             still call them. Open the task to ask again"
        ));
        assert_eq!(cancels(0, 0).attention(), None);
    }

    #[test]
    fn the_reason_of_the_state_is_said_as_well_and_keeps_its_blocker() {
        let of_state = Attention {
            why: Message::verbatim("AIRudder might have created 1 of 2 batches."),
            what_to_do: Message::verbatim("Coxswain searches for it."),
            done_blocker: Some(Message::verbatim("Not yet.")),
        };
        assert_eq!(
            cancels(0, 0).and(Some(of_state.clone())),
            Some(of_state.clone())
        );
        assert_eq!(cancels(0, 0).and(None), None);
        assert_eq!(cancels(1, 0).and(None), cancels(1, 0).attention());
        let both = cancels(1, 0).and(Some(of_state)).expect("both");
        assert!(
            both.why
                .to_string()
                .ends_with("call it. AIRudder might have created 1 of 2 batches.")
        );
        assert!(
            both.what_to_do
                .to_string()
                .ends_with("support. Coxswain searches for it.")
        );
        assert_eq!(both.done_blocker, Some(Message::verbatim("Not yet.")));
    }

    #[test]
    fn a_task_that_needs_attention_for_them_alone_can_be_marked_as_done() {
        for state in TaskState::ALL {
            assert_eq!(cancels(0, 0).done_blocker(state), state.done_blocker());
            let blocker = cancels(0, 1).done_blocker(state);
            match state.needs_attention() {
                true => assert_eq!(blocker, state.done_blocker(), "{state:?}"),
                false => assert_eq!(blocker, None, "{state:?}"),
            }
        }
    }
}
