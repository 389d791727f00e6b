//! Signs that a voice cannot say: emoji, symbols, letters drawn as pictures.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;

/// Whether the text holds signs that a voice cannot say.
pub(super) fn is_unspeakable(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|character| !can_be_said(character))
}

/// The text without the signs that a voice cannot say. Letters and digits that were drawn as pictures (`𝓐𝓷𝓪`, `1️⃣`) become
/// plain ones (Unicode Standard Annex 15, NFKC).
pub(super) fn without_unspeakable(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut was_taken_out = false;
    for cluster in text.graphemes(true) {
        if cluster.chars().all(can_be_said) {
            let is_second_blank = was_taken_out
                && cluster.chars().all(char::is_whitespace)
                && result.chars().next_back().is_none_or(char::is_whitespace);
            if !is_second_blank {
                result.push_str(cluster);
            }
            was_taken_out &= is_second_blank;
        } else {
            let plain = cluster
                .nfkc()
                .filter(|character| can_be_said(*character) && character.is_alphanumeric());
            let before = result.len();
            result.extend(plain);
            was_taken_out |= result.len() == before;
        }
    }
    super::text::trimmed(&result).to_owned()
}

/// Letters of all scripts, marks, numbers, punctuation, currency signs and blanks, by the general categories of Unicode
/// (Unicode Standard Annex 44); and the symbols that stand in common writing, such as `°`, `™` and `№`.
fn can_be_said(character: char) -> bool {
    match character {
        // Most characters: letters of Europe, Africa and Asia with the signs among them.
        '\0'..='\u{1FFF}'
        | '\u{2C00}'..='\u{2DFF}'
        | '\u{3000}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}'
        // The minus, the line of fractions and the signs of letters: `№`, `™`, `℃`.
        | '\u{2212}' | '\u{2044}' | '\u{2100}'..='\u{214F}'
        // What a decoder could not read is told of in other words.
        | char::REPLACEMENT_CHARACTER => true,
        // Letters of mathematics and of tiles, which people take for ornament.
        '\u{1D400}'..='\u{1D7FF}' | '\u{1F100}'..='\u{1F2FF}' => false,
        // Tags, of which flags are made.
        '\u{E0000}'..='\u{E007F}' => false,
        _ => !matches!(
            character.general_category(),
            GeneralCategory::OtherSymbol
                | GeneralCategory::MathSymbol
                | GeneralCategory::ModifierSymbol
                | GeneralCategory::EnclosingMark
                | GeneralCategory::PrivateUse
                | GeneralCategory::Unassigned
        ),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn emoji_and_symbols_cannot_be_said() {
        for (text, plain) in [
            ("Ana 🌹", "Ana"),
            ("🌹 Ana 🌹 López", "Ana López"),
            ("Ana❤️", "Ana"),
            ("👩‍👩‍👧 Familia", "Familia"),
            ("🇲🇽México", "México"),
            ("José ★★★", "José"),
            ("Gold ✓", "Gold"),
            ("Opción 1️⃣", "Opción 1"),
            ("𝓐𝓷𝓪 𝕻érez", "Ana Pérez"),
            ("Ⓐna", "Ana"),
            ("☎ Budi", "Budi"),
            ("A → B", "A B"),
            ("\u{F8FF} iPhone", "iPhone"),
            ("⠀Ana", "Ana"),
            ("🏴\u{E0067}\u{E0062}\u{E007F}", ""),
            ("🌹", ""),
        ] {
            assert!(is_unspeakable(text), "{text}");
            assert_eq!(without_unspeakable(text), plain, "{text}");
        }
    }

    #[test]
    fn letters_marks_punctuation_and_currencies_can_be_said() {
        for text in [
            "Ana López",
            "N.º 5",
            "Mª José",
            "O’Brien",
            "“Ana” — ¿sí?",
            "€ 5, ₹ 10, ₱ 3, Rp 5.000, ¥ 7, 25 %, 30 °C",
            "ACME™ ®",
            "王小明",
            "श्री राम कुमार",
            "क्\u{200D}ष",
            "தமிழ்",
            "Nguyễn Thị",
            "ﾔﾏﾀﾞ",
            "１２３",
            "（株）",
            "½ kg",
            "№ 5",
            "−5",
            "مريم",
            "Σωτήρης",
            "Мария",
            "ก้อย",
            "a\u{301}",
            "•",
            "…",
            "㈱",
        ] {
            assert!(!is_unspeakable(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_left_can_be_said_and_loses_no_letter(text in "[a-zé王न 🌹❤★\u{FE0F}\u{200D}]{0,12}") {
            let left = without_unspeakable(&text);
            prop_assert!(!is_unspeakable(&left));
            let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).collect::<String>();
            prop_assert_eq!(letters(&left), letters(&text));
        }
    }
}
