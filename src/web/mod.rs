//! The web application: what the server draws and answers. None of it is compiled for the browser.
//!
//! Architecture invariant: handlers parse, call one use case of `backend`, and answer. No rule of the trade and no SQL
//! stands here.

pub mod app;
pub mod application;
pub mod clock;
pub mod error;
pub mod limits;
pub mod paths;
pub mod request;
pub mod router;

mod actions;
mod answers;
mod assets;
mod components;
mod connections;
mod downloads;
mod forms;
mod health;
mod hooks;
mod language;
mod layers;
mod live;
mod messages;
mod pages;
mod reload;
