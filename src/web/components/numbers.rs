//! Numbers as people read them.

pub use leads::numbers::{capped, counted, grouped, listed, sizes_in_words};
