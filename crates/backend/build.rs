//! Writes a function for each message of `messages`. Cargo sees by itself when a migration changes, but not when one is added.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
    localization_build::generate("../localization/glossary");
}
