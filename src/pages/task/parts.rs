//! The parts of a task: one task at AIRudder each.

use leads::states::{Decision, HEALTHY_LOOKS, PartState};
use leads::views::PartView;
use leptos::prelude::*;

use crate::components::badge::Badge;
use crate::components::calls::{CallsBar, reach_rate};
use crate::components::moment::Time;
use crate::components::numbers::grouped;
use crate::components::post_button::PostButton;
use crate::components::table::{Column, Table};
use crate::paths;

/// The parts as a table.
pub fn parts(parts: Vec<PartView>, task: &str, start_has_passed: bool) -> AnyView {
    let heading = if parts.len() == 1 {
        "Task at AIRudder"
    } else {
        "Tasks at AIRudder"
    };
    let rows = parts
        .into_iter()
        .map(|part| row(part, task, start_has_passed))
        .collect_view();
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

fn row(part: PartView, task: &str, start_has_passed: bool) -> AnyView {
    let decisions = decisions(&part, task, start_has_passed);
    let looks = (part.state == PartState::Unknown && part.looks > 0).then(|| {
        let looks = format!(
            "Looked {} of {HEALTHY_LOOKS} times, and not found.",
            part.looks
        );
        view! { <small>{looks}</small> }
    });
    let id = part.provider_id.unwrap_or_else(|| "No id yet".to_owned());
    let words = part.words.map(|words| view! { <small>{words}</small> });
    let status = part
        .provider_status
        .map(|status| view! { <small>{format!("AIRudder says “{status}”")}</small> });
    let asked = part
        .asked
        .map(|moment| view! { <small>"asked " <Time moment=moment /></small> });
    let rate = part
        .calls
        .as_ref()
        .map(|calls| format!("{} reached", reach_rate(Some(calls))));
    view! {
        <tr>
            <td class="number">{part.number}</td>
            <td class="sentences">
                <Badge tone=part.state.tone() word=part.state.label() />
                <small>{part.state.sentence()}</small>
                {words}
                {looks}
                {status}
                {decisions}
            </td>
            <td class="name">
                <span class="mono">{part.provider_name}</span>
                <small class="mono">{id}</small>
            </td>
            <td class="number">{grouped(part.leads)}</td>
            <td>
                <CallsBar calls=part.calls />
                {rate.map(|rate| view! { <small>{rate}</small> })}
                {asked}
            </td>
        </tr>
    }
    .into_any()
}

/// What a person can decide about the part; where nothing was created and nothing can be decided, why not.
fn decisions(part: &PartView, task: &str, start_has_passed: bool) -> Option<AnyView> {
    let hidden = || vec![("task", task.to_owned()), ("part", part.number.to_string())];
    let again = match (part.state, part.state.send_again_hindrance(start_has_passed)) {
        (PartState::Waiting | PartState::Sending | PartState::Created, _) => return None,
        (_, None) => view! { <PostButton action=paths::send_part_again() hidden=hidden() text="Send again" /> }.into_any(),
        (_, Some(hindrance)) => view! { <small>"It cannot be sent again now. " {hindrance}</small> }.into_any(),
    };
    let give_up = part.state.hindrance(Decision::GiveUp).is_none().then(
        || view! { <PostButton action=paths::give_up_part() hidden=hidden() text="Give up" /> },
    );
    Some(view! { <div class="row">{again} {give_up}</div> }.into_any())
}
