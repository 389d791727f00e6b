//! The state of a request to AIRudder to stop a batch, or to cancel one number of it.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::{BatchState, Calling, Tone};

/// How far such a request has come.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum StopState {
    /// AIRudder was certainly not asked yet; the worker asks it.
    Waiting,
    /// Written before the socket opens: from here on AIRudder may have been asked.
    Asking,
    /// AIRudder said yes.
    Accepted,
    /// AIRudder said no.
    Refused,
    /// Asked, and no usable answer: AIRudder may have done it. To stop a batch it is asked again by itself only for the calling rule; to cancel
    /// a number it is, too, as long as what is meant may be called.
    Unclear,
}

impl StopState {
    /// Every state.
    pub const ALL: [StopState; 5] = [
        StopState::Waiting,
        StopState::Asking,
        StopState::Accepted,
        StopState::Refused,
        StopState::Unclear,
    ];

    /// The name used in stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The state with that [`key`](StopState::key).
    pub fn from_key(key: &str) -> Option<StopState> {
        key.parse().ok()
    }

    /// Whether AIRudder may be asked again when somebody wants it: not while it is asked anyway, nor once it said yes. To stop what
    /// is stopped does nothing, so an unclear answer may be followed by another try.
    pub const fn may_be_asked_again(self) -> bool {
        matches!(self, StopState::Refused | StopState::Unclear)
    }

    /// Whether the worker is going to ask, or asks.
    pub const fn is_under_way(self) -> bool {
        matches!(self, StopState::Waiting | StopState::Asking)
    }

    /// The tone of what is said of it.
    pub const fn tone(self) -> Tone {
        match self {
            StopState::Waiting | StopState::Asking => Tone::Busy,
            StopState::Accepted => Tone::Good,
            StopState::Refused => Tone::Bad,
            StopState::Unclear => Tone::Warn,
        }
    }
}

/// Whether AIRudder dials numbers of a batch, or may: because it has the batch, may have it, or is being sent it. What still waits here is
/// not among these: it is kept back without asking anybody.
pub fn may_be_called_at_airudder(batch: BatchState, calling: Calling) -> bool {
    match batch {
        BatchState::Created => calling != Calling::Ended,
        BatchState::Sending | BatchState::Unknown | BatchState::Absent => true,
        BatchState::Waiting
        | BatchState::Refused
        | BatchState::GivenUp
        | BatchState::NotSent
        | BatchState::Stopped => false,
    }
}

/// Whether a number of a batch has to be cancelled at AIRudder once it is on a do-not-call list. Also of a batch that was given up: AIRudder may
/// have it all the same. What waits is not among these, though it may have been sent before: its numbers are compared with the lists before it
/// is sent, and once more when AIRudder turns out to have it.
pub fn has_to_be_cancelled(batch: BatchState, calling: Calling) -> bool {
    batch == BatchState::GivenUp || may_be_called_at_airudder(batch, calling)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_found_by_its_key() {
        for state in StopState::ALL {
            assert_eq!(StopState::from_key(state.key()), Some(state));
        }
        assert_eq!(StopState::from_key("stopped"), None);
    }

    #[test]
    fn what_is_being_asked_or_was_accepted_is_not_asked_again() {
        let again = StopState::ALL.map(StopState::may_be_asked_again);
        assert_eq!(again, [false, false, false, true, true]);
        for state in StopState::ALL {
            assert!(!(state.is_under_way() && state.may_be_asked_again()));
        }
    }

    #[test]
    fn only_what_airudder_has_or_may_have_has_to_be_stopped_there() {
        let open: Vec<BatchState> = BatchState::ALL
            .into_iter()
            .filter(|state| may_be_called_at_airudder(*state, Calling::NotStarted))
            .collect();
        assert_eq!(
            open,
            [
                BatchState::Sending,
                BatchState::Created,
                BatchState::Unknown,
                BatchState::Absent
            ]
        );
        assert!(!may_be_called_at_airudder(
            BatchState::Created,
            Calling::Ended
        ));
    }

    #[test]
    fn a_number_is_cancelled_also_where_a_person_has_given_its_batch_up() {
        for state in BatchState::ALL {
            for calling in [Calling::NotStarted, Calling::UnderWay, Calling::Ended] {
                let may_be_called = may_be_called_at_airudder(state, calling);
                let is_given_up = state == BatchState::GivenUp;
                let is_cancelled = has_to_be_cancelled(state, calling);
                assert_eq!(is_cancelled, may_be_called || is_given_up, "{state:?}");
            }
        }
    }
}
