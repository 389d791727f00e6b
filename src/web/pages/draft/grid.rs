//! The leads, with what is wrong at the cell that it is wrong with.

use leads::field::Field;
use leads::kind::LeadKind;
use leads::problem::Level;
use leads::views::{CellView, ColumnView, DraftView, LeadQuery, LeadSort, LeadView, ProblemView};
use leptos::prelude::*;

use crate::web::components::empty::Empty;
use crate::web::components::numbers::format_number;
use crate::web::components::table::Scroll;
use crate::web::paths;

/// The `id` of a row.
pub fn row_id(row: u32) -> String {
    format!("row-{row}")
}

/// A page of leads. What the island needs to know stands at the table.
pub fn grid(draft: &DraftView) -> AnyView {
    if draft.leads.is_empty() {
        return nothing(draft);
    }
    let headers = draft
        .fields
        .iter()
        .map(|field| header(draft, field))
        .collect_view();
    let rows = draft
        .leads
        .iter()
        .map(|lead| row(draft, lead))
        .collect_view();
    let query = serde_json::to_string(&draft.query).expect("plain data");
    let id = draft.id.clone();
    view! {
        <p class="grid-help small muted" id="grid-help" hidden=true>
            "Arrows: move. Enter or F2: edit. Tab: next problem. Escape: leave. Ctrl+Z: undo."
        </p>
        <p class="visually-hidden" id="grid-said" role="status"></p>
        <p class="notice bad" id="grid-unsaved" role="alert" hidden=true></p>
        <Scroll label="Leads on this page">
            <table
                class="table lead-grid"
                id="leads"
                data-draft=id
                data-url=paths::edit_cells()
                data-query=query
            >
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

/// The header sorts by its field, then the other way round, then no longer.
fn header(draft: &DraftView, column: &ColumnView) -> AnyView {
    let field = column.field;
    let current = draft.query.sort.filter(|sort| sort.field == field);
    let (sort, direction) = match current {
        None => (Some(false), None),
        Some(sort) if !sort.descending => (Some(true), Some("ascending")),
        Some(_) => (None, Some("descending")),
    };
    let query = LeadQuery {
        sort: sort.map(|descending| LeadSort { field, descending }),
        from: 0,
        ..draft.query.clone()
    };
    let mark = match direction {
        None => "",
        Some("ascending") => " ↑",
        Some(_) => " ↓",
    };
    view! {
        <th scope="col" aria-sort=direction>
            <a href=paths::draft_leads(&draft.id, &query)>
                {column.label.clone()} <span aria-hidden="true">{mark}</span>
            </a>
        </th>
    }
    .into_any()
}

fn nothing(draft: &DraftView) -> AnyView {
    if !draft.query.is_narrowed() {
        let href = paths::new_task_of_draft(&draft.id);
        view! {
            <Empty title="No leads" text="The list has headers and no rows. Choose another file.">
                <a class="button" href=href>"Replace the list"</a>
            </Empty>
        }
        .into_any()
    } else {
        let href = paths::draft(&draft.id);
        view! {
            <Empty title="No leads match" text="Use another filter, or show all leads.">
                <a class="button" href=href>"Show all leads"</a>
            </Empty>
        }
        .into_any()
    }
}

/// A lead, with the link to its own page.
pub fn row(draft: &DraftView, lead: &LeadView) -> AnyView {
    let cells = lead
        .cells
        .iter()
        .zip(&draft.fields)
        .map(|(cell, column)| draw_cell(lead, cell, column))
        .collect_view();
    let class = match lead.kind.is_sent() || lead.kind == LeadKind::ToFix {
        true => "",
        false => "not-sent",
    };
    view! {
        <tr id=row_id(lead.row) class=class data-row=lead.row.to_string()>
            <th class="number" scope="row">
                <a href=paths::lead(&draft.id, lead.row)>
                    <span class="visually-hidden">"Row "</span>
                    {format_number(lead.row)}
                </a>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

fn draw_cell(lead: &LeadView, cell: &CellView, column: &ColumnView) -> AnyView {
    let class = match cell.problems.iter().map(|problem| problem.level).max() {
        Some(Level::Error) => "bad",
        Some(Level::Warning) => "warn",
        _ => "",
    };
    let value_class = if cell.field == Field::Mobile {
        "grid-cell mono"
    } else {
        "grid-cell"
    };
    let at_mobile = (cell.field == Field::Mobile).then(|| why_not_sent(lead));
    let from_sheet = cell.from_sheet.as_ref().map(|text| {
        view! { <small class="note">{in_the_file(text)}</small> }
    });
    view! {
        <td class=class data-field=cell.field.key() data-label=column.label.clone()>
            <span class=value_class>{cell.value.clone()}</span>
            {cell.problems.iter().map(sentence).collect_view()}
            {at_mobile}
            {from_sheet}
        </td>
    }
    .into_any()
}

/// What the file says in a cell that was fixed.
pub fn in_the_file(text: &str) -> String {
    let text = if text.is_empty() { "empty" } else { text };
    format!("In the file: {text}")
}

/// Why a lead without problems is not sent, or may be one too many.
fn why_not_sent(lead: &LeadView) -> AnyView {
    let duplicate = lead.duplicate_of.map(|row| {
        view! { <small class="note">{format!("Same number as row {}", format_number(row))}</small> }
    });
    let recent = lead.recent.as_ref().map(|recent| {
        view! {
            <small class="note">
                "In task "
                <a href=paths::task(&recent.task) tabindex="-1">{recent.name.clone()}</a>
                {format!(", {}", recent.day)}
            </small>
        }
    });
    let left_out = (lead.kind == LeadKind::LeftOut)
        .then(|| view! { <small class="note">"Left out by hand"</small> });
    view! { {duplicate} {recent} {left_out} }.into_any()
}

fn sentence(problem: &ProblemView) -> AnyView {
    let class = if !problem.level.is_problem() {
        "note"
    } else {
        ""
    };
    // Colour alone would not tell them apart.
    let weight = match problem.level {
        Level::Error => "Error: ",
        Level::Warning => "Warning: ",
        Level::HeldBack | Level::Fixed => "",
    };
    view! { <small class=class>{format!("{weight}{}", problem.sentence)}</small> }.into_any()
}
