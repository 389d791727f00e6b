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
use crate::web::components::numbers::number;
use crate::web::components::post_button::PostButton;
use crate::web::components::search::Search;
use crate::web::components::table::{Column, Table};
use crate::web::components::tabs::Tabs;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::drafts as texts;
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
        view! { <p class="note">{t(texts::among_the_latest(looked_at))}</p> }
    });
    view! {
        <PageTitle text=t(texts::page_title()) error=list.search_problem.is_some() />
        <div class="page-head">
            <div>
                <h1>{t(texts::page_title())}</h1>
                <p>{about(query.show, list.deleted_after_days)}</p>
            </div>
        </div>
        <section class="card">
            <header>
                <Tabs label=t(texts::filter()) tabs=task_tabs::tabs(&kept, ShownTab::Drafts, counts) />
                <Search
                    action=paths::drafts()
                    q=query.q.clone()
                    problem=list.search_problem.map(t)
                    placeholder=t(texts::search_in())
                    filter=("show", t(texts::status()))
                    choices=DraftFilter::choices().into_iter().map(|(key, label)| (key, t(label))).collect()
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

fn about(show: DraftFilter, deleted_after_days: Option<u32>) -> String {
    t(match (show, deleted_after_days) {
        (DraftFilter::Discarded, _) => texts::about_discarded(DAYS_TO_RESTORE),
        (_, Some(days)) => texts::about_until_deleted(days),
        (_, None) => texts::about(),
    })
}

fn nothing(query: &DraftQuery, total: u32) -> AnyView {
    let is_narrowed = *query != DraftQuery::default();
    if query.show == DraftFilter::Discarded && query.q.is_empty() {
        return view! {
            <Empty title=t(texts::none_discarded()) text=t(texts::none_discarded_text(DAYS_TO_RESTORE))>
                <a class="button" href=paths::drafts()>{t(texts::show_open())}</a>
            </Empty>
        }
        .into_any();
    }
    if is_narrowed && (total > 0 || query.show == DraftFilter::Discarded) {
        return view! {
            <Empty title=t(texts::none_match()) text=t(texts::none_match_text())>
                <a class="button" href=paths::drafts()>{t(texts::show_open())}</a>
            </Empty>
        }
        .into_any();
    }
    view! {
        <Empty title=t(texts::none()) text=t(texts::none_text())>
            <a class="button primary" href=paths::new_task()>{t(texts::new_task())}</a>
        </Empty>
    }
    .into_any()
}

fn table(show: DraftFilter, drafts: Vec<DraftRow>) -> AnyView {
    let last = match show {
        DraftFilter::Discarded => texts::discarded(),
        _ => texts::last_changed(),
    };
    let rows = drafts.into_iter().map(row).collect_view();
    view! {
        <Table
            label=t(texts::page_title())
            cards=true
            columns=vec![
                Column::words(t(texts::draft())),
                Column::words(t(texts::status())),
                Column::numbers(t(texts::leads())),
                Column::words(t(texts::started_by())),
                Column::words(t(last)),
                Column::words(t(texts::actions())),
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
    let file_name = file_name.map(|name| view! { <small translate="no">{name}</small> });
    let leads = number(draft.leads);
    let by = draft.by.clone();
    let label = match discarded {
        None => texts::last_changed(),
        Some(_) => texts::discarded(),
    };
    // A draft without a name is called so in the reader’s language.
    let translate = (!draft.name.is_empty()).then_some("no");
    let (title, last, actions) = match discarded {
        None => {
            let href = open_at(&draft, state);
            let id = title_id(&draft);
            let title = view! { <a class="title" id=id href=href.clone() translate=translate>{t(draft.title())}</a> };
            let last = view! { <Time moment=changed /> };
            (title.into_any(), last.into_any(), open(draft, href))
        }
        Some((by, moment)) => {
            let title = view! { <strong translate=translate>{t(draft.title())}</strong> };
            let last = view! { <Time moment=moment /> <small>{by}</small> };
            (title.into_any(), last.into_any(), restore(&draft))
        }
    };
    view! {
        <tr>
            <td class="name">{title} {file_name}</td>
            <td data-label=t(texts::status())>
                <Badge tone=state.tone() word=t(state.message()) />
            </td>
            <td class="number" data-label=t(texts::leads())>{leads}</td>
            <td data-label=t(texts::started_by())>{by}</td>
            <td data-label=t(label)>{last}</td>
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
            <a class="button" href=href aria-describedby=title_id(&draft)>{t(texts::r#continue())}</a>
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
                text=t(texts::restore())
            />
        </div>
    }
    .into_any()
}
