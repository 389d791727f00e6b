//! What people do: every form that changes something, from what was typed to where the person goes on.

pub mod accounts;
pub mod call_follow_ups;
pub mod calling_rules;
pub mod columns;
pub mod confirm;
pub mod do_not_call;
pub mod drafts;
pub mod erasures;
pub mod factors;
pub mod language;
pub mod leads;
pub mod link;
pub mod new_task;
pub mod own_factors;
pub mod people;
pub mod profile;
pub mod pushes;
pub mod retention;
pub mod robot_results;
pub mod robots;
pub mod settings;
pub mod setup;
pub mod sign_in;
pub mod tasks;
pub mod test_calls;
