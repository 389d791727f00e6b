//! The calls as rows.

use crate::web::request::caller::may;
use leads::Action;
use leads::results::matching::cannot_be_told_apart;
use leads::views::{CallRow, CallsPage};
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::charts::{group_class, minutes};
use crate::web::components::moment::Time;
use crate::web::components::table::{Column, Table};
use crate::web::language::t;
use crate::web::messages::calls as texts;
use crate::web::paths;

/// A row for each call; on a phone a card.
pub fn table(page: &CallsPage) -> AnyView {
    let mut columns = vec![
        Column::words(t(texts::customer())),
        Column::words(t(texts::number())),
        Column::words(t(texts::result())),
        Column::words(t(texts::last_dial())),
        Column::numbers(t(texts::talk())),
    ];
    columns.extend(page.headers.iter().cloned().map(t).map(Column::words));
    let rows = page.calls.iter().map(|call| row(page, call)).collect_view();
    view! {
        <div class="calls-list">
            <Table label=t(texts::calls()) cards=true columns=columns>
                {rows}
            </Table>
        </div>
    }
    .into_any()
}

fn row(page: &CallsPage, call: &CallRow) -> AnyView {
    let customer = (!call.customer.is_empty()).then(|| call.customer.clone());
    let dial = call
        .last_dial
        .clone()
        .map(|moment| view! { <Time moment=moment /> }.into_any());
    let talk = call
        .talk_seconds
        .map(|seconds| minutes(seconds.into()).into_any());
    let cells = page
        .headers
        .iter()
        .cloned()
        .map(t)
        .zip(call.cells.iter().cloned());
    let cells = cells
        .map(|(header, cell)| view! { <td data-label=header translate="no">{cell}</td> })
        .collect_view();
    view! {
        <tr>
            <td class="name">
                <strong>{customer.unwrap_or_else(|| t(texts::no_name()))}</strong>
                <small>{t(texts::row(call.row))}</small>
            </td>
            <td class="one-line" data-label=t(texts::number())>{call.number.clone()}</td>
            <td class="sentences" data-label=t(texts::result())>{result(page, call)}</td>
            <td data-label=t(texts::last_dial())>{dial.unwrap_or_else(not_told)}</td>
            <td class="number" data-label=t(texts::talk())>{talk.unwrap_or_else(not_told)}</td>
            {cells}
        </tr>
    }
    .into_any()
}

/// A letter, a dot in the colour of the group, and words; the group beside a result that a person named.
fn result(page: &CallsPage, call: &CallRow) -> AnyView {
    let letter = call.letter.clone();
    let letter = letter.map(|letter| view! { <span class="letter">{letter}</span> " " });
    let class = format!("dot {}", group_class(call.group));
    let group = call.group.label();
    let is_named = call.letter.is_some() && call.words != group;
    let group = is_named.then(|| view! { <small>{t(group)}</small> });
    let shared = call
        .shares_note
        .then(|| view! { <small class="warn">{t(cannot_be_told_apart())}</small> });
    view! {
        <div>
            {letter}
            <span class=class>{t(call.words.clone())}</span>
            {group}
            {shared}
            {cancel(page, call)}
        </div>
    }
    .into_any()
}

/// What became of the request that AIRudder cancels the number, and the way to it while its call is open.
fn cancel(page: &CallsPage, call: &CallRow) -> Option<AnyView> {
    let told = call.cancel.as_ref();
    let told = told.map(|cancel| view! { <small>{t(cancel.of_number())}</small> });
    let may_cancel = call.can_be_cancelled && may(Action::Launch);
    let asking = may_cancel.then(|| {
        let hidden = vec![
            ("task", page.task.clone()),
            ("row", call.row.to_string()),
            ("back", paths::calls(&page.task, &page.query)),
        ];
        view! {
            <Asking
                id=format!("cancel-{}", call.row)
                question=t(texts::cancel_question(&call.number, call.row))
                text=t(texts::cancel())
                about=t(texts::of_row(call.row))
                opener="link"
                action=paths::cancel_number()
                hidden=hidden
                class="danger"
            >
                <p>{t(texts::cancel_text())}</p>
            </Asking>
        }
    });
    (told.is_some() || asking.is_some()).then(|| view! { <div>{told} {asking}</div> }.into_any())
}

/// A dash; read aloud it is words.
fn not_told() -> AnyView {
    view! {
        <span>
            <span aria-hidden="true">"–"</span>
            <span class="visually-hidden">{t(texts::not_told())}</span>
        </span>
    }
    .into_any()
}
