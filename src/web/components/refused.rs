//! Leads that AIRudder refused, with its reasons.

use leads::views::RefusedLead;
use leptos::prelude::*;

use crate::web::components::numbers::format_number;
use crate::web::components::table::{Column, Table};

/// The refused leads as a table.
#[component]
pub fn RefusedTable(leads: Vec<RefusedLead>) -> impl IntoView {
    let rows = leads
        .into_iter()
        .map(|lead| {
            view! {
                <tr>
                    <td class="number muted" data-label="Row">{format_number(lead.row)}</td>
                    <td class="one-line" data-label="Mobile"><span class="mono">{lead.mobile}</span></td>
                    <td class="reason" data-label="Reason">{lead.words}</td>
                    <td data-label="Customer">{lead.customer}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Table
            label="Leads AIRudder refused"
            columns=vec![
                Column::numbers("Row"),
                Column::words("Mobile"),
                Column::words("Reason from AIRudder"),
                Column::words("Customer"),
            ]
            cards=true
        >
            {rows}
        </Table>
    }
}
