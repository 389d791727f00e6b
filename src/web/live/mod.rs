//! What pages that are open in a browser ask for.

pub mod form;
pub mod partials;
pub mod progress;
pub mod provider;
