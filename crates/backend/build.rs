//! Cargo sees by itself when a migration changes, but not when one is added.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
