//! Leads that AIRudder refused, with its words.

use leads::views::RefusedLead;
use leptos::prelude::*;

use super::numbers::grouped;
use super::table::Scroll;

/// The refused leads as a table.
#[component]
pub fn RefusedTable(leads: Vec<RefusedLead>) -> impl IntoView {
    let rows = leads
        .into_iter()
        .map(|lead| {
            view! {
                <tr>
                    <td class="number muted">{grouped(lead.row)}</td>
                    <td>{lead.customer}</td>
                    <td class="mono">{lead.mobile}</td>
                    <td>{lead.words}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Scroll label="Numbers that AIRudder refused">
            <table class="table">
                <thead>
                    <tr>
                        <th class="number" scope="col">"Row"</th>
                        <th scope="col">"Customer"</th>
                        <th scope="col">"Mobile"</th>
                        <th scope="col">"AIRudder’s words"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scroll>
    }
}
