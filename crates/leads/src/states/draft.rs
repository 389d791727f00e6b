//! How far a draft has come, and where work on it goes on.

use localization::Message;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

use super::{CheckState, Tone};
use crate::messages::draft_states;

/// What the state of a draft is told from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DraftStanding {
    /// Whether it has a list, and the last file could be read.
    pub has_list: bool,
    /// Whether nothing of its call settings has to be changed.
    pub settings_hold: bool,
    /// Whether a question about its list is open.
    pub has_question: bool,
    /// Rows to fix.
    pub to_fix: u32,
    /// Leads that would be sent.
    pub sent: u32,
    /// The last check, where it was of the draft as it is now.
    pub check: Option<CheckStanding>,
}

/// What a check of the draft as it is now says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckStanding {
    /// Its state.
    pub state: CheckState,
    /// Whether it is recent enough to be submitted.
    pub is_recent: bool,
    /// Leads that the provider has refused.
    pub refused: u32,
    /// Whether the provider would refuse a whole task.
    pub refuses_task: bool,
}

/// How far a draft has come: what has to be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftState {
    /// A list has to be chosen.
    NoList,
    /// Call settings have to be completed.
    Settings,
    /// A question about the list has to be answered.
    Question,
    /// The check is under way.
    Checking,
    /// The check found that the provider refuses so many leads, or the whole task where there are none.
    Refused(u32),
    /// It is checked, and can be submitted.
    Checked,
    /// So many rows have to be fixed.
    ToFix(u32),
    /// Nothing has to be fixed, and no lead is left to be called.
    NothingReady,
    /// The leads can be checked.
    Ready,
}

impl DraftState {
    /// The state of a draft that stands so.
    pub fn of(draft: &DraftStanding) -> DraftState {
        if !draft.has_list {
            DraftState::NoList
        } else if !draft.settings_hold {
            DraftState::Settings
        } else if draft.has_question {
            DraftState::Question
        } else if let Some(checked) = draft.check.and_then(of_check) {
            checked
        } else if draft.to_fix > 0 {
            DraftState::ToFix(draft.to_fix)
        } else if draft.sent == 0 {
            DraftState::NothingReady
        } else {
            DraftState::Ready
        }
    }

    /// What people read of it.
    pub fn message(self) -> Message {
        match self {
            DraftState::NoList => draft_states::no_list(),
            DraftState::Settings => draft_states::settings(),
            DraftState::Question => draft_states::question(),
            DraftState::Checking => draft_states::checking(),
            DraftState::Refused(0) => draft_states::refused_by_airudder(),
            DraftState::Refused(refused) => draft_states::leads_refused(refused),
            DraftState::Checked => draft_states::checked(),
            DraftState::ToFix(rows) => draft_states::rows_to_fix(rows),
            DraftState::NothingReady => draft_states::nothing_ready(),
            DraftState::Ready => draft_states::ready(),
        }
    }

    /// How it looks.
    pub const fn tone(self) -> Tone {
        match self {
            DraftState::NoList | DraftState::Settings => Tone::Plain,
            DraftState::Question | DraftState::ToFix(_) | DraftState::NothingReady => Tone::Warn,
            DraftState::Checking => Tone::Busy,
            DraftState::Refused(_) => Tone::Bad,
            DraftState::Checked | DraftState::Ready => Tone::Good,
        }
    }

    /// Whether work goes on in the form of the task, and not at its leads.
    pub const fn is_of_form(self) -> bool {
        matches!(self, DraftState::NoList | DraftState::Settings)
    }
}

/// `None` where the check says nothing any more, or did not end well: then it is as if there were none.
fn of_check(check: CheckStanding) -> Option<DraftState> {
    match check.state {
        CheckState::Running => Some(DraftState::Checking),
        CheckState::Failed => None,
        CheckState::Done if check.refused > 0 || check.refuses_task => {
            Some(DraftState::Refused(check.refused))
        }
        CheckState::Done => check.is_recent.then_some(DraftState::Checked),
    }
}

/// Which drafts are shown.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumIter,
    EnumString,
    IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum DraftFilter {
    /// All that are open.
    #[default]
    Any,
    /// Those whose form is not complete.
    ToComplete,
    /// Those with something to fix or to answer.
    ToFix,
    /// Those whose leads can be checked.
    Ready,
    /// Those that can be submitted.
    Checked,
    /// Those that were discarded and can be restored.
    Discarded,
}

impl DraftFilter {
    /// The name used in addresses; empty for all.
    pub fn key(self) -> &'static str {
        match self {
            DraftFilter::Any => "",
            other => other.into(),
        }
    }

    /// The filter with that key; what nobody has given out shows all.
    pub fn from_key(key: &str) -> DraftFilter {
        key.parse().unwrap_or_default()
    }

    /// All of them with what people read.
    pub fn choices() -> Vec<(&'static str, Message)> {
        DraftFilter::iter()
            .map(|filter| (filter.key(), filter.message()))
            .collect()
    }

    fn message(self) -> Message {
        match self {
            DraftFilter::Any => draft_states::any(),
            DraftFilter::ToComplete => draft_states::settings(),
            DraftFilter::ToFix => draft_states::to_fix(),
            DraftFilter::Ready => draft_states::ready(),
            DraftFilter::Checked => draft_states::checked(),
            DraftFilter::Discarded => draft_states::discarded(),
        }
    }

    /// Whether a draft that is not discarded is shown.
    pub const fn shows(self, state: DraftState) -> bool {
        match self {
            DraftFilter::Any => true,
            DraftFilter::ToComplete => state.is_of_form(),
            DraftFilter::ToFix => matches!(
                state,
                DraftState::Question
                    | DraftState::Refused(_)
                    | DraftState::ToFix(_)
                    | DraftState::NothingReady
            ),
            DraftFilter::Ready => matches!(state, DraftState::Ready | DraftState::Checking),
            DraftFilter::Checked => matches!(state, DraftState::Checked),
            DraftFilter::Discarded => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: DraftStanding = DraftStanding {
        has_list: true,
        settings_hold: true,
        has_question: false,
        to_fix: 0,
        sent: 279,
        check: None,
    };

    const CHECK: CheckStanding = CheckStanding {
        state: CheckState::Done,
        is_recent: true,
        refused: 0,
        refuses_task: false,
    };

    fn checked(check: CheckStanding) -> DraftStanding {
        DraftStanding {
            check: Some(check),
            to_fix: 21,
            ..GOOD
        }
    }

    #[test]
    fn a_draft_says_what_has_to_be_done_next() {
        let to_fix = DraftStanding { to_fix: 21, ..GOOD };
        for (standing, label) in [
            (DraftStanding::default(), "No list yet"),
            (
                DraftStanding {
                    settings_hold: false,
                    ..to_fix
                },
                "Settings to complete",
            ),
            (
                DraftStanding {
                    has_question: true,
                    ..to_fix
                },
                "Question to answer",
            ),
            (to_fix, "21 to fix"),
            (
                DraftStanding {
                    to_fix: 1_200,
                    ..GOOD
                },
                "1,200 to fix",
            ),
            (DraftStanding { sent: 0, ..GOOD }, "No lead ready"),
            (GOOD, "Ready"),
        ] {
            assert_eq!(
                DraftState::of(&standing).message().to_string(),
                label,
                "{standing:?}"
            );
        }
    }

    #[test]
    fn a_check_of_the_draft_as_it_is_counts_before_rows_to_fix() {
        let running = CheckState::Running;
        let failed = CheckState::Failed;
        for (check, label) in [
            (CHECK, "Checked"),
            (
                CheckStanding {
                    state: running,
                    ..CHECK
                },
                "Checking",
            ),
            (
                CheckStanding {
                    state: failed,
                    ..CHECK
                },
                "21 to fix",
            ),
            (
                CheckStanding {
                    is_recent: false,
                    ..CHECK
                },
                "21 to fix",
            ),
            (
                CheckStanding {
                    refused: 8,
                    ..CHECK
                },
                "8 refused",
            ),
            (
                CheckStanding {
                    refuses_task: true,
                    ..CHECK
                },
                "Refused by AIRudder",
            ),
        ] {
            assert_eq!(
                DraftState::of(&checked(check)).message().to_string(),
                label,
                "{check:?}"
            );
        }
    }

    #[test]
    fn the_filters_are_offered_with_their_words() {
        let choices = DraftFilter::choices().into_iter();
        let choices: Vec<_> = choices
            .map(|(key, label)| (key, label.to_string()))
            .collect();
        let told: Vec<_> = choices
            .iter()
            .map(|(key, label)| (*key, label.as_str()))
            .collect();
        assert_eq!(
            told[..2],
            [("", "Any status"), ("to_complete", "Settings to complete")]
        );
        assert_eq!(told.last(), Some(&("discarded", "Discarded")));
        for (key, label) in &choices {
            let same = choices.iter().filter(|(_, other)| other == label);
            assert_eq!(same.count(), 1, "{label}");
            assert_eq!(DraftFilter::from_key(key).key(), *key);
        }
    }

    #[test]
    fn every_state_is_shown_by_one_filter_beside_that_of_all() {
        let states = [
            DraftState::NoList,
            DraftState::Settings,
            DraftState::Question,
            DraftState::Checking,
            DraftState::Refused(1),
            DraftState::Checked,
            DraftState::ToFix(1),
            DraftState::NothingReady,
            DraftState::Ready,
        ];
        for state in states {
            let shown = DraftFilter::iter().filter(|filter| filter.shows(state));
            assert_eq!(shown.count(), 2, "{state:?}");
        }
        for filter in DraftFilter::iter() {
            assert_eq!(DraftFilter::from_key(filter.key()), filter);
        }
        assert_eq!(DraftFilter::from_key("boats"), DraftFilter::Any);
    }
}
