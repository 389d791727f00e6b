//! How the leads will be called, in a line, each part with the way to change it.

use crate::web::request::caller::may;
use leads::Action;
use leads::views::DraftView;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::message::with_hidden;
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::pages::draft::{columns, repeats};
use crate::web::paths;

/// The `id` of the line.
pub const ID: &str = "settings-line";

/// Call settings, duplicates, columns, and batches where there are several.
pub fn settings_line(draft: &DraftView) -> AnyView {
    let batches = split_in_words(&draft.batches, draft.stagger.clone())
        .map(|text| view! { <p><b>{t(texts::batches())}</b> " " {text}</p> });
    view! {
        <section class="settings-line" id=ID aria-label=t(texts::settings()) data-stay="">
            {call(draft)} {repeats::repeats(draft)} {columns::columns(draft)} {batches}
        </section>
    }
    .into_any()
}

fn call(draft: &DraftView) -> AnyView {
    let words = match draft.call.is_empty() {
        true => t(texts::settings_to_complete()),
        false => {
            let words: Vec<String> = draft.call.iter().cloned().map(t).collect();
            words.join(" · ")
        }
    };
    let change = with_hidden(&texts::change_call());
    view! {
        <p>
            <b>{t(texts::call())}</b>
            " "
            <span class="muted">{words}</span>
            " "
            <a href=paths::new_task_of_draft(&draft.id)>{change}</a>
            " · "
            {may(Action::Launch).then(|| view! {
                <a href=paths::call_me(&draft.id)>{t(texts::call_me_first())}</a>
            })}
        </p>
    }
    .into_any()
}

/// How a long list is split; nothing where one task is enough.
pub fn split_in_words(batches: &[u32], stagger: Option<Message>) -> Option<String> {
    (batches.len() > 1).then(|| {
        let all: u32 = batches.iter().sum();
        let split = texts::split(batches.len(), all, sizes(batches));
        t(Message::sentences([split].into_iter().chain(stagger)))
    })
}

/// `2 of 5,000 and one of 240`: neighbours of the same size are told together.
fn sizes(batches: &[u32]) -> Message {
    let same = batches.chunk_by(|one, other| one == other);
    let told = same.filter_map(|same| match same {
        [] => None,
        [only] => Some(texts::one_batch_of(*only)),
        [size, ..] => Some(texts::batches_of(same.len(), *size)),
    });
    Message::list(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_says_how_it_is_split() {
        assert_eq!(
            split_in_words(&[5_000, 5_000, 240], None).as_deref(),
            Some("10,240 leads in 3 batches: 2 of 5,000 and one of 240.")
        );
        assert_eq!(
            split_in_words(
                &[10_000, 1],
                Some(Message::verbatim("2 batches, 30 minutes apart."))
            )
            .as_deref(),
            Some(
                "10,001 leads in 2 batches: one of 10,000 and one of 1. 2 batches, 30 minutes apart."
            )
        );
        assert_eq!(split_in_words(&[240], None), None);
    }
}
