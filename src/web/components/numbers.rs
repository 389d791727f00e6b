//! Numbers as people read them.

pub use leads::numbers::{capped, count_with_noun, format_number, join_with_and, sizes_in_words};
