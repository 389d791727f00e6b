//! What the form of a new task shows of when to call.

use serde::{Deserialize, Serialize};

/// What may be chosen of when to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhenView {
    /// The choices.
    pub choices: Vec<WhenChoice>,
    /// What was chosen, in words; `None` where it is no time yet.
    pub in_words: Option<String>,
    /// The days on which calls may start and end: what is posted, and what people see.
    pub days: Vec<(String, String)>,
    /// The times of day that may be chosen.
    pub times: Vec<String>,
    /// The latest end: `Tue 1 Dec, 21:20`.
    pub latest: String,
    /// The account's zone and offset.
    pub zone: String,
}

/// One of the choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhenChoice {
    /// What is posted.
    pub key: String,
    /// Its words.
    pub label: String,
    /// The hours that it means now; empty where it has none.
    pub hours: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}
