//! Events of batches: what was created, found, refused, or not sent.

use leads::numbers::count_with_noun;
use serde::{Deserialize, Serialize};

/// A batch, by its number in the task, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// Its number.
    #[serde(rename = "part")]
    pub batch: i64,
}

/// A batch that is a task of the provider's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchCreated {
    /// Its number.
    #[serde(rename = "part")]
    pub batch: i64,
    /// The provider's id of the task.
    pub provider_id: String,
    /// What the provider or the search says of it.
    pub words: Option<String>,
    /// Leads that the provider did not take.
    #[serde(default)]
    pub refused: u64,
}

/// A batch that was not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchEnded {
    /// Its number.
    #[serde(rename = "part")]
    pub batch: i64,
    /// Why.
    pub words: Option<String>,
}

/// A batch that the provider does not list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchAbsent {
    /// Its number.
    #[serde(rename = "part")]
    pub batch: i64,
    /// How often it was looked for.
    #[serde(rename = "looks")]
    pub searches: u64,
}

impl BatchEnded {
    pub(super) fn sentence(&self, what: &str) -> String {
        // Not every batch that ends has words with it.
        let words = self.words.as_deref().unwrap_or_default();
        format!("Batch {}: {what}{words}", self.batch)
            .trim_end()
            .to_owned()
    }
}

impl BatchCreated {
    pub(super) fn found_sentence(&self) -> String {
        format!(
            "Batch {}: found as {} at AIRudder.",
            self.batch, self.provider_id
        )
    }

    pub(super) fn sentence(&self) -> String {
        let without = match self.refused {
            0 => String::new(),
            refused => format!(
                ", without {}",
                count_with_noun(refused, "refused lead", "refused leads")
            ),
        };
        format!(
            "Batch {}: created as {} at AIRudder{without}.",
            self.batch, self.provider_id
        )
    }
}
