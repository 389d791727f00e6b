//! In which tasks a number was to be called, and what became of it.

use leads::states::BatchState;
use leads::views::{NumberMatch, NumberMatches, TaskQuery};
use leptos::prelude::*;

use crate::web::components::badge::Badge;
use crate::web::components::empty::Empty;
use crate::web::components::moment::Time;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::table::{Column, Table};
use crate::web::paths;

/// The tasks, or that there is none; and the way to look for the digits in names instead.
pub fn numbers(query: &TaskQuery, found: &NumberMatches) -> AnyView {
    let as_words = paths::tasks_with(&TaskQuery {
        search: TaskQuery::AS_WORDS.to_owned(),
        before: String::new(),
        ..query.clone()
    });
    let as_words = view! { <a href=as_words>"Search names and files instead"</a> };
    if found.matches.is_empty() {
        return view! {
            <Empty
                title="No task called this number"
                text="Coxswain looked in all tasks of this account. A number that AIRudder refused was not called. This search is recorded."
            >
                {as_words}
            </Empty>
        }
        .into_any();
    }
    let rows = found.matches.iter().cloned().map(row).collect_view();
    view! {
        <p class="note">{in_words(found)} " " {as_words}</p>
        <div class="task-list">
            <Table
                label="Tasks with this number"
                cards=true
                columns=vec![
                    Column::words("Task"),
                    Column::words("Submitted"),
                    Column::words("Number"),
                    Column::numbers("Row"),
                    Column::words("Customer"),
                    Column::words("Result"),
                ]
            >
                {rows}
            </Table>
        </div>
    }
    .into_any()
}

fn in_words(found: &NumberMatches) -> String {
    let shown = found.matches.len() as u64;
    if found.more {
        let shown = format_number(shown);
        return format!(
            "The newest {shown} leads whose number ends in these digits. Type more digits to find fewer. This search is recorded."
        );
    }
    let leads = count_with_noun(shown, "lead", "leads");
    format!("{leads} with a number that ends in these digits. This search is recorded.")
}

fn row(found: NumberMatch) -> AnyView {
    view! {
        <tr class="pressable">
            <td class="name"><a class="title" href=paths::task(&found.task)>{found.name}</a></td>
            <td class="one-line" data-label="Submitted"><Time moment=found.at /></td>
            <td class="one-line" data-label="Number">{found.number}</td>
            <td class="number" data-label="Row">{found.row}</td>
            <td class="customer" data-label="Customer">{found.customer}</td>
            <td>
                {found.is_test.then(|| view! { <small>"Test "</small> })}
                {super::of_sandbox(found.sandbox)} {outcome(found.state, found.refusal, found.provider_status)}
            </td>
        </tr>
    }
    .into_any()
}

/// What is known of it: results of single calls are AIRudder's to tell.
fn outcome(state: BatchState, refusal: Option<String>, status: Option<String>) -> AnyView {
    if let Some(refusal) = refusal {
        return view! { <Badge tone=BatchState::Refused.tone() word="Not called" /> " AIRudder refused it: " {refusal} }
            .into_any();
    }
    let status = status.map(|status| format!(" Status at AIRudder: {status}"));
    view! { <Badge tone=state.tone() word=state.label() /> {status} }.into_any()
}
