//! `docs/limits.md` names for each limit the test that shows it: such a test exists.

use std::collections::HashSet;

use crate::source::{Source, sources};

/// The tests that the last cells of the tables name.
fn named(page: &str) -> Vec<&str> {
    let rows = page.lines().filter(|line| line.starts_with("| "));
    let cells = rows.filter_map(|row| row.trim_end_matches(['|', ' ']).rsplit('|').next());
    cells
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .filter(|word| !word.contains(['.', '/']))
        .collect()
}

/// The names that no function bears.
fn missing<'a>(page: &'a str, functions: &HashSet<String>) -> Vec<&'a str> {
    let names = named(page).into_iter();
    names.filter(|name| !functions.contains(*name)).collect()
}

/// The names that stand behind a `fn`, tests and what macros make of them included.
fn functions_of(source: &Source) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let behind = source.text.split("fn ").skip(1);
    behind
        .map(|text| text.chars().take_while(|letter| is_part(*letter)).collect())
        .collect()
}

#[test]
fn every_limit_names_tests_that_there_are() {
    let functions: HashSet<String> = sources()
        .iter()
        .filter(|source| source.path.ends_with(".rs"))
        .flat_map(functions_of)
        .collect();
    let planted =
        "| a limit | 1 | refused | `every_limit_names_tests_that_there_are`, `there_is_none` |";
    assert_eq!(missing(planted, &functions), ["there_is_none"]);
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/limits.md"))
        .expect("the page");
    assert!(named(&page).len() > 40, "the tables can be read");
    assert_eq!(missing(&page, &functions), Vec::<&str>::new());
}
