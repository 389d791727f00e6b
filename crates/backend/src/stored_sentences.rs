//! Sentences that stand in the database in English, read as what they say.
//!
//! Why something failed is stored as a sentence, beside words of the provider and in the same column. This reads one back as the message that it
//! was made of, so that it is told in the language of whoever looks, whichever version has stored it. Any other text stays as it is: it may be
//! the provider's.

use std::sync::LazyLock;

use leads::numbers::format_number;
use leads::states::start_has_passed;
use localization::Message;

use crate::messages::{batch_words, provider};

/// What was stored, as a message.
pub(crate) fn read(stored: &str) -> Message {
    let fixed = FIXED.iter();
    let is_stored = |(text, _): &&(String, Message)| text == stored;
    let message = fixed.clone().find(is_stored);
    let message = message.map(|(_, message)| message.clone());
    let message = message.or_else(|| of_words().iter().find_map(|of| with_words(of, stored)));
    let message = message.or_else(|| several_tasks(stored));
    // The sentences of the provider may stand behind ours.
    let behind = || fixed.filter_map(|(text, first)| Some((rest(text, stored)?, first.clone())));
    let message = message.or_else(|| {
        let (rest, first) = behind().next()?;
        Some(Message::sentences([first, read(rest)]))
    });
    message.unwrap_or_else(|| Message::verbatim(stored))
}

/// Sentences without values, with their English texts: they are compared with whatever was stored.
static FIXED: LazyLock<Vec<(String, Message)>> = LazyLock::new(|| {
    let sentences = [
        provider::not_reached(),
        provider::busy(),
        provider::unclear(),
        provider::left_alone(),
        provider::no_credentials(),
        batch_words::not_built(),
        batch_words::stopped_before(),
        batch_words::not_searched(),
        batch_words::database_silent(),
        batch_words::stopped_while_sending(),
        batch_words::failed_while_sending(),
        batch_words::stopped_while_asking(),
        batch_words::failed_while_asking(),
        batch_words::made_for_the_sandbox(),
        batch_words::made_for_airudder(),
        batch_words::waited_too_long(),
        batch_words::leads_changed(),
        batch_words::not_compared(),
        batch_words::nobody_left(),
        batch_words::created_nothing(),
        batch_words::every_lead_refused(),
        batch_words::did_not_say(),
        batch_words::stopped_by_rule(),
        start_has_passed(),
    ];
    let with_text = |sentence: Message| (sentence.to_string(), sentence);
    sentences.map(with_text).to_vec()
});

/// A sentence with words in it.
type OfWords = fn(&str) -> Message;

/// Sentences with words in them, whoever said these.
fn of_words() -> [OfWords; 6] {
    [
        |words| provider::key_refused(words),
        |words| provider::refused(words),
        |words| provider::unreadable(words),
        |words| batch_words::of_some_lead(words),
        |words| batch_words::given_up(words),
        |words| batch_words::stopped(words),
    ]
}

/// Stand for words while a sentence is compared.
const WORDS: &str = "\u{f8fe}";
const MORE_WORDS: &str = "\u{f8fd}";

/// The sentence with the words that stand in what was stored, or several of them, one behind the other; `None` where that is another sentence.
pub(crate) fn with_words(of: impl Fn(&str) -> Message, stored: &str) -> Option<Message> {
    let sentence = of(WORDS).to_string();
    let (before, behind) = sentence.split_once(WORDS)?;
    let words = stored.strip_prefix(before)?.strip_suffix(behind)?;
    let between = format!("{behind} {before}");
    Some(match words.contains(&between) {
        true => Message::sentences(words.split(&between).map(of)),
        false => of(words),
    })
}

/// Stands for a number while a sentence is compared.
const NUMBER: u64 = 987_654_321;

/// The sentence with the number that stands in what was stored; `None` where that is another sentence.
pub(crate) fn with_number(of: impl Fn(u64) -> Message, stored: &str) -> Option<Message> {
    let one = of(1);
    if one.to_string() == stored {
        return Some(one);
    }
    let sentence = of(NUMBER).to_string();
    let written = [format_number(NUMBER), NUMBER.to_string()];
    let parts = written
        .iter()
        .find_map(|written| sentence.split_once(written));
    let (before, behind) = parts?;
    let number = stored.strip_prefix(before)?.strip_suffix(behind)?;
    Some(of(number.replace(',', "").parse().ok()?))
}

/// That the provider has several tasks of one name.
fn several_tasks(stored: &str) -> Option<Message> {
    let sentence = batch_words::several_tasks(MORE_WORDS, WORDS).to_string();
    let (before, rest) = sentence.split_once(WORDS)?;
    let (between, behind) = rest.split_once(MORE_WORDS)?;
    let words = stored.strip_prefix(before)?.strip_suffix(behind)?;
    let (tasks, ids) = words.split_once(between)?;
    Some(batch_words::several_tasks(ids, tasks))
}

/// What stands behind that sentence, where it is the first.
fn rest<'a>(first: &str, stored: &'a str) -> Option<&'a str> {
    stored.strip_prefix(first)?.strip_prefix(' ')
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    fn texts(message: &Message) -> [String; 4] {
        Language::ALL.map(|language| message.text(language))
    }

    #[test]
    fn our_sentences_are_told_in_the_language_of_the_reader() {
        let of_leads = ["empty name", "“B” is no robot"].map(batch_words::of_some_lead);
        for message in [
            provider::busy(),
            provider::refused("Line “2” is closed"),
            batch_words::stopped("Siti"),
            batch_words::several_tasks("t1, t2", "2"),
            Message::sentences(of_leads.clone()),
            Message::sentences([
                batch_words::created_nothing(),
                Message::sentences(of_leads.clone()),
            ]),
        ] {
            assert_eq!(texts(&read(&message.to_string())), texts(&message));
        }
        assert_eq!(
            read("Stopped by the stop rule.").text(Language::Spanish),
            "Detenido por la regla para detener."
        );
    }

    #[test]
    fn no_two_sentences_are_the_same() {
        let mut all: Vec<String> = FIXED.iter().map(|(text, _)| text.clone()).collect();
        let before = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), before);
    }

    #[test]
    fn words_of_the_provider_stay_as_they_are() {
        let words = "task name is not unique";
        assert_eq!(read(words).text(Language::Spanish), words);
    }
}
