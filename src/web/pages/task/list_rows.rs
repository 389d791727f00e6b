//! The rows of a task's list, whatever became of them.

use leads::kind::LeadKind;
use leads::views::{LeadFilter, ListRow, ListRowsView, PageOfLeads};
use leptos::prelude::*;

use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::numbers::format_number;
use crate::web::components::pages_of_leads::pages_of_leads;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::pages::task::tabs::{Shown, tabs};
use crate::web::pages::{path_value, query_value};
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

async fn read(id: String, show: LeadFilter, from: u32) -> Result<ListRowsView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&id)?;
    Ok(backend::results::list_rows(backend, caller, now, id, show, from).await?)
}

/// The rows that the address asks for.
#[component]
pub fn ListRowsPage() -> impl IntoView {
    let show = LeadFilter::from_key(&query_value("show"));
    let from = query_value("from").parse().unwrap_or(0);
    in_layout(Section::Tasks, read(path_value("id"), show, from), |rows| {
        draw(&rows)
    })
}

fn draw(page: &ListRowsView) -> AnyView {
    let heading = page.show.label();
    let back = paths::task_list(&page.task);
    view! {
        <PageTitle text=format!("{heading} · {}", page.name) />
        <div class="page-head">
            <div>
                <h1>{page.name.clone()}</h1>
                <p>{order(page.show)} " Numbers are masked."</p>
            </div>
            <a class="button" href=back>"Back to the list"</a>
        </div>
        {tabs(&page.task, page.sent, Shown::List)}
        <section class="card" aria-labelledby="rows">
            <header>
                <h2 id="rows">{heading}</h2>
                <span class="push">{pages(page, "Pages")}</span>
            </header>
            {rows(page)}
            <div class="list-foot">{pages(page, "Pages, again")}</div>
        </section>
    }
    .into_any()
}

const fn order(show: LeadFilter) -> &'static str {
    match show {
        LeadFilter::Kind(LeadKind::Duplicate) => {
            "Duplicates, each next to the row with the same number that was kept."
        }
        _ => "Rows in the order of the list.",
    }
}

fn pages(page: &ListRowsView, label: &'static str) -> AnyView {
    let shown = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
    let of = PageOfLeads::of(page.from, shown, page.matched);
    pages_of_leads(of, label, |from| {
        paths::task_rows(&page.task, page.show, from)
    })
}

fn rows(page: &ListRowsView) -> AnyView {
    if let Some(gone) = &page.gone {
        let back = paths::task(&page.task);
        return view! { <Empty title="Leads were deleted" text=gone.clone()><a class="button" href=back>"Back to the results"</a></Empty> }
            .into_any();
    }
    if page.rows.is_empty() {
        let all = paths::task_rows(&page.task, LeadFilter::All, 0);
        return view! {
            <Empty title="No rows here" text="No row of the list is of this kind, or the list ends before this page.">
                <a class="button" href=all>"Show all rows"</a>
            </Empty>
        }
        .into_any();
    }
    let mut columns = vec![
        Column::words("Customer"),
        Column::words("Number"),
        Column::words("Outcome"),
    ];
    columns.extend(page.headers.iter().cloned().map(Column::of_list));
    let rows = page.rows.iter().map(|of| row(page, of)).collect_view();
    view! { <Table label="Rows of the list" cards=true columns=columns>{rows}</Table> }.into_any()
}

fn row(page: &ListRowsView, row: &ListRow) -> AnyView {
    let customer = match row.customer.as_str() {
        "" => "No name".to_owned(),
        name => name.to_owned(),
    };
    let why = row.why.iter().cloned();
    let why = why
        .map(|sentence| view! { <div>{sentence}</div> })
        .collect_view();
    let cells = page.headers.iter().cloned().zip(row.cells.iter().cloned());
    let cells = cells
        .map(|(header, cell)| view! { <td data-label=header>{cell}</td> })
        .collect_view();
    view! {
        <tr>
            <td class="name">
                <strong>{customer}</strong>
                <small>{format!("Row {}", format_number(row.row))}</small>
            </td>
            <td class="one-line" data-label="Number">{row.number.clone()}</td>
            <td class="sentences" data-label="Outcome">{why}</td>
            {cells}
        </tr>
    }
    .into_any()
}
