//! What forms say, and what is drawn of them again.

pub mod choices;
pub mod entered;
pub mod meter;
