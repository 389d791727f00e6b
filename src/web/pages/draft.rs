//! The review of a draft: every lead validated and fixed where it is wrong, then the check at AIRudder; the launch comes after it.

mod actions;
mod all_recent;
mod bulk_fixes;
pub mod check;
mod chips;
pub mod columns;
mod follows;
mod grid;
mod head;
mod held_back;
mod kinds;
mod lead;
mod outside;
mod pages;
mod questions;
mod repeats;
mod search;
pub mod settings_line;
mod sheet;
pub mod steps;
mod tools;
mod undo;
mod unnamed;

use backend::drafts::LeadSelection;
pub use lead::LeadPage;
use leads::states::CheckState;
use leads::views::{DraftView, LeadFilter, LeadQuery, LeadSort};
use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::islands::{LeadGrid, PressOnce};
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::layout::Section;
use crate::web::components::outside_rule::unknown_holidays;
use crate::web::components::scripts::LoadIslands;
use crate::web::components::steps::Steps;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::pages::load::in_layout;
use crate::web::pages::{path_value, query_value};
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// The review, and those of its leads.
async fn read(id: String, shown: LeadSelection) -> Result<DraftView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&id)?;
    Ok(backend::drafts::review(backend, caller, now, id, &shown).await?)
}

/// Which leads the address asks for; nothing where it does not say.
fn asked_for() -> Option<LeadQuery> {
    let show = query_value("show");
    let query = LeadQuery {
        show: LeadFilter::from_key(&show),
        problem: match query_value("problem") {
            // What addresses that were kept from before call it.
            problem if problem.is_empty() => query_value("fault"),
            problem => problem,
        },
        q: query_value("q"),
        sort: LeadSort::from_key(&query_value("sort")),
        from: query_value("from").parse().unwrap_or(0),
    };
    (!show.is_empty() || query != LeadQuery::default()).then_some(query)
}

/// The draft of the address; what has become a task leads there.
#[component]
pub fn DraftPage() -> impl IntoView {
    let shown = asked_for().map_or(LeadSelection::Opened, LeadSelection::Page);
    let loading = read(path_value("id"), shown);
    in_layout(Section::Tasks, loading, |draft| match &draft.task {
        Some(task) => view! { <Redirect path=paths::task(task) /> }.into_any(),
        None => draw(draft),
    })
}

fn draw(draft: DraftView) -> AnyView {
    view! {
        <PageTitle text=t(texts::page_title(draft.summary.title())) error=!draft.problems.is_empty() />
        <ErrorSummary problems=draft.problems.clone() />
        {head::head(&draft)}
        <Steps steps=steps::on_review(&draft) />
        {follows::follows(&draft)}
        {questions::on_top(&draft)}
        {outside::outside(&draft)}
        {unknown_holidays(draft.unknown_holidays.as_ref())}
        {all_recent::all_recent(&draft)}
        <PressOnce>
            {check::check(&draft)} {kinds::kinds(&draft)} {settings_line::settings_line(&draft)} {list(&draft)}
            {actions::bar(&draft)}
        </PressOnce>
        <LoadIslands />
    }
    .into_any()
}

/// What may look different once leads were fixed, each part with the `id` of its element.
pub fn partials(draft: &DraftView) -> Vec<(String, AnyView)> {
    let is_checked = draft.check.as_ref();
    let is_running = is_checked.is_some_and(|check| check.state == CheckState::Running);
    let mut partials = vec![
        (questions::ID.to_owned(), questions::on_top(draft)),
        (kinds::ID.to_owned(), kinds::kinds(draft)),
        (tools::ID.to_owned(), tools::tools(draft)),
        (chips::ID.to_owned(), chips::chips(draft)),
        (bulk_fixes::ID.to_owned(), bulk_fixes::bulk_fixes(draft)),
        (undo::ID.to_owned(), undo::undo(draft)),
        (actions::ID.to_owned(), actions::actions(draft)),
    ];
    // What is under way is kept up to date by a script of its own.
    if !is_running {
        partials.push((check::ID.to_owned(), check::check(draft)));
    }
    let rows = draft.leads.iter();
    partials.extend(rows.map(|lead| (grid::row_id(lead.row), grid::row(draft, lead))));
    partials
}

/// The leads, with what can be done about many of them above. What stands directly over the rows is in sight with them.
fn list(draft: &DraftView) -> AnyView {
    let grid = grid::grid(draft);
    view! {
        <section class="card leads-card" aria-labelledby="leads-title" data-stay="">
            <div class="list-tools">{tools::tools(draft)} {search::search(draft)} {chips::chips(draft)}</div>
            <div class="list-head" id="leads">
                <h2 id="leads-title">{pages::heading(draft)}</h2>
                {bulk_fixes::bulk_fixes(draft)}
                {pages::pages(draft, t(texts::pages()))}
                {undo::undo(draft)}
            </div>
            <LeadGrid>{grid}</LeadGrid>
            <div class="list-foot">{pages::pages(draft, t(texts::pages_again()))}</div>
        </section>
    }
    .into_any()
}

/// The address of the page as it is shown, at its leads.
fn back(draft: &DraftView) -> String {
    paths::draft_leads(&draft.id, &draft.query)
}

/// The address of the page at its top, for what changes the whole list. A review that chose its leads by itself chooses again.
fn back_to_top(draft: &DraftView) -> String {
    match draft.is_opened {
        true => paths::draft(&draft.id),
        false => paths::review(&draft.id, &draft.query),
    }
}

/// One of the leads; its page leads back to those that are shown.
fn lead_page(draft: &DraftView, row: u32) -> String {
    match draft.is_opened {
        true => paths::lead(&draft.id, row),
        false => paths::lead_among(&draft.id, row, &draft.query),
    }
}

/// What a form posts that changes the whole list: which draft, as it was drawn, and where it leads back to.
fn of_whole_list(draft: &DraftView) -> Vec<(&'static str, String)> {
    vec![
        ("draft", draft.id.clone()),
        ("version", draft.version.to_string()),
        ("back", back_to_top(draft)),
    ]
}
