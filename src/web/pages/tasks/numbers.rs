//! In which tasks a number was to be called, and what became of it.

use leads::states::BatchState;
use leads::views::{NumberMatch, NumberMatches, TaskQuery};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::badge::Badge;
use crate::web::components::empty::Empty;
use crate::web::components::moment::Time;
use crate::web::components::table::{Column, Table};
use crate::web::language::{between_sentences, t};
use crate::web::messages::tasks as texts;
use crate::web::paths;

/// The tasks, or that there is none; and the way to look for the digits in names instead.
pub fn numbers(query: &TaskQuery, found: &NumberMatches) -> AnyView {
    let as_words = paths::tasks_with(&TaskQuery {
        search: TaskQuery::AS_WORDS.to_owned(),
        before: String::new(),
        ..query.clone()
    });
    let as_words = view! { <a href=as_words>{t(texts::search_as_words())}</a> };
    if found.matches.is_empty() {
        return view! {
            <Empty
                title=t(texts::number_not_called())
                text=t(texts::number_not_called_text())
            >
                {as_words}
            </Empty>
        }
        .into_any();
    }
    let rows = found.matches.iter().cloned().map(row).collect_view();
    view! {
        <p class="note">{t(in_words(found))} {between_sentences()} {as_words}</p>
        <div class="task-list">
            <Table
                label=t(texts::with_number())
                cards=true
                columns=vec![
                    Column::words(t(texts::task())),
                    Column::words(t(texts::submitted())),
                    Column::words(t(texts::number())),
                    Column::numbers(t(texts::row())),
                    Column::words(t(texts::customer())),
                    Column::words(t(texts::result())),
                ]
            >
                {rows}
            </Table>
        </div>
    }
    .into_any()
}

fn in_words(found: &NumberMatches) -> Message {
    let shown = found.matches.len();
    match found.more {
        true => texts::newest_with_digits(shown),
        false => texts::with_digits(shown),
    }
}

fn row(found: NumberMatch) -> AnyView {
    view! {
        <tr class="pressable">
            <td class="name"><a class="title" href=paths::task(&found.task) translate="no">{found.name}</a></td>
            <td class="one-line" data-label=t(texts::submitted())><Time moment=found.at /></td>
            <td class="one-line" data-label=t(texts::number())>{found.number}</td>
            <td class="number" data-label=t(texts::row())>{found.row}</td>
            <td class="customer" data-label=t(texts::customer())>{found.customer}</td>
            <td>
                {found.is_test.then(|| view! { <small>{t(texts::test())} " "</small> })}
                {super::of_sandbox(found.sandbox)} {outcome(found.state, found.refusal, found.provider_status)}
            </td>
        </tr>
    }
    .into_any()
}

/// What is known of it: results of single calls are AIRudder's to tell.
fn outcome(state: BatchState, refusal: Option<String>, status: Option<String>) -> AnyView {
    if let Some(refusal) = refusal {
        let word = t(texts::not_called());
        return view! { <Badge tone=BatchState::Refused.tone() word=word /> " " {t(texts::refused(refusal))} }
            .into_any();
    }
    let status = status.map(|status| view! { " " {t(texts::provider_status(status))} });
    view! { <Badge tone=state.tone() word=t(state.label()) /> {status} }.into_any()
}
