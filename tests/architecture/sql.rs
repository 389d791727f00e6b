//! All SQL is in the store.

use crate::assert_wall;
use crate::source::{Rust, Source};

/// How a statement of SQL begins. All SQL of the house is written small; whoever writes it large is found as well.
const STATEMENTS: [&str; 20] = [
    "alter",
    "analyze",
    "begin",
    "comment on",
    "commit",
    "copy",
    "create",
    "delete from",
    "do $$",
    "drop",
    "grant",
    "insert into",
    "listen",
    "lock table",
    "notify",
    "refresh",
    "revoke",
    "select",
    "truncate",
    "update",
];

/// What `sqlx` makes a query with, or runs a mere string with, by whatever path it is named. `query` itself is a common word.
const QUERIES: [&str; 15] = [
    "query_as",
    "query_as_unchecked",
    "query_as_with",
    "query_file",
    "query_file_as",
    "query_file_scalar",
    "query_file_unchecked",
    "query_scalar",
    "query_scalar_unchecked",
    "query_scalar_with",
    "query_unchecked",
    "query_with",
    "raw_sql",
    "Executor",
    "QueryBuilder",
];

pub(crate) fn sql_stays_in_the_store(source: &Source) -> Vec<String> {
    let wall = "all SQL is in crates/backend/src/store";
    if !source.is_below(&["src", "crates"]) || source.is_below(&["crates/backend/src/store"]) {
        return Vec::new();
    }
    let rust = source.rust();
    let queries = QUERIES.iter().flat_map(|name| rust.lines_with(&[*name]));
    let hidden = [["sqlx", "::", "*"].as_slice(), &["sqlx", "as"]];
    let hidden = hidden.iter().flat_map(|texts| rust.lines_with(texts));
    let statements = rust
        .literals()
        .filter(|(_, text)| is_statement(text))
        .map(|(at, _)| rust.tokens[at].line);
    queries
        .chain(calls_of_query(&rust))
        .chain(hidden)
        .chain(statements)
        .map(|line| source.breach(line, wall))
        .collect()
}

/// Lines with `sqlx::query`, or with a call of an imported `query`: methods of that name are others.
fn calls_of_query(rust: &Rust) -> Vec<usize> {
    let text = |at: usize| rust.tokens.get(at).map_or("", |token| token.text.as_str());
    let is_sqlx = |at: usize| at >= 2 && text(at - 1) == "::" && text(at - 2) == "sqlx";
    let is_bare = |at: usize| at == 0 || !matches!(text(at - 1), "." | "::" | "fn");
    let is_called = |at: usize| matches!(text(at + 1), "(" | "!");
    (0..rust.tokens.len())
        .filter(|at| text(*at) == "query" && (is_sqlx(*at) || (is_bare(*at) && is_called(*at))))
        .map(|at| rust.tokens[at].line)
        .collect()
}

/// Whether the string begins as a statement does. A sentence of a screen begins with one capital.
fn is_statement(text: &str) -> bool {
    let text = text.trim_start();
    let follows = |rest: &str| rest.starts_with([' ', '\n', ';', '(']);
    let is_with = text.starts_with("with ") && text.contains(" as (");
    is_with
        || STATEMENTS.iter().any(|words| {
            let spellings = [(*words).to_owned(), words.to_uppercase()];
            spellings
                .iter()
                .any(|words| text.strip_prefix(words.as_str()).is_some_and(follows))
        })
}

#[test]
fn all_sql_is_in_the_store() {
    let breaches = [
        "fn f() { run(r#\"\n  SELECT 1\"#) }",
        "fn f() { pool.execute(\"update parts set state = 'waiting'\").await }",
        "fn f() { let rows = format!(\"select {COLUMNS} from tasks where id = $1\"); }",
        "async fn f() { sqlx::query_scalar(q).fetch_one(pool).await }",
        "async fn f() { sqlx::query(q).execute(pool).await }",
        "async fn f() { sqlx::query!(q) }",
        "use sqlx::{PgPool, query};\nasync fn f() { query(q).execute(pool).await }",
        "use sqlx::query_as as rows;",
        "use sqlx as db;",
        "use sqlx::*;",
        "fn f() { let mut query = sqlx::QueryBuilder::new(a); }",
        "fn f() { run(\"with due as (select 1) update parts set state = 'x'\") }",
    ];
    let place = "crates/backend/src/tasks/view.rs";
    let breaches = breaches.map(|breach| Source::new(place, breach));
    assert_wall(sql_stays_in_the_store, &breaches);
    let quiet = "fn query(query: &Query) -> Url { url.query(query); \"Select a robot\"; \"select\"; \"with a robot\".len() }";
    let found = sql_stays_in_the_store(&Source::new("src/a.rs", quiet));
    assert!(found.is_empty(), "{found:?}");
}
