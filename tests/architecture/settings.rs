//! `.env.example` and the table of the README list every setting that the program reads, and no other.

use std::collections::BTreeSet;

use crate::source::{Source, sources};

/// How the names of variables begin, and those that do not begin like this.
const OURS: [&str; 2] = ["COXSWAIN_", "AIRUDDER_"];
const OTHERS: [&str; 3] = ["DATABASE_URL", "DATABASE_URL_FILE", "RUST_LOG"];

fn is_variable(text: &str) -> bool {
    let is_ours = OURS.iter().any(|begin| {
        text.strip_prefix(begin)
            .is_some_and(|rest| !rest.is_empty())
    });
    let is_name = |text: &str| {
        text.chars()
            .all(|letter| letter.is_ascii_uppercase() || letter == '_')
    };
    (is_ours || OTHERS.contains(&text)) && is_name(text)
}

/// The variables that the command line and its configuration name in a string of their own.
fn read_by_the_program(sources: &[Source]) -> BTreeSet<String> {
    let cli = sources
        .iter()
        .filter(|source| source.path == "src/cli.rs" || source.is_below(&["src/cli"]));
    let mut found = BTreeSet::new();
    for source in cli {
        let rust = source.rust();
        let names = rust.literals().filter(|(_, text)| is_variable(text));
        found.extend(names.map(|(_, text)| text.to_owned()));
    }
    found
}

/// `NAME=…`, set or commented out.
fn in_example(text: &str) -> BTreeSet<String> {
    let names = text.lines().filter_map(|line| {
        let (name, _) = line.trim_start_matches('#').split_once('=')?;
        is_variable(name).then(|| name.to_owned())
    });
    names.collect()
}

/// What the first cells of tables name.
fn in_tables(text: &str) -> BTreeSet<String> {
    let cells = text
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split('|').next());
    let names = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    names
        .filter(|name| is_variable(name))
        .map(str::to_owned)
        .collect()
}

fn page(name: &str) -> String {
    let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("the file")
}

#[test]
fn every_setting_is_listed_where_people_look_for_it() {
    let planted = Source::new(
        "src/cli/config.rs",
        "fn f() { get(\"COXSWAIN_PLANTED\"); fault(\"COXSWAIN_ADDR: no\") }",
    );
    let settings = read_by_the_program(&[planted]);
    assert_eq!(settings, BTreeSet::from(["COXSWAIN_PLANTED".to_owned()]));
    let settings = read_by_the_program(&sources());
    assert!(settings.len() > 20, "the sources can be read: {settings:?}");
    assert_eq!(in_example(&page(".env.example")), settings, ".env.example");
    assert_eq!(in_tables(&page("README.md")), settings, "README.md");
}
