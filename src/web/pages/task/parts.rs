//! The batches of a task: one task at AIRudder each.

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
    let rows = task.parts.iter().map(|part| row(task, part)).collect_view();
    view! {
        <section class="card">
            <header>
                <h2>"Batches"</h2>
                <span class="push small muted">"Each batch is one task at AIRudder"</span>
            </header>
            <Table
                label="Batches"
                columns=vec![
                    Column::numbers("Batch"),
                    Column::words("Status"),
                    Column::words("Name and ID at AIRudder"),
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
        let looks = format!("Search {} of {HEALTHY_LOOKS}: not found.", part.looks);
        view! { <small>{looks}</small> }
    });
    let id = part
        .provider_id
        .clone()
        .unwrap_or_else(|| no_id(part.state).to_owned());
    let sent_at = part
        .sent_at
        .clone()
        .map(|moment| view! { <small>"Will be sent at " <Time moment=moment /> "."</small> });
    let words = part
        .words
        .clone()
        .map(|words| view! { <small>{words}</small> });
    let status = part
        .provider_status
        .as_ref()
        .map(|status| view! { <small>{format!("Status at AIRudder: {status}")}</small> });
    let asked = part
        .asked
        .clone()
        .map(|moment| view! { <small>"As of " <Time moment=moment /></small> });
    let rate = part.calls.as_ref().map(|calls| {
        format!(
            "{} of {} reached",
            reach_rate(Some(calls)),
            grouped(calls.total)
        )
    });
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
            "No ID yet"
        }
        _ => "No ID",
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
            let text = format!("Send batch {}", part.number);
            view! { <PostButton action=paths::send_part_again() hidden=address(task, part) text=text /> }
                .into_any()
        }
        (_, Some(hindrance)) => {
            view! { <small>"Cannot be sent again: " {hindrance}</small> }.into_any()
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
    let are = if part.leads == 1 { "is" } else { "are" };
    view! {
        <Asking
            id=format!("send-again-{}", part.number)
            question=format!("Send batch {} again?", part.number)
            text=format!("Send batch {} again", part.number)
            opener="button"
            action=paths::send_part_again()
            hidden=address(task, part)
            class="primary"
        >
            <p>
                {format!(
                    "Coxswain searches AIRudder’s tasks once more. If the batch is not there, its {leads} {are} sent again under \
                     the same name, which AIRudder can refuse."
                )}
            </p>
            <p>
                "If AIRudder created the task without listing it, people might be called twice. If you are not sure, ask \
                 AIRudder first."
            </p>
        </Asking>
    }
    .into_any()
}

fn give_up_part(task: &TaskView, part: &PartView) -> AnyView {
    let leads = counted(part.leads, "lead counts", "leads count");
    view! {
        <Asking
            id=format!("give-up-{}", part.number)
            question=format!("Give up batch {}?", part.number)
            text=format!("Give up batch {}", part.number)
            opener="button"
            action=paths::give_up_part()
            hidden=address(task, part)
            class="danger"
        >
            <p>
                {format!(
                    "This batch will never be sent. Its {leads} as not called; another task can call them."
                )}
            </p>
            <p>"If AIRudder lists the batch later, Refresh finds it."</p>
        </Asking>
    }
    .into_any()
}
