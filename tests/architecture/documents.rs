//! The documents for users say the same in every language, and every link of a document leads somewhere.

use std::collections::HashMap;
use std::path::Path;

use crate::source::{Source, files};

/// The folder of a language, and how it calls itself. The originals are English.
const LANGUAGES: [(&str, &str); 4] = [
    ("", "English"),
    ("zh-Hans", "简体中文"),
    ("es-MX", "Español"),
    ("id", "Bahasa Indonesia"),
];

/// Documents for operators and auditors, which stay in English.
const ENGLISH_ALONE: [&str; 2] = ["docs/benchmarks.md", "docs/security.md"];

/// A document taken apart.
#[derive(Default)]
struct Parts<'a> {
    /// What stands between the lines with three backquotes, those lines included.
    code: Vec<String>,
    /// Each heading as it is written, with the rows of tables below it.
    sections: Vec<(&'a str, usize)>,
    /// Everything but code, line by line.
    text: Vec<&'a str>,
}

impl Parts<'_> {
    fn of(document: &Source) -> Parts<'_> {
        let mut parts = Parts::default();
        let mut block: Option<String> = None;
        for line in document.text.lines() {
            let is_fence = line.trim_start().starts_with("```");
            match (&mut block, is_fence) {
                (None, true) => block = Some(format!("{line}\n")),
                (None, false) => parts.read(line),
                (Some(code), _) => {
                    code.push_str(line);
                    code.push('\n');
                    if is_fence {
                        parts.code.extend(block.take());
                    }
                }
            }
        }
        parts.code.extend(block);
        parts
    }

    /// The names by which a link leads to the headings: one that is there twice is counted.
    fn anchors(&self) -> Vec<String> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let of_heading = |(heading, _): &(&str, usize)| {
            let slug = slug(heading.trim_start_matches('#'));
            let before = seen.entry(slug.clone()).or_default();
            *before += 1;
            match *before - 1 {
                0 => slug,
                number => format!("{slug}-{number}"),
            }
        };
        self.sections.iter().map(of_heading).collect()
    }

    /// Where the links lead, pictures among them. What stands between backquotes is none.
    fn links(&self) -> Vec<String> {
        let text = self.text.join("\n");
        let spoken = text
            .split("\n\n")
            .flat_map(|paragraph| paragraph.split('`').step_by(2));
        let targets = spoken.flat_map(|text| text.split("](").skip(1));
        targets
            .filter_map(|text| text.split([')', ' ', '\n']).next())
            .map(str::to_owned)
            .collect()
    }
}

impl<'a> Parts<'a> {
    fn read(&mut self, line: &'a str) {
        if is_heading(line) {
            self.sections.push((line, 0));
        } else if line.starts_with('|')
            && let Some((_, rows)) = self.sections.last_mut()
        {
            *rows += 1;
        }
        self.text.push(line);
    }
}

fn is_heading(line: &str) -> bool {
    line.trim_start_matches('#').starts_with(' ') && (1..=6).contains(&level(line))
}

fn level(heading: &str) -> usize {
    heading.len() - heading.trim_start_matches('#').len()
}

/// The anchor of a heading, as GitHub makes it: small letters, digits, `-` and `_`, hyphens for spaces; of a link its words.
fn slug(heading: &str) -> String {
    let mut words = String::new();
    for (at, part) in heading.trim().split("](").enumerate() {
        let said = match at {
            0 => part,
            _ => part.split_once(')').map_or("", |(_, behind)| behind),
        };
        words.push_str(said);
    }
    let stays = |letter: &char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ' ');
    let letters = words.to_lowercase();
    let letters = letters.chars().filter(stays);
    letters
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}

/// Where the document is in a language: `docs/leads.md` in `docs/es-MX/leads.md`, `README.md` in `README.es-MX.md`.
fn in_language(original: &str, language: &str) -> String {
    match original.split_once('/') {
        _ if language.is_empty() => original.to_owned(),
        Some((folder, name)) => format!("{folder}/{language}/{name}"),
        None => format!("{}.{language}.md", original.trim_end_matches(".md")),
    }
}

/// The line below the title, which leads to the other languages: `English · [Español](es-MX/leads.md) · …`
fn line_of_languages(original: &str, language: &str) -> String {
    let is_below = original.contains('/') && !language.is_empty();
    let of_one = |(other, name): (&str, &str)| {
        let path = in_language(original, other);
        let from_here = path.strip_prefix("docs/").unwrap_or(&path);
        match other == language {
            true => name.to_owned(),
            false if is_below => format!("[{name}](../{from_here})"),
            false => format!("[{name}]({from_here})"),
        }
    };
    LANGUAGES.map(of_one).join(" · ")
}

/// How a translation is not in step with its original.
fn differences(original: &Source, translation: &Source) -> Vec<String> {
    let (here, there) = (Parts::of(translation), Parts::of(original));
    let (path, of) = (&translation.path, &original.path);
    let mut found = Vec::new();
    let headings = here.sections.len().max(there.sections.len());
    for at in 0..headings {
        match (here.sections.get(at), there.sections.get(at)) {
            (Some(one), Some(other)) if level(one.0) != level(other.0) => found.push(format!(
                "{path}: heading {} is “{}”, in {of} “{}”",
                at + 1,
                one.0,
                other.0
            )),
            (Some(one), Some(other)) if one.1 != other.1 => found.push(format!(
                "{path}: “{}” has {} rows of tables, in {of} {}",
                one.0, one.1, other.1
            )),
            (Some(one), None) => found.push(format!("{path}: “{}” is not in {of}", one.0)),
            (None, Some(other)) => {
                found.push(format!("{path}: the heading for “{}” is missing", other.0));
            }
            _ => {}
        }
    }
    let blocks = here.code.len().max(there.code.len());
    for at in 0..blocks {
        if here.code.get(at) != there.code.get(at) {
            let either = there.code.get(at).or(here.code.get(at));
            let first = either.and_then(|code| code.lines().nth(1));
            found.push(format!(
                "{path}: code block {} is not that of {of}: {}",
                at + 1,
                first.unwrap_or_default()
            ));
        }
    }
    found
}

/// Documents for users that are missing in a language, not in step, or that lead to the other languages in no line of theirs.
fn out_of_step(documents: &[Source]) -> Vec<String> {
    let find = |path: &str| documents.iter().find(|document| document.path == path);
    let is_for_users = |document: &&Source| match document.path.strip_prefix("docs/") {
        Some(name) => !name.contains('/') && !ENGLISH_ALONE.contains(&document.path.as_str()),
        None => document.path == "README.md",
    };
    let mut found = Vec::new();
    let mut expected = Vec::new();
    for original in documents.iter().filter(is_for_users) {
        for (language, name) in LANGUAGES {
            let path = in_language(&original.path, language);
            match find(&path) {
                None => found.push(format!("{path}: {} is missing in {name}", original.path)),
                Some(document) => {
                    let line = line_of_languages(&original.path, language);
                    if document.text.lines().nth(2) != Some(line.as_str()) {
                        found.push(format!("{path}: line 3 has to be “{line}”"));
                    }
                    found.extend(differences(original, document));
                }
            }
            expected.push(path);
        }
    }
    let is_translation = |document: &&Source| {
        let below = document.path.strip_prefix("docs/");
        below.is_some_and(|name| name.contains('/')) || document.path.starts_with("README.")
    };
    let translations = documents.iter().filter(is_translation);
    let alone = translations.filter(|document| !expected.contains(&document.path));
    found.extend(alone.map(|document| format!("{}: there is no original of it", document.path)));
    found
}

/// The path from the root of the workspace, `None` where it leads out of it.
fn resolved(document: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The links of a document to files that are not there, or to headings that a document has not.
fn broken_links(
    document: &Source,
    documents: &[Source],
    exists: impl Fn(&str) -> bool,
) -> Vec<String> {
    let is_broken = |link: &String| {
        let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
        let path = match file {
            "" => Some(document.path.clone()),
            _ => resolved(&document.path, file),
        };
        let Some(path) = path.filter(|path| exists(path)) else {
            return true;
        };
        let other = documents.iter().find(|other| other.path == path);
        let leads_to = |other| Parts::of(other).anchors().iter().any(|name| name == anchor);
        !anchor.is_empty() && other.is_some_and(|other| !leads_to(other))
    };
    let is_relative = |link: &String| !link.contains("://") && !link.starts_with("mailto:");
    let links = Parts::of(document).links().into_iter();
    links
        .filter(is_relative)
        .filter(is_broken)
        .map(|link| format!("{}: the link {link} leads nowhere", document.path))
        .collect()
}

fn documents() -> Vec<Source> {
    files(&[""], &[".md"])
}

#[test]
fn every_document_for_users_is_in_step_in_every_language() {
    let body = "## B\n\n| a |\n| --- |\n\n```\nrun\n```\n\n## C\n";
    let inside = |language: &str, body: &str| {
        let line = line_of_languages("docs/a.md", language);
        let path = in_language("docs/a.md", language);
        Source::new(&path, &format!("# A\n\n{line}\n\n{body}"))
    };
    let english =
        "English · [简体中文](zh-Hans/a.md) · [Español](es-MX/a.md) · [Bahasa Indonesia](id/a.md)";
    assert_eq!(line_of_languages("docs/a.md", ""), english);
    let spanish = "[English](README.md) · [简体中文](README.zh-Hans.md) · Español · [Bahasa Indonesia](README.id.md)";
    assert_eq!(line_of_languages("README.md", "es-MX"), spanish);
    let of = |translation: Source| {
        let [english, chinese, indonesian] = ["", "zh-Hans", "id"].map(|name| inside(name, body));
        out_of_step(&[english, chinese, indonesian, translation])
    };
    assert_eq!(of(inside("es-MX", body)), Vec::<String>::new());
    let planted = [
        ("## C", "### C"),
        ("## C\n", ""),
        ("## C\n", "## C\n\n## D\n"),
        ("| a |\n", "| a |\n| b |\n"),
        ("run", "walk"),
        ("```\nrun\n```\n", ""),
    ];
    for (right, wrong) in planted {
        let found = of(inside("es-MX", &body.replace(right, wrong)));
        assert_eq!(found.len(), 1, "{wrong}: {found:?}");
        assert!(found[0].starts_with("docs/es-MX/a.md: "), "{found:?}");
    }
    let without_line = of(Source::new("docs/es-MX/a.md", &format!("# A\n\n{body}")));
    assert_eq!(without_line.len(), 1, "{without_line:?}");
    let alone = out_of_step(&[
        inside("", body),
        Source::new("docs/id/b.md", "# B\n"),
        Source::new("docs/security.md", "# S\n"),
    ]);
    assert_eq!(
        alone,
        [
            "docs/zh-Hans/a.md: docs/a.md is missing in 简体中文",
            "docs/es-MX/a.md: docs/a.md is missing in Español",
            "docs/id/a.md: docs/a.md is missing in Bahasa Indonesia",
            "docs/id/b.md: there is no original of it",
        ]
    );
    let found = out_of_step(&documents());
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_link_of_a_document_leads_somewhere() {
    let text = "# Más: `A`, *b* & c_d\n[a](#más-a-b--c_d) [b](../b.md#b-1)\n```\n[c](c.md)\n```\n`[d](d.md)` [e](https://e.example/e.md) \
                ![f](f.png) [g](../b.md#b-2) [h](h.md) [i](#i) [j](../../../j.md)\n";
    let page = Source::new("docs/es-MX/a.md", text);
    let other = Source::new("docs/b.md", "# B\n## B\n");
    let pages = [page, other];
    let exists = |path: &str| ["docs/es-MX/a.md", "docs/b.md", "docs/es-MX/f.png"].contains(&path);
    let broken = |link: &str| format!("docs/es-MX/a.md: the link {link} leads nowhere");
    assert_eq!(
        broken_links(&pages[0], &pages, exists),
        ["../b.md#b-2", "h.md", "#i", "../../../j.md"].map(broken)
    );
    let documents = documents();
    assert!(documents.len() > 15, "the documents can be read");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let exists = |path: &str| root.join(path).exists();
    let found = documents
        .iter()
        .flat_map(|document| broken_links(document, &documents, exists));
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn an_anchor_is_spelt_as_github_spells_it() {
    let anchors = [
        ("Detrás de un proxy", "detrás-de-un-proxy"),
        ("What is asked, and when", "what-is-asked-and-when"),
        (
            "¿Está un número en una lista?",
            "está-un-número-en-una-lista",
        ),
        ("哪一列是电话号码？", "哪一列是电话号码"),
        ("A [link](a.md) in it", "a-link-in-it"),
        ("`kill -9` — really", "kill--9--really"),
    ];
    for (heading, anchor) in anchors {
        assert_eq!(slug(heading), anchor);
    }
}
