//! Events of numbers that are not called any more.

use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::events as texts;

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

/// Leads that were taken out of a batch, and that the provider calls all the same. Neither numbers nor rows are written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadsPutBack {
    /// The batch.
    pub batch: i64,
    /// How many.
    pub leads: u64,
    /// The hexadecimal digits of the SHA-256 of what was sent last.
    pub sha256_before: String,
    /// The same of what the provider has.
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
    pub(super) fn sentence(&self) -> Message {
        match self.reason.as_str() {
            "erased" => texts::leads_left_out_erased(self.batch, self.leads),
            _ => texts::leads_left_out_do_not_call(self.batch, self.leads),
        }
    }
}
