//! Text of cells and forms.

/// Characters without a shape of their own: zero-width and directional marks, soft hyphens, byte-order marks. They come
/// along when text is copied out of web pages and mail.
pub(super) const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}

/// The text without blanks and byte-order marks around it.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || character == '\u{FEFF}')
}

/// The number of characters: Unicode scalar values, the nearest to what the provider's “characters” can mean.
pub(super) fn length(text: &str) -> usize {
    text.chars().count()
}

/// The text with every occurrence of `find` replaced, in either case; `None` where there is none.
pub fn replaced(text: &str, find: &str, with: &str) -> Option<String> {
    let lower = |text: &str| -> Vec<char> { text.chars().flat_map(char::to_lowercase).collect() };
    let wanted = lower(find);
    if wanted.is_empty() {
        return None;
    }
    let mut found = false;
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        match rest_behind(rest, &wanted) {
            Some(behind) => {
                found = true;
                result.push_str(with);
                rest = behind;
            }
            None => {
                result.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    found.then_some(result)
}

/// What follows the lower-case characters at the beginning of the text, where it begins with them.
fn rest_behind<'a>(text: &'a str, wanted: &[char]) -> Option<&'a str> {
    let mut wanted = wanted.iter();
    for (place, character) in text.char_indices() {
        if wanted.len() == 0 {
            return Some(&text[place..]);
        }
        for lower in character.to_lowercase() {
            if wanted.next() != Some(&lower) {
                return None;
            }
        }
    }
    (wanted.len() == 0).then_some("")
}

/// Whether it holds what a decoder could not read, or control characters. Line breaks and tabs are blanks.
pub(super) fn is_unreadable(text: &str) -> bool {
    text.chars().any(|character| {
        character == char::REPLACEMENT_CHARACTER
            || (character.is_control() && !matches!(character, '\n' | '\r' | '\t'))
    })
}

/// The characters as a sentence shows them: each once, in quotation marks, those without a shape by their code.
pub(super) fn shown(characters: &[char]) -> String {
    const MOST: usize = 5;
    let mut names: Vec<String> = Vec::new();
    for character in characters {
        let name =
            if is_invisible(*character) || character.is_control() || character.is_whitespace() {
                format!("U+{:04X}", *character as u32)
            } else {
                format!("“{character}”")
            };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(MOST);
    names.truncate(MOST);
    let listed = names.join(", ");
    if more == 0 {
        listed
    } else {
        format!("{listed} and {more} more")
    }
}

/// A whole number in that range, written in ASCII digits.
pub(super) fn whole_number(text: &str, least: u32, most: u32) -> Option<u32> {
    let text = trimmed(text);
    if text.is_empty() || !text.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    text.parse()
        .ok()
        .filter(|number| (least..=most).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_shown_once_and_those_without_a_shape_by_code() {
        assert_eq!(shown(&['ó', 'ñ', 'ó']), "“ó”, “ñ”");
        assert_eq!(shown(&['\t', '\u{200B}']), "U+0009, U+200B");
        assert_eq!(
            shown(&['á', 'é', 'í', 'ó', 'ú', 'ü']),
            "“á”, “é”, “í”, “ó”, “ú” and 1 more"
        );
    }

    #[test]
    fn a_whole_number_is_digits_in_range() {
        assert_eq!(whole_number(" 15 ", 0, 15), Some(15));
        for text in ["", "16", "-1", "+1", "1.5", "１", "99999999999", "five"] {
            assert_eq!(whole_number(text, 0, 15), None, "{text}");
        }
    }
}
