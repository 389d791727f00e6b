//! The rules of Coxswain.
//!
//! What a lead is, why one is refused, what a task may be told to do, which steps are legal: all of it pure,
//! without I/O, clock or randomness.
//!
//! Architecture invariant: nothing here depends on another crate of this workspace.

pub mod country;
pub mod fault;
pub mod fault_groups;
pub mod field;
mod judge;
pub mod kind;
pub mod marks;
pub mod mended;
pub mod numbers;
pub mod search;
pub mod states;
pub mod views;

pub use country::{Country, NotACountry};
pub use fault::{Cause, Fault, FaultKind, Level, NotANumber, Service};
pub use fault_groups::{FaultCounts, FaultGroup, GroupKey};
pub use field::Field;
pub use judge::*;
pub use kind::{DuplicatePolicy, LeadKind, Standing};
pub use marks::{HoldReason, HoldScope, RowMarks, ShapeProblem};
pub use mended::{LeadState, Mended};
pub use search::SearchText;
