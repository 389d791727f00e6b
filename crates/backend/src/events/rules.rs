//! What is told of calling rules.

use leads::calling_rules::RuleSetId;
use serde::{Deserialize, Serialize};

/// A reason to call people outside of a calling rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleOverridden {
    /// The rule.
    pub rule: RuleSetId,
    /// The batch that was sent again for it; a draft where there is none.
    #[serde(default)]
    pub batch: Option<u32>,
}

impl RuleOverridden {
    pub(super) fn sentence(&self) -> String {
        let rule = self.rule.message();
        match self.batch {
            Some(batch) => format!("Batch {batch}: gave a reason to call outside of {rule}."),
            None => format!("Gave a reason to call outside of {rule}."),
        }
    }
}
