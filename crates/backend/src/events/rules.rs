//! What is told of calling rules.

use leads::calling_rules::RuleSetId;
use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::events as texts;

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
    pub(super) fn sentence(&self) -> Message {
        let rule = self.rule.message();
        match self.batch {
            Some(batch) => texts::rule_overridden_for_batch(batch, rule),
            None => texts::rule_overridden(rule),
        }
    }
}
