//! Parts of long texts, for screens.

use super::text::{cut, length, trimmed};

/// The beginning of a text in so many characters, cut behind a word where one ends in its second half, never within a character as
/// a person sees it. What was cut ends with `…`.
pub fn excerpt(text: &str, most: usize) -> String {
    let text = trimmed(text);
    if length(text) <= most {
        return text.to_owned();
    }
    let beginning = cut(text, most.saturating_sub(1));
    let goes_on_within_a_word = text[beginning.len()..]
        .chars()
        .next()
        .is_some_and(|next| !next.is_whitespace());
    let last_blank = beginning
        .rfind(char::is_whitespace)
        .filter(|at| goes_on_within_a_word && 2 * at >= beginning.len());
    format!(
        "{}…",
        trimmed(&beginning[..last_blank.unwrap_or(beginning.len())])
    )
}

/// The characters that are shown of a text that changes, and those of them before the change.
const MOST: usize = 60;
const BEFORE: usize = 20;

/// Excerpts of a text before and after a change, with the place where they begin to differ.
pub fn where_they_differ(before: &str, after: &str) -> (String, String) {
    let same = before
        .chars()
        .zip(after.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let left_out = match same.saturating_sub(BEFORE) {
        few if same <= MOST / 2 || few == 0 => 0,
        many => many,
    };
    let from = |text: &str| {
        let rest: String = text.chars().skip(left_out).collect();
        let mark = if left_out > 0 { "…" } else { "" };
        format!("{mark}{}", excerpt(&rest, MOST))
    };
    (from(before), from(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_ends_behind_a_word_where_one_ends_in_its_second_half() {
        assert_eq!(excerpt(" Jalan Melati ", 12), "Jalan Melati");
        assert_eq!(excerpt("Jalan Melati 7, Bandung", 18), "Jalan Melati 7,…");
        assert_eq!(excerpt("https://example.com/a", 9), "https://…");
    }

    #[test]
    fn a_change_far_behind_is_shown_where_it_is() {
        let pair = |before: &str, after: &str| (before.to_owned(), after.to_owned());
        assert_eq!(where_they_differ("Rina", "Ina"), pair("Rina", "Ina"));
        let long = "x".repeat(100);
        let (before, after) = where_they_differ(&format!("{long}a"), &format!("{long}b"));
        let shown = format!("…{}", "x".repeat(20));
        assert_eq!(
            (before, after),
            pair(&format!("{shown}a"), &format!("{shown}b"))
        );
    }
}
