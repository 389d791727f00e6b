//! `docs/limits.md` and `docs/security.md` name tests and files: they exist.

use std::collections::HashSet;
use std::path::Path;

use crate::source::{Source, sources};

/// Where the workspace is.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// How the path of a file of ours begins.
const FOLDERS: [&str; 8] = [
    "crates/",
    "docs/",
    "end2end/",
    "fuzz/",
    "migrations/",
    "src/",
    "tests/",
    "xtask/",
];

fn page(name: &str) -> String {
    std::fs::read_to_string(Path::new(ROOT).join("docs").join(name)).expect("the page")
}

/// What stands between backquotes.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Whether a word may be the name of a test: a sentence, with its words joined.
fn is_sentence(word: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    word.bytes().all(is_part) && word.matches('_').count() > 1
}

/// The tests that the last cells of the tables name.
fn named(page: &str) -> Vec<&str> {
    let rows = page.lines().filter(|line| line.starts_with("| "));
    let cells = rows.filter_map(|row| row.trim_end_matches(['|', ' ']).rsplit('|').next());
    cells
        .flat_map(words)
        .filter(|word| is_sentence(word))
        .collect()
}

/// The names that no function bears.
fn missing<'a>(page: &'a str, functions: &HashSet<String>) -> Vec<&'a str> {
    let names = named(page).into_iter();
    names.filter(|name| !functions.contains(*name)).collect()
}

/// The files of ours that a page names, and that do not exist.
fn missing_files(page: &str) -> Vec<&str> {
    let of_ours = |word: &&str| FOLDERS.iter().any(|folder| word.starts_with(folder));
    page.lines()
        .flat_map(words)
        .filter(of_ours)
        .filter(|path| !Path::new(ROOT).join(path).exists())
        .collect()
}

/// The names that stand behind a `fn`, tests and what macros make of them included.
fn functions_of(source: &Source) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let behind = source.text.split("fn ").skip(1);
    behind
        .map(|text| text.chars().take_while(|letter| is_part(*letter)).collect())
        .collect()
}

fn functions() -> HashSet<String> {
    let sources = sources();
    let rust = sources.iter().filter(|source| source.path.ends_with(".rs"));
    rust.flat_map(functions_of).collect()
}

#[test]
fn every_limit_names_tests_that_there_are() {
    let functions = functions();
    let planted =
        "| a limit | 1 | refused | `every_limit_names_tests_that_there_are`, `there_is_none` |";
    assert_eq!(missing(planted, &functions), ["there_is_none"]);
    let page = page("limits.md");
    assert!(named(&page).len() > 40, "the tables can be read");
    assert_eq!(missing(&page, &functions), Vec::<&str>::new());
}

#[test]
fn every_requirement_names_tests_and_files_that_there_are() {
    let functions = functions();
    let planted = "| 1.1.1 | a rule | `src/lib.rs`, `src/none.rs` | `there_is_none` |";
    assert_eq!(missing(planted, &functions), ["there_is_none"]);
    assert_eq!(missing_files(planted), ["src/none.rs"]);
    let page = page("security.md");
    assert!(named(&page).len() > 150, "the tables can be read");
    assert_eq!(missing(&page, &functions), Vec::<&str>::new());
    assert_eq!(missing_files(&page), Vec::<&str>::new());
}
