//! The states of batches, tasks, checks and drafts: their names, and which steps are legal.

mod attention;
mod batch;
mod cooldown;
mod draft;
mod failed_cancels;
mod refusal_search;
mod stop;
mod task;

pub use attention::{Attention, MAX_REFUSED_COUNTED, Standing};
pub use batch::{BatchState, Decision, MAX_SEARCHES, StepBy, start_has_passed};
pub use cooldown::{cooldown_began, keeps_back, send_again_counts_from};
pub use draft::{CheckStanding, DraftFilter, DraftStanding, DraftState};
pub use failed_cancels::FailedCancels;
pub use refusal_search::{MAX_SEARCH_CHECKS, RefusalSearch, SearchEnd};
use serde::{Deserialize, Serialize};
pub use stop::{StopState, has_to_be_cancelled, may_be_called_at_airudder};
use strum::{EnumString, IntoStaticStr};
pub use task::{Calling, TaskState};

use crate::kind::UnknownKey;

/// How a state looks: the tone of its dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Nothing is to be said.
    Plain,
    /// It went well.
    Good,
    /// Something is under way.
    Busy,
    /// Somebody should look.
    Warn,
    /// It went wrong.
    Bad,
}

/// The state of a check: the dry run of a draft.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CheckState {
    /// Batches are being asked about.
    Running,
    /// The provider answered for every batch.
    Done,
    /// The provider gave no usable answer; the check may be repeated.
    Failed,
}

impl CheckState {
    /// The name used in stored data.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The state with that [`key`](CheckState::key).
    pub fn from_key(key: &str) -> Option<CheckState> {
        key.parse().ok()
    }
}

impl TryFrom<String> for CheckState {
    type Error = UnknownKey;
    fn try_from(key: String) -> Result<CheckState, UnknownKey> {
        CheckState::from_key(&key).ok_or(UnknownKey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_of_a_check_is_found_by_the_word_it_is_stored_as() {
        for (state, word) in [
            (CheckState::Running, "running"),
            (CheckState::Done, "done"),
            (CheckState::Failed, "failed"),
        ] {
            assert_eq!(state.key(), word);
            assert_eq!(CheckState::from_key(word), Some(state));
        }
        assert_eq!(CheckState::from_key("asking"), None);
    }
}
