//! For build scripts: reads the catalogues of a crate and writes a function for each message.
//!
//! A catalogue is a file of [Fluent](https://projectfluent.org) for each language: `messages/en/sign-in.ftl` and its translations. Of
//! `page-title = …` in it becomes `messages::sign_in::page_title()`, which takes the variables of the message. So a message that is missing
//! fails the build where it is used, one that nothing uses fails it as dead code, and translations that do not agree with the English text
//! fail the build script.

mod catalogue;
mod disagreements;
mod functions;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use catalogue::{Catalogue, read};

/// The languages by their tags, as folders are called; the first is the one that the others are compared with.
const LANGUAGES: [&str; 4] = ["en", "zh-Hans", "es-MX", "id"];

/// The terms that every catalogue may use, in a folder of languages as the catalogues are.
const GLOSSARY: &str = "glossary.ftl";

/// What a build script does: reads `messages` beside it and writes `messages.rs` for it to include, or ends the build with every problem.
///
/// `glossary` is the folder of the terms, seen from the crate.
///
/// # Panics
/// Outside of a build script, and where a file cannot be written.
pub fn generate(glossary: &str) {
    let variable = |name: &str| PathBuf::from(std::env::var_os(name).expect("set by cargo"));
    let crate_folder = variable("CARGO_MANIFEST_DIR");
    let (messages, glossary) = (crate_folder.join("messages"), crate_folder.join(glossary));
    println!("cargo::rerun-if-changed={}", messages.display());
    println!("cargo::rerun-if-changed={}", glossary.display());
    match source(&messages, &glossary) {
        Ok(source) => std::fs::write(variable("OUT_DIR").join("messages.rs"), source)
            .expect("the build folder can be written to"),
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            std::process::exit(1);
        }
    }
}

/// The functions of the catalogues in that folder, or what is wrong with these.
///
/// # Errors
/// A sentence for each problem, with its file.
fn source(messages: &Path, glossary: &Path) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let terms = LANGUAGES.map(|language| {
        let path = glossary.join(language).join(GLOSSARY);
        read(&path, language, &mut problems)
    });
    problems.extend(disagreements::of_terms(&terms));
    let names = names(messages, &mut problems);
    let mut modules = BTreeMap::new();
    for name in &names {
        let files = LANGUAGES.map(|language| messages.join(language).join(format!("{name}.ftl")));
        let each: Vec<Catalogue> = LANGUAGES
            .iter()
            .zip(&files)
            .map(|(language, path)| read(path, language, &mut problems))
            .collect();
        problems.extend(disagreements::of_messages(&each, &terms));
        modules.insert(name, (each, files));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let modules = modules.into_iter().filter_map(|(name, (each, files))| {
        let english = each.into_iter().next()?;
        Some(functions::module(name, &english, &files))
    });
    Ok(modules.collect())
}

/// The names of the files of all languages, without their ending: a file that only a translation has is a problem of its own.
fn names(messages: &Path, problems: &mut Vec<String>) -> Vec<String> {
    let mut found: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for language in LANGUAGES {
        let Ok(entries) = std::fs::read_dir(messages.join(language)) else {
            problems.push(format!(
                "{}: there is no folder {language}",
                messages.display()
            ));
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            let name = path.file_stem().and_then(|name| name.to_str());
            if let Some(name) = name
                && path.extension().is_some_and(|ending| ending == "ftl")
            {
                found.entry(name.to_owned()).or_default().push(language);
            }
        }
    }
    for (name, languages) in &found {
        let missing = LANGUAGES
            .iter()
            .filter(|language| !languages.contains(language));
        problems.extend(missing.map(|language| {
            format!(
                "{}/{language}/{name}.ftl: there is no such file",
                messages.display()
            )
        }));
    }
    let complete = found
        .into_iter()
        .filter(|(_, languages)| languages.len() == LANGUAGES.len());
    complete.map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests;
