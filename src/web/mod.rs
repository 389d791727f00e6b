//! The web application: what the server draws and answers. None of it is compiled for the browser.

pub mod app;
pub mod entered;
pub mod error;
pub mod paths;
pub mod server;

mod api;
mod components;
mod pages;
