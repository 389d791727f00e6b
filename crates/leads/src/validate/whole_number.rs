//! Whole numbers of forms.

use std::borrow::Cow;

use super::text::trimmed;

/// What parts groups of three digits in the languages of the screens, and what is typed in its place.
const GROUP_SEPARATORS: [char; 5] = [',', '.', ' ', '\u{A0}', '\u{202F}'];

/// A whole number in that range, written in ASCII digits; `5,000` and `5.000` too, as the screens write it.
pub(crate) fn whole_number(text: &str, least: u32, most: u32) -> Option<u32> {
    let digits = ungrouped(trimmed(text))?;
    let number = digits.parse().ok();
    number.filter(|number| (least..=most).contains(number))
}

/// The digits without what parts their groups. `1.5`, `1,50` and `0.500` have no groups: whoever types one does not mean a whole number.
fn ungrouped(text: &str) -> Option<Cow<'_, str>> {
    let is_digit = |character: char| character.is_ascii_digit();
    let Some(separator) = text.chars().find(|character| !is_digit(*character)) else {
        return (!text.is_empty()).then_some(Cow::Borrowed(text));
    };
    let mut groups = text.split(separator);
    let is_first = |group: &str| matches!(group.len(), 1..=3) && !group.starts_with('0');
    let is_grouped = GROUP_SEPARATORS.contains(&separator)
        && groups.next().is_some_and(is_first)
        && groups.all(|group| group.len() == 3 && group.chars().all(is_digit));
    is_grouped.then(|| Cow::Owned(text.replace(separator, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_digits_in_range() {
        assert_eq!(whole_number(" 15 ", 0, 15), Some(15));
        for text in ["", "16", "-1", "+1", "1.5", "１", "99999999999", "five"] {
            assert_eq!(whole_number(text, 0, 15), None, "{text}");
        }
    }

    #[test]
    fn a_whole_number_is_read_as_each_language_writes_it() {
        let read = |text: &str| whole_number(text, 0, 2_000_000);
        for text in [
            "5000",
            "5,000",
            "5.000",
            "5 000",
            " 5\u{A0}000 ",
            "5\u{202F}000",
        ] {
            assert_eq!(read(text), Some(5000), "{text}");
        }
        assert_eq!(read("1.234.567"), Some(1_234_567));
        for text in [
            "1.5",
            "1,50",
            "5,00",
            "5,0000",
            "5000,000",
            "5.",
            ".500",
            ",",
            "0.500",
            "1.234,567",
            "1,,234",
            "5'000",
            "-5,000",
            "5,00a",
            "5.000,00",
            "9.999.999",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
