//! Writes a function for each message of `messages`.

fn main() {
    localization_build::generate("../localization/glossary");
}
