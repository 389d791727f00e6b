//! The language that a page is written in.

use std::cell::Cell;

use leptos::prelude::{AnyView, IntoAny, use_context};
use localization::{Language, Message, Part, sort_by_name};
use tokio::task_local;

task_local! {
    /// The language of the request that the task answers. It is of one request, never of a thread, and changes when it is known who asks.
    static LANGUAGE: Cell<Language>;
}

/// The language of whoever made the request that is being answered.
pub fn language() -> Language {
    // The task comes first: a thread may still have the context of another reader's page. Parts of a page that are drawn by other tasks, and
    // behind the answer, have none but that of their page.
    let of_task = LANGUAGE.try_with(Cell::get).ok();
    of_task.or_else(use_context::<Language>).unwrap_or_default()
}

/// A message in the language of whoever made the request that is being answered.
pub fn t(message: Message) -> String {
    message.text(language())
}

/// What stands between two sentences, or behind one, where they are drawn apart: a sign that ends a Chinese sentence has its space. Sentences
/// without elements are joined by [`Message::sentences`].
pub fn between_sentences() -> &'static str {
    match language() {
        Language::Chinese => "",
        _ => " ",
    }
}

/// Choices, each a value and a name, in the order in which the reader's language has their names.
pub fn by_name(choices: &[(String, String)]) -> Vec<(String, String)> {
    let mut choices = choices.to_vec();
    sort_by_name(&mut choices, language(), |(_, name)| name);
    choices
}

/// Answers a request in that language, or in the one that it [turns out](answer_in) to be for.
pub async fn answered_in<F: Future>(language: Language, answer: F) -> F::Output {
    LANGUAGE.scope(Cell::new(language), answer).await
}

/// From now on the request that the task answers is answered in that language: also by the layers around whoever found it out, which tell of
/// panics and of answers that take too long.
pub fn answer_in(language: Language) {
    // Outside of an answer nobody reads anything.
    let _ = LANGUAGE.try_with(|of_task| of_task.set(language));
}

/// The same with elements of the message drawn by name: a link, bold text.
pub fn with_elements(message: &Message, draw: impl Fn(&str, String) -> AnyView) -> Vec<AnyView> {
    let parts = message.parts(language()).into_iter();
    let views = parts.map(|part| match part {
        Part::Text(text) => text.into_any(),
        Part::Element(name, text) => draw(&name, text),
    });
    views.collect()
}

#[cfg(test)]
mod tests {
    use leptos::prelude::{Owner, provide_context};

    use super::*;

    #[tokio::test]
    async fn choices_are_in_the_order_of_the_readers_language() {
        let choices = ["Ñandú", "Oso", "nutria"].map(|name| (String::new(), name.to_owned()));
        let names = async {
            let sorted = by_name(&choices).into_iter();
            sorted.map(|(_, name)| name).collect::<Vec<_>>()
        };
        assert_eq!(
            answered_in(Language::Spanish, names).await,
            ["nutria", "Ñandú", "Oso"]
        );
    }

    #[tokio::test]
    async fn sentences_stand_apart_as_those_of_one_message_do() {
        for language in Language::ALL {
            let ends_with = if language == Language::Chinese {
                '。'
            } else {
                '.'
            };
            let sentence = || Message::verbatim(format!("A{ends_with}"));
            let joined = Message::sentences([sentence(), sentence()]).text(language);
            let drawn =
                async { format!("{}{}{}", t(sentence()), between_sentences(), t(sentence())) };
            assert_eq!(answered_in(language, drawn).await, joined);
        }
    }

    #[tokio::test]
    async fn what_a_request_turns_out_to_be_for_holds_around_it_and_for_no_other() {
        let inner = async {
            answer_in(Language::Chinese);
            tokio::task::yield_now().await;
            language()
        };
        let found = answered_in(Language::Spanish, async { (inner.await, language()) });
        let beside = answered_in(Language::Indonesian, async {
            tokio::task::yield_now().await;
            language()
        });
        let (found, beside) = tokio::join!(found, beside);
        assert_eq!(found, (Language::Chinese, Language::Chinese));
        assert_eq!(beside, Language::Indonesian);
    }

    #[tokio::test]
    async fn the_page_of_another_reader_on_the_same_thread_says_nothing_of_the_language() {
        let page = Owner::new_root(None);
        page.with(|| provide_context(Language::Spanish));
        page.set();
        assert_eq!(language(), Language::Spanish, "a part of that page");
        let other = answered_in(Language::Chinese, async { language() });
        assert_eq!(other.await, Language::Chinese);
    }
}
