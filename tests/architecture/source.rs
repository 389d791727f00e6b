//! The sources, and Rust taken apart by `syn` as far as the walls need it.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

/// A file with its path from the root of the workspace.
pub struct Source {
    /// Such as `src/lib.rs`.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// One token of a Rust file. Groups are laid open: their brackets are tokens too.
pub struct Token {
    /// Counted from zero.
    pub line: usize,
    /// As it is spelt, `::` and the like as one; nothing for a string.
    pub text: String,
    /// What a string says.
    pub literal: Option<String>,
}

/// Rust without comments and tests.
#[derive(Default)]
pub struct Rust {
    /// All tokens in their order.
    pub tokens: Vec<Token>,
    /// What stands in each `view!`.
    pub views: Vec<TokenStream>,
}

impl Source {
    /// A source as given.
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// Whether it lies in one of these folders.
    pub fn is_below(&self, folders: &[&str]) -> bool {
        folders
            .iter()
            .any(|folder| self.path.starts_with(&format!("{folder}/")))
    }

    fn is_test(&self) -> bool {
        self.path
            .split('/')
            .any(|part| matches!(part, "tests" | "tests.rs" | "benches" | "examples"))
    }

    /// The code that is shipped: nothing of a file of tests, and nothing where there is no Rust.
    pub fn rust(&self) -> Rust {
        let mut found = Rust::default();
        if self.path.ends_with(".rs") && !self.is_test() {
            let file = syn::parse_file(&self.text)
                .unwrap_or_else(|error| panic!("{}: {error}", self.path));
            file.attrs
                .iter()
                .for_each(|attribute| found.read(attribute.to_token_stream()));
            let shipped = file.items.iter().filter(|item| !is_for_tests(item));
            shipped.for_each(|item| found.read(item.to_token_stream()));
        }
        found
    }

    /// `line`, counted from zero, breaks a wall.
    pub fn breach(&self, line: usize, wall: &str) -> String {
        format!("{}:{}: {wall}", self.path, line + 1)
    }
}

/// Whether the item exists in tests only: `#[cfg(test)]`.
fn is_for_tests(item: &syn::Item) -> bool {
    let attributes = match item {
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => return false,
    };
    let is_test = |attribute: &syn::Attribute| {
        attribute
            .meta
            .to_token_stream()
            .to_string()
            .replace(' ', "")
            == "cfg(test)"
    };
    attributes.iter().any(is_test)
}

impl Rust {
    /// Takes the tokens in. A comment that documents is an attribute by now, and no string of the code.
    fn read(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let line = token.span().start().line - 1;
            match token {
                TokenTree::Group(group) => {
                    if is_documentation(&group) {
                        continue;
                    }
                    let (open, close) = brackets(group.delimiter());
                    if self.ends_with(&["view", "!"]) {
                        self.views.push(group.stream());
                    }
                    self.push(line, open);
                    self.read(group.stream());
                    self.push(group.span_close().start().line - 1, close);
                }
                TokenTree::Punct(first) => {
                    let mut text = String::from(first.as_char());
                    let mut spacing = first.spacing();
                    while spacing == Spacing::Joint
                        && let Some(TokenTree::Punct(next)) = tokens.peek()
                    {
                        text.push(next.as_char());
                        spacing = next.spacing();
                        tokens.next();
                    }
                    self.push(line, &text);
                }
                TokenTree::Ident(name) => self.push(line, &name.to_string()),
                TokenTree::Literal(literal) => {
                    let string = syn::parse_str::<syn::LitStr>(&literal.to_string()).ok();
                    self.tokens.push(Token {
                        line,
                        text: match string {
                            Some(_) => String::new(),
                            None => literal.to_string(),
                        },
                        literal: string.map(|string| string.value()),
                    });
                }
            }
        }
    }

    fn push(&mut self, line: usize, text: &str) {
        self.tokens.push(Token {
            line,
            text: text.to_owned(),
            literal: None,
        });
    }

    fn ends_with(&self, texts: &[&str]) -> bool {
        let end = self.tokens.len().saturating_sub(texts.len());
        let last = self.tokens[end..].iter().map(|token| token.text.as_str());
        last.eq(texts.iter().copied())
    }

    /// Lines where these tokens follow each other.
    pub fn lines_with(&self, texts: &[&str]) -> Vec<usize> {
        let is_it = |window: &&[Token]| {
            window
                .iter()
                .map(|token| token.text.as_str())
                .eq(texts.iter().copied())
        };
        let found = self.tokens.windows(texts.len()).filter(is_it);
        found.map(|window| window[0].line).collect()
    }

    /// The strings, each with its place among the tokens.
    pub fn literals(&self) -> impl Iterator<Item = (usize, &str)> {
        let tokens = self.tokens.iter().enumerate();
        tokens.filter_map(|(at, token)| Some((at, token.literal.as_deref()?)))
    }
}

/// `[doc = "…"]`
fn is_documentation(group: &proc_macro2::Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(name)) if name == "doc")
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

/// Everything that people write: sources, styles and manifests, in order.
pub fn sources() -> Vec<Source> {
    let written = [
        "benches", "crates", "end2end", "fuzz", "src", "style", "tests", "xtask",
    ];
    let found = files(&written, &[".rs", ".ts", ".css", ".toml"]);
    for known in ["src/lib.rs", "crates/backend/src/results/mod.rs"] {
        let is_found = found.iter().any(|source| source.path == known);
        assert!(is_found, "{known} is not among the sources");
    }
    found
}

/// The files below these folders whose names end so, in order: none that is hidden or that a tool has made.
pub fn files(folders: &[&str], kinds: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut waiting: Vec<PathBuf> = folders
        .iter()
        .map(|folder| root.join(folder))
        .filter(|folder| folder.exists())
        .collect();
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("the folder was listed") {
            let path = entry.expect("the folder is readable").path();
            let name = path
                .file_name()
                .expect("an entry has a name")
                .to_string_lossy()
                .into_owned();
            let is_made = ["node_modules", "target"].contains(&name.as_str())
                || path.ends_with("end2end/results");
            if path.is_dir() {
                if !is_made && !name.starts_with('.') {
                    waiting.push(path);
                }
            } else if kinds.iter().any(|kind| name.ends_with(kind)) {
                let relative = path
                    .strip_prefix(root)
                    .expect("it was found below the root")
                    .to_string_lossy()
                    .into_owned();
                found.push(Source {
                    path: relative,
                    text: fs::read_to_string(&path).expect("what people write is readable UTF-8"),
                });
            }
        }
    }
    found.sort_by(|left, right| left.path.cmp(&right.path));
    found
}
