//! Leads that AIRudder refused, with its reasons.

use leads::views::RefusedLead;
use leptos::prelude::*;

use crate::web::components::numbers::number;
use crate::web::components::table::{Column, Table};
use crate::web::language::t;
use crate::web::messages::components;

/// The refused leads as a table.
#[component]
pub fn RefusedTable(leads: Vec<RefusedLead>) -> impl IntoView {
    let rows = leads
        .into_iter()
        .map(|lead| {
            view! {
                <tr>
                    <td class="number muted" data-label=t(components::row())>{number(lead.row)}</td>
                    <td class="one-line" data-label=t(components::mobile())><span class="mono">{lead.mobile}</span></td>
                    <td class="reason" data-label=t(components::reason()) lang="" translate="no">{lead.words}</td>
                    <td data-label=t(components::customer())>{lead.customer}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Table
            label=t(components::refused())
            columns=vec![
                Column::numbers(t(components::row())),
                Column::words(t(components::mobile())),
                Column::words(t(components::reason_from_airudder())),
                Column::words(t(components::customer())),
            ]
            cards=true
        >
            {rows}
        </Table>
    }
}
