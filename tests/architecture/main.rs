//! Reads the sources and names every place where they break a rule of the house that the compiler does not enforce.

mod documents;
mod endpoints;
mod floors;
mod glossary;
mod named_tests;
mod permissions;
mod raw_html;
mod routes;
mod settings;
mod source;
mod sql;
mod tour;

use crate::source::{Rust, Source, sources};

/// The longest a file may be.
const MAX_LINES: usize = 400;

/// First words of the addresses of pages and forms.
const ADDRESSES: [&str; 7] = [
    "drafts", "robots", "settings", "setup", "sign-in", "sign-out", "tasks",
];

/// Lines of code that use one of these crates.
fn uses(rust: &Rust, crates: &[&str]) -> Vec<usize> {
    let tokens = &rust.tokens;
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let is_use = |at: usize| {
        let is_whole_path = at == 0 || !matches!(text(at - 1), "::" | ".");
        let names_it = text(at + 1) == "::" || (at > 0 && text(at - 1) == "use");
        crates.contains(&text(at)) && is_whole_path && names_it
    };
    (0..tokens.len())
        .filter(|at| is_use(*at))
        .map(|at| tokens[at].line)
        .collect()
}

fn what_is_shown_knows_no_backend(source: &Source) -> Vec<String> {
    let wall = "components and islands show what pages give them: they use no backend, no SQL and no server";
    let by_the_pages = "pages ask the backend what they show: they use no SQL and no server";
    let (wall, others): (_, &[&str]) = if source.is_below(&["src/web/components", "src/islands"]) {
        (wall, &["backend", "sqlx", "axum"])
    } else if source.is_below(&["src/web/pages"]) {
        (by_the_pages, &["sqlx", "axum"])
    } else {
        return Vec::new();
    };
    uses(&source.rust(), others)
        .into_iter()
        .map(|line| source.breach(line, wall))
        .collect()
}

fn the_backend_knows_no_web(source: &Source) -> Vec<String> {
    let wall = "the backend answers in its own types: it uses neither Leptos nor axum";
    if source.path == "crates/backend/Cargo.toml" {
        return dependencies(&source.text, |name| {
            name.starts_with("leptos") || name.starts_with("axum")
        })
        .map(|line| source.breach(line, wall))
        .collect();
    }
    if !source.is_below(&["crates/backend/src"]) {
        return Vec::new();
    }
    uses(&source.rust(), &["leptos", "leptos_axum", "axum"])
        .into_iter()
        .map(|line| source.breach(line, wall))
        .collect()
}

fn the_small_crates_stand_alone(source: &Source) -> Vec<String> {
    const OURS: [&str; 9] = [
        "airudder",
        "airudder-sandbox",
        "backend",
        "coxswain",
        "leads",
        "localization",
        "localization-build",
        "sheets",
        "xtask",
    ];
    let (wall, allowed): (_, &[&str]) = match source.path.as_str() {
        "crates/leads/Cargo.toml" => (
            "leads depends on localization, and on nothing else of ours",
            &["localization", "localization-build"],
        ),
        "crates/localization/Cargo.toml"
        | "crates/localization-build/Cargo.toml"
        | "crates/airudder/Cargo.toml"
        | "crates/airudder-sandbox/Cargo.toml" => (
            "localization, airudder and airudder-sandbox depend on nothing of ours; only their tests may join them",
            &[],
        ),
        "crates/sheets/Cargo.toml" => (
            "sheets depends on leads and localization, and on nothing else of ours",
            &["leads", "localization", "localization-build"],
        ),
        _ => return Vec::new(),
    };
    let ours = |name: &str| OURS.contains(&name) && !allowed.contains(&name);
    dependencies(&source.text, ours)
        .map(|line| source.breach(line, wall))
        .collect()
}

/// The lines of a `Cargo.toml` that name a dependency, other than of tests, which `wanted` says yes to.
fn dependencies<'a>(
    manifest: &'a str,
    wanted: impl Fn(&str) -> bool + 'a,
) -> impl Iterator<Item = usize> + 'a {
    let mut section = "";
    manifest.lines().enumerate().filter_map(move |(at, line)| {
        let line = line.trim();
        let name = if let Some(header) = line.strip_prefix('[') {
            section = header.trim_end_matches(']');
            section
                .split_once("dependencies.")
                .filter(|(kind, _)| !kind.ends_with("dev-"))?
                .1
        } else if section.ends_with("dependencies") && !section.ends_with("dev-dependencies") {
            line.split(['.', '=', ' ']).next()?
        } else {
            return None;
        };
        wanted(name.trim_matches('"')).then_some(at)
    })
}

fn addresses_are_spelt_in_paths(source: &Source) -> Vec<String> {
    let wall = "addresses are spelt in src/web/paths, and in the route table as `path!(\"…\")`";
    let is_of_paths = source.path == "src/web/paths.rs" || source.is_below(&["src/web/paths"]);
    if !source.is_below(&["src"]) || is_of_paths {
        return Vec::new();
    }
    let rust = source.rust();
    let is_address = |text: &str| {
        let first = text
            .strip_prefix('/')
            .unwrap_or_default()
            .split(['/', '?', '#', '{', ':'])
            .next();
        first.is_some_and(|first| ADDRESSES.contains(&first))
    };
    // The literal of `path!("…")`.
    let is_route = |at: usize| {
        let before = rust.tokens[..at].iter().rev().take(3);
        before
            .map(|token| token.text.as_str())
            .eq(["(", "!", "path"])
    };
    let literals = rust
        .literals()
        .filter(|(at, text)| is_address(text) && !is_route(*at));
    literals
        .map(|(at, _)| source.breach(rust.tokens[at].line, wall))
        .collect()
}

fn no_file_is_too_long(source: &Source) -> Vec<String> {
    let kinds = [".rs", ".ts", ".css"];
    let length = source.text.lines().count();
    let is_too_long = length > MAX_LINES && kinds.iter().any(|kind| source.path.ends_with(kind));
    let wall = || {
        format!(
            "a file has at most {MAX_LINES} lines, this one {length}: divide it by what its parts are about"
        )
    };
    is_too_long
        .then(|| source.breach(MAX_LINES, &wall()))
        .into_iter()
        .collect()
}

fn halves_are_told_apart_twice(sources: &[Source]) -> Vec<String> {
    let wall = "the halves are told apart in two lines of src/lib.rs: a module belongs to one half or to both";
    let ours = sources.iter().filter(|source| source.is_below(&["src"]));
    let gates = ours.flat_map(|source| {
        let rust = source.rust();
        rust.lines_with(&["feature", "="])
            .into_iter()
            .map(|at| source.breach(at, wall))
            .collect::<Vec<_>>()
    });
    let gates: Vec<_> = gates.collect();
    if gates.len() > 2 { gates } else { Vec::new() }
}

/// Checks every source, after the wall has been seen to find each breach where there is one.
fn assert_wall(wall: fn(&Source) -> Vec<String>, breaches: &[Source]) {
    for breach in breaches {
        assert_ne!(
            wall(breach),
            Vec::<String>::new(),
            "the wall does not see a breach in {}: {}",
            breach.path,
            breach.text
        );
    }
    let found: Vec<String> = sources().iter().flat_map(wall).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn pages_components_and_islands_do_not_work_around_the_backend() {
    let shown = "use leads::Task;\nuse backend::tasks;\n";
    let breaches = [
        Source::new("src/web/components/table.rs", shown),
        Source::new("src/islands/progress.rs", shown),
        Source::new("src/web/pages/tasks.rs", "use sqlx::PgPool;\n"),
    ];
    assert_wall(what_is_shown_knows_no_backend, &breaches);
}

#[test]
fn no_import_of_the_web_application_runs_upward() {
    let breaches = [
        ("src/web/pages/a.rs", "use crate::web::actions::tasks;"),
        (
            "src/web/pages/a/b.rs",
            "use crate::web::{paths::tasks, layers};",
        ),
        ("src/web/health.rs", "use crate::web::{clock, assets};"),
        ("src/web/paths.rs", "use super::request;"),
        ("src/web/forms/a.rs", "use super::super::pages;"),
        ("src/web/forms/mod.rs", "use super::pages;"),
        ("src/web/a_new_room.rs", "fn f() {}"),
    ];
    let breaches = breaches.map(|(path, text)| Source::new(path, text));
    assert_wall(floors::no_import_runs_upward, &breaches);
}

#[test]
fn the_backend_uses_neither_leptos_nor_axum() {
    let breach = Source::new(
        "crates/backend/Cargo.toml",
        "[dependencies]\naxum.workspace = true\n",
    );
    let used = Source::new("crates/backend/src/lib.rs", "fn f() -> axum::Router {}");
    assert_wall(the_backend_knows_no_web, &[breach, used]);
}

#[test]
fn leads_and_both_sides_of_the_provider_depend_on_nothing_of_ours() {
    let breach = Source::new(
        "crates/airudder/Cargo.toml",
        "[dependencies]\nleads = { path = \"../leads\" }\n",
    );
    let of_sheets = Source::new(
        "crates/sheets/Cargo.toml",
        "[dependencies]\nleads.workspace = true\nbackend.workspace = true\n",
    );
    assert_eq!(the_small_crates_stand_alone(&of_sheets).len(), 1);
    assert_wall(the_small_crates_stand_alone, &[breach, of_sheets]);
}

#[test]
fn only_paths_spells_addresses() {
    let breach = Source::new(
        "src/web/pages/tasks.rs",
        "fn f() { format!(\"/tasks/{id}\") }",
    );
    assert_wall(addresses_are_spelt_in_paths, &[breach]);
}

#[test]
fn no_file_is_over_400_lines() {
    let breach = Source::new("style/main.css", &"\n".repeat(401));
    assert_wall(no_file_is_too_long, &[breach]);
}

#[test]
fn only_two_feature_gates_exist() {
    let three = "#[cfg(feature = \"ssr\")]\nfn f() {}\n".repeat(3);
    assert_eq!(
        halves_are_told_apart_twice(&[Source::new("src/a.rs", &three)]).len(),
        3
    );
    let breaches = halves_are_told_apart_twice(&sources());
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn comments_tests_and_the_route_table_are_no_breach() {
    let quiet = [
        (
            "src/web/pages/a.rs",
            "/// use backend::x\nfn f() { /* sqlx::query(\n*/ let quote = '\"'; // \"/tasks\"\n }",
            0,
        ),
        ("src/web/app.rs", "fn f() { path!(\"/tasks/:id\") }", 0),
        (
            "src/web/layers/a.rs",
            "const ICON: &str = \"/robots.txt\";\n#[cfg(test)]\nmod tests {\n  fn f() { get(\"/tasks\"); }\n}\n",
            0,
        ),
        ("src/web/layers/tests.rs", "fn f() { get(\"/tasks\") }", 0),
        (
            "src/web/pages/b.rs",
            "fn f() { let text = \"a \\\" quote\"; my_backend::run(); get(\"/tasks?a=b\") }",
            1,
        ),
        (
            "crates/leads/Cargo.toml",
            "[dev-dependencies]\nbackend.workspace = true\n",
            0,
        ),
    ];
    let walls = [
        what_is_shown_knows_no_backend,
        the_small_crates_stand_alone,
        sql::sql_stays_in_the_store,
        addresses_are_spelt_in_paths,
    ];
    for (path, text, breaches) in quiet {
        let source = Source::new(path, text);
        let found: Vec<String> = walls.iter().flat_map(|wall| wall(&source)).collect();
        assert_eq!(found.len(), breaches, "{path}: {found:?}");
    }
}
