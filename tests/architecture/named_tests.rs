//! `docs/limits.md` and `docs/security.md` name tests and files: they exist, and the tests run.

use std::collections::HashSet;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

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

/// The names that no test bears.
fn missing<'a>(page: &'a str, tests: &HashSet<String>) -> Vec<&'a str> {
    let names = named(page).into_iter();
    names.filter(|name| !tests.contains(*name)).collect()
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

/// The browser tests that a page names by their file, and that hold no test.
fn specs_without_tests<'a>(page: &'a str, sources: &[Source]) -> Vec<&'a str> {
    let begins_a_test = |line: &str| {
        let line = line.trim_start();
        line.starts_with("test(") || line.starts_with("signedIn(")
    };
    let has_tests = |path: &str| {
        let mut found = sources.iter().filter(|source| source.path == path);
        found.any(|source| source.text.lines().any(begins_a_test))
    };
    page.lines()
        .flat_map(words)
        .filter(|word| word.ends_with(".spec.ts") && !has_tests(word))
        .collect()
}

/// The names of the tests in a file, those in a macro included.
fn tests_of(source: &Source) -> Vec<String> {
    let tokens: Result<TokenStream, _> = source.text.parse();
    let tokens = tokens.unwrap_or_else(|error| panic!("{}: {error}", source.path));
    let mut found = Vec::new();
    add_tests(tokens, &mut found);
    found
}

fn add_tests(tokens: TokenStream, found: &mut Vec<String>) {
    let mut attributes: Vec<TokenStream> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                if let Some(TokenTree::Group(group)) = tokens.peek()
                    && group.delimiter() == Delimiter::Bracket
                {
                    attributes.push(group.stream());
                    tokens.next();
                }
            }
            TokenTree::Ident(word) if word == "pub" || word == "async" => {}
            TokenTree::Ident(word) if word == "fn" => {
                if let Some(TokenTree::Ident(name)) = tokens.peek()
                    && is_test(&attributes)
                {
                    found.push(name.to_string());
                }
                attributes.clear();
            }
            TokenTree::Group(group) => {
                attributes.clear();
                add_tests(group.stream(), found);
            }
            _ => attributes.clear(),
        }
    }
}

/// Whether a function with these attributes runs as a test.
fn is_test(attributes: &[TokenStream]) -> bool {
    let names: Vec<String> = attributes.iter().filter_map(name_of).collect();
    let is_there = |name: &str| names.iter().any(|found| found == name);
    is_there("test") && !is_there("ignore")
}

/// The last part of the path that an attribute begins with.
fn name_of(attribute: &TokenStream) -> Option<String> {
    let path = attribute
        .clone()
        .into_iter()
        .map_while(|token| match token {
            TokenTree::Ident(name) => Some(name.to_string()),
            TokenTree::Punct(mark) if mark.as_char() == ':' => Some(String::new()),
            _ => None,
        });
    path.filter(|part| !part.is_empty()).last()
}

fn tests(sources: &[Source]) -> HashSet<String> {
    let rust = sources.iter().filter(|source| source.path.ends_with(".rs"));
    rust.flat_map(tests_of).collect()
}

#[test]
fn only_a_function_that_runs_as_a_test_is_one() {
    let planted = Source::new(
        "src/planted.rs",
        "fn helps_the_tests_along() {}
        /// It has words.
        #[test]
        fn is_of_rust_itself() {}
        #[tokio::test(flavor = \"multi_thread\")]
        async fn is_of_the_runtime() {}
        mod tests { #[sqlx::test(migrations = false)] async fn has_a_database(pool: PgPool) {} }
        proptest! { #[test] fn is_tried_with_many(number in 0..3) {} }
        #[test]
        #[ignore = \"later\"]
        fn is_never_run() {}
        #[cfg(test)]
        fn is_for_tests_only() {}
        const NOT_OF_THE_NEXT: [u8; 1] = [1];
        #[test]
        const NOTHING: () = ();
        fn comes_after_it() {}",
    );
    let real = [
        "is_of_rust_itself",
        "is_of_the_runtime",
        "has_a_database",
        "is_tried_with_many",
    ];
    assert_eq!(tests_of(&planted), real);
    let specs = [
        Source::new(
            "end2end/tests/one.spec.ts",
            "  signedIn('a title', async () => {})",
        ),
        Source::new("end2end/tests/two.spec.ts", "latest('a title')"),
    ];
    let page = "`end2end/tests/one.spec.ts`, `end2end/tests/two.spec.ts`";
    assert_eq!(
        specs_without_tests(page, &specs),
        ["end2end/tests/two.spec.ts"]
    );
}

#[test]
fn every_limit_names_tests_that_there_are() {
    let sources = sources();
    let tests = tests(&sources);
    let planted =
        "| a limit | 1 | refused | `every_limit_names_tests_that_there_are`, `there_is_none` |";
    assert_eq!(missing(planted, &tests), ["there_is_none"]);
    let page = page("limits.md");
    assert!(named(&page).len() > 40, "the tables can be read");
    assert_eq!(missing(&page, &tests), Vec::<&str>::new());
}

#[test]
fn every_requirement_names_tests_and_files_that_there_are() {
    let sources = sources();
    let tests = tests(&sources);
    let planted = "| 1.1.1 | a rule | `src/lib.rs`, `src/none.rs` | `there_is_none` |";
    assert_eq!(missing(planted, &tests), ["there_is_none"]);
    assert_eq!(missing_files(planted), ["src/none.rs"]);
    let page = page("security.md");
    assert!(named(&page).len() > 150, "the tables can be read");
    assert_eq!(missing(&page, &tests), Vec::<&str>::new());
    assert_eq!(missing_files(&page), Vec::<&str>::new());
    assert_eq!(specs_without_tests(&page, &sources), Vec::<&str>::new());
}
