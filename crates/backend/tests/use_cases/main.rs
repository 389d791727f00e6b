//! The use cases against real Postgres and the sandbox over HTTP.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod across_tasks;
mod as_sent;
mod at_once;
mod attention;
mod call_exports;
mod call_follow_ups;
mod chain;
mod chaos;
mod database;
mod discarded;
mod drafts;
mod editing;
mod exactly_once;
mod follow_ups;
mod forms;
mod history;
mod history_search;
mod insights;
mod launch;
mod leases;
mod number_holds;
mod number_search;
mod outage;
mod pages_of_leads;
mod people;
mod questions;
mod reading;
mod refusal_search;
mod repeats;
mod replacing;
mod results;
mod robot_results;
mod robots;
mod seed_development;
mod stagger;
mod statements;
mod support;
mod tasks;
mod test_calls;
mod test_calls_apart;
mod time_limits;
mod unreadable;
mod whole_lists;
mod worker;
