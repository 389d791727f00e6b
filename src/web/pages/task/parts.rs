//! The parts of a task: one task at AIRudder each.

use leads::states::{Decision, HEALTHY_LOOKS, PartState};
use leads::views::{PartView, TaskView};
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::badge::Badge;
use crate::web::components::calls::{CallsBar, reach_rate};
use crate::web::components::moment::Time;
use crate::web::components::numbers::{counted, grouped};
use crate::web::components::post_button::PostButton;
use crate::web::components::table::{Column, Table};
use crate::web::paths;

/// The parts as a table.
pub fn parts(task: &TaskView) -> AnyView {
    let heading = if task.parts.len() == 1 {
        "Task at AIRudder"
    } else {
        "Tasks at AIRudder"
    };
    let rows = task.parts.iter().map(|part| row(task, part)).collect_view();
    view! {
        <section class="card">
            <header><h2>{heading}</h2></header>
            <Table
                label="Parts"
                columns=vec![
                    Column::numbers("Part"),
                    Column::words("State"),
                    Column::words("Name and id at AIRudder"),
                    Column::numbers("Leads"),
                    Column::words("Calls"),
                ]
            >
                {rows}
            </Table>
        </section>
    }
    .into_any()
}

/// The `id` of a part's row.
pub fn row_id(part: &PartView) -> String {
    format!("part-{}", part.number)
}

/// A part.
pub fn row(task: &TaskView, part: &PartView) -> AnyView {
    let looks = (part.state == PartState::Unknown && part.looks > 0).then(|| {
        let looks = format!(
            "Looked {} of {HEALTHY_LOOKS} times, and not found.",
            part.looks
        );
        view! { <small>{looks}</small> }
    });
    let id = part
        .provider_id
        .clone()
        .unwrap_or_else(|| no_id(part.state).to_owned());
    let sent_at = part
        .sent_at
        .clone()
        .map(|moment| view! { <small>"Is sent at " <Time moment=moment /> "."</small> });
    let words = part
        .words
        .clone()
        .map(|words| view! { <small>{words}</small> });
    let status = part
        .provider_status
        .as_ref()
        .map(|status| view! { <small>{format!("AIRudder says “{status}”")}</small> });
    let asked = part
        .asked
        .clone()
        .map(|moment| view! { <small>"asked " <Time moment=moment /></small> });
    let rate = part
        .calls
        .as_ref()
        .map(|calls| format!("{} reached", reach_rate(Some(calls))));
    view! {
        <tr id=row_id(part)>
            <td class="number">{part.number}</td>
            <td class="sentences">
                <Badge tone=part.state.tone() word=part.state.label() />
                <small>{part.state.sentence()}</small>
                {sent_at}
                {words}
                {looks}
                {status}
                {decisions(task, part)}
            </td>
            <td class="name">
                <span class="mono">{part.provider_name.clone()}</span>
                <small class="mono">{id}</small>
            </td>
            <td class="number">{grouped(part.leads)}</td>
            <td>
                <CallsBar calls=part.calls.clone() />
                {rate.map(|rate| view! { <small>{rate}</small> })}
                {asked}
            </td>
        </tr>
    }
    .into_any()
}

/// What stands for the id of a part that has none.
const fn no_id(state: PartState) -> &'static str {
    match state {
        PartState::Waiting | PartState::Sending | PartState::Unknown | PartState::Absent => {
            "No id yet"
        }
        _ => "No id",
    }
}

/// What a person can decide about the part; where nothing was created and nothing can be decided, why not.
fn decisions(task: &TaskView, part: &PartView) -> Option<AnyView> {
    let hindrance = part.state.send_again_hindrance(part.start_has_passed);
    let again = match (part.state, hindrance) {
        (PartState::Waiting | PartState::Sending | PartState::Created, _) => return None,
        (PartState::Absent, None) => send_again_after_doubt(task, part),
        // Certainly never sent: nothing has to be asked.
        (_, None) => {
            let text = format!("Send part {}", part.number);
            view! { <PostButton action=paths::send_part_again() hidden=address(task, part) text=text /> }
                .into_any()
        }
        (_, Some(hindrance)) => {
            view! { <small>"It cannot be sent again. " {hindrance}</small> }.into_any()
        }
    };
    let give_up = part.state.hindrance(Decision::GiveUp);
    let give_up = give_up.is_none().then(|| give_up_part(task, part));
    Some(view! { <div class="row">{again} {give_up}</div> }.into_any())
}

/// What the forms of a part post.
fn address(task: &TaskView, part: &PartView) -> Vec<(&'static str, String)> {
    vec![("task", task.id.clone()), ("part", part.number.to_string())]
}

/// A part that AIRudder may have after all is sent again only by somebody who knows that.
fn send_again_after_doubt(task: &TaskView, part: &PartView) -> AnyView {
    let leads = counted(part.leads, "lead", "leads");
    view! {
        <Asking
            id=format!("send-again-{}", part.number)
            question=format!("Send part {} again?", part.number)
            text="Send again"
            opener="button"
            action=paths::send_part_again()
            hidden=address(task, part)
            class="primary"
        >
            <p>
                {format!(
                    "Coxswain looks in AIRudder’s list once more. Only where the part is still not there, its {leads} are sent \
                     again, under the same name, which AIRudder can refuse if it has it already."
                )}
            </p>
            <p>
                "Should AIRudder have made the task without listing it, and take the same name twice, these people are called \
                 twice. If in doubt, ask AIRudder first whether it has a task of that name."
            </p>
        </Asking>
    }
    .into_any()
}

fn give_up_part(task: &TaskView, part: &PartView) -> AnyView {
    let leads = counted(part.leads, "lead then counts", "leads then count");
    view! {
        <Asking
            id=format!("give-up-{}", part.number)
            question=format!("Give up part {}?", part.number)
            text="Give up"
            opener="button"
            action=paths::give_up_part()
            hidden=address(task, part)
            class="danger"
        >
            <p>
                {format!(
                    "The part is not sent any more, for good. Its {leads} as not called: another task may call them."
                )}
            </p>
            <p>"Should AIRudder list the part after all, Refresh finds it."</p>
        </Asking>
    }
    .into_any()
}
