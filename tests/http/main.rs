//! The application over HTTP: a real server, a real database, the simulator of the provider.
//!
//! One program for all of them, so that it is linked once.

mod accounts;
mod answers;
mod assets;
mod attention;
mod audit;
mod back;
mod call_me;
mod calls;
mod columns;
mod compression;
mod connections;
mod drafts;
mod editing;
mod ended_sessions;
mod factors;
mod follow_ups;
mod guard;
mod hostile;
mod hosts;
mod insights;
mod journey;
mod killed;
mod launch;
mod leads_check;
mod mail;
mod new_task;
mod night;
mod people;
mod program;
mod pushes;
mod quotas;
mod results;
mod robot_results;
mod roles;
mod round_trips;
mod setting_up;
mod signing_in;
mod signing_out;
mod slow_clients;
mod stops;
mod support;
mod text_areas;
mod two_persons;
mod upload;
