//! The glossary and the catalogues say the same words.

use crate::source::{Source, files};

/// The languages of the screens.
const LANGUAGES: [&str; 4] = ["en", "zh-Hans", "es-MX", "id"];

/// What stands before the words that are never written for the term below.
const NEVER: &str = "# Never: ";

/// A term of the glossary of a language.
#[derive(Debug, PartialEq, Eq)]
struct Term<'a> {
    /// By which catalogues take it.
    name: &'a str,
    /// The word of the language.
    word: &'a str,
    /// Words that are tempting, and wrong.
    never: Vec<&'a str>,
}

fn terms(glossary: &str) -> Vec<Term<'_>> {
    let mut terms = Vec::new();
    let mut never = Vec::new();
    for line in glossary.lines() {
        if let Some(words) = line.strip_prefix(NEVER) {
            never = words.split(", ").collect();
        } else if let Some((name, word)) = line.split_once(" = ") {
            let never = std::mem::take(&mut never);
            let name = name.trim_start_matches('-');
            terms.push(Term { name, word, never });
        }
    }
    terms
}

/// What a line of a catalogue says: without comments, ids, and what stands in it. A term that is taken from the glossary stays.
fn said(line: &str) -> String {
    if line.starts_with('#') {
        return String::new();
    }
    let is_id = |id: &str| {
        id.chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    };
    let text = match line.split_once(" = ") {
        Some((id, text)) if is_id(id) => text,
        _ => line,
    };
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('{') {
        said.push_str(before);
        // What begins a choice ends in a later line, and so does what people read of it.
        let (inside, after) = inside.split_once('}').unwrap_or((inside, ""));
        if inside.trim().starts_with('-') {
            said.push_str(inside.trim());
        }
        said.push(' ');
        rest = after;
    }
    said.push_str(rest);
    // Names of elements, such as <batches>, are no words.
    let mut outside = String::new();
    for (at, part) in said.split('<').enumerate() {
        let shown = match part.split_once('>') {
            Some((_, shown)) if at > 0 => shown,
            _ => part,
        };
        outside.push(' ');
        outside.push_str(shown);
    }
    outside.to_lowercase()
}

/// Whether a text has that word: as a whole one where words are apart, also with the `s` of several.
fn has_word(text: &str, word: &str, language: &str) -> bool {
    if language == "zh-Hans" {
        return text.contains(word);
    }
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = &text[at + word.len()..];
        let behind = behind
            .strip_prefix("es")
            .filter(|rest| !is_letter(rest.chars().next()))
            .or_else(|| behind.strip_prefix('s'))
            .unwrap_or(behind);
        !is_letter(before) && !is_letter(behind.chars().next())
    })
}

/// Each place where a catalogue of the language has a word that is wrong for a term.
fn wrong_words(catalogues: &[&Source], terms: &[Term<'_>], language: &str) -> Vec<String> {
    let mut found = Vec::new();
    for catalogue in catalogues {
        for (number, line) in catalogue.text.lines().enumerate() {
            let text = said(line);
            for term in terms {
                for never in &term.never {
                    if has_word(&text, &never.to_lowercase(), language) {
                        let wall = format!("“{never}”: the word is “{}”", term.word);
                        found.push(catalogue.breach(number, &wall));
                    }
                }
            }
        }
    }
    found
}

/// The terms whose word no catalogue of the language has.
fn unused<'a>(catalogues: &[&Source], terms: &'a [Term<'_>]) -> Vec<&'a str> {
    let texts = catalogues
        .iter()
        .flat_map(|catalogue| catalogue.text.lines());
    let text: String = texts.map(|line| said(line) + "\n").collect();
    let is_unused = |term: &&Term<'_>| {
        let by_name = format!("-{}", term.name);
        !text.contains(&term.word.to_lowercase()) && !text.contains(&by_name)
    };
    terms
        .iter()
        .filter(is_unused)
        .map(|term| term.word)
        .collect()
}

#[test]
fn catalogues_use_the_words_of_the_glossary_and_none_that_it_forbids() {
    let sources = files(&["messages", "crates"], &[".ftl"]);
    let mut found = Vec::new();
    for language in LANGUAGES {
        let glossary = format!("crates/localization/glossary/{language}/glossary.ftl");
        let glossary = sources.iter().find(|source| source.path == glossary);
        let terms = terms(&glossary.expect("the glossary of each language").text);
        assert!(terms.len() > 30, "the terms of {language} can be read");
        let folder = format!("messages/{language}/");
        let is_catalogue =
            |source: &&Source| source.path.contains(&folder) && source.path.ends_with(".ftl");
        let catalogues: Vec<&Source> = sources.iter().filter(is_catalogue).collect();
        assert!(catalogues.len() > 80, "the catalogues of {language}");
        found.extend(wrong_words(&catalogues, &terms, language));
        let unused = unused(&catalogues, &terms);
        found.extend(
            unused
                .iter()
                .map(|word| format!("{language}: “{word}” is in no catalogue")),
        );
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn a_wrong_word_is_found_wherever_people_read_it_and_nowhere_else() {
    let glossary = "# Terms.\n\n-task = tarea\n# Never: bot, lista negra\n-robot = robot\n";
    let terms = terms(glossary);
    let never = ["bot", "lista negra"].to_vec();
    assert_eq!(
        terms,
        [
            Term {
                name: "task",
                word: "tarea",
                never: Vec::new()
            },
            Term {
                name: "robot",
                word: "robot",
                never
            },
        ]
    );
    let text = "# Un bot.\nbot = Un robot { $bot } <bot>de</bot> botones\na = Los Bots\nb = { $n ->\n   *[other] { $n } en la lista negra.\n}\n";
    let page = Source::new("messages/es-MX/a.ftl", text);
    assert_eq!(
        wrong_words(&[&page], &terms, "es-MX"),
        [
            "messages/es-MX/a.ftl:3: “bot”: the word is “robot”",
            "messages/es-MX/a.ftl:5: “lista negra”: the word is “robot”",
        ]
    );
    assert_eq!(unused(&[&page], &terms), ["tarea"]);
    let taken = Source::new("messages/es-MX/b.ftl", "a = Una { -task }\n");
    assert_eq!(unused(&[&page, &taken], &terms), Vec::<&str>::new());
    let chinese = Source::new("messages/zh-Hans/a.ftl", "a = 加入免打扰名单\n");
    let term = Term {
        name: "list",
        word: "勿扰名单",
        never: vec!["免打扰"],
    };
    assert_eq!(wrong_words(&[&chinese], &[term], "zh-Hans").len(), 1);
}
