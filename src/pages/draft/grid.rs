//! The leads, with what is wrong at the cell that it is wrong with.

use leads::fault::Level;
use leads::field::Field;
use leads::views::{CellView, DraftView, FaultView, LeadFilter, LeadView};
use leptos::prelude::*;

use crate::components::empty::Empty;
use crate::components::numbers::grouped;
use crate::components::table::Scroll;
use crate::paths;

/// A page of leads.
pub fn grid(draft: &DraftView) -> AnyView {
    if draft.leads.is_empty() {
        return nothing(draft);
    }
    let headers = draft
        .fields
        .iter()
        .map(|field| view! { <th scope="col">{field.label.clone()}</th> })
        .collect_view();
    let rows = draft.leads.iter().map(row).collect_view();
    view! {
        <Scroll label="Leads of the spreadsheet">
            <table class="table">
                <thead>
                    <tr>
                        <th class="number" scope="col">"Row"</th>
                        {headers}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scroll>
    }
    .into_any()
}

fn nothing(draft: &DraftView) -> AnyView {
    if draft.filter == LeadFilter::All {
        let href = paths::new_task_of_draft(&draft.id);
        view! {
            <Empty title="No leads" text="The spreadsheet has headers and no rows. Choose another one.">
                <a class="button" href=href>"Change the spreadsheet"</a>
            </Empty>
        }
        .into_any()
    } else {
        let href = paths::draft(&draft.id);
        view! {
            <Empty title="None of this kind" text="No lead is left under this filter.">
                <a class="button" href=href>"Show all leads"</a>
            </Empty>
        }
        .into_any()
    }
}

fn row(lead: &LeadView) -> AnyView {
    let cells = lead
        .cells
        .iter()
        .map(|cell| draw_cell(cell, lead.duplicate_of))
        .collect_view();
    view! {
        <tr>
            <td class="number muted">{grouped(lead.row)}</td>
            {cells}
        </tr>
    }
    .into_any()
}

fn draw_cell(cell: &CellView, duplicate_of: Option<u32>) -> AnyView {
    let class = match cell.faults.iter().map(|fault| fault.level).max() {
        Some(Level::Error) => "bad",
        Some(Level::Warning) => "warn",
        _ => "",
    };
    let value_class = if cell.field == Field::Mobile {
        "grid-cell mono"
    } else {
        "grid-cell"
    };
    let duplicate = duplicate_of
        .filter(|_| cell.field == Field::Mobile)
        .map(|row| view! { <small class="note">{format!("Same number as row {}", grouped(row))}</small> });
    view! {
        <td class=class>
            <span class=value_class>{cell.value.clone()}</span>
            {cell.faults.iter().map(sentence).collect_view()}
            {duplicate}
        </td>
    }
    .into_any()
}

fn sentence(fault: &FaultView) -> AnyView {
    let class = if fault.level == Level::Note {
        "note"
    } else {
        ""
    };
    view! { <small class=class>{fault.sentence.clone()}</small> }.into_any()
}
