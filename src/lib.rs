//! Coxswain: spreadsheets of leads become call tasks of AIRudder's voice robots.
//!
//! The library is compiled twice. For the server it is the whole web application; for the browser it is the islands
//! and what they draw with. `app` has the route table, `pages` one screen per file, `api` the way from a page to the
//! use cases, and `server` what only the server has.

pub mod app;
pub mod entered;
pub mod error;
pub mod paths;

mod api;
mod components;
mod islands;
mod pages;

#[cfg(feature = "ssr")]
pub mod server;

/// Wakes the islands of the page; the script of a page with an island calls it once.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
