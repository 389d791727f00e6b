//! Phone numbers as spreadsheets hold them, cleaned of what exports add, before libphonenumber reads them.

use unicode_normalization::UnicodeNormalization;

use super::text::is_invisible;

/// The zeros of the decimal digits that people of our accounts' countries may type, besides those that NFKC folds
/// (Unicode, general category `Nd`): Arabic-Indic, Persian, and the scripts of India.
const ZEROS: [u32; 12] = [
    0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50,
];

/// What a cell says, once what exports add is off.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NumberText {
    /// Nothing.
    Empty,
    /// Exponent form: the digits are rounded.
    Exponent,
    /// Something else than one number.
    NoNumber,
    /// Digits.
    Digits {
        /// Whether they start with the country code: written with `+` or `00`.
        international: bool,
        /// ASCII digits only, at least one.
        digits: String,
    },
}

/// Reads the cell of a number.
///
/// Letters make it no number, though libphonenumber would skip or translate them: `Budi 0812…` or `0800-CALL-ME`
/// might reach somebody else than was meant.
pub(super) fn read(raw: &str) -> NumberText {
    let folded = fold(raw);
    let mut text = folded.trim();
    if text.is_empty() {
        return NumberText::Empty;
    }
    text = text.strip_prefix('\'').unwrap_or(text).trim_start();
    if let Some(head) = text.get(..4)
        && head.eq_ignore_ascii_case("tel:")
    {
        text = text[4..].trim_start();
    }
    if is_exponent(text) {
        return NumberText::Exponent;
    }
    digits_of(without_decimal_zero(text))
}

/// Compatibility forms (full-width digits, no-break blanks) made plain, invisible characters taken out.
fn fold(raw: &str) -> String {
    raw.nfkc()
        .filter(|character| !is_invisible(*character))
        .map(ascii_digit)
        .collect()
}

fn ascii_digit(character: char) -> char {
    let code = character as u32;
    ZEROS
        .iter()
        .find_map(|zero| code.checked_sub(*zero).filter(|digit| *digit < 10))
        .and_then(|digit| char::from_digit(digit, 10))
        .unwrap_or(character)
}

/// A spreadsheet that took the number for a quantity writes `628123350.0`. A second point means that points group the
/// digits, and the last group is `0`.
fn without_decimal_zero(text: &str) -> &str {
    text.strip_suffix(".0")
        .filter(|stem| !stem.contains('.'))
        .unwrap_or(text)
}

/// `6.28123E+11`, with a decimal point or comma.
fn is_exponent(text: &str) -> bool {
    let text = text.trim_start_matches('+');
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, "0"));
    [whole, fraction, exponent]
        .iter()
        .all(|digits| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()))
}

fn digits_of(text: &str) -> NumberText {
    let mut plus = false;
    let mut digits = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '0'..='9' => digits.push(character),
            '+' if !plus && digits.is_empty() => plus = true,
            _ if is_separator(character) => {}
            _ => return NumberText::NoNumber,
        }
    }
    let international = match digits.strip_prefix("00") {
        Some(rest) if !plus => {
            digits = rest.to_owned();
            true
        }
        _ => plus,
    };
    if digits.is_empty() {
        return NumberText::NoNumber;
    }
    NumberText::Digits {
        international,
        digits,
    }
}

/// What people put between the digits (the punctuation of libphonenumber, without its letters).
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '.' | '/' | '(' | ')' | '[' | ']' | '~' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}' | '\u{30FC}'
        )
}

/// The characters of a cell that carry meaning in a number: without blanks, invisible characters and punctuation.
pub(super) fn meaningful(raw: &str) -> String {
    raw.chars()
        .filter(|character| {
            let separator =
                is_separator(*character) || is_invisible(*character) || *character == '\'';
            !separator
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(international: bool, digits: &str) -> NumberText {
        NumberText::Digits {
            international,
            digits: digits.to_owned(),
        }
    }

    #[test]
    fn what_exports_add_is_taken_off() {
        for raw in [
            "+62812335088",
            " +62812335088 ",
            "'+62812335088",
            "' +62812335088",
            "\u{FF07}+62812335088",
            "\u{202A}+62812335088\u{202C}",
            "\u{FEFF}+62\u{A0}812\u{200B}335\u{2060}088",
            "tel:+62-812-335-088",
            "TEL: +62 812 335 088",
            "＋６２８１２３３５０８８",
            "+62812335088.0",
            "0062 812 335088",
            "(+62) 812.335.088",
            "+६२८१२३३५०८८",
            "+٦٢٨١٢٣٣٥٠٨٨",
            "+62–812‒335−088",
        ] {
            assert_eq!(read(raw), digits(true, "62812335088"), "{raw}");
        }
        assert_eq!(read("0812335088.0"), digits(false, "0812335088"));
        assert_eq!(read("081.233.0"), digits(false, "0812330"));
    }

    #[test]
    fn exponent_form_is_told_apart() {
        for raw in [
            "6.28123E+11",
            "6,28123e+11",
            "6E11",
            "'+6.28E+11",
            "６.２８E+11",
        ] {
            assert_eq!(read(raw), NumberText::Exponent, "{raw}");
        }
        assert_eq!(read("E+11"), NumberText::NoNumber);
        assert_eq!(read("6.2.8E+11"), NumberText::NoNumber);
    }

    #[test]
    fn letters_and_second_numbers_make_it_no_number() {
        for raw in [
            "call me maybe",
            "Budi 0812335088",
            "0800-CALL-ME",
            "0812335088, 0812335089",
            "+62812335088+62812335089",
            "0812335088 x12",
            "=1+1",
            "-",
            "+",
            "00",
            "½",
            "08123\u{FFFD}5088",
        ] {
            assert_eq!(read(raw), NumberText::NoNumber, "{raw}");
        }
    }

    #[test]
    fn blanks_alone_are_empty() {
        for raw in ["", " ", "\u{A0}\u{200B}\t", "\u{FEFF}"] {
            assert_eq!(read(raw), NumberText::Empty, "{raw:?}");
        }
    }
}
