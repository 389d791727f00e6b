//! The calls as rows.

use crate::web::request::caller::may;
use leads::Action;
use leads::results::matching::CANNOT_BE_TOLD_APART;
use leads::views::{CallRow, CallsPage};
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::charts::{group_class, minutes};
use crate::web::components::moment::Time;
use crate::web::components::numbers::format_number;
use crate::web::components::table::{Column, Table};
use crate::web::paths;

/// A row for each call; on a phone a card.
pub fn table(page: &CallsPage) -> AnyView {
    let mut columns = vec![
        Column::words("Customer"),
        Column::words("Number"),
        Column::words("Result"),
        Column::words("Last dial"),
        Column::numbers("Talk"),
    ];
    columns.extend(page.headers.iter().cloned().map(Column::of_list));
    let rows = page.calls.iter().map(|call| row(page, call)).collect_view();
    view! {
        <div class="calls-list">
            <Table label="Calls" cards=true columns=columns>
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
    let cells = page.headers.iter().cloned().zip(call.cells.iter().cloned());
    let cells = cells
        .map(|(header, cell)| view! { <td data-label=header>{cell}</td> })
        .collect_view();
    view! {
        <tr>
            <td class="name">
                <strong>{customer.unwrap_or_else(|| "No name".to_owned())}</strong>
                <small>{format!("Row {}", format_number(call.row))}</small>
            </td>
            <td class="one-line" data-label="Number">{call.number.clone()}</td>
            <td class="sentences" data-label="Result">{result(page, call)}</td>
            <td data-label="Last dial">{dial.unwrap_or_else(not_told)}</td>
            <td class="number" data-label="Talk">{talk.unwrap_or_else(not_told)}</td>
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
    let label = call.group.label();
    let group =
        (call.letter.is_some() && call.words != label).then(|| view! { <small>{label}</small> });
    let shared = call
        .shares_note
        .then(|| view! { <small class="warn">{CANNOT_BE_TOLD_APART}</small> });
    view! {
        <div>
            {letter}
            <span class=class>{call.words.clone()}</span>
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
    let told = told.map(|cancel| view! { <small>{cancel.of_number()}</small> });
    let may_cancel = call.can_be_cancelled && may(Action::Launch);
    let asking = may_cancel.then(|| {
        let row = format_number(call.row);
        let hidden = vec![
            ("task", page.task.clone()),
            ("row", call.row.to_string()),
            ("back", paths::calls(&page.task, &page.query)),
        ];
        view! {
            <Asking
                id=format!("cancel-{}", call.row)
                question=format!("Cancel the number {} of row {row}?", call.number)
                text="Cancel this number"
                about=format!("of row {row}")
                opener="link"
                action=paths::cancel_number()
                hidden=hidden
                class="danger"
            >
                <p>"AIRudder is asked not to dial it any more in this task. A call under way may go on to its end."</p>
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
            <span class="visually-hidden">"Not told"</span>
        </span>
    }
    .into_any()
}
