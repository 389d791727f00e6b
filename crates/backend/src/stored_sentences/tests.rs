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
        "Detenido por la regla de paro."
    );
}

#[test]
fn a_sentence_in_the_words_of_an_earlier_version_is_told_as_that_of_today() {
    for (stored, message) in [
        (
            "It waited more than 30 minutes. Send it now, or clone the task.",
            batch_words::waited_too_long(),
        ),
        (
            "AIRudder refused leads of this part, so it created nothing. AIRudder: “empty name” (not clear which lead)",
            Message::sentences([
                batch_words::created_nothing(),
                batch_words::of_some_lead("empty name"),
            ]),
        ),
    ] {
        assert_eq!(texts(&read(stored)), texts(&message));
    }
}

/// What fails where the English of a sentence is no longer the first that is listed.
fn must_be_listed(wordings: &[&str], today: &str) {
    let listed = wordings[0];
    assert_eq!(
        listed, today,
        "“{listed}” reads “{today}” now. Databases have the old words: put the new ones first in the list of stored_sentences.rs, and keep \
         the old ones behind them"
    );
}

#[test]
fn each_sentence_is_listed_in_the_words_of_today() {
    for (message, wordings) in FIXED {
        must_be_listed(wordings, &message().to_string());
    }
    for (of, wordings) in OF_WORDS {
        must_be_listed(wordings, &of("{}").to_string());
    }
    must_be_listed(
        SEVERAL_TASKS,
        &batch_words::several_tasks("{}", "{}").to_string(),
    );
}

#[test]
fn no_two_sentences_are_the_same() {
    let mut all: Vec<&str> = fixed().map(|(_, text)| text).collect();
    let before = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), before);
}

#[test]
fn words_of_the_provider_stay_as_they_are() {
    let words = "task name is not unique";
    assert_eq!(read(words).text(Language::Spanish), words);
}

#[test]
fn a_verdict_of_another_version_is_told_in_a_sentence() {
    for stored in [
        r#"{"outside_of_rule":{"rule_set":{"of_tomorrow":1},"breaches":[]}}"#,
        r#"{"outside_of_rule":{"rule_se"#,
    ] {
        for told in [read(stored), read_masked(stored)] {
            assert_eq!(
                told.text(Language::English),
                "Calls could fall outside the calling rule. The details were stored by another version of Coxswain and cannot be shown."
            );
        }
    }
    // The provider may say what it likes.
    let words = r#"{"code":7}"#;
    assert_eq!(read(words).text(Language::English), words);
}
