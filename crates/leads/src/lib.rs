//! The rules of Coxswain.
//!
//! What a lead is, why one is refused, what a task may be told to do, which steps are legal: all of it pure,
//! without I/O, clock or randomness.
//!
//! Architecture invariant: nothing here depends on another crate of this workspace.

pub mod calling_rules;
mod countries;
pub mod country;
mod devices;
pub mod do_not_call;
pub mod edits;
pub mod field;
pub mod kind;
mod language;
pub mod marks;
mod messages;
mod nearly_all;
pub mod numbers;
pub mod period;
mod places;
pub mod problem;
pub mod problem_groups;
pub mod results;
mod retention;
pub mod roles;
pub mod search;
mod second_person;
mod sector;
mod slug;
mod spelt_numbers;
pub mod states;
mod validate;
pub mod views;

pub use calling_rules::{CallingRules, RuleSet, parse_reason};
pub use countries::{country_choices, country_name, sort_by_country, zone_choices, zone_elsewhere};
pub use country::{Country, NotACountry};
pub use devices::browser_and_system;
pub use edits::{Edits, LeadState};
pub use field::Field;
pub use kind::{DuplicatePolicy, LeadKind, RowContext};
pub use language::{NamedLanguage, named_language};
pub use marks::{HoldReason, HoldScope, RowMarks, ShapeProblem};
pub use nearly_all::of_nearly_all;
pub use period::{Period, periods};
pub use problem::{AutoFix, Level, NotANumber, Problem, ProblemKind, Service};
pub use problem_groups::{GroupKey, ProblemCounts, ProblemGroup};
pub use retention::*;
pub use roles::{Action, Role, may};
pub use search::{NumberSearch, SearchText};
pub use second_person::{LaunchStep, SendingAgain, SomebodyElseFor, launch_step};
pub use sector::Sector;
pub use slug::slug;
pub use spelt_numbers::spelt_numbers;
pub use validate::*;
