//! What is searched for: bounded, since every word costs a look into every row.

/// The most words of one search.
pub const MAX_WORDS: usize = 8;

/// The most characters of one search, blanks around it not counted.
pub const MAX_CHARACTERS: usize = 200;

/// A text that is looked for. What Postgres cannot hold is taken out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText(String);

/// Why a text is not looked for; the sentence stands beside the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TooMuchToSearch {
    /// More than [`MAX_CHARACTERS`].
    #[error("This search has {found} characters. Shorten it to {MAX_CHARACTERS}.")]
    Characters {
        /// Characters found.
        found: usize,
    },
    /// More than [`MAX_WORDS`].
    #[error("This search has {found} words. Use at most {MAX_WORDS}.")]
    Words {
        /// Words found.
        found: usize,
    },
}

impl SearchText {
    /// What was typed, as it is looked for.
    ///
    /// # Errors
    /// Where it is too long, or of too many words.
    pub fn parse(typed: &str) -> Result<SearchText, TooMuchToSearch> {
        let text = typed.replace('\0', " ");
        let text = text.trim();
        let found = text.chars().count();
        if found > MAX_CHARACTERS {
            return Err(TooMuchToSearch::Characters { found });
        }
        let found = text.split_whitespace().count();
        if found > MAX_WORDS {
            return Err(TooMuchToSearch::Words { found });
        }
        Ok(SearchText(text.to_owned()))
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it, as it stands.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its words, in lower case.
    pub fn words(&self) -> Vec<String> {
        let text = self.0.to_lowercase();
        text.split_whitespace().map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_has_at_most_8_words_and_200_characters() {
        let eight = "a b c d e f g h";
        assert_eq!(
            SearchText::parse(eight).map(|text| text.words().len()),
            Ok(8)
        );
        assert_eq!(
            SearchText::parse("a b c d e f g h i"),
            Err(TooMuchToSearch::Words { found: 9 })
        );
        let longest = "é".repeat(200);
        assert!(SearchText::parse(&format!("  {longest}\n")).is_ok());
        assert_eq!(
            SearchText::parse(&format!("{longest}é")),
            Err(TooMuchToSearch::Characters { found: 201 })
        );
        let sentence = TooMuchToSearch::Words { found: 9 }.to_string();
        assert_eq!(sentence, "This search has 9 words. Use at most 8.");
    }

    #[test]
    fn blanks_around_it_and_nul_are_not_looked_for() {
        let text = SearchText::parse(" \0Ana\0RUIZ ").expect("short");
        assert_eq!(text.as_str(), "Ana RUIZ");
        assert_eq!(text.words(), ["ana", "ruiz"]);
        assert!(SearchText::parse("\0 ").is_ok_and(|text| text.is_empty()));
    }
}
