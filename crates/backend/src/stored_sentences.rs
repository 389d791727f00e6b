//! Sentences that stand in the database in English, read as what they say.
//!
//! Why something failed is stored as a sentence, beside words of the provider and in the same column. This reads one back as the message that it
//! was made of, so that it is told in the language of whoever looks, whichever version has stored it. What is none of our sentences stays as it
//! is: it may be the provider's.

use localization::Message;

use crate::messages::provider;

/// What was stored, as a message.
pub(crate) fn read(stored: &str) -> Message {
    let is_stored = |message: &Message| message.to_string() == stored;
    let fixed = fixed().into_iter().find(is_stored);
    let message = fixed.or_else(|| with_words().iter().find_map(|of| filled(*of, stored)));
    message.unwrap_or_else(|| Message::verbatim(stored))
}

/// Sentences without values.
fn fixed() -> Vec<Message> {
    vec![
        provider::not_reached(),
        provider::busy(),
        provider::unclear(),
        provider::left_alone(),
        provider::no_credentials(),
    ]
}

/// A sentence with words in it.
type WithWords = fn(&str) -> Message;

/// Sentences with words in them, whoever said these.
fn with_words() -> [WithWords; 3] {
    [
        |words| provider::key_refused(words),
        |words| provider::refused(words),
        |words| provider::unreadable(words),
    ]
}

/// Stands for the words while a sentence is compared.
const WORDS: char = '\u{f8fe}';

/// The sentence with the words that stand in what was stored; `None` where that is another sentence.
fn filled(of: WithWords, stored: &str) -> Option<Message> {
    let sentence = of(&WORDS.to_string()).to_string();
    let (before, behind) = sentence.split_once(WORDS)?;
    let words = stored.strip_prefix(before)?.strip_suffix(behind)?;
    Some(of(words))
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn our_sentences_are_told_in_the_language_of_the_reader() {
        for message in [provider::busy(), provider::refused("Line “2” is closed")] {
            let read = read(&message.to_string());
            let texts = |of: &Message| Language::ALL.map(|language| of.text(language));
            assert_eq!(texts(&read), texts(&message));
        }
    }

    #[test]
    fn words_of_the_provider_stay_as_they_are() {
        let words = "task name is not unique";
        assert_eq!(read(words).text(Language::Spanish), words);
    }
}
