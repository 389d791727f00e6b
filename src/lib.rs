//! Coxswain: spreadsheets of leads become call tasks of AIRudder's voice robots.
//!
//! The library is compiled twice. For the browser it is the islands alone; for the server it is the whole web application,
//! which draws the islands too.

pub mod islands;

#[cfg(feature = "ssr")]
pub mod web;

/// Wakes the islands of the page; the script of a page with an island calls it once.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
