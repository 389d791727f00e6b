//! Events of numbers that are not called any more.

use leads::numbers::count_with_noun;
use serde::{Deserialize, Serialize};

/// Leads that were taken out of a batch before it was sent. Neither numbers nor rows are written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadsLeftOut {
    /// The batch.
    pub batch: i64,
    /// How many.
    pub leads: u64,
    /// `do_not_call` or `erased`.
    pub reason: String,
    /// The hexadecimal digits of the SHA-256 of what was to be sent before.
    pub sha256_before: String,
    /// The same of what is sent now.
    pub sha256: String,
}

/// Numbers of a batch that are on a do-not-call list by now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoNotCallApplied {
    /// The batch.
    pub batch: i64,
    /// How many of its leads.
    pub leads: u64,
}

impl LeadsLeftOut {
    pub(super) fn sentence(&self) -> String {
        let leads = count_with_noun(self.leads, "lead", "leads");
        let why = match self.reason.as_str() {
            "erased" => "erased before it was sent",
            _ => "on a do-not-call list since it was checked",
        };
        format!("Batch {}: left out {leads}, {why}.", self.batch)
    }
}

impl DoNotCallApplied {
    pub(super) fn sentence(&self) -> String {
        let leads = count_with_noun(self.leads, "number was", "numbers were");
        format!(
            "Batch {}: {leads} put on a do-not-call list. Coxswain asks AIRudder to cancel them.",
            self.batch
        )
    }
}
