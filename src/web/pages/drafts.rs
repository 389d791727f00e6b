//! The drafts: what was begun and not submitted, each with what has to be done next.

use leads::states::{DraftFilter, DraftState};
use leads::views::{
    DraftListView, DraftQuery, DraftRow, DraftSummary, LeadFilter, LeadQuery, TaskQuery,
};
use leads::{LeadKind, views::DAYS_TO_RESTORE};
use leptos::prelude::*;

use crate::web::components::badge::Badge;
use crate::web::components::discard::Discard;
use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::numbers::format_number;
use crate::web::components::post_button::PostButton;
use crate::web::components::search::Search;
use crate::web::components::table::{Column, Table};
use crate::web::components::tabs::Tabs;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::pages::query_value;
use crate::web::pages::task_tabs::{self, Counts, ShownTab};
use crate::web::paths;
use crate::web::request::caller::request;

/// The drafts that the address asks for.
async fn read(query: DraftQuery) -> Result<DraftListView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::drafts::list(backend, caller, now, &query).await?)
}

/// Every draft that was neither submitted nor discarded, or those that can be restored.
#[component]
pub fn DraftsPage() -> impl IntoView {
    let query = DraftQuery {
        q: query_value("q"),
        show: DraftFilter::from_key(&query_value("show")),
    };
    in_layout(Section::Tasks, read(query.clone()), move |list| {
        draw(&query, list)
    })
}

fn draw(query: &DraftQuery, list: DraftListView) -> AnyView {
    let kept = TaskQuery {
        q: query.q.clone(),
        ..TaskQuery::default()
    };
    let counts = Counts {
        tasks: list.tasks,
        drafts: list.total,
        needs_attention: list.needs_attention,
    };
    let looked_at = list.looked_at.map(|looked_at| {
        let looked_at = format_number(looked_at);
        view! { <p class="note">{format!("These are among the {looked_at} drafts that changed last. Search for others.")}</p> }
    });
    view! {
        <PageTitle text="Drafts" error=list.search_problem.is_some() />
        <div class="page-head">
            <div>
                <h1>"Drafts"</h1>
                <p>{about(query.show)}</p>
            </div>
        </div>
        <section class="card">
            <header>
                <Tabs label="Filter tasks" tabs=task_tabs::tabs(&kept, ShownTab::Drafts, counts) />
                <Search
                    action=paths::drafts()
                    q=query.q.clone()
                    problem=list.search_problem
                    placeholder="Draft, file or person"
                    filter=("show", "Status")
                    choices=DraftFilter::choices()
                    chosen=query.show.key().to_owned()
                />
            </header>
            {match list.drafts.is_empty() {
                false => table(query.show, list.drafts),
                true => nothing(query, list.total),
            }}
            {looked_at}
        </section>
    }
    .into_any()
}

fn about(show: DraftFilter) -> String {
    match show {
        DraftFilter::Discarded => {
            format!("Drafts discarded in the last {DAYS_TO_RESTORE} days. Older ones are deleted.")
        }
        _ => "Tasks that are not submitted yet. Nobody is called from a draft.".to_owned(),
    }
}

fn nothing(query: &DraftQuery, total: u32) -> AnyView {
    let is_narrowed = *query != DraftQuery::default();
    if query.show == DraftFilter::Discarded && query.q.is_empty() {
        return view! {
            <Empty title="No discarded drafts" text=format!("A draft that is discarded can be restored here for {DAYS_TO_RESTORE} days.")>
                <a class="button" href=paths::drafts()>"Show open drafts"</a>
            </Empty>
        }
        .into_any();
    }
    if is_narrowed && (total > 0 || query.show == DraftFilter::Discarded) {
        return view! {
            <Empty title="No drafts match" text="Use fewer words or another status.">
                <a class="button" href=paths::drafts()>"Show open drafts"</a>
            </Empty>
        }
        .into_any();
    }
    view! {
        <Empty title="No drafts" text="A task you start stays here until you submit or discard it.">
            <a class="button primary" href=paths::new_task()>"New task"</a>
        </Empty>
    }
    .into_any()
}

fn table(show: DraftFilter, drafts: Vec<DraftRow>) -> AnyView {
    let last = match show {
        DraftFilter::Discarded => "Discarded",
        _ => "Last changed",
    };
    let rows = drafts.into_iter().map(row).collect_view();
    view! {
        <Table
            label="Drafts"
            cards=true
            columns=vec![
                Column::words("Draft"),
                Column::words("Status"),
                Column::numbers("Leads"),
                Column::words("Started by"),
                Column::words(last),
                Column::words("Actions"),
            ]
        >
            {rows}
        </Table>
    }
    .into_any()
}

fn row(row: DraftRow) -> AnyView {
    let DraftRow {
        draft,
        state,
        file_name,
        changed,
        discarded,
    } = row;
    let file_name = file_name.map(|name| view! { <small>{name}</small> });
    let leads = format_number(draft.leads);
    let by = draft.by.clone();
    let label = match discarded {
        None => "Last changed",
        Some(_) => "Discarded",
    };
    let (title, last, actions) = match discarded {
        None => {
            let href = open_at(&draft, state);
            let id = title_id(&draft);
            let title =
                view! { <a class="title" id=id href=href.clone()>{draft.title().to_owned()}</a> };
            let last = view! { <Time moment=changed /> };
            (title.into_any(), last.into_any(), open(draft, href))
        }
        Some((by, moment)) => {
            let title = view! { <strong>{draft.title().to_owned()}</strong> };
            let last = view! { <Time moment=moment /> <small>{by}</small> };
            (title.into_any(), last.into_any(), restore(&draft))
        }
    };
    view! {
        <tr>
            <td class="name">{title} {file_name}</td>
            <td data-label="Status">
                <Badge tone=state.tone() word=state.label() />
            </td>
            <td class="number" data-label="Leads">{leads}</td>
            <td data-label="Started by">{by}</td>
            <td data-label=label>{last}</td>
            <td>{actions}</td>
        </tr>
    }
    .into_any()
}

/// Where work goes on: at the form, at the leads to fix, at the review, or at the launch once it is checked.
fn open_at(draft: &DraftSummary, state: DraftState) -> String {
    let show = match state {
        _ if state.is_of_form() => return paths::new_task_of_draft(&draft.id),
        DraftState::ToFix(_) => LeadFilter::Kind(LeadKind::ToFix),
        DraftState::Refused(1..) => LeadFilter::Refused,
        DraftState::Checked => return paths::launch(&draft.id),
        _ => return paths::draft(&draft.id),
    };
    let query = LeadQuery {
        show,
        ..LeadQuery::default()
    };
    paths::draft_leads(&draft.id, &query)
}

/// The `id` of a draft's name, which says what a button of its row is about.
fn title_id(draft: &DraftSummary) -> String {
    format!("draft-{}", draft.id)
}

fn open(draft: DraftSummary, href: String) -> AnyView {
    view! {
        <div class="row actions">
            <a class="button" href=href aria-describedby=title_id(&draft)>"Continue"</a>
            <Discard draft=draft />
        </div>
    }
    .into_any()
}

fn restore(draft: &DraftSummary) -> AnyView {
    view! {
        <div class="row actions">
            <PostButton
                action=paths::restore_draft()
                hidden=vec![("draft", draft.id.clone())]
                text="Restore draft"
            />
        </div>
    }
    .into_any()
}
