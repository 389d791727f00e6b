//! Lists of words and phrases that are looked for in texts.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Words and phrases, found by their first words: there are hundreds, and a text has few words.
pub(super) struct Phrases {
    all: &'static [&'static str],
    index: OnceLock<Index>,
}

#[derive(Default)]
struct Index {
    by_first_word: HashMap<&'static str, Vec<&'static str>>,
    han: Vec<&'static str>,
}

impl Phrases {
    /// Each is written as [`tokens`](crate::validate::columns::tokens) writes it, with one blank between its words.
    pub(super) const fn new(all: &'static [&'static str]) -> Phrases {
        Phrases {
            all,
            index: OnceLock::new(),
        }
    }

    /// All of them.
    pub(super) fn all(&self) -> &'static [&'static str] {
        self.all
    }

    /// Whether the whole text is one of them.
    pub(super) fn contains(&self, text: &str) -> bool {
        self.beginning_with(text.split(' ').next().unwrap_or_default())
            .chain(self.han())
            .any(|phrase| *phrase == text)
    }

    /// Those whose first word is this one, but for the Chinese.
    pub(super) fn beginning_with(&self, word: &str) -> impl Iterator<Item = &&'static str> {
        self.index().by_first_word.get(word).into_iter().flatten()
    }

    /// The Chinese ones, which stand in a text without blanks around them.
    pub(super) fn han(&self) -> impl Iterator<Item = &&'static str> {
        self.index().han.iter()
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            for phrase in self.all {
                match phrase.split(' ').next() {
                    Some(first) if !is_han(phrase) => {
                        index.by_first_word.entry(first).or_default().push(phrase);
                    }
                    _ => index.han.push(phrase),
                }
            }
            index
        })
    }
}

/// Whether the phrase is Chinese.
pub(super) fn is_han(phrase: &str) -> bool {
    phrase.starts_with(|first: char| first >= '\u{3400}')
}
