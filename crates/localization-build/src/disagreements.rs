//! Where translations do not agree with the English text, or a text with the language that it is in.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Catalogue, Parts};

/// The plural categories that a text of a language distinguishes (CLDR, cardinal numbers). Spanish has another one for whole millions, which
/// no count of this program is.
fn categories(language: &str) -> BTreeSet<&'static str> {
    match language {
        "en" | "es-MX" => BTreeSet::from(["one", "other"]),
        _ => BTreeSet::from(["other"]),
    }
}

/// Problems of the terms of all languages.
pub fn of_terms(each: &[Catalogue]) -> Vec<String> {
    let mut problems = Vec::new();
    for catalogue in each {
        let ids = catalogue.messages.iter().map(|(id, _)| id);
        problems
            .extend(ids.map(|id| problem(catalogue, id, "a glossary has terms only: -term = …")));
        problems.extend(duplicates(catalogue, &catalogue.terms));
        for (id, parts) in &catalogue.terms {
            problems.extend(own(catalogue, id, parts));
            if !parts.variables.is_empty() {
                problems.push(problem(catalogue, id, "a term has no variables"));
            }
        }
    }
    problems.extend(missing(each, |catalogue| &catalogue.terms));
    problems
}

/// Problems of the messages of all languages, which take terms from those glossaries.
pub fn of_messages(each: &[Catalogue], glossaries: &[Catalogue]) -> Vec<String> {
    let mut problems = missing(each, |catalogue| &catalogue.messages);
    let Some(english) = each.first() else {
        return problems;
    };
    let english: BTreeMap<&str, &Parts> = english
        .messages
        .iter()
        .map(|(id, parts)| (id.as_str(), parts))
        .collect();
    for (catalogue, glossary) in each.iter().zip(glossaries) {
        let known: BTreeSet<&str> = glossary.terms.iter().map(|(id, _)| id.as_str()).collect();
        let terms = catalogue.terms.iter().map(|(id, _)| id);
        problems.extend(terms.map(|id| problem(catalogue, id, "terms stand in the glossary")));
        problems.extend(duplicates(catalogue, &catalogue.messages));
        for (id, parts) in &catalogue.messages {
            problems.extend(own(catalogue, id, parts));
            let unknown = parts
                .terms
                .iter()
                .filter(|term| !known.contains(term.as_str()));
            problems.extend(
                unknown.map(|term| {
                    problem(catalogue, id, &format!("the glossary has no term -{term}"))
                }),
            );
            if let Some(english) = english.get(id.as_str()) {
                problems.extend(compared(catalogue, id, parts, english));
            }
        }
    }
    problems
}

/// What a text has to have in common with the English one.
fn compared(catalogue: &Catalogue, id: &str, parts: &Parts, english: &Parts) -> Vec<String> {
    let mut problems = Vec::new();
    let names = |parts: &Parts| parts.variables.keys().cloned().collect::<BTreeSet<_>>();
    let (own, wanted) = (names(parts), names(english));
    for name in wanted.difference(&own) {
        problems.push(problem(catalogue, id, &format!("{{ ${name} }} is missing")));
    }
    for name in own.difference(&wanted) {
        let words = format!("the English text has no {{ ${name} }}");
        problems.push(problem(catalogue, id, &words));
    }
    // English may count with one word where another language needs a plural, and the other way round: what is a number is so in all of them.
    let numbers = parts.variables.iter().filter(|(_, is_number)| **is_number);
    for (name, _) in numbers {
        if english.variables.get(name) == Some(&false) {
            let words = format!(
                "${name} is no number in the English text: write {{ NUMBER(${name}) }} there"
            );
            problems.push(problem(catalogue, id, &words));
        }
    }
    if parts.elements != english.elements && !parts.unbalanced {
        let words = format!(
            "it has the elements {:?}, the English text has {:?}",
            parts.elements, english.elements
        );
        problems.push(problem(catalogue, id, &words));
    }
    problems
}

/// What a text has to be by itself.
fn own(catalogue: &Catalogue, id: &str, parts: &Parts) -> Vec<String> {
    let mut problems: Vec<String> = parts
        .unsupported
        .iter()
        .map(|what| problem(catalogue, id, &format!("not used in this program: {what}")))
        .collect();
    if parts.unbalanced {
        let words =
            "an element is not closed, is closed without being opened, or stands in another one";
        problems.push(problem(catalogue, id, words));
    }
    let wanted = categories(&catalogue.language);
    for (name, found) in &parts.plurals {
        let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
        if found != wanted {
            let words =
                format!("${name} has the plural forms {found:?}; this language has {wanted:?}");
            problems.push(problem(catalogue, id, &words));
        }
    }
    problems
}

fn duplicates(catalogue: &Catalogue, entries: &[(String, Parts)]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let twice = entries.iter().filter(|(id, _)| !seen.insert(id.as_str()));
    let twice: Vec<String> = twice
        .map(|(id, _)| problem(catalogue, id, "is there twice"))
        .collect();
    twice
}

/// What a language lacks that another one has.
fn missing(each: &[Catalogue], of: impl Fn(&Catalogue) -> &[(String, Parts)]) -> Vec<String> {
    let ids = |catalogue: &Catalogue| -> BTreeSet<String> {
        of(catalogue).iter().map(|(id, _)| id.clone()).collect()
    };
    let all: BTreeSet<String> = each.iter().flat_map(ids).collect();
    let mut problems = Vec::new();
    for catalogue in each {
        let own = ids(catalogue);
        problems.extend(
            all.difference(&own)
                .map(|id| problem(catalogue, id, "is missing")),
        );
    }
    problems
}

fn problem(catalogue: &Catalogue, id: &str, words: &str) -> String {
    format!("{}: {id}: {words}", catalogue.path.display())
}
