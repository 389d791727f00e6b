//! The sources, and Rust taken apart as far as the walls need it.

use std::fs;
use std::path::{Path, PathBuf};

/// A file with its path from the root of the workspace.
pub struct Source {
    /// Such as `src/lib.rs`.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// Rust without comments and tests: the code with its literals emptied, and the literals.
#[derive(Default)]
pub struct Rust {
    /// One entry for each line.
    pub code: Vec<String>,
    /// Line, counted from zero, and text.
    pub literals: Vec<(usize, String)>,
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
            .any(|part| matches!(part, "tests" | "tests.rs" | "benches"))
    }

    /// The code that is shipped: nothing of a file of tests.
    pub fn rust(&self) -> Rust {
        if self.is_test() {
            Rust::default()
        } else {
            read_rust(&without_tests(&self.text))
        }
    }

    /// `line`, counted from zero, breaks a wall.
    pub fn breach(&self, line: usize, wall: &str) -> String {
        format!("{}:{}: {wall}", self.path, line + 1)
    }
}

/// Tests stand at the end of a file, in a module of their own.
fn without_tests(text: &str) -> String {
    let mut lines = text.lines().peekable();
    let mut kept = String::new();
    while let Some(line) = lines.next() {
        let opens = |next: &&str| next.starts_with("mod ") && next.ends_with('{');
        if line == "#[cfg(test)]" && lines.peek().is_some_and(opens) {
            break;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

fn read_rust(text: &str) -> Rust {
    let mut found = Rust {
        code: vec![String::new()],
        literals: Vec::new(),
    };
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let line = found.code.len() - 1;
        let (length, shown) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), "")
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |end| end + 2), "")
        } else if let Some((start, end, length)) = literal(rest) {
            found.literals.push((line, rest[start..end].to_owned()));
            (length, "\"\"")
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            (rest.find("\"'").map_or(1, |end| end + 2), "' '")
        } else {
            (first.len_utf8(), "")
        };
        let (part, after) = rest.split_at(length);
        let is_plain = length == first.len_utf8() && shown.is_empty() && part != "\n";
        let code = found.code.last_mut().expect("there is always a line");
        code.push_str(if is_plain { part } else { shown });
        found.code.extend(part.matches('\n').map(|_| String::new()));
        rest = after;
    }
    found
}

/// Where the text of a string that begins here starts and ends, and how long it is with its quotes.
fn literal(rest: &str) -> Option<(usize, usize, usize)> {
    let raw = rest
        .strip_prefix('r')
        .map(|after| after.len() - after.trim_start_matches('#').len());
    if let Some(hashes) = raw.filter(|hashes| rest[1 + hashes..].starts_with('"')) {
        let start = hashes + 2;
        let close = format!("\"{}", "#".repeat(hashes));
        let end = start + rest[start..].find(&close)?;
        return Some((start, end, end + close.len()));
    }
    let text = rest.strip_prefix('"')?;
    let mut escaped = false;
    let end = text.find(|letter| {
        let closes = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        closes
    })?;
    Some((1, end + 1, end + 2))
}

/// Everything that people write: sources, styles and manifests, in order.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let written = [
        "benches", "crates", "end2end", "fuzz", "src", "style", "tests", "xtask",
    ];
    let mut waiting: Vec<PathBuf> = written
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
            if path.is_dir() && !["node_modules", "results", "target"].contains(&name.as_str()) {
                waiting.push(path);
            } else if [".rs", ".ts", ".css", ".toml"]
                .iter()
                .any(|kind| name.ends_with(kind))
            {
                let relative = path
                    .strip_prefix(root)
                    .expect("it was found below the root")
                    .to_string_lossy()
                    .into_owned();
                found.push(Source {
                    path: relative,
                    text: fs::read_to_string(&path).expect("sources are readable UTF-8"),
                });
            }
        }
    }
    found.sort_by(|left, right| left.path.cmp(&right.path));
    assert!(
        found.iter().any(|source| source.path == "src/lib.rs"),
        "the sources are not where they are looked for"
    );
    found
}
