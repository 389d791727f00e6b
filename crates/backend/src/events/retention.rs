//! Events of what is dropped, deleted and erased.

use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::events as texts;

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
    pub(super) fn sentence(&self) -> Message {
        let dropped = [
            (self.columns > 0).then(|| texts::columns(self.columns)),
            self.file.then(texts::file),
            (self.steps > 0).then(|| texts::steps(self.steps)),
        ];
        let dropped = dropped.into_iter().flatten();
        let dropped = dropped.reduce(texts::first_and_next);
        texts::draft_minimised(dropped.unwrap_or_else(|| Message::verbatim("")))
    }
}
