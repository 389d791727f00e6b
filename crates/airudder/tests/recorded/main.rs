//! The client against recorded answers, served verbatim over TCP.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod answers;
mod certificates;
mod failures;
mod limits;
mod provider;
mod tokens;
