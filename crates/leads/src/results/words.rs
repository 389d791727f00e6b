//! Words of the provider, compared whatever their case and whatever stands between them.

/// The word in lower case, with nothing but its letters and digits: `noanswer` for `No_Answer` and `no answer`.
pub(super) fn squeezed(word: &str) -> String {
    let kept = word.chars().filter(|letter| letter.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// A text that tells something, without the blanks around it: `None` for blanks and for dashes alone, which is how the provider
/// writes that there is none.
pub(super) fn told(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_dash = |letter: char| matches!(letter, '-' | '–' | '—');
    (!text.chars().all(is_dash)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_dashes_tell_nothing() {
        for text in ["", "  ", "--", " -- ", "-", "–"] {
            assert_eq!(told(text), None, "{text:?}");
        }
        assert_eq!(told(" A "), Some("A"));
        assert_eq!(told("A--"), Some("A--"));
    }
}
