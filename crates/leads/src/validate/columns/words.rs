//! A header as words, and what each of them says.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::lexicon::SENSES;
use crate::country::Country;

/// What a word in a header says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// A mobile phone.
    Mobile,
    /// A service that goes by the number of a mobile.
    Messenger,
    /// A phone.
    Phone,
    /// A fixed line of a house.
    Fixed,
    /// The one who is called.
    Called,
    /// A number of anything.
    Number,
    /// A way to reach somebody.
    Contact,
    /// The person whom the list is about.
    Person,
    /// Whoever uses or works for something, who may be the person whom the list is about.
    Role,
    /// The first of several.
    Primary,
    /// A further one of the same person.
    Spare,
    /// A further one that may be somebody else's, or nobody's any more.
    Uncertain,
    /// A name.
    Name,
    /// The whole name.
    Whole,
    /// Nothing.
    Filler,
    /// Somebody else, or a place where others answer.
    Somebody,
    /// What is neither a phone nor a person's name.
    Thing,
}

/// The words of one header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct HeaderWords {
    senses: u32,
    /// The number that tells it from its likes: 2 in `Phone 2`.
    pub(super) ordinal: Option<u8>,
    /// How many words are not known.
    pub(super) unknown: u8,
}

/// The most words that make one phrase.
const MAX_PHRASE_LENGTH: usize = 4;

impl HeaderWords {
    /// Reads a header. Case, accents and punctuation do not count; `mobilePhone`, `mobile_phone` and `mobilephone` are two
    /// words each.
    #[cfg(test)]
    pub(super) fn of(header: &str) -> HeaderWords {
        HeaderWords::read(&tokens(header))
    }

    /// Reads a header as they write it in a country: `CP` is a cell phone in the Philippines and a postal code in Mexico.
    pub(super) fn of_country(header: &str, country: Country) -> HeaderWords {
        let mut words = tokens(header);
        if country.as_str() == "PH" {
            let is_cp = |word: &&mut String| matches!(word.as_str(), "cp" | "cps");
            words
                .iter_mut()
                .filter(is_cp)
                .for_each(|word| *word = "cellphone".to_owned());
        }
        // In Indonesia a SIM is a driving licence.
        if matches!(country.as_str(), "PH" | "IN") {
            let is_number = |word: &String| {
                sense(word) == Some(Sense::Number) || word.bytes().all(|byte| byte.is_ascii_digit())
            };
            let is_counted = words.iter().any(is_number);
            let is_sim = |word: &&mut String| is_counted && word.as_str() == "sim";
            words
                .iter_mut()
                .filter(is_sim)
                .for_each(|word| *word = "cellphone".to_owned());
        }
        HeaderWords::read(&words)
    }

    fn read(words: &[String]) -> HeaderWords {
        let mut read = HeaderWords::default();
        let mut at = 0;
        while at < words.len() {
            at += read.take(&words[at..]);
        }
        let letter = words.last().and_then(|last| kind_of_line(last));
        let is_phone =
            read.has(Sense::Phone) || read.has(Sense::Contact) && read.has(Sense::Number);
        if let Some((sense, is_unknown)) = letter.filter(|_| is_phone) {
            read.add(sense);
            read.unknown -= u8::from(is_unknown && read.unknown > 0);
        }
        read
    }

    pub(super) fn has(&self, sense: Sense) -> bool {
        self.senses & (1 << sense as u32) != 0
    }

    pub(super) fn has_any(&self, senses: &[Sense]) -> bool {
        senses.iter().any(|sense| self.has(*sense))
    }

    fn add(&mut self, sense: Sense) {
        self.senses |= 1 << sense as u32;
    }

    /// Reads the phrase or the word in front, and says how many words it was.
    fn take(&mut self, words: &[String]) -> usize {
        for length in (1..=words.len().min(MAX_PHRASE_LENGTH)).rev() {
            let phrase = &words[..length];
            let found = sense(&phrase.join(" ")).or_else(|| sense(&phrase.concat()));
            if let Some(found) = found {
                self.add(found);
                return length;
            }
        }
        let word = &words[0];
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            self.ordinal = self
                .ordinal
                .or_else(|| word.parse().ok().filter(|place| (1..=9).contains(place)));
        } else if word.chars().all(is_han) {
            self.take_han(word);
        } else if let Some(parts) = parts(word, MAX_PHRASE_LENGTH) {
            parts.into_iter().for_each(|part| self.add(part));
        } else if !matches!(word.as_str(), "st" | "nd" | "rd" | "th") {
            self.unknown = self.unknown.saturating_add(1);
        }
        1
    }

    /// Chinese does not part its words: the longest known ones are taken, from left to right.
    fn take_han(&mut self, run: &str) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let known = (1..=MAX_HAN_LENGTH).rev().find_map(|length| {
                let (end, last) = rest.char_indices().nth(length - 1)?;
                let end = end + last.len_utf8();
                Some((end, sense(&rest[..end])?))
            });
            match known {
                Some((end, found)) => {
                    self.add(found);
                    rest = &rest[end..];
                }
                None => {
                    self.unknown = self.unknown.saturating_add(1);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
    }
}

/// What the letter behind a phone says of it, as in `Phone (M)`, and whether it is no word otherwise.
fn kind_of_line(letter: &str) -> Option<(Sense, bool)> {
    match letter {
        "m" => Some((Sense::Mobile, true)),
        "o" => Some((Sense::Somebody, false)),
        "w" => Some((Sense::Somebody, true)),
        "r" | "h" => Some((Sense::Fixed, true)),
        _ => None,
    }
}

/// A header without the number that tells it from its likes.
pub(super) fn stem(header: &str) -> Vec<String> {
    let is_ordinal = |word: &String| {
        word.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(word.as_str(), "st" | "nd" | "rd" | "th")
    };
    let mut words = tokens(header);
    words.retain(|word| !is_ordinal(word));
    words
}

/// Whether two headers name the same but for what changes nothing and what tells likes apart: `Mobile` and `Mobile No. 2`.
pub(super) fn are_likes(first: &str, second: &str) -> bool {
    let telling = |header: &str| {
        let mut words = stem(header);
        words.retain(|word| {
            !matches!(
                sense(word),
                Some(
                    Sense::Number
                        | Sense::Filler
                        | Sense::Primary
                        | Sense::Spare
                        | Sense::Uncertain
                )
            )
        });
        words
    };
    telling(first) == telling(second)
}

/// The longest Chinese word of the lists in characters.
const MAX_HAN_LENGTH: usize = 5;

/// What a word or a phrase says, written as [`tokens`] writes it.
pub(super) fn sense(phrase: &str) -> Option<Sense> {
    static WORDS: LazyLock<HashMap<String, Sense>> = LazyLock::new(|| {
        let words = SENSES
            .iter()
            .flat_map(|(sense, words)| words.iter().map(|word| (*sense, *word)));
        words
            .map(|(sense, word)| (tokens(word).join(" "), sense))
            .collect()
    });
    WORDS.get(phrase).copied()
}

/// Words that were written together: `nohp`, `emergencycontact`. Every part must be a word, and none of them short by
/// chance.
fn parts(word: &str, most: usize) -> Option<Vec<Sense>> {
    if word.is_empty() {
        return Some(Vec::new());
    }
    if most == 0 || !word.is_ascii() {
        return None;
    }
    (2..=word.len()).rev().find_map(|length| {
        let (part, rest) = word.split_at(length);
        let is_telling = length > 2 || matches!(part, "no" | "hp" | "wa");
        let found = sense(part).filter(|_| is_telling && length < MAX_OF_A_PART)?;
        let mut senses = parts(rest, most - 1)?;
        senses.push(found);
        Some(senses)
    })
}

/// Longer than any word of the lists.
const MAX_OF_A_PART: usize = 24;

const fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}')
}

/// What a character is to the division into words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Upper,
    Letter,
    Digit,
    Han,
    Hash,
    Gap,
}

fn shape(character: char) -> Shape {
    match character {
        '#' => Shape::Hash,
        character if is_han(character) => Shape::Han,
        character if character.is_numeric() => Shape::Digit,
        character if character.is_uppercase() => Shape::Upper,
        character if character.is_alphabetic() => Shape::Letter,
        _ => Shape::Gap,
    }
}

/// The words of a text in lower case and without accents, divided where the kind of character changes and where a capital
/// letter begins a word.
pub(in crate::validate) fn tokens(text: &str) -> Vec<String> {
    let with_shape = |character: char| (character, shape(character));
    let characters: Vec<(char, Shape)> = match text.is_ascii() {
        // Most texts; taking characters apart takes far longer.
        true => text.chars().map(with_shape).collect(),
        false => text
            .nfkd()
            .filter(|character| canonical_combining_class(*character) == 0)
            .map(with_shape)
            .collect(),
    };
    let mut words: Vec<String> = Vec::new();
    let mut before = Shape::Gap;
    for (place, (character, shape)) in characters.iter().enumerate() {
        let next = characters.get(place + 1).map(|(_, shape)| *shape);
        let continues = match (before, shape) {
            (Shape::Letter, Shape::Letter)
            | (Shape::Digit, Shape::Digit)
            | (Shape::Han, Shape::Han) => true,
            (Shape::Upper, Shape::Letter) => true,
            // The last of several capitals begins the word behind them: `NoHPDebitur`.
            (Shape::Upper, Shape::Upper) => next != Some(Shape::Letter),
            _ => false,
        };
        if *shape != Shape::Gap {
            match words.last_mut().filter(|_| continues) {
                Some(word) => word.extend(character.to_lowercase()),
                None => words.push(character.to_lowercase().collect()),
            }
        }
        before = *shape;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_divided_however_they_are_written_together() {
        for header in [
            "Mobile Phone",
            "mobile_phone",
            "mobilePhone",
            "MOBILE-PHONE:",
            "(Mobile) phone",
        ] {
            assert_eq!(tokens(header), ["mobile", "phone"], "{header}");
        }
        assert_eq!(tokens("NoHPDebitur"), ["no", "hp", "debitur"]);
        assert_eq!(
            tokens("Borrower Mobile #1"),
            ["borrower", "mobile", "#", "1"]
        );
        assert_eq!(tokens("Teléfono 1 (cel)"), ["telefono", "1", "cel"]);
        assert_eq!(tokens("Nº WA客户手机2"), ["no", "wa", "客户手机", "2"]);
        assert_eq!(tokens("  "), [""; 0]);
    }

    #[test]
    fn words_without_gaps_and_dotted_abbreviations_are_read() {
        for (header, senses) in [
            ("nohpdebitur", vec![Sense::Mobile, Sense::Person]),
            ("emergencycontact", vec![Sense::Somebody, Sense::Contact]),
            ("N.I.K.", vec![Sense::Thing]),
            ("WhatsApp", vec![Sense::Messenger]),
            (
                "紧急联系人手机号",
                vec![
                    Sense::Somebody,
                    Sense::Contact,
                    Sense::Mobile,
                    Sense::Number,
                ],
            ),
            ("Hand Phone", vec![Sense::Mobile]),
        ] {
            let words = HeaderWords::of(header);
            assert!(
                senses.iter().all(|sense| words.has(*sense)),
                "{header}: {words:?}"
            );
            assert_eq!(words.unknown, 0, "{header}");
        }
        assert_eq!(HeaderWords::of("Phone 02").ordinal, Some(2));
        assert!(HeaderWords::of("Phone 2nd").has(Sense::Spare));
        assert_eq!(HeaderWords::of("Promo voucher").unknown, 2);
    }

    #[test]
    fn no_word_of_the_lists_has_two_senses() {
        let mut seen: HashMap<String, Sense> = HashMap::new();
        for (sense, words) in SENSES {
            for word in *words {
                let key = tokens(word).join(" ");
                assert!(!key.is_empty(), "{word}");
                let before = seen.insert(key, *sense);
                assert!(
                    before.is_none_or(|before| before == *sense),
                    "{word}: {before:?} and {sense:?}"
                );
            }
        }
    }
}
