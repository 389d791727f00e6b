//! What came of the calls of a task: what the provider has told of each, what it means, and how it is counted.

pub mod call;
pub mod classify;
pub mod follow_up;
pub mod hour;
pub mod insights;
pub mod matching;
pub mod meaning;
pub mod polling;
pub mod rate;
pub mod reference;
pub mod ring;
pub mod statistics;
pub mod summary;
pub mod talk;
mod words;
