//! The screens, one per file, drawn on the server. There are no rules here: what is shown comes ready from the backend.

pub mod accounts;
pub mod audit;
pub mod call_follow_up;
pub mod call_me;
pub mod calling_rules;
pub mod calls;
pub mod columns;
pub mod confirm;
pub mod do_not_call;
pub mod draft;
pub mod drafts;
pub mod erasures;
pub mod factor_setup;
pub mod insights;
pub mod launch;
pub mod link;
mod load;
pub mod new_account;
pub mod new_task;
pub mod not_found;
pub mod people;
pub mod profile;
pub mod proof;
pub mod recovery_codes;
pub mod replacement;
pub mod retention;
pub mod robot;
pub mod robot_results;
pub mod robots;
pub mod second_factor;
pub mod settings;
pub mod setup;
pub mod sign_in;
pub mod task;
mod task_tabs;
pub mod tasks;

use leptos::prelude::ReadUntracked;
use leptos_router::hooks::{use_params_map, use_query_map};

/// A value of the page's query; empty when it is not there.
fn query_value(name: &str) -> String {
    use_query_map()
        .read_untracked()
        .get(name)
        .unwrap_or_default()
}

/// All values of that name in the page's query, in their order.
fn query_values(name: &str) -> Vec<String> {
    use_query_map()
        .read_untracked()
        .get_all(name)
        .unwrap_or_default()
}

/// A value of the page's path; empty when it is not there.
fn path_value(name: &str) -> String {
    use_params_map()
        .read_untracked()
        .get(name)
        .unwrap_or_default()
}
