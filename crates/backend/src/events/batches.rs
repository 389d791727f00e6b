//! Events of batches: what was created, found, refused, or not sent.

use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::events as texts;
use crate::stored_sentences;

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
    /// What became of it, with the words behind it: not every batch that ends has some.
    pub(super) fn sentence(&self, of_batch: impl FnOnce(i64) -> Message) -> Message {
        with_words(of_batch(self.batch), self.words.as_deref())
    }

    /// The words of a refusal say themselves that it is one.
    pub(super) fn refusal(&self) -> Message {
        match &self.words {
            Some(words) => texts::batch_refused_with_words(self.batch, told(words)),
            None => texts::batch_refused(self.batch),
        }
    }
}

impl BatchCreated {
    pub(super) fn sentence(&self) -> Message {
        let (batch, id) = (self.batch, &self.provider_id);
        match self.refused {
            0 => texts::batch_created(batch, id),
            refused => texts::batch_created_without(batch, id, refused),
        }
    }
}

/// The sentence with words behind it, where there are some.
pub(super) fn with_words(sentence: Message, words: Option<&str>) -> Message {
    let words = words.map(str::trim_end).filter(|words| !words.is_empty());
    match words {
        Some(words) => Message::sentences([sentence, told(words)]),
        None => sentence,
    }
}

/// Words as they are stored: AIRudder’s, or what went wrong.
fn told(words: &str) -> Message {
    stored_sentences::read(words)
}
