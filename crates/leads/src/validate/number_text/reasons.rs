//! Why a cell is no number.

use unicode_normalization::UnicodeNormalization;

use super::super::text::{is_error_value, is_formula};
use super::NumberText;

/// The words that stand between a number and its extension, in lower case: those of libphonenumber's extension
/// patterns, and what people of our accounts' countries write.
const EXTENSION_WORDS: [&str; 45] = [
    "ext",
    "extn",
    "exten",
    "extension",
    "xtn",
    "x",
    "xx",
    "int",
    "interno",
    "interior",
    "anexo",
    "anx",
    "extensión",
    "extensão",
    "extensao",
    "ramal",
    "rml",
    "poste",
    "dw",
    "durchwahl",
    "nst",
    "pes",
    "psw",
    "pesawat",
    "sambungan",
    "samb",
    "local",
    "loc",
    "lokal",
    "lcl",
    "доб",
    "вн",
    "转",
    "轉",
    "分机",
    "分機",
    "内线",
    "內線",
    "転",
    "内線",
    "내선",
    "ต่อ",
    "nhánh",
    "máy lẻ",
    "एक्सटेंशन",
];

/// What stands between two numbers, in lower case.
const JOINING_WORDS: [&str; 37] = [
    ",",
    ";",
    "/",
    "|",
    "&",
    "\\",
    "+",
    "or",
    "and",
    "atau",
    "dan",
    "o",
    "ó",
    "to",
    "s/d",
    "u",
    "y",
    "e",
    "ou",
    "at",
    "ya",
    "aur",
    "und",
    "oder",
    "et",
    "hoặc",
    "và",
    "หรือ",
    "และ",
    "或",
    "或者",
    "和",
    "及",
    "या",
    "तथा",
    "और",
    "или",
];

/// The digits that a number has at least, in front of an extension or of how another one ends.
const LEAST: usize = 6;

/// Tells apart why the cell holds no number. Only called where it holds none: it may take its time.
pub(super) fn why_no_number(raw: &str) -> NumberText {
    const MOST: usize = 200;
    if is_error_value(raw) {
        return NumberText::ErrorValue;
    }
    if is_formula(raw) {
        return if is_sum(raw) {
            NumberText::Negative
        } else {
            NumberText::Formula
        };
    }
    let text = match raw.is_ascii() {
        // Composing takes far longer.
        true => raw[..raw.len().min(MOST)].to_ascii_lowercase(),
        false => raw.nfkc().take(MOST).collect::<String>().to_lowercase(),
    };
    if numbers_within(&text) > 1 {
        return NumberText::TwoNumbers;
    }
    if is_below_zero(&text) {
        return NumberText::Negative;
    }
    let Some((word, behind)) = behind_the_number(&text) else {
        return NumberText::NoNumber;
    };
    let digits = digits_in(behind);
    // An `o` typed for a zero: `0812-335-O88`.
    if behind.starts_with('o') && behind[1..].starts_with(char::is_numeric) {
        return NumberText::NoNumber;
    }
    if digits == 0 || (word == "," && digits <= 2 && !behind.contains(", ")) {
        NumberText::NoNumber
    } else if EXTENSION_WORDS.contains(&word) || word == "#" && digits > 2 || word == "*" {
        NumberText::Extension
    } else if word == "#" || JOINING_WORDS.contains(&word) {
        NumberText::TwoNumbers
    } else {
        NumberText::NoNumber
    }
}

/// Whether a formula does nothing but sums with a minus: `=91-9845031276`, `=-9845031276`.
fn is_sum(formula: &str) -> bool {
    let of_sums = |byte: u8| byte.is_ascii_digit() || b"+-*/(). =\t".contains(&byte);
    formula.contains('-') && formula.trim().bytes().all(of_sums)
}

/// `-6.28E+11`
fn is_below_zero(text: &str) -> bool {
    let text = text.trim();
    text.strip_prefix(['-', '\u{2212}']).is_some_and(|rest| {
        rest.bytes()
            .all(|byte| byte.is_ascii_digit() || b".,e+-".contains(&byte))
    }) && digits_in(text) > 0
}

fn is_between(character: char) -> bool {
    " -.()[]/\u{2212}".contains(character) || ('\u{2010}'..='\u{2015}').contains(&character)
}

fn digits_in(text: &str) -> usize {
    text.chars()
        .filter(|character| character.is_numeric())
        .count()
}

/// How many stretches of the text have as many digits as a number.
fn numbers_within(text: &str) -> usize {
    const LEAST: usize = 7;
    let parts = |character: char| !(character.is_numeric() || is_between(character));
    let within = |part: &str| match part
        .split('/')
        .filter(|half| digits_in(half) >= LEAST)
        .count()
    {
        0 => usize::from(digits_in(part) >= LEAST),
        halves => halves,
    };
    text.split(parts).map(within).sum()
}

/// The word, or the sign, behind the first digits that are enough for a number, and it with what follows.
fn behind_the_number(text: &str) -> Option<(&str, &str)> {
    let is_part =
        |character: char| character.is_numeric() || character == '+' || is_between(character);
    let begin = text.find(|character: char| character.is_numeric())?;
    let number = &text[begin..];
    let behind = &number[number.find(|character| !is_part(character))?..];
    let front = &number[..number.len() - behind.len()];
    if digits_in(front) < LEAST {
        return None;
    }
    let is_around =
        |character: char| character.is_whitespace() || ".:-()[]/\u{2013}".contains(character);
    let word_end = behind.find(|character: char| character.is_numeric())?;
    let word = behind[..word_end].trim_matches(is_around);
    Some((word, behind))
}
