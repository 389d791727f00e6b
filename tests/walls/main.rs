//! Reads the sources and names every place where they break a rule of the house that the compiler does not enforce.

mod source;

use crate::source::{Rust, Source, sources};

/// The longest a file may be.
const MOST_LINES: usize = 400;

/// First words of the addresses of pages and forms.
const ADDRESSES: [&str; 7] = [
    "drafts", "robots", "settings", "setup", "sign-in", "sign-out", "tasks",
];

/// What a statement of SQL contains.
const STATEMENTS: [&str; 5] = [
    "SELECT ",
    "INSERT INTO ",
    "UPDATE ",
    "DELETE FROM ",
    "COPY ",
];

/// Lines of code that use one of these crates.
fn uses(rust: &Rust, crates: &[&str]) -> Vec<usize> {
    let names = |line: &str, name: &str| {
        let begins = |at: usize| {
            !line[..at].ends_with(|letter: char| {
                letter.is_alphanumeric() || letter == '_' || letter == ':'
            })
        };
        let follows = |at: usize| {
            let after = &line[at + name.len()..];
            after.starts_with("::")
                || (line.trim_start().starts_with("use ") && after.starts_with([';', ' ']))
        };
        line.match_indices(name)
            .any(|(at, _)| begins(at) && follows(at))
    };
    let line_uses = |line: &String| crates.iter().any(|name| names(line, name));
    rust.code
        .iter()
        .enumerate()
        .filter(|(_, line)| line_uses(line))
        .map(|(at, _)| at)
        .collect()
}

fn what_is_shown_knows_no_backend(source: &Source) -> Vec<String> {
    let wall = "pages, components and islands show what `api` gives them: they use no backend, no SQL and no server";
    if !source.is_below(&["src/pages", "src/components", "src/islands"]) {
        return Vec::new();
    }
    uses(&source.rust(), &["backend", "sqlx", "axum"])
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
    let alone = ["leads", "airudder", "airudder-sandbox"];
    if !alone
        .iter()
        .any(|name| source.path == format!("crates/{name}/Cargo.toml"))
    {
        return Vec::new();
    }
    let wall = "leads, airudder and airudder-sandbox depend on nothing of ours; only their tests may join them";
    let ours =
        |name: &str| alone.contains(&name) || matches!(name, "backend" | "coxswain" | "xtask");
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

fn sql_stays_in_the_store(source: &Source) -> Vec<String> {
    let wall = "all SQL is in crates/backend/src/store";
    if !source.is_below(&["src", "crates"]) || source.is_below(&["crates/backend/src/store"]) {
        return Vec::new();
    }
    let rust = source.rust();
    let queries = rust
        .code
        .iter()
        .enumerate()
        .filter(|(_, line)| line.contains("sqlx::query"))
        .map(|(at, _)| at);
    let is_statement = |text: &str| STATEMENTS.iter().any(|statement| text.contains(statement));
    let statements = rust
        .literals
        .iter()
        .filter(|(_, text)| is_statement(text))
        .map(|(at, _)| *at);
    queries
        .chain(statements)
        .map(|line| source.breach(line, wall))
        .collect()
}

fn addresses_are_spelt_in_one_file(source: &Source) -> Vec<String> {
    let wall = "addresses are spelt in src/paths.rs, and in the route table as `path!(\"…\")`";
    if !source.is_below(&["src"]) || source.path == "src/paths.rs" {
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
    let is_route = |line: usize| rust.code[line].contains("path!(");
    let literals = rust
        .literals
        .iter()
        .filter(|(line, text)| is_address(text) && !is_route(*line));
    literals
        .map(|(line, _)| source.breach(*line, wall))
        .collect()
}

fn no_file_is_too_long(source: &Source) -> Vec<String> {
    let kinds = [".rs", ".ts", ".css"];
    let length = source.text.lines().count();
    let is_too_long = length > MOST_LINES && kinds.iter().any(|kind| source.path.ends_with(kind));
    let wall = || {
        format!(
            "a file has at most {MOST_LINES} lines, this one {length}: divide it by what its parts are about"
        )
    };
    is_too_long
        .then(|| source.breach(MOST_LINES, &wall()))
        .into_iter()
        .collect()
}

fn halves_are_told_apart_twice(sources: &[Source]) -> Vec<String> {
    let wall = "the halves are told apart in two lines of src/lib.rs: a module belongs to one half or to both";
    let ours = sources.iter().filter(|source| source.is_below(&["src"]));
    let gates = ours.flat_map(|source| {
        let is_gate = |line: &String| line.contains("cfg") && line.contains("feature =");
        let code = source.rust().code;
        code.iter()
            .enumerate()
            .filter(|(_, line)| is_gate(line))
            .map(|(at, _)| source.breach(at, wall))
            .collect::<Vec<_>>()
    });
    let gates: Vec<_> = gates.collect();
    if gates.len() > 2 { gates } else { Vec::new() }
}

/// Checks every source, after the wall has been seen to find a breach where there is one.
fn assert_wall(wall: fn(&Source) -> Vec<String>, breach: &Source) {
    assert_ne!(
        wall(breach),
        Vec::<String>::new(),
        "the wall does not see a breach in {}",
        breach.path
    );
    let breaches: Vec<String> = sources().iter().flat_map(wall).collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn pages_components_and_islands_do_not_use_the_backend() {
    let breach = Source::new(
        "src/pages/tasks.rs",
        "use leads::Task;\nuse backend::tasks;\n",
    );
    assert_wall(what_is_shown_knows_no_backend, &breach);
}

#[test]
fn the_backend_uses_neither_leptos_nor_axum() {
    let breach = Source::new(
        "crates/backend/Cargo.toml",
        "[dependencies]\naxum.workspace = true\n",
    );
    assert_wall(the_backend_knows_no_web, &breach);
    assert_wall(
        the_backend_knows_no_web,
        &Source::new("crates/backend/src/lib.rs", "fn f() -> axum::Router {}"),
    );
}

#[test]
fn leads_and_both_sides_of_the_provider_depend_on_nothing_of_ours() {
    let breach = Source::new(
        "crates/airudder/Cargo.toml",
        "[dependencies]\nleads = { path = \"../leads\" }\n",
    );
    assert_wall(the_small_crates_stand_alone, &breach);
}

#[test]
fn all_sql_is_in_the_store() {
    let breach = Source::new("src/api/tasks.rs", "fn f() { run(r#\"\n  SELECT 1\"#) }");
    assert_wall(sql_stays_in_the_store, &breach);
    assert_wall(
        sql_stays_in_the_store,
        &Source::new("crates/backend/src/tasks.rs", "sqlx::query_as(q)"),
    );
}

#[test]
fn only_paths_spells_addresses() {
    assert_wall(
        addresses_are_spelt_in_one_file,
        &Source::new("src/pages/tasks.rs", "format!(\"/tasks/{id}\")"),
    );
}

#[test]
fn no_file_is_over_400_lines() {
    assert_wall(
        no_file_is_too_long,
        &Source::new("style/main.css", &"\n".repeat(401)),
    );
}

#[test]
fn no_third_line_tells_the_halves_apart() {
    let three = "#[cfg(feature = \"ssr\")]\n".repeat(3);
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
            "src/pages/a.rs",
            "// use backend::x\n/* sqlx::query(\n*/ let quote = '\"'; // \"/tasks\"\n",
            0,
        ),
        ("src/app.rs", "path!(\"/tasks/:id\")", 0),
        (
            "src/server/a.rs",
            "let icon = \"/robots.txt\";\n#[cfg(test)]\nmod tests {\n  get(\"/tasks\");\n}\n",
            0,
        ),
        ("src/server/tests.rs", "get(\"/tasks\")", 0),
        (
            "src/pages/b.rs",
            "let text = \"a \\\" quote\"; my_backend::run(); get(\"/tasks?a=b\")",
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
        sql_stays_in_the_store,
        addresses_are_spelt_in_one_file,
    ];
    for (path, text, breaches) in quiet {
        let source = Source::new(path, text);
        let found: Vec<String> = walls.iter().flat_map(|wall| wall(&source)).collect();
        assert_eq!(found.len(), breaches, "{path}: {found:?}");
    }
}
