//! Client of the AIRudder outbound-call API: tokens, robots, call tasks and their results.
//!
//! What the provider documents and what is only believed is marked in [`paths`] and at each decoder. The rules the
//! client keeps everywhere:
//!
//! * One function sends ([`Client`]'s private `send`); headers, envelope, status and decoding are in one place.
//! * The provider has no idempotency key, so every failure says what is certain: see [`Error::certainty`].
//!   Nothing that may have changed something is ever sent again by the client itself.
//! * Secrets are [`Secret`]; neither they nor a phone number stand in the `Display` or `Debug` of any type here.
//!   The provider's own words may name a number and are kept apart, see [`Error::provider_words`].

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

mod call_fields;
mod call_time;
mod calls;
mod client;
mod config;
mod create;
mod decode;
pub mod detail_errors;
mod envelope;
mod error;
mod lenient;
pub mod paths;
mod retry_after;
mod robot_words;
mod robots;
mod secret;
mod send;
mod task_answer;
mod tasks;
mod token;
#[cfg(test)]
mod whatever_comes;

pub use call_time::CallTime;
pub use calls::{Call, TaskCalls};
pub use client::{Client, READS_AT_ONCE};
pub use config::{Config, ConfigError, ConfigProblem, Credentials};
pub use create::{CreateTask, Detail, Gender, Perform, RobotMethod, Schedule};
pub use detail_errors::DetailError;
pub use error::{Certainty, Error, NotSentReason, UnknownReason};
pub use robot_words::RobotLabel;
pub use robots::{Robot, RobotVariable};
pub use secret::Secret;
pub use send::ANSWER_LIMIT;
pub use task_answer::{CreateOutcome, Refusal, TaskAnswer};
pub use tasks::{TaskListEntry, TaskListPage};
