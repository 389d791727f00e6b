//! The review of a draft: every lead validated and fixed where it is wrong, then the check at AIRudder, then the submission.

mod actions;
mod all_recent;
mod check;
pub mod columns;
mod grid;
mod held_back;
mod lead;
mod night;
mod questions;
mod repeats;
mod sheet;
pub mod steps;
mod tally;
mod tools;

pub use lead::LeadPage;
use leads::states::CheckState;
use leads::views::{DraftView, LeadFilter, LeadQuery, LeadSort};
use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::islands::{LeadGrid, PressOnce};
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::facts::Facts;
use crate::web::components::layout::Section;
use crate::web::components::numbers::{format_number, sizes_in_words};
use crate::web::components::scripts::LoadIslands;
use crate::web::components::steps::Steps;
use crate::web::components::table::Pager;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::pages::{path_value, query_value};
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// A table of so many fields fits beside the columns and the settings.
const FIELDS_BESIDE: usize = 4;

/// The review, and those of its leads.
async fn read(id: String, query: LeadQuery) -> Result<DraftView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&id)?;
    let shown = backend::drafts::Shown::Page(query);
    Ok(backend::drafts::review(backend, caller, now, id, &shown).await?)
}

/// The draft of the address; what has become a task leads there.
#[component]
pub fn DraftPage() -> impl IntoView {
    let query = LeadQuery {
        show: LeadFilter::from_key(&query_value("show")),
        problem: match query_value("problem") {
            // What addresses that were kept from before call it.
            problem if problem.is_empty() => query_value("fault"),
            problem => problem,
        },
        q: query_value("q"),
        sort: LeadSort::from_key(&query_value("sort")),
        from: query_value("from").parse().unwrap_or(0),
    };
    let loading = read(path_value("id"), query);
    in_layout(Section::Tasks, loading, |draft| match &draft.task {
        Some(task) => view! { <Redirect path=paths::task(task) /> }.into_any(),
        None => draw(draft),
    })
}

/// The task's name as typed.
fn name(draft: &DraftView) -> String {
    if draft.name.is_empty() {
        "Untitled draft".to_owned()
    } else {
        draft.name.clone()
    }
}

fn draw(draft: DraftView) -> AnyView {
    view! {
        <PageTitle text=format!("Review: {}", name(&draft)) error=!draft.problems.is_empty() />
        <ErrorSummary problems=draft.problems.clone() />
        <div class="page-head">
            <div>
                <h1>{name(&draft)}</h1>
                {sheet::sheet(&draft)}
            </div>
        </div>
        <Steps steps=steps::on_review(&draft) />
        {questions::on_top(&draft)}
        {night::night(&draft)}
        {all_recent::all_recent(&draft)}
        {tally::tally(&draft)}
        {split_in_words(&draft.batches, draft.stagger.as_deref()).map(|text| view! { <p>{text}</p> })}
        <PressOnce>
            {check::check(&draft)} {repeats::repeats(&draft)} {leads_and_settings(&draft)}
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
        (tally::ID.to_owned(), tally::tally(draft)),
        (tally::TABS_ID.to_owned(), tally::tabs(draft)),
        (tools::ID.to_owned(), tools::tools(draft)),
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

/// The leads, with columns and settings beside them; a wide table has them above, and the whole width for itself.
fn leads_and_settings(draft: &DraftView) -> AnyView {
    let grid = grid::grid(draft);
    let leads = view! {
        <section class="card">
            <header>{tally::tabs(draft)}</header>
            {tools::search(draft)}
            {tools::tools(draft)}
            <LeadGrid>{grid}</LeadGrid>
            {pager(draft)}
            {actions::actions(draft)}
        </section>
    };
    let settings = view! { {columns::columns(draft)} {call(draft)} };
    if draft.fields.len() > FIELDS_BESIDE {
        view! { <div class="stack"><div class="overview">{settings}</div> {leads}</div> }.into_any()
    } else {
        view! { <div class="split">{leads} <div class="stack">{settings}</div></div> }.into_any()
    }
}

/// How a long list is split; nothing where one task is enough.
pub fn split_in_words(batches: &[u32], stagger: Option<&str>) -> Option<String> {
    (batches.len() > 1).then(|| {
        let all: u32 = batches.iter().sum();
        let split = format!(
            "{} leads in {} batches: {}.",
            format_number(all),
            format_number(batches.len() as u64),
            sizes_in_words(batches)
        );
        match stagger {
            Some(stagger) => format!("{split} {stagger}"),
            None => split,
        }
    })
}

fn pager(draft: &DraftView) -> AnyView {
    let page = |from: u32| {
        let query = LeadQuery {
            from,
            ..draft.query.clone()
        };
        paths::draft_leads(&draft.id, &query)
    };
    let first = (draft.query.from > 0).then(|| (page(0), "First page"));
    let next = draft.next.map(|from| (page(from), "Next page"));
    view! { <Pager first=first next=next /> }.into_any()
}

/// How it will be called, as it was entered.
fn call(draft: &DraftView) -> AnyView {
    view! {
        <section class="card">
            <header>
                <h2>"Call settings"</h2>
                <a class="push" href=paths::new_task_of_draft(&draft.id)>
                    "Change"
                    <span class="visually-hidden">" call settings"</span>
                </a>
            </header>
            <div class="body"><Facts pairs=draft.facts.clone() /></div>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_says_how_it_is_split() {
        assert_eq!(
            split_in_words(&[5_000, 5_000, 240], None).as_deref(),
            Some("10,240 leads in 3 batches: 2 of 5,000 and one of 240.")
        );
        assert_eq!(
            split_in_words(&[10_000, 1], Some("2 batches, 30 minutes apart.")).as_deref(),
            Some(
                "10,001 leads in 2 batches: one of 10,000 and one of 1. 2 batches, 30 minutes apart."
            )
        );
        assert_eq!(split_in_words(&[240], None), None);
    }
}
