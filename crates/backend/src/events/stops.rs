//! Events of stops: what was wanted, what the provider said of it, and that a stop rule was applied.

use leads::StopRule;
use leads::numbers::{count_with_noun, format_number};
use serde::{Deserialize, Serialize};

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
    pub(super) fn sentence(&self) -> String {
        match self.batch {
            Some(batch) => format!("Batch {batch}: wants the calls stopped at AIRudder."),
            None => {
                let batches = count_with_noun(self.batches, "batch", "batches");
                format!("Wants the calls stopped at AIRudder: {batches}.")
            }
        }
    }
}

impl Stopped {
    /// With the words of a refusal, which say themselves that it is one.
    pub(super) fn refusal(&self) -> String {
        match &self.words {
            Some(words) => format!("{}. {words}", self.asked()),
            None => self.sentence("refused"),
        }
    }

    pub(super) fn sentence(&self, what: &str) -> String {
        let sentence = format!("{} and {what}.", self.asked());
        match &self.words {
            Some(words) => format!("{sentence} {words}"),
            None => sentence,
        }
    }

    fn asked(&self) -> String {
        match self.row {
            Some(row) => {
                let row = format_number(row);
                format!("Row {row}: AIRudder was asked to cancel the number")
            }
            None => format!("Batch {}: AIRudder was asked to stop", self.batch),
        }
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
    pub fn sentence(&self) -> String {
        format!(
            "The stop rule was applied: {} of {} reached, fewer than {} % after {}.",
            format_number(self.reached),
            count_with_noun(self.dialled, "dialled lead", "dialled leads"),
            self.percent,
            count_with_noun(self.calls, "call", "calls"),
        )
    }
}

/// That somebody has cancelled a number.
pub(super) fn cancel_wanted(row: u32) -> String {
    format!("Row {}: wants the number cancelled.", format_number(row))
}

/// That somebody has numbers cancelled again.
pub(super) fn cancels_wanted_again(numbers: u64) -> String {
    let numbers = count_with_noun(numbers, "number", "numbers");
    format!("Wants AIRudder asked again to cancel {numbers}.")
}
