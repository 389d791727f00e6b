//! Events of what is dropped, deleted and erased.

use leads::numbers::count_with_noun;
use serde::{Deserialize, Serialize};

/// What was dropped of a draft once it was submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftMinimised {
    /// Columns that fill nothing.
    pub columns: u64,
    /// Whether the bytes of the list were kept.
    pub file: bool,
    /// Edit steps.
    pub steps: u64,
}

/// What was deleted of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadsDeleted {
    /// Leads, also those that were not sent.
    pub leads: u64,
    /// Calls.
    pub calls: u64,
    /// The days for which the account keeps them.
    pub days: u32,
}

impl DraftMinimised {
    pub(super) fn sentence(&self) -> String {
        let columns = count_with_noun(
            self.columns,
            "column that nothing uses",
            "columns that nothing uses",
        );
        let steps = count_with_noun(self.steps, "edit step", "edit steps");
        let dropped = [
            (self.columns > 0).then_some(columns),
            self.file.then(|| "the uploaded file".to_owned()),
            (self.steps > 0).then_some(steps),
        ];
        let dropped: Vec<String> = dropped.into_iter().flatten().collect();
        format!("Dropped what is no longer needed: {}.", dropped.join(", "))
    }
}

impl LeadsDeleted {
    pub(super) fn sentence(&self) -> String {
        format!(
            "Deleted {} and {}, which the account keeps for {}. Figures stay.",
            count_with_noun(self.leads, "lead", "leads"),
            count_with_noun(self.calls, "call", "calls"),
            days(self.days)
        )
    }
}

pub(super) fn numbers_deleted(numbers: u64) -> String {
    let numbers = count_with_noun(numbers, "number", "numbers");
    format!("Deleted {numbers}, which the cooldown no longer needs.")
}

pub(super) fn drafts_deleted(drafts: u64, after: u32) -> String {
    let drafts = count_with_noun(drafts, "draft", "drafts");
    format!(
        "Deleted {drafts} that nobody had touched for {}.",
        days(after)
    )
}

pub(super) fn number_erased(rows: u64) -> String {
    let rows = count_with_noun(rows, "row", "rows");
    format!("Erased a number on request: {rows}.")
}

fn days(days: u32) -> String {
    count_with_noun(u64::from(days), "day", "days")
}
