//! How actions stand in the database.

use serde_json::Value;

use super::action::AuditAction;
use crate::tagged;

impl AuditAction {
    /// The action and the detail as they are stored.
    ///
    /// # Errors
    /// Never for the actions of this version: all of them are objects of numbers and texts.
    pub fn stored(&self) -> serde_json::Result<(String, Value)> {
        tagged::stored(self, "action")
    }

    /// The action that is stored so.
    ///
    /// # Errors
    /// When this version does not know it: another one wrote it.
    pub fn from_stored(action: &str, detail: &Value) -> serde_json::Result<AuditAction> {
        tagged::from_stored("action", action, detail)
    }
}
