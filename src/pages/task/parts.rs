//! The parts of a task: one task at AIRudder each.

use leads::views::PartView;
use leptos::prelude::*;

use crate::components::badge::Badge;
use crate::components::calls::{CallsBar, reach_rate};
use crate::components::moment::Time;
use crate::components::numbers::grouped;
use crate::components::table::{Column, Table};

/// The parts as a table.
pub fn parts(parts: Vec<PartView>) -> AnyView {
    let heading = if parts.len() == 1 {
        "Task at AIRudder"
    } else {
        "Tasks at AIRudder"
    };
    let rows = parts.into_iter().map(row).collect_view();
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

fn row(part: PartView) -> AnyView {
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
                {status}
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
