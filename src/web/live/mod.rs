//! What pages that are open in a browser ask for.

pub mod partials;
