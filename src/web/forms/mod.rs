//! What forms say, and what is drawn of them again.

pub mod calling_rules;
pub mod choices;
pub mod columns;
pub mod do_not_call;
pub mod erasures;
pub mod form_state;
pub mod kept;
pub mod meter;
pub mod new_task;
pub mod posted;
pub mod robot_results;
pub mod settings;
