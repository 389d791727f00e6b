//! Numbers in other characters than ASCII.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::super::text::is_invisible;

/// The zeros of the decimal digits that people of our accounts' countries may type, besides those that NFKC folds
/// (Unicode, general category `Nd`): Arabic-Indic, Persian, and the scripts of India.
const ZEROS: [u32; 12] = [
    0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50,
];

/// A cell in ASCII, `?` for what has no place in a number.
#[derive(Default)]
pub(super) struct Folded {
    pub(super) text: String,
    pub(super) invisible: bool,
    pub(super) was_normalized: bool,
}

/// One character of a cell in ASCII.
enum Fold {
    Same(u8),
    Other(u8),
    Invisible,
    /// The dash of a sentence, which parts more than the one of a number.
    LongDash,
}

/// Compatibility forms (full-width digits, no-break blanks) made plain, invisible characters taken out.
pub(super) fn fold(raw: &str) -> Folded {
    // Only what stands for itself in NFKC, whatever its neighbours are, is folded without it.
    fold_characters(raw.chars(), |_| None).unwrap_or_else(|| {
        let unknown = |_| Some(Fold::Other(b'?'));
        // NFKC makes a digit of the mark of a footnote: `¹`, `①`, `⒈`.
        let is_mark =
            |character: char| character.general_category() == GeneralCategory::OtherNumber;
        let marked = raw
            .chars()
            .map(|character| if is_mark(character) { '?' } else { character });
        let folded = fold_characters(marked.nfkc(), unknown).unwrap_or_default();
        Folded {
            was_normalized: true,
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
                folded.was_normalized = true;
            }
            Fold::Invisible => folded.invisible = true,
            Fold::LongDash => folded.text.push_str(" - "),
        }
    }
    Some(folded)
}

fn fold_character(character: char) -> Option<Fold> {
    let fold = match character {
        '\0'..='\x7F' => Fold::Same(character as u8),
        _ if is_invisible(character) => Fold::Invisible,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Fold::Same(b'\n'),
        _ if character.is_whitespace() => Fold::Same(b' '),
        // What people put between the digits (the punctuation of libphonenumber, without its letters).
        '\u{2014}' | '\u{2015}' => Fold::LongDash,
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{30FC}' => Fold::Same(b'-'),
        // In front of a number they are no minus: a list was pasted.
        '·' | '•' => Fold::Same(b' '),
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
