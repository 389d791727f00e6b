//! Numbers as people read them.

pub use leads::numbers::{counted, grouped, sizes_in_words};
