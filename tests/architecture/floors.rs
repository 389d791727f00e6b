//! The floors of the web application: a file uses only rooms on floors below its own, and its own room.

use std::collections::BTreeSet;

use crate::source::{Rust, Source, sources};

/// The rooms of `src/web`, lowest floor first. Rooms on one floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["clock", "limits", "messages", "paths"],
    &["language"],
    &["error"],
    &["request"],
    &["forms"],
    &["components"],
    &["pages"],
    &["app"],
    &["answers"],
    &["live"],
    &["actions"],
    &["downloads", "assets", "health", "hooks"],
    &["reload"],
    &["layers"],
    &["connections"],
    &["router"],
    &["application"],
];

/// The room of a file of the web application; the list of rooms itself is in none.
fn room_of(source: &Source) -> Option<&str> {
    let below = source.path.strip_prefix("src/web/")?;
    let first = below.split('/').next()?;
    let room = first.strip_suffix(".rs").unwrap_or(first);
    (room != "mod").then_some(room)
}

fn floor_of(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

/// The rooms that a file names, with the lines: behind `crate::web::`, and behind as many `super::` as lead out of its room.
fn rooms_named(source: &Source, rust: &Rust) -> Vec<(usize, String)> {
    let is_room_itself = source.path.ends_with("/mod.rs");
    let depth = source.path.matches('/').count() - 1 - usize::from(is_room_itself);
    let text = |at: usize| rust.tokens.get(at).map_or("", |token| token.text.as_str());
    let is_path = |at: usize, words: &[&str]| {
        words
            .iter()
            .enumerate()
            .all(|(place, word)| text(at + 2 * place) == *word && text(at + 2 * place + 1) == "::")
    };
    let supers = vec!["super"; depth];
    let mut named = Vec::new();
    for at in 0..rust.tokens.len() {
        let behind = if is_path(at, &["crate", "web"]) {
            at + 4
        } else if at > 0 && text(at - 1) != "::" && is_path(at, &supers) {
            at + 2 * depth
        } else {
            continue;
        };
        named.extend(
            first_words(rust, behind).map(|at| (rust.tokens[at].line, text(at).to_owned())),
        );
    }
    named
}

/// Where the first words of the path, or of each path of a group in braces, stand.
fn first_words(rust: &Rust, at: usize) -> impl Iterator<Item = usize> {
    let text = |at: usize| rust.tokens.get(at).map_or("", |token| token.text.as_str());
    let mut found = Vec::new();
    if text(at) != "{" {
        found.push(at);
        return found.into_iter();
    }
    let mut depth = 0;
    for at in at..rust.tokens.len() {
        match text(at) {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ if depth == 1 && matches!(text(at - 1), "{" | ",") => found.push(at),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    found.into_iter()
}

pub(crate) fn no_import_runs_upward(source: &Source) -> Vec<String> {
    let Some(room) = room_of(source) else {
        return Vec::new();
    };
    let Some(floor) = floor_of(room) else {
        let wall =
            "each room of the web application stands on a floor of tests/architecture/floors.rs";
        return vec![source.breach(1, wall)];
    };
    let wall = |other: &str| {
        format!(
            "`{room}` may use floors below its own, and `{other}` is not: see tests/architecture/floors.rs"
        )
    };
    rooms_named(source, &source.rust())
        .into_iter()
        .filter(|(_, other)| other != room && floor_of(other).is_some_and(|other| other >= floor))
        .map(|(line, other)| source.breach(line, &wall(&other)))
        .collect()
}

#[test]
fn every_floor_has_its_rooms() {
    let rooms: BTreeSet<String> = sources()
        .iter()
        .filter_map(|source| room_of(source).map(str::to_owned))
        .collect();
    let listed = FLOORS
        .iter()
        .copied()
        .flatten()
        .map(|room| (*room).to_owned());
    assert_eq!(listed.collect::<BTreeSet<_>>(), rooms);
}
