//! How figures are told to whoever makes a table of them.

use std::time::Duration;

/// Prints a figure: its name, a tab, and the median in milliseconds.
pub fn print(name: &str, mut took: Vec<Duration>) {
    took.sort();
    println!("{name}\t{:.2}", took[took.len() / 2].as_secs_f64() * 1000.0);
}
