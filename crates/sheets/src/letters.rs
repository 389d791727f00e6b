//! In which of the encodings with one byte a letter a text makes sense as words.
//!
//! Excel writes Mac Roman on a Mac (“CSV”, “CSV (Macintosh)”) and the code pages 850 and 437 as “CSV (MS-DOS)”. Read as
//! windows-1252, their letters become signs within words: Mu–oz, Mu¤oz.

use leads::Country;

use super::text_encoding::TextEncoding;

/// The countries where í is no rarity and ’ is one.
const SPANISH_AND_PORTUGUESE: [&str; 21] = [
    "MX", "AR", "BO", "BR", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GT", "HN", "NI", "PA", "PE",
    "PT", "PY", "SV", "UY", "VE",
];

/// The encoding in which the words hold letters and nothing else, where `guess` has signs within them.
pub(super) fn likelier(bytes: &[u8], guess: TextEncoding, country: Country) -> TextEncoding {
    let is_spanish = SPANISH_AND_PORTUGUESE.contains(&country.as_str());
    let of = |encoding: TextEncoding| Sense::of(&encoding.decode(bytes).0, is_spanish);
    let guessed = of(guess);
    let enough = if is_spanish { 1 } else { 2 };
    if guessed.against < enough || guessed.against * 4 < guessed.letters {
        return guess;
    }
    [
        TextEncoding::MACINTOSH,
        TextEncoding::DOS_850,
        TextEncoding::DOS_437,
    ]
    .into_iter()
    .filter(|encoding| *encoding != guess)
    .map(|encoding| (of(encoding), encoding))
    .filter(|(sense, _)| sense.letters > 0 && sense.against * 4 < guessed.against)
    // The first of those that are equally good.
    .min_by_key(|(sense, _)| sense.against)
    .map_or(guess, |(_, encoding)| encoding)
}

/// How much sense a text makes: letters beyond ASCII where letters stand, and what speaks against it.
#[derive(Clone, Copy, Debug, Default)]
struct Sense {
    letters: usize,
    against: usize,
}

impl Sense {
    fn of(text: &str, is_spanish: bool) -> Sense {
        let mut sense = Sense::default();
        let mut before = ' ';
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            let behind = characters.peek().copied().unwrap_or(' ');
            if !character.is_ascii() {
                match validate(before, character, behind, is_spanish) {
                    Some(true) => sense.letters += 1,
                    Some(false) => sense.against += 1,
                    None => {}
                }
            }
            before = character;
        }
        sense
    }
}

/// Whether a character beyond ASCII makes sense between its neighbours; `None` where it may or may not.
fn validate(before: char, character: char, behind: char, is_spanish: bool) -> Option<bool> {
    let is_in_word = before.is_alphabetic() || behind.is_alphabetic();
    if is_common_letter(character) {
        // A capital within small letters, or a small letter before a capital, is no word.
        let is_odd = (character.is_uppercase() && before.is_lowercase())
            || (character.is_lowercase() && before.is_lowercase() && behind.is_uppercase());
        return Some(!is_odd);
    }
    match character {
        '\u{a0}' => {
            (before.is_alphabetic() && behind.is_lowercase() && is_spanish).then_some(false)
        }
        'ª' | 'º' | '°' | '®' | '™' => None,
        '’' | '‘' | '“' | '”' | '–' | '—' | '…' if !is_in_word => None,
        '’' | '‘' if !is_spanish => None,
        // D’Angelo, O’Brien.
        '’' | '‘' if before.is_uppercase() || behind.is_uppercase() => None,
        '“' | '¿' | '¡' if !before.is_alphabetic() => None,
        '”' | '…' if !behind.is_alphabetic() => None,
        _ if character.is_alphabetic() || is_in_word => Some(false),
        _ => None,
    }
}

/// The letters beyond ASCII of the languages that are written in these encodings.
fn is_common_letter(character: char) -> bool {
    "áéíóúüñçàèìòùâêîôûãõäëïößåæøœÁÉÍÓÚÜÑÇÀÈÌÒÙÂÊÎÔÛÃÕÄËÏÖÅÆØŒ".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(bytes: &[u8], country: &str) -> String {
        let windows = TextEncoding::named("windows-1252").expect("a standard encoding");
        let country = Country::parse(country).expect("two letters");
        likelier(bytes, windows, country).name()
    }

    #[test]
    fn words_with_signs_in_them_are_of_another_encoding() {
        // Muñoz, José, Íñigo in Mac Roman and in code page 850.
        assert_eq!(guessed(b"Mu\x96oz,Jos\x8E,\xEA\x96igo", "MX"), "macintosh");
        assert_eq!(guessed(b"Mu\xA4oz,Jos\x82,\xD6\xA4igo", "MX"), "ibm850");
        // García alone: an apostrophe or an í.
        assert_eq!(guessed(b"Garc\x92a", "MX"), "macintosh");
        // São, João in code page 850.
        assert_eq!(guessed(b"S\xC6o Paulo,Jo\xC6o", "BR"), "ibm850");
    }

    #[test]
    fn words_that_make_sense_are_left_alone() {
        for (bytes, country) in [
            (&b"Mu\xF1oz,Jos\xE9 \xC1ngel"[..], "MX"),
            (b"Ma\x92ruf,Nur\x92aini,Jum\x92at", "ID"),
            (b"O\x92Brien \x96 D\x92Angelo", "MX"),
            (b"Caf\xE9 \x93Sol\x94 \x85,N\xBA 5,1\xAA Calle", "MX"),
            (b"Jakarta\x96Bogor", "ID"),
        ] {
            assert_eq!(guessed(bytes, country), "windows-1252", "{bytes:?}");
        }
    }
}
