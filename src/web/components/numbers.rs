//! Numbers as people read them.

pub use leads::numbers::{counted, grouped, listed, sizes_in_words};
