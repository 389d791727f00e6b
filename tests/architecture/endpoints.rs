//! The addresses of server functions are those that pages and scripts call.

use std::collections::BTreeSet;

use crate::source::{Source, sources};

/// The addresses that `paths` spells.
fn called(sources: &[Source]) -> BTreeSet<String> {
    let paths = sources
        .iter()
        .filter(|source| source.path.starts_with("src/web/paths"));
    let rust = paths.map(Source::rust);
    let literals = rust.flat_map(|rust| {
        let literals = rust.literals().map(|(_, text)| text.to_owned());
        literals.collect::<Vec<_>>()
    });
    literals.filter(|text| text.starts_with("/api/")).collect()
}

/// The addresses at which server functions answer.
fn served(sources: &[Source]) -> BTreeSet<String> {
    let mut served = BTreeSet::new();
    for source in sources.iter().filter(|source| source.is_below(&["src"])) {
        let rust = source.rust();
        let endpoints = rust.literals().filter(|(at, _)| {
            let before = rust.tokens[..*at].iter().rev().take(2);
            before
                .map(|token| token.text.as_str())
                .eq(["=", "endpoint"])
        });
        served.extend(endpoints.map(|(_, endpoint)| format!("/api/{endpoint}")));
    }
    served
}

#[test]
fn every_server_function_is_called_and_every_call_is_answered() {
    let sources = sources();
    let called = called(&sources);
    assert!(called.len() > 10, "the addresses are found");
    assert_eq!(served(&sources), called);
}
