//! Events of stops: what was wanted, what the provider said of it, and that a stop rule was applied.

use leads::StopRule;
use localization::Message;
use serde::{Deserialize, Serialize};

use super::batches::with_words;
use crate::messages::events as texts;

/// Batches that are to be stopped at the provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopWanted {
    /// How many.
    pub batches: u64,
    /// Its number, where one of several was chosen.
    pub batch: Option<i64>,
}

/// What the provider said of a stop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// The batch.
    pub batch: i64,
    /// The lead's row, where one number was to be cancelled.
    pub row: Option<u32>,
    /// The provider's words, numbers masked.
    pub words: Option<String>,
}

/// The figures by which a stop rule was applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopRuleApplied {
    /// Leads that were dialled.
    pub dialled: u64,
    /// Those that were reached.
    pub reached: u64,
    /// The rule: the least share of the dialled that is to be reached, in per cent.
    pub percent: u8,
    /// The rule: from so many dialled on.
    pub calls: u32,
}

impl StopWanted {
    pub(super) fn sentence(&self) -> Message {
        match self.batch {
            Some(batch) => texts::stop_wanted_of_batch(batch),
            None => texts::stop_wanted(self.batches),
        }
    }
}

impl Stopped {
    pub(super) fn agreement(&self) -> Message {
        self.told(match self.row {
            Some(row) => texts::cancel_accepted(row),
            None => texts::stop_accepted(self.batch),
        })
    }

    /// With the words of a refusal, which say themselves that it is one.
    pub(super) fn refusal(&self) -> Message {
        self.told(match (self.row, &self.words) {
            (Some(row), Some(_)) => texts::cancel_asked(row),
            (Some(row), None) => texts::cancel_refused(row),
            (None, Some(_)) => texts::stop_asked(self.batch),
            (None, None) => texts::stop_refused(self.batch),
        })
    }

    pub(super) fn no_clear_answer(&self) -> Message {
        self.told(match self.row {
            Some(row) => texts::cancel_unclear(row),
            None => texts::stop_unclear(self.batch),
        })
    }

    fn told(&self, sentence: Message) -> Message {
        with_words(sentence, self.words.as_deref())
    }
}

impl StopRuleApplied {
    /// That rule, by those figures.
    pub fn of(rule: StopRule, dialled: u64, reached: u64) -> StopRuleApplied {
        StopRuleApplied {
            dialled,
            reached,
            percent: rule.percent,
            calls: rule.calls,
        }
    }

    /// When the rule was applied, by what figures.
    pub fn sentence(&self) -> Message {
        texts::stop_rule_applied(self.calls, self.dialled, self.percent, self.reached)
    }
}
