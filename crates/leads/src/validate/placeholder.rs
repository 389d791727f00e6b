//! Stand-ins for a value: what people and programs write into a cell that has nothing to say.

mod words;

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::text::is_invisible;
use crate::field::Field;
use words::WORDS;

/// In bytes: longer texts are no stand-ins, or are told by their brackets.
const MAX_WORD_LENGTH: usize = 64;

/// No word in ASCII is longer, in bytes.
const MAX_ASCII_LENGTH: usize = 24;

/// Whether the whole text stands in for a value that the field does not have: `-`, `N/A`, `null`, `(vacío)`, `{{name}}`.
///
/// A name that holds such a word is one (`Test` and `Null` are surnames); only a cell that holds nothing else is warned of.
pub(super) fn is_placeholder(field: Field, text: &str) -> bool {
    let is_left_over =
        is_merge_field(text) || is_mark_alone(text) || is_choice(text) || is_empty_amount(text);
    // NULL, as MySQL exports it.
    if is_left_over || text == "\\N" {
        return true;
    }
    if text.len() > MAX_WORD_LENGTH {
        return false;
    }
    let word = text.trim_matches(|character: char| {
        character.is_whitespace() || "()[]<>{}\"'“”*.-_¿?¡!".contains(character)
    });
    is_placeholder_word(field, word)
}

/// Whether a cell of any column says only that there is no value: `-`, `N/A`, `null`.
pub fn stands_for_nothing(text: &str) -> bool {
    is_placeholder(Field::ExtraA, text)
}

/// The same for a text without marks at either end.
pub(super) fn is_placeholder_word(field: Field, word: &str) -> bool {
    static WORDS_OF_ALL: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| WORDS.iter().copied().collect());
    // Names of people; the programs' words are written `NA`, `nan` or `NaN`.
    if matches!(word, "Na" | "Nan" | "Nil") {
        return false;
    }
    let is_customer = field == Field::Customer;
    if is_customer && is_no_name(word) {
        return true;
    }
    let least = if is_customer { 2 } else { 3 };
    let is_all = |letter: u8| {
        word.len() <= MAX_ASCII_LENGTH
            && word.bytes().all(|byte| byte.eq_ignore_ascii_case(&letter))
    };
    if word.len() >= least && is_all(b'x') {
        return true;
    }
    if word.is_ascii() {
        // Most cells: nothing is allocated, and few are looked up.
        let mut lower = [0; MAX_ASCII_LENGTH];
        let Some(lower) = lower
            .get_mut(..word.len())
            .filter(|_| looks_like_a_word(word.as_bytes()))
        else {
            return false;
        };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return std::str::from_utf8(lower).is_ok_and(|word| WORDS_OF_ALL.contains(word));
    }
    begins_as_a_word(word) && WORDS_OF_ALL.contains(word.to_lowercase().as_str())
}

/// Whether one of the words that are not ASCII begins with the same letter. Few names do, and nothing is allocated for the others.
fn begins_as_a_word(word: &str) -> bool {
    static FIRST: LazyLock<Vec<char>> = LazyLock::new(|| {
        let words = WORDS.iter().filter(|word| !word.is_ascii());
        let mut first: Vec<char> = words.filter_map(|word| word.chars().next()).collect();
        first.sort_unstable();
        first.dedup();
        first
    });
    let first = word.chars().flat_map(char::to_lowercase).next();
    first.is_some_and(|first| FIRST.binary_search(&first).is_ok())
}

/// Whether one of the words in ASCII has this length and these letters at its ends, or one that falls on the same place.
fn looks_like_a_word(bytes: &[u8]) -> bool {
    static LOOKS: LazyLock<[u64; 64]> = LazyLock::new(|| {
        let mut looks = [0; 64];
        for word in WORDS.iter().filter(|word| word.is_ascii()) {
            if let Some(place) = look(word.as_bytes()) {
                looks[place / 64] |= 1 << (place % 64);
            }
        }
        looks
    });
    look(bytes).is_some_and(|place| LOOKS[place / 64] & (1 << (place % 64)) != 0)
}

/// A number below 4,096.
fn look(bytes: &[u8]) -> Option<usize> {
    let letter = |byte: &u8| usize::from(byte.to_ascii_lowercase());
    let (first, last) = (letter(bytes.first()?), letter(bytes.last()?));
    Some((first * 769 + last * 97 + bytes.len() * 13) % 4096)
}

/// Nothing but punctuation and characters without a shape.
fn is_mark_alone(text: &str) -> bool {
    let is_mark = |character: char| {
        character.is_ascii_punctuation()
            || character.is_whitespace()
            || is_invisible(character)
            // U+3164 is a letter that shows nothing; it is used where a form asks for a name.
            || matches!(character, '¿' | '¡' | '·' | '‐'..='―' | '…' | '•' | '−' | '。' | '、' | '，' | '－' | '／' | '．' | '？' | '\u{3164}')
    };
    // Several question marks are letters that were lost. Of nearly every cell one character is looked at.
    !text.is_empty() && text.chars().all(is_mark) && !text.contains("??")
}

/// A field of a template that was never filled in: `{{first_name}}`, `<name>`, `«Nombre»`.
fn is_merge_field(text: &str) -> bool {
    const AROUND: [(&str, &str); 8] = [
        ("{", "}"),
        ("<", ">"),
        ("«", "»"),
        ("%%", "%%"),
        ("${", "}"),
        ("#{", "}"),
        ("*|", "|*"),
        ("[[", "]]"),
    ];
    let within = |open: &str, close: &str| {
        text.strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
    };
    let is_of_name =
        |sign: char| sign.is_alphabetic() || sign.is_whitespace() || "_.-".contains(sign);
    AROUND.into_iter().any(|(open, close)| {
        within(open, close).is_some_and(|inner| inner.contains(char::is_alphanumeric))
    }) || within("%", "%")
        .is_some_and(|inner| inner.chars().all(is_of_name) && inner.contains(char::is_alphabetic))
        || within("[", "]").is_some_and(is_name_of_field)
}

/// What stands in brackets where a template wants a name. `[VIP]` is no such word.
fn is_name_of_field(inner: &str) -> bool {
    const NAMES: [&str; 20] = [
        "name",
        "first name",
        "firstname",
        "fname",
        "last name",
        "lastname",
        "lname",
        "full name",
        "fullname",
        "customer",
        "customer name",
        "your name",
        "nombre",
        "apellido",
        "nombre completo",
        "nome",
        "sobrenome",
        "nama",
        "nama lengkap",
        "pangalan",
    ];
    let name = inner.replace(['_', '-'], " ").to_lowercase();
    NAMES.contains(&name.trim())
}

/// What a list of choices says before somebody chose: `-- Select --`.
fn is_choice(text: &str) -> bool {
    const CHOICES: [&str; 9] = [
        "select",
        "choose",
        "none",
        "pilih",
        "seleccione",
        "seleccionar",
        "selecione",
        "elija",
        "escolha",
    ];
    let inner = text
        .strip_prefix('-')
        .and_then(|rest| rest.strip_suffix('-'));
    inner.is_some_and(|inner| {
        let inner = inner.trim_matches(['-', ' ', '.', '…']).to_lowercase();
        let first = inner.split(' ').next().unwrap_or_default();
        CHOICES.contains(&first)
    })
}

/// Zero as the formats of accountants show it: `Rp-`, `₹ -`.
fn is_empty_amount(text: &str) -> bool {
    const SIGNS: [&str; 16] = [
        "Rp.", "Rp", "R$", "US$", "MX$", "S/.", "S/", "RM", "IDR", "INR", "PHP", "MXN", "BRL",
        "COP", "PEN", "USD",
    ];
    let Some(amount) = text.strip_suffix(['-', '–', '—', '−']) else {
        return false;
    };
    let sign = amount.trim_end_matches(['-', '–', '—', '−', ' ', '\u{A0}']);
    SIGNS.contains(&sign)
        || !sign.is_empty()
            && sign
                .chars()
                .all(|sign| sign.general_category() == GeneralCategory::CurrencySymbol)
}

/// A name of digits alone, one that answers yes or no, or one that a program joined from a name that was not there:
/// `Mr. null`, `Ana undefined`.
fn is_no_name(word: &str) -> bool {
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
        || word.eq_ignore_ascii_case("true")
        || word.eq_ignore_ascii_case("false")
    {
        return true;
    }
    // The surname is written with a capital letter, unless all of the name is written small.
    let is_joined = |last: &str| {
        word.strip_suffix(last).is_some_and(|front| {
            front.ends_with(' ') && front.contains(|letter: char| letter.is_ascii_uppercase())
        })
    };
    is_joined("null") || is_joined("undefined")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_only_stands_in_for_a_value_is_known_in_every_language() {
        for text in [
            "-",
            "--",
            "—",
            "–",
            ".",
            "...",
            "N/A",
            "n.a.",
            "NA",
            "na",
            "null",
            "NULL",
            "Null",
            "None",
            "nan",
            "NaN",
            "undefined",
            "(blank)",
            "(vacío)",
            "[vacio]",
            "test",
            "Test",
            "TEST",
            "xxx",
            "XX",
            "0",
            "Tidak Ada",
            "sin nombre",
            "SIN NOMBRE",
            "Desconocido",
            "no name",
            "无",
            "नहीं",
            "Não informado",
            "Wala",
            "\u{200B}",
            "\u{3164}",
            "?",
            "{{first_name}}",
            "<test lead: dummy data for full_name>",
            "«Nombre»",
            "[object Object]",
            "tidak ada.",
        ] {
            assert!(is_placeholder(Field::Customer, text), "{text}");
        }
    }

    #[test]
    fn what_programs_leave_in_place_of_a_value_is_known() {
        for text in [
            "null null",
            "undefined undefined",
            "Mr. null",
            "Ana undefined",
            "[First Name]",
            "[nombre]",
            "%NAME%",
            "${name}",
            "*|FNAME|*",
            "\\N",
            "-- Select --",
            "--Pilih--",
            "Seleccione",
            "Rp-",
            "Rp -",
            "₹-",
            "R$ -",
            "00/01/1900",
            "01/00/1900",
            "30/12/1899",
            "&nbsp;",
            "12345",
            "TRUE",
            "false",
        ] {
            assert!(is_placeholder(Field::Customer, text), "{text}");
        }
    }

    #[test]
    fn every_word_of_the_list_is_found() {
        for word in WORDS {
            assert!(is_placeholder(Field::ExtraA, word), "{word}");
            assert!(
                is_placeholder(Field::ExtraA, &word.to_uppercase()),
                "{word}"
            );
        }
    }

    #[test]
    fn a_name_that_holds_such_a_word_is_a_name() {
        for text in [
            "",
            "Jennifer Null",
            "Test Amann",
            "Na Li",
            "Na",
            "Nan",
            "Nil",
            "Ana",
            "A",
            "Ng",
            "O",
            "Xi",
            "X Æ",
            "José",
            "Sin Chan",
            "Tes Astuti",
            "Nulo Pérez",
            "王无",
            "J.",
            "(Ana)",
            "Nadia",
            "Anonim Susanto",
            "jennifer null",
            "Selecta Ramos",
        ] {
            assert!(!is_placeholder(Field::Customer, text), "{text}");
        }
        for text in [
            "12345",
            "true",
            "01/01/1900",
            "Rp 5.000",
            "-5%-",
            "[Gold]",
            "0",
            "XX",
            "No",
            "5%",
            "-5",
            "$",
            "[VIP]",
            "10:00",
            "AAA",
            "III",
        ] {
            let is_mark = text == "$";
            assert_eq!(is_placeholder(Field::ExtraA, text), is_mark, "{text}");
        }
    }
}
