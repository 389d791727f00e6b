//! Which tests a name matches, read from the sources: so that only their programs are built, and a database or a browser is
//! made ready only where one of them asks for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::files;

/// What has to run for a name.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Cargo's arguments that select test programs (`--lib`, `--test http`), by package.
    pub packages: BTreeMap<String, BTreeSet<Vec<String>>>,
    /// Whether a matching Rust test is given a database.
    pub database: bool,
    /// Whether a matching Rust test starts the whole application, which reads the page assets.
    pub page_assets: bool,
    /// Whether a browser test matches, by its file or its title.
    pub browser: bool,
}

impl Matching {
    /// Looks through every test of the workspace below `root`.
    pub fn find(root: &Path, name: &str) -> Result<Matching> {
        let mut matching = Matching::default();
        let filter = rust_filter(name);
        for (package, folder) in packages(root)? {
            for part in ["src", "tests"] {
                for file in files::below(&folder.join(part))? {
                    if file.extension().is_some_and(|ending| ending == "rs") {
                        matching.add_rust_file(&package, &folder, &file, &filter)?;
                    }
                }
            }
        }
        for file in files::below(&root.join("end2end/tests"))? {
            matching.browser |= spec_matches(&file, name)?;
        }
        Ok(matching)
    }

    /// Whether no test at all has such a name.
    pub fn is_empty(&self) -> bool {
        self.packages.is_empty() && !self.browser
    }

    fn add_rust_file(
        &mut self,
        package: &str,
        folder: &Path,
        file: &Path,
        filter: &str,
    ) -> Result<()> {
        let relative = file.strip_prefix(folder)?;
        let text = read(file)?;
        let modules = modules(relative);
        for test in tests_in(&text) {
            let paths = [
                format!("{modules}{}", test.name),
                format!("{modules}tests::{}", test.name),
            ];
            if !paths.iter().any(|path| path.contains(filter)) {
                continue;
            }
            self.packages
                .entry(package.to_owned())
                .or_default()
                .insert(target(package, relative));
            self.database |= test.database;
            self.page_assets |= package == "coxswain" && relative.starts_with("tests/http");
        }
        Ok(())
    }
}

/// Cargo's filter for a name that may be a sentence, as browser tests have them.
pub fn rust_filter(name: &str) -> String {
    name.trim().replace([' ', '-'], "_")
}

/// Playwright's filter for a name: it is matched with the file and the title of a test.
pub fn browser_filter(name: &str) -> String {
    let mut pattern = String::new();
    for letter in name.trim().chars() {
        if "\\^$.|?*+()[]{}/".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

/// The packages of the workspace by name, with their folders.
fn packages(root: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut found = vec![
        ("coxswain".to_owned(), root.to_path_buf()),
        ("xtask".to_owned(), root.join("xtask")),
    ];
    let crates = root.join("crates");
    let entries =
        std::fs::read_dir(&crates).with_context(|| format!("cannot list {}", crates.display()))?;
    for entry in entries {
        let folder = entry?.path();
        if let Some(name) = folder.file_name().and_then(|name| name.to_str()) {
            found.push((name.to_owned(), folder.clone()));
        }
    }
    found.sort();
    Ok(found)
}

/// The modules that a file stands for, each with `::` after it.
fn modules(relative: &Path) -> String {
    let mut words: Vec<String> = relative
        .with_extension("")
        .components()
        .skip(1)
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    if relative.starts_with("tests") && !words.is_empty() {
        // The first one is the program, not a module.
        words.remove(0);
    }
    words.retain(|word| !["mod", "lib", "main"].contains(&word.as_str()));
    words.iter().map(|word| format!("{word}::")).collect()
}

/// What selects the test program in which a file is compiled.
fn target(package: &str, relative: &Path) -> Vec<String> {
    let program = relative.components().nth(1);
    let program = program.map(|part| Path::new(part.as_os_str()).with_extension(""));
    let program = program.map(|path| path.to_string_lossy().into_owned());
    let program = program.unwrap_or_default();
    if relative.starts_with("tests") {
        return vec!["--test".to_owned(), program];
    }
    let is_binary =
        package == "xtask" || (package == "coxswain" && ["main", "cli"].contains(&&*program));
    vec![if is_binary { "--bins" } else { "--lib" }.to_owned()]
}

struct Test<'a> {
    name: &'a str,
    database: bool,
}

/// The functions below an attribute of a test. Reading lines is enough: rustfmt writes attribute and function on lines of
/// their own, and a test that is missed here is still run by its stage.
fn tests_in(text: &str) -> Vec<Test<'_>> {
    let mut tests = Vec::new();
    let mut attribute = None;
    for line in text.lines().map(str::trim_start) {
        if line.starts_with("#[") {
            let is_test = ["#[test]", "#[tokio::test", "#[sqlx::test"]
                .iter()
                .any(|known| line.starts_with(known));
            if is_test {
                attribute = Some(line.starts_with("#[sqlx"));
            }
        } else if let Some(database) = attribute
            && let Some((_, after)) = line.split_once("fn ")
        {
            attribute = None;
            let end = after.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
            tests.push(Test {
                name: &after[..end.unwrap_or(after.len())],
                database,
            });
        }
    }
    tests
}

/// Whether a file of browser tests, or the title of one of its tests, has that name in it. Pictures for people are no tests.
fn spec_matches(file: &Path, name: &str) -> Result<bool> {
    let file_name = file.file_name().unwrap_or_default().to_string_lossy();
    if !file_name.ends_with(".spec.ts") || file_name == "screens.spec.ts" {
        return Ok(false);
    }
    let name = name.trim();
    let text = read(file)?;
    let mut titles = text
        .lines()
        .map(str::trim_start)
        .filter(|line| line.starts_with("test(") || line.starts_with("test.describe("));
    Ok(file_name.contains(name) || titles.any(|line| line.contains(name)))
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(name: &str) -> Matching {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        Matching::find(root, name).unwrap()
    }

    fn programs(matching: &Matching) -> Vec<(&str, String)> {
        let programs = matching.packages.iter().flat_map(|(package, targets)| {
            targets
                .iter()
                .map(|target| (package.as_str(), target.join(" ")))
        });
        programs.collect()
    }

    #[test]
    fn a_rule_needs_nothing_but_its_package() {
        let matching = find("part_model");
        assert!(!matching.database && !matching.browser && !matching.page_assets);
        let matching = find("garbled::tests");
        assert_eq!(programs(&matching), [("leads", "--lib".to_owned())]);
    }

    #[test]
    fn a_test_of_the_program_needs_a_database_and_the_page_assets() {
        let matching = find("an_empty_database_is_served_when_the_program_is_told_to_migrate");
        assert_eq!(
            programs(&matching),
            [("coxswain", "--test http".to_owned())]
        );
        assert!(matching.database && matching.page_assets && !matching.browser);
    }

    #[test]
    fn a_browser_test_is_found_by_its_file_and_by_its_title() {
        let by_title = find("the set-up key makes the first administrator");
        assert!(by_title.browser && by_title.packages.is_empty());
        assert!(find("without-scripts").browser);
        assert!(!find("screens.spec").browser, "pictures are no tests");
    }

    #[test]
    fn a_name_that_no_test_has_matches_nothing() {
        let nonsense = ["no", "test", "is", "called", "so"].join("_");
        assert!(find(&nonsense).is_empty());
    }

    #[test]
    fn a_test_is_read_with_its_attributes() {
        let text = "#[sqlx::test(migrations = false)]\nasync fn one(pool: PgPool) {}\n#[test]\n#[ignore]\nfn two() {}\nfn three() {}";
        let tests = tests_in(text);
        let tests: Vec<_> = tests
            .iter()
            .map(|test| (test.name, test.database))
            .collect();
        assert_eq!(tests, [("one", true), ("two", false)]);
    }

    #[test]
    fn letters_with_a_meaning_in_patterns_are_taken_as_they_are() {
        assert_eq!(browser_filter("a.b (c)"), "a\\.b \\(c\\)");
        assert_eq!(rust_filter("a name - b"), "a_name___b");
    }
}
