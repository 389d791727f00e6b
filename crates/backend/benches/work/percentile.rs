//! What so many of a hundred measurements do not exceed.

use std::time::Duration;

/// In milliseconds, of times that are sorted.
pub fn milliseconds(sorted: &[Duration], of_a_hundred: usize) -> f64 {
    sorted[(sorted.len() - 1) * of_a_hundred / 100].as_secs_f64() * 1000.0
}
