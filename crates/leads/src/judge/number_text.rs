//! Phone numbers as spreadsheets hold them, cleaned of what exports add, before libphonenumber reads them.

use unicode_normalization::UnicodeNormalization;

use super::text::is_invisible;

/// The zeros of the decimal digits that people of our accounts' countries may type, besides those that NFKC folds
/// (Unicode, general category `Nd`): Arabic-Indic, Persian, and the scripts of India.
const ZEROS: [u32; 12] = [
    0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50,
];

/// What stands in front of numbers in address books, on web pages and in exports of lead forms (`p:`).
const SCHEMES: [&str; 5] = ["tel:", "callto:", "phone:", "whatsapp:", "p:"];

/// What a cell says, once what exports add is off.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NumberText {
    /// Nothing.
    Empty,
    /// Exponent form: the digits are rounded.
    Exponent,
    /// Something else than one number.
    NoNumber,
    /// More digits than any number has.
    TooManyDigits,
    /// Digits.
    Number(SpeltNumber),
}

/// The digits of a cell, and how they were spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SpeltNumber {
    /// At least one.
    pub(super) digits: Digits,
    /// What stood in front of them.
    pub(super) start: Start,
    /// Whether a trailing `.0` was cut off.
    pub(super) decimal_zero: bool,
    /// Whether invisible characters were taken out.
    pub(super) invisible: bool,
    /// Whether the digits were other digits, or stood in a formula or behind `tel:`. Blanks, punctuation and one
    /// apostrophe do not count.
    pub(super) respelt: bool,
}

/// How the digits begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// With the country code, behind `+`.
    Plus,
    /// With the country code, behind `00`, which is not among the digits.
    DoubleZero,
    /// With neither.
    Bare,
}

/// Up to 32 ASCII digits, held in place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    bytes: [u8; Digits::MOST],
    length: u8,
}

impl Digits {
    const MOST: usize = 32;

    const NONE: Digits = Digits {
        bytes: [0; Digits::MOST],
        length: 0,
    };

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).expect("ASCII digits")
    }

    /// Whether there was room for it.
    fn push(&mut self, digit: u8) -> bool {
        let place = self.bytes.get_mut(usize::from(self.length));
        let is_room = place.is_some();
        if let Some(place) = place {
            *place = digit;
            self.length += 1;
        }
        is_room
    }

    fn without_first(self, count: usize) -> Digits {
        let mut rest = Digits::NONE;
        for digit in self.as_str().bytes().skip(count) {
            rest.push(digit);
        }
        rest
    }
}

impl std::fmt::Debug for Digits {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.as_str(), formatter)
    }
}

/// Reads the cell of a number.
///
/// Letters make it no number, though libphonenumber would skip or translate them: `Budi 0812…` or `0800-CALL-ME`
/// might reach somebody else than was meant.
pub(super) fn read(raw: &str) -> NumberText {
    if raw.is_ascii() {
        return read_ascii(raw, false, false);
    }
    let folded = fold(raw);
    read_ascii(&folded.text, folded.invisible, folded.respelt)
}

/// A cell in ASCII, `?` for what has no place in a number.
#[derive(Default)]
struct Folded {
    text: String,
    invisible: bool,
    respelt: bool,
}

/// One character of a cell in ASCII.
enum Fold {
    Same(u8),
    Other(u8),
    Invisible,
}

/// Compatibility forms (full-width digits, no-break blanks) made plain, invisible characters taken out.
fn fold(raw: &str) -> Folded {
    // Only what stands for itself in NFKC, whatever its neighbours are, is folded without it.
    fold_characters(raw.chars(), |_| None).unwrap_or_else(|| {
        let unknown = |_| Some(Fold::Other(b'?'));
        let folded = fold_characters(raw.nfkc(), unknown).unwrap_or_default();
        Folded {
            respelt: true,
            ..folded
        }
    })
}

/// `None` when a character has no fold, nor one by `otherwise`.
fn fold_characters(
    characters: impl Iterator<Item = char>,
    otherwise: impl Fn(char) -> Option<Fold>,
) -> Option<Folded> {
    let mut folded = Folded::default();
    for character in characters {
        match fold_character(character).or_else(|| otherwise(character))? {
            Fold::Same(byte) => folded.text.push(char::from(byte)),
            Fold::Other(byte) => {
                folded.text.push(char::from(byte));
                folded.respelt = true;
            }
            Fold::Invisible => folded.invisible = true,
        }
    }
    Some(folded)
}

fn fold_character(character: char) -> Option<Fold> {
    let fold = match character {
        '\0'..='\x7F' => Fold::Same(character as u8),
        _ if is_invisible(character) => Fold::Invisible,
        _ if character.is_whitespace() => Fold::Same(b' '),
        // What people put between the digits (the punctuation of libphonenumber, without its letters).
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}' | '·' | '•' => Fold::Same(b'-'),
        '\u{2018}' | '\u{2019}' => Fold::Same(b'\''),
        // The full-width forms of ASCII stand in its order.
        '\u{FF01}'..='\u{FF5E}' => Fold::Other((character as u32 - 0xFF01) as u8 + b'!'),
        _ => Fold::Other(ascii_digit(character)?),
    };
    Some(fold)
}

fn ascii_digit(character: char) -> Option<u8> {
    let code = character as u32;
    ZEROS
        .iter()
        .find_map(|zero| code.checked_sub(*zero).filter(|digit| *digit < 10))
        .map(|digit| b'0' + digit as u8)
}

fn read_ascii(folded: &str, invisible: bool, respelt: bool) -> NumberText {
    let text = folded.trim();
    if text.is_empty() {
        return NumberText::Empty;
    }
    // What is left of a list of which all but one were deleted.
    let bare = without_wrapping(text.trim_end_matches([',', ';', ' ']));
    let (stem, decimal_zero) = match without_decimal_zero(bare.text) {
        Some(stem) => (stem, true),
        None => (bare.text, false),
    };
    match digits_of(stem) {
        NumberText::Number(number) => NumberText::Number(SpeltNumber {
            decimal_zero,
            invisible,
            respelt: respelt || bare.respelt || number.respelt,
            ..number
        }),
        NumberText::NoNumber if is_exponent(bare.text) => NumberText::Exponent,
        other => other,
    }
}

/// A cell without what stands around the number.
struct Bare<'a> {
    text: &'a str,
    respelt: bool,
}

/// Takes off the apostrophe that makes a cell text, the formula `="…"` that exports write for the same, and the
/// scheme of a link.
fn without_wrapping(text: &str) -> Bare<'_> {
    let mut bare = Bare {
        text,
        respelt: false,
    };
    // The common cell: nothing to take off.
    if matches!(text.as_bytes().first(), Some(b'0'..=b'9' | b'+')) {
        return bare;
    }
    let unquoted = text.strip_prefix('=').unwrap_or(text);
    if let Some(inner) = unquoted
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        bare.text = inner.trim();
        bare.respelt = true;
    }
    bare.text = bare
        .text
        .strip_prefix(['\'', '`'])
        .unwrap_or(bare.text)
        .trim_start();
    for scheme in SCHEMES {
        if let Some(head) = bare.text.get(..scheme.len())
            && head.eq_ignore_ascii_case(scheme)
        {
            bare.text = bare.text[scheme.len()..].trim_start();
            bare.respelt = true;
            break;
        }
    }
    bare
}

/// A spreadsheet that took the number for a quantity writes `628123350.0`, or `,0` where commas part the decimals. A
/// second point means that points group the digits, and the last group is `0`.
fn without_decimal_zero(text: &str) -> Option<&str> {
    // The common cell: other digits at its end.
    if !text.ends_with('0') {
        return None;
    }
    let whole = text.trim_end_matches('0');
    let stem = whole.strip_suffix(['.', ','])?;
    let point = whole.as_bytes()[stem.len()];
    let zeros = text.len() - whole.len();
    ((1..=2).contains(&zeros) && !stem.as_bytes().contains(&point)).then_some(stem)
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
    let mut digits = Digits::NONE;
    let mut is_room = true;
    let mut rare = false;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => is_room &= digits.push(byte),
            b'+' if !plus && digits.length == 0 => plus = true,
            b'/' | b',' => rare = true,
            b'\t'..=b'\r' | b' ' | b'-' | b'.' | b'(' | b')' | b'[' | b']' | b'~' => {}
            _ => return NumberText::NoNumber,
        }
    }
    if rare && !is_one_number(text) {
        return NumberText::NoNumber;
    }
    if !is_room {
        return NumberText::TooManyDigits;
    }
    let mut start = if plus { Start::Plus } else { Start::Bare };
    // No country code begins with 0, so `+00` can only be both spellings at once.
    if digits.as_str().starts_with("00") {
        digits = digits.without_first(2);
        start = Start::DoubleZero;
    }
    if digits.length == 0 {
        return NumberText::NoNumber;
    }
    NumberText::Number(SpeltNumber {
        digits,
        start,
        decimal_zero: false,
        invisible: false,
        respelt: text.contains(','),
    })
}

/// A slash may part the area from the rest, but two halves that could each be a number are two. Commas only group
/// the digits of a quantity by threes: `62,812,335,088`.
fn is_one_number(text: &str) -> bool {
    let count = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let halves = text.split('/').filter(|part| count(part) >= 7).count();
    if halves > 1 {
        return false;
    }
    if !text.contains(',') {
        return true;
    }
    let mut groups = text.trim_start_matches('+').split(',');
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| group.bytes().all(|digit| digit.is_ascii_digit());
    (1..=3).contains(&first.len())
        && is_digits(first)
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

#[cfg(test)]
mod tests;
