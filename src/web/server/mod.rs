//! The half of the web application that only the server has: configuration, routing, sessions, forms, uploads.
//!
//! Architecture invariant: handlers parse, call one use case of `backend`, and answer. No rule of the trade and no SQL
//! stands here.

pub mod application;
pub mod choices;
pub mod command;
pub mod config;
pub mod fragments;
pub mod limits;
pub mod request;
pub mod router;
pub mod site;
pub mod state;

mod assets;
mod calls;
mod client_address;
mod clock;
mod connections;
mod csrf;
mod deadlines;
mod errors;
mod exchange;
mod guard;
mod headers;
mod health;
mod host;
mod kept_forms;
mod leads_check;
mod log;
mod meter;
mod next;
mod nul;
mod pages;
mod runtime;
mod serve;
mod session;
mod session_store;
mod settings;
mod setup;
mod sheet_answers;
mod sheet_reading;
mod sign_in;
mod timed_io;
mod upload;
mod uploads;
