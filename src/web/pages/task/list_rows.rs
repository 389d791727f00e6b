//! The rows of a task's list, whatever became of them.

use leads::kind::LeadKind;
use leads::views::{LeadFilter, ListRow, ListRowsView, PageOfLeads};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::pages_of_leads::pages_of_leads;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::{language, t};
use crate::web::messages::task_rows as texts;
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
    Ok(backend::results::list_rows(backend, caller, now, id, show, from, language()).await?)
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
    let heading = t(page.show.label());
    let back = paths::task_list(&page.task);
    view! {
        <PageTitle text=t(texts::page_title(&heading, &page.name)) />
        <div class="page-head">
            <div>
                <h1 translate="no">{page.name.clone()}</h1>
                <p>{t(Message::sentences([order(page.show), texts::masked()]))}</p>
            </div>
            <a class="button" href=back>{t(texts::back_to_list())}</a>
        </div>
        {tabs(&page.task, page.sent, Shown::List)}
        <section class="card" aria-labelledby="rows">
            <header>
                <h2 id="rows">{heading}</h2>
                <span class="push">{pages(page, texts::pages())}</span>
            </header>
            {rows(page)}
            <div class="list-foot">{pages(page, texts::pages_again())}</div>
        </section>
    }
    .into_any()
}

fn order(show: LeadFilter) -> Message {
    match show {
        LeadFilter::Kind(LeadKind::Duplicate) => texts::duplicates(),
        _ => texts::in_order(),
    }
}

fn pages(page: &ListRowsView, label: Message) -> AnyView {
    let shown = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
    let of = PageOfLeads::of(page.from, shown, page.matched);
    pages_of_leads(of, t(label), |from| {
        paths::task_rows(&page.task, page.show, from)
    })
}

fn rows(page: &ListRowsView) -> AnyView {
    if let Some(gone) = &page.gone {
        let back = paths::task(&page.task);
        return view! { <Empty title=t(texts::gone()) text=t(gone.clone())><a class="button" href=back>{t(texts::back_to_results())}</a></Empty> }
            .into_any();
    }
    if page.rows.is_empty() {
        let all = paths::task_rows(&page.task, LeadFilter::All, 0);
        return view! {
            <Empty title=t(texts::none()) text=t(texts::none_text())>
                <a class="button" href=all>{t(texts::show_all())}</a>
            </Empty>
        }
        .into_any();
    }
    let mut columns = vec![
        Column::words(t(texts::customer())),
        Column::words(t(texts::number())),
        Column::words(t(texts::outcome())),
    ];
    columns.extend(page.headers.iter().cloned().map(t).map(Column::words));
    let rows = page.rows.iter().map(|of| row(page, of)).collect_view();
    view! { <Table label=t(texts::rows()) cards=true columns=columns>{rows}</Table> }.into_any()
}

fn row(page: &ListRowsView, row: &ListRow) -> AnyView {
    let customer = match row.customer.as_str() {
        "" => t(texts::no_name()),
        name => name.to_owned(),
    };
    let why = row.why.iter().cloned();
    let why = why
        .map(|sentence| view! { <div>{sentence}</div> })
        .collect_view();
    let cells = page
        .headers
        .iter()
        .cloned()
        .map(t)
        .zip(row.cells.iter().cloned());
    let cells = cells
        .map(|(header, cell)| view! { <td data-label=header translate="no">{cell}</td> })
        .collect_view();
    view! {
        <tr>
            <td class="name">
                <strong translate="no">{customer}</strong>
                <small>{t(texts::row(row.row))}</small>
            </td>
            <td class="one-line" data-label=t(texts::number())>{row.number.clone()}</td>
            <td class="sentences" data-label=t(texts::outcome())>{why}</td>
            {cells}
        </tr>
    }
    .into_any()
}
